import {type Arithmetic, arithmeticOver} from "./arithmetic.ts"
import type {Bytes} from "./weights.ts"

/// The one memory that arithmetic works on: what is to lie there is said first, then the memory is opened once.
export interface Storage {
  /// Room for so many bytes, all 0; its place.
  reserve(bytes: number): number
  /// Room for numbers, and the numbers in it once the memory is open; their place.
  keep(values: Float32Array | Int16Array): number
  open(plain: boolean): {readonly buffer: ArrayBuffer; readonly arithmetic: Arithmetic}
}

const page = 65536

export function storage(): Storage {
  const kept: {at: number; values: Float32Array | Int16Array}[] = []
  // What AssemblyScript keeps for itself comes first.
  let end = 1024
  const reserve = (bytes: number): number => {
    const at = end
    end += (bytes + 63) & ~63
    return at
  }
  return {
    reserve,
    keep(values) {
      const at = reserve(values.byteLength)
      kept.push({at, values})
      return at
    },
    open(plain) {
      const memory = new WebAssembly.Memory({initial: Math.ceil(end / page)})
      for (const {at, values} of kept) {
        if (values instanceof Float32Array) new Float32Array(memory.buffer, at, values.length).set(values)
        else new Int16Array(memory.buffer, at, values.length).set(values)
      }
      return {buffer: memory.buffer, arithmetic: arithmeticOver(memory, plain)}
    }
  }
}

/// A matrix of weights of eight bits with a scale for each output, laid for `Arithmetic.multiply`.
export interface Matrix {
  readonly at: number
  /// Of three taps: the four matrices that `Arithmetic.unite` wants products with.
  readonly ofPairs: readonly number[]
  readonly scales: number
  readonly biases: number
  readonly taps: number
  readonly inputs: number
  /// Rounded up to a multiple of four: those past the real ones are 0.
  readonly outputs: number
  /// What the inputs were multiplied by before they were made whole.
  readonly factor: number
}

export function readMatrix(bytes: Bytes, store: Storage, factor: number, taps = 1): Matrix {
  const real = bytes.number()
  const all = bytes.number()
  const outputs = (real + 3) & ~3
  const scales = new Float32Array(outputs)
  const biases = new Float32Array(outputs)
  scales.set(floats(bytes, real).map(s => s / factor))
  biases.set(floats(bytes, real))
  const weights = new Int8Array(bytes.take(real * all))
  const inputs = all / taps
  /// The weights, or numbers made of those of the taps, as `multiply` reads them.
  const packed = (columns: number, of: (row: number, k: number) => number): Int16Array => {
    const laid = new Int16Array(outputs * columns)
    for (let o = 0; o < real; o++) {
      const to = (o >> 2) * columns * 4 + (o & 3) * 8
      for (let k = 0; k < columns; k++) laid[to + (k >> 3) * 32 + (k & 7)] = of(o * all, k)
    }
    return laid
  }
  const tap = (row: number, k: number, t: number): number => weights[row + t * inputs + k]!
  const ofPairs =
    taps === 3
      ? [
          packed(inputs, (row, k) => tap(row, k, 0)),
          packed(inputs, (row, k) => tap(row, k, 0) + tap(row, k, 1) + tap(row, k, 2)),
          packed(inputs, (row, k) => tap(row, k, 0) - tap(row, k, 1) + tap(row, k, 2)),
          packed(inputs, (row, k) => tap(row, k, 2))
        ]
      : []
  return {
    at: store.keep(packed(all, (row, k) => weights[row + k]!)),
    ofPairs: ofPairs.map(store.keep),
    scales: store.keep(scales),
    biases: store.keep(biases),
    taps,
    inputs,
    outputs,
    factor
  }
}

export function floats(bytes: Bytes, count: number): Float32Array {
  return new Float32Array(bytes.take(count * 4).slice().buffer)
}
