import type {EventType, Grounded, Party, Status, Toll} from "../model/model.ts"
import type {Deed} from "./match.ts"
import type {Page} from "./page.ts"
import type {Standing} from "./status.ts"
import type {WordClasses} from "./words.ts"

/// An event while it is being made.
export interface Draft {
  readonly deed: Deed
  /// The deed told before that this one says did not happen.
  readonly denied?: Draft
  type: EventType
  readonly standing: Standing
  status: Status
  actors: readonly Grounded<Party>[]
  recipients: readonly Grounded<Party>[]
  mode?: string
  tolls: Toll[]
  says: string[]
}

const promises: ReadonlySet<EventType> = new Set<EventType>([
  "AGREE",
  "CONCEDE",
  "CONSULT",
  "SUPPORT",
  "COOPERATE",
  "AID",
  "RETREAT"
])

/// What a deed is only a part of: the promised thing is part of the promise, the toll of the attack.
export function swallowedBy(
  page: Page,
  classes: WordClasses,
  draft: Draft,
  drafts: ReadonlyMap<number, Draft>
): Draft | undefined {
  const {clause, rule} = draft.deed
  if (draft.denied) return undefined
  // "the attack, which killed ten": the killing is what the attack did.
  const subject = draft.type === "ASSAULT" ? clause.subjects[0] : undefined
  if (subject) {
    for (const other of drafts.values()) {
      if (other === draft || other.type !== "ASSAULT" || other.deed.clause.predicate.head !== subject.head) continue
      return other
    }
  }
  // "issued a warrant for the arrest of the general": the arrest is what the warrant is for.
  const above = clause.parent?.link === "nominal" ? page.document.clauses[clause.parent.clause]?.parent : undefined
  const ordering = above && drafts.get(above.clause)
  if (ordering?.type === "THREATEN" && draft.type === "COERCE" && sameSide(draft.recipients, ordering.recipients)) return ordering
  const campaign = campaignOf(page, classes, draft, drafts)
  if (campaign) return campaign
  const decided = decidedBy(page, draft, drafts)
  if (decided) return decided
  const parent = clause.parent && drafts.get(clause.parent.clause)
  if (!parent || !clause.parent) return undefined
  const {link} = clause.parent
  // "in a show of *support*, …": what a deed was a sign of is that deed.
  if (link === "nominal" && isToken(page, classes, draft)) return parent
  // "lifted the sanctions *imposed on Burundi*": what came to an end had begun.
  const shared = clause.objects.some(o => parent.deed.clause.objects.some(p => p.head === o.head))
  if ((link === "relative" || link === "participle") && shared && ending.has(parent.type)) return parent
  // "killed three and wounded ten", "the strike killed ten and destroyed a bridge": one attack.
  const together = clause.subjects.some(o => parent.deed.clause.subjects.some(p => p.head === o.head))
  if (link === "coordinate" && draft.type === "ASSAULT" && parent.type === "ASSAULT" && (together || draft.actors.length === 0)) {
    const [one, other] = [parent.deed.rule.name, rule.name]
    const deedDid = clause.subjects.some(p => classes.has("deed", page.document.tokens[p.head]?.lemma.toLowerCase() ?? ""))
    if (deedDid || (one !== other && hurting.has(one) && hurting.has(other))) return parent
  }
  // "sent envoys *to end the war*": what it was for, beside what was done, is nothing told.
  if (link === "purpose" && draft.status === "planned" && clause.modal === undefined) return parent
  // "stopped *fighting*": what came to an end.
  if (
    parent.type === "RETREAT" &&
    parent.deed.rule.complement &&
    isOfEnd.has(draft.type) &&
    sameSide(draft.actors, parent.actors)
  )
    return parent
  // "threatened on Monday *to expel* envoys": a purpose for grammar alone.
  const inner = link === "purpose" && speaksOf.has(parent.type) && draft.status !== "happened"
  if (link === "participle" || link === "manner" || (link === "purpose" && !inner))
    return draft.type === parent.type && sameSide(draft.actors, parent.actors) ? parent : undefined
  if (link === "content" || link === "infinitive" || link === "nominal" || link === "subject" || inner) {
    // An agreement and what was agreed on are one event.
    const agreed = parent.type === "AGREE" || parent.type === "CONCEDE" || settling.has(parent.deed.rule.name)
    if (agreed && promises.has(draft.type)) return parent
    // "promising that he *would not let* them in": the promise is all that was made.
    if (parent.type === "AGREE" && draft.type === "REJECT" && rule.negated && sameSide(draft.actors, parent.actors)) return parent
    if (parent.type === "REJECT" && (promises.has(draft.type) || draft.type === "AGREE")) return parent
    // "voted against *condemning* the raid": nothing that is still to come.
    if (parent.deed.rule.name === "vote-against-doing" && draft.status !== "happened") return parent
    // "lifted sanctions", "halted its offensive": the noun tells what came to an end.
    if ((parent.type === "RETREAT" || parent.type === "CONCEDE") && link === "nominal") return parent
    // "suspended *aid*", "halted *talks*": what is cut off is not given.
    if (parent.type === "SANCTION" && (link === "nominal" || link === "infinitive") && promises.has(draft.type)) return parent
    // "threatened *to attack*": the threat is all that happened.
    if (parent.type === "THREATEN" && link !== "content" && draft.status !== "happened" && sameSide(draft.actors, parent.actors))
      return parent
    if (parent.type === "REQUEST" && (link === "infinitive" || inner) && draft.status !== "happened") return parent
    // "went on *strike*": the word for laying down work is the one for a blow.
    if (parent.deed.rule.name === "go-on-strike" && link === "nominal" && draft.type === "ASSAULT") return parent
    // "asked for *a meeting*"
    if (parent.type === "REQUEST" && link === "nominal" && draft.type === "CONSULT" && draft.status !== "happened") return parent
    // "reaffirmed its commitment": said once.
    if (parent.type === "SUPPORT" && draft.type === "AGREE" && link === "nominal") return parent
    const speech = parent.type === "REQUEST" || parent.type === "ACCUSE"
    if (parent.type === draft.type && (!speech || (link === "nominal" && sameSide(draft.actors, parent.actors)))) return parent
  }
  return undefined
}

