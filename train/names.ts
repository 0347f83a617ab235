/// Makes data/weights/names from the Universal NER annotation of UD English EWT:
///
///     npx tsx train/names.ts --corpora FOLDER
///
/// FOLDER holds `uner/` (the .iob2 files). A conditional random field over whole sentences (Lafferty and others 2001), by steps of
/// AdaGrad. Same corpora, same seed, same bytes.
import {createHash} from "node:crypto"
import {readFileSync, writeFileSync} from "node:fs"
import {join} from "node:path"
import {parseArgs} from "node:util"
import {syntaxReader} from "../src/language/syntax.ts"
import {Features, type Lexicon, labels, type Seen} from "../src/mentions/names/features.ts"
import {packModel, unpackModel} from "../src/mentions/names/model.ts"
import {nameFinder, namesIn} from "../src/mentions/names.ts"
import type {Document} from "../src/model/model.ts"
import {openResources} from "../src/resources.ts"
import {knownWords} from "./names-lexicon.ts"

const {values: options} = parseArgs({
  options: {
    corpora: {type: "string"},
    epochs: {type: "string", default: "8"},
    seed: {type: "string", default: "1"},
    gum: {type: "string", default: "no"},
    rate: {type: "string", default: "0.12"},
    decay: {type: "string", default: "0.00001"},
    drop: {type: "string", default: "0.2"},
    hide: {type: "string", default: "0.3"},
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

/// The documents of GUM (open genres), their entities read as names: of a person, organization or place, the stretch of proper
/// nouns, with the small words between them, that its head stands in.
function readGum(path: string): Labelled[] {
  const documents: {forms: string[][]; tags: string[][]}[] = []
  for (const block of readFileSync(path, "utf8").split(/\n\n+/)) {
    const lines = block.split("\n")
    const rows = lines.filter(l => /^\d+\t/.test(l)).map(l => l.split("\t"))
    if (rows.length === 0) continue
    if (documents.length === 0 || lines.some(l => l.startsWith("# newdoc"))) documents.push({forms: [], tags: []})
    const tags: string[] = rows.map(() => "O")
    const open: {type: string; at: number; number: string}[] = []
    const spans: {type: string; first: number; last: number}[] = []
    rows.forEach((row, i) => {
      const entity = /(?:^|\|)Entity=([^|]*)/.exec(row[9]!)?.[1]
      for (const m of entity?.matchAll(/\((\d+)-([a-z]+)[^()]*|(\d+)\)|\)/g) ?? []) {
        if (m[1]) open.push({type: m[2]!, at: i, number: m[1]})
        else {
          const which = m[3] ? open.findLastIndex(o => o.number === m[3]) : open.length - 1
          const [closed] = which >= 0 ? open.splice(which, 1) : []
          if (closed) spans.push({type: closed.type, first: closed.at, last: i})
        }
      }
    })
    // Inner ones first, so that the outer name, "Durham University", covers the town in it.
    for (const {type, first, last} of spans.sort((a, b) => a.last - a.first - (b.last - b.first))) {
      const kind = {person: "PER", organization: "ORG", place: "LOC"}[type]
      if (!kind) continue
      const name = properRun(rows.slice(first, last + 1))
      if (!name) continue
      for (let i = name[0]; i < name[1]; i++) tags[first + i] = `${i === name[0] ? "B" : "I"}-${kind}`
    }
    documents.at(-1)!.forms.push(rows.map(r => r[1]!))
    documents.at(-1)!.tags.push(tags)
  }
  return documents.map(({forms, tags}) => labelled(forms, tags))
}

function properRun(rows: readonly string[][]): [number, number] | undefined {
  const ids = new Set(rows.map(r => r[0]))
  const head = rows.findIndex(r => !ids.has(r[6]!))
  const proper = (i: number): boolean =>
    rows[i]?.[3] === "PROPN" && !/^(Mr|Mrs|Ms|Dr|President|Prime|Minister|Senator|Professor)\.?$/.test(rows[i]![1]!)
  if (head < 0 || !proper(head)) return undefined
  let first = head
  let last = head + 1
  for (;;) {
    if (proper(first - 1)) first--
    else if (/^(-|of|the|and|for|&|de|al|bin)$/.test(rows[first - 1]?.[1] ?? "") && proper(first - 2)) first -= 2
    else break
  }
  for (;;) {
    if (proper(last)) last++
    else if (/^(-|of|the|and|for|&|de|al|bin)$/.test(rows[last]?.[1] ?? "") && proper(last + 1)) last += 2
    else if (/^of$/.test(rows[last]?.[1] ?? "") && rows[last + 1]?.[1] === "the" && proper(last + 2)) last += 3
    else break
  }
  return [first, last]
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
const nothing = new Int32Array(0)
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
      extractor.of(tokens, first, last, s).map(list => (list ?? nothing).map(slotOf))
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
if (options.gum === "yes") training.push(...readGum(join(options.corpora, "ud-gum/en_gum-ud-train.open.conllu")))
const sentences = training.flatMap(sentencesOf)
const size = slots.size * L
const weights = new Float32Array(size)
const squares = new Float32Array(size)
const transitions = new Float64Array(L * L)
const transitionSquares = new Float64Array(L * L)
const mean = new Float32Array(size)
const meanTransitions = new Float64Array(L * L)
const rate = Number(options.rate)
const decay = Number(options.decay)
const drop = Number(options.drop)
const hide = Number(options.hide)
/// The templates of features.ts that name the word itself.
const wordFeatures = new Set([0, 1, 7, 8, 14])

/// One step down the slope of one weight (AdaGrad), with a pull towards nothing.
function step(list: Float32Array | Float64Array, sums: Float32Array | Float64Array, at: number, slope: number): void {
  const g = slope + decay * list[at]!
  sums[at]! += g * g
  list[at]! -= (rate * g) / (Math.sqrt(sums[at]!) + 1e-6)
}

const allowed = (from: number, to: number): boolean => to === 0 || to % 2 === 1 || from === to || from === to - 1
const logSum = (list: Float64Array): number => {
  let top = Number.NEGATIVE_INFINITY
  for (const x of list) if (x > top) top = x
  if (top === Number.NEGATIVE_INFINITY) return top
  let sum = 0
  for (const x of list) sum += Math.exp(x - top)
  return top + Math.log(sum)
}

/// One sentence of a linear-chain conditional random field: what is expected of each label and pair of labels, less what is
/// there, is the slope.
function learn(features: readonly Int32Array[], truth: Uint8Array): void {
  const n = features.length
  const emissions = features.map(list => {
    const scores = new Float64Array(L)
    for (let f = 0; f < list.length; f++) {
      const from = list[f]! * L
      for (let k = 0; k < L; k++) scores[k]! += weights[from + k]!
    }
    return scores
  })
  const t = (from: number, to: number): number => (allowed(from, to) ? transitions[from * L + to]! : Number.NEGATIVE_INFINITY)
  const ahead: Float64Array[] = []
  const behind: Float64Array[] = new Array(n)
  const terms = new Float64Array(L)
  for (let i = 0; i < n; i++) {
    const row = new Float64Array(L)
    for (let k = 0; k < L; k++) {
      if (i === 0) row[k] = emissions[0]![k]! + t(0, k)
      else {
        for (let j = 0; j < L; j++) terms[j] = ahead[i - 1]![j]! + t(j, k)
        row[k] = emissions[i]![k]! + logSum(terms)
      }
    }
    ahead.push(row)
  }
  behind[n - 1] = new Float64Array(L)
  for (let i = n - 2; i >= 0; i--) {
    const row = new Float64Array(L)
    for (let j = 0; j < L; j++) {
      for (let k = 0; k < L; k++) terms[k] = t(j, k) + emissions[i + 1]![k]! + behind[i + 1]![k]!
      row[j] = logSum(terms)
    }
    behind[i] = row
  }
  const total = logSum(ahead[n - 1]!)
  const pairs = new Float64Array(L * L)
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < L; k++) {
      const slope = Math.exp(ahead[i]![k]! + behind[i]![k]! - total) - (truth[i] === k ? 1 : 0)
      if (Math.abs(slope) < 1e-4) continue
      const list = features[i]!
      for (let f = 0; f < list.length; f++) step(weights, squares, list[f]! * L + k, slope)
    }
    for (let j = 0; j < L; j++) {
      for (let k = 0; k < L; k++) {
        if (!allowed(j, k) || (i === 0 && j !== 0)) continue
        const before = i === 0 ? 0 : ahead[i - 1]![j]!
        pairs[j * L + k]! += Math.exp(before + t(j, k) + emissions[i]![k]! + behind[i]![k]! - total)
      }
    }
    pairs[(i === 0 ? 0 : truth[i - 1]!) * L + truth[i]!]! -= 1
  }
  for (let at = 0; at < L * L; at++) if (pairs[at] !== 0) step(transitions, transitionSquares, at, pairs[at]!)
}

const order = sentences.map((_, i) => i)
for (let epoch = 0; epoch < Number(options.epochs); epoch++) {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[order[i], order[j]] = [order[j]!, order[i]!]
  }
  for (const which of order) {
    const {features, truth} = sentences[which]!
    // Some features are left out by chance, and some words hidden whole, so that no single one is relied on.
    const kept = features.map(list => {
      const hidden = random() < hide
      return list.filter((_, f) => !(hidden && wordFeatures.has(f)) && random() >= drop)
    })
    if (kept.length > 0) learn(kept, truth)
  }
  // What is kept is the mean of the weights after each epoch: steadier than any one of them.
  for (let at = 0; at < size; at++) mean[at]! += (weights[at]! - mean[at]!) / (epoch + 1)
  for (let at = 0; at < L * L; at++) meanTransitions[at]! += (transitions[at]! - meanTransitions[at]!) / (epoch + 1)
  process.stderr.write(`epoch ${epoch + 1}: dev ${JSON.stringify(score(development, nameFinder({bytes: packed()})))}\n`)
}

