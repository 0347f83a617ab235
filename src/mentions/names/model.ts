import {gunzipSync, gzipSync} from "node:zlib"
import {labels} from "./features.ts"
import type {Lexicon} from "./known.ts"

/// The weights of the tagger of names, as they are used.
export interface Model {
  readonly lexicon: Lexicon
  /// From label (row) to label.
  readonly transitions: Int32Array
  /// Adds the weights of features to `scores`.
  add(features: Int32Array, scores: Int32Array): void
}

const L = labels.length

/// How they lie in a file (gzip), column by column: four counts; what words are known as; known words by their hash, each as the
/// distance from the one before, and which of these each is; transitions; features likewise, with a weight from -127 to 127 for
/// each label. Numbers are little-endian.
export function packModel(
  lexicon: ReadonlyMap<number, number>,
  transitions: readonly number[],
  features: readonly (readonly [hash: number, weights: readonly number[]])[]
): Uint8Array {
  const words = [...lexicon].sort((a, b) => (a[0] >>> 0) - (b[0] >>> 0))
  const kinds = [...new Set(lexicon.values())].sort((a, b) => a - b)
  const places = new Map(kinds.map((bits, i) => [bits, i]))
  const rows = [...features].sort((a, b) => (a[0] >>> 0) - (b[0] >>> 0))
  const wordGaps = gaps(words.map(([hash]) => hash))
  const rowGaps = gaps(rows.map(([hash]) => hash))
  const head = new Int32Array([
    words.length,
    wordGaps.length,
    rows.length,
    rowGaps.length,
    kinds.length,
    ...kinds,
    ...transitions
  ])
  const known = new Uint16Array(words.map(([, bits]) => places.get(bits)!))
  const weights = new Int8Array(rows.length * L)
  rows.forEach(([, row], i) => {
    row.forEach((w, k) => {
      weights[k * rows.length + i] = w
    })
  })
  const low = Uint8Array.from(known, k => k & 255)
  const high = Uint8Array.from(known, k => k >> 8)
  const parts = [new Uint8Array(head.buffer), wordGaps, low, high, rowGaps, new Uint8Array(weights.buffer)]
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return gzipSync(bytes, {level: 9})
}

/// Rising numbers as distances, seven bits a byte, the last byte of each without its highest bit.
function gaps(hashes: readonly number[]): Uint8Array {
  const bytes: number[] = []
  let before = 0
  for (const hash of hashes) {
    let gap = (hash >>> 0) - before
    before = hash >>> 0
    for (; gap > 127; gap = Math.floor(gap / 128)) bytes.push(128 + (gap % 128))
    bytes.push(gap)
  }
  return Uint8Array.from(bytes)
}

function hashesOf(bytes: Uint8Array, count: number): Int32Array {
  const hashes = new Int32Array(count)
  let at = 0
  let before = 0
  for (let i = 0; i < count; i++) {
    let unit = 1
    for (; bytes[at]! > 127; at++) {
      before += (bytes[at]! - 128) * unit
      unit *= 128
    }
    before += bytes[at++]! * unit
    hashes[i] = before | 0
  }
  return hashes
}

export function unpackModel(packed: Uint8Array): Model {
  const bytes = new Uint8Array(gunzipSync(packed))
  const view = new DataView(bytes.buffer)
  const number = (i: number): number => view.getInt32(i * 4, true)
  const [words, wordGaps, features, rowGaps, kinds] = [number(0), number(1), number(2), number(3), number(4)]
  let at = (5 + kinds + L * L) * 4
  const take = (length: number): Uint8Array => bytes.subarray(at, (at += length))
  const transitions = Int32Array.from({length: L * L}, (_, i) => number(5 + kinds + i))
  const hashes = hashesOf(take(wordGaps), words)
  const [low, high] = [take(words), take(words)]
  const wordAt = table(hashes)
  const rows = hashesOf(take(rowGaps), features)
  const columns = take(features * L)
  const rowAt = table(rows)
  const weights = new Int8Array(features * L)
  for (let k = 0; k < L; k++) for (let i = 0; i < features; i++) weights[i * L + k] = columns[k * features + i]!
  // Most features are unknown: one bit of a small table says so without a look at the large one.
  const filter = new Int32Array(1 << 15)
  for (let i = 0; i < features; i++) filter[(rows[i]! >>> 5) & 32767]! |= 1 << (rows[i]! & 31)
  return {
    lexicon: {
      get(hash) {
        const i = wordAt(hash)
        return i < 0 ? undefined : number(5 + low[i]! + 256 * high[i]!)
      }
    },
    transitions,
    add(list, scores) {
      for (let f = 0; f < list.length; f++) {
        const feature = list[f]!
        if ((filter[(feature >>> 5) & 32767]! & (1 << (feature & 31))) === 0) continue
        const i = rowAt(feature)
        if (i < 0) continue
        const from = i * L
        for (let k = 0; k < L; k++) scores[k]! += weights[from + k]!
      }
    }
  }
}

/// Finds the place of a hash in a list, or -1: a table of pairs, a hash and its place plus one.
function table(hashes: Int32Array): (hash: number) => number {
  const buckets = 1 << (32 - Math.clz32(Math.max(1, hashes.length) * 2))
  const mask = buckets - 1
  const pairs = new Int32Array(buckets * 2)
  for (let i = 0; i < hashes.length; i++) {
    let b = hashes[i]! & mask
    while (pairs[b * 2 + 1] !== 0) b = (b + 1) & mask
    pairs[b * 2] = hashes[i]!
    pairs[b * 2 + 1] = i + 1
  }
  return hash => {
    for (let b = hash & mask; ; b = (b + 1) & mask) {
      const place = pairs[b * 2 + 1]!
      if (place === 0 || pairs[b * 2] === hash) return place - 1
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
