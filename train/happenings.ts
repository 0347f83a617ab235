/// Fits the numbers of src/ledger/happenings.ts: logistic regression over evidence on pairs of mentions of one tale.
/// Run: npx tsx train/happenings.ts QUESTIONS.jsonl; each line is a question of `annals annotate same-event` with `gold`, the right clusters.
import {readFileSync} from "node:fs"
import {questionReader} from "../src/cli/layers/same-event.ts"
import {fitted, pile} from "../src/ledger/happenings.ts"
import {openResources} from "../src/resources.ts"

const path = process.argv[2]
if (!path) throw new Error("Which questions? Give a file of lines {documents, mentions, gold}.")
const {sameDeed, prepare} = questionReader(openResources())
const rows: Float64Array[] = []
const right: number[] = []
for (const line of readFileSync(path, "utf8")
  .split("\n")
  .filter(l => l.trim() !== "")) {
  const question = JSON.parse(line) as {gold: readonly (readonly string[])[]}
  const {sayings, stories} = prepare(question as never)
  const chain = new Map(question.gold.flatMap((cluster, i) => cluster.map(id => [id, i] as const)))
  const {tales, weigh} = pile(sayings, stories, sameDeed)
  for (const tale of tales) {
    tale.forEach((a, i) => {
      for (const b of tale.slice(i + 1)) {
        rows.push(Float64Array.from(weigh(a, b)))
        right.push(chain.get(a.id) === chain.get(b.id) ? 1 : 0)
      }
    })
  }
}
const names = Object.keys(fitted.weights)
let weights = names.map(() => 0)
for (let turn = 0; turn < 25; turn++) weights = newton(weights)
console.log(JSON.stringify(Object.fromEntries(names.map((n, i) => [n, Math.round(weights[i]! * 100) / 100])), undefined, 2))

/// One step of Newton's method, held back by a little ridge.
function newton(at: readonly number[]): number[] {
  const ridge = 0.5
  const slope = at.map(w => ridge * w)
  const bend = at.map((_, i) => at.map((__, j) => (i === j ? ridge : 0)))
  rows.forEach((row, r) => {
    let sum = 0
    for (let i = 0; i < row.length; i++) sum += row[i]! * at[i]!
    const p = 1 / (1 + Math.exp(-sum))
    for (let i = 0; i < row.length; i++) {
      if (row[i] === 0) continue
      slope[i]! += (p - right[r]!) * row[i]!
      for (let j = 0; j <= i; j++) bend[i]![j]! += p * (1 - p) * row[i]! * row[j]!
    }
  })
  const step = solve(
    bend.map((line, i) => line.map((_, j) => (j <= i ? line[j]! : bend[j]![i]!))),
    slope
  )
  return at.map((w, i) => w - step[i]!)
}

/// Gaussian elimination of a small positive system.
function solve(matrix: number[][], values: readonly number[]): number[] {
  const m = matrix.map((line, i) => [...line, values[i]!])
  for (let i = 0; i < m.length; i++) {
    for (let k = 0; k < m.length; k++) {
      if (k === i) continue
      const share = m[k]![i]! / m[i]![i]!
      for (let j = i; j <= m.length; j++) m[k]![j]! -= share * m[i]![j]!
    }
  }
  return m.map((line, i) => line[m.length]! / line[i]!)
}
