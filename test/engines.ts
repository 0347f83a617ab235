import {openStore, type Store} from "../src/store/store.ts"

/// What a ledger may lie in: every law of the store holds on each. PostgreSQL is there when the tests are started by `npm test` on a machine
/// that has it or can get it.
export interface Engine {
  readonly name: string
  /// Opens the ledger of this folder, the same one each time.
  open(folder: string): Promise<Store>
}

export const engines: readonly Engine[] = [
  {name: "DuckDB", open: folder => openStore(folder)},
  ...(process.env.ANNALS_TEST_POSTGRES ? [{name: "PostgreSQL", open: inPostgres(process.env.ANNALS_TEST_POSTGRES)}] : [])
]

/// Ledgers in one database, each in a schema named by its folder.
export function inPostgres(url: string): (folder: string) => Promise<Store> {
  return async folder => openStore(folder, false, await schemaFor(url, folder))
}

/// The address of a schema of its own for a folder's ledger, made if it is not there.
export async function schemaFor(url: string, folder: string): Promise<string> {
  const {default: pg} = await import("pg")
  const name = `t${folder.replaceAll(/[^a-z0-9]+/gi, "_").toLowerCase()}`.slice(-60)
  const client = new pg.Client({connectionString: url})
  await client.connect()
  await client.query(`create schema if not exists "${name}"`)
  await client.end()
  return `${url}${url.includes("?") ? "&" : "?"}options=${encodeURIComponent(`-c search_path="${name}"`)}`
}
