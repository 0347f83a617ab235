import type {Event, Place} from "../../model/model.ts"
import {type Filters, where} from "../filters.ts"
import {oneOf} from "../sql.ts"
import type {Store} from "../store.ts"
import {type EventLine, eventLinesOf, wholeEventsOf} from "./events.ts"

/// A place and how many events happened there, told exactly so: those of Pyongyang are not among those of North Korea.
export interface PlaceLine {
  readonly place: Place
  readonly events: number
}

export interface PlaceCounts {
  readonly total: number
  /// Most events first.
  readonly places: readonly PlaceLine[]
  /// Events of which no place is told.
  readonly unplaced: number
}

/// Every place of the events under `filters`.
export async function placesUnder(store: Store, filters: Filters): Promise<PlaceCounts> {
  const {sql, values} = where(filters)
  const rows = await store.rows<{id?: string; example: string; n: number}>(
    `select e.place_id as id, min(e.id) as example, count(*) as n from events e where ${sql} group by 1 order by n desc, 1`,
    values
  )
  const placed = rows.filter(r => r.id !== undefined)
  const examples = new Map(
    (
      await eventLinesOf(
        store,
        placed.map(r => r.example)
      )
    ).map(({id, place}) => [id, place] as const)
  )
  return {
    total: rows.reduce((sum, r) => sum + r.n, 0),
    places: placed.map(r => ({place: examples.get(r.example)!, events: r.n})),
    unplaced: rows.find(r => r.id === undefined)?.n ?? 0
  }
}

export interface Lane {
  /// A country's code, or the id of an actor without one.
  readonly id: string
  readonly name: string
  /// All it did under the filters, with a date.
  readonly events: number
  /// The most reported of them, in the order of time.
  readonly marks: readonly (EventLine & {readonly words?: string})[]
}

/// What each of the busiest actors did, over time: at most `most` events each, the most reported. `only` names the actors to be shown
/// whatever they did. A date told vaguely keeps the words it was told in.
export async function lanesUnder(
  store: Store,
  filters: Filters,
  lanes: number,
  most: number,
  only: readonly string[] = []
): Promise<{lanes: Lane[]; undated: number}> {
  const {sql, values} = where(filters)
  const side = "coalesce(p.country, p.id)"
  const dated = "e.since is not null and e.until is not null"
  const asked = only.length > 0 ? `and ${side} in ${oneOf(`$${values.length + 1}`)}` : ""
  const who = await store.rows<{id: string; name: string; n: number}>(
    `select ${side} as id, min(case when p.country is null then p.name else p.country end) as name, count(distinct e.id) as n
     from events e join parties p on p.event = e.id where p.side = 'actor' and ${dated} and ${sql} ${asked}
     group by 1 order by n desc, 1 limit ${lanes}`,
    only.length > 0 ? [...values, only] : values
  )
  const [undated, ...marks] = await Promise.all([
    store.rows<{n: number}>(`select count(*) as n from events e where not (${dated}) and ${sql}`, values),
    ...who.map(({id}) =>
      store.rows<{id: string}>(
        `select e.id, e.since from events e where ${dated} and ${sql}
         and e.id in (select p.event from parties p where p.side = 'actor' and ${side} = $${values.length + 1})
         order by e.reports desc, e.since desc, e.id limit ${most}`,
        [...values, id]
      )
    )
  ])
  const whole = new Map((await wholeEventsOf(store, [...new Set(marks.flat().map(m => m.id))])).map(w => [w.event.id, w]))
  return {
    undated: undated[0]!.n,
    lanes: who.map(({id, name, n}, i) => ({
      id,
      name,
      events: n,
      marks: marks[i]!.flatMap(m => whole.get(m.id) ?? [])
        .map(({event, line}) => ({...line, ...wordsOfTime(event)}))
        .sort((x, y) => (x.time!.from! < y.time!.from! ? -1 : 1))
    }))
  }
}

/// The words in which the date that an event shows was told.
function wordsOfTime({time, mentions}: Event): {words?: string} {
  const told = mentions.find(m => m.time?.means.from === time?.from && m.time?.means.until === time?.until)?.time?.evidence[0]
  return told ? {words: told.quote} : {}
}
