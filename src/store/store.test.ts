import {existsSync, mkdtempSync, rmSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import fc from "fast-check"
import {afterEach, beforeEach, describe, expect, test} from "vitest"
import {engines} from "../../test/engines.ts"
import {mention, piles} from "../../test/mentions.ts"
import {ledger} from "../ledger/ledger.ts"
import type {EventMention, Reading} from "../model/model.ts"
import {correctAnew, noOverlay} from "./layer.ts"
import {facetCounts, timeSeries, totals} from "./questions/counts.ts"
import {eventById, eventCount, eventLines, everyEvent, relatedTo} from "./questions/events.ts"
import {openStore, type Store} from "./store.ts"
import {catchUp, rewriteReadings, writeReadings} from "./writes.ts"

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "annals-test-"))
})
afterEach(() => rmSync(folder, {recursive: true, force: true}))

/// Readings that hold these mentions, one an article.
const readingsOf = (mentions: readonly EventMention[]): Reading[] =>
  [...new Set(mentions.map(m => m.article))].map(id => {
    const mine = mentions.filter(m => m.article === id)
    const text = `${"met ".repeat(20)}${id}`
    return {
      article: {id, text, removed: [], ...(mine[0]!.published && {published: mine[0]!.published})},
      document: {article: {id, text}, sentences: [], tokens: [], clauses: [], reports: [], notes: []},
      mentions: {names: [], actors: [], places: [], times: []},
      coding: {events: mine, uncoded: [], notes: []}
    }
  })

async function dump(store: Store): Promise<string[]> {
  const lines: string[] = []
  for await (const event of everyEvent(store, {background: "all"})) lines.push(JSON.stringify(event))
  return lines
}

describe.each(engines)("a ledger in $name", ({open}) => {
  test("batches of any size and order end in the same bytes, and doubles add nothing", async () => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(piles, fc.integer({min: 1, max: 4}), async (pile, size) => {
        const readings = readingsOf(pile)
        const [whole, parts] = [await open(join(folder, `a${run}`)), await open(join(folder, `b${run++}`))]
        await writeReadings(whole, ledger, readings)
        const backwards = [...readings].reverse()
        for (let at = 0; at < backwards.length; at += size) await writeReadings(parts, ledger, backwards.slice(at, at + size))
        await writeReadings(parts, ledger, readings)
        expect(await dump(parts)).toEqual(await dump(whole))
        expect((await totals(parts)).mentions).toBe(pile.length)
        await whole.close()
        await parts.close()
      }),
      {numRuns: 12}
    )
  })

  test("reading again otherwise ends in the bytes of reading so from the start, and old ids lead on", async () => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(piles, fc.infiniteStream(fc.boolean()), async (pile, coins) => {
        const readings = readingsOf(pile)
        const otherwise = readings.map(r => ({
          ...r,
          coding: {...r.coding, events: r.coding.events.filter(() => coins.next().value)}
        }))
        const [once, twice] = [await open(join(folder, `c${run}`)), await open(join(folder, `d${run++}`))]
        await writeReadings(once, ledger, otherwise)
        await writeReadings(twice, ledger, readings)
        await rewriteReadings(twice, ledger, otherwise, {run: 2}, ["code"])
        expect(await dump(twice)).toEqual(await dump(once))
        const doubles = "select key, mention from keys group by 1, 2 order by 1, 2"
        expect(await twice.rows(doubles)).toEqual(await once.rows(doubles))
        await correctAnew(twice, ledger, noOverlay, {articles: [], again: pile.map(m => m.id)}, 3)
        expect(await dump(twice)).toEqual(await dump(once))
        await once.close()
        await twice.close()
      }),
      {numRuns: 12}
    )
  })

  test("the id of a mention that is read otherwise leads to what the same words tell now", async () => {
    const store = await open(folder)
    const was = mention({day: "2023-09-13", article: "a", published: "2023-09-13"})
    const is = mention({type: "AID", recipients: ["PRK"], day: "2023-09-13", article: "a", published: "2023-09-13"})
    await writeReadings(store, ledger, readingsOf([was]))
    await rewriteReadings(store, ledger, readingsOf([is]), {run: 2}, ["code"])
    expect((await eventById(store, was.id))!.event.id).toBe(is.id)
    expect(await store.rows("select run, event, kind, cause from changes order by run, event")).toEqual(
      expect.arrayContaining([
        {run: 0, event: was.id, kind: "added", cause: "text"},
        {run: 2, event: is.id, kind: "changed", cause: "code"}
      ])
    )
    await store.close()
  })

  test("a failing batch leaves nothing behind", async () => {
    const store = await open(folder)
    await writeReadings(store, ledger, readingsOf([mention({day: "2023-09-13"})]))
    const before = await dump(store)
    const failing = {
      ...ledger,
      event() {
        throw new Error("out of luck")
      }
    }
    await expect(
      writeReadings(store, failing, readingsOf([mention({day: "2023-09-14", published: "2023-09-14"})]))
    ).rejects.toThrow("out of luck")
    expect(await dump(store)).toEqual(before)
    expect((await totals(store)).articles).toBe(1)
    await store.close()
  })

  test("rows are found by any column, written in this transaction or long before", async () => {
    const store = await open(folder)
    const row = (n: number): object => ({id: `m${n}`, article: `a${n % 700}`, event: `e${n % 500}`, body: `${n}`})
    const rows = (from: number, until: number): object[] => Array.from({length: until - from}, (_, i) => row(from + i))
    const found = async (column: string, values: readonly string[]): Promise<number[]> =>
      (await store.among<{body: string}>("mentions", ["body"], column, values)).map(r => Number(r.body)).sort((a, b) => a - b)
    await store.transaction(() => store.insert("mentions", rows(0, 6000)))
    await store.transaction(async () => {
      await store.without("mentions", "id", ["m7", "m5999"])
      await store.insert("mentions", rows(6000, 6100))
      await store.insert("mentions", [{...row(7), article: "another"}])
      expect(await found("id", ["m3", "m7", "m5999", "m6050", "none"])).toEqual([3, 7, 6050])
      expect(await found("event", ["e7"])).toEqual(Array.from({length: 13}, (_, i) => 7 + 500 * i).filter(n => n < 6100))
      expect(await found("article", ["another"])).toEqual([7])
      expect(
        await found(
          "article",
          [...Array(700).keys()].map(n => `a${n}`)
        )
      ).toHaveLength(6098)
    })
    expect(await found("article", ["a7"])).toEqual([707, 1407, 2107, 2807, 3507, 4207, 4907, 5607])
    await store.close()
  })

  test("a ledger of a newer shape is refused with the next step", async () => {
    const store = await open(folder)
    await store.run("update meta set value = '99' where key = 'schema'")
    await store.close()
    await expect(open(folder)).rejects.toThrow(/newer annals.*update annals/)
  })
})

