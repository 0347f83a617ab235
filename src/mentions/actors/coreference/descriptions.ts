import type {Token} from "../../../model/model.ts"
import {isPerson, nameOf, statesOf} from "../antecedents.ts"
import type {Phrase} from "../phrase.ts"
import {type Discourse, reach} from "./discourse.ts"
import {best} from "./nearest.ts"
import {bothStates, twoWho} from "./pairs.ts"

/// Whom a noun stands for that no phrase was made of: "the country", "the two leaders", "its neighbour", "the 40-year-old".
export function description(told: Discourse, token: Token): Phrase | undefined {
  const lemma = token.lemma.toLowerCase()
  const word = token.text.toLowerCase()
  const ofLemma = byLemma.get(lemma)
  const ofWord = byWord.get(word)
  const aged = word.endsWith("old")
  if (!ofLemma && !ofWord && !aged) return undefined
  const before = told.tokens[token.index - 1]
  const opened = before?.sentence === token.sentence ? opening(told, token.index) : undefined
  const first = opened ?? (word === "both" ? token.index : undefined)
  return (
    (first === undefined ? undefined : (ofLemma?.(told, token, first) ?? ofWord?.(told, token, first))) ??
    (aged ? byAge(told, token) : undefined)
  )
}

/// Looks for whom a noun stands for; `first` is the determiner that opens its phrase.
type Describes = (told: Discourse, token: Token, first: number) => Phrase | undefined

/// "the country", "his country"
const country: Describes = (told, token, first) => {
  const {tokens} = told
  if (token.upos !== "NOUN" || token.xpos !== "NN") return undefined
  const owner = tokens[first]!
  const by = told.resolved.get(first)
  if (!by && (!/^(?:the|this|that)$/i.test(owner.text) || tokens[token.index + 1]?.text === "of")) return undefined
  const code = by ? statesOf(by)[0] : told.spokenOf()
  if (!code) return undefined
  const why = by ? `${owner.text} country: that of ${nameOf(by)}` : "the country spoken of"
  return told.make(first, token.index, token.index, [told.knows.country(code)], why, false)
}

/// "both countries", "the two sides", "the neighbours"
const twoStates: Describes = (told, token, first) => {
  if (!two(told, first, token.index) && !betweenTwo(told, first, token)) return undefined
  const codes = bothStates(told, token.index)
  if (codes.length !== 2) return undefined
  const why = `the two countries spoken of: ${codes.join(" and ")}`
  const parties = codes.map(c => told.knows.country(c))
  return told.make(first, token.index, token.index, parties, why, true)
}

/// "the two leaders"
const twoPersons: Describes = (told, token, first) =>
  two(told, first, token.index) ? bothPersons(told, token, first) : undefined

/// "the two", "both" with no noun behind: two persons named lately, else two countries.
const alone: Describes = (told, token, first) => {
  const next = told.tokens[token.index + 1]
  const led = first === token.index || (first === token.index - 1 && /^(?:the|these|those)$/i.test(told.tokens[first]!.text))
  if (!led || !/^(?:nsubj|obj|obl|nmod:poss)/.test(token.relation)) return undefined
  if (next && (/^(?:NOUN|PROPN|ADJ|NUM|DET)$/.test(next.upos) || /^(?:of|and|-)$/i.test(next.text))) return undefined
  const late = told.past.filter(p => token.sentence - p.sentence <= reach)
  const persons = new Set(late.flatMap(p => (isPerson(p) && !p.plural ? p.parties.map(party => party.id) : [])))
  const met = told.together()
  if (met)
    return told.make(first, token.index, token.index, met, `the two told together: ${met.map(p => p.name).join(" and ")}`, true)
  if (persons.size > 1) return bothPersons(told, token, first)
  const codes = bothStates(told, token.index)
  const near = new Set(late.flatMap(statesOf))
  if (codes.length !== 2 || !codes.every(code => near.has(code))) return undefined
  const parties = codes.map(c => told.knows.country(c))
  return told.make(first, token.index, token.index, parties, `the two countries spoken of: ${codes.join(" and ")}`, true)
}

/// "the pair"
const pair: Describes = (told, token, first) => {
  const {tokens} = told
  const the = first === token.index - 1 && /^the$/i.test(tokens[first]!.text)
  return the && tokens[token.index + 1]?.text !== "of" ? bothPersons(told, token, first) : undefined
}

