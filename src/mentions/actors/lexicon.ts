import type {ActorKind, CountryCode, Party, Sector} from "../../model/model.ts"
import {stateless} from "../../model/model.ts"
import {at, isDay, list, notADay, type Row, sectorOf} from "./cells.ts"
import {addName, type NameTable, nameTable} from "./nametable.ts"
import {type OfficeBook, type OfficeTable, officeBook, type Person} from "./persons.ts"
import {fold, piecesOf} from "./pieces.ts"

export type {Person, Spell} from "./persons.ts"
export type {Row}

/// The tables under data/actors, each with the path that complaints name.
export interface ActorTables {
  readonly countries: readonly Row[]
  readonly organisations: readonly Row[]
  readonly groups: readonly Row[]
  readonly bodies: readonly Row[]
  readonly generic: readonly Row[]
  readonly givenNames: readonly Row[]
  readonly bound: readonly Row[]
  /// Every file of data/actors/offices, by file name.
  readonly offices: readonly OfficeTable[]
}

/// A state, or a territory that is counted with one.
export interface Country {
  readonly key: string
  /// What actors of it are coded: its own code, or that of the state it is counted with.
  readonly code: CountryCode
  readonly name: string
  /// PRE where it is partially recognized.
  readonly sectors: readonly Sector[]
  /// The office that "the leader" means there.
  readonly leader: string
  readonly cow?: number
  readonly gw?: number
  readonly from?: string
  readonly until?: string
}

/// An organisation, group or body of a state, with what it was when.
export interface Body {
  readonly id: string
  readonly name: string
  readonly kind: ActorKind
  readonly spells: readonly {
    readonly country?: CountryCode
    readonly sectors: readonly Sector[]
    readonly from?: string
    readonly until?: string
  }[]
}

export interface Generic {
  readonly kind: "office" | "title" | "people" | "body" | "standin"
  readonly id: string
  readonly answers: readonly string[]
  readonly sectors: readonly Sector[]
  readonly country?: CountryCode
  /// The body whose office it is: "UN human rights chief".
  readonly body?: string
  /// The user's own word: its code as it stands.
  readonly code?: string
}

export type Meaning =
  | {
      readonly is: "country"
      readonly country: Country
      readonly form: "name" | "adjective" | "demonym" | "capital" | "seat" | "nickname"
    }
  | {readonly is: "body"; readonly body: Body}
  | {readonly is: "person"; readonly person: Person}
  | {readonly is: "generic"; readonly generic: Generic; readonly plural: boolean}
  | {readonly is: "honorific"; readonly gender?: "he" | "she"}
  | {readonly is: "own"; readonly party: Party; readonly country: boolean}

/// Everything the finder looks names up in.
export interface ActorLexicon extends OfficeBook {
  readonly names: NameTable
  readonly countries: ReadonlyMap<string, Country>
  readonly bodies: ReadonlyMap<string, Body>
  /// Words that are actors only with an owner: "side", "force".
  readonly bound: ReadonlySet<string>
  /// "he" or "she" by given name.
  readonly genders: ReadonlyMap<string, "he" | "she">
}

const statelessSet: ReadonlySet<string> = new Set(stateless)

