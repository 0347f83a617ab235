import type {Clause, ClauseLink, Stance, Status, Token} from "../model/model.ts"
import type {Page} from "./page.ts"
import {
  adverbs,
  beforeNouns,
  charges,
  denials,
  dismissals,
  type Effect,
  effectOf,
  ending,
  endings,
  falsehoods,
  finiteClause,
  granting,
  judging,
  newOnes,
  plannedModals,
  possibleModals,
  requests,
  speaking,
  spoken,
  turnedRound,
  underNegation,
  utters
} from "./status-words.ts"

/// What a clause says of its own deed, and what the words above it make of that. The words are in status-words.ts.

/// How a deed stands: whether it took place, how it is put, and by whose word, if by somebody's inside the sentence.
export interface Standing {
  readonly status: Status
  readonly stance: Stance
  /// The clause whose subject vouches for it: "accused" in "Kyiv accused Moscow of shelling …".
  readonly voucher?: Clause
  /// The word that decided, for the why: "threaten", "will", "if".
  readonly because: readonly string[]
}

const rank: Readonly<Record<Status, number>> = {happened: 0, ongoing: 1, planned: 2, possible: 3, "did-not-happen": 4}

/// The less real of two: what is planned inside what is possible is possible.
export const lessReal = (a: Status, b: Status): Status => (rank[a] >= rank[b] ? a : b)

const governing: ReadonlySet<ClauseLink> = new Set<ClauseLink>(["content", "infinitive", "nominal", "subject"])

/// Computes how each clause of a document stands. Each answer is worked out once.
export function standings(page: Page): (clause: Clause) => Standing {
  const known = new Map<number, Standing>()
  const under = new Set<number>()
  const standing = (clause: Clause): Standing => {
    const held = known.get(clause.index)
    if (held) return held
    if (under.has(clause.index) || under.size > 150) return ownStanding(page, clause)
    under.add(clause.index)
    const found = inContext(page, clause, standing)
    under.delete(clause.index)
    known.set(clause.index, found)
    return found
  }
  return standing
}

/// What the clause says of itself: negation, tense, modality, questions, its adverbs.
export function ownStanding(page: Page, clause: Clause): Standing {
  let status: Status = "happened"
  let stance: Stance = "asserts"
  const because: string[] = []
  const settle = (to: Status, word: string) => {
    if (rank[to] > rank[status]) {
      status = to
      because.push(word)
    }
  }
  if (clause.progressive && clause.tense === "present" && !clause.modal) settle("ongoing", "-ing")
  if (clause.modal && plannedModals.has(clause.modal)) {
    settle("planned", clause.modal)
    stance = "predicts"
  } else if (clause.modal && possibleModals.has(clause.modal)) {
    // "could not agree", "would not sign": settled by the negation below. "could have" says it was not so.
    settle("possible", clause.modal)
  } else if (clause.tense === "future") settle("planned", "future")
  if (isAsked(page, clause)) settle("possible", "?")
  const inverted = invertedBy(page, clause) ?? wishedBy(page, clause)
  if (inverted) settle("possible", inverted)
  if (isHeadlinePlan(page, clause)) settle("planned", "to")
  if (isMocked(page, clause)) {
    stance = "doubts"
    because.push("“”")
  }
  for (const adverb of clause.adverbs) {
    const says = adverbs[adverb]
    if (says?.status) settle(says.status, adverb)
    if (says?.stance) {
      stance = says.stance
      because.push(adverb)
    }
  }
  if (clause.predicate.kind === "noun") {
    for (const token of page.tokensIn(clause.predicate.span.start - 60, clause.predicate.span.start)) {
      if (token.sentence !== clause.sentence || token.index < clause.predicate.head - 4) continue
      const says = beforeNouns[token.text.toLowerCase()]
      if (says?.status) settle(says.status, token.text.toLowerCase())
      if (says?.stance) {
        stance = says.stance
        because.push(token.text.toLowerCase())
      }
    }
  }
  if (clause.negated) {
    // "may not attend" leaves it open; all other negations say it was not so.
    if (clause.modal === "may" || clause.modal === "might") settle("possible", "not")
    else settle("did-not-happen", "not")
    if (stance === "predicts") stance = "asserts"
  }
  return {status, stance, because}
}

