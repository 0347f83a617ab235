import fc from "fast-check"
import {describe, expect, test} from "vitest"
import {spent} from "../../test/spent.ts"
import {originalOffset, originalText} from "../model/model.ts"
import {cleaned, furniture} from "./furniture.ts"

// "Talks resumed. {(Reuters)}": the text as it stands, what is left of it, and what was taken out.
const parts = (example: string) => ({
  whole: example.replace(/\{(.*?)\}(?!\})/gs, "$1"),
  out: [...example.matchAll(/\{(.*?)\}(?!\})/gs)].map(m => m[1]!)
})

for (const kind of furniture) {
  describe(kind.reason, () => {
    for (const example of kind.examples) {
      test(`out: ${example}`, () => {
        const {whole, out} = parts(example)
        const before = "The envoy left on Friday.\n\n"
        const made = cleaned(before + whole)
        const removed = made.removed.filter(piece => piece.reason !== "blank space")
        expect(removed.map(piece => piece.text.trim())).toEqual(out.map(words => words.trim()))
        expect(removed.every(piece => piece.reason === kind.reason)).toBe(true)
        expect(originalText(made)).toBe(before + whole)
      })
    }
    for (const prose of kind.not) {
      test(`left alone: ${prose.slice(0, 80)}`, () => {
        const made = cleaned(`The envoy left on Friday.\n\n${prose}\n\nNobody saw him go.`)
        expect(made.removed).toEqual([])
      })
    }
  })
}

test("an entity is put in its place, and can be put back", () => {
  const made = cleaned("Trade &amp; industry: the minister&#8217;s &quot;plan&quot; is &bogus;.")
  expect(made.text).toBe('Trade & industry: the minister’s "plan" is &bogus;.')
  expect(made.removed.map(piece => piece.instead)).toEqual(["&", "’", '"', '"'])
})

test("what is left at the end when the last lines go is no blank space", () => {
  const original = "The port reopened.\n\nShare on Facebook\n\n[Example/desk]\n"
  const made = cleaned(original)
  expect(made.text).toBe("The port reopened.")
  expect(made.removed.map(piece => piece.reason)).toEqual(["blank space", "share buttons", "credit at the end", "blank space"])
  expect(originalText(made)).toBe(original)
})

test("any text at all can be put back together", () => {
  const debris = furniture.flatMap(kind => kind.examples.map(example => parts(example).whole))
  const word = fc.oneof(
    fc.constantFrom(...debris, "\n", "\n\n", " ", "&amp;", "[", "]", "(", ")", "|", "Talks resumed."),
    fc.string({unit: "binary"})
  )
  fc.assert(
    fc.property(fc.array(word, {maxLength: 30}), words => {
      const original = words.join("")
      const made = cleaned(original)
      expect(originalText(made)).toBe(original)
      let at = 0
      for (const piece of made.removed) {
        expect(piece.at).toBeGreaterThanOrEqual(at)
        at = piece.at
      }
      expect(at).toBeLessThanOrEqual(made.text.length)
      // Every character that was not put there stands where originalOffset says.
      const put = new Set(made.removed.flatMap(p => Array.from({length: p.instead?.length ?? 0}, (_, i) => p.at + i)))
      for (let i = 0; i < made.text.length; i++) {
        if (!put.has(i)) expect(original[originalOffset(made, i)]).toBe(made.text[i])
      }
    }),
    {numRuns: 400}
  )
})

test("time grows with the length of the text, whatever is in it", () => {
  for (const piece of ["[", "<a ", "&#", "[a]", "(Reuters", "{{", "\u200d", "Read more | ", "\n", "[caption ", "A", "share "]) {
    expect(
      spent(() => cleaned(piece.repeat(Math.ceil(200_000 / piece.length)))),
      `"${piece}" over and over`
    ).toBeLessThan(5000)
  }
})
