import {columns, type Table} from "./schema.ts"

/// What one engine writes otherwise than the other is kept out of the questions: these pieces are understood by both.

const separator = "\u001f"

/// Many texts as the one value that `oneOf` takes apart again.
export const listOf = (texts: readonly string[]): string => texts.map(t => t.replaceAll(separator, " ")).join(separator)

/// Some texts as the value of a column that `isHeld` asks: each once, in order, between separators.
export const among = (texts: Iterable<string>): string | undefined => {
  const each = [...new Set(texts)].map(t => t.replaceAll(separator, " ")).sort()
  return each.length > 0 ? `${separator}${each.join(separator)}${separator}` : undefined
}

/// What `among` put together.
export const textsOf = (column: string): string[] => column.split(separator).filter(text => text !== "")

/// A condition: `column`, written by `among`, has the text whose `held` stands at `place`.
export const isHeld = (column: string, place: string): string => `strpos(${column}, ${place}) > 0`
export const held = (text: string): string => `${separator}${text}${separator}`

/// The texts of a column written by `among`, a row each.
export const eachOf = (column: string): string => `unnest(string_to_array(${column}, chr(31)))`

/// The texts of a list parameter, as a query: `id in ${oneOf("$1")}`.
export const oneOf = (place: string): string => `(select unnest(string_to_array(${place}, chr(31))))`

/// A condition on a table: its `column` is one of the list in `$1`.
export const isAmong = (table: Table, column: string): string => {
  const type = (columns[table] as Record<string, string>)[column]!
  return type === "VARCHAR"
    ? `${column} in ${oneOf("$1")}`
    : `${column} in (select cast(x as ${type}) from (select unnest(string_to_array($1, chr(31))) as x) as list)`
}

/// A condition: `column` holds `place` as part of it.
export const holds = (column: string, place: string): string => `strpos(${column}, ${place}) > 0`
