import {mkdtempSync, readFileSync, rmSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import type {DuckDBConnection} from "@duckdb/node-api"

export interface FlatColumn {
  readonly name: string
  readonly type: "text" | "integer" | "real" | "date" | "boolean"
}

const duck = {text: "VARCHAR", integer: "BIGINT", real: "DOUBLE", date: "DATE", boolean: "BOOLEAN"} as const

/// Rows as a Parquet file (zstd), written by DuckDB. No rows give a file with the columns and no rows. The same rows give the same bytes.
export async function parquetOf(columns: readonly FlatColumn[], rows: AsyncIterable<object>): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "annals-"))
  const file = join(folder, "rows.parquet")
  const {connection, close} = await aside(join(folder, "rows.duckdb"))
  try {
    await connection.run(`create table flat (${columns.map(c => `"${c.name}" ${duck[c.type]}`).join(", ")})`)
    const names = columns.map(c => `"${c.name}"`).join(", ")
    const shape = JSON.stringify([Object.fromEntries(columns.map(c => [c.name, duck[c.type]]))]).replaceAll("'", "''")
    let batch: object[] = []
    const flush = async (): Promise<void> => {
      if (batch.length === 0) return
      await connection.run(
        `insert into flat select ${names} from (select unnest(from_json($1, '${shape}'), recursive := true))`,
        [JSON.stringify(batch)]
      )
      batch = []
    }
    for await (const row of rows) if (batch.push(row) >= 500) await flush()
    await flush()
    await connection.run(`copy flat to '${quoted(file)}' (format parquet, compression zstd)`)
    return readFileSync(file)
  } finally {
    close()
    rmSync(folder, {recursive: true, force: true})
  }
}

/// The rows of a Parquet file in their order, so many at once; what is null is left out.
export async function* rowsOfParquet<T>(file: string, columns: readonly string[], most: number): AsyncGenerator<T[]> {
  const names = columns.map(c => `"${c}"`).join(", ")
  const {connection, close} = await aside()
  try {
    for (let at = 0; ; at += most) {
      const found = await connection.runAndReadAll(
        `select ${names} from read_parquet('${quoted(file)}') limit ${most} offset ${at}`
      )
      const rows = found.getRowObjectsJS().map(row => Object.fromEntries(Object.entries(row).filter(([, v]) => v !== null)) as T)
      if (rows.length > 0) yield rows
      if (rows.length < most) return
    }
  } finally {
    close()
  }
}

const quoted = (file: string): string => file.replaceAll("'", "''")

/// A database of its own, in memory or in a file. One thread keeps rows in their order, and so the bytes.
async function aside(file = ":memory:"): Promise<{connection: DuckDBConnection; close(): void}> {
  const {DuckDBInstance} = await import("@duckdb/node-api")
  const instance = await DuckDBInstance.create(file, {threads: "1", memory_limit: "1GB"})
  const connection = await instance.connect()
  const close = (): void => {
    connection.closeSync()
    instance.closeSync()
  }
  return {connection, close}
}
