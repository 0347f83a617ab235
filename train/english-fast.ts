import {createHash} from "node:crypto"
import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs"
import {dirname, join} from "node:path"
import {parseArgs} from "node:util"
import {gunzipSync, gzipSync} from "node:zlib"
import {
  bestMove,
  featuresOfLabel,
  featuresOfMove,
  LEFT,
  labelFeatures,
  moveFeatures,
  SHIFT,
  State
} from "../src/language/state.ts"
import {syntaxReader} from "../src/language/syntax.ts"
import {featuresAround, featuresWithin, tagFeatures, taggerOf} from "../src/language/tagger.ts"
import {cardOf} from "./card.ts"
import {corpusIn, type Example, seeded} from "./examples.ts"
import {learnLemmas} from "./lemmas.ts"
import {Packing} from "./pack.ts"
import {Perceptron} from "./perceptron.ts"
import {scoresOf} from "./scores.ts"
import {slim} from "./slim.ts"

// npx tsx train/english-fast.ts --data FOLDER [--epochs N] [--folds N] [--full FILE]
//
// Trains the fast English reader on UD English EWT and the open part of GUM, and writes data/weights/english-fast.{bin,json}.
// FOLDER (or ANNALS_DATA) holds ud-ewt/en_ewt-ud-{train,dev}.conllu and ud-gum/en_gum-ud-{train,dev}.open.conllu.
// The same data and seed give the same bytes.

const {values} = parseArgs({
  options: {
    data: {type: "string", default: process.env.ANNALS_DATA},
    out: {type: "string", default: join(import.meta.dirname, "../data/weights/english-fast")},
    epochs: {type: "string", default: "7"},
    folds: {type: "string", default: "5"},
    seed: {type: "string", default: "1"},
    full: {type: "string"}
  }
})
const epochs = Number(values.epochs)
const folds = Number(values.folds)
const seed = Number(values.seed)
const random = seeded(seed)
const {tags, relations, examples, copies, dev} = corpusIn(values.data, random)
const tagNames = tags.map(t => `${t.upos} ${t.xpos}`)
say(`${examples.length} sentences, ${tags.length} tags, ${relations.length} relations`)

// Training takes minutes: with --full its result is kept in that file, and taken from there if it is there.
const full = values.full && existsSync(values.full) ? gunzipSync(readFileSync(values.full)) : trained()
if (values.full && !existsSync(values.full)) writeFileSync(values.full, gzipSync(full))
const lemmas = learnLemmas(examples.flatMap(e => e.words))

const packing = new Packing()
packing.text("linear")
slim(full, packing, {tags: 2, moves: 5, labels: 2})
packing.text([...lemmas.words].map(([k, v]) => `${k}\t${v}`).join("\n"))
packing.text([...lemmas.endings].map(([k, v]) => `${k}\t${v}`).join("\n"))
const raw = packing.done()
const bytes = gzipSync(raw, {level: 9})
mkdirSync(dirname(values.out!), {recursive: true})
writeFileSync(`${values.out}.bin`, bytes)
const syntax = syntaxReader({bytes})
const scores = {"ewt dev": scoresOf(syntax, dev.ewt), "gum dev": scoresOf(syntax, dev.gum)}
say(JSON.stringify(scores), `${raw.length} bytes, ${bytes.length} gzipped`)
writeFileSync(
  `${values.out}.json`,
  cardOf({
    sha256: createHash("sha256").update(bytes).digest("hex"),
    says: "tags, trees and lemmas of English: averaged perceptrons, an arc-hybrid parser",
    script: `train/english-fast.ts --epochs ${epochs} --folds ${folds} --seed ${seed}`,
    seed,
    epochs,
    scores
  })
)

/// The models with every row that was changed at least twice.
function trained(): Uint8Array {
  // The parser learns from tags as a tagger gives them that has not seen the sentence.
  const guessed = new Map<Example, Int32Array>()
  // Each fold is tagged by a tagger that has not seen it, as all text will be.
  for (let fold = 0; fold < folds && folds > 1; fold++) {
    const seen: Example[] = []
    const unseen: Example[] = []
    examples.forEach((e, i) => {
      ;(Math.floor(i / 20) % folds === fold ? unseen : seen).push(e, ...copies[i]!)
    })
    const model = trainTagger(seen, Math.min(4, epochs))
    const reader = taggerOf(tags, model)
    for (const e of unseen) guessed.set(e, reader.tag(e.views))
    say(`fold ${fold + 1}: ${percent(taggedRight(unseen, guessed))} of unseen tags right`)
  }
  const all = [...examples, ...copies.flat()]
  const taggerModel = trainTagger(all, epochs)
  const parserModels = trainParser(all, epochs, guessed)
  const packing = new Packing()
  packing.text("linear")
  packing.text(tagNames.join("\n"))
  packing.sparse(taggerModel, 2)
  packing.text(relations.join("\n"))
  packing.packed(parserModels.moves, 2)
  packing.sparse(parserModels.labels, 2)
  return packing.done()
}

