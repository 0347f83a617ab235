import fc from "fast-check"
import {describe, expect, test} from "vitest"
import {mention, piles} from "../../test/mentions.ts"
import type {EventMention} from "../model/model.ts"
import {blockKeys} from "./blocks.ts"
import {type BookOf, creditsOf, independentLines, likeness, signature} from "./copies.ts"
import {gistOf} from "./gist.ts"
import {mergeMentions} from "./merge.ts"
import {likelihood, nearAt, sameEvent} from "./same-event.ts"

const unread: BookOf = () => ({signature: [], credits: []})
const events = (...mentions: Parameters<typeof mergeMentions>[0]) => mergeMentions(mentions, unread)

describe("one event, however many report it", () => {
  const summit = {
    actors: ["RUS:GOV:Vladimir Putin"],
    recipients: ["PRK:GOV:Kim Jong Un"],
    day: "2023-09-13",
    published: "2023-09-13"
  }

  test("two outlets tell of one meeting, one naming leaders, one countries", () => {
    const found = events(
      mention({...summit, publisher: "A"}),
      mention({actors: ["RUS", "PRK"], day: "2023-09-13", published: "2023-09-14", publisher: "B"})
    )
    expect(found).toHaveLength(1)
    expect(found[0]!.outlets).toBe(2)
    expect(found[0]!.merges[0]!.parts.length).toBeGreaterThan(0)
  })

  test("meetings of one pair on days a week apart stay two", () => {
    expect(events(mention(summit), mention({...summit, day: "2023-09-20", published: "2023-09-20"}))).toHaveLength(2)
  })

  test("a meeting told from either side is one; a guest of one country is not at once the guest of another", () => {
    const putin = {actors: ["RUS:GOV:Vladimir Putin"], recipients: ["PRK:GOV:Kim Jong Un"]}
    const kim = {actors: putin.recipients, recipients: putin.actors}
    expect(events(mention({...summit, ...putin, publisher: "A"}), mention({...summit, ...kim, publisher: "B"}))).toHaveLength(1)
    const visit = {...summit, mode: "visit", words: ["visit"]}
    expect(
      events(mention({...visit, publisher: "A"}), mention({...visit, recipients: ["VNM:GOV:To Lam"], publisher: "B"}))
    ).toHaveLength(2)
  })

  test("an assumed day gives way to the day before", () => {
    const found = events(
      mention({...summit, publisher: "A"}),
      mention({...summit, day: "2023-09-14", basis: "assumed", published: "2023-09-14", publisher: "B"})
    )
    expect(found).toHaveLength(1)
    expect(found[0]!.time!.from).toBe("2023-09-13")
    expect(found[0]!.values.time).toHaveLength(2)
  })

  test("a plan is linked to the deed and never merged into it", () => {
    const plan = mention({...summit, status: "planned", published: "2023-09-05", publisher: "A"})
    const found = events(plan, mention(summit))
    expect(found).toHaveLength(2)
    expect(found.find(e => e.status === "planned")!.links[0]!.kind).toBe("plan-of")
  })

  test("a denial hangs on the deed and does not undo it", () => {
    const found = events(mention(summit), mention({...summit, status: "did-not-happen", published: "2023-09-15", publisher: "B"}))
    expect(found.map(e => e.status).sort()).toEqual(["did-not-happen", "happened"])
    expect(found.find(e => e.status === "did-not-happen")!.links[0]!.kind).toBe("denial-of")
  })

  test("what was called off is linked to its plan, where nothing came of it", () => {
    const plan = mention({...summit, status: "planned", published: "2023-09-05", publisher: "A"})
    const off = mention({...summit, status: "did-not-happen", published: "2023-09-15", publisher: "B"})
    expect(events(plan, off).find(e => e.id === off.id)!.links).toEqual([
      expect.objectContaining({kind: "stage-of", event: plan.id})
    ])
    // once the deed is there, the plan is its plan and the other its denial
    const found = events(plan, off, mention(summit))
    expect(found.flatMap(e => e.links.map(l => l.kind)).sort()).toEqual(["denial-of", "plan-of"])
  })

  test("who comes for talks is at the talks; who only comes has come", () => {
    const visit = {...summit, mode: "visit", publisher: "A"}
    expect(events(mention({...visit, words: ["come", "president", "talk"]}), mention({...summit, publisher: "B"}))).toHaveLength(
      1
    )
    const arrival = mention({...visit, words: ["arrive", "train"]})
    const arrived = {...arrival, predicate: {...arrival.predicate, quote: "arrived"}}
    expect(events(arrived, mention({...summit, publisher: "B"}))).toHaveLength(2)
  })

  test("a telling without a day and in other words keeps nobody from the event that it is of", () => {
    const words = ["island", "meet", "summit"]
    const undated = mention({...summit, day: undefined, words, publisher: "B"})
    const other = mention({...summit, mode: "visit", words: ["come", "talk"], published: "2023-09-15", publisher: "C"})
    const told = {...other, predicate: {...other.predicate, quote: "came"}}
    expect(events(mention({...summit, words, publisher: "A"}), undated, told)).toHaveLength(1)
  })

  test("last month, reckoned from a guess, may be the month before", () => {
    const killing = {
      type: "ASSAULT" as const,
      actors: [],
      recipients: ["PRK:ELI:Kim Jong Nam"],
      place: "Sepang",
      words: ["murder", "airport"]
    }
    const guessed = mention({
      ...killing,
      day: "2017-03-01",
      until: "2017-04-01",
      grain: "month",
      basis: "inferred",
      published: "2021-03-20",
      publisher: "B"
    })
    expect(events(mention({...killing, day: "2017-02-13", published: "2017-02-15", publisher: "A"}), guessed)).toHaveLength(1)
  })

  test("soldiers of whichever side, and the judges of a court that is no country's", () => {
    const generic = (country: string, sort: string, sector: "MIL" | "JUD"): EventMention["actors"][0] => ({
      means: {id: `${country}:${sort}`, name: sort, kind: "generic", country, sectors: [sector]},
      basis: "inferred",
      evidence: []
    })
    const shot = {type: "ASSAULT" as const, day: "2008-07-11", published: "2008-07-12"}
    const by = (side: EventMention["actors"][0], words: string[], publisher: string): EventMention => ({
      ...mention({...shot, words, publisher}),
      actors: [side],
      recipients: [generic("KOR", "tourist", "MIL")]
    })
    const soldiers = (one: string, other: string) =>
      events(by(generic(one, "soldier", "MIL"), ["shoot"], "A"), by(generic(other, "soldier", "MIL"), ["kill"], "B"))
    expect(soldiers("PRK", "KOR")).toHaveLength(1)

    const court: EventMention["actors"][0] = {
      means: {id: "icc", name: "International Criminal Court", kind: "organization", country: "IGO", sectors: ["JUD"]},
      basis: "stated",
      evidence: []
    }
    const warrant = {
      type: "THREATEN" as const,
      recipients: ["RUS:GOV:Vladimir Putin"],
      day: "2023-03-17",
      words: ["warrant", "issue"]
    }
    const issued = {...mention({...warrant, published: "2023-03-18", publisher: "A"}), actors: [court]}
    const judges = (country: string, sector: "MIL" | "JUD"): EventMention => ({
      ...mention({...warrant, published: "2023-03-19", publisher: "B"}),
      actors: [generic(country, "judge", sector)]
    })
    expect(events(issued, judges("NLD", "JUD"))).toHaveLength(1)
    expect(events(issued, judges("NLD", "MIL"))).toHaveLength(2)
  })

  test("events come in the order of their ids", () => {
    const found = events(
      ...["01", "09", "17", "25"].map(d =>
        mention({...summit, day: `2023-0${d[0] === "0" ? 3 : 5}-${d}`, published: "2023-09-13", start: Number(d)})
      )
    )
    expect(found).toHaveLength(4)
    expect(found.map(e => e.id)).toEqual(found.map(e => e.id).sort())
  })

  test("the id is that of the earliest-published mention; undated articles come last", () => {
    const early = mention({...summit, published: "2023-09-13", publisher: "B"})
    const undated = mention({...summit, publisher: "A", published: undefined, start: 5})
    expect(events(undated, early)[0]!.id).toBe(early.id)
  })
})

