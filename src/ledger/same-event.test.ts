import {describe, expect, test} from "vitest"
import {blockKeys} from "./blocks.ts"
import {dayNumber, type Gist, type Side} from "./gist.ts"
import {likelihood, nearAt, sameAt, sameEvent, soleAt, undecidedAt} from "./same-event.ts"

/// What speaks for and against two tellings being of one event, one thing at a time.

const side = (id: string, key: string, more: Partial<Side> = {}): Side => ({id, key, ...more})
const kenya = side("ken", "KEN")
const uganda = side("uga", "UGA")
const chad = side("tcd", "TCD")
const minister = side("ken-minister", "KEN", {sector: "GOV", particular: true})
const army = side("ken:MIL", "KEN", {sector: "MIL"})
const police = side("ken:COP", "KEN", {sector: "COP"})
const soldier = (country: string): Side => side(`${country.toLowerCase()}:MIL`, country, {sector: "MIL", generic: true})

const day = dayNumber("2031-05-14")
const on = (from = day, until = from + 1, grain: "day" | "time" | "week" | "month" | "year" = "day") => ({
  from,
  until,
  grain,
  basis: "stated" as const
})
const town = {id: "lodwar", name: "Lodwar", country: "KEN", grain: "city", basis: "stated"} as const

const gist = (more: Partial<Gist> = {}): Gist => ({
  id: "a",
  article: "one",
  sentence: 0,
  type: "ASSAULT",
  stage: "deed",
  actors: [kenya],
  recipients: [uganda],
  time: on(),
  told: day,
  deed: ["raid"],
  words: ["cattle", "herder"],
  ...more
})

type Change = Partial<Gist>
/// The reasons that a change of one telling, or of each of the two, brings; undefined where they cannot be one.
function reasons(a: Change, b: Change = {}): string[] | undefined {
  const [one, other] = [gist(a), gist({id: "b", article: "two", ...b})]
  const found = sameEvent(one, other)
  const back = sameEvent(other, one)
  expect(back?.score).toEqual(found?.score)
  expect(back?.parts.map(p => p.says).sort()).toEqual(found?.parts.map(p => p.says).sort())
  if (!found) return undefined
  // the score is what its reasons weigh together, with and without being told
  expect(found.parts.reduce((sum, p) => sum + p.weight, 0)).toBeCloseTo(found.score, 9)
  expect(likelihood(one, other)).toBeCloseTo(found.score, 9)
  // whoever may be one meets
  if (found.score >= nearAt(one, other)) {
    const sought = new Set(blockKeys(one).sought)
    expect(blockKeys(other).filed.some(key => sought.has(key))).toBe(true)
  }
  return found.parts.map(p => p.says)
}
const scoreOf = (a: Change, b: Change = {}): number => {
  const found = likelihood(gist(a), gist({id: "b", article: "two", ...b}))
  expect(found).toBeDefined()
  return found!
}

/// One reason, whatever else there is.
const says = (text: string) => expect.arrayContaining([text])
/// None that begins so.
const silent = (found: readonly string[] | undefined, start: string): void => {
  expect(found).toBeDefined()
  expect(found!.filter(says => says.startsWith(start))).toEqual([])
}

test("two tellings that say the same are one; of another kind of deed they never are", () => {
  expect(reasons({})).toEqual([
    "the same day",
    "the same actors",
    "the same recipients",
    "both in the word raid",
    "words in common: cattle, herder",
    "the deed and what it is about"
  ])
  expect(scoreOf({})).toBeGreaterThan(sameAt)
  expect(reasons({type: "AID"})).toBeUndefined()
  expect(undecidedAt).toBeLessThan(soleAt)
  expect(soleAt).toBeLessThan(sameAt)
})

