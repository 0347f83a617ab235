import type {Token} from "../../model/model.ts"
import {namedAt} from "./holidays.ts"

/// What a word may be in an expression of time. Each kind is one letter, so that a sentence becomes a string of letters and a
/// rule a regular expression over it; rules themselves are written in the names of the kinds.
export const kinds = {
  other: "_",
  day: "d", // 1 to 31 in digits
  year: "y", // four digits that can be a year
  digits: "n", // any other number in digits
  number: "N", // a number in words
  vague: "q", // few, several, some
  ordinal: "o", // 5th, first
  month: "m",
  weekday: "w",
  season: "s",
  unit: "u", // day … century
  clockunit: "h", // hour, minute, second
  part: "p", // morning … night
  deictic: "T", // today, yesterday
  night: "J", // tonight
  decade: "D", // 1990s
  shortyear: "Y", // '94
  last: "l",
  next: "x",
  this: "i",
  same: "I", // that, same
  following: "f",
  ago: "g",
  before: "G",
  later: "H",
  earlier: "E",
  early: "e", // early, mid, late
  edge: "b", // beginning, end, middle
  each: "v",
  often: "P", // daily, annual
  clock: "K",
  ampm: "A",
  zone: "Z",
  oclock: "C",
  iso: "S",
  era: "B",
  now: "R",
  recently: "Q",
  soon: "F",
  approx: "~",
  half: "L",
  old: "O",
  a: "a",
  the: "t",
  of: "j",
  in: "k",
  and: "&",
  to: "r",
  between: "W",
  from: "X",
  comma: "c",
  hyphen: "-",
  open: "(",
  holiday: "V", // Christmas, New Year's Eve
  war: "U", // World War II
  possessive: "'" // 's
} as const
export type Kind = keyof typeof kinds

/// One word, or the part of a hyphenated word, as far as time is concerned. `n` is its number: of the month, the day, the year;
/// for units the index in `units`.
export interface Piece {
  readonly letter: string
  readonly n: number
  readonly start: number
  readonly end: number
  readonly token: number
  readonly word: string
}

export const units = ["D", "W", "M", "Y", "DE", "CE", "Q", "WE", "FN", "ML", "S", "TM", "TH", "NI"] as const

const table = new Map<string, {letter: string; n: number}>()
const put = (kind: Kind, n: number | undefined, words: string): void => {
  words.split(" ").forEach((word, i) => {
    table.set(word, {letter: kinds[kind], n: n ?? i + 1})
  })
}

