import {describe, expect, test} from "vitest"
import type {Coded, Correction, Target} from "../model/model.ts"
import {agreementOf, alpha, decisionsOf, kappa, scoreOf, spanF1, wilson} from "./agreement.ts"

describe("measures, against values reckoned by hand", () => {
  test("Krippendorff's alpha", () => {
    // Two coders, ten units, eight agreed: 6 times yes-yes, 2 times no-no, 2 times yes-no.
    // n = 20 values: 14 yes, 6 no. Observed: 2 · 2 · 1 of 20 = 0.2. Expected: 2 · 14 · 6 / (20 · 19) = 168/380.
    const yes = ["y", "y"]
    const ten = [yes, yes, yes, yes, yes, yes, ["n", "n"], ["n", "n"], ["y", "n"], ["n", "y"]]
    expect(alpha(ten)).toBeCloseTo(1 - 0.2 / (168 / 380), 12)
    // a unit that one coder alone spoke of does not count
    expect(alpha([...ten, ["y", undefined]])).toBeCloseTo(1 - 0.2 / (168 / 380), 12)
    // Three coders, four units, one value missing: aaa, aab, bb-, ccc. n = 11 (a 5, b 3, c 3).
    // Observed: in aab 2·1/2 + 1·2/2 = 2 of 11. Expected: (5·6 + 3·8 + 3·8) / (11 · 10) = 78/110.
    const four = [
      ["a", "a", "a"],
      ["a", "a", "b"],
      ["b", "b", undefined],
      ["c", "c", "c"]
    ]
    expect(alpha(four)).toBeCloseTo(1 - 2 / 11 / (78 / 110), 12)
    expect(
      alpha([
        ["a", "a"],
        ["b", "b"]
      ])
    ).toBe(1)
    // perfectly opposed: n = 4, 2 a, 2 b; observed 4/4, expected 8/12
    expect(
      alpha([
        ["a", "b"],
        ["b", "a"]
      ])
    ).toBeCloseTo(-0.5, 12)
    expect(alpha([["a", "a"]])).toBeUndefined()
    expect(alpha([])).toBeUndefined()
  })

  test("Cohen's kappa", () => {
    // 20 both yes, 15 both no, 5 yes-no, 10 no-yes: agreed 0.7, by chance 25/50 · 30/50 + 25/50 · 20/50 = 0.5
    const pairs = [
      ...Array.from({length: 20}, () => ["y", "y"] as const),
      ...Array.from({length: 15}, () => ["n", "n"] as const),
      ...Array.from({length: 5}, () => ["y", "n"] as const),
      ...Array.from({length: 10}, () => ["n", "y"] as const)
    ]
    expect(kappa(pairs)).toBeCloseTo(0.4, 12)
    expect(kappa([...pairs, ["y", undefined]])).toBeCloseTo(0.4, 12)
    // the second coder says a third value the first never says: agreed 1/3; by chance a 2/3·1/3 + b 1/3·1/3
    expect(
      kappa([
        ["a", "a"],
        ["a", "b"],
        ["b", "c"]
      ])
    ).toBeCloseTo((1 / 3 - 1 / 3) / (1 - 1 / 3), 12)
    expect(kappa([["a", "a"]])).toBeUndefined()
  })

  test("span F1", () => {
    // 3 in common; 4 and 5 marked: 6/9
    expect(
      spanF1([
        [
          ["x", "y"],
          ["x", "y", "z"]
        ],
        [["p", "q"], ["p"]],
        [[], ["r"]]
      ])
    ).toBeCloseTo(6 / 9, 12)
    // the same words twice count twice
    expect(spanF1([[["x", "x"], ["x"]]])).toBeCloseTo(2 / 3, 12)
    expect(spanF1([])).toBeUndefined()
  })

  test("Wilson's interval", () => {
    // 15 of 16: middle 0.9375 + 3.8415/32, reach 1.96 · sqrt(0.0586/16 + 3.8415/1024), all through 1 + 3.8415/16
    const {low, high} = wilson(15, 16)
    expect(low).toBeCloseTo(0.7167, 4)
    expect(high).toBeCloseTo(0.9889, 4)
    expect(wilson(0, 0)).toEqual({low: 0, high: 1})
    expect(wilson(10, 10).high).toBeCloseTo(1, 12)
  })
})

