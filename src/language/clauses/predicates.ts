import type {PredicateKind} from "../../model/model.ts"
import type {Frame, LanguageWords} from "../words.ts"
import {prepositionOf, wornPreposition} from "./prepositions.ts"
import type {Tree} from "./tree.ts"

/// A predicate found in a tree, before its roles are told.
export interface Seed {
  readonly kind: PredicateKind
  /// The token that carries the meaning.
  readonly head: number
  readonly lemma: string
  readonly light?: string
  /// How the words around an event noun stand to it.
  readonly frame?: Frame
  /// The token of the tree that hangs above all others of this predicate.
  readonly anchor: number
  /// The verb whose dependents tell subject, tense and the rest; undefined for an event noun that stands alone.
  readonly verb?: number
  /// All tokens whose dependents belong to the clause: head, light verb, "going" of "is going to".
  readonly members: readonly number[]
  /// "was in Paris": the token that is at once predicate and oblique.
  readonly place?: boolean
  /// Words read as an auxiliary: "be going to" and "be set to" are will, "have to" is must.
  readonly modal?: string
  /// The event noun is the verb's subject: "the attack took place".
  readonly happening?: boolean
  /// The verb stands behind its noun: "the attack carried out by …".
  readonly behind?: boolean
}

/// Verbs that make one word with a bare noun: "take place".
const idioms: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["take", new Set(["place", "part", "effect", "shape", "note", "care", "hold"])],
  ["give", new Set(["birth", "way", "rise"])]
])

const notPredicates: ReadonlySet<string> = new Set([
  "aux",
  "cop",
  "case",
  "mark",
  "cc",
  "fixed",
  "flat",
  "det",
  "discourse",
  "goeswith",
  "punct",
  "compound",
  "reparandum"
])

const nounsPart: ReadonlySet<string> = new Set(["compound", "flat", "fixed", "goeswith", "case", "mark", "advmod", "cc", "cop"])

const comesTrue: ReadonlySet<string> = new Set(["set", "about", "due", "bound", "poised"])

export interface Predicates {
  readonly seeds: readonly Seed[]
  /// The seed that a token is a member of, or -1.
  readonly at: Int32Array
}

/// Every verb that says something, copular adjectives and nouns, and event nouns, with light verbs and periphrastic
/// auxiliaries joined to the word that they serve.
export function predicatesOf(tree: Tree, words: LanguageWords): Predicates {
  const {tokens} = tree
  const n = tokens.length
  const at = new Int32Array(n).fill(-1)
  const seeds: Seed[] = []
  const add = (seed: Seed): void => {
    for (const member of seed.members) if (at[member]! < 0) at[member] = seeds.length
    seeds.push(seed)
  }
  // What stands above is settled first, so that a light verb finds its noun still free.
  for (const i of tree.downward) {
    if (at[i]! >= 0) continue
    if (isVerb(tree, words, i)) {
      const above = liftOf(tree, i)
      addVerb(tree, words, above?.verb ?? i, above, add)
    } else if (copulaOf(tree, i) >= 0) addCopular(tree, words, i, add)
    else if (isEventNoun(tree, words, i)) addNoun(tree, words, i, add)
    else if (isBarePredicate(tree, at, i)) {
      add({kind: kindOf(tree, i), head: i, lemma: tokens[i]!.lemma.toLowerCase(), anchor: i, members: [i]})
    }
  }
  return {seeds, at}
}

function isVerb(tree: Tree, words: LanguageWords, i: number): boolean {
  const {upos, xpos} = tree.tokens[i]!
  const relation = tree.relation[i]!
  if (upos === "VERB") {
    // "killed a governor" with "killed" taken for an auxiliary
    if (relation === "aux" && tree.kids(i).some(k => tree.relation[k] === "obj")) return true
    if (notPredicates.has(relation) || (relation === "obl" && isRole(tree, i))) return false
    // "the detained activists" suffered it, "a developed country" is a kind of country.
    if (relation === "amod") return xpos === "VBN" && words.headlinePassives.has(tree.tokens[i]!.lemma) && !hyphened(tree, i)
    return copulaOf(tree, i) < 0 || !/^VB[NG]$/.test(xpos)
  }
  if (upos !== "AUX" || notPredicates.has(relation)) return false
  return tree.kids(i).some(kid => /^(nsubj|obj|obl|expl|xcomp|ccomp)$/.test(tree.relation[kid]!))
}

/// "following the talks": a participle with nothing of its own is a preposition, however it is tagged.
const isRole = (tree: Tree, i: number): boolean => tree.kids(i).length === 0

const hyphened = (tree: Tree, i: number): boolean =>
  tree.text[tree.tokens[i]!.start - 1] === "-" || tree.text[tree.tokens[i]!.end] === "-"

