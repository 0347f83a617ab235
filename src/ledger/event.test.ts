import {describe, expect, test} from "vitest"
import {mention, type Sketch} from "../../test/mentions.ts"
import type {EventMention} from "../model/model.ts"
import type {Book} from "./copies.ts"
import {eventOf} from "./event.ts"

/// What an event shows of what its tellings say.

let articles = 0
const telling = (sketch: Sketch = {}, more: Partial<EventMention> = {}): EventMention => {
  const article = sketch.article ?? `article${++articles}`
  return {...mention({day: "2031-05-14", published: "2031-05-14", publisher: article, ...sketch, article}), ...more}
}
const event = (mentions: readonly EventMention[], books: Record<string, Partial<Book>> = {}) =>
  eventOf(mentions as [EventMention, ...EventMention[]], [], id => ({signature: [], credits: [], ...books[id]}))
const stated = telling()
const inferred = telling({day: "2031-05-13", basis: "inferred"})
const supposed = telling({day: "2031-05-12", basis: "assumed"})
const corrected = (m: EventMention, field: "when" | "where" | "status"): EventMention => ({
  ...m,
  corrected: [{op: "fix", field, who: "e", when: "2031-06-01"} as unknown as NonNullable<EventMention["corrected"]>[0]]
})
const at = (
  id: string,
  grain: "exact" | "city" | "region" | "country",
  basis: "stated" | "inferred" | "assumed" = "stated"
): EventMention => telling({}, {place: {means: {id, name: id, country: "KEN", grain}, basis, evidence: []}})

describe("the day", () => {
  const dayOf = (...mentions: EventMention[]) => {
    const {time, timeBasis, account} = event(mentions)
    return [time?.from, timeBasis, account?.shown.find(s => s.field === "time")?.says]
  }
  test("what is stated goes before what is inferred, and that before what is supposed", () => {
    expect(dayOf(stated)).toEqual(["2031-05-14", "stated", undefined])
    expect(dayOf(supposed, inferred, stated)).toEqual(["2031-05-14", "stated", "stated; the others are inferred or supposed"])
    expect(dayOf(supposed, inferred)).toEqual(["2031-05-13", "inferred", "inferred from what is said; the others are supposed"])
    expect(dayOf(supposed)).toEqual(["2031-05-12", "assumed", undefined])
    const same = telling({day: "2031-05-12", basis: "stated"})
    expect(dayOf(supposed, same)).toEqual(["2031-05-12", "stated", undefined])
    expect(dayOf(telling({day: undefined}))).toEqual([undefined, undefined, undefined])
  })

  test("what a person said goes before all else", () => {
    expect(dayOf(stated, corrected(supposed, "when"))).toEqual(["2031-05-12", "assumed", "corrected by a person"])
    expect(dayOf(stated, corrected(supposed, "where"))[0]).toBe("2031-05-14")
  })

  test("the more exact, then what more lines say, then what was told first", () => {
    const month = telling({day: "2031-05-01", until: "2031-06-01", grain: "month"})
    expect(dayOf(month, stated)).toEqual(["2031-05-14", "stated", "the most exact of 2"])
    const other = telling({day: "2031-05-13"})
    expect(dayOf(other, stated)).toEqual(["2031-05-13", "stated", "told first; as many lines say otherwise"])
    expect(dayOf(other, stated, telling())).toEqual(["2031-05-14", "stated", "told by 2 of 3 independent lines"])
    // one outlet's two articles are one line
    const twice = telling({publisher: stated.publisher!})
    expect(dayOf(other, stated, twice)[0]).toBe("2031-05-13")
    const hour = telling({grain: "time", day: "2031-05-15", published: "2031-05-16"})
    expect(dayOf(stated, hour)[0]).toBe("2031-05-15")
  })

  test("a day after it was told is a misreading", () => {
    const ahead = telling({day: "2031-05-20"})
    expect(dayOf(ahead, supposed)[0]).toBe("2031-05-12")
    expect(dayOf(ahead)[0]).toBe("2031-05-20")
    const today = telling({day: "2031-05-14", published: "2031-05-14"})
    expect(dayOf(today, supposed)[0]).toBe("2031-05-14")
  })
})

