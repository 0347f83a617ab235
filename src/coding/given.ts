import {
  type Clause,
  contentId,
  type Document,
  type EventMention,
  evidenceOf,
  type Grounded,
  type Mentions,
  overlaps,
  type Party,
  type Phrase,
  type Place,
  type Span,
  type Status,
  type TimeSpan,
  type Token
} from "../model/model.ts"
import {type Cast, castOf} from "./cast.ts"
import type {CodingWords} from "./coder.ts"
import {type Page, pageOf} from "./page.ts"
import {placeOf, timeOf} from "./setting.ts"
import {firstPersonOf} from "./speaker.ts"
import {standings} from "./status.ts"
import {charges, denials, dismissals, falsehoods} from "./status-words.ts"
import {tollsOf} from "./tolls.ts"

/// A telling of what somebody points at: words that are said to tell of a deed, of whatever type. Nobody asked a rule.
export type Telling = Omit<EventMention, "type" | "mode" | "why" | "confidence" | "contexts" | "background">

/// Reads what a document tells of a deed that somebody points at: who, whom, when, where and whether, by the words of its clause. Always
/// an answer where there are words in the span.
export function tellingFinder(
  words: CodingWords
): (document: Document, mentions: Mentions) => (given: Span) => Telling | undefined {
  return (document, mentions) => {
    const page = pageOf(document, mentions)
    const cast = castOf(page, words.classes, firstPersonOf(page))
    const standing = standings(page)
    return given => {
      const inside = page.tokensIn(given.start, given.end)
      const clause = clauseOf(page, inside)
      const sentence = document.sentences[inside[0]?.sentence ?? -1]
      if (!sentence) return undefined
      const own = timeIn(page, given, inside)
      const isPast = own !== undefined && (own.means.until ?? "") <= (document.article.published ?? "")
      const found = clause ? statusOf(page, clause, standing(clause).status) : "happened"
      // "demanded an apology for *the raid of March 26*": whatever is demanded, the raid is past
      const status = isPast && found === "possible" && clause?.predicate.kind === "noun" ? "happened" : found
      const {actors, recipients} = clause ? partiesOf(page, cast, clause, given) : named(page, given)
      const time = own ?? (clause && timeFor(page, clause, inside, status))
      const lands = new Set([...actors, ...recipients].flatMap(g => g.means.country ?? []))
      const place = placeIn(page, given, inside) ?? (clause && placeOf(page, clause, lands))
      const {article} = document
      return {
        id: contentId(article.id, `${given.start}-${given.end}`, "given"),
        article: article.id,
        sentence: sentence.index,
        sentenceSpan: {start: sentence.start, end: sentence.end},
        actors,
        recipients,
        ...(place && {place}),
        ...(time && {time}),
        tolls: clause ? tollsOf(page, clause) : [],
        claim: {by: {kind: "publisher"}, stance: "asserts", status, evidence: []},
        predicate: evidenceOf(article, clause && overlaps(clause.predicate.span, given) ? clause.predicate.span : given),
        words: contentOf(page, given, clause),
        ...(page.named(sentence.index).length > 0 && {named: page.named(sentence.index)}),
        ...(article.published && {published: article.published}),
        ...(article.publisher && {publisher: article.publisher})
      }
    }
  }
}

/// The clause that some words tell: of those whose predicate stands in them the one that is above the others, else the one they hang in.
function clauseOf(page: Page, inside: readonly Token[]): Clause | undefined {
  const own = inside.flatMap(t => page.clauseAt.get(t.index) ?? [])
  const top = own.find(c => !own.some(other => other.index === c.parent?.clause))
  return top ?? (inside[0] && page.owner(inside[0].index))
}

/// A name or a noun ("the talks", "Geneva") says nothing of being news: without a day of its own it has none.
function timeFor(page: Page, clause: Clause, inside: readonly Token[], status: Status): Grounded<TimeSpan> | undefined {
  const time = timeOf(page, clause, status)
  const tells = inside.some(t => t.upos === "VERB" || t.upos === "AUX")
  return time?.basis === "assumed" && !tells ? undefined : time
}

/// "denied it", "rejects the charge", "called the report a lie": of what is denied it is told that it did not happen.
function statusOf(page: Page, {predicate, objects, span}: Clause, status: Status): Status {
  if (status !== "happened" && status !== "ongoing") return status
  if (denials.has(predicate.lemma)) return "did-not-happen"
  const words = page.tokensIn(span.start, span.end).map(t => t.lemma.toLowerCase())
  const isCharge = objects.some(o => {
    const lemma = page.document.tokens[o.head]?.lemma.toLowerCase() ?? ""
    return charges.has(lemma) || pointing.test(lemma)
  })
  const isFalse = predicate.lemma === "call" && words.some(w => falsehoods.has(w))
  const denies = isCharge && (dismissals.has(predicate.lemma) || isFalse)
  return denies ? "did-not-happen" : status
}

