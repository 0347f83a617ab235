import {
  type Clause,
  contentId,
  covers,
  type EventType,
  evidenceOf,
  type Grounded,
  type Party,
  type Phrase,
  type Span
} from "../model/model.ts"
import {type Cast, isEachOther} from "./cast.ts"
import type {Page} from "./page.ts"
import {type Role, type Rule, roles, type Test} from "./rule.ts"
import type {WordClasses} from "./words.ts"

/// A clause read by a rule: what was done, by whom, to whom, as yet without status, time or place.
export interface Deed {
  readonly clause: Clause
  readonly rule: Rule
  readonly actors: readonly Grounded<Party>[]
  readonly recipients: readonly Grounded<Party>[]
  /// What matched, in words a reader understands: "arrest", "object: weapon".
  readonly says: readonly string[]
}

/// Rules by the word they hang on, each list in the order of rules/list.ts: the first that fits decides.
export interface RuleBook {
  readonly rules: readonly Rule[]
  readonly for: (kind: string, lemma: string) => readonly Rule[]
}

/// Indexes rules. Throws when two rules share a name.
export function ruleBook(rules: readonly Rule[]): RuleBook {
  const index = new Map<string, Rule[]>()
  const names = new Set<string>()
  for (const rule of rules) {
    if (names.has(rule.name)) throw new Error(`two rules are called "${rule.name}"; rename one`)
    names.add(rule.name)
    const add = (kind: string, words: readonly string[] | undefined) => {
      for (const word of words ?? []) {
        const key = `${kind} ${word}`
        const list = index.get(key)
        if (!list) index.set(key, [rule])
        else if (list.at(-1) !== rule) list.push(rule)
      }
    }
    add("verb", rule.verbs)
    add("noun", rule.nouns)
    add("adjective", rule.adjectives)
  }
  const lookUp = (kind: string, lemma: string): readonly Rule[] => {
    for (const spelling of lemma === "*" ? [lemma] : spellings(lemma)) {
      const found = index.get(`${kind} ${spelling}`)
      if (found) return found
    }
    return []
  }
  // The same words are asked for again and again.
  const known = new Map<string, Map<string, readonly Rule[]>>()
  return {
    rules,
    for: (kind, lemma) => {
      let held = known.get(kind)
      if (!held) known.set(kind, (held = new Map()))
      let found = held.get(lemma)
      if (!found) {
        found = lookUp(kind, lemma)
        if (held.size < 20_000) held.set(lemma, found)
      }
      return found
    }
  }
}

const isThemselves = (page: Page, {head}: Phrase): boolean => page.document.tokens[head]?.text.toLowerCase() === "themselves"

/// What is done to bodies, by number.
const ofBodies: ReadonlySet<string> = new Set(
  "kill wound injure arrest detain abduct kidnap execute behead hurt maim jail free release acquit convict sentence pardon".split(
    " "
  )
)

const quantity = /^(?:hundred|thousand|million|dozen|score)s?$/

const particles: ReadonlySet<string> = new Set(
  "back in out over away down up aside off together home free through ahead round around on".split(" ")
)

/// "gave the gold *back*", "set the prisoners *free*": a particle that a parser read as an adverb, or as part of the object.
function particleOf(page: Page, clause: Clause): string | undefined {
  const {tokens} = page.document
  const {predicate} = clause
  if (predicate.kind !== "verb" || predicate.lemma.includes(" ")) return undefined
  const verb = tokens[predicate.head]
  const is = (at: number, beside: boolean) => {
    const token = tokens[at]
    const text = token?.text.toLowerCase() ?? ""
    if (!token || token.sentence !== clause.sentence || !particles.has(text)) return undefined
    if (tokens[at + 1]?.text.toLowerCase() === "of") return undefined
    return token.head === predicate.head || beside ? text : undefined
  }
  if (!verb) return undefined
  const next = is(predicate.head + 1, true)
  if (next !== undefined) return next
  for (const {span} of clause.objects) {
    const last = page.tokensIn(span.start, span.end).at(-1)
    const found = last && (is(last.index, /^(ADV|ADP|ADJ)$/.test(last.upos)) ?? is(last.index + 1, false))
    if (found !== undefined) return found
  }
  return undefined
}

/// A lemmatiser that never met "endorsed" may give "endors": the lemma, then what else it may be short of or have too much.
function spellings(lemma: string): readonly string[] {
  const [word = "", ...rest] = lemma.split(" ")
  const tail = rest.length > 0 ? ` ${rest.join(" ")}` : ""
  if (word.length < 3) return [lemma]
  const other = word.endsWith("e") ? word.slice(0, -1) : `${word}e`
  const past = irregular[word]
  return [
    ...(past ? [past + tail] : []),
    lemma,
    other + tail,
    `${word}${word.at(-1)}${tail}`,
    ...(/(.)\1$/.test(word) ? [word.slice(0, -1) + tail] : [])
  ]
}

const irregular: Readonly<Record<string, string>> = {
  froze: "freeze",
  frozen: "freeze",
  tore: "tear",
  torn: "tear",
  unfroze: "unfreeze",
  unfrozen: "unfreeze",
  withdrew: "withdraw",
  shot: "shoot",
  hid: "hide",
  slew: "slay",
  slain: "slay",
  forgave: "forgive",
  overthrew: "overthrow",
  dug: "dig",
  sank: "sink",
  sunk: "sink",
  broke: "break",
  strove: "strive",
  blew: "blow"
}

