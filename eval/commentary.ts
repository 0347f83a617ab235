/// How the reader does on opinion: irony, hedges, history, predictions, what did not happen. The pieces and their gold
/// (eval/commentary/) were written for this project before the reader saw them. The odd pieces are kept blind: people who mend
/// the reader look at the misses of the even ones alone. Counts as the scorer's task `events` does (eval/commentary/README.md).
/// Run: npm run eval:commentary [-- --misses N]
import {readFileSync} from "node:fs"
import {join} from "node:path"
import {events as layer} from "../src/cli/layers/events.ts"
import {openResources} from "../src/resources.ts"

interface Side {
  readonly code: string
}
interface Gold {
  readonly doc: string
  readonly sentence_no: number
  readonly trigger: string
  readonly source: Side | readonly Side[] | null
  readonly target: Side | readonly Side[] | null
  readonly plover: string
  readonly plover_alt: readonly string[]
  readonly modality: keyof typeof statusBy
  readonly tier: "core" | "optional"
}
interface Piece {
  readonly id: string
  readonly date: string
  readonly text: string
  readonly sentences: readonly {readonly no: number; readonly start: number; readonly end: number}[]
}
interface Told {
  readonly type: string
  readonly status: string
  readonly actors: readonly Side[]
  readonly recipients: readonly Side[]
  readonly predicate: {readonly start: number}
}

const statusBy = {
  asserted: "fact",
  reported: "fact",
  intended: "planned",
  hedged: "possible",
  hypothetical: "possible",
  negated: "did-not-happen",
  denied: "did-not-happen"
}
const mutual = new Set(["AGREE", "CONSULT", "SUPPORT", "COOPERATE"])

const folder = join(import.meta.dirname, "commentary")
const lines = <T>(name: string): T[] =>
  readFileSync(join(folder, `${name}.jsonl`), "utf8")
    .split("\n")
    .filter(Boolean)
    .map(line => JSON.parse(line) as T)

/// The countries of a side: the first word of each code; "---" is nobody known.
const countries = (side: Gold["source"]): Set<string> =>
  new Set(
    [side ?? []]
      .flat()
      .flatMap(s => s.code.split(";"))
      .map(code => code.trim().split(" ")[0]!)
      .filter(code => code !== "" && code !== "---")
  )
const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => [...a].filter(x => b.has(x)).length

/// Whether the countries told meet the gold's on each side that both name.
function partiesFit(gold: Gold, told: Told): boolean {
  const [from, to, actors, recipients] = [gold.source, gold.target, told.actors, told.recipients].map(countries) as [
    Set<string>,
    Set<string>,
    Set<string>,
    Set<string>
  ]
  if (from.size + to.size === 0) return actors.size + recipients.size === 0
  if (mutual.has(told.type) && (to.size === 0 || recipients.size === 0)) {
    const all = new Set([...from, ...to])
    const said = new Set([...actors, ...recipients])
    const n = shared(all, said)
    return n > 0 && (all.size < 2 || said.size < 2 || n >= 2)
  }
  const left = shared(from, actors)
  const right = shared(to, recipients)
  return (
    (from.size === 0 || actors.size === 0 || left > 0) &&
    (to.size === 0 || recipients.size === 0 || right > 0) &&
    left + right > 0
  )
}

const factOr = ({status}: Told): string => (status === "happened" || status === "ongoing" ? "fact" : status)

/// One to one and greedy: core first, then the exact type, then facts with facts.
function matched(gold: readonly Gold[], told: readonly (Told & {no: number | undefined})[]): Map<number, number> {
  const fits: number[][] = []
  gold.forEach((g, i) => {
    told.forEach((t, j) => {
      if (t.no !== g.sentence_no || (t.type !== g.plover && !g.plover_alt.includes(t.type)) || !partiesFit(g, t)) return
      const alike = (statusBy[g.modality] === "fact") === (factOr(t) === "fact")
      fits.push([g.tier === "core" ? 0 : 1, t.type === g.plover ? 0 : 1, alike ? 0 : 1, i, j])
    })
  })
  fits.sort((p, q) => p.map((x, k) => x - q[k]!).find(d => d !== 0) ?? 0)
  const of = new Map<number, number>()
  const used = new Set<number>()
  for (const [, , , i, j] of fits) {
    if (of.has(i!) || used.has(j!)) continue
    of.set(i!, j!)
    used.add(j!)
  }
  return of
}

