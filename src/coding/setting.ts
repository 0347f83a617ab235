import {
  type Clause,
  type ClauseLink,
  covers,
  daysAfter,
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
import {carried, isRecent, isToldAsPast, publishedOn, type Story} from "./story.ts"

/// When and where a deed took place, as far as its own words, its sentence or its dateline say.

const saying = new Set("say tell report state announce add declare note write warn urge condemn claim confirm deny".split(" "))
const day = 86_400_000

type UsableTime = TimeMention & {means: TimeSpan}

const usable = (mention: TimeMention): mention is UsableTime =>
  mention.means?.from !== undefined && mention.means.grain !== "set" && mention.means.grain !== "duration"

/// The time of a deed. What the clause itself says is stated; what follows from a clause it hangs in, from the sentence or
/// from the sentences before is inferred; news without a word of time is assumed to be of the day it was published. A deed of a
/// story that has gone back in time, or told as past already in the past, has no day that anybody knows.
export function timeOf(page: Page, clause: Clause, status: Status): Grounded<TimeSpan> | undefined {
  const {article, clauses} = page.document
  const published = publishedOn(article)
  const isOpen = status === "planned" || status === "possible"
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
  // What has been done was done by the time it is told: "postponed the session of next Tuesday".
  const isNear = (m: TimeMention): m is UsableTime =>
    usable(m) &&
    !isOfToday(clause, m) &&
    m.means.grain !== "decade" &&
    m.means.grain !== "century" &&
    (isOpen || status === "did-not-happen" || published === undefined || m.means.from! <= published)
  const below = (link: "nominal" | "coordinate"): UsableTime | undefined =>
    (page.children[clause.index] ?? [])
      .filter(child => child.parent?.link === link)
      .flatMap(child => page.timesOf(child).filter(isNear))
      .find(m => !ofAnotherThing(page, clause, m))
  const held = below("nominal")
  if (held) return as(held, "inferred")
  // An event noun that is an argument takes the time of the verb it belongs to, unless that verb only tells of it.
  let at: Clause = clause
  for (let step = 0; step < 4 && at.parent; step++) {
    const parent = clauses[at.parent.clause]
    if (!parent) break
    const {link} = at.parent
    const shares =
      link === "coordinate" || link === "participle" || link === "nominal" || link === "infinitive" || link === "manner"
    if (!shares || saying.has(parent.predicate.lemma) || parent.sentence !== clause.sentence) break
    if (isPluperfect(at) && !isPluperfect(parent) && link !== "coordinate") break
    const above = page.timesOf(parent).filter(isNear)
    const when = above.find(m => !isInDateline(page, m)) ?? above[0]
    if (when) return as(when, "inferred")
    at = parent
  }
  const joined = below("coordinate")
  if (joined) return as(joined, "inferred")
  const inSentence = page.timesIn(clause.sentence).filter(isNear)
  const notSaid = inSentence.filter(m => {
    if (isTerm(page, m) || ofAnotherThing(page, clause, m) || isInDateline(page, m)) return false
    const owner = page.timeOwner(m)
    return !owner || !saying.has(owner.predicate.lemma)
  })
  if (notSaid.length === 1 && !isOpen && reaches(page, notSaid[0]!, clause)) return as(notSaid[0]!, "inferred")
  if (!published || isOpen || status === "did-not-happen") return undefined
  const story = page.stories[clause.sentence]
  const isThen = pointsBack(page, clause)
  if (isThen && !story) return undefined
  const ofStory = (story: Story): Grounded<TimeSpan> => ({
    means: carried(story),
    basis: "inferred",
    evidence: [evidenceOf(article, story.said.span)]
  })
  if (story && !story.isNews && isToldAsPast(page.document, clause)) return story.here || isThen ? ofStory(story) : undefined
  if (hangsInPast(page, clause)) return undefined
  // "was arrested *a day after* the raid": of another day than the article's, whichever
  if (page.timesOf(clause).some(m => isDistance(page, m))) return undefined
  // "whom they locked up *now* sells fish", "who were seized that week went on trial in March": then, whenever that was
  const others = page.timesIn(clause.sentence).filter(m => usable(m) && !page.timesOf(clause).includes(m))
  if (clause.parent?.link === "relative" && others.length > 0) return undefined
  if (story?.isNews && clause.tense === "past" && !clause.perfect && !clause.modal) return ofStory(story)
  return {means: {from: published, until: daysAfter(published, 1), grain: "day"}, basis: "assumed", evidence: []}
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

const isPluperfect = (clause: Clause): boolean => clause.perfect && clause.tense === "past"

/// Whether a time said of one clause may be the time of another in its sentence: not where one of the two is told as past already when
/// the other came about ("Portugal, which *had condemned* him, let him in last year"), nor where the time is that of an aside or of what
/// is to come of it ("Observers, who *took up their posts last April*, are investigating"; "agreed to *withdraw by May*").
function reaches(page: Page, mention: UsableTime, clause: Clause): boolean {
  const owner = page.timeOwner(mention)
  const published = publishedOn(page.document.article)
  if (isWithin(page, mention)) return false
  if (!owner || owner === clause || standsBehind(page, mention, clause)) return true
  const above = chain(page, clause)
  const own = chain(page, owner)
  if (isPluperfect(clause) && !isPluperfect(owner) && (owner.tense !== undefined || above.includes(owner))) return false
  if (isRecent(mention.means, published)) return true
  if (isPluperfect(owner) && !isPluperfect(clause) && clause.tense !== undefined) return false
  const meet = own.find(c => above.includes(c))
  const down = own.slice(0, meet ? own.indexOf(meet) : own.length)
  const up = above.slice(0, meet ? above.indexOf(meet) : above.length)
  // what came after a deed of a month or a year came soon after
  const isSoon = (c: Clause): boolean =>
    c.parent?.marker === "after" && c.predicate.kind === "noun" && mention.means.grain !== "day"
  return !down.some(c => isAside(c) || isToCome(c)) && !up.some(c => isSince(c) && !isSoon(c))
}

/// "signed a pledge to disarm *within the year*", "*by the end of May*".
const isWithin = (page: Page, {span}: TimeMention): boolean => {
  const first = page.tokensIn(span.start, span.end)[0]
  const before = first && page.document.tokens[first.index - 1]
  return before !== undefined && before.sentence === first?.sentence && /^(?:by|within)$/i.test(before.text)
}

/// "In March it had sent the envoy home *after the murder of* the student", "that they *had* jailed her and a guard *shot* him", "those who
/// *closed the road* still write to her": past already, or long past, by what it hangs in.
function hangsInPast(page: Page, clause: Clause): boolean {
  const published = publishedOn(page.document.article)
  let at: Clause | undefined = clause
  for (let step = 0; at && step < 8; step++) {
    if (isPluperfect(at) || page.timesOf(at).some(m => usable(m) && !isRecent(m.means, published))) return true
    const above: Clause | undefined = at.parent && page.document.clauses[at.parent.clause]
    if (!above) return false
    const link: ClauseLink = at.parent!.link
    if (link === "relative" && at.tense === "past" && !saying.has(above.predicate.lemma) && isOfNow(page, above)) return true
    const beside = link === "content" ? (page.children[above.index] ?? []) : link === "coordinate" ? [above] : []
    if (beside.some(c => c.parent?.link === "content" && isPluperfect(c))) return true
    at = link !== "coordinate" || above.parent?.link === "relative" ? above : undefined
  }
  return false
}

/// Told in the present or the future, by its own verb or the one it hangs in.
function isOfNow(page: Page, clause: Clause): boolean {
  const verb = chain(page, clause).find(c => c.tense !== undefined)
  return verb !== undefined && verb.tense !== "past" && !saying.has(verb.predicate.lemma)
}

/// "*at the time*", "*on that day*": the day that the telling has come to.
function pointsBack(page: Page, clause: Clause): boolean {
  const behind = page.document.article.text.slice(clause.predicate.span.end, clause.span.end)
  return /^[^,;]{0,80}?\b(?:at (?:the|that) time|on (?:the|that) day|in those days|back then)\b(?! (?:of|in|after|before|when|that|on)\b)/i.test(
    behind
  )
}

/// "since *his talks with the general* nine years ago", whatever a parser hangs the years on.
const standsBehind = (page: Page, {span}: TimeMention, {predicate}: Clause): boolean =>
  predicate.kind === "noun" &&
  predicate.span.end < span.start &&
  span.start - predicate.span.end < 80 &&
  !page.tokensIn(predicate.span.end, span.start).some(t => /^(?:VERB|AUX|PUNCT|SCONJ|CCONJ)$/.test(t.upos))

/// A clause and those above it.
function chain(page: Page, clause: Clause): Clause[] {
  const found: Clause[] = []
  for (let at: Clause | undefined = clause; at && found.length < 8; at = at.parent && page.document.clauses[at.parent.clause])
    found.push(at)
  return found
}

const isSince = ({parent}: Clause): boolean =>
  parent?.link === "time" && /^(?:since|after|before|until|till)$/.test(parent.marker ?? "")
const isAside = (clause: Clause): boolean => clause.parent?.link === "relative" || isSince(clause)
const isToCome = ({parent}: Clause): boolean =>
  parent?.link === "infinitive" || parent?.link === "purpose" || parent?.link === "condition"

/// "two days after …", "a week before …", "months later": reckoned from something else. Hours after it is still the day.
function isDistance(page: Page, {text, value, span}: TimeMention): boolean {
  if (!/^(?:P[\dX]|XXXX-)/.test(value)) return false
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
