import type {Oblique, Phrase} from "../../model/model.ts"
import type {Frame, LanguageWords} from "../words.ts"
import type {Grammar} from "./grammar.ts"
import type {Link} from "./links.ts"
import {isIdiom, isParticled, isRelativePronoun, type Predicates, type Seed} from "./predicates.ts"
import {prepositionOf, wornPreposition} from "./prepositions.ts"
import {conjuncts, phraseOf, standsForNoun, type Tree} from "./tree.ts"

/// The roles of one predicate while its clause is being made.
export interface Roles {
  /// Whoever stands as grammatical subject, before a passive is undone: what control and coordination hand on.
  surface: readonly Phrase[]
  subjects: readonly Phrase[]
  objects: readonly Phrase[]
  recipients: readonly Phrase[]
  obliques: readonly Oblique[]
}

const days: ReadonlySet<string> = new Set(
  "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight".split(" ")
)
const times: ReadonlySet<string> = new Set(
  `${[...days].join(" ")} day week month year decade century morning afternoon evening night noon midnight weekend hour minute second
  time moment january february march april may june july august september october november december spring summer autumn fall winter
  quarter deadline end`.split(/\s+/)
)
/// "by" with these tells a measure or a date, not who did it.
const measures: ReadonlySet<string> = new Set([...times, ..."percent % point now then far".split(" ")])
/// "by" with these alone tells a way; "by the air force" tells who.
const ways: ReadonlySet<string> = new Set(
  "car train bus plane boat ship sea air road rail land phone telephone email mail hand mistake accident force law".split(" ")
)

/// Whether what stands behind "by" can be who did it.
function isDoer(tree: Tree, noun: number): boolean {
  const lemma = tree.tokens[noun]!.lemma.toLowerCase()
  if (!ways.has(lemma)) return !measures.has(lemma)
  return tree
    .kids(noun)
    .some(kid => tree.relation[kid] === "det" || tree.relation[kid] === "compound" || tree.tokens[kid]!.relation === "nmod:poss")
}

/// Verbs with two objects: their passive leaves one.
const givers: ReadonlySet<string> = new Set(
  "afford allow ask assign award charge deny give grant hand issue lend offer owe pay promise send show teach tell".split(" ")
)

/// The roles that the words around a predicate tell, and those it takes over from the clause above, whose roles are told before.
export function rolesOf(
  tree: Tree,
  words: LanguageWords,
  seed: Seed,
  grammar: Grammar,
  link: Link | undefined,
  predicates: Predicates,
  above: {readonly seed: Seed; readonly roles: Roles; readonly grammar: Grammar} | undefined
): Roles {
  const slots = slotsOf(tree, words, seed, predicates, link?.link === "content")
  if (seed.kind === "verb" && !grammar.passive && slots.objects.length === 0) bareObject(tree, slots)
  if (slots.agents.length === 0 && (grammar.passive || seed.frame !== undefined)) slots.agents.push(...slots.below)
  let surface: readonly Phrase[] = slots.surface
  if (surface.length === 0 && slots.needsSubject) surface = handedOn(tree, words, seed, grammar, link, above)
  return seed.frame === undefined
    ? verbRoles(tree, seed, grammar, link, slots, surface, above)
    : nounRoles(tree, words, seed, grammar, slots, surface)
}

interface Slots {
  readonly surface: Phrase[]
  readonly objects: Phrase[]
  readonly recipients: Phrase[]
  readonly obliques: Oblique[]
  /// "by" phrases that can act.
  readonly agents: Phrase[]
  /// The same, hanging in a noun of this clause: "the signing of a pact by …".
  readonly below: Phrase[]
  readonly possessors: Phrase[]
  /// Capitalised words before an event noun, and common nouns that can act.
  readonly before: Phrase[]
  /// Other nouns before an event noun.
  readonly compounds: Phrase[]
  readonly of: Phrase[]
  readonly between: Phrase[]
  needsSubject: boolean
}

