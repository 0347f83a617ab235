import {mkdirSync} from "node:fs"
import type pg from "pg"
import {columns, filing, schemaVersion, type Table, tables} from "./schema.ts"
import {isAmong, listOf} from "./sql.ts"
import {Away, LedgerError, type Store, TooLong, type Value} from "./store.ts"

/// A ledger in a PostgreSQL database (15 or newer), open to any number of processes. Writers take turns: a transaction holds one lock of
/// the whole ledger, because merging has to see what the others have merged. `folder` is where corrections and the user's own
/// actors and rules lie.
export async function openPostgres(url: string, folder: string, mustExist = false): Promise<Store> {
  const {default: library} = await import("pg")
  let client: pg.Client | undefined
  let lost: Error | undefined
  const reach = async (): Promise<void> => {
    const fresh = new library.Client({...reaching(url), types: plainTypes(library)})
    fresh.on("error", error => {
      if (fresh === client) lost = error
    })
    try {
      await fresh.connect()
      await fresh.query(patience)
    } catch (error) {
      throw new Away(
        `cannot reach the database at ${withoutPassword(url)} (${(error as Error).message}); check address and rights`
      )
    }
    client?.end().catch(() => {})
    client = fresh
    lost = undefined
  }
  await reach()
  mkdirSync(folder, {recursive: true})
  try {
    await prepare(client!, url, mustExist)
  } catch (error) {
    await client!.end().catch(() => {})
    throw isAway(error as Error) ? wentAway(url, error as Error) : error
  }
  /// A transaction is open: what is asked belongs to it, and never to another connection.
  let inside = false
  let line: Promise<unknown> = Promise.resolve()
  const asked = async (sql: string, values: readonly unknown[] = []): Promise<pg.QueryResult> => {
    // one connection, one question at a time
    const answer = line
      .then(async () => {
        if (lost && (!inside || sql === "begin")) await reach()
        if (lost) throw lost
        return client!.query(sql, [...values])
      })
      .catch(error => {
        if (!isAway(error)) throw error
        lost ??= error as Error
        throw wentAway(url, error)
      })
    line = answer.catch(() => {})
    return answer
  }
  const pools: pg.Pool[] = []
  let queue: Promise<unknown> = Promise.resolve()
  let writes = 0
  const run: Store["run"] = async (sql, values) => {
    await asked(sql, values && bound(values))
    writes++
  }
  const store: Store = {
    folder,
    arrival: "arrival",
    spot: "id",
    run,
    writes: () => writes,
    asking(seconds) {
      const pool = new library.Pool({
        ...reaching(url),
        connectionTimeoutMillis: 0, // here it would be for those who wait in line, too
        types: plainTypes(library),
        max: 4,
        statement_timeout: seconds * 1000
      })
      pool.on("error", () => {})
      pools.push(pool)
      return {
        ...store,
        rows: async <T>(sql: string, values: readonly Value[] = []) => {
          try {
            return (await pool.query(sql, bound(values))).rows.map(withoutNulls) as T[]
          } catch (error) {
            if ((error as {code?: string}).code !== cancelled) throw error
            throw new TooLong(
              `this took longer than ${seconds} s; ask for less: narrow it with since and until, or other filters`
            )
          }
        }
      }
    },
    rows: async <T>(sql: string, values: readonly Value[] = []) =>
      (await asked(sql, bound(values))).rows.map(withoutNulls) as T[],
    async insert(table, rows) {
      const types = Object.entries(columns[table])
      // a statement carries one list a column; very long ones are cut so that it stays small
      for (let at = 0; at < rows.length; at += 2000) {
        const part = rows.slice(at, at + 2000) as readonly Record<string, string | number | boolean | undefined>[]
        const lists = types.map(([, type], i) => `$${i + 1}::${named(type)}[]`).join(", ")
        await asked(
          `insert into ${table} (${types.map(([name]) => name).join(", ")}) select * from unnest(${lists})`,
          types.map(([name]) => part.map(row => plainly(row[name] ?? null)))
        )
        writes++
      }
    },
    async among(table, names, column, values) {
      if (values.length === 0) return []
      return store.rows(`select ${names.join(", ")} from ${table} where ${isAmong(table, column)}`, [values.map(String)])
    },
    async without(table, column, values) {
      if (values.length > 0) await run(`delete from ${table} where ${isAmong(table, column)}`, [values.map(String)])
    },
    transaction(work) {
      const next = queue.then(async () => {
        inside = true
        try {
          await asked("begin")
          await asked(`select pg_advisory_xact_lock(${turn})`)
          const answer = await work()
          await asked("commit")
          return answer
        } catch (error) {
          await client?.query("rollback").catch(() => {})
          throw error
        } finally {
          inside = false
        }
      })
      queue = next.catch(() => {})
      return next
    },
    async close() {
      await queue
      await Promise.all(pools.map(pool => pool.end()))
      await client?.end().catch(() => {})
    }
  }
  return store
}

