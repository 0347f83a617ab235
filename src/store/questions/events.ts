import type {Event, LinkKind} from "../../model/model.ts"
import {type Filters, type Sort, sorts, where} from "../filters.ts"
import type {EventLine} from "../rows.ts"
import {oneOf} from "../sql.ts"
import type {Store} from "../store.ts"

export type {EventLine} from "../rows.ts"

/// An event with all that is told of it, and its line in a list.
export interface WholeEvent {
  readonly event: Event
  readonly line: EventLine
}

const wholeOf = ({body, line}: {body: string; line: string}): WholeEvent => ({event: JSON.parse(body), line: JSON.parse(line)})

/// The lines of the events that a query names by `spot`, which no more than these lines are read for.
const linesOf = async (store: Store, of: string, values: Parameters<Store["rows"]>[1], order = ""): Promise<EventLine[]> =>
  (await store.rows<{line: string}>(`select e.line from events e where e.${store.spot} in (${of}) ${order}`, values)).map(
    row => JSON.parse(row.line) as EventLine
  )

/// Where a page of events begins: behind the event of this id, whose value of what is sorted by is `key`.
export interface Behind {
  readonly key: string | number | null
  readonly id: string
}

/// Events under `filters`, `limit` of them: the first, or those behind one that was given before, or (`pass`) those behind so many.
/// However far on a page behind an event lies, it costs what the first one does.
export async function eventLines(
  store: Store,
  filters: Filters,
  sort: Sort,
  limit: number,
  {behind, pass = 0}: {readonly behind?: Behind | undefined; readonly pass?: number} = {}
): Promise<EventLine[]> {
  const shelf = behind ? undefined : store.shelf?.()
  if (shelf) return linesAt(store, await shelf.spots(filters, sort, limit, pass))
  const {sql, values} = where(filters)
  const rest = behind ? restBehind(sort, behind, values.length) : undefined
  const order = `order by ${sorts[sort]}`
  // first which, then what they are: sorting whole lines would read all of them
  const which = `select e.${store.spot} from events e where ${sql}${rest ? ` and ${rest.sql}` : ""} ${order} limit ${limit} offset ${pass}`
  return linesOf(store, which, rest ? [...values, ...rest.values] : values, order)
}

/// The lines of the events that lie there, in that order.
async function linesAt(store: Store, spots: readonly number[]): Promise<EventLine[]> {
  if (spots.length === 0) return []
  const rows = await store.rows<{spot: number; line: string}>(
    `select e.${store.spot} as spot, e.line from events e where e.${store.spot} in (select cast(x as bigint) from ${oneOf("$1")} as list(x))`,
    [spots.map(String)]
  )
  const lines = new Map(rows.map(row => [row.spot, row.line]))
  return spots.flatMap(spot => {
    const line = lines.get(spot)
    return line === undefined ? [] : [JSON.parse(line) as EventLine]
  })
}

const sortedBy = {date: "since", confidence: "confidence", reports: "reports"} as const

/// By what of an event it stands where it does in a list.
export function keyOf(sort: Sort, {id, time, confidence, reports}: EventLine): Behind {
  const name = sort.replace("-", "") as keyof typeof sortedBy
  return {key: {date: time?.from ?? null, confidence, reports}[name], id}
}

/// What stands behind an event. The undated are last either way.
function restBehind(sort: Sort, {key, id}: Behind, taken: number): {sql: string; values: (string | number)[]} {
  const column = `e.${sortedBy[sort.replace("-", "") as keyof typeof sortedBy]}`
  if (key === null) return {sql: `(${column} is null and e.id > $${taken + 1})`, values: [id]}
  const [beyond, same] = [`$${taken + 1}`, `$${taken + 2}`]
  const further = `${column} ${sort.startsWith("-") ? "<" : ">"} ${beyond}`
  return {sql: `(${further} or (${column} = ${beyond} and e.id > ${same}) or ${column} is null)`, values: [key, id]}
}

