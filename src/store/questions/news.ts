import type {Account, Event, Status} from "../../model/model.ts"
import type {Summary} from "../history.ts"
import {oneOf} from "../sql.ts"
import type {Store} from "../store.ts"
import {type Difference, differences} from "./changes.ts"
import {type EventLine, eventLinesOf, wholeEventsOf} from "./events.ts"

/// What became of the ledger since a run, as a reader asks. `corrected` are those of which something is now told otherwise, whether a
/// report or a person did it; `contradicted` those of which two values cannot both be true, one of them told for the first time.
export const newsKinds = ["new", "grown", "corrected", "contradicted", "withdrawn"] as const
export type NewsKind = (typeof newsKinds)[number]

export interface NewsLine {
  readonly event: string
  /// As it stands; absent when it is withdrawn.
  readonly line?: EventLine
  readonly before?: Summary
  readonly after?: Summary
  /// The event it is now part of, or came out of.
  readonly other?: string
  readonly causes: readonly string[]
  readonly conflicts?: readonly Contradiction[]
}

/// One field of which values are told that cannot all be true, and who tells them.
export interface Contradiction {
  readonly field: Account["conflicts"][0]["field"]
  readonly what?: Account["conflicts"][0]["what"]
  readonly values: readonly {
    readonly value: string
    readonly low?: number
    readonly high?: number
    readonly lines: number
    readonly outlets: number
    /// The day it was first told.
    readonly first?: string
    readonly voices: readonly {readonly name?: string; readonly own: boolean; readonly status: Status}[]
    /// Told for the first time since the run asked about.
    readonly fresh: boolean
  }[]
}

export interface News {
  counts(): Promise<Readonly<Record<NewsKind, number>>>
  lines(kind: NewsKind, limit: number, offset: number): Promise<NewsLine[]>
}

/// What is new between two runs. History (what is told as background) is left out. From 0 on everything is new.
export async function newsBetween(store: Store, from: number, to: number): Promise<News> {
  return from === 0 ? everything(store) : since(store, await differences(store, from, to))
}

// one report alone contradicts nothing: most events need not be looked into
const isContradicted = `e.reports > 1 and e.body like '%"conflicts":[{%'`

/// A first reading: all there is.
function everything(store: Store): News {
  const conditions: {readonly [kind in NewsKind]?: string} = {
    new: "not e.background",
    contradicted: `not e.background and ${isContradicted}`
  }
  return {
    async counts() {
      const rows = await store.rows<{all: number; torn: number}>(
        `select count(*) as "all", count(case when (${isContradicted}) then 1 end) as torn from events e where not e.background`
      )
      return {new: rows[0]!.all, grown: 0, corrected: 0, contradicted: rows[0]!.torn, withdrawn: 0}
    },
    async lines(kind, limit, offset) {
      const ids = await store.rows<{id: string}>(
        `select e.id from events e where ${conditions[kind] ?? "false"}
         order by e.outlets desc, e.reports desc, e.since desc nulls last, e.id limit ${limit} offset ${offset}`
      )
      const names = ids.map(r => r.id)
      if (kind !== "contradicted")
        return (await eventLinesOf(store, names)).map(line => ({event: line.id, line, causes: ["text"]}))
      return (await wholeEventsOf(store, names)).map(({event, line}) => ({
        event: event.id,
        line,
        causes: ["text"],
        conflicts: contradictions(event, new Set())
      }))
    }
  }
}

