import {readDictionary} from "./dictionary.ts"
import {featuresInOrder} from "./features.ts"
import {type Analysis, type Grammar, longestSentence} from "./grammar.ts"
import {floats, type Matrix, readMatrix, type Storage, storage} from "./storage.ts"
import {bestTree} from "./tree.ts"
import {type View, viewsOf} from "./views.ts"
import type {Bytes} from "./weights.ts"

/// The default reader of grammar: every word is the sum of vectors for its spelling, its ends, its shape and what a dictionary
/// says of it; layers of dilated convolutions let it look at its neighbours, 18 words to either side; from what comes out a tag,
/// a head and a relation are chosen, the heads so that together they are the best tree. The same text gives the same bytes.
export function network(bytes: Bytes, plain = false): Grammar {
  const store = storage()
  const tags = bytes
    .text()
    .split("\n")
    .map(line => ({upos: line.split(" ")[0]!, xpos: line.split(" ")[1]!}))
  const relations = bytes.text().split("\n")
  const onlyOnce = [/^[cn]subj(?!.*outer)/, /^obj$/].map(
    group => new Set(relations.flatMap((name, i) => (group.test(name) ? [i] : [])))
  )
  const width = bytes.number()
  const vectors = featuresInOrder.map(() => vectorsOf(bytes, width))
  const dictionary = readDictionary(bytes)
  const sumNorm = readNorm(bytes, store, width)
  const wordMatrix = readMatrix(bytes, store, fine)
  const wordNorm = readNorm(bytes, store, width)
  const layers = Array.from({length: bytes.number()}, () => ({
    dilation: bytes.number(),
    matrix: readMatrix(bytes, store, fine, 3),
    norm: readNorm(bytes, store, width)
  }))
  const rootVector = floats(bytes, width)
  const tagMatrix = readMatrix(bytes, store, fine)
  const dependentMatrix = readMatrix(bytes, store, fine)
  const headMatrix = readMatrix(bytes, store, fine)
  const arcMatrix = readMatrix(bytes, store, coarse)
  const arcWidth = arcMatrix.outputs
  const arcShrink = 1 / (Math.sqrt(arcWidth) * arcScale * arcScale)
  const headBias = floats(bytes, arcWidth)
  const distanceBias = floats(bytes, distances)
  const labelDependent = readMatrix(bytes, store, fine)
  const labelHead = readMatrix(bytes, store, fine)
  const labelWidth = labelHead.outputs
  const labelDistance = store.keep(floats(bytes, distances * labelWidth))
  const labelMatrix = readMatrix(bytes, store, coarse)

  // Between sentences lie rows of nothing, so that no convolution looks from one into the next.
  const gap = Math.max(...layers.map(l => l.dilation))
  const rows = longestSentence + 2 * gap + 2
  const widest = Math.max(2 * width, tagMatrix.outputs, arcWidth, labelWidth, longestSentence + 4)
  const x = store.reserve(rows * width * 4)
  const q = store.reserve(rows * width * 2)
  const sums = store.reserve((rows + 1) * widest * 4)
  const y = store.reserve(rows * Math.max(tagMatrix.outputs, arcWidth, labelWidth) * 4)
  const z = store.reserve((rows + 1) * labelWidth * 4)
  const small = store.reserve(rows * Math.max(arcWidth, labelWidth) * 2)
  const hung = store.reserve(rows * arcWidth * 2)
  const packedHeads = store.reserve((longestSentence + 4) * arcWidth * 2)
  const spans = store.reserve(rows * 8)
  const headRows = store.reserve(rows * 4)
  const places = store.reserve(rows * 4)
  // A row more: `multiply` may write it.
  const pairRows = Math.ceil(rows / 2) + 1
  const pairs = store.reserve(rows * 2)
  const restSpans = store.reserve(rows * 8)
  const four = store.reserve(4 * pairRows * width * 2)
  const fourSums = store.reserve(4 * pairRows * 2 * width * 4)
  const {buffer, arithmetic} = store.open(plain)
  const inFloats = new Float32Array(buffer)
  const inInts = new Int32Array(buffer)
  const inHalves = new Int16Array(buffer)

  let count = 0
  const setSpans = (begins: readonly number[], lengths: readonly number[]): void => {
    count = begins.length
    begins.forEach((begin, s) => {
      inInts[spans / 4 + 2 * s] = begin
      inInts[spans / 4 + 2 * s + 1] = begin + lengths[s]!
    })
  }
  const multiply = (from: number, {at, outputs, inputs}: Matrix): void =>
    arithmetic.multiply(from, at, sums, spans, count, outputs, inputs, 1, 0)
  /// Each row at q and those to both sides of it times the matrix: rows that lie `dilation` apart in pairs, which costs a third less, and what
  /// is left over by itself.
  const convolve = ({at, ofPairs, outputs, inputs, taps}: Matrix, dilation: number): void => {
    const paired: number[] = []
    const rest: number[] = []
    for (let s = 0; s < count; s++) {
      const last = inInts[spans / 4 + 2 * s + 1]!
      let first = inInts[spans / 4 + 2 * s]!
      for (; last - first > dilation; first += 2 * dilation) {
        const fit = Math.min(dilation, last - first - dilation)
        for (let i = 0; i < fit; i++) paired.push(first + i)
        if (fit < dilation) rest.push(first + fit, first + dilation)
      }
      if (first < last) rest.push(first, last)
    }
    inInts.set(paired, pairs / 4)
    inInts.set(rest, restSpans / 4)
    arithmetic.multiply(q, at, sums, restSpans, rest.length / 2, outputs, inputs, taps, dilation)
    inInts[restSpans / 4] = 0
    inInts[restSpans / 4 + 1] = paired.length
    arithmetic.spread(q, four, pairRows * inputs * 2, pairs, paired.length, inputs, dilation)
    ofPairs.forEach((weights, k) => {
      const [from, to] = [four + k * pairRows * inputs * 2, fourSums + k * pairRows * outputs * 4]
      arithmetic.multiply(from, weights, to, restSpans, 1, outputs, inputs, 1, 0)
    })
    arithmetic.unite(fourSums, sums, pairRows * outputs * 4, pairs, paired.length, outputs, dilation)
  }
  /// Each row at `from` times the matrix; `cut` makes negative numbers 0.
  const product = (from: number, matrix: Matrix, to: number, cut = false): void => {
    multiply(from, matrix)
    arithmetic.finish(sums, to, matrix.scales, matrix.biases, spans, count, matrix.outputs, cut ? 1 : 0)
  }
  const gated = (matrix: Matrix, norm: Norm, dilation = 0): void => {
    if (matrix.taps === 3) convolve(matrix, dilation)
    else multiply(q, matrix)
    arithmetic.gate(sums, x, matrix.scales, matrix.biases, spans, count, width)
    arithmetic.normalise(x, q, norm.gain, norm.shift, spans, count, width, fine)
  }

  setSpans([0], [1])
  inFloats.set(rootVector, x / 4)
  arithmetic.quantise(x, q, spans, count, width, fine, 32767)
  product(q, headMatrix, y, true)
  arithmetic.quantise(y, small, spans, count, arcWidth, arcScale, arcLimit)
  const rootHead = inHalves.slice(small / 2, small / 2 + arcWidth)
  const rootBias = headBiasAt(0)
  product(q, labelHead, z)
  const rootRow = rows
  inFloats.copyWithin(z / 4 + rootRow * labelWidth, z / 4, z / 4 + labelWidth)

  // Views of common words are kept in views.ts, each the same object; with them go their vectors.
  const known = new WeakMap<View, Float32Array>()

  return {
    tags,
    relations,
    analyse(sentences) {
      const analyses: Analysis[] = []
      for (let first = 0; first < sentences.length; ) {
        let last = first
        let end = gap
        while (last < sentences.length && (last === first || end + sentences[last]!.length + gap < rows)) {
          end += sentences[last++]!.length + gap
        }
        analyses.push(...analyseTogether(sentences.slice(first, last)))
        first = last
      }
      return analyses
    }
  }

  /// Several sentences at a time, one below the other.
  function analyseTogether(sentences: readonly (readonly string[])[]): Analysis[] {
    const words = wordVectors(sentences)
    const lengths = sentences.map(s => s.length)
    const begins: number[] = []
    let end = gap
    for (const n of lengths) {
      begins.push(end)
      end += n + gap
    }
    setSpans(begins, lengths)
    inHalves.fill(0, q / 2, q / 2 + (end + 1) * width)
    words.forEach((vectors, s) => {
      vectors.forEach((vector, i) => {
        inFloats.set(vector, x / 4 + (begins[s]! + i) * width)
      })
    })
    arithmetic.quantise(x, q, spans, count, width, fine, 32767)
    for (const {matrix, norm, dilation} of layers) gated(matrix, norm, dilation)

    product(q, tagMatrix, y)
    const chosenTags = sentences.map((forms, s) => best(begins[s]!, forms.length, tagMatrix.outputs, tags.length))

    product(q, dependentMatrix, y, true)
    arithmetic.quantise(y, hung, spans, count, arcWidth, coarse, 32767)
    product(hung, arcMatrix, y)
    arithmetic.quantise(y, hung, spans, count, arcWidth, arcScale, arcLimit)
    product(q, headMatrix, y, true)
    arithmetic.quantise(y, small, spans, count, arcWidth, arcScale, arcLimit)
    product(q, labelHead, z)
    const trees = sentences.map((forms, s) => {
      // The pairs need a span of their own.
      const tree = bestTree(arcScores(begins[s]!, forms.length), forms.length)
      tree.forEach((head, i) => {
        inInts[headRows / 4 + begins[s]! + i] = head < 0 ? rootRow : begins[s]! + head
        inInts[places / 4 + begins[s]! + i] = bucketOf(i, head)
      })
      return tree
    })

    setSpans(begins, lengths)
    product(q, labelDependent, y)
    arithmetic.join(y, z, labelDistance, headRows, places, small, spans, count, labelWidth, coarse)
    product(small, labelMatrix, y)
    return sentences.map((_, s) => ({tags: chosenTags[s]!, heads: trees[s]!, labels: chosenLabels(begins[s]!, trees[s]!)}))
  }

  /// The vector of each word, which depends on nothing around it but the use of capitals; made once and kept.
  function wordVectors(sentences: readonly (readonly string[])[]): Float32Array[][] {
    const missing: {view: View; vector: Float32Array}[] = []
    const found = sentences.map(forms =>
      viewsOf(forms).map(view => {
        let vector = known.get(view)
        if (!vector) {
          vector = new Float32Array(width)
          known.set(view, vector)
          missing.push({view, vector})
        }
        return vector
      })
    )
    if (missing.length === 0) return found
    setSpans([0], [missing.length])
    missing.forEach(({view}, i) => {
      const entry = dictionary.of(view.spelling)
      const sum = inFloats.subarray(x / 4 + i * width, x / 4 + (i + 1) * width).fill(0)
      featuresInOrder.forEach(({of}, k) => {
        vectors[k]!(of(view, entry), sum)
      })
    })
    arithmetic.normalise(x, q, sumNorm.gain, sumNorm.shift, spans, count, width, fine)
    gated(wordMatrix, wordNorm)
    missing.forEach(({vector}, i) => {
      vector.set(inFloats.subarray(x / 4 + i * width, x / 4 + (i + 1) * width))
    })
    return found
  }

  /// Row i: how well word i hangs on the root (column 0) and on each word.
  function arcScores(begin: number, n: number): Float64Array {
    inHalves.set(rootHead, small / 2 + (begin - 1) * arcWidth)
    arithmetic.pack(small + (begin - 1) * arcWidth * 2, packedHeads, n + 1, arcWidth)
    setSpans([0], [n])
    const stride = (n + 4) & ~3
    arithmetic.multiply(hung + begin * arcWidth * 2, packedHeads, sums, spans, 1, stride, arcWidth, 1, 0)
    const scores = new Float64Array(n * (n + 1))
    for (let h = -1; h < n; h++) {
      const bias = h < 0 ? rootBias : headBiasAt(begin + h)
      for (let d = 0; d < n; d++) {
        scores[d * (n + 1) + h + 1] = inInts[sums / 4 + d * stride + h + 1]! * arcShrink + bias + distanceBias[bucketOf(d, h)]!
      }
    }
    return scores
  }

  function headBiasAt(row: number): number {
    let sum = 0
    for (let k = 0; k < arcWidth; k++) sum += inFloats[y / 4 + row * arcWidth + k]! * headBias[k]!
    return sum
  }

  /// Each word's best relation, but no head has two subjects or two objects: of two, the surer one stays.
  function chosenLabels(begin: number, heads: Int32Array): Int32Array {
    const labels = best(begin, heads.length, labelMatrix.outputs, relations.length)
    for (const group of onlyOnce) {
      const holders = new Map<number, number>()
      heads.forEach((head, i) => {
        if (!group.has(labels[i]!)) return
        const other = holders.get(head)
        const lead = leadOf(begin + i, labels[i]!, group)
        if (other === undefined) holders.set(head, i)
        else {
          const otherLead = leadOf(begin + other, labels[other]!, group)
          const [stays, goes] = lead.by > otherLead.by ? [i, other] : [other, i]
          labels[goes] = (goes === i ? lead : otherLead).second
          holders.set(head, stays)
        }
      })
    }
    return labels
  }

  /// The best relation of a row at y outside a group, and how far it lies behind the chosen one.
  function leadOf(row: number, label: number, group: ReadonlySet<number>): {second: number; by: number} {
    const at = y / 4 + row * labelMatrix.outputs
    let second = -1
    for (let c = 0; c < relations.length; c++) {
      if (!group.has(c) && (second < 0 || inFloats[at + c]! > inFloats[at + second]!)) second = c
    }
    return {second, by: inFloats[at + label]! - inFloats[at + second]!}
  }

  /// The highest of the first `classes` numbers of each row at y.
  function best(begin: number, n: number, stride: number, classes: number): Int32Array {
    const chosen = new Int32Array(n)
    for (let i = 0; i < n; i++) {
      const at = y / 4 + (begin + i) * stride
      let top = 0
      for (let c = 1; c < classes; c++) if (inFloats[at + c]! > inFloats[at + top]!) top = c
      chosen[i] = top
    }
    return chosen
  }
}

/// What numbers are multiplied by before they are made whole: those to 32, those to 64, those of which pairs are multiplied.
const fine = 1024
const coarse = 512
const arcScale = 128
const arcLimit = 4095

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
  readonly gain: number
  readonly shift: number
}

function readNorm(bytes: Bytes, store: Storage, width: number): Norm {
  return {gain: store.keep(floats(bytes, width)), shift: store.keep(floats(bytes, width))}
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
