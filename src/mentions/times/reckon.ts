import {
  civil,
  dayNumber,
  daysInMonth,
  dayText,
  parseDay,
  shiftMonth,
  spanOf,
  two,
  weekday,
  weekText,
  yearText
} from "./calendar.ts"
import {countOf, durationOf, unitCode, yearIn} from "./reading.ts"
import {type Anchor, type Found, Match, type Setting} from "./setting.ts"
import {date, decade, duration, ofDay, ofMonth, ofYear, unknownOf} from "./values.ts"
import type {Piece} from "./words.ts"

/// What a word of time stands for, reckoned from the day of publication or from the time told before.

export const fromPublication = "reckoned from the day of publication"

export const fromStory = "reckoned from the time told before"

export const nothing = "neither a day of publication nor a time told before"

/// Where "in April" and "on Monday" are reckoned from.
export function base(s: Setting): {year: number; month: number; day?: number; why: string} | undefined {
  if (s.story && s.last)
    return {year: s.last.year, month: s.last.month ?? 1, ...(s.last.day && {day: s.last.day}), why: fromStory}
  if (s.published !== undefined) return {...civil(s.published), why: fromPublication}
  if (s.last) return {year: s.last.year, month: s.last.month ?? 1, ...(s.last.day && {day: s.last.day}), why: fromStory}
  return undefined
}

/// The year of a month without one: in a history the year being told, in news the last such month unless the tense looks ahead.
export function yearFor(month: number, day: number | undefined, s: Setting): {year: number; why: string} | undefined {
  if (s.joined) return {year: s.joined.year + (month < (s.joined.month ?? 1) ? 1 : 0), why: fromStory}
  const b = base(s)
  if (!b) return undefined
  if (b.why === fromStory) return {year: storyYear(month, day, s, b.year), why: fromStory}
  // "In 1994 …. In April …": background goes on in its own year.
  if (s.fresh && s.last && Math.abs(s.last.year - b.year) > 1 && s.direction() !== "forward")
    return {year: s.last.year, why: fromStory}
  const ahead = month > b.month || (month === b.month && day !== undefined && day > b.day!)
  const direction = s.direction()
  if (ahead) {
    // A date some weeks ahead is more likely near than a year back, unless the sentence tells of the past.
    const months = month - b.month
    return {year: direction === "back" || (direction === undefined && months > 6) ? b.year - 1 : b.year, why: b.why}
  }
  return {year: direction === "forward" && b.month - month > 2 ? b.year + 1 : b.year, why: b.why}
}

/// The year of a month in a history: a story goes on from day to day, over New Year, and past years that are told in between.
function storyYear(month: number, day: number | undefined, s: Setting, year: number): number {
  const {last, line} = s
  if (!last || !line?.month) return year
  // December is followed by January.
  if (last === line || last.year === line.year) return year === line.year && line.month >= 11 && month <= 2 ? year + 1 : year
  if (s.here) return year
  const ahead = dayNumber(line.year, month, day ?? 28) - dayNumber(line.year, line.month, line.day ?? 1)
  const far = !s.fresh && Math.abs(last.year - line.year) > 5
  return far || (ahead >= 0 && ahead < 93) ? line.year : year
}

export function bareMonth(month: number, s: Setting): Found {
  if (s.guide && s.direction() !== "back") return {value: `XXXX-${two(month)}`, set: true}
  const y = yearFor(month, undefined, s)
  return y ? ofMonth(y.year, month, y.why) : {value: `XXXX-${two(month)}`, inferred: nothing}
}

export function bareDate(
  month: number,
  day: number,
  s: Setting,
  dayIn?: (year: number) => readonly [month: number, day: number]
): Found | undefined {
  if (s.guide && s.direction() !== "back" && !dayIn) return {value: `XXXX-${two(month)}-${two(day)}`, set: true}
  const y = yearFor(month, day, s)
  if (!y) return day <= daysInMonth(2000, month) ? {value: `XXXX-${two(month)}-${two(day)}`, inferred: nothing} : undefined
  // A feast that moves has another day in another year.
  const found = dayIn ? date(y.year, ...dayIn(y.year)) : (date(y.year, month, day) ?? date(y.year - 1, month, day))
  return found && {...found, inferred: y.why}
}

