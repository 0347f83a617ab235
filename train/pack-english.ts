import {createHash} from "node:crypto"
import {readFileSync, writeFileSync} from "node:fs"
import {join} from "node:path"
import {parseArgs} from "node:util"
import {gzipSync} from "node:zlib"
import {syntaxReader} from "../src/language/syntax.ts"
import {cardOf} from "./card.ts"
import {corpusIn, seeded} from "./examples.ts"
import {learnLemmas} from "./lemmas.ts"
import {Packing} from "./pack.ts"
import {scoresOf} from "./scores.ts"
import {wordKinds} from "./wordnet.ts"

// npx tsx train/pack-english.ts --data FOLDER --numbers FOLDER --net PREFIX [--note WORDS] [--out data/weights/NAME]
//
// Makes data/weights/english.{bin,json} of what train/english.py learned: weights of eight bits with a scale for each row, the
// dictionary's words, and lemmas.

const {values} = parseArgs({
  options: {
    data: {type: "string", default: process.env.ANNALS_DATA},
    numbers: {type: "string"},
    net: {type: "string"},
    note: {type: "string"},
    out: {type: "string", default: join(import.meta.dirname, "../data/weights/english")}
  }
})
if (!values.numbers || !values.net) throw new Error("give --numbers FOLDER and --net PREFIX")
const vocabulary = JSON.parse(readFileSync(join(values.numbers, "vocabulary.json"), "utf8")) as {
  kinds: {name: string; keys: number[]}[]
  tags: string[]
  relations: string[]
}
const layout = JSON.parse(readFileSync(`${values.net}.layout.json`, "utf8")) as {
  width: number
  dilations: number[]
  epoch: number
  seed: number
  tensors: {name: string; shape: number[]; at: number}[]
}
const all = readFileSync(`${values.net}.f32`)
const numbers = new Float32Array(all.buffer.slice(all.byteOffset, all.byteOffset + all.length))
const tensor = (name: string): {values: Float32Array; shape: number[]} => {
  const found = layout.tensors.find(t => t.name === name)
  if (!found) throw new Error(`${values.net}.layout.json: no tensor ${name}`)
  return {values: numbers.subarray(found.at, found.at + found.shape.reduce((a, b) => a * b, 1)), shape: found.shape}
}
const {width} = layout
const packing = new Packing()
packing.text("network")
packing.text(vocabulary.tags.join("\n"))
packing.text(vocabulary.relations.join("\n"))
packing.number(width)
vocabulary.kinds.forEach(({keys}, k) => {
  packing.number(keys.length + 1)
  let last = 0
  for (const key of keys) {
    packing.number((key >>> 0) - last)
    last = key >>> 0
  }
  const {scales, whole} = eightBits(tensor(`tables.${k}.weight`).values, width)
  packing.floats(scales)
  packing.bytes(whole)
})
dictionary(packing)
norm("norm0")
matrix("word")
norm("norm1")
packing.number(layout.dilations.length)
layout.dilations.forEach((dilation, i) => {
  packing.number(dilation)
  matrix(`convs.${i}`)
  norm(`norms.${i}`)
})
packing.floats(tensor("root").values)
for (const name of ["tag", "dependent", "head", "arc"]) matrix(name)
packing.floats(tensor("head_bias").values)
packing.floats(tensor("distance").values)
for (const name of ["label_dependent", "label_head"]) matrix(name)
packing.floats(tensor("label_distance.weight").values)
matrix("label")
const corpus = corpusIn(values.data, seeded(1))
const lemmas = learnLemmas(corpus.examples.flatMap(e => e.words))
packing.text([...lemmas.words].map(([k, v]) => `${k}\t${v}`).join("\n"))
packing.text([...lemmas.endings].map(([k, v]) => `${k}\t${v}`).join("\n"))

const raw = packing.done()
const bytes = gzipSync(raw, {level: 9})
const syntax = syntaxReader({bytes})
const scores = {"ewt dev": scoresOf(syntax, corpus.dev.ewt), "gum dev": scoresOf(syntax, corpus.dev.gum)}
process.stderr.write(`${JSON.stringify(scores)}  ${raw.length} bytes, ${bytes.length} gzipped\n`)
writeFileSync(`${values.out}.bin`, bytes)
writeFileSync(
  `${values.out}.json`,
  cardOf({
    sha256: createHash("sha256").update(bytes).digest("hex"),
    says: "tags, trees and lemmas of English: a dilated convolutional network",
    script: "train/numbers.ts, train/english.py, train/pack-english.ts (see docs/language.md)",
    seed: layout.seed,
    epochs: layout.epoch,
    scores,
    wordNet: true,
    ...(values.note ? {note: values.note} : {})
  })
)

function norm(name: string): void {
  packing.floats(tensor(`${name}.weight`).values)
  packing.floats(tensor(`${name}.bias`).values)
}

function matrix(name: string): void {
  const {values: weights, shape} = tensor(`${name}.weight`)
  const [outputs, inputs] = shape as [number, number]
  const {scales, whole} = eightBits(weights, inputs)
  packing.number(outputs)
  packing.number(inputs)
  packing.floats(scales)
  packing.floats(tensor(`${name}.bias`).values)
  packing.bytes(whole)
}

/// What src/language/dictionary.ts reads.
function dictionary(packing: Packing): void {
  const words = [...wordKinds()].sort(([a], [b]) => a - b)
  const kinds = new Map<string, number>()
  for (const [, kind] of words) {
    const name = `${kind.noun} ${kind.verb} ${kind.frames} ${kind.parts}`
    if (!kinds.has(name)) kinds.set(name, kinds.size)
  }
  packing.number(kinds.size)
  for (const name of kinds.keys()) for (const part of name.split(" ")) packing.number(Number(part))
  packing.number(words.length)
  let last = 0
  for (const [key] of words) {
    packing.number(key - last)
    last = key
  }
  for (const [, {noun, verb, frames, parts}] of words) packing.number(kinds.get(`${noun} ${verb} ${frames} ${parts}`)!)
}

/// Whole numbers to ±127 and the scale of each row.
function eightBits(weights: Float32Array, rowLength: number): {scales: Float32Array; whole: Int8Array} {
  const rows = weights.length / rowLength
  const scales = new Float32Array(rows)
  const whole = new Int8Array(weights.length)
  for (let r = 0; r < rows; r++) {
    let largest = 1e-9
    for (let k = 0; k < rowLength; k++) largest = Math.max(largest, Math.abs(weights[r * rowLength + k]!))
    scales[r] = largest / 127
    for (let k = 0; k < rowLength; k++) whole[r * rowLength + k] = Math.round(weights[r * rowLength + k]! / scales[r]!)
  }
  return {scales, whole}
}
