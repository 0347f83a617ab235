import type * as z from "zod"
import {quoted} from "../export/lines.ts"
import {xml as escaped} from "../export/xml.ts"
import type {List} from "./list.ts"
import type {Asked, Form} from "./route.ts"

/// A row as an entry of a feed.
export interface Entry {
  readonly id: string
  readonly title: string
  /// The day it is of, where there is one.
  readonly day?: string
  readonly words?: string
  /// The path of the page that shows it.
  readonly page: string
}

export const mediaOf: Readonly<Record<Form, string>> = {
  json: "application/json",
  jsonl: "application/x-ndjson",
  csv: "text/csv",
  geojson: "application/geo+json",
  atom: "application/atom+xml"
}

/// What of a list tells how its rows are written.
export type Rows<Row> = Pick<List<Row>, "says" | "row" | "entry" | "point">

/// A page of a list in another form than JSON. The next page is named in the header `link`.
export function written<Row>(list: Rows<Row>, {c, form}: Asked, rows: readonly Row[], next: string | null): Response {
  const url = new URL(c.req.url)
  const here = `${url.pathname}${url.search}`
  const on = next === null ? undefined : `${url.pathname}${withCursor(url.search, next)}`
  const text =
    form === "atom" ? atom(list, rows, url.origin, here, on) : plain[form as keyof typeof plain](list as Rows<unknown>, rows)
  return new Response(text, {
    headers: {"content-type": `${mediaOf[form]}; charset=utf-8`, ...(on !== undefined && {link: `<${on}>; rel="next"`})}
  })
}

function withCursor(search: string, cursor: string): string {
  const query = new URLSearchParams(search)
  query.set("cursor", cursor)
  return `?${query}`
}

const plain = {
  jsonl: (_: Rows<unknown>, rows: readonly unknown[]): string => rows.map(row => `${JSON.stringify(row)}\n`).join(""),
  csv({row}: Rows<unknown>, rows: readonly unknown[]): string {
    const columns = columnsOf(row)
    const lines = rows.map(r => columns.map(({at}) => quoted(cellOf(at(r)))).join(","))
    return [columns.map(c => c.name).join(","), ...lines].map(line => `${line}\r\n`).join("")
  },
  geojson({row, point, entry}: Rows<unknown>, rows: readonly unknown[]): string {
    const columns = columnsOf(row)
    const features = rows.map(r => {
      const at = point?.(r)
      const properties = Object.fromEntries(columns.map(({name, at}) => [name, at(r) === undefined ? null : simple(at(r))]))
      return {type: "Feature", id: entry(r).id, geometry: at ? {type: "Point", coordinates: at} : null, properties}
    })
    return JSON.stringify({type: "FeatureCollection", features})
  }
}

/// RFC 4287. What has no day of its own is dated to the day after which nothing here can be older: feeds must name one.
function atom<Row>(list: Rows<Row>, rows: readonly Row[], origin: string, here: string, on: string | undefined): string {
  const entries = rows.map(list.entry)
  const moment = (day: string | undefined): string => `${/^\d{4}-\d{2}-\d{2}/.exec(day ?? "")?.[0] ?? "1970-01-01"}T00:00:00Z`
  const latest = entries.reduce((last, e) => ((e.day ?? "") > last ? e.day! : last), "")
  return [
    '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n',
    `<id>urn:annals:list:${escaped(here)}</id>\n<title>${escaped(list.says)}</title>\n<updated>${moment(latest)}</updated>\n`,
    `<author><name>annals</name></author>\n<link rel="self" href="${escaped(origin + here)}"/>\n`,
    on === undefined ? "" : `<link rel="next" href="${escaped(origin + on)}"/>\n`,
    ...entries.map(
      e =>
        `<entry><id>urn:annals:${escaped(e.id)}</id><title>${escaped(e.title)}</title><updated>${moment(e.day)}</updated>` +
        `<link href="${escaped(origin + e.page)}"/>${e.words === undefined ? "" : `<summary>${escaped(e.words)}</summary>`}</entry>\n`
    ),
    "</feed>\n"
  ].join("")
}

interface Column {
  readonly name: string
  at(row: unknown): unknown
}

/// The columns of a row, from its schema: what lies inside of an object stands under "object_field". They are the same whatever
/// the rows are.
function columnsOf(schema: z.ZodType, name = "", at: (row: unknown) => unknown = row => row): Column[] {
  const shape = (bare(schema) as Partial<z.ZodObject>).shape
  if (!shape) return [{name, at}]
  return Object.entries(shape).flatMap(([key, inner]) =>
    columnsOf(
      inner as z.ZodType,
      name === "" ? key : `${name}_${key}`,
      row => (at(row) as Record<string, unknown> | undefined)?.[key]
    )
  )
}

/// A schema without its "optional".
function bare(schema: z.ZodType): z.ZodType {
  const {unwrap} = schema as Partial<z.ZodOptional<z.ZodType>>
  return (schema as {_zod?: {def?: {type?: string}}})._zod?.def?.type === "optional" && unwrap ? unwrap.call(schema) : schema
}

/// Lists of simple values and of what has a name are joined by ";"; all else that is no simple value is JSON.
function simple(value: unknown): string | number | boolean {
  if (Array.isArray(value)) {
    const words = value.map(v => (typeof v === "object" && v !== null && "name" in v ? v.name : v))
    if (words.every(w => typeof w !== "object")) return words.map(w => String(w).replaceAll(";", ",")).join(";")
  }
  return typeof value === "object" ? JSON.stringify(value) : (value as string | number | boolean)
}

const cellOf = (value: unknown): string => (value === undefined || value === null ? "" : String(simple(value)))
