import type {Telling} from "../../src/coding/given.ts"
import {type EventMention, overlaps, type Reading, type Span} from "../../src/model/model.ts"
import {type Pile, type Report, reportsOf, spanOf} from "./key.ts"

/// What became of the reports of a key when its articles were read.

/// How a report was found, or why not.
export const fates = [
  "coded as the key's type",
  "coded as another type",
  "coded by other words of its sentence",
  "not coded: a rule comes near and says why not",
  "not coded: a part of another deed",
  "not coded: no rule knows the words",
  "not coded: the words are no predicate"
] as const
export type Fate = (typeof fates)[number]

export interface Found {
  readonly mention?: EventMention
  readonly fate: Fate
}

/// Finds the mention that a report of the key stands for: words that overlap, of its type if there is one; else its type in that sentence,
/// unless it stands for another report there.
export function reportFinder(
  pile: Pile,
  readings: ReadonlyMap<string, Reading>
): {
  found(report: Report, type?: string): Found
  given(report: Report, telling: Tell): (Telling & {type?: EventMention["type"]}) | undefined
} {
  const spans = new Map<string, {quote: string; span: Span}[]>()
  for (const report of reportsOf(pile)) {
    const span = spanOf(report, readings.get(report.article)?.article.text ?? "")
    if (span) spans.set(report.article, [...(spans.get(report.article) ?? []), {quote: report.quote, span}])
  }
  const place = (report: Report): Span | undefined => spans.get(report.article)?.find(s => s.quote === report.quote)?.span
  const tellers = (report: Report): EventMention[] => {
    const span = place(report)
    const events = readings.get(report.article)?.coding.events ?? []
    return span ? events.filter(m => overlaps(m.predicate.span, span)) : []
  }
  return {
    found(report, type) {
      const reading = readings.get(report.article)
      const span = place(report)
      if (!reading || !span) throw new Error(`${report.article}: nothing there says “${report.quote}”`)
      const over = tellers(report)
      const typed = over.find(m => m.type === type) ?? (type === undefined ? over[0] : undefined)
      if (typed) return {mention: typed, fate: "coded as the key's type"}
      const others = spans.get(report.article)!.filter(s => s.quote !== report.quote)
      const beside = reading.coding.events.find(
        m =>
          m.type === type &&
          m.sentenceSpan.start <= span.start &&
          span.start < m.sentenceSpan.end &&
          !others.some(o => overlaps(m.predicate.span, o.span))
      )
      if (beside) return {mention: beside, fate: "coded by other words of its sentence"}
      if (over[0]) return {mention: over[0], fate: "coded as another type"}
      const reasons = reading.coding.uncoded.filter(u => overlaps(u.span, span)).map(u => u.reason)
      if (reasons.some(r => r.startsWith("part of "))) return {fate: "not coded: a part of another deed"}
      if (reasons.some(r => !r.startsWith("no rule knows"))) return {fate: "not coded: a rule comes near and says why not"}
      const isTold = reading.document.clauses.some(c => overlaps(c.predicate.span, span))
      return {fate: isTold ? "not coded: no rule knows the words" : "not coded: the words are no predicate"}
    },
    given: (report, telling) => {
      const span = place(report)
      return tellers(report)[0] ?? (span && telling(report.article, span))
    }
  }
}

export type Tell = (article: string, span: Span) => Telling | undefined
