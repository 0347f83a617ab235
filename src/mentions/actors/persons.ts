import type {CountryCode, Sector} from "../../model/model.ts"
import {at, isDay, list, notADay, type Row, sectorOf} from "./cells.ts"
import {addName, type NameTable} from "./nametable.ts"
import {bareSkeleton, particles, piecesOf} from "./pieces.ts"

export interface Spell {
  readonly person: Person
  /// Country key or code; for an organisation's or group's office its code.
  readonly country: CountryCode
  /// Id of the organisation or group served, where it is one.
  readonly body?: string
  readonly title: string
  readonly sector: Sector | undefined
  readonly from?: string
  readonly until?: string
  readonly source: string
}

export interface Person {
  readonly id: string
  readonly name: string
  /// Every way the name is spelled in the tables, and the country it is spelled for.
  readonly spellings: string[]
  readonly spelledFor: string[]
  spells: Spell[]
  /// Whether the family name comes first.
  readonly familyFirst: boolean
  /// Place in the tables: earlier rows are better known.
  readonly rank: number
}

/// Everybody who held an office.
export interface OfficeBook {
  /// By country, or by id of organisation or group.
  readonly offices: ReadonlyMap<string, readonly Spell[]>
  /// Those who may be called by a piece of a name, given its skeleton.
  persons(skeleton: string): readonly Person[]
  /// Which pieces of somebody's names are family names, or whatever one is called by alone, and how surely.
  called(person: Person): ReadonlyMap<string, number>
}

/// What the tables of offices are checked against and read with.
export interface Known {
  /// Takes up the names of persons.
  readonly names: NameTable
  /// Complains of a country that nobody knows.
  readonly stateOf: (code: string, where: string) => CountryCode | undefined
  readonly isBody: (id: string) => boolean
  /// By country, whether people are called by the family name that comes first, or by the given name.
  readonly calling: ReadonlyMap<string, string>
  /// Whether a piece is a common first name.
  readonly isGiven: (piece: string) => boolean
}

const nobody: readonly Person[] = []
const none: Spell[] = []

/// Reads and checks the tables of offices, the better known persons first.
export function officeBook(
  tables: readonly {readonly file: string; readonly rows: readonly Row[]}[],
  {names, stateOf, isBody, calling, isGiven}: Known
): OfficeBook {
  const offices = new Map<string, Spell[]>()
  const byId = new Map<string, Person>()
  const soundCountries = new Set<string>()
  const soundSectors = new Set<string>()
  const spelled = (person: Person, name: string, country: string): void => {
    if (person.spellings.includes(name)) return
    person.spellings.push(name)
    person.spelledFor.push(country)
    addFull(person, name)
  }
  const addFull = (person: Person, name: string): void => {
    if (name.includes(" ") || /[\s-]/.test(name)) addName(names, name, {is: "person", person}, "name")
  }
  for (const {file, rows} of tables) {
    for (let n = 0; n < rows.length; n++) {
      const row = rows[n]!
      const {id, person: name, country, body, title, from, until, source, sector} = row
      const where = (): string => `${at(`data/actors/offices/${file}`, row, n + 1)}${id ? ` (${id})` : ""}`
      if (!id || !name || !country || !title || !source || !row.checked) {
        const empty = ["id", "person", "country", "title", "source", "checked"].filter(column => !row[column])
        throw new Error(`${where()}: "${empty.join('", "')}" is empty`)
      }
      if (!soundCountries.has(country)) {
        stateOf(country, where())
        soundCountries.add(country)
      }
      if (!isDay(from)) throw notADay(from, where())
      if (!isDay(until)) throw notADay(until, where())
      if (from && until && until < from.slice(0, until.length))
        throw new Error(`${where()}: until ${until} lies before from ${from}`)
      if (body && !isBody(body)) throw new Error(`${where()}: unknown body "${body}"; an id of organisations.tsv or groups.tsv`)
      if (sector && !soundSectors.has(sector)) {
        sectorOf(sector, where())
        soundSectors.add(sector)
      }
      let person = byId.get(id)
      if (person) spelled(person, name, country)
      else {
        // Arrays that open with their first member stay small, and most never get a second.
        const familyFirst = calling.get(country) === "family"
        person = {id, name, spellings: [name], spelledFor: [country], spells: none, familyFirst, rank: byId.size}
        byId.set(id, person)
        addFull(person, name)
      }
      for (const spell of person.spells) {
        if (spell.title === title && spell.from === from && spell.country === country && spell.body === body)
          throw new Error(`${where()}: the same person, office and beginning stand there twice`)
      }
      if (row.aliases) for (const alias of list(row.aliases)) spelled(person, alias, country)
      const spell: Spell = {person, country, body, title, sector: sector as Sector | undefined, from, until, source}
      if (person.spells === none) person.spells = [spell]
      else person.spells.push(spell)
      const there = offices.get(body ?? country)
      if (there) there.push(spell)
      else offices.set(body ?? country, [spell])
    }
  }
  const callings = new Map<Person, ReadonlyMap<string, number>>()
  let index: ReadonlyMap<string, Person | Person[]> | undefined
  return {
    offices,
    persons(skeleton) {
      index ??= bySkeleton(byId.values(), calling, isGiven)
      const found = index.get(skeleton)
      return found === undefined ? nobody : Array.isArray(found) ? found : [found]
    },
    called(person) {
      let called = callings.get(person)
      if (!called) callings.set(person, (called = calledBy(person, calling, isGiven)))
      return called
    }
  }
}

