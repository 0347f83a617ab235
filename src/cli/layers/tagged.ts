import {syntaxReader} from "../../language/syntax.ts"
import type {Document} from "../../model/model.ts"
import type {Resources} from "../../resources.ts"

/// Reads text as far as names, places and times need it: sentences, tokens and trees, without clauses and reports.
export function taggedReader(resources: Resources): TaggedReader {
  const syntax = syntaxReader(resources.weights("english"))
  return {
    read(text, published) {
      const article = {id: "", text, ...(published !== undefined && {published})}
      return {article, ...syntax.read(text), clauses: [], reports: []}
    },
    parse(forms) {
      const {text, sentences, tokens} = syntax.parse(forms)
      return {article: {id: "", text}, sentences, tokens, clauses: [], reports: [], notes: []}
    }
  }
}

export interface TaggedReader {
  read(text: string, published?: string): Document
  parse(forms: readonly (readonly string[])[]): Document
}
