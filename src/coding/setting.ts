import {
  type Clause,
  covers,
  evidenceOf,
  type Grounded,
  type Place,
  type PlaceMention,
  type Status,
  type TimeMention,
  type TimeSpan
} from "../model/model.ts"
import type {Page} from "./page.ts"
import {reckoned} from "./reckoned.ts"

/// When and where a deed took place, as far as its own words, its sentence or its dateline say.

const saying = new Set("say tell report state announce add declare note write warn urge condemn claim confirm deny".split(" "))
const day = 86_400_000

type UsableTime = TimeMention & {means: TimeSpan}

const usable = (mention: TimeMention): mention is UsableTime =>
  mention.means?.from !== undefined && mention.means.grain !== "set" && mention.means.grain !== "duration"

/// The time of a deed. What the clause itself says is stated; what follows from a clause it hangs in, from the sentence or
/// from the sentence before is inferred; news without a word of time is assumed to be of the day it was published.
export function timeOf(page: Page, clause: Clause, status: Status): Grounded<TimeSpan> | undefined {
  const {article} = page.document
  const as = (mention: UsableTime, basis: "stated" | "inferred"): Grounded<TimeSpan> => ({
    means: mention.means,
    basis,
    evidence: [evidenceOf(article, mention.span)]
  })
  const own = page
    .timesOf(clause)
    .filter(usable)
    .filter(m => !ofTheSaying(page, clause, m) && !isTerm(page, m) && !ofAnotherThing(page, clause, m))
  // "TUNIS, March 5 (Agency) - Troops fired on Monday": the day of writing, unless no other is said
  const said = own.find(m => !isInDateline(page, m)) ?? own[0]
  if (said) return as(said, "stated")
  const behind = longAgoBehind(page, clause)
  if (behind) return as(behind, "stated")
  const far = reckoned(page, clause)
  if (far) return {means: far.means, basis: "inferred", evidence: far.said.map(m => evidenceOf(article, m.span))}
  // An event noun that is an argument takes the time of the verb it belongs to, unless that verb only tells of it.
  let at: Clause = clause
  for (let step = 0; step < 4 && at.parent; step++) {
    const parent = page.document.clauses[at.parent.clause]
    if (!parent) break
    const {link} = at.parent
    const shares =
      link === "coordinate" || link === "participle" || link === "nominal" || link === "infinitive" || link === "manner"
    if (!shares || saying.has(parent.predicate.lemma) || parent.sentence !== clause.sentence) break
    const above = page.timesOf(parent).filter(m => usable(m) && !isOfToday(clause, m)) as UsableTime[]
    const when = above.find(m => !isInDateline(page, m)) ?? above[0]
    if (when) return as(when, "inferred")
    at = parent
  }
  for (const child of page.children[clause.index] ?? []) {
    if (child.parent?.link !== "nominal" && child.parent?.link !== "coordinate") continue
    const below = page.timesOf(child).filter(m => usable(m) && !ofAnotherThing(page, clause, m)) as UsableTime[]
    if (below.length > 0) return as(below[0]!, "inferred")
  }
  const inSentence = page.timesIn(clause.sentence).filter(usable)
  const notSaid = inSentence.filter(m => {
    if (isTerm(page, m) || ofAnotherThing(page, clause, m) || isInDateline(page, m) || isOfToday(clause, m)) return false
    const owner = page.owner(m.head)
    return !owner || !saying.has(owner.predicate.lemma)
  })
  if (notSaid.length === 1 && status !== "planned" && status !== "possible") return as(notSaid[0]!, "inferred")
  if (!article.published || status === "planned" || status === "possible" || status === "did-not-happen") return undefined
  if (clause.perfect && clause.tense === "past") return undefined
  // "was arrested *a day after* the raid": of another day than the article's, whichever
  if (page.timesOf(clause).some(m => isDistance(page, m))) return undefined
  // "whom they locked up *now* sells fish": then, not now
  if (clause.parent?.link === "relative" && inSentence.some(m => isOfToday(clause, m))) return undefined
  const from = article.published
  const until = new Date(Date.parse(`${from}T00:00:00Z`) + day)
  if (Number.isNaN(until.getTime())) return undefined
  return {means: {from, until: until.toISOString().slice(0, 10), grain: "day"}, basis: "assumed", evidence: []}
}

/// "*now*", "these days": no time of what is told in the past tense.
const isOfToday = (clause: Clause, {value}: TimeMention): boolean => value === "PRESENT_REF" && clause.tense === "past"

function isInDateline(page: Page, {span}: TimeMention): boolean {
  const end = datelineEnd(page)
  return end !== undefined && span.end <= end
}

