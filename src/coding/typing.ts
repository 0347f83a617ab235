import {
  type Clause,
  type Document,
  type EventMention,
  type EventType,
  overlaps,
  type Phrase,
  type Span,
  type Token,
  types
} from "../model/model.ts"
import type {Rule} from "./rule.ts"
import type {WordClasses} from "./words.ts"

/// The typing model: what somebody does to somebody else, as a likelihood for each type, from readable signs of the words
/// between, around and above the two. It is asked where no rule decides, and to arbitrate between rules. Its weights were
/// learned from sentences written for this project; what rules know about words, word classes and the neighbourhood of words in
/// WordNet carry it to words that no sentence holds.

/// All types, then "none": nothing here is an event.
export const outcomes: readonly (EventType | "none")[] = [...types, "none"]

/// Words by the types that they speak for, each with a strength from 0 to 1.
export type WordTypes = ReadonlyMap<string, readonly (readonly [type: EventType, strength: number])[]>

/// What the model looks words up in.
export interface TypingWords {
  readonly classes: WordClasses
  /// From the lists of the rules, by lemma.
  readonly ruled: WordTypes
  /// From the neighbourhood of those words, by "v lemma" and "n lemma".
  readonly near: WordTypes
}

/// A sign, how strongly it shows, and of which family it is: "words" are single words, "rules" what the rules found.
export interface Sign {
  readonly name: string
  readonly value: number
  readonly family: "words" | "kinds" | "rules"
}

/// For each word, which types its rules code, and how surely: a word of one type counts whole, one of four types a quarter.
export function ruledWords(rules: readonly Rule[]): WordTypes {
  const raw = new Map<string, Map<EventType, number>>()
  for (const rule of rules) {
    // "said", "announced", "was … to": words that count only with what stands beside them.
    if (rule.needs || rule.modal || rule.negated || rule.complement?.types || rule.complement?.words) continue
    const loose = rule.when && Object.values(rule.when).some(t => t.is) ? 0.5 : 1
    for (const word of [...(rule.verbs ?? []), ...(rule.nouns ?? []), ...(rule.adjectives ?? [])]) {
      const votes = raw.get(word) ?? new Map<EventType, number>()
      raw.set(word, votes)
      votes.set(rule.code, Math.max(votes.get(rule.code) ?? 0, loose))
    }
  }
  const found = new Map<string, (readonly [EventType, number])[]>()
  for (const [word, votes] of raw) {
    const sum = [...votes.values()].reduce((a, b) => a + b, 0)
    found.set(
      word,
      types.filter(t => votes.has(t)).map(t => [t, (votes.get(t)! * votes.get(t)!) / sum] as const)
    )
  }
  return found
}

/// Most words that are looked at, so that a text without a full stop stays cheap.
const reach = 300

interface Asked {
  readonly document: Document
  readonly words: TypingWords
  readonly actor: Span | undefined
  readonly recipient: Span | undefined
  readonly tokens: readonly Token[]
  readonly clauses: readonly Clause[]
  readonly clauseAt: ReadonlyMap<number, Clause>
}

/// What speaks for one type or another where an actor and a recipient, one of them or neither are given. `events` are what the
/// rules found in the document. `sentence` says where to look when neither is given.
export function typingSigns(
  document: Document,
  words: TypingWords,
  events: readonly EventMention[],
  actor: Span | undefined,
  recipient: Span | undefined,
  sentence?: number
): readonly Sign[] {
  const tokens = lookedAt(document, actor, recipient, sentence)
  const first = tokens[0]?.index ?? 0
  const last = tokens.at(-1)?.index ?? -1
  const clauses = document.clauses.filter(c => c.predicate.head >= first && c.predicate.head <= last)
  const clauseAt = new Map<number, Clause>()
  for (const clause of clauses) if (!clauseAt.has(clause.predicate.head)) clauseAt.set(clause.predicate.head, clause)
  const asked: Asked = {document, words, actor, recipient, tokens, clauses, clauseAt}
  const signs = new Signs()
  signs.add("any", 1, "kinds")
  wordSigns(asked, signs)
  const kinds = clauseSigns(asked, signs)
  pathSigns(asked, signs)
  ruleSigns(asked, events, first, last, kinds, signs)
  return signs.all()
}

/// Signs by name; the same sign twice adds up, to three at most.
class Signs {
  readonly #found = new Map<string, {value: number; family: Sign["family"]}>()

