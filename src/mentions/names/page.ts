import type {Sentence, Token} from "../../model/model.ts"
import {hashText, join, known, type Lexicon, nameBits, smallBits} from "./known.ts"
import {type Word, type Words, wordsOf} from "./words.ts"

/// A text as the tagger of names looks at it: what there is to say of each word, looked up once.
export interface Page {
  readonly tokens: readonly Token[]
  readonly words: readonly Word[]
  readonly tags: Int32Array
  /// Words that are the same in small letters have the same number, from 0; how many numbers there are.
  readonly kin: Int32Array
  readonly kins: number
}

/// How the words of a text are written in it.
export interface Seen {
  /// By the number of the word, where a sentence does not begin: 1 small, 2 with a capital, 4 after a title or beside a first name.
  readonly marks: Uint8Array | undefined
  /// Whether sentences begin with a capital: 1 hardly ever, 2 as a rule, 0 not known.
  readonly capitals: number
}

export const unseen: Seen = {marks: undefined, capitals: 0}

/// A sentence and what only the whole of it tells.
export interface Line {
  readonly page: Page
  readonly sentence: number
  readonly first: number
  readonly last: number
  readonly seen: Seen
  /// Headlines: 2 in capitals, 1 with every word begun by one: there a capital says little.
  readonly style: 0 | 1 | 2
  /// For each word the stretch of capitals it stands in.
  readonly runs: readonly (Run | undefined)[]
  /// For each word the longest known name of several words that it is part of: its bits and where in it the word stands.
  readonly phrases: Int32Array
}

export interface Run {
  readonly first: number
  readonly last: number
  readonly known: number
  /// The word of it whose governor stands outside.
  readonly head: number
  /// What is said beside it: "Kostova, a biologist"; -1 if nothing.
  readonly beside: number
}

/// Opens pages, with a memory of words. What one page gives must be used before the next is opened.
export class Pages {
  readonly words: Words
  private readonly lexicon: Lexicon
  private readonly tags = new Map<string, number>()
  private opened = 0

  constructor(lexicon: Lexicon) {
    this.lexicon = lexicon
    this.words = wordsOf(lexicon)
  }

  tag(text: string): number {
    let tag = this.tags.get(text)
    if (tag === undefined) this.tags.set(text, (tag = hashText(text)))
    return tag
  }

  open(tokens: readonly Token[]): Page {
    const number = ++this.opened
    const words: Word[] = []
    const tags = new Int32Array(tokens.length)
    const kin = new Int32Array(tokens.length)
    let kins = 0
    for (let i = 0; i < tokens.length; i++) {
      const {text, xpos} = tokens[i]!
      const word = this.words.of(text)
      words.push(word)
      tags[i] = this.tag(xpos)
      if (word.kin.page !== number) {
        word.kin.page = number
        word.kin.place = kins++
      }
      kin[i] = word.kin.place
    }
    return {tokens, words, tags, kin, kins}
  }

  line(page: Page, sentence: Pick<Sentence, "index" | "first" | "last">, seen: Seen): Line {
    const {tokens, words} = page
    const {first, last} = sentence
    let upper = 0
    let letters = 0
    let capitals = 0
    for (let i = first; i < last; i++) {
      const word = words[i]!
      if (!word.letters || tokens[i]!.text.length < 2) continue
      letters++
      if (word.upper) upper++
      if (word.capital) capitals++
    }
    const style = letters > 2 && upper / letters > 0.7 ? 2 : letters > 3 && capitals / letters > 0.7 ? 1 : 0
    return {
      page,
      sentence: sentence.index,
      first,
      last,
      seen,
      style,
      runs: runsOf(tokens, words, first, last),
      phrases: this.phrases(words, first, last)
    }
  }

  private phrases(words: readonly Word[], first: number, last: number): Int32Array {
    const found = new Int32Array(last - first)
    for (let i = first; i < last; i++) {
      const w = words[i]!
      if (!w.opens || found[i - first] !== 0) continue
      let h = w.lower
      let bits = 0
      let end = i
      for (let at = i + 1; at < last && at < i + 6; at++) {
        h = join(h, words[at]!.lower)
        const told = (this.lexicon.get(h) ?? 0) & nameBits
        if (told !== 0) {
          bits = told
          end = at
        }
      }
      if (bits !== 0) for (let at = i; at <= end; at++) found[at - first] = (bits << 2) | (at === i ? 1 : at === end ? 3 : 2)
    }
    return found
  }
}

/// How the words of a text are written in it.
export function seenIn(page: Page, sentences: readonly {readonly first: number; readonly last: number}[]): Seen {
  const {tokens, words, kin} = page
  const marks = new Uint8Array(page.kins)
  let opened = 0
  let capitals = 0
  for (const {first, last} of sentences) {
    for (let i = first; i < last; i++) {
      const word = words[i]!
      if (!word.letters || tokens[i]!.text.length < 2) continue
      if (!word.capital) marks[kin[i]!]! |= 1
      else if (i > first && !word.upper) {
        const before = words[i - 1]!
        marks[kin[i]!]! |= before.known & (known.title | known.firstName) && before.capital ? 6 : 2
      }
    }
    if (first >= words.length || !words[first]!.letters) continue
    opened++
    if (words[first]!.capital) capitals++
  }
  return {marks, capitals: capitals < opened * 0.6 ? 1 : 2}
}

/// Whether a word is none that could be of a name: unknown, without a capital, and so are those beside it.
export function isPlain({page: {words}, first, last, phrases}: Line, i: number): boolean {
  const word = words[i]!
  return (
    !word.capital &&
    !(i > first && words[i - 1]!.capital) &&
    !(i + 1 < last && words[i + 1]!.capital) &&
    (word.known & smallBits) === 0 &&
    phrases[i - first] === 0
  )
}

/// For each word the stretch of capitals it stands in, small words between them included: "Board of Education".
function runsOf(tokens: readonly Token[], words: readonly Word[], from: number, to: number): (Run | undefined)[] {
  const runs: (Run | undefined)[] = []
  for (let i = from; i < to; ) {
    if (!words[i]!.capital || !words[i]!.letters) {
      runs.push(undefined)
      i++
      continue
    }
    const first = i
    let bits = 0
    let last = i
    for (let at = i; at < to && at - first < 12; at++) {
      const word = words[at]!
      if (word.capital && word.letters) {
        bits |= word.known
        last = at + 1
      } else if (at - last > 1 || !word.joint) break
    }
    const head = headOf(tokens, first, last)
    const run = {first, last, known: bits, head, beside: besideOf(tokens, head, last, to)}
    for (; i < last; i++) runs.push(run)
  }
  return runs
}

function headOf(tokens: readonly Token[], first: number, last: number): number {
  for (let i = first; i < last; i++) {
    const {head} = tokens[i]!
    if (head < first || head >= last) return i
  }
  return first
}

function besideOf(tokens: readonly Token[], head: number, last: number, to: number): number {
  for (let i = last + 1; i < to && i < last + 10; i++) {
    const token = tokens[i]!
    if (token.head === head && token.relation === "appos") return i
  }
  return -1
}
