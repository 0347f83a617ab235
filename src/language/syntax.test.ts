import {readFileSync} from "node:fs"
import {join} from "node:path"
import fc from "fast-check"
import {describe, expect, test} from "vitest"
import {type Syntax, syntaxReader} from "./syntax.ts"

const weights = (name: string): Syntax =>
  syntaxReader({bytes: readFileSync(join(import.meta.dirname, `../../data/weights/${name}.bin`))})

const odd = fc.oneof(
  fc.string({unit: "binary", maxLength: 200}),
  fc
    .array(
      fc.constantFrom(
        "Rebels",
        "SEIZED",
        "the",
        "“",
        "n’t",
        "-",
        "\n",
        "\n\n",
        " ",
        ". ",
        "[",
        "]",
        "\ud800",
        "3.5",
        "U.S.",
        "is",
        ",",
        "who",
        "\0"
      )
    )
    .map(pieces => pieces.join(" "))
)

const syntax = weights("english")
describe("english", () => {
  test("any text gives sentences that are trees, with every token in one of them", () => {
    fc.assert(
      fc.property(odd, text => {
        const {sentences, tokens} = syntax.read(text)
        let next = 0
        for (const {first, last, start, end, index} of sentences) {
          expect(first).toBe(next)
          expect(last).toBeGreaterThan(first)
          expect(tokens[first]!.start).toBe(start)
          expect(tokens[last - 1]!.end).toBe(end)
          const roots = tokens.slice(first, last).filter(t => t.head === -1)
          expect(roots.length).toBe(1)
          for (const token of tokens.slice(first, last)) {
            expect(token.sentence).toBe(index)
            expect(text.slice(token.start, token.end)).toBe(token.text)
            let at = token.index
            for (let steps = 0; at !== -1; steps++) {
              expect(at >= first && at < last && steps <= last - first).toBe(true)
              at = tokens[at]!.head
            }
          }
          next = last
        }
        expect(next).toBe(tokens.length)
      }),
      {numRuns: 150}
    )
  })

  test("reads the same twice", () => {
    const text = "Rebels seized the port of Amara on Monday, police said.\n\n“We won’t leave,” Gen. Osei told reporters."
    expect(syntax.read(text)).toEqual(weights("english").read(text))
  })

  test("takes given tokens as they are", () => {
    const {text, sentences, tokens} = syntax.parse([["Police", "ca", "n't", "leave", "."], [], ["Go", "!"]])
    expect(text).toBe("Police ca n't leave . Go !")
    expect(tokens.map(t => text.slice(t.start, t.end))).toEqual(["Police", "ca", "n't", "leave", ".", "Go", "!"])
    expect(sentences.map(s => [s.first, s.last])).toEqual([
      [0, 5],
      [5, 5],
      [5, 7]
    ])
    expect(tokens.map(t => t.sentence)).toEqual([0, 0, 0, 0, 0, 2, 2])
  })

  const clause = (text: string): string => {
    const {tokens} = syntax.read(text)
    const root = tokens.find(t => t.head === -1)!
    const of = (relation: string): string => tokens.find(t => t.head === root.index && t.relation === relation)?.lemma ?? "-"
    return `${of("nsubj")} ${root.lemma} ${of("obj")}`.toLowerCase()
  }
  for (const text of [
    "Rebels seized the town.",
    "Rebels seized the town",
    "rebels seized the town.",
    "REBELS SEIZED THE TOWN",
    "On Monday, the army’s rebels seized the town of Amara."
  ]) {
    test(`who did what: ${text}`, () => expect(clause(text)).toBe("rebel seize town"))
  }
  test("begins a sentence with Police as a noun", () => {
    expect(clause("Police arrested three protesters in the capital.")).toBe("police arrest protester")
  })

  for (const [what, text] of [
    ["a megabyte without a space", "x".repeat(1_000_000)],
    ["ten thousand brackets", "(".repeat(10_000) + ")".repeat(10_000)],
    ["twenty thousand words without a stop", "the rebels seized a town and ".repeat(4000)],
    ["lone surrogates", "\ud800 \udc00".repeat(3000)]
  ] as const) {
    test(`survives ${what}`, () => {
      const from = process.cpuUsage()
      const {tokens, sentences} = syntax.read(text)
      expect(process.cpuUsage(from).user / 1000).toBeLessThan(20_000)
      expect(tokens.length).toBeGreaterThan(0)
      expect(tokens.filter(t => t.head === -1).length).toBe(sentences.length)
    })
  }
})