const none = {core: 0, nCore: 0, over: 0, matched: 0, status: 0, asFact: 0, nNonfact: 0, silent: 0, nSilent: 0, said: 0}
const pieces = lines<Piece>("docs")
const gold = lines<Gold>("gold")
const silent = lines<{doc: string; sentence_no: number}>("silent")
const answer = layer.open(openResources())
const args = process.argv.slice(2)
let misses = args.includes("--misses") ? Number(args[args.indexOf("--misses") + 1]) : 0
const halves = {even: {...none}, odd: {...none}, all: {...none}}
pieces.forEach((piece, at) => {
  const mentions = gold.filter(g => g.doc === piece.id)
  const quiet = new Set(silent.filter(s => s.doc === piece.id).map(s => s.sentence_no))
  const {events} = answer({id: piece.id, text: piece.text, date: piece.date}) as {readonly events: readonly Told[]}
  const told = events.map(e => ({
    ...e,
    no: piece.sentences.find(s => e.predicate.start >= s.start && e.predicate.start < s.end)?.no
  }))
  const of = matched(mentions, told)
  const sum = {...none, nSilent: quiet.size, said: told.length, over: told.length - of.size, matched: of.size}
  mentions.forEach((g, i) => {
    const hit = of.get(i)
    const is = hit === undefined ? undefined : factOr(told[hit]!)
    if (g.tier === "core") {
      sum.nCore++
      if (is) sum.core++
    }
    if (statusBy[g.modality] !== "fact") {
      sum.nNonfact++
      if (is === "fact") sum.asFact++
    }
    if (is === statusBy[g.modality]) sum.status++
  })
  sum.silent = told.filter(t => t.no !== undefined && quiet.has(t.no)).length
  const blind = at % 2 === 0
  for (const into of [blind ? halves.odd : halves.even, halves.all])
    for (const key of Object.keys(none) as (keyof typeof none)[]) into[key] += sum[key]
  if (blind || misses-- <= 0) return
  const used = new Set(of.values())
  for (const {no, start, end} of piece.sentences) {
    const lost = mentions.flatMap((g, i) =>
      g.sentence_no === no && !of.has(i) && g.tier === "core" ? [`missed ${g.plover} "${g.trigger}"`] : []
    )
    const over = told.flatMap((t, j) =>
      t.no === no && !used.has(j)
        ? [`invented ${t.type} at "${piece.text.slice(t.predicate.start, t.predicate.start + 20)}"`]
        : []
    )
    const wrong = mentions.flatMap((g, i) => {
      const hit = of.get(i)
      if (g.sentence_no !== no || hit === undefined || factOr(told[hit]!) === statusBy[g.modality]) return []
      return [`${g.plover} "${g.trigger}" is ${statusBy[g.modality]}, told as ${told[hit]!.status}`]
    })
    const said = [...lost, ...over, ...wrong]
    if (said.length > 0) console.log(`${piece.id} ${no}: ${piece.text.slice(start, end)}\n    ${said.join("\n    ")}`)
  }
})
const share = (a: number, b: number): string => (b === 0 ? "–" : (a / b).toFixed(3)).padStart(7)
console.log("half  core P   core R  core F1   status  non-facts as facts  events in silent sentences  events")
for (const [name, t] of Object.entries(halves)) {
  const said = t.core + t.over
  console.log(
    `${name.padEnd(4)} ${share(t.core, said)}  ${share(t.core, t.nCore)}  ${share(2 * t.core, said + t.nCore)}  ${share(t.status, t.matched)}  ${share(t.asFact, t.nNonfact).padStart(18)}  ${`${t.silent} in ${t.nSilent}`.padStart(26)}  ${String(t.said).padStart(6)}`
  )
}
