import {expect, test} from "vitest"
import {templates} from "./templates.ts"

const keysOf = (list: readonly string[], facts: readonly number[]): number[] => {
  const into = new Int32Array(list.length)
  templates(["word", "tag"], 1, list).keys(Int32Array.from(facts), into)
  return [...into]
}

test("each template has keys of its own, and different facts give different keys", () => {
  const keys = [keysOf(["word", "tag", "word tag", "word tag"], [7, 7]), keysOf(["word", "tag", "word tag"], [8, 7])].flat()
  expect(new Set(keys).size).toBe(keys.length - 1) // only the tag is the same in both
  expect(keys).not.toContain(0)
})

test("the number of a template can be said, and tells its keys", () => {
  expect(keysOf(["9 word"], [7, 0])).toEqual(keysOf(["8 tag", "word"], [7, 0]).slice(1))
})

test("keys are written from the place that is asked for", () => {
  const into = new Int32Array(3)
  expect(templates(["word"], 1, ["word"]).keys(Int32Array.of(7), into, 2)).toBe(1)
  expect([...into.subarray(0, 2)]).toEqual([0, 0])
})

test("an unknown fact is an error that says which are known", () => {
  expect(() => templates(["word", "tag"], 5, ["word", "tga"])).toThrow('feature 6: unknown fact "tga"; known: word, tag')
})
