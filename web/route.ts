import type {Filters, ReviewQueueName} from "../src/api/contract.ts"
import type {Grain} from "./bins.ts"
import {type Role, roles} from "./words.ts"

/// Where the reader is: path and query are the whole state of a view, so that any address opens in a fresh browser as it was left.
export type Route =
  | {
      readonly view: "briefing"
      /// A run or a day.
      readonly since?: string
      /// All rows of one kind of news or one gap of the pile.
      readonly list?: BriefingList
    }
  | {
      readonly view: "map"
      readonly filters: Filters
      /// What of the globe is drawn: "lon,lat,degrees"; without it, where most happened.
      readonly frame?: string
      /// Only the time chosen is drawn on the timeline.
      readonly close?: boolean
      readonly table?: boolean
    }
  | {readonly view: "review"; readonly queue?: ReviewQueueName}
  | {
      readonly view: "codebook"
      readonly part: CodebookPart
      /// Of a rule, its name; of somebody known, the id. Absent of a new one.
      readonly id?: string
      readonly type?: string
      readonly search?: string
      /// What a new one begins with: the name of somebody; of somebody known, another spelling to add.
      readonly name?: string
      /// Two runs, and what of their difference is shown.
      readonly a?: string
      readonly b?: string
      readonly cause?: string
      readonly kind?: string
    }
  | {
      readonly view: "ledger"
      readonly filters: Filters
      readonly sel?: string
      /// The row at the top of what is seen, counted from 1, where that is not the first.
      readonly row?: number
    }
  | {readonly view: "event"; readonly id: string; readonly lit?: Role}
  | {readonly view: "article"; readonly id: string; readonly lit?: Role; readonly sentence?: number}
  | {readonly view: "actors"; readonly search?: string}
  | {readonly view: "actor"; readonly id: string; readonly by?: Grain; readonly table?: boolean}
  | {
      readonly view: "pair"
      readonly a: string
      readonly b: string
      /// "either", or the one who acts.
      readonly acts?: string
      readonly by?: Grain
      /// First day of the chosen bin.
      readonly at?: string
      readonly table?: boolean
    }
  | {readonly view: "nowhere"; readonly path: string}

/// In the order they stand in an address.
export const filterKeys = [
  "status",
  "background",
  "type",
  "mode",
  "quad",
  "context",
  "party",
  "pair",
  "actor",
  "recipient",
  "place",
  "placed",
  "dated",
  "publisher",
  "article",
  "since",
  "until",
  "bin",
  "search",
  "sort"
] as const satisfies readonly (keyof Filters)[]

export const codebookParts = ["codebook", "rule", "actors", "known", "sources", "runs"] as const
export type CodebookPart = (typeof codebookParts)[number]

export const news = ["new", "grown", "corrected", "contradicted", "withdrawn"] as const
export const gaps = ["undated", "skipped", "names", "days"] as const
export type BriefingList = (typeof news)[number] | (typeof gaps)[number]

const grains: readonly Grain[] = ["year", "quarter", "month"]

export function routeOf(url: {readonly pathname: string; readonly search: string; readonly hash: string}): Route {
  const query = new URLSearchParams(url.search)
  const [view = "", first, second, ...rest] = url.pathname.split("/").filter(Boolean).map(decode)
  const lit = roles.find(r => r === query.get("lit"))
  const by = grains.find(g => g === query.get("by"))
  const table = query.get("as") === "table" || undefined
  if (rest.length === 0) {
    if ((view === "" || view === "ledger") && first === undefined)
      return {
        view: "ledger",
        filters: filtersOf(query),
        ...given({sel: query.get("sel") ?? undefined, row: rowOf(query.get("row"))})
      }
    if (view === "briefing" && !first) {
      const list = [...news, ...gaps].find(l => l === query.get("list"))
      return {view, ...given({since: query.get("since") ?? undefined, list})}
    }
    if (view === "map" && !first) {
      const frame = query.get("frame") ?? undefined
      return {view, filters: filtersOf(query), ...given({frame, close: query.get("close") === "yes" || undefined, table})}
    }
    if (view === "review" && !first) {
      const queue = (["disagreements", "orphans", "double"] as const).find(q => q === query.get("queue"))
      return {view, ...given({queue})}
    }
    if (view === "codebook") {
      const part = first === undefined ? "codebook" : first === "rules" ? "rule" : first
      const isOne = part === "rule" || (part === "actors" && second !== undefined)
      if (
        (part === "actors" || part === "sources" || part === "runs" || part === "codebook" || part === "rule") &&
        (isOne || !second)
      ) {
        const own = (...names: string[]) => Object.fromEntries(names.map(name => [name, query.get(name) ?? undefined]))
        const id = second === "new" ? undefined : second
        return {
          view,
          part: part === "actors" && isOne ? "known" : part,
          ...given({id, ...own("type", "search", "name", "a", "b", "cause", "kind")})
        }
      }
    }
    if (view === "event" && first && !second) return {view, id: first, ...given({lit})}
    if (view === "article" && first && !second) {
      const sentence = /^#s(\d+)$/.exec(url.hash)?.[1]
      return {view, id: first, ...given({lit, sentence: sentence ? Number(sentence) : undefined})}
    }
    if (view === "actors" && !first) return {view, ...given({search: query.get("search") ?? undefined})}
    if (view === "actor" && first && !second) return {view, id: first, ...given({by, table})}
    if (view === "pair" && first && second) {
      const acts = query.get("acts")
      return {
        view,
        a: first,
        b: second,
        ...given({by, table, acts: acts === first || acts === second ? acts : undefined, at: query.get("at") ?? undefined})
      }
    }
  }
  return {view: "nowhere", path: url.pathname}
}

