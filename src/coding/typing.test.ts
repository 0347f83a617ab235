import {describe, expect, test} from "vitest"
import {types} from "../model/model.ts"
import {readers} from "../pipeline.ts"
import {openResources} from "../resources.ts"
import {relater, withGiven} from "./between.ts"
import {codingWords} from "./coder.ts"
import {rules} from "./rules/list.ts"
import {keyOf, outcomes, ruledWords, typed, typer, typingWeights} from "./typing.ts"

const resources = openResources()
const reader = readers(resources)()
const weights = typingWeights(resources.weights("typing").bytes)
const model = typer(weights, codingWords(resources.yaml).classes, rules)
const relate = relater(model)

const spanOf = (text: string, words: string | undefined) => {
  const start = words === undefined ? -1 : text.indexOf(words)
  return start < 0 ? undefined : {start, end: start + words!.length}
}

function asked(text: string, actor?: string, recipient?: string) {
  const [a, r] = [spanOf(text, actor), spanOf(text, recipient)]
  const document = reader.documents.read({id: "asked", text})
  const {events} = reader.code(document, withGiven(document, reader.mentions(document), [a, r]))
  return {judged: model(document, events, a, r), bare: model(document, [], a, r), told: relate(document, events, a, r)}
}

describe("the typing model", () => {
  test("knows plain deeds without any rule", () => {
    for (const [type, text, actor, recipient] of [
      ["ASSAULT", "Chadian gunships bombed rebel camps near Tina on Sunday.", "Chadian gunships", "rebel camps"],
      ["ACCUSE", "Uruguay sharply criticised Bolivia over the border closure.", "Uruguay", "Bolivia"],
      ["CONSULT", "Latvia's premier met the king of Tonga for talks in Riga.", "Latvia's premier", "the king of Tonga"],
      ["AID", "Iceland sent blankets and medicine to Vanuatu after the storm.", "Iceland", "Vanuatu"]
    ] as const) {
      expect(asked(text, actor, recipient).bare.type, text).toBe(type)
    }
  })

  test("gives likelihoods that sum to one, and the signs that weighed most", () => {
    const {judged} = asked("Norway threatened to expel the Serbian consul.", "Norway", "the Serbian consul")
    const sum = [...judged.likelihoods.values()].reduce((a, b) => a + b, 0) + judged.none
    expect(sum).toBeCloseTo(1, 6)
    expect([...judged.likelihoods.keys()]).toEqual([...types])
    expect(judged.probability).toBe(judged.likelihoods.get(judged.type))
    expect(judged.says.length).toBeGreaterThan(0)
  })

  test("answers anything, the same each time", () => {
    for (const text of ["", " ", "\ud800", "((((((((((", "a ".repeat(3000), "Xyzzy plugh.", "!?".repeat(500)]) {
      const document = reader.documents.read({id: "odd", text})
      const once = model(document, [], undefined, undefined)
      expect(types).toContain(once.type)
      expect(model(document, [], {start: 0, end: text.length}, {start: 0, end: 1}).probability).toBeGreaterThan(0)
      expect(model(document, [], undefined, undefined)).toEqual(once)
    }
  })

  test("without a known sign all outcomes are alike", () => {
    const {probability} = typed(weights, [{name: "a sign that nobody gave", value: 1, family: "words"}])
    expect(probability).toBeCloseTo(1 / outcomes.length, 6)
  })

  test("keys tell signs apart", () => {
    expect(keyOf("word attack")).not.toBe(keyOf("word attach"))
    expect(keyOf("word attack")).toBe(keyOf("word attack"))
  })

  test("a word of several types speaks less for each", () => {
    const ruled = ruledWords([
      {name: "one", code: "AID", verbs: ["help", "lend"], actor: "subject", examples: []},
      {name: "two", code: "SUPPORT", verbs: ["help"], actor: "subject", examples: []}
    ])
    expect(ruled.get("lend")).toEqual([["AID", 1]])
    expect(ruled.get("help")).toEqual([
      ["SUPPORT", 0.5],
      ["AID", 0.5]
    ])
  })
})

describe("what one does to another", () => {
  test("is told by a rule where one reads it", () => {
    const {told} = asked("Police arrested three editors in Lusaka.", "Police", "three editors")
    expect(told.type).toBe("COERCE")
    expect(told.why).not.toMatch(/^model/)
  })

  test("is told by the model where none does, with its signs", () => {
    const {told} = asked("Kenya lavished warm words upon Nepal.", "Kenya", "Nepal")
    expect(types).toContain(told.type)
    expect(told.why).toMatch(/^model: |: /)
  })

  test("a yielding still to come is agreed to", () => {
    expect(asked("Eritrea agreed to release twelve Djiboutian sailors.", "Eritrea", "twelve Djiboutian sailors").told.type).toBe(
      "AGREE"
    )
    expect(asked("Eritrea released twelve Djiboutian sailors.", "Eritrea", "twelve Djiboutian sailors").told.type).toBe("RETREAT")
  })
})
