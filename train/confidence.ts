import {createHash} from "node:crypto"
import {readdirSync, readFileSync, writeFileSync} from "node:fs"
import {join} from "node:path"
import {
  type Coded,
  codedBy,
  confidenceOf,
  confidenceSigns,
  confidenceWeights,
  logOdds,
  reliability
} from "../src/coding/confidence.ts"
import {rules} from "../src/coding/rules/list.ts"
import {keyOf} from "../src/coding/typing.ts"
import {articleId, type EventMention, type EventType} from "../src/model/model.ts"
import {reader} from "../src/pipeline.ts"
import {openResources} from "../src/resources.ts"
import {calibrationError, logistic} from "./logistic.ts"
import {marked} from "./sentences.ts"

/// Fits data/weights/confidence on train/sentences: npx tsx train/confidence.ts
///
/// Sentences are read as any text is. An event is right if it is of the sentence's type and names nobody else in the place of its sides;
/// in a silent sentence none is. How often a rule is right is counted on all sentences, drawn to its type where it was seen
/// seldom; how much that and the other signs say is fitted on every tenth sentence, which no rule was written for.

interface Seen {
  readonly coded: Coded
  readonly right: number
  readonly held: boolean
  readonly part: number
}

const resources = openResources()
const read = reader(resources).read
const by = codedBy(rules)
const folder = join(import.meta.dirname, "sentences")
const seen: Seen[] = []
for (const file of readdirSync(folder)
  .filter(f => f.endsWith(".jsonl"))
  .sort()) {
  readFileSync(join(folder, file), "utf8")
    .split("\n")
    .forEach((line, at) => {
      if (line.trim() === "") return
      const gold = JSON.parse(line) as {text: string; type: EventType | null}
      const {text, actors, recipients} = marked(gold.text)
      const {document, coding} = read({id: articleId(undefined, text), text, removed: [], published: "2024-05-02"})
      const words = (spans: typeof actors) => spans.map(s => text.slice(s.start, s.end))
      const fits = (e: EventMention): boolean =>
        e.type === gold.type &&
        (names(e.actors, words(actors)) || (e.recipients.length === 0 && names(e.actors, words(recipients)))) &&
        names(e.recipients, words(recipients))
      const right = coding.events.find(fits)
      const codedOf = by(document)
      const judged = gold.type === null ? coding.events : coding.events.length === 0 ? [] : [right ?? coding.events[0]!]
      for (const event of judged) {
        const coded = codedOf(event)
        if (coded) seen.push({coded, right: event === right ? 1 : 0, held: at % 10 === 9, part: keyOf(text) % 5})
      }
    })
}

/// Whether nobody is named whom the sentence does not mark there.
function names(given: EventMention["actors"], words: readonly string[]): boolean {
  return (
    given.length === 0 ||
    words.length === 0 ||
    given.some(g => g.evidence.some(e => words.some(w => w.includes(e.quote) || e.quote.includes(w))))
  )
}

/// Rates as log-odds, drawn to `usual` as by so many sightings more; one sighting may be left out.
const drawn = (right: number, n: number, usual: number, by: number): number =>
  logOdds(Math.min(0.97, Math.max(0.03, (right + by * usual) / (n + by))))
const tally = (keyOfSeen: (s: Seen) => string): ReadonlyMap<string, {readonly right: number; readonly n: number}> => {
  const counts = new Map<string, {right: number; n: number}>()
  for (const s of seen) {
    const held = counts.get(keyOfSeen(s)) ?? {right: 0, n: 0}
    counts.set(keyOfSeen(s), {right: held.right + s.right, n: held.n + 1})
  }
  return counts
}
const usual = seen.reduce((sum, s) => sum + s.right, 0) / seen.length
const byType = tally(s => s.coded.rule.code)
const byRule = tally(s => s.coded.rule.name)
const back = (odds: number): number => 1 / (1 + Math.exp(-odds))
const rateOf = ({rule}: Coded, without?: number): number => {
  const out = without === undefined ? 0 : 1
  const type = byType.get(rule.code) ?? {right: 0, n: 0}
  const own = byRule.get(rule.name) ?? {right: 0, n: 0}
  const ofType = back(drawn(type.right - out * (without ?? 0), type.n - out, usual, 5))
  return drawn(own.right - out * (without ?? 0), own.n - out, ofType, 6)
}

const heldBack = seen.filter(s => s.held)
const named = ["rule", ...new Set(heldBack.flatMap(s => confidenceSigns(s.coded)))]
const rowOf = ({coded, right}: Seen) => {
  const signs = new Set(confidenceSigns(coded))
  return {
    values: named.map(name => (name === "rule" ? rateOf(coded, right) : signs.has(name) ? 1 : 0)),
    right,
    weight: 1
  }
}
// Sentences of one event are no articles, and rules were written beside sentences like them: all that speaks is believed by half.
const ridges = named.map(name => (name === "any" ? 1e-3 : name === "rule" ? 50 : 30))
const rounded = (weights: readonly number[]): number[] => weights.map(w => Math.round(w * 1e3) / 1e3)
const said = heldBack.map(s => {
  const weights = logistic(heldBack.filter(o => o.part !== s.part).map(rowOf), ridges)
  return {said: back(rowOf(s).values.reduce((sum, v, i) => sum + v * weights[i]!, 0)), right: s.right}
})
const weights = rounded(logistic(heldBack.map(rowOf), ridges))
const twoPlaces = (odds: number): number => Math.round(odds * 100) / 100
const types = [...new Set(rules.map(r => r.code))].sort()
const bytes = new TextEncoder().encode(
  JSON.stringify({
    rules: Object.fromEntries(
      rules
        .filter(r => byRule.has(r.name))
        .map(rule => [rule.name, twoPlaces(rateOf({rule} as Coded))] as const)
        .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    ),
    types: Object.fromEntries(types.map(t => [t, twoPlaces(drawn(byType.get(t)?.right ?? 0, byType.get(t)?.n ?? 0, usual, 5))])),
    signs: Object.fromEntries(named.map((name, i) => [name, weights[i]!]))
  })
)
const opened = confidenceWeights(bytes)
const scores = {
  events: seen.length,
  heldBack: heldBack.length,
  rightOfHeldBack: Math.round((heldBack.reduce((sum, s) => sum + s.right, 0) / heldBack.length) * 1e4) / 1e4,
  calibrationErrorInTurn: Math.round(calibrationError(said) * 1e4) / 1e4
}
process.stdout.write(
  `${JSON.stringify({...scores, signs: Object.fromEntries(opened.signs)}, null, 1)}\n` +
    `mean ${(heldBack.reduce((sum, s) => sum + confidenceOf(opened, s.coded), 0) / heldBack.length).toFixed(3)}, rules measured ${opened.rules.size} of ${rules.length}, a rule unseen of type ASSAULT ${reliability(opened, {name: "unseen", code: "ASSAULT", actor: "subject", examples: []}).toFixed(2)}\n`
)
writeFileSync(join(resources.folder, "weights/confidence.bin"), bytes)
writeFileSync(
  join(resources.folder, "weights/confidence.json"),
  `${JSON.stringify(
    {
      sha256: createHash("sha256").update(bytes).digest("hex"),
      says: "how likely a coded event is right: how often each rule was, and weights of plain signs",
      script: "train/confidence.ts",
      corpora: [{name: "train/sentences: sentences written for this project", licence: "CC0 1.0"}],
      licence: "CC0 1.0",
      scores
    },
    null,
    2
  )}\n`
)
