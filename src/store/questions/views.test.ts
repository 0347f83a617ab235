import {mkdtempSync, rmSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {afterAll, beforeAll, describe, expect, test} from "vitest"
import {engines} from "../../../test/engines.ts"
import {mention} from "../../../test/mentions.ts"
import {ledger} from "../../ledger/ledger.ts"
import type {EventMention, Reading} from "../../model/model.ts"
import type {Store} from "../store.ts"
import {rewriteReadings, writeReadings} from "../writes.ts"
import {departures} from "./departures.ts"
import {eventCount} from "./events.ts"
import {networkAround} from "./network.ts"
import {newsBetween, newsKinds} from "./news.ts"
import {gapCounts, silentDays, unknownNames} from "./pile.ts"
import {lanesUnder, placesUnder} from "./places.ts"

/// What the briefing, the map, the timeline and the network are drawn from.

function reading(id: string, published: string | undefined, ...events: EventMention[]): Reading {
  const article = {id, text: `${id} met somebody`, removed: [], ...(published && {published})}
  const sentence = {index: 0, start: 0, end: article.text.length, first: 0, last: 0}
  return {
    article,
    document: {article, sentences: [sentence], tokens: [], clauses: [], reports: [], notes: []},
    mentions: {names: [], actors: [], places: [], times: []},
    coding: {events, uncoded: [], notes: []}
  }
}

const pyongyang = {id: "g1", name: "Pyongyang", country: "PRK", lat: 39, lon: 125.8, grain: "city" as const}
const met = (article: string, more: Parameters<typeof mention>[0] = {}): EventMention =>
  mention({actors: ["RUS"], recipients: ["PRK"], ...more, article})
const at = (place: typeof pyongyang, of: EventMention): EventMention => ({
  ...of,
  place: {means: place, basis: "stated", evidence: []}
})

for (const engine of engines) {
  describe(engine.name, () => {
    const folder = mkdtempSync(join(tmpdir(), "annals-views-"))
    let store: Store

    beforeAll(async () => {
      store = await engine.open(folder)
      await writeReadings(
        store,
        ledger,
        [
          reading("a", "2024-01-30", at(pyongyang, met("a", {day: "2024-01-30"}))),
          reading("b", "2024-02-02", met("b", {actors: ["USA"], recipients: ["RUS"], type: "ACCUSE", day: "2024-02-01"})),
          reading("c", "2024-02-05", met("c", {actors: ["USA"], recipients: ["RUS"], type: "SANCTION", day: "2024-02-04"}))
        ],
        {run: 1}
      )
      await writeReadings(
        store,
        ledger,
        [reading("d", "2024-03-02", met("d", {type: "AID", day: "2024-03-01"})), reading("e", undefined)],
        {
          run: 2
        }
      )
      // read again, the accusation is none any more
      await rewriteReadings(store, ledger, [reading("b", "2024-02-02")], {run: 3}, ["code"])
    })
    afterAll(async () => {
      await store.close()
      rmSync(folder, {recursive: true})
    })

    test("from the beginning everything is new; from a run on, what came and what went", async () => {
      expect(await (await newsBetween(store, 0, 3)).counts()).toEqual({
        new: 3,
        grown: 0,
        corrected: 0,
        contradicted: 0,
        withdrawn: 0
      })
      const since1 = await newsBetween(store, 1, 3)
      expect(await since1.counts()).toMatchObject({new: 1, withdrawn: 1})
      const [gone] = await since1.lines("withdrawn", 10, 0)
      expect(gone!.line).toBeUndefined()
      expect([gone!.before!.type, gone!.causes]).toEqual(["ACCUSE", ["code"]])
    })

    test("each number is as long as its list, page by page", async () => {
      for (const from of [0, 1, 2]) {
        const news = await newsBetween(store, from, 3)
        const counts = await news.counts()
        for (const kind of newsKinds) {
          const pages = await Promise.all([0, 1, 2, 3].map(n => news.lines(kind, 1, n)))
          expect(pages.flat().length, `${kind} since ${from}`).toBe(counts[kind])
        }
      }
    })

    test("places count what was told to be just there, and what has no place", async () => {
      const {total, places, unplaced} = await placesUnder(store, {})
      expect([total, unplaced, places.map(p => `${p.place.name} ${p.events}`)]).toEqual([3, 2, ["Pyongyang 1"]])
      expect(await eventCount(store, {placed: "none"})).toBe(2)
      expect(await eventCount(store, {placed: "point"})).toBe(1)
      expect(await eventCount(store, {placed: "region,country"})).toBe(0)
      expect((await eventCount(store, {dated: "yes"})) + (await eventCount(store, {dated: "no"}))).toBe(3)
    })

    test("lanes hold what each did, in the order of time; networks who stands with whom", async () => {
      const {lanes, undated} = await lanesUnder(store, {}, 5, 10)
      expect(undated).toBe(0)
      expect(lanes.map(l => `${l.id} ${l.events} ${l.marks.map(m => m.type).join(",")}`)).toEqual([
        "RUS 2 CONSULT,AID",
        "USA 1 SANCTION"
      ])
      expect((await lanesUnder(store, {}, 5, 1)).lanes[0]!.marks).toHaveLength(1)
      expect((await lanesUnder(store, {}, 5, 10, ["USA"])).lanes.map(l => l.id)).toEqual(["USA"])
      const {edges, left} = await networkAround(store, {}, ["RUS"], 1)
      expect([edges, left]).toEqual([[{a: "PRK", b: "RUS", events: 2, cooperation: 2}], 1])
    })

    test("the pile says what it lacks", async () => {
      expect(await gapCounts(store)).toMatchObject({undated: 1, skipped: 0, unplaced: 2, undatedEvents: 0})
      const days = await silentDays(store)
      expect([days[0], days.at(-1), days.length]).toEqual(["2024-03-01", "2024-01-31", 29])
      expect(await unknownNames(store, 10, 0)).toEqual([])
    })

    test("a short pile has no base rate; a longer one names who leaves it", async () => {
      expect(await departures(store, 5)).toBeUndefined()
      const month = (n: number): string => `2025-${String(n).padStart(2, "0")}`
      const readings: Reading[] = []
      for (let n = 1; n <= 10; n++) {
        // twelve talks in the tenth month, one in each before it; four articles a month
        for (let k = 0; k < (n === 10 ? 12 : 1); k++) {
          const day = `${month(n)}-${String(k * 2 + 1).padStart(2, "0")}`
          readings.push(reading(`m${n}-${k}`, day, met(`m${n}-${k}`, {actors: ["CHN"], recipients: ["JPN"], day})))
        }
        for (let k = 0; k < (n === 10 ? 1 : 12); k++) readings.push(reading(`x${n}-${k}`, `${month(n)}-05`))
      }
      await writeReadings(store, ledger, readings, {run: 4})
      const found = (await departures(store, 5))!
      expect([found.by, found.bins.at(-1)!.name, found.bins.at(-1)!.articles]).toEqual(["month", "2025-10", 13])
      const pair = found.pairs[0]!
      expect([pair.a, pair.b, pair.counts.at(-1), pair.departs]).toEqual(["CHN", "JPN", 12, true])
      expect(await eventCount(store, {pair: "CHN,JPN", bin: "2025-10"})).toBe(12)
    })
  })
}
