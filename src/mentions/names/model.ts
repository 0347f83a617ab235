import {type Lexicon, labels} from "./features.ts"

/// The weights of the tagger of names as they lie in a file: known words, transitions, and the features with a weight for each
/// label. Numbers are little-endian; weights are whole numbers from -127 to 127.
export interface Model {
  readonly lexicon: Lexicon
  /// From label (row) to label.
  readonly transitions: Int32Array
  /// Adds the weights of a feature to `scores`.
  add(feature: number, scores: Int32Array): void
}

const L = labels.length

export function packModel(
  lexicon: Lexicon,
  transitions: readonly number[],
  features: readonly (readonly [hash: number, weights: readonly number[]])[]
): Uint8Array {
  const words = [...lexicon].sort((a, b) => a[0] - b[0])
  const bytes = new Uint8Array(8 + words.length * 6 + L * L * 2 + features.length * (4 + L))
  const view = new DataView(bytes.buffer)
  view.setUint32(0, words.length, true)
  view.setUint32(4, features.length, true)
  let at = 8
  for (const [hash, bits] of words) {
    view.setInt32(at, hash, true)
    view.setUint16(at + 4, bits, true)
    at += 6
  }
  for (const t of transitions) {
    view.setInt16(at, t, true)
    at += 2
  }
  for (const [hash, weights] of [...features].sort((a, b) => a[0] - b[0])) {
    view.setInt32(at, hash, true)
    weights.forEach((w, i) => {
      view.setInt8(at + 4 + i, w)
    })
    at += 4 + L
  }
  return bytes
}

export function unpackModel(bytes: Uint8Array): Model {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const words = view.getUint32(0, true)
  const features = view.getUint32(4, true)
  let at = 8
  const lexicon = new Map<number, number>()
  for (let i = 0; i < words; i++) {
    lexicon.set(view.getInt32(at, true), view.getUint16(at + 4, true))
    at += 6
  }
  const transitions = new Int32Array(L * L)
  for (let i = 0; i < transitions.length; i++) {
    transitions[i] = view.getInt16(at, true)
    at += 2
  }
  const buckets = 1 << (32 - Math.clz32(Math.max(1, features) * 2))
  const mask = buckets - 1
  const keys = new Int32Array(buckets)
  const slots = new Int32Array(buckets)
  const weights = new Int8Array(features * L)
  for (let i = 0; i < features; i++) {
    const hash = view.getInt32(at, true)
    for (let k = 0; k < L; k++) weights[i * L + k] = view.getInt8(at + 4 + k)
    at += 4 + L
    let b = hash & mask
    while (slots[b] !== 0) b = (b + 1) & mask
    keys[b] = hash
    slots[b] = i + 1
  }
  return {
    lexicon,
    transitions,
    add(feature, scores) {
      let b = feature & mask
      for (let slot = slots[b]!; slot !== 0; slot = slots[(b = (b + 1) & mask)]!) {
        if (keys[b] !== feature) continue
        const from = (slot - 1) * L
        for (let k = 0; k < L; k++) scores[k]! += weights[from + k]!
        return
      }
    }
  }
}

/// The best sequence of labels for a sentence: emissions per token and label, then transitions; I only after its own B or I.
export function bestLabels(
  emissions: readonly Int32Array[] | readonly Float64Array[],
  transitions: ArrayLike<number>
): Uint8Array {
  const n = emissions.length
  const best = new Uint8Array(n)
  if (n === 0) return best
  const back = new Uint8Array(n * L)
  let scores = new Float64Array(L)
  let next = new Float64Array(L)
  for (let k = 0; k < L; k++) scores[k] = emissions[0]![k]! + (inside(k) ? -1e12 : transitions[k]!)
  for (let i = 1; i < n; i++) {
    for (let k = 0; k < L; k++) {
      let top = Number.NEGATIVE_INFINITY
      let from = 0
      if (inside(k)) {
        const begin = scores[k - 1]! + transitions[(k - 1) * L + k]!
        const on = scores[k]! + transitions[k * L + k]!
        from = begin >= on ? k - 1 : k
        top = Math.max(begin, on)
      } else {
        for (let j = 0; j < L; j++) {
          const score = scores[j]! + transitions[j * L + k]!
          if (score > top) {
            top = score
            from = j
          }
        }
      }
      next[k] = top + emissions[i]![k]!
      back[i * L + k] = from
    }
    ;[scores, next] = [next, scores]
  }
  let at = 0
  for (let k = 1; k < L; k++) if (scores[k]! > scores[at]!) at = k
  for (let i = n - 1; i >= 0; i--) {
    best[i] = at
    at = back[i * L + at]!
  }
  return best
}

const inside = (label: number): boolean => label !== 0 && label % 2 === 0
