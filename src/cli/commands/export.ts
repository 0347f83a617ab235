import {createHash} from "node:crypto"
import {copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs"
import {dirname, join} from "node:path"
import {createInterface} from "node:readline"
import {Readable} from "node:stream"
import type {ReadableStream as WebStream} from "node:stream/web"
import {folderWords} from "../../export/folder.ts"
import {exporters} from "../../export/list.ts"
import {tables} from "../../export/tables.ts"
import {filterNames} from "../../store/filters.ts"
import {type Connection, connect} from "../ledger/connect.ts"
import {version} from "../ledger/desk.ts"
import {write, writeFile} from "../output.ts"
import {query} from "./events.ts"

export interface ExportOptions {
  readonly ledger: string
  readonly as: string
  readonly out?: string
  readonly text: string
  readonly names?: string
  readonly [filter: string]: unknown
}

/// The forms `export --as` knows.
export const forms = [
  ...exporters.map(e => ({name: e.name, says: e.says})),
  {name: "parquet", says: "one event a row, typed columns, for R, Python and DuckDB"},
  {name: "site", says: "the ledger as web pages that need no server: every event with its words and sources"},
  {name: "folder", says: "all our tables with data package, codebook, citation and checksums, for sharing"}
]

/// `annals export --as FORM [-o FILE]`: what `annals events` shows under the same filters, all of it.
export async function exportEvents(options: ExportOptions): Promise<number> {
  if (!forms.some(f => f.name === options.as)) {
    process.stderr.write(`annals export: no form ${JSON.stringify(options.as)}; forms: ${forms.map(f => f.name).join(", ")}\n`)
    return 2
  }
  if ((options.as === "folder" || options.as === "site") && (!options.out || options.out === "-")) {
    process.stderr.write(`annals export: a ${options.as} needs a place: --as ${options.as} -o FOLDER\n`)
    return 2
  }
  const connection = await connect(options.ledger)
  try {
    const ask = (as: string): Promise<Response> =>
      connection.ask(`/api/v1/export?${query(options, {as, text: options.text, ...(options.names && {names: options.names})})}`)
    const list = (await (await connection.ask(`/api/v1/facets?${query(options)}`)).json()) as {total: number}
    if (options.as === "site") await site(options.out!, await ask("site"))
    else if (options.as === "folder") await folder(options.out!, options, connection, ask, list.total)
    else {
      const answer = await ask(options.as)
      if (options.out && options.out !== "-") await writeFile(options.out, answer.body!)
      else await write(process.stdout, answer.body!)
    }
    const empty = list.total === 0 ? "; nothing matches these filters, so there are no rows in it" : ""
    process.stderr.write(`${list.total} events${options.out ? ` in ${options.out}` : ""}${empty}\n`)
    return 0
  } finally {
    await connection.close()
  }
}

/// The pages of a site, one by one.
async function site(out: string, answer: Response): Promise<void> {
  for await (const line of createInterface({input: Readable.fromWeb(answer.body as WebStream)})) {
    const {path, text} = JSON.parse(line) as {path: string; text: string}
    mkdirSync(dirname(join(out, path)), {recursive: true})
    writeFileSync(join(out, path), text)
  }
}

/// Every table, the words about them, and sums over all of it.
async function folder(
  out: string,
  options: ExportOptions,
  connection: Connection,
  ask: (as: string) => Promise<Response>,
  events: number
): Promise<void> {
  mkdirSync(out, {recursive: true})
  const files: string[] = []
  for (const table of tables) {
    files.push(`${table.name}.csv`)
    await writeFile(join(out, files.at(-1)!), (await ask(table.name === "events" ? "csv" : table.name)).body!)
  }
  files.push("events.parquet")
  await writeFile(join(out, "events.parquet"), (await ask("parquet")).body!)
  const health = (await (await connection.ask("/api/v1/health")).json()) as {first?: string; last?: string}
  const words = folderWords({
    version: version(),
    events,
    filters: Object.fromEntries(filterNames.flatMap(n => (typeof options[n] === "string" ? [[n, options[n] as string]] : []))),
    text: options.text as "full" | "quote" | "none",
    ...(health.first && {first: health.first}),
    ...(health.last && {last: health.last})
  })
  for (const [name, text] of Object.entries(words)) {
    writeFileSync(join(out, name), text)
    files.push(name)
  }
  const lock = join(connection.folder, "annals.lock.json")
  if (existsSync(lock)) {
    copyFileSync(lock, join(out, "annals.lock.json"))
    files.push("annals.lock.json")
  }
  const sums = files.sort().map(
    f =>
      `${createHash("sha256")
        .update(readFileSync(join(out, f)))
        .digest("hex")}  ${f}\n`
  )
  writeFileSync(join(out, "SHA256SUMS"), sums.join(""))
}