/// "claimed the bombing in Kasserine *three months ago*": what stands behind a noun and is no day is the time of the noun.
function longAgoBehind(page: Page, {predicate, parent, sentence}: Clause): UsableTime | undefined {
  if (predicate.kind !== "noun" || parent?.link !== "nominal") return undefined
  return page.timesIn(sentence).find((m): m is UsableTime => {
    if (!usable(m) || m.means.grain === "day" || m.means.grain === "time" || m.span.start < predicate.span.end) return false
    const between = page.tokensIn(predicate.span.end, m.span.start)
    return between.length <= 4 && between.every(t => /^(?:ADP|DET|PROPN|NOUN|ADJ)$/.test(t.upos))
  })
}

/// "two days after …", "a week before …", "months later": reckoned from something else.
function isDistance(page: Page, {text, value, span}: TimeMention): boolean {
  if (!/^(?:PT?[\dX]|XXXX-)/.test(value)) return false
  if (/\b(?:after|before|later|earlier)$/i.test(text)) return true
  const next = page.tokensIn(span.end, span.end + 12)[0]
  return next !== undefined && /^(?:after|before|later|earlier)$/i.test(next.text)
}

/// "said *Tuesday* that rebels attacked": a day right behind the saying belongs to it, wherever a parser hangs it.
function ofTheSaying(page: Page, clause: Clause, mention: TimeMention): boolean {
  const parent = clause.parent && page.document.clauses[clause.parent.clause]
  if (!parent || !saying.has(parent.predicate.lemma)) return false
  const first = page.tokensIn(mention.span.start, mention.span.end)[0]
  return first !== undefined && first.index > parent.predicate.head && first.index - parent.predicate.head <= 2
}

/// "promised to keep the truce *until 2027*": how long, not when.
export function isTerm(page: Page, mention: TimeMention): boolean {
  const first = page.tokensIn(mention.span.start, mention.span.end)[0]
  const before = first && page.document.tokens[first.index - 1]
  return before !== undefined && before.sentence === first.sentence && /^(?:until|till)$/i.test(before.text)
}

/// "demanded an apology for the raid *of March 26*": the day of the raid, whoever speaks of it.
function ofAnotherThing(page: Page, clause: Clause, mention: TimeMention): boolean {
  const {tokens} = page.document
  let first = page.tokensIn(mention.span.start, mention.span.end)[0]
  // "the rule of 1910 *to 1945*"
  while (
    first &&
    /^(?:to|and|through|[-–—])$/.test(tokens[first.index - 1]?.text ?? "") &&
    tokens[first.index - 2]?.upos === "NUM"
  )
    first = tokens[first.index - 2]
  const of = first && tokens[first.index - 1]
  const thing = of && tokens[of.index - 1]
  return (
    thing !== undefined &&
    thing.sentence === first?.sentence &&
    of.text === "of" &&
    (thing.upos === "NOUN" || /^(?:those|that)$/i.test(thing.text)) &&
    thing.index > clause.predicate.head &&
    !partOfTime.test(thing.lemma)
  )
}

const partOfTime =
  /^(?:day|night|morning|evening|afternoon|hour|week|month|year|end|start|beginning|middle|course|rest|half|quarter|summer|winter|spring|autumn|fall|weekend|date|anniversary|season|part)$/

const locative = new Set(
  "in at near on outside inside across around along throughout over off from within into toward towards through between north south east west".split(
    " "
  )
)
const named = (mention: PlaceMention): mention is PlaceMention & {means: Place} => mention.means !== undefined

/// The place of a deed: what stands in its own clause, else its sentence, else the dateline. A place that only tells whose
/// somebody is ("the *Russian* president") is no place of the deed. `lands` are the countries of those who take part: a
/// dateline elsewhere ("WASHINGTON — North Korea has sent …") only tells where the report was written.
export function placeOf(page: Page, clause: Clause, lands: ReadonlySet<string>): Grounded<Place> | undefined {
  const {article} = page.document
  const as = (mention: PlaceMention & {means: Place}, basis: "stated" | "inferred"): Grounded<Place> => ({
    means: mention.means,
    basis,
    evidence: [evidenceOf(article, mention.span)]
  })
  const finest = (list: readonly (PlaceMention & {means: Place})[]) => {
    const grains = ["exact", "city", "region", "country", "sea", "continent"]
    return [...list].sort((a, b) => grains.indexOf(a.means.grain) - grains.indexOf(b.means.grain))[0]
  }
  const standsIn = (c: Clause) =>
    c.obliques
      .filter(o => locative.has(o.preposition))
      .flatMap(o => page.placesIn(c.sentence).filter(m => named(m) && covers(o.phrase.span, m.span))) as (PlaceMention & {
      means: Place
    })[]
  const own = finest(standsIn(clause))
  if (own) return as(own, "stated")
  const held = finest(
    page
      .placesOf(clause)
      .filter(named)
      .filter(m => isLocative(page, m))
  )
  if (held) return as(held, "stated")
  let at = clause
  for (let step = 0; step < 3 && at.parent; step++) {
    const parent = page.document.clauses[at.parent.clause]
    if (!parent || saying.has(parent.predicate.lemma)) break
    const above = finest(standsIn(parent))
    if (above) return as(above, "inferred")
    at = parent
  }
  for (const child of page.children[clause.index] ?? []) {
    if (child.parent?.link !== "nominal") continue
    const below = finest(standsIn(child))
    if (below) return as(below, "inferred")
  }
  const sentence = page
    .placesIn(clause.sentence)
    .filter(named)
    .filter(m => isLocative(page, m))
  const one = finest(sentence)
  if (one) return as(one, "inferred")
  // where something was sent or somebody went: "moved *to eastern Russia*"
  const goal = finest(
    clause.obliques
      .filter(o => o.preposition === "to")
      .flatMap(o => page.placesIn(clause.sentence).filter(m => named(m) && covers(o.phrase.span, m.span))) as (PlaceMention & {
      means: Place
    })[]
  )
  if (goal) return goal.means.grain === "country" ? undefined : as(goal, "inferred")
  const date = dateline(page)
  if (!date || (lands.size > 0 && (date.means.country === undefined || !lands.has(date.means.country)))) return undefined
  // in the lead it is the news itself; further down the story has moved on
  return clause.sentence <= 2 ? as(date, "inferred") : undefined
}

