import type {Exporter} from "./exporter.ts"
import {type FlatRow, flatColumns, flatRow} from "./flat.ts"

/// RFC 4180, UTF-8 without a mark, header row, empty is missing.
export const csv: Exporter = {
  name: "csv",
  says: "one event a row, our own columns, for R, Python and spreadsheets",
  mediaType: "text/csv",
  extension: "csv",
  async *write(events, {country}) {
    yield `${flatColumns.map(c => c.name).join(",")}\r\n`
    for await (const event of events) yield `${cells(flatRow(event, country)).map(quoted).join(",")}\r\n`
  }
}

/// The same with tabs; tabs and line ends inside a cell become spaces.
export const tsv: Exporter = {
  name: "tsv",
  says: "the same with tabs",
  mediaType: "text/tab-separated-values",
  extension: "tsv",
  async *write(events, {country}) {
    yield `${flatColumns.map(c => c.name).join("\t")}\n`
    for await (const event of events)
      yield `${cells(flatRow(event, country))
        .map(cell => cell.replace(/[\t\r\n]+/g, " "))
        .join("\t")}\n`
  }
}

const cells = (row: FlatRow): string[] => flatColumns.map(c => (row[c.name] === undefined ? "" : String(row[c.name])))

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
