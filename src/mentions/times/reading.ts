import {civil, two} from "./calendar.ts"
import type {Found, Match, Setting} from "./setting.ts"
import {duration} from "./values.ts"
import {kinds, type Piece, units} from "./words.ts"

/// What the pieces of a match say: how many, which unit, which year, what clock.

/// How many: undefined for "a few", 1 for "a".
export function countOf(m: Match): number | undefined {
  const p = m.get(["day", "year", "digits", "number"]) ?? m.get("vague")
  if (!p) return 1
  if (p.letter === kinds.vague) return p.n || undefined
  const half = m.get("half")
  return half && (half.n === 1 || m.get("and")) ? p.n + 0.5 : p.n
}

export const unitCode = (p: Piece): string => units[p.n]!

export const shortYear = (p: Piece): number => p.n

export const yearIn = (m: Match): number | undefined => {
  const p = m.get("year") ?? m.get("shortyear")
  return p && shortYear(p)
}

/// "1709 schoolchildren", "a 2000 year old feast": how many. "The 2020 elections", "two thirds of 1990 levels": when.
function counts(year: Piece, before: Piece | undefined, after: Piece | undefined, s: Setting): boolean {
  if (!after) return false
  if (after.letter === kinds.unit || after.letter === kinds.clockunit) return after.word !== "quarter"
  const number = s.tokens[year.token]!
  const noun = s.tokens[after.token]!
  if (number.relation !== "nummod" || number.head !== noun.index || noun.xpos !== "NNS") return false
  if (/^(level|price|figure|term|standard|rate|value|rule|border|line)$/.test(noun.lemma)) return false
  return !before || !/^(DT|PRP\$|POS|JJ)/.test(s.tokens[before.token]!.xpos)
}

/// "1696 Harbour Road"
const street =
  /^(ave|ave\.|avenue|blvd|boulevard|st|st\.|street|road|rd|rd\.|drive|dr|lane|ln|way|highway|hwy|parkway|plaza|square)$/

/// What is numbered: "Resolution 1973", "Room 2010", "pp. 1087".
const numbered =
  /^(resolutions?|rules?|sections?|articles?|rooms?|flights?|channels?|routes?|highways?|models?|gates?|lots?|bus|units?|pages?|pp?|pp?\.|chapters?|verses?|psalms?|codes?|clauses?|forms?|boeing|airbus|number|no\.|nos\.|tel|tel\.|phone|fax|ext)$/

/// Numbers of four digits are years only where they stand like years.
export function standsAsYear(m: Match, s: Setting): boolean {
  const before = m.before()
  const after = m.after()
  const year = m.get("year")!
  if (year.word !== String(year.n) || counts(year, before, after, s) || numbered.test(before?.word ?? "")) return false
  if (street.test(m.after(1)?.word ?? "") || street.test(after?.word ?? "")) return false
  // Far ahead only with a word that says so: "by 2100".
  if (
    s.published !== undefined &&
    year.n > civil(s.published).year + 50 &&
    before?.letter !== kinds.in &&
    before?.letter !== kinds.to
  )
    return false
  // "201 461-1776"
  if (before?.letter === kinds.hyphen && before.end === year.start && m.before(2)?.letter === kinds.digits) return false
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

export const clockText = (m: Match): string | undefined => {
  const clock = m.get("clock") ?? m.get("day") ?? m.get(["year", "digits"])
  if (!clock) return undefined
  // "1336 GMT"
  if (clock.letter === kinds.year || clock.letter === kinds.digits)
    return /^([01]\d|2[0-3])[0-5]\d$/.test(clock.word) ? `T${clock.word.slice(0, 2)}:${clock.word.slice(2)}` : undefined
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

/// Two ends of a range, each with its own value; the first stands for the whole stretch.
export function range(m: Match, a: Found | undefined, b: Found | undefined, cut: Piece): readonly Found[] | undefined {
  if (!a || !b) return undefined
  const at = m.index(cut)
  // "the 12th and 13th centuries" are two; "between 8 and 13 October" is one stretch.
  const alone = cut.letter === kinds.and && m.before()?.letter !== kinds.between
  return [
    {...a, pieces: [m.from, at], ...(alone && {alone})},
    {...b, pieces: [at + 1, m.to]}
  ]
}

export const shiftOf = (m: Match): -1 | 0 | 1 | undefined =>
  m.has("last") ? -1 : m.has("next") ? 1 : m.has("this") ? 0 : undefined

/// Whether a word of time is part of a name: "the Christmas Cottage", "the 2004 Summer Games". Both are written with a capital
/// and nothing stands between them.
export function inName(piece: Piece, next: Piece | undefined, s: Setting): boolean {
  if (!next || next.token === piece.token || next.start !== piece.end + 1) return false
  const word = s.tokens[piece.token]!.text
  const after = s.tokens[next.token]!.text
  return /^\p{Lu}/u.test(word) && /^\p{Lu}\p{Ll}/u.test(after)
}

export const ending = (p: Piece | undefined): boolean => p?.word.endsWith("s") === true

export const durationOf = (m: Match): string => duration(countOf(m), unitCode(m.get(["unit", "clockunit"])!))
