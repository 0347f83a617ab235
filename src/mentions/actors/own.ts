import type {Party, Sector} from "../../model/model.ts"
import {sectors as allSectors} from "../../model/model.ts"
import {addName, type NameTable, nameTable} from "./nametable.ts"

/// A name of the user's with its code: "PRK GOV", "ISM REB", or a code of their own.
export interface OwnEntry {
  readonly name: string
  readonly code: string
}

const sectorSet: ReadonlySet<string> = new Set(allSectors)

/// The user's own words: `gazetteer` names somebody ("Arnor", ARN), `agents` a sort of actor to be put behind a country
/// ("troll archers", MIL; NGO goes before it). Whole words, any case, longest first; they go before everything that is
/// known, and their code is given back as it stands.
export function ownEntries(gazetteer: readonly OwnEntry[], agents: readonly OwnEntry[]): NameTable {
  const names = nameTable()
  for (const {name, code} of gazetteer)
    addName(names, name, {is: "own", party: ownParty(name, code), country: !code.trim().includes(" ")}, "any")
  for (const {name, code} of agents) {
    const generic = {kind: "people" as const, id: name.toLowerCase(), answers: [], sectors: [], code: code.trim()}
    addName(names, name, {is: "generic", generic, plural: /s$/.test(name)}, "any")
  }
  return names
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