describe.each(engines)("questions in $name", ({open}) => {
  test("filters, counts and series say the same", async () => {
    const store = await open(folder)
    await writeReadings(
      store,
      ledger,
      readingsOf([
        mention({actors: ["RUS"], recipients: ["PRK"], day: "2023-09-13", published: "2023-09-13", publisher: "A"}),
        mention({
          type: "ASSAULT",
          actors: ["RUS"],
          recipients: ["UKR"],
          day: "2023-09-14",
          published: "2023-09-14",
          publisher: "B"
        }),
        mention({
          type: "AID",
          actors: ["BLR"],
          recipients: ["PRK"],
          day: "2023-01-01",
          until: "2024-01-01",
          grain: "year",
          published: "2023-09-15"
        }),
        mention({type: "AID", actors: ["CHN"], recipients: ["PRK"], published: "2023-09-16"})
      ])
    )
    expect(await eventCount(store, {})).toBe(4)
    expect((await eventLines(store, {actor: "RUS", type: "assault"}, "-date", 10)).map(l => l.type)).toEqual(["ASSAULT"])
    expect(await eventCount(store, {pair: "RUS,PRK"})).toBe(1)
    // "RUS" is Russia alone, not every name that has these letters
    expect(await eventCount(store, {party: "RUS"})).toBe(2)
    const facets = await facetCounts(store, {})
    expect(facets.total).toBe(4)
    for (const {value, count} of facets.actor) expect(await eventCount(store, {actor: value})).toBe(count)
    for (const {value, count} of facets.type) expect(await eventCount(store, {type: value})).toBe(count)
    for (const {value, count} of facets.publisher) expect(await eventCount(store, {publisher: value})).toBe(count)
    const apart = await facetCounts(store, {actor: "RUS", type: "CONSULT"}, true)
    expect([apart.total, apart.actor, apart.type]).toEqual([
      1,
      [{value: "RUS", label: "RUS", count: 1}],
      [
        {value: "ASSAULT", label: "ASSAULT", count: 1},
        {value: "CONSULT", label: "CONSULT", count: 1}
      ]
    ])
    const all = await eventLines(store, {}, "-reports", 10)
    for (const pass of [0, 1, 3, 9]) expect(await eventLines(store, {}, "-reports", 2, {pass})).toEqual(all.slice(pass, pass + 2))
    for (const by of ["year", "quarter", "week"] as const) {
      const {bins, undated} = await timeSeries(store, {}, by)
      expect(undated + bins.reduce((sum, b) => sum + b.events + b.vague, 0)).toBeCloseTo(4, 1)
    }
    const series = await timeSeries(store, {}, "month")
    expect(series.undated).toBe(1)
    expect(series.bins.find(b => b.from === "2023-09-01")!.events).toBe(2)
    // a year is spread over its months and stands on no first day
    expect(series.bins.find(b => b.from === "2023-01-01")).toMatchObject({events: 0, vague: 0.083})
    const first = (await eventLines(store, {}, "-date", 1))[0]!
    expect((await eventById(store, first.id.slice(0, 8)))!.event.id).toBe(first.id)
    await store.close()
  })

  test("a deed shows its plan and its denial, and they it", async () => {
    const store = await open(folder)
    const told = {actors: ["RUS"], recipients: ["PRK"], day: "2023-09-13"}
    const deed = mention({...told, published: "2023-09-13", publisher: "A"})
    const plan = mention({...told, status: "planned", published: "2023-09-05", publisher: "B"})
    const denial = mention({...told, status: "did-not-happen", published: "2023-09-15", publisher: "C"})
    await writeReadings(store, ledger, readingsOf([denial]))
    await writeReadings(store, ledger, readingsOf([deed, plan]))
    const shown = async (id: string): Promise<string[]> =>
      (await relatedTo(store, id)).map(r => `${r.kind} ${r.back ? "from" : "to"} ${r.line.status}`)
    expect(await shown(deed.id)).toEqual(["denial-of from did-not-happen", "plan-of from planned"])
    expect(await shown(plan.id)).toEqual(["plan-of to happened"])
    expect(await shown(denial.id)).toEqual(["denial-of to happened"])
    await store.close()
  })
})

