import {createHash} from "node:crypto"
import {readFileSync, writeFileSync} from "node:fs"
import {join} from "node:path"
import {parseArgs} from "node:util"
import {gunzipSync, gzipSync} from "node:zlib"
import {syntaxReader} from "../src/language/syntax.ts"
import {cardOf} from "./card.ts"
import {corpusIn, seeded} from "./examples.ts"
import {learnLemmas} from "./lemmas.ts"
import {Packing} from "./pack.ts"
import {scoresOf} from "./scores.ts"
import {slim} from "./slim.ts"

// npx tsx train/pack-english.ts --data FOLDER --numbers FOLDER --net PREFIX [--weights TAG,ARC,RELATION]
//
// Makes data/weights/english.{bin,json} of what train/english.py learned (weights of eight bits with a scale for each row) and of
// a slim copy of the fast reader, which advises it; --weights says how much its choices count.

const {values} = parseArgs({
  options: {
    data: {type: "string", default: process.env.ANNALS_DATA},
    numbers: {type: "string"},
    net: {type: "string"},
    fast: {type: "string", default: join(import.meta.dirname, "../data/weights/english-fast.bin")},
    weights: {type: "string", default: "1,1.6,1"},
    softest: {type: "string", default: "10,7,12"},
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
packing.text("both")
for (const weight of values.weights!.split(",")) packing.number(Math.round(Number(weight) * 100))
const [tags, moves, labels] = values.softest!.split(",").map(Number) as [number, number, number]
slim(gunzipSync(readFileSync(values.fast!)), packing, {tags, moves, labels})
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
norm("norm0")
packing.number(layout.dilations.length)
layout.dilations.forEach((dilation, i) => {
  packing.number(dilation)
  // torch keeps [out, in, tap]; the runtime reads words one after the other: [out, tap, in].
  const {values: weights, shape} = tensor(`convs.${i}.weight`)
  const [outputs, inputs, taps] = shape as [number, number, number]
  const turned = new Float32Array(weights.length)
  for (let o = 0; o < outputs; o++) {
    for (let n = 0; n < inputs; n++) {
      for (let t = 0; t < taps; t++) turned[(o * taps + t) * inputs + n] = weights[(o * inputs + n) * taps + t]!
    }
  }
  matrix(turned, tensor(`convs.${i}.bias`).values)
  norm(`norms.${i}`)
})
packing.floats(tensor("root").values)
for (const name of ["tag", "dependent", "head", "arc"]) matrixOf(name)
// What every head gets in common adds nothing to the choice of one.
packing.floats(tensor("head_bias.weight").values)
packing.floats(tensor("distance").values)
for (const name of ["label_dependent", "label_head"]) matrixOf(name)
packing.floats(tensor("label_distance.weight").values)
matrixOf("label")
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
    says: "tags, trees and lemmas of English: a dilated convolutional network, advised by a slim copy of english-fast",
    script: "train/numbers.ts, train/english.py, train/pack-english.ts (see docs/language.md)",
    seed: 1,
    epochs: layout.epoch,
    scores
  })
)

function norm(name: string): void {
  packing.floats(tensor(`${name}.weight`).values)
  packing.floats(tensor(`${name}.bias`).values)
}

function matrixOf(name: string): void {
  matrix(tensor(`${name}.weight`).values, tensor(`${name}.bias`).values)
}

function matrix(weights: Float32Array, biases: Float32Array): void {
  const inputs = weights.length / biases.length
  const {scales, whole} = eightBits(weights, inputs)
  packing.number(biases.length)
  packing.number(inputs)
  packing.floats(scales)
  packing.floats(biases)
  packing.bytes(whole)
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
