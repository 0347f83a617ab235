/// Whether the confidence of events means what it says: of those given with 0.7, seven of ten should be right. Right is what the
/// scorer's task `events` counts as right in its open news texts. Run: npm run eval:calibration; the scorer is found as by npm run eval.
import {existsSync} from "node:fs"
import {dirname, join, resolve} from "node:path"
import {pathToFileURL} from "node:url"
import {events as layer} from "../src/cli/layers/events.ts"
import {openResources} from "../src/resources.ts"
import {calibrationError} from "../train/logistic.ts"

interface Gold {
  readonly sentences: readonly {readonly no: number; readonly start: number; readonly end: number}[]
}
interface Told {
  readonly type: string
  readonly confidence: number
  readonly predicate: {readonly start: number}
}
interface Task {
  sets(data: string, options: object): readonly {set: string; questions: readonly {id: string}[]; gold: readonly Gold[]}[]
  miss(question: unknown, gold: Gold, answer: unknown): string | null
}

const beside = join(import.meta.dirname, "..", "..", "shared", "eval", "score.mjs")
const scorer = process.env.ANNALS_EVAL ?? (existsSync(beside) ? beside : undefined)
if (!scorer || !existsSync(scorer)) {
  process.stderr.write("no scorer here: set ANNALS_EVAL to the path of its score.mjs (docs/eval.md)\n")
  process.exit(1)
}
const folder = dirname(resolve(scorer))
const task = ((await import(pathToFileURL(join(folder, "tasks", "events.mjs")).href)) as {default: Task}).default
const news = task.sets(join(folder, "..", "data"), {}).find(s => s.set === "news")
if (!news) {
  process.stderr.write("the scorer has no set of news here\n")
  process.exit(1)
}
const answer = layer.open(openResources())
const judged = news.questions.flatMap((question, at) => {
  const gold = news.gold[at]!
  const given = answer(question) as {readonly events: readonly Told[]}
  const sentenceOf = ({predicate}: Told) =>
    gold.sentences.find(s => predicate.start >= s.start && predicate.start < s.end)?.no ?? null
  // "invented AID in 7": one event of that type in that sentence too many; the later ones
  const invented = new Map<string, number>()
  for (const [, key] of (task.miss(question, gold, given) ?? "").matchAll(/invented (\w+ in \w+)/g))
    invented.set(key!, (invented.get(key!) ?? 0) + 1)
  return [...given.events].reverse().map(event => {
    const key = `${event.type} in ${sentenceOf(event)}`
    const left = invented.get(key) ?? 0
    if (left > 0) invented.set(key, left - 1)
    return {said: event.confidence, right: left > 0 ? 0 : 1}
  })
})
const share = (of: readonly number[]): string => (of.reduce((a, b) => a + b, 0) / Math.max(1, of.length)).toFixed(3)
console.log(
  `${judged.length} events of ${news.questions.length} texts; right ${share(judged.map(j => j.right))}, said ${share(judged.map(j => j.said))}`
)
for (let bin = 0; bin < 10; bin++) {
  const part = judged.filter(j => Math.min(9, Math.floor(j.said * 10)) === bin)
  if (part.length > 0)
    console.log(
      `  said ${(bin / 10).toFixed(1)} to ${((bin + 1) / 10).toFixed(1)}: ${String(part.length).padStart(4)} events, right ${share(part.map(j => j.right))}, said ${share(part.map(j => j.said))}`
    )
}
console.log(`expected calibration error ${calibrationError(judged).toFixed(3)}`)
