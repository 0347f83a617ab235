/// Makes data/weights/names from the Universal NER annotation of UD English EWT, the entities of GUM's open genres and the
/// sentences of train/names:
///
///     npx tsx train/names.ts --corpora FOLDER
///
/// FOLDER holds `uner/` (the .iob2 files) and `ud-gum/` (en_gum-ud-train.open.conllu). A conditional random field that reads a
/// document twice; for the second look it learns from first looks of fields that had not seen the document. It is the mean of
/// several, which differ in what they happened to leave out. Same corpora, same seed, same bytes.
import {createHash} from "node:crypto"
import {writeFileSync} from "node:fs"
import {join} from "node:path"
import {parseArgs} from "node:util"
import {syntaxReader} from "../src/language/syntax.ts"
import {packModel} from "../src/mentions/names/model.ts"
import {nameFinder, namesIn} from "../src/mentions/names.ts"
import type {Document} from "../src/model/model.ts"
import {openResources} from "../src/resources.ts"
import {seeded} from "./examples.ts"
import {filledSentences} from "./names/filled.ts"
import {gumDocuments, type Labelled, unerDocuments} from "./names-corpora.ts"
import {type Field, fieldsFrom, meanOf} from "./names-field.ts"
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
    ours: {type: "string", default: "0.5"},
    times: {type: "string", default: "5"},
    fields: {type: "string", default: "3"},
    features: {type: "string", default: "200000"},
    out: {type: "string"}
  }
})
if (!options.corpora) throw new Error("--corpora FOLDER is missing: the folder with uner/ and ud-gum/")

const number = (name: Exclude<keyof typeof options, "corpora" | "out">): number => Number(options[name])
const resources = openResources()
const syntax = syntaxReader(resources.weights("english"))
const lexicon = knownWords(resources)
const random = seeded(number("seed"))
const say = (text: string): void => void process.stderr.write(`${text}\n`)
const settings = {
  epochs: number("epochs"),
  rate: number("rate"),
  decay: number("decay"),
  drop: number("drop"),
  hide: number("hide"),
  blank: number("blank"),
  random
}
const {fieldOf, look} = fieldsFrom(lexicon, settings)

const development = unerDocuments(join(options.corpora, "uner/en_ewt-ud-dev.iob2"), syntax)
const corpora = [
  {documents: unerDocuments(join(options.corpora, "uner/en_ewt-ud-train.iob2"), syntax), weight: 1},
  {documents: gumDocuments(join(options.corpora, "ud-gum/en_gum-ud-train.open.conllu"), syntax), weight: number("gum")},
  {documents: filledSentences(number("times"), resources, syntax, random), weight: number("ours")}
]
say(`${corpora.map(c => c.documents.length).join(", ")} documents of EWT, of GUM, our own; ${lexicon.size} known words`)

const folds = 2
const looks = new Map<Labelled, Uint8Array>()
for (let fold = 0; fold < folds; fold++) {
  const inside = corpora.map(({documents, weight}) => ({documents: documents.filter((_, i) => i % folds !== fold), weight}))
  const field = fieldOf(inside, new Map(), number("first"))
  for (const {documents} of corpora)
    documents.forEach((labelled, i) => {
      if (i % folds === fold) looks.set(labelled, look(field, labelled))
    })
  say(`first looks, ${fold + 1} of ${folds}`)
}
const fields: Field[] = []
while (fields.length < number("fields")) {
  fields.push(fieldOf(corpora, looks, number("keep")))
  say(`field ${fields.length}`)
}
const bytes = packed(meanOf(fields))

function packed({features, transitions, weightsOf}: Field): Uint8Array {
  const all = [...features].map(feature => {
    const weights = weightsOf(feature)!
    return {feature, weights, largest: weights.reduce((top, w) => Math.max(top, Math.abs(w)), 0)}
  })
  all.sort((a, b) => b.largest - a.largest || a.feature - b.feature)
  // The largest hundredth of a percent is cut off, the rest spread over a byte.
  const scale = 127 / all[Math.floor(all.length * 0.0001)]!.largest
  const best = all.slice(0, number("features")).map(({feature, weights}) => {
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
const flags = [
  "epochs",
  "seed",
  "gum",
  "rate",
  "decay",
  "drop",
  "hide",
  "first",
  "keep",
  "blank",
  "ours",
  "times",
  "fields",
  "features"
] as const
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
        },
        {
          name: "sentences written for this project, filled in with names of data/ (train/names)",
          licence: "CC0 1.0",
          source: "train/names/sentences.txt"
        }
      ],
      licence: "CC BY-SA 4.0",
      scores: {figures: "entities with both ends and kind right, tokens given, tags predicted", "uner ewt dev": onDevelopment}
    },
    null,
    2
  )}\n`
)
