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
  const index = keyIndex(bytes, rows)
  const begins = new Int32Array(rows + 1)
  for (let r = 0; r < rows; r++) begins[r + 1] = begins[r]! + bytes.number()
  const pairs = begins[rows]!
  const which = bytes.take(pairs)
  const weights = new Int8Array(bytes.take(pairs))
  return {
    classes,
    add(keys, count, scores) {
      for (let k = 0; k < count; k++) {
        const row = index(keys[k]!)
        if (row < 0) continue
        for (let i = begins[row]!, end = begins[row + 1]!; i < end; i++) scores[which[i]!]! += weights[i]!
      }
    }
  }
}

/// Rows of three weights, packed beside their key: the time of a look-up is the wait for memory, so one place holds it all.
export function packedTable(bytes: Bytes): Table {
  const classes = bytes.number()
  const rows = bytes.number()
  const keys = readKeys(bytes, rows)
  const weights = [0, 1, 2].map(() => new Int8Array(bytes.take(rows)))
  const size = capacityFor(rows)
  const mask = size - 1
  const slots = new Int32Array(size * 2)
  for (let r = 0; r < rows; r++) {
    let at = slotOf(keys[r]!) & mask
    while (slots[2 * at] !== 0) at = (at + 1) & mask
    slots[2 * at] = keys[r]!
    slots[2 * at + 1] = (weights[0]![r]! & 255) | ((weights[1]![r]! & 255) << 8) | ((weights[2]![r]! & 255) << 16)
  }
  return {
    classes,
    add(wanted, count, scores) {
      let a = 0
      let b = 0
      let c = 0
      for (let k = 0; k < count; k++) {
        const key = wanted[k]!
        let at = slotOf(key) & mask
        let found = slots[2 * at]!
        while (found !== 0) {
          if (found === key) {
            const packed = slots[2 * at + 1]!
            a += (packed << 24) >> 24
            b += (packed << 16) >> 24
            c += (packed << 8) >> 24
            break
          }
          at = (at + 1) & mask
          found = slots[2 * at]!
        }
      }
      scores[0]! += a
      scores[1]! += b
      scores[2]! += c
    }
  }
}

function keyIndex(bytes: Bytes, rows: number): (key: number) => number {
  const keys = readKeys(bytes, rows)
  const size = capacityFor(rows)
  const mask = size - 1
  const slots = new Int32Array(size * 2)
  for (let r = 0; r < rows; r++) {
    let at = slotOf(keys[r]!) & mask
    while (slots[2 * at] !== 0) at = (at + 1) & mask
    slots[2 * at] = keys[r]!
    slots[2 * at + 1] = r
  }
  return key => {
    let at = slotOf(key) & mask
    for (let found = slots[2 * at]!; found !== 0; found = slots[2 * at]!) {
      if (found === key) return slots[2 * at + 1]!
      at = (at + 1) & mask
    }
    return -1
  }
}

const slotOf = (key: number): number => key ^ (key >>> 16)

function capacityFor(rows: number): number {
  let size = 1024
  while (size < rows * 1.6) size *= 2
  return size
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
