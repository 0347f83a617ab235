import {type EventType, type Quad, quadNames, quadOf} from "../../model/model.ts"
import {endOf, type Filters, finer, type Step, startOf, where} from "../filters.ts"
import type {Counted, Shelf, Tally} from "../shelf.ts"
import {eachOf, oneOf, textsOf} from "../sql.ts"
import type {Store} from "../store.ts"
import {eventCount} from "./events.ts"

export interface FacetCount {
  readonly value: string
  readonly label: string
  readonly count: number
}

/// What is counted, and what of an event it stands in: one value, a value and its name, or several values.
const facets = {
  type: {columns: ["e.type"]},
  quad: {columns: ["cast(e.quad as varchar)"]},
  status: {columns: ["e.status"]},
  place: {columns: ["'id:' || e.place_id", "e.place_name"]},
  actor: {columns: ["e.who"], several: true},
  recipient: {columns: ["e.whom"], several: true},
  publisher: {columns: ["e.told_by"], several: true}
} as const satisfies Readonly<Record<string, {readonly columns: readonly string[]; readonly several?: true}>>
type Facet = keyof typeof facets
const facetNames = Object.keys(facets) as Facet[]

const mostValues = 40

/// How many events there are of each value, most first. Where `apart`, each list is counted without the filter of its own name.
export async function facetCounts(store: Store, filters: Filters, apart = false) {
  const own = facetNames.filter(name => apart && filters[name])
  const [all, background, ...lists] = await Promise.all([
    counted(
      store,
      filters,
      facetNames.filter(name => !own.includes(name))
    ),
    backgroundCounts(store, filters),
    ...own.map(name => counted(store, {...filters, [name]: ""}, [name]))
  ])
  const lines = [all, ...lists].flatMap(found => found.lines)
  const names = await namesOf(store, [...new Set(lines.filter(isUnnamed).map(l => l.value))])
  const list = (name: Facet): FacetCount[] =>
    lines
      .filter(l => l.facet === name)
      .map(({value, label, count}) => ({value, label: label ?? names.get(value) ?? value, count}))
  return {
    total: all.total,
    type: list("type"),
    quad: list("quad").map(q => ({...q, label: quadNames[Number(q.value) as Quad]})),
    status: list("status"),
    actor: list("actor"),
    recipient: list("recipient"),
    place: list("place"),
    publisher: list("publisher"),
    background
  }
}

interface FacetLine {
  readonly facet: Facet
  readonly value: string
  readonly label?: string
  readonly count: number
}

/// An actor without a country, of which only the id is known so far.
const isUnnamed = ({facet, value}: FacetLine): boolean =>
  (facet === "actor" || facet === "recipient") && !/^[A-Z]{3}$/.test(value)

/// Names that were asked for, as long as nothing is written.
const named = new WeakMap<Store, {readonly at: number; readonly names: Map<string, string>}>()

async function namesOf(store: Store, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const at = store.writes()
  let known = named.get(store)
  if (known?.at !== at) named.set(store, (known = {at, names: new Map()}))
  const {names} = known
  const unknown = ids.filter(id => !names.has(id))
  if (unknown.length > 0) {
    const rows = await store.rows<{id: string; name: string}>(
      `select id, min(name) as name from parties where country is null and id in ${oneOf("$1")} group by id`,
      [unknown]
    )
    for (const {id, name} of rows) names.set(id, name)
  }
  return names
}

