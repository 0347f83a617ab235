import {existsSync, mkdtempSync, readFileSync, rmSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {DuckDBInstance} from "@duckdb/node-api"
import {parse} from "csv-parse/sync"
import {afterAll, beforeAll, describe, expect, test, vi} from "vitest"
import {mention} from "../../../test/mentions.ts"
import type {EventList} from "../../api/contract.ts"
import type {Exporter, Row} from "../../export/exporter.ts"
import {exporters} from "../../export/list.ts"
import {tables} from "../../export/tables.ts"
import {ledger} from "../../ledger/ledger.ts"
import type {Event, Reading} from "../../model/model.ts"
import {openStore} from "../../store/store.ts"
import {writeReadings} from "../../store/writes.ts"
import {type Connection, connect} from "../ledger/connect.ts"
import {query} from "./events.ts"
import {exportEvents} from "./export.ts"

/// What an export holds and what the screen shows under the same filters is the same: for every exporter there is.

let folder: string
let said = ""
let connection: Connection

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "annals-export-"))
  vi.spyOn(process.stderr, "write").mockImplementation(words => {
    said += words
    return true
  })
  const store = await openStore(folder)
  const pair = {actors: ["RUS"], recipients: ["PRK"]}
  await writeReadings(store, ledger, [
    reading("one", {...pair, day: "2023-09-13", published: "2023-09-13", publisher: "A"}),
    reading("two", {...pair, day: "2023-09-13", published: "2023-09-14", publisher: "B", status: "did-not-happen"}),
    reading("three", {...pair, type: "AID", day: "2023-10-01", published: "2023-10-02", status: "planned", place: "Moscow"}),
    reading("four", {actors: ["KOR", "USA"], recipients: ["PRK", "RUS"], type: "ACCUSE", publisher: 'An "Odd";\tOutlet'}),
    reading("five", {...pair, type: "AID", day: "2003-10-01", published: "2023-10-03", background: true}),
    reading("six", {actors: [], recipients: ["PRK"], type: "PROTEST", day: "2023-11-01", mode: "riot"})
  ])
  await store.close()
  connection = await connect({ledger: folder})
})
afterAll(async () => {
  vi.restoreAllMocks()
  await connection.close()
  rmSync(folder, {recursive: true})
})

function reading(id: string, sketch: Parameters<typeof mention>[0]): Reading {
  const text = `met ${id}, and "talked"\nfor a long,\twhile; about <it> & more`
  const {published, publisher} = sketch
  const article = {
    id,
    text,
    removed: [],
    title: `A "title", of ${id}`,
    url: `https://courier.example/${id}`,
    ...(published && {published}),
    ...(publisher && {publisher})
  }
  const sentence = {index: 0, start: 0, end: text.length, first: 0, last: 0}
  return {
    article,
    document: {article, sentences: [sentence], tokens: [], clauses: [], reports: [], notes: []},
    mentions: {names: [], actors: [], places: [], times: []},
    coding: {events: [mention({...sketch, article: id})], uncoded: [], notes: []}
  }
}

const asking = async (path: string): Promise<Response> => connection.ask(`/api/v1${path}`)
const exported = async (as: string, filters: Readonly<Record<string, string>>): Promise<string> =>
  (await asking(`/export?${query(filters, {as, names: "raw"})}`)).text()

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0
const lines = (text: string): number => count(text, /\n/g)

