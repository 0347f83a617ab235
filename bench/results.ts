import {existsSync, readFileSync, writeFileSync} from "node:fs"
import {availableParallelism, cpus} from "node:os"
import {basename, join} from "node:path"

/// Keeps the last result of a long run in `bench/results/`, with the day, the command and the machine.
export function keep(name: string, result: object): void {
  const command = `npm run ${basename(process.argv[1]!, ".ts") === "fuzz" ? "" : "bench:"}${name} -- ${process.argv.slice(2).join(" ")}`
  const about = {
    command,
    day: today(),
    machine: `${cpus()[0]?.model ?? "unknown processor"}, ${availableParallelism()} cores, Node ${process.version}`
  }
  writeFileSync(fileOf(name), `${JSON.stringify({...about, ...result}, null, 1)}\n`)
}

/// What was kept last under a name, for runs that are done in slices.
export const kept = <T>(name: string): Partial<T> =>
  existsSync(fileOf(name)) ? (JSON.parse(readFileSync(fileOf(name), "utf8")) as T) : {}

const fileOf = (name: string): string => join(import.meta.dirname, "results", `${name}.json`)

/// The day of a slice.
export const today = (): string => new Date().toISOString().slice(0, 10)
