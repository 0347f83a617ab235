import {contentId} from "./id.ts"

/// A news article as the reader keeps it. Law: `text` never changes after this; every offset anywhere points into it.
export interface Article {
  readonly id: string
  readonly url?: string
  /// The outlet's name as the source gives it, or its host name.
  readonly publisher?: string
  /// The calendar day (YYYY-MM-DD) that the article's own time stamp writes, never moved to the reader's zone.
  readonly published?: string
  readonly title?: string
  readonly byline?: string
  /// ISO 639-1, as far as it could be told.
  readonly language?: string
  readonly text: string
  /// The furniture that was taken out of the text, in order, so that the original can be shown and rebuilt.
  readonly removed: readonly Removed[]
}

/// Words that stood at offset `at` of the cleaned text: a share button, an agency credit, a leftover of the scraper.
/// An empty `text` only notes something about the article: a date that was refused, or inferred from a dateline.
export interface Removed {
  readonly at: number
  readonly text: string
  readonly reason: string
  /// What the cleaned text has there in its place, where it was not simply taken out: "&" for a leftover "&amp;".
  readonly instead?: string
}

/// An input that could not become an article. `reason` is one line that ends with what to do next.
export interface Skipped {
  readonly path: string
  readonly reason: string
}

/// The id of an article: where it stood and what it says.
export const articleId = (url: string | undefined, text: string): string => contentId(url ?? "", text)

/// The text as it was before furniture was removed.
export function originalText(article: Pick<Article, "text" | "removed">): string {
  const pieces: string[] = []
  let from = 0
  for (const piece of article.removed) {
    pieces.push(article.text.slice(from, piece.at), piece.text)
    from = piece.at + (piece.instead?.length ?? 0)
  }
  return pieces.join("") + article.text.slice(from)
}

/// Where an offset of the cleaned text lay in the original.
export function originalOffset(article: Pick<Article, "removed">, offset: number): number {
  let moved = offset
  for (const piece of article.removed) {
    const kept = piece.instead?.length ?? 0
    if (piece.at + kept <= offset) moved += piece.text.length - kept
  }
  return moved
}