/// How many rows there are in a file of a kind. A kind that is new here says how its rows are counted.
const rowsIn: Readonly<Record<string, (text: string, exporter: Exporter) => number>> = {
  "text/csv": text => (parse(text, {columns: true}) as unknown[]).length,
  "text/tab-separated-values": text => lines(text) - 1,
  "application/x-ndjson": (text, {name}) => (name === "ftm" ? count(text, /"schema":"Event"/g) : lines(text)),
  "application/geo+json": text => JSON.parse(text).features.length,
  "application/vnd.google-earth.kml+xml": text => count(text, /<Placemark /g),
  "application/gexf+xml": text => [...text.matchAll(/<edge [^>]*weight="(\d+)"/g)].reduce((sum, m) => sum + Number(m[1]), 0),
  "application/graphml+xml": text => [...text.matchAll(/<data key="weight">(\d+)</g)].reduce((sum, m) => sum + Number(m[1]), 0),
  "application/ld+json": text =>
    JSON.parse(text)["@graph"].filter((n: {"@type": string}) => [n["@type"]].flat().includes("Event")).length,
  "application/json": text => JSON.parse(text).events.length,
  "text/markdown": text => count(text, /^- \*\*/gm),
  "text/html": text => count(text, /<li id="e/g),
  "application/x-bibtex": text => count(text, /^@misc/gm),
  "application/vnd.citationstyles.csl+json": text => JSON.parse(text).length,
  "application/x-research-info-systems": text => count(text, /^TY {2}- /gm)
}

const distinct = (values: readonly unknown[]): number => new Set(values.map(v => JSON.stringify(v))).size

/// How many of each there are in events.
const held: Readonly<Record<Row, (events: readonly Event[]) => number>> = {
  event: events => events.length,
  "dated event": events => events.filter(e => e.time?.from).length,
  report: events => events.flatMap(e => e.mentions).length,
  claim: events =>
    distinct(events.flatMap(e => e.mentions.map(m => [e.id, m.claim.by, m.publisher, m.claim.stance, m.claim.status]))),
  evidence: events =>
    events
      .flatMap(e => e.mentions)
      .reduce((sum, m) => sum + 1 + [...m.actors, ...m.recipients].flatMap(a => a.evidence).length + m.claim.evidence.length, 0),
  actor: events => distinct(events.flatMap(e => [...e.actors, ...e.recipients].map(p => p.id))),
  article: events => distinct(events.flatMap(e => e.mentions.map(m => m.article))),
  outlet: events => distinct(events.flatMap(e => e.mentions.map(m => m.publisher ?? ""))),
  tie: events => events.reduce((sum, e) => sum + e.actors.length * e.recipients.length, 0)
}

const asked: readonly Readonly<Record<string, string>>[] = [
  {},
  {background: "all"},
  {type: "AID", status: "planned"},
  {pair: "RUS,PRK"},
  {since: "2023-09-01", until: "2023-10-01"},
  {search: '"talked"'}
]

describe.each(asked.map(filters => [JSON.stringify(filters), filters] as const))("under %s", (_, filters) => {
  let events: Event[]
  beforeAll(async () => {
    events = (await exported("jsonl", filters))
      .trimEnd()
      .split("\n")
      .flatMap(line => (line === "" ? [] : [JSON.parse(line) as Event]))
  })

  test("the screen shows as many events as the export has", async () => {
    const list = (await (await asking(`/events?${query(filters, {limit: "1000", total: "1"})}`)).json()) as EventList
    expect(list.events.map(e => e.id).sort()).toEqual(events.map(e => e.id).sort())
    expect(list.total).toBe(events.length)
  })

  test.each(exporters.map(e => [e.name, e] as const))("%s", async (name, exporter) => {
    const rows = rowsIn[exporter.mediaType]
    expect(rows, `say in rowsIn how rows of ${exporter.mediaType} are counted`).toBeDefined()
    expect(rows!(await exported(name, filters), exporter)).toBe(held[exporter.row](events))
  })
})

test.each(exporters.map(e => [e.name, e] as const))("%s without events is whole, and has no row", async (name, exporter) => {
  expect(rowsIn[exporter.mediaType]!(await exported(name, {since: "2090-01-01"}), exporter)).toBe(0)
})

test("the command says how many events went out; that there are none; and that a shape of another data set's is not theirs", async () => {
  await connection.close()
  const put = async (as: string, filters: Readonly<Record<string, string>>): Promise<string> => {
    said = ""
    expect(await exportEvents({ledger: folder, as, out: join(folder, `out.${as}`), text: "quote", ...filters})).toBe(0)
    return said
  }
  const out = (as: string): string => join(folder, `out.${as}`)
  expect(await put("csv", {})).toBe(`5 events in ${out("csv")}\n`)
  expect(existsSync(`${out("csv")}.about.json`)).toBe(false)
  expect(await put("parquet", {since: "2090-01-01"})).toBe(
    `0 events in ${out("parquet")}; nothing matches these filters, so there are no rows in it\n`
  )
  expect(await put("icews", {type: "AID"})).toMatch(/^coded by annals .* in the columns of ICEWS; these are not ICEWS's data\n/)
  expect(JSON.parse(readFileSync(`${out("icews")}.about.json`, "utf8"))).toMatchObject({
    dataset: "annals",
    shape: "ICEWS",
    filters: {type: "AID"}
  })
  await put("duckdb", {})
  const file = await DuckDBInstance.create(out("duckdb"), {access_mode: "READ_ONLY"})
  const db = await file.connect()
  for (const {name, columns} of tables) {
    const rows = (await db.runAndReadAll(`select * from "${name}"`)).getRowObjectsJS()
    const table = parse(await readFile(name === "events" ? "csv" : name), {columns: true}) as unknown[]
    expect([name, rows.length]).toEqual([name, table.length])
    expect(Object.keys(rows[0]!)).toEqual(columns.map(c => c.name))
  }
  expect((await db.runAndReadAll("select value from about where name = 'dataset'")).getRowsJS()).toEqual([["annals"]])
  db.closeSync()
  file.closeSync()

  async function readFile(as: string): Promise<string> {
    await put(as, {})
    return readFileSync(out(as), "utf8")
  }
})
