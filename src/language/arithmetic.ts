import {kernelBytes} from "./kernel.ts"
import {plainArithmetic} from "./plain.ts"

/// Sums over rows of numbers in one memory: what the network spends its time on. WebAssembly with vector instructions and plain
/// JavaScript give the same bytes, on every machine: factors are whole numbers, fractions 32-bit floats added in one order.
///
/// Places are byte offsets, multiples of 16. `spans` holds pairs of 32-bit numbers, a first row and the row after the last; only
/// those rows are made. Widths are multiples of 8, outputs of 4.
export interface Arithmetic {
  /// c[i] = the products of row i of `a` (16 bits each, `inputs` to a row) with each of `outputs` rows of weights at `b`, as
  /// `pack` lays them; sums have 32 bits. With three `taps` the rows `dilation` before and after are multiplied too, by weights
  /// of their own, from the earliest on. One row more than a span holds may be written.
  multiply(
    a: number,
    b: number,
    c: number,
    spans: number,
    count: number,
    outputs: number,
    inputs: number,
    taps: number,
    dilation: number
  ): void
  /// What `multiply` with three taps would leave of two rows, i and i + dilation, is four products of single rows instead of six: this makes
  /// the four rows of each pair, `apart` bytes from block to block. `pairs` holds their first rows as 32-bit numbers. Numbers of rows lie
  /// within ±16383.
  spread(q: number, to: number, apart: number, pairs: number, count: number, inputs: number, dilation: number): void
  /// c[i] and c[i + dilation] of each pair from the products of the four rows with four matrices: of the first tap, of all three added up, of
  /// the same with the middle one taken off, of the last.
  unite(m: number, c: number, apart: number, pairs: number, count: number, outputs: number, dilation: number): void
  /// x[i] += value * sigmoid(gate): c[i] holds the values' sums and then the gates', which `scales` and `biases` make numbers.
  gate(c: number, x: number, scales: number, biases: number, spans: number, count: number, width: number): void
  /// Makes each row of x have mean 0 and deviation 1, times `gain` plus `shift`; q gets it as whole numbers to ±16383, times `factor`.
  normalise(x: number, q: number, gain: number, shift: number, spans: number, count: number, width: number, factor: number): void
  /// y[i] = c[i] times `scales` plus `biases`; `cut` (1) makes negative numbers 0.
  finish(c: number, y: number, scales: number, biases: number, spans: number, count: number, outputs: number, cut: number): void
  /// q[i] = y[i] times `factor` as whole numbers to ±`limit`.
  quantise(y: number, q: number, spans: number, count: number, width: number, factor: number, limit: number): void
  /// q[i] = y[i] + z[rows[i]] + table[places[i]] where it is not negative, times `factor`, as whole numbers.
  join(
    y: number,
    z: number,
    table: number,
    rows: number,
    places: number,
    q: number,
    spans: number,
    count: number,
    width: number,
    factor: number
  ): void
  /// Lays rows of 16-bit numbers as `multiply` reads weights: four rows at a time, eight numbers of each by turns.
  pack(q: number, to: number, rows: number, inputs: number): void
}

/// The arithmetic over a memory; `plain` leaves WebAssembly out.
export function arithmeticOver(memory: WebAssembly.Memory, plain = false): Arithmetic {
  return (plain ? undefined : kernelOver(memory)) ?? plainArithmetic(memory.buffer)
}

/// Undefined where WebAssembly has no vectors.
function kernelOver(memory: WebAssembly.Memory): Arithmetic | undefined {
  try {
    const module = new WebAssembly.Module(Uint8Array.from(atob(kernelBytes), c => c.charCodeAt(0)))
    return new WebAssembly.Instance(module, {env: {memory}}).exports as unknown as Arithmetic
  } catch {
    return undefined
  }
}
