import type {Clause, Phrase, Sentence, Span, Token} from "../model/model.ts"
import {type Grammar, grammarOf} from "./clauses/grammar.ts"
import {type Link, linkOf} from "./clauses/links.ts"
import {predicatesOf, type Seed} from "./clauses/predicates.ts"
import {type Roles, rolesOf} from "./clauses/roles.ts"
import {type Tree, treeOf} from "./clauses/tree.ts"
import type {LanguageWords} from "./words.ts"

/// Finds who does what to whom in dependency trees, in the order of the predicates' head words.
///
/// - Predicates are verbs with their particles, adjectives and nouns said of something, and event nouns (words.eventNouns).
///   A light verb is joined to its noun ("paid a visit": visit, light pay), as are "there was an attack" and "the attack took
///   place"; "is going to attack" and "is set to attack" are attack with the modal will, "has to" with must.
/// - Roles are told as if every clause were active and had a subject of its own: passives undone, infinitives and participles
///   given the subject they are understood with, shared subjects and objects repeated, conjuncts listed one by one, relative
///   pronouns replaced by what they stand for. A passive without "by" has no subjects.
/// - Around an event noun, whoever stands behind "by", as possessor or as a capitalised word before it ("Russian airstrikes",
///   "US sanctions", "Kim visit") is its subject; the noun's group in words.eventNouns says what "of" and a possessor mean.
/// - Only universal relations are relied on; sub-types help where they are given.
/// - A phrase runs from its first to its last word without preposition, other conjuncts, relative and other clauses,
///   appositions, and without what stands behind those.
///
/// Any tokens at all give clauses, in time linear in their number.
export function clauseFinder(words: LanguageWords): ClauseFinder {
  return (text, sentences, tokens) => {
    const tree = treeOf(text, sentences, tokens)
    const drafts = draftsOf(tree, words)
    const order = drafts.map((_, i) => i).sort((a, b) => drafts[a]!.seed.head - drafts[b]!.seed.head)
    const seen = new Map<readonly Phrase[], readonly Phrase[]>()
    const place = new Int32Array(drafts.length)
    order.forEach((draft, i) => {
      place[draft] = i
    })
    return order.map((draft, index) => clauseFrom(tree, drafts[draft]!, index, place, seen))
  }
}

export type ClauseFinder = (text: string, sentences: readonly Sentence[], tokens: readonly Token[]) => Clause[]

interface Draft {
  readonly seed: Seed
  readonly grammar: Grammar
  roles: Roles
  above: number
  link: Link | undefined
}

function draftsOf(tree: Tree, words: LanguageWords): Draft[] {
  const predicates = predicatesOf(tree, words)
  const owner = new Int32Array(tree.tokens.length).fill(-1)
  for (const token of tree.downward) {
    const head = tree.head[token]!
    const own = predicates.at[token]!
    owner[token] = own >= 0 ? own : head >= 0 ? owner[head]! : -1
  }
  const drafts: Draft[] = []
  for (const seed of predicates.seeds) {
    const head = tree.head[seed.anchor]!
    const above = head < 0 ? -1 : owner[head]!
    const upper = above < 0 ? undefined : drafts[above]
    const link = upper && linkOf(tree, words, seed, upper.seed)
    const grammar = withShared(tree, words, seed, grammarOf(tree, words, seed), link, upper)
    const roles = rolesOf(tree, words, seed, grammar, link, predicates, upper)
    drafts.push({seed, grammar, roles, above, link})
  }
  drafts.forEach((_, at) => {
    sayBehind(tree, words, drafts, at)
  })
  for (const draft of drafts) if (draft.above >= 0) settle(words, drafts[draft.above]!, draft)
  return drafts
}

/// What a conjunct takes over with its auxiliary ("was arrested and charged", "did not eat or drink") and what the verb above
/// undoes ("refrained from attacking").
function withShared(
  tree: Tree,
  words: LanguageWords,
  seed: Seed,
  grammar: Grammar,
  link: Link | undefined,
  above: Draft | undefined
): Grammar {
  if (!above || !link) return grammar
  if (words.undoes.has(above.seed.lemma) && (link.link === "infinitive" || link.link === "content")) {
    return {...grammar, negated: !grammar.negated}
  }
  if (link.marker === "instead of" || link.marker === "rather than") return {...grammar, negated: true}
  if (link.link !== "coordinate" || tree.relation[seed.anchor] !== "conj" || seed.verb === undefined) return grammar
  const first = above.grammar
  const ending = tree.tokens[seed.verb]!.xpos
  const firstEnding = above.seed.verb === undefined ? "" : tree.tokens[above.seed.verb]!.xpos
  const ownSubject = seed.members.some(m => tree.kids(m).some(k => tree.relation[k] === "nsubj"))
  const or = link.marker === "or" || link.marker === "nor"
  const leans = !grammar.finite && !ownSubject && (ending === firstEnding || ending === "VBN" || ending === "VB")
  if (!leans) return or && first.negated && !ownSubject ? {...grammar, negated: true} : grammar
  const nor = first.negated && (or || ending === "VB" || ending === firstEnding) && link.marker !== "but"
  return {
    ...grammar,
    tense: grammar.tense ?? first.tense,
    modal: grammar.modal ?? first.modal,
    perfect: grammar.perfect || (first.perfect && ending === firstEnding),
    progressive: grammar.progressive || (first.progressive && ending === "VBG"),
    passive: grammar.passive || (first.passive && ending === "VBN"),
    negated: grammar.negated || nor
  }
}