function slotsOf(tree: Tree, words: LanguageWords, seed: Seed, predicates: Predicates, isContent: boolean): Slots {
  const slots: Slots = {
    surface: [],
    objects: [],
    recipients: [],
    obliques: [],
    agents: [],
    below: [],
    possessors: [],
    before: [],
    compounds: [],
    of: [],
    between: [],
    needsSubject: true
  }
  // "a statement that its troops had left": "that" stands for nothing.
  const antecedent = isContent ? -1 : antecedentOf(tree, seed)
  let relative = false
  const phrases = (kid: number): Phrase[] => {
    if (isContent && tree.relation[seed.anchor] === "acl" && tree.tokens[kid]!.text.toLowerCase() === "that") return []
    if (antecedent >= 0 && isRelativePronoun(tree, kid)) {
      relative = true
      return [phraseOf(tree, antecedent)]
    }
    return conjuncts(tree, kid).map(head => phraseOf(tree, head))
  }
  for (const member of seed.members) {
    const asNoun = seed.frame !== undefined && member === seed.head
    for (const kid of tree.kids(member)) {
      if (seed.members.includes(kid)) continue
      switch (tree.relation[kid]) {
        case "nsubj":
          // "the point is that …" says something of a clause that has a subject of its own
          if (tree.tokens[kid]!.relation === "nsubj:outer") break
          // "The soldiers, who were captured, …" with both taken for the subject
          if (slots.surface.length > 0 && antecedent < 0 && isRelativePronoun(tree, kid)) break
          // "Carter today met …"
          if (days.has(tree.tokens[kid]!.text.toLowerCase()) && slots.surface.length > 0)
            slots.obliques.push({preposition: "", phrase: phraseOf(tree, kid)})
          else slots.surface.push(...phrases(kid))
          break
        case "csubj":
          slots.needsSubject = false
          break
        case "obj":
          if (isIdiom(tree, member, kid)) break
          if (days.has(tree.tokens[kid]!.lemma.toLowerCase())) slots.obliques.push({preposition: "", phrase: phraseOf(tree, kid)})
          else {
            slots.objects.push(...phrases(kid))
            if (predicates.at[kid]! < 0) lean(tree, kid, slots)
            else byBelow(tree, kid, slots, predicates)
          }
          break
        case "iobj":
          slots.recipients.push(...phrases(kid))
          break
        case "expl":
          if (!asNoun) slots.needsSubject = false
          break
        case "mark":
          // "the group that attacked" with "that" taken for a conjunction
          if (antecedent >= 0 && isRelativePronoun(tree, kid) && tree.tokens[kid]!.text.toLowerCase() !== "that") relative = true
          break
        case "advmod":
          if (antecedent >= 0 && isRelativePronoun(tree, kid)) {
            relative = true
            const where = tree.tokens[kid]!.text.toLowerCase() === "where"
            slots.obliques.push({preposition: where ? "in" : "", phrase: phraseOf(tree, antecedent)})
          } else if (/^(NOUN|PROPN)$/.test(tree.tokens[kid]!.upos))
            oblique(tree, kid, slots, asNoun, seed.frame !== undefined, phrases, predicates)
          // "walked away *from the deal*"
          else if (member === seed.verb && tree.tokens[kid]!.text.toLowerCase() === "away")
            for (const from of tree.kids(kid))
              if (tree.relation[from] === "obl" && from > kid)
                oblique(tree, from, slots, asNoun, seed.frame !== undefined, phrases, predicates)
          break
        case "obl":
        case "nmod":
        case "dep":
          if (tree.tokens[kid]!.relation === "nmod:poss") {
            // "Saturday's attack"
            if (times.has(tree.tokens[kid]!.lemma.toLowerCase()))
              slots.obliques.push({preposition: "", phrase: phraseOf(tree, kid)})
            else slots.possessors.push(...phrases(kid))
          } else if (member === seed.verb && isParticled(tree, words, member, kid) && !isThrownOut(tree, member)) {
            slots.objects.push(...phrases(kid))
          } else if (predicates.at[kid]! < 0 || tree.tokens[kid]!.upos === "NOUN" || tree.tokens[kid]!.upos === "PROPN") {
            if (standsForNoun(tree, kid) || tree.tokens[kid]!.upos === "ADV")
              oblique(tree, kid, slots, asNoun, seed.frame !== undefined, phrases, predicates)
          }
          break
        case "det":
          if (asNoun && tree.tokens[kid]!.xpos === "PRP$") slots.possessors.push(phraseOf(tree, kid))
          break
        case "amod":
        case "compound":
        case "nummod":
          if (asNoun && kid < member) premodifier(tree, words, kid, slots)
          break
      }
    }
  }
  if (seed.place) {
    for (const head of conjuncts(tree, seed.anchor)) {
      slots.obliques.unshift({
        preposition: prepositionOf(tree, head) || prepositionOf(tree, seed.anchor),
        phrase: phraseOf(tree, head)
      })
    }
  }
  if (seed.frame !== undefined && seed.verb === undefined) behindNoun(tree, seed.head, seed.frame, slots, predicates)
  if (antecedent >= 0 && !relative) fillGap(tree, seed, antecedent, slots)
  return slots
}

