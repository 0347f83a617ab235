import * as z from "zod"
import {headline} from "../../export/headline.ts"
import type {ArticleHead, EventDetail, EventMention, Health} from "../contract.ts"
import {evidenceId} from "../routes/reports.ts"
import {text} from "../schemas/named.ts"

/// What an assistant is told: nothing without the words it rests on.

/// Where words stand and who wrote them when.
export const source = {
  evidence: text.describe("Id of the words; get_evidence cuts them anew from the article"),
  quote: text.describe("The words, exactly as they stand in the article"),
  publisher: text.optional(),
  published: text.optional().describe("The day of the article"),
  url: text.optional()
}

export const fact = z.object({
  says: text.describe("Who did what to whom, as coded"),
  event: text,
  when: text.optional().describe("First day, and how finely the words said it"),
  where: text.optional(),
  status: text.describe("happened, ongoing, planned, possible or did-not-happen: as told, not as checked"),
  background: z.boolean().describe("Told only as history"),
  confidence: z.number().describe("How sure the coding is, 0 to 1; not how sure it is that it happened"),
  outlets: z.int(),
  independent: z.int().describe("Lines that did not copy one another, at most"),
  ...source
})
export type Fact = z.output<typeof fact>

/// A mention's own words with their source; the whole sentence where it is known.
export function sourceOf(mention: EventMention, articles: readonly ArticleHead[], sentences: EventDetail["sentences"] = {}) {
  const article = articles.find(a => a.id === mention.article)
  const sentence = sentences[mention.id]
  const span = sentence ? {start: sentence.start, end: sentence.end} : mention.predicate.span
  return {
    evidence: evidenceId({article: mention.article, span, quote: ""}),
    quote: sentence?.text ?? mention.predicate.quote,
    ...((article?.publisher ?? mention.publisher) !== undefined && {publisher: article?.publisher ?? mention.publisher!}),
    ...((article?.published ?? mention.published) !== undefined && {published: article?.published ?? mention.published!}),
    ...(article?.url !== undefined && {url: article.url})
  }
}

export function factOf({event, articles, sentences}: EventDetail): Fact {
  return {
    says: headline(event),
    event: event.id,
    ...(event.time?.from !== undefined && {when: `${event.time.from} (${event.time.grain}, ${event.timeBasis ?? "stated"})`}),
    ...(event.place && {where: `${event.place.name} (${event.place.grain})`}),
    status: event.status,
    background: event.background,
    confidence: event.confidence,
    outlets: event.outlets,
    independent: event.independent,
    ...sourceOf(event.mentions[0], articles, sentences)
  }
}

/// What no answer from here can be: said with every one.
export const ceilingsOf = ({articles, outlets, first, last}: Health, ...more: readonly string[]): string[] => [
  `This ledger knows ${articles} articles of ${outlets} outlets${first ? `, ${first} to ${last}` : ""}, and nothing else: what they do not report is not in it, and what they report is not thereby true.`,
  "Events are coded by rules and models and merged by score; codings can be wrong. Judge by the quote, and cite its source.",
  ...more
]

export const ceilings = z.array(text).describe("What this answer cannot say; pass it on")