/// What only both clauses together tell: whom one speaks to, and an object that the parser gave to the second verb alone.
function settle(words: LanguageWords, upper: Draft, draft: Draft): void {
  const {objects, recipients} = upper.roles
  const {link} = draft
  if (link?.link === "content" && recipients.length === 0 && objects.length > 0 && words.addresses.has(upper.seed.lemma)) {
    upper.roles = {...upper.roles, objects: [], recipients: objects}
  } else if (
    link?.link === "infinitive" &&
    objects.length === 0 &&
    recipients.length > 0 &&
    words.objectDoes.has(upper.seed.lemma)
  ) {
    upper.roles = {...upper.roles, objects: recipients, recipients: []}
  } else if (
    // "attacked and destroyed the village"
    link?.link === "coordinate" &&
    draft.seed.anchor === upper.seed.head + 2 &&
    !upper.grammar.passive &&
    objects.length === 0 &&
    upper.seed.kind === "verb" &&
    draft.seed.kind === "verb"
  ) {
    upper.roles = {...upper.roles, objects: draft.roles.objects}
  }
}

/// "The army has left, he said": the parser hangs the saying in what is said; the sense is the other way round.
function sayBehind(tree: Tree, words: LanguageWords, drafts: readonly Draft[], at: number): void {
  const draft = drafts[at]!
  const {seed, above, roles} = draft
  if (tree.relation[seed.anchor] !== "parataxis" || above < 0 || seed.kind !== "verb" || !words.cues.has(seed.lemma)) return
  const said = drafts[above]!
  if (said.above >= 0 || roles.surface.length === 0) return
  if (roles.objects.length > 0 && !words.addresses.has(seed.lemma)) return
  const kids = tree.kids(seed.head)
  if (kids.some(k => tree.relation[k] === "ccomp" || tree.relation[k] === "xcomp")) return
  said.above = at
  said.link = {link: "content"}
  draft.above = -1
  draft.link = undefined
}

function clauseFrom(
  tree: Tree,
  draft: Draft,
  index: number,
  place: Int32Array,
  seen: Map<readonly Phrase[], readonly Phrase[]>
): Clause {
  const {seed, grammar, roles, above, link} = draft
  const sentence = tree.tokens[seed.head]!.sentence
  // All clauses have the same fields in the same order, be they undefined.
  return {
    index,
    sentence,
    predicate: {
      kind: seed.kind,
      head: seed.head,
      lemma: seed.lemma,
      light: seed.light,
      span: predicateSpan(tree, seed)
    },
    span: clauseSpan(tree, seed),
    subjects: distinct(roles.subjects, seen),
    objects: distinct(roles.objects, seen),
    recipients: distinct(roles.recipients, seen),
    obliques: roles.obliques,
    negated: grammar.negated,
    tense: grammar.tense,
    perfect: grammar.perfect,
    progressive: grammar.progressive,
    passive: grammar.passive,
    modal: grammar.modal,
    question: isQuestion(tree, seed, sentence),
    adverbs: grammar.adverbs,
    parent: above >= 0 && link ? {clause: place[above]!, link: link.link, marker: link.marker} : undefined
  }
}

/// Each phrase once. A list that many clauses share is gone through once.
function distinct(phrases: readonly Phrase[], seen: Map<readonly Phrase[], readonly Phrase[]>): readonly Phrase[] {
  if (phrases.length < 2) return phrases
  let once = seen.get(phrases)
  if (!once) {
    const heads = new Set<number>()
    once = phrases.filter(p => !heads.has(p.head) && heads.add(p.head))
    seen.set(phrases, once)
  }
  return once
}

/// A verb with the particle beside it; a light verb, its noun and what is between, where they stand close together.
function predicateSpan(tree: Tree, seed: Seed): Span {
  let first = seed.head
  let last = seed.head
  if (seed.light !== undefined && seed.verb !== undefined) {
    if (seed.verb < first && first - seed.verb <= 6) first = seed.verb
  }
  if (seed.kind === "verb" && !seed.place) {
    for (const kid of tree.kids(seed.head)) {
      const particle = tree.tokens[kid]!.relation === "compound:prt" || tree.relation[kid] === "advmod"
      if (particle && kid === seed.head + 1 && seed.lemma.endsWith(` ${tree.tokens[kid]!.lemma.toLowerCase()}`)) last = kid
    }
  }
  return {start: tree.tokens[first]!.start, end: tree.tokens[last]!.end}
}

/// From the first to the last word under the predicate, without coordinated clauses and asides behind it.
function clauseSpan(tree: Tree, seed: Seed): Span {
  let first = seed.head
  let last = seed.head
  for (const member of seed.members) {
    if (member < first) first = member
    if (member > last) last = member
  }
  for (const member of seed.members) {
    for (const kid of tree.kids(member)) {
      const relation = tree.relation[kid]!
      if (relation === "punct" || relation === "cc" || relation === "conj" || relation === "parataxis") continue
      if (tree.left[kid]! < first) first = tree.left[kid]!
      if (tree.right[kid]! > last) last = tree.right[kid]!
    }
  }
  return {start: tree.tokens[first]!.start, end: tree.tokens[last]!.end}
}

function isQuestion(tree: Tree, seed: Seed, sentence: number): boolean {
  const head = tree.head[seed.anchor]!
  if (head >= 0) return false
  const {first, last} = tree.sentences[sentence]!
  for (let i = last - 1; i >= first && i > last - 4; i--) {
    const {text, upos} = tree.tokens[i]!
    if (text.includes("?")) return true
    if (upos !== "PUNCT") return false
  }
  return false
}
