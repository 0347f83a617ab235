import {type Event, type EventMention, quadOf, weightOf} from "../model/model.ts"

/// Rows of the tables that questions are asked of: an event, its parties, its tellers.

export function eventRow(event: Event, sentenceOf: (mention: EventMention) => string): object {
  const {place, time} = event
  const first = event.mentions[0]
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
    quote: sentenceOf(first),
    predicate: first.predicate.quote,
    said_by: first.claim.by.kind === "actor" ? first.claim.by.party.name : undefined,
    haystack: haystack(event, sentenceOf),
    body: JSON.stringify(event)
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
