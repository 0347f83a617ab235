import {describe, expect, test} from "vitest"
import {blockKeys} from "./blocks.ts"
import {dayNumber, type Gist, type Side} from "./gist.ts"
import {judgements, unjudged, type Verdict} from "./judgements.ts"
import {byAge, isSwayed, type Placed, place, stageLinks} from "./placing.ts"
import {sameAt} from "./same-event.ts"

/// How tellings find their event.

const day = dayNumber("2031-05-14")
const kenya: Side = {id: "ken", key: "KEN"}
const uganda: Side = {id: "uga", key: "UGA"}
const on = (from: number, until = from + 1, grain: "day" | "week" | "month" = "day") =>
  ({from, until, grain, basis: "stated"}) as const
const gist = (id: string, more: Partial<Gist> = {}): Gist => ({
  id,
  article: `of ${id}`,
  sentence: 0,
  type: "ASSAULT",
  stage: "deed",
  actors: [kenya],
  recipients: [uganda],
  time: on(day),
  told: day,
  deed: ["raid"],
  words: ["cattle", "herder"],
  ...more
})
const verdict = (op: Verdict["op"], target: string, other: string, why?: string): Verdict => ({
  id: `${target}${other}`,
  who: "ada",
  when: "2031-06-01",
  op,
  target,
  other,
  ...(why !== undefined && {why})
})
const placed = (gists: readonly Gist[], verdicts: readonly Verdict[] = []) =>
  place(
    gists.map(g => ({gist: g})),
    blockKeys,
    judgements(verdicts)
  ).groups
const ids = (gists: readonly Gist[], verdicts: readonly Verdict[] = []): string[] =>
  placed(gists, verdicts).map(g => g.members.map(m => m.gist.id).join(" "))
/// Filed so that all meet.
const together = (g: Gist) => ({filed: [1], sought: [1], of: g.id})

test("the earliest told first, what nobody knows when last, then by id", () => {
  const [a, b] = [gist("a"), gist("b")]
  expect([byAge(a, b), byAge(b, a), byAge(a, a)]).toEqual([-1, 1, 0])
  expect(byAge(gist("z", {told: day - 1}), a)).toBeLessThan(0)
  expect(byAge(gist("z", {told: undefined}), gist("a", {told: undefined}))).toBe(1)
  expect(byAge(gist("a", {told: undefined}), gist("z"))).toBeGreaterThan(0)
})

