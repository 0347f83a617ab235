import fc from "fast-check"
import {expect, test} from "vitest"
import {plainDocument} from "../../test/plain-document.ts"
import {openResources} from "../resources.ts"
import {hashText, known} from "./names/known.ts"
import {bestLabels, labels} from "./names/labels.ts"
import {packModel, unpackModel} from "./names/model.ts"
import {Pages, unseen} from "./names/page.ts"
import {plainWord, wordsOf} from "./names/words.ts"
import {nameFinder, namesIn} from "./names.ts"

const find = nameFinder(openResources().weights("names"))
const pn = ["PROPN", "NNP"] as const

test("persons, organizations and locations", () => {
  const document = plainDocument("Angela Merkel flew to Baghdad to meet envoys of the United Nations.", undefined, {
    Angela: pn,
    Merkel: pn,
    Baghdad: pn,
    United: pn,
    Nations: ["PROPN", "NNPS"],
    flew: ["VERB", "VBD"],
    to: ["ADP", "IN"],
    of: ["ADP", "IN"],
    the: ["DET", "DT"]
  })
  expect(find(document).map(n => `${n.kind} ${document.article.text.slice(n.span.start, n.span.end)}`)).toEqual([
    "person Angela Merkel",
    "location Baghdad",
    "organization United Nations"
  ])
})

test("the last two of a list are two names", () => {
  const document = plainDocument("The envoys of Arnor, Osgiliath and Gondor met.", undefined, {
    Arnor: pn,
    Osgiliath: pn,
    Gondor: pn
  })
  const found = find(document).map(n => document.article.text.slice(n.span.start, n.span.end))
  expect(found).toContain("Gondor")
  expect(found.filter(name => name.includes(" and "))).toEqual([])
})

test("initials belong to a person's name, and a name known in one place is known in the next", () => {
  const document = plainDocument("President G.W. Bush met Tony Blair. Blair agreed with Bush.", undefined, {
    President: pn,
    "G.W.": pn,
    Bush: pn,
    Tony: pn,
    Blair: pn
  })
  expect(find(document).map(n => document.article.text.slice(n.span.start, n.span.end))).toEqual([
    "G.W. Bush",
    "Tony Blair",
    "Blair",
    "Bush"
  ])
})

test("a sequence of labels is read as names", () => {
  const at = (label: (typeof labels)[number]): number => labels.indexOf(label)
  const sequence = [at("B-person"), at("I-person"), 0, at("B-location"), at("B-location")]
  expect(namesIn(sequence)).toEqual([
    {first: 0, last: 2, kind: "person"},
    {first: 3, last: 4, kind: "location"},
    {first: 4, last: 5, kind: "location"}
  ])
})

test("no inside without a beginning, whatever the scores", () => {
  const scores = fc.array(fc.array(fc.integer({min: -99, max: 99}), {minLength: 7, maxLength: 7}), {maxLength: 12})
  fc.assert(
    fc.property(scores, rows => {
      const best = new Uint8Array(rows.length)
      bestLabels(rows.flat(), new Int32Array(49), 0, rows.length, best)
      best.forEach((label, i) => {
        if (label !== 0 && label % 2 === 0) expect([label, label - 1]).toContain(best[i - 1])
      })
    })
  )
})

test("a model comes back from its bytes", () => {
  const lexicon = new Map([[hashText("baghdad"), known.bigPlace]])
  const model = unpackModel(
    packModel(lexicon, new Array(49).fill(3), [
      [-7, [1, 2, 3, 4, 5, 6, -7]],
      [12, [0, 0, 0, 0, 0, 0, 9]]
    ])
  )
  const scores = new Int32Array(7)
  model.add(Int32Array.of(-7, 12, 99), Uint8Array.of(0, 1, 2), scores, 0)
  expect([...scores]).toEqual([1, 2, 3, 4, 5, 6, 2])
  expect(model.lexicon.get(hashText("baghdad"))).toBe(known.bigPlace)
  expect(model.lexicon.get(hashText("basra"))).toBeUndefined()
  expect(model.transitions[48]).toBe(3)
})

test("a word is known without its marks, and figures have no letters", () => {
  expect(["Côte", "ŁÓDŹ", "O’Neill", "F-16"].map(plainWord)).toEqual(["cote", "łodz", "o'neill", "f-00"])
  const words = wordsOf(new Map([[hashText("malmo"), known.bigPlace]]))
  expect(words.of("Malmö")).toMatchObject({place: 4, capital: true, upper: false, letters: true})
  expect(words.of("1995")).toMatchObject({capital: false, upper: false, letters: false})
})

test("a stretch of capitals knows which of its words hangs outside, and what is said beside it", () => {
  const {tokens, sentences} = plainDocument("Later Ada Ndovu, a nurse, won.")
  const heads = [7, 7, 1, 1, 5, 1, 5, -1, 7]
  const read = tokens.map((token, i) => ({...token, head: heads[i]!, relation: i === 5 ? "appos" : "dep"}))
  const pages = new Pages(new Map())
  const {runs} = pages.line(pages.open(read), {...sentences[0]!, first: 1}, unseen)
  expect(runs[0]).toMatchObject({first: 1, last: 3, head: 1, beside: 5})
  expect(runs[1]).toBe(runs[0])
})

test("any text at all: names lie in the text, in order", () => {
  fc.assert(
    fc.property(fc.string({unit: "binary"}), text => {
      let end = 0
      for (const n of find(plainDocument(text))) {
        expect(n.span.start).toBeGreaterThanOrEqual(end)
        expect(n.last).toBeGreaterThan(n.first)
        end = n.span.end
      }
    })
  )
})
