import {civil, daysInMonth, dayText, monthText, two, yearText} from "./calendar.ts"
import type {Found} from "./setting.ts"
import type {Piece} from "./words.ts"

/// TIMEX3 values of days, months, years, seasons, lengths, and what they are anchored to.

export const date = (year: number, month: number, day: number): Found | undefined =>
  day <= daysInMonth(year, month) ? {value: `${yearText(year)}-${two(month)}-${two(day)}`, anchor: {year, month, day}} : undefined

export const ofDay = (n: number, inferred?: string): Found => {
  const d = civil(n)
  return {value: dayText(n), anchor: d, ...(inferred !== undefined && {inferred})}
}

export const ofMonth = (year: number, month: number, inferred?: string): Found => ({
  value: monthText(year, month),
  anchor: {year, month},
  ...(inferred !== undefined && {inferred})
})

export const ofYear = (year: number, inferred?: string): Found => ({
  value: yearText(year),
  anchor: {year},
  ...(inferred !== undefined && {inferred})
})

export const partCodes = ["TMO", "TAF", "TEV", "TNI", "T12:00", "T24:00", "TDT"]

export const withPart = (found: Found, part: Piece | undefined): Found =>
  part && /\d$/.test(found.value) ? {...found, value: found.value + partCodes[part.n]} : found

export const seasons = ["SP", "SU", "FA", "WI"]

export const seasonMonth = [3, 6, 9, 12]

export const ofSeason = (year: number, n: number, inferred?: string): Found => ({
  value: `${yearText(year)}-${seasons[n - 1]}`,
  anchor: {year, month: seasonMonth[n - 1]!},
  ...(inferred !== undefined && {inferred})
})

export const decade = (year: number, inferred?: string): Found => ({
  value: `${yearText(year).slice(0, -1)}X`,
  anchor: {year},
  ...(inferred !== undefined && {inferred})
})

export const durationCode: Readonly<Record<string, string>> = {S: "S", TM: "M", TH: "H", NI: "D"}

export function duration(count: number | undefined, unit: string): string {
  const n = count === undefined ? "X" : String(count)
  if (unit in durationCode) return `PT${n}${durationCode[unit]}`
  if (unit === "DE") return count === undefined ? "PXDE" : `P${count * 10}Y`
  if (unit === "CE") return count === undefined ? "PXCE" : `P${count * 100}Y`
  if (unit === "ML") return count === undefined ? "PXY" : `P${count * 1000}Y`
  if (unit === "FN") return count === undefined ? "PXW" : `P${count * 2}W`
  if (unit === "Q") return `P${n}Q`
  if (unit === "WE") return count === 1 ? "P1WE" : `P${n}WE`
  return `P${n}${unit}`
}

export const century = (n: number, era: number): Found =>
  era < 0 ? {value: `BC${two(n - 1)}`} : {value: `${two(n - 1)}XX`, anchor: {year: (n - 1) * 100}}

export function unknownOf(code: string): string {
  switch (code) {
    case "W":
      return "XXXX-WXX"
    case "M":
      return "XXXX-XX"
    case "Y":
      return "XXXX"
    case "DE":
      return "XXX"
    case "WE":
      return "XXXX-WXX-WE"
    default:
      return "XXXX-XX-XX"
  }
}
