import type {Span} from "../model/model.ts"
import {leadingAbbreviations} from "./tokens.ts"

/// Where sentences end: the index after the last token of each, in order; the last one is `tokens.length`.
/// A blank line always ends a sentence, so do a stop, question or exclamation mark with what closes behind it, unless the
/// stop belongs to a shortening or the next word goes on in small letters. A single line break ends one after a short line
/// (a heading, an item of a list), not inside a wrapped paragraph. A dateline ("HANOI (Agency) —"), the sender and hour of a
/// letter, a page's address between sentences stand alone.
export function sentenceEnds(text: string, tokens: readonly Span[]): number[] {
  const ends: number[] = []
  let first = 0
  for (let i = 0; i < tokens.length - 1; i++) {
    if (endsAfter(text, tokens, first, i)) {
      ends.push(i + 1)
      first = i + 1
    }
  }
  if (tokens.length > 0) ends.push(tokens.length)
  return ends
}

const stop = /^(?:[.!?。！？]+|…+)$/
const closer = /^(?:["”’'»)\]}]|'')$/
const opener = /^(?:["“‘«([{]|``|'')$/
const bullet = /^(?:[•·▪●■*–—-]|\d{1,2}[.)]?)$/
const beginsLow = /^\p{Ll}/u
const beginsHigh = /^[\p{Lu}\p{Lt}\p{N}\p{Lo}]/u

/// Words that begin a sentence far more often than a name: after "U.S." or "p.m." they show that it ended.
const starters = new Set(
  "the a an this that these those he she it they we i you his her its their our my there here in on at by for from with as but and or so if when while after before since although though however meanwhile then now what who why how where some many most no not one two".split(
    " "
  )
)

function endsAfter(text: string, tokens: readonly Span[], first: number, i: number): boolean {
  const here = tokens[i]!
  const next = tokens[i + 1]!
  const gap = text.slice(here.end, Math.min(next.start, here.end + 1000))
  const lineBreaks = gap.split("\n").length - 1
  if (lineBreaks >= 2 || /\u2029/.test(gap)) return true
  const nextWord = text.slice(next.start, Math.min(next.end, next.start + 100))
  // "… in 2000. [7] [9] His legacy": references behind the stop belong to what they prove.
  if (next.start - here.end <= 2 && isReference(text, tokens, i + 3)) return false
  // The last token that is no closing mark: `He left.")`
  let last = i
  while (last - 3 > first && isReference(text, tokens, last)) last -= 3
  while (
    last > first &&
    last > i - 5 &&
    closer.test(wordAt(text, tokens[last]!)) &&
    tokens[last - 1]!.end === tokens[last]!.start
  )
    last--
  const word = wordAt(text, tokens[last]!)
  const stopped = stop.test(word)
  if (lineBreaks === 1) return lineEnds(text, here, nextWord, stopped)
  if (standsAlone(text, tokens, first, i)) return true
  if (next.start === here.end) {
    // "… these thieves.I paid": a space was forgotten.
    return (
      word === "." &&
      last === i &&
      i > first &&
      /^\p{Ll}{2,}$/u.test(wordAt(text, tokens[i - 1]!)) &&
      /^(?:I$|\p{Lu}\p{Ll})/u.test(nextWord)
    )
  }
  if (closer.test(nextWord) && !opener.test(nextWord)) return false
  // What follows, behind opening marks.
  let begin = i + 1
  while (begin < tokens.length - 1 && begin < i + 4 && opener.test(wordAt(text, tokens[begin]!))) begin++
  const beginning = wordAt(text, tokens[begin]!)
  if (stopped) {
    if (last === first && /^\.+$/.test(word)) return false
    if (stop.test(nextWord) || /^[,;:)\]–—-]/.test(beginning)) return false
    // "he is scared. you will need": nobody wrote the capital. `"Why?" he asked` goes on.
    if (beginsLow.test(beginning))
      return (
        last === i && /^[.?!]$/.test(word) && i > first && (plainWord.test(wordAt(text, tokens[i - 1]!)) || isAddress(beginning))
      )
    // "1." at the start of a line counts the lines, no sentence ends there.
    if (word === "." && last === first + 1 && /^(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})$/.test(wordAt(text, tokens[first]!)))
      return false
    return true
  }
  // "He left at 5 p.m. The train …": the stop of a shortening ends a sentence too when the next word is one that begins sentences.
  if (/\.$/.test(word) && word.length > 1) {
    const name = word.slice(0, -1).toLowerCase()
    if (leadingAbbreviations.has(name) || /^\p{L}$/u.test(name)) return false
    return beginsHigh.test(beginning) && starters.has(beginning.toLowerCase())
  }
  return false
}

