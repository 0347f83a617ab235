import {mkdtempSync, rmSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {afterAll, beforeAll, expect, test} from "vitest"
import {mention} from "../../test/mentions.ts"
import {ledger} from "../ledger/ledger.ts"
import type {Reading} from "../model/model.ts"
import {everyEvent} from "./questions/events.ts"
import {openStore, type Store} from "./store.ts"
import {writeReadings} from "./writes.ts"

/// The disk fails at each of the writes of a run in turn; what is there then is opened anew, and reading goes on. (test/command.test.ts
/// kills the process itself.)

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "annals-faults-"))
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const readings: Reading[] = Array.from({length: 6}, (_, i) => {
  const id = `article${i}`
  const day = `2024-03-0${1 + (i % 3)}`
  const events = [
    mention({article: id, day, published: day, publisher: `P${i}`, actors: ["RUS"], recipients: ["PRK"]}),
    mention({
      article: id,
      day: "2024-01-05",
      published: day,
      publisher: `P${i}`,
      actors: ["USA"],
      recipients: [`C${i % 2}X`],
      type: "AID"
    })
  ]
  return {
    article: {id, text: `met and met again ${id}`, removed: [], published: day},
    document: {article: {id, text: ""}, sentences: [], tokens: [], clauses: [], reports: [], notes: []},
    mentions: {names: [], actors: [], places: [], times: []},
    coding: {events, uncoded: [], notes: []}
  }
})
const batches = [readings.slice(0, 3), readings.slice(3)]

async function dump(store: Store): Promise<string> {
  const lines: string[] = []
  for await (const event of everyEvent(store, {background: "all"})) lines.push(JSON.stringify(event))
  const tables = ["articles", "mentions", "parties", "tellers", "keys"]
  for (const table of tables) lines.push(`${table} ${(await store.rows(`select count(*) as n from ${table}`))[0]!.n}`)
  return lines.join("\n")
}

/// A store that takes `at` writes and fails at every one after.
function failingAfter(store: Store, at: number): {store: Store; failed: () => boolean} {
  let left = at
  const step = async <T>(work: () => Promise<T>): Promise<T> => {
    if (left === 0) throw new Error("no space left on device")
    left--
    return work()
  }
  return {
    failed: () => left === 0,
    store: {
      ...store,
      run: (sql, values) => step(() => store.run(sql, values)),
      insert: (table, rows) => step(() => store.insert(table, rows)),
      without: (table, column, values) => step(() => store.without(table, column, values))
    }
  }
}

test("failing at any of its writes, the ledger opens, holds whole batches, and reading on gives the bytes of a run that was left alone", async () => {
  const whole = await openStore(join(folder, "whole"))
  for (const batch of batches) await writeReadings(whole, ledger, batch)
  const wanted = await dump(whole)
  await whole.close()
  let faults = 0
  for (let at = 0; ; at++) {
    const where = join(folder, `at${at}`)
    const first = await openStore(where)
    const faulty = failingAfter(first, at)
    for (const batch of batches) await writeReadings(faulty.store, ledger, batch).catch(() => {})
    const over = !faulty.failed()
    await first.close()
    const second = await openStore(where)
    const articles = (await second.rows<{n: number}>("select count(*) as n from articles"))[0]!.n
    expect(articles % 3).toBe(0)
    for (const batch of batches) await writeReadings(second, ledger, batch)
    expect(await dump(second), `failed after ${at} writes`).toBe(wanted)
    await second.close()
    rmSync(where, {recursive: true})
    if (over) break
    faults++
  }
  expect(faults).toBeGreaterThan(20)
})
