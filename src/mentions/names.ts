import type {Document, NameMention, Token} from "../model/model.ts"
import {bestLabels, labels} from "./names/labels.ts"
import {unpackModel} from "./names/model.ts"
import {isPlain, type Line, Pages, seenIn} from "./names/page.ts"
import {Scores} from "./names/scores.ts"
import {allTold, toldCount, toldFeatures} from "./names/told.ts"

const L = labels.length

/// Finds the proper names of a document as such, in text order and without overlap: persons, organizations, locations. Any
/// tokens at all are answered, tagged or not; headlines in capitals are read with less trust in capitals. The document is
/// read twice: what a word was taken for in its other places tells at the second look.
export function nameFinder(weights: {readonly bytes: Uint8Array}): (document: Document) => readonly NameMention[] {
  const model = unpackModel(weights.bytes)
  const pages = new Pages(model.lexicon)
  const first = new Scores(model, pages)
  const told = new Int32Array(toldCount)
  return ({tokens, sentences}) => {
    if (pages.words.forget()) first.forget()
    const page = pages.open(tokens)
    const seen = seenIn(page, sentences)
    // A word in small letters among such words is no name: it is not scored, and parts what is before it from what is behind.
    const stretches: Stretch[] = []
    const scores = new Int32Array(tokens.length * L)
    for (const sentence of sentences) {
      const line = pages.line(page, sentence, seen)
      let open: Stretch | undefined
      for (let i = line.first; i < line.last; i++) {
        if (isPlain(line, i)) {
          open = undefined
          continue
        }
        first.add(line, i, scores, i * L)
        if (open) open.to = i + 1
        else stretches.push((open = {line, from: i, to: i + 1}))
      }
    }
    const read = new Uint8Array(tokens.length)
    const look = (): void => {
      for (const {line, from, to} of stretches) bestLabels(scores, model.transitions, from, to, read, to < line.last)
    }
    look()
    const more = toldFeatures(page, sentences, read)
    for (const {line, from, to} of stretches) {
      for (let i = from; i < to; i++) {
        more(line, i, told)
        model.add(told, allTold, scores, i * L)
      }
    }
    look()
    return mentionsOf(tokens, stretches, read)
  }
}

interface Stretch {
  readonly line: Line
  readonly from: number
  to: number
}

/// What is labelled as names: each with the sentence it stands in.
function mentionsOf(tokens: readonly Token[], stretches: readonly Stretch[], read: Uint8Array): NameMention[] {
  const names: NameMention[] = []
  for (const {line, from, to} of stretches) {
    for (const found of namesIn(read, from, to)) {
      for (const [first, last] of itemsOfList(tokens, line.first, found.first, found.last)) {
        const {kind} = found
        let a = first
        // "G.W. Bush": initials before a person's name belong to it.
        const free = Math.max(line.first, names.at(-1)?.last ?? 0)
        while (kind === "person" && a > free && /^(\p{Lu}\.){2,3}$/u.test(tokens[a - 1]!.text)) a--
        const span = {start: tokens[a]!.start, end: tokens[last - 1]!.end}
        names.push({span, sentence: line.sentence, first: a, last, kind})
      }
    }
  }
  return names
}

/// "Arnor, Osgiliath and Gondor": the last two of a list are two names, not a firm called "Osgiliath and Gondor".
function itemsOfList(tokens: readonly Token[], start: number, first: number, last: number): [first: number, last: number][] {
  const listed = first - 2 >= start && tokens[first - 1]!.text === "," && /^\p{Lu}/u.test(tokens[first - 2]!.text)
  if (listed) {
    for (let t = first + 1; t < last - 1; t++) {
      if (tokens[t]!.text !== "and") continue
      return [
        [first, t],
        [t + 1, last]
      ]
    }
  }
  return [[first, last]]
}

/// The names that a sequence of labels marks between two places; `last` is the first token that is out.
export function namesIn(
  sequence: ArrayLike<number>,
  from = 0,
  to = sequence.length
): {first: number; last: number; kind: NameMention["kind"]}[] {
  const found: {first: number; last: number; kind: NameMention["kind"]}[] = []
  for (let i = from; i < to; i++) {
    const label = sequence[i]!
    if (label % 2 === 0) continue
    let last = i + 1
    while (last < to && sequence[last] === label + 1) last++
    found.push({first: i, last, kind: labels[label]!.slice(2) as NameMention["kind"]})
    i = last - 1
  }
  return found
}