/// "was thrown out *of the club*": where from, since somebody else was thrown.
const isThrownOut = (tree: Tree, verb: number): boolean =>
  tree.tokens[verb + 2]?.lemma === "of" && tree.kids(verb).some(kid => tree.tokens[kid]!.relation === "nsubj:pass")

/// "warned the United States against …", with the object taken for a bare time.
function bareObject(tree: Tree, slots: Slots): void {
  for (let i = 0; i < slots.obliques.length; i++) {
    const {preposition, phrase} = slots.obliques[i]!
    const {relation, upos, lemma} = tree.tokens[phrase.head]!
    if (preposition !== "" || relation !== "obl" || !/^(?:NOUN|PROPN|PRON)$/.test(upos) || times.has(lemma.toLowerCase()))
      continue
    slots.objects.push(phrase)
    slots.obliques.splice(i, 1)
    return
  }
}

/// A capitalised word ("Russian", "US", "Kim") or a common noun that can act ("rebel") is the doer as far as grammar can tell;
/// other nouns ("missile") may be the object.
function premodifier(tree: Tree, words: LanguageWords, kid: number, slots: Slots): void {
  const {upos, text, lemma} = tree.tokens[kid]!
  const capital = /^\p{Lu}/u.test(text)
  if (upos === "PROPN" || (upos === "ADJ" && capital)) {
    if (!times.has(lemma.toLowerCase())) for (const head of conjuncts(tree, kid)) slots.before.push(phraseOf(tree, head))
    // "Russian and Syrian airstrikes"
    else return
    if (upos === "ADJ") {
      for (const other of tree.kids(kid)) {
        if (tree.relation[other] === "conj" && tree.tokens[other]!.upos === "ADJ") slots.before.push(phraseOf(tree, other))
      }
    }
  } else if (upos === "NOUN" && !times.has(lemma)) {
    ;(words.agents.has(lemma) ? slots.before : slots.compounds).push(phraseOf(tree, kid))
  }
}

function oblique(
  tree: Tree,
  kid: number,
  slots: Slots,
  asNoun: boolean,
  event: boolean,
  phrases: (kid: number) => Phrase[],
  predicates: Predicates
): void {
  const worn = wornPreposition(tree, kid)
  const noun = worn?.noun ?? kid
  const preposition = worn?.preposition ?? prepositionOf(tree, kid)
  const agents = preposition === "by" && isDoer(tree, noun) && tree.tokens[noun]!.upos !== "NUM"
  if (preposition !== "by") byBelow(tree, noun, slots, predicates)
  const lifted: Oblique[] = []
  for (const phrase of phrases(noun)) {
    const own = phrase.head === noun ? "" : prepositionOf(tree, phrase.head)
    lift(tree, phrase.head, lifted)
    if (agents && (own === "" || own === "by")) slots.agents.push(phrase)
    else if (asNoun && preposition === "of" && (own === "" || own === "of") && !tellsWhen(tree, phrase.head))
      slots.of.push(phrase)
    else if (event && preposition === "between") slots.between.push(phrase)
    else if (isDatum(tree, noun, preposition)) slots.obliques.push({preposition: own || preposition, phrase})
  }
  slots.obliques.push(...lifted)
}

