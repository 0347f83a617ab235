import type {Parser} from "./parser.ts"
import type {Tag, Tagger} from "./tagger.ts"
import {viewsOf} from "./views.ts"

/// Sentences longer than this must be read in parts: no prose is so long, tables are.
export const longestSentence = 250

/// Tags and trees of sentences, however they are found.
export interface Grammar {
  readonly tags: readonly Tag[]
  readonly relations: readonly string[]
  /// One analysis for each sentence (of `longestSentence` words at most), all as long as it: exactly one word has no head, and no word hangs on itself by any way round.
  analyse(sentences: readonly (readonly string[])[]): Analysis[]
}

export interface Analysis {
  /// Places in `tags`.
  readonly tags: Int32Array
  /// Places in the sentence, -1 for the root.
  readonly heads: Int32Array
  /// Places in `relations`.
  readonly labels: Int32Array
}

/// The fast grammar: a tagger, then a parser that builds on its tags.
export function stepwise(tagger: Tagger, parser: Parser): Grammar {
  return {
    tags: tagger.tags,
    relations: parser.relations,
    analyse: sentences =>
      sentences.map(forms => {
        const views = viewsOf(forms)
        const tags = tagger.tag(views)
        return {tags, ...parser.parse(views, tags)}
      })
  }
}
