import fc from "fast-check"
import {describe, expect, test} from "vitest"
import {party} from "../../test/mentions.ts"
import {
  type Correction,
  type CorrectionOp,
  type CorrectionRole,
  contentId,
  type EventMention,
  type EventType,
  evidenceOf,
  type Status,
  type Target
} from "../model/model.ts"
import {spanOf, wordsAt} from "./anchor.ts"
import {codedOf} from "./fields.ts"
import {correctionsFrom, lineOf, standing} from "./lines.ts"
import {type Book, replay} from "./replay.ts"

const text = "Turkey warned Greece on Monday. Turkey warned Cyprus too. Ankara sent aid to Athens, and Athens thanked Ankara."
const article = {id: "a1", text, publisher: "Harbour Wire", published: "2024-05-07", sentences: sentencesOf(text)}

function sentencesOf(text: string): {start: number; end: number}[] {
  return [...text.matchAll(/[^.]+\.?\s*/g)].map(m => ({start: m.index, end: m.index + m[0].length}))
}

/// The nth deed of some words, coded.
function deed(quote: string, type: EventType, nth = 0, of = article): EventMention {
  let start = of.text.indexOf(quote)
  for (let i = 0; i < nth; i++) start = of.text.indexOf(quote, start + 1)
  const predicate = evidenceOf(of, {start, end: start + quote.length})
  const sentence = of.sentences.findIndex(s => s.start <= start && start < s.end)
  return {
    id: contentId(of.id, String(start), String(start + quote.length), type),
    article: of.id,
    sentence,
    sentenceSpan: of.sentences[sentence]!,
    type,
    contexts: [],
    actors: [{means: party("TUR"), basis: "stated", evidence: [predicate]}],
    recipients: [{means: party("GRC"), basis: "stated", evidence: [predicate]}],
    tolls: [],
    claim: {by: {kind: "publisher"}, stance: "asserts", status: "happened", evidence: []},
    background: false,
    confidence: 0.7,
    predicate,
    words: [],
    why: {rule: "warn", says: []}
  }
}

const aim = (mention: EventMention, role: CorrectionRole = "what", of = article): Target => ({
  article: of.id,
  ...wordsAt(of.text, mention.predicate.span),
  role,
  type: mention.type
})
let count = 0
const line = (
  op: CorrectionOp,
  target: Target | string,
  more: Partial<Pick<Correction, "before" | "after" | "who" | "why">> = {}
): Correction => ({id: `c${count++}`, who: "Ada", when: "2024-07-01T10:00:00.000Z", target, op, ...more})

const first = deed("warned", "THREATEN")
const second = deed("warned", "THREATEN", 1)
const aid = deed("sent aid", "AID")
const book: Book = {article, coded: [first, second, aid]}
const states = (lines: readonly Correction[], of: Book = book): string[] => replay(lines, of).outcomes.map(o => o.state)

describe("anchors", () => {
  test("the same words at two places are told apart by what stands around them", () => {
    for (const m of [first, second, aid]) expect(spanOf(text, wordsAt(text, m.predicate.span))).toEqual(m.predicate.span)
    expect(spanOf(text, {quote: "warned", prefix: "Turkey ", suffix: " "})).toBeUndefined()
    expect(spanOf(text, {quote: "sent tea", prefix: "", suffix: ""})).toBeUndefined()
  })

  test("any span of any text is found again, alone", () => {
    fc.assert(
      fc.property(fc.string({unit: "binary", minLength: 1, maxLength: 300}), fc.nat(), fc.nat(), (text, a, b) => {
        const start = a % text.length
        const end = start + 1 + (b % (text.length - start))
        expect(spanOf(text, wordsAt(text, {start, end}))).toEqual({start, end})
      })
    )
  })
})

