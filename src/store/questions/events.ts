import type {Event} from "../../model/model.ts"
import {type Filters, type Sort, sorts, where} from "../filters.ts"
import type {Store} from "../store.ts"

/// A line of the ledger as the store keeps it.
export interface EventLine {
  readonly event: Event
  readonly quad: 1 | 2 | 3 | 4
  readonly weight: number
  readonly articles: number
  readonly quote: string
  readonly predicate: string
  readonly by?: string
}

interface Row {
  readonly body: string
  readonly quad: 1 | 2 | 3 | 4
  readonly weight: number
  readonly articles: number
  readonly quote: string
  readonly predicate: string
  readonly said_by?: string
}

const shown = "e.body, e.quad, e.weight, e.articles, e.quote, e.predicate, e.said_by"

const lineOf = (row: Row): EventLine => ({
  event: JSON.parse(row.body),
  quad: row.quad,
  weight: row.weight,
  articles: row.articles,
  quote: row.quote,
  predicate: row.predicate,
  ...(row.said_by !== undefined && {by: row.said_by})
})

/// Events under `filters`, `limit` of them from `offset` on.
export async function eventLines(
  store: Store,
  filters: Filters,
  sort: Sort,
  limit: number,
  offset: number
): Promise<EventLine[]> {
  const {sql, values} = where(filters)
  const rows = await store.rows<Row>(
    `select ${shown} from events e where ${sql} order by ${sorts[sort]} limit ${limit} offset ${offset}`,
    values
  )
  return rows.map(lineOf)
}

export async function eventCount(store: Store, filters: Filters): Promise<number> {
  const {sql, values} = where(filters)
  const rows = await store.rows<{n: number}>(`select count(*) as n from events e where ${sql}`, values)
  return rows[0]!.n
}

/// All events under `filters` in the order of exports: by day, undated last, then by id. Constant memory.
export async function* everyEvent(store: Store, filters: Filters): AsyncGenerator<Event> {
  const {sql, values} = where(filters)
  const ids = await store.rows<{id: string}>(`select e.id from events e where ${sql} order by ${sorts.date}`, values)
  for (let at = 0; at < ids.length; at += 500) {
    const page = ids.slice(at, at + 500).map(r => r.id)
    const rows = await store.rows<{id: string; body: string}>(
      `select id, body from events where id in (select unnest(from_json($1, '["VARCHAR"]')))`,
      [page]
    )
    const bodies = new Map(rows.map(r => [r.id, r.body]))
    for (const id of page) yield JSON.parse(bodies.get(id)!)
  }
}

/// One event, by its own id or that of any of its mentions, also of mentions that were read otherwise once; a prefix of eight or more characters will do if it fits one only.
export async function eventById(store: Store, id: string): Promise<EventLine | undefined> {
  const found = await store.rows<{event: string}>("select event from mentions where id = $1", [id])
  const heir = "select m.event from heirs h join mentions m on m.id = h.mention where h.id = $1"
  let name = (found[0] ?? (await store.rows<{event: string}>(heir, [id]))[0])?.event
  if (name === undefined && /^[0-9a-f]{8,15}$/.test(id)) {
    const near = await store.rows<{event: string}>("select distinct event from mentions where id like $1 limit 2", [`${id}%`])
    if (near.length === 1) name = near[0]!.event
  }
  if (name === undefined) return undefined
  const rows = await store.rows<Row>(`select ${shown} from events e where e.id = $1`, [name])
  return rows[0] && lineOf(rows[0])
}