const target = (n: number, article = "a"): Target => ({
  article,
  quote: "met",
  prefix: `${n} `,
  suffix: ".",
  role: "what",
  type: "CONSULT"
})
const coded = (more: Partial<Coded> = {}): Coded => ({
  type: "CONSULT",
  mode: null,
  who: ["rus"],
  whom: ["prk"],
  when: null,
  where: "g1",
  status: "happened",
  background: false,
  words: {who: ["Moscow"], whom: ["Pyongyang"], when: [], where: ["there"]},
  ...more
})
let count = 0
const line = (op: Correction["op"], target: Target, more: Partial<Correction> = {}): Correction => ({
  id: `${count++}`,
  who: "x",
  when: "w",
  target,
  op,
  ...more
})

describe("coders", () => {
  // Ada accepts 1, 2, 3 and rejects 4; Ben accepts 1, changes the status of 2 and accepts, rejects 3 and 4, and adds 9.
  const ada = [1, 2, 3].map(n => line("accept", target(n), {before: coded()}))
  ada.push(line("reject", target(4), {before: coded()}))
  const ben = [
    line("accept", target(1), {before: coded({words: {who: ["the Kremlin"], whom: ["Pyongyang"], when: [], where: ["there"]}})}),
    line("fix-status", {...target(2), role: "status"}, {before: "happened", after: "planned"}),
    line("accept", target(2), {before: coded({status: "planned"})}),
    line("reject", target(3), {before: coded()}),
    line("reject", target(4), {before: coded()}),
    line("add", target(9), {after: {type: "AID", who: [{id: "rus", name: "Russia", sectors: []}]}})
  ]
  const found = agreementOf(
    new Map([
      ["Ada", decisionsOf(ada)],
      ["Ben", decisionsOf(ben)]
    ])
  )
  const field = (name: string) => found.fields.find(f => f.field === name)!
  const pair = (name: string, a: string, b: string) => field(name).pairs.find(p => p.a === a && p.b === b)!

  test("are compared with one another and with the machine, field by field", () => {
    // events: Ada y y y n n, Ben y y n n y, machine y y y y n
    expect(field("event").units).toBe(5)
    expect(pair("event", "Ada", "Ben")).toMatchObject({units: 5, agreed: 3})
    // agreed 0.6; by chance 0.6 · 0.6 + 0.4 · 0.4
    expect(pair("event", "Ada", "Ben").kappa).toBeCloseTo((0.6 - 0.52) / 0.48, 12)
    // words of deeds: 2 in common of 3 and 3
    expect(pair("event", "Ada", "Ben").spanF1).toBeCloseTo(4 / 6, 12)
    // Ada and the machine: 3 in common of 3 and 4
    expect(pair("event", "Ada", "machine").spanF1).toBeCloseTo(6 / 7, 12)
    expect(pair("status", "Ada", "Ben")).toMatchObject({units: 2, agreed: 1})
    expect(pair("status", "Ben", "machine")).toMatchObject({units: 2, agreed: 1})
    expect(pair("status", "Ada", "machine")).toMatchObject({units: 3, agreed: 3})
    // who: of 1 other words, of 2 the same: 1 in common of 2 and 2
    expect(pair("who", "Ada", "Ben").spanF1).toBeCloseTo(0.5, 12)
    expect(pair("who", "Ada", "Ben").agreed).toBe(2)
  })

  test("where people differ is listed with what each says", () => {
    expect(found.disagreements.map(d => [d.target.prefix, d.field, d.values.map(v => v.value)])).toEqual([
      ["2 ", "status", ["happened", "planned", "happened"]],
      ["3 ", "event", ["event", "none", "event"]],
      ["9 ", "event", ["none", "event", "none"]]
    ])
  })

  test("what is read now is scored against what was decided", () => {
    const now = new Map<string, Coded>([
      ["1 ", coded()],
      ["2 ", coded()],
      ["3 ", coded()]
    ])
    const score = scoreOf(decisionsOf(ben), t => now.get(t.prefix))
    // read 1, 2, 3; events are 1, 2, 9
    expect(score).toMatchObject({found: 3, right: 2, events: 3, recalled: 2, whole: 1})
    expect(score.fields.find(f => f.field === "status")).toMatchObject({units: 2, right: 1})
    expect(score.misses.map(m => [m.target.prefix, m.field])).toEqual([
      ["3 ", "event"],
      ["9 ", "event"],
      ["2 ", "status"]
    ])
  })
})