/// "the pact of 1961", "the killings of last June"
const tellsWhen = (tree: Tree, noun: number): boolean =>
  times.has(tree.tokens[noun]!.lemma.toLowerCase()) || /^[12]\d{3}$/.test(tree.tokens[noun]!.text)

/// A bare number is a footnote, unless it is a year or counts something.
const isDatum = (tree: Tree, noun: number, preposition: string): boolean =>
  preposition !== "" ||
  tree.tokens[noun]!.upos !== "NUM" ||
  tree.kids(noun).length > 0 ||
  /^[12]\d{3}$/.test(tree.tokens[noun]!.text)

/// "in Berlin on Monday", "between Serbia and Kosovo in Vienna": a name is seldom told apart by where and when, nor anything by
/// the day; what a parser hangs there is said of the clause.
function lift(tree: Tree, noun: number, lifted: Oblique[]): void {
  const name = tree.tokens[noun]!.upos === "PROPN"
  for (const kid of tree.kids(noun)) {
    if (kid < noun || tree.relation[kid] !== "nmod" || !standsForNoun(tree, kid)) continue
    const day = days.has(tree.tokens[kid]!.lemma.toLowerCase())
    if (!day && !name) continue
    const preposition = prepositionOf(tree, kid)
    if (day || liftable.has(preposition)) lifted.push({preposition, phrase: phraseOf(tree, kid)})
  }
}

const liftable: ReadonlySet<string> = new Set(
  "in on at near after before during since until from to into with against over amid following across outside inside".split(" ")
)

/// "reiterated its support for the talks", "condemned the raid on the camp": where the preposition right behind the noun hangs in the
/// verb, it is said of the noun as well.
function behindNoun(tree: Tree, noun: number, frame: Frame, slots: Slots, predicates: Predicates): void {
  const verb = tree.head[noun]!
  if (verb < 0 || verb > noun || tree.relation[noun] !== "obj") return
  const next = tree.right[noun]! + 1
  const kid = next < tree.tokens.length && tree.relation[next] === "case" ? tree.head[next]! : -1
  if (kid < 0 || tree.head[kid] !== verb || tree.relation[kid] !== "obl" || days.has(tree.tokens[kid]!.lemma.toLowerCase()))
    return
  const preposition = prepositionOf(tree, kid)
  if (!takenByNouns.has(preposition) && !(preposition === "from" && comesFrom.has(frame))) return
  oblique(tree, kid, slots, true, true, k => conjuncts(tree, k).map(head => phraseOf(tree, head)), predicates)
}

const takenByNouns: ReadonlySet<string> = new Set("against between by for of on over to towards toward with about".split(" "))

/// "the signing of a pact by both sides", "the arrest of two of its officers by Benin": the parser hangs the doer as deep as it can.
function byBelow(tree: Tree, noun: number, slots: Slots, predicates: Predicates): void {
  let at = noun
  for (let deep = 0; deep < 3 && at >= 0; deep++) {
    let next = -1
    for (const kid of tree.kids(at)) {
      if (kid < at || tree.relation[kid] !== "nmod" || tree.tokens[kid]!.relation === "nmod:poss") continue
      const preposition = prepositionOf(tree, kid)
      if (preposition === "of" && predicates.at[kid]! < 0) next = kid
      if (preposition !== "by" || !isDoer(tree, kid)) continue
      for (const head of conjuncts(tree, kid)) slots.below.push(phraseOf(tree, head))
      return
    }
    at = next
  }
}

