import * as z from "zod"
import {BadRequest} from "./desk.ts"
import {type Asked, forms, type Route} from "./route.ts"
import {named, whole} from "./schemas/named.ts"
import {type Entry, written} from "./written.ts"

/// A list: rows of one kind, page by page, in any of five forms. What is written here is all that a new list needs.
export interface List<Row> {
  readonly path: string
  readonly name: string
  readonly says: string
  /// The name its rows go by in the answer: "events".
  readonly key: string
  readonly row: z.ZodType<Row>
  readonly filtered?: boolean
  readonly fresh?: boolean
  readonly query?: z.ZodObject
  /// What the answer says beside its rows.
  readonly also?: z.ZodRawShape
  /// The most rows a page may have; 1000 if not given.
  readonly most?: number
  page(asked: Asked, page: Page): Promise<Paged<Row>>
  /// How many rows there are in all, if that can be said.
  total?(asked: Asked): Promise<number>
  /// A row as an entry of a feed.
  entry(row: Row): Entry
  /// Where on the globe a row lies: longitude, latitude.
  point?(row: Row): readonly [number, number] | undefined
}

/// Which page is asked for.
export interface Page {
  readonly limit: number
  /// What the cursor of the page before holds; undefined at the first.
  readonly after: unknown
  /// The same as a number of rows to pass over, for lists whose cursors count.
  readonly offset: number
}

export interface Paged<Row> {
  readonly rows: readonly Row[]
  /// What the next page's cursor holds; undefined at the last.
  readonly next?: unknown
  readonly also?: Readonly<Record<string, unknown>>
}

const paging = (most: number) => ({
  limit: z
    .string()
    .regex(/^\d{1,9}$/, {error: issue => `${JSON.stringify(issue.input)} is no whole number`})
    .refine(text => Number(text) >= 1 && Number(text) <= most, {error: issue => `${issue.input} is not between 1 and ${most}`})
    .meta({description: `How many rows a page, 1 to ${most}; 50 if not given`, examples: ["50"]})
    .optional(),
  cursor: z.string().max(2000).describe("Where the page before left off: its `next`").optional(),
  total: z.enum(["0", "1"]).describe("1: say how many rows there are in all").optional()
})

/// A list as a route.
export function list<Row>(of: List<Row>): Route {
  const {most = 1000} = of
  const shape = {
    [of.key]: z.array(of.row),
    next: z.string().nullable().describe("The cursor of the next page; null at the last"),
    ...(of.total && {total: whole.optional()}),
    ...of.also
  }
  return {
    method: "get",
    path: of.path,
    name: of.name,
    says: of.says,
    ...(of.filtered && {filtered: true}),
    ...(of.fresh && {fresh: true}),
    query: z.object({...of.query?.shape, ...paging(most)}),
    answer: named(`${of.name[0]!.toUpperCase()}${of.name.slice(1)}Answer`, of.says, z.strictObject(shape)),
    forms,
    async reply(asked) {
      const {limit: rows, cursor: from, total} = asked.query as {limit?: string; cursor?: string; total?: string}
      const limit = Number(rows ?? 50)
      const after = fromCursor(from)
      const offset = typeof after === "number" ? after : 0
      const [found, all] = await Promise.all([
        of.page(asked, {limit, after, offset}),
        total === "1" && of.total ? of.total(asked) : undefined
      ])
      const next = found.next === undefined ? null : cursor(found.next)
      const answer = {[of.key]: found.rows, next, ...(all !== undefined && {total: all}), ...found.also}
      return asked.form === "json" ? answer : written(of, asked, found.rows, next)
    }
  }
}

/// The rows of one page out of one more than were asked for, where cursors count rows.
export const counted = <Row>(rows: readonly Row[], {limit, offset}: Page): Paged<Row> =>
  rows.length > limit ? {rows: rows.slice(0, limit), next: offset + limit} : {rows}

/// A page of rows that are all at hand.
export const among = <Row>(rows: readonly Row[], page: Page): Paged<Row> =>
  counted(rows.slice(page.offset, page.offset + page.limit + 1), page)

/// Cursors are opaque to clients.
const cursor = (holds: unknown): string => Buffer.from(JSON.stringify(holds)).toString("base64url")

function fromCursor(text: string | undefined): unknown {
  if (text === undefined || text === "") return undefined
  try {
    const holds: unknown = JSON.parse(Buffer.from(text, "base64url").toString())
    if (Array.isArray(holds) || (Number.isSafeInteger(holds) && Number(holds) >= 0)) return holds
  } catch {
    // told below
  }
  throw new BadRequest(`cursor: ${JSON.stringify(text.slice(0, 80))} is not one this ledger gave`)
}
