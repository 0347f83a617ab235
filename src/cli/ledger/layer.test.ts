import {appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {afterEach, beforeEach, describe, expect, test} from "vitest"
import {article, mentionsOf, readingOf, text} from "../../../test/meetings.ts"
import type {Article, Correction, Event, EventMention, Reading, Target} from "../../model/model.ts"
import {wordsAt} from "../../review/anchor.ts"
import {lineOf} from "../../review/lines.ts"
import {everyEvent} from "../../store/questions/events.ts"
import {runsOf} from "../../store/runs.ts"
import {openStore, type Store} from "../../store/store.ts"
import type {Coder} from "./coder.ts"
import {alone} from "./crew.ts"
import {type Keeper, keeperOf} from "./keeper.ts"

let folder: string
let store: Store
let keeper: Keeper
let coder: Coder
let otherwise: (m: EventMention) => EventMention[]

const read = (article: Article): Reading => readingOf(article, otherwise)
const open = async (): Promise<void> => {
  store = await openStore(folder)
  keeper = keeperOf(store, "1", alone(read), () => coder)
}
const again = async (): Promise<void> => {
  await keeper.end()
  await store.close()
  await open()
}
const events = async (): Promise<Event[]> => {
  await keeper.settle()
  const all: Event[] = []
  for await (const event of everyEvent(store, {background: "all"})) all.push(event)
  return all.sort((a, b) => (a.id < b.id ? -1 : 1))
}
const file = (): string => join(folder, "corrections.jsonl")
const aim = (id: string, nth: number, role: Target["role"] = "what"): Target => {
  const {predicate, type} = mentionsOf(article(id))[nth]!
  return {article: id, ...wordsAt(text(id), predicate.span), role, type}
}
let count = 0
function say(op: Correction["op"], target: Target | string, more: Partial<Correction> = {}): string {
  const id = `c${count++}`
  appendFileSync(file(), `${lineOf({id, who: "Ada", when: `2024-07-01T10:00:0${count % 10}Z`, target, op, ...more})}\n`)
  return id
}
async function recode(): Promise<void> {
  coder = {...coder, codebook: `${coder.codebook}+`}
  await keeper.begin("recode")
  while ((await keeper.recode(2)).left > 0);
  await keeper.end()
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "annals-layer-"))
  coder = {code: "1", data: "1", codebook: "1", actors: "1"}
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

describe("corrections laid over a ledger", () => {
  test("a line works at once, is told in the event, and an undo brings back every byte", async () => {
    const before = await events()
    const place = {id: "minsk", name: "Minsk", grain: "city", country: "BLR"}
    const rejected = say("reject", aim("a", 1))
    const fixed = say("fix-place", aim("b", 1, "where"), {why: "dateline", after: place})
    const now = await events()
    expect(now).toHaveLength(before.length - 1)
    const changed = now.find(e => e.place?.id === "minsk")!
    expect(changed.mentions[0].corrected).toEqual([
      expect.objectContaining({who: "Ada", why: "dateline", field: "where", before: "b", after: "Minsk"})
    ])
    expect((await runsOf(store)).at(-1)).toMatchObject({what: "corrections"})
    await again()
    expect(await events()).toEqual(now)
    say("undo", rejected)
    say("undo", fixed)
    expect(await events()).toEqual(before)
    expect(await store.rows("select * from coded")).toEqual([])
  })

  test("the value a person gave is shown before what others tell", async () => {
    say("fix-place", aim("c", 0, "where"), {after: {id: "minsk", name: "Minsk", grain: "city", country: "RUS"}})
    const meeting = (await events()).find(e => e.mentions.some(m => m.article === "c" && m.recipients[0]?.means.id === "prk"))!
    expect(meeting.place!.id).toBe("minsk")
  })

  test("they hold for articles that come later, and for another program's reading; what was read is not lost", async () => {
    const later = article("d")
    say("fix-status", aim("d", 0, "status"), {before: "happened", after: "planned"})
    say("reject", aim("d", 1))
    await keeper.begin("read")
    await keeper.add([later])
    const planned = (await events()).filter(e => e.mentions.some(m => m.article === "d"))
    expect(planned.map(e => e.status)).toEqual(["planned"])
    otherwise = m => [{...m, confidence: 0.5}]
    await recode()
    const still = (await events()).filter(e => e.mentions.some(m => m.article === "d"))
    expect(still.map(e => [e.status, e.mentions[0].confidence])).toEqual([["planned", 0.5]])
    writeFileSync(file(), "")
    expect((await events()).filter(e => e.mentions.some(m => m.article === "d"))).toHaveLength(2)
  })

  test("words join and part events, through a recode that names its tellings anew", async () => {
    const together = async (): Promise<string[]> =>
      (await events())
        .filter(e => e.mentions.length > 1)
        .map(e =>
          e.mentions
            .map(m => m.article)
            .sort()
            .join("")
        )
    expect(await together()).toEqual(["abc"])
    const merged = say("merge", aim("a", 1), {after: aim("b", 1)})
    expect((await together()).sort()).toEqual(["ab", "abc"])
    say("split", aim("c", 0), {before: [aim("a", 0), aim("b", 0)]})
    expect((await together()).sort()).toEqual(["ab", "ab"])
    otherwise = m => [{...m, id: `${m.id}x`}]
    await recode()
    expect((await together()).sort()).toEqual(["ab", "ab"])
    say("undo", merged)
    expect(await together()).toEqual(["ab"])
  })

  test("an alias and an ignored source reach every article, and are taken back", async () => {
    const before = await events()
    const [prk] = mentionsOf(article("a"))[0]!.recipients
    const alias = say("alias", aim("a", 0, "whom"), {
      before: prk!.means,
      after: {id: "kim", name: "Kim", country: "PRK", sectors: ["GOV"]}
    })
    expect((await events()).filter(e => e.recipients.some(r => r.id === "kim"))).toHaveLength(1)
    expect((await events()).filter(e => e.recipients.some(r => r.id === prk!.means.id))).toHaveLength(0)
    const ignored = say("ignore-source", aim("b", 0), {after: {publisher: "B"}})
    expect((await events()).flatMap(e => e.mentions).filter(m => m.article === "b")).toEqual([])
    say("undo", alias)
    say("undo", ignored)
    expect(await events()).toEqual(before)
  })

  test("a file that was written otherwise is laid over anew, whole", async () => {
    say("reject", aim("a", 1))
    say("reject", aim("b", 1))
    await events()
    const [, second] = readFileSync(file(), "utf8").split("\n")
    writeFileSync(file(), `${second}\n`)
    expect((await events()).flatMap(e => e.mentions).filter(m => m.article === "a")).toHaveLength(2)
  })
})
