import * as z from "zod"
import {types} from "../../model/model.ts"
import type {
  ActorDetail,
  ActorRow,
  ArticleDetail,
  ArticleHead,
  EventChange,
  EventDetail,
  EventRow,
  Facets,
  Health,
  PairList,
  PanelAnswer,
  Problem,
  ReadSummary,
  RunLine,
  SeriesBin,
  Verification
} from "../contract.ts"
import {named, text, whole} from "./named.ts"
import {article, basis, event, eventType, mentionShape, party, place, quad, status, timeSpan} from "./nouns.ts"

/// What routes answer. Each is checked by the compiler against its type in contract.ts.

export const eventRow: z.ZodType<EventRow> = named(
  "EventRow",
  "One line of the ledger",
  z.strictObject({
    id: text,
    type: eventType as unknown as z.ZodType<EventRow["type"]>,
    mode: text.optional(),
    quad,
    goldstein: z.number().describe("PLOVER's weight of the type, from -10 to 10"),
    status,
    background: z.boolean(),
    actors: z.array(party),
    recipients: z.array(party),
    time: timeSpan.optional(),
    timeBasis: basis.optional(),
    place: place.optional(),
    confidence: z.number(),
    reports: whole,
    articles: whole,
    outlets: whole,
    independent: whole.describe("Lines that did not copy one another, at most"),
    quote: text.describe("The sentence of the leading mention"),
    predicate: text,
    by: text.optional().describe("Who says so, where it is not the outlet itself")
  })
)

const headShape = {
  id: text,
  title: text.optional(),
  publisher: text.optional(),
  published: text.optional(),
  url: text.optional()
}
export const articleHead: z.ZodType<ArticleHead> = named("ArticleHead", "An article without its text", z.strictObject(headShape))

export const articleRow = named(
  "ArticleRow",
  "An article and how much was found in it",
  z.strictObject({...headShape, sentences: whole, events: whole})
)

export const eventDetail: z.ZodType<EventDetail> = named(
  "EventDetail",
  "An event with every report, the articles they stand in and their sentences by the report's id",
  z.strictObject({
    event,
    row: eventRow,
    articles: z.array(articleHead),
    sentences: z.record(text, z.strictObject({start: whole, end: whole, text})),
    related: z.array(
      z.strictObject({
        kind: z.enum(["plan-of", "denial-of", "undecided", "stage-of"]),
        says: text,
        back: z.boolean(),
        event: eventRow
      })
    )
  })
)

export const articleDetail: z.ZodType<ArticleDetail> = named(
  "ArticleDetail",
  "An article with what was coded in it, what was not and why",
  z.strictObject({
    article,
    sentences: z.array(z.strictObject({index: whole, start: whole, end: whole})),
    mentions: z.array(z.strictObject({...mentionShape, event: text})),
    uncoded: z.array(z.strictObject({sentence: whole, start: whole, end: whole, reason: text})),
    versions: z.array(articleHead).optional().describe("All that stood at this address, the earliest first")
  })
)

const actorShape = {
  id: text,
  name: text,
  country: text.optional(),
  sectors: z.array(text),
  events: whole,
  asActor: whole,
  asRecipient: whole
}
export const actorRow: z.ZodType<ActorRow> = named("ActorRow", "Somebody who takes part in events", z.strictObject(actorShape))

export const actorDetail: z.ZodType<ActorDetail> = named(
  "ActorDetail",
  "One actor, or all who act for a country, and whom they meet in events",
  z.strictObject({actor: actorRow, partners: z.array(z.strictObject({id: text, name: text, events: whole}))})
)

export const pairRow: z.ZodType<PairList["pairs"][number]> = named(
  "PairRow",
  "Two countries, or actors without one, on the two sides of events",
  z.strictObject({a: text, b: text, aName: text, bName: text, events: whole})
)

export const step = z.enum(["day", "week", "month", "quarter", "year"])

const quads = z.tuple([whole, whole, whole, whole]).describe("Events by quad class 1 to 4")

