import type {Token} from "../../model/model.ts"
import type {Register} from "./register.ts"
import type {Direction} from "./tense.ts"
import {type Kind, kinds, type Piece} from "./words.ts"

/// What a rule may look at while it says what its words mean.
export interface Setting extends Register {
  /// The day of publication, as a number, where known.
  readonly published: number | undefined
  /// The last time the text told, which "two days later" and a bare "in April" of a history hang on.
  readonly last: Anchor | undefined
  /// The last of them that has a month: a bare year between is often an aside ("until the dry season of 1976").
  readonly line: Anchor | undefined
  /// What stands directly before a "to" or a dash before this: "from July" of "from July to September".
  readonly joined: Anchor | undefined
  readonly tokens: readonly Token[]
  /// Whether `last` was told in this sentence or the one before.
  readonly fresh: boolean
  /// Whether `last` was told in this sentence.
  readonly here: boolean
  direction(): Direction
  /// Whether the expression hangs on what is so, not on what is done.
  state(): boolean
}

export interface Anchor {
  readonly year: number
  readonly month?: number
  readonly day?: number
}

/// A match of a rule: the pieces, and how many came before and after in the sentence.
export class Match {
  readonly pieces: readonly Piece[]
  readonly from: number
  readonly to: number
  constructor(pieces: readonly Piece[], from: number, to: number) {
    this.pieces = pieces
    this.from = from
    this.to = to
  }
  /// The nth piece of one of these kinds.
  get(names: Kind | readonly Kind[], nth = 0): Piece | undefined {
    const letters = (typeof names === "string" ? [names] : names).map(k => kinds[k])
    for (let i = this.from; i < this.to; i++) {
      const p = this.pieces[i]!
      if ((letters as string[]).includes(p.letter) && nth-- === 0) return p
    }
    return undefined
  }
  has(...names: Kind[]): boolean {
    return this.get(names) !== undefined
  }
  before(n = 1): Piece | undefined {
    return this.pieces[this.from - n]
  }
  after(n = 0): Piece | undefined {
    return this.pieces[this.to + n]
  }
  index(piece: Piece): number {
    return this.pieces.indexOf(piece, this.from)
  }
}

export interface Found {
  /// TIMEX3 value.
  readonly value: string
  /// Days, where they are not those of the value.
  readonly days?: readonly [from: number, until: number]
  /// Which pieces it covers, when not all that matched.
  readonly pieces?: readonly [from: number, to: number]
  /// What it rests on beside its own words.
  readonly inferred?: string
  /// What a later "the same day" may hang on.
  readonly anchor?: Anchor
  readonly set?: boolean
  /// Of two times side by side the first, where it does not reach to the second.
  readonly alone?: boolean
}

export interface Rule {
  readonly name: string
  readonly pattern: string
  /// Sentences in an article of Wednesday, 18 June 2014, and the value of the time that this rule finds in them.
  readonly examples: readonly (readonly [text: string, value: string])[]
  means(match: Match, setting: Setting): Found | readonly Found[] | undefined
}
