import {
  type Clause,
  type Coding,
  contentId,
  type Document,
  type EventMention,
  type EventType,
  evidenceOf,
  type Grounded,
  type Mentions,
  type Party,
  type Status,
  type Uncoded
} from "../model/model.ts"
import {castOf} from "./cast.ts"
import {type ContextFinder, contextFinder} from "./contexts.ts"
import {deniedIn} from "./denials.ts"
import {echoes} from "./echoes.ts"
import {complementsOf, type Deed, matcher, type RuleBook, ruleBook} from "./match.ts"
import {modeOf} from "./modes.ts"
import {type Page, pageOf} from "./page.ts"
import {absorb, type Draft, decidedBy, ending, settling, swallowedBy} from "./parts.ts"
import type {Rule} from "./rule.ts"
import {rules as allRules} from "./rules/list.ts"
import {datesAnother, isBackground, isTerm, placeOf, timeOf} from "./setting.ts"
import {silenceOf} from "./silence.ts"
import {firstPersonOf} from "./speaker.ts"
import {lessReal, ownStanding, type Standing, standings} from "./status.ts"
import {tollsOf} from "./tolls.ts"
import {complete, needsRecipient} from "./understood.ts"
import {voices} from "./voices.ts"
import {type WordClasses, wordClasses} from "./words.ts"

/// What coding looks words up in.
export interface CodingWords {
  readonly classes: WordClasses
  readonly contexts: ContextFinder
}

/// The words of data/words, from whoever can open them.
export const codingWords = (yaml: (path: string) => unknown): CodingWords => ({
  classes: wordClasses(yaml("words/classes.yaml"), yaml("words/kinds.yaml")),
  contexts: contextFinder(yaml("words/contexts.yaml"))
})

/// Codes what a document reports: every deed that a rule knows, as fact, plan, claim, denial or memory. Events come in the
/// order of the text, the main one of a sentence first; what looked like an event and was not coded is given with the reason.
export function coder(words: CodingWords, rules: readonly Rule[] = allRules): (document: Document, mentions: Mentions) => Coding {
  const book = ruleBook(rules)
  // A rule that asks for a class nobody wrote down should say so now, not in the middle of an article.
  for (const rule of rules) {
    for (const test of Object.values(rule.when ?? {}))
      for (const name of [...(test.is ?? []), ...(test.isNot ?? [])]) words.classes.has(name, "")
  }
  return (document, mentions) => code(pageOf(document, mentions), words, book)
}

