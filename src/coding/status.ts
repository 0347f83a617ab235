import type {Clause, ClauseLink, Stance, Status} from "../model/model.ts"
import type {Page} from "./page.ts"

/// What a clause says of its own deed, and what the words above it make of that. The tables of this file are the theory:
/// each row reads "under this word, what it governs is so".

/// How a deed stands: whether it took place, how it is put, and by whose word, if by somebody's inside the sentence.
export interface Standing {
  readonly status: Status
  readonly stance: Stance
  /// The clause whose subject vouches for it: "accused" in "Kyiv accused Moscow of shelling …".
  readonly voucher?: Clause
  /// The word that decided, for the why: "threaten", "will", "if".
  readonly because: readonly string[]
}

type Effect =
  | "so" // it happened if the word above did: "managed to", "regretted that"
  | "planned"
  | "possible"
  | "not" // it did not happen if the word above did: "refused to"
  | "alleged" // as said by the subject above, who accuses
  | "denied"
  | "doubted"
  | "said" // as said, in its own tense
  | "threatened"
  | "demanded"
  | "promised"
  | "predicted"

const table: Readonly<Record<Effect, string>> = {
  so: `manage begin start continue resume keep proceed go happen dare rush help succeed see watch regret know realize learn
    discover find remember welcome praise condemn denounce deplore criticize decry lament celebrate hail thank apologize mourn acknowledge admit
    confirm witness survive suffer launch conduct stage mount carry wage commit perpetrate follow spark trigger prompt provoke
    lead cause claim-responsibility end finish complete stop halt cease quit force compel be become involve include remain appall
    shock disturb concern encourage force bring leave make document detail describe investigate probe punish avenge protest face repel resist
    carry-out respond react answer blame`,
  planned: `plan intend prepare decide schedule arrange aim mean expect set agree choose opt resolve determine announce-plan
    organize slate poise gear move authorize approve order be-ready ready vote propose-will due announce mull-to`,
  promised: `promise pledge vow commit swear undertake guarantee offer volunteer assure`,
  possible: `want wish hope seek try attempt consider contemplate mull weigh discuss debate propose suggest recommend allow permit
    let enable invite encourage persuade convince pressure push tempt like love prefer dream need threaten-may study explore ponder
    think-about entitle license urge-to can able capable likely unlikely willing eager keen free unclear reluctant possible strive struggle
    work fight aspire negotiate ask-whether risk would-like argue-for`,
  demanded: `urge call demand ask request order tell instruct press appeal insist require beg implore plead exhort command
    advise lobby summon should-must call-for call-on call-upon ask-for push-for press-for advocate`,
  threatened: `threaten warn menace`,
  not: `refuse fail decline reject forget neglect avoid refrain prevent prohibit forbid ban bar block thwart foil avert cancel postpone
    call-off scrap abandon shelve suspend-plan deter dissuade discourage keep-from hesitate rule-out oppose stop-from abort drop
    hinder preclude lack miss veto`,
  denied: `deny disavow disclaim refute rebut dispute`,
  doubted: `doubt question disbelieve distrust`,
  alleged: `accuse allege charge claim suspect implicate indict purport contend assert accuse-of maintain insinuate speculate
    rumor rumour believe-to sue try-for prosecute fault`,
  predicted: `fear predict forecast worry believe think suppose assume guess imagine anticipate estimate reckon feel seem appear
    suggest-that envisage foresee bet dread presume conclude-may caution`,
  said: `say tell report state announce declare add note explain write argue stress point-out emphasize remark comment reveal
    disclose show indicate quote cite mention reiterate observe recall inform testify warn-that according reply respond-that
    insist-that hear read maintain-that agree-that`
}