describe("into events", () => {
  test("each to the one it suits best; the first names it", () => {
    const here = {place: {id: "lodwar", name: "Lodwar", country: "KEN", grain: "city", basis: "stated"}} as const
    const there = {
      place: {id: "moroto", name: "Moroto", country: "UGA", grain: "city", basis: "stated"},
      words: ["bridge", "shell"]
    } as const
    const pile = [gist("a", here), gist("b", there), gist("c", {...there, told: day + 1}), gist("d", {...here, told: day + 1})]
    expect(ids(pile)).toEqual(["a d", "b c"])
    expect(ids([...pile].reverse())).toEqual(["a d", "b c"])
    const [first] = placed(pile)
    expect(first!.id).toBe("a")
    expect(first!.members[1]).toMatchObject({beside: "a"})
    expect(first!.members[1]!.merge!()).toMatchObject({mention: "d", with: "a", score: expect.any(Number)})
    expect(first!.members[1]!.merge!().score).toBeGreaterThanOrEqual(sameAt)
    expect(first!.parts.map(p => p.map(g => g.id))).toEqual([["a", "d"]])
    // as well of the one as of the other: of the first
    const same = [gist("a"), gist("b"), gist("c")]
    const apart = [verdict("not-same", "a", "b")]
    expect(ids(same, apart)).toEqual(["a c", "b"])
  })

  test("plans, deeds and denials are never one", () => {
    expect(ids([gist("a"), gist("b", {stage: "plan"}), gist("c", {stage: "denial"}), gist("d", {stage: "plan"})])).toEqual([
      "a",
      "b d",
      "c"
    ])
  })

  test("what is as near to two vaguely is of neither, and may be of both", () => {
    const week = {time: on(day - 3, day + 4, "week"), told: day + 5}
    const two = [
      gist("a", {place: {id: "lodwar", name: "Lodwar", grain: "city", basis: "stated", country: "KEN"}}),
      gist("b", {
        words: ["bridge", "shell"],
        place: {id: "lokichar", name: "Lokichar", grain: "city", basis: "stated", country: "KEN"}
      })
    ]
    expect(ids(two)).toEqual(["a", "b"])
    const vague = gist("v", {...week, words: ["bridge", "cattle", "herder", "shell"]})
    expect(ids([two[0]!, vague])).toEqual(["a v"])
    const groups = placed([...two, vague])
    expect(groups.map(g => g.members.map(m => m.gist.id).join(" "))).toEqual(["a", "b", "v"])
    expect(groups[2]!.doubts!().map(d => [d.kind, d.event])).toEqual([
      ["undecided", "a"],
      ["undecided", "b"]
    ])
    // who says where, is of the one there
    expect(ids([...two, {...vague, place: two[1]!.place!}])).toEqual(["a", "b v"])
  })

  test("no member of an event may say another day, and few of forty may forbid it otherwise", () => {
    const other = gist("x", {time: {...on(day + 2), basis: "assumed"}, told: day + 2})
    expect(ids([gist("a"), other])).toEqual(["a x"])
    // "b" stands two days before "a", four before "x"
    const before = gist("b", {time: {...on(day - 2), basis: "assumed"}, told: day + 1})
    expect(ids([gist("a"), before, other])).toEqual(["a b", "x"])
    const many = Array.from({length: 40}, (_, i) => gist(`a${String(i).padStart(2, "0")}`))
    const last = {...before, id: "b"}
    // one of forty may be misread
    expect(ids([...many.slice(1), last, other])).toEqual([[...many.slice(1).map(g => g.id), "b", "x"].join(" ")])
    // whoever says another day is not outvoted, unless there are forty before
    const certain = gist("x", {time: on(day + 2), told: day + 2, words: ["cattle", "herder", "shell"]})
    const month = {time: on(day - 10, day + 18, "month"), told: day + 1}
    const vague = many.map(g => ({...g, ...month}))
    expect(ids([...vague.slice(1), {...certain, id: "b"}, gist("c", {told: day + 3})])).toHaveLength(2)
    expect(ids([...vague, {...certain, id: "b"}, gist("c", {told: day + 3})])).toHaveLength(1)
  })

  test("what stands already is put where it stands; whose event began elsewhere is astray, and judged", () => {
    const [a, b, c] = [gist("a"), gist("b", {time: on(day + 5)}), gist("c", {told: day + 1})]
    const items: Placed[] = [
      {gist: a, stands: {event: "a"}},
      {gist: b, stands: {event: "a", beside: "a"}},
      {gist: c, stands: {event: "gone", beside: "gone"}}
    ]
    const {groups, astray} = place(items, together, unjudged)
    expect(groups.map(g => g.members.map(m => [m.gist.id, m.beside, m.merge !== undefined]))).toEqual([
      [
        ["a", undefined, false],
        ["b", "a", false]
      ],
      [["c", undefined, false]]
    ])
    expect(groups[0]!.doubts).toBeUndefined()
    expect(groups[1]!.doubts).toBeDefined()
    expect(astray).toEqual(["c"])
    // beside somebody who is no longer there
    expect(place([items[0]!, {gist: b, stands: {event: "a", beside: "z"}}], together, unjudged).astray).toEqual(["b"])
  })
})

describe("what people judged", () => {
  test("goes before all else, with who said so, and why", () => {
    const far = gist("c", {actors: [uganda], recipients: [kenya], time: on(day + 100), told: day + 100})
    const groups = placed([gist("a"), far], [verdict("same", "a", "c", "read both")])
    expect(groups.map(g => g.members.map(m => m.gist.id))).toEqual([["a", "c"]])
    expect(groups[0]!.members[1]!.merge!()).toEqual({
      mention: "c",
      with: "a",
      score: sameAt,
      parts: [{says: 'judged "same" by ada on 2031-06-01: read both', weight: sameAt}]
    })
    expect(groups[0]!.parts.map(p => p.map(g => g.id))).toEqual([["a"], ["c"]])
    // each part of an event is asked by itself
    expect(
      ids([gist("a"), far, gist("d", {...far, id: "d", article: "of d", told: day + 101})], [verdict("same", "a", "c")])
    ).toEqual(["a c d"])
  })

  test("who stands beside the one he was judged the same as, gave his reason before", () => {
    const far = gist("c", {time: on(day + 100), told: day + 100})
    const judged = judgements([verdict("same", "a", "c")])
    const reasonOf = (stands: NonNullable<Placed["stands"]>) =>
      place(
        [
          {gist: gist("a"), stands: {event: "a"}},
          {gist: far, stands}
        ],
        blockKeys,
        judged
      ).groups[0]!.members[1]!.merge
    expect(reasonOf({event: "a", beside: "a"})).toBeUndefined()
    expect(reasonOf({event: "a", beside: "z"})).toBeDefined()
    expect(reasonOf({event: "z", beside: "a"})).toBeDefined()
  })

  test("unsure keeps apart and stays a doubt, whatever the score", () => {
    const groups = placed([gist("a"), gist("b")], [verdict("unsure", "a", "b")])
    expect(groups).toHaveLength(2)
    expect(groups[1]!.doubts!()).toEqual([
      {kind: "undecided", event: "a", says: expect.stringMatching(/^1\.5 of 3: judged "unsure" by ada on 2031-06-01$/)}
    ])
    expect(placed([gist("a"), gist("b")], [verdict("not-same", "a", "b")])[1]!.doubts!()).toEqual([])
  })

  test("of many doubts the eight best are kept", () => {
    const towns = Array.from({length: 12}, (_, i) =>
      gist(`t${String(i).padStart(2, "0")}`, {
        words: [`w${i}`],
        place: {id: `t${i}`, name: `T${i}`, grain: "city", basis: "stated", country: "KEN"}
      })
    )
    const vague = gist("v", {time: on(day - 3, day + 4, "week"), told: day + 5, words: towns.flatMap(t => t.words).toSorted()})
    const found = placed([...towns, vague]).at(-1)!.doubts!()
    expect(found.map(d => d.event)).toEqual(towns.slice(0, 8).map(t => t.id))
    expect(found[0]!.says).toMatch(/^\d\.\d of 3: .*; /)
  })
})

