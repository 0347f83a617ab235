import {expect, test} from "vitest"
import type {Telling} from "./gist.ts"
import {tellingGroups} from "./tellings.ts"

const told = (id: string, words: string[], day: string, country: string, more: Partial<Telling> = {}): Telling => ({
  id,
  article: id,
  sentence: 0,
  actors: [{means: {id: country, name: country, kind: "country", country, sectors: []}, basis: "stated", evidence: []}],
  recipients: [],
  tolls: [],
  time: {
    means: {from: day, until: `${day.slice(0, 8)}${String(Number(day.slice(8)) + 1).padStart(2, "0")}`, grain: "day"},
    basis: "stated",
    evidence: []
  },
  claim: {by: {kind: "publisher"}, stance: "asserts", status: "happened", evidence: []},
  predicate: {article: id, span: {start: 0, end: words[0]!.length}, quote: words[0]!},
  words,
  published: "2014-06-20",
  ...more
})
const groups = (...tellings: Telling[]) =>
  tellingGroups(tellings, () => [])
    .map(g => g.sort().join(" "))
    .sort()

test("tellings of no known type are one event by who, when and words", () => {
  const [a, b] = [told("a", ["signed", "treaty"], "2014-06-03", "TCD"), told("b", ["signed", "treaty"], "2014-06-03", "TCD")]
  expect(groups(a, b)).toEqual(["a b"])
  expect(groups(a, {...b, type: "SUPPORT"})).toEqual(["a b"])
  expect(groups({...a, type: "AGREE"}, {...b, type: "SUPPORT"})).toEqual(["a", "b"])
})

test("another day, another party or another stage is another event", () => {
  const a = told("a", ["signed", "treaty"], "2014-06-03", "TCD")
  expect(groups(a, told("b", ["signed", "treaty"], "2014-06-13", "TCD"))).toEqual(["a", "b"])
  expect(groups(a, told("b", ["signed", "treaty"], "2014-06-03", "NER"))).toEqual(["a", "b"])
  expect(groups(a, {...told("b", ["signed", "treaty"], "2014-06-03", "TCD"), claim: {...a.claim, status: "planned"}})).toEqual([
    "a",
    "b"
  ])
})

test("who names nobody joins the one event that it can be of", () => {
  const a = told("a", ["signed", "treaty"], "2014-06-03", "TCD")
  const bare = told("b", ["signed", "treaty"], "2014-06-03", "TCD", {actors: []})
  expect(groups(a, bare)).toEqual(["a b"])
})
