import {kernelBytes} from "./kernel.ts"
import type {Bytes} from "./table.ts"

/// Multiplies rows of numbers by matrices of weights. Everything is rounded to whole numbers first, so that WebAssembly with
/// vector instructions and plain JavaScript give the same sums, on every machine.
export interface Matrices {
  /// Reads a matrix: from each row of `inputs` numbers it makes `outputs`.
  matrix(bytes: Bytes): Matrix
  /// To be called once when all matrices were read: how many rows at most will come at a time.
  ready(rows: number): void
  /// Where to put the rows to be multiplied: whole numbers to ±16383, row by row, `inputs` each.
  readonly input: Int16Array
  /// The whole-number products of the last `multiply`, row by row, `Matrix.stride` each; `Matrix.scales` and the scale of the
  /// inputs make them numbers.
  readonly output: Int32Array
  multiply(matrix: Matrix, rows: number): void
  /// A second place for rows, each to be multiplied by each row of `input`; here numbers go to ±4095, and `inputs` to 128.
  readonly other: Int16Array
  /// Row by row of `input`, the products with the rows of `other`; the result says how far apart rows lie in `output`.
  pairs(rows: number, others: number, inputs: number): number
}

export interface Matrix {
  readonly inputs: number
  readonly outputs: number
  /// `outputs` rounded up to a multiple of four.
  readonly stride: number
  readonly scales: Float32Array
  readonly biases: Float32Array
  readonly at: number
}

const page = 65536

/// `plain` leaves WebAssembly out.
export function matrices(plain = false): Matrices {
  const memory = new WebAssembly.Memory({initial: 1})
  const kernel = plain ? undefined : kernelIn(memory)
  const pending: {at: number; weights: Int8Array; inputs: number; outputs: number}[] = []
  let end = 1024
  let input = new Int16Array(0)
  let output = new Int32Array(0)
  let other = new Int16Array(0)
  let widest = 0
  let longest = 0
  return {
    get input() {
      return input
    },
    get output() {
      return output
    },
    get other() {
      return other
    },
    matrix(bytes) {
      const outputs = bytes.number()
      const inputs = bytes.number()
      if (inputs % 8 !== 0) throw new Error(`a matrix of ${inputs} inputs, not a multiple of 8`)
      const scales = floats(bytes, outputs)
      const biases = floats(bytes, outputs)
      const weights = new Int8Array(bytes.take(outputs * inputs))
      const stride = Math.ceil(outputs / 4) * 4
      const at = end
      end += stride * inputs * 2
      widest = Math.max(widest, stride)
      longest = Math.max(longest, inputs)
      pending.push({at, weights, inputs, outputs})
      return {inputs, outputs, stride, scales, biases, at}
    },
    ready(rows) {
      const even = rows + (rows % 2)
      const inputAt = Math.ceil(end / 16) * 16
      const outputAt = inputAt + even * longest * 2
      const otherAt = outputAt + even * Math.max(widest, even + 4) * 4
      memory.grow(Math.ceil((otherAt + (even + 4) * 256) / page))
      for (const {at, weights} of pending) new Int16Array(memory.buffer, at, weights.length).set(weights)
      input = new Int16Array(memory.buffer, inputAt, even * longest)
      output = new Int32Array(memory.buffer, outputAt, even * Math.max(widest, even + 4))
      other = new Int16Array(memory.buffer, otherAt, (even + 4) * 128)
    },
    multiply(matrix, rows) {
      const even = rows + (rows % 2)
      if (kernel) kernel(input.byteOffset, matrix.at, output.byteOffset, even, matrix.stride, matrix.inputs)
      else plainly(input, new Int16Array(memory.buffer, matrix.at, matrix.stride * matrix.inputs), output, rows, matrix)
    },
    pairs(rows, others, inputs) {
      const stride = Math.ceil(others / 4) * 4
      if (kernel) kernel(input.byteOffset, other.byteOffset, output.byteOffset, rows + (rows % 2), stride, inputs)
      else plainly(input, other, output, rows, {inputs, stride})
      return stride
    }
  }
}

function plainly(
  a: Int16Array,
  b: Int16Array,
  c: Int32Array,
  rows: number,
  {inputs, stride}: Pick<Matrix, "inputs" | "stride">
): void {
  for (let i = 0; i < rows; i++) {
    const from = i * inputs
    for (let j = 0; j < stride; j++) {
      const weights = j * inputs
      let sum = 0
      for (let k = 0; k < inputs; k++) sum = (sum + a[from + k]! * b[weights + k]!) | 0
      c[i * stride + j] = sum
    }
  }
}

export function floats(bytes: Bytes, count: number): Float32Array {
  return new Float32Array(bytes.take(count * 4).buffer)
}

type Kernel = (a: number, b: number, c: number, m: number, n: number, k: number) => void

/// Undefined where WebAssembly or its vectors are missing.
function kernelIn(memory: WebAssembly.Memory): Kernel | undefined {
  const bytes = Uint8Array.from(atob(kernelBytes), c => c.charCodeAt(0))
  if (!WebAssembly.validate(bytes)) return undefined
  return new WebAssembly.Instance(new WebAssembly.Module(bytes), {env: {memory}}).exports.multiply as Kernel
}
