import {example, type OwnCodebook} from "../../coding/own-rules.ts"
import type {Reader} from "../../pipeline.ts"

/// Reads the examples of a team's own and changed rules as any text is read: each has to be coded by its rule, with the words in
/// braces as its sides; a counter-example by no rule at all. Gives what does not hold, each with the file and line of its rule. `read` is
/// that of a reader with just these rules.
export function checkExamples(
  own: OwnCodebook,
  read: Reader["read"]
): {readonly examples: number; readonly wrong: readonly string[]} {
  const wrong: string[] = []
  let examples = 0
  for (const rule of own.rules) {
    const where = own.where.get(rule.name)
    if (where === undefined) continue
    for (const words of rule.examples) {
      examples++
      const says = misread(read, rule.name, words)
      if (says !== undefined) wrong.push(`${where}: ${rule.name}: ${JSON.stringify(words)}: ${says}`)
    }
    for (const words of rule.not ?? []) {
      examples++
      const {events} = coded(read, example(words).text)
      if (events.length > 0)
        wrong.push(
          `${where}: ${rule.name}: not ${JSON.stringify(words)}: coded ${events.map(e => `${e.type} by ${e.why.rule}`).join(", ")}`
        )
    }
  }
  return {examples, wrong}
}

const coded = (read: Reader["read"], text: string) => read({id: "example", text, removed: []}).coding

function misread(read: Reader["read"], name: string, words: string): string | undefined {
  const {text, sides} = example(words)
  const {events, uncoded} = coded(read, text)
  const event = events.find(e => e.why.rule === name)
  if (!event)
    return events.length > 0
      ? `read by ${events.map(e => `${e.why.rule} (${e.type})`).join(", ")} instead`
      : `not coded: ${uncoded[0]?.reason ?? "no clause in it names a deed that any rule knows"}`
  for (const {side, start, end} of sides) {
    const found = side === "actor" ? event.actors : event.recipients
    if (found.some(g => g.evidence.some(e => e.span.start < end && start < e.span.end))) continue
    const who = found.map(g => g.means.name).join(", ")
    return `the ${side} is ${who === "" ? "nobody" : who}, not ${JSON.stringify(text.slice(start, end))}`
  }
  return undefined
}
