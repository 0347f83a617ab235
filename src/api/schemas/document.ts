import * as z from "zod"
import type {Explanation} from "../contract.ts"
import {named, text, whole} from "./named.ts"
import {basis, mention, party, place, span, timeSpan} from "./nouns.ts"

/// An article as language: what /explain shows of every step.

const phrase = z.strictObject({head: z.int(), span})

const sentence = z.strictObject({index: whole, start: whole, end: whole, first: whole, last: whole})

const token = named(
  "Token",
  "A word with its lemma, part of speech and place in the tree",
  z.strictObject({
    index: whole,
    sentence: whole,
    start: whole,
    end: whole,
    text,
    lemma: text,
    upos: text,
    xpos: text,
    head: z.int().describe("The governing token, -1 for the root"),
    relation: text
  })
)

const link = z.enum([
  "content",
  "infinitive",
  "purpose",
  "condition",
  "time",
  "cause",
  "concession",
  "manner",
  "relative",
  "participle",
  "coordinate",
  "nominal",
  "subject"
])

const clause = named(
  "Clause",
  "A predicate with its roles; the passive is undone",
  z.strictObject({
    index: whole,
    sentence: whole,
    predicate: z.strictObject({
      kind: z.enum(["verb", "noun", "adjective"]),
      head: z.int(),
      lemma: text,
      light: text.optional(),
      span
    }),
    span,
    subjects: z.array(phrase),
    objects: z.array(phrase),
    recipients: z.array(phrase),
    obliques: z.array(z.strictObject({preposition: text, phrase})),
    negated: z.boolean(),
    tense: z.enum(["past", "present", "future"]).optional(),
    perfect: z.boolean(),
    progressive: z.boolean(),
    passive: z.boolean(),
    modal: text.optional(),
    question: z.boolean(),
    adverbs: z.array(text),
    parent: z.strictObject({clause: z.int(), link, marker: text.optional()}).optional()
  })
)

const report = named(
  "Speech",
  "Reported speech as grammar: who, the word of saying, what",
  z.strictObject({
    index: whole,
    sentence: whole,
    source: phrase.optional(),
    cue: z.strictObject({head: z.int(), lemma: text, span, negated: z.boolean()}),
    content: z.array(span),
    manner: z.enum(["direct", "indirect", "mixed"]),
    within: z.int().optional()
  })
)

const meant = <T extends z.ZodType>(means: T) => ({
  span,
  sentence: whole,
  head: z.int(),
  text,
  means: means.optional(),
  basis,
  candidates: z.array(means).optional(),
  why: text
})

/// What finders found; they may say more of it than is promised here.
const mentions = z.looseObject({
  names: z.array(
    z.looseObject({span, sentence: whole, first: z.int(), last: z.int(), kind: z.enum(["person", "organization", "location"])})
  ),
  actors: z.array(
    z.looseObject({
      ...meant(party),
      all: z.array(party).optional(),
      form: z.enum(["name", "title", "pronoun", "generic", "metonym"])
    })
  ),
  places: z.array(z.object(meant(place))),
  times: z.array(z.looseObject({...meant(timeSpan), value: text}))
})

export const explanation = named(
  "Explanation",
  "One text through every step; nothing of it is stored",
  z.strictObject({
    sentences: z.array(sentence),
    tokens: z.array(token),
    clauses: z.array(clause),
    reports: z.array(report),
    mentions,
    events: z.array(mention),
    uncoded: z.array(z.strictObject({sentence: whole, reason: text}))
  })
) as unknown as z.ZodType<Explanation>
