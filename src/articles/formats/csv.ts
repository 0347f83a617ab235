import {Readable} from "node:stream"
import type {Skipped} from "../../model/model.ts"
import {decoded} from "../bytes.ts"
import {anyName, columnsOf, holdText} from "./columns.ts"
import {endsIn, type Format} from "./format.ts"
import {articleOfRecord, withoutText} from "./record.ts"

/// No article takes a longer row.
const longestRow = 16_000_000
const longestHeader = 4000
/// So many broken rows are named; a damaged file has thousands.
const mostNamed = 20

/// A table with a header row and one article a row, read in constant memory.
export const csv: Format = {
  name: "csv",
  says: "a table with commas, semicolons or tabs and a header row, one article a row; columns are named as the fields of jsonl",
  extensions: ["csv", "tsv"],
  detects: (head, path) => endsIn(path, csv.extensions) || betraysTable(head),
  source: (head, own) => columnsOf(headerOf(head).names, own)?.source,
  async *read(chunks, path, own = []) {
    const {parse} = await import("csv-parse")
    const input = await lines(chunks)
    if (input.head.length >= 65_536 && !input.head.includes(10) && !input.head.includes(13)) {
      yield {
        path,
        reason: "begins with a row of more than 64 kB, which is no header: give a table whose first row names its columns"
      }
      return
    }
    const header = headerOf(input.head)
    const columns = columnsOf(header.names, own)
    if (!holdText(header.names, columns)) {
      yield {path, reason: withoutText(header.names, own, path)}
      return
    }
    const bad: Skipped[] = []
    let broken = 0
    const parser = parse({
      delimiter: header.delimiter,
      columns: names => names.map((name: string) => name.trim()),
      bom: true,
      info: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      max_record_size: longestRow,
      on_skip: error => {
        // A quote that never closes: there is no telling where the next row begins.
        if (error?.code === "CSV_MAX_RECORD_SIZE") {
          parser.destroy(error)
          return undefined
        }
        broken++
        if (broken > mostNamed) return undefined
        const at = (error as {lines?: number} | undefined)?.lines
        bad.push({
          path: at === undefined ? path : `${path}:${at}`,
          reason: `is no row of the table (${brief(error)}): mend or delete it`
        })
        return undefined
      }
    })
    let any = false
    try {
      Readable.from(input.all, {objectMode: false})
        .on("error", error => parser.destroy(error))
        .pipe(parser)
      for await (const {record, info} of parser as AsyncIterable<{record: Record<string, string>; info: {lines: number}}>) {
        yield* bad.splice(0)
        any = true
        yield await articleOfRecord(record, `${path}:${info.lines}`, columns)
      }
    } catch (error) {
      // A row without end, or a source that broke off: nothing can be read after it.
      if (!(error as {code?: string}).code?.startsWith("CSV_")) throw error
      bad.push({path, reason: `cannot be read further as a table (${brief(error)}): mend the row, or export it again`})
    }
    if (broken > mostNamed)
      bad.push({path, reason: `has ${broken - mostNamed} more rows like these: mend or delete them, or export it again`})
    if (bad.length > 0) any = true
    yield* bad
    if (!any) yield {path, reason: "holds a header and no row: leave it out, or export it again"}
  }
}

const brief = (error: unknown): string =>
  String((error as Error | undefined)?.message ?? "unreadable")
    .split(/[:\n]/)[0]!
    .slice(0, 80)

const first = (head: Uint8Array): string => {
  const text = decoded(head.subarray(0, 65_536)).text.trimStart()
  const end = text.indexOf("\n")
  return end === -1 ? text : text.slice(0, end)
}

const cells = (line: string, delimiter: string): string[] =>
  line.split(delimiter).map(name =>
    name
      .trim()
      .replace(/^"(.*)"$/, "$1")
      .toLowerCase()
  )

/// What separates the cells of the first line (what stands in it most often), and the names of the columns.
function headerOf(head: Uint8Array): {readonly delimiter: string; readonly names: readonly string[]} {
  const line = first(head).slice(0, longestHeader)
  const [delimiter, names] = (["\t", ",", ";", "|"] as const)
    .map((d): [string, readonly string[]] => [d, cells(line, d)])
    .reduce((a, b) => (b[1].length > a[1].length ? b : a))
  return {delimiter, names}
}

/// Without the name of a table's file to go by, a header with the text's column and another known one is asked for.
function betraysTable(head: Uint8Array): boolean {
  if (first(head).length > longestHeader) return false
  const {names} = headerOf(head)
  const known = names.filter(name => anyName.has(name))
  return (known.length >= 2 && holdText(names, undefined)) || (names.length >= 3 && columnsOf(names) !== undefined)
}

/// The first bytes, and all of the input as UTF-8 or as it is.
async function lines(chunks: AsyncIterable<Uint8Array>): Promise<{head: Uint8Array; all: AsyncIterable<Uint8Array>}> {
  const source = chunks[Symbol.asyncIterator]()
  const start: Uint8Array[] = []
  let size = 0
  while (size < 65_536) {
    const next = await source.next()
    if (next.done) break
    start.push(next.value)
    size += next.value.length
  }
  const head = Buffer.concat(start, size)
  // Up to the last whole line: a character may be cut in two at the end.
  const {encoding} = decoded(head.subarray(0, Math.max(head.lastIndexOf(10), 0) || head.length))
  // Only what is certain to be no UTF-8 is decoded on the way.
  const decoder = encoding === "utf-8" ? undefined : new TextDecoder(encoding)
  const out = (chunk: Uint8Array): Uint8Array => (decoder ? Buffer.from(decoder.decode(chunk, {stream: true})) : chunk)
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      yield out(head)
      for (let next = await source.next(); !next.done; next = await source.next()) yield out(next.value)
    } finally {
      await source.return?.()
    }
  }
  return {head, all: all()}
}
