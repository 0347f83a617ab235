import type {Analysis, Grammar} from "./grammar.ts"
import {floats, type Matrix, matrices} from "./matrices.ts"
import type {Parser} from "./parser.ts"
import type {Bytes} from "./table.ts"
import type {Tagger} from "./tagger.ts"
import {bestTree} from "./tree.ts"
import {type View, viewsOf} from "./views.ts"

/// The default reader of grammar: every word is the sum of vectors for its spelling, its ends and its shape; layers of dilated
/// convolutions let it look at its neighbours, 18 words to either side; from what comes out a tag, a head and a relation are
/// chosen, the heads so that together they are the best tree. Sums are whole numbers: the same text gives the same bytes.
///
/// An adviser's choices are added to the scores, each with its weight: two readers that err differently err less together.
export function network(bytes: Bytes, adviser?: Adviser, plain = false): Grammar {
  const math = matrices(plain)
  const tags = bytes
    .text()
    .split("\n")
    .map(line => ({upos: line.split(" ")[0]!, xpos: line.split(" ")[1]!}))
  const relations = bytes.text().split("\n")
  const width = bytes.number()
  const vectors = featuresInOrder.map(() => vectorsOf(bytes, width))
  const wordNorm = normOf(bytes, width)
  const layers = Array.from({length: bytes.number()}, () => ({
    dilation: bytes.number(),
    matrix: math.matrix(bytes),
    norm: normOf(bytes, width)
  }))
  const rootVector = floats(bytes, width)
  const tagMatrix = math.matrix(bytes)
  const dependentMatrix = math.matrix(bytes)
  const headMatrix = math.matrix(bytes)
  const arcMatrix = math.matrix(bytes)
  const headBias = floats(bytes, headMatrix.outputs)
  const distanceBias = floats(bytes, distances)
  const labelDependent = math.matrix(bytes)
  const labelHead = math.matrix(bytes)
  const hidden = labelDependent.outputs
  const labelDistance = floats(bytes, distances * hidden)
  const labelMatrix = math.matrix(bytes)
  math.ready(rowsAtATime + 2)

  const known = new Map<string, Float32Array>()
  const small = new Int16Array(rowsAtATime * width)
  const arcWidth = headMatrix.outputs
  put(rootVector, width, fine)
  const rootHead = products(headMatrix, 1, fine, true)
  const rootLabel = products(labelHead, 1, fine, false)

  return {
    tags,
    relations,
    analyse(sentences) {
      const analyses: Analysis[] = []
      for (let first = 0; first < sentences.length; ) {
        let last = first
        let count = 0
        while (last < sentences.length && (last === first || count + sentences[last]!.length <= rowsAtATime)) {
          count += sentences[last++]!.length
        }
        analyses.push(...analyseTogether(sentences.slice(first, last), count))
        first = last
      }
      return analyses
    }
  }

  /// Several sentences at a time, one below the other; no convolution looks across their borders.
  function analyseTogether(sentences: readonly (readonly string[])[], count: number): Analysis[] {
    const x = new Float32Array(count * width)
    const begins: number[] = []
    const views = sentences.map(viewsOf)
    let row = 0
    for (const sentence of views) {
      begins.push(row)
      wordVectors(sentence, x, row)
      row += sentence.length
    }
    begins.push(row)
    for (const layer of layers) convolve(layer, x, begins)
    put(x, count * width, fine)
    const tagScores = products(tagMatrix, count, fine, false)
    if (adviser) {
      views.forEach((sentence, s) => {
        adviser.tagger.tag(sentence).forEach((tag, i) => {
          tagScores[(begins[s]! + i) * tags.length + tag]! += adviser.tag
        })
      })
    }
    const chosenTags = best(tagScores, count, tagMatrix.outputs)
    const advice = views.map((sentence, s) =>
      adviser?.parser.parse(sentence, chosenTags.slice(begins[s]!, begins[s]! + sentence.length))
    )
    const heads = products(headMatrix, count, fine, true)
    const ofDependent = products(labelDependent, count, fine, false)
    const ofHead = products(labelHead, count, fine, false)
    const hung = products(dependentMatrix, count, fine, true)
    put(hung, hung.length, coarse)
    const dependents = products(arcMatrix, count, coarse, false)
    const between = new Float32Array(count * hidden)
    const trees = sentences.map((forms, s) => {
      const begin = begins[s]!
      const scores = arcScores(dependents, heads, begin, forms.length)
      if (adviser) {
        advice[s]!.heads.forEach((head, i) => {
          scores[i * (forms.length + 1) + head + 1]! += adviser.arc
        })
      }
      const tree = bestTree(scores, forms.length)
      for (let i = 0; i < forms.length; i++) {
        const h = tree[i]!
        const to = (begin + i) * hidden
        const distance = bucketOf(i, h) * hidden
        for (let k = 0; k < hidden; k++) {
          const head = h < 0 ? rootLabel[k]! : ofHead[(begin + h) * hidden + k]!
          between[to + k] = Math.max(0, ofDependent[to + k]! + head + labelDistance[distance + k]!)
        }
      }
      return tree
    })
    put(between, between.length, coarse)
    const labelScores = products(labelMatrix, count, coarse, false)
    if (adviser) {
      trees.forEach((tree, s) => {
        advice[s]!.heads.forEach((head, i) => {
          if (head === tree[i]) labelScores[(begins[s]! + i) * relations.length + advice[s]!.labels[i]!]! += adviser.label
        })
      })
    }
    const labels = best(labelScores, count, labelMatrix.outputs)
    return sentences.map((forms, s) => ({
      tags: chosenTags.slice(begins[s]!, begins[s]! + forms.length),
      heads: trees[s]!,
      labels: labels.slice(begins[s]!, begins[s]! + forms.length)
    }))
  }

  function wordVectors(views: readonly View[], into: Float32Array, row: number): void {
    views.forEach((view, i) => {
      const key = `${view.word} ${view.shape} ${view.suffixes[3]}`
      let vector = known.get(key)
      if (!vector) {
        if (known.size > 40_000) known.clear()
        vector = wordVector(view)
        known.set(key, vector)
      }
      into.set(vector, (row + i) * width)
    })
  }

  function wordVector(view: View): Float32Array {
    const sum = new Float32Array(width)
    featuresInOrder.forEach((feature, k) => {
      vectors[k]!(feature(view), sum)
    })
    normalise(sum, 0, wordNorm)
    return sum
  }

  function convolve(
    {dilation, matrix, norm}: {dilation: number; matrix: Matrix; norm: Norm},
    x: Float32Array,
    begins: number[]
  ): void {
    const {input, output} = math
    const taps = 3 * width
    const count = begins.at(-1)!
    for (let i = 0; i < count * width; i++) small[i] = whole(x[i]! * fine)
    for (let s = 0; s + 1 < begins.length; s++) {
      const begin = begins[s]!
      const end = begins[s + 1]!
      for (let i = begin; i < end; i++) {
        for (let tap = 0; tap < 3; tap++) {
          const from = i + (tap - 1) * dilation
          const to = i * taps + tap * width
          if (from < begin || from >= end) input.fill(0, to, to + width)
          else input.set(small.subarray(from * width, (from + 1) * width), to)
        }
      }
    }
    math.multiply(matrix, count)
    const {stride, scales, biases} = matrix
    for (let i = 0; i < count; i++) {
      const row = i * stride
      const to = i * width
      for (let k = 0; k < width; k++) {
        const value = (output[row + k]! * scales[k]!) / fine + biases[k]!
        const gate = (output[row + width + k]! * scales[width + k]!) / fine + biases[width + k]!
        x[to + k]! += value * sigmoid(gate)
      }
      normalise(x, to, norm)
    }
  }

  /// Makes numbers whole and puts them where they are multiplied; they stay there until the next time.
  function put(x: Float32Array, count: number, scale: number): void {
    const {input} = math
    for (let k = 0; k < count; k++) input[k] = whole(x[k]! * scale)
  }

  /// Each row put there times the matrix; `cut` makes negative numbers 0.
  function products(matrix: Matrix, count: number, scale: number, cut: boolean): Float32Array {
    const {output} = math
    const {outputs, stride, scales, biases} = matrix
    math.multiply(matrix, count)
    const result = new Float32Array(count * outputs)
    for (let i = 0; i < count; i++) {
      for (let j = 0; j < outputs; j++) {
        const value = (output[i * stride + j]! * scales[j]!) / scale + biases[j]!
        result[i * outputs + j] = cut && value < 0 ? 0 : value
      }
    }
    return result
  }

  /// Row i: how well word i hangs on the root (column 0) and on each word.
  function arcScores(dependents: Float32Array, heads: Float32Array, begin: number, n: number): Float64Array {
    const {input, other, output} = math
    const from = begin * arcWidth
    for (let k = 0; k < n * arcWidth; k++) input[k] = twelveBits(dependents[from + k]! * arcScale)
    for (let k = 0; k < arcWidth; k++) other[k] = twelveBits(rootHead[k]! * arcScale)
    for (let k = 0; k < n * arcWidth; k++) other[arcWidth + k] = twelveBits(heads[from + k]! * arcScale)
    const stride = math.pairs(n, n + 1, arcWidth)
    const scores = new Float64Array(n * (n + 1))
    const shrink = 1 / (Math.sqrt(arcWidth) * arcScale * arcScale)
    for (let h = -1; h < n; h++) {
      const vectors = h < 0 ? rootHead : heads
      const at = h < 0 ? 0 : from + h * arcWidth
      let bias = 0
      for (let k = 0; k < arcWidth; k++) bias += vectors[at + k]! * headBias[k]!
      for (let d = 0; d < n; d++) {
        scores[d * (n + 1) + h + 1] = output[d * stride + h + 1]! * shrink + bias + distanceBias[bucketOf(d, h)]!
      }
    }
    return scores
  }
}