describe("replaying", () => {
  test("what nothing is said of stays the very object it was", () => {
    const {mentions} = replay([line("reject", aim(first))], book)
    expect(mentions).toEqual([second, aid])
    expect(mentions[0]).toBe(second)
  })

  test("accept holds while the coding is the one that was seen", () => {
    const seen = codedOf(first)
    expect(states([line("accept", aim(first), {before: seen})])).toEqual(["applied"])
    const {outcomes} = replay([line("accept", aim(first), {before: {...seen, status: "planned"}})], book)
    expect(outcomes[0]).toMatchObject({state: "conflict", says: expect.stringContaining("status was planned, is happened")})
    expect(states([line("accept", aim(first), {before: seen})], {...book, coded: [second, aid]})).toEqual(["conflict"])
  })

  test("reject takes out one event; once nothing is coded there it agrees; another type there is a conflict", () => {
    const reject = line("reject", aim(second), {before: codedOf(second)})
    expect(replay([reject], book).mentions.map(m => m.id)).toEqual([first.id, aid.id])
    expect(states([reject], {...book, coded: [first, aid]})).toEqual(["agrees"])
    expect(states([reject], {...book, coded: [first, deed("warned", "ACCUSE", 1)]})).toEqual(["conflict"])
  })

  test("a field is set when it still is what it was, agrees when it says so already, and else is a conflict", () => {
    const set = (before: Status, after: Status) => line("fix-status", aim(aid, "status"), {before, after, why: "only promised"})
    const {mentions, outcomes} = replay([set("happened", "planned")], book)
    const changed = mentions.find(m => m.id === aid.id)!
    expect(changed.claim.status).toBe("planned")
    expect(changed.corrected).toEqual([
      expect.objectContaining({who: "Ada", why: "only promised", field: "status", before: "happened", after: "planned"})
    ])
    expect(outcomes[0]!.state).toBe("applied")
    expect(states([set("planned", "happened")])).toEqual(["agrees"])
    expect(states([set("planned", "possible")])).toEqual(["conflict"])
    expect(states([set("happened", "planned"), set("happened", "possible")])).toEqual(["applied", "conflict"])
    expect(states([set("happened", "planned"), set("planned", "possible")])).toEqual(["applied", "applied"])
  })

  test("values keep their words, or bring their own", () => {
    const place = {id: "gr", name: "Greece", country: "GRC", grain: "country"}
    const words = wordsAt(text, {start: text.indexOf("Athens"), end: text.indexOf("Athens") + 6})
    const {mentions} = replay(
      [
        line("fix-place", aim(aid, "where"), {before: null, after: {...place, words}}),
        line("set", aim(aid, "who"), {after: [party("CYP")]}),
        line("set", aim(aid, "type"), {before: "AID", after: "COOPERATE"}),
        line("fix-date", aim(aid, "when"), {after: {from: "2024-05-06", until: "2024-05-07", grain: "day"}})
      ],
      book
    )
    const now = mentions.find(m => m.id === aid.id)!
    expect(now).toMatchObject({
      type: "COOPERATE",
      place: {means: place, basis: "stated", evidence: [{quote: "Athens"}]},
      actors: [{means: {id: "cyp"}, basis: "inferred", evidence: [{quote: "sent aid"}]}],
      time: {means: {from: "2024-05-06"}}
    })
    for (const {span, quote} of [now.place!.evidence[0]!, now.actors[0]!.evidence[0]!])
      expect(text.slice(span.start, span.end)).toBe(quote)
    expect(now.corrected).toHaveLength(4)
  })

  test("an event can be added where none is coded", () => {
    const target: Target = {
      article: "a1",
      ...wordsAt(text, {start: text.indexOf("thanked"), end: text.indexOf("thanked") + 7}),
      role: "what"
    }
    const add = line("add", target, {after: {type: "SUPPORT", who: [party("GRC")], whom: [party("TUR")]}})
    const {mentions, outcomes} = replay([add], book)
    expect(outcomes[0]!.state).toBe("applied")
    expect(mentions.at(-1)).toMatchObject({type: "SUPPORT", sentence: 2, predicate: {quote: "thanked"}, why: {rule: "a person"}})
    expect(states([add], {...book, coded: [deed("thanked", "SUPPORT")]})).toEqual(["agrees"])
    expect(states([add], {...book, coded: [deed("thanked", "CONSULT")]})).toEqual(["conflict"])
  })

  test("an alias holds in every article, and its outcome is told at its own words", () => {
    const alias = line("alias", aim(first, "who"), {before: party("TUR"), after: party("TUR:GOV:Mehmet")})
    expect(replay([alias], book).mentions.every(m => m.actors[0]!.means.name === "Mehmet")).toBe(true)
    expect(states([alias])).toEqual(["applied"])
    const elsewhere = replay([alias], {...book, article: {...article, id: "a2"}})
    expect(elsewhere.outcomes).toEqual([])
    expect(elsewhere.mentions[0]!.actors[0]!.means.name).toBe("Mehmet")
  })

  test("a source can be left out", () => {
    const ignore = line("ignore-source", aim(first), {after: {publisher: "Harbour Wire"}})
    expect(replay([ignore], book).mentions).toEqual([])
    expect(replay([ignore], {...book, article: {...article, publisher: "Other"}}).mentions).toHaveLength(3)
  })

  test("words that are gone, or stand twice, are orphans", () => {
    expect(states([line("accept", {...aim(first), prefix: "Then "})])).toEqual(["orphan"])
    expect(states([line("accept", {...aim(first), prefix: "Turkey ", suffix: " "})])).toEqual(["orphan"])
  })
})