describe("when", () => {
  test.each<[string, Change, Change, string | undefined]>([
    ["one day", {}, {}, "the same day"],
    ["an hour of one day", {time: on(day, day + 1, "time")}, {}, "the same day"],
    ["the next day", {time: on(day + 1)}, {}, undefined],
    ["the day before", {time: on(day - 1)}, {}, undefined],
    ["one day, supposed on one side", {time: {...on(), basis: "assumed"}}, {}, "the same day, supposed"],
    ["a day on, supposed", {time: {...on(day + 1), basis: "assumed"}}, {}, "1 days apart, supposed"],
    ["three days on, supposed", {time: {...on(day + 3), basis: "assumed"}}, {}, "3 days apart, supposed"],
    ["four days on, supposed", {time: {...on(day + 4), basis: "assumed"}}, {}, undefined],
    ["three days back, supposed", {time: {...on(day - 3), basis: "assumed"}}, {}, "3 days apart, supposed"],
    ["a day on, reckoned", {time: {...on(day + 1), basis: "inferred"}}, {}, "a day apart"],
    ["two days on, reckoned", {time: {...on(day + 2), basis: "inferred"}}, {}, undefined],
    ["the week of the day", {time: on(day - 2, day + 5, "week")}, {}, "a day of the same week"],
    ["the month of the day", {time: on(day - 13, day + 18, "month")}, {}, "a day of the same month"],
    ["the year of the day", {time: on(day - 133, day + 232, "year")}, {}, "times overlap"],
    ["two weeks that overlap", {time: on(day - 2, day + 5, "week")}, {time: on(day, day + 7, "week")}, "times overlap"],
    ["the week from the day after", {time: on(day + 1, day + 8, "week")}, {}, "a week that ends or begins next to it"],
    ["the week after", {time: on(day + 3, day + 10, "week")}, {}, undefined],
    [
      "a month of which the day is supposed",
      {time: on(day - 13, day + 18, "month")},
      {time: {...on(), basis: "assumed"}},
      "times overlap"
    ],
    [
      "the month after, reckoned",
      {time: {...on(day + 28, day + 58, "month"), basis: "inferred"}},
      {time: on(day - 13, day + 18, "month")},
      "a month apart, as far as was guessed"
    ],
    [
      "a day far from the month that was reckoned",
      {time: {...on(day + 32, day + 62, "month"), basis: "inferred"}},
      {},
      undefined
    ],
    ["a week after, reckoned", {time: {...on(day + 18, day + 25, "week"), basis: "inferred"}}, {}, undefined]
  ])("%s", (_, a, b, reason) => {
    const found = reasons(a, b)
    if (reason === undefined) expect(found).toBeUndefined()
    else expect(found).toEqual(says(reason))
  })

  test.each<[string, Change, Change, string | undefined]>([
    ["no day, told a week after", {time: undefined, told: day + 7}, {}, "no day said on one side, told within a week"],
    ["no day, told eight days after", {time: undefined, told: day + 8}, {}, "no day said on one side"],
    ["no day, told three days before", {time: undefined, told: day - 3}, {}, "no day said on one side, told within a week"],
    ["no day, told four days before", {time: undefined, told: day - 4}, {}, undefined],
    ["no day, told a year after", {time: undefined, told: day + 366}, {}, "no day said on one side"],
    ["no day, told years after", {time: undefined, told: day + 367}, {}, undefined],
    [
      "no day on either side, told a month apart",
      {time: undefined, told: day + 31},
      {time: undefined},
      "no day said, told within a month"
    ],
    ["no day on either side, told longer apart", {time: undefined, told: day + 32}, {time: undefined}, "no day said on one side"],
    ["told nobody knows when", {time: undefined, told: undefined}, {}, undefined],
    ["a month's telling", {time: undefined, told: day + 2}, {time: on(day - 13, day + 18, "month")}, "no day said on one side"]
  ])("%s", (_, a, b, reason) => {
    const found = reasons(a, b)
    if (reason === undefined) expect(found).toBeUndefined()
    else expect(found).toEqual(says(reason))
  })

  test("without a day the word of the deed must be the same, or one for the same deed", () => {
    expect(reasons({time: undefined, deed: ["loot"]})).toBeUndefined()
    expect(reasons({time: undefined, deed: ["loot"], kinds: [4, 7]}, {kinds: [7]})).toEqual(says("in words for one deed"))
    expect(reasons({time: undefined, deed: ["loot"], kinds: [4]}, {kinds: [7]})).toBeUndefined()
    // "between 2001 and 2010" is no day either
    expect(reasons({time: on(day - 400, day + 401, "year"), deed: ["loot"]})).toBeUndefined()
    expect(reasons({time: on(day - 400, day + 400, "year"), deed: ["loot"]})).toEqual(says("times overlap"))
  })

  test("the surer and the more exact, the more it says", () => {
    const supposed = {time: {...on(), basis: "assumed" as const}}
    const week = {time: on(day - 2, day + 5, "week")}
    const month = {time: on(day - 13, day + 18, "month")}
    const year = {time: on(day - 133, day + 232, "year")}
    const order = [scoreOf({}), scoreOf(week), scoreOf(month), scoreOf(year)]
    expect(order).toEqual([...order].sort((x, y) => y - x))
    expect(new Set(order).size).toBe(4)
    expect(scoreOf(supposed)).toBeLessThan(scoreOf({}))
    const apart = [0, 1, 2, 3].map(n => scoreOf({time: {...on(day + n), basis: "assumed"}}))
    expect(apart).toEqual([...apart].sort((x, y) => y - x))
    expect(new Set(apart).size).toBe(4)
    // eight days are longer than a week
    expect(scoreOf({time: on(day - 2, day + 6, "week")})).toBeLessThan(scoreOf(week))
    expect(scoreOf({time: on(day - 13, day + 19, "month")})).toBeLessThan(scoreOf(month))
  })

  test("the very words within a week are a copy, whatever day they are read as", () => {
    const copy = {wording: "herder lodwar raid cattle town", time: on(day + 40)}
    const its = {wording: copy.wording}
    expect(reasons({...copy, told: day + 7}, its)).toEqual(says("told in the same words within days"))
    expect(reasons({...copy, told: day + 8}, its)).toBeUndefined()
    expect(reasons({...copy, told: day - 8}, its)).toBeUndefined()
    expect(reasons({...copy, told: undefined}, its)).toEqual(says("told in the same words within days"))
    expect(reasons({...copy, article: "two"}, its)).toBeUndefined()
    expect(reasons(copy, {wording: "other words"})).toBeUndefined()
    expect(reasons(copy)).toBeUndefined()
  })
})

