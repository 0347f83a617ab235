import {writeFileSync} from "node:fs"
import {availableParallelism, cpus} from "node:os"
import {basename, join} from "node:path"

/// Keeps the last result of a long run in `bench/results/`, with the day, the command and the machine.
export function keep(name: string, result: object): void {
  const command = `npm run ${basename(process.argv[1]!, ".ts") === "fuzz" ? "" : "bench:"}${name} -- ${process.argv.slice(2).join(" ")}`
  const about = {
    command,
    day: new Date().toISOString().slice(0, 10),
    machine: `${cpus()[0]?.model ?? "unknown processor"}, ${availableParallelism()} cores, Node ${process.version}`
  }
  writeFileSync(join(import.meta.dirname, "results", `${name}.json`), `${JSON.stringify({...about, ...result}, null, 1)}\n`)
}
