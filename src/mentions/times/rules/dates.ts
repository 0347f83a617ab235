import {civil, monthText, two} from "../calendar.ts"
import {holidays} from "../holidays.ts"
import {inName, range, shiftOf, standsAsYear, unitCode, yearIn} from "../reading.ts"
import {bareDate, base, fromStory, nothing} from "../reckon.ts"
import {standsAsEarlyYear} from "../register.ts"
import type {Found, Match, Rule, Setting} from "../setting.ts"
import {date, ofMonth, ofSeason, ofYear} from "../values.ts"
import {kinds, type Piece} from "../words.ts"

/// A day and a month, in either order.
function dayOfMonth(m: Match, s: Setting): Found | undefined {
  const month = m.get("month")!
  const day = m.get(["day", "ordinal"])!
  const year = yearIn(m)
  const unit = m.get("unit")
  if (day.n > 31 || (unit && unit.word !== "day")) return undefined
  return year === undefined ? bareDate(month.n, day.n, s) : date(year, month.n, day.n)
}

const kind = ["day", "ordinal"] as const

/// Two days of one month.
function daysOfMonth(m: Match, s: Setting): readonly Found[] | undefined {
  const month = m.get("month")!
  const year = yearIn(m)
  const make = (p: Piece): Found | undefined => (year === undefined ? bareDate(month.n, p.n, s) : date(year, month.n, p.n))
  return range(m, make(m.get(kind)!), make(m.get(kind, 1)!), m.get(["hyphen", "to", "and"])!)
}

/// A day of one month and a day of another, over New Year if need be.
function daysOfTwoMonths(m: Match): readonly Found[] | undefined {
  const year = yearIn(m)!
  const [a, b] = [m.get("month")!, m.get("month", 1)!]
  const first = date(a.n > b.n ? year - 1 : year, a.n, m.get(kind)!.n)
  return range(m, first, date(year, b.n, m.get(kind, 1)!.n), m.get(["hyphen", "to", "and"])!)
}