/// A parser hangs "at Israel" of "fired rockets at Israel" now in the verb, now in the object: here it stands with the verb in
/// both cases. What "of" and "between" tell belongs to the noun.
function lean(tree: Tree, object: number, slots: Slots): void {
  for (const kid of tree.kids(object)) {
    if (kid < object || tree.relation[kid] !== "nmod" || tree.tokens[kid]!.relation === "nmod:poss") continue
    if (!standsForNoun(tree, kid)) continue
    const worn = wornPreposition(tree, kid)
    const preposition = worn?.preposition ?? prepositionOf(tree, kid)
    if (preposition === "of" || preposition === "between" || preposition === "" || preposition === "like") continue
    for (const head of conjuncts(tree, worn?.noun ?? kid)) {
      const phrase = phraseOf(tree, head)
      if (preposition === "by") slots.below.push(phrase)
      else slots.obliques.push({preposition: prepositionOf(tree, head) || preposition, phrase})
    }
  }
}

/// The noun that a relative clause or participle stands behind, or -1.
function antecedentOf(tree: Tree, seed: Seed): number {
  if (seed.frame !== undefined && (seed.verb === undefined || seed.behind)) return -1
  const relation = tree.relation[seed.anchor]!
  return relation === "acl" || relation === "amod" ? tree.head[seed.anchor]! : -1
}

/// "the man she met", "troops sent by Paris", "a group calling itself …": no pronoun tells which role the noun has.
function fillGap(tree: Tree, seed: Seed, noun: number, slots: Slots): void {
  const verb = seed.verb ?? seed.head
  const {xpos, lemma} = tree.tokens[verb]!
  const infinitive = tree.kids(verb).some(k => k < verb && tree.tokens[k]!.xpos === "TO")
  if (infinitive || clauseInside(tree, seed)) return
  const that = tree.kids(verb).find(k => tree.relation[k] === "mark")
  if (that !== undefined && slots.surface.length > 0) return
  if (that === undefined && tree.kids(verb).some(k => tree.relation[k] === "case")) return
  if (slots.surface.length === 0) {
    slots.surface.push(phraseOf(tree, noun))
    return
  }
  if (slots.objects.length > 0 || seed.kind !== "verb" || lemma === "be") return
  // "the city he was born", but "the help they were given"
  if (xpos === "VBN" && !givers.has(lemma) && tree.kids(verb).some(k => tree.tokens[k]!.relation === "aux:pass")) return
  const phrase = phraseOf(tree, noun)
  if (times.has(tree.tokens[noun]!.lemma.toLowerCase())) slots.obliques.push({preposition: "", phrase})
  else slots.objects.push(phrase)
}

const clauseInside = (tree: Tree, seed: Seed): boolean =>
  seed.members.some(m => tree.kids(m).some(k => tree.relation[k] === "ccomp"))

/// The subject that a clause without one takes from the clause above, before passives are undone.
function handedOn(
  tree: Tree,
  words: LanguageWords,
  seed: Seed,
  grammar: Grammar,
  link: Link | undefined,
  above: {readonly seed: Seed; readonly roles: Roles; readonly grammar: Grammar} | undefined
): readonly Phrase[] {
  if (!above || !link) return []
  const {roles} = above
  const relation = tree.relation[seed.anchor]!
  const object = roles.objects.length > 0 ? roles.objects : roles.recipients
  if (seed.frame !== undefined && seed.verb === undefined) return nounHandedOn(words, link, above, relation)
  switch (link.link) {
    case "coordinate":
      return relation === "conj" ? roles.surface : []
    case "infinitive":
      if (above.seed.frame !== undefined && tree.head[seed.anchor] === above.seed.head) {
        return roles.subjects
      }
      if (relation === "acl") return purposeSubject(tree, words, seed, above)
      if (words.subjectKeeps.has(above.seed.lemma)) return roles.surface
      if (object.length === 0) return calledUpon(words, above) ?? roles.surface
      // "was asked to send", "asked Kyiv to send"
      return above.grammar.passive ? roles.surface : object
    case "purpose":
      return words.sends.has(above.seed.lemma) && roles.objects.length > 0 ? roles.objects : roles.surface
    case "content":
      if (grammar.finite) return []
      return (words.blames.has(above.seed.lemma) || link.marker === "against") && object.length > 0 ? object : roles.surface
    case "cause":
      return words.blames.has(above.seed.lemma) && object.length > 0 ? object : grammar.finite ? [] : roles.surface
    case "participle":
      if (relation === "amod" || relation === "acl") return []
      return grammar.finite ? [] : roles.surface
    case "time":
    case "manner":
    case "concession":
    case "condition":
      return grammar.finite ? [] : roles.surface
    default:
      return []
  }
}

