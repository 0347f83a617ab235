import fc from "fast-check"
import type {ArticleBook, Known} from "../src/export/exporter.ts"
import {contexts, type Event, type EventMention, type Party, statuses, types} from "../src/model/model.ts"

/// Events for tests of what comes out: one by hand, and any at all.

export const text = "The president of Example Land landed in Port Vila on Friday for talks. He was met by his host."
export const book: ArticleBook = {
  id: "a".repeat(16),
  url: "https://courier.example/1?a=b",
  publisher: "The Example Courier",
  published: "2024-10-19",
  title: "President lands",
  text
}
export const known: Known = {
  articles: async ids => new Map(ids.map(id => [id, {...book, id}])),
  country: code => ({RUS: {name: "Russia", cow: "365", gw: "365"}, PRK: {name: "North Korea", cow: "731", gw: "731"}})[code]
}
export const russia: Party = {id: "rus", name: "Russia", kind: "country", country: "RUS", sectors: []}
export const envoy: Party = {
  id: "prk-envoy",
  name: "An Envoy",
  kind: "person",
  country: "PRK",
  sectors: ["GOV", "LEG"],
  title: "envoy"
}
export const council: Party = {id: "unsc", name: "Security Council", kind: "organization", country: "UNO", sectors: []}

export function mention(more: Partial<EventMention> = {}): EventMention {
  const evidence = {article: book.id, span: {start: 30, end: 36}, quote: "landed"}
  return {
    id: "b".repeat(16),
    article: book.id,
    sentence: 0,
    sentenceSpan: {start: 0, end: 70},
    type: "CONSULT",
    contexts: [],
    actors: [
      {means: russia, basis: "stated", evidence: [{article: book.id, span: {start: 0, end: 29}, quote: text.slice(0, 29)}]}
    ],
    recipients: [],
    tolls: [],
    claim: {by: {kind: "publisher"}, stance: "asserts", status: "happened", evidence: []},
    background: false,
    confidence: 0.8,
    predicate: evidence,
    words: ["land"],
    why: {rule: "visit", says: []},
    published: "2024-10-19",
    publisher: "The Example Courier",
    ...more
  }
}

export function event(more: Partial<Event> = {}): Event {
  return {
    id: "0123456789abcdef",
    type: "CONSULT",
    modes: ["visit"],
    contexts: ["diplomatic"],
    actors: [russia],
    recipients: [envoy],
    time: {from: "2024-10-18", until: "2024-10-19", grain: "day"},
    timeBasis: "stated",
    status: "happened",
    background: false,
    tolls: [],
    confidence: 0.8,
    mentions: [mention()],
    values: {time: [], place: [], status: [], tolls: []},
    merges: [],
    links: [],
    outlets: 1,
    independent: 1,
    ...more
  }
}

export async function* stream(events: readonly Event[]): AsyncGenerator<Event> {
  yield* events
}

// Names with everything in them that a table might stumble over.
const word = fc.oneof(
  fc.constantFrom("a\tb", 'say "x"', "line\nend", ";", ",", "|", "", "Дом", "\r\n", "=1+1"),
  fc.string({maxLength: 8})
)
const party: fc.Arbitrary<Party> = fc.record({
  id: word,
  name: word,
  country: fc.constantFrom("RUS", "PRK", "UNO", "XXX"),
  sectors: fc.subarray(["GOV", "MIL", "JRN", "UNK"] as const)
})
export const anyEvent: fc.Arbitrary<Event> = fc
  .record({
    id: fc.stringMatching(/^[0-9a-f]{16}$/),
    type: fc.constantFrom(...types),
    modes: fc.constantFrom([], ["visit"], ["toString"]),
    contexts: fc.subarray([...contexts], {maxLength: 3}),
    actors: fc.array(party, {maxLength: 3}),
    recipients: fc.array(party, {maxLength: 2}),
    status: fc.constantFrom(...statuses),
    place: fc.record({id: word, name: word, grain: fc.constantFrom("city", "country", "sea")}),
    mentions: fc
      .array(word, {minLength: 1, maxLength: 3})
      .map(publishers => publishers.map(publisher => mention({publisher})) as [EventMention, ...EventMention[]])
  })
  .map(fields => event(fields as Partial<Event>))
