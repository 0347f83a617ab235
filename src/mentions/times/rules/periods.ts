import {parseDay, yearText} from "../calendar.ts"
import {wars} from "../holidays.ts"
import {inName, range, shiftOf, unitCode, yearIn} from "../reading.ts"
import {bareDate, bareMonth, base, fromStory, nothing} from "../reckon.ts"
import type {Match, Rule, Setting} from "../setting.ts"
import {century, date, decade, ofMonth, ofSeason, ofYear, seasonMonth, seasons} from "../values.ts"
import {kinds, type Piece} from "../words.ts"

/// Whether a season only says which kind of thing: "summer school", "winter wheat".
function describesKind(season: Piece, m: Match, s: Setting): boolean {
  const {relation, head, text} = s.tokens[season.token]!
  return (
    relation === "compound" &&
    head === season.token + 1 &&
    text === season.word &&
    !m.has("the") &&
    s.tokens[head]?.upos === "NOUN"
  )
}

/// Months without a year, seasons, quarters, decades, centuries.
export const periods: readonly Rule[] = [
  {
    name: "month",
    pattern: "month",
    examples: [["The army was defeated in November.", "2013-11"]],
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
    pattern: "(last|next|this|same) month (day|ordinal)?",
    examples: [
      ["The mayor resigned last March.", "2014-03"],
      ["The mayor resigned last Nov. 20.", "2013-11-20"],
      ["The bank failed in May 2009. The mint closed that July.", "2009-07"]
    ],
    means: (m, s) => {
      const month = m.get("month")!
      const day = m.get(["day", "ordinal"])
      const shift = shiftOf(m)
      const b = base(s)
      // "The treaty was ratified in May 2009; the envoy came *that July*."
      if (m.get("same")?.word === "that" && s.last) {
        const told = day ? date(s.last.year, month.n, day.n) : ofMonth(s.last.year, month.n)
        return told && {...told, inferred: fromStory}
      }
      if (!b || shift === undefined) return day ? bareDate(month.n, day.n, s) : bareMonth(month.n, s)
      const year =
        shift < 0 ? (month.n < b.month ? b.year : b.year - 1) : shift > 0 ? (month.n > b.month ? b.year : b.year + 1) : b.year
      const dated = day && date(year, month.n, day.n)
      return dated ? {...dated, inferred: b.why} : ofMonth(year, month.n, b.why)
    }
  },
  {
    name: "of the same year",
    pattern: "month (day|ordinal)? (of|comma)? the? same? same unit",
    examples: [["The bank failed in May 2009, and on July 25 of the same year the mint closed.", "2009-07-25"]],
    means: (m, s) => {
      if (unitCode(m.get("unit")!) !== "Y" || !s.last) return undefined
      const month = m.get("month")!.n
      const day = m.get(["day", "ordinal"])
      const found = day ? date(s.last.year, month, day.n) : ofMonth(s.last.year, month)
      return found && {...found, inferred: fromStory}
    }
  },
  {
    name: "month of this year",
    pattern: "month (day|ordinal)? (of|comma)? (last|next|this) unit",
    examples: [
      ["The treaty was signed in April of last year.", "2013-04"],
      ["He was sentenced on Sept. 3 last year.", "2013-09-03"]
    ],
    means: (m, s) => {
      const shift = shiftOf(m) ?? 0
      const b = base(s)
      if (!b || unitCode(m.get("unit")!) !== "Y") return undefined
      const [month, day] = [m.get("month")!.n, m.get(["day", "ordinal"])]
      const year = b.year + shift
      if (!day) return ofMonth(year, month, b.why)
      // A day and its year are two times.
      const dated = date(year, month, day.n)
      const at = m.index(day) + 1
      return (
        dated && [
          {...dated, inferred: b.why, pieces: [m.from, at], alone: true},
          {...ofYear(year, b.why), anchor: dated.anchor!, pieces: [at + (m.get("of") || m.get("comma") ? 1 : 0), m.to]}
        ]
      )
    }
  },
  {
    name: "season",
    pattern: "(the season of | season of? | season comma) (year|shortyear)",
    examples: [["The ice broke in the spring of 2012.", "2012-SP"]],
    means: m => ofSeason(yearIn(m)!, m.get("season")!.n)
  },
  {
    name: "winter of two years",
    pattern: "season of? year hyphen (day|digits|year)",
    examples: [["Winter 1944-45 was cold.", "1944-WI"]],
    means: m => ofSeason(m.get("year")!.n, m.get("season")!.n)
  },
  {
    name: "year and season",
    pattern: "year season",
    examples: [["It was the hit of the 2012 summer.", "2012-SU"]],
    // "The 2004 Summer Games" were in that year.
    means: (m, s) => (inName(m.get("season")!, m.after(), s) ? undefined : ofSeason(m.get("year")!.n, m.get("season")!.n))
  },
  {
    name: "bare season",
    pattern: "(last|next|this|same|the|following)? season",
    examples: [["The mine was closed last winter.", "2013-WI"]],
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
      if (!introduced || inName(season, m.after(), s)) return undefined
      // "The fall of the city" is no season.
      if (season.word === "fall" && m.after()?.letter === kinds.of) return undefined
      if (
        m.has("the") &&
        (season.word === "spring" || season.word === "fall") &&
        before?.letter !== kinds.in &&
        before?.letter !== kinds.of &&
        before?.letter !== kinds.early
      )
        return undefined
      const b = base(s)
      // "Winter wheat", and what a guide says of summer, are of any year.
      if (shift === undefined && (s.guide || describesKind(season, m, s)))
        return {value: `XXXX-${seasons[season.n - 1]}`, set: true}
      if (!b) return {value: `XXXX-${seasons[season.n - 1]}`, inferred: nothing}
      if (b.why === fromStory && shift === undefined) return ofSeason(m.has("following") ? b.year + 1 : b.year, season.n, b.why)
      const month = seasonMonth[season.n - 1]!
      const over = month + 2 < b.month
      const begun = month <= b.month
      const winterNow = season.n === 4 && b.month <= (s.direction() === "forward" ? 2 : 4)
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
              ? winterNow || (!begun && s.direction() === "back")
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
    examples: [["Output fell in the first quarter of 2013.", "2013-Q1"]],
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
    name: "quarter's",
    pattern: "ordinal hyphen unit",
    examples: [["The bank's first-quarter profit rose.", "2014-Q1"]],
    means: (m, s) => {
      const n = m.get("ordinal")!.n
      const b = base(s)
      if (unitCode(m.get("unit")!) !== "Q" || n > 4) return undefined
      if (!b) return {value: `XXXX-Q${n}`, inferred: nothing}
      // Not yet begun, it is last year's, unless the sentence looks ahead.
      const year = (n - 1) * 3 + 1 > b.month && s.direction() !== "forward" ? b.year - 1 : b.year
      return {value: `${yearText(year)}-Q${n}`, anchor: {year}, inferred: b.why}
    }
  },
  {
    name: "decade",
    pattern: "the? decade",
    examples: [["The war of the 1990s began there.", "199X"]],
    means: m => {
      const p = m.get("decade")!
      if (/^[a-z]/.test(p.word))
        return m.has("the") || m.before()?.letter === kinds.early || m.before()?.letter === kinds.hyphen
          ? decade(1900 + p.n * 10)
          : undefined
      const before = m.before()
      if (before && /^(his|her|their|my|your|our)$/.test(before.word)) return undefined
      // "Vision 2030's goals" are of one year.
      if (/['’]/.test(p.word) && !m.has("the") && before?.letter !== kinds.early && before?.letter !== kinds.in)
        return ofYear(p.n)
      if (p.n % 100 === 0 && p.n < 2000) return century(p.n / 100 + 1, 1)
      return decade(p.n)
    }
  },
  {
    name: "named war",
    pattern: "the? war",
    examples: [["The bridge was built after World War II.", "1939/1945"]],
    means: m => {
      // "World War II wrecks" tells no time.
      if (!/^(during|since|until|till|after|before|of)$/.test(m.before()?.word ?? "")) return undefined
      const {from, until} = wars[m.get("war")!.n]!
      return {value: `${from.slice(0, 4)}/${until.slice(0, 4)}`, days: [parseDay(from)!, parseDay(until)!]}
    }
  },
  {
    name: "century",
    pattern: "the? ordinal hyphen? unit era?",
    examples: [["A fort of the 19th century was shelled.", "18XX"]],
    means: m =>
      unitCode(m.get("unit")!) === "CE" && m.get("ordinal")!.n < 30
        ? century(m.get("ordinal")!.n, m.get("era")?.n ?? 1)
        : undefined
  },
  {
    name: "centuries",
    pattern: "the? ordinal (and|to|hyphen) the? ordinal hyphen? unit",
    examples: [["Pilgrims came in the 12th and 13th centuries.", "11XX"]],
    means: m => {
      if (unitCode(m.get("unit")!) !== "CE") return undefined
      return range(m, century(m.get("ordinal")!.n, 1), century(m.get("ordinal", 1)!.n, 1), m.get(["and", "to", "hyphen"])!)
    }
  }
]
