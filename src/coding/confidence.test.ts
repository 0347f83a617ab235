import {describe, expect, test} from "vitest"
import {readers} from "../pipeline.ts"
import {openResources} from "../resources.ts"
import {type ConfidenceWeights, confidenceOf, confidenceWeights, logOdds, reliability} from "./confidence.ts"
import type {Rule} from "./rule.ts"

const {read} = readers(openResources())()
const events = (text: string) => read({id: text, text, removed: []}).coding.events

const rule: Rule = {name: "arrest", code: "COERCE", verbs: ["arrest"], actor: "subject", recipient: "object", examples: []}
const weights: ConfidenceWeights = {
  rules: new Map([["arrest", 2]]),
  types: new Map([["COERCE", 1]]),
  signs: new Map([
    ["rule", 1],
    ["nobody does it", -1]
  ])
}

describe("how sure an event is", () => {
  test("is how often its rule was right, less what speaks against it", () => {
    const [told] = events("Sudanese police arrested two activists on Tuesday.")
    const clause = read({id: "c", text: "Sudanese police arrested two activists.", removed: []}).document.clauses[0]!
    const whole = {rule, type: "COERCE", status: "happened", clause, actors: told!.actors, recipients: told!.recipients} as const
    expect(confidenceOf(weights, whole)).toBeCloseTo(1 / (1 + Math.exp(-2)), 3)
    expect(confidenceOf(weights, {...whole, actors: []})).toBeCloseTo(1 / (1 + Math.exp(-1)), 3)
    expect(confidenceOf(weights, {...whole, rule: {...rule, name: "own", prior: 0.6}})).toBeCloseTo(0.6, 3)
  })

  test("a rule that was not measured is as good as its author says, else as its type", () => {
    expect(reliability(weights, rule)).toBe(2)
    expect(reliability(weights, {...rule, name: "own", prior: 0.9})).toBeCloseTo(logOdds(0.9), 6)
    expect(reliability(weights, {...rule, name: "own"})).toBe(1)
  })

  test("a deed told plainly is surer than one nobody is named for", () => {
    const [plain] = events("Chad attacked Niger on Tuesday.")
    const [bare] = events("Rebels were attacked in Tibesti on Tuesday.")
    expect(plain!.confidence).toBeGreaterThan(0.5)
    if (bare) expect(bare.confidence).toBeLessThan(plain!.confidence)
    for (const event of events("Kenya hanged. Troops shot at it. Police, it is said, may have been beaten by them."))
      expect(event.confidence).toBeGreaterThan(0)
  })

  test("weights open from their bytes", () => {
    const bytes = new TextEncoder().encode('{"rules":{"arrest":2},"types":{"COERCE":1},"signs":{"rule":1,"nobody does it":-1}}')
    expect(confidenceWeights(bytes)).toEqual(weights)
  })
})
