import type {DuckDBConnection, DuckDBValue} from "@duckdb/node-api"
import {type NumberReader, type Shelf, shelfOf} from "./shelf.ts"

/// Gives a shelf as long as nothing is written after it was begun. It is made once somebody asks and the ledger has been left as it is
/// for a while; until then there is none, and so where it cannot be made.
export function shelving(
  writes: () => number,
  connect: () => Promise<DuckDBConnection>,
  numbers: NumberReader["numbers"]
): () => Shelf | undefined {
  let stands: {readonly at: number; readonly shelf: Shelf | undefined} | undefined
  let isComing = false
  const make = async (at: number): Promise<void> => {
    const shelf = writes() === at ? await shelfOver(connect, numbers).catch(() => undefined) : undefined
    isComing = false
    if (writes() === at) stands = {at, shelf}
  }
  return () => {
    const at = writes()
    if (stands?.at === at) return stands.shelf
    stands = undefined
    if (!isComing) {
      isComing = true
      setTimeout(make, leftFor, at).unref()
    }
    return undefined
  }
}

/// For so many milliseconds nothing was written, and the first answers are given.
const leftFor = 1500

/// Fewer events are asked of the database as soon.
const leastShelved = 50_000

async function shelfOver(connect: () => Promise<DuckDBConnection>, numbers: NumberReader["numbers"]): Promise<Shelf | undefined> {
  const connection = await connect()
  try {
    return await shelfOf(readerOver(connection), numbers, leastShelved)
  } finally {
    connection.closeSync()
  }
}

/// Reads over one connection.
export const readerOver = (connection: DuckDBConnection): NumberReader => ({
  async run(sql) {
    await connection.run(sql)
  },
  rows: async sql => (await connection.runAndReadAll(sql)).getRowsJS() as Awaited<ReturnType<NumberReader["rows"]>>,
  numbers: (sql, values, put) => eachNumber(connection, sql, values, put)
})

/// Goes through the numbers a question gives, some thousand rows at a time; what is not there is not a number.
export async function eachNumber(
  connection: DuckDBConnection,
  sql: string,
  values: Parameters<NumberReader["numbers"]>[1],
  put: Parameters<NumberReader["numbers"]>[2]
): Promise<void> {
  const result = await connection.stream(sql, values as DuckDBValue[])
  while (true) {
    const chunk = await result.fetchChunk()
    if (!chunk || chunk.rowCount === 0) return
    const columns = Array.from({length: chunk.columnCount}, (_, i) => chunk.getColumnVector(i))
    put(chunk.rowCount, (column, row) => (columns[column]!.getItem(row) as number | null) ?? Number.NaN)
  }
}
