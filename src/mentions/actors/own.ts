import type {Party, Sector} from "../../model/model.ts"
import {sectors as allSectors} from "../../model/model.ts"
import {addEntry, type Entry} from "./lexicon.ts"

/// A name of the user's with its code: "PRK GOV", "ISM REB", or a code of their own.
export interface OwnEntry {
  readonly name: string
  readonly code: string
}

const sectorSet: ReadonlySet<string> = new Set(allSectors)

/// The user's own words: `gazetteer` names somebody ("Arnor", ARN), `agents` a sort of actor to be put behind a country
/// ("troll archers", MIL; NGO goes before it). Whole words, any case, longest first; they go before everything that is
/// known, and their code is given back as it stands.
export function ownEntries(gazetteer: readonly OwnEntry[], agents: readonly OwnEntry[]): ReadonlyMap<string, readonly Entry[]> {
  const entries = new Map<string, Entry[]>()
  for (const {name, code} of gazetteer)
    addEntry(entries, name, {is: "own", party: ownParty(name, code), country: !code.trim().includes(" ")}, "any")
  for (const {name, code} of agents) {
    const generic = {kind: "people" as const, id: name.toLowerCase(), answers: [], sectors: [], code: code.trim()}
    addEntry(entries, name, {is: "generic", generic, plural: /s$/.test(name)}, "any")
  }
  for (const found of entries.values()) found.sort((a, b) => b.pieces.length - a.pieces.length)
  return entries
}

function ownParty(name: string, code: string): Party {
  const parts = code.trim().split(/\s+/)
  const country = parts[0] !== undefined && parts[0] !== "" && !sectorSet.has(parts[0]) ? parts[0] : undefined
  return {
    id: `own:${name.toLowerCase()}`,
    name,
    ...(country ? {country} : {}),
    sectors: parts.slice(country ? 1 : 0).filter(p => p !== "") as Sector[]
  }
}
