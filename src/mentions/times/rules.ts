import {civil, dayNumber, daysInMonth, dayText, monthText, shiftMonth, two, weekday, weekText, yearText} from "./calendar.ts"
import type {Direction} from "./tense.ts"
import {type Kind, kinds, type Piece, units} from "./words.ts"

/// What a rule may look at while it says what its words mean.
export interface Setting {
  /// The day of publication, as a number, where known.
  readonly published: number | undefined
  /// The last time the text told, which "two days later" and a bare "in April" of a history hang on.
  readonly last: Anchor | undefined
  /// A history: its bare months and weekdays follow the story, not the day of publication.
  readonly story: boolean
  /// Whether the text tells of its own days at all: in a guide or a textbook "today" is these days.
  readonly news: boolean
  /// Whether `last` was told in this sentence or the one before.
  readonly fresh: boolean
  direction(): Direction
}

export interface Anchor {
  readonly year: number
  readonly month?: number
  readonly day?: number
}

/// A match of a rule: the pieces, and how many came before and after in the sentence.
export class Match {
  readonly pieces: readonly Piece[]
  readonly from: number
  readonly to: number
  constructor(pieces: readonly Piece[], from: number, to: number) {
    this.pieces = pieces
    this.from = from
    this.to = to
  }
  /// The nth piece of one of these kinds.
  get(names: Kind | readonly Kind[], nth = 0): Piece | undefined {
    const letters = (typeof names === "string" ? [names] : names).map(k => kinds[k])
    for (let i = this.from; i < this.to; i++) {
      const p = this.pieces[i]!
      if ((letters as string[]).includes(p.letter) && nth-- === 0) return p
    }
    return undefined
  }
  has(...names: Kind[]): boolean {
    return this.get(names) !== undefined
  }
  before(n = 1): Piece | undefined {
    return this.pieces[this.from - n]
  }
  after(n = 0): Piece | undefined {
    return this.pieces[this.to + n]
  }
  index(piece: Piece): number {
    return this.pieces.indexOf(piece, this.from)
  }
}

export interface Found {
  /// TIMEX3 value.
  readonly value: string
  /// Days, where they are not those of the value.
  readonly days?: readonly [from: number, until: number]
  /// Which pieces it covers, when not all that matched.
  readonly pieces?: readonly [from: number, to: number]
  /// What it rests on beside its own words.
  readonly inferred?: string
  /// What a later "the same day" may hang on.
  readonly anchor?: Anchor
  readonly set?: boolean
}

export interface Rule {
  readonly name: string
  readonly pattern: string
  means(match: Match, setting: Setting): Found | readonly Found[] | undefined
}

const date = (year: number, month: number, day: number): Found | undefined =>
  day <= daysInMonth(year, month) ? {value: `${yearText(year)}-${two(month)}-${two(day)}`, anchor: {year, month, day}} : undefined
const ofDay = (n: number, inferred?: string): Found => {
  const d = civil(n)
  return {value: dayText(n), anchor: d, ...(inferred !== undefined && {inferred})}
}
const ofMonth = (year: number, month: number, inferred?: string): Found => ({
  value: monthText(year, month),
  anchor: {year, month},
  ...(inferred !== undefined && {inferred})
})
const ofYear = (year: number, inferred?: string): Found => ({
  value: yearText(year),
  anchor: {year},
  ...(inferred !== undefined && {inferred})
})

const fromPublication = "reckoned from the day of publication"
const fromStory = "reckoned from the time told before"
const nothing = "neither a day of publication nor a time told before"

/// Where "in April" and "on Monday" are reckoned from.
function base(s: Setting): {year: number; month: number; day?: number; why: string} | undefined {
  if (s.story && s.last)
    return {year: s.last.year, month: s.last.month ?? 1, ...(s.last.day && {day: s.last.day}), why: fromStory}
  if (s.published !== undefined) return {...civil(s.published), why: fromPublication}
  if (s.last) return {year: s.last.year, month: s.last.month ?? 1, ...(s.last.day && {day: s.last.day}), why: fromStory}
  return undefined
}

