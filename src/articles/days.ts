/// Calendar days as time stamps and people write them.

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
const monthWords =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
const weekday = "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?"

/// Where a day is written, and which.
export interface WrittenDay {
  readonly start: number
  readonly end: number
  readonly day: string
}

/// The day, if the calendar has it and news could be from then (1900 to 2100).
export function calendarDay(year: number, month: number, day: number): string | undefined {
  if (!(year >= 1900 && year <= 2100 && month >= 1 && month <= 12 && day >= 1)) return undefined
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return undefined
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`
}

/// The calendar day that a time stamp writes, never moved to another zone: "2024-10-18T23:30:00-05:00" is 2024-10-18.
/// Undefined where the stamp names no whole day, or none between 1900 and 2100, or leaves open which number is the month.
/// Seconds or milliseconds since 1970 write no calendar day; they are read as UTC.
export function dayOf(stamp: string | number, order?: "day first" | "month first"): string | undefined {
  const text = String(stamp).trim().slice(0, 200)
  const seconds = /^(1[0-8]\d{8})(?:\d{3})?(?:\.\d+)?$/.exec(text)
  if (seconds) return new Date(Number(seconds[1]) * 1000).toISOString().slice(0, 10)
  const m =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)(?:T?\d{4,6}(?:\.\d+)?Z?)?$/.exec(text)
  if (m) return calendarDay(Number(m[1]), Number(m[2]), Number(m[3]))
  const written = writtenDays(text, order)
  return written.length > 0 ? written[0]!.day : undefined
}

const pattern = new RegExp(
  [
    // 2024-10-18, 2024/10/18
    "(?<![\\d/.-])(?<y1>(?:19|20)\\d\\d)[-/.](?<m1>\\d{1,2})[-/.](?<d1>\\d{1,2})(?!\\d)",
    // Friday, October 18, 2024; Oct. 18 2024; Oct 18th, 2024
    `\\b${weekday}(?<m2>${monthWords})\\.?\\s+(?<d2>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?:at\\s+[\\d:apm. ]{3,10},?\\s+)?(?<y2>(?:19|20)\\d\\d)\\b`,
    // 18 October 2024; Fri, 18 Oct 2024; 18-Oct-2024; 18th of October, 2024
    `(?<![\\d.])${weekday}(?<d3>\\d{1,2})(?:st|nd|rd|th|\\.)?[\\s-]+(?:of\\s+)?(?<m3>${monthWords})\\.?,?[\\s-]+(?<y3>(?:19|20)\\d\\d)\\b`,
    // 10/18/2024, 18.10.2024
    "(?<![\\d/.-])(?<a4>\\d{1,2})(?<s4>[-/.])(?<b4>\\d{1,2})\\k<s4>(?<y4>(?:19|20)\\d\\d)(?!\\d)",
    // Sat Oct 18 23:30:00 GMT 2024
    `\\b${weekday}(?<m5>${monthWords})\\s+(?<d5>\\d{1,2})\\s+\\d\\d:\\d\\d(?::\\d\\d)?\\s+(?:[A-Z+\\d:-]{1,6}\\s+)?(?<y5>(?:19|20)\\d\\d)\\b`
  ].join("|"),
  "gi"
)

/// Every whole day written out in a text, in order: "October 18, 2024", "18 Oct. 2024", "2024-10-18", "18/10/2024" (where
/// one number can only be the day, or `order` says which comes first).
export function writtenDays(text: string, order?: "day first" | "month first"): readonly WrittenDay[] {
  const found: WrittenDay[] = []
  for (const m of text.matchAll(pattern)) {
    const day = dayFrom(m.groups!, order)
    if (day) found.push({start: m.index, end: m.index + m[0].length, day})
  }
  return found
}

function dayFrom(g: Record<string, string | undefined>, order: "day first" | "month first" | undefined): string | undefined {
  if (g.y1) return calendarDay(Number(g.y1), Number(g.m1), Number(g.d1))
  if (g.y2) return calendarDay(Number(g.y2), monthOf(g.m2!), Number(g.d2))
  if (g.y3) return calendarDay(Number(g.y3), monthOf(g.m3!), Number(g.d3))
  if (g.y5) return calendarDay(Number(g.y5), monthOf(g.m5!), Number(g.d5))
  const [a, b, year] = [Number(g.a4), Number(g.b4), Number(g.y4)]
  if (a === b) return calendarDay(year, a, b)
  if (a > 12 || (b <= 12 && (order === "day first" || g.s4 === "."))) return calendarDay(year, b, a)
  if (b > 12 || order === "month first") return calendarDay(year, a, b)
  return undefined
}

const monthOf = (word: string): number => months.indexOf(word.slice(0, 3).toLowerCase()) + 1
