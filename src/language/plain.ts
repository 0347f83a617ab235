import type {Arithmetic} from "./arithmetic.ts"

const {fround, imul, min, max, sqrt, floor} = Math

/// The arithmetic in plain JavaScript. `fround` after each step makes the sums those of 32-bit floats, which the four lanes of
/// a vector add up apart from each other.
export function plainArithmetic(memory: ArrayBuffer): Arithmetic {
  const halves = new Int16Array(memory)
  const ints = new Int32Array(memory)
  const floats = new Float32Array(memory)

  function* rowsOf(spans: number, count: number): Generator<number> {
    for (let s = 0; s < count; s++) {
      for (let i = ints[spans / 4 + 2 * s]!; i < ints[spans / 4 + 2 * s + 1]!; i++) yield i
    }
  }

  const scaled = (sum: number, scale: number, bias: number): number =>
    fround(fround(fround(ints[sum / 4]!) * floats[scale / 4]!) + floats[bias / 4]!)

  return {
    multiply(a, b, c, spans, count, outputs, inputs, taps, dilation) {
      for (const i of rowsOf(spans, count)) {
        for (let j = 0; j < outputs; j++) {
          let sum = 0
          let w = b / 2 + (j >> 2) * taps * inputs * 4 + (j & 3) * 8
          for (let t = 0; t < taps; t++) {
            const x = a / 2 + (i + (t - (taps >> 1)) * dilation) * inputs
            for (let o = 0; o < inputs; o += 8, w += 32) {
              for (let k = 0; k < 8; k++) sum = (sum + imul(halves[x + o + k]!, halves[w + k]!)) | 0
            }
          }
          ints[c / 4 + i * outputs + j] = sum
        }
      }
    },

    spread(q, to, apart, pairs, count, inputs, dilation) {
      const step = dilation * inputs
      for (let p = 0; p < count; p++) {
        for (let k = 0; k < inputs; k++) {
          const from = q / 2 + ints[pairs / 4 + p]! * inputs + k
          const at = to / 2 + p * inputs + k
          const [x0, x1, x2, x3] = [halves[from - step]!, halves[from]!, halves[from + step]!, halves[from + 2 * step]!]
          halves[at] = x0 - x2
          halves[at + apart / 2] = x1 + x2
          halves[at + apart] = x2 - x1
          halves[at + (apart / 2) * 3] = x1 - x3
        }
      }
    },

    unite(m, c, apart, pairs, count, outputs, dilation) {
      for (let p = 0; p < count; p++) {
        for (let k = 0; k < outputs; k++) {
          const at = m / 4 + p * outputs + k
          const to = c / 4 + ints[pairs / 4 + p]! * outputs + k
          const [m1, m2] = [ints[at + apart / 4]!, ints[at + apart / 2]!]
          ints[to] = ints[at]! + ((m1 + m2) >> 1)
          ints[to + dilation * outputs] = ((m1 - m2) >> 1) - ints[at + (apart / 4) * 3]!
        }
      }
    },

    gate(c, x, scales, biases, spans, count, width) {
      for (const i of rowsOf(spans, count)) {
        for (let k = 0; k < width * 4; k += 4) {
          const from = c + i * width * 8 + k
          const value = scaled(from, scales + k, biases + k)
          const by = sigmoid(scaled(from + width * 4, scales + width * 4 + k, biases + width * 4 + k))
          const at = x / 4 + i * width + k / 4
          floats[at] = fround(floats[at]! + fround(value * by))
        }
      }
    },

    normalise(x, q, gain, shift, spans, count, width, factor) {
      const by = fround(factor)
      for (const i of rowsOf(spans, count)) {
        const at = x / 4 + i * width
        const mean = fround(fourLanes(width, k => floats[at + k]!) / width)
        const off = (k: number): number => fround(floats[at + k]! - mean)
        const squares = fourLanes(width, k => fround(off(k) * off(k)))
        const scale = fround(1 / fround(sqrt(fround(fround(squares / width) + fround(0.00001)))))
        for (let k = 0; k < width; k++) {
          const value = fround(fround(fround(off(k) * scale) * floats[gain / 4 + k]!) + floats[shift / 4 + k]!)
          floats[at + k] = value
          halves[q / 2 + i * width + k] = max(-16383, whole(value, by, 16383))
        }
      }
    },

    finish(c, y, scales, biases, spans, count, outputs, cut) {
      for (const i of rowsOf(spans, count)) {
        for (let k = 0; k < outputs * 4; k += 4) {
          const value = scaled(c + i * outputs * 4 + k, scales + k, biases + k)
          floats[y / 4 + i * outputs + k / 4] = cut && value < 0 ? 0 : value
        }
      }
    },

    quantise(y, q, spans, count, width, factor, limit) {
      for (const i of rowsOf(spans, count)) {
        for (let k = i * width; k < (i + 1) * width; k++) {
          halves[q / 2 + k] = max(-limit, min(limit, whole(floats[y / 4 + k]!, fround(factor), 32767)))
        }
      }
    },

    join(y, z, table, rows, places, q, spans, count, width, factor) {
      for (const i of rowsOf(spans, count)) {
        const own = y / 4 + i * width
        const other = z / 4 + ints[rows / 4 + i]! * width
        const third = table / 4 + ints[places / 4 + i]! * width
        for (let k = 0; k < width; k++) {
          const sum = fround(fround(floats[own + k]! + floats[other + k]!) + floats[third + k]!)
          halves[q / 2 + i * width + k] = whole(max(0, sum), fround(factor), 32767)
        }
      }
    },

    pack(q, to, rows, inputs) {
      for (let r = 0; r < rows; r++) {
        for (let k = 0; k < inputs; k++) {
          halves[to / 2 + (r >> 2) * inputs * 4 + (k >> 3) * 32 + (r & 3) * 8 + (k & 7)] = halves[q / 2 + r * inputs + k]!
        }
      }
    }
  }
}

function fourLanes(width: number, of: (k: number) => number): number {
  const lanes = [0, 0, 0, 0]
  for (let k = 0; k < width; k++) lanes[k & 3] = fround(lanes[k & 3]! + of(k))
  return fround(fround(lanes[0]! + lanes[1]!) + fround(lanes[2]! + lanes[3]!))
}

/// To the nearest whole number, from the middle to the even one; what does not fit 16 bits is cut.
function whole(value: number, by: number, limit: number): number {
  const x = fround(value * by)
  const below = floor(x)
  const nearest = x - below > 0.5 || (x - below === 0.5 && below % 2 !== 0) ? below + 1 : below
  return max(-limit - 1, min(limit, nearest))
}

/// Half of one and the hyperbolic tangent of x / 2, by its continued fraction.
function sigmoid(x: number): number {
  const y = max(min(fround(x * 0.5), fround(4.97)), fround(-4.97))
  const z = fround(y * y)
  let over = fround(z + 378)
  over = fround(fround(over * z) + 17325)
  over = fround(fround(over * z) + 135135)
  let under = fround(fround(z * 28) + 3150)
  under = fround(fround(under * z) + 62370)
  under = fround(fround(under * z) + 135135)
  return fround(fround(fround(fround(y * over) / under) * 0.5) + 0.5)
}