async function since(store: Store, found: readonly Difference[]): Promise<News> {
  const told = found.filter(d => !(d.after ?? d.before)?.background)
  const sorted = [...told].sort((x, y) => outlets(y) - outlets(x) || reports(y) - reports(x) || (x.event < y.event ? -1 : 1))
  const ids = sorted.filter(d => d.after).map(d => d.event)
  const torn = await store.rows<{id: string}>(`select e.id from events e where ${isContradicted} and e.id in ${oneOf("$1")}`, [
    ids
  ])
  const conflicts = new Map<string, readonly Contradiction[]>()
  const before = new Map(sorted.map(d => [d.event, new Set(d.before?.mentions ?? [])]))
  for (const {event} of await wholeEventsOf(
    store,
    torn.map(r => r.id)
  )) {
    const fresh = contradictions(event, before.get(event.id)!).filter(c => c.values.some(v => v.fresh))
    if (fresh.length > 0) conflicts.set(event.id, fresh)
  }
  const lists: Readonly<Record<NewsKind, readonly Difference[]>> = {
    new: sorted.filter(d => d.kind === "added" || d.kind === "split"),
    grown: sorted.filter(d => isChange(d) && grew(d) && !retold(d)),
    corrected: sorted.filter(d => isChange(d) && (retold(d) || !grew(d))),
    contradicted: sorted.filter(d => conflicts.has(d.event)),
    withdrawn: sorted.filter(d => d.kind === "removed" || d.kind === "merged")
  }
  return {
    async counts() {
      return Object.fromEntries(newsKinds.map(kind => [kind, lists[kind].length])) as Record<NewsKind, number>
    },
    async lines(kind, limit, offset) {
      const page = lists[kind].slice(offset, offset + limit)
      const lines = await eventLinesOf(
        store,
        page.filter(d => d.after).map(d => d.event)
      )
      const byId = new Map(lines.map(l => [l.id, l]))
      return page.map(({event, other, causes, before: was, after}) => {
        const line = byId.get(event)
        return {
          event,
          causes,
          ...(line && {line}),
          ...(other !== undefined && {other}),
          ...(was && {before: was}),
          ...(after && {after}),
          ...(kind === "contradicted" && {conflicts: conflicts.get(event)!})
        }
      })
    }
  }
}

const outlets = (d: Difference): number => (d.after ?? d.before)?.outlets ?? 0
const reports = (d: Difference): number => (d.after ?? d.before)?.mentions.length ?? 0

const isChange = (d: Difference): boolean => d.kind === "changed" || d.kind === "renamed"

const grew = (d: Difference): boolean => {
  const had = new Set(d.before?.mentions)
  return d.after?.mentions.some(m => !had.has(m)) ?? false
}

/// Whether anything but the number of its reports is told otherwise.
function retold({before, after}: Difference): boolean {
  if (!before || !after) return false
  const said = ({mentions: _, outlets: _o, independent: _i, ...rest}: Summary): string => JSON.stringify(rest)
  return said(before) !== said(after)
}

/// The conflicts of an event with who says what; `known` are the reports there were before.
function contradictions(event: Event, known: ReadonlySet<string>): Contradiction[] {
  const byId = new Map(event.mentions.map(m => [m.id, m]))
  return (event.account?.conflicts ?? []).map(({field, what, values}) => ({
    field,
    ...(what && {what}),
    values: values.map(({value, mentions, lines}) => {
      const told = mentions.flatMap(id => byId.get(id) ?? [])
      const first = told.flatMap(m => m.published ?? []).sort()[0]
      const toll = field === "tolls" ? told.flatMap(m => m.tolls).find(t => t.what === what) : undefined
      const voices = new Map<string, {name?: string; own: boolean; status: Status}>()
      for (const m of told) {
        const own = m.claim.by.kind === "publisher"
        const name = m.claim.by.kind === "actor" ? m.claim.by.party.name : (m.claim.by.name ?? m.publisher)
        voices.set(`${own} ${name} ${m.claim.status}`, {...(name !== undefined && {name}), own, status: m.claim.status})
      }
      return {
        value,
        ...(toll?.low !== undefined && {low: toll.low}),
        ...(toll?.high !== undefined && {high: toll.high}),
        lines,
        outlets: new Set(told.map(m => m.publisher ?? m.article)).size,
        ...(first !== undefined && {first}),
        voices: [...voices.values()],
        fresh: mentions.every(id => !known.has(id))
      }
    })
  }))
}
