import {describe, expect, test} from "vitest"
import {mention, type Sketch} from "../../test/mentions.ts"
import type {EventMention, Party} from "../model/model.ts"
import {dayNumber, gistOf, isCredible, keysOf, stageOf} from "./gist.ts"
import {stemOf} from "./happenings.ts"

/// What is compared of a telling.

const told = (sketch: Sketch = {}, more: Partial<EventMention> = {}): EventMention => ({
  ...mention({day: "2031-05-14", published: "2031-05-14", words: [], ...sketch}),
  ...more
})
const saying = (quote: string, words: readonly string[] = []): EventMention => {
  const m = told({words})
  return {...m, predicate: {...m.predicate, quote}}
}
const by = (...parties: Party[]): EventMention =>
  told({}, {actors: parties.map(means => ({means, basis: "stated", evidence: []}))})
const party = (id: string, more: Partial<Party> = {}): Party => ({id, name: id, sectors: [], ...more})

test("days are counted from 1970; a plan, a deed and a denial are stages", () => {
  expect([dayNumber("1970-01-01"), dayNumber("1970-01-02"), dayNumber("1969-12-31")]).toEqual([0, 1, -1])
  expect((["happened", "ongoing", "planned", "possible", "did-not-happen"] as const).map(stageOf)).toEqual([
    "deed",
    "deed",
    "plan",
    "plan",
    "denial"
  ])
})

describe("when", () => {
  test("a day is a stretch; what is no stretch is no day, nor is a deed's day after it was told", () => {
    const from = dayNumber("2031-05-14")
    expect(gistOf(told()).time).toEqual({from, until: from + 1, grain: "day", basis: "stated"})
    expect(gistOf(told()).told).toBe(from)
    expect(gistOf(told({until: "2031-05-14"})).time).toBeUndefined()
    expect(gistOf(told({day: undefined})).time).toBeUndefined()
    expect(gistOf(told({published: undefined})).told).toBeUndefined()
    // "this year", of what has happened
    const year = {day: "2031-01-01", until: "2032-01-01", grain: "year"} as const
    expect(gistOf(told(year)).time).toMatchObject({until: from + 1})
    expect(gistOf(told({...year, status: "planned"})).time).toMatchObject({until: dayNumber("2032-01-01")})
    const ahead = {day: "2031-05-15"}
    expect(gistOf(told(ahead)).time).toBeUndefined()
    expect(gistOf(told({...ahead, status: "planned"})).time).toBeDefined()
    expect(gistOf(told({...ahead, published: undefined})).time).toBeDefined()
    expect([isCredible(told()), isCredible(told(ahead)), isCredible(told({day: undefined}))]).toEqual([true, false, true])
  })
})

describe("who", () => {
  test("a name nobody knows is found by its last word; an office or a country that is not in the words is guessed", () => {
    const unknown = party("name-6f2a", {name: "Carlos Nhaca"})
    expect(gistOf(by(unknown)).actors).toEqual([{id: "name:carlos nhaca", key: "name:nhaca"}])
    const guard = party("KEN:guard", {kind: "generic", country: "KEN"})
    const quoted = (means: Party, quote: string, basis: "stated" | "inferred"): EventMention => {
      const m = told()
      return {...m, actors: [{means, basis, evidence: [{...m.predicate, quote}]}]}
    }
    expect(gistOf(quoted(guard, "the guards", "inferred")).actors[0]!.guessed).toBe(true)
    expect(gistOf(quoted(guard, "Kenyan guards", "stated")).actors[0]!.guessed).toBeUndefined()
    const president = party("ruto", {name: "William Ruto", kind: "person", country: "KEN"})
    expect(gistOf(quoted(president, "the president", "stated")).actors[0]!.guessed).toBe(true)
    expect(gistOf(quoted(president, "President Ruto", "stated")).actors[0]!.guessed).toBeUndefined()
  })

  test("nobody in particular is nobody to be told by; a country's people are filed under their country", () => {
    const {actors} = gistOf(
      by(
        party("general", {kind: "generic", sectors: ["MIL"]}),
        party("ken:MIL", {kind: "generic", country: "KEN", sectors: ["MIL"]}),
        party("ken-minister", {kind: "person", country: "KEN", sectors: ["GOV", "MIL"]}),
        party("red-cross", {kind: "organization"}),
        party("unknown")
      )
    )
    expect(actors).toEqual([
      {id: "ken:MIL", key: "KEN", sector: "MIL", generic: true},
      {id: "ken-minister", key: "KEN", sector: "GOV", particular: true},
      {id: "red-cross", key: "red-cross", particular: true, many: true},
      {id: "unknown", key: "unknown"}
    ])
    expect(keysOf(actors)).toEqual(["KEN", "red-cross", "unknown"])
  })

  test("of many parties the first six by key are compared", () => {
    const {actors} = gistOf(by(..."hgfedcba".split("").map(id => party(id))))
    expect(actors.map(s => s.key)).toEqual(["f", "e", "d", "c", "b", "a"])
  })
})

