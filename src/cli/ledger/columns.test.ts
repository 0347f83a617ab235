import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {afterEach, beforeEach, expect, test} from "vitest"
import {articlesFrom} from "../../articles/read.ts"
import {columnsFor, rememberColumns} from "./columns.ts"

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "annals-columns-"))
})
afterEach(() => rmSync(folder, {recursive: true}))

const text = "The border was opened on Friday, and the governor said that it would stay open."

test("what was said of a source once is remembered for every file of its kind", async () => {
  const ledger = join(folder, "ledger")
  const asked = "text=korpus,title=die kopfzeile,published=tag"
  expect(columnsFor(ledger, undefined, [])).toEqual([])
  const first = columnsFor(ledger, asked, ["/x/blatt.csv"])
  rememberColumns(ledger, asked, ["/x/blatt.csv"])
  rememberColumns(ledger, asked, ["/x/blatt.csv"])
  expect(columnsFor(ledger, undefined, ["other.csv"])).toEqual(first)
  expect(readFileSync(join(ledger, "columns.yaml"), "utf8").split("\n").slice(2)).toEqual([
    "- of: blatt.csv",
    "  text: korpus",
    '  title: "die kopfzeile"',
    "  published: tag",
    ""
  ])
  const file = join(folder, "later.csv")
  writeFileSync(file, `die kopfzeile;korpus;tag\nBorder reopens;${text.replace(",", "")};2024-10-18\n`)
  for await (const item of articlesFrom([file], {columns: columnsFor(ledger, undefined, [])}))
    expect(item).toMatchObject({title: "Border reopens", published: "2024-10-18"})
})

test("a file of mappings, and what is wrong with one", () => {
  const file = join(folder, "mine.yaml")
  writeFileSync(file, "- {of: a, text: [t1, t2], html: h}\n")
  expect(columnsFor(folder, file, [])).toEqual([{source: "a", marks: [["t1"], ["t2"]], names: {text: ["t1", "t2"], html: ["h"]}}])
  const wrong: readonly (readonly [string, string])[] = [
    ["- {of: a, texts: t}\n", `${file}: "texts" of a is no part of an article; parts are text,`],
    ["- {of: a, text: 3}\n", `${file}: text of a should be the name of a column`],
    ["- {of: a, title: t}\n", "columns of a: none for the text"],
    ["a: b\n", `${file}: should be a list`],
    ["- {a\n", `${file}:2: no YAML`]
  ]
  for (const [yaml, says] of wrong) {
    writeFileSync(file, yaml)
    expect(() => columnsFor(folder, file, [])).toThrow(says)
  }
})