describe("place and status", () => {
  const placeOf = (...mentions: EventMention[]) => {
    const {place, account} = event(mentions)
    return [place?.id, account?.shown.find(s => s.field === "place")?.says]
  }
  test("the place: as the day", () => {
    expect(placeOf(at("kenya", "country"), at("lodwar", "city"))).toEqual(["lodwar", "the most exact of 2"])
    expect(placeOf(at("lodwar", "city"), at("market", "exact"))).toEqual(["market", "the most exact of 2"])
    expect(placeOf(at("lodwar", "city", "assumed"), at("turkana", "region"))[0]).toBe("turkana")
    expect(placeOf(at("lodwar", "city", "assumed"), at("turkana", "region", "inferred"))[0]).toBe("turkana")
    expect(placeOf(at("lodwar", "city"), corrected(at("turkana", "region"), "where"))).toEqual([
      "turkana",
      "corrected by a person"
    ])
    expect(placeOf(at("lodwar", "city"), corrected(at("turkana", "region"), "when"))[0]).toBe("lodwar")
    expect(placeOf(telling())).toEqual([undefined, undefined])
    expect(
      event([at("lodwar", "city"), at("lodwar", "city"), at("kenya", "country")]).values.place.map(v => v.mentions.length)
    ).toEqual([2, 1])
  })

  test("the status: what most lines say, or a person", () => {
    const goesOn = telling({status: "ongoing"})
    expect(event([goesOn, stated]).status).toBe("ongoing")
    expect(event([goesOn, stated, telling()]).status).toBe("happened")
    expect(event([stated, telling(), corrected(goesOn, "status")]).status).toBe("ongoing")
    expect(event([stated, telling(), corrected(goesOn, "when")]).status).toBe("happened")
    expect(event([stated]).account).toBeUndefined()
    expect(event([goesOn, stated]).account!.shown).toEqual([
      {field: "status", value: "ongoing", says: "told first; as many lines say otherwise"}
    ])
  })
})

test("an event is history only if nobody tells it as news; parties, ways and contexts stand once each", () => {
  const then = telling({background: true})
  expect(event([then, telling({background: true})]).background).toBe(true)
  expect(event([then, stated]).background).toBe(false)
  const twice = event([
    telling({mode: "visit", actors: ["KEN", "UGA"]}, {contexts: ["military"] as unknown as EventMention["contexts"]}),
    telling(
      {mode: "visit", actors: ["UGA", "TCD"], recipients: ["KEN"]},
      {contexts: ["military", "diplomatic"] as unknown as EventMention["contexts"]}
    ),
    telling({actors: []})
  ])
  expect(twice.modes).toEqual(["visit"])
  expect(twice.contexts).toEqual(["military", "diplomatic"])
  expect(twice.actors.map(p => p.id)).toEqual(["ken", "uga", "tcd"])
  expect(twice.recipients.map(p => p.id)).toEqual(["ken"])
})

test("its id is that of its first telling", () => {
  const [a, b] = [telling({actors: ["KEN"]}), telling({actors: ["KEN"]})]
  expect(event([a, b])).toMatchObject({id: a.id, type: "CONSULT", outlets: 2, independent: 2})
  expect(event([b, a]).id).toBe(b.id)
})

test("how sure: each further telling takes a third of its own weight from the doubt, and the eighth is the last that counts", () => {
  const sure = (...each: number[]): number => event(each.map(confidence => telling({}, {confidence}))).confidence
  expect(sure(0.7)).toBe(0.7)
  expect(sure(0.6, 0.6)).toBe(0.68)
  expect(sure(0.6, 0.6, 0.3)).toBe(0.71)
  expect(sure(0, ...Array(7).fill(0.3))).toBe(sure(0, ...Array(20).fill(0.3)))
  expect(sure(0, ...Array(6).fill(0.3))).toBeLessThan(sure(0, ...Array(7).fill(0.3)))
  expect(sure(1, 1, 1)).toBe(0.99)
})

