import type {Sector} from "../../model/model.ts"
import {leadsToNoun} from "./clusters.ts"
import type {Reading} from "./finder.ts"
import type {Item} from "./items.ts"
import type {Country} from "./lexicon.ts"
import {metonymRole} from "./metonyms.ts"
import type {Phrase} from "./phrase.ts"
import type {Prefix} from "./prefix.ts"

export function countryPhrase(
  reading: Reading,
  phrase: Phrase,
  head: Item,
  countries: readonly Country[],
  prefix: Prefix
): Phrase[] | undefined {
  const {tokens} = reading
  const country = reading.countryOf(head)!
  const meaning = head.means.find(m => m.is === "country" && m.country === country)
  const form = meaning?.is === "country" ? meaning.form : "name"
  const kinds = new Set(head.means.map(m => (m.is === "country" ? m.form : m.is)))
  const next = tokens[head.last + 1]
  if (form === "nickname") {
    // "the North" only where the text speaks of Korea.
    if (!prefix.definite && !/^\p{Lu}/u.test(tokens[phrase.first]!.text)) return undefined
  }
  phrase.parties = [...new Map(countries.map(c => [c.key, reading.countryParty(c)])).values()]
  phrase.hasCountry = true
  const at = tokens[head.last]!
  const adjective =
    kinds.has("adjective") &&
    (at.upos === "ADJ" || /^(?:amod|compound|nmod)/.test(at.relation)) &&
    leadsToNoun(reading, head) &&
    !(at.relation === "compound" && at.head < head.first)
  if (adjective || (kinds.has("adjective") && !kinds.has("name") && !kinds.has("demonym") && leadsToNoun(reading, head))) {
    // "Russian bombers": the noun phrase stands for the country's.
    const noun = nounAfter(reading, head)
    if (noun === undefined) return undefined
    phrase.last = noun
    phrase.form = "generic"
    phrase.why = `${country.name}: ${tokens[head.first]!.text} before "${tokens[noun]!.text}"`
    phrase.plural = tokens[noun]!.xpos === "NNS"
    phrase.definite = prefix.definite
    phrase.head = noun
    return [phrase]
  }
  if (
    kinds.has("name") &&
    leadsToNoun(reading, head) &&
    /^(?:compound|nmod)$/.test(at.relation) &&
    at.head > head.last &&
    next &&
    nounAfter(reading, head) === at.head &&
    form === "name" &&
    next.upos !== "PROPN"
  ) {
    phrase.last = at.head
    phrase.form = "generic"
    phrase.why = `${country.name} before "${tokens[at.head]!.text}"`
    phrase.head = at.head
    phrase.definite = prefix.definite
    return [phrase]
  }
  if (kinds.has("demonym") || (kinds.has("adjective") && !kinds.has("name"))) {
    phrase.form = "generic"
    phrase.plural = form === "demonym" ? /s$|men$/.test(at.text) : prefix.definite || prefix.several
    phrase.parties = phrase.parties.map(p => ({
      ...p,
      id: `${p.id}:people`,
      kind: "generic" as const,
      sectors: [...p.sectors, "CVL" as Sector]
    }))
    if (prefix.definite && phrase.plural)
      phrase.parties = phrase.parties.map(p => ({
        ...p,
        id: p.id.replace(":people", ""),
        kind: "country" as const,
        sectors: p.sectors.filter(s => s !== "CVL")
      }))
    phrase.why = `people of ${country.name}`
    return reading.finish(phrase, prefix)
  }
  if (form === "capital" || form === "seat") {
    const role = metonymRole(reading.tokens, head)
    phrase.form = "metonym"
    phrase.placed = role === undefined
    phrase.parties = phrase.parties.map(p => ({...p, sectors: ["GOV", ...p.sectors.filter(s => s !== "GOV")] as Sector[]}))
    phrase.basis = form === "seat" ? "stated" : "inferred"
    phrase.why = role ? `${form} of ${country.name}, ${role}: its government` : `${form} of ${country.name} as a place`
    phrase.parties = phrase.parties.map(p => ({...p, id: `${p.id}:government`}))
    return reading.finish(phrase, prefix)
  }
  phrase.why = `${form} of ${country.name}`
  return reading.finish(phrase, prefix)
}

/// The last token of the noun that an adjective stands before.
function nounAfter(reading: Reading, item: Item): number | undefined {
  const {tokens} = reading
  let t = item.last + 1
  let found: number | undefined
  while (t < tokens.length && t < item.last + 7 && tokens[t]!.sentence === tokens[item.last]!.sentence) {
    const {upos, xpos, text} = tokens[t]!
    if (upos === "NOUN" || upos === "PROPN") found = t
    else if (found !== undefined) break
    else if (!(upos === "ADJ" || upos === "NUM" || text === "-" || (upos === "VERB" && (xpos === "VBN" || xpos === "VBG")))) break
    t++
  }
  if (found === undefined) return undefined
  // Up to, not into, another known name.
  for (const other of reading.items)
    if (other.first > item.last && other.first <= found) return other.first - 1 > item.last ? other.first - 1 : undefined
  return found
}