describe("laws", () => {
  test("judging is symmetric, and whoever may be one event meets under a key", () => {
    fc.assert(
      fc.property(piles, mentions => {
        const pile = mentions.map(m => gistOf(m))
        for (const a of pile) {
          for (const b of pile) {
            expect(sameEvent(a, b)?.score ?? -99).toBeCloseTo(sameEvent(b, a)?.score ?? -99, 9)
            if (a !== b && (likelihood(a, b) ?? -Infinity) >= nearAt(a, b)) {
              const sought = new Set(blockKeys(a).sought)
              expect(blockKeys(b).filed.some(key => sought.has(key))).toBe(true)
            }
          }
        }
      }),
      {numRuns: 200}
    )
  })

  test("every mention is in exactly one event, in any order of reading", () => {
    fc.assert(
      fc.property(piles, fc.infiniteStream(fc.nat()), (pile, noise) => {
        const shuffled = [...pile]
          .map(m => ({m, at: noise.next().value as number}))
          .sort((x, y) => x.at - y.at)
          .map(x => x.m)
        const found = mergeMentions(pile, unread)
        expect(JSON.stringify(mergeMentions(shuffled, unread))).toBe(JSON.stringify(found))
        expect(found.flatMap(e => e.mentions.map(m => m.id)).sort()).toEqual(pile.map(m => m.id).sort())
      }),
      {numRuns: 300}
    )
  })
})

