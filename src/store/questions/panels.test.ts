import {mkdtempSync, rmSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import fc from "fast-check"
import {afterAll, beforeAll, expect, test} from "vitest"
import {mention} from "../../../test/mentions.ts"
import {ledger} from "../../ledger/ledger.ts"
import type {Reading} from "../../model/model.ts"
import {binName, binOf, endOf, startOf, steps} from "../filters.ts"
import {openStore, type Store} from "../store.ts"
import {writeReadings} from "../writes.ts"
import {eventCount} from "./events.ts"
import {panel, units} from "./panels.ts"

const folder = mkdtempSync(join(tmpdir(), "annals-panel-"))
let store: Store

function reading(id: string, sketch: Parameters<typeof mention>[0]): Reading {
  const article = {id, text: `${id} met somebody`, removed: []}
  const sentence = {index: 0, start: 0, end: article.text.length, first: 0, last: 0}
  return {
    article,
    document: {article, sentences: [sentence], tokens: [], clauses: [], reports: [], notes: []},
    mentions: {names: [], actors: [], places: [], times: []},
    coding: {events: [mention({...sketch, article: id})], uncoded: [], notes: []}
  }
}

beforeAll(async () => {
  store = await openStore(folder)
  await writeReadings(store, ledger, [
    reading("a", {actors: ["RUS"], recipients: ["PRK"], day: "2024-01-30"}),
    reading("b", {actors: ["RUS", "CHN"], recipients: ["PRK"], type: "AID", day: "2024-01-31"}),
    reading("c", {actors: ["USA"], recipients: ["RUS"], type: "ACCUSE", day: "2024-03-02"}),
    reading("d", {actors: ["USA"], recipients: [], type: "PROTEST", day: "2024-03-04"}),
    reading("e", {actors: ["USA"], recipients: ["RUS"], type: "SANCTION"})
  ])
})

afterAll(async () => {
  await store.close()
  rmSync(folder, {recursive: true})
})

test("an event stands in the row of each pair it joins; what stands in none is counted", async () => {
  const made = await panel(store, {}, "dyad", "month", false)
  expect(made.rows.map(r => `${r.sides.join(">")} ${r.from} ${r.events} ${r.quads.join("")}`)).toEqual([
    "CHN>PRK 2024-01-01 1 0100",
    "RUS>PRK 2024-01-01 2 1100",
    "USA>RUS 2024-03-01 1 0010"
  ])
  expect([made.undated, made.vague, made.sideless]).toEqual([1, 0, 1])
  expect(made.rows[1]!.types).toEqual({CONSULT: 1, AID: 1})
})

test("filled, every unit has every period", async () => {
  const {rows} = await panel(store, {}, "dyad", "month", true)
  expect(rows).toHaveLength(9)
  expect(rows.filter(r => r.events === 0)).toHaveLength(6)
  expect((await panel(store, {type: "AID"}, "country", "week", true)).rows.map(r => r.from)).toEqual(Array(3).fill("2024-01-29"))
})

for (const unit of units) {
  for (const by of steps) {
    test(`every ${unit}-${by} row's query lists exactly its events`, async () => {
      const {rows} = await panel(store, {type: "CONSULT,AID,ACCUSE,PROTEST"}, unit, by, false)
      expect(rows.length).toBeGreaterThan(0)
      for (const row of rows) expect(await eventCount(store, row.filters)).toBe(row.events)
    })
  }
}

test("a bin's name leads back to the bin, for any day", () => {
  const days = fc.integer({min: 0, max: 50_000}).map(n => new Date(n * 86_400_000).toISOString().slice(0, 10))
  fc.assert(
    fc.property(days, fc.constantFrom(...steps), (day, by) => {
      const from = startOf(day, by)
      expect(from <= day && day < endOf(from, by)).toBe(true)
      expect(binOf(binName(from, by))).toEqual({from, until: endOf(from, by), step: by})
    })
  )
  expect([binName("2020-12-28", "week"), binName("2024-12-30", "week"), binOf("2021-W53")]).toEqual([
    "2020-W53",
    "2025-W01",
    undefined
  ])
})
