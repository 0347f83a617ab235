import {createHash} from "node:crypto"
import {copyFileSync, createReadStream, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs"
import {tmpdir} from "node:os"
import {dirname, join} from "node:path"
import {pipeline} from "node:stream/promises"
import type {Health, RunList} from "../../api/contract.ts"
import {type About, folderWords, stampOf} from "../../export/folder.ts"
import {exporters} from "../../export/list.ts"
import {tables} from "../../export/tables.ts"
import {duckdbOf} from "../../store/duckfile.ts"
import {filterNames} from "../../store/filters.ts"
import {type Connection, connect} from "../ledger/connect.ts"
import {objectsOf} from "../lines.ts"
import {put, writeFile} from "../output.ts"
import {query} from "./events.ts"

export interface ExportOptions {
  readonly ledger: string
  readonly as: string
  readonly out?: string
  readonly text: string
  readonly names?: string
  readonly [filter: string]: unknown
}

/// The forms that are no stream of text: files of their own kind, and folders.
const files = [
  {name: "parquet", says: "one event a row, typed columns, for R, Python and DuckDB"},
  {name: "duckdb", says: "all our tables in one DuckDB file, with types and column remarks"}
]
const folders = [
  {name: "site", says: "the ledger as web pages that need no server: every event with its words and sources"},
  {name: "folder", says: "all our tables with data package, codebook, citation and checksums, for sharing"}
]

/// The forms `export --as` knows.
export const forms = [...exporters.map(e => ({name: e.name, says: e.says})), ...files, ...folders]

/// One export under way: what was asked, and how to ask the ledger for it.
interface Asked {
  readonly options: ExportOptions
  readonly connection: Connection
  readonly about: About
  ask(as: string): Promise<Response>
}

/// `annals export --as FORM [-o FILE]`: what `annals events` shows under the same filters, all of it.
export async function exportEvents(options: ExportOptions): Promise<number> {
  const {as, out} = options
  if (!forms.some(f => f.name === as)) {
    process.stderr.write(`annals export: no form ${JSON.stringify(as)}; forms: ${forms.map(f => f.name).join(", ")}\n`)
    return 2
  }
  const place = folders.some(f => f.name === as) ? "FOLDER" : as === "duckdb" ? "FILE" : undefined
  if (place && (!out || out === "-")) {
    process.stderr.write(`annals export: a ${as} needs a place: --as ${as} -o ${place}\n`)
    return 2
  }
  const connection = await connect(options)
  try {
    const asked = await askedOf(options, connection)
    if (as === "site") await site(asked, out!)
    else if (as === "folder") await folder(asked, out!)
    else if (as === "duckdb") await duckdb(asked, out!)
    else await put(out, (await asked.ask(as)).body!)
    const shape = exporters.find(e => e.name === as)?.shape
    if (shape) stamp(asked, shape)
    const {events} = asked.about
    const empty = events === 0 ? "; nothing matches these filters, so there are no rows in it" : ""
    process.stderr.write(`${events} events${out ? ` in ${out}` : ""}${empty}\n`)
    return 0
  } finally {
    await connection.close()
  }
}

async function askedOf(options: ExportOptions, connection: Connection): Promise<Asked> {
  const json = async <T>(path: string): Promise<T> => (await (await connection.ask(path)).json()) as T
  const {total} = await json<{total: number}>(`/api/v1/facets?${query(options)}`)
  const {version, first, last} = await json<Health>("/api/v1/health")
  const run = (await json<RunList>("/api/v1/runs")).runs.at(-1)
  return {
    options,
    connection,
    about: {
      version,
      events: total,
      filters: Object.fromEntries(filterNames.flatMap(n => (typeof options[n] === "string" ? [[n, options[n] as string]] : []))),
      text: options.text as About["text"],
      ...(run && {run: {number: run.run, id: run.id}}),
      ...(first && {first}),
      ...(last && {last})
    },
    ask: as =>
      connection.ask(`/api/v1/export?${query(options, {as, text: options.text, ...(options.names && {names: options.names})})}`)
  }
}

/// A file in the shape of another data set's never passes for theirs: what it is lies beside it, and is said.
function stamp({options: {out}, about}: Asked, shape: string): void {
  const {says, ...rest} = stampOf(about, shape)
  process.stderr.write(`${says}\n`)
  if (out && out !== "-") writeFileSync(`${out}.about.json`, `${JSON.stringify({says, ...rest}, null, 2)}\n`)
}

/// The pages of a site, one by one.
async function site({ask}: Asked, out: string): Promise<void> {
  for await (const {path, text} of objectsOf<{path: string; text: string}>(await ask("site"))) {
    mkdirSync(dirname(join(out, path)), {recursive: true})
    writeFileSync(join(out, path), text)
  }
}

/// Every table as CSV; gives the names of the files.
async function tablesInto(ask: Asked["ask"], out: string): Promise<string[]> {
  for (const {name} of tables) await writeFile(join(out, `${name}.csv`), (await ask(name === "events" ? "csv" : name)).body!)
  return tables.map(t => `${t.name}.csv`)
}

async function duckdb({ask, about}: Asked, out: string): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), "annals-"))
  try {
    await tablesInto(ask, scratch)
    await duckdbOf(
      out,
      tables.map(t => ({...t, file: join(scratch, `${t.name}.csv`)})),
      stampOf(about)
    )
  } finally {
    rmSync(scratch, {recursive: true, force: true})
  }
}

/// Every table, the words about them, and sums over all of it.
async function folder({ask, about, connection}: Asked, out: string): Promise<void> {
  mkdirSync(out, {recursive: true})
  const names = await tablesInto(ask, out)
  names.push("events.parquet")
  await writeFile(join(out, "events.parquet"), (await ask("parquet")).body!)
  for (const [name, text] of Object.entries(folderWords(about))) {
    writeFileSync(join(out, name), text)
    names.push(name)
  }
  const lock = join(connection.folder, "annals.lock.json")
  if (existsSync(lock)) {
    copyFileSync(lock, join(out, "annals.lock.json"))
    names.push("annals.lock.json")
  }
  const sums: string[] = []
  for (const name of names.sort()) {
    const hash = createHash("sha256")
    await pipeline(createReadStream(join(out, name)), hash)
    sums.push(`${hash.digest("hex")}  ${name}\n`)
  }
  writeFileSync(join(out, "SHA256SUMS"), sums.join(""))
}