/// The words that a class test looks at: the head, its close left-hand modifiers ("*aid* convoy"), and what it is a heap of
/// ("a shipment of *weapons*").
export function classWords(page: Page, words: WordClasses, phrase: Phrase): string[] {
  const {tokens} = page.document
  const head = tokens[phrase.head]
  if (!head) return []
  const found = [head.lemma.toLowerCase()]
  const text = head.text.toLowerCase()
  if (text !== found[0]) found.push(text)
  if (head.upos === "PRON" && ofPersons.test(text)) found.push("person")
  // A lemmatiser may leave a rare plural as it is.
  if (text === found[0] && /[^s]s$/.test(text)) found.push(text.slice(0, -1))
  for (let at = phrase.head - 1; at >= 0 && at >= phrase.head - 6; at--) {
    const token = tokens[at]!
    if (token.start < phrase.span.start) break
    if (/^(NOUN|PROPN|ADJ|VERB)$/.test(token.upos)) {
      found.push(token.lemma.toLowerCase())
      if (at === phrase.head - 1)
        found.push(`${token.lemma.toLowerCase()} ${head.lemma.toLowerCase()}`, `${token.text.toLowerCase()} ${text}`)
    }
  }
  // "ten million thalers" is money, whatever thalers are.
  for (let at = phrase.head - 1; at >= 0 && at >= phrase.head - 4; at--) {
    const {start, text, upos} = tokens[at]!
    if (start < phrase.span.start) break
    if (upos === "NUM" && /^(?:m|bn|million|billion|trillion)$/i.test(text)) found.push("million")
  }
  if (isHeap(page, words, phrase)) {
    for (let at = phrase.head + 1; at < tokens.length && at <= phrase.head + 6; at++) {
      const token = tokens[at]!
      if (token.start >= phrase.span.end) break
      if (at === phrase.head + 1 && token.text.toLowerCase() !== "of") break
      if (!/^(NOUN|PROPN)$/.test(token.upos)) continue
      const lemma = token.lemma.toLowerCase()
      found.push(lemma)
      if (/[^s]s$/.test(lemma)) found.push(lemma.slice(0, -1))
    }
  }
  return found
}

const ofPersons = /^(?:he|him|she|her|they|them|who|whom)$/

/// "a *shipment* of weapons", "*three* of the men": what stands behind "of" is meant.
export const isHeap = (page: Page, words: WordClasses, {head}: Phrase): boolean => {
  const {lemma, upos} = page.document.tokens[head]!
  return words.has("heap", lemma.toLowerCase()) || (upos === "NUM" && page.document.tokens[head + 1]?.text === "of")
}

/// A clause as a rule looks at it. A clause with a light verb can be looked at in two ways: as the noun ("talks … with Kosovo")
/// and as the verb with the noun for object ("held *talks* with Kosovo").
interface View {
  readonly kind: string
  readonly lemma: string
  readonly clause: Clause
  readonly objects: readonly Phrase[]
  readonly recipients: readonly Phrase[]
  readonly complements: readonly Clause[]
}

/// Verbs of two objects: who is given something, and what.
const giving: ReadonlySet<string> = new Set(
  "give grant offer lend send award hand promise pay allow deny refuse supply ship guarantee loan slip advance sell bring assure".split(
    " "
  )
)

/// "lends *Kenya* 640 million dollars", "the army was given *rifles*": a parser may take the two objects for one list, or the
/// second one for a measure.
function twoObjects(page: Page, clause: Clause): {readonly objects: readonly Phrase[]; readonly recipients: readonly Phrase[]} {
  const {objects, recipients} = clause
  const held = {objects, recipients}
  if (recipients.length > 0 || clause.predicate.kind !== "verb" || !giving.has(clause.predicate.lemma)) return held
  const [first, second] = objects
  if (first && second && !clause.passive) {
    const between = page.tokensIn(first.span.end, second.span.start)
    return between.some(t => /^(and|or|,)$/.test(t.text)) ? held : {objects: objects.slice(1), recipients: [first]}
  }
  const bare = clause.obliques.find(o => o.preposition === "" && o.phrase.head > clause.predicate.head)
  return first && bare && clause.passive ? {objects: [bare.phrase], recipients: objects} : held
}

