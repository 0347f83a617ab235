import type {Document, NameMention, Token} from "../model/model.ts"
import {Features, labels} from "./names/features.ts"
import {bestLabels, unpackModel} from "./names/model.ts"
import {toldFeatures} from "./names/told.ts"

/// Finds the proper names of a document as such, in text order and without overlap: persons, organizations, locations. Any
/// tokens at all are answered, tagged or not; headlines in capitals are read with less trust in capitals. The document is
/// read twice: what a word was taken for in its other places tells at the second look.
export function nameFinder(weights: {readonly bytes: Uint8Array}): (document: Document) => readonly NameMention[] {
  const model = unpackModel(weights.bytes)
  const features = new Features(model.lexicon)
  return ({tokens, sentences}) => {
    const seen = features.seen(tokens, sentences)
    const emissions = sentences.map(({first, last}) =>
      features.of(tokens, first, last, seen).map(list => {
        if (!list) return plain
        const scores = new Int32Array(labels.length)
        model.add(list, scores)
        return scores
      })
    )
    const read = (rows: readonly Int32Array[]): Uint8Array =>
      rows.every(row => row === plain) ? new Uint8Array(rows.length) : bestLabels(rows, model.transitions)
    const once = emissions.map(read)
    const told = toldFeatures(tokens, sentences, once, features.word)
    const names: NameMention[] = []
    sentences.forEach((sentence, s) => {
      emissions[s]!.forEach((scores, i) => {
        if (scores !== plain) model.add(told(s, i), scores)
      })
      const found = namesIn(read(emissions[s]!)).flatMap(({first, last, kind}) =>
        itemsOfList(tokens, sentence.first, sentence.first + first, sentence.first + last).map(([a, b]) => ({
          first: a,
          last: b,
          kind
        }))
      )
      for (const {first, last: b, kind} of found) {
        let a = first
        // "G.W. Bush": initials before a person's name belong to it.
        const free = Math.max(sentence.first, names.at(-1)?.last ?? 0)
        while (kind === "person" && a > free && /^(\p{Lu}\.){2,3}$/u.test(tokens[a - 1]!.text)) a--
        names.push({span: {start: tokens[a]!.start, end: tokens[b - 1]!.end}, sentence: sentence.index, first: a, last: b, kind})
      }
    })
    return names
  }
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

/// A word in small letters among such words: no name.
const plain = Int32Array.from(labels, (_, k) => (k === 0 ? 0 : -100000))

/// The stretches that a sequence of labels marks; `last` is the first token that is out.
export function namesIn(sequence: ArrayLike<number>): {first: number; last: number; kind: NameMention["kind"]}[] {
  const found: {first: number; last: number; kind: NameMention["kind"]}[] = []
  for (let i = 0; i < sequence.length; i++) {
    const label = sequence[i]!
    if (label % 2 === 0) continue
    let last = i + 1
    while (last < sequence.length && sequence[last] === label + 1) last++
    found.push({first: i, last, kind: labels[label]!.slice(2) as NameMention["kind"]})
    i = last - 1
  }
  return found
}
