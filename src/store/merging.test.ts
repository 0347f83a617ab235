import fc from "fast-check"
import {expect, test} from "vitest"
import {piles} from "../../test/mentions.ts"
import {judgements, type Verdict} from "../ledger/judgements.ts"
import {type Ledger, ledger, ledgerJudgedBy} from "../ledger/ledger.ts"
import type {Event, EventMention} from "../model/model.ts"
import {mergeInto} from "./merging.ts"
import type {Store} from "./store.ts"

type Row = Record<string, string | number>

/// Tables in memory, as far as merging asks for them.
function tables(): Store & {bodies(): string[]; keys(): string[]} {
  const all = new Map<string, Row[]>()
  const of = (table: string): Row[] => all.get(table) ?? []
  const store = {
    async insert(table: string, rows: readonly Row[]) {
      // what a database gives back is never the object that was put in
      all.set(table, [...of(table), ...rows.map(row => JSON.parse(JSON.stringify(row)) as Row)])
    },
    async among(table: string, columns: readonly string[], column: string, values: readonly (string | number)[]) {
      const wanted = new Set(values)
      return of(table)
        .filter(row => wanted.has(row[column]!))
        .map(row => Object.fromEntries(columns.flatMap(c => (row[c] === undefined ? [] : [[c, row[c]]]))))
    },
    async without(table: string, column: string, values: readonly (string | number)[]) {
      const unwanted = new Set(values)
      all.set(
        table,
        of(table).filter(row => !unwanted.has(row[column]!))
      )
    },
    bodies: () =>
      of("events")
        .sort((a, b) => (a.id! < b.id! ? -1 : 1))
        .map(row => row.body as string),
    keys: () =>
      of("keys")
        .map(row => `${row.key} ${row.mention}`)
        .sort()
  }
  return store as unknown as Store & {bodies(): string[]; keys(): string[]}
}

const log = {run: 1, causes: ["text"] as const}
const bodiesOf = (by: Ledger, mentions: readonly EventMention[]): string[] =>
  by.merge(mentions, () => ({signature: [], credits: []})).map(event => JSON.stringify(event))

/// What differs between two lists of events, in few words.
function differing(found: readonly string[], wanted: readonly string[]): string[] {
  const short = (body: string): string => {
    const {id, mentions, links, merges} = JSON.parse(body) as Event
    return `${id}: ${mentions.map(m => m.id).join(" ")} | ${JSON.stringify([links, merges])}`
  }
  return [
    ...found.filter(body => !wanted.includes(body)).map(body => `found ${short(body)}`),
    ...wanted.filter(body => !found.includes(body)).map(body => `wanted ${short(body)}`)
  ]
}

/// Batches of a pile, in any order and of any size, as any number of workers may hand them over.
const batched = fc
  .tuple(piles, fc.array(fc.nat({max: 4}), {minLength: 14, maxLength: 14}), fc.array(fc.nat(), {minLength: 14, maxLength: 14}))
  .map(([pile, of, at]) => {
    const shuffled = pile.map((m, i) => ({m, at: at[i]!, of: of[i]!})).sort((a, b) => a.at - b.at || (a.m.id < b.m.id ? -1 : 1))
    return [0, 1, 2, 3, 4].map(n => shuffled.filter(x => x.of === n).map(x => x.m)).filter(batch => batch.length > 0)
  })

async function stored(by: Ledger, batches: readonly (readonly EventMention[])[]): Promise<ReturnType<typeof tables>> {
  const store = tables()
  for (const fresh of batches) await mergeInto(store, by, {fresh, gone: []}, log)
  return store
}

test("added in any batches: the events of all mentions at once", async () => {
  await fc.assert(
    fc.asyncProperty(batched, async batches => {
      const store = await stored(ledger, batches)
      expect(differing(store.bodies(), bodiesOf(ledger, batches.flat()))).toEqual([])
      expect(store.keys()).toEqual((await stored(ledger, [batches.flat()])).keys())
    }),
    {numRuns: 120}
  )
})

test("what goes leaves the events of what stays", async () => {
  await fc.assert(
    fc.asyncProperty(batched, fc.nat({max: 4}), async (batches, leaving) => {
      const store = await stored(ledger, batches)
      const gone = new Set(batches[leaving]?.map(m => m.id))
      await mergeInto(store, ledger, {fresh: [], gone: [...gone]}, log)
      const stay = batches.flat().filter(m => !gone.has(m.id))
      expect(differing(store.bodies(), bodiesOf(ledger, stay))).toEqual([])
      expect(store.keys()).toEqual((await stored(ledger, [stay])).keys())
    }),
    {numRuns: 80}
  )
})

test("what is read otherwise, and what was judged meanwhile: as if it had always been so", async () => {
  const verdicts = fc.array(fc.tuple(fc.constantFrom<Verdict["op"]>("same", "not-same", "unsure"), fc.nat(13), fc.nat(13)), {
    maxLength: 4
  })
  await fc.assert(
    fc.asyncProperty(batched, verdicts, verdicts, fc.nat({max: 4}), async (batches, first, second, again) => {
      const pile = batches.flat()
      const ruled = (picks: typeof first) =>
        judgements(
          picks
            .filter(([, x, y]) => x !== y && pile[x] && pile[y])
            .map(([op, x, y], i) => ({id: `c${i}`, who: "e", when: "2024", op, target: pile[x]!.id, other: pile[y]!.id}))
        )
      const [before, after] = [ruled(first), ruled(second)]
      const store = await stored(ledgerJudgedBy(before), batches)
      expect(differing(store.bodies(), bodiesOf(ledgerJudgedBy(before), pile))).toEqual([])
      const named = [...new Set([...before.named, ...after.named])]
      await mergeInto(store, ledgerJudgedBy(after), {fresh: [], gone: [], again: named}, log)
      expect(differing(store.bodies(), bodiesOf(ledgerJudgedBy(after), pile))).toEqual([])
      const otherwise = (batches[again] ?? []).map(m => ({...m, words: ["meet"], actors: m.recipients, recipients: m.actors}))
      const changed = new Set(otherwise.map(m => m.id))
      await mergeInto(store, ledgerJudgedBy(after), {fresh: otherwise, gone: [...changed]}, log)
      expect(
        differing(store.bodies(), bodiesOf(ledgerJudgedBy(after), [...pile.filter(m => !changed.has(m.id)), ...otherwise]))
      ).toEqual([])
    }),
    {numRuns: 80}
  )
})
