import type {Sector, Token} from "../../model/model.ts"
import type {Item} from "./items.ts"
import type {ActorLexicon} from "./lexicon.ts"
import {entriesOf} from "./nametable.ts"

/// A family name that stands by itself, not as part of a longer unknown name.
export function alone(tokens: readonly Token[], item: Item): boolean {
  const before = tokens[item.first - 1]
  const after = tokens[item.last + 1]
  const capital = (t: Token | undefined, relation: RegExp) =>
    t !== undefined && t.sentence === tokens[item.first]!.sentence && t.upos === "PROPN" && relation.test(t.relation)
  return !capital(before, /^(?:flat|compound)/) && !(capital(after, /^flat/) && after!.head === item.first)
}

/// An unknown name that says itself what it is: "Kivu Liberation Front", "Ministry of Truth", "University of Basra".
export function organisationOf(
  tokens: readonly Token[],
  item: Item,
  lexicon: ActorLexicon
): {sectors: readonly Sector[]; word: string} | undefined {
  // "the Workers' Front": of the whole name, though a word within it says something by itself.
  const before = item.from === undefined ? [] : tokens.slice(item.from, item.first).map(t => t.text.toLowerCase())
  const pieces = [...before, ...item.pieces]
  if (pieces.at(-1) === "front") return {sectors: pieces.some(p => armed.test(p)) ? ["REB"] : ["PTY"], word: "front"}
  const try_ = (word: string | undefined) => {
    if (!word) return undefined
    for (const {means} of entriesOf(lexicon.names, word) ?? []) {
      if (means.is === "generic" && (means.generic.kind === "body" || means.generic.sectors.length > 0))
        return {sectors: means.generic.sectors, word}
    }
    return organisationWords.get(word) ? {sectors: organisationWords.get(word)!, word} : undefined
  }
  if (pieces.length < 2) return undefined
  const next = tokens[item.last + 1]
  return (
    (next?.text.toLowerCase() === "of" ? try_(pieces[pieces.length - 1]) : undefined) ??
    try_(pieces[pieces.length - 1]) ??
    (pieces.includes("of") ? try_(pieces[pieces.indexOf("of") - 1]) : undefined)
  )
}

/// What makes a front one that fights.
const armed = /^(?:liberation|revolution(?:ary)?|resistance|army|armed|islamic|jihad|people's|popular|salvation|frontier)$/

const organisationWords: ReadonlyMap<string, readonly Sector[]> = new Map<string, readonly Sector[]>([
  ["brigades", ["REB"]],
  ["ltd", ["BUS"]],
  ["inc", ["BUS"]],
  ["corp", ["BUS"]],
  ["group", ["BUS"]],
  ["times", ["JRN"]],
  ["post", ["JRN"]],
  ["news", ["JRN"]],
  ["tribune", ["JRN"]],
  ["hospital", ["MED"]],
  ["church", ["REL"]],
  ["university", ["EDU"]],
  ["institute", ["EDU"]],
  ["cartel", ["CRM"]],
  ["association", ["SOC"]],
  ["society", ["SOC"]],
  ["foundation", ["SOC"]],
  ["federation", ["SOC"]]
])
