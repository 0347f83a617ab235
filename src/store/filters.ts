import {daysAfter} from "../model/model.ts"
import {compared} from "./comparisons.ts"
import {held, isHeld} from "./sql.ts"
import type {Value} from "./store.ts"
import {holdsAll} from "./words.ts"

/// The filters every list takes, as they stand in a query string. A comma means "or".
export const filterNames = [
  "actor",
  "recipient",
  "party",
  "pair",
  "sides",
  "type",
  "mode",
  "quad",
  "status",
  "context",
  "since",
  "until",
  "bin",
  "place",
  "placed",
  "dated",
  "publisher",
  "article",
  "background",
  "search"
] as const
export type FilterName = (typeof filterNames)[number]
/// Beside them stand comparisons, as comparisons.ts knows them: "confidence__gte".
export type Filters = {readonly [name in FilterName]?: string} & {readonly [comparison: `${string}__${string}`]: string}

/// Time in bins. An event is counted in the bin it begins in if it ends there too or is told no more vaguely than a bin.
export type Step = "day" | "week" | "month" | "quarter" | "year"
export const steps: readonly Step[] = ["day", "week", "month", "quarter", "year"]

export const finer: Readonly<Record<Step, readonly string[]>> = {
  day: ["day", "time"],
  week: ["day", "time", "week"],
  month: ["day", "time", "week", "month"],
  quarter: ["day", "time", "week", "month", "quarter"],
  year: ["day", "time", "week", "month", "season", "quarter", "year"]
}

/// The first day of the bin a day lies in.
export function startOf(date: string, by: Step): string {
  if (by === "day") return date
  if (by === "week") return daysAfter(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7))
  if (by === "year") return `${date.slice(0, 4)}-01-01`
  const month = Number(date.slice(5, 7))
  return `${date.slice(0, 5)}${String(by === "month" ? month : month - ((month - 1) % 3)).padStart(2, "0")}-01`
}

/// The first day after the bin that begins on a day.
export function endOf(from: string, by: Step): string {
  if (by === "day") return daysAfter(from, 1)
  if (by === "week") return daysAfter(from, 7)
  const months = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + {month: 1, quarter: 3, year: 12}[by]
  return `${String(Math.floor(months / 12)).padStart(4, "0")}-${String((months % 12) + 1).padStart(2, "0")}-01`
}

