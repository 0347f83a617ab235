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
    const seen = features.seen(tokens, sentences)
    const emissions = sentences.map(({first, last}) =>
      features.of(tokens, first, last, seen).map(list => {
        if (!list) return plain
        const scores = new Int32Array(labels.length)
        for (let f = 0; f < list.length; f++) model.add(list[f]!, scores)
        return scores
      })
    )
    const sequences = emissions.map(rows => bestLabels(rows, model.transitions))
    agree(document, emissions, sequences, rows => bestLabels(rows, model.transitions))
    const names: NameMention[] = []
    sentences.forEach((sentence, s) => {
      for (const {first, last, kind} of namesIn(sequences[s]!)) {
        const [a, b] = [sentence.first + first, sentence.first + last]
        names.push({span: {start: tokens[a]!.start, end: tokens[b - 1]!.end}, sentence: sentence.index, first: a, last: b, kind})
      }
    })
    return names
  }
}

/// A word in small letters among such words: no name.
const plain = Int32Array.from(labels, (_, k) => (k === 0 ? 0 : -100000))

/// How much a word that is a name elsewhere in the text leans that way, in the units of the weights.
const leaning = 40

/// A second look: a word with a capital that is mostly one kind of name in the text is likely that kind everywhere in it.
function agree(
  {tokens, sentences}: Document,
  emissions: readonly (readonly Int32Array[])[],
  sequences: Uint8Array[],
  read: (rows: readonly Int32Array[]) => Uint8Array
): void {
  const counts = new Map<string, Int32Array>()
  sentences.forEach(({first, last}, s) => {
    for (let i = first; i < last; i++) {
      const text = tokens[i]!.text
      if (text.length < 3 || text[0] === text[0]!.toLowerCase()) continue
      let count = counts.get(text)
      if (!count) counts.set(text, (count = new Int32Array(labels.length)))
      count[sequences[s]![i - first]!]!++
    }
  })
  sentences.forEach(({first, last}, s) => {
    let changed = false
    for (let i = first; i < last; i++) {
      const count = counts.get(tokens[i]!.text)
      if (!count) continue
      let top = 0
      let sum = 0
      for (let k = 0; k < count.length; k++) {
        sum += count[k]!
        if (k > 0 && (top === 0 || count[k]! > count[top]!)) top = k
      }
      if (
        emissions[s]![i - first] === plain ||
        sum < 2 ||
        count[top]! * 2 < sum - count[top]! ||
        sequences[s]![i - first] === top
      )
        continue
      emissions[s]![i - first]![top]! += leaning
      changed = true
    }
    if (changed) sequences[s] = read(emissions[s]!)
  })
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
