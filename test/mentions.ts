import fc from "fast-check"
import {
  contentId,
  type EventMention,
  type EventType,
  type Grounded,
  type Party,
  type Status,
  type TimeSpan
} from "../src/model/model.ts"

/// Mentions made by hand, for tests of what comes after coding.
export interface Sketch {
  readonly type?: EventType
  readonly actors?: readonly string[]
  readonly recipients?: readonly string[]
  readonly day?: string
  readonly until?: string
  readonly grain?: TimeSpan["grain"]
  readonly basis?: "stated" | "inferred" | "assumed"
  readonly place?: string
  readonly status?: Status
  readonly words?: readonly string[]
  readonly published?: string
  readonly publisher?: string
  readonly article?: string
  readonly start?: number
  readonly mode?: string
  readonly background?: boolean
}

const after = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

const monthAfter = (day: string): string => (day.startsWith("2023-09") ? "2023-10-01" : "2023-11-01")

/// "RUS" is a country; "RUS:GOV:Vladimir Putin" somebody of one.
export function party(text: string): Party {
  const [country, sector, name] = text.split(":")
  return {
    id: name ? name.toLowerCase().replaceAll(" ", "-") : country!.toLowerCase(),
    name: name ?? country!,
    country: country!,
    sectors: sector ? [sector as "GOV"] : []
  }
}

export function mention(sketch: Sketch): EventMention {
  const article = sketch.article ?? contentId("article", sketch.publisher ?? "", sketch.published ?? "", sketch.day ?? "")
  const type = sketch.type ?? "CONSULT"
  const start = sketch.start ?? 0
  const quote = {article, span: {start, end: start + 3}, quote: "met"}
  const grounded = (text: string): Grounded<Party> => ({means: party(text), basis: "stated", evidence: [quote]})
  return {
    id: contentId(article, String(start), String(start + 3), type, sketch.status ?? ""),
    article,
    sentence: start,
    sentenceSpan: {start, end: start + 3},
    type,
    ...(sketch.mode && {mode: sketch.mode}),
    contexts: [],
    actors: (sketch.actors ?? ["RUS"]).map(grounded),
    recipients: (sketch.recipients ?? []).map(grounded),
    ...(sketch.place && {
      place: {
        means: {id: sketch.place, name: sketch.place, country: "RUS", grain: "city" as const},
        basis: "stated" as const,
        evidence: []
      }
    }),
    ...(sketch.day && {
      time: {
        means: {from: sketch.day, until: sketch.until ?? after(sketch.day), grain: sketch.grain ?? "day"},
        basis: sketch.basis ?? "stated",
        evidence: []
      }
    }),
    tolls: [],
    claim: {by: {kind: "publisher"}, stance: "asserts", status: sketch.status ?? "happened", evidence: []},
    background: sketch.background ?? false,
    confidence: 0.7,
    predicate: quote,
    words: sketch.words ?? ["meet", "summit"],
    why: {rule: "by hand", says: []},
    ...(sketch.published && {published: sketch.published}),
    ...(sketch.publisher && {publisher: sketch.publisher})
  }
}

/// Piles of mentions from a small world, so that many come near one another.
export const piles = fc.uniqueArray(
  fc
    .record({
      type: fc.constantFrom<EventType>("CONSULT", "AID"),
      actors: fc.subarray(["RUS", "PRK", "RUS:GOV:Vladimir Putin"], {minLength: 1}),
      recipients: fc.subarray(["KOR", "PRK"]),
      day: fc.constantFrom("2023-09-12", "2023-09-13", "2023-09-16", "2023-10-02", undefined),
      basis: fc.constantFrom("stated" as const, "inferred" as const, "assumed" as const),
      isMonth: fc.boolean(),
      status: fc.constantFrom<Status>("happened", "planned", "did-not-happen"),
      words: fc.subarray(["meet", "summit", "ship", "talks"]),
      published: fc.constantFrom("2023-09-13", "2023-09-14", undefined),
      publisher: fc.constantFrom("A", "B"),
      start: fc.integer({min: 0, max: 40})
    })
    .map(({isMonth, day, ...sketch}) =>
      mention({
        ...(sketch as Sketch),
        ...(day !== undefined && (isMonth ? {day: `${day.slice(0, 8)}01`, until: monthAfter(day), grain: "month"} : {day}))
      })
    ),
  {selector: m => m.id, maxLength: 14}
)
