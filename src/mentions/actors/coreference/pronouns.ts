import type {Party, Token} from "../../../model/model.ts"
import {agrees, isOne, isOwn, isPerson, nameOf, states} from "../antecedents.ts"
import type {Phrase} from "../phrase.ts"
import {type Discourse, reach} from "./discourse.ts"
import {best} from "./nearest.ts"
import {mainPersons} from "./pairs.ts"

/// Whom a pronoun stands for.
export function pronoun(told: Discourse, token: Token): Phrase | undefined {
  const word = token.text.toLowerCase()
  if (/^(?:he|him|his|himself|she|her|hers|herself)$/.test(word)) {
    const gender = word.startsWith("h") && !word.startsWith("her") ? "he" : "she"
    const one = (phrase: Phrase) => phrase.parties.length === 1 && !phrase.plural && agrees(told.genderOf(phrase), gender)
    const found =
      best(told, token, phrase => isPerson(phrase) && one(phrase), gender) ??
      best(told, token, phrase => isOwn(phrase) && one(phrase), gender)
    if (found) told.genders.set(found.parties[0]!.id, gender)
    return found && told.standFor(token, found, `${word}: ${nameOf(found)}, the last one it fits`, gender)
  }
  if (/^(?:it|its|itself)$/.test(word)) {
    if (token.relation.startsWith("expl") || isHappening(told, token)) return undefined
    const found = best(told, token, phrase => !isPerson(phrase) && phrase.parties.length === 1 && isOne(phrase, told.tokens))
    return found && told.standFor(token, found, `${word}: ${nameOf(found)}, the last body it fits`)
  }
  if (/^(?:they|them|their|theirs|themselves)$/.test(word)) {
    const several = best(told, token, phrase => phrase.plural || phrase.parties.length > 1)
    const near = several && token.sentence - several.sentence < 2 ? several : undefined
    const doing = near && told.tokens[near.head]!.relation.startsWith("nsubj")
    // "Chad's president met Niger's. They talked …": what takes two is done by the two.
    const verb = told.tokens[token.head]?.lemma ?? ""
    const met = !doing && token.relation === "nsubj" && takesTwo.test(verb) ? whoMet(told, token) : undefined
    const found = several ?? best(told, token, phrase => !isPerson(phrase) && acts(told, phrase) && phrase.form !== "metonym")
    const one = found && !found.plural && found.parties.length === 1
    const pair = met ?? (one || !found ? pairBefore(told, token) : undefined) ?? (found ? undefined : onlyTwo(told, token))
    if (pair)
      return told.make(
        token.index,
        token.index,
        token.index,
        pair,
        `${word}: ${pair.map(p => p.name).join(" and ")}, named together`,
        true
      )
    return found ? told.standFor(token, found, `${word}: ${nameOf(found)}, the last it fits`) : undefined
  }
  if (
    /^(?:i|me|my|mine|myself|we|us|our|ours|ourselves)$/.test(word) &&
    (word === "i" ? token.text === "I" : word !== "us" || token.text === "us")
  )
    return speaker(told, token, word)
  if (/^(?:who|which|that|whom|whose)$/.test(word) && /^(?:nsubj|obj|iobj|obl|nmod:poss|nsubj:pass)/.test(token.relation))
    return relative(told, token, word)
  return undefined
}

/// "It was the third test", "condemned it": what happened, and nobody.
function isHappening(told: Discourse, token: Token): boolean {
  const {tokens} = told
  const governor = tokens[token.head]
  if (!governor || governor.sentence !== token.sentence) return false
  if (/^(?:obj|nsubj:pass)/.test(token.relation)) return judging.test(governor.lemma)
  if (!token.relation.startsWith("nsubj") || governor.upos !== "NOUN" || governor.index < token.index) return false
  for (let t = token.index + 1; t < governor.index; t++)
    if (tokens[t]!.relation === "cop") return !able.test(governor.lemma.toLowerCase())
  return false
}

const judging = /^(?:condemn|denounce|deplore|regret|welcome|applaud|confirm)$/
/// What "it" is called where it is somebody: "It is a member of …".
const able =
  /^(?:member|state|country|nation|power|ally|party|signatory|company|firm|organi[sz]ation|group|body|neighbou?r|victim|target|player|partner|owner|host|home|part|rival|enemy|buyer|seller|supplier|exporter|importer|backer|supporter|opponent|democracy|dictatorship|republic|kingdom|movement|militia)$/

/// A body that does something, not one that is only named: "on Twitter".
function acts(told: Discourse, phrase: Phrase): boolean {
  const {kind} = phrase.parties[0]!
  return kind !== "country" && (told.tokens[phrase.head]!.relation.startsWith("nsubj") || phrase.form === "pronoun")
}

const takesTwo = /^(?:meet|talk|speak|dine|confer|embrace|shake|agree|sign|discuss|exchange|split|part)$/