function code(page: Page, words: CodingWords, book: RuleBook): Coding {
  const {document} = page
  const cast = castOf(page, words.classes, firstPersonOf(page))
  const vouching = voices(page, cast)
  const {deed, nearMiss, partyless} = matcher(page, cast, words.classes, book, vouching.speakerOf)
  const standing = standings(page)
  const drafts = new Map<number, Draft>()
  const uncoded: Uncoded[] = []
  const told = new Set<number>()

  const take = (found: Deed): void => {
    const {clause} = found
    const stands = standing(clause)
    const draft: Draft = {
      deed: found,
      type: found.rule.code,
      standing: stands,
      // "does not accept": the refusal took place, whatever became of the thing refused; who says that somebody must has demanded it.
      status:
        (found.rule.negated && stands.status === "did-not-happen") || isDemanded(found, stands)
          ? "happened"
          : ahead(page, clause, lessReal(stands.status, found.rule.status ?? "happened")),
      actors: found.actors,
      recipients: settling.has(found.rule.name) ? besides(found.actors, found.recipients) : found.recipients,
      tolls: tollsOf(page, clause),
      says: [...found.says, ...stands.because]
    }
    if (draft.status === "possible" && isPast(page, clause)) draft.status = "happened"
    inherit(page, draft, deed)
    drafts.set(clause.index, draft)
  }

  for (const clause of document.clauses) {
    const found = deed(clause)
    if (!found) {
      const reason = nearMiss(clause)
      if (reason !== undefined) uncoded.push({sentence: clause.sentence, span: clause.predicate.span, reason})
      else if (
        clause.predicate.kind === "verb" &&
        [...clause.subjects, ...clause.objects, ...clause.recipients].filter(cast.isActor).length > 1
      ) {
        uncoded.push({
          sentence: clause.sentence,
          span: clause.predicate.span,
          reason: `no rule knows "${clause.predicate.lemma}"`
        })
      }
      continue
    }
    // "would never have let him": what was not refused because it never came to it.
    if (found.rule.negated && clause.perfect && clause.modal !== undefined) continue
    if (told.has(clause.predicate.head)) continue
    told.add(clause.predicate.head)
    take(found)
  }
  const deeds = [...drafts.values()].map(d => d.deed)
  for (const echo of echoes(page, book, deeds, clause => told.has(clause.predicate.head), partyless)) {
    take(echo)
    const draft = drafts.get(echo.clause.index)!
    // "suggested that sanctions *be eased*": nobody says by whom, and it may never be.
    if (echo.clause.predicate.kind === "verb" && draft.status === "possible") drafts.delete(echo.clause.index)
    // "calls for sanctions after the test of May 25": whatever is called for, the test is past.
    const {from} = timeOf(page, echo.clause, "happened")?.means ?? {}
    if (from !== undefined && from < (document.article.published ?? "")) draft.status = "happened"
  }
  for (const {clause, deed: denied} of deniedIn(page, cast, book, drafts, vouching.speakerOf)) {
    const guessed = (all: readonly Grounded<Party>[]) => all.map(g => ({...g, basis: "inferred" as const}))
    const {lemma} = clause.predicate
    told.add(clause.predicate.head)
    drafts.set(clause.index, {
      deed: {...denied.deed, clause, says: [lemma]},
      denied,
      type: denied.type,
      standing: {status: "did-not-happen", stance: "denies", voucher: clause, because: [lemma]},
      status: "did-not-happen",
      actors: guessed(denied.actors.length > 0 ? denied.actors : clause.subjects.flatMap(cast.of)),
      recipients: guessed(denied.recipients),
      ...(denied.mode ? {mode: denied.mode} : {}),
      tolls: [],
      says: [lemma, `what "${denied.deed.clause.predicate.lemma}" told before`]
    })
  }
  const speaks = (clause: Clause, parties: readonly Grounded<Party>[]): boolean =>
    clause.subjects.flatMap(cast.of).some(s => parties.some(p => p.means.id === s.means.id || answersFor(s.means, p.means)))
  for (const draft of drafts.values()) if (!draft.denied) turn(page, draft, drafts, speaks)
  for (const draft of drafts.values()) complete(page, words.classes, draft, drafts)
  for (const draft of drafts.values()) {
    const what = decidedBy(page, draft, drafts)
    if (what) what.status = draft.status
  }
  for (const draft of drafts.values()) if (isResolved(page, draft, standing)) draft.status = "happened"
  // What is part of something else, by that something: "the strikes" of "killed" cannot hold "killed" in turn.
  const dropped = new Map<number, Draft>()
  for (const [index, draft] of drafts) {
    const whole = swallowedBy(page, words.classes, draft, drafts)
    if (whole === undefined || dropped.get(whole.deed.clause.index) === draft) continue
    dropped.set(index, whole)
    const {clause} = draft.deed
    if (draft.type === whole.type || (ending.has(whole.type) && clause.parent?.link !== "purpose")) absorb(whole, draft)
    const reason = `part of "${whole.deed.clause.predicate.lemma}"`
    uncoded.push({sentence: clause.sentence, span: clause.predicate.span, reason})
  }
  const events: EventMention[] = []
  const nobodys = new Set<Draft>()

  const ofCaptives = [...drafts.values()].some(d => capturing.has(d.mode ?? d.deed.rule.mode ?? ""))
  for (const [index, draft] of drafts) {
    if (dropped.has(index)) continue
    const event = finish(page, words, draft, deed, vouching.of, ofCaptives)
    if (typeof event === "string") {
      uncoded.push({sentence: draft.deed.clause.sentence, span: draft.deed.clause.predicate.span, reason: event})
      if (draft.actors.length === 0 && event.endsWith(nobody)) nobodys.add(draft)
    } else events.push(event)
  }
  // "is expected *to hold a parade*": part of nothing, where nobody expects it.
  for (const [index, whole] of dropped) {
    const part = drafts.get(index)!
    const free = nobodys.has(whole) && whole.deed.clause.passive && part.status === "planned"
    const event = free ? finish(page, words, part, deed, vouching.of, ofCaptives) : ""
    if (typeof event !== "string") events.push(event)
  }
  const depth = (e: EventMention) => depthOf(page, e.predicate.span.start)
  events.sort((a, b) => a.sentence - b.sentence || depth(a) - depth(b) || a.predicate.span.start - b.predicate.span.start)
  uncoded.sort((a, b) => a.sentence - b.sentence || a.span.start - b.span.start)
  return {events, uncoded, notes: []}
}

