import type {Document, TimeMention, TimeSpan} from "../../model/model.ts"
import {civil, dayText, parseDay, spanOf} from "./calendar.ts"
import {rulesFrom} from "./patterns.ts"
import {registerOf} from "./register.ts"
import {type Anchor, type Found, Match, type Rule, type Setting} from "./setting.ts"
import {directionAt, stateAt} from "./tense.ts"
import {anchors, kinds, type Piece, piecesOf} from "./words.ts"

/// Finds every expression of time in a document, in text order and without overlap, and says which days it stands for.
/// What is reckoned from the day of publication stays unresolved without one (`means` undefined, `X` in the value); what hangs
/// on the story ("two days later") is reckoned from the time told last. A month stays a month. Of a range both ends are
/// mentions with a value each, and the days of the first reach to the end of the second.
export function timeFinder(): (document: Document) => readonly TimeMention[] {
  return document => {
    const published = parseDay(document.article.published)
    const thisYear = published === undefined ? undefined : civil(published).year
    const sentences = document.sentences.map(s => piecesOf(document.tokens, s.first, s.last))
    const {story, ancient, news, guide, talk, firsthand} = registerOf(document, sentences, published)
    const mentions: TimeMention[] = []
    let last: Anchor | undefined
    let line: Anchor | undefined
    let lastSentence = -9
    sentences.forEach((pieces, sentence) => {
      const letters = pieces.map(p => p.letter).join("")
      const early = ancient || (last !== undefined && last.year < 1000)
      if (!anchors.test(letters) && !(early && letters.includes(kinds.digits))) return
      let told = -1
      for (let at = 0; at < pieces.length; ) {
        const setting = (from: number, to: () => number): Setting => ({
          story,
          ancient,
          news,
          guide,
          talk,
          firsthand,
          tokens: document.tokens,
          published,
          last,
          line,
          joined: joins(pieces, told, from) ? last : undefined,
          fresh: sentence - lastSentence < 2,
          here: sentence === lastSentence,
          direction: () => directionAt(document, pieces[headPiece(document, pieces, from, to())]!.token),
          state: () => stateAt(document, pieces[headPiece(document, pieces, from, to())]!.token, news)
        })
        const best = longest(pieces, letters, at, setting)
        if (!best) {
          at++
          continue
        }
        best.found.forEach((found, i) => {
          const [from, to] = found.pieces ?? [at, best.to]
          const mention = mentionOf(
            document,
            pieces,
            sentence,
            i === 0 ? widened(pieces, from, mentions.at(-1)?.span.end) : from,
            to,
            found,
            found.alone ? undefined : best.found[i + 1],
            best.rule
          )
          mentions.push(mention)
          // The far end of a range and "the 1976 dry season" are asides; in news, "the treaty of 1976" too.
          const aside = found.anchor?.month === undefined && (i > 0 || describes(document, pieces, to))
          const which = published !== undefined && !story && tellsWhich(document, pieces, from)
          // Nor does a story go on from years to come: "not before 2030, he said in the talks of August 4".
          const toCome = found.anchor !== undefined && thisYear !== undefined && found.anchor.year > thisYear + 1
          if (found.anchor && !found.set && !(aside && last) && !which && !toCome) {
            last = found.anchor
            if (last.month !== undefined) line = last
            lastSentence = sentence
          }
        })
        at = best.to
        told = at
      }
    })
    return rangesTold(document, mentions)
  }
}

/// Whether a noun follows that a time only describes: "the 1976 season".
function describes(document: Document, pieces: readonly Piece[], to: number): boolean {
  const [year, next] = [pieces[to - 1]!, pieces[to]]
  if (!next || next.start !== year.end + 1) return false
  const {relation, head} = document.tokens[year.token]!
  return (relation === "nummod" || relation === "compound") && head > year.token
}

/// Whether a year tells which of its kind a thing is: "the treaty of 1976".
function tellsWhich(document: Document, pieces: readonly Piece[], from: number): boolean {
  const [of, year] = [pieces[from - 1], pieces[from]!]
  if (of?.letter !== kinds.of || year.letter !== kinds.year) return false
  const thing = document.tokens[of.token - 1]
  return thing?.upos === "NOUN" && pieces[from - 2]?.letter === kinds.other
}

/// Whether only "to", "until" or a dash stands between a time told and a piece: "from July to the end of September".
function joins(pieces: readonly Piece[], told: number, from: number): boolean {
  if (told < 0 || from <= told || from - told > 5) return false
  const link = pieces[told]!.letter
  if (link !== kinds.to && link !== kinds.hyphen) return false
  return pieces.slice(told + 1, from).every(p => "tbje-".includes(p.letter))
}

/// Where no expression begins.
const idle = new Set([
  kinds.other,
  kinds.comma,
  kinds.hyphen,
  kinds.open,
  kinds.of,
  kinds.and,
  kinds.from,
  kinds.between
] as string[])

