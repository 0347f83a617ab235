import {readFileSync, writeFileSync} from "node:fs"
import {type Labelled, learned, typeName} from "../../coding/own-model.ts"
import {openResources} from "../../resources.ts"
import type {Question} from "../layers/layer.ts"
import {pairReader} from "../layers/relations.ts"

/// `annals learn LABELS.jsonl -o MODEL.json`: a model of a team's own from its labels. A line is a question of the layer `relations`
/// with its right answer as `type`. The same labels give the same bytes. Returns the exit status: 2 at the first malformed
/// line, which it names.
export function learn(path: string, options: {readonly out: string; readonly quiet?: boolean}): number {
  const began = performance.now()
  const resources = openResources()
  const {model, relate, read} = pairReader(resources)
  let text: string
  try {
    text = readFileSync(path === "-" ? 0 : path, "utf8")
  } catch (error) {
    process.stderr.write(
      `annals learn: ${path}: ${(error as NodeJS.ErrnoException).code === "ENOENT" ? "no such file" : (error as Error).message}\n`
    )
    return 1
  }
  const labelled: Labelled[] = []
  const lines = text.split("\n")
  for (const [at, line] of lines.entries()) {
    if (line.trim() === "") continue
    try {
      const question = JSON.parse(line) as Question
      if (question === null || typeof question !== "object" || Array.isArray(question)) throw new Error("not a JSON object")
      const type = typeName(question.type)
      if (type === undefined)
        throw new Error(
          `"type" should be a PLOVER type or a name of your own (letters, digits, space, _ . / -), not ${JSON.stringify(question.type)}`
        )
      labelled.push({...read(question), type})
    } catch (error) {
      process.stderr.write(`annals learn: ${path}:${at + 1}: ${(error as Error).message}\n`)
      return 2
    }
  }
  const named = new Set(labelled.map(l => l.type))
  if (named.size < 2) {
    process.stderr.write(
      `annals learn: ${path}: ${labelled.length} labels of ${named.size === 1 ? `one type, ${[...named][0]}` : "no type"}; it takes two types at least to tell one from another\n`
    )
    return 2
  }
  const own = learned(labelled, model, relate, resources.weights("typing").card.sha256)
  writeFileSync(options.out, `${JSON.stringify(own)}\n`)
  if (!options.quiet) {
    const {scores} = own
    const share = (x: number): string => x.toFixed(3)
    process.stderr.write(
      `${labelled.length} labels of ${named.size} types → ${options.out} in ${((performance.now() - began) / 1000).toFixed(1)} s\n` +
        (scores
          ? `on labels left out, in turn: right ${share(scores.right)} (shipped reading ${share(scores.shipped.right)}), macro-F1 ${share(scores.macroF1)} (${share(scores.shipped.macroF1)})\n`
          : "too few labels to say how good it is: forty or more are needed\n")
    )
  }
  return 0
}