/// The day a weekday names: the last one, today included, unless the tense looks ahead.
export function weekdayNear(w: number, s: Setting, which: "last" | "next" | "this" | undefined): Found {
  const from = reference(s)
  if (!from) return {value: `XXXX-WXX-${w}`, inferred: nothing}
  if (s.joined?.day && which === undefined) {
    const first = dayNumber(s.joined.year, s.joined.month!, s.joined.day)
    return ofDay(first + ((w - weekday(first) + 7) % 7), fromStory)
  }
  if (s.guide && which === undefined && s.direction() !== "back") return {value: `XXXX-WXX-${w}`, set: true}
  const back = (weekday(from.day) - w + 7) % 7
  const ahead = (w - weekday(from.day) + 7) % 7
  const day =
    which === "last"
      ? from.day - (back || 7)
      : which === "next"
        ? from.day + (ahead || 7)
        : which === "this"
          ? from.day + ahead
          : s.direction() === "forward"
            ? from.day + ahead
            : from.day - back
  return ofDay(day, from.why)
}

/// The day that "yesterday" and weekdays are reckoned from.
export function reference(s: Setting): {day: number; why: string} | undefined {
  if (s.story && s.last?.day) return {day: dayNumber(s.last.year, s.last.month!, s.last.day), why: fromStory}
  if (s.published !== undefined) return {day: s.published, why: fromPublication}
  return undefined
}

/// A stretch of time away from an anchor, no finer than the unit: two years later is a year, three weeks ago a week.
export function away(count: number, unit: string, from: Anchor, why: string): Found | undefined {
  const n = Math.trunc(count)
  if (!Number.isFinite(n) || Math.abs(n) > 100000) return undefined
  switch (unit) {
    case "D":
    case "FN":
    case "W": {
      if (!from.day || !from.month) return undefined
      const days = unit === "D" ? n : unit === "W" ? n * 7 : n * 14
      const day = dayNumber(from.year, from.month, from.day) + days
      if (unit === "D") return ofDay(day, why)
      return {value: weekText(day), anchor: civil(day), inferred: why}
    }
    case "M": {
      if (!from.month) return undefined
      const [year, month] = shiftMonth(from.year, from.month, n)
      return ofMonth(year, month, why)
    }
    case "Q": {
      if (!from.month) return undefined
      const [year, month] = shiftMonth(from.year, from.month, n * 3)
      return {value: `${yearText(year)}-Q${Math.ceil(month / 3)}`, anchor: {year, month}, inferred: why}
    }
    case "Y":
      // "Two and a half years ago"
      if (n !== count && from.month) return ofYear(shiftMonth(from.year, from.month, Math.round(count * 12))[0], why)
      return ofYear(from.year + n, why)
    case "DE":
      return Math.abs(n) === 1 || n === 0
        ? decade(Math.floor(from.year / 10) * 10 + n * 10, why)
        : ofYear(from.year + n * 10, why)
    case "CE":
      return {value: `${yearText(from.year + n * 100).slice(0, 2)}XX`, anchor: {year: from.year + n * 100}, inferred: why}
    default:
      return undefined
  }
}

/// The first day of a stretch that ends on a day.
export function daysBack(day: number, count: number, unit: string): number | undefined {
  const d = civil(day)
  switch (unit) {
    case "TH":
      return day - Math.ceil(count / 24)
    case "D":
      return day - Math.trunc(count)
    case "W":
      return day - Math.trunc(count * 7)
    case "FN":
      return day - Math.trunc(count * 14)
    case "M": {
      const [year, month] = shiftMonth(d.year, d.month, -Math.trunc(count))
      return dayNumber(year, month, Math.min(d.day, daysInMonth(year, month)))
    }
    case "Y":
      return dayNumber(d.year - Math.trunc(count), d.month, d.day)
    case "DE":
      return dayNumber(d.year - Math.trunc(count * 10), d.month, d.day)
    default:
      return undefined
  }
}

/// In talk "this morning" and "at ten" are told by the clock alone: the days stand beside the value, not in it.
export function inTalk(found: Found, s: Setting): Found {
  const m = /^(\d{4}-\d\d-\d\d)(T.+)$/.exec(found.value)
  const day = s.talk && m ? parseDay(m[1]) : undefined
  return day === undefined ? found : {...found, value: m![2]!, days: [day, day + 1]}
}

/// A time of day on the day that the text is at.
export function onDay(clock: string, day: Found | undefined, s: Setting): Found {
  if (day && /^\d{4}-\d\d-\d\d$/.test(day.value)) return {...day, value: day.value + clock}
  if (s.guide) return {value: clock, set: true}
  if (s.last?.day) {
    const told = dayNumber(s.last.year, s.last.month!, s.last.day)
    return inTalk({...ofDay(told, fromStory), value: `${dayText(told)}${clock}`}, s)
  }
  if (s.published !== undefined && !s.story)
    return inTalk({...ofDay(s.published, fromPublication), value: `${dayText(s.published)}${clock}`}, s)
  return {value: `XXXX-XX-XX${clock}`, inferred: nothing}
}