/// "wanted for *the shooting of 2009*", "asked for an inquiry into *the raid of May 3*": whatever is wanted, the noun's own day is past.
function isPast(page: Page, clause: Clause): boolean {
  if (clause.predicate.kind !== "noun" || ownStanding(page, clause).status !== "happened") return false
  const time = timeOf(page, clause, "possible")
  return time?.basis === "stated" && (time.means.until ?? "9") <= (page.document.article.published ?? "")
}

/// "the decision *to expel* the envoy", "announced *the expulsion* of the envoy": who punishes by resolving to has punished. Arrests and
/// attacks that are announced have been made.
function isResolved(page: Page, {deed, status, type, denied}: Draft, standing: (clause: Clause) => Standing): boolean {
  const {parent, modal} = deed.clause
  const above = parent && page.document.clauses[parent.clause]
  if (!above || denied || status !== "planned" || modal !== undefined || standing(above).status !== "happened") return false
  const {kind, lemma} = above.predicate
  if (deed.clause.predicate.kind === "noun" && lemma === "announce" && (parent.link === "nominal" || parent.link === "subject"))
    return (
      type === "SANCTION" || type === "ASSAULT" || (type === "COERCE" && /^(?:arrest|seize|deport)$/.test(deed.rule.mode ?? ""))
    )
  return type === "SANCTION" && kind === "noun" && lemma === "decision" && /^(?:infinitive|content|purpose)$/.test(parent.link)
}

/// "must withdraw", said by somebody of somebody else and tied to nothing.
const isDemanded = ({rule, clause}: Deed, {because}: Standing): boolean =>
  rule.modal !== undefined && because.length > 0 && because.every(w => w === clause.modal || w === "not" || w === "say")

/// "The envoy meets the minister *tomorrow*": told in the present, and yet to come.
function ahead(page: Page, clause: Clause, status: Status): Status {
  const {published} = page.document.article
  if (!(status === "happened" || status === "ongoing") || clause.tense !== "present" || clause.perfect || !published)
    return status
  const comes = page
    .timesOf(clause)
    .some(m => m.means?.from !== undefined && m.means.grain === "day" && m.means.from > published && !isTerm(page, m))
  return comes ? "planned" : status
}

/// How deep in its sentence the clause lies whose predicate starts here.
function depthOf(page: Page, start: number): number {
  const token = page.tokensIn(start, start + 1)[0]
  let at = token && page.owner(token.index)
  let depth = 0
  while (at?.parent && depth < 50) {
    // What is reported is the news, not the saying.
    if (at.parent.link !== "content" || page.document.clauses[at.parent.clause]?.predicate.lemma !== "say") depth++
    at = page.document.clauses[at.parent.clause]
  }
  return depth
}

/// An event noun or a bare deed without a doer of its own takes the one of the verb it belongs to: "launched an attack",
/// "…, killing ten".
function inherit(page: Page, draft: Draft, deed: (clause: Clause) => Deed | undefined): void {
  const {clause} = draft.deed
  if (draft.actors.length > 0 || !clause.parent) return
  const parent = page.document.clauses[clause.parent.clause]
  if (!parent) return
  const {link} = clause.parent
  const carried = link === "nominal" && carriers.has(parent.predicate.lemma)
  if (carried || link === "participle" || link === "manner") {
    const above = deed(parent)
    if (above && above.actors.length > 0) {
      const ids = new Set(draft.recipients.map(r => r.means.id))
      draft.actors = above.actors
        .filter(a => !ids.has(a.means.id))
        .map(a => ({...a, basis: a.basis === "stated" ? "inferred" : a.basis}))
    }
  }
}

const carriers: ReadonlySet<string> = new Set(
  `launch conduct stage mount carry carry_out wage commit perpetrate undertake make begin start commence continue resume hold lead order
  execute plan open step_up intensify escalate expand halt end suspend stop threaten`
    .split(/\s+/)
    .map(w => w.replaceAll("_", " "))
)

