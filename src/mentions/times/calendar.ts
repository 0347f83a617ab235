import type {Day, TimeGrain, TimeSpan} from "../../model/model.ts"

/// The calendar as arithmetic: days are counted from 1970-01-01, years and months by their numbers. No clock is read.

const DAY = 86400000

/// The number of a day. Months out of range roll over as `Date` does.
export const dayNumber = (year: number, month: number, day: number): number =>
  new Date(0).setUTCFullYear(year, month - 1, day) / DAY

/// The number of a day written YYYY-MM-DD, or undefined when it is no day of the calendar.
export function parseDay(text: string | undefined): number | undefined {
  const m = text === undefined ? null : /^(\d{4})-(\d\d)-(\d\d)/.exec(text)
  if (!m) return undefined
  const n = dayNumber(Number(m[1]), Number(m[2]), Number(m[3]))
  return dayText(n) === m[0] ? n : undefined
}

export function dayText(n: number): Day {
  const {year, month, day} = civil(n)
  return `${yearText(year)}-${two(month)}-${two(day)}`
}

export function civil(n: number): {year: number; month: number; day: number} {
  const d = new Date(n * DAY)
  return {year: d.getUTCFullYear(), month: d.getUTCMonth() + 1, day: d.getUTCDate()}
}

export const daysInMonth = (year: number, month: number): number => dayNumber(year, month + 1, 1) - dayNumber(year, month, 1)

/// 1 Monday to 7 Sunday.
export const weekday = (n: number): number => ((((n + 3) % 7) + 7) % 7) + 1

/// The ISO week of a day: "2024-W25".
export function weekText(n: number): string {
  const thursday = n - weekday(n) + 4
  const year = civil(thursday).year
  return `${yearText(year)}-W${two(Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1)}`
}

/// "0480" with the sign in front as TIMEX writes it: BC0480.
export const yearText = (year: number): string =>
  year < 0 ? `BC${String(-year).padStart(4, "0")}` : String(year).padStart(4, "0")

export const monthText = (year: number, month: number): string => `${yearText(year)}-${two(month)}`

export const two = (n: number): string => String(n).padStart(2, "0")

/// A month so many months away, as [year, month].
export function shiftMonth(year: number, month: number, by: number): [number, number] {
  const m = year * 12 + month - 1 + by
  return [Math.floor(m / 12), (((m % 12) + 12) % 12) + 1]
}

const seasonStart: Readonly<Record<string, number>> = {SP: 3, SU: 6, FA: 9, WI: 12}

/// The half-open days a TIMEX3 value covers. Values that name no days ("P3D", "XXXX-06", "PAST_REF") have a grain alone.
/// Seasons are the meteorological ones of the north; winter begins in the December of its year.
export function spanOf(value: string): TimeSpan {
  const span = (from: number, until: number, grain: TimeGrain): TimeSpan => ({from: dayText(from), until: dayText(until), grain})
  const m = /^(\d{4})(?:-(?:(\d\d)(?:-(\d\d)(T.*)?)?|W(\d\d)(?:-(WE))?|(SP|SU|FA|WI)|([QH])(\d)))?$/.exec(value)
  if (m) {
    const year = Number(m[1])
    if (year < 1) return {grain: "year"}
    if (m[3]) {
      const day = dayNumber(year, Number(m[2]), Number(m[3]))
      return span(day, day + 1, m[4] ? "time" : "day")
    }
    if (m[2]) return span(dayNumber(year, Number(m[2]), 1), dayNumber(year, Number(m[2]) + 1, 1), "month")
    if (m[5]) {
      const fourth = dayNumber(year, 1, 4)
      const monday = fourth - weekday(fourth) + 1 + (Number(m[5]) - 1) * 7
      return m[6] ? span(monday + 5, monday + 7, "day") : span(monday, monday + 7, "week")
    }
    if (m[7]) return span(dayNumber(year, seasonStart[m[7]]!, 1), dayNumber(year, seasonStart[m[7]]! + 3, 1), "season")
    if (m[8]) {
      const months = m[8] === "Q" ? 3 : 6
      const first = (Number(m[9]) - 1) * months + 1
      return span(dayNumber(year, first, 1), dayNumber(year, first + months, 1), "quarter")
    }
    return span(dayNumber(year, 1, 1), dayNumber(year + 1, 1, 1), "year")
  }
  const wide = /^(\d{2,3})(X{1,2})$/.exec(value)
  if (wide && wide[1]!.length + wide[2]!.length === 4) {
    const length = wide[2] === "X" ? 10 : 100
    const year = Number(wide[1]) * length
    if (year > 0) return span(dayNumber(year, 1, 1), dayNumber(year + length, 1, 1), length === 10 ? "decade" : "century")
  }
  return {grain: grainOf(value)}
}

function grainOf(value: string): TimeGrain {
  if (/^P/.test(value)) return value.endsWith("_REF") ? "day" : "duration"
  if (/^T|T/.test(value.replace(/^[A-Z]+_REF$/, ""))) return "time"
  if (/W[X\d][X\d](-\d)?$/.test(value)) return /-\d$/.test(value) ? "day" : "week"
  if (/-(SP|SU|FA|WI)$/.test(value)) return "season"
  if (/-[QH][X\d]$/.test(value)) return "quarter"
  if (/^(BC)?\d\d(XX)?$/.test(value)) return "century"
  if (/^(BC)?\d\d\dX?$/.test(value)) return "decade"
  const dashes = value.split("-").length - 1
  return dashes >= 2 || value.endsWith("_REF") ? "day" : dashes === 1 ? "month" : "year"
}
