import {mkdtempSync, readFileSync, rmSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {afterEach, beforeEach, describe, expect, test} from "vitest"
import {article, readingOf} from "../../../test/meetings.ts"
import {api} from "../../api/app.ts"
import type {
  CorrectionList,
  Decided,
  EventDetail,
  EventList,
  Problem,
  ReplayCheck,
  ReviewQueue,
  ReviewState,
  Said
} from "../../api/contract.ts"
import type {EventMention} from "../../model/model.ts"
import {openStore, type Store} from "../../store/store.ts"
import {alone} from "./crew.ts"
import {type Keeper, keeperOf} from "./keeper.ts"
import {reviewingOn} from "./reviewing.ts"

let folder: string
let store: Store
let keeper: Keeper
let app: ReturnType<typeof api>
const coder = {code: "1", data: "1", codebook: "1", actors: "1"}
let otherwise: (m: EventMention) => EventMention[]
const unasked = (): never => {
  throw new Error("not asked for")
}

async function open(): Promise<void> {
  store = await openStore(folder)
  keeper = keeperOf(
    store,
    "1",
    alone(a => readingOf(a, otherwise)),
    () => coder
  )
  app = api({
    store,
    keeper,
    reviewing: reviewingOn(store, keeper.settle),
    version: "1",
    read: unasked,
    article: unasked,
    parquet: unasked,
    country: () => undefined,
    add: keeper.add
  })
}
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "annals-reviewing-"))
  otherwise = m => [m]
  await open()
  await keeper.begin("read")
  await keeper.add(["a", "b", "c"].map(article))
  await keeper.end()
})
afterEach(async () => {
  await store.close()
  rmSync(folder, {recursive: true, force: true})
})

const get = async <T>(path: string): Promise<T> => (await app.request(`/api/v1${path}`)).json() as Promise<T>
const post = (path: string, body: object): Promise<Response> =>
  Promise.resolve(
    app.request(`/api/v1${path}`, {method: "POST", body: JSON.stringify(body), headers: {"content-type": "application/json"}})
  )
const say = async (corrections: readonly Said[], who = "Ada", why?: string): Promise<Decided["corrections"]> => {
  const answer = await post("/corrections", {who, corrections, ...(why && {why})})
  const body = await answer.json()
  expect(answer.status, JSON.stringify(body)).toBe(201)
  return (body as Decided).corrections
}
const cases = async (query = ""): Promise<ReviewQueue["cases"]> => (await get<ReviewQueue>(`/reviews?${query}`)).cases
const state = (who = "Ada"): Promise<ReviewState> => get(`/reviews/state?who=${who}`)

