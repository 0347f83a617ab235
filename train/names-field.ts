import {featureCount, featuresOf, wordTemplates} from "../src/mentions/names/features.ts"
import {type Lexicon, mixed} from "../src/mentions/names/known.ts"
import {bestLabels, labels} from "../src/mentions/names/labels.ts"
import {isPlain, type Page, Pages, type Seen, seenIn, unseen} from "../src/mentions/names/page.ts"
import {toldCount, toldFeatures} from "../src/mentions/names/told.ts"
import type {Sentence} from "../src/model/model.ts"
import type {Labelled} from "./names-corpora.ts"
import {type Fit, fitted, ofTheWord, type Sequence} from "./names-crf.ts"

/// Documents to learn from together, and how much each counts. The first corpus is the one whose names are asked for.
export interface Corpus {
  readonly documents: readonly Labelled[]
  readonly weight: number
}

/// How each document was read at a first look: labels by token.
export type Looks = ReadonlyMap<Labelled, Uint8Array>

export interface Field {
  /// The weights of a feature for names as the first corpus has them.
  weightsOf(feature: number): Float32Array | undefined
  readonly features: Iterable<number>
  readonly transitions: Float64Array
}

export interface Fields {
  /// A field fitted to corpora; documents with a look are read as at the second look, some all the same as at the first. With
  /// features left out while learning, all together say too much: `keep` is how much of it counts.
  fieldOf(corpora: readonly Corpus[], looks: Looks, keep: number): Field
  /// How a field reads a document at the first look.
  look(field: Field, labelled: Labelled): Uint8Array
}

const L = labels.length
const allowed = (from: number, to: number): boolean => to === 0 || to % 2 === 1 || from === to || from === to - 1

/// A feature as it counts for one corpus alone.
const own = (feature: number, corpus: number): number => mixed(Math.imul(feature ^ Math.imul(corpus, 0x51ed27), 0x9e3779b1))

type Rows = readonly (Int32Array | undefined)[]

