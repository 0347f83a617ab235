import type {Sector} from "../../model/model.ts"
import {sectors} from "../../model/model.ts"

/// What stands in the cells of the tables of data/actors, checked: complaints name where, the value and what would be right.

/// A row of a table as `resources.rows` hands it out.
export type Row = Readonly<Record<string, string | undefined>>

/// A table as `resources.table` hands it out: a cell is made when it is asked for.
export interface Cells {
  readonly length: number
  line(row: number): number
  column(name: string): number
  cell(row: number, column: number): string | undefined
}

/// Where a row stands: file and line, else which row it is.
export const at = (file: string, row: Row, n?: number): string =>
  row["#"] ? `${file}:${row["#"]}` : n ? `${file}: row ${n}` : file

/// What semicolons part.
export const list = (cell: string | undefined): string[] =>
  cell
    ? cell
        .split(";")
        .map(x => x.trim())
        .filter(x => x !== "")
    : []

const sectorSet: ReadonlySet<string> = new Set(sectors)

export function sectorOf(text: string, where: string): Sector {
  if (!sectorSet.has(text)) throw new Error(`${where}: unknown sector "${text}"; known: ${sectors.join(", ")}`)
  return text as Sector
}

/// A day, a month or a year; nothing at all is one too.
export function isDay(day: string | undefined): boolean {
  if (day === undefined) return true
  return (
    (day.length === 10 || day.length === 7 || day.length === 4) &&
    /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(day)
  )
}
export const notADay = (day: string | undefined, where: string): Error =>
  new Error(`${where}: "${day}" is no day; write 2004-05-07, 2004-05 or 2004`)