describe("a ledger on disk", () => {
  test("a ledger of the first shape is brought forward, a copy kept", async () => {
    const store = await openStore(folder)
    await writeReadings(
      store,
      ledger,
      readingsOf([mention({day: "2023-09-13", published: "2023-09-13"}), mention({day: "2023-09-20", published: "2023-09-20"})])
    )
    const before = await dump(store)
    for (const sql of [
      "alter table articles drop column credits",
      "alter table articles drop column revised",
      "alter table articles drop column coder",
      "alter table mentions drop column gist",
      "alter table mentions drop column beside",
      "alter table mentions add column component varchar",
      "drop table heirs",
      "drop table runs",
      "drop table changes",
      "update meta set value = '1' where key = 'schema'"
    ])
      await store.run(sql)
    await store.close()
    const again = await openStore(folder)
    await catchUp(again, ledger)
    expect(await dump(again)).toEqual(before)
    expect(existsSync(join(folder, "annals-shape-1.duckdb"))).toBe(true)
    await again.close()
  })

  test("a ledger of the third shape gets what its lists show, and the index of words, a copy kept", async () => {
    const store = await openStore(folder)
    const told = [mention({day: "2023-09-13", published: "2023-09-13"}), mention({type: "AID", published: "2023-09-20"})]
    await writeReadings(store, ledger, readingsOf(told))
    const before = [await dump(store), await eventLines(store, {search: "met"}, "-date", 5), await facetCounts(store, {})]
    expect(before[1]).toHaveLength(2)
    for (const column of ["month", "who", "whom", "told_by", "doc", "line"])
      await store.run(`alter table events drop column ${column}`)
    await store.run("delete from docs")
    await store.run("delete from words")
    await store.run("update meta set value = '3' where key = 'schema'")
    await store.close()
    const again = await openStore(folder)
    expect([await dump(again), await eventLines(again, {search: "met"}, "-date", 5), await facetCounts(again, {})]).toEqual(
      before
    )
    expect(existsSync(join(folder, "annals-shape-3.duckdb"))).toBe(true)
    await writeReadings(
      again,
      ledger,
      readingsOf([mention({type: "ASSAULT", article: "z", day: "2024-01-01", published: "2024-01-01"})])
    )
    expect(await eventLines(again, {search: "met", type: "ASSAULT"}, "-date", 5)).toHaveLength(1)
    await again.close()
  })

  test("what was filed under fewer keys is filed anew", async () => {
    const store = await openStore(folder)
    const told = [mention({day: "2023-09-13", published: "2023-09-13"}), mention({type: "AID", published: "2023-09-20"})]
    await writeReadings(store, ledger, readingsOf(told))
    const keys = () => store.rows("select key, mention from keys order by key, mention")
    const before = await keys()
    await store.run("delete from keys where mention = (select max(mention) from keys)")
    await catchUp(store, ledger)
    expect((await keys()).length).toBeLessThan(before.length)
    await store.run("delete from meta where key = 'filing'")
    await catchUp(store, ledger)
    expect(await keys()).toEqual(before)
    await store.close()
  })

  test("no ledger where one must be", async () => {
    await expect(openStore(join(folder, "none"), true)).rejects.toThrow(/no ledger in .*annals read/)
  })
})
