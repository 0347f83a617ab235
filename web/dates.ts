import type {TimeSpan} from "../src/api/contract.ts"
import {words} from "./words.ts"

/// Days as the page writes them. A day is the text YYYY-MM-DD and is never moved to the reader's zone.

const day = 86_400_000
const at = (d: string): Date => new Date(`${d}T00:00:00Z`)

/// "2024-02-28" and 2 → "2024-03-01".
export const later = (d: string, days: number): string => new Date(at(d).getTime() + days * day).toISOString().slice(0, 10)

/// How many days lie from one day to the other.
export const daysBetween = (from: string, until: string): number => Math.round((at(until).getTime() - at(from).getTime()) / day)

const format = (options: Intl.DateTimeFormatOptions) => {
  const made = new Intl.DateTimeFormat(words.locale, {timeZone: "UTC", ...options})
  return (d: string): string => (Number.isNaN(at(d).getTime()) ? d : made.format(at(d)).replace(/\bSept\b/, "Sep"))
}
const dayMonthYear = format({day: "numeric", month: "short", year: "numeric"})
const dayMonth = format({day: "numeric", month: "short"})
const monthYear = format({month: "short", year: "numeric"})
const longDay = format({day: "numeric", month: "long", year: "numeric"})
const longDayMonth = format({day: "numeric", month: "long"})
const longMonth = format({month: "long", year: "numeric"})
const month = format({month: "short"})

export const yearOf = (d: string): string => d.slice(0, 4)

/// "19 Jun 2024".
export const dayText = (d: string): string => dayMonthYear(d)

/// "June 2024", for sliders and charts.
export const monthText = (d: string): string => longMonth(d)

/// A span in words, as finely as it was said and no finer: "19 Jun", "8–13 Oct", "Oct", "from Oct"; with `year` its year too;
/// `long` writes months out.
export function spanText(span: TimeSpan | undefined, show: {readonly year: boolean; readonly long?: boolean}): string {
  if (!span || (!span.from && !span.until)) return words.noDate
  const {from, until} = span
  const dm = show.long ? longDayMonth : dayMonth
  const dmy = show.long ? longDay : dayMonthYear
  const my = show.long ? longMonth : monthYear
  const one = show.year ? dmy : dm
  const coarse = span.grain !== "day" && span.grain !== "time"
  const edge = (d: string): string => (coarse && d.endsWith("-01") ? (show.year ? my(d) : month(d)) : one(d))
  if (from && !until) return words.open.from(edge(from))
  if (!from && until) return words.open.until(one(later(until, -1)))
  const first = from!
  const last = later(until!, -1)
  if (first >= last) return one(first)
  const days = daysBetween(first, until!)
  const wholeMonths = first.endsWith("-01") && until!.endsWith("-01")
  const wholeYears = first.endsWith("-01-01") && until!.endsWith("-01-01")
  if (wholeYears) {
    const y = Number(yearOf(first))
    const n = Number(yearOf(until!)) - y
    if (n === 1) return yearOf(first)
    if (n === 10 && y % 10 === 0) return `${y}s`
    return `${y}–${yearOf(last)}`
  }
  if (wholeMonths) {
    if (days <= 31) return show.year ? my(first) : show.long ? longMonth(first).split(" ")[0]! : month(first)
    if (yearOf(first) === yearOf(last)) return `${month(first)}–${show.year ? my(last) : month(last)}`
    return `${my(first)} – ${my(last)}`
  }
  if (first.slice(0, 7) === last.slice(0, 7)) return `${Number(first.slice(8))}–${one(last)}`
  if (yearOf(first) === yearOf(last)) return `${dm(first)} – ${one(last)}`
  return `${dmy(first)} – ${dmy(last)}`
}

const wholeDay = format({weekday: "long", day: "numeric", month: "long", year: "numeric"})

/// "Wednesday, 13 November 2024", for titles.
export const weekdayText = (d: string): string => wholeDay(d).replace(/^(\p{L}+) /u, "$1, ")

/// "13 November 2024".
export const longDayText = (d: string): string => longDay(d)