/// A full or partial date within a match, after piece `from`.
export function dateIn(m: Match, from: number, s: Setting): Found | undefined {
  const rest = new Match(m.pieces, from, m.to)
  const month = rest.get("month")
  const day = rest.get(["day", "ordinal"])
  const year = yearIn(rest)
  if (month && day) return year === undefined ? bareDate(month.n, day.n, s) : date(year, month.n, day.n)
  const deictic = rest.get("deictic")
  if (deictic) return today(deictic.n, s)
  const w = rest.get("weekday")
  return w && weekdayNear(w.n, s, undefined)
}

export function today(shift: number, s: Setting): Found {
  if (s.published === undefined || s.story) return {value: "XXXX-XX-XX", inferred: nothing}
  return ofDay(s.published + shift, fromPublication)
}

export function thisUnit(shift: number, unit: Piece, s: Setting): Found | undefined {
  const code = unitCode(unit)
  if (s.published === undefined && !s.last) return undefined
  const from: Anchor | undefined = s.story || s.published === undefined ? s.last : civil(s.published)
  if (!from) return undefined
  const why = s.story || s.published === undefined ? fromStory : fromPublication
  if (code === "WE") {
    if (!from.day) return undefined
    const day = dayNumber(from.year, from.month!, from.day)
    // On a Monday "last weekend", and mostly "the weekend", is the one just over.
    const week =
      day - weekday(day) + 1 + (shift < 0 || (shift === 0 && s.direction() !== "forward" && weekday(day) < 4) ? -7 : shift * 7)
    return {value: `${weekText(week)}-WE`, days: [week + 5, week + 7], inferred: why}
  }
  return away(shift, code, from, why)
}

/// "The past three years": a length, and the days it covers.
export function lasting(count: number | undefined, unit: string, direction: -1 | 1, s: Setting): Found {
  const value = duration(count, unit)
  if (s.published === undefined || s.story || count === undefined) return {value}
  const end = direction < 0 ? s.published : undefined
  if (end !== undefined) {
    const start = daysBack(end, count, unit)
    return start === undefined ? {value} : {value, days: [start, end + 1], inferred: fromPublication}
  }
  const until = daysBack(s.published, -count, unit)
  return until === undefined ? {value} : {value, days: [s.published, until + 1], inferred: fromPublication}
}

/// "Three years ago", reckoned from the day of publication.
export function counted(m: Match, s: Setting, direction: -1 | 1): Found {
  const unit = unitCode(m.get(["unit", "clockunit"])!)
  const count = countOf(m)
  if (count === undefined) return {value: direction < 0 ? "PAST_REF" : "FUTURE_REF"}
  // In a history it is the people of the story who look back.
  if (s.story && s.line) {
    const found = unit === "TH" || unit === "TM" ? undefined : away(direction * count, unit, s.line, fromStory)
    if (found) return found
  }
  if (s.published === undefined) return {value: unknownOf(unit), inferred: nothing}
  if (unit === "TH" || unit === "TM") {
    const days = unit === "TH" ? Math.floor(count / 24) : 0
    return ofDay(s.published + direction * days, fromPublication)
  }
  return away(direction * count, unit, civil(s.published), fromPublication) ?? {value: unknownOf(unit), inferred: nothing}
}

/// "Three years later", reckoned from the time told before.
export function told(m: Match, s: Setting, direction: -1 | 1): Found {
  const unit = unitCode(m.get(["unit", "clockunit"])!)
  const count = countOf(m)
  const from = s.last ?? (s.published === undefined ? undefined : civil(s.published))
  const found =
    from && count !== undefined ? away(direction * count, unit, from, s.last ? fromStory : fromPublication) : undefined
  // "A decade later" of news is not ten years after the news.
  const ahead = direction > 0 && !s.story && s.published !== undefined && s.direction() !== "forward"
  if (found && ahead && (spanOf(found.value).from ?? "") > dayText(s.published))
    return {value: unknownOf(unit), inferred: nothing}
  if (found) return found
  if (count === undefined) return {value: direction > 0 ? "FUTURE_REF" : "PAST_REF"}
  return {value: unit === "TH" || unit === "TM" ? durationOf(m) : unknownOf(unit), inferred: nothing}
}
