import {expect, test} from "vitest"
import {blockKeys, isDated, keyNamed, sortOf} from "./blocks.ts"
import {copyAt, creditsOf, isCopy, isLaterVersion, likeness, linesOf, signature, type Telling} from "./copies.ts"
import {Files} from "./files.ts"
import {dayNumber, type Gist, type Side} from "./gist.ts"

/// Keys and signatures are kept in ledgers. Whoever changes them makes what old ledgers hold impossible to find: these numbers change
/// together with the shape of the store, or with its `filing`.

const day = dayNumber("2031-05-14")
const side = (id: string, key: string, more: Partial<Side> = {}): Side => ({id, key, ...more})
const kenya = side("ken", "KEN")
const uganda = side("uga", "UGA")
const gist = (more: Partial<Gist> = {}): Gist => ({
  id: "a",
  article: "one",
  sentence: 0,
  type: "ASSAULT",
  stage: "deed",
  actors: [kenya],
  recipients: [uganda],
  time: {from: day, until: day + 1, grain: "day", basis: "stated"},
  told: day,
  deed: ["raid"],
  words: [],
  ...more
})
const meets = (a: Gist, b: Gist): boolean => {
  const found = [a, b].map(x => {
    const y = x === a ? b : a
    const sought = new Set(blockKeys(x).sought)
    return blockKeys(y).filed.some(key => sought.has(key))
  })
  expect(found[0]).toBe(found[1])
  return found[0]!
}
const span = (from: number, until: number): Partial<Gist> => ({time: {from, until, grain: "day", basis: "stated"}})

test("a name and a telling are filed where they always were", () => {
  expect([keyNamed("m1"), keyNamed("über 10")]).toEqual([2598936216605143, 1118498912369063])
  const undated = gist({time: undefined, kinds: [7], recipients: []})
  const met = gist({type: "CONSULT", wording: "border herder lodwar meet talks"})
  expect([gist(), undated, met].map(g => blockKeys(g).filed)).toEqual([
    [3005595151720616, 7196046327271217, 5050273192082384, 1502984512412359, 6729104495106935, 2912546740949053],
    [7722681021210299, 8617997765926688, 7426772532794251, 2499106657887112],
    [
      4847871143190674, 6407829757980729, 5957442754837189, 5267313694842255, 8540541532386778, 8902719043107422,
      2830635239487074, 942815617565049
    ]
  ])
  for (const key of [gist(), undated, met].flatMap(g => [...blockKeys(g).filed, ...blockKeys(g).sought])) {
    expect(Number.isSafeInteger(key)).toBe(true)
    expect(key).toBeGreaterThanOrEqual(0)
  }
})

test("the same words meet within a week of one another, whatever they were read as; what was told nobody knows when meets all", () => {
  const said = (told: number | undefined, id: string): Gist =>
    gist({
      id,
      wording: "border herder lodwar meet talks",
      actors: [side(id, id)],
      told,
      ...span(day + 900 * id.length, day + 900 * id.length + 1)
    })
  for (let from = day; from < day + 8; from++)
    for (let apart = 0; apart <= 7; apart++)
      expect([apart, meets(said(from, "x"), said(from + apart, "yy"))]).toEqual([apart, true])
  expect(meets(said(day, "x"), said(day + 16, "yy"))).toBe(false)
  expect(meets(said(undefined, "x"), said(day, "yy"))).toBe(true)
  expect(meets(said(undefined, "x"), said(undefined, "yy"))).toBe(true)
})

test("a text's signature is what it always was; too short a one has none", () => {
  const text = "Herders of the north drove their cattle over the river before the rains began."
  const made = signature(text)
  expect(made).toHaveLength(64)
  expect(made.slice(0, 3)).toEqual([110191044, 119707726, 264818947])
  expect(made.reduce((sum, n) => sum + n, 0)).toEqual(23110065192)
  expect(signature("four words are few")).toEqual([])
  expect(signature("but five words are enough")).toHaveLength(64)
  expect(signature("BUT five, words: are enough!")).toEqual(signature("but five words are enough"))
})

test("what was read as days apart meets as far as a supposed day may be off, and no farther than its stretch", () => {
  for (let apart = 0; apart <= 3; apart++)
    expect([apart, meets(gist(), gist(span(day + apart, day + apart + 1)))]).toEqual([apart, true])
  expect(meets(gist(), gist(span(day + 12, day + 13)))).toBe(false)
  expect(meets(gist(), gist(span(day - 12, day - 11)))).toBe(false)
  for (let from = day; from < day + 8; from++) {
    expect(meets(gist(span(from, from + 1)), gist(span(from - 6, from - 2)))).toBe(true)
    expect(meets(gist(span(from, from + 1)), gist(span(from + 3, from + 8)))).toBe(true)
  }
  const filedUnder = (more: Partial<Gist>): number => new Set(blockKeys(gist({...more, told: undefined, deed: []})).filed).size
  const pairs = filedUnder(span(day, day + 1))
  const stretches = (length: number): number[] => [0, 1, 2, 3].map(n => filedUnder(span(day + n, day + n + length)) / pairs)
  expect(stretches(1)).toEqual([1, 1, 1, 1])
  expect(stretches(4).toSorted()).toEqual([1, 2, 2, 2])
  expect(stretches(5)).toEqual([2, 2, 2, 2])
})

