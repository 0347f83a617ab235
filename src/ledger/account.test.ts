import {describe, expect, test} from "vitest"
import {mention, type Sketch} from "../../test/mentions.ts"
import type {EventMention, Toll} from "../model/model.ts"
import {type Book, isRevised} from "./copies.ts"
import {eventOf} from "./event.ts"

type Tolls = readonly (readonly [what: Toll["what"], low: number, high?: number])[]
const told = (sketch: Sketch, tolls: Tolls = []): EventMention => {
  const m = mention({type: "ASSAULT", actors: ["PRK"], recipients: ["KOR"], day: "2010-11-23", ...sketch})
  return {
    ...m,
    tolls: tolls.map(([what, low, high = low]) => ({
      what,
      ...(Number.isFinite(low) && {low}),
      ...(Number.isFinite(high) && {high}),
      evidence: m.predicate
    }))
  }
}
const books: Record<string, Partial<Book>> = {
  old: {url: "https://paper.example/a"},
  new: {url: "https://paper.example/a", revised: true}
}
const event = (...mentions: [EventMention, ...EventMention[]]) =>
  eventOf(mentions, [], id => ({signature: [], credits: [], ...books[id]}))

describe("how reports stand to one another", () => {
  test("a corrected version replaces what its article said before, and the history shows it", () => {
    const was = told({article: "old", publisher: "Gazette", published: "2010-11-23"}, [["killed", 12]])
    const is = told({article: "new", publisher: "Gazette", published: "2010-11-23", start: 2}, [["killed", 9]])
    const {tolls, values, account} = event(was, is)
    expect(tolls.map(t => t.low)).toEqual([9])
    expect(values.tolls).toHaveLength(2)
    expect(account!.conflicts).toEqual([])
    expect(account!.superseded).toEqual([was.id])
    expect(account!.history).toEqual([
      {field: "tolls", what: "killed", before: "12", after: "9", mention: is.id, published: "2010-11-23", corrected: true}
    ])
  })

  test("tolls that cannot both be true are a conflict; wounded are not killed, and at least five may be seven", () => {
    const a = told({article: "a", publisher: "A", published: "2010-11-23"}, [["killed", 5]])
    const b = told({article: "b", publisher: "B", published: "2010-11-24"}, [["killed", 7]])
    const c = told({article: "c", publisher: "C", published: "2010-11-24"}, [["wounded", 16]])
    const d = told({article: "d", publisher: "D", published: "2010-11-25"}, [["killed", 5, Infinity]])
    expect(event(a, c).account).toBeUndefined()
    expect(event(b, d).account!.conflicts).toEqual([])
    expect(event(a, b).account!.conflicts).toEqual([
      {
        field: "tolls",
        what: "killed",
        values: [
          {value: "5", mentions: [a.id], lines: 1},
          {value: "7", mentions: [b.id], lines: 1}
        ]
      }
    ])
    expect(event(a, b).account!.shown).toEqual([
      {field: "tolls", what: "killed", value: "7", says: "the latest; as many lines say otherwise"}
    ])
  })

  test("who gives two tolls agrees with whoever gives one of them", () => {
    const both = told({article: "a", publisher: "A", published: "2010-11-23"}, [
      ["killed", 5],
      ["killed", 7]
    ])
    const one = told({article: "b", publisher: "B", published: "2010-11-24"}, [["killed", 7]])
    expect(event(both, one).account?.conflicts ?? []).toEqual([])
  })

  test("an event is as sure as its one telling, surer with two, never certain", () => {
    const [a, b] = ["a", "b"].map(article => told({article, publisher: article, published: "2010-11-23"})) as [
      EventMention,
      EventMention
    ]
    expect(event(a).confidence).toBe(a.confidence)
    expect(event(a, b).confidence).toBeGreaterThan(a.confidence)
    expect(event(a, b).confidence).toBeLessThan(1)
  })

  test("the shown day is the one most independent lines give, and says so", () => {
    const wrong = told({article: "a", publisher: "A", published: "2010-11-23", day: "2010-11-22"})
    const right = ["B", "C"].map(publisher => told({article: publisher, publisher, published: "2010-11-24"}))
    const {time, account} = event(wrong, right[0]!, right[1]!)
    expect(time!.from).toBe("2010-11-23")
    expect(account!.shown).toEqual([{field: "time", value: "2010-11-23", says: "told by 2 of 3 independent lines"}])
    expect(account!.conflicts[0]).toMatchObject({field: "time", values: [{value: "2010-11-22"}, {value: "2010-11-23", lines: 2}]})
  })

  test("a supposed day contradicts nobody", () => {
    const {account} = event(
      told({article: "a", publisher: "A", published: "2010-11-23"}),
      told({article: "b", publisher: "B", published: "2010-11-24", day: "2010-11-24", basis: "assumed"})
    )
    expect(account!.conflicts).toEqual([])
    expect(account!.shown[0]!.says).toBe("stated; the others are inferred or supposed")
  })
})

test("articles say of themselves that they are revised", () => {
  const revised = (text: string): boolean => isRevised({text, removed: []})
  expect(revised("Updated: the number of dead has risen.\n\nGuns fired on the island.")).toBe(true)
  expect(revised(`Guns fired. ${"They fired again. ".repeat(40)}\nAn earlier version of this article gave another number.`)).toBe(
    true
  )
  expect(revised("The ministry updated its list of banned ships and corrected three names.")).toBe(false)
})
