/// How soon the page is drawn: `npm run bench:page -- LEDGER [--rounds 40] [--command 'node dist/main.js']`. Serves the ledger in a process of
/// its own and opens its list in Chromium: first with a server and a browser that have just begun (cold), then once more. Then a reader
/// chooses filters, sorts, brushes and searches, in turn, each of which nobody asked before. What is measured is the time from the
/// press of a key or a button to the frame in which the new rows with their number stand, and to the one in which the facets and the
/// bars do so, too.

import {spawn} from "node:child_process"
import {once} from "node:events"
import {createInterface} from "node:readline"
import {parseArgs} from "node:util"
import {chromium, type Page} from "playwright-core"
import {needChromium} from "../scripts/chromium.mjs"

const {values, positionals} = parseArgs({
  allowPositionals: true,
  options: {rounds: {type: "string", default: "40"}, command: {type: "string", default: "node dist/main.js"}}
})
const [ledger] = positionals
if (!ledger) throw new Error("name the ledger to open: npm run bench:page -- ./demo-ledger")
const rounds = Number(values.rounds)

const [program, ...words] = values.command.split(" ")
const server = spawn(program!, [...words, "serve", "--ledger", ledger, "--port", "0"], {stdio: ["ignore", "pipe", "inherit"]})
process.on("exit", () => server.kill("SIGTERM"))
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => process.exit(1))
const [address] = (await once(createInterface({input: server.stdout!}), "line")) as [string]
const base = new URL(address).origin
const browser = await chromium.launch({
  executablePath: needChromium(),
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-component-update"]
})

interface Took {
  readonly rows: number
  readonly all: number
}

/// In the page: does something, and waits for the frames in which the answer to the address it leads to is drawn. A frame that is
/// asked for within a frame begins when that one is on the screen.
const timed = `(async (act, isFirst) => {
  const began = performance.now()
  const was = location.search
  const frame = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))
  const rows = () => {
    const table = document.querySelector("table.led")
    const none = document.querySelector(".speak.empty")
    return table ? table.dataset.query : none ? "none" : undefined
  }
  const before = rows()
  await act()
  let at
  while (true) {
    const now = await frame()
    const drawn = rows()
    if (at === undefined && drawn !== undefined && (isFirst || drawn !== before) && !document.querySelector("table.led tr:nth-child(-n+20).yet")) at = now - began
    if (at !== undefined && document.querySelector("main").ariaBusy === "false") return {rows: at, all: now - began}
    if (now - began > 60000) throw new Error("no answer was drawn within a minute: " + was + " → " + location.search)
  }
})`

const open = async (): Promise<{page: Page; took: Took}> => {
  const page = await (await browser.newContext({viewport: {width: 1440, height: 900}})).newPage()
  // counted from where the browser begins to ask for the page
  await page.goto(`${base}/ledger`, {waitUntil: "commit"})
  await page.waitForSelector("main")
  const took = (await page.evaluate(`${timed}(async () => {}, true)`)) as Took
  const now = await page.evaluate<number>("performance.now()")
  // what was drawn before the measuring began counts as drawn when it began
  return {page, took: {rows: now - took.all + took.rows, all: now}}
}

const cold = await open()
await cold.page.close()
const warm = await open()
const {page} = warm

type Facets = Readonly<Record<string, readonly {readonly value: string; readonly label: string}[]>>
const facets = (await (await fetch(`${base}/api/v1/facets?status=happened,ongoing`)).json()) as Facets
const wordsOf = async (): Promise<string[]> => {
  const answer = await (await fetch(`${base}/api/v1/events?limit=300&offset=1000`)).json()
  const counts = new Map<string, number>()
  for (const {quote} of (answer as {events: {quote: string}[]}).events)
    for (const word of new Set(quote.toLowerCase().match(/\p{L}{4,}/gu) ?? [])) counts.set(word, (counts.get(word) ?? 0) + 1)
  // from the most common to rare ones
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word)
  return sorted.filter((_, i) => i < 5 || i % Math.ceil(sorted.length / rounds) === 0)
}
const asked = await wordsOf()

const press = (selector: string): string => `async () => document.querySelector(${JSON.stringify(selector)}).click()`
const values_ = (name: string): readonly string[] => (facets[name] ?? []).map(f => f.value)

