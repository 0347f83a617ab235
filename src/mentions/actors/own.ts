import type {Party, Sector} from "../../model/model.ts"
import {sectors as allSectors, stateless} from "../../model/model.ts"
import type {Generic} from "./lexicon.ts"
import {addName, type NameTable, nameTable} from "./nametable.ts"

/// A name of the user's with its code: "PRK GOV", "ISM REB", or a code of their own.
export interface OwnEntry {
  readonly name: string
  readonly code: string
}

/// Codes that stand in a country's place, and so before it.
export const beforeCountries: ReadonlySet<string> = new Set(stateless)
const sectorSet: ReadonlySet<string> = new Set(allSectors)

/// The user's own words: `gazetteer` names somebody ("Arnor", ARN), `agents` a sort of actor to be put behind a country
/// ("troll archers", MIL; NGO goes before it). Whole words, any case, longest first; they go before everything that is
/// known, and their code is given back as it stands. Who brings agents has his own book of sorts: behind his names no other is added.
export function ownEntries(gazetteer: readonly OwnEntry[], agents: readonly OwnEntry[]): NameTable {
  const names = nameTable()
  const given = new Set(gazetteer.map(({name}) => name.toLowerCase()))
  for (const {name, code} of gazetteer) {
    const country = !code.trim().includes(" ")
    const means = {is: "own" as const, party: ownParty(name, code), country}
    addName(names, name, means, "any")
    for (const form of formsOf(name, country)) if (!given.has(form.toLowerCase())) addName(names, form, means, "any")
  }
  for (const {name, code} of agents) {
    const generic = {kind: "people" as const, id: name.toLowerCase(), answers: [], sectors: [], code: code.trim()}
    addName(names, name, {is: "generic", generic, plural: /s$/.test(name)}, "any")
  }
  return agents.length > 0 ? {...names, allSorts: true} : names
}

/// The names of the user's gazetteer, with what is theirs and several of them, and which of these each is.
export function ownNames(gazetteer: readonly OwnEntry[]): readonly {name: string; like: "name" | "adjective" | "people"}[] {
  const given = new Set(gazetteer.map(({name}) => name.toLowerCase()))
  const derived = gazetteer.flatMap(({name, code}) => formsOf(name, !code.trim().includes(" ")))
  const forms = new Set(derived.map(form => form.toLowerCase()))
  const like = (name: string): "people" | "adjective" => (/s$/i.test(name) ? "people" : "adjective")
  return [
    ...gazetteer.map(({name}) => {
      const formed = forms.has(name.toLowerCase()) || /(?:[aiu]an|ese|ish|nch)$/i.test(name)
      return {name, like: formed ? like(name) : ("name" as "name" | "adjective" | "people")}
    }),
    ...derived.filter(form => !given.has(form.toLowerCase())).map(name => ({name, like: like(name)}))
  ]
}

/// What else a name is likely to be called by: several of them, and what is a country's ("Arnorian", "Rohans").
function formsOf(name: string, country: boolean): string[] {
  if (!/\p{L}{3}$/u.test(name)) return []
  if (!country) return /s$/i.test(name) ? [] : [`${name}s`]
  const adjectives = /[ai]a?$/i.test(name)
    ? [`${name}n`, `${name.slice(0, -1)}ese`]
    : /[eou]$/i.test(name)
      ? [`${name}an`, `${name.slice(0, -1)}ian`]
      : [`${name}ian`, `${name}ese`, `${name}i`]
  return [
    ...adjectives.flatMap(a => (a.endsWith("n") || a.endsWith("i") ? [a, `${a}s`] : [a])),
    ...(/s$/i.test(name) ? [] : [`${name}s`])
  ]
}

/// A name of the user's with what stands by it: first what goes before a country (NGO), then the country, then the codes of the user's
/// agents in their order, each once. Where none of the words is the user's, what they are `known` to be is added.
export function composed(party: Party, words: readonly Generic[], known: readonly Sector[]): Party {
  const codes = words.flatMap(word => word.code?.split(/\s+/) ?? [])
  const own = [...(party.country ? [party.country] : []), ...party.sectors]
  const before = codes.filter(code => beforeCountries.has(code) && code !== party.country)
  const all = [...new Set([...before, ...own, ...(codes.length > 0 ? codes : known.slice(0, 1))])]
  const country = all[0] !== undefined && !sectorSet.has(all[0]) ? all[0] : undefined
  const {country: _, ...rest} = party
  return {...rest, ...(country ? {country} : {}), sectors: all.slice(country ? 1 : 0) as Sector[]}
}

function ownParty(name: string, code: string): Party {
  const parts = code.trim().split(/\s+/)
  const country = parts[0] !== undefined && parts[0] !== "" && !sectorSet.has(parts[0]) ? parts[0] : undefined
  return {
    id: `own:${name.toLowerCase()}`,
    name,
    ...(country && parts.length === 1 && !beforeCountries.has(country) ? {kind: "country" as const} : {}),
    ...(country ? {country} : {}),
    sectors: parts.slice(country ? 1 : 0).filter(p => p !== "") as Sector[]
  }
}
