import {describe, expect, test} from "vitest"
import {readers} from "../../pipeline.ts"
import {openResources} from "../../resources.ts"
import {rules} from "./list.ts"

/// The examples are the test: each is coded by the very rule that carries it, with the words in braces as its sides;
/// a counter-example is not coded at all.

const {read} = readers(openResources())()
const coded = (text: string) => read({id: "example", text, removed: []}).coding

interface Marked {
  readonly text: string
  readonly sides: readonly {readonly side: "actor" | "recipient"; readonly start: number; readonly end: number}[]
}

function marked(example: string): Marked {
  const sides: {side: "actor" | "recipient"; start: number; end: number}[] = []
  let text = ""
  for (const part of example.split(/(\{(?:actor|recipient) [^}]*\})/)) {
    const brace = /^\{(actor|recipient) ([^}]*)\}$/.exec(part)
    if (brace) sides.push({side: brace[1] as "actor" | "recipient", start: text.length, end: text.length + brace[2]!.length})
    text += brace ? brace[2] : part
  }
  return {text, sides}
}

for (const rule of rules) {
  describe(rule.name, () => {
    test.each(rule.examples)("codes %s", example => {
      const {text, sides} = marked(example)
      const {events, uncoded} = coded(text)
      const event = events.find(e => e.why.rule === rule.name)
      expect(
        event,
        `coded: ${events.map(e => e.why.rule).join(", ")}; not: ${uncoded.map(u => u.reason).join("; ")}`
      ).toBeDefined()
      for (const {side, start, end} of sides) {
        const found = side === "actor" ? event!.actors : event!.recipients
        const words = found.flatMap(g => g.evidence.map(e => e.quote))
        expect(
          found.some(g => g.evidence.some(e => e.span.start < end && start < e.span.end)),
          `${side} "${text.slice(start, end)}" among ${words.join(", ")}`
        ).toBe(true)
      }
    })
    if (rule.not) {
      test.each(rule.not)("leaves alone %s", example => {
        expect(coded(example).events.map(e => `${e.type} by ${e.why.rule}`)).toEqual([])
      })
    }
  })
}

test("every rule carries an example", () => {
  expect(rules.filter(r => r.examples.length === 0).map(r => r.name)).toEqual([])
})

test("rules of one file code one type", () => {
  const types = new Set(rules.map(r => r.code))
  expect(types.size).toBe(16)
})
