/// Makes data/weights/names from the Universal NER annotation of UD English EWT and the entities of GUM's open genres:
///
///     npx tsx train/names.ts --corpora FOLDER
///
/// FOLDER holds `uner/` (the .iob2 files) and `ud-gum/` (en_gum-ud-train.open.conllu). A conditional random field that reads a
/// document twice; for the second look it learns from first looks of fields that had not seen the document. Each feature counts
/// once for both corpora and once for each (Daumé 2007); what is kept is what it counts for EWT. Same corpora, same seed, same bytes.
import {createHash} from "node:crypto"
import {writeFileSync} from "node:fs"
import {join} from "node:path"
import {parseArgs} from "node:util"
import {syntaxReader} from "../src/language/syntax.ts"
import {featuresOf, wordTemplates} from "../src/mentions/names/features.ts"
import {mixed} from "../src/mentions/names/known.ts"
import {bestLabels, labels} from "../src/mentions/names/labels.ts"
import {packModel} from "../src/mentions/names/model.ts"
import {isPlain, type Page, Pages, type Seen, seenIn, unseen} from "../src/mentions/names/page.ts"
import {toldCount, toldFeatures} from "../src/mentions/names/told.ts"
import {nameFinder, namesIn} from "../src/mentions/names.ts"
import type {Document} from "../src/model/model.ts"
import {openResources} from "../src/resources.ts"
import {seeded} from "./examples.ts"
import {gumDocuments, type Labelled, unerDocuments} from "./names-corpora.ts"
import {type Fitted, fitted, type Sequence} from "./names-crf.ts"
import {knownWords} from "./names-lexicon.ts"

const {values: options} = parseArgs({
  options: {
    corpora: {type: "string"},
    epochs: {type: "string", default: "6"},
    seed: {type: "string", default: "1"},
    gum: {type: "string", default: "0.5"},
    rate: {type: "string", default: "0.12"},
    decay: {type: "string", default: "0.003"},
    drop: {type: "string", default: "0.5"},
    hide: {type: "string", default: "0.3"},
    first: {type: "string", default: "0.6"},
    keep: {type: "string", default: "0.55"},
    blank: {type: "string", default: "0.3"},
    features: {type: "string", default: "150000"},
    out: {type: "string"}
  }
})
if (!options.corpora) throw new Error("--corpora FOLDER is missing: the folder with uner/ and ud-gum/")

const L = labels.length
const resources = openResources()
const syntax = syntaxReader(resources.weights("english"))
const lexicon = knownWords(resources)
const pages = new Pages(lexicon)
const random = seeded(Number(options.seed))
const allowed = (from: number, to: number): boolean => to === 0 || to % 2 === 1 || from === to || from === to - 1
const say = (text: string): void => void process.stderr.write(`${text}\n`)

type Rows = readonly (Int32Array | undefined)[]
type Looks = ReadonlyMap<Labelled, Uint8Array>
const rowsOf = new Map<Labelled, readonly Rows[]>()
function rows(labelled: Labelled): readonly Rows[] {
  let found = rowsOf.get(labelled)
  if (!found) {
    const {tokens, sentences} = labelled.document
    const page = pages.open(tokens)
    const seen = seenIn(page, sentences)
    rowsOf.set(labelled, (found = sentences.map(s => rowsIn(page, s, seen))))
  }
  return found
}

function rowsIn(page: Page, sentence: Labelled["document"]["sentences"][number], seen: Seen): Rows {
  const line = pages.line(page, sentence, seen)
  const list: (Int32Array | undefined)[] = []
  for (let i = line.first; i < line.last; i++) list.push(isPlain(line, i) ? undefined : featuresOf(line, i, pages))
  return list
}

/// The same rows with what a first look told of each word.
function told({document: {tokens, sentences}}: Labelled, base: readonly Rows[], look: Uint8Array): readonly Rows[] {
  const more = toldFeatures(pages.open(tokens), sentences, look)
  const features = new Int32Array(toldCount)
  return base.map((rows, s) =>
    rows.map((row, i) => {
      if (!row) return row
      more(sentences[s]!, sentences[s]!.first + i, features)
      return Int32Array.from([...row, ...features])
    })
  )
}