function inContext(page: Page, clause: Clause, standing: (clause: Clause) => Standing): Standing {
  const own = ownStanding(page, clause)
  const parent = clause.parent && page.document.clauses[clause.parent.clause]
  const conditioned = page.children[clause.index]?.some(
    c => c.parent?.link === "condition" && c.parent.marker !== "even if" && c.parent.marker !== "whether"
  )
  const here: Standing =
    conditioned && own.status !== "did-not-happen" && own.status !== "happened"
      ? {...own, status: "possible", because: [...own.because, "if"]}
      : own
  if (!clause.parent || !parent) return here
  const {link, marker} = clause.parent
  // "*the treaty* which Chad and Niger *signed* has not been kept": whatever became of it, it was signed.
  const {light, head} = clause.predicate
  if (link === "nominal" && light !== undefined && clause.subjects.some(s => s.head > head)) return here
  // "the quiet did not last: two weeks ago police arrested him": said behind a colon, not by the words before it.
  if (link === "content" && marker === undefined && finiteClause(clause) && isSetApart(page, parent, clause)) return here
  const untrue = disbelievedBy(page, parent, clause)
  if (untrue) return {...here, status: "did-not-happen", stance: "denies", because: [...here.because, untrue]}
  if (marker === "whether" && (link === "content" || link === "subject"))
    return {...here, status: lessReal(here.status, "possible"), because: [...here.because, marker]}
  const kept = lastsWithout(page, parent, clause)
  if (kept) return {...here, because: [...here.because, kept]}
  // "far from withdrawing", "nowhere near agreeing"
  const far = link === "infinitive" || link === "manner" || link === "content" ? farFrom(page, clause) : undefined
  if (far) return {...here, status: "did-not-happen", because: [...here.because, far]}
  if ((link === "infinitive" || link === "purpose") && isCounted(page, clause)) return here
  if (governing.has(link)) {
    const above = standing(parent)
    return governed(here, above, parent, effectOf(parent, clause), finiteClause(clause), link === "nominal")
  }
  if (link === "condition")
    return {...here, status: lessReal(here.status, "possible"), because: [...here.because, marker ?? "if"]}
  // "did not rule out *cooperating*": right behind the verb it is what the verb is about.
  const behind =
    (link === "participle" || link === "manner") &&
    marker === undefined &&
    clause.predicate.span.start === parent.predicate.span.end + 1
  const effect = link === "purpose" || behind ? effectOf(parent, clause) : undefined
  // "agreed with Jordan to share": a purpose for grammar alone.
  if (effect && effect !== "so" && effect !== "said" && (effect !== "possible" || parent.predicate.kind === "adjective")) {
    return governed(here, standing(parent), parent, effect, false)
  }
  if (link === "purpose") {
    const above = standing(parent)
    // "wrote to him to ask for an inquiry": words are said by the very deed that was to say them.
    if (above.status === "happened" && clause.tense === undefined && spoken.has(clause.predicate.lemma) && utters(parent))
      return here
    // "has a duty to press for peace"
    const to: Status = lessReal(parent.predicate.lemma === "have" ? "possible" : "planned", above.status)
    return {...here, status: lessReal(here.status, to), because: [...here.because, "purpose"], ...voucherOf(above)}
  }
  if (link === "time") {
    const above = standing(parent)
    if (marker === "before" && !finiteClause(clause)) return here
    // "once ISIL is defeated": not yet.
    if (marker === "once" && clause.tense === "present" && !clause.perfect) {
      return {...here, status: lessReal(here.status, "planned"), because: [...here.because, marker]}
    }
    if (marker === "until" || marker === "till" || marker === "unless") {
      return {...here, status: lessReal(here.status, "possible"), because: [...here.because, marker]}
    }
    // "will leave after the talks end": what comes after a plan is no fact yet.
    if (clause.tense !== "past" && (above.status === "planned" || above.status === "possible")) {
      return {...here, status: lessReal(here.status, above.status), because: [...here.because, ...above.because]}
    }
    return here
  }
  // "as if it had invaded": the comparison says that it has not.
  if (link === "manner" && (marker === "as if" || marker === "as though")) {
    return {...here, status: clause.negated ? "happened" : "possible", because: [marker]}
  }
  // "will help civilians *besieged* in the city": a participle of what was done tells of it as done.
  if (link === "participle" && clause.passive && marker === undefined && standing(parent).status === "planned") return here
  if (link === "participle" || link === "manner" || (link === "coordinate" && !finiteClause(clause))) {
    const above = standing(parent)
    return {
      status: lessReal(here.status, above.status === "ongoing" ? "happened" : above.status),
      stance: here.stance === "asserts" ? above.stance : here.stance,
      because: [...above.because, ...here.because],
      ...voucherOf(above)
    }
  }
  if (link === "coordinate") {
    // Second halves of what is said share its voice: "said that X had fled and that Y …"
    const above = parent.parent ? standing(parent) : undefined
    return above?.voucher
      ? {...here, voucher: above.voucher, stance: here.stance === "asserts" ? above.stance : here.stance}
      : here
  }
  return here
}

