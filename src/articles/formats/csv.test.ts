import {expect, test} from "vitest"
import type {Article, Skipped} from "../../model/model.ts"
import {csv} from "./csv.ts"

const text = "The border was opened on Friday, and the governor said that it would stay open."

async function read(content: string | Uint8Array): Promise<(Article | Skipped)[]> {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    const bytes = Buffer.from(content as string)
    for (let at = 0; at < bytes.length; at += 50) yield bytes.subarray(at, at + 50)
  }
  const found: (Article | Skipped)[] = []
  for await (const item of csv.read(chunks(), "pile.csv")) found.push(item)
  return found
}

test("rows become articles, quotes and line ends inside cells included", async () => {
  const found = await read(
    `id,Title,Publish_Date,media_name,text\r\n1,"Border, at last",2024-10-18,The Courier,"${text}\n\n""Good,"" he said."\r\n2,Two,2024-10-19,The Courier,${text.replace(",", "")}\r\n`
  )
  expect(found).toMatchObject([
    {title: "Border, at last", published: "2024-10-18", publisher: "The Courier", text: `${text}\n\n"Good," he said.`},
    {title: "Two", published: "2024-10-19"}
  ])
})

test("tabs, semicolons and old encodings", async () => {
  expect(await read(`url\ttext\nhttps://c.example/1\t${text}\n`)).toMatchObject([{url: "https://c.example/1", text}])
  expect(await read(`url;text\nhttps://c.example/1;${text.replace(",", "")}\n`)).toMatchObject([{url: "https://c.example/1"}])
  expect(
    (
      (
        await read(Buffer.from(`url,text\nx,The caf\u00e9 was opened on Friday and the owner was in it.\n`, "latin1"))
      )[0] as Article
    ).text
  ).toContain("café")
})

test("a row without text is named, a table without a text column refused", async () => {
  expect(await read(`url,text\nhttps://c.example/1,\n`)).toEqual([
    {path: "pile.csv:2", reason: "has no words in its field for the text: leave it out, or fill it in"}
  ])
  expect(await read("a,b\n1,2\n")).toEqual([
    {
      path: "pile.csv",
      reason:
        "has no column or field that is known for the text (a, b): say which it is, --columns text=NAME,title=NAME,published=NAME"
    }
  ])
  expect(await read("url,text\n")).toEqual([
    {path: "pile.csv", reason: "holds a header and no row: leave it out, or export it again"}
  ])
})

test("prose with commas is no table", () => {
  expect(csv.detects(Buffer.from("Text, body and title, he said, were one.\nAnd so on."), "a.txt")).toBe(false)
  expect(csv.detects(Buffer.from("title,text\nx,y\n"), "a.txt")).toBe(true)
  expect(csv.detects(Buffer.from("name,text\nx,y\n"), "a.csv")).toBe(true)
})
