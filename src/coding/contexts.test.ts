import {expect, test} from "vitest"
import {contexts} from "../model/model.ts"
import {openResources} from "../resources.ts"
import {contextFinder} from "./contexts.ts"

const every = Object.fromEntries(contexts.map(name => [name, [] as string[]]))
const find = (words: Readonly<Record<string, readonly string[]>>, ...lemmas: string[]) =>
  contextFinder({...every, ...words}).of(lemmas)

test("words and phrases of up to three words tell a context; the codebook's order is kept", () => {
  expect(find({legal: ["court"], military: ["war game"]}, "a", "court", "stop", "the", "war", "game")).toEqual([
    "military",
    "legal"
  ])
  expect(find({election: ["head of state"]}, "the", "head", "of", "state")).toEqual(["election"])
  expect(find({election: ["head of state"]}, "the", "head", "state")).toEqual([])
})

test("a word may stand for several contexts; the narrower crime is told without the wider", () => {
  expect(find({terrorism: ["bomb"], military: ["bomb"]}, "bomb")).toEqual(["military", "terrorism"])
  expect(find({crime: ["gang"], corruption: ["bribe"]}, "gang", "bribe")).toEqual(["corruption"])
})

test("the shipped list has words for all 37, and reads a plain sentence", () => {
  const finder = contextFinder(openResources().yaml("words/contexts.yaml"))
  expect(finder.of("the army vaccinate refugee after the flood".split(" "))).toEqual(
    expect.arrayContaining(["military", "disasters"])
  )
  expect(finder.of([])).toEqual([])
})

test("a list that cannot be read says what is wrong", () => {
  expect(() => contextFinder([])).toThrow("should be a list of words under each context")
  expect(() => contextFinder({...every, weather: []})).toThrow('unknown context "weather"')
  expect(() => contextFinder({...every, legal: ["a b c d"]})).toThrow("should be up to three words")
  const {legal: _, ...short} = every
  expect(() => contextFinder(short)).toThrow('no words for "legal"')
})