/// Checks the tables and makes of them what the finder looks names up in. Complaints name file, row, value and what would be right. Offices
/// that come with their cells are those of data/, which the tests check; they are read when they are asked for.
export function actorLexicon(tables: ActorTables): ActorLexicon {
  const names = nameTable()
  const countries = new Map<string, Country>()
  const calling = new Map<string, string>()
  const bodies = new Map<string, Body>()
  const add = (name: string, means: Meaning, written: "name" | "any" = "name") => addName(names, name, means, written)

  for (const row of tables.countries) {
    const key = row.iso3 ?? ""
    if (!row.name || !key)
      throw new Error(`${at("data/actors/countries.tsv", row)}: a row without iso3 or name: ${JSON.stringify(row)}`)
    if (countries.has(key))
      throw new Error(`${at("data/actors/countries.tsv", row)}: ${key} stands there twice; one row for each`)
    const [state, ...special] = (row.of ?? key).split(" ")
    const country: Country = {
      key,
      code: state!,
      name: row.name,
      sectors: special.map(s => sectorOf(s, `${at("data/actors/countries.tsv", row)}: ${key}`)),
      leader: row.leader ?? "president",
      cow: row.cow ? Number(row.cow) : undefined,
      gw: row.gw ? Number(row.gw) : undefined,
      from: row.from,
      until: row.until
    }
    countries.set(key, country)
    if (row.called) {
      if (row.called !== "family" && row.called !== "given")
        throw new Error(
          `${at("data/actors/countries.tsv", row)}: ${key}: unknown way of calling "${row.called}"; family, given or nothing`
        )
      calling.set(key, row.called)
    }
    const is = (form: "name" | "adjective" | "demonym" | "capital" | "seat" | "nickname"): Meaning => ({
      is: "country",
      country,
      form
    })
    for (const name of [row.name, ...list(row.names)]) add(name, is("name"))
    for (const adjective of list(row.adjectives)) {
      add(adjective, is("adjective"))
      if (
        /(?:an|i|ene|ek|ese|ak|ian|ab|aw|jik|mer|un|kh|en|ot|iot|ik|er|av|oat|erb|az)$/i.test(adjective) &&
        !/ese$/.test(adjective)
      )
        add(`${adjective}s`, is("demonym"))
    }
    for (const demonym of list(row.demonyms)) {
      add(demonym, is("demonym"))
      if (!demonym.endsWith("s")) add(`${demonym}s`, is("demonym"))
    }
    for (const capital of list(row.capital)) add(capital, is("capital"))
    for (const seat of list(row.seats)) add(seat, is("seat"))
    for (const nickname of list(row.nicknames)) add(nickname, is("nickname"))
  }
  for (const country of countries.values()) {
    if (!countries.has(country.code))
      throw new Error(`data/actors/countries.tsv: ${country.key} is counted with ${country.code}, which has no row`)
  }
  const stateOf = (code: string | undefined, where: string): CountryCode | undefined => {
    if (!code || statelessSet.has(code)) return code
    const country = countries.get(code)
    if (!country)
      throw new Error(`${where}: unknown country "${code}"; a key of data/actors/countries.tsv or one of ${stateless.join(", ")}`)
    return country.code
  }

  const addBodies = (rows: readonly Row[], file: string, kind: ActorKind) => {
    rows.forEach(row => {
      const name = row.name
      const where = `${at(file, row)}: ${row.id ?? name}`
      if (!name) throw new Error(`${where}: a row without a name`)
      const id = row.id ?? `${row.country?.toLowerCase()}-${piecesOf(name).join("-")}`
      const code = stateOf(row.country ?? row.code, where)
      const special = row.country && countries.get(row.country)?.sectors
      const sectors = [...list(row.sectors).map(s => sectorOf(s, where)), ...(special || [])]
      for (const day of [row.from, row.until]) if (!isDay(day)) throw notADay(day, where)
      const spell = {country: code, sectors, from: row.from, until: row.until}
      const known = bodies.get(id)
      if (known) {
        if (!row.from && !row.until) throw new Error(`${where}: stands there twice; later rows of an id need "from" or "until"`)
        ;(known.spells as unknown[]).unshift(spell)
        return
      }
      const body: Body = {id, name, kind, spells: [spell]}
      bodies.set(id, body)
      for (const alias of [name, ...list(row.aliases)]) {
        add(alias, {is: "body", body})
        // "a Tamil Tiger leader"
        if (kind === "group" && / \p{Lu}\p{L}+[^su]s$/u.test(alias)) add(alias.slice(0, -1), {is: "body", body})
      }
    })
  }
  addBodies(tables.organisations, "data/actors/organisations.tsv", "organization")
  addBodies(tables.groups, "data/actors/groups.tsv", "group")
  addBodies(tables.bodies, "data/actors/bodies.tsv", "organization")

  for (const row of tables.generic) {
    const where = `${at("data/actors/generic.tsv", row)}: ${row.id}`
    const kind = row.kind as Generic["kind"]
    if (!["office", "title", "people", "body", "standin"].includes(kind))
      throw new Error(`${where}: unknown kind "${row.kind}"; office, title, people, body or standin`)
    const body = row.country && bodies.has(row.country) ? row.country : undefined
    const generic: Generic = {
      kind,
      id: row.id ?? "",
      answers: list(row.answers),
      sectors: list(row.sectors).map(s => sectorOf(s, where)),
      ...(body ? {body} : {country: stateOf(row.country, where)})
    }
    for (const form of list(row.forms)) {
      const plural = alreadyPlural(form)
      add(form, {is: "generic", generic, plural}, "any")
      if (!plural) for (const many of plurals(form)) add(many, {is: "generic", generic, plural: true}, "any")
    }
  }
  for (const [form, gender] of honorifics) add(form, {is: "honorific", gender})

  const genders = new Map<string, "he" | "she">()
  for (const {gender, names: given} of tables.givenNames) {
    if (gender !== "he" && gender !== "she") throw new Error(`data/actors/given-names.tsv: unknown gender "${gender}"; he or she`)
    for (const name of (given ?? "").split(" ")) genders.set(fold(name), gender)
  }
  const bound = new Set(tables.bound.flatMap(({word}) => (word ? [word] : [])))
  const book = officeBook(tables.offices, {
    names,
    stateOf,
    isBody: id => bodies.has(id),
    calling,
    isGiven: piece => genders.has(piece)
  })
  return {bound, names, countries, bodies, genders, ...book}
}

