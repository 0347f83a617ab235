import {expect, test} from "vitest"
import {arithmeticOver} from "./arithmetic.ts"

const width = 24
const outputs = 16
// Two spans of rows, odd and even; rows of nothing around them.
const spans = [3, 8, 11, 15]

/// Everything arithmetic can do, one after the other, over the same numbers: the memory it leaves.
function worked(plain: boolean): Uint8Array {
  const memory = new WebAssembly.Memory({initial: 2})
  const arithmetic = arithmeticOver(memory, plain)
  let end = 1024
  const room = (bytes: number): number => {
    end += 64 * Math.ceil(bytes / 64)
    return end - 64 * Math.ceil(bytes / 64)
  }
  const rows = 20
  const [a, b, c, x, y, z] = [rows * width * 2, 96 * width, rows * 96 * 4, rows * 96, rows * 96, rows * 96].map(room) as [
    number,
    number,
    number,
    number,
    number,
    number
  ]
  const [scales, biases, gain, shift, table] = [256, 256, 256, 256, 1024].map(room) as [number, number, number, number, number]
  const [places, joined, at] = [rows * 4, rows * width * 2, 64].map(room) as [number, number, number]
  const [four, sums, pairs] = [16 * width, 32 * outputs, 64].map(room) as [number, number, number]
  const halves = new Int16Array(memory.buffer)
  const floats = new Float32Array(memory.buffer)
  const ints = new Int32Array(memory.buffer)
  const noise = (i: number): number => Math.imul(i + 3, 0x85ebca6b) ^ (Math.imul(i + 3, 0x85ebca6b) >>> 13)
  for (let i = 0; i < rows * width; i++) halves[joined / 2 + i] = noise(i) >> 18
  arithmetic.pack(joined, b, rows, width)
  for (let i = 3 * width; i < 15 * width; i++) halves[a / 2 + i] = noise(i + 999) >> 17
  for (let i = 0; i < 64; i++) {
    floats[scales / 4 + i] = (noise(i) >> 20) * 1e-9
    for (const values of [biases, gain, shift]) floats[values / 4 + i] = (noise(i + values) >> 20) / 1024
  }
  for (let i = 0; i < 256; i++) floats[table / 4 + i] = (noise(i + 5) >> 20) / 1024
  for (let i = 0; i < rows * 24; i++) floats[x / 4 + i] = (noise(i + 77) >> 20) / 256
  for (let i = 0; i < rows; i++) ints[places / 4 + i] = (i * 7) % 10
  ints.set(spans, at / 4)
  arithmetic.multiply(a, b, c, at, 2, outputs, width, 1, 0)
  arithmetic.finish(c, y, scales, biases, at, 2, outputs, 1)
  arithmetic.finish(c, z, scales, biases, at, 2, outputs, 0)
  arithmetic.multiply(a, b, c, at, 2, outputs, 8, 3, 2)
  arithmetic.gate(c, x, scales, biases, at, 2, outputs / 2)
  arithmetic.normalise(x, a, gain, shift, at, 2, width, 1024)
  // Rows 4 and 6 of a pair, by matrices of one tap.
  ints[pairs / 4] = 4
  arithmetic.spread(a, four, width * 4, pairs, 1, width, 2)
  ints.set([0, 1], at / 4)
  for (let k = 0; k < 4; k++) arithmetic.multiply(four + k * width * 4, b, sums + k * outputs * 8, at, 1, outputs, width, 1, 0)
  ints.set(spans, at / 4)
  arithmetic.unite(sums, c, outputs * 8, pairs, 1, outputs, 2)
  arithmetic.join(x, x, table, places, places, joined, at, 2, 8, 512)
  arithmetic.quantise(x, b, at, 2, width, 3000, 4095)
  // The row after an odd span may hold anything.
  for (const last of [8, 15]) ints.fill(0, c / 4 + last * outputs, c / 4 + (last + 1) * outputs)
  return new Uint8Array(memory.buffer.slice(1024))
}

test("WebAssembly and plain JavaScript leave the same bytes", () => {
  const [quick, plain] = [worked(false), worked(true)]
  expect(quick.findIndex((byte, i) => byte !== plain[i])).toBe(-1)
  expect(quick.filter(byte => byte !== 0).length).toBeGreaterThan(3000)
})
