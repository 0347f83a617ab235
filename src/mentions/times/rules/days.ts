import {dayNumber, two, weekday} from "../calendar.ts"
import {clockText, ending, inName, shiftOf, unitCode} from "../reading.ts"
import {dateIn, fromStory, inTalk, nothing, onDay, reference, today, weekdayNear} from "../reckon.ts"
import {Match, type Rule, type Setting} from "../setting.ts"
import {ofDay, partCodes, withPart} from "../values.ts"
import {kinds} from "../words.ts"

/// "The Sunday Times" and "Saturday Night Live" are names.
const newspaper = /^(times|telegraph|mirror|express|mail|herald|independent|mercury|world|live|lights|football)$/

/// "Today" as these days: in a history or a guide, of what is so, before a generation or a world.
function meansTheseDays(m: Match, s: Setting): boolean {
  const next = m.after()
  if (next && /^['’]s$/.test(next.word))
    return !(s.news || s.firsthand) || /^(world|generation|youth)$/.test(m.after(1)?.word ?? "")
  const before = m.before()?.letter
  if (before === kinds.earlier || before === kinds.later) return false
  if (s.story || s.guide || next?.word === "than") return true
  if (next?.word === "as" && s.tokens[m.before()?.token ?? -1]?.upos === "ADJ") return true
  if (!s.news && !s.firsthand && m.from === 0 && next?.letter === kinds.comma) return true
  return s.state()
}

/// Weekdays, today and tomorrow, parts of the day, the clock.
export const days: readonly Rule[] = [
  {
    name: "weekday",
    pattern: "(last|next|this|following|same)? weekday part?",
    examples: [
      ["Rebels took the town on Monday.", "2014-06-16"],
      ["Talks will resume on Monday.", "2014-06-23"]
    ],
    means: (m, s) => {
      const w = m.get("weekday")!
      if (newspaper.test(m.after()?.word ?? "") && inName(m.pieces[m.to - 1]!, m.after(), s)) return undefined
      if (w.word.length < 5 && m.to - m.from === 1 && !(m.before()?.word === "on")) return undefined
      const which = m.has("last") ? "last" : m.has("next") || m.has("following") ? "next" : m.has("this") ? "this" : undefined
      if (w.word.endsWith("days") || m.before()?.letter === kinds.a || ending(m.get("part")))
        return {value: `XXXX-WXX-${w.n}`, set: true}
      return withPart(weekdayNear(w.n, s, which), m.get("part"))
    }
  },
  {
    name: "weekday of a week",
    pattern: "weekday (of|comma)? (last|next|this|same) unit",
    examples: [["He was seen on Tuesday of last week.", "2014-06-10"]],
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
    examples: [["Two men were shot yesterday morning.", "2014-06-17TMO"]],
    means: (m, s) => {
      const word = m.get("deictic")!
      const before = m.before()
      // "USA Today" is a name.
      if (before && inName(before, word, s) && before.letter === kinds.other) return undefined
      if (word.n === 0 && !m.get("part") && meansTheseDays(m, s)) return {value: "PRESENT_REF"}
      return withPart(today(word.n, s), m.get("part"))
    }
  },
  {
    name: "tonight",
    pattern: "night",
    examples: [["The curfew begins tonight, the army said on Wednesday.", "2014-06-18TNI"]],
    means: (_, s) => {
      const day = today(0, s)
      return inTalk({...day, value: `${day.value}TNI`}, s)
    }
  },
  {
    name: "day before yesterday",
    pattern: "the unit (before|later) deictic",
    examples: [["The envoy left the day before yesterday.", "2014-06-16"]],
    means: (m, s) => {
      const shift = m.get("deictic")!.n
      return unitCode(m.get("unit")!) === "D" && shift !== 0 ? today(shift * 2, s) : undefined
    }
  },
  {
    name: "this morning",
    pattern: "(this|last|same|the) part",
    examples: [["Ferries sailed again this morning.", "2014-06-18TMO"]],
    means: (m, s) => {
      const part = m.get("part")!
      if (m.has("the")) return undefined
      if (m.has("same") || s.story) {
        if (!s.last?.day) return {value: `XXXX-XX-XX${partCodes[part.n]}`, inferred: nothing}
        return withPart(ofDay(dayNumber(s.last.year, s.last.month!, s.last.day), fromStory), part)
      }
      if (m.has("last") && part.n !== 3) return undefined
      return inTalk(withPart(today(m.has("last") ? -1 : 0, s), part), s)
    }
  },
  {
    name: "part of a day",
    pattern:
      "part (of|in)* (weekday comma?)? (month (day|ordinal) (comma? year)? | (day|ordinal) month year? | weekday | deictic)",
    examples: [["The convoy left on the morning of 3 June 2014.", "2014-06-03TMO"]],
    means: (m, s) => {
      const day = dateIn(m, m.from + 1, s)
      return day && withPart(day, m.get("part"))
    }
  },
  {
    name: "date and part",
    pattern: "(month (day|ordinal) | (day|ordinal) month) comma? part",
    examples: [["The convoy left on 3 June at dawn, not June 4 evening.", "2014-06-04TEV"]],
    means: (m, s) => {
      const day = dateIn(m, m.from, s)
      return day && withPart(day, m.get("part"))
    }
  },
  {
    name: "clock",
    pattern:
      "(clock ampm? | (day|number) ampm | (day|number) oclock | (year|digits) zone) zone? (comma? in? the? (weekday comma?)? (month (day|ordinal) (comma? year)? | (day|ordinal) month (comma? year)? | weekday | deictic))?",
    examples: [["The ship docked at 4:30 p.m. on Monday.", "2014-06-16T16:30"]],
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
    examples: [["The ship docked on Monday at 4:30 p.m.", "2014-06-16T16:30"]],
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
    examples: [["The guns fell silent on Monday, and the bells rang at noon.", "2014-06-16T12:00"]],
    means: (m, s) => {
      const part = m.get("part")!
      const before = m.before()
      // "Chimes at Midnight" is a title.
      if (m.from > 0 && /^\p{Lu}/u.test(s.tokens[part.token]!.text)) return undefined
      if (part.n === 4 || part.n === 5) return onDay(partCodes[part.n]!, undefined, s)
      if (part.word === "overnight" && s.guide) return {value: partCodes[part.n]!, set: true}
      if (part.word === "overnight" && !s.story && s.published !== undefined) return inTalk(withPart(today(0, s), part), s)
      if (part.n === 3 && before?.word === "at") return {value: "XXXX-XX-XXTNI", set: true}
      return undefined
    }
  }
]