export function copulaOf(tree: Tree, i: number): number {
  for (const kid of tree.kids(i)) if (tree.relation[kid] === "cop") return kid
  return -1
}

/// Verb and particle: "call off".
export function verbLemma(tree: Tree, words: LanguageWords, verb: number): string {
  const lemma = tree.tokens[verb]!.lemma.toLowerCase()
  const bare = idioms.get(lemma)
  for (const kid of tree.kids(verb)) {
    if (tree.tokens[kid]!.relation === "compound:prt") return `${lemma} ${tree.tokens[kid]!.lemma.toLowerCase()}`
    if (tree.relation[kid] === "advmod" && tree.tokens[kid]!.upos === "ADP") {
      return `${lemma} ${tree.tokens[kid]!.lemma.toLowerCase()}`
    }
    if (bare && isIdiom(tree, verb, kid)) return `${lemma} ${tree.tokens[kid]!.lemma}`
    if (isParticled(tree, words, verb, kid)) return `${lemma} ${tree.tokens[verb + 1]!.lemma.toLowerCase()}`
  }
  return lemma
}

/// Whether a verb's object is but the second half of the verb: "place" in "took place".
export function isIdiom(tree: Tree, verb: number, kid: number): boolean {
  return (
    tree.relation[kid] === "obj" &&
    kid > verb &&
    tree.kids(kid).length === 0 &&
    (idioms.get(tree.tokens[verb]!.lemma)?.has(tree.tokens[kid]!.lemma) ?? false)
  )
}

/// Whether what looks like an oblique is the object of a verb with a particle: "off the summit" in "called off the summit".
export function isParticled(tree: Tree, words: LanguageWords, verb: number, kid: number): boolean {
  const particle = verb + 1
  return (
    tree.relation[kid] === "obl" &&
    tree.head[particle] === kid &&
    tree.relation[particle] === "case" &&
    words.phrasalVerbs.has(`${tree.tokens[verb]!.lemma.toLowerCase()} ${tree.tokens[particle]!.lemma.toLowerCase()}`)
  )
}

interface Lift {
  readonly verb: number
  readonly above: readonly number[]
  readonly modal: string
}

/// "is going to attack", "is set to attack", "has to attack": the verb that means something, and what stands above it.
function liftOf(tree: Tree, i: number): Lift | undefined {
  let verb = i
  let modal: string | undefined
  const above: number[] = []
  for (;;) {
    const token = tree.tokens[verb]!
    const is = (lemma: string): boolean =>
      tree.kids(verb).some(k => tree.relation[k] === "aux" && tree.tokens[k]!.lemma === lemma)
    const lifts =
      (token.lemma === "go" && token.xpos === "VBG" && is("be")) || (comesTrue.has(token.lemma) && copular(tree, verb))
        ? "will"
        : token.lemma === "have" && token.xpos !== "VBG"
          ? "must"
          : token.lemma === "be"
            ? "will"
            : undefined
    if (!lifts) break
    const next = tree.kids(verb).find(k => tree.relation[k] === "xcomp" && isInfinitive(tree, k))
    if (next === undefined || tree.kids(verb).some(k => tree.relation[k] === "obj")) break
    above.push(verb)
    modal ??= lifts
    verb = next
  }
  return modal === undefined ? undefined : {verb, above, modal}
}

const copular = (tree: Tree, i: number): boolean =>
  tree.kids(i).some(k => (tree.relation[k] === "cop" || tree.relation[k] === "aux") && tree.tokens[k]!.lemma === "be")

export function isInfinitive(tree: Tree, i: number): boolean {
  return tree.tokens[i]!.xpos.startsWith("VB") && tree.kids(i).some(k => k < i && tree.tokens[k]!.xpos === "TO")
}

function addVerb(tree: Tree, words: LanguageWords, verb: number, lift: Lift | undefined, add: (seed: Seed) => void): void {
  const anchor = lift?.above[0] ?? verb
  const above = lift?.above ?? []
  const modal = lift?.modal
  const lemma = verbLemma(tree, words, verb)
  const light = lightObject(tree, words, verb, lemma)
  if (light) {
    const {noun, frame, happening, name} = light
    const members = [...above, verb, noun]
    add({kind: "noun", head: noun, lemma: nounLemma(tree, noun), light: name, frame, anchor, verb, members, modal, happening})
    return
  }
  add({kind: "verb", head: verb, lemma, anchor, verb, members: [...above, verb], modal})
}

interface LightObject {
  readonly noun: number
  readonly frame: Frame
  readonly happening: boolean
  readonly name: string
}