test("up to ten days are filed by days, longer times by month, what is vaguer than two years by its words", () => {
  const isByMonth = (length: number): boolean =>
    // by days: what is filed grows with the days; by month: it does not meet its own days' stretches as filed
    !meetsFiled(gist(span(day, day + length)), gist(span(day, day + 1)))
  const meetsFiled = (a: Gist, b: Gist): boolean => {
    const filed = new Set(blockKeys(a).filed)
    return blockKeys({...b, told: undefined, deed: []}).filed.some(key => filed.has(key))
  }
  expect(isByMonth(10)).toBe(false)
  expect(isByMonth(11)).toBe(true)
  expect(isDated(gist(span(day, day + 800)))).toBe(true)
  expect(isDated(gist(span(day, day + 801)))).toBe(false)
  expect(isDated(gist({time: undefined}))).toBe(false)
  expect(meets(gist(), gist(span(day - 20, day + 20)))).toBe(true)
  expect(meets(gist(span(day - 300, day + 300)), gist(span(day + 302, day + 340)))).toBe(true)
  expect(meets(gist(), gist(span(day + 90, day + 120)))).toBe(false)
})

test("what says no day meets by the word of the deed what was told, or was, within a year", () => {
  const undated = (told: number, more: Partial<Gist> = {}): Gist => gist({time: undefined, told, ...more})
  expect(meets(gist(), undated(day + 366))).toBe(true)
  expect(meets(gist(), undated(day - 366))).toBe(true)
  expect(meets(gist({told: undefined}), undated(day + 300))).toBe(true)
  expect(meets(gist(), undated(day + 3 * 366))).toBe(false)
  expect(meets(gist(), undated(day, {deed: ["loot"]}))).toBe(false)
  expect(meets(gist({kinds: [3]}), undated(day, {deed: ["loot"], kinds: [3]}))).toBe(true)
  expect(meets(undated(day), undated(day + 100))).toBe(true)
  expect(meets(undated(day), gist({time: undefined, told: undefined}))).toBe(false)
  // one of ten years ago that is told today is found by when it was, too
  expect(meets(gist({told: day + 3000}), undated(day + 20))).toBe(true)
})

test("who did it to whom: one side may be missing; whose a soldier was is often guessed", () => {
  const soldier = (country: string): Side => side(`${country.toLowerCase()}:MIL`, country, {generic: true, sector: "MIL"})
  const rwanda = side("rwa", "RWA")
  const table: [Partial<Gist>, Partial<Gist>, boolean][] = [
    [{}, {}, true],
    [{}, {recipients: []}, true],
    [{}, {actors: []}, true],
    [{recipients: []}, {recipients: []}, true],
    [{actors: []}, {recipients: []}, false],
    [{}, {actors: [uganda], recipients: [kenya]}, false],
    [{}, {actors: [rwanda]}, false],
    [{}, {recipients: [rwanda]}, false],
    [{actors: [kenya, rwanda]}, {actors: [rwanda]}, true],
    [{actors: [soldier("KEN")]}, {actors: [soldier("UGA")]}, true],
    [{recipients: [soldier("KEN")]}, {recipients: [soldier("UGA")]}, true],
    [{actors: [soldier("KEN")]}, {actors: [soldier("UGA"), uganda]}, false],
    [{}, {type: "AID"}, false]
  ]
  for (const [a, b, does] of table) expect([a, b, meets(gist(a), gist(b))]).toEqual([a, b, does])
  const met: [Partial<Gist>, Partial<Gist>, boolean][] = [
    [{}, {actors: [uganda], recipients: [kenya]}, true],
    [{}, {recipients: []}, true],
    [{recipients: []}, {recipients: []}, true],
    [{recipients: []}, {actors: [uganda], recipients: []}, false],
    [{}, {recipients: [rwanda]}, false],
    [{recipients: [uganda, rwanda]}, {actors: [uganda], recipients: [rwanda]}, true]
  ]
  for (const [a, b, does] of met)
    expect([a, b, meets(gist({type: "CONSULT", ...a}), gist({type: "CONSULT", ...b}))]).toEqual([a, b, does])
  expect(sortOf([])).toBeUndefined()
  expect(sortOf([soldier("KEN")])).toBe("MIL")
  expect(sortOf([soldier("KEN"), soldier("UGA")])).toBe("MIL")
  expect(sortOf([soldier("KEN"), side("uga:COP", "UGA", {generic: true})])).toBeUndefined()
  expect(sortOf([soldier("KEN"), side("uga:MIL", "UGA")])).toBeUndefined()
})

