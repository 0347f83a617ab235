import {two} from "../calendar.ts"
import {durationOf, ending, inName, unitCode} from "../reading.ts"
import type {Rule} from "../setting.ts"
import {duration, partCodes, seasons} from "../values.ts"
import {kinds, units} from "../words.ts"

/// Lengths, sets and vague times: "three days", "every Friday", "recently".
export const lengths: readonly Rule[] = [
  {
    name: "duration",
    pattern: "approx? approx? (amount) (and a half | half)? hyphen? (unit|clockunit) (hyphen? old)?",
    examples: [
      ["The siege lasted three days.", "P3D"],
      ["A 14-year-old boy was wounded.", "P14Y"]
    ],
    means: m => {
      const unit = m.get(["unit", "clockunit"])!
      const vague = m.get("vague")
      const code = unitCode(unit)
      if (m.get("half")?.n === 0 && !m.has("and")) return undefined
      if (code === "S" && !m.get(["day", "digits", "number"])) return undefined
      if ((code === "Q" || code === "WE") && !m.get(["digits", "number"])) return undefined
      const year = m.get("year")
      if (year && !year.word.includes(",")) return undefined
      // "The third in as many days"
      if (vague?.word === "many" && m.before()?.word === "as") return undefined
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
    pattern: "(half a | a? half hyphen?) (unit|clockunit)",
    examples: [
      ["The trial took half a year.", "P0.5Y"],
      ["A half-hour later the fire was out.", "PT30M"]
    ],
    means: m => {
      const unit = m.get(["unit", "clockunit"])!
      if (ending(unit)) return undefined
      const code = unitCode(unit)
      return {value: code === "TH" ? "PT30M" : code === "D" ? "PT12H" : duration(0.5, code)}
    }
  },
  {
    name: "year-long",
    pattern: "(unit|clockunit) hyphen old",
    examples: [["Doctors saw the year-old girl.", "P1Y"]],
    means: m => ({value: duration(1, unitCode(m.get(["unit", "clockunit"])!))})
  },
  {
    name: "for months",
    pattern: "(in|to|vague)? (unit|clockunit)",
    examples: [["They marched for months.", "PXM"]],
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
    examples: [["They pray every Friday.", "XXXX-WXX-5"]],
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
    examples: [["The ferry sails daily.", "P1D"]],
    means: (m, s) => {
      const word = m.get("often")!
      // "The Daily Telegraph" is a name.
      const before = m.before()
      if (inName(word, m.after(), s) || (before?.letter === kinds.other && s.tokens[before.token]!.upos === "PROPN"))
        return undefined
      return {value: duration(1, units[word.n]!), set: true}
    }
  },
  {
    name: "now",
    pattern: "now",
    examples: [["The road is now closed.", "PRESENT_REF"]],
    means: (m, s) => {
      const [word, before] = [m.get("now")!, m.before()]
      if (word.word === "present" && before?.word === "at") return {value: "PRESENT_REF"}
      return word.n !== 0 || (before && inName(before, word, s)) ? undefined : {value: "PRESENT_REF"}
    }
  },
  {
    name: "recent months",
    pattern: "recently unit",
    examples: [["Prices have fallen in recent months.", "PAST_REF"]],
    means: m => (m.get("recently")!.word === "recent" && ending(m.get("unit")) ? {value: "PAST_REF"} : undefined)
  },
  {
    name: "in the past",
    pattern: "in the last",
    examples: [["The two had met in the past.", "PAST_REF"]],
    means: m => {
      const next = m.after()
      return m.get("last")!.word === "past" && (!next || !/^[\p{L}\d]/u.test(next.word) || next.letter === kinds.and)
        ? {value: "PAST_REF", pieces: [m.from + 1, m.to]}
        : undefined
    }
  },
  {
    name: "at the moment",
    pattern: "in the now",
    examples: [["The road is shut at the moment.", "PRESENT_REF"]],
    means: m =>
      m.get("in")!.word === "at" && m.get("now")!.n === 2 ? {value: "PRESENT_REF", pieces: [m.from + 1, m.to]} : undefined
  },
  {
    name: "weekends",
    pattern: "in unit",
    examples: [["The market is open on weekends.", "XXXX-WXX-WE"]],
    means: m => (m.get("unit")!.word === "weekends" ? {value: "XXXX-WXX-WE", set: true, pieces: [m.from + 1, m.to]} : undefined)
  },
  {
    name: "decade-long",
    pattern: "(unit|clockunit) hyphen",
    examples: [["The decade-long siege is over.", "P10Y"]],
    means: m => {
      const unit = m.pieces[m.from]!
      if (m.after()?.word !== "long" || m.before()?.letter === kinds.hyphen) return undefined
      return {value: duration(ending(unit) ? undefined : 1, unitCode(unit)), pieces: [m.from, m.from + 1]}
    }
  },
  {
    name: "these days",
    pattern: "this unit | now hyphen? unit",
    examples: [["Few ships come these days.", "PRESENT_REF"]],
    means: m => {
      const words = `${m.pieces[m.from]!.word} ${m.get("unit")!.word}`
      return /^(these days|(modern|present) day)$/.test(words) ? {value: "PRESENT_REF"} : undefined
    }
  },
  {
    name: "recently",
    pattern: "recently",
    examples: [["He has recently returned.", "PAST_REF"]],
    means: (m, s) => {
      const {word} = m.get("recently")!
      // "The former governor" tells a time in a history; in news it is part of a title.
      return word === "once" || (word === "former" && !s.story) ? undefined : {value: "PAST_REF"}
    }
  },
  {
    name: "soon",
    pattern: "soon",
    examples: [["The road will soon open.", "FUTURE_REF"]],
    // In a history what came soon has come.
    means: (m, s) =>
      m.get("soon")!.word !== "shortly" && m.before()?.word !== "as" && !s.story ? {value: "FUTURE_REF"} : undefined
  }
]
