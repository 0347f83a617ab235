import type {Token} from "../../model/model.ts"
import {hashText, join, known, type Lexicon, mixed, nameBits, smallBits} from "./known.ts"
import {edge, type Word, wordReader} from "./words.ts"

/// What the tagger of names looks at: every feature of a token is a number, made of a template and the words it looks at.

export const labels = ["O", "B-person", "I-person", "B-organization", "I-organization", "B-location", "I-location"] as const

/// The templates below that name the word itself.
export const wordTemplates: ReadonlySet<number> = new Set([0, 1, 7, 8, 14])

export const featureCount = 67

/// How the words of a document are written in it.
export interface Seen {
  /// By the word, where a sentence does not begin: 1 small, 2 with a capital, 4 after a title or beside a first name.
  readonly marks: ReadonlyMap<number, number>
  /// Whether sentences begin with a capital: 1 hardly ever, 2 as a rule, 0 not known.
  readonly capitals: number
}

export const unseen: Seen = {marks: new Map(), capitals: 0}

const upperShape = hashText("all capitals")

/// The features of whole sentences, with a memory of words so that each is looked at once.
export class Features {
  readonly word: (text: string) => Word
  private readonly tags = new Map<string, number>()
  private readonly lexicon: Lexicon

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon
    this.word = wordReader(lexicon)
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
      const word = this.word(token.text)
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
    const begun = seen.capitals
    const runs = runsOf(tokens, words, first)
    const phrases = this.phrases(words)
    const all: (Int32Array | undefined)[] = []
    for (let i = 0; i < n; i++) {
      const run = runs[i]
      const w = words[i]!
      const p1 = words[i - 1] ?? edge
      const n1 = words[i + 1] ?? edge
      if (!w.capital && !p1.capital && !n1.capital && (w.known & smallBits) === 0 && phrases[i] === 0) {
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
      const s = seen.marks.get(w.lower) ?? 0
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
      const phrase = phrases[i]!
      put(phrase === 0 ? 8 : join(phrase, shape))
      put(join(join(phrase, i > 0 ? phrases[i - 1]! : 3), i + 1 < n ? phrases[i + 1]! : 3))
      put(join(join(phrase, w.known), 9))
      put(join(w.sort, place))
      put(join(join(p1.sort, shape), w.known))
      put(join(join(shape, n1.sort), w.known))
      const token = tokens[first + i]!
      const above = token.head < 0 ? undefined : tokens[token.head]
      const relation = this.tag(token.relation)
      put(join(relation, shape))
      put(join(join(relation, above ? this.word(above.lemma).lower : 4), w.capital ? 1 : 2))
      put(join(join(relation, above ? this.word(above.lemma).sort : 4), w.known))
      put(join(join(join(style, begun), w.known), shape))
      put(join(w.place * 37 + place, 21))
      put(join(w.person * 37 + place, 22))
      put(join(w.body * 37 + place, 23))
      put(join(w.place * 8 + w.person, w.body))
      put(join(join(p1.person, w.person * 8 + n1.person), shape))
      put(join(join(p1.place, w.place * 8 + n1.place), shape))
      put(join(join(p1.body, w.body * 8 + n1.body), shape))
      put(join(join(w.person, p1.lower), 24))
      put(join(join(w.place, p1.lower), 25))
      put(join(join(w.body, p1.lower), 26))
      put(join(join(w.person, n1.lower), 27))
      put(join(join(w.place, n1.lower), 28))
      put(join(join(w.body, n1.lower), 29))
      put(join(join(p2.person, p1.lower), w.person * 16 + 5))
      put(join(join(n2.person, n1.lower), w.person * 16 + 6))
      put(join(w.spot * 37 + place, 31))
      put(join(join(p1.spot * 4 + w.spot, n1.spot), shape))
      if (run) {
        const end = words[run.last - 1]!
        const at = i === run.first ? 1 : i === run.last - 1 ? 2 : 3
        put(join(end.spot * 64 + end.body * 8 + at, Math.min(4, run.last - run.first)))
      } else put(9)
      put(1)
      all.push(f)
    }
    return all
  }

  /// How the words of a document are written in it.
  seen(tokens: readonly Token[], sentences: readonly {readonly first: number; readonly last: number}[]): Seen {
    const marks = new Map<number, number>()
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
          const before = this.word(tokens[i - 1]!.text)
          if (before.known & (known.title | known.firstName) && before.capital) mark |= 4
        }
        if (mark) marks.set(word.lower, (marks.get(word.lower) ?? 0) | mark)
      }
    }
    let opened = 0
    let capitals = 0
    for (const {first} of sentences) {
      const word = this.word(tokens[first]?.text ?? "")
      if (!word.letters) continue
      opened++
      if (word.capital) capitals++
    }
    return {marks, capitals: capitals < opened * 0.6 ? 1 : 2}
  }

  /// For each word the longest known name of several words that it is part of: its bits and where in it the word stands.
  private phrases(words: readonly Word[]): Int32Array {
    const found = new Int32Array(words.length)
    for (let i = 0; i < words.length; i++) {
      const w = words[i]!
      if (!w.opens || found[i] !== 0) continue
      let h = w.lower
      let bits = 0
      let last = 0
      for (let at = i + 1; at < words.length && at < i + 6; at++) {
        h = join(h, words[at]!.lower)
        const told = (this.lexicon.get(h) ?? 0) & nameBits
        if (told !== 0) {
          bits = told
          last = at
        }
      }
      if (bits !== 0) for (let at = i; at <= last; at++) found[at] = (bits << 2) | (at === i ? 1 : at === last ? 3 : 2)
    }
    return found
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
