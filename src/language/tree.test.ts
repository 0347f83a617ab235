import fc from "fast-check"
import {expect, test} from "vitest"
import {bestTree} from "./tree.ts"

const isOneTree = (heads: ArrayLike<number>): boolean => {
  const n = heads.length
  if (Array.from(heads).filter(h => h === -1).length !== 1) return false
  return Array.from({length: n}, (_, d) => d).every(d => {
    let at = d
    for (let steps = 0; steps <= n; steps++) {
      if (at === -1) return true
      at = heads[at]!
    }
    return false
  })
}
const weight = (scores: Float64Array, heads: ArrayLike<number>): number =>
  Array.from(heads).reduce((sum, h, d) => sum + scores[d * (heads.length + 1) + h + 1]!, 0)

function everyTree(n: number): number[][] {
  let all: number[][] = [[]]
  for (let d = 0; d < n; d++) all = all.flatMap(heads => Array.from({length: n + 1}, (_, h) => [...heads, h - 1]))
  return all.filter(isOneTree)
}

test("finds the heaviest of all trees with one root", () => {
  const trees = [0, 1, 2, 3, 4, 5].map(everyTree)
  fc.assert(
    fc.property(
      fc
        .integer({min: 1, max: 5})
        .chain(n =>
          fc.array(fc.integer({min: -30, max: 30}), {minLength: n * (n + 1), maxLength: n * (n + 1)}).map(s => ({n, s}))
        ),
      ({n, s}) => {
        const scores = Float64Array.from(s)
        const heads = bestTree(scores, n)
        expect(isOneTree(heads)).toBe(true)
        expect(weight(scores, heads)).toBe(Math.max(...trees[n]!.map(t => weight(scores, t))))
      }
    ),
    {numRuns: 2000}
  )
})

test("gives one tree for two hundred words that all like each other", () => {
  const n = 200
  const scores = Float64Array.from({length: n * (n + 1)}, (_, i) => Math.imul(i + 1, 0x9e3779b1) >>> 20)
  expect(isOneTree(bestTree(scores, n))).toBe(true)
})