const voucherOf = (above: Standing): {voucher?: Clause} => (above.voucher ? {voucher: above.voucher} : {})

function governed(own: Standing, over: Standing, parent: Clause, effect: Effect, hasTense: boolean, nominal = false): Standing {
  // The negation of the word above is spent on its effect: "did not fail to" is no failure that did not happen.
  const above: Standing = parent.negated && over.status === "did-not-happen" ? {...over, status: "happened"} : over
  const word = parent.predicate.lemma
  const open = parent.negated && effect === "not" && parent.predicate.kind === "verb" && !turnedRound.has(word.split(" ")[0]!)
  const turned = open && !nominal ? "possible" : parent.negated ? underNegation[effect] : effect
  const because = [...above.because, word, ...own.because]
  const as = (status: Status, stance: Stance, voucher?: Clause): Standing => {
    const by = voucher ?? above.voucher
    return {status: lessReal(own.status, status), stance, because, ...(by ? {voucher: by} : {})}
  }
  switch (turned) {
    case "so":
      return as(above.status === "ongoing" && own.status === "happened" ? "ongoing" : above.status, stanceOf(own, above))
    case "said":
      return as(hasTense ? "happened" : above.status, stanceOf(own, above), parent)
    case "alleged":
      return as(hasTense || own.status !== "happened" ? own.status : "happened", "alleges", parent)
    case "denied":
      return as("did-not-happen", "denies", parent)
    case "doubted":
      return as("possible", "doubts", parent)
    case "predicted":
      return as("possible", "predicts", parent)
    case "planned":
      return as(
        lessReal("planned", above.status === "happened" || above.status === "ongoing" ? "planned" : above.status),
        "predicts",
        parent
      )
    case "promised":
      return as(
        lessReal("planned", above.status === "happened" || above.status === "ongoing" ? "planned" : above.status),
        "promises",
        parent
      )
    case "threatened":
      return as("possible", "threatens", parent)
    case "demanded":
      return as("possible", "demands", parent)
    case "possible":
      return as("possible", stanceOf(own, above), above.voucher)
    case "not":
      // "would refuse to", "may fail to": not yet refused.
      return as(
        above.status === "happened" || above.status === "ongoing" ? "did-not-happen" : "possible",
        "asserts",
        above.voucher
      )
  }
}

const stanceOf = (own: Standing, above: Standing): Stance => (own.stance === "asserts" ? above.stance : own.stance)

/// Whether a clause is asked and not told. A question mark belongs to the last of several joined clauses unless the first of them opens
/// as questions do: "They have punished Greece, so why should Italy be spared?"
function isAsked(page: Page, clause: Clause): boolean {
  const joined = (of: Clause) => page.children[of.index]?.some(c => c.parent?.link === "coordinate" && opensAsQuestion(page, c))
  if (clause.question) return opensAsQuestion(page, clause) || !joined(clause)
  const root = clause.parent?.link === "coordinate" ? page.document.clauses[clause.parent.clause] : undefined
  return root?.question === true && opensAsQuestion(page, clause)
}

const askers: ReadonlySet<string> = new Set("who whom whose what which why how when where".split(" "))
const auxiliaries: ReadonlySet<string> = new Set(
  "do does did is are was were has have had will would shall should can could may might must".split(" ")
)

