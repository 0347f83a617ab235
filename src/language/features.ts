import type {Entry} from "./dictionary.ts"
import type {View} from "./views.ts"

/// A feature of a word that has a vector of its own: how it is found, and how often it must be seen in training to be kept.
export interface Feature {
  readonly name: string
  readonly least: number
  readonly of: (view: View, entry: Entry) => number
}

/// What the network sees of a word, in the order of its weights.
export const featuresInOrder: readonly Feature[] = [
  {name: "word", least: 2, of: v => v.word},
  {name: "prefix2", least: 5, of: v => v.prefixes[1]!},
  {name: "prefix3", least: 6, of: v => v.prefixes[2]!},
  {name: "suffix2", least: 5, of: v => v.suffixes[1]!},
  {name: "suffix3", least: 5, of: v => v.suffixes[2]!},
  {name: "suffix4", least: 6, of: v => v.suffixes[3]!},
  {name: "shape", least: 2, of: v => v.shape},
  {name: "noun", least: 3, of: (_, e) => e.noun},
  {name: "verb", least: 3, of: (_, e) => e.verb},
  {name: "frames", least: 3, of: (_, e) => e.frames},
  {name: "parts", least: 3, of: (_, e) => e.parts}
]
