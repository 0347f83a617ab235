import {mkdtempSync, rmSync, writeFileSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import fc from "fast-check"
import {zipSync} from "fflate"
import {afterAll, beforeAll, describe, expect, test} from "vitest"
import type {Article, Skipped} from "../../model/model.ts"
import {articlesFrom} from "../read.ts"
import {textOfRtf} from "./rtf.ts"

/// Word, Rich Text, PDF, mail, JSON documents, NewsML and the downloads of news libraries, all written here after their public descriptions.

const first = "The border was opened on Friday, and the governor said that it would stay open."
const second = "Hundreds of lorries had waited for days on both sides of the river."
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "annals-documents-"))
})
afterAll(() => rmSync(folder, {recursive: true}))

async function read(name: string, content: string | Uint8Array): Promise<(Article | Skipped)[]> {
  const path = join(folder, name)
  writeFileSync(path, content)
  const found: (Article | Skipped)[] = []
  for await (const item of articlesFrom([path])) found.push(item)
  return found
}

const heart = (items: readonly (Article | Skipped)[]) =>
  items.map(i =>
    "reason" in i ? i.reason : {title: i.title, publisher: i.publisher, published: i.published, byline: i.byline, text: i.text}
  )

const article = {
  title: "Border reopens",
  publisher: "Example Courier",
  published: "2024-10-18",
  byline: "Ada Writer",
  text: `${first}\n\n${second}`
}

const nexis = [
  "Border reopens",
  "Example Courier",
  "October 18, 2024 Friday",
  "Copyright 2024 Example Courier All Rights Reserved",
  "Section: NEWS; Pg. 3",
  "Length: 27 words",
  "Byline: Ada Writer",
  "Body",
  first,
  second,
  "Load-Date: October 19, 2024",
  "End of Document"
]
const lexis = [
  "1 of 2 DOCUMENTS",
  "",
  "Example Courier",
  "",
  "October 18, 2024 Friday",
  "",
  "Border reopens",
  "",
  "BYLINE: By Ada Writer",
  "",
  "SECTION: NEWS",
  "",
  "LENGTH: 27 words",
  "",
  first,
  "",
  second,
  "",
  "LOAD-DATE: October 19, 2024",
  "",
  "LANGUAGE: ENGLISH"
]
const factiva = [
  "NEWS",
  "Border reopens",
  "By Ada Writer",
  "27 words",
  "18 October 2024",
  "09:12",
  "Example Courier",
  "EXCOUR",
  "3",
  "English",
  "(c) 2024 Example Courier.",
  "",
  first,
  "",
  second,
  "",
  "Document EXCOUR0020241018ekai0001x"
]

const word = (paragraphs: readonly string[]): Uint8Array =>
  zipSync({
    "[Content_Types].xml": new TextEncoder().encode("<Types/>"),
    "word/document.xml": new TextEncoder().encode(
      `<?xml version="1.0"?><w:document><w:body>${paragraphs
        .map(
          p =>
            `<w:p><w:pPr><w:pStyle w:val="x"/></w:pPr><w:r><w:t>${p.slice(0, 5)}</w:t></w:r><w:del><w:delText>gone</w:delText></w:del><w:r><w:t xml:space="preserve">${p.slice(5)}</w:t></w:r></w:p>`
        )
        .join("")}</w:body></w:document>`
    )
  })

const rtf = (paragraphs: readonly string[]): string =>
  `{\\rtf1\\ansi{\\fonttbl{\\f0 Times;}}{\\*\\generator x;}\\pard ${paragraphs.map(p => p.replace(/[{}\\]/g, "\\$&")).join("\\par\n")}\\par}`

const asPage = (paragraphs: readonly string[]): string =>
  `<!doctype html><html><head><title>Results</title><style>p {}</style></head><body>${paragraphs
    .map(p => `<p><span class="x">${p}</span></p>`)
    .join("\n")}</body></html>`

describe("downloads of news libraries", () => {
  test.each([
    ["nexis.docx", word([...nexis, ...nexis])],
    ["nexis.rtf", rtf([...nexis, ...nexis])],
    ["nexis.txt", [...nexis, "", ...nexis].join("\n\n")],
    ["lexis.txt", [...lexis, "", ...lexis].join("\n")],
    ["factiva.txt", [...factiva, "", ...factiva].join("\n")],
    ["nexis.html", asPage([...nexis, ...nexis])],
    ["factiva.html", asPage([...factiva, ...factiva])],
    ["lexis.html", asPage([...lexis, ...lexis])],
    ["factiva.rtf", rtf([...factiva, ...factiva].filter(l => l !== ""))]
  ])("%s holds two articles", async (name, content) => {
    const found = await read(name, content)
    expect(heart(found)).toEqual([article, article])
  })
})

