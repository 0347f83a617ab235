import type {Lexicon} from "../src/mentions/names/features.ts"
import type {Resources} from "../src/resources.ts"

/// The words that the tagger of names is told about beside its corpora.
export function knownWords(_resources: Resources): Lexicon {
  return new Map()
}