describe("who did it to whom", () => {
  test("another doer, or another sufferer, is another event; one that is not named may be any", () => {
    expect(reasons({actors: [chad]})).toBeUndefined()
    expect(reasons({recipients: [chad]})).toBeUndefined()
    expect(reasons({actors: [uganda], recipients: [kenya]})).toBeUndefined()
    silent(reasons({actors: []}), "the same actors")
    silent(reasons({recipients: []}), "the same recipients")
    expect(reasons({actors: []}, {recipients: []})).toBeUndefined()
  })

  test("the nearer two parties are to each other, the more they say", () => {
    const fits = [
      scoreOf({actors: [minister]}, {actors: [minister]}),
      scoreOf({actors: [kenya]}, {actors: [kenya]}),
      scoreOf({actors: [army]}, {actors: [kenya]}),
      scoreOf({actors: [minister]}, {actors: [army]}),
      scoreOf({actors: [police]}, {actors: [army]})
    ]
    expect(fits).toEqual([...fits].sort((x, y) => y - x))
    expect(new Set(fits).size).toBe(5)
    // of one sector as near as if no sector were said
    const other = side("ken-army-2", "KEN", {sector: "MIL"})
    expect(scoreOf({actors: [army]}, {actors: [other]})).toBe(scoreOf({actors: [army]}, {actors: [kenya]}))
    expect(scoreOf({actors: [kenya]}, {actors: [army]})).toBe(scoreOf({actors: [army]}, {actors: [kenya]}))
    expect(scoreOf({actors: [army]}, {actors: [minister]})).toBe(scoreOf({actors: [minister]}, {actors: [army]}))
  })

  test("one of several is enough, the fewer names decide; too thin a share is not", () => {
    expect(scoreOf({actors: [kenya, chad]})).toBe(scoreOf({}))
    expect(scoreOf({actors: [kenya, chad]}, {actors: [kenya, side("ssd", "SSD")]})).toBeLessThan(scoreOf({}))
    const two = [side("ssd", "SSD"), side("eth", "ETH")]
    expect(
      reasons({actors: [kenya, chad, side("rwa", "RWA"), side("bdi", "BDI")]}, {actors: [kenya, ...two, side("dji", "DJI")]})
    ).toBeUndefined()
  })

  test("whose a soldier was is often guessed: of another country he may be the same, a country may not", () => {
    expect(reasons({actors: [soldier("KEN")]}, {actors: [soldier("UGA")]})).toEqual(
      says("actors of other countries, as far as was guessed")
    )
    expect(reasons({recipients: [soldier("KEN")]}, {recipients: [soldier("UGA")]})).toEqual(
      says("recipients of other countries, as far as was guessed")
    )
    expect(
      reasons({actors: [soldier("KEN")]}, {actors: [side("uga:COP", "UGA", {sector: "COP", generic: true})]})
    ).toBeUndefined()
    expect(reasons({actors: [soldier("KEN")]}, {actors: [side("uga:MIL", "UGA", {sector: "MIL"})]})).toBeUndefined()
    expect(reasons({actors: [soldier("KEN"), kenya]}, {actors: [soldier("UGA")]})).toBeUndefined()
    const own = {actors: [soldier("KEN")]}
    expect(scoreOf(own, {actors: [soldier("UGA")]})).toBeLessThan(scoreOf(own, own))
  })

  const meeting = {type: "CONSULT" as const, deed: ["meet"]}
  test("of those who met, who is named first says nothing; two that meet a third are not therefore together", () => {
    expect(reasons({...meeting, actors: [uganda], recipients: [kenya]}, meeting)).toEqual(says("the same parties"))
    expect(reasons({...meeting, recipients: [chad]}, meeting)).toBeUndefined()
    expect(reasons({...meeting, actors: [chad], recipients: []}, meeting)).toBeUndefined()
    expect(reasons({...meeting, recipients: []}, meeting)).toEqual(says("some of the same parties"))
    expect(scoreOf({...meeting, recipients: []}, meeting)).toBeLessThan(scoreOf(meeting, meeting))
    // one who is a person of his own says more than his country
    const named = {...meeting, actors: [minister]}
    expect(scoreOf({...named, recipients: []}, named)).toBeGreaterThan(scoreOf({...meeting, recipients: []}, meeting))
    expect(
      reasons(
        {...meeting, actors: [kenya, uganda, chad]},
        {...meeting, actors: [kenya, uganda, side("ssd", "SSD")], recipients: []}
      )
    ).toEqual(says("the same parties"))
  })

  test("who names fewer of those present says something only if he names one", () => {
    const rwanda = side("rwa", "RWA")
    const of = (...sides: readonly Side[]): Change => ({...meeting, actors: sides, recipients: []})
    const weight = (a: Change, b: Change): number | undefined =>
      sameEvent(gist(a), gist({id: "b", article: "two", ...b}))?.parts.find(p => p.says === "some of the same parties")?.weight
    expect(weight(of(kenya), of(kenya, uganda))).toBeGreaterThan(0)
    expect(weight(of(kenya, uganda), of(kenya))).toBeGreaterThan(0)
    expect(weight(of(kenya, uganda), of(kenya, uganda, chad, rwanda))).toBe(0)
  })

  test("a guest of one country is not at once the guest of another; his coming is not the talks he has there", () => {
    const visit = {...meeting, mode: "visit", actors: [minister, kenya]}
    const guests = (a: readonly Side[], b: readonly Side[]) =>
      reasons(
        {...visit, recipients: a},
        {...visit, actors: [minister, kenya, ...(a.length === 0 || b.length === 0 ? [uganda] : [])], recipients: b}
      )
    expect(guests([uganda], [uganda])).toEqual(says("both visit"))
    expect(
      reasons({...visit, actors: [minister], recipients: [uganda]}, {...visit, actors: [uganda], recipients: [minister]})
    ).toBeUndefined()
    expect(reasons({...visit, recipients: [uganda]}, {...meeting, actors: [minister, kenya]})).toEqual(says("a visit and talks"))
    expect(reasons({...meeting, mode: "call"}, meeting)).not.toEqual(says("a visit and talks"))
    expect(reasons({mode: "visit"})).not.toEqual(says("a visit and talks"))
  })
})

