import type {Perceptron} from "./perceptron.ts"

/// Writes what `src/language/table.ts` reads.
export class Packing {
  #bytes = new Uint8Array(1 << 16)
  #length = 0

  byte(value: number): void {
    if (this.#length === this.#bytes.length) {
      const more = new Uint8Array(this.#bytes.length * 2)
      more.set(this.#bytes)
      this.#bytes = more
    }
    this.#bytes[this.#length++] = value & 255
  }

  number(value: number): void {
    let rest = value
    while (rest >= 128) {
      this.byte((rest % 128) + 128)
      rest = Math.floor(rest / 128)
    }
    this.byte(rest)
  }

  text(value: string): void {
    const bytes = new TextEncoder().encode(value)
    this.number(bytes.length)
    for (const byte of bytes) this.byte(byte)
  }

  bytes(values: Int8Array): void {
    for (const value of values) this.byte(value)
  }

  floats(values: Float32Array): void {
    const bytes = new Uint8Array(values.slice().buffer)
    for (const byte of bytes) this.byte(byte)
  }

  /// Rows of (class, weight) pairs.
  sparse(model: Perceptron, least: number): void {
    const rows = quantised(model, least)
    this.number(model.classes)
    this.number(rows.length)
    this.#keys(rows)
    for (const row of rows) this.number(row.weights.size)
    for (const row of rows) for (const c of row.weights.keys()) this.byte(c)
    for (const row of rows) for (const w of row.weights.values()) this.byte(w)
  }

  /// Rows of three weights.
  packed(model: Perceptron, least: number): void {
    const rows = quantised(model, least)
    this.number(model.classes)
    this.number(rows.length)
    this.#keys(rows)
    for (let c = 0; c < 3; c++) for (const row of rows) this.byte(row.weights.get(c) ?? 0)
  }

  done(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }

  #keys(rows: readonly {key: number}[]): void {
    let last = 0
    for (const {key} of rows) {
      this.number((key >>> 0) - last)
      last = key >>> 0
    }
  }
}

/// Weights as whole numbers of eight bits; the few very large ones are cut, which costs nothing.
function quantised(model: Perceptron, least: number): {key: number; weights: Map<number, number>}[] {
  const rows = model.averaged(least)
  let largest = 0
  for (const {weights} of rows) for (const w of weights.values()) largest = Math.max(largest, Math.abs(w))
  const scale = 127 / (0.6 * largest)
  const kept: {key: number; weights: Map<number, number>}[] = []
  for (const {key, weights} of rows) {
    const small = new Map<number, number>()
    for (const [c, w] of [...weights].sort((a, b) => a[0] - b[0])) {
      const q = Math.max(-127, Math.min(127, Math.round(w * scale)))
      if (q !== 0) small.set(c, q)
    }
    if (small.size > 0) kept.push({key, weights: small})
  }
  return kept
}
