import {mkdtempSync, rmSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {type DuckDBConnection, DuckDBInstance} from "@duckdb/node-api"
import fc from "fast-check"
import {afterAll, beforeAll, expect, test} from "vitest"
import {mention} from "../../test/mentions.ts"
import {ledger} from "../ledger/ledger.ts"
import {type Reading, types} from "../model/model.ts"
import {type Filters, type Sort, sorts} from "./filters.ts"
import {facetCounts, timeSeries} from "./questions/counts.ts"
import {eventCount, eventLines} from "./questions/events.ts"
import {type Shelf, shelfOf} from "./shelf.ts"
import {readerOver} from "./shelving.ts"
import {listOf} from "./sql.ts"
import {openStore, type Store, type Value} from "./store.ts"
import {writeReadings} from "./writes.ts"

/// A shelf answers what the database does, whatever is asked.

const folder = mkdtempSync(join(tmpdir(), "annals-shelf-"))
let instance: DuckDBInstance
let asked: Store
let shelved: Store

/// Events of every kind, by turns.
function reading(i: number): Reading {
  const publisher = ["Wire", "Post", undefined][i % 3]
  const article = {id: `a${i}`, text: `a${i} met somebody at the border`, removed: [], ...(publisher && {publisher})}
  const sentence = {index: 0, start: 0, end: article.text.length, first: 0, last: 0}
  const time = [
    {day: "2024-01-30"},
    {day: "2024-01-31"},
    {day: "2024-03-02"},
    {day: "2024-01-01", until: "2025-01-01", grain: "year" as const},
    {}
  ][i % 5]!
  const place = ["g1", "g2", undefined][i % 3]
  const made = mention({
    actors: [["RUS"], ["USA", "CHN"], ["RUS:REB:Some Front"]][i % 3]!,
    recipients: [["PRK"], ["USA"], [], ["RUS"]][i % 4]!,
    type: types[i % types.length]!,
    status: (["happened", "ongoing", "planned", "did-not-happen", "happened", "happened"] as const)[i % 6]!,
    background: i % 7 === 0,
    article: article.id,
    ...(publisher && {publisher}),
    ...(place && {place}),
    ...time
  })
  return {
    article,
    document: {article, sentences: [sentence], tokens: [], clauses: [], reports: [], notes: []},
    mentions: {names: [], actors: [], places: [], times: []},
    coding: {events: [made], uncoded: [], notes: []}
  }
}

const storeOver = (connection: DuckDBConnection, shelf?: Shelf): Store =>
  ({
    spot: "rowid",
    writes: () => 0,
    ...(shelf && {shelf: () => shelf}),
    async rows(sql: string, values: readonly Value[] = []) {
      const bound = values.map(v => (typeof v === "object" && v !== null ? listOf(v) : v))
      const rows = (await connection.runAndReadAll(sql, bound)).getRowObjectsJS()
      return rows.map(row =>
        Object.fromEntries(
          Object.entries(row).flatMap(([k, v]) => (v === null ? [] : [[k, typeof v === "bigint" ? Number(v) : v]]))
        )
      )
    }
  }) as Partial<Store> as Store

beforeAll(async () => {
  const store = await openStore(folder)
  await writeReadings(
    store,
    ledger,
    Array.from({length: 160}, (_, i) => reading(i))
  )
  await store.close()
  instance = await DuckDBInstance.create(join(folder, "annals.duckdb"))
  const connection = await instance.connect()
  await connection.run("update events set confidence = (hash(id) % 4) / 4, reports = hash(id) % 3")
  // what is read step by step has a connection of its own, as in the store
  const reader = readerOver(await instance.connect())
  // one question at a time, as in the store: another one on the same connection ends what is being read
  let last: Promise<unknown> = Promise.resolve()
  const numbers: typeof reader.numbers = (...asked) => {
    const next = last.then(() => reader.numbers(...asked))
    last = next.catch(() => {})
    return next
  }
  asked = storeOver(connection)
  shelved = storeOver(connection, await shelfOf(reader, numbers))
})

afterAll(() => {
  instance.closeSync()
  rmSync(folder, {recursive: true})
})

test("it stands for as many events as are there, and not for too few", async () => {
  expect(await shelved.shelf!()!.count({background: "all"})).toBe(await eventCount(asked, {background: "all"}))
  expect(await eventCount(asked, {background: "all"})).toBeGreaterThan(100)
  const reader = readerOver(await instance.connect())
  expect(await shelfOf(reader, reader.numbers, 1000)).toBeUndefined()
})

const given = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, {nil: undefined, freq: 2})
const some = (...texts: string[]): fc.Arbitrary<string> => fc.subarray(texts).map(list => list.join(","))
const filters = fc
  .record({
    type: given(some("CONSULT", "aid", "ASSAULT", "NONE")),
    quad: given(some("1", "4", "9")),
    status: given(some("happened", "ongoing", "planned")),
    background: given(fc.constantFrom("", "no", "yes", "all")),
    actor: given(some("RUS", "USA", "some front", "id:some-front")),
    recipient: given(some("PRK", "USA", "XXX")),
    party: given(some("RUS", "CHN")),
    pair: given(some("RUS", "PRK")),
    place: given(some("id:g1", "RUS", "g2")),
    placed: given(some("point", "none", "country")),
    dated: given(fc.constantFrom("yes", "no")),
    since: given(fc.constantFrom("2024", "2024-01-31", "2024-02-01")),
    until: given(fc.constantFrom("2024-02", "2024-01-31", "2025-01-01")),
    bin: given(fc.constantFrom("2024-01", "2024")),
    publisher: given(some("Wire", "Post")),
    search: given(fc.constantFrom("border", "a1", "nothing")),
    confidence__gte: given(fc.constantFrom("0.5"))
  })
  .map(all => Object.fromEntries(Object.entries(all).filter(([, text]) => text !== undefined)) as Filters)

test("rows, counts, facets and bins are those of the database", async () => {
  await fc.assert(
    fc.asyncProperty(
      filters,
      fc.constantFrom(...(Object.keys(sorts) as Sort[])),
      fc.nat(60),
      fc.constantFrom("month" as const, "week" as const, "year" as const),
      async (filters, sort, pass, by) => {
        const both = <T>(ask: (store: Store) => Promise<T>): Promise<T[]> => Promise.all([asked, shelved].map(ask))
        const [n, m] = await both(store => eventCount(store, filters))
        expect(m).toBe(n)
        const [rows, lines] = await both(store => eventLines(store, filters, sort, 7, {pass}))
        expect(lines!.map(l => l.id)).toEqual(rows!.map(l => l.id))
        const [facets, tallies] = await both(store => facetCounts(store, filters, true))
        expect(tallies).toEqual(facets)
        const [bins, times] = await both(store => timeSeries(store, filters, by))
        expect(times).toEqual(bins)
      }
    ),
    {numRuns: 60}
  )
})
