import type {ActorMention, Basis, Party, Token} from "../../model/model.ts"
import type {Item} from "./items.ts"
import type {Generic} from "./lexicon.ts"

/// One noun phrase on its way to a mention.
export interface Phrase {
  first: number
  last: number
  readonly items: readonly Item[]
  /// Token that carries the phrase's relation to the outside.
  head: number
  parties: Party[]
  basis: Basis
  why: string
  form: ActorMention["form"]
  candidates: Party[]
  placed: boolean
  plural: boolean
  /// The word it is headed by, where it is a common one.
  generic: Generic | undefined
  /// Pieces of the proper name in it.
  name: readonly string[] | undefined
  nameKind: Item["name"]
  definite: boolean
  gender: "he" | "she" | undefined
  /// Whether the words themselves gave a country.
  hasCountry: boolean
  /// "former president", "president-elect": not who holds the office.
  out?: "former" | "elect"
  /// "the two presidents", "both ministers"
  two?: boolean
  /// Token of "its", "his" before it.
  possessive?: number
  readonly sentence: number
}

/// The token of a phrase whose governor lies outside; of several the one in the phrase's head item, else the last.
export function headOf(tokens: readonly Token[], phrase: Phrase): number {
  const core = phrase.items[phrase.items.length - 1]!
  let found = -1
  for (let t = core.first; t <= core.last; t++) {
    const {head} = tokens[t]!
    if (head < phrase.first || head > phrase.last) {
      found = t
      break
    }
  }
  if (found >= 0 && tokens[found]!.relation !== "flat" && tokens[found]!.relation !== "compound") return found
  for (let t = phrase.first; t <= phrase.last; t++) {
    const {head, relation} = tokens[t]!
    if ((head < phrase.first || head > phrase.last) && !/^(?:punct|det|case|cc)/.test(relation)) return t
  }
  return found >= 0 ? found : core.last
}
