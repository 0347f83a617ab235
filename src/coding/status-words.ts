import type {Clause, Stance, Status} from "../model/model.ts"

/// What words do to the deeds they govern, and to those they stand beside. The tables of this file are the theory:
/// each row reads "under this word, what it governs is so".

export type Effect =
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
    carry-out respond react answer blame fly travel come arrive head return`,
  planned: `plan intend prepare decide schedule arrange aim mean expect set agree choose opt resolve determine announce-plan
    organize slate poise gear move authorize approve order be-ready ready vote propose-will due announce mull-to`,
  promised: `promise pledge vow commit swear undertake guarantee offer volunteer assure`,
  possible: `want wish hope seek try attempt consider contemplate mull weigh discuss debate propose suggest recommend allow permit
    let enable invite encourage persuade convince pressure push tempt like love prefer dream need threaten-may study explore ponder
    think-about entitle license urge-to can able capable likely unlikely willing eager keen free unclear reluctant possible strive struggle
    work fight aspire negotiate ask-whether risk would-like argue-for ensure secure`,
  demanded: `urge call demand ask request order tell instruct press appeal insist require beg implore plead exhort command
    advise lobby summon should-must call-for call-on call-upon ask-for push-for press-for advocate`,
  threatened: `threaten warn menace`,
  not: `refuse fail decline reject forget neglect avoid refrain prevent prohibit forbid ban bar block thwart foil avert cancel postpone
    call-off scrap abandon shelve suspend-plan deter dissuade discourage keep-from hesitate rule-out oppose stop-from abort drop
    hinder preclude lack miss veto short stop-short fall-short`,
  denied: `deny disavow disclaim refute rebut dispute`,
  doubted: `doubt question disbelieve distrust pretend feign`,
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
  tell: "said",
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
  doubt: "doubted",
  question: "doubted",
  denying: "denied",
  plot: "planned",
  conspiracy: "planned"
}

/// Under "not", these turn round: "did not deny" leaves it open, "did not fail to" says it was done, "no doubt that" that it is so.
export const underNegation: Readonly<Record<Effect, Effect>> = {
  so: "not",
  planned: "not",
  promised: "not",
  possible: "possible",
  demanded: "possible",
  threatened: "possible",
  not: "so",
  denied: "possible",
  doubted: "said",
  alleged: "possible",
  predicted: "possible",
  said: "possible"
}

/// Of those that say "not", the ones whose negation says that it was done: "did not refuse to". "Did not rule out attacking" leaves it open.
export const turnedRound: ReadonlySet<string> = new Set(
  "fail forget neglect hesitate refuse decline avoid refrain prevent stop deter thwart foil avert miss lack short".split(" ")
)

export const possibleModals: ReadonlySet<string> = new Set([
  "may",
  "might",
  "can",
  "could",
  "would",
  "should",
  "must",
  "ought",
  "need"
])
export const plannedModals: ReadonlySet<string> = new Set(["will", "shall", "'ll", "wo"])

/// Adverbs that take back, soften or pass on.
export const adverbs: Readonly<Record<string, {status?: Status; stance?: Stance}>> = {
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
export const beforeNouns: Readonly<Record<string, {status?: Status; stance?: Stance}>> = {
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

const hearsay: ReadonlySet<string> = new Set(
  "say believe think rumour rumor suppose presume understand fear suspect hold reckon".split(" ")
)
const gladOf: ReadonlySet<string> = new Set(
  "pleased proud honoured honored delighted sorry sad saddened shocked surprised relieved".split(" ")
)

/// What a word does to the deed it governs.
export function effectOf(parent: Clause, child: Clause): Effect {
  const {kind, lemma} = parent.predicate
  // "the failure of the talks": they were held.
  if (lemma === "failure" && child.parent?.link === "nominal") return "so"
  if (kind === "noun" && byNoun[lemma]) return byNoun[lemma]!
  // "committed to defeating" promises, "committed a murder" did it.
  if (lemma === "commit" || lemma === "committed" || lemma === "dedicated")
    return child.parent?.link === "nominal" ? "so" : "promised"
  // "is said to have burned three villages": nobody vouches for it.
  if (parent.passive && child.parent?.link === "infinitive" && hearsay.has(lemma)) return "possible"
  // "was pleased to meet him" met him.
  if (kind === "adjective" && child.parent?.link === "infinitive" && gladOf.has(lemma)) return "so"
  // "set out" is no "set to"
  const bare = lemma.startsWith("set ") ? lemma : lemma.split(" ")[0]!
  const hasTense = finiteClause(child)
  let effect =
    (hasTense && child.parent?.link === "content" ? finite[lemma] : undefined) ?? effects.get(lemma) ?? effects.get(bare)
  // "told of the raid", "maintained a policy of turning them away": only what is put as words of theirs is words of theirs.
  if (lemma === "tell" && child.parent?.link !== "infinitive") return "said"
  if (lemma === "maintain" && !hasTense) return "so"
  if (child.parent?.link === "nominal" || child.parent?.link === "subject") {
    // "agreed a ceasefire", "called for talks", "denied the attack" govern; "won the vote" does not make the vote unreal.
    if (effect === "said" || effect === "alleged" || effect === "predicted") effect = effect === "predicted" ? "possible" : effect
    effect ??= "so"
  }
  return effect ?? (hasTense ? "said" : child.parent?.link === "infinitive" ? "possible" : "so")
}

/// Verbs that judge or look into what has been done: "may condemn the raid" is no doubt of the raid.
export const judging: ReadonlySet<string> = new Set(
  `condemn denounce deplore criticize decry regret lament mourn celebrate hail praise avenge investigate probe punish forgive
    protest survive witness remember forget recall`.split(/\s+/)
)

/// What they end has been going on.
export const ending: ReadonlySet<string> = new Set("end stop halt cease discontinue quit suspend".split(" "))
export const endings: ReadonlySet<string> = new Set("end halt stop cessation stoppage".split(" "))

/// Who grants or turns down a request has got one.
export const granting: ReadonlySet<string> = new Set(
  "approve authorize grant accept reject ignore refuse decline answer".split(" ")
)
export const requests: ReadonlySet<string> = new Set("request appeal plea call demand".split(" "))

/// Words that make of a deed a new one, or none in particular.
export const newOnes: ReadonlySet<string> = new Set(
  "a an any another further future new more possible potential planned next all".split(" ")
)

/// Words behind a colon are told by these.
export const speaking: ReadonlySet<string> = new Set(
  "say tell state announce declare add note explain write argue stress warn ask insist claim reply promise report be read".split(
    " "
  )
)

/// What is told under these is said not to be so.
export const falsehoods: ReadonlySet<string> = new Set(
  `lie myth fiction fantasy legend hoax illusion fabrication falsehood pretence pretense fable nonsense rubbish
    false untrue baseless unfounded groundless absurd unthinkable inconceivable preposterous gossip slander invention fake`.split(
    /\s+/
  )
)

/// What somebody says of another, and what he does who says that it is not so: "*denied* the *report* that".
export const charges: ReadonlySet<string> = new Set(
  "report claim accusation allegation charge rumour rumor suggestion story notion".split(" ")
)
/// Whatever these are done to, it is denied …
export const denials: ReadonlySet<string> = new Set([...table.denied.split(" "), "denial"])
/// … and what is turned down is denied where it is a charge.
export const dismissals: ReadonlySet<string> = new Set("reject dismiss contest".split(" "))

/// What is done by saying it.
export const spoken: ReadonlySet<string> = new Set(
  "ask demand urge request appeal plead beg call protest denounce condemn criticize accuse complain thank congratulate praise warn apologize".split(
    " "
  )
)

const uttering: ReadonlySet<string> = new Set(
  "write phone telephone call speak meet visit appear gather march rally assemble demonstrate stand rise use issue send summon travel fly come go return".split(
    " "
  )
)

/// Whether a deed is one by which something is said: writing, calling, coming together.
export const utters = (clause: Clause): boolean => !clause.negated && uttering.has(clause.predicate.lemma)

export const finiteClause = (clause: Clause): boolean => clause.tense !== undefined || clause.modal !== undefined