/// What arcs' vectors are multiplied by: pairs of them are multiplied, so they must be smaller.
const arcScale = 128

const twelveBits = (value: number): number => (value > 4095 ? 4095 : value < -4095 ? -4095 : Math.round(value))

/// A second reader with the same tags and relations, and how much each of its choices counts.
export interface Adviser {
  readonly tagger: Tagger
  readonly parser: Parser
  readonly tag: number
  readonly arc: number
  readonly label: number
}

/// What numbers are multiplied by before they are made whole: those to 16, those to 32.
const fine = 1024
const coarse = 512

/// How many words are multiplied at a time at most.
const rowsAtATime = 256

/// The features that have vectors, in the order of train/numbers.ts.
const featuresInOrder: readonly ((view: View) => number)[] = [
  v => v.word,
  v => v.prefixes[1]!,
  v => v.prefixes[2]!,
  v => v.suffixes[1]!,
  v => v.suffixes[2]!,
  v => v.suffixes[3]!,
  v => v.shape
]

const distances = 17

/// How far and on which side the head stands, 0 to 16; 8 is the root.
function bucketOf(dependent: number, head: number): number {
  if (head < 0) return 8
  const gap = head - dependent
  const size = Math.abs(gap)
  const step = size <= 4 ? size : 4 + 1 + (size > 7 ? 1 : 0) + (size > 12 ? 1 : 0) + (size > 20 ? 1 : 0)
  return 8 + (gap < 0 ? -step : step)
}

