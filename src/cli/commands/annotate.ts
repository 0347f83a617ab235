import {once} from "node:events"
import {openResources, type Resources} from "../../resources.ts"
import {layers} from "../layers/list.ts"
import {modelAt} from "../ledger/own.ts"

/// `annals annotate LAYER`: JSONL questions on stdin, JSONL answers on stdout, one for one, in order, in constant memory.
/// Returns the exit status: 2 at the first malformed line, which it names; answers already given stand.
export async function annotate(
  name: string | undefined,
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  options: {readonly model?: string; readonly fast?: boolean} = {}
): Promise<number> {
  const layer = layers.find(l => l.name === name)
  if (!layer) {
    process.stderr.write(
      `annals annotate: no layer ${JSON.stringify(name ?? "")}; layers: ${layers.map(l => l.name).join(", ")}\n`
    )
    return 2
  }
  if (options.model !== undefined && layer.name !== "relations") {
    process.stderr.write("annals annotate: --model is for the layer relations\n")
    return 2
  }
  const answer = layer.open(
    options.fast ? quick(openResources()) : openResources(),
    options.model === undefined ? {} : {model: modelAt(options.model)}
  )
  let number = 0
  for await (const line of linesOf(input)) {
    number++
    if (line.trim() === "") continue
    let out: Record<string, unknown>
    try {
      const question = JSON.parse(line)
      if (question === null || typeof question !== "object" || Array.isArray(question)) throw new Error("not a JSON object")
      out = {id: question.id, ...answer(question)}
    } catch (error) {
      process.stderr.write(`annals annotate: line ${number}: ${(error as Error).message}\n`)
      return 2
    }
    if (!output.write(`${JSON.stringify(out)}\n`)) await once(output, "drain")
  }
  return 0
}

/// The same resources, but the grammar is read with the smaller network.
const quick = (resources: Resources): Resources => ({
  ...resources,
  weights: name => resources.weights(name === "english" ? "english-fast" : name)
})

/// Lines end in \n alone: U+2028 may stand inside a JSON string.
async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  let rest = ""
  input.setEncoding("utf8")
  for await (const chunk of input) {
    const parts = (rest + chunk).split("\n")
    rest = parts.pop()!
    yield* parts
  }
  if (rest !== "") yield rest
}
