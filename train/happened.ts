import {createHash} from "node:crypto"
import {readFileSync, writeFileSync} from "node:fs"
import {join} from "node:path"
import {onCurve, signsOf} from "../src/coding/happened.ts"
import {pageOf} from "../src/coding/page.ts"
import {standings} from "../src/coding/status.ts"
import {documentReader} from "../src/language/document.ts"
import {syntaxReader} from "../src/language/syntax.ts"
import {languageWords} from "../src/language/words.ts"
import {timeFinder} from "../src/mentions/times/finder.ts"
import {openResources} from "../src/resources.ts"

/// Fits data/weights/happened on UDS It-Happened (train): tsx train/happened.ts FOLDER [--epochs N]
/// where FOLDER holds train.jsonl and dev.jsonl. Deterministic: fixed order, no randomness.

interface Row {
  readonly signs: readonly string[]
  readonly label: number
}

const folder = process.argv[2] ?? ""
const epochs = Number(process.argv[process.argv.indexOf("--epochs") + 1]) || 12
const resources = openResources()
const documents = documentReader(syntaxReader(resources.weights("english")), languageWords(resources.yaml))
const times = timeFinder()

function rows(file: string): Row[] {
  const found: Row[] = []
  for (const line of readFileSync(join(folder, file), "utf8").split("\n")) {
    if (line.trim() === "") continue
    const {text, targets} = JSON.parse(line) as {text: string; targets: {span1: [number, number]; label: number}[]}
    const document = documents.parse([text.split(" ")])
    const page = pageOf(document, {names: [], actors: [], places: [], times: times(document)})
    const standing = standings(page)
    for (const {span1, label} of targets) {
      const token = document.tokens[span1[0]]
      if (!token) continue
      const clause = page.owner(token.index)
      found.push({signs: signsOf(page, token, clause, clause && standing(clause)), label})
    }
  }
  return found
}

const train = rows("train.jsonl")
const dev = rows("dev.jsonl")
const counts = new Map<string, number>()
for (const {signs} of train) for (const sign of signs) counts.set(sign, (counts.get(sign) ?? 0) + 1)
const weights = new Map<string, number>()
const squares = new Map<string, number>()
for (const [sign, n] of counts) if (n >= 4) weights.set(sign, 0)
const sumOf = (signs: readonly string[]) => signs.reduce((s, sign) => s + (weights.get(sign) ?? 0), 0)
for (let epoch = 0; epoch < epochs; epoch++) {
  // A fixed stride visits every row once an epoch in an order that mixes sentences.
  const stride = 7919
  for (let i = 0, at = 0; i < train.length; i++, at = (at + stride) % train.length) {
    const {signs, label} = train[at]!
    const error = Math.max(-1.5, Math.min(1.5, sumOf(signs) - label))
    for (const sign of signs) {
      const weight = weights.get(sign)
      if (weight === undefined) continue
      const slope = error + 0.004 * weight
      const seen = (squares.get(sign) ?? 1) + slope * slope
      squares.set(sign, seen)
      weights.set(sign, weight - (0.25 * slope) / Math.sqrt(seen) / Math.sqrt(signs.length))
    }
  }
}
for (const [sign, weight] of weights) {
  const rounded = Math.round(weight * 1000) / 1000
  if (rounded === 0) weights.delete(sign)
  else weights.set(sign, rounded)
}
// The answer with the least absolute error for a sum is the median of the labels seen near it.
const sorted = train.map(r => ({sum: sumOf(r.signs), label: r.label})).sort((a, b) => a.sum - b.sum || a.label - b.label)
const bins = 24
const curve: [number, number][] = []
for (let bin = 0; bin < bins; bin++) {
  const part = sorted.slice(Math.floor((bin * sorted.length) / bins), Math.floor(((bin + 1) * sorted.length) / bins))
  const labels = part.map(r => r.label).sort((a, b) => a - b)
  const mean = labels.reduce((s, l) => s + l, 0) / labels.length
  const middle = labels[Math.floor(labels.length / 2)]!
  const answer = 0.6 * middle + 0.4 * mean
  const sum = part[Math.floor(part.length / 2)]!.sum
  curve.push([Math.round(sum * 1000) / 1000, Math.round(Math.max(answer, curve.at(-1)?.[1] ?? -3) * 1000) / 1000])
}
const score = (set: readonly Row[]) => {
  const said = set.map(r => onCurve(curve, sumOf(r.signs)))
  const mae = said.reduce((s, x, i) => s + Math.abs(x - set[i]!.label), 0) / set.length
  const mean = (xs: readonly number[]) => xs.reduce((a, b) => a + b, 0) / xs.length
  const [mx, my] = [mean(said), mean(set.map(r => r.label))]
  let [xy, xx, yy] = [0, 0, 0]
  said.forEach((x, i) => {
    const y = set[i]!.label
    xy += (x - mx) * (y - my)
    xx += (x - mx) ** 2
    yy += (y - my) ** 2
  })
  return {mae: Math.round(mae * 1e4) / 1e4, pearson: Math.round((xy / Math.sqrt(xx * yy)) * 1e4) / 1e4}
}
const scores = {train: score(train), dev: score(dev)}
process.stdout.write(`${JSON.stringify(scores)} ${weights.size} weights\n`)
const bytes = new TextEncoder().encode(
  JSON.stringify({curve, weights: Object.fromEntries([...weights].sort((a, b) => (a[0] < b[0] ? -1 : 1)))})
)
writeFileSync(join(resources.folder, "weights/happened.bin"), bytes)
writeFileSync(
  join(resources.folder, "weights/happened.json"),
  `${JSON.stringify(
    {
      sha256: createHash("sha256").update(bytes).digest("hex"),
      says: "how sure it is that a deed took place, from -3 to 3: weights of readable signs and a curve",
      script: `train/happened.ts --epochs ${epochs}`,
      corpora: [
        {
          name: "UDS It-Happened v2 (Universal Decompositional Semantics), train, on English Web Treebank sentences",
          licence: "CC BY-SA 4.0",
          credit: "Rachel Rudinger, Aaron Steven White and Benjamin Van Durme",
          source: "https://decomp.io"
        }
      ],
      licence: "CC BY-SA 4.0",
      scores
    },
    null,
    2
  )}\n`
)
