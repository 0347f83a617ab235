import type {Event, EventMention, Party, Place} from "../../model/model.ts"
import type {Store} from "../store.ts"

/// The events that a decision may change the most, by sureness and by the rows they are counted in.
export async function doubtfulEvents(store: Store, limit: number): Promise<Event[]> {
  const rows = await store.rows<{body: string}>(
    `with sides as (
       select event, greatest(1, count(*) filter (where side = 'actor')) * greatest(1, count(*) filter (where side <> 'actor')) as cells
       from parties group by event)
     select e.body from events e left join sides s on s.event = e.id
     order by (1.02 - e.confidence) * coalesce(s.cells, 1)
       * case when e.background or e.status not in ('happened', 'ongoing') then 0.33 else 1 end desc, e.id
     limit ${limit}`
  )
  return rows.map(r => JSON.parse(r.body) as Event)
}

/// Tellings as they were read, in an order that depends on nothing but their ids and a seed: the first so many of it.
export async function randomOrder(store: Store, seed: string, limit: number): Promise<string[]> {
  const rows = await store.rows<{id: string}>(
    `select id from (
       select id from mentions where id not in (select id from coded)
       union all select id from coded where body is not null) as told
     order by md5(concat(id, $1)), id limit ${limit}`,
    [seed]
  )
  return rows.map(r => r.id)
}

export interface Telling {
  /// As it is shown; absent when somebody took it out.
  readonly shown?: EventMention
  /// As it was read; absent when a person added it.
  readonly read?: EventMention
  readonly event?: Event
}

/// Tellings by id, with the events they stand in.
export async function tellings(store: Store, ids: readonly string[]): Promise<ReadonlyMap<string, Telling>> {
  const shown = await store.among<{id: string; event: string; body: string}>("mentions", ["id", "event", "body"], "id", ids)
  const coded = await store.among<{id: string; body?: string}>("coded", ["id", "body"], "id", ids)
  const events = new Map(
    (await store.among<{id: string; body: string}>("events", ["id", "body"], "id", [...new Set(shown.map(m => m.event))])).map(
      r => [r.id, JSON.parse(r.body) as Event]
    )
  )
  const kept = new Map(coded.map(c => [c.id, c.body]))
  const found = new Map<string, Telling>()
  for (const {id, event, body} of shown) {
    const as = kept.has(id) ? kept.get(id) : body
    found.set(id, {
      shown: JSON.parse(body),
      ...(as !== undefined && {read: JSON.parse(as)}),
      ...(events.has(event) && {event: events.get(event)!})
    })
  }
  for (const {id, body} of coded) if (!found.has(id) && body !== undefined) found.set(id, {read: JSON.parse(body)})
  return found
}

/// How many events there are with each of these parties.
export async function eventsWith(store: Store, parties: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await store.among<{id: string; event: string}>("parties", ["id", "event"], "id", parties)
  const events = new Map<string, Set<string>>()
  for (const {id, event} of rows) {
    const of = events.get(id)
    if (of) of.add(event)
    else events.set(id, new Set([event]))
  }
  return new Map([...events].map(([id, of]) => [id, of.size]))
}

/// Parties of the ledger whose name holds these letters, those with most events first.
export async function partiesNamed(store: Store, letters: string, limit: number): Promise<Party[]> {
  const rows = await store.rows<{id: string; name: string; country?: string; sectors: string}>(
    `select id, min(name) as name, min(country) as country, min(sectors) as sectors from parties
     where strpos(lower(name), $1) > 0 group by id order by count(*) desc, id limit ${limit}`,
    [letters.toLowerCase()]
  )
  return rows.map(({id, name, country, sectors}) => ({
    id,
    name,
    ...(country !== undefined && {country}),
    sectors: (sectors ?? "").split(";").filter(s => s !== "") as Party["sectors"]
  }))
}

/// Places of the ledger whose name holds these letters, those with most events first.
export async function placesNamed(store: Store, letters: string, limit: number): Promise<Place[]> {
  const rows = await store.rows<{id: string; name: string; country?: string; grain: Place["grain"]; lat?: number; lon?: number}>(
    `select place_id as id, min(place_name) as name, min(place_country) as country, min(place_grain) as grain, min(lat) as lat,
       min(lon) as lon from events where strpos(lower(place_name), $1) > 0 group by place_id order by count(*) desc, place_id limit ${limit}`,
    [letters.toLowerCase()]
  )
  return rows.map(({id, name, country, grain, lat, lon}) => ({
    id,
    name,
    ...(country !== undefined && {country}),
    grain,
    ...(lat !== undefined && {lat}),
    ...(lon !== undefined && {lon})
  }))
}
