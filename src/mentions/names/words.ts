import {hashText, known, type Lexicon, nameBits, plainBits} from "./known.ts"

/// What there is to say of a word by itself.
export interface Word {
  /// Its number among the words remembered, from 1; 0 is `edge`.
  readonly id: number
  /// Shared by all words that are the same in small letters.
  readonly kin: Kin
  readonly lower: number
  readonly form: number
  readonly shape: number
  readonly suffix2: number
  readonly suffix3: number
  readonly suffix4: number
  readonly prefix2: number
  readonly prefix3: number
  /// Its bits that speak of names, and those of plain words.
  readonly known: number
  readonly sort: number
  /// How much of a place, a person, a body it is known as: 1 not at all, more for more.
  readonly place: number
  readonly person: number
  readonly body: number
  /// 1 a word of lands and waters, 2 of sites, 3 of both.
  readonly spot: number
  readonly opens: boolean
  readonly capital: boolean
  /// Two letters and more, all of them capitals.
  readonly upper: boolean
  readonly letters: boolean
  /// May stand between the words of a name: "of", "and".
  readonly joint: boolean
}

/// The place that a word has in the text in hand, whatever its letters: `page` tells which text that was.
export interface Kin {
  page: number
  place: number
}

/// The shape of a word: "Xx" Paris, "X" USA, "x" town, "Xx-Xx", "X.", "d".
function shapeOf(text: string): string {
  let shape = ""
  let last = ""
  for (let i = 0; i < text.length && shape.length < 8; i++) {
    const c = text[i]!
    const lower = c.toLowerCase()
    const kind = c >= "0" && c <= "9" ? "d" : lower !== c.toUpperCase() ? (c === lower ? "x" : "X") : /\p{L}/u.test(c) ? "x" : c
    if (kind !== last) shape += kind
    last = kind
  }
  if (shape === "X") return text.length === 1 ? "X1" : text.length < 6 ? "X" : "XL"
  return shape
}

/// Words with a memory, so that each is looked at once.
export interface Words {
  of(text: string): Word
  /// Forgets all words where there are many; tells whether it did. What was given before must not be mixed with what comes.
  forget(): boolean
}

/// How many words are remembered before all are forgotten.
export const most = 1 << 15

export function wordsOf(lexicon: Lexicon): Words {
  const words = new Map<string, Word>()
  const kins = new Map<number, Kin>()
  return {
    of(text) {
      let word = words.get(text)
      if (word) return word
      word = wordOf(text === "" ? "_" : text.length > 40 ? text.slice(0, 40) : text, lexicon, words.size + 1, kins)
      words.set(text, word)
      return word
    },
    forget() {
      if (words.size < most) return false
      words.clear()
      kins.clear()
      return true
    }
  }
}

/// A word as words are known: in small letters without marks, figures as 0, quotes made straight.
export function plainWord(text: string): string {
  const lower = text.toLowerCase()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII.
  const ascii = /^[\x00-\x7f]*$/.test(lower) ? lower : lower.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’‘`]/g, "'")
  return ascii.replace(/\d/g, "0")
}

const joints = new Set(["of", "the", "and", "for", "in", "on", "-", "&", "'s"])

function wordOf(text: string, lexicon: Lexicon, id: number, kins: Map<number, Kin>): Word {
  const lower = plainWord(text)
  const [small, large] = [text.toLowerCase(), text.toUpperCase()]
  const lowerHash = hashText(lower)
  let kin = kins.get(lowerHash)
  if (!kin) kins.set(lowerHash, (kin = {page: 0, place: 0}))
  const bits = lexicon.get(lowerHash) ?? 0
  const has = (bit: number): boolean => (bits & bit) !== 0
  return {
    id,
    kin,
    lower: lowerHash,
    form: hashText(text[0]!.toUpperCase() + lower.slice(1)),
    shape: hashText(shapeOf(text)),
    suffix2: hashText(lower.slice(-2)),
    suffix3: hashText(lower.slice(-3)),
    suffix4: hashText(lower.slice(-4)),
    prefix2: hashText(lower.slice(0, 2)),
    prefix3: hashText(lower.slice(0, 3)),
    known: bits & nameBits,
    sort: bits & plainBits,
    place: has(known.country) ? 5 : has(known.bigPlace) ? 4 : has(known.place) ? 3 : has(known.placePart) ? 2 : 1,
    person: has(known.firstName) ? (has(known.surname) ? 4 : 3) : has(known.surname) ? 2 : 1,
    body: has(known.group) ? 5 : has(known.body) ? 4 : has(known.business) ? 3 : has(known.groupPart) ? 2 : 1,
    spot: has(known.site) ? (has(known.land) ? 3 : 2) : has(known.land) ? 1 : 0,
    opens: has(known.opens),
    capital: text[0] !== small[0],
    upper: text.length > 1 && text === large && text !== small,
    letters: small !== large,
    joint: joints.has(text)
  }
}

const edgeHash = hashText("edge of sentence")

/// What stands before the first and after the last word of a sentence.
export const edge: Word = {
  id: 0,
  kin: {page: 0, place: 0},
  lower: edgeHash,
  form: edgeHash,
  shape: edgeHash,
  suffix2: edgeHash,
  suffix3: edgeHash,
  suffix4: edgeHash,
  prefix2: edgeHash,
  prefix3: edgeHash,
  known: 0,
  sort: 1,
  place: 0,
  person: 0,
  body: 0,
  spot: 0,
  opens: false,
  capital: false,
  upper: false,
  letters: false,
  joint: false
}
