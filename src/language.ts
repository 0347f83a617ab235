/// `annals/language`: the reader of English alone. It knows nothing of politics.
export {type DocumentReader, documentReader} from "./language/document.ts"
export type {Clause, ClauseLink, Document, Oblique, Phrase, Predicate, Report, Sentence, Span, Token} from "./model/model.ts"
