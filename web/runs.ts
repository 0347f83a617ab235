import type {RunLine} from "../src/api/contract.ts"

/// Runs as the history tells them: the latest first, corrections that follow one another folded into one line.
export interface RunFold {
  /// The latest first.
  readonly runs: readonly RunLine[]
  readonly first: RunLine
  readonly last: RunLine
}

/// Fewer than this in a row stand by themselves.
const few = 3

export function folded(runs: readonly RunLine[]): readonly RunFold[] {
  const folds: RunLine[][] = []
  for (const run of [...runs].reverse()) {
    const open = folds.at(-1)
    if (open && run.what === "corrections" && open[0]!.what === "corrections") open.push(run)
    else folds.push([run])
  }
  return folds
    .flatMap(of => (of.length >= few ? [of] : of.map(run => [run])))
    .map(of => ({runs: of, last: of[0]!, first: of.at(-1)!}))
}

export interface Cause {
  readonly name: string
  readonly articles?: number
}

/// In what a run differs from the one before it: the articles it read, and what it was read with.
export function causesOf(run: RunLine, before: RunLine | undefined): readonly Cause[] {
  const causes: Cause[] = []
  if (run.what === "read" || run.what === "forget") causes.push({name: "text", articles: run.articles})
  if (before)
    for (const [name, hash] of Object.entries(run.hashes))
      if (before.hashes[name] !== undefined && before.hashes[name] !== hash) causes.push({name})
  return causes
}
