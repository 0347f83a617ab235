import type {EventMention} from "../model/model.ts"
import type {ArticleBook} from "./exporter.ts"

/// A telling as people cite it.
export interface Cited {
  /// Outlet, title in quotes, day: "The Courier, “Border reopens”, 2024-10-19".
  readonly source: string
  /// The address, if it is one that a page may link to.
  readonly url: string | undefined
  /// The sentence it stands in, on one line; the words of the deed where the text is not at hand, empty where words may not travel.
  readonly quote: string
}

export function cited(telling: EventMention, book: ArticleBook | undefined): Cited {
  const {start, end} = telling.sentenceSpan
  const parts = [
    book?.publisher ?? telling.publisher ?? "unknown outlet",
    book?.title && `“${book.title}”`,
    book?.published ?? telling.published ?? "undated"
  ]
  return {
    source: parts.filter(part => part).join(", "),
    url: book?.url && /^https?:\/\/[^\s<>]+$/.test(book.url) ? book.url : undefined,
    quote: (book?.text.slice(start, end) ?? telling.predicate.quote).replace(/\s+/g, " ")
  }
}