const months = "january february march april may june july august september october november december"
put("month", undefined, months)
put("month", undefined, "jan feb mar apr may jun jul aug sep oct nov dec")
put("month", undefined, "jan. feb. mar. apr. may jun. jul. aug. sep. oct. nov. dec.")
put("month", 9, "sept sept.")
const weekdays = "monday tuesday wednesday thursday friday saturday sunday"
put("weekday", undefined, weekdays)
put("weekday", undefined, "mon tue wed thu fri sat sun")
put("weekday", undefined, "mon. tue. wed. thu. fri. sat. sun.")
put("weekday", 2, "tues tues.")
put("weekday", 4, "thur thurs thur. thurs.")
put("season", 1, "spring springtime")
put("season", 2, "summer summertime")
put("season", 3, "autumn fall")
put("season", 4, "winter wintertime")
put("unit", 0, "day days")
put("unit", 1, "week weeks")
put("unit", 2, "month months")
put("unit", 3, "year years yr yrs")
put("unit", 4, "decade decades")
put("unit", 5, "century centuries")
put("unit", 6, "quarter quarters")
put("unit", 7, "weekend weekends")
put("unit", 8, "fortnight fortnights")
put("unit", 9, "millennium millennia")
put("clockunit", 10, "seconds")
put("clockunit", 11, "minute minutes")
put("clockunit", 12, "hour hours hrs")
put("part", 0, "morning mornings dawn daybreak sunrise")
put("part", 1, "afternoon afternoons")
put("part", 2, "evening evenings dusk sunset")
put("part", 3, "night nights overnight nightfall")
put("part", 4, "noon midday")
put("part", 5, "midnight")
put("part", 6, "daytime")
put("deictic", 0, "today")
put("deictic", -1, "yesterday")
put("deictic", 1, "tomorrow")
put("night", 0, "tonight")
put("last", 0, "last past previous preceding latest")
put("next", 0, "next coming upcoming")
put("this", 0, "this current these")
put("same", 0, "that same")
put("following", 0, "following subsequent ensuing")
put("ago", 0, "ago back")
put("before", 0, "before previously beforehand")
put("later", 0, "later after afterwards afterward hence thereafter")
put("earlier", 0, "earlier")
put("early", 0, "early")
put("early", 1, "mid middle")
put("early", 2, "late")
put("edge", 0, "beginning start outset")
put("edge", 2, "end close rest remainder")
put("each", 0, "each every per")
put("often", 0, "daily everyday nightly")
put("often", 1, "weekly")
put("often", 2, "monthly")
put("often", 3, "annual annually yearly")
put("often", 6, "quarterly")
put("ampm", 0, "am a.m. a.m")
put("ampm", 12, "pm p.m. p.m")
put("zone", 0, "gmt utc est edt pst pdt cet cest bst et")
put("oclock", 0, "o'clock oclock o’clock")
put("era", -1, "bc bce b.c. b.c b.c.e. b.c.e")
put("era", 1, "ad ce a.d. a.d c.e.")
put("now", 0, "now currently nowadays presently")
put("now", 1, "modern present")
put("now", 2, "moment")
put("recently", 0, "recently lately formerly once recent former")
put("soon", 0, "soon shortly future")
put(
  "approx",
  0,
  "about around approximately roughly nearly almost some over under barely least most than more less just only another"
)
put("half", 0, "half")
put("half", 1, "1/2 ½")
put("old", 0, "old")
put("a", 0, "a an one")
put("the", 0, "the")
put("of", 0, "of")
put("in", 0, "in during since by on at throughout for within")
put("and", 0, "and or &")
put("to", 0, "to until till through thru")
put("between", 0, "between")
put("from", 0, "from")
put("comma", 0, ",")
put("possessive", 0, "'s ’s")
put("hyphen", 0, "- – — -- ‐ ‑ −")
put("open", 0, "( [")
put("vague", 2, "couple")
put("vague", 0, "few several many some dozens hundreds thousands numerous various")
const ones =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
put("number", undefined, ones)
const tens = "twenty thirty forty fifty sixty seventy eighty ninety"
tens.split(" ").forEach((word, i) => {
  table.set(word, {letter: kinds.number, n: 20 + i * 10})
})
put("number", 100, "hundred")
put("number", 1000, "thousand")
put("number", 12, "dozen")
put("a", 0, "a an")
put(
  "ordinal",
  undefined,
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
put("ordinal", 30, "thirtieth")
put("decade", undefined, "_ twenties thirties forties fifties sixties seventies eighties nineties")
table.delete("_")

/// Words that are a month or a season only with a capital, and often something else even then.
export const doubtful: ReadonlySet<string> = new Set(["may", "march", "august", "mar", "sun", "sat", "wed", "mon"])

/// The pieces of one sentence in order.
export function piecesOf(tokens: readonly Token[], first: number, last: number): Piece[] {
  const pieces: Piece[] = []
  for (let i = first; i < last; i++) {
    const token = tokens[i]!
    const word = token.text.length > 24 ? "" : token.text.toLowerCase()
    const feast = namedAt(tokens, i, last)
    if (feast) {
      add(pieces, kinds[feast.kind], feast.n, token.start, tokens[i + feast.words - 1]!.end, i, word)
      i += feast.words - 1
      continue
    }
    const known = classify(word, token)
    if (known) {
      add(pieces, known.letter, known.n, token.start, token.end, i, word)
      continue
    }
    if (word === "." && joinsAbbreviation(pieces, token.start)) continue
    if (word.length > 3 && /[-–/—]/.test(word)) {
      const parts = word.split(/([-–/—])/)
      const found = parts.map(part => classify(part, token))
      if (found.some(f => f && f.letter !== kinds.hyphen && strong.has(f.letter))) {
        let at = token.start
        parts.forEach((part, p) => {
          if (part !== "") add(pieces, found[p]?.letter ?? kinds.other, found[p]?.n ?? 0, at, at + part.length, i, part)
          at += part.length
        })
        continue
      }
    }
    pieces.push({letter: kinds.other, n: 0, start: token.start, end: token.end, token: i, word})
  }
  return pieces
}

/// Kinds worth cutting a hyphenated word for: "28-day", "mid-1980s", "post-2015".
const strong = new Set([
  kinds.year,
  kinds.unit,
  kinds.clockunit,
  kinds.decade,
  kinds.month,
  kinds.weekday,
  kinds.season
] as string[])

/// The letters from which an expression of time may be told at all.
export const anchors = /[ymwsuhpTJDYKACSBRQFPVU]|N[N-]|ktl/

// "Sept" "." "11": the full stop belongs to the month.
const joinsAbbreviation = (pieces: readonly Piece[], at: number): boolean => {
  const before = pieces[pieces.length - 1]
  return (
    before !== undefined &&
    before.end === at &&
    /^(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thu(rs?)?|fri|sat|sun|[ap]\.m|b\.c)$/.test(before.word)
  )
}

// "twenty" "-" "one" and "two" "hundred" are one number.
function add(pieces: Piece[], letter: string, n: number, start: number, end: number, token: number, word: string): void {
  const before = pieces[pieces.length - 1]
  const numeric = (p: Piece): boolean => p.letter === kinds.number || p.letter === kinds.a
  if (letter === kinds.number || (letter === kinds.ordinal && /^[a-z]/.test(word))) {
    const tensAt = before?.letter === kinds.hyphen ? pieces[pieces.length - 2] : before
    const close = tensAt && start - tensAt.end <= 3
    if (close && tensAt.letter === kinds.number && tensAt.n >= 20 && tensAt.n < 100 && tensAt.n % 10 === 0 && n < 10) {
      if (before!.letter === kinds.hyphen) pieces.pop()
      pieces[pieces.length - 1] = {
        ...tensAt,
        letter: letter === kinds.ordinal ? letter : kinds.number,
        n: tensAt.n + n,
        end,
        word: `${tensAt.word}-${word}`
      }
      return
    }
  }
  if (
    letter === kinds.number &&
    (n === 100 || n === 1000 || n === 12) &&
    word !== "twelve" &&
    before &&
    before.end + 1 === start
  ) {
    if (numeric(before) || before.letter === kinds.day || before.letter === kinds.digits) {
      const times = before.letter === kinds.a ? 1 : before.n
      pieces[pieces.length - 1] = {...before, letter: kinds.number, n: times * n, end, word: `${before.word} ${word}`}
      return
    }
  }
  pieces.push({letter, n, start, end, token, word})
}

function classify(word: string, token: Token): {letter: string; n: number} | undefined {
  if (word === "") return undefined
  const known = table.get(word)
  if (known) {
    // "may", "march", "sun": only with a capital, and not where the sentence uses them as verbs.
    if (doubtful.has(word)) {
      if (token.text[0] === word[0] || token.upos === "AUX" || token.upos === "VERB") return undefined
    } else if ((word === "fall" || word === "spring" || word === "last") && token.upos === "VERB") return undefined
    return known
  }
  const c = word.charCodeAt(0)
  if (c >= 48 && c <= 57) return number(word)
  if (c === 39 || c === 8217 || c === 96) {
    const m = /^['’`](\d\d)(s?)$/.exec(word)
    if (m) return {letter: m[2] ? kinds.decade : kinds.shortyear, n: Number(m[1]) + (Number(m[1]) < 30 ? 2000 : 1900)}
  }
  return undefined
}

function number(word: string): {letter: string; n: number} | undefined {
  let m = /^(\d{1,2})(st|nd|rd|th)$/.exec(word)
  if (m) return {letter: kinds.ordinal, n: Number(m[1])}
  m = /^(\d\d\d0|\d0)['’]?s$/.exec(word)
  if (m) return {letter: kinds.decade, n: m[1]!.length === 4 ? Number(m[1]) : 1900 + Number(m[1])}
  if (word === "9/11") return {letter: kinds.iso, n: 2}
  if (/^\d{4}-\d\d-\d\d(t[\d:.]+(z|[+-]\d\d:?\d\d)?)?$/.test(word)) return {letter: kinds.iso, n: 0}
  m = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d\d)$/.exec(word)
  if (m) return {letter: kinds.iso, n: 1}
  m = /^([01]?\d|2[0-4])[:.h]([0-5]\d)(?::[0-5]\d)?(am|pm|a\.m\.?|p\.m\.?|hrs?|z)?$/.exec(word)
  if (m && (word.includes(":") || m[3]))
    return {
      letter: kinds.clock,
      n: (Number(m[1]) % 24) * 60 + Number(m[2]) + (m[3]?.startsWith("p") && Number(m[1]) < 12 ? 720 : 0)
    }
  m = /^(1[0-2]|[1-9])(am|pm)$/.exec(word)
  if (m) return {letter: kinds.clock, n: (Number(m[1]) % 12) * 60 + (m[2] === "pm" ? 720 : 0)}
  m = /^([01]\d|2[0-3])([0-5]\d)(hrs?|z|gmt)$/.exec(word)
  if (m) return {letter: kinds.clock, n: Number(m[1]) * 60 + Number(m[2])}
  if (!/^\d[\d,]*(\.\d+)?$/.test(word)) return undefined
  const n = Number(word.replaceAll(",", ""))
  if (/^\d{1,2}$/.test(word) && n >= 1 && n <= 31) return {letter: kinds.day, n}
  if (/^\d{4}$/.test(word) && n >= 1000 && n <= 2199) return {letter: kinds.year, n}
  return {letter: kinds.digits, n}
}