/// What points at something told before: a charge, where it is denied.
const pointing = /^(?:news|it|this|that)$/

type Parties = {readonly actors: readonly Grounded<Party>[]; readonly recipients: readonly Grounded<Party>[]}

/// Who does it and to whom: what stands as subject and object, else what the words themselves name; a doer that is not named is that of
/// the clause it hangs in.
function partiesOf(page: Page, cast: Cast, clause: Clause, given: Span): Parties {
  const of = (phrases: readonly Phrase[]): Grounded<Party>[] => phrases.flatMap(cast.of)
  const across = (c: Clause): Phrase[] => [
    ...c.objects,
    ...c.recipients,
    ...c.obliques.filter(o => sided.has(o.preposition)).map(o => o.phrase)
  ]
  let actors = of(clause.subjects)
  let recipients = of(across(clause))
  if (recipients.length === 0) recipients = [...clause.objects, ...goals(clause)].flatMap(cast.land)
  let at: Clause | undefined = clause
  for (let step = 0; step < 3 && actors.length === 0 && at?.parent; step++) {
    const {link} = at.parent
    at = page.document.clauses[at.parent.clause]
    if (!at || at.sentence !== clause.sentence || !carried.has(link)) break
    actors = of(at.subjects)
  }
  const found = unique(actors)
  const others = unique(recipients).filter(r => !found.some(a => a.means.id === r.means.id))
  if (found.length + others.length > 0) return {actors: found, recipients: others}
  return named(page, {start: Math.min(given.start, clause.predicate.span.start), end: given.end})
}

const sided: ReadonlySet<string> = new Set("with against to of on for by from between at".split(" "))
const carried: ReadonlySet<string> = new Set(["nominal", "infinitive", "participle", "manner", "coordinate", "purpose"])
const goals = (clause: Clause): Phrase[] => clause.obliques.filter(o => o.preposition === "to").map(o => o.phrase)

function unique(parties: readonly Grounded<Party>[]): Grounded<Party>[] {
  const seen = new Set<string>()
  return parties.filter(({means: {id}}) => !seen.has(id) && seen.add(id))
}

/// Whoever stands in some words, where nothing says who did it.
function named(page: Page, {start, end}: Span): Parties {
  const {article} = page.document
  const parties = page
    .actorsIn(start, end)
    .flatMap(m =>
      (m.all ?? (m.means ? [m.means] : [])).map(
        (means): Grounded<Party> => ({means, basis: "inferred", evidence: [evidenceOf(article, m.span)]})
      )
    )
  return {actors: unique(parties), recipients: []}
}

/// A time or place that stands in the words themselves is theirs.
function timeIn(page: Page, given: Span, inside: readonly Token[]): Grounded<TimeSpan> | undefined {
  const found = page
    .timesIn(inside[0]?.sentence ?? -1)
    .find(m => overlaps(m.span, given) && m.means?.from !== undefined && m.means.grain !== "set" && m.means.grain !== "duration")
  return found && {means: found.means!, basis: "stated", evidence: [evidenceOf(page.document.article, found.span)]}
}

function placeIn(page: Page, given: Span, inside: readonly Token[]): Grounded<Place> | undefined {
  const found = page
    .placesIn(inside[0]?.sentence ?? -1)
    .find(m => overlaps(m.span, given) && m.means !== undefined && m.means.grain !== "country")
  return found && {means: found.means!, basis: "stated", evidence: [evidenceOf(page.document.article, found.span)]}
}

/// The content words that were pointed at, and those of the roles beside them.
function contentOf(page: Page, given: Span, clause: Clause | undefined): string[] {
  const spans: Span[] = [given]
  if (clause && overlaps(clause.predicate.span, given)) {
    spans.push(clause.predicate.span)
    for (const phrase of [...clause.objects, ...clause.recipients, ...clause.obliques.map(o => o.phrase)]) spans.push(phrase.span)
  }
  const words = new Set<string>()
  for (const {start, end} of spans)
    for (const token of page.tokensIn(start, end))
      if (/^(?:NOUN|PROPN|VERB|ADJ|NUM)$/.test(token.upos)) words.add(token.lemma.toLowerCase())
  return [...words].sort()
}
