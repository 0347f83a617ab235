import fc from "fast-check"
import {expect, test} from "vitest"
import {blockKeys} from "./blocks.ts"
import {dayNumber, type Gist, type Side} from "./gist.ts"
import {likelihood, nearAt, sameAt, sameEvent} from "./same-event.ts"

/// Who did it and to whom, where little is known of them.

const day = dayNumber("2031-05-14")
const guard: Side = {id: "KEN:police officer", key: "KEN", sector: "COP", generic: true, guessed: true}
const abroad: Side = {id: "UGA:police officer", key: "UGA", sector: "COP", generic: true}
const rebels: Side = {id: "UGA:militiaman", key: "UGA", sector: "REB", generic: true}
const uganda: Side = {id: "uga", key: "UGA"}
const president: Side = {id: "a-president", key: "TZA", sector: "GOV", particular: true, guessed: true}
const named = (name: string): Side => ({id: `name:${name}`, key: `name:${name.split(" ").at(-1)}`, particular: true})
const ugandan: Side = {...named("perez"), key: "UGA", alias: "name:perez"}
const lodwar = {id: "lodwar", name: "Lodwar", country: "KEN", grain: "city", basis: "stated"} as const
const on = (from: number, basis: "stated" | "assumed" = "stated") => ({from, until: from + 1, grain: "day", basis}) as const
const gist = (more: Partial<Gist> = {}): Gist => ({
  id: "a",
  article: "one",
  sentence: 0,
  type: "ASSAULT",
  stage: "deed",
  actors: [uganda],
  recipients: [guard],
  time: on(day),
  told: day,
  deed: ["raid"],
  words: ["cattle", "herder"],
  ...more
})
const score = (a: Partial<Gist>, b: Partial<Gist>): number | undefined => sameEvent(gist(a), gist({article: "two", ...b}))?.score

test("whose country was guessed is nobody else for certain; police are no rebels", () => {
  expect(score({}, {recipients: [{...abroad, key: "TZA", id: "TZA:officer"}]})).toBeGreaterThanOrEqual(sameAt)
  expect(score({}, {recipients: [{...rebels, key: "TZA"}]})).toBeUndefined()
  const certain: Side = {id: "KEN:herder", key: "KEN", sector: "COP", generic: true}
  expect(score({recipients: [certain]}, {recipients: [{...abroad, id: "TZA:officer", key: "TZA"}]})).toBeUndefined()
})

test("a name nobody knows may be whoever held an office; two names are two people", () => {
  const nhaca = named("carlos nhaca")
  expect(score({recipients: [nhaca]}, {recipients: [president]})).toBeGreaterThanOrEqual(sameAt)
  expect(score({recipients: [nhaca]}, {recipients: [named("nhaca")]})!).toBeGreaterThan(
    score({recipients: [nhaca]}, {recipients: [president]})!
  )
  expect(score({recipients: [nhaca]}, {recipients: [named("ana nhaca")]})).toBeUndefined()
  expect(score({recipients: [nhaca]}, {recipients: [named("otto")]})).toBeUndefined()
  expect(score({recipients: [nhaca]}, {recipients: [named("nhaca carlos")]})).toBeUndefined()
  // of a country that one of the two articles is about
  const kenyan = {...nhaca, key: "KEN", alias: nhaca.key}
  expect(score({recipients: [nhaca]}, {recipients: [kenyan]})).toBe(score({recipients: [nhaca]}, {recipients: [nhaca]}))
})

test("where one tells who did it and the other to whom, the place has to be one", () => {
  const [by, to] = [{recipients: []}, {actors: []}]
  expect(score(by, to)).toBeUndefined()
  expect(score({...by, place: lodwar}, {...to, place: lodwar})).toBeGreaterThanOrEqual(sameAt)
})

test("further down in an article what says no day may be a week old, if enough is told in common", () => {
  const late = {time: on(day + 7, "assumed"), told: day + 7, sentence: 4}
  expect(score({}, late)).toBeGreaterThanOrEqual(1.5)
  expect(score({}, {...late, words: ["cattle"], deed: ["drive"]})).toBeLessThanOrEqual(1)
  expect(score({}, {...late, sentence: 0})).toBeUndefined()
  expect(score({}, {...late, time: on(day - 7, "assumed"), told: day - 7})).toBeUndefined()
})

const sides = fc.subarray(
  [guard, abroad, rebels, uganda, president, named("juan perez"), named("perez"), named("ana perez"), named("otto"), ugandan],
  {maxLength: 2}
)
const gists: fc.Arbitrary<Gist> = fc
  .record({
    article: fc.constantFrom("x", "y"),
    sentence: fc.constantFrom(0, 3),
    type: fc.constantFrom("ASSAULT" as const, "CONSULT" as const),
    actors: sides,
    recipients: sides,
    from: fc.option(fc.integer({min: day - 40, max: day}), {nil: undefined}),
    length: fc.constantFrom(1, 1, 7, 30, 365),
    basis: fc.constantFrom("stated" as const, "inferred" as const, "assumed" as const),
    place: fc.constantFrom(undefined, lodwar, {...lodwar, id: "kenya", grain: "country" as const}),
    told: fc.integer({min: day - 10, max: day + 40}),
    deed: fc.constantFrom(["raid"], ["kill"]),
    words: fc.subarray(["cattle", "herder", "well"])
  })
  .map(({from, length, basis, place, ...rest}) => ({
    ...gist(rest),
    time: undefined,
    ...(from !== undefined && {
      time: {
        from,
        until: from + length,
        grain: length === 1 ? "day" : length === 7 ? "week" : length === 30 ? "month" : "year",
        basis
      }
    }),
    ...(place && {place})
  })) as fc.Arbitrary<Gist>

test("judging is symmetric and whoever may be one event meets, however little is known of them", () => {
  const meets = (a: Gist, b: Gist): boolean => {
    const filed = new Set(blockKeys(b).filed)
    return blockKeys(a).sought.some(key => filed.has(key))
  }
  fc.assert(
    fc.property(gists, gists, (a, b) => {
      const found = likelihood(a, b)
      expect(likelihood(b, a)).toBe(found)
      if (a.type === b.type && found !== undefined && found >= nearAt(a, b))
        expect([meets(a, b), meets(b, a)]).toEqual([true, true])
    }),
    {numRuns: 3000}
  )
})
