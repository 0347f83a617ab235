import {daysAfter, type Event, type EventMention, type Party} from "../model/model.ts"
import type {ArticleBook, Known, Manner} from "./exporter.ts"

/// What the tables of other data sets have in common: tabs, one row an event, empty is unknown.

export type Cell = string | number | undefined

/// A row with tabs; tabs and line ends inside a cell become spaces.
export const tabbed = (cells: readonly Cell[]): string =>
  `${cells.map(cell => (cell === undefined ? "" : String(cell).replace(/[\t\r\n]+/g, " "))).join("\t")}\n`

/// Column names as their tool has them, or as R's icews package and others clean them: lower case, spaces to underscores.
export const named = (columns: readonly string[], manner: Manner | undefined): readonly string[] =>
  manner?.names === "snake" ? columns.map(c => c.toLowerCase().replaceAll(" ", "_")) : columns

/// Events with the articles that they are told in, looked up in batches.
export async function* withArticles(
  events: AsyncIterable<Event>,
  known: Known,
  which: (event: Event) => readonly string[] = event => [first(event).article]
): AsyncGenerator<{readonly event: Event; readonly articles: ReadonlyMap<string, ArticleBook>}> {
  let batch: Event[] = []
  const flush = async function* (): AsyncGenerator<{event: Event; articles: ReadonlyMap<string, ArticleBook>}> {
    const articles = await known.articles([...new Set(batch.flatMap(which))])
    for (const event of batch) yield {event, articles}
    batch = []
  }
  for await (const event of events) if (batch.push(event) >= 200) yield* flush()
  if (batch.length > 0) yield* flush()
}

/// The telling that stands for the event: its earliest.
export const first = (event: Event): EventMention => event.mentions[0]

/// The day of an event where its words give one day; a month is not its first day.
export function dayOf(event: Event): string | undefined {
  const {from, until} = event.time ?? {}
  if (!from || !until) return undefined
  return daysAfter(from, 1) === until ? from : undefined
}

/// An event's id as a whole number that every statistics program holds exactly (52 bits), for tables whose ids are numbers.
export const numberOf = (id: string): number | undefined => {
  const number = Number.parseInt(id.slice(0, 13), 16)
  return Number.isNaN(number) ? undefined : number
}

/// City, province, country, point: each only where the event's place says it.
export function placeOf(event: Event): {
  readonly city?: string | undefined
  readonly province?: string | undefined
  readonly country?: string | undefined
  readonly lat?: number | undefined
  readonly lon?: number | undefined
} {
  const {place} = event
  if (!place) return {}
  const point = place.grain === "exact" || place.grain === "city"
  return {
    city: point ? place.name : undefined,
    province: place.region ?? (place.grain === "region" ? place.name : undefined),
    country: place.country,
    lat: point ? place.lat : undefined,
    lon: point ? place.lon : undefined
  }
}

/// Those who act and those it is done to; the tables of dyads have room for the first of each.
export const dyad = (event: Event): {readonly source: Party | undefined; readonly target: Party | undefined} => ({
  source: event.actors[0],
  target: event.recipients[0]
})