/// Counts several facets in one look through the events, and how many events there are.
async function counted(
  store: Store,
  filters: Filters,
  names: readonly Facet[]
): Promise<{total: number; lines: readonly FacetLine[]}> {
  const {sql, values} = where(filters)
  if (names.length === 0) return {total: await eventCount(store, filters), lines: []}
  const shelf = store.shelf?.()
  if (shelf) return shelved(shelf, filters, names)
  const columns: {readonly name: Facet; readonly sql: string}[] = names.flatMap(name =>
    facets[name].columns.map(sql => ({name, sql}))
  )
  // a bit for each column that a set leaves out, the first column the highest
  const without = (name?: Facet): number => columns.reduce((bits, c) => bits * 2 + (c.name === name ? 0 : 1), 0)
  const at = (name: Facet, i = 0): string => `c${columns.findIndex(c => c.name === name) + i}`
  const sets = [...names.map(name => `(${columns.flatMap((c, i) => (c.name === name ? `c${i}` : [])).join(", ")})`), "()"]
  const line = (name: Facet): string => {
    const facet: {readonly columns: readonly string[]; readonly several?: true} = facets[name]
    const mine = `from counted where g = ${without(name)} and ${at(name)} is not null`
    const label = facet.columns[1] === undefined ? "cast(null as varchar)" : `min(${at(name, 1)})`
    const each = facet.several
      ? `(select ${eachOf(at(name))} as value, n ${mine}) as each where value <> ''`
      : `(select * from counted) as each where g = ${without(name)} and ${at(name)} is not null`
    const value = facet.several ? "value" : at(name)
    return `(select '${name}' as facet, ${value} as value, ${label} as label, cast(sum(n) as bigint) as count
      from ${each} group by 2 order by 4 desc, 2 limit ${mostValues})`
  }
  const rows = await store.rows<FacetLine | {facet: "total"; count: number}>(
    `with seen as (select ${columns.map((c, i) => `${c.sql} as c${i}`).join(", ")} from events e where ${sql}),
     counted as materialized (
       select grouping(${columns.map((_, i) => `c${i}`).join(", ")}) as g, ${columns.map((_, i) => `c${i}`).join(", ")}, count(*) as n
       from seen group by grouping sets (${sets.join(", ")}))
     (select 'total' as facet, cast(null as varchar) as value, cast(null as varchar) as label, cast(sum(n) as bigint) as count from counted where g = ${without()})
     ${names.map(name => `union all ${line(name)}`).join("\n")}`,
    values
  )
  return {
    total: rows.find(r => r.facet === "total")?.count ?? 0,
    lines: rows.filter((r): r is FacetLine => r.facet !== "total")
  }
}

/// The same by a shelf.
async function shelved(
  shelf: Shelf,
  filters: Filters,
  names: readonly Facet[]
): Promise<{total: number; lines: readonly FacetLine[]}> {
  const kinds = [...new Set(names.map(name => shelves[name].kind))]
  const [total, tallies] = await Promise.all([shelf.count(filters), shelf.tally(filters, kinds)])
  const lines = names.flatMap(facet => {
    const {kind, of} = shelves[facet]
    const counts = new Map<string, FacetLine>()
    for (const {values, n} of tallies.get(kind)!)
      for (const [value, label] of of(values)) {
        const was = counts.get(value)
        const least = was?.label !== undefined && label !== undefined && was.label < label ? was.label : label
        counts.set(value, {facet, value, ...(least !== undefined && {label: least}), count: (was?.count ?? 0) + n})
      }
    return [...counts.values()].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, mostValues)
  })
  return {total, lines}
}

type Told = readonly (readonly [value: string, label?: string])[]

/// In which column of a shelf a facet stands, and what of its values is counted.
const shelves: Readonly<Record<Facet, {readonly kind: Counted; readonly of: (values: Tally["values"]) => Told}>> = {
  type: {kind: "type", of: ([type]) => [[String(type)]]},
  quad: {kind: "type", of: ([type]) => [[String(quadOf[type as EventType])]]},
  status: {kind: "standing", of: ([status]) => [[String(status)]]},
  place: {kind: "place", of: ([id, name]) => (id === null ? [] : [[`id:${id}`, String(name)]])},
  actor: {kind: "who", of: ([texts]) => eachIn(texts)},
  recipient: {kind: "whom", of: ([texts]) => eachIn(texts)},
  publisher: {kind: "told", of: ([texts]) => eachIn(texts)}
}

const eachIn = (texts: unknown): Told => (typeof texts === "string" ? textsOf(texts).map(text => [text]) : [])

async function backgroundCounts(store: Store, filters: Filters): Promise<FacetCount[]> {
  const shelf = store.shelf?.()
  if (shelf) {
    const count = async (value: "no" | "yes", label: string): Promise<FacetCount> => ({
      value,
      label,
      count: await shelf.count({...filters, background: value})
    })
    return (await Promise.all([count("no", "news"), count("yes", "background")])).filter(f => f.count > 0)
  }
  const {sql, values} = where({...filters, background: "all"})
  return store.rows<FacetCount>(
    `select case when e.background then 'yes' else 'no' end as value, case when e.background then 'background' else 'news' end as label,
       count(*) as count from events e where ${sql} group by 1, 2 order by value`,
    values
  )
}