/// Cooperation still to come is a promise (AGREE), withdrawal still to come a concession; both are made now.
function turn(
  page: Page,
  draft: Draft,
  drafts: ReadonlyMap<number, Draft>,
  speaks: (clause: Clause, parties: readonly Grounded<Party>[]) => boolean
): void {
  const {rule, clause} = draft.deed
  if (rule.ofItself) return
  const {status, stance, voucher} = draft.standing
  if (clause.negated) return
  const own = draft.standing.voucher !== undefined && speaks(voucher!, draft.actors)
  // "said it would attack": who says so of himself threatens.
  if (
    own &&
    status !== "happened" &&
    (clause.modal === "will" || clause.modal === "would" || (conditional.has(clause.modal ?? "") && depends(page, clause))) &&
    harsh.has(draft.type) &&
    !drafts.has(voucher!.index)
  ) {
    draft.type = "THREATEN"
    draft.status = "happened"
    draft.mode =
      draft.deed.rule.code === "ASSAULT" || draft.deed.rule.code === "MOBILIZE"
        ? "violence"
        : draft.deed.rule.code === "SANCTION"
          ? "relations"
          : "restrict"
    draft.says.push("announced of oneself: THREATEN")
    return
  }
  // Who says that he will has given his word; who only plans or hopes to has not.
  const announced = own && !intents.has(voucher!.predicate.lemma)
  const bare = !clause.parent || !drafts.has(clause.parent.clause)
  // "said he would resign": who says so of himself gives his word.
  const pledged =
    announced &&
    clause.modal === "would" &&
    status === "possible" &&
    clause.parent?.marker !== "whether" &&
    clause.parent?.marker !== "if" &&
    !draft.standing.because.some(w => w === "if" || w === "unless" || w === "?" || w === "ask") &&
    !page.children[clause.index]?.some(c => c.parent?.link === "condition")
  if ((status !== "planned" && !pledged) || stance === "threatens" || stance === "demands" || !bare) return
  // "flew in to help": what somebody set out to do is told as done, not as promised.
  const setOut = draft.standing.because.includes("purpose") && clause.modal === undefined
  if (setOut) return
  if (draft.type === "CONSULT" || draft.type === "SUPPORT" || draft.type === "COOPERATE" || draft.type === "AID") {
    draft.type = "AGREE"
    // Announcing it is the promise, and that is done.
    if (announced) draft.status = "happened"
    draft.says.push("still to come: AGREE")
  } else if (draft.type === "RETREAT") {
    draft.type = "CONCEDE"
    if (announced) draft.status = "happened"
    draft.says.push("announced, not done: CONCEDE")
  }
}

/// "said it might boycott the vote *unless* …": what is tied to a condition threatens, however softly.
const conditional: ReadonlySet<string> = new Set(["may", "might", "could"])
const depends = (page: Page, clause: Clause): boolean =>
  page.children[clause.index]?.some(c => c.parent?.link === "condition" && /^(?:if|unless)$/.test(c.parent.marker ?? "")) ?? false

/// A minister speaks for the army and its state, and for no voter, paper or firm of theirs.
const answersFor = (speaker: Party, doer: Party): boolean =>
  doer.country !== undefined &&
  doer.country === speaker.country &&
  (doer.sectors.length === 0 || !doer.sectors.every(s => ownMinds.has(s)))
const ownMinds: ReadonlySet<string> = new Set(["CVL", "OPP", "JRN", "BUS", "REF", "LAB", "NGO"])

const intents: ReadonlySet<string> = new Set(
  "think believe assume suppose guess fear predict forecast imagine reckon doubt worry plan hope want intend aim prepare expect wish seek mean consider intention desire ambition aspiration dream be look".split(
    " "
  )
)
const harsh: ReadonlySet<EventType> = new Set<EventType>(["ASSAULT", "MOBILIZE", "SANCTION", "COERCE", "PROTEST"])
/// "France and Chad signed a deal to withdraw *the French soldiers*": what is done by those who signed is no third party.
const besides = (actors: readonly Grounded<Party>[], others: readonly Grounded<Party>[]): readonly Grounded<Party>[] =>
  actors.length < 2
    ? others
    : others.filter(o => o.means.country === undefined || !actors.some(a => a.means.country === o.means.country))

