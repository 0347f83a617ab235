/// The rules, measured on the project's own coded sentences (train/sentences): is the event found, of the right type, between the
/// right words, with the right status; and do silent sentences stay silent? Every tenth line is held out and shown apart.
/// Run: npx tsx eval/sentences.ts [FILE…] [--misses N]
import {readdirSync, readFileSync} from "node:fs"
import {basename, join} from "node:path"
import {articleId, type EventMention} from "../src/model/model.ts"
import {reader} from "../src/pipeline.ts"
import {openResources} from "../src/resources.ts"

interface Coded {
  readonly text: string
  readonly type: string | null
  readonly mode?: string
  readonly status?: string
}

const folder = join(import.meta.dirname, "..", "train", "sentences")
const args = process.argv.slice(2)
const most = args.includes("--misses") ? Number(args[args.indexOf("--misses") + 1]) : 0
const wanted = args.filter((a, i) => !a.startsWith("--") && args[i - 1] !== "--misses")
const files = readdirSync(folder)
  .filter(f => f.endsWith(".jsonl") && (wanted.length === 0 || wanted.includes(basename(f, ".jsonl"))))
  .sort()
const read = reader(openResources()).read

/// The text without braces, and the words they held.
export function unbraced(text: string): {plain: string; actors: string[]; recipients: string[]} {
  const actors: string[] = []
  const recipients: string[] = []
  const plain = text.replace(/\{(actor|recipient) ([^{}]*)\}/g, (_, role: string, words: string) => {
    ;(role === "actor" ? actors : recipients).push(words)
    return words
  })
  return {plain, actors, recipients}
}

const touches = (given: readonly {readonly evidence: readonly {readonly quote: string}[]}[], words: readonly string[]): boolean =>
  words.length === 0 || given.some(g => g.evidence.some(e => words.some(w => w.includes(e.quote) || e.quote.includes(w))))

const none = {n: 0, found: 0, typed: 0, sided: 0, status: 0}
type Tally = typeof none
const total = {kept: {...none}, held: {...none}}
const add = (into: Tally, by: Tally): void => {
  for (const key of Object.keys(by) as (keyof Tally)[]) into[key] += by[key]
}
const share = (a: number, b: number): string => (b === 0 ? "    –" : (a / b).toFixed(3))
console.log("file          lines  coded  right type  and parties  and status   (held-out tenth: type, parties)")
for (const file of files) {
  const sums = {kept: {...none}, held: {...none}}
  const silent = {n: 0, coded: 0}
  let shown = 0
  readFileSync(join(folder, file), "utf8")
    .split("\n")
    .forEach((line, number) => {
      if (line.trim() === "") return
      const gold = JSON.parse(line) as Coded
      const {plain, actors, recipients} = unbraced(gold.text)
      const events = read({id: articleId(undefined, plain), text: plain, removed: [], published: "2024-05-02"}).coding.events
      const says = (e: EventMention): string =>
        `${e.type}${e.mode ? `.${e.mode}` : ""} ${e.actors.map(a => a.means.name).join("+")}→${e.recipients.map(a => a.means.name).join("+")} ${e.claim.status} (${e.why.rule})`
      if (gold.type === null) {
        silent.n++
        if (events.length > 0) {
          silent.coded++
          if (shown++ < most) console.log(`  silent: ${plain}\n     ${events.map(says).join("; ")}`)
        }
        return
      }
      const typed = events.filter(e => e.type === gold.type)
      const sided = typed.find(e => touches(e.actors, actors) && touches(e.recipients, recipients))
      const right = sided !== undefined && sided.claim.status === (gold.status ?? "happened")
      add(number % 10 === 9 ? sums.held : sums.kept, {
        n: 1,
        found: events.length > 0 ? 1 : 0,
        typed: typed.length > 0 ? 1 : 0,
        sided: sided ? 1 : 0,
        status: right ? 1 : 0
      })
      if (number % 10 !== 9 && !right && shown++ < most)
        console.log(`  ${gold.type} ${gold.status ?? "happened"}: ${gold.text}\n     ${events.map(says).join("; ") || "nothing"}`)
    })
  add(total.kept, sums.kept)
  add(total.held, sums.held)
  const {kept: k, held: h} = sums
  if (silent.n > 0)
    console.log(`${file.padEnd(12)}  ${String(silent.n).padStart(5)}  ${share(silent.coded, silent.n)}  (should be 0)`)
  if (k.n > 0)
    console.log(
      `${file.padEnd(12)}  ${String(k.n + h.n).padStart(5)}  ${share(k.found, k.n)}  ${share(k.typed, k.n).padStart(10)}  ${share(k.sided, k.n).padStart(11)}  ${share(k.status, k.n).padStart(10)}   (${share(h.typed, h.n)}, ${share(h.sided, h.n)})`
    )
}
const {kept: k, held: h} = total
console.log(
  `all           ${String(k.n + h.n).padStart(5)}  ${share(k.found, k.n)}  ${share(k.typed, k.n).padStart(10)}  ${share(k.sided, k.n).padStart(11)}  ${share(k.status, k.n).padStart(10)}   (${share(h.typed, h.n)}, ${share(h.sided, h.n)})`
)
