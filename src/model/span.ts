/// Where words stand, and how sure we are of what they mean.

/// A stretch of `article.text`: UTF-16 positions, `end` not included.
export interface Span {
  readonly start: number
  readonly end: number
}

/// What a value rests on: the words say it; they say something it follows from; or nothing was said and we supposed it.
export type Basis = "stated" | "inferred" | "assumed"

/// The words a field rests on. Law: `article.text.slice(span.start, span.end) === quote`.
export interface Evidence {
  readonly article: string
  readonly span: Span
  readonly quote: string
}

/// A value of an event with the ground it stands on. An assumed value has no evidence.
export interface Grounded<T> {
  readonly means: T
  readonly basis: Basis
  readonly evidence: readonly Evidence[]
}

/// Something odd that a stage met and went on from. Stages never throw on prose; they leave notes.
export interface Note {
  readonly stage: "articles" | "language" | "mentions" | "coding" | "ledger"
  readonly span?: Span
  readonly message: string
}

export const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/// The evidence for a span of a text, its quotation cut from the text itself.
export function evidenceOf(article: {readonly id: string; readonly text: string}, span: Span): Evidence {
  return {article: article.id, span: {start: span.start, end: span.end}, quote: article.text.slice(span.start, span.end)}
}
