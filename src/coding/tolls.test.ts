import {expect, test} from "vitest"
import {amountOf} from "./tolls.ts"

test.each([
  ["five soldiers", {low: 5, high: 5}],
  ["at least 12 people", {low: 12}],
  ["more than 1,200 protesters", {low: 1200}],
  ["dozens of villagers", {low: 24}],
  ["two dozen men", {low: 24, high: 24}],
  ["up to 300 fighters", {high: 300}],
  ["between 40 and 50 rebels", {low: 40, high: 50}],
  ["five to seven guards", {low: 5, high: 7}],
  ["two hundred and six miners", {low: 206, high: 206}],
  ["twenty-three pilgrims", {low: 23, high: 23}],
  ["$ 1.5 billion", {low: 1.5e9, high: 1.5e9}],
  ["about 100 students", {low: 90, high: 110}]
])("%s", (words, amount) => {
  expect(amountOf(words.split(" "))).toEqual(amount)
})

test("an article is no number", () => {
  expect(amountOf(["a", "soldier"])).toBeUndefined()
  expect(amountOf(["the", "soldiers"])).toBeUndefined()
})
