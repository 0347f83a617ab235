import type {Item} from "./items.ts"
import type {Generic} from "./lexicon.ts"
import {beforeCountries} from "./own.ts"

export type Kind = "country" | "body" | "person" | "generic" | "honorific" | "name" | "own"

export function kindOf(item: Item): Kind {
  const first = item.means[0]
  if (!first) return "name"
  if (first.is === "own" || item.means.length === 1) return first.is
  // Of several the more telling: a person, then a body, then a country, then a common word.
  for (const kind of ["person", "country", "body", "generic", "honorific"] as const)
    if (item.means.some(m => m.is === kind)) return kind
  return "name"
}

export const genericOf = (item: Item): Generic | undefined => {
  for (const m of item.means) if (m.is === "generic") return m.generic
  return undefined
}
export const isPluralItem = (item: Item): boolean => item.means.some(m => m.is === "generic" && m.plural)
export const isBody = (item: Item): boolean => genericOf(item)?.kind === "body"
export const isOffice = (item: Item): boolean => genericOf(item)?.kind === "office"
export const isStandin = (item: Item): boolean => genericOf(item)?.kind === "standin" || genericOf(item)?.id === "official"
/// Words that name a sort of people and stand before another: "opposition leader", "rebel commander".
export const isSort = (item: Item): boolean => {
  const g = genericOf(item)
  return g !== undefined && (g.kind === "people" || g.kind === "title" || g.kind === "standin")
}
/// A state, or a name of the user's.
export const isState = (item: Item): boolean => kindOf(item) === "own" || (kindOf(item) === "country" && nominal(item))
/// An agent of the user's whose code goes before the country.
export const isBranch = (item: Item): boolean => beforeCountries.has((genericOf(item)?.code ?? "").split(" ")[0]!)
export const isGenericOf = (item: Item): boolean => genericOf(item)?.kind === "title"
export const adjectival = (item: Item): boolean => item.means.some(m => m.is === "country" && m.form === "adjective")
export const nominal = (item: Item): boolean =>
  item.means.some(m => m.is === "country" && m.form !== "adjective" && m.form !== "demonym")

/// "the North", "the Kingdom": a nickname of one word.
export const isShort = (item: Item): boolean =>
  item.pieces.length === 1 && item.means.length > 0 && item.means.every(m => m.is === "country" && m.form === "nickname")
export const isDirection = (item: Item): boolean => item.pieces[0]!.endsWith("ern")
/// "Koreas", "Congos": a plural that several states share.
export const isBoth = (item: Item): boolean =>
  item.pieces.length === 1 &&
  item.means.length > 1 &&
  item.pieces[0]!.endsWith("s") &&
  item.means.every(m => m.is === "country" && m.form === "name")
export const koreas: ReadonlySet<string> = new Set(["PRK", "KOR"])