test("what a later version no longer says is not shown, but kept among the values", () => {
  const first = telling({article: "first", publisher: "Gazette", day: "2031-05-10"})
  const second = telling({article: "second", publisher: "Gazette", published: "2031-05-15", day: "2031-05-11"})
  const address = {url: "https://gazette.example/raid"}
  const whole = event([first, second], {first: address, second: address})
  expect(whole.time!.from).toBe("2031-05-11")
  expect(whole.values.time).toHaveLength(2)
  expect(whole.account!.superseded).toEqual([first.id])
  expect(whole.account!.history).toEqual([
    {field: "time", before: "2031-05-10", after: "2031-05-11", mention: second.id, published: "2031-05-15", corrected: true}
  ])
  expect(whole).toMatchObject({outlets: 1, independent: 1})
})

test("an outlet without a name is its article; copies of one story are one line of two outlets", () => {
  const nameless = [telling({publisher: undefined}), telling({publisher: undefined})].map(
    ({publisher: _, ...m}) => m as EventMention
  )
  expect(event(nameless)).toMatchObject({outlets: 2, independent: 2})
  const [a, b] = [telling({article: "a"}), telling({article: "b"})]
  const credits = {credits: ["tideline"]}
  expect(event([a, b], {a: credits, b: credits})).toMatchObject({outlets: 2, independent: 1})
})

describe("what contradicts what", () => {
  const conflictsOf = (...mentions: EventMention[]) =>
    (event(mentions).account?.conflicts ?? []).map(c => [c.field, c.values.map(v => [v.value, v.lines])])
  test("days that do not touch, when both are stated", () => {
    const [other, month] = [telling({day: "2031-05-12"}), telling({day: "2031-05-01", until: "2031-06-01", grain: "month"})]
    expect(conflictsOf(stated, other)).toEqual([
      [
        "time",
        [
          ["2031-05-14", 1],
          ["2031-05-12", 1]
        ]
      ]
    ])
    expect(conflictsOf(stated, month)).toEqual([])
    expect(conflictsOf(stated, inferred)).toEqual([])
    const june = telling({day: "2031-06-01", until: "2031-07-01", grain: "month", published: "2031-07-02"})
    expect(conflictsOf(month, june)).toEqual([
      [
        "time",
        [
          ["2031-05", 1],
          ["2031-06", 1]
        ]
      ]
    ])
    const long = telling({day: "2030-01-01", until: "2031-01-01", grain: "year"})
    const span = telling({day: "2031-05-01", until: "2031-05-09", grain: "duration"})
    expect(conflictsOf(long, span)).toEqual([
      [
        "time",
        [
          ["2030", 1],
          ["2031-05-01 to before 2031-05-09", 1]
        ]
      ]
    ])
    expect(conflictsOf(stated, telling(), other, telling({day: "2031-05-12"}))[0]![1]).toEqual([
      ["2031-05-14", 2],
      ["2031-05-12", 2]
    ])
  })

  test("places that cannot be one", () => {
    expect(conflictsOf(at("lodwar", "city"), at("lokichar", "city"))).toEqual([
      [
        "place",
        [
          ["lodwar", 1],
          ["lokichar", 1]
        ]
      ]
    ])
    expect(conflictsOf(at("lodwar", "city"), at("lodwar", "city"))).toEqual([])
    expect(conflictsOf(at("lodwar", "city"), at("kenya", "country"))).toEqual([])
    expect(conflictsOf(at("lodwar", "city"), at("lokichar", "city", "assumed"))).toEqual([])
    const uganda = telling(
      {},
      {place: {means: {id: "uga", name: "Uganda", country: "UGA", grain: "country"}, basis: "stated", evidence: []}}
    )
    expect(conflictsOf(at("lodwar", "city"), uganda)).toEqual([
      [
        "place",
        [
          ["lodwar", 1],
          ["Uganda", 1]
        ]
      ]
    ])
    const lake = telling({}, {place: {means: {id: "lake", name: "the lake", grain: "sea"}, basis: "stated", evidence: []}})
    expect(conflictsOf(at("lodwar", "city"), lake)).toEqual([])
    expect(conflictsOf(lake, at("lodwar", "city"))).toEqual([])
  })
})

