import fc from "fast-check"
import {expect, test} from "vitest"
import {frameWatch} from "./zstd-frames.ts"

const magic = [0x28, 0xb5, 0x2f, 0xfd]
/// A frame with a window descriptor, a block as it is, a block of one byte over and over, and a checksum.
const frame = (descriptor: number): number[] => [
  ...magic,
  0b0000_0100,
  descriptor,
  5 << 3,
  0,
  0,
  1,
  2,
  3,
  4,
  5,
  (7 << 3) | 0b011,
  0,
  0,
  9,
  1,
  1,
  1,
  1
]
const skipped = [0x53, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 0x28, 0xb5, 0x2f]
const megabytes = (exponent: number): number => (exponent - 10) << 3

const fed = (bytes: readonly number[], cuts: readonly number[], most = 128e6): void => {
  const watch = frameWatch(most)
  const ends = [...cuts.filter(c => c < bytes.length), bytes.length].sort((a, b) => a - b)
  ends.forEach((end, i) => void watch(Uint8Array.from(bytes.slice(ends[i - 1] ?? 0, end))))
}

test("frames of ordinary windows pass, one after the other, cut anywhere", () => {
  const stream = [...frame(megabytes(23)), ...skipped, ...frame(megabytes(20)), ...frame(0)]
  fc.assert(fc.property(fc.array(fc.nat(stream.length)), cuts => fed(stream, cuts)))
})

test("a window that is too large is refused, also that of a later frame, cut anywhere", () => {
  const stream = [...frame(megabytes(23)), ...skipped, ...frame(megabytes(30))]
  fc.assert(
    fc.property(fc.array(fc.nat(stream.length)), cuts => {
      expect(() => fed(stream, cuts)).toThrow("wants 1074 MB of memory")
    })
  )
})

test("a frame in one piece asks for as much as it says it holds", () => {
  const single = (size: readonly number[], flag: number): number[] => [...magic, (flag << 6) | 0b0010_0000, ...size, 1, 0, 0]
  expect(() => fed(single([255], 0), [])).not.toThrow()
  expect(() => fed(single([0, 0, 0, 64], 2), [])).toThrow("wants 1074 MB of memory")
  expect(() => fed(single([0, 0, 0, 0, 0, 1, 0, 0], 3), [])).toThrow("wants 1099512 MB of memory")
})

test("what is no zstd is let through", () => {
  fc.assert(fc.property(fc.array(fc.nat(255)), bytes => fed([1, ...bytes], [3])))
})