export interface Bin {
  readonly from: string
  readonly until: string
  readonly events: number
  readonly quads: readonly [number, number, number, number]
  readonly vague: number
  readonly mean?: number
  /// The mean of what such events weigh lies between these nine times out of ten; absent where there are fewer than two.
  readonly band?: readonly [number, number]
}

interface Sums {
  readonly since?: string
  readonly until?: string
  readonly grain?: string
  readonly quad: number
  readonly n: number
  readonly sum: number
  readonly squares: number
}

/// How many events there are at each time, those that lie in one month by that alone where bins are no finer than a month.
async function timesUnder(
  store: Store,
  filters: Filters,
  by: Step
): Promise<readonly [readonly (Omit<Sums, "since"> & {month: number})[], readonly Sums[]]> {
  const isFine = by === "day" || by === "week"
  const shelf = store.shelf?.()
  if (shelf) {
    const {months, rest} = await shelf.times(filters, !isFine)
    return [months, rest]
  }
  const {sql, values} = where(filters)
  const sums = "count(*) as n, sum(e.weight) as sum, sum(e.weight * e.weight) as squares"
  // most events lie in one month, whatever the bin, and are counted by that alone
  const whole = isFine ? "false" : "e.month is not null"
  return Promise.all([
    store.rows<Omit<Sums, "since"> & {month: number}>(
      `select e.month, e.quad, ${sums} from events e where ${sql} and ${whole} group by 1, 2`,
      values
    ),
    store.rows<Sums>(
      `select e.since, e.until, e.grain, e.quad, ${sums} from events e where ${sql} and not (${whole}) group by 1, 2, 3, 4`,
      values
    )
  ])
}

/// Events over time. What is vaguer than a bin is spread over the bins it touches, as `vague`, and never put on a first day.
export async function timeSeries(store: Store, filters: Filters, by: Step): Promise<{by: Step; bins: Bin[]; undated: number}> {
  const [months, rows] = await timesUnder(store, filters, by)
  type Growing = {events: number; quads: [number, number, number, number]; vague: number; sum: number; squares: number}
  const bins = new Map<string, Growing>()
  const bin = (from: string) => {
    let found = bins.get(from)
    if (!found) bins.set(from, (found = {events: 0, quads: [0, 0, 0, 0], vague: 0, sum: 0, squares: 0}))
    return found
  }
  const put = (start: string, row: Omit<Sums, "since">): void => {
    const into = bin(start)
    into.events += row.n
    into.quads[row.quad - 1]! += row.n
    into.sum += row.sum
    into.squares += row.squares
  }
  for (const row of months) put(startOf(monthName(row.month), by), row)
  let undated = 0
  for (const row of rows) {
    if (!row.since || !row.until) {
      undated += row.n
      continue
    }
    const start = startOf(row.since, by)
    if (finer[by].includes(row.grain ?? "") || row.until <= endOf(start, by)) put(start, row)
    else {
      const touched = starts(row.since, row.until, by)
      for (const from of touched) bin(from).vague += row.n / touched.length
    }
  }
  return {
    by,
    undated,
    bins: [...bins]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([from, {events, quads, vague, sum, squares}]) => ({
        from,
        until: endOf(from, by),
        events,
        quads,
        vague: Math.round(vague * 1000) / 1000,
        ...(events > 0 && {mean: Math.round((sum / events) * 100) / 100}),
        ...(events > 1 && {band: bandOf(events, sum, squares)})
      }))
  }
}

