import {renameSync, rmSync} from "node:fs"
import {join, resolve} from "node:path"
import {openStore} from "./store.ts"

/// Writes a ledger's file anew, so that nothing of what was deleted is left in it; in PostgreSQL the tables. The ledger must be closed.
export async function compact(folder: string, url?: string): Promise<void> {
  if (url !== undefined) {
    const store = await openStore(folder, true, url)
    await store.run("vacuum full").finally(() => store.close())
    return
  }
  const file = join(resolve(folder), "annals.duckdb")
  const beside = `${file}.part`
  for (const old of [beside, `${beside}.wal`]) rmSync(old, {force: true})
  const {DuckDBInstance} = await import("@duckdb/node-api")
  const instance = await DuckDBInstance.create(":memory:", {threads: "1", memory_limit: "1GB"})
  const connection = await instance.connect()
  try {
    await connection.run(`attach ${quoted(file)} as old`)
    await connection.run(`attach ${quoted(beside)} as new`)
    await connection.run("copy from database old to new")
    await connection.run("detach new")
    await connection.run("detach old")
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
  renameSync(beside, file)
  rmSync(`${file}.wal`, {force: true})
}

const quoted = (path: string): string => `'${path.replaceAll("'", "''")}'`
