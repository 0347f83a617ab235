import {daysAfter, type Event, type Party, quadOf, type Toll, weightOf} from "../model/model.ts"
import type {ArticleBook, Known} from "./exporter.ts"
import {withArticles} from "./table.ts"

/// A column of the native table: its name is an API and never changes its meaning.
export interface Column {
  readonly name: string
  readonly type: "text" | "integer" | "real" | "date" | "boolean"
  /// One line for the codebook.
  readonly says: string
}

const party = (side: "actor" | "recipient"): Column[] => [
  {name: `${side}_id`, type: "text", says: `who ${side === "actor" ? "acts" : "it is done to"}; several by ;`},
  {name: `${side}_name`, type: "text", says: "names in the same order"},
  {
    name: `${side}_country_iso3`,
    type: "text",
    says: "ISO 3166-1 alpha-3 or PLOVER's IGO, UNO, EUR, NGO, ISM, IMG, MNC; in the same order"
  },
  {name: `${side}_ccode`, type: "text", says: "Correlates of War country number"},
  {name: `${side}_gwcode`, type: "text", says: "Gleditsch and Ward country number"},
  {name: `${side}_sector`, type: "text", says: "first PLOVER sector of each"}
]

/// The native flat table, one row an event. Empty is unknown.
export const flatColumns: readonly Column[] = [
  {name: "event_id", type: "text", says: "stable: hash of the earliest-published mention"},
  {name: "event_date", type: "date", says: "first day of the span the words give"},
  {name: "event_date_end", type: "date", says: "last day of that span"},
  {name: "date_precision", type: "text", says: "day, week, month, season, quarter, year, decade …: how finely the words said it"},
  {name: "date_basis", type: "text", says: "stated, inferred, or assumed (the day of publication)"},
  {name: "event_type", type: "text", says: "PLOVER type"},
  {name: "event_mode", type: "text", says: "PLOVER modes; several by ;"},
  {name: "contexts", type: "text", says: "PLOVER contexts; several by ;"},
  {name: "quad", type: "integer", says: "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict"},
  {name: "goldstein", type: "real", says: "PLOVER's weight of the type, from -10 to 10"},
  ...party("actor"),
  ...party("recipient"),
  {name: "place_name", type: "text", says: "where it happened, as far as it is said"},
  {name: "country_iso3", type: "text", says: "country of the place"},
  {name: "admin1", type: "text", says: "region of the place"},
  {name: "latitude", type: "real", says: "only where the place is a point: exact or city"},
  {name: "longitude", type: "real", says: "only where the place is a point: exact or city"},
  {name: "geo_precision", type: "text", says: "exact, city, region, country, sea, continent"},
  {name: "geonames_id", type: "integer", says: "GeoNames"},
  {name: "fatalities_low", type: "integer", says: "least number of dead any report gives"},
  {name: "fatalities_best", type: "integer", says: "the number most reports give; of equals the latest"},
  {name: "fatalities_high", type: "integer", says: "greatest number of dead any report gives"},
  {name: "status", type: "text", says: "happened, ongoing, planned, possible, did-not-happen"},
  {name: "background", type: "boolean", says: "told only as history"},
  {name: "according_to", type: "text", says: "voices other than the outlets themselves; several by ;"},
  {name: "n_reports", type: "integer", says: "mentions"},
  {name: "n_articles", type: "integer", says: "articles"},
  {name: "n_outlets", type: "integer", says: "outlets"},
  {name: "n_independent", type: "integer", says: "outlets that did not copy one another, at most"},
  {name: "first_reported", type: "date", says: "day of the earliest dated article"},
  {name: "last_reported", type: "date", says: "day of the latest dated article"},
  {name: "confidence", type: "real", says: "0 to 1"},
  {
    name: "quote",
    type: "text",
    says: "the words of the deed in the earliest mention; empty where texts may not travel (--text none)"
  },
  {name: "evidence_article", type: "text", says: "the article these words stand in: a hash of its address and text"},
  {name: "evidence_start", type: "integer", says: "where they begin in its text, in UTF-16 units from 0"},
  {name: "evidence_end", type: "integer", says: "where they end: the first unit behind them"},
  {name: "evidence_url", type: "text", says: "its address"}
]

