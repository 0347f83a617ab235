/// How fast the API answers: `npx tsx bench/api.ts LEDGER [--clients 50] [--seconds 60] [--command 'node dist/main.js']`. Serves the ledger in
/// a process of its own, and asks it for pages of 50 events from as many clients at once as are given, each asking again as soon as it
/// was answered: the first page, pages further on, and pages under filters, as people turn to them. Every answer is read to its end.

import {spawn} from "node:child_process"
import {once} from "node:events"
import {Agent, request} from "node:http"
import {createInterface} from "node:readline"
import {parseArgs} from "node:util"

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {
    clients: {type: "string", default: "50"},
    seconds: {type: "string", default: "60"},
    command: {type: "string", default: "node dist/main.js"}
  }
})
const [ledger] = positionals
if (!ledger) throw new Error("name the ledger to serve: npx tsx bench/api.ts ./demo-ledger")
const [clients, seconds] = [Number(values.clients), Number(values.seconds)]

const [program, ...words] = values.command.split(" ")
const server = spawn(program!, [...words, "serve", "--ledger", ledger, "--port", "0"], {stdio: ["ignore", "pipe", "inherit"]})
const [address] = (await once(createInterface({input: server.stdout!}), "line")) as [string]
const base = `${new URL(address).origin}/api/v1`
const agent = new Agent({keepAlive: true, maxSockets: clients})

interface Answer {
  readonly status: number
  readonly body: string
}

const get = (path: string): Promise<Answer> =>
  new Promise((done, failed) => {
    request(`${base}${path}`, {agent}, answer => {
      let body = ""
      answer.setEncoding("utf8")
      answer.on("data", piece => (body += piece))
      answer.on("end", () => done({status: answer.statusCode ?? 0, body}))
      answer.on("error", failed)
    })
      .on("error", failed)
      .end()
  })

/// What people ask for: filters from the ledger's own values.
const facets = JSON.parse((await get("/facets")).body) as Record<string, {value: string}[]>
const some = (name: string, count: number): string[] => facets[name]!.slice(0, count).map(f => encodeURIComponent(f.value))
const starts = [
  "",
  ...some("type", 8).map(v => `&type=${v}`),
  ...some("actor", 8).map(v => `&actor=${v}`),
  ...some("place", 4).map(v => `&place=${v}`),
  ...some("publisher", 4).map(v => `&publisher=${v}`),
  "&sort=-confidence",
  "&sort=-reports",
  "&background=all"
]

const took: number[] = []
let errors = 0
let bytes = 0
const until = performance.now() + seconds * 1000

/// One client: a list from its beginning, five pages of it, then another. Clients begin at different lists.
async function client(number: number): Promise<void> {
  for (let turn = number; performance.now() < until; turn++) {
    const filters = starts[turn % starts.length]!
    for (let page = 0, cursor = ""; page < 5 && performance.now() < until; page++) {
      const began = performance.now()
      const {status, body} = await get(`/events?limit=50${filters}${cursor}`).catch(() => ({status: 0, body: ""}))
      took.push(performance.now() - began)
      bytes += body.length
      if (status !== 200) {
        errors++
        break
      }
      const {next} = JSON.parse(body) as {next: string | null}
      if (next === null) break
      cursor = `&cursor=${next}`
    }
  }
}

const first = performance.now()
await get("/events?limit=50&search=a")
const cold = performance.now() - first
await Promise.all(Array.from({length: clients}, (_, i) => client(i)))
took.sort((a, b) => a - b)
const at = (share: number): string => took[Math.min(took.length - 1, Math.floor(took.length * share))]!.toFixed(1)
process.stdout.write(
  `${took.length} answers in ${seconds} s at ${clients} clients: ${(took.length / seconds).toFixed(0)} a second, ${(bytes / seconds / 1e6).toFixed(1)} MB/s\n` +
    `ms: median ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, most ${at(1)}; first question ${cold.toFixed(0)}\nerrors: ${errors}\n`
)
agent.destroy()
server.kill("SIGTERM")
