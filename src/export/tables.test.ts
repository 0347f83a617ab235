import {parse} from "csv-parse/sync"
import fc from "fast-check"
import {expect, test} from "vitest"
import {anyEvent, council, event, mention, russia, stream as streamOf, known as world} from "../../test/events.ts"
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
    predicate: {article, span: {start: 9, end: 12}, quote: "met"},
    named: ["salvatierra"]
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
    expect(made, exporter.name).not.toContain("salvatierra")
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

/// The rules of Data Package and Table Schema that a package of ours can break, told as frictionless tells them.
function complaintsOf(pack: DataPackage, rowsOf: (path: string) => readonly Readonly<Record<string, string>>[]): string[] {
  const complaints: string[] = []
  if (!/^[a-z0-9._-]+$/.test(pack.name)) complaints.push(`name ${pack.name}`)
  if (pack.profile !== "tabular-data-package") complaints.push(`profile ${pack.profile}`)
  const named = new Set(pack.resources.map(r => r.name))
  if (named.size < pack.resources.length) complaints.push("two resources of one name")
  const keysOf = (name: string, fields: readonly string[]): Set<string> =>
    new Set(rowsOf(pack.resources.find(r => r.name === name)!.path).map(row => JSON.stringify(fields.map(f => row[f]))))
  for (const {name, path, profile, schema, encoding, dialect} of pack.resources) {
    const wrong = (what: string): void => void complaints.push(`${name}: ${what}`)
    if (!/^[a-z0-9._-]+$/.test(name)) wrong("name")
    if (/^[/~]|\.\.|:/.test(path)) wrong(`path ${path}`)
    if (profile !== "tabular-data-resource" || encoding !== "utf-8" || dialect.delimiter !== ",") wrong("profile")
    const fields = schema.fields.map(f => f.name)
    if (new Set(fields).size < fields.length) wrong("two fields of one name")
    for (const f of schema.fields) if (!(f.type in forms)) wrong(`type ${f.type} of ${f.name}`)
    for (const field of schema.primaryKey ?? []) if (!fields.includes(field)) wrong(`primary key ${field}`)
    const rows = rowsOf(path)
    const seen = new Set<string>()
    for (const row of rows) {
      if (JSON.stringify(Object.keys(row)) !== JSON.stringify(fields)) wrong(`header ${Object.keys(row).join(",")}`)
      for (const {name: field, type} of schema.fields)
        if (!schema.missingValues.includes(row[field]!) && !forms[type]!.test(row[field]!))
          wrong(`${field} ${row[field]} is no ${type}`)
      const key = JSON.stringify((schema.primaryKey ?? []).map(k => row[k]))
      if (schema.primaryKey && (seen.has(key) || schema.primaryKey.some(k => row[k] === "")))
        wrong(`primary key ${key} twice or empty`)
      seen.add(key)
    }
    for (const {fields: own, reference} of schema.foreignKeys ?? []) {
      if (!named.has(reference.resource)) wrong(`foreign key to ${reference.resource}`)
      const there = keysOf(reference.resource, reference.fields)
      for (const row of rows)
        if (own.some(f => row[f] !== "") && !there.has(JSON.stringify(own.map(f => row[f])))) wrong(`${own.join()} leads nowhere`)
    }
  }
  return complaints
}

interface DataPackage {
  readonly name: string
  readonly profile: string
  readonly resources: readonly {
    readonly name: string
    readonly path: string
    readonly profile: string
    readonly encoding: string
    readonly dialect: {readonly delimiter: string}
    readonly schema: {
      readonly fields: readonly {readonly name: string; readonly type: string}[]
      readonly missingValues: readonly string[]
      readonly primaryKey?: readonly string[]
      readonly foreignKeys?: readonly {
        readonly fields: readonly string[]
        readonly reference: {readonly resource: string; readonly fields: readonly string[]}
      }[]
    }
  }[]
}

/// What Table Schema takes for a value of each type, in its default format.
const forms: Readonly<Record<string, RegExp>> = {
  string: /^/,
  integer: /^[+-]?\d+$/,
  number: /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/,
  boolean: /^(?:true|True|TRUE|1|false|False|FALSE|0)$/,
  date: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/
}

test("the data package keeps the rules of Table Schema: names, types, missing values, keys that lead somewhere", async () => {
  const pack = JSON.parse(folderWords({version: "1", events: 2, filters: {}, text: "quote"})["datapackage.json"]!) as DataPackage
  const check = async (some: readonly Event[]): Promise<string[]> => {
    const files = new Map<string, readonly Readonly<Record<string, string>>[]>()
    for (const {name} of tables) {
      const exporter = exporters.find(e => e.name === (name === "events" ? "csv" : name))!
      let made = ""
      for await (const piece of exporter.write(streamOf(some), known)) made += piece
      files.set(`${name}.csv`, parse(made, {columns: true, record_delimiter: "\r\n"}))
    }
    return complaintsOf(pack, path => files.get(path)!)
  }
  expect(await check(events)).toEqual([])
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(anyEvent, {selector: e => e.id, maxLength: 4}), async some => {
      // ids of tellings are hashes, none is in two events; no party's id is empty
      const ided = (parties: Event["actors"]): Event["actors"] => parties.map(p => ({...p, id: `p${p.id}`}))
      const apart = some.map((e, i) => ({
        ...e,
        actors: ided(e.actors),
        recipients: ided(e.recipients),
        mentions: e.mentions.map((m, j) => ({...m, id: `${i}-${j}`})) as unknown as Event["mentions"]
      }))
      expect(await check(apart)).toEqual([])
    }),
    {numRuns: 25}
  )
})