/// The two persons whom the text is about, where one of them was just spoken of.
function whoMet(told: Discourse, token: Token): Party[] | undefined {
  const people = mainPersons(told, token.index, () => true)
  const late = (party: Party) =>
    told.past.some(p => token.sentence - p.sentence <= reach && p.parties.some(other => other.id === party.id))
  return people.length === 2 && people.some(late) ? people : undefined
}

/// Inside a quotation "I" is who speaks, and "we" those for whom they speak.
function speaker(told: Discourse, token: Token, word: string): Phrase | undefined {
  let last: number | undefined
  for (const report of told.document.reports) {
    if (!report.source) continue
    if (report.content.some(span => span.start <= token.start && token.end <= span.end)) {
      const source = told.at(report.source.head)
      if (source && source.parties.length === 1) return told.standFor(token, source, `${word}: ${nameOf(source)}, who is quoted`)
    }
    if (
      report.manner !== "indirect" &&
      report.sentence <= token.sentence &&
      token.sentence - report.sentence <= 12 &&
      report.source.span.start < token.start
    )
      last = report.source.head
  }
  // A quotation that runs on over paragraphs: whoever was quoted last is still speaking.
  if (quoted(told, token)) {
    const source = last === undefined ? undefined : told.at(last)
    if (source?.parties.length !== 1) return undefined
    return told.standFor(token, source, `${word}: ${nameOf(source)}, who was quoted last`)
  }
  // "Jane Doe said:" and then her words, without quotation marks.
  if (told.announced)
    return told.standFor(token, told.announced, `${word}: ${nameOf(told.announced)}, whose words were announced`)
  // A statement in the first person plural: whoever condemned and welcomed in it before.
  if (told.stated && /^(?:we|us|our|ours|ourselves)$/.test(word)) {
    return told.standFor(token, told.stated, `${word}: ${nameOf(told.stated)}, whose statement this seems to be`)
  }
  return undefined
}

/// Remembers who is announced to speak, and who states something in its own name.
export function hear(told: Discourse, phrase: Phrase): void {
  const head = told.tokens[phrase.head]!
  if (!head.relation.startsWith("nsubj") || phrase.parties.length !== 1) return
  const verb = told.tokens[head.head]
  if (!verb) return
  const {last} = told.document.sentences[phrase.sentence]!
  let end = last - 1
  while (end > phrase.last && /^["“”'’\s]*$/.test(told.tokens[end]!.text)) end--
  const lemma = verb.lemma.toLowerCase()
  if (/^(?:say|add|state|comment|declare|write|tell)$/.test(lemma) && told.tokens[end]!.text === ":") told.announced = phrase
  else if (!isPerson(phrase) && states.test(lemma)) told.stated ??= phrase
}

/// Whether an odd number of quotation marks precedes a token in its paragraph.
function quoted(told: Discourse, token: Token): boolean {
  const {text} = told.document.article
  const from = text.lastIndexOf("\n", token.start)
  let open = false
  for (let i = Math.max(from, token.start - 5000, 0); i < token.start; i++) {
    const c = text[i]
    if (c === '"') open = !open
    else if (c === "“") open = true
    else if (c === "”") open = false
  }
  return open
}

/// "… rebels who fled …"
function relative(told: Discourse, token: Token, word: string): Phrase | undefined {
  let verb: Token | undefined = told.tokens[token.head]
  for (let steps = 0; verb && steps < 3 && !verb.relation.startsWith("acl"); steps++) {
    verb = /^(?:conj|nmod|obl|xcomp|nsubj|obj)/.test(verb.relation) ? told.tokens[verb.head] : undefined
  }
  const antecedent = verb && verb.head >= 0 && verb.head < token.index ? told.at(verb.head) : undefined
  return antecedent && told.standFor(token, antecedent, `${word}: ${nameOf(antecedent)}, whom the clause describes`)
}

/// "Kim shook the hand of Moon. By evening *they* had signed …": the only two persons of the sentences just before.
function onlyTwo(told: Discourse, token: Token): Party[] | undefined {
  const people: Party[] = []
  for (let i = told.past.length - 1; i >= 0; i--) {
    const {parties, plural, sentence} = told.past[i]!
    if (token.sentence - sentence > 1) break
    if (plural || !isPerson(told.past[i]!)) continue
    for (const party of parties) if (!people.some(p => p.id === party.id)) people.push(party)
  }
  return people.length === 2 ? people.reverse() : undefined
}

/// Two singular parties joined by "and" just before.
function pairBefore(told: Discourse, token: Token): Party[] | undefined {
  for (let i = told.past.length - 1; i > 0; i--) {
    const b = told.past[i]!
    const a = told.past[i - 1]!
    if (token.sentence - b.sentence > 1) return undefined
    if (a.sentence !== b.sentence || a.parties.length !== 1 || b.parties.length !== 1 || a.parties[0]!.id === b.parties[0]!.id)
      continue
    if (told.tokens[b.head]!.head === a.head && told.tokens[b.head]!.relation === "conj" && a.form !== "pronoun")
      return [a.parties[0]!, b.parties[0]!]
  }
  return undefined
}
