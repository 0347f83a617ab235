import {describe, expect, test} from "vitest"
import {type Evidence, fitted, happenings, pile, type Saying, stemOf} from "./happenings.ts"
import {judgements, type Verdict, verdictsFrom} from "./judgements.ts"
import {deedGroups} from "./same-deeds.ts"

/// What speaks for two sayings being of one happening, and what people judged, one thing at a time.

const names = Object.keys(fitted.weights) as Evidence[]
const saying = (id: string, document: number, more: Partial<Saying> = {}): Saying => ({
  id,
  document,
  sentence: 0,
  lemma: "raid",
  stem: "raid",
  subjects: [],
  objects: [],
  obliques: [],
  around: [],
  ...more
})
// "river" is in all three, "market" in two, the rest in one
const stories = [
  {
    sentences: [
      ["river", "market", "raid", "raid"],
      ["cattle", "night"]
    ]
  },
  {sentences: [["river", "market", "loot"], ["cow"]]},
  {sentences: [["river", "flood"]]}
]
const {weigh} = pile([], stories, (a, b) => a === "raid" && b === "loot")
/// The evidence that is not nothing, by name.
const evidence = (a: Saying, b: Saying): Partial<Record<Evidence, number>> =>
  Object.fromEntries(weigh(a, b).flatMap((x, i) => (x === 0 ? [] : [[names[i]!, x]])))

