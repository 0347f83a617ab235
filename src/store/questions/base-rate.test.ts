import {expect, test} from "vitest"
import {beyondChance, type Counted, chanceOf, expectation} from "./base-rate.ts"

const even = (count: number, n = 23, exposure = 10): Counted[] => Array.from({length: n}, () => ({count, exposure}))

test("an even past gives a range around its mean, about as wide as chance makes it", () => {
  const {expected, low, high} = expectation(even(4), 10)
  expect(expected).toBeCloseTo(4, 0)
  // a Poisson of mean 4 has its middle 90 % from 1 to 8
  expect([low, high]).toEqual([1, 8])
})

test("twice as many articles let twice as many events be expected", () => {
  expect(expectation(even(4), 20).expected).toBeCloseTo(2 * expectation(even(4), 10).expected, 6)
  expect(chanceOf({count: 9, exposure: 20}, even(4))).toBeGreaterThan(0.5)
  expect(chanceOf({count: 14, exposure: 10}, even(4))).toBeLessThan(0.001)
})

test("silence where much is usual departs, silence where little is does not", () => {
  expect(chanceOf({count: 0, exposure: 10}, even(9))).toBeLessThan(0.001)
  expect(chanceOf({count: 0, exposure: 10}, even(1))).toBeGreaterThan(0.3)
})

test("a past that jumps about widens the range", () => {
  const restless = [0, 12, 1, 9, 0, 0, 14, 2, 0, 11].map(count => ({count, exposure: 10}))
  const steady = even(5, 10)
  expect(expectation(restless, 10).high).toBeGreaterThan(expectation(steady, 10).high)
  expect(chanceOf({count: 14, exposure: 10}, restless)).toBeGreaterThan(chanceOf({count: 14, exposure: 10}, steady))
})

test("no past and no events, huge counts, and nothing looked at: all give an answer", () => {
  expect(expectation([], 10)).toEqual({expected: 0, low: 0, high: 0})
  expect(expectation(even(0), 10).high).toBeLessThanOrEqual(1)
  expect(chanceOf({count: 1, exposure: 10}, even(0))).toBeGreaterThan(0)
  expect(expectation(even(90_000), 10).expected).toBeCloseTo(90_000, -1)
  expect(chanceOf({count: 90_000, exposure: 10}, even(90_000))).toBeGreaterThan(0.9)
  expect(expectation(even(4), 0)).toEqual({expected: 0, low: 0, high: 0})
})

test("of counts drawn from the past's own rate about one in ten falls outside of the range", () => {
  // a fixed sequence stands for chance
  let seed = 7
  const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
  const poisson = (mean: number): number => {
    let n = 0
    for (let p = random(); p > Math.exp(-mean); p *= random()) n++
    return n
  }
  let outside = 0
  for (let i = 0; i < 2000; i++) {
    const past = Array.from({length: 23}, () => ({count: poisson(6), exposure: 1}))
    const {low, high} = expectation(past, 1)
    const now = poisson(6)
    if (now < low || now > high) outside++
  }
  expect(outside / 2000).toBeGreaterThan(0.02)
  expect(outside / 2000).toBeLessThan(0.1)
})

test("among many pairs only what is too rare for their number departs", () => {
  const chances = [0.0001, 0.03, 0.04, ...Array.from({length: 97}, (_, i) => (i + 3) / 100)]
  expect(beyondChance(chances, 0.05).filter(Boolean)).toHaveLength(1)
  expect(beyondChance([0.001, 0.002, 0.9], 0.05)).toEqual([true, true, false])
  expect(beyondChance([], 0.05)).toEqual([])
})