describe("how and where", () => {
  test("ways that are the same speak for it, others against it", () => {
    expect(reasons({mode: "raid"}, {mode: "raid"})).toEqual(says("both raid"))
    expect(reasons({mode: "shoot"}, {mode: "raid"})).toEqual(says("raid and shoot differ"))
    expect(reasons({mode: "raid"})).toEqual(reasons({}))
    expect(scoreOf({mode: "raid"}, {mode: "raid"})).toBeGreaterThan(scoreOf({}))
    expect(scoreOf({mode: "shoot"}, {mode: "raid"})).toBeLessThan(scoreOf({}))
  })

  const at = (more: Partial<NonNullable<Gist["place"]>>): Change => ({place: {...town, ...more}})
  test.each<[string, Change, Change, string | undefined]>([
    ["one town", at({}), at({}), "both at Lodwar"],
    [
      "one country",
      at({id: "KEN", name: "Kenya", grain: "country"}),
      at({id: "KEN", name: "Kenya", grain: "country"}),
      "both at Kenya"
    ],
    ["no place on one side", {}, at({}), undefined],
    ["another town", at({id: "lokichar", name: "Lokichar"}), at({}), "Lodwar and Lokichar are different places"],
    [
      "a region beside a town",
      at({id: "turkana", name: "Turkana", grain: "region"}),
      at({}),
      "Lodwar and Turkana are different places"
    ],
    ["its country", at({id: "KEN", name: "Kenya", grain: "country"}), at({}), "Kenya and Lodwar may be one place"],
    [
      "another country",
      at({id: "moroto", name: "Moroto", country: "UGA"}),
      at({}),
      "Lodwar and Moroto lie in different countries"
    ],
    [
      "nobody's waters",
      at({id: "lake", name: "the lake", country: undefined, grain: "sea"}),
      at({}),
      "Lodwar and the lake are different places"
    ],
    ["supposed", at({basis: "assumed"}), at({}), "both near Lodwar, supposed"],
    ["reckoned, and elsewhere", at({id: "lokichar", name: "Lokichar", basis: "inferred"}), at({}), undefined],
    [
      "a country, supposed",
      at({id: "KEN", name: "Kenya", grain: "country", basis: "assumed"}),
      at({id: "KEN", name: "Kenya", grain: "country"}),
      undefined
    ]
  ])("%s", (_, a, b, reason) => {
    const found = reasons(a, b)
    if (reason !== undefined) expect(found).toEqual(says(reason))
    else expect(found).toEqual(reasons({}))
  })

  test("what is nearer says more", () => {
    const kenyaItself = at({id: "KEN", name: "Kenya", grain: "country"})
    const order = [
      scoreOf(at({}), at({})),
      scoreOf(kenyaItself, kenyaItself),
      scoreOf(kenyaItself, at({})),
      scoreOf({}, at({})),
      scoreOf(at({id: "turkana", name: "Turkana", grain: "region"}), at({})),
      scoreOf(at({id: "lokichar", name: "Lokichar"}), at({})),
      scoreOf(at({id: "moroto", name: "Moroto", country: "UGA"}), at({}))
    ]
    expect(order).toEqual([...order].sort((x, y) => y - x))
    expect(new Set(order).size).toBe(7)
    const exact = at({id: "market", name: "the market", grain: "exact"})
    expect(scoreOf(exact, at({}))).toBe(scoreOf(at({id: "lokichar", name: "Lokichar"}), at({})))
  })
})