/// The event noun that a verb only lends its grammar to.
function lightObject(tree: Tree, words: LanguageWords, verb: number, lemma: string): LightObject | undefined {
  const kids = tree.kids(verb)
  const there = lemma === "be" && kids.some(k => tree.relation[k] === "expl")
  for (const kid of kids) {
    const relation = tree.relation[kid]!
    if (relation !== "obj" && relation !== "nsubj" && relation !== "obl") continue
    const frame = eventFrame(tree, words, kid)
    if (!frame) continue
    const noun = nounLemma(tree, kid)
    if (relation === "obl" && !isParticled(tree, words, verb, kid)) {
      const name = `${lemma} ${prepositionOf(tree, kid)}`
      if (words.lightVerbs.get(name)?.takes(noun, frame)) return {noun: kid, frame, happening: false, name}
      continue
    }
    if (there && relation === "nsubj") return {noun: kid, frame, happening: true, name: "be"}
    const light = words.lightVerbs.get(lemma)
    if (!light?.takes(noun, frame)) continue
    if (light.subject ? relation === "nsubj" : relation !== "nsubj" || isPassive(tree, words, verb)) {
      return {noun: kid, frame, happening: light.subject, name: lemma}
    }
  }
  return
}

/// Whether a verb is in the passive: told by the parser, or by "be" or "get" before a participle.
export function isPassive(tree: Tree, words: LanguageWords, verb: number): boolean {
  let be = false
  let other = false
  let labelled = false
  let by = false
  for (const kid of tree.kids(verb)) {
    const {relation, lemma} = tree.tokens[kid]!
    if (relation === "nsubj:pass" || relation === "csubj:pass") labelled = true
    if (tree.relation[kid] === "aux" || tree.relation[kid] === "cop") {
      if (lemma === "be" || lemma === "get") be = true
      else other = true
    }
    if (tree.relation[kid] === "obl" && prepositionOf(tree, kid) === "by") by = true
  }
  const {xpos, lemma} = tree.tokens[verb]!
  if (be) return xpos === "VBN" || (labelled && xpos !== "VBG")
  // "has attacked" is active whatever else is labelled.
  if (other) return false
  if (labelled) return true
  const relation = tree.relation[verb]!
  const behind = relation === "acl" || relation === "amod"
  if (xpos === "VBN" && (behind || relation === "advcl" || relation === "xcomp")) return true
  if (xpos === "VBD" && relation === "acl" && by)
    return !tree.kids(verb).some(k => tree.relation[k] === "nsubj" || tree.relation[k] === "obj")
  return (
    xpos === "VBN" &&
    relation !== "conj" &&
    (by || words.headlinePassives.has(lemma)) &&
    !tree.kids(verb).some(k => tree.relation[k] === "obj")
  )
}

/// The frame of a noun, wherever it stands, if it is an event noun.
function eventFrame(tree: Tree, words: LanguageWords, i: number): Frame | undefined {
  const {upos, lemma} = tree.tokens[i]!
  if (upos !== "NOUN" && upos !== "ADJ") return
  const low = lemma.toLowerCase()
  const frame = words.eventNouns.get(low)
  // "launched an offensive", taken for an adjective
  if (upos === "ADJ") return frame !== undefined && /^(obj|nsubj|obl|nmod)$/.test(tree.relation[i]!) ? frame : undefined
  return frame ?? suffixFrame(tree, i, low)
}

const nounLemma = (tree: Tree, i: number): string => tree.tokens[i]!.lemma.toLowerCase()

/// A noun made from a verb that no list names, where somebody does it to something: "the dismembering of X by Y".
function suffixFrame(tree: Tree, i: number, lemma: string): Frame | undefined {
  if (lemma.length < 7 || !/(?:[^aeiou]ation|[sc]tion|sion|ing|ance|ence)$/.test(lemma)) return
  let of = false
  let by = false
  for (const kid of tree.kids(i)) {
    if (tree.relation[kid] === "nmod" || tree.relation[kid] === "obl") {
      const preposition = prepositionOf(tree, kid)
      if (preposition === "of") of = true
      if (preposition === "by") by = true
    }
  }
  return of && by ? "acts" : undefined
}

function isEventNoun(tree: Tree, words: LanguageWords, i: number): boolean {
  if (nounsPart.has(tree.relation[i]!) || eventFrame(tree, words, i) === undefined) return false
  return !wornPreposition(tree, i) && !isDocument(tree, words, i) && !isBody(tree, i)
}

/// "the opposition walked out": people, where nothing says to what it is opposed or whose it is.
function isBody(tree: Tree, i: number): boolean {
  const {lemma, relation} = tree.tokens[i]!
  if ((lemma !== "opposition" && lemma !== "resistance") || !(relation.startsWith("nsubj") || prepositionOf(tree, i) === "by"))
    return false
  return !tree.kids(i).some(k => /^(?:nmod|acl|obl)$/.test(tree.relation[k]!))
}

