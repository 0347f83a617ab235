import type {Event, Party} from "../model/model.ts"
import type {Exporter} from "./exporter.ts"
import {flatRow} from "./flat.ts"
import {first, named, numberOf, placeOf, tabbed, withArticles} from "./table.ts"

/// The 49 columns of UCDP's georeferenced event files, in order.
export const ucdpColumns = (
  "id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id dyad_new_id dyad_name " +
  "side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office source_date " +
  "source_headline source_original where_prec where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country " +
  "country_id region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob"
).split(" ")

const states = new Set(["GOV", "MIL", "COP", "SPY"])
const isState = (p: Party | undefined): boolean => p !== undefined && (p.kind === "country" || p.sectors.some(s => states.has(s)))
const isCivil = (p: Party | undefined): boolean => p?.sectors.some(s => s === "CVL" || s === "REF" || s === "JRN") ?? false

/// 1 state-based, 2 between groups, 3 against civilians; only for violence, only where both sides are named.
function violence({type, actors, recipients}: Event): 1 | 2 | 3 | undefined {
  const [a, b] = [actors[0], recipients[0]]
  if (type !== "ASSAULT" || !a || !b) return undefined
  return isCivil(b) ? 3 : isState(a) || isState(b) ? 1 : 2
}

const wherePrecision: Readonly<Record<string, number>> = {exact: 1, city: 1, region: 4, country: 6, sea: 7, continent: 7}
const datePrecision: Readonly<Record<string, number>> = {day: 1, time: 1, week: 3, month: 4, season: 5, quarter: 5, year: 5}

/// A PRIO-GRID cell: half-degree squares counted from the south-west, row by row.
const gridCell = (lat: number, lon: number): number =>
  Math.min(359, Math.floor((lat + 90) * 2)) * 720 + Math.min(719, Math.floor((lon + 180) * 2)) + 1

export const ucdp: Exporter = {
  name: "ucdp",
  says: "the 49 columns of UCDP GED with header, tabs; its codes of violence, precision and three numbers of dead",
  mediaType: "text/tab-separated-values",
  extension: "tsv",
  row: "event",
  shape: "UCDP GED",
  async *write(events, known, manner) {
    yield tabbed(named(ucdpColumns, manner))
    for await (const {event, articles} of withArticles(events, known)) {
      const row = flatRow(event, known.country)
      const {city, province, country, lat, lon} = placeOf(event)
      const book = articles.get(first(event).article)
      const [a, b] = [event.actors[0], event.recipients[0]]
      const gw = (p: Party | undefined): string | undefined => (p?.country ? known.country(p.country)?.gw : undefined)
      const values: Readonly<Record<string, string | number | boolean | undefined>> = {
        id: numberOf(event.id),
        relid: event.id,
        year: event.time?.from?.slice(0, 4),
        type_of_violence: violence(event),
        dyad_name: a && b ? `${a.name} - ${b.name}` : undefined,
        side_a: a?.name,
        side_b: b?.name,
        number_of_sources: event.outlets,
        source_article: book && [book.publisher, book.published, book.title && `"${book.title}"`].filter(w => w).join(", "),
        source_office: book?.publisher,
        source_date: book?.published,
        source_headline: book?.title,
        source_original: event.mentions.flatMap(m => (m.claim.by.kind === "actor" ? [m.claim.by.party.name] : []))[0],
        where_prec: wherePrecision[event.place?.grain ?? ""],
        where_coordinates: city ?? event.place?.name,
        where_description: event.place?.name,
        adm_1: province,
        latitude: lat,
        longitude: lon,
        geom_wkt: lat === undefined || lon === undefined ? undefined : `POINT (${lon} ${lat})`,
        priogrid_gid: lat === undefined || lon === undefined ? undefined : gridCell(lat, lon),
        country: country && (known.country(country)?.name ?? country),
        country_id: country && known.country(country)?.gw,
        event_clarity: 1,
        date_prec: datePrecision[event.time?.grain ?? ""],
        date_start: row.event_date,
        date_end: row.event_date_end,
        best: row.fatalities_best,
        high: row.fatalities_high,
        low: row.fatalities_low,
        gwnoa: gw(a),
        gwnob: gw(b)
      }
      yield tabbed(ucdpColumns.map(c => values[c] as string | number | undefined))
    }
  }
}