/// The lock by which writers of one ledger take turns.
export const turn = "hashtext(current_schema())"

/// A network may fall silent without a word: who asks notices within a minute, and so does the database, which then lets go of the lock of
/// somebody who is gone, or has fallen asleep with it.
const reaching = (url: string): pg.ClientConfig => ({
  connectionString: url,
  application_name: "annals",
  connectionTimeoutMillis: 30_000,
  keepAlive: true,
  keepAliveInitialDelayMillis: 20_000
})
const patience =
  "set tcp_keepalives_idle = 20; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 4; set tcp_user_timeout = 60000; set idle_in_transaction_session_timeout = '5min'"

/// Classes 08 (connection) and 57P (shutting down, starting up), 25P03 (slept too long in a transaction); where the socket itself broke, the
/// system's own name for it.
const isAway = (error: {code?: string; message: string}): boolean =>
  /^(08|57P|25P03|E[A-Z]+)/.test(error.code ?? "") || /Connection terminated|not queryable/.test(error.message)

const wentAway = (url: string, {message}: Error): Away =>
  new Away(`the database at ${withoutPassword(url)} went away (${message}); nothing stored is lost: run it again`)

const cancelled = "57014"

/// Texts are compared byte by byte, as DuckDB compares them.
const named = (type: string): string =>
  type === "VARCHAR" ? "text" : type === "DOUBLE" ? "double precision" : type.toLowerCase()

const asPostgres = (table: string): string =>
  table.replaceAll(/\bvarchar\b/g, 'text collate "C"').replaceAll(/\bdouble\b/g, "double precision")

const keys: readonly [Table, string][] = [
  ["articles", "id"],
  ["articles", "url"],
  ["mentions", "id"],
  ["mentions", "article"],
  ["mentions", "event"],
  ["coded", "article"],
  ["keys", "key"],
  ["keys", "mention"],
  ["heirs", "id"],
  ["changes", "run"],
  ["events", "id"],
  ["events", "since"],
  ["events", "doc"],
  ["parties", "event"],
  ["parties", "country"],
  ["tellers", "event"],
  ["tellers", "article"],
  ["links", "event"],
  ["links", "other"],
  ["docs", "doc"],
  ["docs", "id"],
  ["words", "word"]
]

async function prepare(client: pg.Client, url: string, mustExist: boolean): Promise<void> {
  const at = withoutPassword(url)
  await client.query("begin")
  await client.query(`select pg_advisory_xact_lock(${turn})`)
  const has = await client.query(
    "select 1 from information_schema.tables where table_name = 'meta' and table_schema = current_schema()"
  )
  if (has.rowCount === 0) {
    if (mustExist) throw new LedgerError(`no ledger in ${at}; make one with: annals read PATH --store ${at}`)
    for (const table of tables) await client.query(asPostgres(table))
    await client.query("alter table changes add column arrival bigint generated always as identity")
    for (const [table, column] of keys) await client.query(`create index on ${table} (${column})`)
    await client.query("insert into meta values ('schema', $1), ('filing', $2)", [String(schemaVersion), JSON.stringify(filing)])
  } else {
    const found = Number((await client.query("select value from meta where key = 'schema'")).rows[0]?.value)
    if (found > schemaVersion)
      throw new LedgerError(
        `the ledger in ${at} was made by a newer annals (its shape is ${found}, this one knows ${schemaVersion}); update annals`
      )
    if (found < schemaVersion)
      throw new LedgerError(
        `the ledger in ${at} has the shape ${found}, this annals works with ${schemaVersion}; read the pile into a new database`
      )
  }
  await client.query("commit")
}

const withoutPassword = (url: string): string => url.replace(/(:\/\/[^:/@]*):[^@/]*@/, "$1@")

/// Counts and sums as numbers; everything else as the library has it.
const plainTypes = (library: typeof pg): pg.CustomTypesConfig => ({
  getTypeParser: ((id: number, format?: "text") =>
    id === 20 || id === 1700
      ? (text: string) => Number(text)
      : library.types.getTypeParser(id, format)) as typeof pg.types.getTypeParser
})

const bound = (values: readonly Value[]): unknown[] =>
  values.map(v => plainly(typeof v === "object" && v !== null ? listOf(v) : v))

/// PostgreSQL knows no NUL in a text.
const plainly = (value: unknown): unknown =>
  typeof value === "string" && value.includes("\u0000") ? value.replaceAll("\u0000", "\ufffd") : value

function withoutNulls(row: Record<string, unknown>): Record<string, unknown> {
  const out: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(row)) if (value !== null) out[key] = value
  return out
}