const honorifics: readonly (readonly [string, ("he" | "she")?])[] = [
  ["Mr.", "he"],
  ["Mr", "he"],
  ["Mrs.", "she"],
  ["Ms.", "she"],
  ["Miss", "she"],
  ["Sir", "he"],
  ["Dame", "she"],
  ["Lord", "he"],
  ["Lady", "she"],
  ["Dr."],
  ["Madam", "she"],
  ["Madame", "she"],
  ["Monsieur", "he"],
  ["Herr", "he"],
  ["Señor", "he"],
  ["Sheikh", "he"],
  ["Sheik", "he"],
  ["Shaikh", "he"],
  ["Ratu", "he"],
  ["U", "he"],
  ["Daw", "she"],
  ["Comrade"],
  ["Hon."],
  ["Tun", "he"],
  ["Dato", "he"],
  ["Datuk", "he"],
  ["Hajj", "he"],
  ["Don", "he"]
]

const manyWords =
  /^(?:police|gendarmerie|troops|forces|people|authorities|clergy|media|press|staff|prosecutors|judges|courts|marines|militaries|masses|services|agencies)$/
function alreadyPlural(form: string): boolean {
  const last = form.slice(form.lastIndexOf(" ") + 1)
  if (/ (?:of|for) /.test(form)) return false
  return (
    manyWords.test(last) ||
    (/[^s]s$/.test(last) &&
      !/(?:us|is|ss)$/.test(last) &&
      last.length > 3 &&
      !/'s$/.test(last) &&
      !/^(?:affairs|chassis)$/.test(last)) ||
    /men$/.test(last)
  )
}

/// The regular plurals of a form; of "minister of defence" and "attorney general" the first word's too.
function plurals(form: string): string[] {
  const words = form.split(" ")
  const of = words.findIndex(w => w === "of" || w === "for" || w === "d'affaires")
  if (of > 0) return [[...words.slice(0, of - 1), plural(words[of - 1]!), ...words.slice(of)].join(" ")]
  const out = [[...words.slice(0, -1), plural(words[words.length - 1]!)].join(" ")]
  if (words.length === 2 && words[1] === "general") out.push(`${plural(words[0]!)} general`)
  return out
}

function plural(word: string): string {
  const irregular: Readonly<Record<string, string>> = {
    man: "men",
    woman: "women",
    child: "children",
    person: "people",
    thief: "thieves",
    wife: "wives",
    serviceman: "servicemen"
  }
  if (irregular[word]) return irregular[word]
  if (/man$/.test(word) && word !== "human") return word.replace(/man$/, "men")
  if (word.endsWith(".")) return word
  if (/(?:s|x|z|ch|sh)$/.test(word)) return `${word}es`
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`
  return `${word}s`
}