describe("copies", () => {
  const wire =
    "The envoy arrived in the capital on Monday for three days of talks about the border, officials said, and met the foreign minister, who called the visit useful and said that both sides would meet again in the autumn."

  test("a shortened copy is told from another telling of the same", () => {
    const shortened = wire.slice(0, 150)
    const other =
      "Talks over the frontier began on Monday when a special envoy flew in; he is to see the minister of foreign affairs and stay until Wednesday, according to people who know of the programme."
    expect(likeness(signature(wire), signature(shortened))).toBeGreaterThan(0.4)
    expect(likeness(signature(wire), signature(other))).toBeLessThan(0.1)
    expect(independentLines([wire, shortened, other].map(text => ({signature: signature(text), credits: []})))).toBe(2)
  })

  test("credits are read in the dateline and in what was taken out of the text", () => {
    const removed = [{at: 9, text: "(Own report, Tideline)", reason: "credit at the end"}]
    expect(creditsOf({text: "SEOUL, May 25 (Tideline) - The envoy arrived.", removed: []})).toEqual(["tideline"])
    expect(creditsOf({text: "Read on.", removed})).toEqual(["tideline"])
    expect(creditsOf({text: "SEOUL (a city of ten million) - The envoy arrived.", removed: []})).toEqual([])
    expect(
      creditsOf({text: "Kim (above) met him.", removed: [{at: 0, text: "(Photo: Tideline)", reason: "photo credit"}]})
    ).toEqual([])
  })

  test("who credits an agency tells its line, however rewritten", () => {
    const told = (publisher: string, ...credits: string[]) => ({signature: [], credits, publisher})
    expect(independentLines([told("Tideline Press Agency"), told("The Gazette", "tideline"), told("The Courier")])).toBe(2)
    expect(independentLines([told("The Gazette", "tideline"), told("The Courier", "tideline")])).toBe(1)
  })
})