/// Persons by the skeleton of whatever they may be called by; most skeletons are one person's.
function bySkeleton(
  all: Iterable<Person>,
  calling: Known["calling"],
  isGiven: Known["isGiven"]
): ReadonlyMap<string, Person | Person[]> {
  const index = new Map<string, Person | Person[]>()
  for (const person of all) {
    for (let s = 0; s < person.spellings.length; s++) {
      const pieces = piecesOf(person.spellings[s]!)
      const way = calling.get(person.spelledFor[s]!)
      for (let i = 0; i < pieces.length; i++) {
        if (!calls(pieces, i, way, isGiven)) continue
        const key = bareSkeleton(pieces[i]!)
        const found = index.get(key)
        if (found === undefined) index.set(key, person)
        else if (!Array.isArray(found)) {
          if (found !== person) index.set(key, [found, person])
        } else if (found[found.length - 1] !== person) found.push(person)
      }
    }
  }
  return index
}

/// Whether one may be called by the piece of a name at a place: the last, the first where it is not everybody's ("Mobutu",
/// "Saddam"), and those between that are no particles: "Salinas de Gortari" is called Salinas too.
function calls(pieces: readonly string[], i: number, way: string | undefined, isGiven: Known["isGiven"]): boolean {
  if (i === pieces.length - 1) return true
  const piece = pieces[i]!
  return i === 0 ? way !== undefined || (piece.length > 3 && !isGiven(piece)) : piece.length > 2 && !particles.has(piece)
}

/// The pieces by which somebody may be called, and how surely.
function calledBy(
  {spellings, spelledFor}: Person,
  calling: Known["calling"],
  isGiven: Known["isGiven"]
): ReadonlyMap<string, number> {
  const called = new Map<string, number>()
  spellings.forEach((name, s) => {
    const pieces = piecesOf(name)
    const way = calling.get(spelledFor[s]!)
    const several = pieces.length > 1
    const first = pieces[0]
    const last = pieces[pieces.length - 1]
    if (first === undefined || last === undefined) return
    if (several && way !== undefined) called.set(first, way === "family" ? 1 : 0.9)
    else if (several && calls(pieces, 0, way, isGiven)) called.set(first, Math.max(0.2, called.get(first) ?? 0))
    if ((called.get(last) ?? 0) < 0.5) called.set(last, way === "family" && several ? 0.5 : 1)
    for (let i = 1; i < pieces.length - 1; i++) {
      const piece = pieces[i]!
      if (!called.has(piece) && calls(pieces, i, way, isGiven)) called.set(piece, isGiven(piece) ? 0.1 : 0.3)
    }
  })
  return called
}
