import * as z from "zod"
import {differences} from "../../store/questions/changes.ts"
import {misquotes} from "../../store/questions/quotes.ts"
import {type Run, runsOf} from "../../store/runs.ts"
import type {EventChange, RunLine, Verification} from "../contract.ts"
import {BadRequest, type Desk, type Keeper} from "../desk.ts"
import {among, list} from "../list.ts"
import {type Route, route} from "../route.ts"
import {eventChange, readSummary, runLine, verification} from "../schemas/answers.ts"
import {text, whole} from "../schemas/named.ts"

const entryOf = (change: EventChange) => ({
  id: `change:${change.event}:${change.kind}`,
  title: `${change.kind}: ${[change.after ?? change.before].map(e => (e ? `${e.actors.join(", ") || "somebody"}: ${e.type}` : change.event))[0]}`,
  ...((change.after ?? change.before)?.from && {day: (change.after ?? change.before)!.from!}),
  words: `by ${change.causes.join(", ")}`,
  page: `/event/${change.kind === "merged" && change.other ? change.other : change.event}`
})

const runName = text.describe("A run's number, or the beginning of its id")

/// Readings, recodings and judgings as runs: what each did, what differs between two, and whether every quotation still stands.
export const runs: readonly Route[] = [
  list<RunLine>({
    path: "/runs",
    name: "listRuns",
    says: "Every reading, recoding and judging that changed the ledger, in their order",
    key: "runs",
    row: runLine,
    query: z.object({
      became: z.enum(["0", "1"]).describe("1: say how many events came, changed and went in each run").optional()
    }),
    also: {warnings: z.array(text).describe("What corrections contradict or do not find")},
    async page({desk, query}, page) {
      const all = await runsOf(desk.store)
      const also = {warnings: desk.keeper?.warnings ?? []}
      const found = query.limit === undefined ? {rows: all.slice(page.offset)} : among(all, page)
      const rows = query.became === "1" ? await withBecame(desk, found.rows) : found.rows
      return {...found, rows, also}
    },
    entry: run => ({
      id: `run:${run.id}`,
      title: `run ${run.run}: ${run.what}`,
      ...(run.began && {day: run.began}),
      words: `${run.articles} articles, ${run.mentions} reports, ${run.changes} changes of events`,
      page: "/runs"
    })
  }),

  list<EventChange>({
    path: "/changes",
    name: "listChanges",
    says: "What became of each event since a run or a day",
    key: "changes",
    row: eventChange,
    most: 1_000_000,
    also: {from: whole, to: whole, causes: z.record(text, whole), kinds: z.record(text, whole)},
    query: z.object({
      since: text.describe("A run, or a day: 2024-06-19; the beginning if not given").optional(),
      to: runName.optional()
    }),
    async page({desk, query}, page) {
      const all = await runsOf(desk.store)
      const from = since((query.since as string | undefined) ?? "0", all)
      const to = query.to === undefined ? (all.at(-1)?.run ?? 0) : runNamed(query.to as string, all)
      return changesIn(desk, from, to, page, query.limit === undefined)
    },
    entry: entryOf
  }),

  list<EventChange>({
    path: "/diff",
    name: "listDifferences",
    says: "What differs between the ledger after one run and after another, and by what cause",
    key: "changes",
    row: eventChange,
    most: 1_000_000,
    also: {from: whole, to: whole, causes: z.record(text, whole), kinds: z.record(text, whole)},
    query: z.object({
      a: runName,
      b: runName,
      cause: text.describe("Only what has this cause: text, code, data, codebook, correction").optional(),
      kind: text.describe("Only these kinds, by commas: added, removed, changed, merged, split, renamed").optional()
    }),
    async page({desk, query}, page) {
      const all = await runsOf(desk.store)
      const [a, b] = [runNamed(query.a as string, all), runNamed(query.b as string, all)]
      const kinds = (query.kind as string | undefined)?.split(",")
      const fits = (change: EventChange): boolean =>
        (query.cause === undefined || change.causes.includes(query.cause as string)) && (kinds?.includes(change.kind) ?? true)
      return changesIn(desk, a, b, page, query.limit === undefined, fits)
    },
    entry: entryOf
  }),

  route({
    method: "get",
    path: "/verify",
    name: "verify",
    says: "Every quotation read again in its article",
    answer: verification,
    fresh: true,
    reply: async ({desk}) => (await misquotes(desk.store)) satisfies Verification
  }),

  route({
    method: "post",
    path: "/runs",
    name: "beginRun",
    says: "Begins a run; what is written until its end belongs to it",
    owned: true,
    body: z.strictObject({what: z.enum(["read", "recode"])}, {error: 'POST /runs wants {"what": "read"} or {"what": "recode"}'}),
    answer: z.strictObject({}),
    async reply({desk, body}) {
      await keeperOf(desk).begin(body.what)
      desk.jobs.abroad.begin(body.what)
      return {}
    }
  }),

  route({
    method: "post",
    path: "/runs/end",
    name: "endRun",
    says: "Ends the run; nothing is answered if nothing happened in it",
    owned: true,
    answer: runLine.or(z.strictObject({})),
    async reply({desk}) {
      const run = await keeperOf(desk).end()
      desk.jobs.abroad.end()
      return run ?? {}
    }
  }),

  route({
    method: "post",
    path: "/recode",
    name: "recode",
    says: "Reads some articles again that were read otherwise than they would be now, and says how many are left",
    owned: true,
    answer: readSummary,
    async reply({desk}) {
      const written = await keeperOf(desk).recode(24)
      desk.jobs.abroad.took(written)
      return written
    }
  })
]

