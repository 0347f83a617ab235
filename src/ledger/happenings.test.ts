import {expect, test} from "vitest"
import {happenings, type Saying, stemOf} from "./happenings.ts"
import {sameDeeds} from "./same-deeds.ts"

const sameDeed = sameDeeds([["buy", "takeover"]])

const saying = (id: string, document: number, lemma: string, around: readonly string[], objects = around): Saying => ({
  id,
  document,
  sentence: 0,
  lemma,
  stem: stemOf(lemma),
  subjects: [],
  objects,
  obliques: [],
  around
})

const stories = [
  {sentences: [["baker", "buy", "mill", "river", "price"]]},
  {sentences: [["baker", "takeover", "mill", "river", "owner"]]},
  {sentences: [["storm", "roof", "coast", "fisher", "damage"]]}
]

test("stems meet across verb and noun", () => {
  expect(stemOf("announcement")).toBe(stemOf("announce"))
})

test("one deed under two words in stories of one tale; another tale stays apart", () => {
  const clusters = happenings(
    [
      saying("a", 0, "buy", ["baker", "mill"], ["mill"]),
      saying("b", 1, "takeover", ["baker", "mill"], ["mill"]),
      saying("c", 2, "buy", ["roof"], ["roof"])
    ],
    stories,
    sameDeed
  )
  expect(clusters.map(c => c.join(" ")).sort()).toEqual(["a b", "c"])
})

test("a mention of no known document stands alone", () => {
  expect(happenings([saying("a", 7, "buy", [])], stories, sameDeed)).toEqual([["a"]])
  expect(happenings([], [], sameDeed)).toEqual([])
})

test("a slip in the word list is named", () => {
  expect(() => sameDeeds([["buy", "Takeover"]])).toThrow(
    'data/words/same-deeds.yaml: "Takeover" in group 1 should be a lower-case'
  )
  expect(() => sameDeeds([["buy"], ["sell", "sell"]])).toThrow('"sell" stands twice in group 2')
})
