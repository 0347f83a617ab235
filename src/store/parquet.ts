import {mkdtempSync, readFileSync, rmSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import type {Store} from "./store.ts"

export interface FlatColumn {
  readonly name: string
  readonly type: "text" | "integer" | "real" | "date" | "boolean"
}

const duck = {text: "VARCHAR", integer: "BIGINT", real: "DOUBLE", date: "DATE", boolean: "BOOLEAN"} as const

/// Rows as a Parquet file (zstd), written by DuckDB. No rows give a file with the columns and no rows.
export async function parquetOf(store: Store, columns: readonly FlatColumn[], rows: AsyncIterable<object>): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "annals-"))
  const file = join(folder, "events.parquet")
  const names = columns.map(c => `"${c.name}"`).join(", ")
  const shape = JSON.stringify([Object.fromEntries(columns.map(c => [c.name, duck[c.type]]))]).replaceAll("'", "''")
  // one export at a time: the scratch table has one name
  return store.transaction(async () => {
    try {
      await store.run(`create or replace temp table flat (${columns.map(c => `"${c.name}" ${duck[c.type]}`).join(", ")})`)
      let batch: object[] = []
      const flush = async (): Promise<void> => {
        if (batch.length === 0) return
        await store.run(`insert into flat select ${names} from (select unnest(from_json($1, '${shape}'), recursive := true))`, [
          JSON.stringify(batch)
        ])
        batch = []
      }
      for await (const row of rows) if (batch.push(row) >= 2000) await flush()
      await flush()
      await store.run(`copy flat to '${file.replaceAll("'", "''")}' (format parquet, compression zstd)`)
      await store.run("drop table flat")
      return readFileSync(file)
    } finally {
      rmSync(folder, {recursive: true, force: true})
    }
  })
}
