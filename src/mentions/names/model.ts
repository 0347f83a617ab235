import {gunzipSync, gzipSync} from "node:zlib"
import type {Lexicon} from "./known.ts"
import {labels} from "./labels.ts"

/// The weights of the tagger of names, as they are used.
export interface Model {
  readonly lexicon: Lexicon
  /// From label (row) to label.
  readonly transitions: Int32Array
  /// Adds the weights of the features at some places of a list to the seven scores that begin at `at`.
  add(features: Int32Array, places: Uint8Array, scores: Int32Array, at: number): void
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
  const lexicon = wordTable(hashesOf(take(wordGaps), words), take(words), take(words))
  const rows = hashesOf(take(rowGaps), features)
  return {
    lexicon: {
      get(hash) {
        const kind = lexicon(hash)
        return kind < 0 ? undefined : number(5 + kind)
      }
    },
    transitions,
    add: adder(rows, take(features * L))
  }
}

/// Rising hashes are kept in a table in their order: a hash stands at the place that its highest bits name, or soon after. There
/// are at least half as many places again, and some behind the last.
function roomFor(count: number): {readonly shift: number; readonly places: number} {
  const bits = Math.max(6, 32 - Math.clz32(Math.floor(count * 1.5)))
  return {shift: 32 - bits, places: (1 << bits) + count + 1}
}

/// Which of the kinds each known word is, or -1.
function wordTable(hashes: Int32Array, low: Uint8Array, high: Uint8Array): (hash: number) => number {
  const {shift, places} = roomFor(hashes.length)
  const pairs = new Int32Array(places * 2)
  let free = 0
  for (let i = 0; i < hashes.length; i++) {
    free = Math.max(free, hashes[i]! >>> shift)
    pairs[free * 2] = hashes[i]!
    pairs[free * 2 + 1] = low[i]! + 256 * high[i]! + 1
    free++
  }
  return hash => {
    for (let p = (hash >>> shift) * 2; ; p += 2) {
      const kind = pairs[p + 1]!
      if (kind === 0 || pairs[p] === hash) return kind - 1
    }
  }
}

/// A feature and its weights lie in twelve bytes: its hash, the weights of the first four labels, those of the others and a mark.
/// Weights are kept with 128 added, so that those of two labels can be summed as halves of one number.
function adder(hashes: Int32Array, columns: Uint8Array): Model["add"] {
  const count = hashes.length
  const {shift, places} = roomFor(count)
  const rows = new Int32Array(places * 3)
  // Many features are unknown: one bit of a small table says so without a look at the large one.
  const filter = new Int32Array(1 << 15)
  const maybe = new Int32Array(256)
  let free = 0
  for (let i = 0; i < count; i++) {
    const hash = hashes[i]!
    filter[hash >>> 17]! |= 1 << (hash >>> 12)
    free = Math.max(free, hash >>> shift)
    const some = columns[i]! | (columns[count + i]! << 8) | (columns[2 * count + i]! << 16) | (columns[3 * count + i]! << 24)
    const more = columns[4 * count + i]! | (columns[5 * count + i]! << 8) | (columns[6 * count + i]! << 16)
    rows[free * 3] = hash
    rows[free * 3 + 1] = some ^ 0x80808080
    rows[free * 3 + 2] = (more ^ 0x808080) | (1 << 24)
    free++
  }
  return (features, chosen, scores, at) => {
    let sum02 = 0
    let sum13 = 0
    let sum46 = 0
    let sum5 = 0
    let found = 0
    let likely = 0
    for (let f = 0; f < chosen.length; f++) {
      const hash = features[chosen[f]!]!
      maybe[likely] = hash
      likely += (filter[hash >>> 17]! >>> (hash >>> 12)) & 1
    }
    for (let f = 0; f < likely; f++) {
      const hash = maybe[f]!
      for (let p = (hash >>> shift) * 3; rows[p + 2] !== 0; p += 3) {
        if (rows[p] !== hash) continue
        const some = rows[p + 1]!
        const more = rows[p + 2]!
        sum02 += some & 0xff00ff
        sum13 += (some >>> 8) & 0xff00ff
        sum46 += more & 0xff00ff
        sum5 += (more >>> 8) & 0xff
        found++
        break
      }
    }
    const added = found * 128
    scores[at]! += (sum02 & 0xffff) - added
    scores[at + 1]! += (sum13 & 0xffff) - added
    scores[at + 2]! += (sum02 >>> 16) - added
    scores[at + 3]! += (sum13 >>> 16) - added
    scores[at + 4]! += (sum46 & 0xffff) - added
    scores[at + 5]! += sum5 - added
    scores[at + 6]! += (sum46 >>> 16) - added
  }
}