/// The year of a month without one: in a history the year being told, in news the last such month unless the tense looks ahead.
function yearFor(month: number, day: number | undefined, s: Setting): {year: number; why: string} | undefined {
  const b = base(s)
  if (!b) return undefined
  if (b.why === fromStory) return {year: b.year, why: fromStory}
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

function bareMonth(month: number, s: Setting): Found {
  const y = yearFor(month, undefined, s)
  return y ? ofMonth(y.year, month, y.why) : {value: `XXXX-${two(month)}`, inferred: nothing}
}

function bareDate(month: number, day: number, s: Setting): Found | undefined {
  const y = yearFor(month, day, s)
  if (!y) return day <= daysInMonth(2000, month) ? {value: `XXXX-${two(month)}-${two(day)}`, inferred: nothing} : undefined
  const found = date(y.year, month, day) ?? date(y.year - 1, month, day)
  return found && {...found, inferred: y.why}
}

/// The day a weekday names: the last one, today included, unless the tense looks ahead.
function weekdayNear(w: number, s: Setting, which: "last" | "next" | "this" | undefined): Found {
  const from = reference(s)
  if (!from) return {value: `XXXX-WXX-${w}`, inferred: nothing}
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
function reference(s: Setting): {day: number; why: string} | undefined {
  if (s.story && s.last?.day) return {day: dayNumber(s.last.year, s.last.month!, s.last.day), why: fromStory}
  if (s.published !== undefined) return {day: s.published, why: fromPublication}
  return undefined
}

const partCodes = ["TMO", "TAF", "TEV", "TNI", "T12:00", "T24:00", "TDT"]
const withPart = (found: Found, part: Piece | undefined): Found =>
  part && /\d$/.test(found.value) ? {...found, value: found.value + partCodes[part.n]} : found

const seasons = ["SP", "SU", "FA", "WI"]
const seasonMonth = [3, 6, 9, 12]

const ofSeason = (year: number, n: number, inferred?: string): Found => ({
  value: `${yearText(year)}-${seasons[n - 1]}`,
  anchor: {year, month: seasonMonth[n - 1]!},
  ...(inferred !== undefined && {inferred})
})

/// A stretch of time away from an anchor, no finer than the unit: two years later is a year, three weeks ago a week.
function away(count: number, unit: string, from: Anchor, why: string): Found | undefined {
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

const decade = (year: number, inferred?: string): Found => ({
  value: `${yearText(year).slice(0, -1)}X`,
  anchor: {year},
  ...(inferred !== undefined && {inferred})
})

/// How many: undefined for "a few", 1 for "a".
function countOf(m: Match): number | undefined {
  const p = m.get(["day", "year", "digits", "number"]) ?? m.get("vague")
  if (!p) return 1
  if (p.letter === kinds.vague) return p.n || undefined
  const half = m.get("half")
  return half && m.get("and") ? p.n + 0.5 : p.n
}

const unitCode = (p: Piece): string => units[p.n]!

const durationCode: Readonly<Record<string, string>> = {S: "S", TM: "M", TH: "H", NI: "D"}

function duration(count: number | undefined, unit: string): string {
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

/// The first day of a stretch that ends on a day.
function daysBack(day: number, count: number, unit: string): number | undefined {
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

const shortYear = (p: Piece): number => p.n
const yearIn = (m: Match): number | undefined => {
  const p = m.get("year") ?? m.get("shortyear")
  return p && shortYear(p)
}

/// Numbers of four digits are years only where they stand like years.
function standsAsYear(m: Match): boolean {
  const before = m.before()
  const after = m.after()
  const year = m.get("year")!
  if (year.word !== String(year.n)) return false
  if (
    before &&
    (before.word === "$" ||
      before.word === "£" ||
      before.word === "€" ||
      before.word === "no" ||
      before.word === "#" ||
      (before.word === "." && before.end === year.start))
  )
    return false
  if (after && (after.word === "%" || (after.word === "." && after.start === year.end && m.after(1)?.start === after.end)))
    return false
  if (
    after &&
    after.letter === kinds.other &&
    /^(people|troops|soldiers|men|women|civilians|m|km|miles|metres|meters|feet|ft|kg|tons|tonnes|dollars|pounds|euros|acres|hectares|members|workers|students|residents|votes|refugees|deaths|casualties|homes|houses|jobs|prisoners|fighters|police|protesters|demonstrators|square|pm|hours|percent|mph)$/.test(
      after.word
    )
  )
    return false
  if (
    before &&
    (before.letter === kinds.in ||
      before.letter === kinds.of ||
      before.letter === kinds.open ||
      before.letter === kinds.between ||
      before.letter === kinds.from ||
      before.letter === kinds.to)
  )
    return year.n >= 1000
  if (year.n < 1500 || year.n > 2100) return before?.letter === kinds.later || before?.letter === kinds.before
  if (
    before &&
    /^(than|approx|approximately|some|nearly|almost|over|about|around|least|most|of|killed|killing|wounded)$/.test(before.word) &&
    before.letter !== kinds.of
  ) {
    return before.word === "around" || before.word === "about"
  }
  return true
}

const clockText = (m: Match): string | undefined => {
  const clock = m.get("clock") ?? m.get("day")
  if (!clock) return undefined
  const ampm = m.get("ampm")
  let minutes = clock.letter === kinds.clock ? clock.n : clock.n * 60
  if (ampm) {
    if (clock.letter === kinds.day && clock.n > 12) return undefined
    if (minutes >= 720 && minutes < 780) minutes -= 720
    minutes += ampm.n * 60
  }
  if (minutes >= 1440) return undefined
  return `T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/// A time of day on the day that the text is at.
function onDay(clock: string, day: Found | undefined, s: Setting): Found {
  if (day && /^\d{4}-\d\d-\d\d$/.test(day.value)) return {...day, value: day.value + clock}
  if (s.last?.day)
    return {
      ...ofDay(dayNumber(s.last.year, s.last.month!, s.last.day), fromStory),
      value: `${dayText(dayNumber(s.last.year, s.last.month!, s.last.day))}${clock}`
    }
  if (s.published !== undefined && !s.story)
    return {...ofDay(s.published, fromPublication), value: `${dayText(s.published)}${clock}`}
  return {value: `XXXX-XX-XX${clock}`, inferred: nothing}
}

/// A full or partial date within a match, after piece `from`.
function dateIn(m: Match, from: number, s: Setting): Found | undefined {
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

function today(shift: number, s: Setting): Found {
  if (s.published === undefined || s.story) return {value: "XXXX-XX-XX", inferred: nothing}
  return ofDay(s.published + shift, fromPublication)
}

/// Two ends of a range, each with its own value; the first stands for the whole stretch.
function range(m: Match, a: Found | undefined, b: Found | undefined, cut: Piece): readonly Found[] | undefined {
  if (!a || !b) return undefined
  const at = m.index(cut)
  return [
    {...a, pieces: [m.from, at]},
    {...b, pieces: [at + 1, m.to]}
  ]
}

const century = (n: number, era: number): Found =>
  era < 0 ? {value: `BC${two(n - 1)}`} : {value: `${two(n - 1)}XX`, anchor: {year: (n - 1) * 100}}

function thisUnit(shift: number, unit: Piece, s: Setting): Found | undefined {
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

const shiftOf = (m: Match): -1 | 0 | 1 | undefined => (m.has("last") ? -1 : m.has("next") ? 1 : m.has("this") ? 0 : undefined)

const ending = (p: Piece | undefined): boolean => p?.word.endsWith("s") === true

/// All ways of saying when, in the order in which equals are preferred; the longest match wins.
export const rules: readonly Rule[] = [
  // Monday, 3 June 2014; the 3rd of June
  {
    name: "day month",
    pattern: "(weekday comma? the?)? the? (day|ordinal) of? month (comma? (year|shortyear))?",
    means: (m, s) => {
      const month = m.get("month")!
      const day = m.get(["day", "ordinal"])!
      const year = yearIn(m)
      if (day.n > 31) return undefined
      return year === undefined ? bareDate(month.n, day.n, s) : date(year, month.n, day.n)
    }
  },
  {
    name: "month day",
    pattern: "(weekday comma?)? month the? (day|ordinal) (comma? of? (year|shortyear))?",
    means: (m, s) => {
      const month = m.get("month")!
      const day = m.get(["day", "ordinal"])!
      const year = yearIn(m)
      if (day.n > 31) return undefined
      return year === undefined ? bareDate(month.n, day.n, s) : date(year, month.n, day.n)
    }
  },
  // 8 to 13 October 2019
  {
    name: "days of a month",
    pattern: "the? (day|ordinal) (hyphen|to|and) the? (day|ordinal) of? month (comma? year)?",
    means: (m, s) => {
      const kind = ["day", "ordinal"] as const
      const month = m.get("month")!
      const year = yearIn(m)
      const make = (p: Piece): Found | undefined => (year === undefined ? bareDate(month.n, p.n, s) : date(year, month.n, p.n))
      return range(m, make(m.get(kind)!), make(m.get(kind, 1)!), m.get(["hyphen", "to", "and"])!)
    }
  },
  {
    name: "month and its days",
    pattern: "month (day|ordinal) (hyphen|to|and) the? (day|ordinal) (comma? year)?",
    means: (m, s) => {
      const kind = ["day", "ordinal"] as const
      const month = m.get("month")!
      const year = yearIn(m)
      const make = (p: Piece): Found | undefined => (year === undefined ? bareDate(month.n, p.n, s) : date(year, month.n, p.n))
      return range(m, make(m.get(kind)!), make(m.get(kind, 1)!), m.get(["hyphen", "to", "and"])!)
    }
  },
  // 24 July until 26 November 1938
  {
    name: "days of two months",
    pattern: "(day|ordinal) month (hyphen|to|and) (day|ordinal) month comma? year",
    means: m => {
      const kind = ["day", "ordinal"] as const
      const year = yearIn(m)!
      const [a, b] = [m.get("month")!, m.get("month", 1)!]
      return range(
        m,
        date(a.n > b.n ? year - 1 : year, a.n, m.get(kind)!.n),
        date(year, b.n, m.get(kind, 1)!.n),
        m.get(["hyphen", "to", "and"])!
      )
    }
  },
  {
    name: "two months and their days",
    pattern: "month (day|ordinal) (hyphen|to|and) month (day|ordinal) comma? year",
    means: m => {
      const kind = ["day", "ordinal"] as const
      const year = yearIn(m)!
      const [a, b] = [m.get("month")!, m.get("month", 1)!]
      return range(
        m,
        date(a.n > b.n ? year - 1 : year, a.n, m.get(kind)!.n),
        date(year, b.n, m.get(kind, 1)!.n),
        m.get(["hyphen", "to", "and"])!
      )
    }
  },
  // "on the 20th": of the month being told.
  {
    name: "day of that month",
    pattern: "the ordinal",
    means: (m, s) => {
      const before = m.before()
      const n = m.get("ordinal")!
      if (
        !/^\d/.test(n.word) ||
        before?.word !== "on" ||
        m.after()?.letter === kinds.unit ||
        m.after()?.letter === kinds.of ||
        !s.last?.month
      )
        return undefined
      const found = date(s.last.year, s.last.month, n.n)
      return found && {...found, inferred: fromStory}
    }
  },
  {
    name: "month to month",
    pattern: "month (hyphen|to|and) month (of|comma|in)? year",
    means: m => {
      const year = yearIn(m)!
      const [a, b] = [m.get("month")!, m.get("month", 1)!]
      return range(m, ofMonth(a.n > b.n ? year - 1 : year, a.n), ofMonth(year, b.n), m.get(["hyphen", "to", "and"])!)
    }
  },
  {
    name: "written date",
    pattern: "iso",
    means: m => {
      const word = m.get("iso")!.word
      const iso = /^(\d{4})-(\d\d)-(\d\d)(?:t(\d\d:\d\d))?/.exec(word)
      if (iso) {
        const found = date(Number(iso[1]), Number(iso[2]), Number(iso[3]))
        return found && iso[4] ? {...found, value: `${found.value}T${iso[4]}`} : found
      }
      const parts = word.split(/[/.]/).map(Number)
      const [a, b] = parts as [number, number, number]
      const year = parts[2]! < 100 ? parts[2]! + (parts[2]! < 50 ? 2000 : 1900) : parts[2]!
      // 13/06 can only be day first; with dots the day comes first; else it is American.
      const dayFirst = a > 12 || word.includes(".")
      const [month, day] = dayFirst ? [b, a] : [a, b]
      return month >= 1 && month <= 12 && day >= 1 ? date(year, month, day) : undefined
    }
  },
  {
    name: "written date in parts",
    pattern: "year hyphen day hyphen day",
    means: m => {
      const [month, day] = [m.get("day")!, m.get("day", 1)!]
      return month.n > 12 || month.word.length !== 2 ? undefined : date(m.get("year")!.n, month.n, day.n)
    }
  },
  {
    name: "month year",
    pattern: "month (of|comma|in)? (the year)? (year|shortyear)",
    means: m => ofMonth(yearIn(m)!, m.get("month")!.n)
  },
  {
    name: "month of an era",
    pattern: "(month (day|ordinal)? comma? | (day|ordinal) month comma? | (season|early) of?)? (digits|day|year) era",
    means: m => {
      const era = m.get("era")!
      const at = m.index(era) - 1
      const n = m.pieces[at]!.n
      if (era.word === "ad" && m.pieces[at]!.letter === kinds.other) return undefined
      const year = era.n < 0 ? -n : n
      const month = m.get("month")
      const season = m.get("season")
      const day = m.get(["day", "ordinal"])
      if (season) return ofSeason(year, season.n)
      if (!month) return ofYear(year)
      return day && m.index(day) !== at
        ? {value: `${monthText(year, month.n)}-${two(day.n)}`, anchor: {year, month: month.n}}
        : {value: monthText(year, month.n), anchor: {year, month: month.n}}
    }
  },
  {
    name: "years of an era",
    pattern: "(digits|day|year) (hyphen|to|and) (digits|day|year) era",
    means: m => {
      const sign = m.get("era")!.n < 0 ? -1 : 1
      const number = ["digits", "day", "year"] as const
      return range(m, ofYear(sign * m.get(number)!.n), ofYear(sign * m.get(number, 1)!.n), m.get(["hyphen", "to", "and"])!)
    }
  },
  {
    name: "era before its year",
    pattern: "era (day|digits|year)",
    means: m => (m.get("era")!.word === "ad" ? ofYear(m.get(["day", "digits", "year"])!.n) : undefined)
  },
  // In the history of antiquity numbers after "in" go on being years before Christ.
  {
    name: "year of antiquity",
    pattern: "(digits|day)",
    means: (m, s) => {
      const n = m.get(["digits", "day"])!
      const before = m.before()
      if (!s.last || s.last.year >= 0 || n.n < 32 || n.n > 999 || n.word.includes(",")) return undefined
      if (
        !before ||
        !(
          before.word === "in" ||
          before.word === "by" ||
          before.word === "of" ||
          before.word === "since" ||
          before.word === "from" ||
          before.word === "until"
        )
      )
        return undefined
      return m.after()?.letter === kinds.other && /^[a-z]/.test(m.after()!.word) && before.word !== "in"
        ? undefined
        : ofYear(-n.n, fromStory)
    }
  },
  {
    name: "year",
    pattern: "(the year)? year",
    means: m => (standsAsYear(m) ? ofYear(m.get("year")!.n) : undefined)
  },
  {
    name: "years",
    pattern: "year hyphen (year|day|digits)",
    means: m => {
      const a = m.get("year")!
      const b = m.pieces[m.to - 1]!
      const end = b.letter === kinds.year ? b.n : b.word.length === 2 ? Math.floor(a.n / 100) * 100 + b.n : Number.NaN
      if (!(end > a.n) || end - a.n > 500) return undefined
      return range(m, ofYear(a.n), ofYear(end), m.get("hyphen")!)
    }
  },
  {
    name: "short year",
    pattern: "shortyear",
    means: m =>
      m.before()?.letter === kinds.in || m.before()?.letter === kinds.of || m.before()?.letter === kinds.season
        ? ofYear(m.get("shortyear")!.n)
        : undefined
  },
  {
    name: "month",
    pattern: "month",
    means: (m, s) => {
      const month = m.get("month")!
      const before = m.before()
      const sure =
        before !== undefined &&
        /^(in|of|by|since|until|till|last|next|this|early|late|mid|from|to|between|and|during|before|after|through|each|every|-|–|\()$/.test(
          before.word
        )
      if (month.word.length <= 3 && month.word !== "may" && !sure) return undefined
      if ((month.word === "may" || month.word === "march") && !sure) return undefined
      if (/^(april|june|august|may|jan|mar|dec|sun)$/.test(month.word) && !sure && /^[a-z]/.test(m.after()?.word ?? "") === false)
        return undefined
      return bareMonth(month.n, s)
    }
  },
  {
    name: "this or that month",
    pattern: "(last|next|this|same) month",
    means: (m, s) => {
      const month = m.get("month")!
      const shift = shiftOf(m)
      const b = base(s)
      if (!b || shift === undefined) return bareMonth(month.n, s)
      const year =
        shift < 0 ? (month.n < b.month ? b.year : b.year - 1) : shift > 0 ? (month.n > b.month ? b.year : b.year + 1) : b.year
      return ofMonth(year, month.n, b.why)
    }
  },
  {
    name: "month of this year",
    pattern: "month (of|comma)? (last|next|this|same) unit",
    means: (m, s) => {
      const unit = m.get("unit")!
      const shift = shiftOf(m) ?? 0
      const b = base(s)
      return b && unitCode(unit) === "Y" ? ofMonth(b.year + shift, m.get("month")!.n, b.why) : undefined
    }
  },
  {
    name: "season",
    pattern: "(the season of | season of? | season comma) (year|shortyear)",
    means: m => ofSeason(yearIn(m)!, m.get("season")!.n)
  },
  {
    name: "winter of two years",
    pattern: "season of? year hyphen (day|digits|year)",
    means: m => ofSeason(m.get("year")!.n, m.get("season")!.n)
  },
  {
    name: "year and season",
    pattern: "year season",
    means: m => ofSeason(m.get("year")!.n, m.get("season")!.n)
  },
  {
    name: "bare season",
    pattern: "(last|next|this|same|the|following)? season",
    means: (m, s) => {
      const season = m.get("season")!
      const shift = shiftOf(m)
      const before = m.before()
      const introduced =
        m.to - m.from > 1 ||
        (before !== undefined &&
          (before.letter === kinds.in ||
            before.letter === kinds.early ||
            before.letter === kinds.hyphen ||
            before.letter === kinds.of ||
            before.letter === kinds.and))
      if (!introduced) return undefined
      if (
        m.has("the") &&
        (season.word === "spring" || season.word === "fall") &&
        before?.letter !== kinds.in &&
        before?.letter !== kinds.of &&
        before?.letter !== kinds.early
      )
        return undefined
      const b = base(s)
      if (!b) return {value: `XXXX-${seasons[season.n - 1]}`, inferred: nothing}
      if (b.why === fromStory && shift === undefined) return ofSeason(m.has("following") ? b.year + 1 : b.year, season.n, b.why)
      const month = seasonMonth[season.n - 1]!
      const over = month + 2 < b.month
      const begun = month <= b.month
      const winterNow = season.n === 4 && b.month <= 2
      const year =
        shift === -1
          ? over
            ? b.year
            : winterNow
              ? b.year - 1
              : b.year - 1
          : shift === 1
            ? begun
              ? b.year + 1
              : b.year
            : shift === 0
              ? winterNow
                ? b.year - 1
                : b.year
              : s.direction() === "forward"
                ? over
                  ? b.year + 1
                  : b.year
                : begun
                  ? b.year
                  : b.year - 1
      return ofSeason(year, season.n, b.why)
    }
  },
  {
    name: "part of a year",
    pattern: "(the? (ordinal|last) (unit|half)) (of (year | the? (last|next|this|same)? unit) | comma year | year)?",
    means: (m, s) => {
      const ordinal = m.get("ordinal")
      const unit = m.get("unit")
      const half = m.get("half")
      const code = half ? "H" : unit && unitCode(unit) === "Q" && m.index(unit) < m.from + 3 ? "Q" : undefined
      if (!code || !ordinal || ordinal.n > (code === "H" ? 2 : 4)) return undefined
      const year = m.get("year")
      if (year) return {value: `${year.n}-${code}${ordinal.n}`, anchor: {year: year.n}}
      const whole = half ? unit : m.get("unit", 1)
      if (half && !whole) return undefined
      if (whole && unitCode(whole) !== "Y") return undefined
      const b = base(s)
      if (!b) return {value: `XXXX-${code}${ordinal.n}`, inferred: nothing}
      const shift = m.has("this", "next") || m.get("last") ? (shiftOf(m) ?? 0) : 0
      const late = !whole && (ordinal.n - 1) * 3 + 1 > b.month && s.direction() !== "forward" ? -1 : 0
      return {
        value: `${yearText(b.year + shift + late)}-${code}${ordinal.n}`,
        anchor: {year: b.year + shift + late},
        inferred: b.why
      }
    }
  },
  {
    name: "decade",
    pattern: "the? decade",
    means: m => {
      const p = m.get("decade")!
      if (/^[a-z]/.test(p.word))
        return m.has("the") || m.before()?.letter === kinds.early || m.before()?.letter === kinds.hyphen
          ? decade(1900 + p.n * 10)
          : undefined
      const before = m.before()
      if (before && /^(his|her|their|my|your|our)$/.test(before.word)) return undefined
      if (p.n % 100 === 0 && p.n < 2000) return century(p.n / 100 + 1, 1)
      return decade(p.n)
    }
  },
  {
    name: "century",
    pattern: "the? ordinal hyphen? unit era?",
    means: m =>
      unitCode(m.get("unit")!) === "CE" && m.get("ordinal")!.n < 30
        ? century(m.get("ordinal")!.n, m.get("era")?.n ?? 1)
        : undefined
  },
  {
    name: "centuries",
    pattern: "the? ordinal (and|to|hyphen) the? ordinal hyphen? unit",
    means: m => {
      if (unitCode(m.get("unit")!) !== "CE") return undefined
      return range(m, century(m.get("ordinal")!.n, 1), century(m.get("ordinal", 1)!.n, 1), m.get(["and", "to", "hyphen"])!)
    }
  },
  {
    name: "weekday",
    pattern: "(last|next|this|following|same)? weekday part?",
    means: (m, s) => {
      const w = m.get("weekday")!
      if (w.word.length < 5 && m.to - m.from === 1 && !(m.before()?.word === "on")) return undefined
      const which = m.has("last") ? "last" : m.has("next") || m.has("following") ? "next" : m.has("this") ? "this" : undefined
      if (ending(w) && w.word.endsWith("days")) return {value: `XXXX-WXX-${w.n}`, set: true}
      return withPart(weekdayNear(w.n, s, which), m.get("part"))
    }
  },
  {
    name: "weekday of a week",
    pattern: "weekday (of|comma)? (last|next|this|same) unit",
    means: (m, s) => {
      const from = reference(s)
      const shift = shiftOf(m)
      if (!from || shift === undefined || unitCode(m.get("unit")!) !== "W") return undefined
      return ofDay(from.day - weekday(from.day) + m.get("weekday")!.n + shift * 7, from.why)
    }
  },
  {
    name: "today",
    pattern: "deictic part?",
    means: (m, s) => {
      const word = m.get("deictic")!
      if (m.after()?.word === "'s" && word.n === 0 && m.after(1)?.word === "world") return {value: "PRESENT_REF"}
      if (word.n === 0 && (s.story || (!s.news && m.from === 0 && m.after()?.letter === kinds.comma)) && !m.get("part"))
        return {value: "PRESENT_REF"}
      return withPart(today(word.n, s), m.get("part"))
    }
  },
  {
    name: "tonight",
    pattern: "night",
    means: (_, s) => {
      const day = today(0, s)
      return {...day, value: `${day.value}TNI`}
    }
  },
  {
    name: "day before yesterday",
    pattern: "the unit (before|later) deictic",
    means: (m, s) => {
      const shift = m.get("deictic")!.n
      return unitCode(m.get("unit")!) === "D" && shift !== 0 ? today(shift * 2, s) : undefined
    }
  },
  {
    name: "this morning",
    pattern: "(this|last|same|the) part",
    means: (m, s) => {
      const part = m.get("part")!
      if (m.has("the")) return undefined
      if (m.has("same") || s.story) {
        if (!s.last?.day) return {value: `XXXX-XX-XX${partCodes[part.n]}`, inferred: nothing}
        return withPart(ofDay(dayNumber(s.last.year, s.last.month!, s.last.day), fromStory), part)
      }
      if (m.has("last") && part.n !== 3) return undefined
      return withPart(today(m.has("last") ? -1 : 0, s), part)
    }
  },
  {
    name: "part of a day",
    pattern:
      "part (of|in|comma)* (weekday comma?)? (month (day|ordinal) (comma? year)? | (day|ordinal) month year? | weekday | deictic)",
    means: (m, s) => {
      const day = dateIn(m, m.from + 1, s)
      return day && withPart(day, m.get("part"))
    }
  },
  {
    name: "date and part",
    pattern: "(month (day|ordinal) | (day|ordinal) month) comma? part",
    means: (m, s) => {
      const day = dateIn(m, m.from, s)
      return day && withPart(day, m.get("part"))
    }
  },
  {
    name: "clock",
    pattern:
      "(clock ampm? | (day|number) ampm | (day|number) oclock) zone? (comma? in? the? (weekday comma?)? (month (day|ordinal) (comma? year)? | (day|ordinal) month (comma? year)? | weekday | deictic))?",
    means: (m, s) => {
      const first = new Match(m.pieces, m.from, Math.min(m.to, m.from + 3))
      let clock = clockText(first)
      if (!clock) {
        const number = first.get("number")
        if (!number || number.n > 12) return undefined
        clock = `T${two((number.n % 12) + (first.get("ampm")?.n ?? 0))}:00`
      }
      let from = m.from + 1
      while (from < m.to && "AZCck".includes(m.pieces[from]!.letter)) from++
      return onDay(clock, dateIn(m, from, s), s)
    }
  },
  {
    name: "date and clock",
    pattern:
      "(month (day|ordinal) (comma? year)? | (day|ordinal) month (comma? year)? | weekday | deictic) comma? in? (clock ampm? | day ampm) zone?",
    means: (m, s) => {
      let cut = m.to - 1
      while (cut > m.from && "AZ".includes(m.pieces[cut]!.letter)) cut--
      const clock = clockText(new Match(m.pieces, cut, m.to))
      return clock === undefined ? undefined : onDay(clock, dateIn(new Match(m.pieces, m.from, cut), m.from, s), s)
    }
  },
  {
    name: "noon",
    pattern: "part",
    means: (m, s) => {
      const part = m.get("part")!
      const before = m.before()
      if (part.n === 4 || part.n === 5) return onDay(partCodes[part.n]!, undefined, s)
      if (part.word === "overnight" && !s.story && s.published !== undefined) return withPart(today(0, s), part)
      if (part.n === 3 && before?.word === "at") return {value: "XXXX-XX-XXTNI", set: true}
      return undefined
    }
  },
  // last week, this month, next year, the following day
  {
    name: "this unit",
    pattern: "(the? (last|next|following|same) | this) (unit|part)",
    means: (m, s) => {
      const unit = m.get("unit")
      if (!unit) {
        const part = m.get("part")!
        const shift = m.has("following", "next") ? 1 : m.has("same") ? 0 : undefined
        if (shift === undefined || !s.last?.day) return undefined
        return withPart(ofDay(dayNumber(s.last.year, s.last.month!, s.last.day) + shift, fromStory), part)
      }
      const code = unitCode(unit)
      if (ending(unit)) return m.has("last", "next", "following") ? {value: duration(undefined, code)} : undefined
      const the =
        m.has("the") ||
        m.has("following") ||
        m.has("same") ||
        m.get("last")?.word === "previous" ||
        m.get("last")?.word === "preceding"
      const shift = m.has("following") || m.has("next") ? 1 : m.has("same") || m.has("this") ? 0 : -1
      if (the) {
        // "the past year" is a length of time up to now, "the next day" one step on in the story.
        if (m.get("last")?.word === "past" || (m.has("the", "last") && m.get("last")?.word === "last" && code !== "WE"))
          return lasting(1, code, -1, s)
        if (m.has("next") && m.get("next")?.word !== "next") return thisUnit(shift, unit, s)
        if (m.has("same") && m.get("same")!.word === "that" && !s.last) return undefined
        const from = s.last ?? (s.published === undefined ? undefined : civil(s.published))
        if (from) {
          const found = away(shift, code, from, s.last ? fromStory : fromPublication)
          if (found) return found
        }
        return {value: unknownOf(code), inferred: nothing}
      }
      if (m.get("last")?.word === "past") return lasting(1, code, -1, s)
      if (m.get("this")?.word === "current" && code === "D") return undefined
      if (code === "D" && m.has("this")) return s.story ? {value: "XXXX-XX-XX", inferred: nothing} : today(0, s)
      if (code === "D" && m.has("last") && !s.story) return undefined
      return thisUnit(shift, unit, s) ?? {value: unknownOf(code), inferred: nothing}
    }
  },
  {
    name: "the unit",
    pattern: "the unit",
    means: (m, s) => {
      const code = unitCode(m.get("unit")!)
      const before = m.before()
      const tied =
        before !== undefined && (before.letter === kinds.in || before.letter === kinds.of || before.letter === kinds.edge)
      if (ending(m.get("unit"))) return undefined
      if (code === "WE") return thisUnit(0, m.get("unit")!, s)
      if (!tied || code === "D" || code === "Q" || code === "CE" || code === "DE") return undefined
      if (
        before.letter === kinds.of &&
        m.before(2)?.letter !== kinds.edge &&
        m.before(2)?.letter !== kinds.early &&
        m.before(2)?.letter !== kinds.later
      )
        return undefined
      if (s.story) return s.last && away(0, code, s.last, fromStory)
      return thisUnit(0, m.get("unit")!, s)
    }
  },
  {
    name: "earlier this week",
    pattern: "(earlier|later) (the|this|last|next|same) (unit|season)",
    means: (m, s) => {
      const unit = m.get("unit")
      if (!unit) return undefined
      return thisUnit(shiftOf(m) ?? 0, unit, s) ?? {value: unknownOf(unitCode(unit)), inferred: nothing}
    }
  },
  {
    name: "month earlier this year",
    pattern: "(month|weekday) (earlier|later)? (this|last|next|same) unit",
    means: (m, s) => {
      const month = m.get("month")
      const shift = shiftOf(m) ?? 0
      const b = base(s)
      if (!month || !b || unitCode(m.get("unit")!) !== "Y") return undefined
      return ofMonth(b.year + shift, month.n, b.why)
    }
  },
  // the past three years, the next few days
  {
    name: "stretch to now",
    pattern: "the? (last|next|following) half? (day|digits|number|a? vague of?) (clockunit|unit)",
    means: (m, s) => {
      const unit = m.get(["unit", "clockunit"])!
      return lasting(countOf(m), unitCode(unit), m.has("last") ? -1 : 1, s)
    }
  },
  {
    name: "ago",
    pattern: "approx? (amount) (and a half)? (unit|clockunit) ago",
    means: (m, s) => counted(m, s, -1)
  },
  {
    name: "ago vaguely",
    pattern: "(unit|clockunit) ago",
    means: m => (ending(m.get(["unit", "clockunit"])) ? {value: "PAST_REF"} : undefined)
  },
  {
    name: "later",
    pattern: "approx? (amount) (unit|clockunit) (later|earlier|before)",
    means: (m, s) => {
      const word = m.get(["later", "earlier", "before"])!
      // "two days after the attack": the attack's day is not known here.
      const after = m.after()
      if (
        (word.word === "after" || word.word === "before") &&
        after &&
        after.letter !== kinds.comma &&
        /^[\p{L}\d]/u.test(after.word)
      ) {
        return {value: durationOf(m)}
      }
      return told(m, s, word.letter === kinds.later ? 1 : -1)
    }
  },
  {
    name: "later vaguely",
    pattern: "(unit|clockunit) (later|before|earlier)",
    means: m => {
      const unit = m.get(["unit", "clockunit"])!
      return ending(unit) ? {value: m.has("later") ? "FUTURE_REF" : "PAST_REF"} : undefined
    }
  },
  {
    name: "the day before",
    pattern: "the (unit|part) (before|later|earlier)",
    means: (m, s) => {
      const word = m.get(["later", "earlier", "before"])!
      const shift = word.letter === kinds.later ? 1 : -1
      const unit = m.get("unit")
      if (ending(unit)) return undefined
      const after = m.after()
      const tied =
        after &&
        /^[\p{L}\d]/u.test(after.word) &&
        (word.word === "after" || word.word === "before") &&
        after.letter === kinds.other
      const from = s.last ?? (s.published === undefined ? undefined : civil(s.published))
      const found =
        !tied && from ? away(shift, unit ? unitCode(unit) : "D", from, s.last ? fromStory : fromPublication) : undefined
      if (found) return withPart(found, m.get("part"))
      return {value: unknownOf(unit ? unitCode(unit) : "D"), inferred: nothing}
    }
  },
  {
    name: "from now",
    pattern: "(amount) unit from now",
    means: (m, s) => counted(m, s, 1)
  },
  {
    name: "in three days",
    pattern: "in (day|digits|number|a) (unit)",
    means: (m, s) => {
      const unit = m.get("unit")!
      const at: readonly [number, number] = [m.from + 1, m.to]
      const word = m.get("in")!.word
      if (word === "in" && s.direction() === "forward" && !s.story && m.after()?.letter !== kinds.of) {
        const found =
          s.published === undefined ? undefined : away(countOf(m) ?? 0, unitCode(unit), civil(s.published), fromPublication)
        if (found && countOf(m) !== undefined) return {...found, value: durationOf(m), pieces: at}
      }
      return {value: durationOf(m), pieces: at}
    }
  },
  {
    name: "duration",
    pattern: "approx? approx? (amount) (and a half | half)? hyphen? (unit|clockunit) (hyphen? old)?",
    means: m => {
      const unit = m.get(["unit", "clockunit"])!
      const vague = m.get("vague")
      const code = unitCode(unit)
      if (code === "S" && !m.get(["day", "digits", "number"])) return undefined
      if ((code === "Q" || code === "WE") && !m.get(["digits", "number"])) return undefined
      const year = m.get("year")
      if (year && !year.word.includes(",")) return undefined
      const next = m.after()
      // "a day" after a rate ("ten dollars a day") is a set.
      if (m.get("a") && !vague && !m.get(["day", "digits", "number"])) {
        const before = m.before()
        const rate =
          before !== undefined &&
          (/^(times|twice|once|dollars|barrels|percent|hours|miles|people|tonnes|million|billion)$/.test(before.word) ||
            /^(once|twice)$/.test(before.word))
        if (rate) return {value: duration(1, code), set: true}
        if (next?.word === "of" && code === "D") return undefined
      }
      return {value: durationOf(m)}
    }
  },
  {
    name: "half a year",
    pattern: "half a (unit|clockunit)",
    means: m => ({value: duration(0.5, unitCode(m.get(["unit", "clockunit"])!))})
  },
  {
    name: "year-long",
    pattern: "(unit|clockunit) hyphen old",
    means: m => ({value: duration(1, unitCode(m.get(["unit", "clockunit"])!))})
  },
  {
    name: "for months",
    pattern: "(in|to|vague)? (unit|clockunit)",
    means: m => {
      const unit = m.get(["unit", "clockunit"])!
      const before = m.get("in") ?? m.before()
      if (!ending(unit) || unit.word === "yrs" || !before) return undefined
      const at: readonly [number, number] = [m.index(unit), m.to]
      if (m.has("in") && /^(for|in|within|during)$/.test(m.get("in")!.word))
        return {value: duration(undefined, unitCode(unit)), pieces: at}
      return undefined
    }
  },
  {
    name: "every day",
    pattern: "each (day|number|digits|a)? (unit|clockunit|weekday|month|season|part|deictic)",
    means: m => {
      const w = m.get("weekday")
      if (w) return {value: `XXXX-WXX-${w.n}`, set: true}
      const month = m.get("month")
      if (month) return {value: `XXXX-${two(month.n)}`, set: true}
      const season = m.get("season")
      if (season) return {value: `XXXX-${seasons[season.n - 1]}`, set: true}
      const part = m.get("part")
      if (part) return {value: `XXXX-XX-XX${partCodes[part.n]}`, set: true}
      const unit = m.get(["unit", "clockunit"])
      if (!unit) return undefined
      return {value: duration(m.get(["day", "number", "digits"])?.n ?? 1, unitCode(unit)), set: true}
    }
  },
  {
    name: "daily",
    pattern: "often",
    means: m => {
      const word = m.get("often")!
      if (m.after()?.letter === kinds.other && /^[A-Z]/.test(m.after()!.word)) return undefined
      return {value: duration(1, units[word.n]!), set: true}
    }
  },
  {name: "now", pattern: "now", means: () => ({value: "PRESENT_REF"})},
  {
    name: "recently",
    pattern: "recently",
    means: m => (m.get("recently")!.word === "once" ? undefined : {value: "PAST_REF"})
  },
  {
    name: "soon",
    pattern: "soon",
    means: m => (m.get("soon")!.word !== "shortly" && m.before()?.word !== "as" ? {value: "FUTURE_REF"} : undefined)
  }
]

function unknownOf(code: string): string {
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

const durationOf = (m: Match): string => duration(countOf(m), unitCode(m.get(["unit", "clockunit"])!))

/// "The past three years": a length, and the days it covers.
function lasting(count: number | undefined, unit: string, direction: -1 | 1, s: Setting): Found {
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
function counted(m: Match, s: Setting, direction: -1 | 1): Found {
  const unit = unitCode(m.get(["unit", "clockunit"])!)
  const count = countOf(m)
  if (count === undefined) return {value: direction < 0 ? "PAST_REF" : "FUTURE_REF"}
  if (s.published === undefined) return {value: unknownOf(unit), inferred: nothing}
  if (unit === "TH" || unit === "TM") {
    const days = unit === "TH" ? Math.floor(count / 24) : 0
    return ofDay(s.published + direction * days, fromPublication)
  }
  return away(direction * count, unit, civil(s.published), fromPublication) ?? {value: unknownOf(unit), inferred: nothing}
}

/// "Three years later", reckoned from the time told before.
function told(m: Match, s: Setting, direction: -1 | 1): Found {
  const unit = unitCode(m.get(["unit", "clockunit"])!)
  const count = countOf(m)
  const from = s.last ?? (s.published === undefined ? undefined : civil(s.published))
  const found =
    from && count !== undefined ? away(direction * count, unit, from, s.last ? fromStory : fromPublication) : undefined
  if (found) return found
  if (count === undefined) return {value: direction > 0 ? "FUTURE_REF" : "PAST_REF"}
  return {value: unit === "TH" || unit === "TM" ? durationOf(m) : unknownOf(unit), inferred: nothing}
}
