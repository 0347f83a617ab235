import {
  type Basis,
  type Event,
  type EventMention,
  type EventType,
  type Party,
  type Place,
  type Quad,
  quadOf,
  type Status,
  type TimeSpan,
  weightOf
} from "../model/model.ts"
import {finer} from "./filters.ts"
import {among} from "./sql.ts"

/// Rows of the tables that questions are asked of: an event, its parties, its tellers.

/// What a list shows of an event. It is kept as one text, so that a page of a list reads that much and no more.
export interface EventLine {
  readonly id: string
  readonly type: EventType
  readonly mode?: string
  readonly quad: Quad
  readonly goldstein: number
  readonly status: Status
  readonly background: boolean
  readonly actors: readonly Party[]
  readonly recipients: readonly Party[]
  readonly time?: TimeSpan
  readonly timeBasis?: Basis
  readonly place?: Place
  readonly confidence: number
  readonly reports: number
  readonly articles: number
  readonly outlets: number
  readonly independent: number
  /// The sentence of the leading mention, and the predicate in it.
  readonly quote: string
  readonly predicate: string
  readonly by?: string
}

function lineOf(event: Event, quote: string): EventLine {
  const first = event.mentions[0]
  const by = first.claim.by.kind === "actor" ? first.claim.by.party.name : undefined
  return {
    id: event.id,
    type: event.type,
    ...(event.modes[0] && {mode: event.modes[0]}),
    quad: quadOf[event.type],
    goldstein: weightOf[event.type],
    status: event.status,
    background: event.background,
    actors: event.actors,
    recipients: event.recipients,
    ...(event.time && {time: event.time, timeBasis: event.timeBasis}),
    ...(event.place && {place: event.place}),
    confidence: event.confidence,
    reports: event.mentions.length,
    articles: new Set(event.mentions.map(m => m.article)).size,
    outlets: event.outlets,
    independent: event.independent,
    quote,
    predicate: first.predicate.quote,
    ...(by !== undefined && {by})
  }
}

/// The columns of an event that lists and counts read: they follow from the event and its leading sentence.
export function shownOf(event: Event, quote: string): object {
  const sides = (parties: readonly Party[]): string | undefined => among(parties.map(p => p.country ?? p.id))
  return {
    month: event.time && monthOf(event.time),
    who: sides(event.actors),
    whom: sides(event.recipients),
    told_by: among(event.mentions.flatMap(m => m.publisher ?? [])),
    line: JSON.stringify(lineOf(event, quote))
  }
}

/// The month an event is counted in: the one it begins in, if it is told no more vaguely than that.
function monthOf({from, until, grain}: TimeSpan): number | undefined {
  const parts = /^(\d{4})-(\d\d)-/.exec(from ?? "")
  return parts && until !== undefined && finer.month.includes(grain) ? Number(parts[1]) * 12 + Number(parts[2]) - 1 : undefined
}

/// `body` is the event as text.
export function eventRow(event: Event, body: string, sentenceOf: (mention: EventMention) => string): object {
  const {place, time} = event
  const first = event.mentions[0]
  const quote = sentenceOf(first)
  const isPoint = place?.grain === "exact" || place?.grain === "city"
  return {
    id: event.id,
    type: event.type,
    modes: event.modes.join(";"),
    contexts: event.contexts.join(";"),
    quad: quadOf[event.type],
    weight: weightOf[event.type],
    status: event.status,
    background: event.background,
    since: time?.from,
    until: time?.until,
    grain: time?.grain,
    time_basis: event.timeBasis,
    place_id: place?.id,
    place_name: place?.name,
    place_country: place?.country,
    place_grain: place?.grain,
    // a country is no pin on a map
    lat: isPoint ? place?.lat : undefined,
    lon: isPoint ? place?.lon : undefined,
    confidence: event.confidence,
    reports: event.mentions.length,
    articles: new Set(event.mentions.map(m => m.article)).size,
    outlets: event.outlets,
    independent: event.independent,
    quote,
    predicate: first.predicate.quote,
    said_by: first.claim.by.kind === "actor" ? first.claim.by.party.name : undefined,
    haystack: haystack(event, sentenceOf),
    body,
    ...shownOf(event, quote)
  }
}

/// Everything a search may hit, in lower case.
function haystack(event: Event, sentenceOf: (mention: EventMention) => string): string {
  const words = [
    ...event.actors.map(p => p.name),
    ...event.recipients.map(p => p.name),
    event.place?.name ?? "",
    ...event.mentions.map(sentenceOf)
  ]
  return [...new Set(words)].join(" ").toLowerCase()
}

export const partyRowsOf = (event: Event): object[] =>
  (["actors", "recipients"] as const).flatMap(side =>
    event[side].map((party, place) => ({
      event: event.id,
      side: side === "actors" ? "actor" : "recipient",
      place,
      id: party.id,
      name: party.name,
      country: party.country,
      sectors: party.sectors.join(";")
    }))
  )

export function tellerRowsOf(event: Event): object[] {
  const tellers = new Map(event.mentions.map(m => [m.article, m.publisher]))
  return [...tellers].map(([article, publisher]) => ({event: event.id, article, publisher}))
}

export const linkRowsOf = (event: Event): object[] =>
  event.links.map(({kind, event: other, says}) => ({event: event.id, kind, other, says}))
