import {expect, test} from "vitest"
import {council, event, mention, russia, stream as streamOf, known as world} from "../../test/events.ts"
import type {Event, EventMention} from "../model/model.ts"
import type {ArticleBook, Known} from "./exporter.ts"
import {type FlatRow, flatColumns} from "./flat.ts"
import {folderWords} from "./folder.ts"
import {exporters} from "./list.ts"
import {tables} from "./tables.ts"
import {withoutQuotes, withoutTexts} from "./text.ts"

const told = (article: string, publisher: string, published?: string): EventMention =>
  mention({
    id: `${article}1`,
    article,
    publisher,
    ...(published && {published}),
    actors: [{means: russia, basis: "stated", evidence: [{article, span: {start: 0, end: 8}, quote: "somebody"}]}],
    predicate: {article, span: {start: 9, end: 12}, quote: "met"}
  })
const events: readonly Event[] = [
  event({mentions: [told("a", "A", "2024-01-31"), told("b", "B", "2024-02-01")]}),
  event({id: "1".repeat(16), type: "ACCUSE", actors: [council], recipients: [russia], mentions: [told("c", "A")]})
]
const known: Known = {
  ...world,
  articles: async ids =>
    new Map(ids.map((id): [string, ArticleBook] => [id, {id, url: `https://example.org/${id}`, text: "somebody met somebody"}]))
}

const stream = (): AsyncGenerator<Event> => streamOf(events)

async function rowsOf(name: string): Promise<FlatRow[]> {
  const rows: FlatRow[] = []
  for await (const row of tables.find(t => t.name === name)!.rows(stream(), known)) rows.push(row)
  return rows
}

test("the tables hold the same events, once each, and their keys lead somewhere", async () => {
  const all = new Map<string, FlatRow[]>()
  for (const {name} of tables) all.set(name, await rowsOf(name))
  expect(all.get("events")).toHaveLength(events.length)
  expect(all.get("reports")).toHaveLength(3)
  expect(all.get("articles")).toHaveLength(3)
  expect(all.get("sources")!.map(r => [r.publisher, r.n_articles])).toEqual([
    ["A", 2],
    ["B", 1]
  ])
  for (const table of tables) {
    const names = new Set(table.columns.map(c => c.name))
    for (const row of all.get(table.name)!) for (const name of Object.keys(row)) expect(names, table.name).toContain(name)
    if (table.primaryKey) {
      const keys = all.get(table.name)!.map(r => table.primaryKey!.map(k => r[k]).join(" "))
      expect(new Set(keys).size, table.name).toBe(keys.length)
    }
    for (const {column, table: other, to} of table.foreignKeys ?? []) {
      const there = new Set(all.get(other)!.map(r => r[to]))
      for (const row of all.get(table.name)!) expect(there, `${table.name}.${column}`).toContain(row[column])
    }
  }
})

test("without texts no word of an article goes out, but where it stood does", async () => {
  for (const exporter of exporters) {
    let made = ""
    for await (const piece of exporter.write(withoutQuotes(stream()), withoutTexts(known), {text: "none"})) made += piece
    expect(made, exporter.name).not.toContain("somebody met")
    for (const event of events) {
      const {quote} = event.mentions[0].predicate
      if (exporter.name === "jsonl") expect(made).not.toContain(`"quote":"${quote}"`)
    }
  }
  for await (const event of withoutQuotes(stream())) {
    const told = events.find(e => e.id === event.id)!.mentions[0]
    expect(event.mentions[0].predicate).toEqual({...told.predicate, quote: ""})
  }
})

test("an export folder's words name every file, column and filter", () => {
  const words = folderWords({version: "1.2.3", events: 2, filters: {pair: "RUS,PRK"}, text: "none"})
  const data = JSON.parse(words["datapackage.json"]!)
  expect(data.resources.map((r: {path: string}) => r.path)).toEqual(tables.map(t => `${t.name}.csv`))
  expect(data.resources[0].schema.fields.map((f: {name: string}) => f.name)).toEqual(flatColumns.map(c => c.name))
  for (const {name, columns} of tables) {
    expect(words["README.md"]).toContain(`\`${name}.csv\``)
    for (const c of columns) expect(words["CODEBOOK.md"]).toContain(`| ${c.name} |`)
  }
  expect(words["README.md"]).toContain("pair = RUS,PRK")
  expect(words["README.md"]).toContain("annals rehydrate")
  expect(words["CITATION.cff"]).toContain('version: "1.2.3"')
})
