import type {Span, Words} from "../model/model.ts"

/// The words of a span, with so much around them that they stand in the text once.
export function wordsAt(text: string, span: Span): Words {
  for (let around = 32; ; around *= 2) {
    const words = {
      quote: text.slice(span.start, span.end),
      prefix: text.slice(Math.max(0, span.start - around), span.start),
      suffix: text.slice(span.end, span.end + around)
    }
    if (spanOf(text, words) || (around >= span.start && span.end + around >= text.length)) return words
  }
}

/// Where words stand in a text; undefined if they are not there, or there more than once: nothing is guessed.
export function spanOf(text: string, {quote, prefix, suffix}: Words): Span | undefined {
  const all = prefix + quote + suffix
  const at = text.indexOf(all)
  if (at < 0 || text.indexOf(all, at + 1) >= 0) return undefined
  return {start: at + prefix.length, end: at + prefix.length + quote.length}
}
