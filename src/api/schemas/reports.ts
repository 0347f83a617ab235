import * as z from "zod"
import {named, text, whole} from "./named.ts"
import {basis, eventType, party, place, span, stance, status, timeSpan} from "./nouns.ts"

/// What is told, who says so, and the words: each with the article it stands in.

const source = {
  article: text,
  publisher: text.optional(),
  published: text.optional(),
  title: text.optional(),
  url: text.optional()
}

export const reportRow = named(
  "ReportRow",
  "One telling of an event in one article",
  z.strictObject({
    id: text,
    event: text,
    type: eventType,
    mode: text.optional(),
    status,
    background: z.boolean(),
    actors: z.array(party),
    recipients: z.array(party),
    time: timeSpan.optional(),
    timeBasis: basis.optional(),
    place: place.optional(),
    confidence: z.number(),
    quote: text.describe("The sentence"),
    predicate: text.describe("The words of the deed in it"),
    evidence: text.describe("The id of these words"),
    by: text.optional().describe("Who says so, where it is not the outlet itself"),
    stance,
    rule: text.describe("What coded it"),
    ...source
  })
)

export const claimRow = named(
  "ClaimRow",
  "Who says what became of an event. A denial is a claim, not a silence",
  z.strictObject({
    report: text,
    event: text,
    voice: z.enum(["publisher", "actor"]).describe("The outlet in its own voice, or somebody it quotes"),
    by: text.optional().describe("The name of who says so"),
    byId: text.optional(),
    stance,
    status,
    quote: text.describe("The sentence"),
    evidence: text.describe("The id of the words the claim rests on"),
    ...source
  })
)

export const role = z
  .enum(["what", "who", "whom", "when", "where", "how-many", "says-who"])
  .describe("Which field of the event the words give")

export const evidenceRow = named(
  "EvidenceRow",
  "Words of an article and the field of an event they give",
  z.strictObject({
    id: text.describe("ARTICLE:START-END"),
    report: text,
    event: text,
    role,
    start: whole,
    end: whole,
    quote: text,
    ...source
  })
)

export const evidenceDetail = named(
  "EvidenceDetail",
  "Words of an article, the sentence they stand in, and the events that rest on that sentence",
  z.strictObject({
    id: text,
    span,
    quote: text,
    sentence: z.strictObject({start: whole, end: whole, text}).optional(),
    events: z.array(text),
    ...source
  })
)
