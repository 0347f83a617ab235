import {daysAfter, type EventMention} from "../../src/model/model.ts"
import type {KeyEvent} from "./key.ts"

/// The days that reports were given, beside those of the key. One that names the day, or a stretch with the day in it, is right; up to three
/// days off is near: news of yesterday that says no day is given its own.

const verdicts = ["right", "near", "wrong"] as const
type Verdict = (typeof verdicts)[number]

const near = 3

interface Days {
  readonly from: string
  /// The last that is in.
  readonly last: string
}

/// "2013", "2013-02" or "2013-02-09", up to `until` where there is one.
function keyDays({date, until}: KeyEvent): Days | undefined {
  return date === undefined ? undefined : {from: date.padEnd(10, "-01"), last: lastOf(until ?? date)}
}

function lastOf(date: string): string {
  if (date.length === 4) return `${date}-12-31`
  return date.length === 7 ? daysAfter(`${daysAfter(`${date}-01`, 31).slice(0, 7)}-01`, -1) : date
}

function verdictOf(key: Days, {from, last}: Days): Verdict {
  if (from <= key.last && key.from <= last) return "right"
  return from <= daysAfter(key.last, near) && daysAfter(key.from, -near) <= last ? "near" : "wrong"
}

/// Of deeds that happened, how often their reports have the right day, by what the day rests on: a line a basis.
export function daysTold(told: readonly {readonly key: KeyEvent; readonly mention?: EventMention}[]): string[] {
  const tally = new Map<string, Record<Verdict, number>>()
  let none = 0
  for (const {key, mention} of told) {
    const days = keyDays(key)
    if (!days || !mention || key.status !== "happened") continue
    const {from, until} = mention.time?.means ?? {}
    if (from === undefined || until === undefined) {
      none++
      continue
    }
    const {basis} = mention.time!
    const counts = tally.get(basis) ?? {right: 0, near: 0, wrong: 0}
    counts[verdictOf(days, {from, last: daysAfter(until, -1)})]++
    tally.set(basis, counts)
  }
  const lines = ["stated", "inferred", "assumed"].map(basis => {
    const counts = tally.get(basis)
    return `  ${basis.padEnd(8)} ${verdicts.map(v => `${v} ${counts?.[v] ?? 0}`).join(", ")}`
  })
  return [...lines, `  no day   ${none}`]
}