export type FlatRow = Readonly<Record<string, string | number | boolean | undefined>>

const joined = (values: readonly string[]): string | undefined => (values.some(v => v !== "") ? values.join(";") : undefined)

function side(name: "actor" | "recipient", parties: readonly Party[], country: Known["country"]): FlatRow {
  const of = (value: (p: Party) => string | undefined): string | undefined =>
    joined(parties.map(p => (value(p) ?? "").replaceAll(";", ",")))
  return {
    [`${name}_id`]: of(p => p.id),
    [`${name}_name`]: of(p => p.name),
    [`${name}_country_iso3`]: of(p => p.country),
    [`${name}_ccode`]: of(p => p.country && country(p.country)?.cow),
    [`${name}_gwcode`]: of(p => p.country && country(p.country)?.gw),
    [`${name}_sector`]: of(p => p.sectors[0])
  }
}

/// The dead over all reports: least, most often given (of equals the latest), greatest.
function fatalities(tolls: readonly Toll[]): {low?: number; best?: number; high?: number} {
  const dead = tolls.filter(t => t.what === "killed")
  const ends = dead.flatMap(t => [t.low, t.high].filter(n => n !== undefined))
  if (ends.length === 0) return {}
  const given = dead.flatMap(t => ((t.low ?? t.high) === undefined ? [] : [(t.low ?? t.high)!]))
  const times = (n: number): number => given.filter(g => g === n).length
  const best = given.reduceRight((a, b) => (times(b) > times(a) ? b : a))
  return {low: Math.min(...ends), best, high: Math.max(...ends)}
}

/// One event as a row under `flatColumns`.
export function flatRow(event: Event, country: Known["country"] = () => undefined, article?: ArticleBook): FlatRow {
  const {place, time} = event
  const point = place?.grain === "exact" || place?.grain === "city"
  const days = event.mentions.flatMap(m => (m.published ? [m.published] : [])).sort()
  const voices = event.mentions.flatMap(m => (m.claim.by.kind === "actor" ? [m.claim.by.party.name] : []))
  const dead = fatalities(event.tolls)
  return {
    event_id: event.id,
    event_date: time?.from,
    event_date_end: time?.until && daysAfter(time.until, -1),
    date_precision: time?.grain,
    date_basis: event.timeBasis,
    event_type: event.type,
    event_mode: joined(event.modes),
    contexts: joined(event.contexts),
    quad: quadOf[event.type],
    goldstein: weightOf[event.type],
    ...side("actor", event.actors, country),
    ...side("recipient", event.recipients, country),
    place_name: place?.name,
    country_iso3: place?.country,
    admin1: place?.region,
    latitude: point ? place?.lat : undefined,
    longitude: point ? place?.lon : undefined,
    geo_precision: place?.grain,
    geonames_id: place?.geonames,
    fatalities_low: dead.low,
    fatalities_best: dead.best,
    fatalities_high: dead.high,
    status: event.status,
    background: event.background,
    according_to: joined([...new Set(voices)].map(v => v.replaceAll(";", ","))),
    n_reports: event.mentions.length,
    n_articles: new Set(event.mentions.map(m => m.article)).size,
    n_outlets: event.outlets,
    n_independent: event.independent,
    first_reported: days[0],
    last_reported: days.at(-1),
    confidence: event.confidence,
    quote: event.mentions[0].predicate.quote.replace(/\s+/g, " ") || undefined,
    evidence_article: event.mentions[0].article,
    evidence_start: event.mentions[0].predicate.span.start,
    evidence_end: event.mentions[0].predicate.span.end,
    evidence_url: article?.url
  }
}

/// Events as rows under `flatColumns`, with the addresses of their articles.
export async function* flatRows(events: AsyncIterable<Event>, known: Known): AsyncGenerator<FlatRow> {
  for await (const {event, articles} of withArticles(events, known)) {
    yield flatRow(event, known.country, articles.get(event.mentions[0].article))
  }
}
