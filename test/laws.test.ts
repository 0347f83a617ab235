import {join} from "node:path"
import fc from "fast-check"
import {beforeAll, describe, expect, test} from "vitest"
import {articlesFrom} from "../src/articles/read.ts"
import {flatRow} from "../src/export/flat.ts"
import {ledger} from "../src/ledger/ledger.ts"
import {type Article, articleId, type EventMention, modesOf, originalText, type Reading} from "../src/model/model.ts"
import {reader} from "../src/pipeline.ts"
import {openResources} from "../src/resources.ts"
import {spent} from "./spent.ts"

/// The laws of the nouns, over the whole sample pile and over any text at all.
const samples = join(import.meta.dirname, "..", "samples", "articles")
const read = reader(openResources()).read
let pile: Article[]
let readings: Reading[]

beforeAll(async () => {
  pile = []
  for await (const found of articlesFrom([samples], {})) if ("text" in found) pile.push(found)
  readings = pile.map(read)
})

const bare = (text: string, published?: string): Article => ({
  id: articleId(undefined, text),
  text,
  removed: [],
  ...(published && {published})
})

/// Every quotation of a coded mention, with the article it is cut from.
const evidenceOf = (m: EventMention) => [
  m.predicate,
  ...[...m.actors, ...m.recipients].flatMap(g => g.evidence),
  ...(m.time?.evidence ?? []),
  ...(m.place?.evidence ?? []),
  ...m.tolls.map(t => t.evidence),
  ...m.claim.evidence,
  ...(m.claim.by.kind === "actor" ? [m.claim.by.evidence] : [])
]

function obeys({article, document, mentions, coding}: Reading): void {
  let end = 0
  for (const token of document.tokens) {
    expect(token.start).toBeGreaterThanOrEqual(end)
    expect(article.text.slice(end, token.start).trim()).toBe("")
    end = token.end
  }
  expect(article.text.slice(end).trim()).toBe("")
  for (const m of [...mentions.actors, ...mentions.places, ...mentions.times])
    expect(article.text.slice(m.span.start, m.span.end)).toBe(m.text)
  for (const m of coding.events) {
    for (const e of evidenceOf(m)) {
      expect(e.article).toBe(article.id)
      expect(article.text.slice(e.span.start, e.span.end)).toBe(e.quote)
      expect(e.quote).not.toBe("")
    }
    for (const grounded of [...m.actors, ...m.recipients, ...(m.time ? [m.time] : []), ...(m.place ? [m.place] : [])]) {
      if (grounded.basis === "stated") expect(grounded.evidence.length).toBeGreaterThan(0)
    }
    if (m.mode) expect(modesOf[m.type]).toContain(m.mode)
    expect(m.confidence).toBeGreaterThan(0)
    expect(m.confidence).toBeLessThanOrEqual(1)
    if (m.time?.means.from && m.time.means.until) expect(m.time.means.from < m.time.means.until).toBe(true)
    // unknown is absent, never a blank
    expect(JSON.stringify(m)).not.toMatch(/"(name|country|id|from|until|by)":""/)
  }
  expect(new Set(coding.events.map(m => m.id)).size).toBe(coding.events.length)
}

describe("laws", () => {
  test("over the sample pile: every quote is cut from its text, every token covers it, every value has its ground", () => {
    expect(readings.length).toBeGreaterThanOrEqual(60)
    for (const reading of readings) obeys(reading)
  })

  test("over any text at all", () => {
    const words = fc.constantFrom(
      "Russia",
      "North Korea",
      "Kim Jong Un",
      "said",
      "that",
      "police",
      "arrested",
      "threatened",
      "to",
      "invade",
      "on Tuesday",
      "in March",
      "not",
      "\n\n",
      "“",
      "”",
      ".",
      ",",
      "(",
      "5",
      "killed",
      "\ud800",
      "🙂",
      "é",
      "the",
      "by",
      "was",
      "talks with",
      "'s",
      "[caption]"
    )
    const prose = fc.array(words, {maxLength: 60}).map(w => w.join(" "))
    fc.assert(
      fc.property(
        fc.oneof(prose, fc.string({unit: "binary", maxLength: 300})),
        fc.constantFrom("2024-05-02", undefined),
        (text, day) => {
          const article = bare(text, day)
          obeys(read(article))
          expect(JSON.stringify(read(article))).toBe(JSON.stringify(read(article)))
        }
      ),
      {numRuns: 150}
    )
  })

  test("time linear in length: a megabyte without a space, ten thousand brackets", () => {
    for (const text of ["a".repeat(1_000_000), "(".repeat(10_000) + ")".repeat(10_000), "Russia threatened. ".repeat(3000)]) {
      expect(spent(() => obeys(read(bare(text, "2024-05-02"))))).toBeLessThan(20_000)
    }
  })

  test("an undated article's events carry no invented day", () => {
    const undated = readings.filter(r => r.article.published === undefined)
    expect(undated.length).toBeGreaterThan(0)
    for (const {coding} of undated) for (const m of coding.events) expect(m.time?.basis).not.toBe("assumed")
    const coded = read(bare("Police in Turkey arrested two activists on Tuesday.")).coding.events
    expect(coded).toHaveLength(1)
    expect(coded[0]!.time?.means.from).toBeUndefined()
  })

  test("a country is no pin on a map", () => {
    const events = ledger.merge(
      readings.flatMap(r => r.coding.events),
      () => ({signature: [], credits: []})
    )
    const lands = events.filter(e => e.place && e.place.grain !== "exact" && e.place.grain !== "city")
    expect(lands.length).toBeGreaterThan(0)
    for (const event of lands) expect(flatRow(event)).toMatchObject({latitude: undefined, longitude: undefined})
  })

  test("no event without a mention, no mention lost", () => {
    const mentions = readings.flatMap(r => r.coding.events)
    const events = ledger.merge(mentions, () => ({signature: [], credits: []}))
    expect(events.flatMap(e => e.mentions.map(m => m.id)).sort()).toEqual(mentions.map(m => m.id).sort())
    for (const event of events) expect(event.id).toBe(event.mentions[0].id)
  })

  test("furniture is taken out so that the original can be rebuilt", () => {
    for (const article of pile) {
      const original = originalText(article)
      expect(original.length).toBe(
        article.text.length + article.removed.reduce((sum, r) => sum + r.text.length - (r.instead?.length ?? 0), 0)
      )
    }
  })
})