/// A word that is no shortening: a stop behind it is a stop.
const plainWord = /^(?:\p{Ll}{3,}|it|me|us|so|up|do|in|on|to|be|go|no|of|by|at|we|he|my|is|\d+(?:-\d+)+)$/u
const isAddress = (word: string): boolean => /^(?:https?:|www\.)/i.test(word)

/// What no mark ends: a dateline, the line of sender and hour above a letter, its "Regards,", an address of a page before a
/// sentence that has nothing to do with it.
function standsAlone(text: string, tokens: readonly Span[], first: number, i: number): boolean {
  const word = wordAt(text, tokens[i]!)
  const next = wordAt(text, tokens[i + 1]!)
  const capital = /^["“‘]?\p{Lu}/u.test(next)
  const apart = tokens[i + 1]!.start > tokens[i]!.end
  if (!apart) return false
  // "08/16/2000 12:05 PM"
  if (day.test(next) && tokens[i + 2] && hour.test(wordAt(text, tokens[i + 2]!))) return i > first
  if (/^[AP]M$/i.test(word) && i - first >= 2) {
    return hour.test(wordAt(text, tokens[i - 1]!)) && day.test(wordAt(text, tokens[i - 2]!))
  }
  if (isAddress(word)) return capital || isAddress(next)
  if (word === "," && capital && i - first <= 2)
    return farewell.test(text.slice(tokens[first]!.start, tokens[i]!.start).trimEnd())
  return capital && dash.test(word) && i > first && isDateline(text, tokens, first, i)
}

const day = /^\d{1,2}\/\d{1,2}\/(?:\d{2}|\d{4})$/
const hour = /^\d{1,2}:\d{2}$/
const dash = /^(?:[-–—―]|--)$/
const farewell = /^(?:(?:many |best |kind |warm )?(?:thanks|regards|wishes)|best|cheers|sincerely|yours(?: truly)?)$/i

/// "PONCHATOULA, La. (Agency), Jan. 3 —": a place in capitals, and nothing but names, figures and marks up to the dash.
function isDateline(text: string, tokens: readonly Span[], first: number, dash: number): boolean {
  // "LA PAZ — ": a first word of two letters needs a second in capitals.
  const loud = wordAt(text, tokens[first]!)
  const louder = /^\p{Lu}{2}$/u.test(loud) && /^\p{Lu}{2,}$/u.test(wordAt(text, tokens[first + 1]!))
  if (dash - first > 16 || !(louder || /^\p{Lu}{3,}$/u.test(loud))) return false
  for (let i = first + 1; i < dash; i++) {
    const word = wordAt(text, tokens[i]!)
    if (!/^(?:\p{Lu}|[\d,.:/()'’]|-$|an?d?$|of$|the$)/u.test(word)) return false
  }
  return true
}

/// Tokens that end at i are "[", figures, "]".
function isReference(text: string, tokens: readonly Span[], i: number): boolean {
  const close = tokens[i]
  const figures = tokens[i - 1]
  const open = tokens[i - 2]
  if (!close || !figures || !open || text[close.start] !== "]" || text[open.start] !== "[") return false
  return /^\d{1,3}$/.test(wordAt(text, figures))
}

/// Does a single line break end a sentence? Lines shorter than this are headings and items; longer ones are wrapped prose.
const wrapped = 50

function lineEnds(text: string, here: Span, nextWord: string, stopped: boolean): boolean {
  if (stopped) return !beginsLow.test(nextWord)
  if (bullet.test(nextWord)) return true
  if (beginsLow.test(nextWord)) return false
  const line = here.end - (text.lastIndexOf("\n", here.start) + 1)
  return line < wrapped
}

const wordAt = (text: string, span: Span): string => text.slice(span.start, Math.min(span.end, span.start + 100))
