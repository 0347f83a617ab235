import * as z from "zod"
import {correctionOps, correctionRoles, statuses, types} from "../../model/model.ts"
import type {
  Coded,
  Correction,
  CorrectionCounts,
  CorrectionLine,
  DecisionLine,
  ReplayCheck,
  ReviewCase,
  ReviewChoices,
  ReviewState,
  Said,
  Target
} from "../contract.ts"
import {articleHead} from "./answers.ts"
import {named, text, whole} from "./named.ts"
import {mention, party, place, status, timeSpan} from "./nouns.ts"

/// What people say of the ledger, and what they are asked.

export const queueNames = ["doubtful", "disagreements", "orphans", "double"] as const

const target: z.ZodType<Target> = named(
  "Target",
  "What a correction is aimed at: the words of a deed, and the field that is meant",
  z.strictObject({
    article: text,
    quote: text.min(1),
    prefix: text.describe("The words before the quote; with them and the suffix it stands in the article once"),
    suffix: text,
    role: z.enum(correctionRoles),
    type: z.enum(types).optional()
  })
)

const op = z.enum(correctionOps)

const correction: z.ZodType<Correction> = named(
  "Correction",
  "A line of corrections.jsonl: an assertion, not an edit",
  z.strictObject({
    id: text,
    who: text,
    when: text,
    why: text.optional(),
    target: target.or(text),
    op,
    before: z.unknown().optional(),
    after: z.unknown().optional()
  })
)

const states = ["applied", "agrees", "conflict", "orphan", "undone", "undo"] as const

const lineShape = {
  correction,
  state: z.enum(states),
  says: text,
  line: whole.describe("Where it stands in the file"),
  mention: text.optional(),
  event: text.optional()
}
export const correctionLine: z.ZodType<CorrectionLine> = named(
  "CorrectionLine",
  "A correction and what became of it",
  z.strictObject(lineShape)
)
export const correctionState = z.enum(states)

export const counts: z.ZodType<CorrectionCounts> = named(
  "CorrectionCounts",
  "How many corrections stand, and what became of them",
  z.strictObject({
    corrections: whole,
    applied: whole,
    agrees: whole.describe("What is read says so by itself"),
    conflict: whole,
    orphan: whole.describe("Their words are not there"),
    undone: whole
  })
)

const said: z.ZodType<Said> = named(
  "Said",
  "One thing a person says of a telling",
  z.strictObject({
    op,
    mention: text.optional(),
    target: target.or(text).optional(),
    role: z.enum(correctionRoles).optional(),
    before: z.unknown().optional(),
    after: z.unknown().optional(),
    other: text.optional(),
    blind: z.boolean().optional()
  })
)

export const decision = z.strictObject({
  who: text.trim().min(1, "say who you are: a name for the history").max(200),
  why: text.max(2000).optional(),
  corrections: z.array(said).min(1).max(500)
})

const span = z.strictObject({start: whole, end: whole, text})

export const reviewCase: z.ZodType<ReviewCase> = named(
  "ReviewCase",
  "A telling that somebody should look at, and why",
  z.strictObject({
    id: text,
    mention: mention.optional(),
    event: text.optional(),
    article: articleHead.optional(),
    sentence: span.optional(),
    before: text.optional(),
    after: text.optional(),
    same: z.strictObject({mention, article: articleHead.optional(), sentence: span}).optional(),
    reports: z.array(text),
    doubt: z.strictObject({
      kind: z.enum(["event", "same", "who", "when", "where", "how-many", "status", "disagreement", "orphan"]),
      says: text.optional()
    }),
    values: z.strictObject({when: z.array(timeSpan), where: z.array(place), status: z.array(status)}),
    rows: whole,
    sure: z.number(),
    random: z.boolean(),
    correction: correctionLine.optional()
  })
)

export const reviewQueue = z.strictObject({queue: z.enum(queueNames), cases: z.array(reviewCase)})

const decisionLine: z.ZodType<DecisionLine> = z.strictObject({
  ids: z.array(text),
  when: text,
  did: z.enum(["accepted", "changed", "rejected", "noted"]),
  says: text,
  mention: mention.optional(),
  event: text.optional()
})

export const reviewState: z.ZodType<ReviewState> = named(
  "ReviewState",
  "How far the review is",
  z.strictObject({
    who: text,
    today: z.strictObject({accepted: whole, changed: whole, rejected: whole}),
    precision: z.strictObject({right: whole, of: whole, low: z.number(), high: z.number()}),
    counts,
    queues: z.strictObject({disagreements: whole, orphans: whole, double: whole}),
    latest: z.array(decisionLine)
  })
)

export const reviewChoices: z.ZodType<ReviewChoices> = z.strictObject({parties: z.array(party), places: z.array(place)})

const coded: z.ZodType<Coded> = z.strictObject({
  type: z.enum(types),
  mode: text.nullable(),
  who: z.array(text),
  whom: z.array(text),
  when: text.nullable(),
  where: text.nullable(),
  status: z.enum(statuses),
  background: z.boolean(),
  words: z
    .strictObject({
      who: z.array(text).optional(),
      whom: z.array(text).optional(),
      when: z.array(text).optional(),
      where: z.array(text).optional()
    })
    .optional()
})

export const replayCheck: z.ZodType<ReplayCheck> = named(
  "ReplayCheck",
  "Corrections held against what is read now",
  z.strictObject({
    corrections: z.array(z.strictObject({...lineShape, now: coded.optional()})),
    counts,
    tellings: whole,
    unjudged: whole
  })
)
