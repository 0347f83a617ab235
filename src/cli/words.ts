import type {Place, TimeSpan} from "../model/model.ts"

/// A time as people write it, never finer than it was said: "2023-09-13", "2023-03", "2001", "2024-10-08 to 2024-10-12".
export function dayOf(time: TimeSpan | undefined): string {
  if (!time?.from) return "no day said"
  const {from, until, grain} = time
  if (grain === "month") return from.slice(0, 7)
  if (grain === "year") return from.slice(0, 4)
  if (!until) return `from ${from}`
  const last = new Date(Date.parse(`${until}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  return last <= from ? from : `${from} to ${last}`
}

export const codeOf = (place: Place): string => place.country ?? ""
