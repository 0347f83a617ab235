import type {Column, FlatRow} from "./flat.ts"

/// How rows under named columns become lines of a file.
export interface Lines {
  head(columns: readonly Column[]): string
  line(columns: readonly Column[], row: FlatRow): string
}

const cells = (columns: readonly Column[], row: FlatRow): string[] =>
  columns.map(c => (row[c.name] === undefined ? "" : String(row[c.name])))

/// A cell of a CSV file, in quotes where it must be.
export const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/// RFC 4180, UTF-8 without a mark, header row, empty is missing.
export const commas: Lines = {
  head: columns => `${columns.map(c => c.name).join(",")}\r\n`,
  line: (columns, row) => `${cells(columns, row).map(quoted).join(",")}\r\n`
}

/// Tabs; tabs and line ends inside a cell become spaces.
export const tabs: Lines = {
  head: columns => `${columns.map(c => c.name).join("\t")}\n`,
  line: (columns, row) =>
    `${cells(columns, row)
      .map(cell => cell.replace(/[\t\r\n]+/g, " "))
      .join("\t")}\n`
}

/// One JSON object a line, with the columns that have a value.
export const objects: Lines = {
  head: () => "",
  line: (columns, row) =>
    `${JSON.stringify(Object.fromEntries(columns.flatMap(c => (row[c.name] === undefined ? [] : [[c.name, row[c.name]]]))))}\n`
}