describe("in what words", () => {
  test("the more are shared, the more they say; six are told", () => {
    const words = ["a", "b", "c", "d", "e", "f", "g", "h"]
    expect(reasons({words}, {words})).toEqual(says("words in common: a, b, c, d, e, f"))
    const shared = [0, 1, 2, 4, 8].map(n => scoreOf({words}, {words: [...words.slice(0, n), ..."stuvwxyz".slice(n)]}))
    expect(shared).toEqual([...shared].sort((x, y) => x - y))
    expect(new Set(shared).size).toBe(5)
    expect(reasons({words: ["other"]})).toEqual(says("no word in common"))
    expect(reasons({words: []})).toEqual(["the same day", "the same actors", "the same recipients", "both in the word raid"])
    // one word alone is thin
    expect(scoreOf({words: ["cattle"]})).toBeLessThan(scoreOf({words: ["cattle", "herder"]}))
  })

  test("words for one deed make up for words that are others", () => {
    const other = {deed: ["loot"], kinds: [3], words: ["shop"]}
    silent(reasons(other, {kinds: [3]}), "no word in common")
    expect(reasons(other, {kinds: [3]})).toEqual(says("in words for one deed"))
    expect(reasons(other, {kinds: [4]})).toEqual(says("no word in common"))
    expect(reasons(other)).toEqual(says("no word in common"))
    expect(reasons({...other, time: on(day - 2, day + 5, "week")}, {kinds: [3]})).toEqual(says("no word in common"))
    expect(scoreOf({...other, deed: ["raid"]}, {kinds: [3]})).toBeGreaterThan(scoreOf(other, {kinds: [3]}))
    expect(reasons({deed: ["loot", "raid", "burn"]}, {deed: ["raid", "burn"]})).toEqual(says("both in the word burn"))
  })

  test("what it is about may be told in other words, and tells with the deed", () => {
    const admitted = {deed: ["admit"], kinds: [3], words: ["admit", "kidnap"], themes: [7]}
    const owned = {deed: ["own"], kinds: [3], words: ["abduct", "own"], themes: [7]}
    expect(reasons(admitted, owned)).toEqual(
      expect.arrayContaining(["in words for one deed", "of one thing, in other words", "the deed and what it is about"])
    )
    silent(reasons(admitted, {...owned, themes: [8]}), "the deed and what")
    expect(reasons({...admitted, kinds: [4]}, owned)).toEqual(says("of one thing, in other words"))
    silent(reasons({...admitted, kinds: [4]}, owned), "the deed and what")
  })

  test("where all in common is guessed, nobody is the same", () => {
    const of = (country: string): Change => ({actors: [], recipients: [soldier(country)]})
    expect(reasons(of("KEN"), of("UGA"))).toBeUndefined()
    expect(reasons({...of("KEN"), actors: [chad]}, {...of("UGA"), actors: [chad]})).toEqual(
      says("recipients of other countries, as far as was guessed")
    )
  })

  test("who tells of a deed again in one article takes up a word of it", () => {
    const other = {deed: ["loot"], words: ["shop"], actors: [minister]}
    const by = {actors: [minister]}
    expect(scoreOf({...other, sentence: 4, article: "two"}, by)).toBeLessThan(scoreOf({...other, sentence: 4}, by))
  })

  test("one place and one way, told with a day that was only supposed, need no word in common", () => {
    const here = {place: town, mode: "firearms", words: ["shop"], deed: ["loot"]}
    const later = {...here, words: ["road"], deed: ["burn"], time: {...on(day + 1), basis: "assumed" as const}}
    expect(scoreOf(here, later)).toBeGreaterThan(undecidedAt)
    expect(scoreOf(here, {...later, mode: "beat"})).toBeLessThan(undecidedAt)
  })

  test("told apart in one sentence are mostly two", () => {
    expect(reasons({article: "two"})).toEqual(says("told apart in one sentence"))
    expect(scoreOf({article: "two"})).toBeLessThan(scoreOf({}))
    silent(reasons({article: "two", sentence: 1}), "told apart")
    silent(reasons({sentence: 0}), "told apart")
  })
})

