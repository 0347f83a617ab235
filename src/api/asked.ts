import type {Context} from "hono"
import {statuses, types} from "../model/model.ts"
import {binOf, type FilterName, type Filters, filterNames, isSort, type Sort} from "../store/filters.ts"
import {BadRequest} from "./desk.ts"

const day = /^\d{4}-\d{2}-\d{2}$/

/// Checks of filter values that have a list or a form; anything else is free text.
const forms: {readonly [name in FilterName]?: (value: string) => string | undefined} = {
  type: value => unknownOf(value.toUpperCase(), types),
  status: value => unknownOf(value, statuses),
  quad: value => unknownOf(value, ["1", "2", "3", "4"]),
  background: value => unknownOf(value, ["yes", "no", "all"]),
  bin: value =>
    binOf(value) ? undefined : `${JSON.stringify(value)} is no bin; bins look like 2024-06-19, 2024-W25, 2024-06, 2024-Q2, 2024`,
  since: value => (day.test(value) ? undefined : `${JSON.stringify(value)} is no day; days look like 2023-09-13`),
  until: value => (day.test(value) ? undefined : `${JSON.stringify(value)} is no day; days look like 2023-09-13`)
}

function unknownOf(value: string, known: readonly string[]): string | undefined {
  const stray = value.split(",").find(v => !known.includes(v.trim()))
  return stray === undefined ? undefined : `${JSON.stringify(stray)} is not one of ${known.join(", ")}`
}

const paging = new Set(["limit", "cursor", "sort", "total", "by", "as", "search", "text", "names", "measure", "fill", "panel"])

/// The filters of a request. An unknown name or value is refused with what would be right: a silent slip would look like data.
export function filtersOf(c: Context): Filters {
  const filters: {[name in FilterName]?: string} = {}
  for (const [name, value] of Object.entries(c.req.query())) {
    if ((filterNames as readonly string[]).includes(name)) {
      const wrong = forms[name as FilterName]?.(value)
      if (wrong) throw new BadRequest(`${name}: ${wrong}`)
      if (value !== "") filters[name as FilterName] = value
    } else if (!paging.has(name)) {
      throw new BadRequest(`no filter ${JSON.stringify(name)}; filters: ${filterNames.join(", ")}`)
    }
  }
  return filters
}

/// Which page: `limit` and where the cursor of the page before left off.
export function pageOf(c: Context, most = 1000): {limit: number; offset: number} {
  const limit = number(c.req.query("limit"), 50, "limit")
  const offset = fromCursor(c.req.query("cursor"))
  if (limit < 1 || limit > most) throw new BadRequest(`limit: ${limit} is not between 1 and ${most}`)
  return {limit, offset}
}

function number(text: string | undefined, otherwise: number, name: string): number {
  if (text === undefined) return otherwise
  if (!/^\d{1,9}$/.test(text)) throw new BadRequest(`${name}: ${JSON.stringify(text)} is no whole number`)
  return Number(text)
}

export const sortOf = (c: Context): Sort => {
  const text = c.req.query("sort") ?? "-date"
  if (!isSort(text))
    throw new BadRequest(`sort: ${JSON.stringify(text)} is not one of -date, date, -confidence, confidence, -reports, reports`)
  return text
}

/// Cursors are opaque to clients.
export const cursor = (offset: number): string => Buffer.from(`o${offset}`).toString("base64url")

function fromCursor(text: string | undefined): number {
  if (text === undefined || text === "") return 0
  const match = /^o(\d{1,12})$/.exec(Buffer.from(text, "base64url").toString())
  if (!match) throw new BadRequest(`cursor: ${JSON.stringify(text)} is not one this ledger gave`)
  return Number(match[1])
}

/// A page and the cursor of the next, given one row more than was asked for.
export function paged<T>(rows: readonly T[], limit: number, offset: number): {rows: readonly T[]; next: string | null} {
  return rows.length > limit ? {rows: rows.slice(0, limit), next: cursor(offset + limit)} : {rows, next: null}
}
