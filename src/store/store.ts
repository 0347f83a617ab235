import {resolve} from "node:path"
import type {Table} from "./schema.ts"
import type {Shelf} from "./shelf.ts"
import {indexed} from "./words.ts"

/// A ledger on disk: a folder with one DuckDB file, owned by one process at a time. Everything else in the program asks
/// through this: rows out, batches in, all or nothing.
export interface Store {
  readonly folder: string
  /// The column by which rows of one table stand in the order in which they came.
  readonly arrival: string
  /// The column by which single rows of a table are found soonest, once it is known which.
  readonly spot: string
  rows<T = Record<string, unknown>>(sql: string, values?: readonly Value[]): Promise<T[]>
  run(sql: string, values?: readonly Value[]): Promise<void>
  /// Puts rows into a table in one statement; a row lacks what it does not know.
  insert(table: Table, rows: readonly object[]): Promise<void>
  /// The rows of a table whose `column` is one of `values`.
  among<T>(table: Table, columns: readonly string[], column: string, values: readonly (string | number)[]): Promise<T[]>
  /// Takes out the rows of a table whose `column` is one of `values`.
  without(table: Table, column: string, values: readonly (string | number)[]): Promise<void>
  /// Runs `work` so that all of its writes happen or none. Transactions queue; they never overlap.
  transaction<T>(work: () => Promise<T>): Promise<T>
  /// The same ledger for asking only: what is committed, a few questions at once, none longer than so many seconds.
  asking(seconds: number): Store
  /// Lays the rows of a table for which `condition` holds in an order in which they are found sooner, and lets go of the others.
  /// Engines that keep indices need it not.
  ordered?(table: Table, by: string, condition: string): Promise<void>
  /// Makes sure that everything can be found by its words.
  findable?(): Promise<void>
  /// Its events as numbers in memory, where they are many and nothing is being written; asked for, it is made ready in the background.
  shelf?(): Shelf | undefined
  /// How often it was written to since it was opened: while this stays the same, so do all answers.
  writes(): number
  close(): Promise<void>
}

/// Says why a ledger cannot be opened, and what to do.
export class LedgerError extends Error {
  override name = "LedgerError"
}

/// A database that cannot be reached now; asked again later, it may be.
export class Away extends LedgerError {
  override name = "Away"
}

/// A question that took longer than it may.
export class TooLong extends Error {
  override name = "TooLong"
}

export type Value = string | number | boolean | null | readonly string[]

/// Opens the ledger in `folder`, making it if there is none (unless `mustExist`). With `url` the ledger is in that PostgreSQL database,
/// and the folder holds only what people add: corrections, actors, rules.
export async function openStore(folder: string, mustExist = false, url?: string): Promise<Store> {
  const where = resolve(folder)
  if (url !== undefined) {
    if (!/^postgres(ql)?:\/\//.test(url))
      throw new LedgerError(`${url} is no address of a database; say postgres://user@host/name`)
    const {openPostgres} = await import("./postgres.ts")
    return indexed(await openPostgres(url, where, mustExist))
  }
  const {openDuckDb} = await import("./duckdb.ts")
  return openDuckDb(folder, where, mustExist)
}