/// "the release said", "a press release": something written.
function isDocument(tree: Tree, words: LanguageWords, i: number): boolean {
  if (tree.tokens[i]!.lemma === "release") {
    if (tree.kids(i).some(k => tree.relation[k] === "compound" && /^(?:press|news)$/i.test(tree.tokens[k]!.text))) return true
  }
  const {lemma} = tree.tokens[i]!
  const frame = words.eventNouns.get(lemma)
  if (frame !== "words" && frame !== "wills" && lemma !== "release" && lemma !== "investigation") return false
  const verb = tree.head[i]!
  return (
    tree.tokens[i]!.relation === "nsubj" &&
    verb >= 0 &&
    tree.tokens[verb]!.upos === "VERB" &&
    words.cues.get(tree.tokens[verb]!.lemma) === "say"
  )
}

function addNoun(tree: Tree, words: LanguageWords, noun: number, add: (seed: Seed) => void): void {
  const frame = eventFrame(tree, words, noun)!
  const lemma = nounLemma(tree, noun)
  // "the attack carried out by …", "talks taking place in …": the verb behind the noun lends it its words.
  for (const kid of tree.kids(noun)) {
    if (tree.relation[kid] !== "acl" || !isVerb(tree, words, kid)) continue
    const name = verbLemma(tree, words, kid)
    const light = words.lightVerbs.get(name)
    if (!light?.takes(lemma, frame)) continue
    const kids = tree.kids(kid)
    const subject = kids.find(k => tree.relation[k] === "nsubj")
    const own = subject !== undefined && !isRelativePronoun(tree, subject)
    const suffers =
      isPassive(tree, words, kid) || (own && !kids.some(k => tree.relation[k] === "obj" && !isRelativePronoun(tree, k)))
    if (light.subject ? own || isPassive(tree, words, kid) : !suffers) continue
    const happening = light.subject
    add({
      kind: "noun",
      head: noun,
      lemma,
      light: name,
      frame,
      anchor: noun,
      verb: kid,
      members: [noun, kid],
      happening,
      behind: true
    })
    return
  }
  add({kind: "noun", head: noun, lemma, frame, anchor: noun, members: [noun]})
}

const relatives: ReadonlySet<string> = new Set(["who", "which", "that", "whom", "whose", "where", "when", "whereby"])

export function isRelativePronoun(tree: Tree, i: number): boolean {
  const {xpos, text} = tree.tokens[i]!
  return (xpos.startsWith("W") || xpos === "IN" || xpos === "DT") && relatives.has(text.toLowerCase())
}

function addCopular(tree: Tree, words: LanguageWords, i: number, add: (seed: Seed) => void): void {
  const cop = copulaOf(tree, i)
  const token = tree.tokens[i]!
  const lemma = token.lemma.toLowerCase()
  if (comesTrue.has(lemma)) {
    const lift = liftOf(tree, i)
    if (lift) {
      addVerb(tree, words, lift.verb, lift, add)
      return
    }
  }
  const frame = eventFrame(tree, words, i)
  const preposition = prepositionOf(tree, i)
  if (frame && (preposition === "" || frame === "together" || frame === "aimed" || frame === "moves")) {
    add({kind: "noun", head: i, lemma, light: "be", frame, anchor: i, verb: i, members: [i]})
    return
  }
  if (preposition !== "" && token.upos !== "ADJ" && token.upos !== "VERB") {
    add({
      kind: "verb",
      head: cop,
      lemma: tree.tokens[cop]!.lemma.toLowerCase(),
      anchor: i,
      verb: i,
      members: [i, cop],
      place: true
    })
    return
  }
  add({kind: kindOf(tree, i), head: i, lemma, anchor: i, verb: i, members: [i]})
}

const kindOf = (tree: Tree, i: number): PredicateKind =>
  /^(NOUN|PROPN|PRON|NUM|SYM|X)$/.test(tree.tokens[i]!.upos) ? "noun" : "adjective"

/// An adjective or noun that is said of something without a copula: "found guilty", "named him president", "able to …".
function isBarePredicate(tree: Tree, at: Int32Array, i: number): boolean {
  const {upos} = tree.tokens[i]!
  if (upos !== "ADJ" && upos !== "NOUN" && upos !== "PROPN" && upos !== "VERB") return false
  const relation = tree.relation[i]!
  if (relation === "xcomp") return true
  if (upos !== "ADJ") return false
  if (relation === "conj") {
    const first = tree.head[i]!
    return at[first]! >= 0 && tree.tokens[first]!.upos === "ADJ"
  }
  if (relation === "amod") return tree.kids(i).some(k => tree.relation[k] === "xcomp")
  return relation === "acl" || relation === "advcl" || relation === "ccomp" || relation === "root"
}