export function hrefOf(route: Route): string {
  switch (route.view) {
    case "ledger":
      return `/ledger${queryOf({...ordered(route.filters), sel: route.sel, row: route.row})}`
    case "briefing":
      return `/briefing${queryOf({since: route.since, list: route.list})}`
    case "map": {
      const {filters, frame, close, table} = route
      return `/map${queryOf({...ordered(filters), frame, close: close ? "yes" : undefined, as: table ? "table" : undefined})}`
    }
    case "review":
      return `/review${queryOf({queue: route.queue})}`
    case "codebook": {
      const {part, id, type, search, name, a, b, cause, kind} = route
      const one = id === undefined ? "new" : encode(id)
      const path = {
        codebook: "",
        rule: `/rules/${one}`,
        actors: "/actors",
        known: `/actors/${one}`,
        sources: "/sources",
        runs: "/runs"
      }
      return `/codebook${path[part]}${queryOf({type, search, name, a, b, cause, kind})}`
    }
    case "event":
      return `/event/${encode(route.id)}${queryOf({lit: route.lit})}`
    case "article":
      return `/article/${encode(route.id)}${queryOf({lit: route.lit})}${route.sentence ? `#s${route.sentence}` : ""}`
    case "actors":
      return `/actors${queryOf({search: route.search})}`
    case "actor":
      return `/actor/${encode(route.id)}${queryOf({by: route.by, as: route.table ? "table" : undefined})}`
    case "pair": {
      const {acts, by, at, table} = route
      return `/pair/${encode(route.a)}/${encode(route.b)}${queryOf({acts, by, at, as: table ? "table" : undefined})}`
    }
    case "nowhere":
      return route.path
  }
}

/// The address of the ledger under these filters: exactly the rows behind a number.
export const ledger = (filters: Filters): string => hrefOf({view: "ledger", filters})

/// Without a status the ledger shows what happened or goes on; "all" is every status. This is what is asked of the API.
export const defaultStatus = "happened,ongoing"
const everyStatus = "happened,ongoing,planned,possible,did-not-happen"
export function asked(filters: Filters): Filters {
  const status = filters.status ?? defaultStatus
  return {...filters, status: status === "all" ? everyStatus : status}
}

/// The same filters as a query of the API.
export const apiQuery = (filters: Filters): string => queryOf(ordered(filters))

function filtersOf(query: URLSearchParams): Filters {
  const filters: Partial<Record<(typeof filterKeys)[number], string>> = {}
  for (const key of filterKeys) {
    const value = query.get(key)
    if (value) filters[key] = value
  }
  return filters
}

const rowOf = (text: string | null): number | undefined => {
  const row = /^\d{1,9}$/.test(text ?? "") ? Number(text) : 0
  return row > 1 ? row : undefined
}

const ordered = (filters: Filters): Record<string, string | undefined> =>
  Object.fromEntries(filterKeys.map(key => [key, filters[key]]))

/// Commas and colons stay readable: "status=happened,ongoing".
export function queryOf(values: Readonly<Record<string, string | number | undefined>>): string {
  const parts = Object.entries(values).flatMap(([key, value]) =>
    value === undefined || value === ""
      ? []
      : [`${key}=${encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%3A", ":").replaceAll("%20", "+")}`]
  )
  return parts.length > 0 ? `?${parts.join("&")}` : ""
}

const encode = (id: string): string => encodeURIComponent(id).replaceAll("%3A", ":")

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

function given<T extends object>(values: T): {[K in keyof T]?: Exclude<T[K], undefined>} {
  return Object.fromEntries(Object.entries(values).filter(([, v]) => v !== undefined)) as never
}
