import {copyFileSync, existsSync, mkdirSync, statSync} from "node:fs"
import {join} from "node:path"
import {type DuckDBConnection, DuckDBInstance, DuckDBTypeId, type DuckDBValue} from "@duckdb/node-api"
import {columns, filing, schemaVersion, steps, type Table, tables} from "./schema.ts"
import {eachNumber, shelving} from "./shelving.ts"
import {shown} from "./shown.ts"
import {isAmong, listOf} from "./sql.ts"
import {LedgerError, type Store, TooLong, type Value} from "./store.ts"
import {indexed} from "./words.ts"

/// A ledger in one DuckDB file, in the folder `where`, which the user called `folder`.
export async function openDuckDb(folder: string, where: string, mustExist: boolean): Promise<Store> {
  const file = join(where, "annals.duckdb")
  if (mustExist && !existsSync(file)) {
    throw new LedgerError(`no ledger in ${where}; make one with: annals read PATH --ledger ${folder}`)
  }
  try {
    mkdirSync(where, {recursive: true})
  } catch (error) {
    throw new LedgerError(`cannot make the folder ${where} (${(error as Error).message}); choose another with --ledger`)
  }
  const connection = await connected(file, where)
  const bare = storeOn(connection, where)
  const store = indexed(bare)
  try {
    await prepare(connection, where)
    await shown(bare, store.findable!)
  } catch (error) {
    connection.closeSync()
    throw error
  }
  return store
}

const instances = new WeakMap<DuckDBConnection, DuckDBInstance>()

/// What the database may keep in memory: as much as the ledger is large, but not for ever more.
function memoryFor(file: string): number {
  const held = existsSync(file) ? statSync(file).size / 1e6 : 0
  return Math.round(Math.min(1000, Math.max(160, held)))
}

async function connected(file: string, where: string): Promise<DuckDBConnection> {
  try {
    const instance = await DuckDBInstance.create(file, {threads: "2", memory_limit: `${memoryFor(file)}MB`})
    const connection = await instance.connect()
    // a page of a list names its rows; without this every row is looked at to find them
    await connection.run("set global dynamic_or_filter_threshold = 2000")
    instances.set(connection, instance)
    return connection
  } catch (error) {
    const message = (error as Error).message
    const lock = /lock/i.test(message) ? /PID (\d+)/.exec(message) : null
    if (lock)
      throw new LedgerError(
        `the ledger ${where} is in use by process ${lock[1]}; wait for it to finish, or choose another with --ledger`
      )
    if (/not a valid DuckDB database|newer version|serializ|Could not read/i.test(message)) {
      throw new LedgerError(
        `${file} is no ledger this version can read (${firstLine(message)}); update annals, or choose another with --ledger`
      )
    }
    throw new LedgerError(`cannot open ${file}: ${firstLine(message)}; check the folder's rights and free space`)
  }
}

const firstLine = (message: string): string => message.split("\n")[0]!

async function prepare(connection: DuckDBConnection, where: string): Promise<void> {
  const has = await connection.runAndReadAll("select 1 from information_schema.tables where table_name = 'meta'")
  if (has.currentRowCount === 0) {
    await connection.run("begin")
    for (const table of tables) await connection.run(table)
    await connection.run("insert into meta values ('schema', $1), ('filing', $2)", [
      String(schemaVersion),
      JSON.stringify(filing)
    ])
    await connection.run("commit")
    return
  }
  const rows = (await connection.runAndReadAll("select value from meta where key = 'schema'")).getRowObjects()
  const found = Number(rows[0]?.value)
  if (found > schemaVersion) {
    throw new LedgerError(
      `the ledger ${where} was made by a newer annals (its shape is ${found}, this one knows ${schemaVersion}); update annals`
    )
  }
  for (let shape = found; shape < schemaVersion; shape++) await migrate(connection, where, shape)
  // tables that came without changing the shape of others
  for (const table of tables) await connection.run(table)
}

/// Brings a ledger of an older shape forward by one, whole or not at all; the file as it was stays beside it.
async function migrate(connection: DuckDBConnection, where: string, shape: number): Promise<void> {
  await connection.run("checkpoint")
  const copy = join(where, `annals-shape-${shape}.duckdb`)
  if (!existsSync(copy)) copyFileSync(join(where, "annals.duckdb"), copy)
  await connection.run("begin")
  try {
    for (const step of steps[shape]!) await connection.run(step)
    for (const table of tables) await connection.run(table)
    await connection.run("update meta set value = $1 where key = 'schema'", [String(shape + 1)])
    await connection.run("commit")
  } catch (error) {
    await connection.run("rollback").catch(() => {})
    throw new LedgerError(`the ledger ${where} could not be brought up to date (${firstLine((error as Error).message)})`)
  }
}