function packed(): Uint8Array {
  // The largest hundredth of a percent is cut off, the rest spread over a byte.
  const magnitudes = Float32Array.from(mean, Math.abs)
    .filter(x => x > 0)
    .sort()
  const scale = 127 / magnitudes[Math.floor(magnitudes.length * 0.9999)]!
  const ranked = [...slots].map(([hash, slot]) => ({hash, slot, weight: largest(mean, slot * L, L)}))
  ranked.sort((a, b) => b.weight - a.weight || a.hash - b.hash)
  const best = ranked.slice(0, Number(options.features)).map(({hash, slot}) => {
    const row = [...mean.subarray(slot * L, slot * L + L)].map(w => Math.max(-127, Math.min(127, Math.round(w * scale))))
    return [hash, row] as const
  })
  return packModel(
    lexicon,
    [...meanTransitions].map(t => Math.round(t * scale)),
    best.filter(([, row]) => row.some(w => w !== 0))
  )
}

function largest(list: ArrayLike<number>, from: number, n: number): number {
  let top = 0
  for (let i = from; i < from + n; i++) top = Math.max(top, Math.abs(list[i]!))
  return top
}

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

const bytes = packed()
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
      says: "proper names of persons, organizations and locations: a conditional random field over sentences",
      script: `train/names.ts --epochs ${options.epochs} --seed ${options.seed} --rate ${options.rate} --decay ${options.decay} --drop ${options.drop} --hide ${options.hide} --gum ${options.gum} --features ${options.features}`,
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