/// An event bound up with another: what that one links to, or (`back`) what links to it.
export interface RelatedLine {
  readonly kind: LinkKind
  readonly says: string
  readonly back: boolean
  readonly line: EventLine
}

/// What an event is bound up with: the deed a plan or denial speaks of, the plans and denials of a deed, and what may be the same.
export async function relatedTo(store: Store, id: string): Promise<RelatedLine[]> {
  const links = await store.rows<{event: string; kind: LinkKind; other: string; says: string}>(
    "select event, kind, other, says from links where event = $1 or other = $1 order by kind, event, other",
    [id]
  )
  const idOf = (link: (typeof links)[0]): string => (link.event === id ? link.other : link.event)
  const lines = new Map((await eventLinesOf(store, links.map(idOf))).map(line => [line.id, line]))
  return links.flatMap(link => {
    const line = lines.get(idOf(link))
    return line ? [{kind: link.kind, says: link.says, back: link.event !== id, line}] : []
  })
}

/// Those of `ids` that are there, in the order of `ids`.
export async function eventLinesOf(store: Store, ids: readonly string[]): Promise<EventLine[]> {
  if (ids.length === 0) return []
  const found = await linesOf(store, `select x.${store.spot} from events x where x.id in ${oneOf("$1")}`, [ids])
  const lines = new Map(found.map(line => [line.id, line]))
  return ids.flatMap(id => lines.get(id) ?? [])
}

/// The same with all that is told of each.
export async function wholeEventsOf(store: Store, ids: readonly string[]): Promise<WholeEvent[]> {
  if (ids.length === 0) return []
  const rows = await store.rows<{body: string; line: string}>(
    `select e.body, e.line from events e where e.${store.spot} in (select x.${store.spot} from events x where x.id in ${oneOf("$1")})`,
    [ids]
  )
  const whole = new Map(rows.map(wholeOf).map(found => [found.event.id, found]))
  return ids.flatMap(id => whole.get(id) ?? [])
}

export async function eventCount(store: Store, filters: Filters): Promise<number> {
  const shelf = store.shelf?.()
  if (shelf) return shelf.count(filters)
  const {sql, values} = where(filters)
  const rows = await store.rows<{n: number}>(`select count(*) as n from events e where ${sql}`, values)
  return rows[0]!.n
}

/// All events under `filters` in the order of exports: by day, undated last, then by id. Constant memory.
export async function* everyEvent(store: Store, filters: Filters, most?: number): AsyncGenerator<Event> {
  const {sql, values} = where(filters)
  const end = most === undefined ? "" : ` limit ${most}`
  const ids = await store.rows<{id: string}>(`select e.id from events e where ${sql} order by ${sorts.date}${end}`, values)
  for (let at = 0; at < ids.length; at += 500) {
    const page = ids.slice(at, at + 500).map(r => r.id)
    const rows = await store.rows<{id: string; body: string}>(`select id, body from events where id in ${oneOf("$1")}`, [page])
    const bodies = new Map(rows.map(r => [r.id, r.body]))
    for (const id of page) {
      // one may have gone into another since it was counted
      const body = bodies.get(id)
      if (body !== undefined) yield JSON.parse(body)
    }
  }
}

/// One event, by its own id or that of any of its mentions, also of mentions that were read otherwise once; a prefix of eight or more characters will do if it fits one only.
export async function eventById(store: Store, id: string): Promise<WholeEvent | undefined> {
  const found = await store.rows<{event: string}>("select event from mentions where id = $1", [id])
  const heir = "select m.event from heirs h join mentions m on m.id = h.mention where h.id = $1"
  let name = (found[0] ?? (await store.rows<{event: string}>(heir, [id]))[0])?.event
  if (name === undefined && /^[0-9a-f]{8,15}$/.test(id)) {
    const near = await store.rows<{event: string}>("select distinct event from mentions where id like $1 limit 2", [`${id}%`])
    if (near.length === 1) name = near[0]!.event
  }
  if (name === undefined) return undefined
  return (await wholeEventsOf(store, [name]))[0]
}
