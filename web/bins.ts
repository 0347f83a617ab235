import type {Series, SeriesBin} from "../src/api/contract.ts"
import {daysBetween, dayText, later, monthText, yearOf} from "./dates.ts"
import {words} from "./words.ts"

/// Time cut into bins of one size.
export type Grain = Exclude<Series["by"], "week">

/// A bin as the API names it: "2024-06-19", "2024-06", "2024-Q2", "2024". Asked for as a filter it gives the events counted in it.
export function binName(from: string, grain: Grain): string {
  if (grain === "quarter") return `${yearOf(from)}-Q${Math.ceil(Number(from.slice(5, 7)) / 3)}`
  return from.slice(0, {day: 10, month: 7, year: 4}[grain])
}

/// The first day of the bin that lies `n` bins after (or, below zero, before) the one beginning on this day.
export function binAfter(start: string, grain: Grain, n = 1): string {
  if (grain === "day") return later(start, n)
  const months = Number(yearOf(start)) * 12 + Number(start.slice(5, 7)) - 1 + n * {month: 1, quarter: 3, year: 12}[grain]
  return `${String(Math.floor(months / 12)).padStart(4, "0")}-${String((months % 12) + 1).padStart(2, "0")}-01`
}

/// The bins from the first to the last in which anything happened, without gaps: an empty bin is there and holds zeros. Where
/// there are fewer than `least`, empty ones stand around them.
export function binned(bins: readonly SeriesBin[], grain: Grain, least = 1): readonly SeriesBin[] {
  const there = new Map(bins.map(b => [b.from, b]))
  const starts = [...there.keys()].sort()
  const empty = (from: string): SeriesBin => ({from, until: binAfter(from, grain), events: 0, quads: [0, 0, 0, 0], vague: 0})
  const all: SeriesBin[] = []
  for (let from = starts[0]; from !== undefined && from <= starts.at(-1)!; from = binAfter(from, grain))
    all.push(there.get(from) ?? empty(from))
  for (let n = all.length; n > 0 && n < least; n++) {
    if (n % 2 === 0) all.unshift(empty(binAfter(all[0]!.from, grain, -1)))
    else all.push(empty(all.at(-1)!.until))
  }
  return all
}

/// The finest grain at which so much time fits into `width` pixels, six to a bin.
export function fittingGrain(from: string, until: string, width: number): Grain {
  const days = daysBetween(from, until)
  const most = Math.max(12, width / 6)
  if (days <= Math.min(most, 92)) return "day"
  return days / 30.4 <= most ? "month" : days / 91.3 <= most ? "quarter" : "year"
}

/// What a bin's name stands for, in words: "2024-06" → "June 2024".
export function binNameText(name: string): string {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(name)
  if (quarter) return words.ledger.quarter(Number(quarter[2]), quarter[1]!)
  return name.length === 4 ? name : name.length === 7 ? monthText(`${name}-01`) : dayText(name)
}

/// "2024", "Q2 2024", "April 2022", "19 Jun 2024".
export function binText(from: string, grain: Grain): string {
  if (grain === "year") return yearOf(from)
  if (grain === "quarter") return words.ledger.quarter(Math.ceil(Number(from.slice(5, 7)) / 3), yearOf(from))
  return grain === "month" ? monthText(from) : dayText(from)
}