interface Norm {
  readonly gain: Float32Array
  readonly shift: Float32Array
}

function normOf(bytes: Bytes, width: number): Norm {
  return {gain: floats(bytes, width), shift: floats(bytes, width)}
}

function normalise(x: Float32Array, at: number, {gain, shift}: Norm): void {
  const n = gain.length
  let sum = 0
  for (let k = 0; k < n; k++) sum += x[at + k]!
  const mean = sum / n
  let squares = 0
  for (let k = 0; k < n; k++) {
    const off = x[at + k]! - mean
    squares += off * off
  }
  const scale = 1 / Math.sqrt(squares / n + 1e-5)
  for (let k = 0; k < n; k++) x[at + k] = (x[at + k]! - mean) * scale * gain[k]! + shift[k]!
}

// Rounds as Math.round does, but faster.
const whole = (value: number): number => (value > 16383 ? 16383 : value < -16383 ? -16383 : ((value + 16384.5) | 0) - 16384)

// Sigmoid by table, from -8 to 8: exp is slow, and not the same everywhere.
const steps = 8192
const sigmoids = Float32Array.from({length: steps + 1}, (_, i) => 1 / (1 + Math.exp(8 - (16 * i) / steps)))

function sigmoid(x: number): number {
  if (x <= -8) return 0
  if (x >= 8) return 1
  return sigmoids[((x + 8) * (steps / 16) + 0.5) | 0]!
}

function best(scores: Float32Array, count: number, classes: number): Int32Array {
  const chosen = new Int32Array(count)
  for (let i = 0; i < count; i++) {
    let top = 0
    for (let c = 1; c < classes; c++) if (scores[i * classes + c]! > scores[i * classes + top]!) top = c
    chosen[i] = top
  }
  return chosen
}

/// Adds the vector of a key to a sum; unknown keys have one in common.
function vectorsOf(bytes: Bytes, width: number): (key: number, into: Float32Array) => void {
  const count = bytes.number()
  const rowOf = new Map<number, number>()
  let key = 0
  for (let row = 1; row < count; row++) {
    key += bytes.number()
    rowOf.set(key | 0, row)
  }
  const scales = floats(bytes, count)
  const values = new Int8Array(bytes.take(count * width))
  return (wanted, into) => {
    const row = rowOf.get(wanted) ?? 0
    const scale = scales[row]!
    for (let k = 0; k < width; k++) into[k]! += values[row * width + k]! * scale
  }
}
