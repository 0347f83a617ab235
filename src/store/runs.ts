import type {Store} from "./store.ts"

/// One reading, recoding or judging, with what it was done with. `id` is a hash of all but the times.
export interface Run {
  readonly run: number
  readonly id: string
  readonly what: "read" | "recode" | "corrections" | "forget"
  readonly version: string
  /// Hashes of what the run was done with: code, data, codebook, actors, corrections.
  readonly hashes: Readonly<Record<string, string>>
  readonly articles: number
  readonly mentions: number
  /// How many changes of events the run made.
  readonly changes: number
  readonly began?: string
  readonly ended?: string
}

export async function runsOf(store: Store): Promise<Run[]> {
  const rows = await store.rows<{body: string}>("select body from runs order by run")
  return rows.map(row => JSON.parse(row.body) as Run)
}

/// Writes a run down, in the place of what is known of it so far.
export async function putRun(store: Store, run: Run): Promise<void> {
  await store.without("runs", "run", [run.run])
  await store.insert("runs", [{run: run.run, body: JSON.stringify(run)}])
}

/// A note that the ledger keeps to itself.
export async function noteOf<T>(store: Store, key: string): Promise<T | undefined> {
  const rows = await store.rows<{value: string}>("select value from meta where key = $1", [key])
  return rows[0] && (JSON.parse(rows[0].value) as T)
}

export async function putNote(store: Store, key: string, value: unknown): Promise<void> {
  await store.run("delete from meta where key = $1", [key])
  await store.run("insert into meta values ($1, $2)", [key, JSON.stringify(value)])
}