describe("tolls", () => {
  const dead = (
    low: number | undefined,
    high: number | undefined,
    sketch: Sketch = {},
    what: "killed" | "people" = "killed"
  ): EventMention => {
    const m = telling(sketch)
    return {...m, tolls: [{what, ...(low !== undefined && {low}), ...(high !== undefined && {high}), evidence: m.predicate}]}
  }
  const shown = (...mentions: EventMention[]) => event(mentions).account?.shown.map(s => [s.value, s.says])
  test("the one that most independent lines give, of equals the latest", () => {
    expect(shown(dead(5, 5), dead(5, 5), dead(7, 7))).toEqual([["5", "told by 2 of 3 independent lines"]])
    expect(shown(dead(5, 5), dead(7, 7))).toEqual([["7", "the latest; as many lines say otherwise"]])
    expect(shown(dead(7, 7), dead(5, 5), dead(7, 7), dead(5, 5))).toEqual([["5", "the latest; as many lines say otherwise"]])
    expect(event([dead(5, 5), dead(5, 5)]).account).toBeUndefined()
    const conflicts = (...mentions: EventMention[]) => event(mentions).account?.conflicts ?? []
    expect(conflicts(dead(5, 5, {}, "people"), dead(7, 7, {}, "people"))).toEqual([])
    expect(conflicts(dead(5, 6), dead(6, 7))).toEqual([])
    expect(conflicts(dead(5, 6), dead(7, 8))).toHaveLength(1)
    expect(conflicts(dead(undefined, 6), dead(7, 8))).toHaveLength(1)
    expect(conflicts(dead(undefined, 6), dead(6, undefined))).toEqual([])
    expect(conflicts(dead(undefined, 6), dead(0, 0))).toEqual([])
  })

  test("in words", () => {
    const [few, many] = [dead(12, 12), dead(99, 99)]
    const texts = (
      [
        [5, undefined],
        [undefined, 7],
        [5, 7],
        [undefined, undefined]
      ] as const
    ).map(([low, high]) => shown(few, many, dead(low, high))![0]![0])
    expect(texts).toEqual(["at least 5", "at most 7", "5 to 7", "some"])
  })

  test("what one outlet counted anew is its history, corrected or not", () => {
    const first = dead(5, 5, {publisher: "Gazette"})
    const then = dead(7, 7, {publisher: "Gazette", published: "2031-05-15"})
    const again = dead(7, 7, {publisher: "Gazette", published: "2031-05-16"})
    expect(event([first, then, again]).account!.history).toEqual([
      {field: "tolls", what: "killed", before: "5", after: "7", mention: then.id, published: "2031-05-15", corrected: false}
    ])
    expect(event([first, dead(7, 7)]).account!.history).toEqual([])
    // two sentences of one article are no history
    expect(
      event([dead(5, 5, {article: "x"}), {...dead(7, 7, {article: "x", start: 9}), published: "2031-05-14"}]).account!.history
    ).toEqual([])
    // a day is told otherwise only where an article says that it corrects
    const day = telling({publisher: "Gazette", day: "2031-05-13", published: "2031-05-15"})
    expect(event([telling({publisher: "Gazette"}), day]).account!.history).toEqual([])
  })
})
