import {daysAfter} from "../../model/model.ts"
import type {Store} from "../store.ts"

/// What the pile lacks, and the rows behind each number.
export const gaps = ["undated", "skipped", "names", "days"] as const
export type Gap = (typeof gaps)[number]

export interface GapCounts extends Readonly<Record<Gap, number>> {
  /// Events, history among them, of which no place is told.
  readonly unplaced: number
  /// Events, history among them, without a beginning or an end.
  readonly undatedEvents: number
}

export async function gapCounts(store: Store): Promise<GapCounts> {
  const rows = await store.rows<Omit<GapCounts, "days">>(`select
    (select count(*) from articles where published is null) as undated, (select count(*) from skipped) as skipped,
    (select count(distinct id) from parties where id like 'name:%') as names,
    (select count(*) from events where place_id is null) as unplaced,
    (select count(*) from events where since is null or until is null) as "undatedEvents"`)
  return {...rows[0]!, days: (await silentDays(store)).length}
}

export interface UndatedArticle {
  readonly id: string
  readonly title?: string
  readonly publisher?: string
  readonly url?: string
  readonly events: number
}

export const undatedArticles = (store: Store, limit: number, offset: number): Promise<UndatedArticle[]> =>
  store.rows(
    `select id, title, publisher, url, mention_count as events from articles where published is null order by title nulls last, id limit ${limit} offset ${offset}`
  )

/// Inputs of which nothing was read, and why.
export const skippedBetween = (store: Store, limit: number, offset: number): Promise<{path: string; reason: string}[]> =>
  store.rows(`select path, reason from skipped order by path limit ${limit} offset ${offset}`)

export interface UnknownName {
  readonly id: string
  readonly name: string
  readonly events: number
  /// One of them, and the sentence that leads it.
  readonly event: string
  readonly quote?: string
}

/// Names that take part in events and that no list of actors knows, most events first.
export async function unknownNames(store: Store, limit: number, offset: number): Promise<UnknownName[]> {
  const rows = await store.rows<Omit<UnknownName, "quote">>(
    `select id, min(name) as name, count(distinct event) as events, min(event) as event
     from parties where id like 'name:%' group by id order by events desc, id limit ${limit} offset ${offset}`
  )
  const told = await store.among<{id: string; quote?: string}>(
    "events",
    ["id", "quote"],
    "id",
    rows.map(row => row.event)
  )
  const quotes = new Map(told.map(event => [event.id, event.quote]))
  return rows.map(row => {
    const quote = quotes.get(row.event)
    return {...row, ...(quote !== undefined && {quote})}
  })
}

/// Days between the first article and the last on which none was published, newest first.
export async function silentDays(store: Store): Promise<string[]> {
  const rows = await store.rows<{day: string}>(
    "select distinct substr(published, 1, 10) as day from articles where published is not null order by 1"
  )
  const days: string[] = []
  for (const [i, {day}] of rows.entries()) {
    const next = rows[i + 1]?.day
    for (let at = daysAfter(day, 1); next !== undefined && at < next; at = daysAfter(at, 1)) days.push(at)
  }
  return days.reverse()
}
