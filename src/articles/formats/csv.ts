import {Readable} from "node:stream"
import type {Skipped} from "../../model/model.ts"
import {decoded} from "../bytes.ts"
import {endsIn, type Format} from "./format.ts"
import {articleOfRecord, fieldNames} from "./record.ts"

/// No article takes a longer row.
const longestRow = 16_000_000

/// A table with a header row and one article a row, read in constant memory.
export const csv: Format = {
  name: "csv",
  says: "a table with commas, semicolons or tabs and a header row, one article a row; columns are named as the fields of jsonl",
  extensions: ["csv", "tsv"],
  detects: (head, path) => headerOf(head, endsIn(path, csv.extensions)) !== undefined,
  async *read(chunks, path) {
    const {parse} = await import("csv-parse")
    const input = await lines(chunks)
    const header = headerOf(input.head, true)
    if (!header) {
      yield {
        path,
        reason: `has no column with the article's text (${columnsOf(input.head).slice(0, 12).join(", ")}): call it "text"`
      }
      return
    }
    const bad: Skipped[] = []
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
        yield await articleOfRecord(record, `${path}:${info.lines}`)
      }
    } catch (error) {
      // A row without end, or a source that broke off: nothing can be read after it.
      if (!(error as {code?: string}).code?.startsWith("CSV_")) throw error
      bad.push({path, reason: `cannot be read further as a table (${brief(error)}): mend the row, or export it again`})
    }
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

const columnsOf = (head: Uint8Array): string[] =>
  cells(first(head).slice(0, 2000), /\t/.test(first(head)) ? "\t" : /;/.test(first(head)) ? ";" : ",")

/// What separates the cells, if the first line is a header with a column for the text. Without the name of a table's file
/// to go by, two known columns are asked for.
function headerOf(head: Uint8Array, named: boolean): {readonly delimiter: string} | undefined {
  const line = first(head)
  if (line.length > 4000) return undefined
  const texts = [...fieldNames.text, ...fieldNames.html].map(name => name.toLowerCase())
  const others = Object.values(fieldNames)
    .flat()
    .map(name => name.toLowerCase())
  for (const delimiter of ["\t", ",", ";"]) {
    const columns = cells(line, delimiter)
    if (columns.length < 2 || !columns.some(column => texts.includes(column))) continue
    if (named || columns.filter(column => others.includes(column)).length >= 2) return {delimiter}
  }
  return undefined
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
