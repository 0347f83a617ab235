import {describe, expect, test} from "vitest"
import {documentReader} from "../language/document.ts"
import {syntaxReader} from "../language/syntax.ts"
import {languageWords} from "../language/words.ts"
import {openResources} from "../resources.ts"
import {happened, happenedWeights, onCurve, signsOf, statusBy} from "./happened.ts"
import {pageOf} from "./page.ts"
import {standings} from "./status.ts"

const resources = openResources()
const documents = documentReader(syntaxReader(resources.weights("english")), languageWords(resources.yaml))
const model = happenedWeights(resources.weights("happened").bytes)

/// How sure it is that the deed told by `word` took place.
function judged(text: string, word: string) {
  const document = documents.read({id: text, text})
  const page = pageOf(document, {names: [], actors: [], places: [], times: []})
  const token = document.tokens.find(t => t.text === word)!
  const clause = page.owner(token.index)
  return happened(model, signsOf(page, token, clause, clause && standings(page)(clause)))
}

describe("how sure it is that a deed took place", () => {
  test("a plain past deed did, a negated one did not", () => {
    expect(judged("The mayor opened the bridge on Friday.", "opened").value).toBeGreaterThan(1.5)
    expect(judged("The mayor did not open the bridge.", "open").value).toBeLessThan(0.5)
  })

  test.each([
    ["He might sell the house.", "sell"],
    ["She will come tomorrow.", "come"],
    ["They refused to pay the rent.", "pay"],
    ["If it rains, we leave.", "leave"]
  ])("%s is less sure than if it were told as done", (text, word) => {
    const done = judged("She came, he sold the house, they paid and we left.", "sold").value
    expect(judged(text, word).value).toBeLessThan(done - 0.5)
  })

  test("every answer lies between -3 and 3 and names what weighed most", () => {
    for (const text of ["Go!", "Why did they leave?", "Nobody ever said so.", "Having eaten, they slept."]) {
      const document = documents.read({id: text, text})
      const page = pageOf(document, {names: [], actors: [], places: [], times: []})
      for (const token of document.tokens) {
        const clause = page.owner(token.index)
        const {value, because} = happened(model, signsOf(page, token, clause, clause && standings(page)(clause)))
        expect(Math.abs(value)).toBeLessThanOrEqual(3)
        expect(because.length).toBeGreaterThan(0)
      }
    }
  })
})

test("a word that no clause holds is judged by its place in the sentence", () => {
  const document = documents.read({id: "a", text: "Blankets."})
  const page = pageOf(document, {names: [], actors: [], places: [], times: []})
  expect(signsOf(page, document.tokens[0]!, undefined, undefined)).toContain("no clause")
})

describe("the curve", () => {
  const curve = [
    [-1, -2],
    [0, 0],
    [0, 1],
    [2, 3]
  ] as const

  test("is level outside, straight between its points, and never falls back", () => {
    expect(onCurve(curve, -9)).toBe(-2)
    expect(onCurve(curve, -0.5)).toBe(-1)
    expect(onCurve(curve, 1)).toBe(2)
    expect(onCurve(curve, 9)).toBe(3)
  })

  test("without points the sum itself counts, as far as it goes", () => {
    expect(onCurve([], 1.2)).toBe(1.2)
    expect(onCurve([], -8)).toBe(-3)
  })

  test("the shipped one rises all the way", () => {
    model.curve.forEach(([sum, answer], i) => {
      if (i === 0) return
      expect(sum).toBeGreaterThanOrEqual(model.curve[i - 1]![0])
      expect(answer).toBeGreaterThanOrEqual(model.curve[i - 1]![1])
    })
  })
})

test("a number moves a status only where the clause says no more", () => {
  expect(statusBy(-2.5, "happened")).toBe("did-not-happen")
  expect(statusBy(-2.5, "planned")).toBe("planned")
  expect(statusBy(0, "happened")).toBe("possible")
  expect(statusBy(0, "planned")).toBe("planned")
  expect(statusBy(2.5, "possible")).toBe("possible")
})
