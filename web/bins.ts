import type {Series, SeriesBin} from "../src/api/contract.ts"
import {dayText, daysBetween, later, monthText, yearOf} from "./dates.ts"

/// Time cut into bins of one size. The API counts by day, month and year; quarters are put together here.
export type Grain = "day" | "month" | "quarter" | "year"

export const askedGrain = (grain: Grain): Series["by"] => (grain === "quarter" ? "month" : grain)

/// The first day of the bin a day lies in.
export function binStart(day: string, grain: Grain): string {
  if (grain === "day") return day
  const year = yearOf(day)
  if (grain === "year") return `${year}-01-01`
  const month = Number(day.slice(5, 7))
  const first = grain === "quarter" ? month - ((month - 1) % 3) : month
  return `${year}-${String(first).padStart(2, "0")}-01`
}

/// The first day after the bin that begins on this day.
export function binEnd(start: string, grain: Grain): string {
  if (grain === "day") return later(start, 1)
  const months = Number(yearOf(start)) * 12 + Number(start.slice(5, 7)) - 1 + {month: 1, quarter: 3, year: 12}[grain]
  return `${String(Math.floor(months / 12)).padStart(4, "0")}-${String((months % 12) + 1).padStart(2, "0")}-01`
}

/// The bins from the first to the last in which anything happened, without gaps: an empty bin is there and holds zeros.
export function binned(bins: readonly SeriesBin[], grain: Grain): readonly SeriesBin[] {
  if (bins.length === 0) return []
  const sums = new Map<string, SeriesBin>()
  for (const bin of bins) {
    const from = binStart(bin.from, grain)
    const old = sums.get(from)
    sums.set(from, old ? joined(old, bin) : {...bin, from, until: binEnd(from, grain)})
  }
  const starts = [...sums.keys()].sort()
  const last = starts.at(-1)!
  const all: SeriesBin[] = []
  for (let from = starts[0]!; from <= last; from = binEnd(from, grain))
    all.push(sums.get(from) ?? {from, until: binEnd(from, grain), events: 0, quads: [0, 0, 0, 0], vague: 0})
  return all
}

function joined(a: SeriesBin, b: SeriesBin): SeriesBin {
  const events = a.events + b.events
  const {mean: _, ...rest} = a
  return {
    ...rest,
    events,
    quads: [a.quads[0] + b.quads[0], a.quads[1] + b.quads[1], a.quads[2] + b.quads[2], a.quads[3] + b.quads[3]],
    vague: a.vague + b.vague,
    ...(events > 0 ? {mean: ((a.mean ?? 0) * a.events + (b.mean ?? 0) * b.events) / events} : {})
  }
}

/// The finest grain at which so much time fits into `width` pixels, six to a bin.
export function fittingGrain(from: string, until: string, width: number): Grain {
  const days = daysBetween(from, until)
  const most = Math.max(12, width / 6)
  if (days <= Math.min(most, 92)) return "day"
  return days / 30.4 <= most ? "month" : days / 91.3 <= most ? "quarter" : "year"
}

/// "2024", "Q2 2024", "April 2022", "19 Jun 2024".
export function binText(from: string, grain: Grain): string {
  if (grain === "year") return yearOf(from)
  if (grain === "quarter") return `Q${Math.ceil(Number(from.slice(5, 7)) / 3)} ${yearOf(from)}`
  return grain === "month" ? monthText(from) : dayText(from)
}
