/// How fast a big ledger on disk grows: a year of made-up articles is stored, three or four mentions each; copies of it make the other
/// nineteen; then a thousand articles of the last days come, in two batches, as `annals read` stores them when storing takes long. One of
/// their mentions in ten tells of something long past. Run: npm run bench:add [-- MENTIONS FOLDER SEED] (1420000 mentions are a
/// million events; a folder that is there already goes on growing to MENTIONS; another seed gives another thousand articles)
import {mkdtempSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {ledger} from "../src/ledger/ledger.ts"
import {contentId, type EventMention, type Reading} from "../src/model/model.ts"
import {totals} from "../src/store/questions/counts.ts"
import {openStore} from "../src/store/store.ts"
import {writeReadings} from "../src/store/writes.ts"
import {mentions} from "./made-up.ts"
import {copiesOf} from "./years.ts"

/// Articles of three or four mentions each, with a text of their own.
function* readings(made: readonly EventMention[]): Generator<Reading> {
  for (let at = 0, size = 3; at < made.length; at += size, size = 7 - size) {
    const mine = made.slice(at, at + size)
    const {id: first, published, publisher} = mine[0]!
    const id = contentId("article", first)
    const article = {
      id,
      text: mine.map(m => `${m.words.join(" ")} ${m.id} said ${m.words.join(" and ")}.`).join(" "),
      removed: [],
      ...(published !== undefined && {published}),
      ...(publisher !== undefined && {publisher})
    }
    const events = mine.map((m, sentence) => ({
      ...m,
      article: id,
      sentence,
      ...(published && {published}),
      ...(publisher && {publisher})
    }))
    yield {
      article,
      document: {article, sentences: [], tokens: [], clauses: [], reports: [], notes: []},
      mentions: {names: [], actors: [], places: [], times: []},
      coding: {events, uncoded: [], notes: []}
    }
  }
}

const byDay = (a: EventMention, b: EventMention): number =>
  a.published! < b.published! ? -1 : a.published! > b.published! ? 1 : a.id < b.id ? -1 : 1

const count = Number(process.argv[2] ?? 100_000)
const folder = process.argv[3] ?? mkdtempSync(join(tmpdir(), "annals-bench-"))
const seed = Number(process.argv[4] ?? 1)
const years = 20
const yearOf = (year: number): EventMention[] =>
  [...mentions(Math.ceil(count / years), {seed: 100 + year, first: 365 * year, days: 365, retold: 20})].sort(byDay)

const store = await openStore(folder)
const clock = (): {wall: number; cpu: number} => {
  const {user, system} = process.cpuUsage()
  return {wall: performance.now() / 1000, cpu: (user + system) / 1e6}
}
const timed = async (says: string, work: () => Promise<unknown>): Promise<void> => {
  const began = clock()
  await work()
  const done = clock()
  console.log(`${says}: ${(done.wall - began.wall).toFixed(1)} s, ${(done.cpu - began.cpu).toFixed(1)} s of processor`)
}

const perYear = Math.ceil(count / years)
const first = [...readings(yearOf(0))]
for (let at = 0, made = 0; at < first.length; at += 3000) {
  const batch = first.slice(at, at + 3000)
  made += batch.reduce((sum, r) => sum + r.coding.events.length, 0)
  if (made > (await totals(store)).mentions)
    await timed(`${made} mentions of the first year stored`, () => writeReadings(store, ledger, batch))
}
const stored = Math.floor((await totals(store)).mentions / perYear)
if (stored < years) {
  if (stored > 1) throw new Error(`${folder} stopped growing in the year ${2004 + stored}; begin again in an empty folder`)
  const copy = await copiesOf(store, ledger)
  for (let year = 1; year < years; year++) await timed(`the year ${2004 + year}`, () => copy(year))
}
const before = await totals(store)
console.log(`${before.articles} articles, ${before.mentions} mentions, ${before.events} events in ${folder}`)

const news = [...mentions(3150, {seed: 1000 + seed, first: 365 * years - 5, days: 5, retold: 20})].sort(byDay)
const old = yearOf(seed % years)
const last = news.at(-1)!.published!
const past = Array.from({length: 350}, (_, i) => old[(i * 37) % old.length]!).map((m, i) => ({
  ...m,
  id: contentId("past", m.id, String(seed), String(i)),
  background: true,
  published: last
}))
const thousand = [...readings([...news, ...past].sort(byDay))]
const half = Math.ceil(thousand.length / 2)
for (const batch of [thousand.slice(0, half), thousand.slice(half)])
  await timed(
    `${batch.length} articles more, ${batch.reduce((sum, r) => sum + r.coding.events.length, 0)} mentions: merged and stored`,
    () => writeReadings(store, ledger, batch)
  )
console.log(`now ${(await totals(store)).events} events; ${(process.resourceUsage().maxRSS / 2 ** 20).toFixed(1)} GiB at most`)
await store.close()
