import {type Clause, daysAfter, type TimeGrain, type TimeMention, type TimeSpan} from "../model/model.ts"
import type {Page} from "./page.ts"

/// "five days *after* the country tested a bomb", "a month *before* the minister's trip": when one of the two was, where it is only said how
/// long before or after the other.

type Dated = TimeSpan & {readonly from: string; readonly until: string}

const isDated = (means: TimeSpan | undefined): means is Dated =>
  means?.from !== undefined && means.until !== undefined && means.grain !== "set" && means.grain !== "duration"

interface Distance {
  readonly mention: TimeMention
  readonly days: number
  readonly unit: string
  /// 1 where the first told is later than what stands behind "after", -1 before.
  readonly sign: 1 | -1
  /// Where "after" ends.
  readonly end: number
}

/// How many words what stands behind "after" may begin with before its own predicate.
const near = 14

/// When a deed was by its distance from another deed of the sentence that has a time; undefined where nothing of the kind is said.
export function reckoned(
  page: Page,
  clause: Clause
): {readonly means: TimeSpan; readonly said: readonly TimeMention[]} | undefined {
  for (const distance of distancesIn(page, clause.sentence)) {
    const isBehind =
      clause.predicate.span.start >= distance.end && wordsBetween(page, distance.end, clause.predicate.span.start) < near
    const above = isBehind ? outside(page, clause, distance) : undefined
    if (above) {
      const base = timeOf(page, above, t => t.span.end <= distance.mention.span.start || t.span.start > clause.span.end)
      if (base) return {means: moved(base.means, distance, -distance.sign), said: [distance.mention, base]}
      const news = distance.sign === 1 ? publishedDay(page, above, distance) : undefined
      if (news) return {means: since(news, distance), said: [distance.mention]}
      continue
    }
    const below = page.children[clause.index]?.find(
      c => c.predicate.span.start >= distance.end && outside(page, c, distance) === clause
    )
    if (!below) continue
    const base = timeOf(page, below, t => t.span.start >= distance.end)
    if (base && wordsBetween(page, distance.end, base.span.start) < near)
      return {means: moved(base.means, distance, distance.sign), said: [distance.mention, base]}
  }
  return undefined
}

/// The day of news that says no other: "the meeting came eight days after police broke up the march", "two weeks after the strike the pits
/// are still shut", "it is a year since they signed".
function publishedDay(page: Page, {tense, perfect, modal, sentence}: Clause, {mention}: Distance): Dated | undefined {
  const {published} = page.document.article
  if (published === undefined || Number.isNaN(Date.parse(published)) || modal) return undefined
  const opens = page.tokensIn(page.document.sentences[sentence]!.start, mention.span.start).length < 3
  if (perfect ? tense !== "present" : tense !== "past" && !(tense === "present" && opens)) return undefined
  return {from: published, until: daysAfter(published, 1), grain: "day"}
}

/// So long before a day; a year before is within weeks of it, for anniversaries are kept.
function since(day: Dated, distance: Distance): TimeSpan {
  if (distance.unit !== "Y" || distance.days > 366) return moved(day, distance, -1)
  const middle = daysAfter(day.from, -365)
  return {from: daysAfter(middle, -15), until: daysAfter(middle, 16), grain: "month"}
}

const wordsBetween = (page: Page, from: number, to: number): number => page.tokensIn(from, to).length

function distancesIn(page: Page, sentence: number): Distance[] {
  return page.timesIn(sentence).flatMap(mention => {
    const measure = /^PT?(\d+|X+)([DWMYH])$/.exec(mention.value)
    if (!measure) return []
    const own = /\b(after|before|since)$/i.exec(mention.text)
    const next = own ? undefined : page.tokensIn(mention.span.end, mention.span.end + 12)[0]
    const word = own?.[1] ?? next?.text
    if (!word || !/^(?:after|before|since)$/i.test(word)) return []
    const unit = mention.value.startsWith("PT") ? "H" : measure[2]!
    const days = unit === "H" ? 0 : Number(measure[1]) * unitDays[unit]!
    if (Number.isNaN(days)) return []
    return [{mention, days, unit, sign: /^before$/i.test(word) ? -1 : 1, end: next?.end ?? mention.span.end} as const]
  })
}

const unitDays: Readonly<Record<string, number>> = {D: 1, W: 7, M: 30.44, Y: 365.25}

/// The clause above one that stands behind "five days after", if it stands outside.
function outside(page: Page, clause: Clause, {end}: Distance): Clause | undefined {
  const above = clause.parent && page.document.clauses[clause.parent.clause]
  if (!above || above.sentence !== clause.sentence) return undefined
  const {start} = above.predicate.span
  const apart = start < end || start > clause.predicate.span.end
  return apart && clause.predicate.span.start >= end ? above : undefined
}

/// The time that a clause gives itself, or the noun within it.
function timeOf(
  page: Page,
  clause: Clause,
  fits: (t: TimeMention) => boolean
): (TimeMention & {readonly means: Dated}) | undefined {
  const own = [clause, ...(page.children[clause.index] ?? []).filter(c => /^(?:nominal|manner)$/.test(c.parent!.link))].flatMap(
    c => page.timesOf(c)
  )
  return own.find((t): t is TimeMention & {readonly means: Dated} => isDated(t.means) && fits(t))
}

function moved(from: Dated, {days, unit}: Distance, by: number): TimeSpan {
  const shift = Math.round(days) * by
  const [first, last] = [daysAfter(from.from, shift), daysAfter(from.until, shift)]
  const exact = unit === "D" || unit === "H"
  if (exact || coarse.indexOf(from.grain) >= coarse.indexOf(grainOf[unit]!))
    return unit === "M" || unit === "Y"
      ? whole(from, first, unit)
      : {from: first, until: last, grain: from.grain === "time" ? "day" : from.grain}
  if (unit === "W") return {from: daysAfter(first, -3), until: daysAfter(last, 3), grain: "week"}
  return whole(from, first, unit)
}

const coarse: readonly TimeGrain[] = ["time", "day", "week", "month", "season", "year"]
const grainOf: Readonly<Record<string, TimeGrain>> = {H: "time", D: "day", W: "week", M: "month", Y: "year"}

/// The month or the year about a day: nobody who says "two years after" counts days.
function whole(from: Dated, day: string, unit: string): TimeSpan {
  const middle = daysAfter(day, Math.floor((Date.parse(from.until) - Date.parse(from.from)) / 172_800_000))
  const year = Number(middle.slice(0, 4))
  if (unit === "Y" || from.grain === "year")
    return {from: `${middle.slice(0, 4)}-01-01`, until: `${String(year + 1).padStart(4, "0")}-01-01`, grain: "year"}
  const first = `${middle.slice(0, 7)}-01`
  return {from: first, until: `${daysAfter(first, 31).slice(0, 7)}-01`, grain: "month"}
}
