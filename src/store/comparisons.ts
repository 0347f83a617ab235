import {holds} from "./sql.ts"
import type {Value} from "./store.ts"

/// Filters that compare: "confidence__gte=0.5", "type__not=AID", "quote__contains=border". One list, from which the store, the API
/// and its document all read.

type Kind = "number" | "day" | "text" | "id"

/// What can be compared, and the column of `events` (as e) it stands in.
const fields: Readonly<Record<string, {readonly column: string; readonly kind: Kind; readonly says: string}>> = {
  confidence: {column: "e.confidence", kind: "number", says: "how sure the coding is, 0 to 1"},
  goldstein: {column: "e.weight", kind: "number", says: "PLOVER's weight of the type, -10 to 10"},
  reports: {column: "e.reports", kind: "number", says: "how many reports tell of it"},
  articles: {column: "e.articles", kind: "number", says: "how many articles"},
  outlets: {column: "e.outlets", kind: "number", says: "how many outlets"},
  independent: {column: "e.independent", kind: "number", says: "how many lines that did not copy one another"},
  from: {column: "e.since", kind: "day", says: "its first day"},
  to: {column: "e.until", kind: "day", says: "the first day after it"},
  type: {column: "e.type", kind: "id", says: "its PLOVER type"},
  status: {column: "e.status", kind: "id", says: "what became of it"},
  grain: {column: "e.grain", kind: "id", says: "how finely the words say when"},
  basis: {column: "e.time_basis", kind: "id", says: "whether the day is stated, inferred or assumed"},
  place: {column: "e.place_name", kind: "text", says: "the name of its place"},
  country: {column: "e.place_country", kind: "id", says: "the country of its place"},
  quote: {column: "e.quote", kind: "text", says: "the leading sentence"},
  by: {column: "e.said_by", kind: "text", says: "who says so, where it is not the outlet"}
}

const signs = {eq: "=", lt: "<", lte: "<=", gt: ">", gte: ">="} as const

const ops: Readonly<Record<Kind, readonly string[]>> = {
  number: ["eq", "not", "lt", "lte", "gt", "gte"],
  day: ["eq", "not", "lt", "lte", "gt", "gte", "null"],
  id: ["eq", "not", "in", "null"],
  text: ["eq", "not", "contains", "null"]
}

const opSays: Readonly<Record<string, string>> = {
  eq: "is",
  not: "is not",
  in: "is one of these, by commas",
  lt: "is less than",
  lte: "is at most",
  gt: "is more than",
  gte: "is at least",
  contains: "holds these letters, in capitals or not",
  null: "is unknown (yes) or known (no)"
}

export interface Comparison {
  readonly name: string
  readonly says: string
  readonly kind: Kind
  readonly op: string
}

export const comparisons: readonly Comparison[] = Object.entries(fields).flatMap(([name, {kind, says}]) =>
  ops[kind].map(op => ({name: `${name}__${op}`, says: `${says} ${opSays[op]}`, kind, op}))
)

export const comparisonNames: readonly string[] = comparisons.map(c => c.name)

/// What is wrong with a comparison, if anything.
export function wrongWith(name: string, value: string): string | undefined {
  const [field = "", op = ""] = name.split("__")
  const found = Object.hasOwn(fields, field) ? fields[field] : undefined
  if (!found) return `no field ${JSON.stringify(field)} to compare; fields: ${Object.keys(fields).join(", ")}`
  if (!ops[found.kind].includes(op))
    return `${field} cannot be compared by ${JSON.stringify(op)}; it can by ${ops[found.kind].join(", ")}`
  if (op === "null")
    return value === "yes" || value === "no" ? undefined : `${name}: ${JSON.stringify(value)} is neither yes nor no`
  if (found.kind === "number" && (value.trim() === "" || !Number.isFinite(Number(value))))
    return `${name}: ${JSON.stringify(value)} is no number`
  if (found.kind === "day" && !/^\d{4}-\d{2}-\d{2}$/.test(value))
    return `${name}: ${JSON.stringify(value)} is no day; days look like 2023-09-13`
  return undefined
}

/// A comparison as a condition. What is unknown is like nothing: `__not` keeps it, all others leave it out.
export function compared(name: string, value: string, place: () => string): {sql: string; values: Value[]} {
  const [key = "", op = ""] = name.split("__")
  const {column, kind} = fields[key]!
  const given: Value = kind === "number" ? Number(value) : key === "type" ? value.toUpperCase() : value
  if (op === "null") return {sql: `${column} is ${value === "yes" ? "" : "not "}null`, values: []}
  if (op === "not") return {sql: `${column} is distinct from ${place()}`, values: [given]}
  if (op === "contains") return {sql: `${holds(`lower(${column})`, place())}`, values: [value.toLowerCase()]}
  if (op === "in") {
    const values = value.split(",").map(v => (key === "type" ? v.trim().toUpperCase() : v.trim()))
    return {sql: `${column} in (${values.map(place).join(", ")})`, values}
  }
  return {sql: `${column} ${signs[op as keyof typeof signs]} ${place()}`, values: [given]}
}
