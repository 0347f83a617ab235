import type {Rule} from "../../coding/rule.ts"
import type {ActorTables, Row} from "../../mentions/actors/lexicon.ts"
import {type OwnActor, withOwn} from "../../mentions/actors/own-actors.ts"
import type {Needs} from "../../store/questions/holding.ts"
import {wordsOf} from "../../store/words.ts"

/// Which words an article must hold to be read otherwise when a team's rules or actors change. What hangs on no word at all reaches
/// every article.

/// Rules as they hold, and the words of the team's own classes.
export interface Coding {
  readonly rules: readonly Rule[]
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>
}

type Forms = (lemma: string) => readonly string[]

/// Of the rules that are not the same before and after, the words they hang on, in all forms.
export function reachOfRules(before: Coding, after: Coding, forms: Forms): {needs: Needs[]; words: string[]} {
  const changed = [...unlike(before.rules, after.rules), ...unlike(after.rules, before.rules)]
  const lemmas = new Set<string>()
  let everywhere = false
  for (const {verbs = [], nouns = [], adjectives = [], modal = [], needs = []} of changed) {
    const hangs = [...verbs.filter(v => v !== "*"), ...nouns, ...adjectives]
    for (const word of hangs) lemmas.add(longest(word))
    if (!verbs.includes("*")) continue
    const beside = needs.length > 0 ? needs : modal
    for (const word of beside) lemmas.add(longest(word))
    everywhere ||= beside.length === 0
  }
  const names = new Set([...before.classes.keys(), ...after.classes.keys()])
  for (const name of names) {
    const [was, is] = [before.classes.get(name) ?? new Set<string>(), after.classes.get(name) ?? new Set<string>()]
    for (const word of new Set([...was, ...is])) if (was.has(word) !== is.has(word)) lemmas.add(longest(word))
  }
  if (everywhere) return {needs: [[]], words: []}
  const words = [...lemmas].sort()
  return words.length === 0 ? {needs: [], words} : {needs: [[inForms(words, forms)]], words}
}

const unlike = (these: readonly Rule[], those: readonly Rule[]): Rule[] => {
  const there = new Map(those.map(r => [r.name, r]))
  return these.filter(r => there.get(r.name) !== r && JSON.stringify(there.get(r.name)) !== JSON.stringify(r))
}

/// Offices under which somebody goes by the family name alone.
const leading: ReadonlySet<string> = new Set([
  "president",
  "prime minister",
  "chancellor",
  "chief executive",
  "supreme leader",
  "leader",
  "king",
  "queen",
  "emperor"
])

/// Of the actors that are known otherwise before and after: their names, or their offices beside what these belong to.
export function reachOfActors(
  tables: ActorTables,
  before: readonly OwnActor[],
  after: readonly OwnActor[],
  forms: Forms
): {needs: Needs[]; words: string[]} {
  const rowsOf = (own: readonly OwnActor[]): ReadonlyMap<string, {readonly row: Row; readonly names: Set<string>}> => {
    const {offices, organisations, groups} = own.length > 0 ? withOwn(tables, own) : tables
    const found = new Map<string, {readonly row: Row; readonly names: Set<string>}>()
    for (const row of [...offices.flatMap(o => o.rows), ...organisations, ...groups]) {
      const {id, title, country, body, sector, sectors, code, from, until} = row
      const key = [id, title, country, body, sector, sectors, code, from, until].join("\t")
      const names = [row.person ?? row.name ?? "", ...(row.aliases ?? "").split(";")].filter(name => name !== "")
      const there = found.get(key)
      if (there) for (const name of names) there.names.add(name)
      else found.set(key, {row, names: new Set(names)})
    }
    return found
  }
  const [was, is] = [rowsOf(before), rowsOf(after)]
  const single = new Set<string>()
  const needs: Needs[] = []
  const told = new Set<string>()
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const [old, now] = [was.get(key), is.get(key)]
    const {row} = (now ?? old)!
    const names = [...new Set([...(old?.names ?? []), ...(now?.names ?? [])])]
    // where office and time are the same, only names that came or went can make a difference
    const fresh = old && now ? names.filter(name => old.names.has(name) !== now.names.has(name)) : names
    for (const name of fresh) {
      told.add(name)
      const words = wordsOf(name)
      if (words.length === 1) single.add(words[0]!)
      else if (words.length > 1) needs.push(words.map(word => [word]))
    }
    if (row.title === undefined || row.person === undefined) continue
    const parts = fresh.flatMap(name => wordsOf(name)).filter(word => word.length > 2)
    if (leading.has(row.title)) for (const part of parts) single.add(part)
    if ((old && now) || row.title === "figure") continue
    told.add(row.title)
    const beside = [...parts, ...placeWords(tables, row)].filter(word => word.length > 1)
    if (beside.length > 0) needs.push([inForms(titleWords(tables, row.title), forms), inForms(beside, forms)])
  }
  const alone = [...single]
  return {needs: [...(alone.length > 0 ? [[alone]] : []), ...fewer(needs)], words: [...told].filter(Boolean).sort()}
}

/// Very many conditions as one that asks for less: a database takes no statement of any length.
function fewer(needs: readonly Needs[]): readonly Needs[] {
  const distinct = [...new Map(needs.map(n => [JSON.stringify(n), n])).values()]
  if (distinct.length <= 100) return distinct
  return [[[...new Set(distinct.flatMap(all => longestList(all)))]]]
}

const longestList = (all: Needs): readonly string[] =>
  [...all].sort((a, b) => Math.max(...b.map(w => w.length)) - Math.max(...a.map(w => w.length)))[0] ?? []

/// One word of each way to say an office: "minister" of "minister of foreign affairs".
function titleWords(tables: ActorTables, title: string): readonly string[] {
  const said = tables.generic.filter(row => row.kind === "office" && [row.id, ...(row.answers ?? "").split(";")].includes(title))
  return [title, ...said.flatMap(row => (row.forms ?? "").split(";"))].filter(form => form !== "").map(longest)
}

/// What a country or a body is called by.
function placeWords(tables: ActorTables, {country, body}: Row): readonly string[] {
  const of = [...tables.organisations, ...tables.groups].find(row => row.id === body)
  const names = of
    ? [of.name, ...(of.aliases ?? "").split(";")]
    : tables.countries
        .filter(row => row.iso3 === country)
        .flatMap(row =>
          [row.name, row.names, row.adjectives, row.demonyms, row.capital, row.seats, row.nicknames].flatMap(cell =>
            (cell ?? "").split(";")
          )
        )
  return names.filter(name => name !== undefined && name !== "").map(name => longest(name!))
}

const longest = (words: string): string => wordsOf(words).sort((a, b) => b.length - a.length)[0] ?? words

const inForms = (words: readonly string[], forms: Forms): string[] => [
  ...new Set(words.flatMap(word => forms(word)).flatMap(form => wordsOf(form)))
]