describe("the review", () => {
  test("a decision is a line in the file, holds at once, stands in the event's history, and leaves the queue", async () => {
    const [first] = await cases()
    const [line] = await say([{op: "fix-status", mention: first!.id, after: "planned"}], "Ada", "only announced")
    expect(line).toMatchObject({state: "applied", says: "status: happened became planned", line: 1})
    const written = JSON.parse(readFileSync(join(folder, "corrections.jsonl"), "utf8"))
    expect(Object.keys(written)).toEqual(["id", "who", "when", "why", "target", "op", "before", "after"])
    expect(written.target).toMatchObject({article: first!.mention!.article, quote: "met", role: "status", type: "CONSULT"})
    const {event} = await get<EventDetail>(`/events/${first!.id}`)
    expect(event.mentions.find(m => m.id === first!.id)!.corrected).toMatchObject([{who: "Ada", why: "only announced"}])
    expect((await cases()).some(c => c.id === first!.id)).toBe(false)
    expect((await state()).today).toEqual({accepted: 0, changed: 1, rejected: 0})
  })

  test("any decision is undone after a restart, an edit with all of its lines", async () => {
    const before = await get<EventList>("/events?total=1&background=all")
    const all = await cases()
    for (const c of all.slice(0, 3)) await say([{op: "accept", mention: c.id}])
    const edited = await say([
      {op: "fix-status", mention: all[3]!.id, after: "possible"},
      {op: "accept", mention: all[3]!.id}
    ])
    expect(edited.map(l => l.state)).toEqual(["applied", "applied"])
    await keeper.end()
    await store.close()
    await open()
    for (const left of [3, 2, 1, 0]) {
      const {latest} = await state()
      await say(latest[0]!.ids.map(target => ({op: "undo" as const, target})))
      expect((await state()).latest).toHaveLength(left)
    }
    expect(await get<EventList>("/events?total=1&background=all")).toEqual(before)
    expect((await get<CorrectionList>("/corrections")).counts).toEqual({
      corrections: 0,
      applied: 0,
      agrees: 0,
      conflict: 0,
      orphan: 0,
      undone: 5
    })
  })

  test("precision is told of the random sample, with its interval", async () => {
    const all = await cases()
    expect(all.some(c => c.random)).toBe(true)
    for (const c of all) await say([{op: "accept", mention: c.id}])
    const left = await cases()
    for (const c of left) await say([{op: "reject", mention: c.id}])
    const {precision} = await state()
    expect(precision.of).toBe(6)
    expect(precision.low).toBeLessThan(precision.right / 6)
    expect(precision.high).toBeGreaterThan(precision.right / 6 - 1e-9)
  })

  test("two people code a sample apart from one another; where they differ is a queue", async () => {
    const forBen = (await cases("queue=double&who=Ben")).map(c => c.id)
    expect(forBen).toHaveLength(6)
    await say(
      [
        {op: "fix-status", mention: forBen[0]!, after: "planned", blind: true},
        {op: "accept", mention: forBen[1]!, blind: true}
      ],
      "Ada"
    )
    await say([{op: "reject", mention: forBen[2]!, blind: true}], "Ada")
    // Ben is shown what was read, not what Ada said
    const again = await cases("queue=double&who=Ben")
    expect(again.map(c => c.id)).toEqual(forBen)
    expect(again[0]!.mention!.claim.status).toBe("happened")
    const [said] = await say([{op: "accept", mention: forBen[0]!, blind: true}], "Ben")
    expect(said!.state).toBe("conflict")
    await say([{op: "reject", mention: forBen[2]!, blind: true}], "Ben")
    const [differ] = await cases("queue=disagreements")
    expect(differ).toMatchObject({doubt: {kind: "disagreement"}, correction: {correction: {who: "Ben"}}})
    expect((await state("Ben")).queues).toEqual({disagreements: 1, orphans: 0, double: 4})
  })

  test("merge, split, alias, ignore-source and note by the id of a mention", async () => {
    const {events} = await get<EventList>("/events")
    const single = events.filter(e => e.reports === 1).map(e => e.id)
    const several = events.find(e => e.reports === 3)!
    const [merged] = await say([{op: "merge", mention: single[0]!, other: single[1]!}])
    expect(merged!.state).toBe("applied")
    expect((await get<EventDetail>(`/events/${single[0]}`)).event.mentions).toHaveLength(2)
    const [split] = await say([{op: "split", mention: several.id}])
    expect(split!.state).toBe("applied")
    expect((await get<EventDetail>(`/events/${several.id}`)).event.mentions).toHaveLength(1)
    const {event} = await get<EventDetail>(`/events/${several.id}`)
    const russia = event.actors[0]!
    const [alias] = await say([
      {op: "alias", mention: event.id, before: russia, after: {...russia, id: "moscow-gov", sectors: ["GOV"]}}
    ])
    expect(alias!.state).toBe("applied")
    expect((await get<EventList>("/events?actor=id:moscow-gov&total=1")).total).toBeGreaterThan(2)
    await say([{op: "note", mention: event.id}], "Ada", "ask the desk")
    expect((await get<EventDetail>(`/events/${event.id}`)).event.mentions[0].corrected!.at(-1)).toMatchObject({
      op: "note",
      why: "ask the desk"
    })
    const [ignored] = await say([{op: "ignore-source", mention: event.id}])
    expect(ignored!.state).toBe("applied")
    expect((await get<EventList>(`/events?publisher=${event.mentions[0].publisher}&total=1`)).total).toBe(0)
  })

  test("another file is held against what is read now", async () => {
    const [a, b] = await cases()
    await say([{op: "accept", mention: a!.id}])
    await say([{op: "reject", mention: b!.id}])
    const text = readFileSync(join(folder, "corrections.jsonl"), "utf8")
    const check = (await (await post("/reviews/check", {text, path: "gold.jsonl"})).json()) as ReplayCheck
    expect(check).toMatchObject({counts: {corrections: 2, applied: 2}, unjudged: check.tellings - 2})
    expect(check.corrections.every(c => c.now?.type === "CONSULT")).toBe(true)
    const broken = (await (await post("/reviews/check", {text: "{", path: "gold.jsonl"})).json()) as Problem
    expect(broken.detail).toMatch(/gold.jsonl:1: should be one JSON object/)
  })

  test.each([
    [{who: "", corrections: [{op: "accept", mention: "x"}]}, /say who you are/],
    [{who: "Ada", corrections: []}, /corrections/],
    [{who: "Ada", corrections: [{op: "agree"}]}, /op/],
    [{who: "Ada", corrections: [{op: "accept"}]}, /say what is meant/],
    [{who: "Ada", corrections: [{op: "accept", mention: "x"}]}, /no mention x in this ledger/],
    [{who: "Ada", corrections: [{op: "undo", target: "x"}]}, /"x" is no line of corrections.jsonl/]
  ])("%j is refused with what would be right", async (body, says) => {
    const answer = await post("/corrections", body)
    expect(answer.status).toBe(400)
    expect(((await answer.json()) as Problem).detail).toMatch(says)
  })
})
