/// Reading, serving and reviewing at once: `npm run bench:soak -- [MINUTES] [SEED] [LEDGER]`. A server of a ledger of 6,000 articles (made first,
/// or a copy of LEDGER, which this made before); articles go on coming at a steady pace, through `annals read`; clients ask for
/// everything the page shows; a reviewer decides a case every other second and takes every third decision back. The server's memory
/// is looked at every five seconds. At the end the ledger is verified. It works in a folder of its own and needs the built command.
import {type ChildProcess, spawn, spawnSync} from "node:child_process"
import {once} from "node:events"
import {cpSync, mkdtempSync, readFileSync, rmSync, statSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {createInterface} from "node:readline"
import {setTimeout as sleep} from "node:timers/promises"
import {type Client, client} from "../src/client.ts"
import {linesOf, numbersOf} from "./invented.ts"
import {keep} from "./results.ts"

const minutes = Number(process.argv[2] ?? 30)
const seed = Number(process.argv[3] ?? 1)
/// How many articles come, how often, how long.
const [batch, everySeconds, sentences] = [48, 24, 8]
const clients = 4

const main = join(import.meta.dirname, "..", "dist", "main.js")
const folder = mkdtempSync(join(tmpdir(), "annals-soak-"))
const ledger = join(folder, "ledger")
const fed = (from: number, until: number) =>
  new Promise<number>((done, failed) => {
    const child = spawn(process.execPath, [main, "read", "-", "--format", "jsonl", "--quiet", "--ledger", ledger], {
      stdio: ["pipe", "ignore", "inherit"]
    })
    child.on("error", failed)
    child.on("exit", status => done(status ?? -1))
    child.stdin.end(linesOf(seed, from, until, sentences))
  })

const from = process.argv[4]
if (from !== undefined) cpSync(from, ledger, {recursive: true, filter: file => !file.endsWith("owner.json")})
else {
  process.stderr.write("6000 articles first …\n")
  if ((await fed(0, 6000)) !== 0) throw new Error("could not read the first articles")
}

const server: ChildProcess = spawn(process.execPath, [main, "serve", "--ledger", ledger, "--port", "0"], {
  stdio: ["ignore", "pipe", "ignore"]
})
const [address] = (await once(createInterface({input: server.stdout!}), "line")) as [string]
const {token} = JSON.parse(readFileSync(join(ledger, "owner.json"), "utf8")) as {token: string}
const megabytes = (): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))![1]) / 1024

const before = (await client(new URL(address).origin).getHealth()).articles
const began = performance.now()
const elapsed = (): number => (performance.now() - began) / 1000
const isOver = (): boolean => elapsed() > minutes * 60
const sum = {articles: 0, answers: 0, exports: 0, decisions: 0, undone: 0, errors: 0}
const problems = new Map<string, number>()
const failed = (what: string, error: unknown): void => {
  sum.errors++
  const cause = (error as {cause?: Error}).cause?.message
  if (cause) process.stderr.write(`${what}: ${cause}\n`)
  const says = `${what}: ${(error as Error).message}`
  problems.set(says, (problems.get(says) ?? 0) + 1)
}
const samples: {at: number; megabytes: number}[] = []

async function watching(): Promise<void> {
  while (!isOver()) {
    samples.push({at: elapsed(), megabytes: megabytes()})
    await sleep(5000)
  }
}

async function reading(): Promise<void> {
  for (let n = 0; !isOver(); n++) {
    await sleep(Math.max(0, (n * everySeconds - elapsed()) * 1000))
    const from = before + n * batch
    const status = await fed(from, from + batch)
    if (status === 0) sum.articles += batch
    else failed("read", new Error(`ended with status ${status}`))
  }
}

/// One client: what the page asks, over and over, in an order of its own.
async function asking(number: number): Promise<void> {
  const random = numbersOf(seed * 1000 + number)
  const of = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!
  const ask: Client = client(new URL(address).origin)
  const filters = [
    {},
    {type: "AID"},
    {type: "ASSAULT"},
    {actor: "TUR"},
    {party: "GRC"},
    {since: "2024-02-01"},
    {publisher: "Courier 3"}
  ]
  while (!isOver()) {
    const filter = of(filters)
    try {
      switch (Math.floor(random() * 12)) {
        case 0:
          await ask.countFacets(filter)
          break
        case 1:
          await ask.listSeries(filter)
          break
        case 2:
          await ask.listPairs({...filter, limit: 50})
          break
        case 3:
          await ask.getNetwork({...filter, around: of(["TUR", "GRC", "EGY"])})
          break
        case 4:
          await ask.listPlaces(filter)
          break
        case 5:
          await ask.search({q: of(["ceasefire", "food and medicine", "Athens", "border"])})
          break
        case 6:
          await ask.getBriefing({})
          break
        case 7: {
          const {articles} = await ask.listArticles({limit: 5})
          await ask.getArticle(of(articles).id)
          break
        }
        default: {
          const first = await ask.listEvents({...filter, limit: 50})
          const page = first.next === null ? first : await ask.listEvents({...filter, limit: 50, cursor: first.next})
          if (page.events.length > 0) await ask.getEvent(of(page.events).id)
        }
      }
      sum.answers++
    } catch (error) {
      failed("client", error)
    }
    await sleep(100 + random() * 300)
  }
}

