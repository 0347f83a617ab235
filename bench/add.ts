/// How fast a big ledger on disk grows: made-up mentions are stored as articles, then those of a thousand more, in batches as
/// `annals read` makes them when storing takes long. Run: npx tsx bench/add.ts [MENTIONS] [FOLDER]
import {existsSync, mkdtempSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {ledger} from "../src/ledger/ledger.ts"
import type {EventMention, Reading} from "../src/model/model.ts"
import {totals} from "../src/store/questions/counts.ts"
import {openStore} from "../src/store/store.ts"
import {writeReadings} from "../src/store/writes.ts"
import {mentions} from "./made-up.ts"

/// A reading with one mention and a text of its own.
function readingOf(mention: EventMention): Reading {
  const article = {
    id: mention.article,
    text: `${mention.words.join(" ")} ${mention.article.repeat(3)} ${mention.id} said ${mention.words.join(" and ")}`,
    removed: [],
    ...(mention.published !== undefined && {published: mention.published}),
    ...(mention.publisher !== undefined && {publisher: mention.publisher})
  }
  return {
    article,
    document: {article, sentences: [], tokens: [], clauses: [], reports: [], notes: []},
    mentions: {names: [], actors: [], places: [], times: []},
    coding: {events: [mention], uncoded: [], notes: []}
  }
}

const count = Number(process.argv[2] ?? 100_000)
const folder = process.argv[3] ?? mkdtempSync(join(tmpdir(), "annals-bench-"))
const more = 3500
const isNew = !existsSync(join(folder, "annals.duckdb"))
const store = await openStore(folder)
const clock = (): {wall: number; cpu: number} => {
  const {user, system} = process.cpuUsage()
  return {wall: performance.now() / 1000, cpu: (user + system) / 1e6}
}
async function write(all: readonly EventMention[], size: number): Promise<void> {
  for (let at = 0; at < all.length; at += size) await writeReadings(store, ledger, all.slice(at, at + size).map(readingOf))
}
const timed = async (says: string, work: () => Promise<void>): Promise<void> => {
  const began = clock()
  await work()
  const done = clock()
  console.log(`${says}: ${(done.wall - began.wall).toFixed(1)} s, ${(done.cpu - began.cpu).toFixed(1)} s of processor`)
}
// what comes is of the last days, as news is
const made = [...mentions(count + more)].sort((a, b) => (a.published! < b.published! ? -1 : a.published! > b.published! ? 1 : 0))
const late = made.slice(-more)
const lateIds = new Set(late.map(m => m.id))
if (isNew)
  await timed(`${count} mentions stored in batches of 20000`, () =>
    write(
      made.filter(m => !lateIds.has(m.id)),
      20_000
    )
  )
const before = await totals(store)
console.log(`${before.mentions} mentions, ${before.events} events in ${folder}`)
await timed(`the mentions of 1000 articles (${late.length}) added in two batches, as a big ledger takes them`, () =>
  write(late, more / 2)
)
console.log(`now ${(await totals(store)).events} events, ${(process.memoryUsage().rss / 2 ** 30).toFixed(1)} GiB`)
await store.close()