/// Days, months and years of the calendar: "3 June 2014", "from 8 to 13 October", "480 BC".
export const dates: readonly Rule[] = [
  // Monday, 3 June 2014; the 3rd of June
  {
    name: "day month",
    pattern: "(weekday comma? the?)? the? (day|ordinal) (unit of | of)? month (comma? (year|shortyear))?",
    examples: [
      ["The bridge fell on Tuesday, 3 June 2014.", "2014-06-03"],
      ["They met on the 3rd of May.", "2014-05-03"]
    ],
    means: dayOfMonth
  },
  {
    name: "month day",
    pattern: "(weekday comma?)? month the? (day|ordinal) (comma? of? (year|shortyear))?",
    examples: [
      ["The bridge fell on June 3, 2013.", "2013-06-03"],
      ["Voters went to the polls on Sunday, May 25.", "2014-05-25"]
    ],
    means: dayOfMonth
  },
  {
    name: "holiday",
    pattern: "(last|next|this)? holiday (comma? (year|shortyear) | of year | of? (last|next|this) unit)?",
    examples: [
      ["The truce was broken on Christmas Eve.", "2013-12-24"],
      ["Guns were heard on New Year's Day, 2012.", "2012-01-01"],
      ["Pilgrims will come for Easter 2015.", "2015-04-05"]
    ],
    means: (m, s) => {
      const feast = m.get("holiday")!
      const before = m.before()
      // "Johnnie Christmas" and "the Christmas Cottage" are no days.
      if (inName(feast, m.after(), s) || (before?.letter === kinds.other && m.from > 1 && inName(before, feast, s)))
        return undefined
      const dayIn = holidays[feast.n]!.day
      const year = yearIn(m)
      if (year !== undefined) return date(year, ...dayIn(year))
      const shift = shiftOf(m)
      const b = base(s)
      const unit = m.get("unit")
      // "Christmas last year"
      if (unit)
        return b && shift !== undefined && unitCode(unit) === "Y" ? date(b.year + shift, ...dayIn(b.year + shift)) : undefined
      if (!b) return {value: `XXXX-${dayIn(2000).map(two).join("-")}`, inferred: nothing}
      const [month, day] = dayIn(b.year)
      if (shift === undefined || b.day === undefined) return bareDate(month, day, s, dayIn)
      // "Last Christmas" is the one just over.
      const over = month < b.month || (month === b.month && day < b.day)
      const found = b.year + (shift < 0 ? (over ? 0 : -1) : over ? 1 : 0)
      const dated = date(found, ...dayIn(found))
      return dated && {...dated, inferred: b.why}
    }
  },
  // 8 to 13 October 2019
  {
    name: "days of a month",
    pattern: "the? (day|ordinal) (hyphen|to|and) the? (day|ordinal) of? month (comma? year)?",
    examples: [["The fair ran from 8 to 13 October 2013.", "2013-10-08"]],
    means: daysOfMonth
  },
  {
    name: "month and its days",
    pattern: "month (day|ordinal) (hyphen|to|and) the? (day|ordinal) (comma? year)?",
    examples: [["The fair ran June 3-5, 2013.", "2013-06-03"]],
    means: daysOfMonth
  },
  // 24 July until 26 November 1938
  {
    name: "days of two months",
    pattern: "(day|ordinal) month (hyphen|to|and) (day|ordinal) month comma? year",
    examples: [["The siege of 24 July until 26 November 1938 is remembered.", "1938-07-24"]],
    means: daysOfTwoMonths
  },
  {
    name: "two months and their days",
    pattern: "month (day|ordinal) (hyphen|to|and) month (day|ordinal) comma? year",
    examples: [["The show ran December 28 to January 4, 2014.", "2013-12-28"]],
    means: daysOfTwoMonths
  },
  // "on the 20th": of the month being told.
  {
    name: "day of that month",
    pattern: "the ordinal",
    examples: [["The court sat on 2 May 2013, and ruled on the 20th.", "2013-05-20"]],
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
    examples: [["It lasted from November to February 2013.", "2012-11"]],
    means: m => {
      const year = yearIn(m)!
      const [a, b] = [m.get("month")!, m.get("month", 1)!]
      return range(m, ofMonth(a.n > b.n ? year - 1 : year, a.n), ofMonth(year, b.n), m.get(["hyphen", "to", "and"])!)
    }
  },
  {
    name: "written date",
    pattern: "iso",
    examples: [["The permit expires 31.3.2015.", "2015-03-31"]],
    means: m => {
      const word = m.get("iso")!.word
      // Everybody's name for one day.
      if (word === "9/11") return date(2001, 9, 11)
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
    examples: [["The log says 2013 - 04 - 05.", "2013-04-05"]],
    means: m => {
      const [month, day] = [m.get("day")!, m.get("day", 1)!]
      return month.n > 12 || month.word.length !== 2 ? undefined : date(m.get("year")!.n, month.n, day.n)
    }
  },
  {
    name: "month year",
    pattern: "month (of|comma|in)? (the year)? (year|shortyear)",
    examples: [["It began in March 2011.", "2011-03"]],
    means: m => ofMonth(yearIn(m)!, m.get("month")!.n)
  },
  {
    name: "month of an era",
    pattern: "(month (day|ordinal)? comma? | (day|ordinal) month comma? | (season|early) of?)? (digits|day|year) era",
    examples: [["The city fell in 480 BC.", "BC0480"]],
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
    examples: [["The league held from 499 to 449 BC.", "BC0499"]],
    means: m => {
      const sign = m.get("era")!.n < 0 ? -1 : 1
      const number = ["digits", "day", "year"] as const
      return range(m, ofYear(sign * m.get(number)!.n), ofYear(sign * m.get(number, 1)!.n), m.get(["hyphen", "to", "and"])!)
    }
  },
  {
    name: "era before its year",
    pattern: "era (day|digits|year)",
    examples: [["The wall was begun in AD 122.", "0122"]],
    means: m => (m.get("era")!.word === "ad" ? ofYear(m.get(["day", "digits", "year"])!.n) : undefined)
  },
  {
    name: "the year so and so",
    pattern: "the unit of? (day|digits|year)",
    examples: [["The fort was founded in the year 71 and burnt in the year of 1925.", "0071"]],
    means: m =>
      m.get("unit")!.word === "year" && /^\d{2,4}$/.test(m.pieces[m.to - 1]!.word) ? ofYear(m.pieces[m.to - 1]!.n) : undefined
  },
  // In a history of the first thousand years
  {
    name: "early date",
    pattern: "((day|ordinal) of? month | month of? | season of?) digits (hyphen digits)?",
    examples: [["He died on 30 September 420. In 422 a church was built, and in 430 it fell.", "0420-09-30"]],
    means: (m, s) => {
      const year = m.get("digits")!
      if (!s.ancient || !/^\d{3}$/.test(year.word)) return undefined
      const month = m.get("month")
      const day = m.get(["day", "ordinal"])
      if (!month) return ofSeason(year.n, m.get("season")!.n)
      return day ? date(year.n, month.n, day.n) : ofMonth(year.n, month.n)
    }
  },
  {
    name: "early years",
    pattern: "digits hyphen digits",
    examples: [["Leo (c. 401 – 474) was crowned in 457; in 468 his fleet was lost. By 471 he was alone.", "0401"]],
    means: (m, s) => {
      const [a, b] = [m.get("digits")!, m.get("digits", 1)!]
      if (!s.ancient || !/^\d{3}$/.test(a.word) || !/^\d{3}$/.test(b.word) || b.n <= a.n || b.n - a.n > 120) return undefined
      return range(m, ofYear(a.n), ofYear(b.n), m.get("hyphen")!)
    }
  },
  {
    name: "early year",
    pattern: "digits",
    examples: [["The city fell in 457; in 468 the fleet was lost. By 471 he was alone.", "0457"]],
    means: (m, s) => {
      const early = s.ancient || (s.last !== undefined && s.last.year > 0 && s.last.year < 1000)
      return early && standsAsEarlyYear(s.tokens, m.pieces, m.from) ? ofYear(m.get("digits")!.n) : undefined
    }
  },
  // "Twenty sixteen", as it is spoken.
  {
    name: "spoken year",
    pattern: "(month of?)? number hyphen? number",
    examples: [["She bought the house in nineteen seventy-two.", "1972"]],
    means: (m, s) => {
      const [a, b] = [m.get("number")!, m.get("number", 1)!]
      const next = m.after()
      if (a.n < 13 || a.n > 20 || b.n < 10 || b.n > 99 || next?.letter === kinds.hyphen) return undefined
      if (next && (next.letter === kinds.unit || next.letter === kinds.clockunit || next.letter === kinds.number))
        return undefined
      if (next && s.tokens[next.token]!.xpos === "NNS") return undefined
      const year = a.n * 100 + b.n
      const month = m.get("month")
      if (month) return ofMonth(year, month.n)
      return /^(in|of|since|until|till|by|about|around|from|the|and|to|,|during)$/.test(m.before()?.word ?? "")
        ? ofYear(year)
        : undefined
    }
  },
  // In the history of antiquity numbers after "in" go on being years before Christ.
  {
    name: "year of antiquity",
    pattern: "(digits|day)",
    examples: [["The fleet sailed in 415 BC and was lost in 413.", "BC0413"]],
    means: (m, s) => {
      const n = m.get(["digits", "day"])!
      const before = m.before()
      if (!s.last || s.last.year >= 0 || n.n < 32 || n.n > 999 || n.word.includes(",")) return undefined
      // "… gave them laws (594)."
      if (before?.word === "(" && m.after()?.word === ")" && n.letter === kinds.digits) return ofYear(-n.n, fromStory)
      if (!before || !/^(in|by|of|since|from|until)$/.test(before.word)) return undefined
      return m.after()?.letter === kinds.other && /^[a-z]/.test(m.after()!.word) && before.word !== "in"
        ? undefined
        : ofYear(-n.n, fromStory)
    }
  },
  {
    name: "year",
    pattern: "(the year)? year",
    examples: [["She has ruled since 1994.", "1994"]],
    means: (m, s) => (standsAsYear(m, s) ? ofYear(m.get("year")!.n) : undefined)
  },
  {
    name: "years",
    pattern: "year hyphen (year|day|digits)",
    examples: [["The war of 1914-18 changed the map.", "1914"]],
    means: (m, s) => {
      const a = m.get("year")!
      const b = m.pieces[m.to - 1]!
      // "92 (6): 1087–1101" are pages.
      if (m.before()?.word === ":" && a.n < 1500) return undefined
      if (s.published !== undefined && b.n > civil(s.published).year + 30 && b.letter === kinds.year) return undefined
      const end = b.letter === kinds.year ? b.n : b.word.length === 2 ? Math.floor(a.n / 100) * 100 + b.n : Number.NaN
      if (!(end > a.n) || end - a.n > 500) return undefined
      return range(m, ofYear(a.n), ofYear(end), m.get("hyphen")!)
    }
  },
  {
    name: "short year",
    pattern: "shortyear",
    examples: [["The flood of '94 is not forgotten.", "1994"]],
    means: m =>
      m.before()?.letter === kinds.in || m.before()?.letter === kinds.of || m.before()?.letter === kinds.season
        ? ofYear(m.get("shortyear")!.n)
        : undefined
  }
]
