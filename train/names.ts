/// Makes data/weights/names from the Universal NER annotation of UD English EWT:
///
///     npx tsx train/names.ts --corpora FOLDER
///
/// FOLDER holds `uner/` (the .iob2 files). An averaged perceptron over whole sentences (Collins 2002): the best sequence under
/// the weights so far is compared with the true one. Same corpora, same seed, same bytes.
import {createHash} from "node:crypto"
import {readFileSync, writeFileSync} from "node:fs"
import {join} from "node:path"
import {parseArgs} from "node:util"
import {syntaxReader} from "../src/language/syntax.ts"
import {Features, type Lexicon, labels, type Seen} from "../src/mentions/names/features.ts"
import {bestLabels, packModel, unpackModel} from "../src/mentions/names/model.ts"
import {nameFinder, namesIn} from "../src/mentions/names.ts"
import type {Document} from "../src/model/model.ts"
import {openResources} from "../src/resources.ts"
import {knownWords} from "./names-lexicon.ts"

const {values: options} = parseArgs({
  options: {
    corpora: {type: "string"},
    epochs: {type: "string", default: "8"},
    seed: {type: "string", default: "1"},
    features: {type: "string", default: "100000"},
    out: {type: "string"}
  }
})
if (!options.corpora) throw new Error("--corpora FOLDER is missing: the folder with uner/en_ewt-ud-train.iob2")

interface Labelled {
  readonly document: Document
  /// One label for each token.
  readonly truth: Uint8Array
}

const resources = openResources()
const syntax = syntaxReader(resources.weights("english-fast"))
const lexicon: Lexicon = knownWords(resources)
const kinds: Readonly<Record<string, string>> = {PER: "person", ORG: "organization", LOC: "location"}

/// The documents of an IOB2 file; labels other than the three kinds are no names.
function read(path: string): Labelled[] {
  const documents: {forms: string[][]; tags: string[][]}[] = []
  for (const block of readFileSync(path, "utf8").split(/\n\n+/)) {
    const lines = block.split("\n")
    const rows = lines.filter(l => /^\d+\t/.test(l)).map(l => l.split("\t"))
    if (rows.length === 0) continue
    if (documents.length === 0 || lines.some(l => l.startsWith("# newdoc"))) documents.push({forms: [], tags: []})
    documents.at(-1)!.forms.push(rows.map(r => r[1]!))
    documents.at(-1)!.tags.push(rows.map(r => r[2]!))
  }
  return documents.map(({forms, tags}) => labelled(forms, tags))
}

function labelled(forms: string[][], tags: string[][]): Labelled {
  const {text, sentences, tokens} = syntax.parse(forms)
  const truth = new Uint8Array(tokens.length)
  let i = 0
  for (const sentence of tags) {
    let open = 0
    for (const tag of sentence) {
      const kind = kinds[tag.slice(2)]
      if (tag[0] === "I" && open && kind && labels[open] === `B-${kind}`) truth[i] = open + 1
      else {
        open = kind ? labels.indexOf(`B-${kind}` as (typeof labels)[number]) : 0
        truth[i] = open
      }
      i++
    }
  }
  return {document: {article: {id: "", text}, sentences, tokens, clauses: [], reports: [], notes: []}, truth}
}

/// A small generator of numbers (mulberry32), so that a seed gives the same order everywhere.
function numbers(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const L = labels.length
const random = numbers(Number(options.seed))
const extractor = new Features(lexicon)

interface Sentence {
  readonly features: readonly Int32Array[]
  readonly truth: Uint8Array
}

const slots = new Map<number, number>()
const slotOf = (hash: number): number => {
  let slot = slots.get(hash)
  if (slot === undefined) slots.set(hash, (slot = slots.size))
  return slot
}

/// Sentences as they are, and some in capitals, as headlines have them.
function sentencesOf({document, truth}: Labelled): Sentence[] {
  const found: Sentence[] = []
  const seen = extractor.seen(document.tokens, document.sentences)
  const none: Seen = new Map()
  for (const {first, last} of document.sentences) {
    const labelsHere = truth.slice(first, last)
    const slotted = (tokens: Document["tokens"], s: Seen): Int32Array[] =>
      extractor.of(tokens, first, last, s).map(list => list.map(slotOf))
    found.push({features: slotted(document.tokens, seen), truth: labelsHere})
    if (labelsHere.some(l => l > 0) && random() < 0.08) {
      const capitals = document.tokens.map((t, i) =>
        i >= first && i < last ? {...t, text: t.text.toUpperCase(), xpos: "NNP"} : t
      )
      found.push({features: slotted(capitals, none), truth: labelsHere})
    }
  }
  return found
}

const training = read(join(options.corpora, "uner/en_ewt-ud-train.iob2"))
const development = read(join(options.corpora, "uner/en_ewt-ud-dev.iob2"))
const sentences = training.flatMap(sentencesOf)
const size = slots.size * L
const weights = new Float32Array(size)
const totals = new Float64Array(size)
const stamps = new Int32Array(size)
const transitions = new Float64Array(L * L)
const transitionTotals = new Float64Array(L * L)
let clock = 0

function update(at: number, by: number): void {
  totals[at]! += weights[at]! * (clock - stamps[at]!)
  stamps[at] = clock
  weights[at]! += by
}

const order = sentences.map((_, i) => i)
for (let epoch = 0; epoch < Number(options.epochs); epoch++) {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[order[i], order[j]] = [order[j]!, order[i]!]
  }
  let wrong = 0
  for (const which of order) {
    const {features, truth} = sentences[which]!
    clock++
    const emissions = features.map((list, i) => {
      const scores = new Float64Array(L)
      for (let f = 0; f < list.length; f++) {
        const from = list[f]! * L
        for (let k = 0; k < L; k++) scores[k]! += weights[from + k]!
      }
      // A margin, so that what is right is right by some way.
      for (let k = 0; k < L; k++) if (k !== truth[i]) scores[k]! += 3
      return scores
    })
    const guess = bestLabels(emissions, transitions)
    let same = true
    for (let i = 0; i < guess.length; i++) {
      if (guess[i] === truth[i]) continue
      same = false
      for (const slot of features[i]!) {
        update(slot * L + truth[i]!, 1)
        update(slot * L + guess[i]!, -1)
      }
    }
    if (!same) {
      wrong++
      for (let i = 1; i < guess.length; i++) {
        transitions[truth[i - 1]! * L + truth[i]!]! += 1
        transitions[guess[i - 1]! * L + guess[i]!]! -= 1
      }
    }
    for (let k = 0; k < L * L; k++) transitionTotals[k]! += transitions[k]!
  }
  process.stderr.write(`epoch ${epoch + 1}: ${wrong} of ${order.length} sentences not yet right\n`)
}
for (let at = 0; at < size; at++) update(at, 0)