/// "called on Kyiv to send tanks": Kyiv.
function calledUpon(
  words: LanguageWords,
  {seed, roles}: {readonly seed: Seed; readonly roles: Roles}
): readonly Phrase[] | undefined {
  const called = roles.obliques.filter(o => words.objectDoes.has(`${seed.lemma} ${o.preposition}`)).map(o => o.phrase)
  return called.length > 0 ? called : undefined
}

/// "used gas to disperse a crowd" and "sent men to guard it", where the parser hangs the infinitive in the object; "the first to leave".
function purposeSubject(
  tree: Tree,
  words: LanguageWords,
  seed: Seed,
  above: {readonly seed: Seed; readonly roles: Roles}
): readonly Phrase[] {
  const noun = tree.head[seed.anchor]!
  const isObject = above.roles.objects.some(o => o.head === noun)
  return isObject && !words.sends.has(above.seed.lemma) ? above.roles.surface : [phraseOf(tree, noun)]
}

/// An event noun without a doer of its own: "cancelled a visit", "blamed the army for the attack", "talks and a visit".
function nounHandedOn(
  words: LanguageWords,
  link: Link,
  above: {readonly seed: Seed; readonly roles: Roles; readonly grammar: Grammar},
  relation: string
): readonly Phrase[] {
  const {roles} = above
  if (link.link === "coordinate") return above.seed.light === undefined ? [] : roles.subjects
  if (relation === "obj" || (relation === "nsubj" && above.grammar.passive)) {
    return words.handsOn.has(above.seed.lemma) ? roles.subjects : []
  }
  if ((link.marker === "for" || link.marker === "of" || link.marker === "with") && words.blames.has(above.seed.lemma)) {
    return roles.objects
  }
  if (link.marker !== undefined && words.handsOn.has(`${above.seed.lemma} ${link.marker}`)) return roles.surface
  return []
}

/// Longer lists are tables, not sentences, and are not handed from verb to verb: that keeps time linear.
const mostShared = 24

function verbRoles(
  tree: Tree,
  seed: Seed,
  grammar: Grammar,
  link: Link | undefined,
  slots: Slots,
  surface: readonly Phrase[],
  above: {readonly seed: Seed; readonly roles: Roles; readonly grammar: Grammar} | undefined
): Roles {
  let objects: readonly Phrase[] = slots.objects
  let obliques: readonly Oblique[] = slots.obliques
  let agents: readonly Phrase[] = slots.agents
  const shared =
    link?.link === "coordinate" && tree.relation[seed.anchor] === "conj" && above?.seed.kind === "verb" && seed.kind === "verb"
  if (shared && above) {
    // "attacked and destroyed the village", "was arrested and charged by police": what follows both belongs to both.
    const follows = (phrase: Phrase): boolean => phrase.head > seed.anchor
    const near = (count: number): boolean => count <= mostShared
    if (objects.length === 0 && !grammar.passive && near(above.roles.objects.length))
      objects = above.roles.objects.filter(follows)
    if (grammar.passive && agents.length === 0 && above.grammar.passive && near(above.roles.subjects.length))
      agents = above.roles.subjects.filter(follows)
    const more = (near(above.roles.obliques.length) ? above.roles.obliques : []).filter(o => follows(o.phrase))
    if (more.length > 0) obliques = [...obliques, ...more]
  }
  if (!grammar.passive) {
    const by = agents.map(phrase => ({preposition: "by", phrase}))
    return {
      surface,
      subjects: surface,
      objects,
      recipients: slots.recipients,
      obliques: by.length > 0 ? [...obliques, ...by] : obliques
    }
  }
  // "was given a medal": the subject received it.
  if (objects.length > 0) return {surface, subjects: agents, objects, recipients: [...surface, ...slots.recipients], obliques}
  return {surface, subjects: agents, objects: surface, recipients: slots.recipients, obliques}
}

