/// Sentences told of other places: countries, their people, capitals and leaders are exchanged for those of others, so that few sentences
/// make many articles without telling of the same deeds again and again. All else of a sentence stays.
import type {Resources} from "../src/resources.ts"
import {seeded} from "./made-up.ts"

/// What can be exchanged of a country; of each the first is written, and all are read.
interface Land {
  readonly names: readonly string[]
  readonly adjectives: readonly string[]
  readonly people: readonly string[]
  readonly capitals: readonly string[]
  readonly leaders: readonly string[]
}

const kinds = ["names", "adjectives", "people", "capitals", "leaders"] as const

interface Found {
  readonly land: Land
  readonly kind: (typeof kinds)[number]
  /// Which of the leaders it is.
  readonly at: number
  readonly isLoud: boolean
  readonly isShort: boolean
}

/// Gives, for the numbers that `random` draws, one exchange of countries: few are drawn often and most seldom, as in the news, and no two
/// become one.
export function elsewhere(resources: Resources): (random: () => number) => (text: string) => string {
  const lands = landsIn(resources)
  const found = new Map<string, Found>()
  const note = (words: string, of: Found): void => {
    if (!found.has(words)) found.set(words, of)
  }
  for (const land of lands)
    for (const kind of kinds)
      for (const [at, words] of land[kind].entries()) {
        const of = {land, kind, at, isLoud: false, isShort: false}
        note(words, of)
        if (kind === "names") note(`the ${words}`, of)
        if (kind === "capitals") note(words.toUpperCase(), {...of, isLoud: true})
        if (kind === "leaders" && isOwnName(lastWord(words))) note(lastWord(words), {...of, isShort: true})
      }
  const longestFirst = [...found.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const any = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${longestFirst.map(quoted).join("|")})(?![\\p{L}\\p{N}])`, "gu")
  return random => {
    const chosen = new Map<Land, Land>()
    const taken = new Set<Land>()
    const other = (land: Land): Land => {
      const known = chosen.get(land)
      if (known) return known
      let drawn: Land
      do drawn = lands[Math.min(lands.length - 1, Math.floor(lands.length ** random()) - 1)]!
      while (taken.has(drawn))
      taken.add(drawn)
      chosen.set(land, drawn)
      return drawn
    }
    return text =>
      text.replace(any, words => {
        const {land, kind, at, isLoud, isShort} = found.get(words)!
        const all = other(land)[kind]
        const now = kind === "leaders" ? all[at % all.length]! : all[0]!
        return isLoud ? now.toUpperCase() : isShort ? lastWord(now) : now
      })
  }
}

const quoted = (words: string): string => words.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")
const lastWord = (name: string): string => name.slice(name.lastIndexOf(" ") + 1)
/// "May" is a month, "King" and "Rice" are words; most names of five letters and more are nobody else's, but for "Friday".
const isOwnName = (name: string): boolean => /^\p{Lu}\p{Ll}{4,}$/u.test(name) && !name.endsWith("day")

/// The states of today of which all of this is known, in an order of their own.
function landsIn({rows}: Resources): Land[] {
  const leaders = new Map<string, Set<string>>()
  for (const {country = "", person} of rows("actors/offices/heads.tsv"))
    if (person) leaders.set(country, (leaders.get(country) ?? new Set()).add(person))
  const lands = rows("actors/countries.tsv")
    .filter(row => row.until === undefined && row.of === undefined)
    .flatMap(({iso3 = "", name, ...row}) => {
      const list = (cell: string | undefined): string[] => cell?.split(";") ?? []
      const adjectives = list(row.adjectives)
      const [first] = adjectives
      const plural = first !== undefined && /[in]$/.test(first) ? [`${first}s`] : [`${first} people`]
      const land = {
        names: [...(name === undefined ? [] : [name]), ...list(row.names)],
        adjectives,
        people: [...plural, ...list(row.demonyms)],
        capitals: list(row.capital),
        leaders: [...(leaders.get(iso3) ?? [])]
      }
      return kinds.every(kind => land[kind].length > 0) ? [land] : []
    })
  const random = seeded(5)
  return lands
    .map(land => ({land, at: random()}))
    .sort((a, b) => a.at - b.at)
    .map(({land}) => land)
}