describe("the deed", () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ["had signed a treaty", [], ["sign", "treaty"]],
    ["met", [], ["meet"]],
    ["asked", ["ask"], ["ask"]],
    ["was", [], ["was"]],
    ["murdered", [], ["murd"]],
    ["killed", [], ["kil"]],
    ["called off", [], ["cal"]],
    ["one two three four five six", [], ["one", "two", "three", "four", "five"].map(stemOf)],
    ["raid and raid", [], ["raid"]]
  ])("%s", (quote, words, deed) => {
    const found = gistOf(saying(quote, words)).deed
    if (quote === "one two three four five six") expect(found).toHaveLength(5)
    else if (quote === "raid and raid") expect(found.filter(d => d === "raid")).toHaveLength(1)
    else expect(found).toEqual(deed)
  })

  test("its words' groups, as written, as the dictionary has them, with their particle", () => {
    const groups: Record<string, readonly number[]> = {cancel: [5], "call off": [5, 2], called: [9], off: [1], treaty: [3]}
    const of = (quote: string, words: readonly string[]) => gistOf(saying(quote, words), word => groups[word] ?? []).kinds
    expect(of("called off", ["call", "treaty"])).toEqual([2, 5, 9])
    expect(of("called", ["call"])).toEqual([9])
    expect(of("cancelled", ["cancel"])).toEqual([5])
    expect(of("walked", ["treaty"])).toBeUndefined()
    // those of its other words are what it is about
    const about = (quote: string, words: readonly string[]) => gistOf(saying(quote, words), word => groups[word] ?? []).themes
    expect(about("cancelled", ["cancel", "treaty"])).toEqual([3])
    expect(about("cancelled", ["cancel"])).toBeUndefined()
  })
})

describe("its words", () => {
  test("without those of the calendar, of light verbs, of years, and of names that are judged by themselves", () => {
    const m = told({
      words: ["talk", "hold", "monday", "2031", "1899", "1798", "russia", "camp", "talk", "lodwar"],
      place: "Lodwar"
    })
    const named = {...m, actors: m.actors.map(a => ({...a, evidence: [{...m.predicate, quote: "Russia"}]}))}
    expect(gistOf(named).words).toEqual(["1798", "camp", "talk"])
    // who is told of in names alone is told by them
    const only = {...named, words: ["russia", "monday", "hold"]}
    expect(gistOf(only).words).toEqual(["hold", "russia"])
  })

  test("of people without a name only what is written as one", () => {
    const m = by(party("kor:CVL", {kind: "generic", country: "KOR", name: "South Korean tourist"}))
    const quoted = {
      ...m,
      words: ["tourist", "korean"],
      actors: m.actors.map(a => ({...a, evidence: [{...m.predicate, quote: "a South Korean tourist"}]}))
    }
    expect(gistOf(quoted).words).toEqual(["tourist"])
  })

  test("five words and more are nobody else's", () => {
    expect(gistOf(told({words: ["e", "d", "c", "b", "a", "a"]})).wording).toBe("a b c d e")
    expect(gistOf(told({words: ["d", "c", "b", "a"]})).wording).toBeUndefined()
  })
})

test("place and way are taken as they are told", () => {
  const {place, mode} = gistOf(told({place: "Lodwar", mode: "visit"}))
  expect(place).toEqual({id: "Lodwar", name: "Lodwar", country: "RUS", grain: "city", basis: "stated"})
  expect(mode).toBe("visit")
  expect(Object.keys(gistOf(told({day: undefined, published: undefined}))).sort()).toEqual(
    ["id", "article", "sentence", "type", "stage", "actors", "recipients", "deed", "words"].sort()
  )
})