  add(name: string, value: number, family: Sign["family"]): void {
    const held = this.#found.get(name)
    if (held) held.value = Math.min(3, held.value + value)
    else this.#found.set(name, {value, family})
  }

  all(): readonly Sign[] {
    return [...this.#found].map(([name, {value, family}]) => ({name, value, family}))
  }
}

function lookedAt(document: Document, actor: Span | undefined, recipient: Span | undefined, sentence?: number): readonly Token[] {
  const {sentences, tokens} = document
  const spans = [actor, recipient].filter(s => s !== undefined)
  const held = sentences.filter(s => spans.some(span => overlaps(s, span)) || s.index === sentence)
  const from = held[0]?.first ?? 0
  const until = held.at(-1)?.last ?? tokens.length
  if (until - from <= reach) return tokens.slice(from, until)
  const middle = spans[0] ? tokens.findIndex(t => t.end > spans[0]!.start) : from
  const start = Math.max(from, Math.min(middle - reach / 3, until - reach))
  return tokens.slice(Math.floor(start), Math.floor(start) + reach)
}

const within = (token: Token, span: Span | undefined): boolean =>
  span !== undefined && span.start < token.end && token.start < span.end

/// The word that a span hangs by: the one whose governor lies outside.
function headOf(tokens: readonly Token[], span: Span | undefined): Token | undefined {
  if (!span) return undefined
  const inside = tokens.filter(t => within(t, span))
  const heads = inside.filter(t => t.head < inside[0]!.index || t.head > inside.at(-1)!.index)
  return heads.find(t => /^(NOUN|PROPN|PRON)$/.test(t.upos)) ?? heads[0] ?? inside[0]
}

/// The types that a word speaks for, by the rules' lists and by its neighbours.
function kindsOf(words: TypingWords, lemma: string, noun: boolean): (readonly [name: string, strength: number])[] {
  const found: [string, number][] = []
  for (const [type, strength] of words.ruled.get(lemma) ?? []) found.push([type, strength])
  for (const [type, strength] of words.near.get(`${noun ? "n" : "v"} ${lemma}`) ?? []) found.push([`~${type}`, strength])
  return found
}

/// The type that a word speaks for most, with rules first; "-" if for none.
function kindOf(words: TypingWords, lemma: string, noun: boolean): string {
  let best = "-"
  let most = 0.2
  for (const [type, strength] of words.ruled.get(lemma) ?? [])
    if (strength > most) {
      best = type
      most = strength
    }
  if (best !== "-") return best
  most = 0.4
  for (const [type, strength] of words.near.get(`${noun ? "n" : "v"} ${lemma}`) ?? [])
    if (strength > most) {
      best = type
      most = strength
    }
  return best
}

const content = /^(NOUN|VERB|ADJ|ADV|PROPN)$/

function wordSigns({document, words, actor, recipient, tokens}: Asked, signs: Signs): void {
  const both = actor !== undefined && recipient !== undefined
  const [from, until] = both
    ? [Math.min(actor.end, recipient.end), Math.max(actor.start, recipient.start)]
    : [(actor ?? recipient)?.end ?? 0, document.article.text.length]
  let before = "^"
  for (const token of tokens) {
    if (within(token, actor) || within(token, recipient)) {
      const side = within(token, actor) ? "actor" : "recipient"
      if (token.upos === "NOUN") signs.add(`${side} ${token.lemma.toLowerCase()}`, 0.7, "words")
      before = side
      continue
    }
    const lemma = token.lemma.toLowerCase()
    const where = token.end <= from ? "before" : token.start >= until ? "after" : "between"
    const near = where === "between"
    if (near && token.upos !== "PUNCT" && token.upos !== "PROPN") {
      signs.add(`pair ${before} ${lemma}`, 0.7, "words")
      before = lemma
    }
    if (token.upos === "AUX" || token.upos === "PART") {
      signs.add(`${where} ${token.text.toLowerCase()}`, 0.5, "words")
      continue
    }
    if (token.upos === "ADP" || token.upos === "SCONJ") {
      if (near) signs.add(`${where} ${lemma}`, 0.5, "words")
      continue
    }
    if (!content.test(token.upos) || token.upos === "PROPN") continue
    const noun = token.upos === "NOUN"
    signs.add(`word ${lemma}`, near ? 1 : 0.5, "words")
    signs.add(`${where} ${lemma}`, near ? 0.7 : 0.4, "words")
    for (const [kind, strength] of kindsOf(words, lemma, noun)) {
      signs.add(`some ${kind}`, strength * (near ? 1 : 0.4), "kinds")
      signs.add(`${where} ${kind}`, strength * (near ? 1 : 0.4), "kinds")
      signs.add(`${where} ${noun ? "noun" : "verb"} ${kind}`, strength * (near ? 1 : 0.4), "kinds")
    }
    for (const name of words.classes.names) {
      if (!words.classes.has(name, lemma)) continue
      signs.add(`some of ${name}`, near ? 0.5 : 0.25, "kinds")
      if (near) signs.add(`between of ${name}`, 0.5, "kinds")
    }
  }
}

/// In which role a span stands in a clause: itself, or as part of what stands there.
function roleOf(clause: Clause, span: Span | undefined, tokens: readonly Token[]): string | undefined {
  if (!span) return undefined
  const holds = (phrase: Phrase): boolean => {
    const head = tokens[phrase.head]
    return (head !== undefined && within(head, span)) || overlaps(phrase.span, span)
  }
  if (clause.subjects.some(holds)) return "subject"
  if (clause.objects.some(holds)) return "object"
  if (clause.recipients.some(holds)) return "recipient"
  return clause.obliques.find(o => holds(o.phrase))?.preposition
}

/// How a clause is told, as far as it changes what it comes to.
function manner(clause: Clause): string {
  return `${clause.negated ? "not " : ""}${clause.modal ?? (clause.tense === "future" ? "will" : "")}`.trim()
}

function clauseSigns({document, words, actor, recipient, clauses}: Asked, signs: Signs): readonly string[] {
  const {tokens} = document
  const roles = clauses.map(c => [roleOf(c, actor, tokens), roleOf(c, recipient, tokens)] as const)
  const told: string[] = []
  clauses.forEach((clause, at) => {
    const [a, r] = roles[at]!
    const which = a && r ? "both" : a ? "actor" : r ? "recipient" : "other"
    const {lemma, light} = clause.predicate
    const noun = clause.predicate.kind === "noun"
    const kinds = kindsOf(words, lemma, noun)
    if (light) for (const [kind, strength] of kindsOf(words, light, false)) kinds.push([kind, strength * 0.5])
    const kind = kindOf(words, lemma, noun)
    const how = manner(clause)
    const parent = clause.parent && document.clauses[clause.parent.clause]
    const main = which === "both" || (which !== "other" && !clauses.some((_, i) => roles[i]![0] && roles[i]![1]))
    signs.add(`${which}: ${lemma}`, 1, "words")
    if (light) signs.add(`${which}: ${light} ${lemma}`, 0.7, "words")
    if (how) {
      signs.add(`${which}: ${how} ${lemma}`, 0.7, "words")
      signs.add(`${which}: ${how}`, 0.7, "kinds")
    }
    signs.add(`${which}: ${lemma} ${a ?? ""} > ${r ?? ""}`, 0.7, "words")
    for (const [type, strong] of kinds) {
      const strength = which === "other" ? strong * 0.4 : strong
      signs.add(`${which}: ${type}`, strength, "kinds")
      signs.add(`${which}: ${how || "plainly"} ${type}`, strength, "kinds")
      if (main) signs.add(`main: ${type} ${a ?? ""} > ${r ?? ""}`, strength, "kinds")
      if (clause.parent) signs.add(`as ${clause.parent.link}: ${type}`, strength, "kinds")
      else signs.add(`on top: ${type}`, strength, "kinds")
    }
    for (const name of words.classes.names) if (words.classes.has(name, lemma)) signs.add(`${which}: of ${name}`, 0.5, "kinds")
    if (parent) {
      const above = parent.predicate
      const aboveKind = kindOf(words, above.lemma, above.kind === "noun")
      signs.add(`${above.lemma} > ${lemma}`, 0.8, "words")
      signs.add(`${above.lemma} > ${kind}`, 0.8, "words")
      const aboveHow = manner(parent)
      signs.add(`${aboveHow || "plainly"} ${aboveKind} > ${kind}`, 1, "kinds")
      signs.add(`${aboveKind} ${clause.parent!.link} > ${how || "plainly"} ${kind}`, 1, "kinds")
    }
    for (const phrase of clause.objects) {
      const object = tokens[phrase.head]
      if (!object || within(object, actor) || within(object, recipient)) continue
      const word = object.lemma.toLowerCase()
      const objectKind = kindOf(words, word, true)
      signs.add(`${lemma} + ${word}`, 0.8, "words")
      signs.add(`${how || "plainly"} ${kind} + ${objectKind}`, 0.8, "kinds")
      signs.add(`${lemma} + ${objectKind}`, 0.8, "words")
      for (const name of words.classes.names) {
        if (!words.classes.has(name, word)) continue
        signs.add(`${lemma} + of ${name}`, 0.6, "words")
        signs.add(`${how ? `${how} ` : ""}${kind} + of ${name}`, 0.6, "kinds")
      }
    }
    for (const {preposition, phrase} of clause.obliques) {
      if (preposition === "") continue
      signs.add(`${lemma} ${preposition}`, 0.5, "words")
      const word = tokens[phrase.head]?.lemma.toLowerCase() ?? ""
      const obliqueKind = kindOf(words, word, true)
      if (obliqueKind !== "-") signs.add(`${kind} ${preposition} ${obliqueKind}`, 0.6, "kinds")
    }
    if (main) {
      told.push(kind)
      signs.add(`roles ${a ?? "-"} > ${r ?? "-"}`, 0.5, "kinds")
      signs.add(`main: ${how || "plainly"} ${clause.predicate.kind}`, 0.5, "kinds")
    }
  })
  return told
}

function pathSigns({document, words, actor, recipient, tokens}: Asked, signs: Signs): void {
  const up = (from: Token | undefined): number[] => {
    const path: number[] = []
    for (let at = from?.index ?? -1; at >= 0 && path.length < 30; at = document.tokens[at]!.head) path.push(at)
    return path
  }
  const [a, r] = [up(headOf(tokens, actor)), up(headOf(tokens, recipient))]
  const inA = new Set(a)
  const meet = a.length > 0 && r.length > 0 ? r.find(t => inA.has(t)) : undefined
  const ways: [string, readonly number[]][] =
    meet === undefined
      ? [
          ["from actor", a],
          ["from recipient", r]
        ]
      : [
          ["from actor", a.slice(0, a.indexOf(meet) + 1)],
          ["from recipient", r.slice(0, r.indexOf(meet))],
          ["above", a.slice(a.indexOf(meet) + 1)]
        ]
  for (const [way, path] of ways) {
    path.forEach((index, step) => {
      const token = document.tokens[index]!
      if (within(token, actor) || within(token, recipient) || token.upos === "PROPN") return
      const lemma = token.lemma.toLowerCase()
      signs.add(`${way}: ${lemma}`, 0.8, "words")
      const weight = 1 / (1 + step * 0.3)
      for (const [kind, strength] of kindsOf(words, lemma, token.upos === "NOUN"))
        signs.add(`${way}: ${kind}`, strength * weight, "kinds")
      if (index === meet) {
        signs.add(`meet at ${lemma}`, 1, "words")
        for (const [kind, strength] of kindsOf(words, lemma, token.upos === "NOUN"))
          signs.add(`meet at ${kind}`, strength, "kinds")
      }
    })
  }
}

function ruleSigns(
  {document, actor, recipient}: Asked,
  events: readonly EventMention[],
  first: number,
  last: number,
  kinds: readonly string[],
  signs: Signs
): void {
  const start = document.tokens[first]?.start ?? 0
  const end = document.tokens[last]?.end ?? 0
  const at = (event: EventMention, side: "actors" | "recipients", span: Span | undefined): boolean =>
    span !== undefined && event[side].some(g => g.evidence.some(e => overlaps(e.span, span)))
  let nth = 0
  let best: EventMention | undefined
  let most = 0
  for (const event of events) {
    if (event.predicate.span.end <= start || event.predicate.span.start >= end) continue
    const [a, r] = [at(event, "actors", actor), at(event, "recipients", recipient)]
    const mutual = event.recipients.length === 0 && a && at(event, "actors", recipient)
    const turned = at(event, "actors", recipient) || at(event, "recipients", actor)
    const fit = (a && r) || mutual ? "both" : a ? "actor" : r ? "recipient" : turned ? "turned" : "neither"
    signs.add(`rule for ${fit}: ${event.type}`, 1, "rules")
    signs.add(`rule for ${fit}: ${event.type} ${event.claim.status}`, 0.7, "rules")
    signs.add(`rule ${event.why.rule}`, fit === "neither" ? 0.3 : 0.8, "rules")
    if (nth++ === 0) signs.add(`first rule: ${event.type}`, 0.7, "rules")
    const score = (a ? 3 : 0) + (r ? 2 : 0) + (mutual ? 2 : 0) + (turned ? 0.5 : 0) + event.confidence / 2
    if (score > most) {
      best = event
      most = score
    }
  }
  if (!best) {
    signs.add("no rule", 1, "rules")
    return
  }
  signs.add(`best rule: ${best.type}`, 1.5, "rules")
  signs.add(`best rule: ${best.type} beside ${kinds[0] ?? "-"}`, 0.7, "rules")
}

/// Weights as they lie in data/weights/typing.bin.
export interface TypingWeights {
  readonly near: WordTypes
  /// Row of a sign by its key; rows hold a weight for each outcome.
  readonly rowOf: ReadonlyMap<number, number>
  readonly rows: Int8Array
  readonly scale: number
  /// What sums are multiplied with before they become likelihoods, so that 0.8 is right four times of five.
  readonly calm: number
}

/// The key of a sign: FNV-1a over its UTF-16 units.
export function keyOf(name: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/// Opens the weights: a line of JSON {rows, scale, calm, near}, then the keys (32 bits each, little-endian), then the rows.
export function typingWeights(bytes: Uint8Array): TypingWeights {
  const end = bytes.indexOf(10)
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as {
    rows: number
    scale: number
    calm: number
    near: Record<string, [number, number][]>
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset + end + 1)
  const rowOf = new Map<number, number>()
  for (let row = 0; row < head.rows; row++) rowOf.set(view.getUint32(row * 4, true), row)
  const from = bytes.byteOffset + end + 1 + head.rows * 4
  const near = new Map(
    Object.entries(head.near).map(([word, votes]) => [word, votes.map(([t, s]) => [types[t]!, s / 100] as const)] as const)
  )
  return {
    near,
    rowOf,
    rows: new Int8Array(bytes.buffer, from, head.rows * outcomes.length),
    scale: head.scale,
    calm: head.calm
  }
}

/// What the model thinks of a pair.
export interface Typed {
  /// The likeliest type, "none" left aside, and how likely it is.
  readonly type: EventType
  readonly probability: number
  /// How likely it is that nothing happens here at all.
  readonly none: number
  readonly likelihoods: ReadonlyMap<EventType, number>
  /// The signs that weighed most for the type.
  readonly says: readonly string[]
  /// All that was found, for models learned on top of this one.
  readonly signs: readonly Sign[]
}

export type Typer = (
  document: Document,
  events: readonly EventMention[],
  actor: Span | undefined,
  recipient: Span | undefined,
  sentence?: number
) => Typed

/// The typing model with its weights opened. Always an answer, in time linear in the length of the sentence.
export function typer(weights: TypingWeights, classes: WordClasses, rules: readonly Rule[]): Typer {
  const words: TypingWords = {classes, ruled: ruledWords(rules), near: weights.near}
  return (document, events, actor, recipient, sentence) =>
    typed(weights, typingSigns(document, words, events, actor, recipient, sentence))
}

/// The answer for signs.
export function typed(weights: TypingWeights, signs: readonly Sign[]): Typed {
  const size = outcomes.length
  const sums = new Float64Array(size)
  for (const {name, value} of signs) {
    const row = weights.rowOf.get(keyOf(name))
    if (row === undefined) continue
    for (let c = 0; c < size; c++) sums[c]! += weights.rows[row * size + c]! * value
  }
  let top = -Infinity
  for (let c = 0; c < size; c++) {
    sums[c]! *= weights.scale * weights.calm
    if (sums[c]! > top) top = sums[c]!
  }
  let total = 0
  for (let c = 0; c < size; c++) {
    sums[c] = Math.exp(sums[c]! - top)
    total += sums[c]!
  }
  let best = 0
  for (let c = 1; c < types.length; c++) if (sums[c]! > sums[best]!) best = c
  let second = best === 0 ? 1 : 0
  for (let c = 0; c < size; c++) if (c !== best && sums[c]! > sums[second]!) second = c
  const likelihoods = new Map<EventType, number>()
  types.forEach((type, c) => {
    likelihoods.set(type, sums[c]! / total)
  })
  const told: [string, number][] = []
  for (const {name, value} of signs) {
    const row = weights.rowOf.get(keyOf(name))
    if (row === undefined) continue
    const speaks = (weights.rows[row * size + best]! - weights.rows[row * size + second]!) * value
    if (speaks > 0) told.push([name, speaks])
  }
  told.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  return {
    type: types[best]!,
    probability: sums[best]! / total,
    none: sums[size - 1]! / total,
    likelihoods,
    says: told.slice(0, 4).map(([name]) => name),
    signs
  }
}