const victimsEnough: ReadonlySet<EventType> = new Set<EventType>([
  "ASSAULT",
  "COERCE",
  "PROTEST",
  "MOBILIZE",
  "AID",
  "RETREAT",
  "SANCTION",
  "ACCUSE"
])

/// Types that ordinary life is full of too: shops promise, critics praise, friends meet.
const talk: ReadonlySet<EventType> = new Set<EventType>([
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "CONCEDE",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "COOPERATE",
  "AID",
  "RETREAT",
  "THREATEN",
  "SANCTION"
])
/// What is told by what somebody says.
const speech: ReadonlySet<EventType> = new Set<EventType>(["ACCUSE", "REQUEST", "THREATEN", "REJECT", "CONCEDE"])
const privateSectors: ReadonlySet<string> = new Set(["BUS", "EDU", "MED", "JRN", "CVL", "AGR", "LAB", "UNK", "CRM"])

/// Whether somebody matters in public: a state or body of one, or anybody at all with a country of their own.
const weighty = (party: Party): boolean =>
  party.country !== undefined ||
  party.sectors.some(s => !privateSectors.has(s)) ||
  (party.kind === "organization" && party.sectors.length === 0)

function finish(
  page: Page,
  words: CodingWords,
  draft: Draft,
  deed: (clause: Clause) => Deed | undefined,
  vouching: ReturnType<typeof voices>["of"],
  ofCaptives: boolean
): EventMention | string {
  const {document} = page
  const {article} = document
  const {clause, rule} = draft.deed
  let {actors, recipients} = draft
  // Who storms the embassy of a country is of the country it stands in; the country spoken of was only a guess.
  if (recipients.some(r => r.evidence.some(e => /\b(embassy|consulate|mission)$/i.test(e.quote)))) {
    actors = actors.map(a =>
      a.basis !== "stated" && recipients.some(r => r.means.country === a.means.country) ? withoutCountry(a) : a
    )
  }
  recipients = recipients.flatMap(r => strangers(page, words.classes, draft.type, actors, r))
  const alone = recipients.length === 0 && !(rule.mutual && actors.length > 1)
  if (rule.mutual && recipients.length > 0 && draft.type !== "COOPERATE") {
    // "Putin and Xi met, the first encounter of leaders of *Russia* and …": whoever is only spoken of is there already.
    const there = new Set(actors.length > 1 ? actors.flatMap(a => a.means.country ?? []) : [])
    actors = [...actors, ...recipients.filter(r => r.basis === "stated" || !there.has(r.means.country ?? ""))]
    recipients = []
  }
  // "India and Vietnam trained together": each does it with the other.
  if (rule.mutual && draft.type === "COOPERATE" && recipients.length === 0 && actors.length > 1) {
    recipients = actors.slice(1)
    actors = actors.slice(0, 1)
  }
  if (actors.length === 0 && !victimsEnough.has(draft.type)) return `${rule.name}${nobody}`
  if (alone && needsRecipient.has(draft.type) && !rule.alone) return `${rule.name}: ${draft.type} needs somebody it is done to`
  if (
    rule.mutual &&
    actors.length + recipients.length < 2 &&
    actors.every(a => a.means.sectors.length === 0 && !a.means.country)
  ) {
    return `${rule.name}: nobody known takes part`
  }
  const silence = draft.denied ? undefined : silenceOf(page, words.classes, {...draft.deed, actors, recipients})
  if (silence !== undefined) return `${rule.name}: ${silence}`
  if (datesAnother(page, clause)) return `${rule.name}: only tells when something else happened`
  if (
    talk.has(draft.type) &&
    rule.name !== "resign-post" &&
    rule.name !== "leave-office" &&
    rule.name !== "quit-as" &&
    !(ofCaptives && freeing.has(rule.mode ?? rule.name)) &&
    ![...actors, ...recipients].some(g => weighty(g.means))
  )
    return `${rule.name}: nobody of public weight takes part`
  const voice = vouching(clause, draft.standing)
  // "denied it on Monday": the day of the denial is not the day of the deed.
  const time = draft.denied ? timeOf(page, draft.denied.deed.clause, draft.denied.status) : timeOf(page, clause, draft.status)
  const lands = new Set([...actors, ...recipients].flatMap(g => (g.means.country ? [g.means.country] : [])))
  const place = placeOf(page, draft.denied?.deed.clause ?? clause, lands)
  const background = isBackground(page, clause, time)
  const sentence = document.sentences[clause.sentence]!
  const around = document.tokens.slice(sentence.first, sentence.last).map(t => t.lemma.toLowerCase())
  const mode = draft.mode ?? (draft.type === rule.code ? modeOf(page, words.classes, draft.deed, deed) : undefined)
  const phrases = [
    clause.predicate.span,
    ...[...clause.objects, ...clause.recipients, ...clause.obliques.map(o => o.phrase)].map(p => p.span),
    // "accused it *of shipping shells*": the charge is told by what it is about.
    ...(speech.has(draft.type) ? complementsOf(page, clause).slice(0, 2) : []).flatMap(c => [
      c.predicate.span,
      ...c.objects.map(o => o.span)
    ])
  ]
  const content = new Set<string>()
  for (const span of phrases) {
    for (const token of page.tokensIn(span.start, span.end))
      if (/^(NOUN|PROPN|VERB|ADJ|NUM)$/.test(token.upos)) content.add(token.lemma.toLowerCase())
  }
  return {
    id: contentId(article.id, `${clause.predicate.span.start}-${clause.predicate.span.end}`, draft.type),
    article: article.id,
    sentence: clause.sentence,
    sentenceSpan: {start: sentence.start, end: sentence.end},
    type: draft.type,
    ...(mode ? {mode} : {}),
    contexts: words.contexts.of(around),
    actors,
    recipients,
    ...(place ? {place} : {}),
    ...(time ? {time} : {}),
    tolls: draft.tolls,
    claim: {by: voice.by, stance: voice.stance, status: draft.status, evidence: voice.evidence},
    background,
    // What the rule's author says; confidence.ts knows better.
    confidence: rule.prior ?? 0.8,
    predicate: evidenceOf(article, clause.predicate.span),
    words: [...content].sort(),
    ...(page.named(clause.sentence).length > 0 && {named: page.named(clause.sentence)}),
    why: {rule: rule.name, says: draft.says},
    ...(article.published ? {published: article.published} : {}),
    ...(article.publisher ? {publisher: article.publisher} : {})
  }
}