describe("too little in common to be near", () => {
  const thin = "no word, place or person of the deed in common"
  const little = {deed: ["loot"], words: ["shop"]}
  test.each<[string, Change, Change, boolean]>([
    ["nothing but who and when", little, {}, true],
    ["a word", {...little, words: ["cattle", "shop"]}, {}, false],
    ["the word of the deed", {...little, deed: ["raid"]}, {}, false],
    ["words for one deed", {...little, kinds: [1]}, {kinds: [1]}, false],
    ["a person", {...little, actors: [minister]}, {actors: [minister]}, false],
    ["a person it was done to", {...little, recipients: [minister]}, {recipients: [minister]}, false],
    ["the place", {...little, place: town}, {place: town}, false],
    ["the way", {...little, mode: "raid"}, {mode: "raid"}, false],
    [
      "the country",
      {...little, place: {...town, id: "KEN", grain: "country"}},
      {place: {...town, id: "KEN", grain: "country"}},
      true
    ],
    [
      "the way, days apart",
      {...little, mode: "raid", time: {...on(day + 1), basis: "assumed"}},
      {mode: "raid", place: town},
      true
    ],
    ["a week and the way", {...little, mode: "raid", time: on(day - 2, day + 5, "week")}, {mode: "raid"}, true],
    ["a week and the place", {...little, place: town, time: on(day - 2, day + 5, "week")}, {place: town}, false]
  ])("%s", (_, a, b, isThin) => {
    const found = reasons(a, b)!
    // what weighs next to nothing anyway needs no more against it
    const capped = likelihood(gist(a), gist({id: "b", article: "two", ...b}))!
    if (isThin) expect(capped).toBeLessThanOrEqual(1)
    else {
      expect(found).not.toContain(thin)
      expect(capped).toBeGreaterThan(1)
    }
  })

  test("who met on one day did meet; what has no day needs more", () => {
    const met = {type: "CONSULT" as const, deed: ["talk"], words: ["border"]}
    silent(reasons(met, {...met, deed: ["meet"], words: ["envoy"]}), "no word,")
    const undated = {time: undefined, told: day + 1}
    const isThin = (a: Change, b: Change = {}): boolean => reasons({...undated, ...a}, b)!.includes(thin)
    expect(isThin({words: ["shop"]})).toBe(true)
    expect(isThin({words: ["cattle", "shop"], recipients: []})).toBe(true)
    expect(isThin({})).toBe(false)
    expect(isThin({words: ["cattle", "shop"], place: town}, {place: town})).toBe(false)
    expect(isThin({words: ["cattle", "shop"], actors: [minister]}, {actors: [minister]})).toBe(false)
  })
})

