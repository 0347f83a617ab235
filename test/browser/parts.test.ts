import fc from "fast-check"
import {describe, expect, test} from "vitest"
import {binAfter, binName, binned, fittingGrain} from "../../web/bins.ts"
import {spanText} from "../../web/dates.ts"
import {type Lit, marked, type Piece} from "../../web/marks.ts"
import {filterKeys, hrefOf, ledger, type Route, routeOf} from "../../web/route.ts"
import {words} from "../../web/words.ts"

/// What the page is made of and needs no browser for.

describe("lit words", () => {
  type R = "who" | "what" | "where"
  const drawn = (pieces: readonly Piece<R>[]): string =>
    pieces.map(p => (typeof p === "string" ? p : `<${p.role} ${drawn(p.inside)}>`)).join("")
  const span = (role: R, start: number, end: number): Lit<R> => ({role, start, end})

  test("a span inside another nests", () => {
    expect(drawn(marked("to the old port", [span("where", 0, 15), span("who", 3, 10)]))).toBe("<where to <who the old> port>")
  })
  test("spans that cross are cut at the crossing", () => {
    expect(drawn(marked("abcdef", [span("who", 0, 4), span("what", 2, 6)]))).toBe("<who ab<what cd>><what ef>")
  })
  test("two spans of one role that touch become one", () => {
    expect(drawn(marked("abcdef", [span("who", 0, 3), span("who", 3, 5)]))).toBe("<who abcde>f")
  })
  test("any spans at all: the text stays the text, and each letter stands in exactly the roles that cover it", () => {
    const role = fc.constantFrom<R>("who", "what", "where")
    const spans = fc.array(fc.record({role, start: fc.integer({min: -2, max: 25}), end: fc.integer({min: -2, max: 25})}))
    fc.assert(
      fc.property(fc.string({maxLength: 20, unit: "binary"}), spans, (text, spans) => {
        const letters: {letter: string; roles: string}[] = []
        const walk = (pieces: readonly Piece<R>[], inside: readonly R[]): void => {
          for (const p of pieces)
            if (typeof p === "string")
              for (let i = 0; i < p.length; i++) letters.push({letter: p[i]!, roles: [...inside].sort().join()})
            else walk(p.inside, [...inside, p.role])
        }
        walk(marked(text, spans), [])
        expect(letters.map(l => l.letter).join("")).toBe(text)
        const covering = letters.map((_, i) => new Set(spans.filter(s => s.start <= i && i < s.end).map(s => s.role)))
        expect(letters.map(l => l.roles)).toEqual(covering.map(c => [...c].sort().join()))
      })
    )
  })
})

describe("addresses", () => {
  const read = (href: string): Route => routeOf(new URL(href, "http://127.0.0.1"))
  test.each<Route>([
    {view: "ledger", filters: {}},
    {view: "ledger", filters: {status: "happened,ongoing", actor: "RUS,name:the north"}, sel: "7f3c", row: 700123},
    {view: "event", id: "7f3c91ab", lit: "whom"},
    {view: "article", id: "a/b?c#d", sentence: 7},
    {view: "actors", search: "kim & son"},
    {view: "actor", id: "name:mission to the un", by: "month", table: true},
    {view: "pair", a: "RUS", b: "PRK", acts: "PRK", by: "quarter", at: "2024-04-01"}
  ])("$view: what was written is read again", route => {
    expect(read(hrefOf(route))).toEqual(route)
  })
  test("any filters at all come back", () => {
    const filters = fc.dictionary(fc.constantFrom(...filterKeys), fc.string({minLength: 1}))
    fc.assert(
      fc.property(filters, f => {
        expect(read(ledger(f))).toEqual({view: "ledger", filters: {...f}})
      })
    )
  })
  test("commas stay readable", () => expect(ledger({status: "happened,ongoing"})).toBe("/ledger?status=happened,ongoing"))
  test("an address cut short is nowhere, not an error", () => {
    expect(read("/event").view).toBe("nowhere")
    expect(read("/article/%E0%A4%A").view).toBe("article")
  })
})

describe("days in words", () => {
  const say = (from: string | undefined, until: string | undefined, grain: "day" | "month" | "year" | "decade" | "duration") =>
    spanText({...(from && {from}), ...(until && {until}), grain}, {year: true})
  test("as finely as it was said and no finer", () => {
    expect(say("2024-06-19", "2024-06-20", "day")).toBe("19 Jun 2024")
    expect(say("2024-10-08", "2024-10-14", "duration")).toBe("8–13 Oct 2024")
    expect(say("2024-12-30", "2025-01-03", "duration")).toBe("30 Dec 2024 – 2 Jan 2025")
    expect(say("2023-03-01", "2023-04-01", "month")).toBe("Mar 2023")
    expect(say("2023-01-01", "2024-01-01", "year")).toBe("2023")
    expect(say("1990-01-01", "2000-01-01", "decade")).toBe("1990s")
    expect(say("2024-10-01", undefined, "month")).toBe("from Oct 2024")
    expect(say(undefined, undefined, "duration")).toBe(words.noDate)
  })
})

describe("bins", () => {
  test("years, quarters and months follow one another over the turn of a year", () => {
    expect(binAfter("2023-10-01", "quarter")).toBe("2024-01-01")
    expect(binAfter("2024-01-01", "month", -1)).toBe("2023-12-01")
    expect(binAfter("2024-02-28", "day", 2)).toBe("2024-03-01")
    expect(binName("2024-04-01", "quarter")).toBe("2024-Q2")
  })
  test("a month in which nothing happened is there and empty", () => {
    const bin = (from: string, until: string) => ({from, until, events: 1, quads: [1, 0, 0, 0] as const, vague: 0})
    const all = binned([bin("2023-11-01", "2023-12-01"), bin("2024-01-01", "2024-02-01")], "month")
    expect(all.map(b => [b.from, b.events])).toEqual([
      ["2023-11-01", 1],
      ["2023-12-01", 0],
      ["2024-01-01", 1]
    ])
    expect(binned(all, "month", 12)).toHaveLength(12)
  })
  test("as fine as there is room for", () => {
    expect(fittingGrain("2024-10-01", "2024-11-01", 1000)).toBe("day")
    expect(fittingGrain("2020-01-01", "2025-01-01", 1000)).toBe("month")
    expect(fittingGrain("2000-01-01", "2025-01-01", 1000)).toBe("quarter")
    expect(fittingGrain("2000-01-01", "2025-01-01", 360)).toBe("year")
  })
})

describe("headlines", () => {
  test("say what the codes say", () => {
    const of = words.headline
    expect(of(["Russia"], ["North Korea"], "CONSULT", "visit", "happened")).toBe("Russia visits North Korea")
    expect(of(["Russia", "China"], [], "AGREE", undefined, "happened")).toBe("Russia and China agree")
    expect(of(["Russia", "China"], [], "SUPPORT", undefined, "happened", {mutual: true})).toBe(
      "Russia and China support each other"
    )
    expect(of(["Russia"], [], "REJECT", undefined, "happened")).toBe("Russia refuses")
    expect(of(["soldiers"], [], "MOBILIZE", "troops", "happened", {several: true})).toBe("soldiers move troops")
    expect(of(["Kim Jong Un"], ["Moscow"], "CONSULT", "visit", "planned")).toBe("Kim Jong Un to visit Moscow")
    expect(of([], ["two activists"], "COERCE", "arrest", "did-not-happen")).toBe(
      "Somebody not named did not arrest two activists"
    )
  })
})
