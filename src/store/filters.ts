import type {Value} from "./store.ts"

/// The filters every list takes, as they stand in a query string. A comma means "or".
export const filterNames = [
  "actor",
  "recipient",
  "party",
  "pair",
  "type",
  "mode",
  "quad",
  "status",
  "context",
  "since",
  "until",
  "place",
  "publisher",
  "article",
  "background",
  "search"
] as const
export type FilterName = (typeof filterNames)[number]
export type Filters = {readonly [name in FilterName]?: string}

/// A condition over the table `events` (as e) and its values.
export interface Where {
  readonly sql: string
  readonly values: readonly Value[]
}

type Clause = (text: string, place: () => string) => {sql: string; values: Value[]}

const listed = (text: string): string[] =>
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

/// A side matches by country code (three capitals), else by actor id or part of a name.
const side =
  (which: "actor" | "recipient" | undefined): Clause =>
  (text, place) => {
    const values: Value[] = []
    const any = listed(text).map(v => {
      if (isCountry(v)) {
        values.push(v)
        return `p.country = ${place()}`
      }
      values.push(v, `%${v.toLowerCase()}%`)
      return `(p.id = ${place()} or lower(p.name) like ${place()})`
    })
    return {
      sql: `e.id in (select p.event from parties p where ${which ? `p.side = '${which}' and ` : ""}(${any.join(" or ") || "true"}))`,
      values
    }
  }

const isCountry = (text: string): boolean => /^[A-Z]{3}$/.test(text)

const clauses: {readonly [name in FilterName]: Clause} = {
  actor: side("actor"),
  recipient: side("recipient"),
  party: side(undefined),
  pair: (text, place) => {
    const values = listed(text)
    return {
      sql:
        values.map(() => `e.id in (select p.event from parties p where coalesce(p.country, p.id) = ${place()})`).join(" and ") ||
        "true",
      values
    }
  },
  type: (text, place) => oneOf("e.type")(text.toUpperCase(), place),
  mode: amongst("e.modes"),
  quad: (text, place) => oneOf("cast(e.quad as varchar)")(text, place),
  status: oneOf("e.status"),
  context: amongst("e.contexts"),
  since: (text, place) => ({sql: `e.until > ${place()}`, values: [text]}),
  until: (text, place) => ({sql: `e.since < ${place()}`, values: [text]}),
  place: (text, place) => {
    const values: Value[] = []
    const any = listed(text).map(v => {
      if (isCountry(v)) {
        values.push(v)
        return `e.place_country = ${place()}`
      }
      values.push(v, `%${v.toLowerCase()}%`)
      return `(e.place_id = ${place()} or lower(e.place_name) like ${place()})`
    })
    return {sql: `(${any.join(" or ") || "true"})`, values}
  },
  publisher: (text, place) => {
    const values = listed(text)
    return {
      sql: `e.id in (select t.event from tellers t where ${values.map(() => `t.publisher = ${place()}`).join(" or ") || "true"})`,
      values
    }
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
    const words = text
      .toLowerCase()
      .split(/\s+/)
      .filter(w => w !== "")
    return {sql: `(${words.map(() => `e.haystack like ${place()}`).join(" and ") || "true"})`, values: words.map(w => `%${w}%`)}
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
export const isSort = (text: string): text is Sort => Object.hasOwn(sorts, text)
