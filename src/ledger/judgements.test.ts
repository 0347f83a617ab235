import fc from "fast-check"
import {describe, expect, test} from "vitest"
import {mention, piles} from "../../test/mentions.ts"
import type {BookOf} from "./copies.ts"
import {judgements, type Verdict, verdictsFrom} from "./judgements.ts"
import {ledgerJudgedBy} from "./ledger.ts"
import {mergeMentions} from "./merge.ts"

let lines = 0
const verdict = (op: Verdict["op"], target: string, other: string): Verdict => ({
  id: `c${++lines}`,
  who: "editor",
  when: "2024-07-01",
  why: "read both",
  op,
  target,
  other
})
const unread: BookOf = () => ({signature: [], credits: []})

const shared = {actors: ["RUS"], recipients: ["PRK"], day: "2023-09-13"}
const a = mention({...shared, published: "2023-09-13", publisher: "A"})
const b = mention({...shared, published: "2023-09-14", publisher: "B"})
const far = mention({actors: ["RUS"], recipients: ["PRK"], day: "2023-12-02", published: "2023-12-02", publisher: "C"})
const eventsOf = (verdicts: readonly Verdict[], ...mentions: Parameters<typeof mergeMentions>[0]): string[] =>
  mergeMentions(mentions, unread, judgements(verdicts)).map(e => e.mentions.map(m => m.publisher).join(" "))

describe("reading", () => {
  test("lines of other ops are left to others, blank lines skipped", () => {
    const text = `{"op":"set","id":"x"}\n\n${JSON.stringify(verdict("same", "m1", "m2"))}\n`
    expect(verdictsFrom(text, "corrections.jsonl").map(v => v.op)).toEqual(["same"])
  })

  test("a slip is named by file and line", () => {
    const read = (text: string) => () => verdictsFrom(text, "corrections.jsonl")
    expect(read("\nnot json")).toThrow("corrections.jsonl:2: should be one JSON object")
    expect(read('{"op":"same","id":"c","who":"e","when":"d","target":"m1"}')).toThrow('corrections.jsonl:1: "other" is missing')
    expect(read(JSON.stringify(verdict("same", "m1", "m1")))).toThrow("both m1")
  })
})

describe("judging", () => {
  test("not-same keeps apart what would merge; same puts together what would not", () => {
    expect(eventsOf([], a, b, far)).toHaveLength(2)
    expect(eventsOf([verdict("not-same", a.id, b.id)], a, b, far)).toHaveLength(3)
    expect(eventsOf([verdict("same", far.id, b.id)], a, b, far)).toEqual(["A B C"])
  })

  test("the latest line on a pair holds", () => {
    expect(eventsOf([verdict("not-same", a.id, b.id), verdict("same", b.id, a.id)], a, b)).toEqual(["A B"])
  })

  test("unsure keeps apart and shows", () => {
    const [, second] = mergeMentions([a, b], unread, judgements([verdict("unsure", a.id, b.id)])).toSorted((x, y) =>
      x.mentions[0].publisher! < y.mentions[0].publisher! ? -1 : 1
    )
    expect(second!.links).toEqual([expect.objectContaining({kind: "undecided", event: a.id})])
  })

  test("a denial judged the same hangs on the deed", () => {
    const denial = mention({...shared, day: "2023-11-01", status: "did-not-happen", published: "2023-11-01", publisher: "D"})
    const found = mergeMentions([a, denial], unread, judgements([verdict("same", a.id, denial.id)]))
    expect(found).toHaveLength(2)
    expect(found.find(e => e.id === denial.id)!.links[0]).toMatchObject({kind: "denial-of", event: a.id})
  })

  test("a ring that contradicts itself is warned of and left open", () => {
    const found = judgements([verdict("same", "m1", "m2"), verdict("not-same", "m1", "m3"), verdict("same", "m2", "m3")])
    expect(found.warnings).toHaveLength(1)
    expect(found.groupOf("m1")).toBe(found.groupOf("m2"))
    expect(found.groupOf("m3")).not.toBe(found.groupOf("m1"))
  })
})

test("with any verdicts: one event for every mention, the same in any order, nothing together that is judged apart", () => {
  const picks = fc.array(fc.tuple(fc.constantFrom<Verdict["op"]>("same", "not-same", "unsure"), fc.nat(13), fc.nat(13)), {
    maxLength: 6
  })
  fc.assert(
    fc.property(piles, picks, (pile, chosen) => {
      const judged = judgements(
        chosen.filter(([, x, y]) => x !== y && pile[x] && pile[y]).map(([op, x, y]) => verdict(op, pile[x]!.id, pile[y]!.id))
      )
      const ledger = ledgerJudgedBy(judged)
      const found = ledger.merge(pile, unread)
      expect(JSON.stringify(ledger.merge([...pile].reverse(), unread))).toBe(JSON.stringify(found))
      expect(found.flatMap(e => e.mentions.map(m => m.id)).sort()).toEqual(pile.map(m => m.id).sort())
      for (const event of found)
        for (const x of event.mentions) for (const y of event.mentions) expect(judged.apart(x.id, y.id)).toBeUndefined()
    }),
    {numRuns: 200}
  )
})