describe("documents", () => {
  test("Word: paragraphs, without what was deleted", async () => {
    expect(heart(await read("a.docx", word(["Border reopens", first, second])))).toEqual([
      {title: "Border reopens", text: `${first}\n\n${second}`}
    ])
    expect(heart(await read("sheet.docx", zipSync({"xl/workbook.xml": Uint8Array.of(1)})))).toEqual([
      expect.stringContaining("without a text")
    ])
    expect(heart(await read("broken.docx", word([first]).subarray(0, 200)))).toEqual([expect.stringContaining("damaged")])
  })

  test("Rich Text: characters of every kind, hidden groups left out", () => {
    expect(
      textOfRtf(
        String.raw`{\rtf1{\info{\author X}}caf\'e9 \u8211? \uc0\u8220 hi\u8221 \emdash  \{x\}\par{\field{\*\fldinst HYPERLINK "u"}{\fldrslt link}}}`
      )
    ).toBe("café – “hi”— {x}\n\nlink")
    fc.assert(
      fc.property(
        fc.string({unit: fc.constantFrom("\\", "{", "}", "u8", "'e", "par", " ", "a", "*", "\n")}),
        junk => typeof textOfRtf(junk) === "string"
      )
    )
  })

  test("PDF: its lines joined to paragraphs", async () => {
    const lines = ["Border reopens", "The border was opened on Friday, and the governor said", "that it would stay open."]
    const drawn = `BT /F1 12 Tf 72 720 Td 14 TL ${lines.map(l => `(${l}) Tj T*`).join(" ")} ET`
    const objects = [
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Kids[3 0 R]/Count 1>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
      `<</Length ${drawn.length}>>stream\n${drawn}\nendstream`,
      "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    ]
    let file = "%PDF-1.4\n"
    const at = objects.map((o, i) => {
      const start = file.length
      file += `${i + 1} 0 obj${o}endobj\n`
      return start
    })
    const table = file.length
    file += `xref\n0 6\n0000000000 65535 f \n${at.map(n => `${String(n).padStart(10, "0")} 00000 n \n`).join("")}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${table}\n%%EOF`
    const [found] = heart(await read("a.pdf", file))
    expect(found).toMatchObject({text: expect.stringContaining(first)})
    expect(heart(await read("broken.pdf", "%PDF-1.4\nnothing"))).toEqual([expect.stringContaining("damaged PDF")])
  })

  test("mail: one message, a mailbox of them", async () => {
    const message = (n: number): string =>
      `From: Example Courier <news@example.org>\nTo: you@example.org\nSubject: Border reopens\nDate: Fri, 18 Oct 2024 09:00:00 +0200\nMessage-ID: <${n}@example.org>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n${first}\n\n${second}\n`
    const {byline: _, ...letter} = article
    expect(heart(await read("a.eml", message(1)))).toEqual([letter])
    const box = [1, 2, 3].map(n => `From news@example.org Fri Oct 18 09:00:00 2024\n${message(n)}\n`).join("")
    expect(heart(await read("a.mbox", box))).toEqual([letter, letter, letter])
  })

  test("JSON: a feed, ninjs, a list, a single article; a broken one is one line", async () => {
    const feed = {
      version: "https://jsonfeed.org/version/1.1",
      title: "Example Courier",
      items: [
        {
          id: "1",
          title: "Border reopens",
          date_published: "2024-10-18T09:00:00Z",
          content_text: article.text,
          authors: [{name: "Ada Writer"}]
        }
      ]
    }
    expect(heart(await read("feed.json", JSON.stringify(feed)))).toEqual([article])
    const ninjs = {
      uri: "urn:1",
      type: "text",
      versioncreated: "2024-10-18T09:00:00Z",
      provider: "Example Courier",
      byline: "Ada Writer",
      headlines: [{role: "main", value: "Border reopens"}],
      bodies: [{role: "main", contenttype: "text/plain", value: article.text}]
    }
    expect(heart(await read("n.json", JSON.stringify(ninjs, null, 2)))).toEqual([article])
    expect(heart(await read("list.json", JSON.stringify([ninjs, {}, 3])))).toEqual([
      article,
      expect.stringContaining("no column or field that is known for the text"),
      expect.stringContaining("no object")
    ])
    expect(heart(await read("broken.json", '{\n "text": "abc'))).toEqual([expect.stringContaining("is not JSON")])
    // a line an object is JSONL, as before
    expect(heart(await read("lines", `${JSON.stringify({text: first})}\n${JSON.stringify({text: second})}\n`))).toHaveLength(2)
    expect(heart(await read("lines2", `{"text": "abc\n${JSON.stringify({text: second})}\n`))).toEqual([
      expect.stringContaining("breaks off"),
      expect.objectContaining({text: second})
    ])
  })

  test("NewsML-G2 and NITF", async () => {
    const g2 = `<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem><itemMeta><provider><name>Example Courier</name></provider><versionCreated>2024-10-18T09:00:00Z</versionCreated></itemMeta><contentMeta><headline>Border reopens</headline><by>By Ada Writer</by></contentMeta><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>${first}</p><p>${second}</p></body></html></inlineXML></contentSet></newsItem><newsItem><contentMeta><headline>A picture</headline></contentMeta></newsItem></itemSet></newsMessage>`
    expect(heart(await read("g2.xml", g2))).toEqual([article, expect.stringContaining("no text")])
    const nitf = `<nitf><head><pubdata name="Example Courier" date.publication="20241018T090000Z"/></head><body><body.head><hedline><hl1>Border reopens</hl1></hedline><byline>By Ada Writer</byline></body.head><body.content><p>${first}</p><p>${second}</p></body.content></body></nitf>`
    expect(heart(await read("a.nitf", nitf))).toEqual([article])
  })
})

test("lists of feeds and of addresses are no articles; each says which command takes them", async () => {
  const opml = '<?xml version="1.0"?><opml version="2.0"><body><outline text="a" xmlUrl="https://a.example/feed"/></body></opml>'
  expect(heart(await read("feeds.opml", opml))).toEqual([
    `is a list of feeds: annals watch ${join(folder, "feeds.opml")} reads what is new in them`
  ])
  expect(heart(await read("pages.txt", "https://a.example/1\n# more\nhttps://a.example/2\n\n"))).toEqual([
    `is a list of addresses, no article: annals fetch ${join(folder, "pages.txt")} gets their pages`
  ])
  expect(heart(await read("prose.txt", `https://a.example/1\n\n${first}`))).toMatchObject([
    {text: expect.stringContaining(first)}
  ])
})