async function exporting(): Promise<void> {
  for (let n = 1; !isOver(); n++) {
    await sleep(Math.max(0, (n * 60 - elapsed()) * 1000))
    try {
      const answer = await fetch(`${new URL(address).origin}/api/v1/export?as=jsonl`)
      for await (const _ of answer.body!) sum.exports += 0
      if (!answer.ok) throw new Error(`status ${answer.status}`)
      sum.exports++
    } catch (error) {
      failed("export", error)
    }
  }
}

async function reviewing(): Promise<void> {
  const ask = client(new URL(address).origin, {token})
  const who = "a reviewer"
  for (let n = 1; !isOver(); n++) {
    try {
      const {cases} = await ask.listReviews({queue: "doubtful", who, limit: 20})
      const one = cases.find(c => c.mention)
      if (one?.mention) {
        const {id} = one.mention
        const fix = [
          {op: "accept" as const, mention: id, role: "what" as const},
          {op: "reject" as const, mention: id, role: "what" as const},
          {op: "fix-status" as const, mention: id, role: "status" as const, after: "planned"}
        ][n % 3]!
        const {corrections} = await ask.addCorrections({who, corrections: [fix]})
        sum.decisions++
        if (n % 3 === 0) {
          await ask.addCorrections({who, corrections: [{op: "undo", target: corrections[0]!.correction.id}]})
          sum.undone++
        }
      }
      await ask.getReviewState({who})
    } catch (error) {
      failed("reviewer", error)
    }
    await sleep(2000)
  }
}

const telling = setInterval(() => {
  process.stderr.write(`${(elapsed() / 60).toFixed(1)} min, ${megabytes().toFixed(0)} MB, ${JSON.stringify(sum)}\n`)
}, 60_000)
await Promise.all([
  watching(),
  reading(),
  reviewing(),
  exporting(),
  ...Array.from({length: clients}, (_, number) => asking(number))
])
clearInterval(telling)

const health = await client(new URL(address).origin).getHealth()
server.kill("SIGTERM")
await once(server, "exit")
const verified = spawnSync(process.execPath, [main, "verify", "--ledger", ledger], {encoding: "utf8"})

const middle = (from: number, until: number): number => {
  const found = samples.filter(s => s.at >= from * 60 && s.at < until * 60).map(s => s.megabytes)
  return found.sort((a, b) => a - b)[Math.floor(found.length / 2)] ?? Number.NaN
}
const most = (from: number, until: number): number =>
  Math.max(...samples.filter(s => s.at >= from * 60 && s.at < until * 60).map(s => s.megabytes))
const share = (a: number, b: number): number => Math.round((a / b - 1) * 1000) / 10
const span = Math.min(5, minutes / 6)
const result = {
  seed,
  minutes,
  articlesBefore: before,
  ...sum,
  problems: Object.fromEntries(problems),
  ledger: {
    articles: health.articles,
    events: health.events,
    megabytes: Math.round(statSync(join(ledger, "annals.duckdb")).size / 1e6)
  },
  verified: verified.status === 0,
  megabytesEachMinute: Array.from({length: Math.floor(minutes)}, (_, m) => Math.round(middle(m, m + 1))),
  // the middle of the last five minutes beside that of the five after the first five; the highest beside the highest
  growthPercent: share(middle(minutes - span, minutes), middle(span, 2 * span)),
  growthOfPeakPercent: share(most(2 * span, minutes), most(span, 2 * span))
}
keep("soak", result)
process.stdout.write(`${JSON.stringify(result, null, 1)}\n`)
if (sum.errors === 0 && verified.status === 0) rmSync(folder, {recursive: true})
else process.stderr.write(`${verified.stderr}\nthe ledger is left in ${folder}\n`)
process.exitCode = sum.errors === 0 && verified.status === 0 && result.growthPercent <= 10 ? 0 : 1
