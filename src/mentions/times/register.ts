import type {Document, Token} from "../../model/model.ts"
import {civil} from "./calendar.ts"
import {directionAt} from "./tense.ts"
import {kinds, type Piece} from "./words.ts"

/// How a text speaks of time. News dates things by the day it appears; a history by the story it tells; a guide or a textbook
/// describes what is so on any day; talk (a conversation, a video) is full of hours and mornings of the day it is spoken on.
export interface Register {
  /// A history: its bare months and weekdays follow the story, not the day of publication.
  readonly story: boolean
  /// A history of the first thousand years: numbers below 1000 can be years.
  readonly ancient: boolean
  /// Names days about its own, so that "today" is that day.
  readonly news: boolean
  /// A guide or a timetable: its bare weekdays, months and hours are those of any week, year and day.
  readonly guide: boolean
  readonly talk: boolean
  /// Told by "I" and "we": a speech, a diary, talk. What is so "today" is so on the day it was said.
  readonly firsthand: boolean
}

export function registerOf(
  document: Document,
  sentences: readonly (readonly Piece[])[],
  published: number | undefined
): Register {
  const voice = voiceOf(document.tokens)
  const ancient = isAncient(document.tokens, sentences)
  const story = ancient || isStory(sentences, published)
  // Long, in the third person, and reporting nobody's words.
  const plain = !voice.firsthand && !voice.talk && !voice.reports && sentences.length >= 16
  const news = published !== undefined && !(plain && voice.told < 0.3) && isNews(document, sentences, published)
  const guide = published !== undefined && !news && !story && plain && voice.told < 0.5
  return {story, ancient, news, guide, talk: voice.talk, firsthand: voice.firsthand}
}

const speakers = new Set("i we my our me us".split(" "))
const reporting = new Set("say tell report announce".split(" "))

/// Who speaks, and whether the past is told or the present described. What stands in quotation marks does not count.
function voiceOf(tokens: readonly Token[]): {talk: boolean; firsthand: boolean; reports: boolean; told: number} {
  let words = 0
  let fillers = 0
  let own = 0
  let reports = 0
  let past = 0
  let present = 0
  let quoted = false
  for (const {text, upos, xpos, lemma} of tokens) {
    if (upos === "PUNCT" || text === '"') {
      if (text === '"') quoted = !quoted
      else if (text === "“" || text === "”") quoted = text === "“"
    } else if (!quoted) {
      words++
      if (xpos === "VBD") past++
      else if (xpos === "VBZ" || xpos === "VBP") present++
      if (upos === "INTJ") fillers++
      else if (upos === "PRON" && speakers.has(text.toLowerCase())) own++
      else if (upos === "VERB" && reporting.has(lemma)) reports++
    }
  }
  return {
    talk: fillers >= 8 && fillers * 100 >= words,
    firsthand: own * 100 >= words,
    reports: reports * 300 >= words,
    told: past + present < 10 ? 1 : past / (past + present)
  }
}

/// A history rather than news: most of the years it names are far from its own, and they are many.
function isStory(sentences: readonly (readonly Piece[])[], published: number | undefined): boolean {
  if (published === undefined) return true
  const {year} = civil(published)
  let far = 0
  let near = 0
  for (const pieces of sentences) {
    for (const p of pieces) {
      if (p.letter === kinds.year && p.n > 1400 && p.n < 2100) {
        if (Math.abs(p.n - year) > 1) far++
        else near++
      } else if (p.letter === kinds.deictic) near += p.n === 0 ? 1 : 5
      else if (p.letter === kinds.weekday) near++
      else if (p.letter === kinds.era) far++
    }
  }
  return far >= 5 && (far > near * 2 || far > near + 20)
}

/// "… died in 348", "until about 360", "December of 384": three numbers that stand like years, and few years of four digits.
function isAncient(tokens: readonly Token[], sentences: readonly (readonly Piece[])[]): boolean {
  let early = 0
  let late = 0
  for (const pieces of sentences) {
    for (let i = 0; i < pieces.length; i++) {
      const p = pieces[i]!
      if (p.letter === kinds.year || (p.letter === kinds.era && p.n < 0)) late++
      else if (p.letter === kinds.digits && standsAsEarlyYear(tokens, pieces, i)) early++
    }
  }
  return early >= 3 && early > late
}

/// A number of three digits where a year of the first thousand could stand.
export function standsAsEarlyYear(tokens: readonly Token[], pieces: readonly Piece[], at: number): boolean {
  const p = pieces[at]!
  if (!/^\d{3}$/.test(p.word) || p.n < 100) return false
  const before = pieces[at - 1]
  const after = pieces[at + 1]
  if (!before) return false
  const introduced =
    before.letter === kinds.month ||
    /^(in|by|since|until|till|about|around|after|before|from|of|early|late|c|c\.|ca|ca\.|circa|year)$/.test(before.word) ||
    ((before.letter === kinds.hyphen || before.letter === kinds.to || before.letter === kinds.and) &&
      /^\d{3}$/.test(pieces[at - 2]?.word ?? ""))
  if (!introduced) return false
  const next = after && tokens[after.token]!
  return !next || !/^(NOUN|NUM|ADJ|SYM)$/.test(next.upos) || after.letter === kinds.hyphen
}

/// Whether a text names days about its own: what was done on a weekday, yesterday, a date of the same month.
function isNews(document: Document, sentences: readonly (readonly Piece[])[], published: number): boolean {
  const {year, month} = civil(published)
  for (const pieces of sentences) {
    for (let i = 0; i < pieces.length; i++) {
      const p = pieces[i]!
      if (p.letter === kinds.night || (p.letter === kinds.deictic && p.n !== 0)) return true
      if (p.letter === kinds.weekday && directionAt(document, p.token) !== undefined) return true
      if (
        p.letter === kinds.month &&
        p.n === month &&
        pieces.slice(i + 1, i + 4).some(q => q.letter === kinds.day || q.n === year)
      )
        return true
    }
  }
  return false
}
