import {expect, test} from "vitest"
import {type Article, originalText} from "../../model/model.ts"
import {finished} from "../finish.ts"
import {textDraft} from "./text.ts"

async function articleOf(whole: string): Promise<Article> {
  const made = await finished(textDraft(whole), "file.txt")
  if ("reason" in made) throw new Error(made.reason)
  expect(originalText(made)).toBe(whole)
  return made
}

const prose =
  "The border between the two provinces was opened on Friday, and the governor said that it would stay open.\n\nNobody was in the queue."

test("a title line and a header block", async () => {
  const made = await articleOf(
    `Border reopens\n\nPublisher: The Example Courier\nDate: 18 October 2024\nBy: Ana Diaz\nURL: https://courier.example/1\n\n${prose}\n`
  )
  expect(made).toMatchObject({
    title: "Border reopens",
    publisher: "The Example Courier",
    published: "2024-10-18",
    byline: "Ana Diaz",
    url: "https://courier.example/1",
    text: prose
  })
})

test("a header block alone, and prose straight after it", async () => {
  const made = await articleOf(
    `Headline: Border reopens\nSource: The Example Courier\nPublished: 2024-10-18T23:30:00-05:00\n${prose}`
  )
  expect(made).toMatchObject({title: "Border reopens", publisher: "The Example Courier", published: "2024-10-18", text: prose})
})

test("Markdown with its data in front", async () => {
  const made = await articleOf(
    `---\ntitle: "Border reopens"\ndate: 2024-10-18\ndraft: false\n---\n\n# Border reopens\n\n${prose}`
  )
  expect(made).toMatchObject({title: "Border reopens", published: "2024-10-18", text: prose})
})

test("a first line that stands alone is the title; a day and a byline may follow", async () => {
  const made = await articleOf(`Border reopens\n\nBy Ana Diaz\nPublished: October 18, 2024 9:10 am\n\n${prose}`)
  expect(made).toMatchObject({title: "Border reopens", byline: "Ana Diaz", published: "2024-10-18", text: prose})
})

test("a first sentence is no title, and prose with a colon no header", async () => {
  expect((await articleOf(prose)).title).toBeUndefined()
  const speech = `Mayor: we are ready for the winter, and for what comes after it.\nShe said that the roads were open.\n\n${prose}`
  expect((await articleOf(speech)).text).toBe(speech)
})

test("a dateline stays in the text; its day and agency are used where nothing better is known", async () => {
  const line = `KYIV, Oct. 18, 2024 (Reuters) - ${prose}`
  const bare = await articleOf(line)
  expect(bare).toMatchObject({text: line, published: "2024-10-18", publisher: "Reuters"})
  expect(bare.removed.map(piece => piece.reason)).toEqual([
    'published 2024-10-18 inferred from the dateline "KYIV, Oct. 18, 2024 (Reuters) -"',
    'publisher "Reuters" inferred from the dateline'
  ])
  expect(await articleOf(`Border reopens\nPublisher: The Example Courier\nDate: 2024-10-19\n\n${line}`)).toMatchObject({
    published: "2024-10-19",
    publisher: "The Example Courier"
  })
})

test("a day that cannot be is refused with a reason, and the article stays", async () => {
  const made = await articleOf(`Border reopens\nPublisher: The Example Courier\nDate: 2999-01-01\n\n${prose}`)
  expect(made.published).toBeUndefined()
  expect(made.removed[0]).toEqual({
    at: 0,
    text: "",
    reason: 'published "2999-01-01" refused: no news is from that year; give the day as YYYY-MM-DD'
  })
})

test("the title once more as the first line goes", async () => {
  const made = await articleOf(`Title: Border reopens\nDate: 2024-10-18\n\nBORDER REOPENS\n\n${prose}`)
  expect(made.text).toBe(prose)
})

test("another language is named, and English full of foreign names is not one", async () => {
  const german =
    "Die Regierung hat am Freitag beschlossen, die Grenze zu schließen, weil die Armee nach Angaben des Ministers noch nicht bereit ist und weitere Soldaten aus dem Süden erwartet werden, wie es hieß."
  expect(await finished(textDraft(german), "a.txt")).toEqual({
    path: "a.txt",
    reason: "is German (de); annals reads English: leave it out, or give a translation"
  })
  expect(
    await finished(textDraft("Kim Yong Chol, Choe Ryong Hae, Ri Yong Ho, Pak Pong Ju, Kim Yong Nam."), "b.txt")
  ).not.toHaveProperty("reason")
})