/// Words whose force depends on whether they govern a clause with its own tense ("warned that Russia would …",
/// "agreed that …") rather than a bare deed.
const finite: Readonly<Record<string, Effect>> = {
  warn: "predicted",
  threaten: "threatened",
  agree: "said",
  insist: "said",
  maintain: "said",
  decide: "planned",
  suggest: "predicted",
  ask: "possible",
  hope: "possible",
  demand: "demanded",
  propose: "demanded",
  expect: "predicted",
  announce: "said",
  order: "demanded",
  confirm: "so",
  learn: "so",
  find: "so",
  order_that: "demanded",
  promise: "promised",
  vow: "promised",
  pledge: "promised",
  claim: "alleged",
  think: "predicted",
  believe: "predicted",
  mean: "said",
  concern: "predicted"
}

const effects = new Map<string, Effect>()
for (const [effect, words] of Object.entries(table)) {
  for (const word of words.split(/\s+/)) if (!effects.has(word)) effects.set(word.replaceAll("-", " "), effect as Effect)
}

/// Event nouns that govern as verbs do: "the *threat* to invade", "their *commitment* to defeating".
const byNoun: Readonly<Record<string, Effect>> = {
  commitment: "promised",
  pledge: "promised",
  promise: "promised",
  vow: "promised",
  offer: "promised",
  assurance: "promised",
  plan: "planned",
  decision: "planned",
  intention: "planned",
  intent: "planned",
  preparation: "planned",
  readiness: "planned",
  willingness: "planned",
  resolve: "planned",
  order: "demanded",
  threat: "threatened",
  warning: "threatened",
  effort: "possible",
  campaign: "possible",
  operation: "possible",
  mission: "possible",
  attempt: "possible",
  bid: "possible",
  fight: "possible",
  struggle: "possible",
  drive: "possible",
  ability: "possible",
  capacity: "possible",
  desire: "possible",
  hope: "possible",
  wish: "possible",
  need: "possible",
  right: "possible",
  chance: "possible",
  proposal: "possible",
  permission: "possible",
  suggestion: "possible",
  possibility: "possible",
  fear: "predicted",
  prediction: "predicted",
  suspicion: "alleged",
  call: "demanded",
  appeal: "demanded",
  demand: "demanded",
  request: "demanded",
  plea: "demanded",
  refusal: "not",
  failure: "not",
  reluctance: "possible",
  denial: "denied",
  allegation: "alleged",
  accusation: "alleged",
  claim: "alleged",
  charge: "alleged",
  rumour: "alleged",
  rumor: "alleged",
  plot: "planned",
  conspiracy: "planned"
}

/// Under "not", these turn round: "did not deny" leaves it open, "did not fail to" says it was done.
const underNegation: Readonly<Record<Effect, Effect>> = {
  so: "not",
  planned: "not",
  promised: "not",
  possible: "possible",
  demanded: "possible",
  threatened: "possible",
  not: "so",
  denied: "possible",
  doubted: "possible",
  alleged: "possible",
  predicted: "possible",
  said: "possible"
}

const possibleModals: ReadonlySet<string> = new Set(["may", "might", "can", "could", "would", "should", "must", "ought", "need"])
const plannedModals: ReadonlySet<string> = new Set(["will", "shall", "'ll", "wo"])

/// Adverbs that take back, soften or pass on.
const adverbs: Readonly<Record<string, {status?: Status; stance?: Stance}>> = {
  allegedly: {stance: "alleges"},
  reportedly: {stance: "alleges"},
  purportedly: {stance: "alleges"},
  supposedly: {stance: "doubts"},
  apparently: {stance: "alleges"},
  possibly: {status: "possible"},
  perhaps: {status: "possible"},
  maybe: {status: "possible"},
  probably: {status: "possible"},
  potentially: {status: "possible"},
  likely: {status: "possible"},
  presumably: {status: "possible"},
  conceivably: {status: "possible"},
  nearly: {status: "did-not-happen"},
  almost: {status: "did-not-happen"},
  never: {status: "did-not-happen"},
  hardly: {status: "did-not-happen"},
  soon: {}
}

