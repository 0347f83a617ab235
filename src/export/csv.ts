import type {Exporter} from "./exporter.ts"
import {flatColumns, flatRows} from "./flat.ts"
import {commas, type Lines, tabs} from "./lines.ts"

const table = (lines: Lines): Exporter["write"] =>
  async function* (events, known) {
    yield lines.head(flatColumns)
    for await (const row of flatRows(events, known)) yield lines.line(flatColumns, row)
  }

export const csv: Exporter = {
  name: "csv",
  says: "one event a row, our own columns, for R, Python and spreadsheets",
  mediaType: "text/csv",
  extension: "csv",
  row: "event",
  write: table(commas)
}

export const tsv: Exporter = {
  name: "tsv",
  says: "the same with tabs",
  mediaType: "text/tab-separated-values",
  extension: "tsv",
  row: "event",
  write: table(tabs)
}
