import {civil, dayNumber} from "../calendar.ts"
import {countOf, durationOf, ending, shiftOf, unitCode} from "../reading.ts"
import {away, base, counted, fromPublication, fromStory, lasting, nothing, thisUnit, today, told} from "../reckon.ts"
import type {Rule} from "../setting.ts"
import {duration, ofDay, ofMonth, unknownOf, withPart} from "../values.ts"
import {kinds} from "../words.ts"

/// Times counted from another: last week, two months ago, three days later, the day before.
export const units: readonly Rule[] = [
  // last week, this month, next year, the following day
  {
    name: "this unit",
    pattern: "((the|same)? (last|next|following|same) | this) (unit|part)",
    examples: [
      ["The curfew began last week.", "2014-W24"],
      ["Prices rose last year.", "2013"]
    ],
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
        if (
          m.get("last")?.word === "past" ||
          (m.has("the", "last") && m.get("last")?.word === "last" && code !== "WE" && code !== "Q")
        )
          return lasting(1, code, -1, s)
        if (m.has("next") && m.get("next")?.word !== "next") return thisUnit(shift, unit, s)
        if (m.has("same") && m.get("same")!.word === "that" && !m.get("same", 1) && !s.last) return undefined
        const from = s.last ?? (s.published === undefined ? undefined : civil(s.published))
        if (from) {
          const found = away(shift, code, from, s.last ? fromStory : fromPublication)
          if (found) return found
        }
        return {value: unknownOf(code), inferred: nothing}
      }
      if (m.get("last")?.word === "past") return lasting(1, code, -1, s)
      if (m.get("this")?.word === "current" && code === "D") return undefined
      // "To this day"
      if (code === "D" && m.has("this") && m.before()?.word === "to") return {value: "PRESENT_REF"}
      if (code === "D" && m.has("this")) return s.story ? {value: "XXXX-XX-XX", inferred: nothing} : today(0, s)
      if (code === "D" && m.has("last") && !s.story) return undefined
      return thisUnit(shift, unit, s) ?? {value: unknownOf(code), inferred: nothing}
    }
  },
  {
    name: "the unit",
    pattern: "the unit",
    examples: [["By the end of the year the dam was full.", "2014"]],
    means: (m, s) => {
      const code = unitCode(m.get("unit")!)
      const before = m.before()
      const tied =
        before !== undefined && (before.letter === kinds.in || before.letter === kinds.of || before.letter === kinds.edge)
      if (ending(m.get("unit")) || s.guide) return undefined
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
  // "by year-end", "at month's end"
  {
    name: "end of the unit",
    pattern: "in (this? unit possessive? hyphen? edge)",
    examples: [["The plant will close by year-end.", "2014"]],
    means: (m, s) => {
      const unit = m.get("unit")!
      const edge = m.pieces[m.to - 1]!
      if (edge.word !== "end" || ending(unit) || s.guide) return undefined
      const code = unitCode(unit)
      const found = s.story ? s.last && away(0, code, s.last, fromStory) : thisUnit(0, unit, s)
      return found && {...found, pieces: [m.from + 1, m.to]}
    }
  },
  {
    name: "year-ago",
    pattern: "the? unit hyphen (ago|earlier)",
    examples: [["Sales rose from the year-ago figure.", "2013"]],
    means: (m, s) => {
      const unit = m.get("unit")!
      return ending(unit) || s.published === undefined ? undefined : away(-1, unitCode(unit), civil(s.published), fromPublication)
    }
  },
  {
    name: "earlier this week",
    pattern: "(earlier|later) (the|this|last|next|same) (unit|season)",
    examples: [["The envoy arrived earlier this week.", "2014-W25"]],
    means: (m, s) => {
      const unit = m.get("unit")
      if (!unit || ending(unit)) return undefined
      // "Later that year"
      const told = m.has("same") && s.last ? away(0, unitCode(unit), s.last, fromStory) : undefined
      if (told) return told
      return thisUnit(shiftOf(m) ?? 0, unit, s) ?? {value: unknownOf(unitCode(unit)), inferred: nothing}
    }
  },
  {
    name: "month earlier this year",
    pattern: "(month|weekday) (earlier|later)? (this|last|next|same) unit",
    examples: [["It was agreed in March earlier this year.", "2014-03"]],
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
    pattern: "the? (last|next|following) half? (day|digits|number|a? vague of?) half? (clockunit|unit)",
    examples: [["Ten mayors were killed in the past three years.", "P3Y"]],
    means: (m, s) => {
      const unit = m.get(["unit", "clockunit"])!
      return lasting(countOf(m), unitCode(unit), m.has("last") ? -1 : 1, s)
    }
  },
  {
    name: "ago",
    pattern: "approx? (amount) (and a half | half)? (unit|clockunit) ago",
    examples: [["The treaty was signed two months ago.", "2014-04"]],
    means: (m, s) => counted(m, s, -1)
  },
  {
    name: "ago vaguely",
    pattern: "(unit|clockunit) ago",
    examples: [["The road was closed years ago.", "PAST_REF"]],
    means: m => (ending(m.get(["unit", "clockunit"])) ? {value: "PAST_REF"} : undefined)
  },
  {
    name: "later",
    pattern: "approx? (amount) (unit|clockunit) (later|earlier|before)",
    examples: [["He was arrested on 2 May 2014. Two days later he was freed.", "2014-05-04"]],
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
    examples: [["He was freed years later.", "FUTURE_REF"]],
    means: m => {
      const unit = m.get(["unit", "clockunit"])!
      if (!ending(unit)) return undefined
      // "Hours before the deadline"
      const word = m.pieces[m.to - 1]!.word
      const next = m.after()
      if ((word === "after" || word === "before") && next && /^[\p{L}\d]/u.test(next.word))
        return {value: duration(undefined, unitCode(unit))}
      return {value: m.has("later") ? "FUTURE_REF" : "PAST_REF"}
    }
  },
  {
    name: "the day before",
    pattern: "the (unit|part) (before|later|earlier)",
    examples: [["The camp was raided on 2 May 2014, and the day before a car exploded.", "2014-05-01"]],
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
        (after.letter === kinds.other || after.letter === kinds.the)
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
    examples: [["The dam opens two years from now.", "2016"]],
    means: (m, s) => counted(m, s, 1)
  },
  {
    name: "in three days",
    pattern: "in (day|digits|number|a) (unit)",
    examples: [["The house was built in three days.", "P3D"]],
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
  }
]
