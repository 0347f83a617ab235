/// Weights of a linear model: rows of small whole numbers found by a 32-bit key. A key that is not there scores nothing.
/// Whole numbers are summed, so every machine gets the same sums.
export interface Table {
  /// How many classes a row speaks of.
  readonly classes: number
  /// Adds the rows of the first `count` keys to `scores`.
  add(keys: Int32Array, count: number, scores: Int32Array): void
}

/// Rows of a few (class, weight) pairs out of many classes: tags, relations.
export function sparseTable(bytes: Bytes): Table {
  const classes = bytes.number()
  const rows = bytes.number()
  if (classes > 127) throw new Error(`a table of ${classes} classes; a slot has room for 127`)
  const keys = readKeys(bytes, rows)
  const sizes = new Uint8Array(rows)
  let all = 0
  for (let r = 0; r < rows; r++) {
    sizes[r] = bytes.number()
    all += sizes[r]!
  }
  const which = bytes.take(all)
  const weights = new Int8Array(bytes.take(all))
  const pairs = new Int16Array(all)
  for (let i = 0; i < all; i++) pairs[i] = (which[i]! << 8) | (weights[i]! & 255)
  // Keys are in order, so the pairs of a bucket's rows stand side by side: a slot says how far behind the bucket's first pair its
  // own begin, and how many they are.
  const buckets = bucketsFor(rows)
  const begins = new Int32Array(buckets.slots.length >> 2)
  let at = 0
  for (let r = 0; r < rows; r++) {
    const bucket = keys[r]! >>> buckets.shift
    if (r === 0 || bucket !== keys[r - 1]! >>> buckets.shift) begins[bucket] = at
    const offset = at - begins[bucket]!
    if (offset < 512) place(buckets, keys[r]!, (offset << 7) | sizes[r]!, sizes[r]!, held => held & 127)
    at += sizes[r]!
  }
  const {slots, shift} = buckets
  const froms = new Int32Array(longestList)
  const counts = new Int32Array(longestList)
  return {
    classes,
    add(wanted, count, scores) {
      // All look-ups first: none waits for another's memory.
      let found = 0
      for (let k = 0; k < count; k++) {
        const key = wanted[k]!
        const bucket = key >>> shift
        const i = bucket << 2
        const held = heldIn(slots[i]!, key) | heldIn(slots[i + 1]!, key) | heldIn(slots[i + 2]!, key) | heldIn(slots[i + 3]!, key)
        froms[found] = begins[bucket]! + (held >>> 7)
        counts[found] = held & 127
        found += -(held & 127) >>> 31
      }
      for (let f = 0; f < found; f++) {
        for (let i = froms[f]!, end = i + counts[f]!; i < end; i++) {
          const pair = pairs[i]!
          scores[pair >> 8]! += (pair << 24) >> 24
        }
      }
    }
  }
}

/// Room for the keys of one look-up.
const longestList = 256

/// Rows of three weights that sum to nothing, so that two tell the third.
export function packedTable(bytes: Bytes): Table {
  const classes = bytes.number()
  const rows = bytes.number()
  const keys = readKeys(bytes, rows)
  bytes.take(rows)
  const second = new Int8Array(bytes.take(rows))
  const third = new Int8Array(bytes.take(rows))
  const buckets = bucketsFor(rows)
  for (let r = 0; r < rows; r++) {
    const held = (second[r]! & 255) | ((third[r]! & 255) << 8)
    place(buckets, keys[r]!, held, loudness(held), loudness)
  }
  const {slots, shift} = buckets
  return {
    classes,
    add(wanted, count, scores) {
      let b = 0
      let c = 0
      for (let k = 0; k < count; k++) {
        const key = wanted[k]!
        const i = (key >>> shift) << 2
        const held = heldIn(slots[i]!, key) | heldIn(slots[i + 1]!, key) | heldIn(slots[i + 2]!, key) | heldIn(slots[i + 3]!, key)
        b += (held << 24) >> 24
        c += (held << 16) >> 24
      }
      scores[0]! -= b + c
      scores[1]! += b
      scores[2]! += c
    }
  }
}

const loudness = (held: number): number => Math.abs((held << 24) >> 24) + Math.abs((held << 16) >> 24)

/// A table of buckets of four slots. A slot is 32 bits: the low half of its key, and 16 bits that are held for it. The bucket is
/// the key's high bits, half of it at least, so that together they tell the whole key.
interface Buckets {
  readonly slots: Int32Array
  readonly shift: number
}

function bucketsFor(rows: number): Buckets {
  let bits = 16
  while (2 ** bits * 1.25 < rows) bits++
  return {slots: new Int32Array(4 * 2 ** bits), shift: 32 - bits}
}

/// Where a bucket is full, which few are, the row that says least is left out.
function place({slots, shift}: Buckets, key: number, held: number, says: number, saysOf: (held: number) => number): void {
  const first = (key >>> shift) << 2
  let softest = -1
  let least = says
  for (let at = first; at < first + 4; at++) {
    if (slots[at] === 0) {
      slots[at] = (key << 16) | held
      return
    }
    const other = saysOf(slots[at]! & 0xffff)
    if (other < least) {
      softest = at
      least = other
    }
  }
  if (softest >= 0) slots[softest] = (key << 16) | held
}

/// What a slot holds for a key, 0 if it is another's. The time of a look-up is the wait for memory; without a branch many wait at
/// once.
function heldIn(slot: number, key: number): number {
  const rest = slot ^ (key << 16)
  return rest & (((rest >>> 16) - 1) >> 31)
}

/// Keys lie in the file as differences between their sorted values.
function readKeys(bytes: Bytes, rows: number): Int32Array {
  const keys = new Int32Array(rows)
  let last = 0
  for (let r = 0; r < rows; r++) {
    last += bytes.number()
    keys[r] = last | 0
  }
  return keys
}

/// Reads what `train/` packed: numbers of seven bits a byte, strings, stretches of bytes.
export class Bytes {
  readonly #bytes: Uint8Array
  #at = 0

  constructor(bytes: Uint8Array) {
    // A Buffer's slice would share its memory.
    this.#bytes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  number(): number {
    let value = 0
    let scale = 1
    for (;;) {
      const byte = this.#bytes[this.#at++]
      if (byte === undefined) throw new Error("the weights end too early; install annals again")
      value += (byte & 127) * scale
      if (byte < 128) return value
      scale *= 128
    }
  }

  take(count: number): Uint8Array {
    this.#at += count
    return this.#bytes.slice(this.#at - count, this.#at)
  }

  text(): string {
    return new TextDecoder().decode(this.take(this.number()))
  }
}