export const seriesBin: z.ZodType<SeriesBin> = named(
  "SeriesBin",
  "Events of one stretch of time",
  z.strictObject({
    from: text,
    until: text,
    events: whole,
    quads,
    vague: z.number().describe("Shares of events that are told more vaguely than the bin"),
    mean: z.number().optional(),
    band: z.tuple([z.number(), z.number()]).optional().describe("Where the mean lies nine times out of ten")
  })
)

export const panelAnswer: z.ZodType<PanelAnswer> = named(
  "Panel",
  "Counts by unit and period, and how many events stand in no row",
  z.strictObject({
    unit: text,
    rows: z.array(
      z.strictObject({
        sides: z.array(text),
        names: z.array(text),
        from: text,
        until: text,
        events: whole,
        weight: z.number(),
        quads,
        types: z.partialRecord(z.enum(types), whole),
        query: text.describe("Under this query /events lists just these events")
      })
    ),
    undated: whole,
    vague: whole,
    sideless: whole
  })
)

const facet = z.array(z.strictObject({value: text, label: text, count: whole}))
export const facets: z.ZodType<Facets> = named(
  "Facets",
  "How many events there are of each value, most first",
  z.strictObject({
    total: whole,
    type: facet,
    quad: facet,
    status: facet,
    actor: facet,
    recipient: facet,
    place: facet,
    publisher: facet,
    background: facet
  })
)

export const skippedInput = z.strictObject({path: text, reason: text})

export const health: z.ZodType<Health> = named(
  "Health",
  "What the pile is like",
  z.strictObject({
    version: text,
    ledger: text,
    articles: whole,
    undated: whole,
    sentences: whole,
    mentions: whole,
    events: whole,
    outlets: whole,
    unplaced: whole,
    first: text.optional(),
    last: text.optional(),
    skipped: z.array(skippedInput)
  })
)

const runShape = {
  run: whole,
  id: text,
  what: z.enum(["read", "recode", "corrections", "forget"]),
  version: text,
  hashes: z.record(text, text),
  articles: whole,
  mentions: whole,
  changes: whole,
  began: text.optional(),
  ended: text.optional(),
  became: z
    .strictObject({came: whole, changed: whole, gone: whole})
    .optional()
    .describe("What became of events in it, where there are few enough to compare at once")
}
export const runLine: z.ZodType<RunLine> = named(
  "Run",
  "A reading, recoding or judging, and what it was done with",
  z.strictObject(runShape)
)

export const eventSummary = z.strictObject({
  type: text,
  modes: z.array(text),
  actors: z.array(text),
  recipients: z.array(text),
  from: text.optional(),
  until: text.optional(),
  place: text.optional(),
  status: text,
  background: z.boolean(),
  tolls: z.array(text),
  mentions: z.array(text),
  outlets: whole,
  independent: whole
})

/// The fields of a change, for what says more of one.
export const changeShape = {
  event: text,
  kind: z.enum(["added", "removed", "changed", "merged", "split", "renamed"]),
  other: text.optional().describe("The event it went into, came out of, or was known as before"),
  causes: z.array(text),
  before: eventSummary.optional(),
  after: eventSummary.optional()
}
export const eventChange: z.ZodType<EventChange> = named(
  "Change",
  "What became of an event between two runs",
  z.strictObject(changeShape)
)

export const verification: z.ZodType<Verification> = named(
  "Verification",
  "Every quotation read again in its article",
  z.strictObject({
    mentions: whole,
    quotes: whole,
    wrong: z.array(z.strictObject({mention: text, article: text, quote: text, found: text}))
  })
)

export const readSummary = named(
  "Written",
  "What was added",
  z.strictObject({
    articles: whole,
    sentences: whole,
    mentions: whole,
    left: whole.optional().describe("Articles still to be read again"),
    aside: z.array(skippedInput).optional().describe("Articles that could not be read, and why")
  })
) satisfies z.ZodType<Pick<ReadSummary, "articles" | "sentences" | "mentions">>

export const problem: z.ZodType<Problem> = named(
  "Problem",
  "Every error (RFC 9457); `detail` says what would be right",
  z.strictObject({type: text, title: text, status: z.int(), detail: text.optional()})
)