/// Words before an event noun: "a *planned* visit", "the *alleged* attack".
const beforeNouns: Readonly<Record<string, {status?: Status; stance?: Stance}>> = {
  planned: {status: "planned"},
  upcoming: {status: "planned"},
  forthcoming: {status: "planned"},
  future: {status: "planned"},
  scheduled: {status: "planned"},
  imminent: {status: "planned"},
  impending: {status: "planned"},
  next: {status: "planned"},
  coming: {status: "planned"},
  proposed: {status: "possible"},
  possible: {status: "possible"},
  potential: {status: "possible"},
  threatened: {status: "possible"},
  feared: {status: "possible"},
  hypothetical: {status: "possible"},
  eventual: {status: "possible"},
  any: {status: "possible"},
  further: {},
  alleged: {stance: "alleges"},
  suspected: {stance: "alleges"},
  reported: {stance: "alleges"},
  purported: {stance: "doubts"},
  "so-called": {stance: "doubts"},
  foiled: {status: "did-not-happen"},
  failed: {},
  attempted: {},
  cancelled: {status: "did-not-happen"},
  canceled: {status: "did-not-happen"},
  aborted: {status: "did-not-happen"},
  thwarted: {status: "did-not-happen"},
  no: {status: "did-not-happen"},
  without: {status: "did-not-happen"}
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
  if (clause.question) settle("possible", "?")
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

const finiteClause = (clause: Clause): boolean => clause.tense !== undefined || clause.modal !== undefined

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
  if (governing.has(link)) {
    const above = standing(parent)
    return governed(here, above, parent, effectOf(parent, clause), finiteClause(clause))
  }
  if (link === "condition")
    return {...here, status: lessReal(here.status, "possible"), because: [...here.because, marker ?? "if"]}
  const effect = link === "purpose" ? effectOf(parent, clause) : undefined
  // "agreed with Jordan to share": a purpose for grammar alone.
  if (effect && effect !== "so" && effect !== "said" && effect !== "possible") {
    return governed(here, standing(parent), parent, effect, false)
  }
  if (link === "purpose") {
    const above = standing(parent)
    const to: Status = lessReal("planned", above.status)
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

const hearsay: ReadonlySet<string> = new Set(
  "say believe think rumour rumor suppose presume understand fear suspect hold reckon".split(" ")
)
const gladOf: ReadonlySet<string> = new Set(
  "pleased proud honoured honored delighted sorry sad saddened shocked surprised relieved".split(" ")
)

/// What a word does to the deed it governs.
export function effectOf(parent: Clause, child: Clause): Effect {
  const {kind, lemma} = parent.predicate
  if (kind === "noun" && byNoun[lemma]) return byNoun[lemma]!
  // "committed to defeating" promises, "committed a murder" did it.
  if (lemma === "commit" || lemma === "committed" || lemma === "dedicated")
    return child.parent?.link === "nominal" ? "so" : "promised"
  // "is said to have burned three villages": nobody vouches for it.
  if (parent.passive && child.parent?.link === "infinitive" && hearsay.has(lemma)) return "possible"
  // "was pleased to meet him" met him.
  if (kind === "adjective" && child.parent?.link === "infinitive" && gladOf.has(lemma)) return "so"
  const bare = lemma.split(" ")[0]!
  const hasTense = finiteClause(child)
  let effect =
    (hasTense && child.parent?.link === "content" ? finite[lemma] : undefined) ?? effects.get(lemma) ?? effects.get(bare)
  if (child.parent?.link === "nominal" || child.parent?.link === "subject") {
    // "agreed a ceasefire", "called for talks", "denied the attack" govern; "won the vote" does not make the vote unreal.
    if (effect === "said" || effect === "alleged" || effect === "predicted") effect = effect === "predicted" ? "possible" : effect
    effect ??= "so"
  }
  return effect ?? (hasTense ? "said" : child.parent?.link === "infinitive" ? "possible" : "so")
}

function governed(own: Standing, over: Standing, parent: Clause, effect: Effect, hasTense: boolean): Standing {
  // The negation of the word above is spent on its effect: "did not fail to" is no failure that did not happen.
  const above: Standing = parent.negated && over.status === "did-not-happen" ? {...over, status: "happened"} : over
  const word = parent.predicate.lemma
  const turned = parent.negated ? underNegation[effect] : effect
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
