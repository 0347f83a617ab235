import {type Filters, where} from "../filters.ts"
import {oneOf} from "../sql.ts"
import type {Store} from "../store.ts"

export interface Edge {
  readonly a: string
  readonly b: string
  readonly events: number
  /// How many of them are cooperation, by word or deed.
  readonly cooperation: number
}

/// Whom those at the centre stand with in events under `filters`: at most `most` edges, the busiest first, and how many are left out.
/// An edge has one of the centre at one end at least.
export async function networkAround(
  store: Store,
  filters: Filters,
  centre: readonly string[],
  most: number
): Promise<{ids: {id: string; name?: string}[]; edges: Edge[]; left: number}> {
  const {sql, values} = where(filters)
  const side = (p: string): string => `coalesce(${p}.country, ${p}.id)`
  const among = (p: string): string => `${side(p)} in ${oneOf(`$${values.length + 1}`)}`
  const rows = await store.rows<Edge & {aName?: string; bName?: string}>(
    `select ${side("p")} as a, ${side("q")} as b, count(distinct e.id) as events,
       count(distinct case when e.quad <= 2 then e.id end) as cooperation,
       min(case when p.country is null then p.name end) as "aName", min(case when q.country is null then q.name end) as "bName"
     from events e join parties p on p.event = e.id join parties q on q.event = e.id
     where ${side("p")} < ${side("q")} and (${among("p")} or ${among("q")}) and ${sql}
     group by 1, 2 order by events desc, 1, 2`,
    [...values, centre]
  )
  const shown = rows.slice(0, most)
  const names = new Map(shown.flatMap(r => [[r.a, r.aName] as const, [r.b, r.bName] as const]))
  const ids = [...new Set([...centre, ...shown.flatMap(r => [r.a, r.b])])]
  return {
    ids: ids.map(id => ({id, ...(names.get(id) !== undefined && {name: names.get(id)!})})),
    edges: shown.map(({a, b, events, cooperation}) => ({a, b, events, cooperation})),
    left: rows.length - shown.length
  }
}
