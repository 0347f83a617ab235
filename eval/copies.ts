/// Telling copies, measured: on the reprints of the sample pile (samples/copies.jsonl) and on copies made here from its other
/// articles by a seeded script: cut, reordered, under another headline with lines of the paper's own, 10 to 40 % rewritten.
/// Run: npx tsx eval/copies.ts [--misses]
import {readdirSync, readFileSync} from "node:fs"
import {join} from "node:path"
import {articlesFrom} from "../src/articles/read.ts"
import {isCopy, likeness, signature} from "../src/ledger/copies.ts"

interface Told {
  readonly name: string
  /// Articles of one origin are copies of one another.
  readonly origin: string
  readonly how: string
  readonly text: string
}

const samples = join(import.meta.dirname, "..", "samples")
const reprints = new Map(
  readFileSync(join(samples, "copies.jsonl"), "utf8")
    .split("\n")
    .filter(l => l.trim() !== "")
    .map(l => JSON.parse(l) as {article: string; of: string; how: string})
    .map(c => [c.article, c] as const)
)
const originOf = (name: string): string => {
  const reprint = reprints.get(name)
  return reprint ? originOf(reprint.of) : name
}

const pile: Told[] = []
for (const file of readdirSync(join(samples, "articles")).sort()) {
  let line = 0
  for await (const a of articlesFrom([join(samples, "articles", file)], {})) {
    const name = file === "wire.jsonl" ? `${file}:${++line}` : file
    if ("text" in a) pile.push({name, origin: originOf(name), how: reprints.get(name)?.how ?? "", text: a.text})
  }
}

/// A generator of numbers below 1 that always begins the same (mulberry32).
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const random = seeded(20240619)
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?]["”]?)\s+/).filter(s => s !== "")
const originals = pile.filter(a => a.how === "")
const vocabulary = originals.flatMap(a => a.text.split(/\s+/))
/// So many words of the pile, as often as it has them, in no order: lines that nobody else wrote.
const invented = (words: number): string => Array.from({length: words}, () => pick(vocabulary)).join(" ")

/// Runs of three to six words exchanged for other words, until `share` of the text is new.
function rewritten({text}: Told, share: number): string {
  const words = text.split(/\s+/)
  const fresh = new Set<number>()
  while (fresh.size < share * words.length) {
    const [at, length] = [Math.floor(random() * words.length), 3 + Math.floor(random() * 4)]
    for (let i = at; i < Math.min(at + length, words.length); i++) {
      words[i] = pick(vocabulary)
      fresh.add(i)
    }
  }
  return words.join(" ")
}

/// Whole sentences exchanged for others as long.
const replaced = ({text}: Told, share: number): string =>
  sentencesOf(text)
    .map(s => (random() < share ? invented(s.split(" ").length) : s))
    .join(" ")

const shuffled = (text: string): string =>
  sentencesOf(text)
    .map(s => ({s, at: random()}))
    .sort((a, b) => a.at - b.at)
    .map(x => x.s)
    .join(" ")

const cut = (text: string, share: number): string => {
  const all = sentencesOf(text)
  return all.slice(0, Math.max(2, Math.ceil(all.length * (1 - share)))).join(" ")
}

const edits: readonly (readonly [string, (a: Told) => string])[] = [
  ["cut by a third", a => cut(a.text, 0.33)],
  ["cut by half", a => cut(a.text, 0.5)],
  ["reordered", a => shuffled(a.text)],
  ["another headline, lines of the paper's own", a => `${invented(9)} ${a.text} ${invented(60)}`],
  ...[0.1, 0.2, 0.3, 0.4].map(share => [`${100 * share} % of the words rewritten`, (a: Told) => rewritten(a, share)] as const),
  ...[0.2, 0.4].map(share => [`${100 * share} % of the sentences exchanged`, (a: Told) => replaced(a, share)] as const)
]
// a text of a few words is no story that anybody would copy in parts
const made = originals
  .filter(a => sentencesOf(a.text).length >= 4)
  .flatMap(a => edits.map(([how, edit]) => ({name: `${a.name} (${how})`, origin: a.origin, how, text: edit(a)})))

const report = (says: string, copies: readonly Told[], all: readonly Told[]): void => {
  const signatures = new Map(all.map(a => [a.name, signature(a.text)]))
  const byHow = new Map<string, {found: number; all: number}>()
  let [right, wrong] = [0, 0]
  all.forEach((a, i) => {
    for (const b of all.slice(i + 1)) {
      if (!isCopy(signatures.get(a.name)!, signatures.get(b.name)!)) continue
      if (a.origin === b.origin) right++
      else wrong++
      if (a.origin !== b.origin && process.argv.includes("--misses")) console.log(`no copy: ${a.name} | ${b.name}`)
    }
  })
  for (const copy of copies) {
    const of = reprints.get(copy.name)?.of ?? copy.origin
    const tally = byHow.get(copy.how) ?? {found: 0, all: 0}
    tally.all++
    const told = isCopy(signatures.get(copy.name)!, signatures.get(of)!)
    if (told) tally.found++
    else if (process.argv.includes("--misses"))
      console.log(`missed: ${copy.name} of ${of} ${likeness(signatures.get(copy.name)!, signatures.get(of)!)}`)
    byHow.set(copy.how, tally)
  }
  const found = [...byHow.values()].reduce((sum, t) => sum + t.found, 0)
  console.log(
    `${says}: precision ${(right / Math.max(1, right + wrong)).toFixed(3)}, recall ${(found / copies.length).toFixed(3)}`
  )
  for (const [how, tally] of byHow) console.log(`  ${how}: ${tally.found} of ${tally.all}`)
}

report(
  "reprints of the sample pile",
  pile.filter(a => a.how !== ""),
  pile
)
report("copies made by script", made, [...originals, ...made])
