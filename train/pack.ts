/// Writes what `src/language/weights.ts` reads.
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

  done(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }
}
