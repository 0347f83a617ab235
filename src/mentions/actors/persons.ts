import type {CountryCode, Sector} from "../../model/model.ts"
import {at, type Cells, isDay, list, notADay, type Row, sectorOf} from "./cells.ts"
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

/// A file of offices: its rows, and where it is the one in data/, its cells; these need no check but that of the tests.
export interface OfficeTable {
  readonly file: string
  /// Not looked at where there are `cells`.
  readonly rows: readonly Row[]
  readonly cells?: Cells
}

/// Everybody who held an office. Persons and offices are made when they are asked for: a text speaks of few.
export interface OfficeBook {
  /// By country, or by id of organisation or group.
  readonly offices: {get(key: string): readonly Spell[] | undefined}
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

/// The tables of offices, the better known persons first. Complaints of rows that were not read from data/ come at once.
export function officeBook(tables: readonly OfficeTable[], known: Known): OfficeBook {
  const rows = officeRows(tables)
  const {calling, isGiven} = known
  const spells: Spell[] = []
  const persons = new Map<string, Person>()
  let byPerson: ReadonlyMap<string, readonly number[]> | undefined
  let byOffice: ReadonlyMap<string, readonly number[]> | undefined
  const personIn = (row: number): Person => {
    const id = rows.cell(row, "id")!
    let person = persons.get(id)
    if (!person) {
      byPerson ??= grouped(rows, row => rows.cell(row, "id"))
      persons.set(id, (person = personOf(id, byPerson.get(id)!)))
    }
    return person
  }
  const personOf = (id: string, own: readonly number[]): Person => {
    const [first] = own
    const country = rows.cell(first!, "country")!
    const person: Person = {
      id,
      name: rows.cell(first!, "person")!,
      spellings: [],
      spelledFor: [],
      spells: [],
      familyFirst: calling.get(country) === "family",
      rank: first!
    }
    for (const row of own) {
      const spell = spellOf(rows, row, person)
      for (const {title, from, country, body} of person.spells) {
        if (spell.title === title && spell.from === from && spell.country === country && spell.body === body)
          throw new Error(`${rows.where(row)}: the same person, office and beginning stand there twice`)
      }
      spelledIn(rows, row, spell.country, person.spellings, person.spelledFor)
      person.spells.push(spell)
      spells[row] = spell
    }
    return person
  }
  const means = (row: number) => ({is: "person" as const, person: personIn(row)})
  const addFull = (name: string, row: number): void => {
    if (name.includes(" ") || /[\s-]/.test(name)) addName(known.names, name, means, "name", row)
  }
  let before = ""
  for (let row = 0; row < rows.length; row++) {
    if (rows.unchecked(row)) check(rows, row, known)
    const name = rows.cell(row, "person")!
    // Who held several offices stands in several rows, mostly one after another.
    const whose = `${rows.cell(row, "id")} ${name}`
    if (whose !== before) addFull(name, row)
    before = whose
    const aliases = rows.cell(row, "aliases")
    if (aliases) for (const alias of list(aliases)) addFull(alias, row)
  }
  for (let row = 0; row < rows.length; row++) if (rows.unchecked(row)) personIn(row)

  const offices = new Map<string, readonly Spell[]>()
  const callings = new Map<Person, ReadonlyMap<string, number>>()
  let index: ReadonlyMap<string, number | number[]> | undefined
  return {
    offices: {
      get(key) {
        let own = offices.get(key)
        if (own) return own
        byOffice ??= grouped(rows, row => rows.cell(row, "body") ?? rows.cell(row, "country"))
        own = byOffice.get(key)?.map(row => {
          if (!spells[row]) personIn(row)
          return spells[row]!
        })
        if (own) offices.set(key, own)
        return own
      }
    },
    persons(skeleton) {
      byPerson ??= grouped(rows, row => rows.cell(row, "id"))
      index ??= bySkeleton(rows, byPerson.values(), calling, isGiven)
      const found = index.get(skeleton)
      return found === undefined ? nobody : typeof found === "number" ? [personIn(found)] : found.map(personIn)
    },
    called(person) {
      let called = callings.get(person)
      if (!called) callings.set(person, (called = calledBy(person, calling, isGiven)))
      return called
    }
  }
}
/// The rows of all tables of offices, one after another.
interface OfficeRows {
  readonly length: number
  cell(row: number, column: OfficeColumn): string | undefined
  /// File and line of a row, and whose it is, for complaints.
  where(row: number): string
  /// Whether a row is not of data/, whose tables are sound.
  unchecked(row: number): boolean
}

const officeColumns = [
  "id",
  "person",
  "country",
  "body",
  "title",
  "sector",
  "from",
  "until",
  "aliases",
  "source",
  "checked"
] as const
type OfficeColumn = (typeof officeColumns)[number]

function officeRows(tables: readonly OfficeTable[]): OfficeRows {
  const tableOf: number[] = []
  const starts: number[] = []
  tables.forEach((table, t) => {
    starts.push(tableOf.length)
    for (let n = (table.cells ?? table.rows).length; n > 0; n--) tableOf.push(t)
  })
  const columns = tables.map(({cells}) =>
    Object.fromEntries(officeColumns.map(name => [name, cells?.column(name) ?? -1]))
  ) as unknown as readonly Readonly<Record<OfficeColumn, number>>[]
  const cell = (row: number, column: OfficeColumn): string | undefined => {
    const t = tableOf[row]!
    const table = tables[t]!
    const n = row - starts[t]!
    return table.cells ? table.cells.cell(n, columns[t]![column]) : table.rows[n]![column]
  }
  return {
    length: tableOf.length,
    cell,
    unchecked: row => tables[tableOf[row]!]!.cells === undefined,
    where(row) {
      const table = tables[tableOf[row]!]!
      const n = row - starts[tableOf[row]!]!
      const id = cell(row, "id")
      const own = table.cells ? {"#": String(table.cells.line(n))} : table.rows[n]!
      return `${at(`data/actors/offices/${table.file}`, own, n + 1)}${id ? ` (${id})` : ""}`
    }
  }
}

/// Whether a row says what it must, in words that are known.
function check(rows: OfficeRows, row: number, {stateOf, isBody}: Known): void {
  const must = ["id", "person", "country", "title", "source", "checked"] as const
  const empty = must.filter(column => !rows.cell(row, column))
  if (empty.length > 0) throw new Error(`${rows.where(row)}: "${empty.join('", "')}" is empty`)
  stateOf(rows.cell(row, "country")!, rows.where(row))
  const [from, until, body, sector] = (["from", "until", "body", "sector"] as const).map(column => rows.cell(row, column))
  if (!isDay(from)) throw notADay(from, rows.where(row))
  if (!isDay(until)) throw notADay(until, rows.where(row))
  if (from && until && until < from.slice(0, until.length))
    throw new Error(`${rows.where(row)}: until ${until} lies before from ${from}`)
  if (body && !isBody(body))
    throw new Error(`${rows.where(row)}: unknown body "${body}"; an id of organisations.tsv or groups.tsv`)
  if (sector) sectorOf(sector, rows.where(row))
}

const spellOf = (rows: OfficeRows, row: number, person: Person): Spell => ({
  person,
  country: rows.cell(row, "country")!,
  body: rows.cell(row, "body"),
  title: rows.cell(row, "title")!,
  sector: rows.cell(row, "sector") as Sector | undefined,
  from: rows.cell(row, "from"),
  until: rows.cell(row, "until"),
  source: rows.cell(row, "source")!
})

/// Adds the names that a row spells and that are not there yet, and the country they are spelled for.
function spelledIn(rows: OfficeRows, row: number, country: string, spellings: string[], spelledFor: string[]): void {
  const add = (name: string): void => {
    if (spellings.includes(name)) return
    spellings.push(name)
    spelledFor.push(country)
  }
  add(rows.cell(row, "person")!)
  const aliases = rows.cell(row, "aliases")
  if (aliases) for (const alias of list(aliases)) add(alias)
}

/// Rows by what they have in common, in order.
function grouped(rows: OfficeRows, keyOf: (row: number) => string | undefined): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>()
  for (let row = 0; row < rows.length; row++) {
    const key = keyOf(row)!
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

/// A row of each person, the first, by the skeleton of whatever they may be called by; most skeletons are one person's.
function bySkeleton(
  rows: OfficeRows,
  byPerson: Iterable<readonly number[]>,
  calling: Known["calling"],
  isGiven: Known["isGiven"]
): ReadonlyMap<string, number | number[]> {
  const index = new Map<string, number | number[]>()
  for (const own of byPerson) {
    const first = own[0]!
    const spellings: string[] = []
    const spelledFor: string[] = []
    for (const row of own) spelledIn(rows, row, rows.cell(row, "country")!, spellings, spelledFor)
    for (let s = 0; s < spellings.length; s++) {
      const pieces = piecesOf(spellings[s]!)
      const way = calling.get(spelledFor[s]!)
      for (let i = 0; i < pieces.length; i++) {
        if (!calls(pieces, i, way, isGiven)) continue
        const key = bareSkeleton(pieces[i]!)
        const found = index.get(key)
        if (found === undefined) index.set(key, first)
        else if (typeof found === "number") {
          if (found !== first) index.set(key, [found, first])
        } else if (found[found.length - 1] !== first) found.push(first)
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
    // "Mayor Carlos Nhaca" is no King Juan Carlos: a given name at the end is not one that others follow
    const alone = several && isGiven(last) ? 0.9 : 1
    if ((called.get(last) ?? 0) < 0.5) called.set(last, way === "family" && several ? 0.5 : alone)
    for (let i = 1; i < pieces.length - 1; i++) {
      const piece = pieces[i]!
      if (!called.has(piece) && calls(pieces, i, way, isGiven)) called.set(piece, isGiven(piece) ? 0.1 : 0.3)
    }
  })
  return called
}
