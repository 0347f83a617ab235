import type {Article} from "./article.ts"
import type {Document} from "./document.ts"
import type {EventMention} from "./event.ts"
import type {Note, Span} from "./span.ts"
import type {Mentions} from "./world.ts"

/// Why a clause that looked like an event was not coded; `explain` and the article page print it.
export interface Uncoded {
  readonly sentence: number
  readonly span: Span
  readonly reason: string
}

/// What coding makes of a document.
export interface Coding {
  readonly events: readonly EventMention[]
  readonly uncoded: readonly Uncoded[]
  readonly notes: readonly Note[]
}

/// All intermediate values of one article, kept so that `explain` and the page's "why?" only print them.
export interface Reading {
  readonly article: Article
  readonly document: Document
  readonly mentions: Mentions
  readonly coding: Coding
}