interface Best {
  readonly rule: Rule
  readonly found: readonly Found[]
  readonly to: number
}

/// The rule that covers most, of those that find a meaning; of equals the first listed.
function longest(
  pieces: readonly Piece[],
  letters: string,
  at: number,
  setting: (from: number, to: () => number) => Setting
): Best | undefined {
  if (idle.has(letters[at]!)) return undefined
  const fitting: {rule: Rule; to: number}[] = []
  for (const {rule, regex} of rulesFrom.get(letters[at]!) ?? []) {
    regex.lastIndex = at
    if (regex.test(letters)) fitting.push({rule, to: regex.lastIndex})
  }
  if (fitting.length === 0) return undefined
  fitting.sort((a, b) => b.to - a.to)
  let end = at
  const here = setting(at, () => end)
  for (const {rule, to} of fitting) {
    end = to
    const found = rule.means(new Match(pieces, at, to), here)
    if (found) return {rule, to, found: "value" in found ? [found] : found}
  }
  return undefined
}

/// "late", "mid-", "the end of" before a time belong to its words, though neither value nor days have room for them: what is vague
/// stays vague.
function widened(pieces: readonly Piece[], from: number, taken = 0): number {
  const letter = (i: number): string | undefined => pieces[i]?.letter
  let at = from
  if (letter(at - 1) === kinds.early) at--
  else if (letter(at - 1) === kinds.hyphen && letter(at - 2) === kinds.early) at -= 2
  else if (letter(at - 1) === kinds.of && (letter(at - 2) === kinds.edge || letter(at - 2) === kinds.early)) at -= 2
  else return from
  if (letter(at - 1) === kinds.the) at--
  return pieces[at]!.start >= taken ? at : from
}

function mentionOf(
  document: Document,
  pieces: readonly Piece[],
  sentence: number,
  from: number,
  to: number,
  found: Found,
  end: Found | undefined,
  rule: Rule
): TimeMention {
  const span = {start: pieces[from]!.start, end: pieces[to - 1]!.end}
  const days = found.days
  let means: TimeSpan | undefined = days
    ? {from: dayText(days[0]), until: dayText(days[1]), grain: /^P/.test(found.value) ? "duration" : spanOf(found.value).grain}
    : spanOf(found.value)
  if (found.set) means = {grain: "set"}
  else if (found.value === "PRESENT_REF" && document.article.published && parseDay(document.article.published) !== undefined) {
    const day = parseDay(document.article.published)!
    means = {from: dayText(day), until: dayText(day + 1), grain: "day"}
  } else if (means.from === undefined && means.grain !== "duration") means = undefined
  const until = end && spanOf(end.value).until
  if (until !== undefined && means?.from !== undefined && means.from < until) means = {...means, until}
  return {
    span,
    sentence,
    head: pieces[headPiece(document, pieces, from, to)]!.token,
    text: document.article.text.slice(span.start, span.end),
    means,
    basis: found.inferred?.includes("told before") || found.value === "PRESENT_REF" ? "inferred" : "stated",
    why: found.inferred === undefined ? rule.name : `${rule.name}, ${found.inferred}`,
    value: found.value
  }
}

/// The word by which an expression hangs in its sentence.
function headPiece(document: Document, pieces: readonly Piece[], from: number, to: number): number {
  const first = pieces[from]!.token
  const last = pieces[to - 1]!.token
  let strong = -1
  for (let i = from; i < to; i++) {
    const {token, letter} = pieces[i]!
    const {head, relation} = document.tokens[token]!
    if ((head < first || head > last) && (head !== -1 || relation === "root")) return i
    if (strong < 0 && "ymwsuhpTJDKSRQFP".includes(letter)) strong = i
  }
  return Math.max(from, strong)
}

/// "From 2001 to June 2014": the first end stands for the days up to the second.
function rangesTold(document: Document, mentions: readonly TimeMention[]): readonly TimeMention[] {
  const {text} = document.article
  return mentions.map((mention, i) => {
    const next = mentions[i + 1]
    if (!next || next.sentence !== mention.sentence || next.span.start - mention.span.end > 12) return mention
    const {means} = mention
    if (!means?.from || !next.means?.until || means.from >= next.means.until || means.until! >= next.means.until) return mention
    const link = text.slice(mention.span.end, next.span.start).trim()
    const opening = text.slice(Math.max(0, mention.span.start - 12), mention.span.start)
    const ranged = /^(to|until|till|through)$/.test(link)
      ? /\bfrom( the)? $/i.test(opening)
      : link === "and"
        ? /\bbetween( the)? $/i.test(opening)
        : /^[-–—]$/.test(link)
    return ranged ? {...mention, means: {...means, until: next.means.until}, why: `${mention.why}, up to ${next.text}`} : mention
  })
}