test("many numbers under many keys come back, the latest first, each once in a row", () => {
  for (const expected of [0, 3, 5000]) {
    const files = new Files(expected)
    const wanted = new Map<number, number[]>()
    for (let i = 0; i < 4000; i++) {
      // keys that fall together, and keys far beyond 32 bits
      const key = (i % 7) * 0x100000000 + (i % 251)
      files.put(key, i)
      files.put(key, i)
      wanted.set(key, [i, ...(wanted.get(key) ?? [])])
    }
    for (const [key, values] of wanted) {
      const found: number[] = []
      for (let at = files.first(key); at >= 0; at = files.next(at)) found.push(files.value(at))
      expect(found).toEqual(values)
    }
    expect(files.first(999_999_999)).toBe(-1)
    expect(files.first(0x300000000 + 255)).toBe(-1)
  }
})

test("a copy holds a share of the other's words; nothing is a copy of what is too short", () => {
  const made = signature("Herders of the north drove their cattle over the river before the rains began.")
  const alike = (share: number): number[] => made.map((n, i) => (i < share ? n : n + 1))
  expect(likeness(made, alike(32))).toBe(0.5)
  expect(likeness(made, made)).toBe(1)
  expect([likeness([], made), likeness(made, [])]).toEqual([0, 0])
  const least = Math.ceil(copyAt * 64)
  expect([isCopy(made, alike(least)), isCopy(made, alike(least - 1))]).toEqual([true, false])
})

test("who tells whose line", () => {
  const told = (more: Partial<Telling>): Telling => ({signature: [], credits: [], ...more})
  const [gazette, courier] = [told({publisher: "Gazette"}), told({publisher: "Courier"})]
  expect(linesOf([gazette, courier, gazette])).toEqual([0, 1, 0])
  expect(linesOf([told({}), told({})])).toEqual([0, 1])
  expect(linesOf([told({publisher: "Tideline News"}), told({credits: ["tideline"]})])).toEqual([0, 0])
  expect(linesOf([told({credits: ["tideline"]}), told({publisher: "Tideline News"})])).toEqual([0, 0])
  expect(linesOf([told({credits: ["tideline", "coastal"]}), told({credits: ["inland", "coastal"]})])).toEqual([0, 0])
  expect(linesOf([told({credits: ["tideline"]}), told({credits: ["inland"]})])).toEqual([0, 1])
  // two lines that a third joins are one
  expect(new Set(linesOf([gazette, courier, told({publisher: "Gazette", credits: ["courier"]})])).size).toBe(1)
})

test("which of two articles is the later version of the other", () => {
  const long = signature("Herders of the north drove their cattle over the river before the rains began and the bridge fell.")
  const isLater = (a: Partial<Telling> & {published?: string}, b: Partial<Telling> & {published?: string}): boolean =>
    isLaterVersion({signature: [], credits: [], ...a}, {signature: [], credits: [], ...b})
  const [first, second] = ["2031-05-14", "2031-05-15"] as [string, string]
  const here = {url: "https://gazette.example/raid"}
  expect(isLater({...here, published: first}, {...here, published: second})).toBe(true)
  expect(isLater({...here, published: second}, {...here, published: first})).toBe(false)
  expect(isLater({...here, published: first}, {...here, published: first, revised: true})).toBe(true)
  expect(isLater({...here, published: first, revised: true}, {...here, published: first, revised: true})).toBe(false)
  expect(isLater({...here, published: first, revised: true}, {...here, published: second})).toBe(true)
  expect(isLater(here, {...here, revised: true})).toBe(true)
  expect(isLater({published: first}, {published: second})).toBe(false)
  expect(isLater({...here, published: first}, {url: "https://gazette.example/else", published: second})).toBe(false)
  const words = {signature: long, publisher: "Gazette"}
  expect(isLater({...words, published: first}, {...words, published: second})).toBe(true)
  expect(isLater({...words, published: first}, {...words, publisher: "Courier", published: second})).toBe(false)
  expect(isLater({signature: long, published: first}, {signature: long, published: second})).toBe(false)
  const part = (share: number): number[] => long.map((n, i) => (i < share ? n : n + 1))
  expect(isLater({...words, published: first}, {...words, signature: part(26), published: second})).toBe(true)
  expect(isLater({...words, published: first}, {...words, signature: part(25), published: second})).toBe(false)
})

test("agencies are told by the first word of their names, once each, in order", () => {
  const removed = (text: string, reason = "agency credit") => [{at: 0, text, reason}]
  expect(creditsOf({text: "", removed: removed("Tideline Press and Coastal; Own report/ Inland, with agencies")})).toEqual([
    "coastal",
    "inland",
    "tideline"
  ])
  expect(creditsOf({text: "LODWAR, May 14 [Tideline] -- Herders came.", removed: removed("Tideline")})).toEqual(["tideline"])
  expect(creditsOf({text: "", removed: removed("the desk")})).toEqual([])
  expect(creditsOf({text: "", removed: removed("Tideline", "page furniture")})).toEqual([])
  expect(creditsOf({text: `${"x".repeat(150)}LODWAR (Tideline) - Herders came.`, removed: []})).toEqual([])
})