/// "so *why* should …", "*would* he have …"
function opensAsQuestion(page: Page, clause: Clause): boolean {
  const doers = [...clause.subjects, ...(clause.passive ? clause.objects : [])].filter(p => p.head < clause.predicate.head)
  const end = Math.min(clause.predicate.span.start, ...doers.map(p => p.span.start))
  const before = page
    .tokensIn(Math.max(0, end - 40), end)
    .filter(t => t.sentence === clause.sentence && t.index > clause.predicate.head - 12)
  const word = before.at(-1)?.text.toLowerCase() ?? ""
  const first = page.tokensIn(clause.span.start, clause.span.start + 1)[0]?.text.toLowerCase() ?? ""
  return askers.has(first) || askers.has(word) || (doers.length > 0 && auxiliaries.has(word))
}

/// "*Had* NATO sent troops, …", "*should* it invade": the auxiliary before its subject makes a condition, whatever hangs below what.
function invertedBy(page: Page, clause: Clause): string | undefined {
  if (clause.predicate.kind === "noun" && clause.tense === undefined && clause.modal === undefined) return undefined
  const subject = [...clause.subjects, ...clause.objects].find(p => p.head < clause.predicate.head)
  if (!subject) return undefined
  const [auxiliary] = page.tokensIn(Math.max(0, subject.span.start - 8), subject.span.start).slice(-1)
  const word = auxiliary?.text.toLowerCase() ?? ""
  if (!auxiliary || auxiliary.sentence !== clause.sentence || !/^(had|were|should)$/.test(word)) return undefined
  const before = page.document.tokens[auxiliary.index - 1]
  const opens = !before || before.sentence !== auxiliary.sentence || /^(PUNCT|CCONJ)$/.test(before.upos)
  return opens ? word : undefined
}

/// "the *first* leader *to enter* the town", "the only ship ever to sail there": who is counted among those who did it did it.
function isCounted(page: Page, {predicate: {head}, sentence}: Clause): boolean {
  const {tokens} = page.document
  const before = (at: number): number => (tokens[at]?.sentence === sentence && tokens[at]!.upos === "ADV" ? before(at - 1) : at)
  if (tokens[head - 1]?.lemma !== "to") return false
  const noun = before(head - 2)
  for (let at = noun; at > noun - 6; at--) {
    const token = tokens[at]
    if (token?.sentence !== sentence || !/^(?:NOUN|PROPN|ADJ|NUM|ADV)$/.test(token.upos)) return false
    if (at < noun && counting.test(token.lemma)) return isSomebody(page, tokens[noun]!)
  }
  return false
}

const isSomebody = (page: Page, noun: Token): boolean =>
  page.actorsIn(Math.max(0, noun.start - 80), noun.end).some(m => m.head === noun.index)

const counting = /^(?:first|second|third|fourth|fifth|last|only|latest)$/i

/// "Russia *to withdraw* troops": a headline that opens with a name
function isHeadlinePlan(page: Page, clause: Clause): boolean {
  if (clause.parent || finiteClause(clause) || clause.predicate.kind !== "verb") return false
  const {tokens, sentences} = page.document
  const [to, name] = [tokens[clause.predicate.head - 1], tokens[clause.predicate.head - 2]]
  return to?.lemma === "to" && name?.sentence === clause.sentence && tokens[sentences[clause.sentence]!.first]?.upos === "PROPN"
}

/// "*If only* France had …"
function wishedBy(page: Page, clause: Clause): string | undefined {
  const {first} = page.document.sentences[clause.sentence]!
  const opening = page.document.tokens.slice(first, first + 2).map(t => t.text.toLowerCase())
  return clause.perfect && opening.join(" ") === "if only" ? "if only" : undefined
}