/// Whoever they are, in a text that tells of arrests, abductions or verdicts: "*two* were acquitted", "*the engineer* was let go".
const capturing: ReadonlySet<string> = new Set(["arrest", "abduct", "convict"])
const freeing: ReadonlySet<string> = new Set(["release", "pardon", "cleared-of"])

const nobody = ": nobody is named who does it"
const worded: ReadonlySet<EventType> = new Set<EventType>(["SUPPORT", "ACCUSE", "REJECT", "REQUEST", "AGREE"])

/// "the Greeks rejected the terms of *their creditors*", "the army hit *the headquarters*": of the doer's own land only because no other was
/// spoken of, and hardly his. Whose the lenders are nobody knows, and the headquarters are nobody's.
function strangers(
  page: Page,
  classes: WordClasses,
  type: EventType,
  actors: readonly Grounded<Party>[],
  party: Grounded<Party>
): readonly Grounded<Party>[] {
  const {basis, means, evidence} = party
  if (basis === "stated" || !means.country || !actors.some(a => a.means.country === means.country)) return [party]
  const span = evidence[0]?.span
  const words = span ? page.tokensIn(span.start, span.end) : []
  const head = words.at(-1)?.lemma.toLowerCase() ?? ""
  if (classes.has("outsider", head)) return [withoutCountry(party)]
  // "In Seoul the president of South Korea welcomed it": where he did it, not whom.
  if (worded.has(type) && means.id.startsWith("place-")) return []
  const owned = words.some(t => /^(?:its|their|his|her|own)$/i.test(t.text) || t.upos === "PROPN")
  const forces = actors.some(a => a.means.sectors.includes("MIL") || (a.means.kind === "country" && a.means.sectors.length === 0))
  return type === "ASSAULT" && !owned && forces && classes.has("structure", head) ? [] : [party]
}

const withoutCountry = ({means: {country: _, ...means}, ...rest}: Grounded<Party>): Grounded<Party> => ({...rest, means})
