import {mkdirSync, writeFileSync} from "node:fs"
import {join} from "node:path"
import {parseArgs} from "node:util"
import type {View} from "../src/language/views.ts"
import {corpusIn, type Example, seeded} from "./examples.ts"

// npx tsx train/numbers.ts --data FOLDER --to FOLDER
//
// Writes the treebanks as numbers for train/english.py: train.i32, dev-ewt.i32, dev-gum.i32 (for each sentence its length, then
// for each word the rows of its features, tag, head + 1 or 0 for the root, relation) and vocabulary.json.

const {values} = parseArgs({
  options: {data: {type: "string", default: process.env.ANNALS_DATA}, to: {type: "string"}, seed: {type: "string", default: "1"}}
})
if (!values.to) throw new Error("where to? give --to FOLDER")
const corpus = corpusIn(values.data, seeded(Number(values.seed)))

/// The features of a word that have a vector of their own: how to find them, and how often one must be seen to be kept.
const kinds: readonly {name: string; least: number; of: (view: View) => number}[] = [
  {name: "word", least: 2, of: v => v.word},
  {name: "prefix2", least: 5, of: v => v.prefixes[1]!},
  {name: "prefix3", least: 5, of: v => v.prefixes[2]!},
  {name: "suffix2", least: 5, of: v => v.suffixes[1]!},
  {name: "suffix3", least: 5, of: v => v.suffixes[2]!},
  {name: "suffix4", least: 5, of: v => v.suffixes[3]!},
  {name: "shape", least: 2, of: v => v.shape}
]
const all = [...corpus.examples, ...corpus.copies.flat()]
// Row 0 of each kind is for what is not known.
const rows = kinds.map(kind => {
  const counts = new Map<number, number>()
  for (const e of corpus.examples) for (const v of e.views) counts.set(kind.of(v), (counts.get(kind.of(v)) ?? 0) + 1)
  for (const e of corpus.copies.flat()) for (const v of e.views) if (!counts.has(kind.of(v))) counts.set(kind.of(v), kind.least)
  const kept = [...counts].filter(([, n]) => n >= kind.least).map(([key]) => key)
  return new Map(kept.sort((a, b) => (a >>> 0) - (b >>> 0)).map((key, i) => [key, i + 1]))
})

mkdirSync(values.to, {recursive: true})
write("train", all)
write("dev-ewt", corpus.dev.ewt.map(corpus.exampleOf))
write("dev-gum", corpus.dev.gum.map(corpus.exampleOf))
writeFileSync(
  join(values.to, "vocabulary.json"),
  JSON.stringify({
    kinds: kinds.map((k, i) => ({name: k.name, keys: [...rows[i]!.keys()]})),
    tags: corpus.tags.map(t => `${t.upos} ${t.xpos}`),
    relations: corpus.relations
  })
)

function write(name: string, examples: readonly Example[]): void {
  const numbers: number[] = []
  for (const e of examples) {
    numbers.push(e.views.length)
    e.views.forEach((view, i) => {
      kinds.forEach((kind, k) => {
        numbers.push(rows[k]!.get(kind.of(view)) ?? 0)
      })
      numbers.push(e.gold[i]!, e.heads[i] === e.views.length ? 0 : e.heads[i]! + 1, e.labels[i]!)
    })
  }
  writeFileSync(join(values.to!, `${name}.i32`), Int32Array.from(numbers))
}