describe("evidence", () => {
  test("in one document: the same stem, one sentence, early", () => {
    expect(evidence(saying("a", 0), saying("b", 0))).toEqual({
      "any two of one tale": 1,
      "the same stem": 1,
      "one document": 1,
      "one document and the same stem": 1,
      "one sentence": 1,
      "early in their documents": 1
    })
    const other = evidence(saying("a", 0), saying("b", 0, {sentence: 2, stem: "walk", lemma: "walk"}))
    expect(other).toEqual({"any two of one tale": 1, "one document": 1, "early in their documents": 0.5})
    expect(evidence(saying("a", 0, {sentence: 1}), saying("b", 0, {sentence: 1}))["early in their documents"]).toBe(1)
    expect(evidence(saying("a", 0, {sentence: 2}), saying("b", 0, {sentence: 2}))["early in their documents"]).toBeUndefined()
  })

  test("words for one deed: as the list has them, or that begin with the same five letters", () => {
    const deed = (a: string, b: string) =>
      evidence(saying("a", 0, {stem: a, lemma: a}), saying("b", 1, {stem: b, lemma: b}))["words for one deed"]
    expect(deed("raid", "loot")).toBe(1)
    expect(deed("shell", "shells")).toBe(1)
    expect(deed("shel", "shelt")).toBeUndefined()
    expect(deed("walk", "talk")).toBeUndefined()
    // the same stem is more than that
    expect(deed("raid", "raid")).toBeUndefined()
  })

  test("the share of the lighter side's weight that both hold", () => {
    const both = (field: "around" | "objects" | "subjects" | "obliques", a: string[], b: string[]) =>
      evidence(saying("a", 0, {[field]: a}), saying("b", 1, {[field]: b}))
    expect(both("objects", ["cattle"], ["cattle", "night"])["the same objects"]).toBe(1)
    expect(both("around", ["cattle"], ["night"])["the same words around"]).toBeUndefined()
    expect(both("obliques", ["cattle", "night"], ["night", "cow"])["the same times and places"]).toBeCloseTo(0.5, 9)
    // a word of all stories weighs less than one of a single story; one of none weighs one
    const [rare, common] = [Math.log(4), Math.log(4 / 3)]
    expect(both("subjects", ["river", "cow"], ["river", "night"])["the same subjects"]).toBeCloseTo(common / (common + rare), 9)
    expect(both("subjects", ["nowhere"], ["nowhere", "river"])["the same subjects"]).toBeCloseTo(1, 9)
    expect(both("subjects", ["cattle"], ["night"])).toMatchObject({"other subjects": 1})
    expect(both("subjects", ["cattle"], ["cattle"])["other subjects"]).toBeUndefined()
    expect(both("subjects", ["cattle"], [])["other subjects"]).toBeUndefined()
    expect(both("subjects", [], ["cattle"])["other subjects"]).toBeUndefined()
  })

  test("stories that are alike are one tale; like sentences with the same stem", () => {
    const [one, two] = [saying("a", 0), saying("b", 1)]
    const found = evidence(one, two)
    // by hand: every word weighs (1 + ln of how often) by its rarity
    const [all, some, only] = [Math.log(4 / 3), Math.log(4 / 2), Math.log(4)]
    const twice = (1 + Math.log(2)) * only
    const [first, second] = [Math.hypot(all, some, twice, only, only), Math.hypot(all, some, only, only)]
    const likeness = (all * all + some * some) / (first * second)
    expect(found["a close-knit tale"]).toBeCloseTo(likeness, 9)
    expect(found["a close-knit tale and the same stem"]).toBeCloseTo(likeness, 9)
    expect(found["like stories and the same stem"]).toBeCloseTo(likeness, 9)
    const sentences = (all * all + some * some) / (Math.hypot(all, some, twice) * Math.hypot(all, some, only))
    expect(found["like sentences and the same stem"]).toBeCloseTo(sentences, 9)
    const apart = evidence(one, saying("b", 1, {stem: "loot", lemma: "loot"}))
    expect(apart["a close-knit tale and words for one deed"]).toBeCloseTo(likeness, 9)
    expect(apart["like sentences and the same stem"]).toBeUndefined()
    expect(apart["like stories and the same stem"]).toBeUndefined()
    expect(evidence(one, saying("b", 0))["a close-knit tale"]).toBeUndefined()
  })

  test("mentions tale by tale; those of no document by themselves", () => {
    const all = [saying("a", 0), saying("b", 2), saying("c", 1), saying("d", 9)]
    expect(pile(all, stories, () => false).tales.map(tale => tale.map(s => s.id))).toEqual([["a", "c"], ["b"], ["d"]])
    expect(pile([saying("b", 2)], stories, () => false).tales).toHaveLength(1)
  })

  test("the best pair comes together first, then what suits the whole group", () => {
    const same = {objects: ["cattle"], around: ["night"], subjects: ["herder"]}
    const group = (...all: Saying[]) => happenings(all, stories, () => false)
    expect(group(saying("a", 0, same), saying("b", 1, same), saying("c", 0, {...same, sentence: 1}))).toEqual([["a", "c", "b"]])
    const other = {objects: ["cow"], around: ["cow"], subjects: ["cow"], stem: "walk", lemma: "walk", sentence: 1}
    expect(group(saying("a", 0, same), saying("x", 0, other), saying("b", 1, same), saying("y", 1, other))).toEqual([
      ["a", "b"],
      ["x", "y"]
    ])
    expect(group(saying("x", 0, other), saying("a", 0, same), saying("b", 1, same))).toEqual([["x"], ["a", "b"]])
  })
})

test("stems: of nouns made of verbs, and of doubled letters", () => {
  const stems = Object.fromEntries(
    ["shelling", "bombings", "agreement", "killer", "planned", "passes", "go", "Invasion", "withdrawal", "aged"].map(w => [
      w,
      stemOf(w)
    ])
  )
  expect(stems).toEqual({
    shelling: "shel",
    bombings: "bomb",
    agreement: "agre",
    killer: "kil",
    planned: "plan",
    passes: "pass",
    go: "go",
    Invasion: "invas",
    withdrawal: "withdraw",
    aged: "aged"
  })
})