/// "air strikes" of "carried out air strikes": the noun with its left-hand modifiers and owner, without the verb.
function nounSpan(page: Page, predicate: Clause["predicate"]): Span {
  const {tokens} = page.document
  const head = tokens[predicate.head]!
  let start = head.start
  for (let at = predicate.head - 1; at >= 0; at--) {
    const token = tokens[at]!
    if (token.start < predicate.span.start || !(/^(NOUN|PROPN|ADJ|NUM)$/.test(token.upos) || /^['’]s?$/.test(token.text))) break
    start = token.start
  }
  return {start, end: head.end}
}

function viewsOf(page: Page, clause: Clause): View[] {
  const {predicate} = clause
  const complements = complementsOf(page, clause)
  // A parser may lose sight of the object and still see the event noun below the verb.
  const lost =
    clause.objects.length === 0 && predicate.kind === "verb"
      ? complements.filter(c => c.parent?.link === "nominal" && c.parent.marker === undefined)
      : []
  const two = twoObjects(page, clause)
  const {recipients} = two
  const objects = lost.length > 0 ? lost.map(c => ({head: c.predicate.head, span: c.predicate.span})) : two.objects
  const own: View = {
    kind: predicate.kind,
    lemma: predicate.lemma,
    clause,
    objects: untimed(page, clause, objects),
    recipients,
    complements
  }
  const particle = predicate.light === undefined ? particleOf(page, clause) : undefined
  if (particle !== undefined) return [{...own, lemma: `${predicate.lemma} ${particle}`}, own]
  if (predicate.light === undefined) return [own]
  const noun: Phrase = {head: predicate.head, span: nounSpan(page, predicate)}
  const [verb, preposition] = predicate.light.split(" ")
  const light: View = {
    kind: "verb",
    lemma: predicate.light,
    clause,
    objects: [noun],
    recipients,
    complements: [clause, ...complements]
  }
  return preposition ? [light, {...light, lemma: verb!}, own] : [light, own]
}

/// "the test of *May 28*": a day is nothing that was tested.
const untimed = (page: Page, {predicate, sentence}: Clause, objects: readonly Phrase[]): readonly Phrase[] =>
  predicate.kind === "noun" && objects.length > 0
    ? objects.filter(o => !page.timesIn(sentence).some(t => t.span.start <= o.span.start && o.span.start < t.span.end))
    : objects

/// Roles of a clause. A role is a list of phrases: coordination has been spread out. "complement with" is the role "with" of
/// whatever is agreed to, threatened, denied.
function phrasesOf(page: Page, view: View, role: Role): readonly Phrase[] {
  const {clause} = view
  if (role.startsWith("complement ")) return view.complements.flatMap(c => clausePhrases(page, c, role.slice(11)))
  if (role === "recipient") return view.recipients
  if (role === "owner") return ownerOf(page, clause)
  if (role === "visitor") return visitorsOf(page, clause)
  return role === "object" ? view.objects : clausePhrases(page, clause, role)
}

function clausePhrases(page: Page, clause: Clause, role: Role): readonly Phrase[] {
  switch (role) {
    case "subject":
      return clause.passive && clause.subjects.length === 0
        ? clause.obliques.filter(o => o.preposition.endsWith(" by")).map(o => o.phrase)
        : [...(isOfSayer(clause) ? sayersOf(page, clause) : clause.subjects), ...companions(page, clause)]
    case "object":
      return clause.objects
    case "recipient":
      return clause.recipients
    default:
      // "fired rockets *on Thursday*": a day is nobody.
      return clause.obliques
        .filter(o => o.preposition === role || withParticle(o.preposition) === role || isOutOf(clause, o.preposition, role))
        .map(o => o.phrase)
        .filter(phrase => role === "" || !page.timesIn(clause.sentence).some(t => t.head === phrase.head))
        .filter(phrase => role !== "with" || !isOnlooker(page, clause, phrase))
  }
}

/// "Norway said *it was ready* to help": a parser may take "it" for nobody.
const isOfSayer = ({predicate, subjects, parent}: Clause): boolean =>
  predicate.kind === "adjective" && subjects.length === 0 && parent?.link === "content" && ofPeople.has(predicate.lemma)
const sayersOf = (page: Page, {parent}: Clause): readonly Phrase[] => {
  const above = page.document.clauses[parent!.clause]!
  return /^(?:say|tell|add|announce|insist|repeat|declare|signal)$/.test(above.predicate.lemma) ? above.subjects : []
}
const ofPeople: ReadonlySet<string> = new Set(
  "ready willing prepared unwilling reluctant eager keen glad happy committed".split(" ")
)

/// "it was *his* first visit", "this is *Chad's* third offer"
function ownerOf(page: Page, {predicate}: Clause): readonly Phrase[] {
  const {tokens} = page.document
  for (let at = predicate.head - 1; at > 0 && at >= predicate.head - 5; at--) {
    const token = tokens[at]!
    if (ownWords.has(token.text.toLowerCase())) return [{head: at, span: {start: token.start, end: token.end}}]
    if (/^['’]s?$/.test(token.text)) {
      const owner = page.actorsIn(token.start - 60, token.start).find(m => m.span.end === token.start || m.span.end === token.end)
      return owner ? [{head: owner.head, span: owner.span}] : []
    }
    if (!/^(?:ADJ|NOUN|NUM|PROPN)$/.test(token.upos)) break
  }
  return []
}

/// "During a visit to Chad, *the president* praised his host": who does something meanwhile.
function visitorsOf(page: Page, {parent, subjects, predicate}: Clause): readonly Phrase[] {
  const above = parent && page.document.clauses[parent.clause]
  const meanwhile = above && subjects.length === 0 && /^(?:during|on|after|at|in|following)$/.test(parent.marker ?? "")
  return meanwhile && /^(?:time|nominal)$/.test(parent.link) && above.predicate.kind === "verb" && !above.passive
    ? above.subjects.filter(s => s.head !== predicate.head)
    : []
}

/// "Chad, along with *Niger*, condemned …": who is named beside the subject does it too.
function companions(page: Page, clause: Clause): readonly Phrase[] {
  const [subject] = clause.subjects
  if (!subject || clause.obliques.length === 0) return []
  return clause.obliques
    .map(o => o.phrase)
    .filter(phrase => {
      if (phrase.head < subject.head || phrase.head > clause.predicate.head) return false
      const between = page.document.tokens.slice(subject.head + 1, phrase.head).filter(t => t.start < phrase.span.start)
      return beside.test(` ${between.map(t => t.text.toLowerCase()).join(" ")} `)
    })
}

/// "The council met, with *Chad's envoy* reading out a letter": he does something else beside it.
const isOnlooker = (page: Page, clause: Clause, phrase: Phrase): boolean =>
  page.children[clause.index]?.some(
    c =>
      c.parent?.link === "participle" &&
      c.parent.marker === "with" &&
      c.predicate.head > phrase.head &&
      page.document.tokens.slice(phrase.head + 1, c.predicate.head).every(t => !/^(?:PUNCT|VERB)$/.test(t.upos))
  ) ?? false

const beside = / (?:(?:together|along|jointly|in tandem|in concert|in common) with|as well as|alongside) /

/// "pulled out *of* the pact", "dropped *out of* the pact": the same, however much of it is the verb's.
const isOutOf = (clause: Clause, preposition: string, role: Role): boolean =>
  role === "out of" && preposition === "of" && clause.predicate.lemma.endsWith(" out")

/// "dropped in *on*", "handed over *to*": what is left of a preposition behind its particle.
function withParticle(preposition: string): string | undefined {
  const [first = "", second, ...rest] = preposition.split(" ")
  return second !== undefined && second !== "of" && rest.length === 0 && particles.has(first) ? second : undefined
}

/// The clauses that say what is agreed to, threatened, denied.
export function complementsOf(page: Page, clause: Clause): readonly Clause[] {
  const direct = (page.children[clause.index] ?? []).filter(
    c =>
      c.parent?.link === "content" ||
      c.parent?.link === "infinitive" ||
      c.parent?.link === "nominal" ||
      c.parent?.link === "subject" ||
      // "agreed with Jordan to share": a purpose for grammar, a promise for the coder.
      c.parent?.link === "purpose"
  )
  // "agreed to meet and sign": the second deed hangs in the first.
  return direct.flatMap(c => [
    c,
    ...(page.children[c.index] ?? []).filter(
      d => d.parent?.link === "coordinate" && d.tense === undefined && d.modal === undefined
    )
  ])
}

/// Around an event noun, whose it is and whom it is against may stand behind these.
const fallbacks: Readonly<Record<string, readonly Role[]>> = {
  subject: ["by", "from"],
  object: ["of", "on", "against"]
}

/// Finds the rule that reads a clause, if any. `speakerOf` gives whoever is quoted with the clause.
export function matcher(
  page: Page,
  cast: Cast,
  words: WordClasses,
  book: RuleBook,
  speakerOf: (clause: Clause) => readonly Grounded<Party>[]
): {
  deed: (clause: Clause) => Deed | undefined
  nearMiss: (clause: Clause) => string | undefined
  /// The rule that would read it, were anybody named.
  partyless: (clause: Clause) => Rule | undefined
} {
  const known = new Map<number, Deed | null>()
  const busy = new Set<number>()
  const misses = new Map<number, string>()
  const bare = new Map<number, Rule>()
  const around = new Map<number, ReadonlySet<string>>()

  /// "Two hikers were lost. *They* were seized …", "one of *them*": the people of the sentence or of the one before who did or suffered
  /// something last.
  const beforePronoun = ({head, span}: Phrase): Phrase | undefined => {
    const {clauses, tokens} = page.document
    const last = tokens[head]!.upos === "NUM" ? page.tokensIn(span.start, span.end).at(-1) : tokens[head]
    const pronoun = last?.upos === "PRON" ? last.text.toLowerCase() : ""
    const several = /^(?:they|them)$/.test(pronoun)
    if (!last || !(several || /^(?:he|she|him|her)$/.test(pronoun))) return undefined
    let found: Phrase | undefined
    for (const clause of clausesNear(clauses, last.sentence)) {
      for (const phrase of [...clause.subjects, ...clause.objects]) {
        const noun = tokens[phrase.head]
        if (!noun || noun.index >= last.index || noun.upos !== "NOUN" || (found && noun.index <= found.head)) continue
        if (/S$/.test(noun.xpos) !== several || !words.has("person", noun.lemma.toLowerCase())) continue
        found = phrase
      }
    }
    return found
  }

  /// "four *cartoonists*", "a *monitor*": people whom no list of actors holds, but to whom things are done all the same.
  const people = (phrase: Phrase): readonly Grounded<Party>[] => {
    const {article, tokens} = page.document
    const head = tokens[phrase.head]
    const before = head && beforePronoun(phrase)
    if (before) return people(before).map(g => ({...g, basis: "inferred"}))
    // "…, killing *nine*": whoever is killed or arrested by the dozen is somebody.
    const counted = head?.upos === "NUM" && tokens[head.index + 1]?.text !== "of" && !isTime(phrase)
    const isMany = counted && ofBodies.has(page.owner(head.index)?.predicate.lemma ?? "")
    // "forty-three *Uyghurs*"
    const isFolk = head?.xpos === "NNPS" && /[^s]s$/.test(head.text) && tokens[head.index - 1]?.upos === "NUM"
    if (!head || !(isMany || isFolk || (head.upos === "NOUN" && words.has("person", head.lemma.toLowerCase())))) return []
    // "thousands *of computers*": what there are many of tells whether they are people.
    const manyOf = tokens[head.index + 1]?.text === "of" ? classWords(page, words, phrase).slice(1) : []
    if (quantity.test(head.lemma) && manyOf.length > 0 && !manyOf.some(word => words.has("person", word) && !quantity.test(word)))
      return []
    let start = head.start
    for (let at = phrase.head - 1; at >= 0 && tokens[at]!.start >= phrase.span.start; at--) {
      if (!/^(NOUN|PROPN|ADJ|NUM|VERB)$/.test(tokens[at]!.upos)) break
      start = tokens[at]!.start
    }
    const evidence = evidenceOf(article, {start, end: head.end})
    const name = evidence.quote.replace(/\s+/g, " ")
    const means: Party = {id: `name-${contentId(name.toLowerCase())}`, name, kind: "generic", sectors: ["CVL"]}
    return [{means, basis: "stated", evidence: [evidence]}]
  }

  /// "on Monday", "at noon": a time, whatever else the preposition may stand before.
  const isTime = ({head, span}: Phrase): boolean => {
    const {start, sentence} = page.document.tokens[head]!
    return page.timesIn(sentence).some(t => (t.span.start <= start && start < t.span.end) || covers(t.span, span))
  }

  const fits = (test: Test, phrases: readonly Phrase[], view: View, code: EventType, bodily: boolean): boolean => {
    if (test.absent) return phrases.every(isTime)
    if (phrases.length === 0)
      return (
        (test.isNot !== undefined || test.actor === false) &&
        !test.present &&
        !test.is &&
        !test.actor &&
        !test.sector &&
        !test.self &&
        !test.body &&
        !test.person
      )
    if (test.person && !phrases.some(isPerson)) return false
    if (test.self && !phrases.some(p => cast.of(p).some(g => g.basis !== "inferred") || cast.isCalled(p))) return false
    if (test.body !== undefined && phrases.some(p => cast.of(p).some(g => isBody(g.means))) !== test.body) return false
    if (
      test.actor !== undefined &&
      phrases.some(p => cast.isActor(p) || (test.actor && (ownersOf(view, p).length > 0 || (bodily && people(p).length > 0)))) !==
        test.actor
    )
      return false
    // A state that visits somebody, or speaks, is its government.
    const asked = test.sector
    if (
      asked &&
      !phrases.some(p =>
        cast
          .of(p)
          .some(
            ({means}) =>
              means.sectors.some(s => asked.includes(s)) || (asGovernments.has(code) && asked.includes("GOV") && isState(means))
          )
      )
    )
      return false
    if (test.state !== undefined && phrases.some(p => cast.of(p).some(g => isState(g.means))) !== test.state) return false
    if (test.others !== undefined && phrases.some(p => isOthers(p, view)) !== test.others) return false
    if (!test.is && !test.isNot) return true
    const seen = phrases.flatMap(p => classWords(page, words, p))
    if (test.is && !test.is.some(name => seen.some(word => words.has(name, word)))) return false
    // "the Arab *League*" plays no games.
    const serious = () => phrases.some(p => cast.of(p).some(g => isBody(g.means)))
    return !test.isNot?.some(name => seen.some(word => words.has(name, word)) && !(name === "game" && serious()))
  }

  /// "Macron", "the French president"
  const isPerson = (phrase: Phrase): boolean => {
    const {lemma, xpos} = page.document.tokens[phrase.head]!
    return cast
      .of(phrase)
      .some(
        g =>
          (g.means.kind === "person" && g.basis !== "assumed") ||
          (xpos === "NN" && g.means.kind !== "country" && words.has("officials", lemma.toLowerCase()))
      )
  }

  /// Whether a phrase is of somebody whom the subject of its clause is not and does not belong to.
  const isOthers = (phrase: Phrase, view: View): boolean => {
    const own = phrasesOf(page, view, "subject").flatMap(cast.of)
    if (page.tokensOf(phrase).some(t => t.index < phrase.head && ownWords.has(t.text.toLowerCase()))) return false
    return cast.of(phrase).some(g => !own.some(o => o.means.id === g.means.id || isOfOne(o.means, g.means)))
  }

  /// "a trade agreement *with Cambodia*", "sanctions *against Burundi*": somebody behind the preposition inside another phrase.
  const within = (view: View, preposition: Role): readonly Grounded<Party>[] => {
    const {tokens} = page.document
    const found: Grounded<Party>[] = []
    for (const phrase of [...view.objects, ...view.clause.obliques.map(o => o.phrase)]) {
      for (let at = phrase.head + 1; at < tokens.length && tokens[at]!.start < phrase.span.end; at++) {
        if (tokens[at]!.text.toLowerCase() !== preposition) continue
        const mention = page.actorsIn(tokens[at]!.end, phrase.span.end)[0]
        if (!mention) continue
        const before = page.tokensIn(tokens[at]!.end, mention.span.start)
        if (!before.every(t => /^(DET|ADJ|NUM|NOUN|PRON)$/.test(t.upos))) continue
        found.push(...cast.of({head: mention.head, span: mention.span}), ...coordinated(mention.span.end, mention.sentence))
      }
      if (found.length > 0) break
    }
    return found
  }

  /// "between *Chad* and *the rebels*": those coordinated behind a mention, which a parser may hang elsewhere.
  const coordinated = (end: number, sentence: number): Grounded<Party>[] => {
    const found: Grounded<Party>[] = []
    let last = end
    let joined = false
    for (const next of page.actorsIn(end, end + 120)) {
      const gap = page.tokensIn(last, next.span.start)
      if (next.sentence !== sentence || !gap.some(t => /^(and|or|,)$/.test(t.text))) break
      if (!gap.every(t => /^(CCONJ|PUNCT|DET|ADJ)$/.test(t.upos))) break
      joined ||= gap.some(t => /^(and|or)$/.test(t.text))
      found.push(...cast.of({head: next.head, span: next.span}))
      last = next.span.end
    }
    // "with Chad, officials said": one comma alone begins something else.
    return joined || found.length > 1 ? found : []
  }

  /// "its cooperation with Israel": the possessor is who acts in the clause above.
  const ownersOf = (view: View, phrase: Phrase): readonly Grounded<Party>[] => {
    const found = cast.of(phrase)
    if (found.length > 0 || view.kind !== "noun" || !/^(its|their|his|her)$/i.test(page.document.tokens[phrase.head]?.text ?? ""))
      return found
    const above = view.clause.parent && page.document.clauses[view.clause.parent.clause]
    return above ? above.subjects.flatMap(cast.of).map(g => ({...g, basis: "inferred"})) : []
  }

  /// "vowed to avenge the raid by *Chad*", "lifted an embargo on *Chad* imposed long ago": where no role names anybody, whoever is
  /// named behind a preposition among what the deed is about.
  const nearby = (view: View, actors: readonly Grounded<Party>[]): readonly Grounded<Party>[] => {
    const {clause} = view
    const {sentences, tokens} = page.document
    const from = tokens[clause.predicate.head]!
    for (const mention of page.actorsIn(from.end, sentences[clause.sentence]!.end)) {
      const before = tokens[page.tokensIn(mention.span.start, mention.span.start + 1)[0]!.index - 1]
      if (!before || !toward.has(before.text.toLowerCase())) continue
      // ", with Chad's envoy reading out …": he stands by.
      if (before.text.toLowerCase() === "with" && tokens[before.index - 1]?.text === ",") continue
      let owner = page.owner(mention.head)
      while (owner && owner !== clause && owner.parent && bound.has(owner.parent.link))
        owner = page.document.clauses[owner.parent.clause]
      if (owner !== clause) continue
      const found = cast.of({head: mention.head, span: mention.span})
      if (!found.some(g => g.means.country !== undefined)) continue
      const own = new Set(actors.flatMap(a => [a.means.id, a.means.country]))
      if (found.some(g => own.has(g.means.id) || own.has(g.means.country))) continue
      return [...found, ...coordinated(mention.span.end, mention.sentence)].map(g => ({...g, basis: "inferred" as const}))
    }
    return []
  }

  /// "condemned the bombardment of *Aleppo*": who suffered what is condemned is not blamed for it.
  const suffers = (view: View, {evidence}: Grounded<Party>): boolean => {
    const {tokens} = page.document
    const start = evidence[0]?.span.start ?? -1
    const raid = view.objects.find(o => o.span.start <= start && start < o.span.end)
    if (!raid || start < tokens[raid.head]!.end || !words.has("violence-done", tokens[raid.head]!.lemma.toLowerCase()))
      return false
    const before = page.tokensIn(tokens[raid.head]!.end, start).filter(t => t.upos === "ADP")
    return /^(?:of|on|against|at|in|near|upon|into)$/.test(before.at(-1)?.text.toLowerCase() ?? "")
  }

  /// The country in which buildings and towns are, where it stands right behind them.
  const landBehind = ({obliques}: Clause, object: Phrase): readonly Grounded<Party>[] => {
    if (!words.has("structure", page.document.tokens[object.head]?.lemma.toLowerCase() ?? "")) return []
    const next = page.tokensIn(object.span.end, object.span.end + 12)[0]
    const behind = obliques.find(
      o =>
        /^(?:in|near|across|outside)$/.test(o.preposition) &&
        next?.text === o.preposition &&
        page.tokensIn(next.end, o.phrase.span.start + 1)[0]?.start === o.phrase.span.start
    )
    return behind ? cast.land(behind.phrase) : []
  }

  const placesOf = (view: View, role: Role): readonly Role[] =>
    view.kind === "noun" && fallbacks[role]
      ? [role, ...fallbacks[role]!]
      : role === "object" && view.objects.length === 0
        ? ["recipient"]
        : [role]

  const sides = (
    view: View,
    role: Role | readonly Role[] | undefined,
    taken: ReadonlySet<string>,
    lax: boolean,
    bodily = false
  ): readonly Grounded<Party>[] => {
    for (const one of roles(role)) {
      if (one === "speaker") {
        const speaker = speakerOf(view.clause).filter(p => !taken.has(p.means.id))
        if (speaker.length > 0) return speaker
        continue
      }
      // "missiles were fired *from Wonsan*": by whose land it is
      if (one.startsWith("place ")) {
        const owners = phrasesOf(page, view, one.slice(6))
          .flatMap(cast.land)
          .filter(p => !taken.has(p.means.id))
        if (owners.length > 0) return owners.map(p => (p.means.id.startsWith("place-") ? asLand(p) : p))
        continue
      }
      for (const place of placesOf(view, one)) {
        const parties = new Map<string, Grounded<Party>>()
        for (const phrase of phrasesOf(page, view, place)) {
          const found = ownersOf(view, phrase)
          const spoken =
            found.length > 0 || !lax || isEachOther(page, phrase) || isThemselves(page, phrase) ? found : cast.land(phrase)
          for (const party of spoken.length === 0 && bodily ? people(phrase) : spoken) {
            if (!taken.has(party.means.id) && !parties.has(party.means.id)) parties.set(party.means.id, party)
          }
          // "Putin and Xi spoke": a parser may take two for one phrase.
          const end = found[0]?.evidence[0]?.span.end ?? phrase.span.end
          for (const party of found.length > 0 && end < phrase.span.end ? coordinated(end, view.clause.sentence) : []) {
            const within = party.evidence[0] && covers(phrase.span, party.evidence[0].span)
            if (within && !taken.has(party.means.id) && !parties.has(party.means.id)) parties.set(party.means.id, party)
          }
          if (found.length > 0 && place.endsWith("between")) {
            for (const party of coordinated(phrase.span.end, view.clause.sentence)) {
              if (!parties.has(party.means.id)) parties.set(party.means.id, party)
            }
          }
        }
        // "attacked villages *in Niger*": a parser may hang the country in the verb.
        if (parties.size === 0 && lax && place === "object") {
          for (const party of view.objects.flatMap(o => landBehind(view.clause, o)))
            if (!taken.has(party.means.id)) parties.set(party.means.id, party)
        }
        // "was sentenced to nine years in prison by a court": the doer hangs in some other phrase.
        const astray = place === "subject" && view.clause.passive && view.clause.subjects.length === 0 ? "by" : place
        const bare = astray.startsWith("complement ") ? astray.slice(11) : astray
        if (parties.size === 0 && prepositions.has(bare)) {
          for (const party of within(view, bare)) {
            if (!taken.has(party.means.id))
              parties.set(party.means.id, {...party, basis: party.basis === "stated" ? "inferred" : party.basis})
          }
        }
        if (parties.size > 0) return [...parties.values()]
      }
    }
    return []
  }

  /// The words of a clause as they stand and as the dictionary has them, its modal and its adverbs.
  const wordsAround = (clause: Clause): ReadonlySet<string> => {
    const held = around.get(clause.index)
    if (held) return held
    const found = new Set(clause.adverbs)
    if (clause.modal !== undefined) found.add(clause.modal)
    for (const {lemma, text} of page.tokensIn(clause.span.start, clause.span.end))
      found.add(lemma.toLowerCase()).add(text.toLowerCase())
    around.set(clause.index, found)
    return found
  }

  /// "*Thousands* took to the streets of Tbilisi": people of the country where they do it.
  const crowdOf = ({clause}: View): readonly Grounded<Party>[] => {
    const crowd = clause.subjects.flatMap(people)
    const land = crowd.length === 0 ? undefined : clause.obliques.flatMap(o => cast.land(o.phrase)).find(l => l.means.country)
    return land ? crowd.map(g => ({...g, basis: "inferred", means: {...g.means, country: land.means.country!}})) : crowd
  }

  const tryRule = (view: View, rule: Rule): Deed | string => {
    const {clause} = view
    if (rule.notVerbs?.includes(view.lemma) || rule.notVerbs?.includes(clause.predicate.lemma)) return "another verb"
    if (rule.modal && !(clause.modal !== undefined && rule.modal.includes(clause.modal))) return "another modal"
    // "must have fled" is a guess, "had to leave" is told: neither is asked for.
    if (rule.modal && ((clause.perfect && clause.modal === "must") || clause.tense === "past"))
      return "supposed or told, not demanded"
    if (rule.negated !== undefined && rule.negated !== clause.negated) return "negation"
    if (rule.needs) {
      const around = wordsAround(clause)
      if (!rule.needs.some(n => around.has(n))) return noneOf(rule.needs)
    }
    const says: string[] = [view.lemma === clause.predicate.lemma ? view.lemma : `${view.lemma} ${clause.predicate.lemma}`]
    for (const [role, test] of Object.entries(rule.when ?? {})) {
      if (test.absent && prepositions.has(role) && within(view, role).length > 0) return `there is somebody behind ${role}`
      // "were arrested": nobody says by whom, and the rule asks for no more than that somebody did it.
      const unsaid =
        role === "subject" && clause.passive && clause.subjects.length === 0 && !test.is && !test.sector && !test.present
      // "the raid *to al-Shabaab*": a parser may hang it inside the phrase before.
      const astray =
        test.actor === true && !test.is && !test.isNot && !test.sector && prepositions.has(role) && within(view, role).length > 0
      const bodily = role !== "subject" && isBodily(rule)
      if (
        !unsaid &&
        !astray &&
        !placesOf(view, role).some(place => fits(test, phrasesOf(page, view, place), view, rule.code, bodily))
      )
        return `the ${role} does not fit`
      if (test.is) says.push(`${role}: ${test.is.join(" or ")}`)
    }
    if (rule.complement) {
      const {absent, any, links, notWords, types, words: lemmas} = rule.complement
      const all = links ? view.complements.filter(c => c.parent && links.includes(c.parent.link)) : view.complements
      if (links && all.length === 0) return "no such complement"
      if (absent && all.some(c => c.parent?.link !== "nominal")) return "there is a complement"
      if (any && !all.some(c => c.parent?.link !== "nominal")) return "no complement"
      if (notWords && all.some(c => notWords.includes(c.predicate.lemma))) return "a complement it does not mean"
      if (lemmas && !all.some(c => lemmas.includes(c.predicate.lemma))) return "another complement"
      if (types) {
        const hit = all.map(c => (c === clause ? undefined : deed(c)?.rule.code)).find(t => t !== undefined && types.includes(t))
        if (!hit) return "another kind of complement"
        says.push(`complement: ${hit}`)
      }
    }
    const named = sides(view, rule.actor, new Set(), false)
    const actors = named.length === 0 && rule.code === "PROTEST" ? crowdOf(view) : named
    let recipients = sides(view, rule.recipient, new Set(actors.map(a => a.means.id)), onLand.has(rule.code), isBodily(rule))
    // "Chad expelled *envoys* from Togo": whose the envoys are was only supposed; whom another role names is meant.
    if (recipients.length > 0 && recipients.every(r => r.basis !== "stated" && actors.some(a => isOfOne(a.means, r.means)))) {
      const known = new Set([...actors, ...recipients].map(g => g.means.id))
      const others = sides(view, [...roles(rule.recipient).slice(1), "from"], known, false).filter(
        n => n.means.country !== undefined && !actors.some(a => isOfOne(a.means, n.means))
      )
      if (others.length > 0) recipients = others
    }
    const blamed = (all: readonly Grounded<Party>[]) => (rule.mode === "disapprove" ? all.filter(r => !suffers(view, r)) : all)
    recipients = blamed(recipients)
    if (recipients.length === 0 && actors.length > 0 && rule.recipient !== undefined && !rule.mutual && !rule.both)
      recipients = blamed(nearby(view, actors))
    if (actors.length === 0 && recipients.length === 0) {
      if (!bare.has(clause.index)) bare.set(clause.index, rule)
      return "nobody is named who does it or suffers it"
    }
    // "they would have to hear more": of oneself nothing is demanded.
    if (
      rule.modal &&
      recipients.length === 0 &&
      clause.subjects.flatMap(cast.of).some(s => actors.some(a => a.means.id === s.means.id))
    )
      return "owed by the speaker"
    if (rule.both && (actors.length === 0 || (recipients.length === 0 && !(rule.mutual && actors.length > 1))))
      return "one side is not named"
    return {clause, rule, actors, recipients, says}
  }

  const deed = (clause: Clause): Deed | undefined => {
    const held = known.get(clause.index)
    if (held !== undefined) return held ?? undefined
    if (busy.has(clause.index) || busy.size > 100) return undefined
    busy.add(clause.index)
    let found: Deed | null = null
    let single: Deed | null = null
    const views = viewsOf(page, clause)
    const any = views.filter(v => v.kind === "verb").slice(-1)
    // "must", whatever the verb: before anything that the verb itself may mean.
    const owed =
      clause.modal === undefined
        ? []
        : any.flatMap(v =>
            book
              .for(v.kind, "*")
              .filter(r => r.modal)
              .map(r => tryRule(v, r))
          )
    found = owed.find(tried => typeof tried !== "string") ?? null
    search: for (const [at, view] of found ? [] : [...views, ...any].entries()) {
      for (const rule of book.for(view.kind, at < views.length ? view.lemma : "*")) {
        const tried = tryRule(view, rule)
        if (typeof tried !== "string") {
          // "launched a satellite": what takes two is another's word where one stands alone
          if (
            view.kind === "verb" &&
            tried.rule.code === "COOPERATE" &&
            tried.recipients.length === 0 &&
            tried.actors.length < 2 &&
            !rule.alone
          ) {
            single ??= tried
            continue
          }
          found = tried
          break search
        }
        if (at < views.length && (rule.modal ?? rule.negated) === undefined && !misses.get(clause.index)?.includes("not fit"))
          misses.set(clause.index, `${rule.name}: ${tried}`)
      }
    }
    found ??= single
    busy.delete(clause.index)
    known.set(clause.index, found)
    return found ?? undefined
  }
  return {deed, nearMiss: clause => misses.get(clause.index), partyless: clause => bare.get(clause.index)}
}

/// Rules that want certain words are tried and left over and over: what is said of it is put together once.
const noneOf = (words: readonly string[]): string => {
  let says = nones.get(words)
  if (says === undefined) nones.set(words, (says = `none of ${words.join(", ")}`))
  return says
}
const nones = new WeakMap<readonly string[], string>()

/// The country of a place, as who acts there.
const asLand = (party: Grounded<Party>): Grounded<Party> => {
  const country = party.means.country!
  return {...party, means: {id: country, name: country, kind: "country", country, sectors: []}}
}

const prepositions: ReadonlySet<string> = new Set(
  "with against on to for in from of between at into toward towards over about near along by upon around behind off".split(" ")
)

const ownWords: ReadonlySet<string> = new Set(["its", "their", "his", "her", "our", "own"])

/// Of one country, as far as anything is known.
const isOfOne = (a: Party, b: Party): boolean => a.country !== undefined && a.country === b.country

/// A state by its bare name is its government.
const isState = ({country, kind, sectors}: Party): boolean => kind === "country" && country !== undefined && sectors.length === 0

/// What states do by their governments.
const asGovernments: ReadonlySet<EventType> = new Set<EventType>(["CONSULT", "ACCUSE"])

/// A body of states, which one may join and leave.
const isBody = ({country, kind}: Party): boolean => kind !== "person" && country !== undefined && bodies.has(country)
const bodies: ReadonlySet<string> = new Set(["IGO", "UNO", "EUR"])

/// Before whoever a deed is about.
const toward: ReadonlySet<string> = new Set("of on against to with from by between for toward towards".split(" "))

/// The clauses of a sentence and of the one before it.
function clausesNear(clauses: readonly Clause[], sentence: number): readonly Clause[] {
  let low = 0
  let high = clauses.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (clauses[middle]!.sentence < sentence - 1) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < clauses.length && clauses[end]!.sentence <= sentence) end++
  return clauses.slice(low, end)
}

/// Clauses that only spell out what the one above them says.
const bound: ReadonlySet<string> = new Set(["infinitive", "nominal"])

/// What can be done to anybody at all, however little is known of them.
const isBodily = ({code, mode}: Rule): boolean => bodilyHarm.has(code) || mode === "convict"
const bodilyHarm: ReadonlySet<EventType> = new Set<EventType>(["ASSAULT", "COERCE", "RETREAT", "CONCEDE"])

/// What is done to a town is done to whose it is.
const onLand: ReadonlySet<EventType> = new Set<EventType>([
  "ASSAULT",
  "COERCE",
  "MOBILIZE",
  "THREATEN",
  "AID",
  "CONSULT",
  "RETREAT",
  "REQUEST",
  "ACCUSE",
  "SUPPORT",
  "SANCTION",
  "PROTEST",
  "REJECT",
  "AGREE",
  "CONCEDE",
  "COOPERATE"
])