function storeOn(connection: DuckDBConnection, folder: string): Store {
  let queue: Promise<unknown> = Promise.resolve()
  let writes = 0
  const bound = (values: readonly Value[]): DuckDBValue[] =>
    values.map(v => (typeof v === "object" && v !== null ? listOf(v) : v))
  const run = async (sql: string, values: readonly Value[] = []): Promise<void> => {
    await connection.run(sql, bound(values))
    writes++
  }
  /// Columns in the order in which they stand in this file; those that came later stand last.
  const order = new Map<Table, Promise<readonly (readonly [string, string])[]>>()
  const typesOf = (table: Table): Promise<readonly (readonly [string, string])[]> => {
    let found = order.get(table)
    if (!found) {
      const names = connection.runAndReadAll(`select name from pragma_table_info('${table}') order by cid`)
      found = names.then(rows =>
        rows.getRowObjectsJS().map(({name}) => [name as string, (columns[table] as Record<string, string>)[name as string]!])
      )
      order.set(table, found)
    }
    return found
  }
  return {
    folder,
    arrival: "rowid",
    spot: "rowid",
    run,
    writes: () => writes,
    async ordered(table, by, condition) {
      await connection.run(`create table ${table}_ordered as select * from ${table} where ${condition} order by ${by}`)
      await connection.run(`drop table ${table}`)
      await connection.run(`alter table ${table}_ordered rename to ${table}`)
      writes++
    },
    asking(seconds) {
      const connect = (): Promise<DuckDBConnection> => instances.get(connection)!.connect()
      const ask = asker(connect, seconds)
      return {
        ...this,
        rows: async <T>(sql: string, values: readonly Value[] = []) =>
          (await ask(own => plainRows(own, sql, bound(values)))) as T[],
        shelf: shelving(
          () => writes,
          connect,
          (sql, values, put) => ask(own => eachNumber(own, sql, values, put))
        )
      }
    },
    async rows<T>(sql: string, values: readonly Value[] = []) {
      return (await plainRows(connection, sql, bound(values))) as T[]
    },
    async insert(table, rows) {
      if (rows.length === 0) return
      const types = await typesOf(table)
      const appender = await connection.createAppender(table)
      for (const row of rows as readonly Record<string, string | number | boolean | undefined>[]) {
        for (const [name, type] of types) {
          const value = row[name]
          if (value === undefined || value === null) appender.appendNull()
          else if (type === "VARCHAR") appender.appendVarchar(value as string)
          else if (type === "INTEGER") appender.appendInteger(value as number)
          else if (type === "BIGINT") appender.appendBigInt(BigInt(value))
          else if (type === "DOUBLE") appender.appendDouble(value as number)
          else appender.appendBoolean(value as boolean)
        }
        appender.endRow()
      }
      appender.closeSync()
      writes++
    },
    async among(table, names, column, values) {
      if (values.length === 0) return []
      // found by this column alone; of all others no more is read than where the rows lie
      const found = `select rowid from ${table} where ${isAmong(table, column)}`
      return this.rows(`select ${names.join(", ")} from ${table} where rowid in (${found})`, [values.map(String)])
    },
    async without(table, column, values) {
      if (values.length === 0) return
      await run(`delete from ${table} where ${isAmong(table, column)}`, [values.map(String)])
    },
    transaction(work) {
      const next = queue.then(async () => {
        await connection.run("begin")
        try {
          const answer = await work()
          await connection.run("commit")
          return answer
        } catch (error) {
          await connection.run("rollback").catch(() => {})
          throw error
        } finally {
          writes++
        }
      })
      queue = next.catch(() => {})
      return next
    },
    async close() {
      await queue
      connection.closeSync()
      instances.get(connection)?.closeSync()
    }
  }
}

/// Questions at once: as many as can be worked on at once in the threads beside the program's own.
const mostQuestions = 4

/// Asks over connections of its own. A question that takes too long is broken off.
function asker(connect: () => Promise<DuckDBConnection>, seconds: number) {
  const idle: DuckDBConnection[] = []
  const waiting: (() => void)[] = []
  let busy = 0
  return async <T>(question: (connection: DuckDBConnection) => Promise<T>): Promise<T> => {
    if (busy >= mostQuestions) await new Promise<void>(go => waiting.push(go))
    busy++
    let late = false
    let connection: DuckDBConnection | undefined
    let timer: NodeJS.Timeout | undefined
    try {
      const own = idle.pop() ?? (await connect())
      connection = own
      timer = setTimeout(() => {
        late = true
        own.interrupt()
      }, seconds * 1000)
      const answer = await question(own)
      if (late) throw new Error("broken off")
      return answer
    } catch (error) {
      throw late
        ? new TooLong(`this took longer than ${seconds} s; ask for less: narrow it with since and until, or other filters`)
        : error
    } finally {
      clearTimeout(timer)
      if (connection) idle.push(connection)
      busy--
      waiting.shift()?.()
    }
  }
}

/// Rows as plain objects. DuckDB counts in bigint and has null for what is not there.
async function plainRows(connection: DuckDBConnection, sql: string, values: DuckDBValue[]): Promise<Record<string, unknown>[]> {
  const result = await connection.run(sql, values)
  const names = result.deduplicatedColumnNames()
  if (!result.columnTypes().every(type => simple.has(type.typeId))) return (await result.getRowObjectsJS()).map(plain)
  const rows: Record<string, unknown>[] = []
  for (const chunk of await result.fetchAllChunks()) {
    const vectors = names.map((_, column) => chunk.getColumnVector(column))
    for (let at = 0; at < chunk.rowCount; at++) {
      const row: Record<string, unknown> = {}
      for (let column = 0; column < names.length; column++) {
        const value = vectors[column]!.getItem(at)
        if (value !== null) row[names[column]!] = typeof value === "bigint" ? Number(value) : value
      }
      rows.push(row)
    }
  }
  return rows
}

/// Types whose values need no more than that.
const simple: ReadonlySet<DuckDBTypeId> = new Set([
  DuckDBTypeId.VARCHAR,
  DuckDBTypeId.INTEGER,
  DuckDBTypeId.BIGINT,
  DuckDBTypeId.DOUBLE,
  DuckDBTypeId.BOOLEAN
])

function plain(row: Record<string, unknown>): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(row)) {
    if (value === null) continue
    out[key] = typeof value === "bigint" ? Number(value) : value
  }
  return out
}
