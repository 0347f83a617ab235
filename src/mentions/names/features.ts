import type {Token} from "../../model/model.ts"

/// What the tagger of names looks at: every feature of a token is a number, made of a template and the words it looks at.

export const labels = ["O", "B-person", "I-person", "B-organization", "I-organization", "B-location", "I-location"] as const

/// What a word is known as, beside this text: one bit each.
export const known = {
  place: 1,
  bigPlace: 2,
  placePart: 4,
  country: 8,
  firstName: 16,
  title: 32,
  body: 64,
  people: 128,
  surname: 256,
  group: 512
} as const

/// The known words by the hash of their lower-case form.
export type Lexicon = ReadonlyMap<number, number>

export function hashText(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return mixed(h)
}

function mixed(h: number): number {
  h ^= h >>> 16
  h = Math.imul(h, 0x85ebca6b)
  h ^= h >>> 13
  h = Math.imul(h, 0xc2b2ae35)
  return h ^ (h >>> 16)
}

const join = (a: number, b: number): number => mixed(Math.imul(a, 31) ^ b)

/// What there is to say of a word by itself.
interface Word {
  readonly lower: number
  readonly form: number
  readonly shape: number
  readonly suffix2: number
  readonly suffix3: number
  readonly suffix4: number
  readonly prefix2: number
  readonly prefix3: number
  readonly known: number
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

/// The features of whole sentences, with a memory of words so that each is looked at once.
export class Features {
  private readonly words = new Map<string, Word>()
  private readonly tags = new Map<string, number>()
  private readonly lexicon: Lexicon

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon
  }

  private word(text: string): Word {
    let word = this.words.get(text)
    if (word) return word
    if (this.words.size > 60000) this.words.clear()
    const short = text.length > 40 ? text.slice(0, 40) : text
    const lower = short.toLowerCase().replace(/\d/g, "0")
    const lowerHash = hashText(lower)
    const title = short[0]!.toUpperCase() + lower.slice(1)
    word = {
      lower: lowerHash,
      form: hashText(title),
      shape: hashText(shapeOf(short)),
      suffix2: hashText(lower.slice(-2)),
      suffix3: hashText(lower.slice(-3)),
      suffix4: hashText(lower.slice(-4)),
      prefix2: hashText(lower.slice(0, 2)),
      prefix3: hashText(lower.slice(0, 3)),
      known: this.lexicon.get(lowerHash) ?? 0,
      capital: short[0] !== short[0]!.toLowerCase(),
      upper: short.length > 1 && short === short.toUpperCase() && short !== lower,
      letters: lower !== short.toUpperCase()
    }
    this.words.set(text, word)
    return word
  }

  private tag(text: string): number {
    let tag = this.tags.get(text)
    if (tag === undefined) this.tags.set(text, (tag = hashText(text)))
    return tag
  }

