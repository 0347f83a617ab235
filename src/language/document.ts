import type {Article, Document, Sentence, Token} from "../model/model.ts"
import {clauseFinder} from "./clauses.ts"
import {reportFinder} from "./reports.ts"
import type {KnownName} from "./stand-ins.ts"
import type {Syntax} from "./syntax.ts"
import type {LanguageWords} from "./words.ts"

/// Reads articles as language: tokens and trees from `syntax`, then clauses and reports by `words` (languageWords in words.ts).
export function documentReader(syntax: Syntax, words: LanguageWords): DocumentReader {
  const clausesOf = clauseFinder(words)
  const reportsOf = reportFinder(words)
  const told = (text: string, sentences: readonly Sentence[], tokens: readonly Token[]) => {
    const clauses = clausesOf(text, sentences, tokens)
    return {sentences, tokens, clauses, reports: reportsOf(text, sentences, tokens, clauses)}
  }
  return {
    knowing: names => documentReader(syntax.knowing(names), words),
    read(article) {
      const {sentences, tokens, notes} = syntax.read(article.text)
      return {article, ...told(article.text, sentences, tokens), notes}
    },
    parse(forms) {
      const {text, sentences, tokens} = syntax.parse(forms)
      return {article: {id: "", text}, ...told(text, sentences, tokens), notes: []}
    }
  }
}

export interface DocumentReader {
  /// Any text at all gives a Document.
  read(article: Pick<Article, "id" | "text" | "published" | "title" | "publisher">): Document
  /// Tokens are given, one list a sentence; the text is the forms joined by single spaces.
  parse(forms: readonly (readonly string[])[]): Document
  /// The same, but these names are read as such, however strange they look.
  knowing(names: readonly KnownName[]): DocumentReader
}
