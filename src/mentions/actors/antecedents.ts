import type {Token} from "../../model/model.ts"
import type {Phrase} from "./phrase.ts"

/// What a government or an organisation does by saying so.
export const states =
  /^(?:condemn|welcome|urge|reaffirm|express|extend|commend|congratulate|applaud|deplore|denounce|remain|stand|recognize|recognise|regret|appreciate|call|support|offer|join|reiterate|remind|note|strongly)$/

/// Sectors of those who are at home where things happen, rather than in the country that speaks of it.
export const local: ReadonlySet<string> = new Set([
  "REB",
  "CVL",
  "MED",
  "UAF",
  "PRM",
  "CRM",
  "EDU",
  "AGR",
  "LAB",
  "REL",
  "OPP",
  "COP",
  "SOC"
])

export const stateless: ReadonlySet<string> = new Set(["IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"])
export function statesOf(phrase: Pick<Phrase, "parties">): string[] {
  const out: string[] = []
  for (const {country} of phrase.parties) if (country && !stateless.has(country) && !out.includes(country)) out.push(country)
  return out
}

export const endsAlike = (name: string, word: string): boolean =>
  name.slice(name.lastIndexOf(" ") + 1).toLowerCase() === word.toLowerCase()

export const nameOf = (phrase: Phrase): string => phrase.parties.map(p => p.name).join(" and ")

export function isPerson(phrase: Phrase): boolean {
  const party = phrase.parties[0]
  if (!party) return false
  if (party.kind === "person") return true
  if (phrase.nameKind === "person") return true
  if (phrase.nameKind === "unknown" && phrase.name && party.kind === undefined) return true
  const {generic} = phrase
  return (
    generic !== undefined &&
    (generic.kind === "office" ||
      generic.kind === "title" ||
      (generic.kind === "people" && !phrase.plural) ||
      (generic.kind === "standin" && party.kind === "generic"))
  )
}

/// What "it" may stand for.
export function isOne(phrase: Phrase, tokens: readonly Token[]): boolean {
  if (phrase.plural || /^NNP?S$/.test(tokens[phrase.head]!.xpos)) return false
  const {kind} = phrase.parties[0]!
  return (
    kind === "country" ||
    kind === "organization" ||
    kind === "group" ||
    phrase.form === "metonym" ||
    phrase.generic?.kind === "body" ||
    isOwn(phrase)
  )
}

/// A name of the user's, who did not say whether it is a country, a body or a person: it may be any.
export function isOwn(phrase: Phrase): boolean {
  const party = phrase.parties[0]
  return party !== undefined && party.kind === undefined && party.id.startsWith("own:") && !phrase.generic
}

export const agrees = (known: "he" | "she" | undefined, wanted: "he" | "she"): boolean => known === undefined || known === wanted
