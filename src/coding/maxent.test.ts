import {describe, expect, test} from "vitest"
import {type Lesson, likelihoods, maxent, sumsOf} from "./maxent.ts"

const lesson = (signs: readonly number[], right: number, supposed: readonly number[] = [0, 0, 0]): Lesson => ({
  signs: Int32Array.from(signs),
  values: Float32Array.from(signs, () => 1),
  right,
  weight: 1,
  supposed: Float64Array.from(supposed)
})
const ridge = (strength: number): Float64Array => Float64Array.from([strength, strength, strength])

describe("maxent", () => {
  test("learns which sign speaks for which outcome", () => {
    const lessons = [0, 1, 2].flatMap(c => [lesson([c], c), lesson([c], c)])
    const weights = maxent(lessons, {ridge: ridge(0.1)})
    for (const one of lessons) {
      const likely = likelihoods(sumsOf(one, weights))
      expect(likely.indexOf(Math.max(...likely))).toBe(one.right)
      expect(likely.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9)
    }
  })

  test("finds the point where nothing pulls any more", () => {
    // two outcomes, one sign, three for and one against: ridge · w = sum of what is left over
    const lessons = [0, 0, 0, 1].map(c => lesson([0], c, [0, 0]))
    const weights = maxent(lessons, {ridge: Float64Array.of(0.5), gain: 1e-12})
    const p = 1 / (1 + Math.exp(weights[1]! - weights[0]!))
    expect(0.5 * weights[0]!).toBeCloseTo(3 - 4 * p, 4)
    expect(weights[1]!).toBeCloseTo(-weights[0]!, 4)
  })

  test("a strong ridge leaves what was supposed", () => {
    const one = lesson([0], 1, [2, 0, 0])
    const likely = likelihoods(sumsOf(one, maxent([one], {ridge: ridge(1e6)})))
    expect(likely[0]).toBeCloseTo(likelihoods(Float64Array.of(2, 0, 0))[0]!, 3)
  })

  test("goes on from where it is told to, to the same place", () => {
    const lessons = [lesson([0, 1], 0), lesson([1, 2], 1), lesson([0, 2], 2)]
    const fresh = maxent(lessons, {ridge: ridge(0.3), gain: 1e-10})
    const again = maxent(lessons, {ridge: ridge(0.3), gain: 1e-10, from: Float64Array.from(fresh, w => w + 0.5)})
    again.forEach((w, i) => {
      expect(w).toBeCloseTo(fresh[i]!, 3)
    })
  })

  test("nothing to learn from gives nothing", () => {
    expect([...maxent([], {ridge: ridge(1)})]).toEqual([])
  })
})