describe("lines", () => {
  test("are read as they are written, in one order of keys", () => {
    const lines = [
      line("accept", aim(first), {before: codedOf(first)}),
      line("fix-status", aim(aid, "status"), {before: "happened", after: "planned"}),
      line("undo", "c0")
    ]
    const written = lines.map(lineOf).join("\n")
    expect(correctionsFrom(`${written}\n`, "x").map(lineOf).join("\n")).toBe(written)
    expect(Object.keys(JSON.parse(lineOf(lines[1]!)))).toEqual(["id", "who", "when", "target", "op", "before", "after"])
  })

  test("a line twice, as git may leave it, is one; judgements on ids pass by", () => {
    const accept = lineOf(line("accept", aim(first)))
    const judged = '{"id":"j","who":"e","when":"w","op":"not-same","target":"x","other":"y"}'
    expect(correctionsFrom([accept, judged, accept].join("\n"), "x")).toHaveLength(1)
  })

  test.each([
    ["{", /x:2: should be one JSON object/],
    ["<<<<<<< HEAD", /x:2: git left this here; keep the lines of both sides/],
    [{op: "agree"}, /x:2: "op" is "agree"; it should be one of accept, reject/],
    [{op: "accept", who: ""}, /x:2: "who" is ""/],
    [{op: "accept", target: "abc"}, /x:2: "target" is "abc"; it should be \{article/],
    [{op: "set"}, /"target.role" is "what"; a set names the field/],
    [{op: "fix-place", role: "when"}, /"target.role" is "when"; of fix-place it is "where"/],
    [{op: "fix-status", role: "status", after: "maybe"}, /"after" is "maybe"; it should be one of happened/],
    [{op: "fix-date", role: "when", after: {from: "Monday", grain: "day"}}, /days look like 2024-06-19/],
    [{op: "set", role: "who", after: [{id: "x"}]}, /"after\[0\]" should be an actor/],
    [{op: "add", after: {type: "WAR"}}, /"after.type" should be one of AGREE/],
    [{op: "undo"}, /an undo is aimed at the id of another line/]
  ])("%s is refused with file, line and what would be right", (given, says) => {
    const {role = "what", ...rest} = (typeof given === "string" ? {} : given) as Record<string, unknown>
    const value = {id: "i", who: "Ada", when: "w", target: {...aim(first), role}, ...rest}
    const text = `\n${typeof given === "string" ? given : JSON.stringify(value)}`
    expect(() => correctionsFrom(text, "x")).toThrow(says)
  })

  test("undo takes back, undo of an undo brings back, without limit", () => {
    const lines: Correction[] = [line("accept", aim(first))]
    for (let i = 0; i < 9; i++) {
      expect(standing(lines).corrections).toHaveLength(i % 2 === 0 ? 1 : 0)
      lines.push(line("undo", lines.at(-1)!.id))
    }
    expect(standing([line("undo", "nobody")]).lost).toHaveLength(1)
  })
})

/// A pile, and what another codebook makes of it: some deeds no longer coded, some of another type, some otherwise in a field, some on
/// other words, some new.
const pile = fc.gen().map(g => {
  const deeds = ["warned", "met", "sent aid to", "threatened", "visited", "accused"]
  const names = ["Turkey", "Greece", "Cyprus", "Malta"]
  const types: EventType[] = ["THREATEN", "CONSULT", "AID", "ACCUSE"]
  const books: Book[] = []
  for (let a = 0; a < 12; a++) {
    const spans: {start: number; end: number}[] = []
    let text = ""
    for (let s = 0; s < 10; s++) {
      const [who, what, whom] = [names, deeds, names].map(list => g(() => fc.constantFrom(...list))) as [string, string, string]
      spans.push({start: text.length + who.length + 1, end: text.length + who.length + 1 + what.length})
      text += `${who} ${what} ${whom}. `
    }
    const of = {id: `a${a}`, text, published: "2024-05-07", sentences: sentencesOf(text)}
    const coded = spans.map(span => {
      const m = deed(
        text.slice(span.start, span.end),
        g(() => fc.constantFrom(...types)),
        0,
        {...of, publisher: "A"}
      )
      const predicate = evidenceOf(of, span)
      return {...m, id: contentId(of.id, String(span.start), m.type), predicate, actors: [], recipients: []}
    })
    books.push({article: of, coded})
  }
  const now = books.map(({article: of, coded}) => ({
    article: of,
    coded: coded.flatMap(m => {
      switch (g(() => fc.constantFrom("same", "same", "gone", "type", "status", "words", "two"))) {
        case "gone":
          return []
        case "type":
          return [{...m, type: "COERCE" as const, id: contentId(m.id, "COERCE")}]
        case "status":
          return [{...m, claim: {...m.claim, status: "possible" as const}}]
        case "words": {
          const span = {start: m.predicate.span.start, end: m.predicate.span.end + 2}
          return [{...m, id: contentId(m.id, "longer"), predicate: evidenceOf(of, span)}]
        }
        case "two":
          return [m, {...m, type: "COERCE" as const, id: contentId(m.id, "COERCE")}]
        default:
          return [m]
      }
    })
  }))
  const lines: Correction[] = []
  for (let i = 0; i < 200; i++) {
    const {article: of, coded} = g(() => fc.constantFrom(...books))
    const m = g(() => fc.constantFrom(...coded))
    const target = {article: of.id, ...wordsAt(of.text, m.predicate.span), type: m.type}
    const kind = g(() => fc.constantFrom("accept", "reject", "fix-status", "type", "note", "lost"))
    const id = `c${i}`
    const base = {id, who: i % 2 ? "Ada" : "Ben", when: "w"}
    if (kind === "accept" || kind === "reject")
      lines.push({...base, target: {...target, role: "what"}, op: kind, before: codedOf(m)})
    else if (kind === "fix-status")
      lines.push({
        ...base,
        target: {...target, role: "status"},
        op: kind,
        before: "happened",
        after: g(() => fc.constantFrom("planned", "possible"))
      })
    else if (kind === "type")
      lines.push({...base, target: {...target, role: "type"}, op: "set", before: m.type, after: "PROTEST"})
    else if (kind === "note") lines.push({...base, target: {...target, role: "what"}, op: "note"})
    else lines.push({...base, target: {...target, role: "what", suffix: " nobody"}, op: "accept"})
  }
  return {now, lines}
})

test("200 corrections replayed over a changed codebook: all are accounted for, none is on other text", () => {
  fc.assert(
    fc.property(pile, ({now, lines}) => {
      const results = now.map(book => ({book, ...replay(lines, book)}))
      const outcomes = results.flatMap(r => r.outcomes)
      expect(outcomes.map(o => o.id).sort()).toEqual(lines.map(l => l.id).sort())
      const byId = new Map(lines.map(l => [l.id, l]))
      for (const {book, mentions, outcomes} of results) {
        const before = new Map(book.coded.map(m => [m.id, m]))
        for (const m of mentions) {
          if (before.get(m.id) === m) continue
          // what changed was changed by lines that are aimed at its own words
          expect(m.corrected!.length).toBeGreaterThan(0)
          for (const {id} of m.corrected!) {
            const target = byId.get(id)!.target as Target
            expect(target.article).toBe(m.article)
            expect(spanOf(book.article.text, target)).toEqual(m.predicate.span)
          }
        }
        const shown = new Set(mentions.map(m => m.id))
        for (const gone of book.coded.filter(m => !shown.has(m.id))) {
          const by = outcomes.filter(o => o.mention === gone.id && o.state === "applied").map(o => byId.get(o.id)!)
          expect(
            by.some(l => l.op === "reject" && spanOf(book.article.text, l.target as Target)?.start === gone.predicate.span.start)
          ).toBe(true)
        }
        // what is in conflict or has lost its words changes nothing
        for (const o of outcomes.filter(o => o.state === "conflict" || o.state === "orphan"))
          expect(mentions.some(m => m.corrected?.some(c => c.id === o.id))).toBe(false)
      }
    }),
    {numRuns: 30}
  )
})
