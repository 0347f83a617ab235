import {describe, expect, test} from "vitest"
import type {Article, Skipped} from "../../model/model.ts"
import {type Columns, columnsAsked, columnsOf, ownColumns} from "./columns.ts"
import {csv} from "./csv.ts"
import type {Format} from "./format.ts"
import {json} from "./json.ts"
import {jsonl} from "./jsonl.ts"

const text = "The border was opened on Friday, and the governor said that it would stay open."

async function read(format: Format, content: string, own?: readonly Columns[]): Promise<(Article | Skipped)[]> {
  const found: (Article | Skipped)[] = []
  const chunks = (async function* () {
    yield Buffer.from(content)
  })()
  for await (const item of format.read(chunks, `pile.${format.name}`, own)) found.push(item)
  return found
}

const row = (fields: Readonly<Record<string, string>>): string =>
  `${Object.keys(fields).join(",")}\n${Object.values(fields)
    .map(v => `"${v.replaceAll('"', '""')}"`)
    .join(",")}\n`

/// One record of each program, with the fields that it writes; ours read the same article in each.
const exports: readonly (readonly [source: string, fields: Readonly<Record<string, string>>])[] = [
  [
    "Media Cloud",
    {
      stories_id: "1",
      publish_date: "2024-10-18 09:00:00",
      title: "Border reopens",
      url: "https://courier.example/1",
      language: "en",
      media_id: "7",
      media_name: "Example Courier",
      media_url: "https://courier.example",
      text
    }
  ],
  [
    "newspaper4k",
    {
      url: "https://courier.example/1",
      read_more_link: "",
      language: "en",
      title: "Border reopens",
      top_image: "",
      authors: "['Ada Writer', \"Tom O'Hara\"]",
      publish_date: "2024-10-18T09:00:00-05:00",
      meta_site_name: "Example Courier",
      canonical_link: "https://courier.example/1?x",
      text
    }
  ],
  [
    "news-please",
    {
      authors: "['Ada Writer', \"Tom O'Hara\"]",
      date_download: "2025-01-01 00:00:00",
      date_modify: "2025-01-01 00:00:00",
      date_publish: "2024-10-18 09:00:00",
      description: "",
      source_domain: "Example Courier",
      maintext: text,
      title: "Border reopens",
      title_page: "Border reopens | Courier",
      url: "https://courier.example/1"
    }
  ],
  [
    "trafilatura",
    {
      title: "Border reopens",
      author: "Ada Writer; Tom O'Hara",
      hostname: "courier.example",
      date: "2024-10-18",
      fingerprint: "f",
      source: "https://courier.example/1",
      "source-hostname": "Example Courier",
      filedate: "2025-01-01",
      excerpt: "",
      text
    }
  ],
  [
    "Common Crawl News",
    {
      title: "Border reopens",
      text,
      domain: "Example Courier",
      date: "2024-10-18 00:00:00",
      description: "",
      url: "https://courier.example/1",
      image_url: ""
    }
  ]
]

describe.each(exports)("%s", (source, fields) => {
  const article = {
    title: "Border reopens",
    url: "https://courier.example/1",
    publisher: "Example Courier",
    published: "2024-10-18",
    text
  }

  test("is known by its columns, however they are packed", () => {
    expect(columnsOf(Object.keys(fields))?.source).toBe(source)
    expect(csv.source!(Buffer.from(row(fields)), [])).toBe(source)
    expect(jsonl.source!(Buffer.from(`${JSON.stringify(fields)}\n`), [])).toBe(source)
    expect(csv.detects(Buffer.from(row(fields)), "-")).toBe(true)
  })

  test("reads the same from CSV, JSONL and JSON", async () => {
    expect(await read(csv, row(fields))).toMatchObject([article])
    expect(await read(jsonl, JSON.stringify(fields))).toMatchObject([article])
    expect(await read(json, JSON.stringify([fields]))).toMatchObject([article])
  })

  test("without its text says so in one line, with the command that gets the pages", async () => {
    const {text: _, maintext: __, ...list} = fields
    if (source === "Common Crawl News" || source === "news-please") return
    const said = [{reason: `is a list of ${source} without the articles' texts: annals fetch pile.csv gets the pages it names`}]
    expect(await read(csv, row(list))).toMatchObject(said)
  })
})

test("a list of GDELT DOC, in either of its forms, is told from articles", async () => {
  const table = '"URL","MobileURL","Date","Title"\n"https://a.example/1","","2024-10-18 09:00:00","T"\n'
  expect(await read(csv, table)).toMatchObject([{reason: expect.stringMatching(/^is a list of GDELT DOC/)}])
  const entry = {url: "u", url_mobile: "", title: "T", seendate: "20241018T090000Z", domain: "a.example", language: "English"}
  const found = await read(json, JSON.stringify({articles: [entry, entry, entry]}))
  expect(found).toMatchObject([
    {path: "pile.json:item 1", reason: expect.stringMatching(/^is a list of GDELT DOC/)},
    {path: "pile.json", reason: expect.stringMatching(/^has 2 more records like that one, without a text: annals fetch/)}
  ])
})

test("columns of one's own: said once, known again by the column of the text, before what other programs write", async () => {
  const own = [columnsAsked("text=korpus, title=kopf,published=tag", "blatt.csv")]
  const table = row({kopf: "Border reopens", korpus: text, tag: "2024-10-18", url: "https://courier.example/1"})
  const article = {title: "Border reopens", published: "2024-10-18", url: "https://courier.example/1", text}
  expect(await read(csv, table)).toMatchObject([{reason: expect.stringContaining("(kopf, korpus, tag, url): say which it is")}])
  expect(await read(csv, table, own)).toMatchObject([article])
  expect(await read(jsonl, JSON.stringify({korpus: text, kopf: "Border reopens"}), own)).toMatchObject([
    {title: "Border reopens", text}
  ])
  expect(csv.source!(Buffer.from(table), own)).toBe("blatt.csv")
  const later = ownColumns("other.csv", {text: ["korpus"], title: ["kopf"], published: ["tag"]})
  expect(columnsOf(["korpus", "kopf", "tag"], [...own, later])).toBe(later)
})

test("what is no mapping is refused with what would be right", () => {
  expect(() => columnsAsked("korpus", "x")).toThrow(
    'columns: "korpus" should be PART=NAME; parts are text, html, url, title, published, publisher, byline'
  )
  expect(() => columnsAsked("title=kopf", "x")).toThrow("columns of x: none for the text; say text=NAME or html=NAME")
})

test("a million records without a text are two lines", async () => {
  async function* many(): AsyncGenerator<Uint8Array> {
    for (let i = 0; i < 2000; i++) yield Buffer.from(`{"n": ${i}}\n`.repeat(10))
  }
  const found: (Article | Skipped)[] = []
  for await (const item of jsonl.read(many(), "pile.jsonl")) found.push(item)
  expect(found).toHaveLength(2)
})