/// What a reader does, by kind: each turn another of it.
const acts: Readonly<Record<string, (turn: number) => {readonly from: string; readonly act: string}>> = {
  filter(turn) {
    const names = ["type", "actor", "place", "recipient", "publisher"]
    const name = names[turn % names.length]!
    const found = values_(name)
    const value = found[Math.floor(turn / names.length) % Math.max(1, found.length)] ?? ""
    // with another filter in force from the third time round
    const type = turn < 2 * names.length || name === "type" ? "" : `&type=${values_("type")[turn % 5]}`
    return {from: `/ledger?dated=yes${type}&${name}=${encodeURIComponent(value)}`, act: press(".chips a")}
  },
  sort(turn) {
    const column = [8, 10, 2][turn % 3]!
    const value = values_("type")[Math.floor(turn / 3) % 12] ?? "AID"
    const sorted = column === 2 ? "&sort=-reports" : ""
    return {from: `/ledger?type=${value}${sorted}`, act: press(`.led thead th:nth-child(${column}) a`)}
  },
  brush(turn) {
    return {from: `/ledger${turn % 2 ? `?type=${values_("type")[turn % 8]}` : ""}`, act: ""}
  },
  search(turn) {
    return {from: "/ledger", act: asked[turn % asked.length]!}
  }
}

async function measured(kind: string, turn: number): Promise<Took> {
  const {from, act} = acts[kind]!(turn)
  await page.evaluate(to => {
    history.pushState(null, "", to)
    dispatchEvent(new PopStateEvent("popstate"))
    scrollTo(0, 0)
  }, from)
  await page.waitForFunction(() => document.querySelector("main")?.ariaBusy === "false" && !document.querySelector("tr.yet"))
  await page.waitForTimeout(100)
  const act_ =
    kind === "search"
      ? `async () => {
          const field = document.querySelector("input[type=search]")
          field.value = ${JSON.stringify(act)}
          field.dispatchEvent(new Event("input", {bubbles: true}))
          field.form.requestSubmit()
        }`
      : kind === "brush"
        ? `async () => {
            const plot = document.querySelector(".hist .plot svg")
            const box = plot.getBoundingClientRect()
            const at = share => ({clientX: box.left + box.width * share, clientY: box.top + 25, pointerId: 1, button: 0, bubbles: true})
            plot.setPointerCapture = () => {}
            const first = ${(0.1 + ((turn * 7) % 40) / 100).toFixed(3)}
            plot.dispatchEvent(new PointerEvent("pointerdown", at(first)))
            plot.dispatchEvent(new PointerEvent("pointermove", at(first + ${(0.03 + ((turn * 5) % 37) / 100).toFixed(3)})))
            plot.dispatchEvent(new PointerEvent("pointerup", at(first + 0.1)))
          }`
        : act
  return (await page.evaluate(`${timed}(${act_})`)) as Took
}

const took: Record<string, Took[]> = {}
for (const kind of Object.keys(acts)) {
  took[kind] = []
  for (let turn = 0; turn < rounds; turn++) {
    took[kind].push(await measured(kind, turn))
    process.stderr.write(`\r${kind} ${turn + 1} of ${rounds}: ${took[kind].at(-1)!.all.toFixed(0)} ms  `)
  }
}
const total = Number(await page.evaluate("document.querySelector('[data-total]')?.dataset.total ?? 0"))
await browser.close()
server.kill("SIGTERM")

process.stderr.write("\r")
const at = (list: readonly number[], share: number): string =>
  [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.ceil(list.length * share) - 1)]!.toFixed(0)
const line = (name: string, list: readonly Took[]): string =>
  `| ${name} | ${at(
    list.map(t => t.rows),
    0.5
  )} | ${at(
    list.map(t => t.rows),
    0.95
  )} | ${at(
    list.map(t => t.all),
    0.5
  )} | ${at(
    list.map(t => t.all),
    0.95
  )} |`
const one = (name: string, {rows, all}: Took): string => `| ${name} | ${rows.toFixed(0)} | | ${all.toFixed(0)} | |`
process.stdout.write(
  `${[
    "| ms | rows, median | p95 | all, median | p95 |",
    "|---|---|---|---|---|",
    one("first paint, cold", cold.took),
    one("first paint, warm", warm.took),
    ...Object.entries(took).map(([kind, list]) => line(`${list.length} × ${kind}`, list)),
    line("all of these", Object.values(took).flat())
  ].join("\n")}\nlast answer: ${total} events\n`
)
