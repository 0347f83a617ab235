import {mkdirSync, readFileSync, writeFileSync} from "node:fs"
import {join} from "node:path"
import {parseArgs} from "node:util"
import {dictionaryOf, type Entry, nothing, spellingKey} from "../src/language/dictionary.ts"
import {featuresInOrder} from "../src/language/features.ts"
import {corpusIn, type Example, seeded} from "./examples.ts"
import {wordKinds} from "./wordnet.ts"

// npx tsx train/numbers.ts --data FOLDER --to FOLDER [--like FOLDER]
//
// (--like keeps the rows of numbers made before, so that a network trained on them can go on with these.)
//
// Writes the treebanks as numbers for train/english.py: train.i32, copies.i32, dev-ewt.i32, dev-gum.i32 (for each sentence its length, then
// for each word the rows of its features, tag, head + 1 or 0 for the root, relation) and vocabulary.json.

const {values} = parseArgs({
  options: {
    data: {type: "string", default: process.env.ANNALS_DATA},
    to: {type: "string"},
    like: {type: "string"},
    seed: {type: "string", default: "1"}
  }
})
if (!values.to) throw new Error("where to? give --to FOLDER")
const corpus = corpusIn(values.data, seeded(Number(values.seed)))

const wordNet = wordKinds()
const dictionary = dictionaryOf(low => wordNet.get(spellingKey(low)) ?? nothing)
const entries = new Map<string, Entry>()
function entryOf(low: string): Entry {
  let entry = entries.get(low)
  if (!entry) {
    entry = dictionary.of(low)
    entries.set(low, entry)
  }
  return entry
}

// Row 0 of each feature is for what is not known.
const before = values.like
  ? (JSON.parse(readFileSync(join(values.like, "vocabulary.json"), "utf8")) as {kinds: {keys: number[]}[]})
  : undefined
const rows = featuresInOrder.map(({of, least}, k) => {
  if (before) return new Map(before.kinds[k]!.keys.map((key, i) => [key, i + 1]))
  const counts = new Map<number, number>()
  for (const e of corpus.examples) {
    for (const v of e.views) {
      const key = of(v, entryOf(v.spelling))
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  for (const e of corpus.copies.flat()) {
    for (const v of e.views) {
      const key = of(v, entryOf(v.spelling))
      if (!counts.has(key)) counts.set(key, least)
    }
  }
  const kept = [...counts].filter(([, n]) => n >= least).map(([key]) => key)
  return new Map(kept.sort((a, b) => (a >>> 0) - (b >>> 0)).map((key, i) => [key, i + 1]))
})

mkdirSync(values.to, {recursive: true})
write("train", corpus.examples)
write("copies", corpus.copies.flat())
write("dev-ewt", corpus.dev.ewt.map(corpus.exampleOf))
write("dev-gum", corpus.dev.gum.map(corpus.exampleOf))
writeFileSync(
  join(values.to, "vocabulary.json"),
  JSON.stringify({
    kinds: featuresInOrder.map(({name}, i) => ({name, keys: [...rows[i]!.keys()]})),
    tags: corpus.tags.map(t => `${t.upos} ${t.xpos}`),
    relations: corpus.relations
  })
)

function write(name: string, examples: readonly Example[]): void {
  const numbers: number[] = []
  for (const e of examples) {
    numbers.push(e.views.length)
    e.views.forEach((view, i) => {
      const entry = entryOf(view.spelling)
      featuresInOrder.forEach(({of}, k) => {
        numbers.push(rows[k]!.get(of(view, entry)) ?? 0)
      })
      numbers.push(e.gold[i]!, e.heads[i] === e.views.length ? 0 : e.heads[i]! + 1, e.labels[i]!)
    })
  }
  writeFileSync(join(values.to!, `${name}.i32`), Int32Array.from(numbers))
}
