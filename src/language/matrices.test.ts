import {expect, test} from "vitest"
import {Packing} from "../../train/pack.ts"
import {matrices} from "./matrices.ts"
import {Bytes} from "./table.ts"

test("WebAssembly and plain JavaScript give the same sums, whatever the shape", () => {
  const shapes = [
    [5, 8, 1],
    [109, 128, 3],
    [256, 384, 20],
    [4, 16, 2]
  ] as const
  for (const [outputs, inputs, rows] of shapes) {
    const packing = new Packing()
    packing.number(outputs)
    packing.number(inputs)
    packing.floats(new Float32Array(outputs).fill(1))
    packing.floats(new Float32Array(outputs))
    packing.bytes(Int8Array.from({length: outputs * inputs}, (_, i) => (Math.imul(i + 7, 0x9e3779b1) >> 24) | 0))
    const results = [false, true].map(plain => {
      const math = matrices(plain)
      const matrix = math.matrix(new Bytes(packing.done()))
      math.ready(rows)
      for (let i = 0; i < rows * inputs; i++) math.input[i] = Math.imul(i + 3, 0x85ebca6b) >> 18
      math.multiply(matrix, rows)
      return Array.from({length: rows}, (_, r) => [...math.output.subarray(r * matrix.stride, r * matrix.stride + outputs)])
    })
    expect(results[0]).toEqual(results[1])
    expect(results[0]!.flat().some(x => x !== 0)).toBe(true)
  }
})