function nounRoles(
  tree: Tree,
  words: LanguageWords,
  seed: Seed,
  grammar: Grammar,
  slots: Slots,
  surface: readonly Phrase[]
): Roles {
  const frame = seed.frame!
  const told = seed.happening || (seed.verb !== undefined && grammar.passive) || seed.behind
  const verbSubject = told ? (seed.behind && !grammar.passive && !seed.happening ? surface : []) : surface
  const subjects: Phrase[] = [...slots.agents, ...slots.between]
  const objects: Phrase[] = [...slots.objects]
  const obliques: Oblique[] = [...slots.obliques]
  const named = [...slots.before]
  const of = slots.of
  if (frame === "sufferings") {
    if (of.length > 0 || slots.objects.length > 0) named.push(...slots.possessors)
    else objects.push(...slots.possessors)
    objects.push(...of, ...slots.compounds)
  } else {
    named.push(...slots.possessors)
    if (frame === "acts" || frame === "gifts") objects.push(...of, ...slots.compounds)
    else if (frame === "words") objects.push(...of)
    else if (frame === "wills") {
      const taken = subjects.length > 0 || verbSubject.length > 0 || named.length > 0
      if (taken) for (const phrase of of) obliques.push({preposition: "of", phrase})
      else subjects.push(...of)
    } else if (frame === "together") (slots.possessors.length > 0 ? objects : subjects).push(...of)
    else {
      if (frame === "moves") named.push(...slots.compounds)
      const taken = subjects.length > 0 || verbSubject.length > 0 || slots.possessors.length > 0
      if (!taken) subjects.push(...of)
      else if (frame === "moves") objects.push(...of)
      else for (const phrase of of) obliques.push({preposition: "of", phrase})
    }
  }
  if (comesFrom.has(frame) && verbSubject.length + subjects.length + named.length === 0) {
    for (const {preposition, phrase} of slots.obliques) {
      if (preposition === "from" && canAct(tree, words, phrase.head)) subjects.push(phrase)
    }
  }
  const all =
    verbSubject.length > 0 ? verbSubject : subjects.length > 0 && slots.agents.length > 0 ? subjects : [...named, ...subjects]
  // "it was the third meeting *between Chad and Niger*": beside a subject of the verb that carries the noun
  if (verbSubject.length > 0) for (const phrase of slots.between) obliques.push({preposition: "between", phrase})
  // "was given loans by the bank": the passive subject is not the noun, so it received it.
  const received = seed.verb !== undefined && grammar.passive && !seed.behind ? surface : []
  const recipients = received.length > 0 ? [...received, ...slots.recipients] : slots.recipients
  return {surface: surface.length > 0 && !told ? surface : all, subjects: all, objects, recipients, obliques}
}

/// "condemnation from Brussels", "weapons aid from Iran", "under pressure from the army": groups of nouns that come from somebody.
const comesFrom: ReadonlySet<Frame> = new Set(["words", "wills", "gifts", "aimed"])

const canAct = (tree: Tree, words: LanguageWords, noun: number): boolean =>
  tree.tokens[noun]!.upos === "PROPN" || words.agents.has(tree.tokens[noun]!.lemma)
