import {mkdtempSync, readFileSync, rmSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {afterEach, beforeEach, describe, expect, test} from "vitest"
import {engines} from "../../test/engines.ts"
import {mention} from "../../test/mentions.ts"
import {ledger} from "../ledger/ledger.ts"
import type {Reading} from "../model/model.ts"
import {compact} from "./compact.ts"
import {forgetArticles, meantArticles, wouldForget} from "./forget.ts"
import {everyEvent} from "./questions/events.ts"
import {openStore, type Store} from "./store.ts"
import {writeReadings} from "./writes.ts"

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "annals-forget-"))
})
afterEach(() => rmSync(folder, {recursive: true, force: true}))

const secret = "xylophonic whispers nobody else prints"
const readings: Reading[] = ["a", "b", "c"].map((name, i) => {
  const id = `article-${name}`
  const shared = {article: id, publisher: name.toUpperCase(), published: "2024-03-05"}
  const events = [
    mention({...shared, day: "2024-03-04", actors: ["RUS"], recipients: ["PRK"]}),
    ...(i === 2 ? [mention({...shared, start: 9, day: "2024-01-04", type: "AID", actors: ["USA"], recipients: ["KEN"]})] : [])
  ]
  return {
    article: {
      id,
      text: i === 2 ? `met met met ${secret}` : `met and met ${name}`,
      removed: [],
      publisher: name.toUpperCase(),
      published: "2024-03-05"
    },
    document: {article: {id, text: ""}, sentences: [], tokens: [], clauses: [], reports: [], notes: []},
    mentions: {names: [], actors: [], places: [], times: []},
    coding: {events, uncoded: [], notes: []}
  }
})

async function dump(store: Store): Promise<string[]> {
  const lines: string[] = []
  for await (const event of everyEvent(store, {background: "all"})) lines.push(JSON.stringify(event))
  return lines
}

describe.each(engines)("forgetting in $name", ({open}) => {
  test("the ledger is the one in which the article never was, and it is not read again", async () => {
    const [with_, without] = [await open(join(folder, "with")), await open(join(folder, "without"))]
    await writeReadings(with_, ledger, readings)
    await writeReadings(without, ledger, readings.slice(0, 2))
    const articles = await meantArticles(with_, "C", true)
    expect(articles).toEqual(["article-c"])
    expect(await wouldForget(with_, articles)).toEqual({mentions: 2, events: 2, alone: 1})
    await forgetArticles(with_, ledger, articles, 7)
    expect(await dump(with_)).toEqual(await dump(without))
    await writeReadings(with_, ledger, readings)
    expect(await dump(with_)).toEqual(await dump(without))
    for (const table of ["articles", "mentions", "coded", "events", "tellers"])
      expect(JSON.stringify(await with_.rows(`select * from ${table}`)), table).not.toContain("article-c")
    expect(await with_.rows("select * from words where word = 'xylophonic'")).toEqual([])
    await with_.close()
    await without.close()
  })
})

test("nothing of the text is left in the file, and the rest stands", async () => {
  const store = await openStore(folder)
  await writeReadings(store, ledger, readings)
  const words = async (): Promise<boolean> => readFileSync(join(folder, "annals.duckdb")).includes("xylophonic")
  await store.run("checkpoint")
  expect(await words()).toBe(true)
  await forgetArticles(store, ledger, ["article-c"], 1)
  const before = await dump(store)
  await store.close()
  await compact(folder)
  expect(await words()).toBe(false)
  const again = await openStore(folder)
  expect(await dump(again)).toEqual(before)
  await again.close()
})
