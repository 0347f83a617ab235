import {type Quad, quadNames} from "../../model/model.ts"
import {endOf, type Filters, finer, type Step, startOf, where} from "../filters.ts"
import type {Store} from "../store.ts"

export interface FacetCount {
  readonly value: string
  readonly label: string
  readonly count: number
}

/// How many events there are of each value, under the same filters as the list, most first.
export async function facetCounts(store: Store, filters: Filters) {
  const {sql, values} = where(filters)
  const from = `from events e where ${sql}`
  const plain = async (column: string): Promise<FacetCount[]> =>
    store.rows<FacetCount>(
      `select ${column} as value, ${column} as label, count(*) as count ${from} and ${column} is not null group by 1, 2 order by count desc, value limit 40`,
      values
    )
  const parties = (side: string): Promise<FacetCount[]> =>
    store.rows<FacetCount>(
      `select coalesce(p.country, p.id) as value, min(case when p.country is null then p.name else p.country end) as label, count(distinct e.id) as count
       from events e join parties p on p.event = e.id where p.side = '${side}' and ${sql} group by value order by count desc, value limit 40`,
      values
    )
  const [total, type, quad, status, actor, recipient, place, publisher, background] = await Promise.all([
    store.rows<{n: number}>(`select count(*) as n ${from}`, values),
    plain("e.type"),
    plain("cast(e.quad as varchar)"),
    plain("e.status"),
    parties("actor"),
    parties("recipient"),
    store.rows<FacetCount>(
      `select 'id:' || e.place_id as value, min(e.place_name) as label, count(*) as count ${from} and e.place_id is not null group by value order by count desc, value limit 40`,
      values
    ),
    store.rows<FacetCount>(
      `select t.publisher as value, t.publisher as label, count(distinct e.id) as count
       from events e join tellers t on t.event = e.id where t.publisher is not null and ${sql} group by 1, 2 order by count desc, value limit 40`,
      values
    ),
    store.rows<FacetCount>(
      `select case when e.background then 'yes' else 'no' end as value, case when e.background then 'background' else 'news' end as label,
       count(*) as count from events e where ${where({...filters, background: "all"}).sql} group by 1, 2 order by value`,
      where({...filters, background: "all"}).values
    )
  ])
  return {
    total: total[0]!.n,
    type,
    quad: quad.map(q => ({...q, label: quadNames[Number(q.value) as Quad]})),
    status,
    actor,
    recipient,
    place,
    publisher,
    background
  }
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

/// Events over time. What is vaguer than a bin is spread over the bins it touches, as `vague`, and never put on a first day.
export async function timeSeries(store: Store, filters: Filters, by: Step): Promise<{by: Step; bins: Bin[]; undated: number}> {
  const {sql, values} = where(filters)
  type Sums = {since?: string; until?: string; grain?: string; quad: number; n: number; sum: number; squares: number}
  const rows = await store.rows<Sums>(
    `select e.since, e.until, e.grain, e.quad, count(*) as n, sum(e.weight) as sum, sum(e.weight * e.weight) as squares from events e where ${sql} group by 1, 2, 3, 4`,
    values
  )
  type Growing = {events: number; quads: [number, number, number, number]; vague: number; sum: number; squares: number}
  const bins = new Map<string, Growing>()
  const bin = (from: string) => {
    let found = bins.get(from)
    if (!found) bins.set(from, (found = {events: 0, quads: [0, 0, 0, 0], vague: 0, sum: 0, squares: 0}))
    return found
  }
  let undated = 0
  for (const row of rows) {
    if (!row.since || !row.until) {
      undated += row.n
      continue
    }
    const start = startOf(row.since, by)
    if (finer[by].includes(row.grain ?? "") || row.until <= endOf(start, by)) {
      const into = bin(start)
      into.events += row.n
      into.quads[row.quad - 1]! += row.n
      into.sum += row.sum
      into.squares += row.squares
    } else {
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