test("groups of words: each word may be of several, once in each", () => {
  const groups = deedGroups([
    ["buy", "take"],
    ["take", "seize"]
  ])
  expect([groups("buy"), groups("take"), groups("seize"), groups("walk")]).toEqual([[0], [0, 1], [1], []])
  expect(() => deedGroups({})).toThrow("data/words/same-deeds.yaml: should be a list of groups of words")
  expect(() => deedGroups([["a"], "b"], "mine.yaml")).toThrow("mine.yaml: group 2 should be a list of words")
  expect(() => deedGroups([[7]])).toThrow("7 in group 1 should be a lower-case word")
})

describe("judgements", () => {
  const verdict = (id: string, op: Verdict["op"], target: string, other: string): Verdict => ({
    id,
    who: "ada",
    when: "2031-06-01",
    op,
    target,
    other
  })
  test("a group is named by its first mention, and each remembers the first verdict that joined it", () => {
    for (const pairs of [
      [
        ["b", "c"],
        ["a", "c"]
      ],
      [
        ["c", "b"],
        ["c", "a"]
      ],
      [
        ["a", "b"],
        ["b", "c"]
      ]
    ] as const) {
      const verdicts = pairs.map(([x, y], i) => verdict(`v${i}`, "same", x, y))
      const found = judgements(verdicts)
      expect(["a", "b", "c", "d"].map(found.groupOf)).toEqual(["a", "a", "a", undefined])
      expect(found.joinedBy(pairs[0][0])!.id).toBe("v0")
      expect(found.joinedBy(pairs[0][1])!.id).toBe("v0")
      expect(found.joinedBy("d")).toBeUndefined()
      expect([...found.named].sort()).toEqual(["a", "b", "c"])
      expect(found.warnings).toEqual([])
    }
  })

  test("what keeps two apart keeps their groups apart; said twice it joins nothing more", () => {
    const found = judgements([
      verdict("v1", "same", "a", "b"),
      verdict("v2", "same", "b", "a"),
      verdict("v3", "unsure", "b", "c"),
      verdict("v4", "same", "c", "d")
    ])
    expect(found.joinedBy("a")!.id).toBe("v2")
    expect([found.apart("a", "d")?.id, found.apart("d", "a")?.id, found.apart("a", "b"), found.apart("a", "x")]).toEqual([
      "v3",
      "v3",
      undefined,
      undefined
    ])
    expect(judgements([verdict("v1", "same", "a", "b")]).apart("a", "c")).toBeUndefined()
  })

  test("a ring that contradicts itself is told with both lines", () => {
    const {warnings} = judgements([
      verdict("v1", "not-same", "a", "c"),
      verdict("v2", "same", "a", "b"),
      verdict("v3", "same", "b", "c")
    ])
    expect(warnings).toEqual([
      'correction v3 (ada, 2031-06-01) says that b and c are the same; with other corrections that would join a and c, which v1 (ada, 2031-06-01) judges "not-same": left apart. Withdraw one of them by a new line for its pair.'
    ])
  })

  test("lines that are slips are named, those of others left alone", () => {
    const line = {...verdict("v1", "same", "a", "b"), why: "read both"}
    const read = (...lines: unknown[]) => verdictsFrom(lines.map(l => JSON.stringify(l)).join("\n"), "c.jsonl")
    expect(read(line, {...line, op: "accept"}, {...line, target: {article: "x"}})).toEqual([line])
    expect(() => read(line, {...line, op: 7})).toThrow('c.jsonl:2: "op" should say what is corrected')
    expect(() => read({...line, who: ""})).toThrow('c.jsonl:1: "who" is ""; it should be a text')
    expect(() => read({...line, target: null})).toThrow('"target" is null')
    expect(() => read({...line, why: 7})).toThrow('"why" is 7; it should be a text, or left out')
    for (const odd of [[], null, 7]) expect(() => read(odd)).toThrow("c.jsonl:1: should be one JSON object")
    expect(() => verdictsFrom("{", "c.jsonl")).toThrow("should be one JSON object")
  })
})