/// "the *myth* that it invaded", "*denied* reports that it invaded", "reports that it invaded were *false*", "it is a *lie* that …"
function disbelievedBy(page: Page, parent: Clause, clause: Clause): string | undefined {
  const {tokens, clauses} = page.document
  const doer = [...clause.subjects, ...clause.objects].find(p => p.head < clause.predicate.head)
  const first = page.tokensIn(doer?.span.start ?? clause.predicate.span.start, clause.predicate.span.end)[0]
  if (!first || tokens[first.index - 1]?.text.toLowerCase() !== "that") return undefined
  const noun = tokens[first.index - 2]?.lemma.toLowerCase() ?? ""
  if (falsehoods.has(noun)) return noun
  const above = parent.predicate.kind === "noun" && parent.parent ? clauses[parent.parent.clause] : undefined
  // "denied a *report* that it invaded"
  const charged = (parent.predicate.kind === "noun" ? above : parent)?.predicate.lemma ?? ""
  if (charges.has(noun) && (denials.has(charged) || dismissals.has(charged)) && !(above ?? parent).negated) return charged
  return [parent, above].find(c => c && !c.negated && c.predicate.kind !== "verb" && falsehoods.has(c.predicate.lemma))?.predicate
    .lemma
}

/// "The army “liberated” the town": one or two words in marks of their own are not the writer's.
function isMocked(page: Page, clause: Clause): boolean {
  const {tokens} = page.document
  const {head, kind} = clause.predicate
  if (kind !== "verb") return false
  const opened = tokens[head - 1]?.text ?? ""
  const closed = [tokens[head + 1]?.text ?? "", tokens[head + 2]?.text ?? ""]
  return /^(["“‘']|``)$/.test(opened) && /^(["”’']|'')$/.test(closed[0]!)
}

/// Whether a colon, a semicolon or a dash stands between a clause and the one it hangs in, which says nothing.
function isSetApart(page: Page, parent: Clause, clause: Clause): boolean {
  if (parent.predicate.head > clause.predicate.head || speaking.has(parent.predicate.lemma)) return false
  return page.tokensIn(parent.predicate.span.end, clause.predicate.span.start).some(t => t.text === ":" || t.text === ";")
}

/// "urged it to cease *airstrikes*", "an end to *attacks*", "may condemn *the raid*": what is to end or is judged has been done.
function lastsWithout(page: Page, parent: Clause, clause: Clause): string | undefined {
  if (clause.parent?.link !== "nominal" || clause.predicate.kind !== "noun" || clause.predicate.light) return undefined
  const before = page.document.tokens
    .slice(Math.max(0, clause.predicate.head - 12), clause.predicate.head)
    .filter(t => t.sentence === clause.sentence && t.index > parent.predicate.head)
  const fresh = (from: number) => before.slice(from).some(t => newOnes.has(t.text.toLowerCase()))
  const {lemma, kind} = parent.predicate
  const object =
    parent.objects.some(o => o.head === clause.predicate.head) || (!parent.passive && clause.parent.marker === undefined)
  if (kind === "verb" && object && !fresh(0) && (judging.has(lemma) || (ending.has(lemma) && !parent.negated))) return lemma
  // "was no topic of *our talks*", "not to lose sight of *the occupation*": what is not so is said of something that is.
  if (parent.negated && kind !== "adjective" && clause.parent.marker !== undefined && isDefinite(before)) return "the"
  // "few requests were approved": they had been made.
  if (requests.has(clause.predicate.lemma) && granting.has(lemma)) return lemma
  const end = before.findIndex(t => endings.has(t.lemma.toLowerCase()))
  return end >= 0 && before[end + 1]?.lemma === "to" && !fresh(end + 1) ? before[end]!.lemma : undefined
}

/// "the", "our", "Russia's" before an event noun
const isDefinite = (before: readonly Token[]): boolean => {
  const words = before.slice(-4).map(t => t.text.toLowerCase())
  return (
    words.some(w => /^(?:the|this|these|those|his|her|its|our|their|my|your|'s|’s)$/.test(w)) && !words.some(w => newOnes.has(w))
  )
}

function farFrom(page: Page, clause: Clause): string | undefined {
  const {tokens} = page.document
  const {head} = clause.predicate
  for (let at = head - 1; at >= Math.max(0, head - 3); at--) {
    const words = `${tokens[at - 1]?.text.toLowerCase()} ${tokens[at]?.text.toLowerCase()}`
    // "came close to invading"
    if (/^(?:close|near) to$/.test(words) && tokens[at - 2]?.lemma === "come") return words
    if (words === "far from" || words === "nowhere near" || words === "anything but" || words === "short of") return words
  }
  return undefined
}
