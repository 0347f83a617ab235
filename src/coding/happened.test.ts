import {describe, expect, test} from "vitest"
import {readers} from "../pipeline.ts"
import {openResources} from "../resources.ts"
import {happened, happenedWeights, onCurve, signsOf, statusBy} from "./happened.ts"
import {pageOf} from "./page.ts"
import {standings} from "./status.ts"

const resources = openResources()
const reader = readers(resources)()
const weights = happenedWeights(resources.weights("happened").bytes)

function judged(text: string, word: string) {
  const document = reader.documents.read({id: "a", text})
  const page = pageOf(document, {names: [], actors: [], places: [], times: []})
  const token = document.tokens.find(t => t.text === word)!
  const clause = page.clauseAt.get(token.index)
  const standing = clause && standings(page)(clause)
  return {...happened(weights, signsOf(page, token, clause, standing)), standing}
}

describe("how sure a reader may be that it took place", () => {
  test("told plainly is surer than asked, planned, supposed or denied", () => {
    const told = judged("The guards opened the gate.", "opened").value
    for (const [text, word] of [
      ["The guards did not open the gate.", "open"],
      ["The guards may open the gate.", "open"],
      ["The guards want to open the gate.", "open"],
      ["If the guards open the gate, we leave.", "open"]
    ] as const) {
      expect(judged(text, word).value, text).toBeLessThan(told)
    }
    expect(told).toBeGreaterThan(0.5)
  })

  test("answers lie between -3 and 3 and name the signs that weighed most", () => {
    const {value, because} = judged("The guards opened the gate.", "opened")
    expect(Math.abs(value)).toBeLessThanOrEqual(3)
    expect(because.length).toBeGreaterThan(0)
    expect(because.length).toBeLessThanOrEqual(3)
  })

  test("a word that no clause holds is judged by its place in the sentence", () => {
    const document = reader.documents.read({id: "a", text: "Blankets."})
    const page = pageOf(document, {names: [], actors: [], places: [], times: []})
    expect(signsOf(page, document.tokens[0]!, undefined, undefined)).toContain("no clause")
  })
})

test("a sum is read on a curve of straight lines, flat at its ends", () => {
  const curve = [
    [-1, -2],
    [1, 2]
  ] as const
  expect([-9, -1, 0, 0.5, 9].map(sum => onCurve(curve, sum))).toEqual([-2, -2, 0, 1, 2])
  expect(onCurve([], 7)).toBe(3)
})

test("a number never makes a plan a fact, but may doubt one", () => {
  expect(statusBy(2, "planned")).toBe("planned")
  expect(statusBy(0, "happened")).toBe("possible")
  expect(statusBy(-2, "happened")).toBe("did-not-happen")
  expect(statusBy(-2, "possible")).toBe("possible")
  expect(statusBy(2, "happened")).toBe("happened")
})