/// "in Mosul", "near the city of Mosul": the word before the place, or before the noun it names, is a locative.
function isLocative(page: Page, mention: PlaceMention): boolean {
  const {tokens} = page.document
  const first = page.tokensIn(mention.span.start, mention.span.end)[0]
  if (!first) return false
  for (let at = first.index - 1, steps = 0; at >= 0 && steps < 6; at--, steps++) {
    const token = tokens[at]!
    if (token.sentence !== first.sentence) return false
    const word = token.lemma.toLowerCase()
    if (locative.has(word)) return true
    if (!/^(DET|ADJ|NOUN|PROPN|NUM|ADP)$/.test(token.upos) || (token.upos === "ADP" && word !== "of")) return false
  }
  return false
}

/// "ANKARA, Turkey (Agency) — …": where the report was written.
function dateline(page: Page): (PlaceMention & {means: Place}) | undefined {
  const end = datelineEnd(page)
  if (end === undefined) return undefined
  return page.mentions.places.find((m): m is PlaceMention & {means: Place} => named(m) && m.span.end <= end)
}

/// Where the words before the first dash of an article end, if it opens with where it was written.
const datelineEnd = (page: Page): number | undefined =>
  /^[^\n]{0,80}?(?:\s[-–—]{1,2}\s|\)\s*[-–—]{1,2})/.exec(page.document.article.text.slice(0, 200))?.[0].length

/// "… five years *after crowds stormed its embassy*": told for no other reason than to say when something else happened.
export function datesAnother(page: Page, clause: Clause): boolean {
  const first = clause.predicate.span.start
  for (const mention of page.timesIn(clause.sentence)) {
    if (mention.span.end > first || !/^P(?:\d+|X+)(?:Y|DE|CE)$/.test(mention.value)) continue
    const next = page.tokensIn(mention.span.end, mention.span.end + 12)[0]
    const after = /\bafter$/i.test(mention.text) ? mention.span.end : next?.text.toLowerCase() === "after" ? next.end : undefined
    if (after !== undefined && page.tokensIn(after, first).length < 8) return true
  }
  return false
}

/// Whether a deed is told as history: long before the article, an anniversary, a paragraph that has gone back in time.
export function isBackground(page: Page, clause: Clause, time: Grounded<TimeSpan> | undefined): boolean {
  const {article} = page.document
  const before = page.tokensIn(Math.max(0, clause.predicate.span.start - 80), clause.predicate.span.start)
  if (
    before.some(
      t =>
        t.sentence === clause.sentence &&
        (t.lemma === "anniversary" || t.lemma === "commemorate") &&
        t.index >= clause.predicate.head - 8
    )
  )
    return true
  if (datesAnother(page, clause)) return true
  if (!article.published) return clause.perfect && clause.tense === "past" && time?.means.grain === "year"
  const published = Date.parse(`${article.published}T00:00:00Z`)
  const until = time?.means.until ?? time?.means.from
  if (until && time?.basis !== "assumed" && published - Date.parse(`${until}T00:00:00Z`) > 300 * day) return true
  if (!time || time.basis === "assumed") {
    // The sentence before, in the same paragraph, spoke of a time long gone and this one goes on in the past tense.
    const previous = page.document.sentences[clause.sentence - 1]
    const here = page.document.sentences[clause.sentence]
    if (
      previous &&
      here &&
      !article.text.slice(previous.end, here.start).includes("\n") &&
      clause.tense === "past" &&
      !clause.modal
    ) {
      const old = page.timesIn(clause.sentence - 1).filter(usable)
      if (old.length > 0 && old.every(m => m.means.until && published - Date.parse(`${m.means.until}T00:00:00Z`) > 300 * day))
        return true
    }
  }
  return false
}