  /// The features of tokens `first` to `last` of a document, `seen` telling how its words are written elsewhere in it; nothing
  /// for an unknown word that neither has a capital nor stands beside one that has.
  of(tokens: readonly Token[], first: number, last: number, seen: Seen): (Int32Array | undefined)[] {
    const n = last - first
    const words: Word[] = []
    const tags: number[] = []
    let upper = 0
    let letters = 0
    let capitals = 0
    for (let i = first; i < last; i++) {
      const token = tokens[i]!
      const word = this.word(token.text === "" ? "_" : token.text)
      words.push(word)
      tags.push(this.tag(token.xpos))
      if (word.letters && token.text.length > 1) {
        letters++
        if (word.upper) upper++
        if (word.capital) capitals++
      }
    }
    // Headlines: in capitals, or with every word begun by one, a capital says little.
    const style = letters > 2 && upper / letters > 0.7 ? 2 : letters > 3 && capitals / letters > 0.7 ? 1 : 0
    const runs = runsOf(tokens, words, first)
    const all: (Int32Array | undefined)[] = []
    for (let i = 0; i < n; i++) {
      const run = runs[i]
      const w = words[i]!
      const p1 = words[i - 1] ?? edge
      const n1 = words[i + 1] ?? edge
      if (!w.capital && !p1.capital && !n1.capital && w.known === 0) {
        all.push(undefined)
        continue
      }
      const p2 = words[i - 2] ?? edge
      const n2 = words[i + 2] ?? edge
      const shape = style === 2 && w.upper ? upperShape : w.shape
      const t = tags[i]!
      const tp = i > 0 ? tags[i - 1]! : 1
      const tn = i + 1 < n ? tags[i + 1]! : 2
      const place = (style << 2) | (i === 0 ? 1 : 0) | (w.capital ? 2 : 0)
      const s = seen.get(w.lower) ?? 0
      const f = new Int32Array(featureCount)
      let at = 0
      const put = (value: number): void => {
        f[at] = mixed(Math.imul(at + 1, 0x9e3779b1) ^ value)
        at++
      }
      put(w.lower)
      put(w.form ^ shape)
      put(join(shape, place))
      put(p1.lower)
      put(n1.lower)
      put(join(p2.lower, 7))
      put(join(n2.lower, 7))
      put(join(p1.lower, w.lower))
      put(join(w.lower, n1.lower))
      put(join(p1.lower, shape))
      put(join(shape, n1.lower))
      put(join(join(p1.shape, shape), n1.shape))
      put(join(w.suffix2, shape))
      put(join(w.suffix3, shape))
      put(join(w.suffix4, shape))
      put(join(w.prefix2, shape))
      put(join(w.prefix3, shape))
      put(p1.suffix3)
      put(n1.suffix3)
      put(join(w.known, place))
      put(join(p1.known, w.known))
      put(join(w.known, n1.known))
      put(join(join(p1.known, w.known), join(n1.known, shape)))
      put(join(t, place))
      put(join(tp, t))
      put(join(t, tn))
      put(join(join(tp, t), tn))
      put(join(join(t, shape), w.suffix3))
      put(join(join(s, place), w.known))
      put(join(join(p2.shape, p1.shape), shape))
      put(join(join(shape, n1.shape), n2.shape))
      put(join(p2.lower, p1.lower))
      put(join(n1.lower, n2.lower))
      put(join(join(p1.shape, p1.lower), w.known))
      put(join(join(n1.shape, n1.lower), w.known))
      // What the whole stretch of capitals holds: "Department" in "United States Department of Housing".
      if (run) {
        const last = words[run.last - 1]!
        const at = i === run.first ? 1 : i === run.last - 1 ? 2 : 3
        put(join(join(run.known, last.known), at))
        put(join(last.lower, at))
        put(join(join(words[run.first]!.known, Math.min(4, run.last - run.first)), join(run.known & known.body, at)))
      } else {
        put(5)
        put(6)
        put(7)
      }
      put(1)
      all.push(f)
    }
    return all
  }

  /// How the words of a document are written where a sentence does not begin: 1 small, 2 with a capital, 4 after a title or
  /// beside a first name.
  seen(tokens: readonly Token[], sentences: readonly {readonly first: number; readonly last: number}[]): Seen {
    const seen = new Map<number, number>()
    for (const {first, last} of sentences) {
      for (let i = first; i < last; i++) {
        const text = tokens[i]!.text
        if (text.length < 2) continue
        const word = this.word(text)
        if (!word.letters) continue
        let mark = 0
        if (!word.capital) mark = 1
        else if (i > first && !word.upper) {
          mark = 2
          const before = this.word(tokens[i - 1]!.text || "_")
          if (before.known & (known.title | known.firstName) && before.capital) mark |= 4
        }
        if (mark) seen.set(word.lower, (seen.get(word.lower) ?? 0) | mark)
      }
    }
    return seen
  }
}

interface Run {
  readonly first: number
  readonly last: number
  readonly known: number
}

/// For each word the stretch of capitals it stands in, small words between them included: "Board of Education".
function runsOf(tokens: readonly Token[], words: readonly Word[], from: number): (Run | undefined)[] {
  const runs: (Run | undefined)[] = new Array(words.length)
  for (let i = 0; i < words.length; ) {
    if (!words[i]!.capital || !words[i]!.letters) {
      i++
      continue
    }
    const first = i
    let bits = 0
    let last = i
    for (let at = i; at < words.length && at - first < 12; at++) {
      if (words[at]!.capital && words[at]!.letters) {
        bits |= words[at]!.known
        last = at + 1
      } else if (at - last > 1 || !/^(of|the|and|for|in|on|-|&|'s)$/.test(tokens[from + at]!.text)) break
    }
    const run = {first, last, known: bits}
    while (i < last) runs[i++] = run
  }
  return runs
}

export type Seen = ReadonlyMap<number, number>

export const featureCount = 39

const upperShape = hashText("all capitals")
const edgeHash = hashText("edge of sentence")
const edge: Word = {
  lower: edgeHash,
  form: edgeHash,
  shape: edgeHash,
  suffix2: edgeHash,
  suffix3: edgeHash,
  suffix4: edgeHash,
  prefix2: edgeHash,
  prefix3: edgeHash,
  known: 0,
  capital: false,
  upper: false,
  letters: false
}