async function changesIn(
  {store}: Desk,
  from: number,
  to: number,
  page: Parameters<typeof among>[1],
  whole: boolean,
  fits: (change: EventChange) => boolean = () => true
) {
  const all = await differences(store, from, to)
  const also = {from, to, causes: countOf(all.flatMap(c => c.causes)), kinds: countOf(all.map(c => c.kind))}
  const found = all.filter(fits)
  return whole ? {rows: found.slice(page.offset), also} : {...among(found, page), also}
}

function countOf(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of [...names].sort()) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

/// A run with more changes than this is compared with the one before only when that is asked for.
const fewChanges = 3000
/// What became of events in a run that is over does not change any more: by the run's id.
const compared = new WeakMap<Desk["store"], Map<string, NonNullable<RunLine["became"]>>>()

async function withBecame({store}: Desk, runs: readonly Run[]): Promise<RunLine[]> {
  const known = compared.get(store) ?? new Map<string, NonNullable<RunLine["became"]>>()
  compared.set(store, known)
  const lines: RunLine[] = []
  for (const run of runs) {
    if (run.ended === undefined || run.changes > fewChanges) {
      lines.push(run)
      continue
    }
    let became = known.get(run.id)
    if (!became) {
      const kinds = countOf((await differences(store, run.run - 1, run.run)).map(c => c.kind))
      const sum = (...names: readonly string[]): number => names.reduce((n, name) => n + (kinds[name] ?? 0), 0)
      became = {came: sum("added", "split"), changed: sum("changed", "renamed"), gone: sum("removed", "merged")}
      known.set(run.id, became)
    }
    lines.push({...run, became})
  }
  return lines
}

export function keeperOf({keeper}: Desk): Keeper {
  if (!keeper) throw new BadRequest("this ledger is open for reading only", 403)
  return keeper
}

/// A run by its number or the beginning of its id.
export function runNamed(text: string, all: readonly Run[]): number {
  if (text === "0") return 0
  const found = all.filter(r => String(r.run) === text || (text.length >= 6 && r.id.startsWith(text)))
  if (found.length === 1) return found[0]!.run
  throw new BadRequest(`no run ${JSON.stringify(text)}; runs: ${all.map(r => r.run).join(", ") || "none yet"}`)
}

/// The run that a day or a moment comes after, or a run named.
export function since(text: string, all: readonly Run[]): number {
  if (!/^\d{4}-\d\d-\d\d/.test(text)) return runNamed(text, all)
  return all.filter(r => (r.began ?? "") < text).at(-1)?.run ?? 0
}
