import type {Context} from "hono"
import type * as z from "zod"
import type {Filters} from "../store/filters.ts"
import {BadRequest, type Desk} from "./desk.ts"
import {filtersIn} from "./filters.ts"
import type {Jobs} from "./jobs.ts"
import type {Entry} from "./written.ts"

/// One thing the API answers: an object, named in routes/list.ts, from which the server, the OpenAPI document, its clients and the
/// tests all read. What is asked is checked by its schemas before `reply` is called.
export interface Route {
  readonly method: "get" | "post" | "delete"
  /// As OpenAPI writes it: "/events/{id}".
  readonly path: string
  /// The name of its function in clients: "listEvents".
  readonly name: string
  readonly says: string
  /// Whether it takes the filters of events.
  readonly filtered?: boolean
  /// Its own parameters in the query.
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  /// What it answers as JSON.
  readonly answer?: z.ZodType
  /// What else it may answer, by media type; the only ones without `answer`.
  readonly media?: Readonly<Record<string, string>>
  /// The status of a good answer; 200 if not given.
  readonly status?: 200 | 201 | 202
  /// Only with the owner's token.
  readonly owned?: boolean
  /// Paths ending in .json, .jsonl and so on answer in that form.
  readonly forms?: readonly Form[]
  /// Its answer as rows, for the forms that are no JSON, where it is no plain list.
  readonly rows?: RowsOf
  /// Worked out anew each time: what it answers depends on more than the ledger, or is too long to be kept.
  readonly fresh?: boolean
  reply(asked: Asked): Promise<object | Response>
}

/// Which rows of an answer are written, and how.
export interface RowsOf {
  of(answer: object): readonly unknown[]
  readonly row: z.ZodType
  entry(row: unknown): Entry
}

/// The same, typed as the answer and its rows are.
export const rowsOf = <Answer, Row>(made: {
  of(answer: Answer): readonly Row[]
  readonly row: z.ZodType<Row>
  entry(row: Row): Entry
}): RowsOf => made as unknown as RowsOf

export const forms = ["json", "jsonl", "csv", "geojson", "atom"] as const
export type Form = (typeof forms)[number]

/// What a request asks, as the route's schemas have it.
export interface Asked {
  readonly c: Context
  readonly desk: Desk & {readonly jobs: Jobs}
  readonly filters: Filters
  readonly query: Readonly<Record<string, unknown>>
  readonly body: unknown
  readonly form: Form
  /// A part of the path.
  part(name: string): string
}

/// A route whose query and body come to `reply` typed as their schemas say.
export function route<Q extends z.ZodObject = z.ZodObject<Record<never, never>>, B extends z.ZodType = z.ZodUndefined>(
  made: Omit<Route, "query" | "body" | "reply"> & {
    readonly query?: Q
    readonly body?: B
    reply(
      asked: Omit<Asked, "query" | "body"> & {readonly query: z.output<Q>; readonly body: z.output<B>}
    ): Promise<object | Response>
  }
): Route {
  return made as unknown as Route
}

/// What of a request goes into the path: {id} is one part of it, and may hold a colon or an encoded slash.
export const partsOf = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(m => m[1]!)

/// Checks a request against a route. An unknown name or value is refused with what would be right: a silent slip would look like data.
export async function askedOf(route: Route, c: Context, desk: Asked["desk"], form: Form): Promise<Asked> {
  const given = Object.entries(c.req.queries()).map(([name, values]) => [name, values.at(-1)!] as const)
  const own = route.query?.shape ?? {}
  const rest = given.filter(([name]) => !Object.hasOwn(own, name))
  const filters = route.filtered ? filtersIn(rest) : nothingElse(rest, Object.keys(own))
  const query = checked(route.query, Object.fromEntries(given.filter(([name]) => Object.hasOwn(own, name))))
  const body = route.body ? checked(route.body, await jsonOf(c), "body") : undefined
  return {c, desk, form, filters, query: (query ?? {}) as Record<string, unknown>, body, part: name => partOf(c, name)}
}

function nothingElse(rest: readonly (readonly [string, string])[], known: readonly string[]): Filters {
  if (rest.length > 0)
    throw new BadRequest(`no parameter ${JSON.stringify(rest[0]![0])}; parameters: ${known.join(", ") || "none"}`)
  return {}
}

function partOf(c: Context, name: string): string {
  const value = c.req.param(name)
  if (value === undefined) throw new Error(`no part "${name}" in this path`)
  return value
}

async function jsonOf(c: Context): Promise<unknown> {
  if (!/^application\/(?:[\w.-]+\+)?json\b/.test(c.req.header("content-type") ?? ""))
    throw new BadRequest("the body should be JSON, and its content-type application/json", 415)
  try {
    return await c.req.json()
  } catch {
    throw new BadRequest("the body is no JSON")
  }
}

/// A value under its schema, or a refusal that names what is wrong.
function checked(schema: z.ZodType | undefined, value: unknown, whole = ""): unknown {
  if (!schema) return undefined
  const found = schema.safeParse(value)
  if (found.success) return found.data
  const {path, message} = found.error.issues[0]!
  const at = path.length > 0 ? path.join(".") : whole
  throw new BadRequest(at === "" ? message : `${at}: ${message}`)
}
