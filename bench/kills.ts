/// Faults by the hundred: `npm run bench:kills -- [FAULTS] [SEED]`. A pile is read in many ways, each broken off again and again:
/// - every write of a run fails in turn, and every write is made but not answered, on a ledger in a folder and in PostgreSQL;
/// - `annals read` into a folder is killed (kill -9) at any moment, and right after it wrote;
/// - `annals work` on PostgreSQL, three at once: one is killed, or sleeps past its lease while others take its articles over; the wire to
///   the database is cut, or falls silent and then is cut or goes on; every process of the database is killed and it is started again.
/// After each run to its end: no article lacks or is there twice, none was set aside, and the export has the bytes of a run that was
/// left alone. It needs the built command and PostgreSQL, and works in a folder of its own.
import {type ChildProcess, spawn, spawnSync} from "node:child_process"
import {createHash} from "node:crypto"
import {mkdirSync, mkdtempSync, rmSync, watch, writeFileSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {setTimeout as sleep} from "node:timers/promises"
import pg from "pg"
import {postgres} from "../scripts/postgres.mjs"
import {ledger} from "../src/ledger/ledger.ts"
import {articleId, type Reading} from "../src/model/model.ts"
import {reader} from "../src/pipeline.ts"
import {openResources} from "../src/resources.ts"
import {everyEvent} from "../src/store/questions/events.ts"
import {openStore, type Store} from "../src/store/store.ts"
import {writeReadings} from "../src/store/writes.ts"
import {schemaFor} from "../test/engines.ts"
import {type Cable, cableTo} from "./cable.ts"
import {invented, linesOf, numbersOf} from "./invented.ts"
import {keep, kept, today} from "./results.ts"

const total = Number(process.argv[2] ?? 200)
const seed = Number(process.argv[3] ?? 1)
const random = numbersOf(seed)
const below = (n: number): number => Math.floor(random() * n)

const main = join(import.meta.dirname, "..", "dist", "main.js")
const folder = mkdtempSync(join(tmpdir(), "annals-kills-"))
const database = postgres()
if (!database) throw new Error("no PostgreSQL on this machine")

const faults: Record<string, number> = {}
const struck = (kind: string): void => {
  faults[kind] = (faults[kind] ?? 0) + 1
}
const count = (): number => Object.values(faults).reduce((sum, n) => sum + n, 0)
const wrong: string[] = []
let runs = 0
const say = (words: string): void => void process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${words}\n`)

// ---- every write in turn

/// What a ledger holds, in order; every table's rows that must not be doubled are counted.
async function contents(store: Store): Promise<string> {
  const hash = createHash("sha256")
  for await (const event of everyEvent(store, {background: "all"})) hash.update(`${JSON.stringify(event)}\n`)
  for (const table of ["articles", "mentions", "events", "parties", "tellers", "keys", "links"])
    hash.update(`${table} ${(await store.rows(`select count(*) as n from ${table}`))[0]!.n}`)
  return hash.digest("hex")
}

/// A store whose write number `at` fails, and all after it: `made` or not before the error comes.
function failing(store: Store, at: number, made: boolean): {store: Store; failed: () => boolean} {
  let left = at
  const step = async <T>(work: () => Promise<T>): Promise<T> => {
    if (left < 0) throw new Error("a fault")
    if (left-- > 0) return work()
    if (made) await work()
    throw new Error("a fault")
  }
  return {
    failed: () => left < 0,
    store: {
      ...store,
      run: (sql, values) => step(() => store.run(sql, values)),
      insert: (table, rows) => step(() => store.insert(table, rows)),
      without: (table, column, values) => step(() => store.without(table, column, values))
    }
  }
}

async function everyWrite(most: number): Promise<void> {
  const until = count() + most
  const read = reader(openResources()).read
  for (let pile = 0; count() < until; pile++) {
    const readings: Reading[] = Array.from({length: 6}, (_, i) => {
      const {text, url, title, publisher, date} = invented(seed * 1000 + pile, i, 2, 2)
      return read({id: articleId(url, text), text, url, title, publisher, published: date, removed: [], language: "en"})
    })
    const batches = [readings.slice(0, 2), readings.slice(2, 4), readings.slice(4)]
    const engines = [
      ["DuckDB", (name: string) => openStore(join(folder, name))],
      ["PostgreSQL", async (name: string) => openStore(join(folder, name), false, await schemaFor(database!.url, name))]
    ] as const
    for (const [engine, open] of engines) {
      const whole = await open(`${pile}whole${engine}`)
      for (const batch of batches) await writeReadings(whole, ledger, batch)
      const wanted = await contents(whole)
      await whole.close()
      for (const made of [false, true]) {
        for (let at = 0; count() < until; at++) {
          const name = `${pile}at${at}${made}${engine}`
          const first = await open(name)
          const faulty = failing(first, at, made)
          for (const batch of batches) await writeReadings(faulty.store, ledger, batch).catch(() => {})
          await first.close()
          const second = await open(name)
          const articles = Number((await second.rows<{n: number}>("select count(*) as n from articles"))[0]!.n)
          if (articles % 2 !== 0) wrong.push(`${engine}: part of a batch after ${at} writes of pile ${pile}`)
          for (const batch of batches) await writeReadings(second, ledger, batch)
          if ((await contents(second)) !== wanted) wrong.push(`${engine}: other contents after ${at} writes of pile ${pile}`)
          await second.close()
          runs++
          rmSync(join(folder, name), {recursive: true, force: true})
          if (engine === "PostgreSQL") await forgotten(name)
          if (!faulty.failed()) break
          struck(`a write ${made ? "made but not answered" : "failed"}, ${engine}`)
        }
      }
    }
    say(`${count()} faults after pile ${pile}`)
  }
}

/// The admin's own connection, made anew after a crash.
async function query(sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({connectionString: database!.url})
  client.on("error", () => {})
  await client.connect()
  try {
    return await client.query(sql)
  } finally {
    await client.end()
  }
}
const schemaOf = (name: string): string => `t${name.replaceAll(/[^a-z0-9]+/gi, "_").toLowerCase()}`.slice(-60)
const forgotten = (name: string): Promise<unknown> => query(`drop schema if exists "${schemaOf(name)}" cascade`)

// ---- the command

const size = 320
const pile = join(folder, "pile.jsonl")
const environment = {...process.env, ANNALS_STORE: ""}
const annals = (...args: string[]): {status: number | null; stdout: string; stderr: string} =>
  spawnSync(process.execPath, [main, ...args], {cwd: folder, encoding: "utf8", maxBuffer: 1 << 30, env: environment})
const children = new Set<ChildProcess>()
function started(...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [main, ...args], {cwd: folder, stdio: "ignore", env: environment})
  children.add(child)
  child.on("exit", () => children.delete(child))
  return child
}
const ended = (child: ChildProcess): Promise<unknown> =>
  child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : new Promise(done => child.on("exit", done))

function exported(...where: string[]): string {
  const {status, stdout, stderr} = annals("export", "--as", "jsonl", "--background", "all", ...where)
  return status === 0 ? createHash("sha256").update(stdout).digest("hex") : stderr
}

async function killedReading(most: number, wanted: string, whole: number): Promise<void> {
  const until = count() + most
  for (let round = 0; count() < until; round++) {
    const name = `folder${round}`
    mkdirSync(join(folder, name))
    for (let done = false; !done; ) {
      const child = started("read", pile, "--ledger", name, "--jobs", "1", "--quiet")
      const kill = (): void => void child.kill("SIGKILL")
      // at any moment; or some milliseconds after something was written
      const atWrite = count() < until && below(2) === 0
      let writes = 2 + below(60)
      const timer = count() < until && !atWrite ? setTimeout(kill, random() * whole) : undefined
      const watcher = atWrite
        ? watch(join(folder, name), (_, file) => {
            if (file?.endsWith(".wal") && writes-- === 0) setTimeout(kill, random() * 20)
          })
        : undefined
      await ended(child)
      clearTimeout(timer)
      watcher?.close()
      if (child.signalCode === "SIGKILL") struck(`annals read killed ${atWrite ? "at a write" : "at any moment"}`)
      else if (child.exitCode === 0) done = true
      else {
        wrong.push(`annals read ended with ${child.exitCode} in round ${round}`)
        done = true
      }
    }
    runs++
    if (exported("--ledger", name) !== wanted) wrong.push(`another export after round ${round} of killed readings`)
    rmSync(join(folder, name), {recursive: true})
    say(`${count()} faults after round ${round} of killed readings`)
  }
}

async function disturbedWork(most: number, wanted: string): Promise<void> {
  const until = count() + most
  for (let round = 0; count() < until; round++) {
    const name = `many${round}`
    const direct = await schemaFor(database!.url, name)
    const queued = annals("read", pile, "--store", direct, "--ledger", name, "--queue-only")
    if (queued.status !== 0) throw new Error(queued.stderr)
    const hands = await Promise.all(
      [0, 1, 2].map(async () => ({cable: await cableTo(database!.socket), child: undefined as ChildProcess | undefined}))
    )
    const employ = (hand: {cable: Cable; child: ChildProcess | undefined}): void => {
      const through = `postgres://annals@127.0.0.1:${hand.cable.port}/postgres?${new URL(direct).searchParams
        .toString()
        .replace(/host=[^&]*&?/, "")
        .replaceAll("+", "%20")}`
      hand.child = started("work", "--once", "--jobs", "1", "--quiet", "--store", through, "--ledger", name)
    }
    const isUp = (child: ChildProcess | undefined): child is ChildProcess =>
      child !== undefined && child.exitCode === null && child.signalCode === null
    /// Time passes: what the dead had claimed is free again, and so is what sleepers hold.
    const pass = (): Promise<unknown> =>
      query(`update "${schemaOf(name)}".queue set taken = taken - interval '10 minutes', tries = 0 where taken is not null`)
    const waiting = async (): Promise<number> =>
      Number((await query(`select count(*) as n from "${schemaOf(name)}".queue`)).rows[0].n)
    const began = performance.now()
    while ((await waiting()) > 0) {
      for (const hand of hands) if (!isUp(hand.child)) employ(hand)
      await sleep(100 + below(700))
      if (performance.now() - began > 900_000) {
        wrong.push(`round ${round} of disturbed work came to no end`)
        break
      }
      const up = hands.filter(h => isUp(h.child) && h.cable.live() > 0)
      if (count() >= until || up.length === 0) {
        await pass()
        continue
      }
      const {cable, child} = up[below(up.length)]!
      const kind = below(20)
      if (kind < 2) {
        child!.kill("SIGKILL")
        struck("annals work killed")
        await ended(child!)
        await pass()
      } else if (kind < 5) {
        child!.kill("SIGSTOP")
        struck("annals work asleep past its lease")
        await pass()
        await sleep(500 + below(1500))
        child!.kill("SIGCONT")
      } else if (kind < 10) {
        cable.cut()
        struck("the wire cut")
      } else if (kind < 16) {
        cable.hush()
        struck("the wire silent, then on")
        await sleep(200 + below(1000))
        cable.resume()
      } else if (kind < 19) {
        cable.hush()
        struck("the wire silent, then cut")
        await pass()
        await sleep(300 + below(1000))
        cable.cut()
        cable.resume()
      } else {
        database!.crash()
        struck("the database killed and started")
      }
    }
    for (const {child, cable} of hands) {
      child?.kill("SIGKILL")
      if (child) await ended(child)
      await cable.close()
    }
    const {rows} = await query(
      `select (select count(*) from "${schemaOf(name)}".articles) as articles, (select count(distinct id) from "${schemaOf(name)}".articles) as different,
        (select count(*) from "${schemaOf(name)}".skipped) as aside,
        (select count(*) - count(distinct id) from "${schemaOf(name)}".mentions) as doubled`
    )
    const found = rows[0] as Record<string, string>
    if (
      Number(found.articles) !== size ||
      Number(found.different) !== size ||
      Number(found.aside) !== 0 ||
      Number(found.doubled) !== 0
    )
      wrong.push(`round ${round} of disturbed work: ${JSON.stringify(found)}`)
    runs++
    if (exported("--store", direct, "--ledger", name) !== wanted)
      wrong.push(`another export after round ${round} of disturbed work`)
    await forgotten(name)
    say(`${count()} faults after round ${round} of disturbed work, ${wrong.length} wrong`)
  }
}

const began = performance.now()
try {
  writeFileSync(pile, linesOf(seed, 0, size, 2))
  const from = performance.now()
  if (annals("read", pile, "--ledger", "whole", "--jobs", "1", "--quiet").status !== 0) throw new Error("could not read the pile")
  const whole = performance.now() - from
  const wanted = exported("--ledger", "whole")
  const part = (share: number): number => Math.round(total * share)
  await disturbedWork(part(0.26), wanted)
  await killedReading(part(0.04), wanted, whole)
  await everyWrite(total - count())
} catch (error) {
  wrong.push(String((error as Error).stack))
} finally {
  for (const child of children) child.kill("SIGKILL")
  database.stop()
  rmSync(folder, {recursive: true, force: true})
}
/// One slice of the faults; the others, of other seeds, stay beside it.
interface Slice {
  readonly seed: number
  readonly day: string
  readonly faults: number
  readonly kinds: Readonly<Record<string, number>>
  readonly runsToTheirEnd: number
  readonly wrong: readonly string[]
  readonly minutes: number
}

const slice: Slice = {
  seed,
  day: today(),
  faults: count(),
  kinds: faults,
  runsToTheirEnd: runs,
  wrong,
  minutes: Math.round((performance.now() - began) / 60_000)
}
const slices = [...(kept<{slices: readonly Slice[]}>("kills").slices ?? []).filter(s => s.seed !== seed), slice]
keep("kills", {
  faults: slices.reduce((sum, s) => sum + s.faults, 0),
  runsToTheirEnd: slices.reduce((sum, s) => sum + s.runsToTheirEnd, 0),
  wrong: slices.flatMap(s => s.wrong).length,
  slices
})
process.stdout.write(`${JSON.stringify(slice, null, 1)}\n`)
process.exitCode = wrong.length === 0 ? 0 : 1
