import {expect, test} from "vitest"
import type {Article, Skipped} from "../../model/model.ts"
import {jsonl} from "./jsonl.ts"

async function* chunks(...parts: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield typeof part === "string" ? Buffer.from(part) : part
}

async function read(...parts: readonly (string | Uint8Array)[]): Promise<(Article | Skipped)[]> {
  const found: (Article | Skipped)[] = []
  for await (const item of jsonl.read(chunks(...parts), "pile.jsonl")) found.push(item)
  return found
}

const text = "The border was opened on Friday, and the governor said that it would stay open."

test("every field is read, the id is of the contents", async () => {
  const line = JSON.stringify({
    id: "x-1",
    url: "https://courier.example/1",
    title: "Border reopens",
    published: "2024-10-18T23:30:00-05:00",
    publisher: "The Example Courier",
    byline: "Ana Diaz",
    text
  })
  const [article] = await read(line.slice(0, 40), line.slice(40))
  expect(article).toMatchObject({
    url: "https://courier.example/1",
    title: "Border reopens",
    published: "2024-10-18",
    publisher: "The Example Courier",
    byline: "Ana Diaz",
    text
  })
  expect((article as Article).id).toMatch(/^[0-9a-f]{16}$/)
})

test("html is read as a page, what the line says itself comes first", async () => {
  const html = `<title>Other title here | X</title><h1>Other title here</h1><p>${text}</p><p>${text} Nobody was in the queue.</p>`
  const [article] = await read(JSON.stringify({html, title: "Border reopens"}))
  expect(article).toMatchObject({title: "Border reopens", text: `${text}\n\n${text} Nobody was in the queue.`})
})

test("a line that cannot be read is named and the rest goes on", async () => {
  const found = await read(`{"text": "${text}"}\n\n{"text": \nnull\n{"words": "x", "n": 1}\n{"text": "  "}\n{"text": "${text}"}`)
  expect(found.map(item => ("reason" in item ? `${item.path} ${item.reason}` : "article"))).toEqual([
    "article",
    "pile.jsonl:3 is not JSON (it breaks off): mend or delete the line",
    'pile.jsonl:4 is not a JSON object: each line should be {"text": "…"} or {"html": "…"}',
    "pile.jsonl:5 has no column or field that is known for the text (words, n): say which it is, --columns text=NAME,title=NAME,published=NAME",
    "pile.jsonl:6 has no words in its field for the text: leave it out, or fill it in",
    "article"
  ])
})

test("lines may be in windows-1252, the file in UTF-16", async () => {
  const cafe = `{"text": "The caf\u00e9 was opened on Friday, and the owner said that it would stay open."}`
  for (const bytes of [Buffer.from(cafe, "latin1"), Buffer.from(`\ufeff${cafe}\n`, "utf16le")]) {
    const [article] = await read(bytes.subarray(0, 11), bytes.subarray(11))
    expect((article as Article).text).toContain("The café was")
  }
})

test("a line of 50 MB ends in one reason, and the next line is read", async () => {
  async function* long(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('{"text": "')
    for (let i = 0; i < 50; i++) yield Buffer.alloc(1_000_000, "a")
    yield Buffer.from(`"}\n{"text": "${text}"}\n`)
  }
  const found: (Article | Skipped)[] = []
  for await (const item of jsonl.read(long(), "pile.jsonl")) found.push(item)
  expect(found).toHaveLength(2)
  expect(found[0]).toEqual({path: "pile.jsonl:1", reason: expect.stringMatching(/longer than 16 MB/)})
})

test("no line at all is a reason too", async () => {
  expect(await read("\n\n")).toEqual([{path: "pile.jsonl", reason: "holds no line of JSON: leave it out, or export it again"}])
})

test.each([
  [
    "news-please",
    {
      maintext: text,
      date_publish: "2024-10-18 23:30:00",
      source_domain: "courier.example",
      authors: ["Ana Diaz", "Tom Bell"],
      title: "T"
    }
  ],
  [
    "newspaper4k",
    {
      text,
      publish_date: "2024-10-18T23:30:00-05:00",
      source: {name: "courier.example"},
      authors: "Ana Diaz, Tom Bell",
      title: "T"
    }
  ],
  ["trafilatura", {text, date: "2024-10-18", sitename: "courier.example", author: "Ana Diaz, Tom Bell", title: "T"}],
  [
    "a page in the text field",
    {
      content: `<p>${text}</p><p>${text}</p>`,
      seendate: "20241018T233000Z",
      domain: "courier.example",
      byline: "Ana Diaz, Tom Bell",
      title: "T"
    }
  ]
])("fields of %s", async (_, fields) => {
  expect((await read(JSON.stringify(fields)))[0]).toMatchObject({
    published: "2024-10-18",
    publisher: "courier.example",
    byline: "Ana Diaz, Tom Bell",
    title: "T"
  })
})