/// Each feature counts once for all corpora and once for each (Daumé 2007). `blank` is how many documents are read as at a first look.
export function fieldsFrom(
  lexicon: Lexicon,
  settings: Pick<Fit, "epochs" | "rate" | "decay" | "drop" | "hide" | "random"> & {readonly blank: number}
): Fields {
  const pages = new Pages(lexicon)
  const {random} = settings
  const kept = new Map<Labelled, readonly Rows[]>()

  function rows(labelled: Labelled): readonly Rows[] {
    let found = kept.get(labelled)
    if (!found) {
      const {tokens, sentences} = labelled.document
      const page = pages.open(tokens)
      const seen = seenIn(page, sentences)
      kept.set(labelled, (found = sentences.map(s => rowsIn(page, s, seen))))
    }
    return found
  }

  function rowsIn(page: Page, sentence: Sentence, seen: Seen): Rows {
    const line = pages.line(page, sentence, seen)
    const list: (Int32Array | undefined)[] = []
    for (let i = line.first; i < line.last; i++) list.push(isPlain(line, i) ? undefined : featuresOf(line, i, pages))
    return list
  }

  /// The same rows with what a first look told of each word.
  function told({document: {tokens, sentences}}: Labelled, base: readonly Rows[], look: Uint8Array): readonly Rows[] {
    const more = toldFeatures(pages.open(tokens), sentences, look)
    const features = new Int32Array(toldCount)
    return base.map((rows, s) =>
      rows.map((row, i) => {
        if (!row) return row
        more(sentences[s]!, sentences[s]!.first + i, features)
        return Int32Array.from([...row, ...features])
      })
    )
  }

  return {
    fieldOf(corpora, looks, keep) {
      const places = new Places()
      const features = new Set<number>()
      const sequences: Sequence[] = []
      const several = seenTwice(corpora.flatMap(({documents}) => documents.flatMap(rows)))
      const add = (sentence: Rows, truth: Uint8Array, corpus: number, weight: number): void => {
        const list = sentence.map(row => {
          if (!row) return new Int32Array(0)
          const all = new Int32Array(row.length * 2)
          let count = 0
          row.forEach((feature, template) => {
            if (template < featureCount && !several(feature)) return
            features.add(feature)
            const mark = wordTemplates.has(template) ? ofTheWord : 0
            all[count++] = places.add(feature) | mark
            all[count++] = places.add(own(feature, corpus)) | mark
          })
          return all.subarray(0, count)
        })
        sequences.push({features: list, truth, weight})
      }
      corpora.forEach(({documents, weight}, c) => {
        for (const labelled of documents) {
          const base = rows(labelled)
          const look = random() < settings.blank ? undefined : looks.get(labelled)
          const seen = look ? told(labelled, base, look) : base
          const {tokens, sentences} = labelled.document
          sentences.forEach((sentence, s) => {
            if (labelled.doubtful.has(s)) return
            const {first, last} = sentence
            const truth = labelled.truth.slice(first, last)
            add(seen[s]!, truth, c + 1, weight)
            // Some sentences once more in capitals, as headlines have them.
            if (c !== 0 || truth.every(l => l === 0) || random() >= 0.08) return
            const loud = tokens.map((t, i) => (i >= first && i < last ? {...t, text: t.text.toUpperCase(), xpos: "NNP"} : t))
            add(rowsIn(pages.open(loud), sentence, unseen), truth, c + 1, weight)
          })
        }
      })
      const {weights, transitions} = fitted(sequences, {
        ...settings,
        labels: L,
        rows: places.size,
        allowed
      })
      return {
        features,
        transitions,
        weightsOf(feature) {
          const [shared, single] = [places.of(feature), places.of(own(feature, 1))]
          if (shared < 0 && single < 0) return undefined
          const sum = new Float32Array(L)
          if (shared >= 0) for (let k = 0; k < L; k++) sum[k]! += keep * weights[shared * L + k]!
          if (single >= 0) for (let k = 0; k < L; k++) sum[k]! += keep * weights[single * L + k]!
          return sum
        }
      }
    },

    look(field, labelled) {
      const {tokens, sentences} = labelled.document
      const scores = new Float64Array(tokens.length * L)
      const read = new Uint8Array(tokens.length)
      rows(labelled).forEach((sentence, s) => {
        const {first, last} = sentences[s]!
        sentence.forEach((row, i) => {
          const at = (first + i) * L
          if (!row) scores.fill(-1e6, at + 1, at + L)
          for (const feature of row ?? []) {
            const weights = field.weightsOf(feature)
            if (weights) for (let k = 0; k < L; k++) scores[at + k]! += weights[k]!
          }
        })
        bestLabels(scores, field.transitions, first, last, read)
      })
      return read
    }
  }
}

/// Whether a feature stands twice or more in some rows (told by one hash: some that stand once are taken for such too).
function seenTwice(sentences: readonly Rows[]): (feature: number) => boolean {
  const counts = new Uint8Array(1 << 26)
  const place = (feature: number): number => Math.imul(feature, 0x9e3779b1) >>> 6
  for (const sentence of sentences)
    for (const row of sentence) if (row) for (const feature of row) if (counts[place(feature)]! < 2) counts[place(feature)]!++
  return feature => counts[place(feature)]! > 1
}

/// The mean of several fields: steadier than any of them.
export function meanOf(fields: readonly Field[]): Field {
  const features = new Set(fields.flatMap(field => [...field.features]))
  const share = 1 / fields.length
  return {
    features,
    transitions: Float64Array.from(fields[0]!.transitions, (_, at) =>
      fields.reduce((sum, f) => sum + share * f.transitions[at]!, 0)
    ),
    weightsOf(feature) {
      const sum = new Float32Array(L)
      for (const field of fields) field.weightsOf(feature)?.forEach((w, k) => void (sum[k]! += share * w))
      return sum
    }
  }
}

/// Numbers for features, in the order in which they are met.
class Places {
  size = 0
  private readonly bits = 23
  private readonly keys = new Int32Array(1 << this.bits)
  private readonly values = new Int32Array(1 << this.bits)

  of(key: number): number {
    return this.values[this.find(key)]! - 1
  }

  add(key: number): number {
    const at = this.find(key)
    if (this.values[at] === 0) {
      if (this.size > this.keys.length * 0.9) throw new Error("too many features: give Places more bits")
      this.keys[at] = key
      this.values[at] = ++this.size
    }
    return this.values[at]! - 1
  }

  private find(key: number): number {
    let at = mixed(key) >>> (32 - this.bits)
    while (this.values[at] !== 0 && this.keys[at] !== key) at = (at + 1) & (this.keys.length - 1)
    return at
  }
}