function bothPersons(told: Discourse, token: Token, first: number): Phrase | undefined {
  const people = twoWho(told, token.index, token.text.toLowerCase())
  if (people.length !== 2) return undefined
  const why = `the two persons spoken of: ${people.map(p => p.name).join(" and ")}`
  return told.make(first, token.index, token.index, people, why, true)
}

/// "Ankara and its partner": the other of the two spoken of.
const otherOfTwo: Describes = (told, token, first) => {
  if (token.xpos !== "NN" || first !== token.index - 1) return undefined
  const owner = told.resolved.get(first)
  const mine = owner && !isPerson(owner) ? statesOf(owner) : []
  const others = told.lastCountries(3).filter(code => !mine.includes(code))
  if (mine.length !== 1 || others.length !== 1) return undefined
  const why = `${token.lemma.toLowerCase()} of ${nameOf(owner!)}: the other country spoken of`
  return told.make(first, token.index, token.index, [told.knows.country(others[0]!)], why, false)
}

/// "the group", "this alliance"
const body: Describes = (told, token, first) => {
  const {tokens} = told
  if (token.xpos !== "NN" || !/^(?:the|this)$/i.test(tokens[first]!.text) || tokens[token.index + 1]?.text === "of")
    return undefined
  const found = best(
    told,
    token,
    ({parties}) => (parties[0]!.kind === "group" || parties[0]!.kind === "organization") && parties.length === 1
  )
  const why = found && `the ${token.lemma.toLowerCase()}: ${nameOf(found)}`
  return found && told.make(first, token.index, token.index, found.parties, why!, false)
}

/// "the 40-year-old"
function byAge(told: Discourse, token: Token): Phrase | undefined {
  const {tokens} = told
  const cut = token.text.length === 3 && /^year$/i.test(tokens[token.index - 2]?.text ?? "")
  if (!cut && !/^\d+-year-old$/i.test(token.text)) return undefined
  const next = tokens[token.index + 1]
  if (next && /^(?:NOUN|PROPN|ADJ)$/.test(next.upos) && next.sentence === token.sentence) return undefined
  let from = token.index
  while (from > 0 && /^(?:-|year|\d+|old)$/i.test(tokens[from - 1]!.text)) from--
  const the = tokens[from - 1]
  if (!the || !/^the$/i.test(the.text)) return undefined
  const found = best(told, token, phrase => isPerson(phrase) && phrase.parties.length === 1 && !phrase.plural)
  return found && told.make(the.index, token.index, token.index, found.parties, `${nameOf(found)}, the last person named`, false)
}

const listed = (...lists: readonly (readonly [words: string, describes: Describes])[]): ReadonlyMap<string, Describes> =>
  new Map(lists.flatMap(([words, describes]) => words.split(" ").map(word => [word, describes] as const)))

const byLemma = listed(
  ["country nation homeland motherland", country],
  ["partner ally neighbour neighbor rival foe adversary", otherOfTwo],
  ["pair", pair],
  ["group movement organization organisation alliance bloc body network grouping union agency faction", body]
)
const byWord = listed(
  ["two both", alone],
  ["countries nations sides neighbours neighbors states capitals governments rivals allies powers foes enemies", twoStates],
  ["leaders presidents ministers men premiers politicians women officials diplomats statesmen generals", twoPersons]
)

/// The determiner that opens the phrase of a noun, over adjectives and numbers.
function opening(told: Discourse, noun: number): number | undefined {
  for (let t = noun - 1; t >= 0 && t > noun - 5; t--) {
    const {upos, xpos, text, sentence} = told.tokens[t]!
    if (sentence !== told.tokens[noun]!.sentence) return undefined
    if (upos === "DET" || xpos === "PRP$" || /^(?:the|both|two|its|his|her|their)$/i.test(text)) {
      if (/^two$/i.test(text) && /^(?:the|these|those|their|both)$/i.test(told.tokens[t - 1]?.text ?? "")) continue
      return t
    }
    if (upos !== "ADJ" && upos !== "NUM") return undefined
  }
  return undefined
}

/// "the neighbours", "the rivals" in a text that speaks of two states only.
function betweenTwo(told: Discourse, first: number, token: Token): boolean {
  return (
    /^(?:neighbours|neighbors|rivals|foes|enemies)$/i.test(token.text) &&
    first === token.index - 1 &&
    /^the$/i.test(told.tokens[first]!.text) &&
    told.tokens[token.index + 1]?.text !== "of" &&
    told.total.size === 2
  )
}

function two(told: Discourse, first: number, last: number): boolean {
  for (let t = first; t < last; t++) if (/^(?:two|both)$/i.test(told.tokens[t]!.text)) return true
  return false
}
