import {expect, test} from "vitest"
import {spent} from "../../test/spent.ts"
import {sentenceEnds} from "./sentences.ts"
import {tokensOf} from "./tokens.ts"

function sentences(text: string): string[] {
  const tokens = tokensOf(text)
  let first = 0
  return sentenceEnds(text, tokens).map(end => {
    const sentence = text.slice(tokens[first]!.start, tokens[end - 1]!.end)
    first = end
    return sentence
  })
}

const cases: readonly (readonly [string, readonly string[]])[] = [
  ["Gen. Amara left. Mr. Osei stayed.", ["Gen. Amara left.", "Mr. Osei stayed."]],
  ["They flew to the U.S. The talks failed.", ["They flew to the U.S.", "The talks failed."]],
  ["The U.S. Navy sailed at 3 p.m. Tuesday.", ["The U.S. Navy sailed at 3 p.m. Tuesday."]],
  ["“We will not go.” She meant it.", ["“We will not go.”", "She meant it."]],
  ["“Will you go?” he asked.", ["“Will you go?” he asked."]],
  ["It grew (see below.) Then it fell.", ["It grew (see below.)", "Then it fell."]],
  [
    "Rebels seize port\n\nAMARA (Agency) — Rebels took the port.",
    ["Rebels seize port", "AMARA (Agency) —", "Rebels took the port."]
  ],
  ["Rebels seize port\nThey came at dawn.", ["Rebels seize port", "They came at dawn."]],
  [
    "The long line of an old wire story was wrapped here by\nPresident Osei's own printer.",
    ["The long line of an old wire story was wrapped here by\nPresident Osei's own printer."]
  ],
  ["Prices rose 3.5 percent to $4.2 billion. No. 7 won.", ["Prices rose 3.5 percent to $4.2 billion.", "No. 7 won."]],
  ["He waited... Then he went.", ["He waited...", "Then he went."]],
  ["He waited ... and went.", ["He waited ... and went."]],
  ["Really?! Yes.", ["Really?!", "Yes."]],
  ["The dam broke in 1956. [3] It was rebuilt.", ["The dam broke in 1956. [3]", "It was rebuilt."]],
  ["OSEI CITY, Amara, Jan. 3 (Agency) -- The port fell.", ["OSEI CITY, Amara, Jan. 3 (Agency) --", "The port fell."]],
  ["NATO - The alliance - met.", ["NATO -", "The alliance - met."]],
  ["It fell. [3] [4] It was rebuilt.", ["It fell. [3] [4]", "It was rebuilt."]],
  ["Ana Osei 03/07/2001 09:15 AM We met.", ["Ana Osei", "03/07/2001 09:15 AM", "We met."]],
  ["i liked it. why do you ask?", ["i liked it.", "why do you ask?"]],
  ["• One item\n• Another item", ["• One item", "• Another item"]],
  ["", []],
  ["   \n ", []]
]
for (const [text, expected] of cases) {
  test(`ends: ${JSON.stringify(text)}`, () => expect(sentences(text)).toEqual(expected))
}

test("a hundred thousand closing marks take linear time", () => {
  for (const text of [`Go.${")".repeat(100_000)}`, "] ".repeat(100_000), "Go.\n".repeat(50_000)])
    expect(spent(() => sentences(text))).toBeLessThan(5000)
})
