import fc from "fast-check"
import {expect, test} from "vitest"
import {spent} from "../../test/spent.ts"
import {tokensOf} from "./tokens.ts"

const words = (text: string): string =>
  tokensOf(text)
    .map(s => text.slice(s.start, s.end))
    .join(" ")

const cases: readonly (readonly [string, string])[] = [
  ["They don't know; we can't, she won’t.", "They do n't know ; we ca n't , she wo n’t ."],
  ["Kyiv's allies cannot wait.", "Kyiv 's allies can not wait ."],
  ["The farmers' leaders said they'd've gone.", "The farmers ' leaders said they 'd 've gone ."],
  ["The U.S. and Gen. Amara met on Jan. 5 at 3 p.m.", "The U.S. and Gen. Amara met on Jan. 5 at 3 p.m."],
  ["Resolution No. 12, not no. Nothing.", "Resolution No. 12 , not no . Nothing ."],
  ["J. K. Osei of St. Lucia paid $2.5m (£1,250.75).", "J. K. Osei of St. Lucia paid $ 2.5 m ( £ 1,250.75 ) ."],
  ["a state-run, pro-government co-founder in mid-2019", "a state - run , pro-government co-founder in mid-2019"],
  ["Wait... no… stop!!", "Wait ... no … stop !!"],
  [
    "See https://example.org/a-b?c=1, or write to a.b@example.com.",
    "See https://example.org/a-b?c=1 , or write to a.b@example.com ."
  ],
  ["#HandsOff trends, says @desk_7", "#HandsOff trends , says @desk_7"],
  ["the 1990s, the 60's, 3rd, 10:30, 9/11, 2024-05-01", "the 1990s , the 60's , 3rd , 10:30 , 9/11 , 2024-05-01"],
  ["MERIDA (Agency) — “Go,” he said.", "MERIDA ( Agency ) — “ Go , ” he said ."],
  ["AT&T and he/she -- or not", "AT&T and he / she -- or not"],
  ["O'Neill, Qa'ida and D’Souza", "O'Neill , Qa'ida and D’Souza"]
]
for (const [text, expected] of cases) {
  test(`takes apart: ${text}`, () => expect(words(text)).toBe(expected))
}

const anything = fc.string({unit: "binary", maxLength: 300})
const prose = fc
  .array(
    fc.constantFrom(
      "Mr.",
      "U.S.",
      "don't",
      "-",
      "—",
      "“",
      "’",
      "\n\n",
      " ",
      " ",
      "3.5",
      "co",
      "www.",
      "a@b",
      "\ud800",
      "[",
      "]",
      "No.",
      "'",
      "é",
      "𝒳"
    )
  )
  .map(pieces => pieces.join(""))

test("covers all but white space, in order, without overlaps", () => {
  fc.assert(
    fc.property(fc.oneof(anything, prose), text => {
      let at = 0
      for (const {start, end} of tokensOf(text)) {
        expect(text.slice(at, start).trim()).toBe("")
        expect(end).toBeGreaterThan(start)
        expect(/\s/.test(text.slice(start, end))).toBe(false)
        at = end
      }
      expect(text.slice(at).trim()).toBe("")
    }),
    {numRuns: 400}
  )
})

for (const [what, text] of [
  ["a megabyte of one letter", "a".repeat(1_000_000)],
  ["initials", "a.".repeat(100_000)],
  ["hyphens and words", "co-".repeat(100_000)],
  ["apostrophes", "x'".repeat(100_000)],
  ["figures", "1,2.".repeat(50_000)],
  ["a megabyte of white space", " ".repeat(1_000_000)],
  ["half an address", `a@${"b.".repeat(100_000)}`],
  ["brackets", "[".repeat(10_000) + "]".repeat(10_000)],
  ["lone surrogates", "\ud800".repeat(10_000)]
] as const) {
  test(`takes ${what} in linear time`, () => {
    expect(spent(() => tokensOf(text))).toBeLessThan(5000)
  })
}
