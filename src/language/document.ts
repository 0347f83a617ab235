import type {Article, Document} from "../model/model.ts"
import {clausesOf} from "./clauses.ts"
import {reportsOf} from "./reports.ts"
import type {Syntax} from "./syntax.ts"

/// Reads articles as language: tokens and trees from `syntax`, then clauses and reports.
export function documentReader(syntax: Syntax): DocumentReader {
  return {
    read(article) {
      const {sentences, tokens, notes} = syntax.read(article.text)
      const clauses = clausesOf(article.text, sentences, tokens)
      return {article, sentences, tokens, clauses, reports: reportsOf(article.text, sentences, tokens, clauses), notes}
    },
    parse(forms) {
      const {text, sentences, tokens} = syntax.parse(forms)
      const clauses = clausesOf(text, sentences, tokens)
      return {
        article: {id: "", text},
        sentences,
        tokens,
        clauses,
        reports: reportsOf(text, sentences, tokens, clauses),
        notes: []
      }
    }
  }
}

export interface DocumentReader {
  /// Any text at all gives a Document.
  read(article: Pick<Article, "id" | "text" | "published" | "title" | "publisher">): Document
  /// Tokens are given, one list a sentence; the text is the forms joined by single spaces.
  parse(forms: readonly (readonly string[])[]): Document
}
