import {documentReader} from "./language/document.ts"
import {syntaxReader} from "./language/syntax.ts"
import {languageWords} from "./language/words.ts"
import {articleId, type Document} from "./model/model.ts"
import {openResources} from "./resources.ts"

/// `annals/language`: the reader of English alone. It knows nothing of politics.
export {type DocumentReader, documentReader} from "./language/document.ts"
export type {Clause, ClauseLink, Document, Oblique, Phrase, Predicate, Report, Sentence, Span, Token} from "./model/model.ts"

/// Opens the shipped weights and words, and gives the reader of English: any text in, sentences, tokens with tags, lemmas and trees,
/// clauses and reports out. Offsets are UTF-16 units of the text; the same text gives the same document; nothing throws.
export function english(): (text: string) => Document {
  const resources = openResources()
  const {read} = documentReader(syntaxReader(resources.weights("english")), languageWords(resources.yaml))
  return text => read({id: articleId(undefined, text), text})
}