/// A feature as it counts for one corpus alone.
const own = (feature: number, corpus: number): number => mixed(Math.imul(feature ^ Math.imul(corpus, 0x51ed27), 0x9e3779b1))

interface Field {
  /// The weights of a feature for names as EWT has them.
  weightsOf(feature: number): Float32Array | undefined
  readonly features: Iterable<number>
  readonly transitions: Float64Array
}

/// A field fitted to documents; those with a look are read as at the second look, some all the same as at the first.
function fieldFrom(ewt: readonly Labelled[], gum: readonly Labelled[], looks: Looks, keep: number): Field {
  const places = new Map<number, number>()
  const placeOf = (feature: number): number => {
    let place = places.get(feature)
    if (place === undefined) places.set(feature, (place = places.size))
    return place
  }
  const features = new Set<number>()
  const sequences: Sequence[] = []
  const add = (sentence: Rows, truth: Uint8Array, corpus: number, weight: number): void => {
    const list = sentence.map(row => {
      if (!row) return new Int32Array(0)
      for (const feature of row) features.add(feature)
      return Int32Array.from([...row, ...row.map(feature => own(feature, corpus))], placeOf)
    })
    sequences.push({features: list, truth, weight})
  }
  for (const [corpus, set, weight] of [
    [1, ewt, 1],
    [2, gum, Number(options.gum)]
  ] as const) {
    for (const labelled of set) {
      const base = rows(labelled)
      const look = random() < Number(options.blank) ? undefined : looks.get(labelled)
      const seen = look ? told(labelled, base, look) : base
      const {tokens, sentences} = labelled.document
      sentences.forEach((sentence, s) => {
        const {first, last} = sentence
        const truth = labelled.truth.slice(first, last)
        add(seen[s]!, truth, corpus, weight)
        // Some sentences once more in capitals, as headlines have them.
        if (corpus !== 1 || truth.every(l => l === 0) || random() >= 0.08) return
        const loud = tokens.map((t, i) => (i >= first && i < last ? {...t, text: t.text.toUpperCase(), xpos: "NNP"} : t))
        add(rowsIn(pages.open(loud), sentence, unseen), truth, corpus, weight)
      })
    }
  }
  const {weights, transitions}: Fitted = fitted(sequences, {
    labels: L,
    rows: places.size,
    epochs: Number(options.epochs),
    rate: Number(options.rate),
    decay: Number(options.decay),
    drop: Number(options.drop),
    hide: Number(options.hide),
    word: (place, of) => wordTemplates.has(place % (of / 2)),
    allowed,
    random
  })
  // With features left out while learning, all together say too much: `keep` is how much of it counts.
  return {
    features,
    transitions,
    weightsOf(feature) {
      const [shared, single] = [places.get(feature), places.get(own(feature, 1))]
      if (shared === undefined && single === undefined) return undefined
      return Float32Array.from({length: L}, (_, k) => {
        const a = shared === undefined ? 0 : weights[shared * L + k]!
        return keep * (a + (single === undefined ? 0 : weights[single * L + k]!))
      })
    }
  }
}

/// How a field reads a document at the first look.
function look(field: Field, labelled: Labelled): Uint8Array {
  const {tokens, sentences} = labelled.document
  const scores = new Float64Array(tokens.length * L)
  const read = new Uint8Array(tokens.length)
  rows(labelled).forEach((sentence, s) => {
    const {first, last} = sentences[s]!
    sentence.forEach((row, i) => {
      const at = (first + i) * L
      if (!row) scores.fill(-1e6, at + 1, at + L)
      for (const feature of row ?? []) {
        const weights = field.weightsOf(feature)
        if (weights) for (let k = 0; k < L; k++) scores[at + k]! += weights[k]!
      }
    })
    bestLabels(scores, field.transitions, first, last, read)
  })
  return read
}

