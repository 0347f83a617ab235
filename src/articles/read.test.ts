import {mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {gzipSync} from "node:zlib"
import fc from "fast-check"
import {afterAll, beforeAll, describe, expect, test} from "vitest"
import {type Article, originalText, type Skipped} from "../model/model.ts"
import {decoded} from "./bytes.ts"
import {formats} from "./formats/list.ts"
import {articlesFrom, planFor, type ReadOptions} from "./read.ts"

const prose = "The border was opened on Friday, and the governor said that it would stay open."
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "annals-read-"))
})
afterAll(() => rmSync(folder, {recursive: true}))

const put = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name)
  mkdirSync(join(path, ".."), {recursive: true})
  writeFileSync(path, content)
  return path
}

async function read(paths: readonly string[], options?: ReadOptions): Promise<(Article | Skipped)[]> {
  const found: (Article | Skipped)[] = []
  for await (const item of articlesFrom(paths, options)) found.push(item)
  return found
}

const said = (items: readonly (Article | Skipped)[]): string[] =>
  items.map(item => ("reason" in item ? `${item.path.replace(folder, "")}: ${item.reason}` : item.text))

test("a folder is read by name, with what lies below it and without what is hidden", async () => {
  put("pile/b.txt", `B. ${prose}`)
  put("pile/a/c.jsonl", JSON.stringify({text: `C. ${prose}`}))
  put("pile/a/node_modules/x.txt", prose)
  put("pile/.hidden/x.txt", prose)
  put("pile/d.dat", `<!doctype html><h1>Border reopens</h1><p>D. ${prose}</p><p>D. ${prose}</p>`)
  symlinkSync(join(folder, "pile"), join(folder, "pile/a/round"))
  expect(said(await read([join(folder, "pile")]))).toEqual([`C. ${prose}`, `B. ${prose}`, `D. ${prose}\n\nD. ${prose}`])
})

test(".annalsignore leaves out what it names; a plan reads nothing", async () => {
  put("kept/a.txt", `A. ${prose}`)
  put("kept/drafts/b.txt", `B. ${prose}`)
  put("kept/c.tmp", `C. ${prose}`)
  put("kept/d.txt.gz", gzipSync(prose))
  put("kept/e.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10]))
  put("kept/.annalsignore", "drafts/\n*.tmp\n")
  expect(said(await read([join(folder, "kept")])).slice(0, 2)).toEqual([`A. ${prose}`, prose])
  const planned: string[] = []
  for await (const input of planFor([join(folder, "kept")]))
    planned.push("reason" in input ? input.reason : `${input.as} ${input.bytes > 0}`)
  expect(planned).toEqual(["text true", "gzip true", "is a picture, no plain text: give the article's text instead"])
})

test("every bad input is one line that says what to do", async () => {
  mkdirSync(join(folder, "nothing"))
  const paths = [
    put("empty.txt", ""),
    put("blank.txt", " \n\n"),
    put("photo.txt", Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10])),
    put("noise.bin", Buffer.from([0, 1, 2, 0, 3])),
    put("book.txt", "a".repeat(3_000_000)),
    put("broken.gz", gzipSync(prose).subarray(0, 30)),
    put("menu.html", "<html><body><nav><a href=/>Home</a></nav></body></html>"),
    join(folder, "nothing"),
    join(folder, "missing.txt")
  ]
  expect(said(await read(paths))).toEqual([
    "/empty.txt: is empty: leave it out, or save the article again",
    "/blank.txt: holds no text: leave it out, or save the article again",
    "/photo.txt: is a picture, no plain text: give the article's text instead",
    "/noise.bin: is a binary file, not text: save its text as .txt, .html or .jsonl",
    "/book.txt: is 3 million characters long, more than an article is: split it into one article a file, or one a line of JSONL",
    "/broken.gz: is gzip that breaks off: fetch or copy it again",
    "/menu.html: holds no article that could be found (0 characters outside menus and boxes): save the article's own page, or give its text",
    "/nothing: is a folder without files to read (hidden files and node_modules are left out): name the folder that holds the articles",
    "/missing.txt: does not exist: check the spelling"
  ])
})

test("gzip is known by its content and read through, however often it was packed", async () => {
  const line = `${JSON.stringify({text: prose})}\n`
  expect(said(await read([put("pile.jsonl.gz", gzipSync(line)), put("twice", gzipSync(gzipSync(prose)))]))).toEqual([
    prose,
    prose
  ])
})

test("gzip that breaks off gives what came before it", async () => {
  const lines = Array.from({length: 4000}, (_, i) => `${JSON.stringify({text: `${i} ${Math.sin(i)} ${prose}`})}\n`).join("")
  const whole = gzipSync(lines)
  const found = said(await read([put("cut.jsonl.gz", whole.subarray(0, whole.length - 2000))]))
  expect(found.length).toBeGreaterThan(100)
  expect(found.at(-1)).toBe("/cut.jsonl.gz: is gzip that breaks off: fetch or copy it again")
})

test('"-" is standard input, and a format can be forced', async () => {
  async function* stdin(): AsyncGenerator<string> {
    yield `{"text": "${prose}"}`
  }
  expect(said(await read(["-"], {stdin: stdin()}))).toEqual([prose])
  expect(said(await read(["-"], {stdin: stdin(), format: "text"}))).toEqual([`{"text": "${prose}"}`])
  expect(said(await read(["-"], {stdin: stdin(), format: "xls"}))).toEqual([
    '-: cannot be read as "xls": the formats are warc, docx, pdf, rtf, json, jsonl, feed, newsml, mail, html, library, csv, text'
  ])
})

describe("every format", () => {
  for (const format of formats) {
    test(`${format.name} turns any bytes into articles or reasons`, async () => {
      const bytes = fc.oneof(
        fc.uint8Array({maxLength: 300}),
        fc.string({unit: "binary", maxLength: 200}).map(words => Buffer.from(words)),
        fc
          .array(
            fc.constantFrom("<p>", '{"text":', '"', "}", "\n", "Title: ", "---\n", prose, "\ufeff", "[caption]", "By A B\n"),
            {maxLength: 20}
          )
          .map(words => Buffer.from(words.join("")))
      )
      await fc.assert(
        fc.asyncProperty(bytes, async given => {
          async function* stdin(): AsyncGenerator<Uint8Array> {
            yield given.subarray(0, 7)
            yield given.subarray(7)
          }
          const found = await read(["-"], {stdin: stdin(), format: format.name})
          expect(found.length).toBeGreaterThan(0)
          for (const item of found) {
            if ("reason" in item) {
              expect(item.reason).toMatch(/^[^\n]+$/)
              continue
            }
            expect(item.text.trim()).toBe(item.text)
            expect(item.text).not.toBe("")
            if (format.name === "text") expect(originalText(item)).toBe(decoded(given).text)
          }
        }),
        {numRuns: 150}
      )
    })
  }
})