const averages = totals.map(t => t / clock)
const transitionAverages = [...transitionTotals].map(t => t / clock)
const largest = (list: ArrayLike<number>, from = 0, n = list.length): number => {
  let top = 0
  for (let i = from; i < from + n; i++) top = Math.max(top, Math.abs(list[i]!))
  return top
}
// The largest hundredth of a percent is cut off, the rest spread over a byte.
const magnitudes = Float64Array.from(averages, Math.abs)
  .filter(x => x > 0)
  .sort()
const scale = 127 / magnitudes[Math.floor(magnitudes.length * 0.9999)]!
const ranked = [...slots].map(([hash, slot]) => ({hash, slot, weight: largest(averages, slot * L, L)}))
ranked.sort((a, b) => b.weight - a.weight || a.hash - b.hash)
const kept = ranked.slice(0, Number(options.features)).map(({hash, slot}) => {
  const row = [...averages.subarray(slot * L, slot * L + L)].map(w => Math.max(-127, Math.min(127, Math.round(w * scale))))
  return [hash, row] as const
})
const bytes = packModel(
  lexicon,
  transitionAverages.map(t => Math.round(t * scale)),
  kept.filter(([, row]) => row.some(w => w !== 0))
)

/// Micro-F1 of names, right when both ends and the kind are.
function score(
  set: readonly Labelled[],
  find: (document: Document) => ReturnType<ReturnType<typeof nameFinder>>
): {f1: number; precision: number; recall: number} {
  let right = 0
  let said = 0
  let asked = 0
  for (const {document, truth} of set) {
    const gold = new Set<string>()
    for (const s of document.sentences)
      for (const n of namesIn(truth.subarray(s.first, s.last))) gold.add(`${s.first + n.first} ${s.first + n.last} ${n.kind}`)
    const found = find(document)
    said += found.length
    asked += gold.size
    for (const n of found) if (gold.has(`${n.first} ${n.last} ${n.kind}`)) right++
  }
  const round = (x: number): number => Math.round(x * 10000) / 10000
  return {f1: round((2 * right) / (said + asked)), precision: round(right / said), recall: round(right / asked)}
}

const development1 = score(development, nameFinder({bytes}))
process.stderr.write(
  `${bytes.length} bytes, ${unpackModel(bytes).lexicon.size} known words, dev ${JSON.stringify(development1)}\n`
)
const out = options.out ?? join(resources.folder, "weights")
writeFileSync(join(out, "names.bin"), bytes)
writeFileSync(
  join(out, "names.json"),
  `${JSON.stringify(
    {
      sha256: createHash("sha256").update(bytes).digest("hex"),
      says: "proper names of persons, organizations and locations: an averaged perceptron over sentences",
      script: `train/names.ts --epochs ${options.epochs} --seed ${options.seed} --features ${options.features}`,
      corpora: [
        {
          name: "Universal NER English EWT, train",
          licence: "CC BY-SA 4.0",
          credit: "Stephen Mayhew, Terra Blevins, Shuheng Liu and others",
          source: "https://github.com/UniversalNER/UNER_English-EWT"
        }
      ],
      licence: "CC BY-SA 4.0",
      scores: {figures: "entities with both ends and kind right, tokens given, tags predicted", "uner ewt dev": development1}
    },
    null,
    2
  )}\n`
)
