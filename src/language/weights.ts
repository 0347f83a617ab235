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