test("what says no day has to be nearer than what says one", () => {
  const other = gist({id: "b"})
  expect(nearAt(gist(), other)).toBe(undecidedAt)
  expect(nearAt(gist({time: on(day, day + 1, "time")}), other)).toBe(undecidedAt)
  for (const time of [undefined, on(day - 2, day + 5, "week")]) {
    expect(nearAt(gist({time}), other)).toBe(soleAt)
    expect(nearAt(other, gist({time}))).toBe(soleAt)
  }
})

describe("one story, by names that no table holds", () => {
  const story = {named: ["salvatierra", "the lake brigade"]}
  const arrest = {type: "COERCE" as const, mode: "arrest", deed: ["arrest"], kinds: [7], words: ["arrest"], actors: []}

  test("every name in common counts, up to three, and half as much where the words are not for one deed", () => {
    const bonus = (a: Change, b: Change): number =>
      scoreOf({...a, words: ["herder"]}, {...b, words: ["herder"]}) - scoreOf({words: ["herder"]}, {words: ["herder"]})
    expect(bonus({named: ["salvatierra"]}, story)).toBeCloseTo(0.5)
    expect(bonus(story, story)).toBeCloseTo(1)
    const many = {named: ["a", "b", "c", "d"]}
    expect(bonus(many, many)).toBeCloseTo(1.5)
    expect(bonus({named: ["ortega"]}, story)).toBe(0)
    expect(reasons(story, story)).toEqual(says("of one story: salvatierra, the lake brigade"))
    const other = {deed: ["ambush"], words: ["herder"]}
    expect(scoreOf({...story, words: ["herder"]}, {...story, ...other}) - scoreOf({words: ["herder"]}, other)).toBeCloseTo(0.5)
  })

  test("within one article names tell nothing", () => {
    silent(reasons(story, {...story, article: "one"}), "of one story")
  })

  test("guessed parties may be misread, those known for certain are others, and who says something is what it is", () => {
    const guard = (country: string): Side =>
      side(`${country.toLowerCase()}:COP`, country, {sector: "COP", generic: true, guessed: true})
    const [here, there] = [
      {...arrest, ...story, recipients: [guard("KEN")]},
      {...arrest, ...story, recipients: [soldier("TCD")]}
    ]
    expect(reasons({...here, named: ["ortega"]}, there)).toBeUndefined()
    expect(reasons(here, there)).toEqual(says("other parties, as far as was guessed"))
    expect(reasons({...here, recipients: [uganda]}, {...there, recipients: [chad]})).toBeUndefined()
    expect(reasons({...here, type: "REQUEST"}, {...there, type: "REQUEST"})).toBeUndefined()
    expect(reasons({...here, mode: "deport"}, there)).toBeUndefined()
  })

  test("one person is no crowd", () => {
    const mayor = side("name:jane akello", "name:akello", {particular: true, guessed: true})
    const crowd = side("uga:CVL", "UGA", {generic: true, guessed: true, many: true})
    const [one, several] = [
      {...arrest, ...story, recipients: [mayor]},
      {...arrest, ...story, recipients: [crowd]}
    ]
    expect(reasons(one, several)).toBeUndefined()
    expect(reasons(one, {...several, recipients: [{...crowd, many: undefined}]})).toBeDefined()
  })

  test("a look back may have its time from another sentence", () => {
    const back = {...story, told: day + 400, time: {...on(day + 60, day + 91, "month"), basis: "inferred" as const}}
    expect(reasons(story, back)).toEqual(says("at another time, as far as was guessed"))
    expect(reasons(story, {...back, named: undefined})).toBeUndefined()
    expect(reasons(story, {...back, time: {...back.time, basis: "stated"}})).toBeUndefined()
    expect(reasons(story, {...back, told: day + 95})).toBeUndefined()
    // and no day at all may be of any year
    expect(reasons(story, {...story, time: undefined, told: day + 2000})).toBeDefined()
    expect(reasons(story, {time: undefined, told: day + 2000})).toBeUndefined()
  })

  test("two names in common are enough, one is not where nothing else is", () => {
    const thin = "no word, place or person of the deed in common"
    const [a, b] = [{words: ["cattle"]}, {words: ["shop"], time: undefined, told: day + 100}]
    expect(reasons({...a, named: ["salvatierra"]}, {...b, ...story})).toEqual(says(thin))
    silent(reasons({...a, ...story}, {...b, ...story}), thin)
  })
})
