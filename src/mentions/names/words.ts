import {hashText, known, type Lexicon, nameBits, plainBits} from "./known.ts"

/// What there is to say of a word by itself.
export interface Word {
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
export function wordReader(lexicon: Lexicon): (text: string) => Word {
  const words = new Map<string, Word>()
  return text => {
    const told = words.get(text)
    if (told) return told
    if (words.size > 60000) words.clear()
    const word = wordOf(text === "" ? "_" : text.length > 40 ? text.slice(0, 40) : text, lexicon)
    words.set(text, word)
    return word
  }
}

function wordOf(text: string, lexicon: Lexicon): Word {
  const lower = text.toLowerCase().replace(/\d/g, "0")
  const lowerHash = hashText(lower)
  const bits = lexicon.get(lowerHash) ?? 0
  const has = (bit: number): boolean => (bits & bit) !== 0
  return {
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
    capital: text[0] !== text[0]!.toLowerCase(),
    upper: text.length > 1 && text === text.toUpperCase() && text !== lower,
    letters: lower !== text.toUpperCase()
  }
}

const edgeHash = hashText("edge of sentence")

/// What stands before the first and after the last word of a sentence.
export const edge: Word = {
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
  letters: false
}