/// "decided to *expel* the envoys", "agreed to *stop buying* oil": who punishes by resolving to has punished; the resolution is no
/// second event.
export function decidedBy(page: Page, {deed, type, actors}: Draft, drafts: ReadonlyMap<number, Draft>): Draft | undefined {
  if (type !== "AGREE" || !resolving.has(deed.clause.predicate.lemma)) return undefined
  for (const {index, parent} of page.children[deed.clause.index] ?? []) {
    const what = drafts.get(index)
    if (
      what?.type === "SANCTION" &&
      /^(?:infinitive|content|purpose)$/.test(parent?.link ?? "") &&
      what.actors.length > 0 &&
      sameSide(what.actors, actors)
    )
      return what
  }
  return undefined
}

/// "began its offensive *to encircle* the town": what an operation that is told was for.
function campaignOf(
  page: Page,
  classes: WordClasses,
  {deed, status, actors}: Draft,
  drafts: ReadonlyMap<number, Draft>
): Draft | undefined {
  const {parent} = deed.clause
  const noun = parent && /^(?:infinitive|purpose)$/.test(parent.link) ? page.document.clauses[parent.clause] : undefined
  if (noun?.predicate.kind !== "noun" || status === "happened" || status === "ongoing") return undefined
  if (!classes.has("warfare", noun.predicate.lemma)) return undefined
  const told = drafts.get(noun.index) ?? (noun.parent && drafts.get(noun.parent.clause))
  return told && isOfEnd.has(told.type) && sameSide(actors, told.actors) ? told : undefined
}

/// "a show of *support*", "as a token of *its solidarity*"
function isToken(page: Page, classes: WordClasses, {deed}: Draft): boolean {
  const {tokens} = page.document
  const {head, kind} = deed.clause.predicate
  if (kind !== "noun" || deed.clause.predicate.light !== undefined) return false
  let at = head - 1
  while (at > head - 6 && at > 0 && tokens[at]!.text.toLowerCase() !== "of") at--
  const noun = tokens[at]?.text.toLowerCase() === "of" ? tokens[at - 1] : undefined
  return (
    noun !== undefined &&
    classes.has("token", noun.lemma.toLowerCase()) &&
    page
      .tokensIn(Math.max(0, noun.start - 40), noun.start)
      .some(t => t.sentence === noun.sentence && t.index >= noun.index - 4 && /^(?:in|as)$/i.test(t.text))
  )
}

const resolving: ReadonlySet<string> = new Set(["decide", "agree", "resolve", "vote", "opt", "choose"])
const isOfEnd: ReadonlySet<EventType> = new Set<EventType>(["ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "SANCTION"])
const speaksOf: ReadonlySet<EventType> = new Set<EventType>(["THREATEN", "REQUEST", "REJECT", "AGREE", "CONCEDE"])

/// "signed an accord *to supply wheat*"
export const settling: ReadonlySet<string> = new Set([
  "sign-agreement",
  "reach-agreement",
  "agree-agreement",
  "agree-on-agreement"
])
export const ending: ReadonlySet<EventType> = new Set<EventType>(["RETREAT", "CONCEDE"])
const hurting: ReadonlySet<string> = new Set(["kill", "wound", "destroy"])

/// What the part tells and the whole leaves open: whom it hit, how many.
export function absorb(whole: Draft, part: Draft): void {
  // "met Xi, the first encounter of leaders of *China* and …": no third beside the two.
  const own = new Set(whole.actors.map(a => a.means.country ?? a.means.id))
  // "*an air raid by the army* killed thirty": who did what killed them
  const did = whole.actors.length === 0 && whole.deed.clause.subjects.some(s => s.head === part.deed.clause.predicate.head)
  if (did) whole.actors = part.actors.map(a => ({...a, basis: "inferred"}))
  if (whole.recipients.length === 0) whole.recipients = part.recipients.filter(r => !own.has(r.means.country ?? r.means.id))
  for (const toll of part.tolls) if (!whole.tolls.some(t => t.what === toll.what)) whole.tolls.push(toll)
}

export const sameSide = (a: readonly Grounded<Party>[], b: readonly Grounded<Party>[]): boolean =>
  a.length === 0 || b.length === 0 || a.some(x => b.some(y => x.means.id === y.means.id))