/// The bin that a text names: "2024-06-19", "2024-W25" (ISO 8601, from Monday on), "2024-06", "2024-Q2", "2024".
export function binOf(text: string): {from: string; until: string; step: Step} | undefined {
  const week = /^(\d{4})-W(\d\d)$/.exec(text)
  if (week) {
    // the week of 4 January is the first
    const from = daysAfter(startOf(`${week[1]}-01-04`, "week"), (Number(week[2]) - 1) * 7)
    return binName(from, "week") === text ? {from, until: daysAfter(from, 7), step: "week"} : undefined
  }
  const match = /^(\d{4})(?:-Q([1-4])|-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/.exec(text)
  if (!match) return undefined
  const [, year, quarter, month, day] = match
  const step: Step = quarter ? "quarter" : day ? "day" : month ? "month" : "year"
  const from = `${year}-${quarter ? String(Number(quarter) * 3 - 2).padStart(2, "0") : (month ?? "01")}-${day ?? "01"}`
  return Number.isNaN(Date.parse(`${from}T00:00:00Z`)) ? undefined : {from, until: endOf(from, step), step}
}

/// What `binOf` calls the bin that begins on a day.
export function binName(from: string, by: Step): string {
  if (by === "day") return from
  if (by === "month") return from.slice(0, 7)
  if (by === "year") return from.slice(0, 4)
  if (by === "quarter") return `${from.slice(0, 4)}-Q${(Number(from.slice(5, 7)) + 2) / 3}`
  const thursday = daysAfter(from, 3)
  const days = (Date.parse(`${thursday}T00:00:00Z`) - Date.parse(`${thursday.slice(0, 4)}-01-01T00:00:00Z`)) / 86_400_000
  return `${thursday.slice(0, 4)}-W${String(Math.floor(days / 7) + 1).padStart(2, "0")}`
}

/// A condition over the table `events` (as e) and its values.
export interface Where {
  readonly sql: string
  readonly values: readonly Value[]
}

type Clause = (text: string, place: () => string) => {sql: string; values: Value[]}

/// What stands between the commas.
export const listed = (text: string): string[] =>
  text
    .split(",")
    .map(s => s.trim())
    .filter(s => s !== "")

const oneOf =
  (column: string): Clause =>
  (text, place) => {
    const values = listed(text)
    return {sql: `(${values.map(() => `${column} = ${place()}`).join(" or ") || "true"})`, values}
  }

const amongst =
  (column: string): Clause =>
  (text, place) => {
    const values = listed(text)
    return {
      sql: `(${values.map(() => `';' || ${column} || ';' like ${place()}`).join(" or ") || "true"})`,
      values: values.map(v => `%;${v};%`)
    }
  }

/// A side matches by country code (three capitals), else by actor id or part of a name; "id:ID" is that very actor.
const side =
  (which: "actor" | "recipient" | undefined): Clause =>
  (text, place) => {
    const values: Value[] = []
    const columns = which === undefined ? ["e.who", "e.whom"] : [which === "actor" ? "e.who" : "e.whom"]
    const countries = listed(text)
      .filter(isCountry)
      .flatMap(v =>
        columns.map(column => {
          values.push(held(v))
          return isHeld(column, place())
        })
      )
    const names = listed(text)
      .filter(v => !isCountry(v))
      .map(v => {
        if (v.startsWith("id:")) {
          values.push(v.slice(3))
          return `p.id = ${place()}`
        }
        values.push(v, `%${v.toLowerCase()}%`)
        return `(p.id = ${place()} or lower(p.name) like ${place()})`
      })
    const named = `e.id in (select p.event from parties p where ${which ? `p.side = '${which}' and ` : ""}(${names.join(" or ")}))`
    return {sql: `(${[...countries, ...(names.length > 0 ? [named] : [])].join(" or ") || "true"})`, values}
  }

/// A country is named by its code.
export const isCountry = (text: string): boolean => /^[A-Z]{3}$/.test(text)

const clauses: {readonly [name in FilterName]: Clause} = {
  actor: side("actor"),
  recipient: side("recipient"),
  party: side(undefined),
  pair: (text, place) => {
    const values = listed(text)
    return {
      sql: values.map(() => `(${isHeld("e.who", place())} or ${isHeld("e.whom", place())})`).join(" and ") || "true",
      values: values.flatMap(v => [held(v), held(v)])
    }
  },
  sides: (text, place) => {
    const [first = "", second] = text.split(">")
    const one = (name: string, role: "actor" | "recipient" | undefined) => side(role)(name.replaceAll(",", " "), place)
    const sides = second === undefined ? [one(first, undefined)] : [one(first, "actor"), one(second, "recipient")]
    return {sql: sides.map(s => s.sql).join(" and "), values: sides.flatMap(s => s.values)}
  },
  type: (text, place) => oneOf("e.type")(text.toUpperCase(), place),
  mode: amongst("e.modes"),
  quad: (text, place) => oneOf("cast(e.quad as varchar)")(text, place),
  status: oneOf("e.status"),
  context: amongst("e.contexts"),
  since: (text, place) => ({sql: `e.until > ${place()}`, values: [text]}),
  until: (text, place) => ({sql: `e.since < ${place()}`, values: [text]}),
  bin: (text, place) => {
    const bin = binOf(text)
    if (!bin) return {sql: "false", values: []}
    const {from, until, step} = bin
    return {
      sql: `e.since >= ${place()} and e.since < ${place()} and (e.until <= ${place()} or e.grain in (${finer[step].map(g => `'${g}'`).join(", ")}))`,
      values: [from, until, until]
    }
  },
  place: (text, place) => {
    const values: Value[] = []
    const any = listed(text).map(v => {
      if (v.startsWith("id:")) {
        values.push(v.slice(3))
        return `e.place_id = ${place()}`
      }
      if (isCountry(v)) {
        values.push(v)
        return `e.place_country = ${place()}`
      }
      values.push(v, `%${v.toLowerCase()}%`)
      return `(e.place_id = ${place()} or lower(e.place_name) like ${place()})`
    })
    return {sql: `(${any.join(" or ") || "true"})`, values}
  },
  placed: (text, place) => {
    const grains = listed(text).flatMap(v => (v === "point" ? ["exact", "city"] : v === "none" ? [] : [v]))
    const any = [
      ...grains.map(() => `e.place_grain = ${place()}`),
      ...(listed(text).includes("none") ? ["e.place_id is null"] : [])
    ]
    return {sql: `(${any.join(" or ") || "true"})`, values: grains}
  },
  dated: text => ({sql: `(e.since is null or e.until is null) = ${text === "no"}`, values: []}),
  publisher: (text, place) => {
    const values = listed(text)
    return {sql: `(${values.map(() => isHeld("e.told_by", place())).join(" or ") || "true"})`, values: values.map(held)}
  },
  article: (text, place) => {
    const values = listed(text)
    return {
      sql: `e.id in (select t.event from tellers t where ${values.map(() => `t.article = ${place()}`).join(" or ") || "true"})`,
      values
    }
  },
  background: text => ({sql: text === "all" ? "true" : text === "yes" ? "e.background" : "not e.background", values: []}),
  search: (text, place) => {
    const values: Value[] = []
    const sql = holdsAll("e.doc", text, word => {
      values.push(word)
      return place()
    })
    return {sql: `(${sql})`, values}
  }
}

/// What is asked for, as one condition. History is left out unless asked for.
export function where(filters: Filters): Where {
  const parts: string[] = []
  const values: Value[] = []
  const asked: Filters = {background: "no", ...filters}
  for (const name of filterNames) {
    const text = asked[name]
    if (text === undefined || (text === "" && name !== "background")) continue
    let taken = values.length
    const clause = clauses[name](text, () => `$${++taken}`)
    parts.push(clause.sql)
    values.push(...clause.values)
  }
  for (const name of Object.keys(filters)
    .filter(n => n.includes("__"))
    .sort()) {
    let taken = values.length
    const comparison = compared(name, filters[name as `${string}__${string}`]!, () => `$${++taken}`)
    parts.push(comparison.sql)
    values.push(...comparison.values)
  }
  return {sql: parts.length > 0 ? parts.join(" and ") : "true", values}
}

export const sorts = {
  "-date": "e.since desc nulls last, e.id",
  date: "e.since asc nulls last, e.id",
  "-confidence": "e.confidence desc, e.id",
  confidence: "e.confidence asc, e.id",
  "-reports": "e.reports desc, e.id",
  reports: "e.reports asc, e.id"
} as const
export type Sort = keyof typeof sorts
