import {rename, rm} from "node:fs/promises"
import {DuckDBInstance} from "@duckdb/node-api"
import type {FlatColumn} from "./parquet.ts"

/// A table that lies as CSV on disk, to be put into a database.
export interface CsvTable {
  readonly name: string
  readonly says: string
  readonly columns: readonly (FlatColumn & {readonly says: string})[]
  readonly file: string
}

const types = {text: "VARCHAR", integer: "BIGINT", real: "DOUBLE", date: "DATE", boolean: "BOOLEAN"} as const

// An article with its whole text is one row.
const longestRow = 16_000_000

/// Writes a DuckDB file with these tables, what is said of them as remarks, and what the file is as a table `about`. It is there
/// whole or not at all.
export async function duckdbOf(
  file: string,
  tables: readonly CsvTable[],
  about: Readonly<Record<string, unknown>>
): Promise<void> {
  const beside = `${file}.part`
  await rm(beside, {force: true})
  try {
    const instance = await DuckDBInstance.create(beside, {threads: "1", memory_limit: "1GB"})
    const connection = await instance.connect()
    try {
      for (const {name, says, columns, file: csv} of tables) {
        const shape = columns.map(c => `${quoted(c.name)}: '${types[c.type]}'`).join(", ")
        await connection.run(
          `create table "${name}" as select * from read_csv(${quoted(csv)}, header = true, auto_detect = false, delim = ',', quote = '"', escape = '"', new_line = '\\r\\n', nullstr = '', max_line_size = ${longestRow}, columns = {${shape}})`
        )
        await connection.run(`comment on table "${name}" is ${quoted(says)}`)
        for (const c of columns) await connection.run(`comment on column "${name}"."${c.name}" is ${quoted(c.says)}`)
      }
      await connection.run("create table about (name varchar, value varchar)")
      for (const [name, value] of Object.entries(about))
        await connection.run("insert into about values ($1, $2)", [
          name,
          typeof value === "string" ? value : JSON.stringify(value)
        ])
    } finally {
      connection.closeSync()
      instance.closeSync()
    }
    await rename(beside, file)
  } catch (error) {
    await rm(beside, {force: true})
    throw error
  }
}

const quoted = (words: string): string => `'${words.replaceAll("'", "''")}'`