describe("plans and denials", () => {
  const links = (gists: readonly Gist[], verdicts: readonly Verdict[] = [], of?: (group: {id: string}) => boolean) =>
    Object.fromEntries(
      [...stageLinks(placed(gists, verdicts), blockKeys, judgements(verdicts), of)].map(([id, l]) => [id, `${l.kind} ${l.event}`])
    )
  const plan = gist("p", {stage: "plan"})
  const denial = gist("n", {stage: "denial"})
  test("hang on the deed that they suit, else what was called off on its plan", () => {
    expect(links([gist("a"), plan, denial])).toEqual({p: "plan-of a", n: "denial-of a"})
    expect(links([plan, denial])).toEqual({n: "stage-of p"})
    expect(links([plan])).toEqual({})
    expect(links([gist("a")])).toEqual({})
    const other = gist("a", {actors: [{id: "tcd", key: "TCD"}]})
    expect(links([other, plan])).toEqual({})
    expect(links([gist("a"), plan, denial], [], g => g.id === "p")).toEqual({p: "plan-of a"})
  })

  test("on the one that suits best, and with its reasons", () => {
    const far = gist("b", {
      words: ["bridge", "shell"],
      place: {id: "moroto", name: "Moroto", country: "UGA", grain: "city", basis: "stated"}
    })
    const here = {place: {id: "lodwar", name: "Lodwar", country: "KEN", grain: "city", basis: "stated"}} as const
    expect(links([far, gist("c", here), {...plan, ...here}])).toEqual({p: "plan-of c"})
    const says = [...stageLinks(placed([gist("a"), plan]), blockKeys, unjudged).values()][0]!.says
    expect(says).toBe(
      "the same day; the same actors; the same recipients; both in the word raid; words in common: cattle, herder; the deed and what it is about"
    )
  })

  test("what people judged goes first", () => {
    const far = gist("b", {time: on(day + 200), told: day + 200})
    expect(links([gist("a"), far, plan], [verdict("same", "p", "b")])).toEqual({p: "plan-of b"})
    const found = [
      ...stageLinks(
        placed([gist("a"), far, plan], [verdict("same", "p", "b")]),
        blockKeys,
        judgements([verdict("same", "p", "b")])
      ).values()
    ]
    expect(found[0]!.says).toBe('judged "same" by ada on 2031-06-01')
  })
})

test("a group that changed sways whom it now suits otherwise", () => {
  const [a, b] = [gist("a"), gist("b")]
  const stranger = gist("s", {type: "AID"})
  const later = gist("l", {time: on(day + 5)})
  expect(isSwayed(gist("x"), [], [[a]])).toBe(true)
  expect(isSwayed(gist("x"), [[a]], [[a]])).toBe(false)
  expect(isSwayed(gist("x"), [[a]], [[a, b]])).toBe(false)
  expect(isSwayed(gist("x"), [[a]], [[b]])).toBe(true)
  expect(isSwayed(stranger, [], [[a]])).toBe(false)
  expect(isSwayed(gist("x"), [[a]], [[later, a]])).toBe(true)
  const thin = gist("x", {words: ["shop"], deed: ["loot"]})
  expect(isSwayed(thin, [], [[a]])).toBe(false)
})