function trainTagger(from: readonly Example[], rounds: number): Perceptron {
  const model = new Perceptron(tags.length)
  const keys = new Int32Array(tagFeatures)
  const sums = new Int32Array(tags.length)
  const order = from.map((_, i) => i)
  for (let round = 0; round < rounds; round++) {
    shuffle(order)
    for (const at of order) {
      const {views, gold} = from[at]!
      const chosen = new Int32Array(views.length)
      for (let i = 0; i < views.length; i++) {
        const own = featuresWithin(views[i]!, keys)
        const count = own + featuresAround(views, chosen, i, keys, own)
        sums.fill(0)
        model.add(keys, count, sums)
        let best = 0
        for (let t = 1; t < sums.length; t++) if (sums[t]! > sums[best]!) best = t
        model.tick()
        if (best !== gold[i]) model.update(keys, count, gold[i]!, best)
        chosen[i] = best
      }
    }
  }
  return model
}

function trainParser(
  from: readonly Example[],
  rounds: number,
  guessed: ReadonlyMap<Example, Int32Array>
): {moves: Perceptron; labels: Perceptron} {
  const moves = new Perceptron(3)
  const labels = new Perceptron(relations.length)
  const keys = new Int32Array(Math.max(moveFeatures, labelFeatures))
  const sums = new Int32Array(3)
  const labelSums = new Int32Array(relations.length)
  const costs = [0, 0, 0]
  const state = new State()
  const order = from.map((_, i) => i)
  for (let round = 0; round < rounds; round++) {
    shuffle(order)
    let wrong = 0
    let decisions = 0
    for (const at of order) {
      const example = from[at]!
      state.begin(example.views, guessed.get(example) ?? example.gold)
      const children = childrenOf(example.heads)
      while (!state.done) {
        let move = state.onlyMove
        if (move < 0) {
          const count = featuresOfMove(state, keys)
          sums.fill(0)
          moves.add(keys, count, sums)
          const best = bestMove(state, sums)
          for (let m = 0; m < 3; m++) costs[m] = state.legal(m) ? costOf(state, m, example.heads, children) : 1e9
          const least = Math.min(...costs)
          let right = -1
          for (let m = 0; m < 3; m++) if (costs[m] === least && (right < 0 || sums[m]! > sums[right]!)) right = m
          moves.tick()
          decisions++
          if (costs[best]! > least) {
            wrong++
            moves.update(keys, count, right, best)
          }
          move = round > 0 && random() < 0.9 ? best : right
        }
        if (move === SHIFT) {
          state.shift()
          continue
        }
        const dependent = state.top
        const head = state.headBy(move)
        const count = featuresOfLabel(state, head, keys)
        labelSums.fill(0)
        labels.add(keys, count, labelSums)
        let best = 0
        for (let l = 1; l < labelSums.length; l++) if (labelSums[l]! > labelSums[best]!) best = l
        if (example.heads[dependent] === head) {
          labels.tick()
          const gold = example.labels[dependent]!
          if (best !== gold) labels.update(keys, count, gold, best)
        }
        state.attach(head, best)
      }
    }
    say(`round ${round + 1}: ${percent(1 - wrong / decisions)} of moves right, ${moves.rows} + ${labels.rows} rows`)
  }
  return {moves, labels}
}

function childrenOf(heads: Int32Array): number[][] {
  const children: number[][] = Array.from({length: heads.length + 1}, () => [])
  heads.forEach((h, d) => {
    children[h]!.push(d)
  })
  return children
}

/// How many right arcs a move makes impossible (Goldberg and Nivre 2013).
function costOf(s: State, move: number, heads: Int32Array, children: readonly number[][]): number {
  const b0 = s.next
  const s0 = s.depth > 0 ? s.stack[s.depth - 1]! : -1
  const s1 = s.depth > 1 ? s.stack[s.depth - 2]! : -1
  let cost = 0
  if (move === SHIFT) {
    const h = heads[b0]!
    for (let i = 0; i < s.depth; i++) {
      const on = s.stack[i]!
      if (heads[on] === b0) cost++
      if (on === h && on !== s0) cost++
    }
    return cost
  }
  const h = heads[s0]!
  if (move === LEFT) {
    if (h === s1 || h > b0) cost++
  } else if (h >= b0) cost++
  for (const d of children[s0]!) if (d >= b0) cost++
  return cost
}

function taggedRight(from: readonly Example[], guessed: ReadonlyMap<Example, Int32Array>): number {
  let right = 0
  let words = 0
  for (const e of from) {
    words += e.gold.length
    e.gold.forEach((g, i) => {
      if (g === guessed.get(e)?.[i]) right++
    })
  }
  return right / words
}

function shuffle(order: number[]): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[order[i], order[j]] = [order[j]!, order[i]!]
  }
}

function percent(x: number): string {
  return `${(x * 100).toFixed(2)} %`
}

function say(...words: string[]): void {
  process.stderr.write(`${(process.cpuUsage().user / 1e6).toFixed(0)} s  ${words.join("  ")}\n`)
}