/// The first day of a month that is told by how many months there were since the year 0.
const monthName = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}-01`

/// Where the mean of values lies nine times out of ten, by Student's t, within PLOVER's scale.
function bandOf(n: number, sum: number, squares: number): readonly [number, number] {
  const mean = sum / n
  const deviation = Math.sqrt(Math.max(0, squares / n - mean ** 2) * (n / (n - 1)))
  const half = ((tails[n - 2] ?? 1.645 + 1.6 / (n - 1)) * deviation) / Math.sqrt(n)
  return [Math.max(-10, mean - half), Math.min(10, mean + half)].map(v => Math.round(v * 100) / 100) as [number, number]
}

/// The 95th percentile of Student's t with 1, 2, 3 … degrees of freedom.
const tails = [6.314, 2.92, 2.353, 2.132, 2.015, 1.943, 1.895, 1.86, 1.833]

/// At most 400 bins for one span: a century by days says nothing more than its ends do.
function starts(since: string, until: string, by: Step): string[] {
  const found: string[] = []
  for (let at = startOf(since, by); at < until && found.length < 400; at = endOf(at, by)) found.push(at)
  return found.length > 0 ? found : [startOf(since, by)]
}

export interface ActorLine {
  readonly id: string
  readonly name: string
  readonly country?: string
  readonly sectors: readonly string[]
  readonly events: number
  readonly asActor: number
  readonly asRecipient: number
}

interface ActorRow extends Omit<ActorLine, "sectors"> {
  readonly sectors?: string
}

/// Everybody in the events under `filters`, most events first.
export async function actorLines(
  store: Store,
  filters: Filters,
  search: string | undefined,
  limit: number,
  offset: number
): Promise<ActorLine[]> {
  const {sql, values} = where(filters)
  const named = search ? `and lower(p.name) like $${values.length + 1}` : ""
  const rows = await store.rows<ActorRow>(
    `select p.id, min(p.name) as name, min(p.country) as country, min(p.sectors) as sectors, count(distinct e.id) as events,
       count(distinct case when p.side = 'actor' then e.id end) as "asActor", count(distinct case when p.side = 'recipient' then e.id end) as "asRecipient"
     from events e join parties p on p.event = e.id where ${sql} ${named} group by p.id order by events desc, p.id limit ${limit} offset ${offset}`,
    search ? [...values, `%${search.toLowerCase()}%`] : values
  )
  return rows.map(r => ({...r, sectors: r.sectors ? r.sectors.split(";") : []}))
}

/// One actor, by id or by country code (all who act for that country), and those it meets in events.
export async function actorById(store: Store, id: string) {
  const whole = /^[A-Z]{3}$/.test(id)
  const mine = whole ? "p.country = $1" : "p.id = $1"
  const rows = await store.rows<ActorRow>(
    `select $1 as id, min(p.name) as name, min(p.country) as country, min(p.sectors) as sectors, count(distinct e.id) as events,
       count(distinct case when p.side = 'actor' then e.id end) as "asActor", count(distinct case when p.side = 'recipient' then e.id end) as "asRecipient"
     from events e join parties p on p.event = e.id where not e.background and ${mine}`,
    [id]
  )
  const row = rows[0]
  if (!row || row.events === 0) return undefined
  const other = "coalesce(q.country, q.id)"
  const partners = await store.rows<{id: string; name: string; events: number}>(
    `select ${other} as id, min(case when q.country is null then q.name else q.country end) as name, count(distinct e.id) as events
     from events e join parties p on p.event = e.id join parties q on q.event = e.id
     where not e.background and ${mine} and ${other} <> coalesce(p.country, p.id) group by 1 order by events desc, 1 limit 100`,
    [id]
  )
  return {actor: {...row, sectors: whole ? [] : row.sectors ? row.sectors.split(";") : []}, partners}
}

/// Unordered pairs of countries (or of actors without one) that stand on the two sides of events.
export async function pairLines(store: Store, filters: Filters, limit: number, offset: number) {
  const {sql, values} = where(filters)
  return store.rows<{a: string; b: string; events: number}>(
    `select least(coalesce(p.country, p.id), coalesce(q.country, q.id)) as a, greatest(coalesce(p.country, p.id), coalesce(q.country, q.id)) as b,
       count(distinct e.id) as events
     from events e join parties p on p.event = e.id join parties q on q.event = e.id
     where coalesce(p.country, p.id) < coalesce(q.country, q.id) and ${sql}
     group by 1, 2 order by events desc, 1, 2 limit ${limit} offset ${offset}`,
    values
  )
}

/// The pile as a whole.
export async function totals(store: Store) {
  const rows = await store.rows<Record<string, number | string>>(`select
    (select count(*) from articles) as articles, (select count(*) from articles where published is null) as undated,
    (select cast(coalesce(sum(sentence_count), 0) as integer) from articles) as sentences, (select count(*) from mentions) as mentions,
    (select count(*) from events) as events, (select count(distinct publisher) from articles) as outlets,
    (select count(*) from events where place_id is null) as unplaced,
    (select min(published) from articles) as first, (select max(published) from articles) as last`)
  return rows[0] as unknown as {
    articles: number
    undated: number
    sentences: number
    mentions: number
    events: number
    outlets: number
    unplaced: number
    first?: string
    last?: string
  }
}