const training = unerDocuments(join(options.corpora, "uner/en_ewt-ud-train.iob2"), syntax)
const development = unerDocuments(join(options.corpora, "uner/en_ewt-ud-dev.iob2"), syntax)
const gum = gumDocuments(join(options.corpora, "ud-gum/en_gum-ud-train.open.conllu"), syntax)
say(`${training.length} documents of EWT, ${gum.length} of GUM, ${lexicon.size} known words`)

const folds = 2
const looks = new Map<Labelled, Uint8Array>()
for (let fold = 0; fold < folds; fold++) {
  const inside = (set: readonly Labelled[]): Labelled[] => set.filter((_, i) => i % folds !== fold)
  const field = fieldFrom(inside(training), inside(gum), new Map(), Number(options.first))
  for (const set of [training, gum])
    set.forEach((labelled, i) => {
      if (i % folds === fold) looks.set(labelled, look(field, labelled))
    })
  say(`first looks, ${fold + 1} of ${folds}`)
}
const bytes = packed(fieldFrom(training, gum, looks, Number(options.keep)))

function packed({features, transitions, weightsOf}: Field): Uint8Array {
  const all = [...features].map(feature => {
    const weights = weightsOf(feature)!
    return {feature, weights, largest: weights.reduce((top, w) => Math.max(top, Math.abs(w)), 0)}
  })
  all.sort((a, b) => b.largest - a.largest || a.feature - b.feature)
  // The largest hundredth of a percent is cut off, the rest spread over a byte.
  const scale = 127 / all[Math.floor(all.length * 0.0001)]!.largest
  const best = all.slice(0, Number(options.features)).map(({feature, weights}) => {
    return [feature, [...weights].map(w => Math.max(-127, Math.min(127, Math.round(w * scale))))] as const
  })
  return packModel(
    lexicon,
    [...transitions].map(t => Math.round(t * scale)),
    best.filter(([, row]) => row.some(w => w !== 0))
  )
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

const onDevelopment = score(development, nameFinder({bytes}))
say(`${bytes.length} bytes, dev ${JSON.stringify(onDevelopment)}`)
const out = options.out ?? join(resources.folder, "weights")
writeFileSync(join(out, "names.bin"), bytes)
const flags = ["epochs", "seed", "gum", "rate", "decay", "drop", "hide", "first", "keep", "blank", "features"] as const
writeFileSync(
  join(out, "names.json"),
  `${JSON.stringify(
    {
      sha256: createHash("sha256").update(bytes).digest("hex"),
      says: "proper names of persons, organizations and locations: a conditional random field over sentences, in two looks",
      script: `train/names.ts ${flags.map(name => `--${name} ${options[name]}`).join(" ")}`,
      corpora: [
        {
          name: "Universal NER English EWT, train",
          licence: "CC BY-SA 4.0",
          credit: "Stephen Mayhew, Terra Blevins, Shuheng Liu and others",
          source: "https://github.com/UniversalNER/UNER_English-EWT"
        },
        {
          name: "Universal Dependencies English GUM 2.16, train: academic, bio, conversation, court, interview, news, speech, textbook, vlog, voyage",
          licence: "annotations CC BY 4.0; texts CC BY, CC BY-SA or public domain",
          credit: "Amir Zeldes and the annotators of the Georgetown University Multilayer corpus",
          source: "https://github.com/UniversalDependencies/UD_English-GUM"
        },
        {
          name: "Princeton WordNet 3.1: names it lists, and which plain nouns mean persons, groups, places, things, times",
          licence: "WordNet License",
          credit: "Princeton University",
          source: "https://wordnet.princeton.edu"
        }
      ],
      licence: "CC BY-SA 4.0",
      scores: {figures: "entities with both ends and kind right, tokens given, tags predicted", "uner ewt dev": onDevelopment}
    },
    null,
    2
  )}\n`
)
