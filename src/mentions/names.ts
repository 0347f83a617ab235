import type {Document, NameMention} from "../model/model.ts"
import {Features, labels} from "./names/features.ts"
import {bestLabels, unpackModel} from "./names/model.ts"

/// Finds the proper names of a document as such, in text order and without overlap: persons, organizations, locations. Any
/// tokens at all are answered, tagged or not; headlines in capitals are read with less trust in capitals.
export function nameFinder(weights: {readonly bytes: Uint8Array}): (document: Document) => readonly NameMention[] {
  const model = unpackModel(weights.bytes)
  const features = new Features(model.lexicon)
  return document => {
    const {tokens, sentences} = document
    const names: NameMention[] = []
    const seen = features.seen(tokens, sentences)
    for (const sentence of sentences) {
      const emissions = features.of(tokens, sentence.first, sentence.last, seen).map(list => {
        const scores = new Int32Array(labels.length)
        for (const feature of list) model.add(feature, scores)
        return scores
      })
      for (const {first, last, kind} of namesIn(bestLabels(emissions, model.transitions))) {
        const [a, b] = [sentence.first + first, sentence.first + last]
        names.push({span: {start: tokens[a]!.start, end: tokens[b - 1]!.end}, sentence: sentence.index, first: a, last: b, kind})
      }
    }
    return names
  }
}

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
