import {expect, test} from "vitest"
import {mention} from "../../test/mentions.ts"
import {mergeMentions} from "../ledger/merge.ts"
import {doubtsOf, interleaved, sampled, worthOf} from "./queue.ts"

const eventOf = (sketch: Parameters<typeof mention>[0]) =>
  mergeMentions([mention(sketch)], () => ({signature: [], credits: []}))[0]!

test("what touches more rows, and what is shown, is asked first", () => {
  const worth = (sketch: Parameters<typeof mention>[0]): number => {
    const event = eventOf(sketch)
    return worthOf(event, doubtsOf(event, event.mentions[0]))
  }
  const day = "2024-05-06"
  expect(worth({actors: ["RUS", "CHN"], recipients: ["PRK", "KOR"], day})).toBeCloseTo(4 * worth({recipients: ["PRK"], day}), 9)
  expect(worth({recipients: ["PRK"], day, background: true})).toBeLessThan(worth({recipients: ["PRK"], day}))
  expect(worth({recipients: ["PRK"]})).toBeGreaterThan(worth({recipients: ["PRK"], day}))
})

test("a doubt says what it is about", () => {
  const event = eventOf({recipients: ["PRK"], status: "possible"})
  expect(doubtsOf(event, event.mentions[0]).map(d => d.kind)).toEqual(["status", "event", "when"])
})

test("every sixth case is a random one, none stands twice, and either list goes on when the other ends", () => {
  const name = (n: number): string => String(n)
  expect(interleaved([1, 2, 3, 4, 5, 6, 7], [1, 90, 91], 9, name)).toEqual([1, 2, 3, 4, 5, 90, 6, 7, 91])
  expect(interleaved([1], [90, 91], 9, name)).toEqual([1, 90, 91])
  expect(interleaved([], [], 9, name)).toEqual([])
})

test("precision is told of the unbroken beginning of the random order alone", () => {
  const order = ["a", "b", "c", "d"]
  const decided = new Map([
    ["a", true],
    ["b", false],
    ["d", true]
  ])
  expect(sampled(order, decided)).toEqual({right: 1, of: 2})
  expect(sampled(order, new Map([...decided, ["c", true]]))).toEqual({right: 3, of: 4})
  expect(sampled(order, new Map())).toEqual({right: 0, of: 0})
})
