import {appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {afterEach, beforeEach, describe, expect, test} from "vitest"
import {mention} from "../../../test/mentions.ts"
import type {Article, EventMention, Reading} from "../../model/model.ts"
import {differences} from "../../store/questions/changes.ts"
import {eventById, everyEvent} from "../../store/questions/events.ts"
import {misquotes} from "../../store/questions/quotes.ts"
import {runsOf} from "../../store/runs.ts"
import {openStore, type Store} from "../../store/store.ts"
import type {Coder} from "./coder.ts"
import {alone} from "./crew.ts"
import {type Keeper, keeperOf} from "./keeper.ts"

let folder: string
let store: Store
let keeper: Keeper
let coder: Coder
/// How articles are read: by their ids.
let coded: Map<string, readonly EventMention[]>

const read = (article: Article): Reading => ({
  article,
  document: {article, sentences: [], tokens: [], clauses: [], reports: [], notes: []},
  mentions: {names: [], actors: [], places: [], times: []},
  coding: {events: coded.get(article.id) ?? [], uncoded: [], notes: []}
})
const open = async (): Promise<void> => {
  store = await openStore(folder)
  keeper = keeperOf(store, "1", alone(read), () => coder)
}
const again = async (): Promise<void> => {
  await keeper.end()
  await store.close()
  await open()
  await keeper.settle()
}
const article = (id: string): Article => ({id, text: `met ${id} and others`, removed: []})
const events = async (): Promise<string[]> => {
  await keeper.settle()
  const found: string[] = []
  for await (const event of everyEvent(store, {})) found.push(event.mentions.map(m => m.publisher).join(" "))
  return found.sort()
}
const judge = (op: string, target: string, other: string): void =>
  appendFileSync(
    join(folder, "corrections.jsonl"),
    `${JSON.stringify({id: `c${op}`, who: "editor", when: "2024-07-01", op, target, other})}\n`
  )

const shared = {actors: ["RUS"], recipients: ["PRK"]}
const a = mention({...shared, article: "a", day: "2023-09-13", published: "2023-09-13", publisher: "A"})
const b = mention({...shared, article: "b", day: "2023-09-13", published: "2023-09-14", publisher: "B"})
const far = mention({...shared, article: "c", day: "2023-12-02", published: "2023-12-02", publisher: "C"})

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "annals-keeper-"))
  coder = {code: "1", data: "1", codebook: "1", actors: "1"}
  coded = new Map([
    ["a", [a]],
    ["b", [b]],
    ["c", [far]]
  ])
  await open()
  await keeper.begin("read")
  await keeper.add(["a", "b", "c"].map(article))
  await keeper.end()
})
afterEach(async () => {
  await store.close()
  rmSync(folder, {recursive: true, force: true})
})

describe("corrections", () => {
  test("a line put together, a line taken back, a line kept apart: seen at the next question, ids leading on", async () => {
    expect(await events()).toEqual(["A B", "C"])
    judge("same", far.id, a.id)
    expect(await events()).toEqual(["A B C"])
    expect((await eventById(store, far.id))!.event.id).toBe(a.id)
    judge("not-same", far.id, a.id)
    expect(await events()).toEqual(["A B", "C"])
    judge("not-same", a.id, b.id)
    expect(await events()).toEqual(["A", "B", "C"])
    await again()
    expect(await events()).toEqual(["A", "B", "C"])
    rmSync(join(folder, "corrections.jsonl"))
    expect(await events()).toEqual(["A B", "C"])
    expect((await eventById(store, b.id))!.event.id).toBe(a.id)
    expect((await runsOf(store)).map(r => r.what)).toEqual(["read", "corrections", "corrections", "corrections", "corrections"])
  })

  test("two events of several reports each become one whole, and two again, and nothing differs then", async () => {
    const farther = mention({...shared, article: "d", day: "2023-12-02", published: "2023-12-03", publisher: "D"})
    coded.set("d", [farther])
    await keeper.add([article("d")])
    expect(await events()).toEqual(["A B", "C D"])
    const before = (await runsOf(store)).at(-1)!.run
    judge("same", far.id, a.id)
    expect(await events()).toEqual(["A B C D"])
    judge("not-same", far.id, a.id)
    expect(await events()).toEqual(["A B", "C D"])
    expect(await differences(store, before, (await runsOf(store)).at(-1)!.run)).toEqual([])
  })

  test("a judgement holds for reports that come later; one on nobody is warned of", async () => {
    const late = mention({...shared, article: "d", day: "2024-02-01", published: "2024-02-01", publisher: "D"})
    coded.set("d", [late])
    judge("same", a.id, late.id)
    expect(await events()).toEqual(["A B", "C"])
    expect(keeper.warnings).toEqual([expect.stringContaining(late.id)])
    await keeper.add([article("d")])
    expect(await events()).toEqual(["A B D", "C"])
  })

  test("a line that cannot be read is named, and nothing is done without it", async () => {
    writeFileSync(join(folder, "corrections.jsonl"), "same a b\n")
    await expect(keeper.settle()).rejects.toThrow(/corrections\.jsonl:1: should be one JSON object/)
    rmSync(join(folder, "corrections.jsonl"))
    expect(await events()).toEqual(["A B", "C"])
  })
})

describe("runs", () => {
  test("what changes is told by run and cause; nothing done leaves no run", async () => {
    const [run] = await runsOf(store)
    expect(run).toMatchObject({run: 1, what: "read", articles: 3, mentions: 3, changes: 2})
    expect(JSON.parse(readFileSync(join(folder, "annals.lock.json"), "utf8")).runs).toEqual([run])
    await keeper.begin("read")
    await keeper.add([article("a")])
    await keeper.end()
    expect(await runsOf(store)).toHaveLength(1)

    // another data: the far meeting is told of the same day, and joins; one report is gone
    coder = {...coder, data: "2"}
    const moved = mention({...shared, article: "c", day: "2023-09-13", published: "2023-12-02", publisher: "C"})
    coded.set("c", [moved])
    await keeper.begin("recode")
    expect(await keeper.recode(2)).toMatchObject({articles: 2, left: 1})
    expect(await keeper.recode(2)).toMatchObject({articles: 1, left: 0})
    await keeper.end()
    expect(await events()).toEqual(["A B C"])
    expect((await eventById(store, far.id))!.event.id).toBe(a.id)
    const found = await differences(store, 1, 2)
    expect(found.map(d => [d.event, d.kind, d.causes.join()])).toEqual(
      [
        [a.id, "changed", "data"],
        [far.id, moved.id === far.id ? "merged" : "removed", "data"]
      ].sort((x, y) => (x[0]! < y[0]! ? -1 : 1))
    )
    expect(found.find(d => d.event === a.id)).toMatchObject({before: {outlets: 2}, after: {outlets: 3}})
    expect(await differences(store, 0, 1)).toHaveLength(2)
    expect((await differences(store, 0, 2)).map(d => d.kind)).toEqual(["added"])
    await keeper.begin("recode")
    expect(await keeper.recode(24)).toMatchObject({articles: 0, left: 0})
    expect(await keeper.end()).toBeUndefined()
  })

  test("every quotation stands, and one that does not is found", async () => {
    expect(await misquotes(store)).toMatchObject({mentions: 3, wrong: []})
    await store.run("update articles set text = 'saw others' where id = 'b'")
    const {wrong} = await misquotes(store)
    expect(wrong.length).toBeGreaterThan(0)
    expect(wrong[0]).toEqual({mention: b.id, article: "b", quote: "met", found: "saw"})
  })
})
