import {hashOf} from "./views.ts"
import type {Bytes} from "./weights.ts"

/// What a dictionary (WordNet) knows of words in small letters, inflected ones found by their bases: small numbers, 0 where it
/// knows nothing. A word is known by 24 bits of its spelling, so that one unknown word in 200 is taken for another.
export interface Dictionary {
  of(low: string): Entry
}

export interface Entry {
  /// The field of the noun's first sense ("person", "act", ...), and whether it is a plural.
  readonly noun: number
  /// The field of the verb's first sense ("motion", "communication", ...), and which form of the verb it is.
  readonly verb: number
  /// What the verb may stand with (an object, a clause, ...), as bits, and which form of the verb it is.
  readonly frames: number
  /// Which parts of speech the very word can be, and which it mostly is.
  readonly parts: number
}

/// What stands in the dictionary under a word: an entry in which nothing is inflected but verbs that change within ("froze").
export type Kind = Entry

export const nothing: Kind = {noun: 0, verb: 0, frames: 0, parts: 0}

/// How the dictionary knows a spelling.
export const spellingKey = (low: string): number => hashOf(low) >>> 8

/// Reads the kinds, each once, then the keys of words in rising order with the place of each one's kind.
export function readDictionary(bytes: Bytes): Dictionary {
  const kinds = Array.from({length: bytes.number()}, () => ({
    noun: bytes.number(),
    verb: bytes.number(),
    frames: bytes.number(),
    parts: bytes.number()
  }))
  const keys = new Int32Array(bytes.number())
  let last = 0
  for (let i = 0; i < keys.length; i++) {
    last += bytes.number()
    keys[i] = last
  }
  const places = Uint16Array.from(keys, () => bytes.number())
  return dictionaryOf(low => {
    const key = spellingKey(low)
    let from = 0
    let to = keys.length
    while (from < to) {
      const middle = (from + to) >> 1
      if (keys[middle]! < key) from = middle + 1
      else to = middle
    }
    return keys[from] === key ? kinds[places[from]!]! : nothing
  })
}

/// A dictionary over a list of plain words.
export function dictionaryOf(find: (low: string) => Kind): Dictionary {
  return {
    of(low) {
      const own = find(low)
      let {noun} = own
      if (noun === 0) {
        for (const base of plural(low)) {
          const kind = find(base)
          if (kind.noun > 0) {
            noun = kind.noun + nounFields
            break
          }
        }
      }
      if (own.verb > 0) return {...own, noun}
      for (const [form, ending, bases] of endings) {
        if (!low.endsWith(ending)) continue
        for (const base of bases(low)) {
          const kind = find(base)
          if (isBase(kind)) return {noun, verb: kind.verb + form, frames: kind.frames + form, parts: own.parts}
        }
      }
      return {noun, verb: 0, frames: 0, parts: own.parts}
    }
  }
}

/// A verb's numbers are those of its base plus the form: 1 with -s, 2 past, 3 with -ing.
const isBase = (kind: Kind): boolean => kind.verb > 0 && kind.verb % 4 === 0

/// WordNet's fields of nouns are numbered 1 to 26 here.
const nounFields = 26

/// "cities": city, citie; "boxes": boxe, box.
function plural(low: string): string[] {
  if (!low.endsWith("s") || low.endsWith("ss")) return []
  if (low.endsWith("ies")) return [`${low.slice(0, -3)}y`, low.slice(0, -1)]
  return low.endsWith("es") ? [low.slice(0, -1), low.slice(0, -2)] : [low.slice(0, -1)]
}

/// "carried": carry; "planned": plan; "hired": hire; "attacked": attack.
function past(low: string): string[] {
  if (low.endsWith("ied")) return [`${low.slice(0, -3)}y`]
  return [low.slice(0, -1), ...undoubled(low.slice(0, -2))]
}

/// "planning": plan; "hiring": hire; "attacking": attack.
const going = (low: string): string[] => [...undoubled(low.slice(0, -3)), `${low.slice(0, -3)}e`]

const undoubled = (stem: string): string[] =>
  stem.length > 2 && stem.at(-1) === stem.at(-2) ? [stem, stem.slice(0, -1)] : [stem]

const endings: readonly (readonly [form: number, ending: string, bases: (low: string) => string[]])[] = [
  [1, "s", plural],
  [2, "ed", past],
  [3, "ing", going]
]
