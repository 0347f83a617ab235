import type {ActorKind, CountryCode, Sector} from "../../model/model.ts"
import {sectors as allSectors, stateless} from "../../model/model.ts"
import type {ActorTables, Row} from "./lexicon.ts"
import {holdsOn} from "./offices.ts"
import {fold} from "./pieces.ts"

/// An actor of the user's: new, or with the id of a shipped one, which it then adds to and overrides.
export interface OwnActor {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly kind: Extract<ActorKind, "person" | "organization" | "group">
  readonly country?: CountryCode
  readonly sectors: readonly Sector[]
  readonly roles: readonly OwnRole[]
  /// Nothing of the shipped actor of this id is kept, not even roles of other titles.
  readonly only: boolean
  /// Where it stands, for complaints.
  readonly at: string
}

export interface OwnRole {
  readonly title?: string
  readonly country?: CountryCode
  /// The body served: an id of organisations.tsv, groups.tsv or of the user's.
  readonly of?: string
  readonly sector?: Sector
  readonly from?: string
  readonly until?: string
  readonly at: string
}

/// A file of the user's, as text and as what its YAML says.
export interface ActorFile {
  readonly path: string
  readonly text: string
  readonly yaml: unknown
}

/// "actors/mine.yaml:14: …", one line that says what would be right.
export interface Complaint {
  readonly at: string
  readonly says: string
}

const kinds = ["person", "organization", "group"] as const
const actorKeys = ["id", "name", "aliases", "kind", "country", "sector", "sectors", "roles", "only", "source", "checked", "note"]
const roleKeys = ["title", "country", "of", "sector", "from", "until", "source", "checked", "note"]

/// Reads what the user wrote; whatever is wrong is a complaint with file and line, and is left out. `tables` are the shipped ones: codes
/// and ids are looked up there.
export function ownActors(
  files: readonly ActorFile[],
  tables: ActorTables
): {readonly actors: readonly OwnActor[]; readonly complaints: readonly Complaint[]} {
  const complaints: Complaint[] = []
  const actors: OwnActor[] = []
  const countries = new Set([...tables.countries.map(r => r.iso3), ...stateless])
  const bodies = new Set([...tables.organisations, ...tables.groups].map(r => r.id))
  for (const {yaml} of files)
    if (Array.isArray(yaml)) for (const item of yaml) if (isMap(item) && item.id) bodies.add(String(item.id))
  const first = new Map<string, string>()
  for (const {path, text, yaml} of files) {
    if (yaml === null || yaml === undefined) continue
    if (!Array.isArray(yaml)) {
      complaints.push({at: `${path}:1`, says: "no list; write one actor an item: - id: …"})
      continue
    }
    const starts = itemLines(text)
    yaml.forEach((item: unknown, n) => {
      const start = starts[n] ?? 1
      const line = (words: string, from = start): string => `${path}:${lineOf(text, words, from, starts[n + 1])}`
      const wrong = (at: string, says: string): void => void complaints.push({at, says})
      const sector = (value: unknown, at: string): Sector | undefined => {
        if (value === undefined) return undefined
        const code = sectorWords.get(String(value).toLowerCase()) ?? String(value)
        if (sectorSet.has(code)) return code as Sector
        wrong(at, `unknown sector "${value}"; known: ${allSectors.join(", ")}${near(String(value), [...allSectors])}`)
        return undefined
      }
      const country = (value: unknown, at: string): string | undefined => {
        if (value === undefined || countries.has(String(value))) return value === undefined ? undefined : String(value)
        wrong(
          at,
          `unknown country "${value}"; ISO 3166 alpha-3 as in data/actors/countries.tsv, or one of ${stateless.join(", ")}`
        )
        return undefined
      }
      if (!isMap(item)) {
        wrong(`${path}:${start}`, "no actor; write id, name and what else is known of it")
        return
      }
      for (const key of Object.keys(item))
        if (!actorKeys.includes(key)) wrong(line(`${key}:`), `unknown key "${key}"; known: ${actorKeys.join(", ")}`)
      const name = textOf(item.name)
      if (!name) {
        wrong(line("name:"), `"name" is missing`)
        return
      }
      const id = textOf(item.id) ?? slug(name)
      const twice = first.get(id)
      if (twice) {
        wrong(line(id), `id "${id}" stands at ${twice} already; one actor, one item`)
        return
      }
      first.set(id, line(item.id === undefined ? name : id))
      const kind = item.kind === undefined ? (item.roles ? "person" : "group") : kinds.find(k => k === item.kind)
      if (!kind) {
        wrong(line("kind:"), `unknown kind "${item.kind}"; ${kinds.join(", ")}`)
        return
      }
      const roles: OwnRole[] = []
      let at = start
      for (const role of listOf(item.roles)) {
        at = lineOf(text, isMap(role) ? String(role.title ?? role.from ?? Object.keys(role)[0]) : String(role), at, starts[n + 1])
        const here = `${path}:${at}`
        if (!isMap(role)) {
          wrong(here, "no role; write {title: …, country: …, from: …, until: …}")
          continue
        }
        for (const key of Object.keys(role))
          if (!roleKeys.includes(key)) wrong(here, `unknown key "${key}" in a role; known: ${roleKeys.join(", ")}`)
        const [from, until] = [dayOf(role.from), dayOf(role.until)]
        for (const [day, key] of [
          [role.from, from],
          [role.until, until]
        ])
          if (day !== undefined && key === undefined)
            wrong(here, `"${day instanceof Date ? day.toISOString() : day}" is no day; write 2004-05-07, 2004-05 or 2004`)
        if (from && until && until < from.slice(0, until.length)) wrong(here, `until ${until} lies before from ${from}`)
        const of = textOf(role.of)
        if (of && !bodies.has(of)) wrong(here, `unknown body "${of}"; an id of organisations.tsv, groups.tsv or of your own`)
        if (kind === "person" && !textOf(role.title))
          wrong(here, `a person's role needs a "title": president, foreign minister, …`)
        const its = country(role.country, here)
        const title = textOf(role.title)?.toLowerCase()
        const sectorOfRole = sector(role.sector, here)
        roles.push({
          ...(title ? {title} : {}),
          ...(its ? {country: its} : {}),
          ...(of && bodies.has(of) ? {of} : {}),
          ...(sectorOfRole ? {sector: sectorOfRole} : {}),
          ...(from ? {from} : {}),
          ...(until ? {until} : {}),
          at: here
        })
      }
      const own = country(item.country, line("country:"))
      const known = personIds(tables).has(id) || bodies.has(id)
      if (kind === "person" && !own && roles.some(r => !r.country && !r.of) && !known)
        wrong(line("name:"), `"country" is missing, of ${name} or of each role`)
      const sectors = [...listOf(item.sector), ...listOf(item.sectors)].flatMap(s => sector(s, line("sector")) ?? [])
      actors.push({
        id,
        name,
        aliases: listOf(item.aliases).map(String),
        kind,
        ...(own ? {country: own} : {}),
        sectors,
        roles,
        only: item.only === true,
        at: `${path}:${start}`
      })
    })
  }
  return {actors, complaints}
}

/// What is doubtful in well-written actors: one name for two, one office held by two at a time (yours, or yours and a shipped one).
export function doubts(actors: readonly OwnActor[], tables: ActorTables): Complaint[] {
  const out: Complaint[] = []
  const named = new Map<string, OwnActor>()
  for (const actor of actors)
    for (const name of [actor.name, ...actor.aliases]) {
      const key = fold(name)
      const other = named.get(key)
      if (other && other !== actor)
        out.push({at: actor.at, says: `"${name}" is the name of ${other.id} (${other.at}) too; give it to one`})
      named.set(key, actor)
    }
  const ours = new Map(actors.map(a => [a.id, a]))
  const shipped = new Map<string, {row: Row; file: string}>()
  for (const {file, rows} of tables.offices)
    for (const row of rows)
      for (const name of [row.person ?? "", ...(row.aliases ?? "").split(";")]) if (name) shipped.set(fold(name), {row, file})
  for (const actor of actors) {
    const known = actor.kind === "person" ? shipped.get(fold(actor.name)) : undefined
    if (known && known.row.id !== actor.id && !ours.has(known.row.id ?? ""))
      out.push({
        at: actor.at,
        says: `"${actor.name}" is known as ${known.row.id} (data/actors/offices/${known.file}:${known.row["#"]}); write id: ${known.row.id} to add to it`
      })
  }
  const held = actors.flatMap(actor =>
    actor.roles.flatMap(role => (actor.kind === "person" && role.title ? [{actor, role}] : []))
  )
  const served = (actor: OwnActor, role: OwnRole): string | undefined => role.of ?? role.country ?? actor.country
  for (let i = 0; i < held.length; i++) {
    const {actor, role} = held[i]!
    if (!one.test(role.title!)) continue
    for (let j = 0; j < i; j++) {
      const other = held[j]!
      if (other.role.title !== role.title || served(other.actor, other.role) !== served(actor, role)) continue
      if (!together(role, other.role)) continue
      out.push({
        at: role.at,
        says: `${role.title} of ${served(actor, role)} overlaps that of ${other.actor.name} at ${other.role.at}`
      })
    }
    for (const {file, rows} of tables.offices)
      for (const row of rows) {
        if (row.title !== role.title || (row.body ?? row.country) !== served(actor, role) || row.id === actor.id) continue
        if (endedBy(row, role)) continue
        if (ours.get(row.id ?? "")?.only || !together(role, row)) continue
        out.push({
          at: role.at,
          says: `${role.title} of ${served(actor, role)} overlaps that of ${row.person} (data/actors/offices/${file}:${row["#"]}, ${row.from ?? ""} to ${row.until ?? "today"})`
        })
      }
  }
  return out
}

/// Offices that one person holds at a time.
const one =
  /^(?:president|prime minister|king|queen|emperor|chancellor|foreign minister|defence minister|finance minister|interior minister|secretary-general|director-general|leader|army chief|speaker)$/

/// Whether a shipped spell is open and a later one of the user's ends it.
const endedBy = (row: Dated & {readonly title?: string | undefined}, role: OwnRole): boolean =>
  row.until === undefined && role.from !== undefined && (row.from ?? "") < role.from && one.test(role.title ?? "")

interface Dated {
  readonly from?: string | undefined
  readonly until?: string | undefined
}

/// Whether two spells surely share a day.
function together(a: Dated, b: Dated): boolean {
  const begins = [a.from, b.from].map(d =>
    d === undefined ? "0001-01-01" : d.length === 10 ? d : d.length === 7 ? `${d}-31` : `${d}-12-31`
  )
  const day = begins[0]! > begins[1]! ? begins[0]! : begins[1]!
  return holdsOn(dated(a), day) === 2 && holdsOn(dated(b), day) === 2
}
const dated = ({from, until}: Dated) => ({...(from ? {from} : {}), ...(until ? {until} : {})})

/// The shipped tables with the user's actors in front: where both know a name, theirs is meant.
export function withOwn(tables: ActorTables, actors: readonly OwnActor[]): ActorTables {
  const persons = actors.filter(a => a.kind === "person")
  const bodies = actors.filter(a => a.kind !== "person")
  const byId = new Map(actors.map(a => [a.id, a]))
  const shippedPersons = personIds(tables)
  const rows: Row[] = []
  for (const actor of persons) {
    const base = {id: actor.id, person: actor.name, aliases: actor.aliases.join(";"), source: "your own", checked: "no"}
    const country = actor.country ?? shippedPersons.get(actor.id)
    const [sector] = actor.sectors
    for (const role of actor.roles) {
      const of = role.of
      const place = role.country ?? country ?? (of ? placeOfBody(tables, actors, of) : undefined)
      if (!place || !role.title) continue
      rows.push({
        ...base,
        country: place,
        body: of,
        title: role.title,
        sector: role.sector ?? sector,
        from: role.from,
        until: role.until
      })
    }
    if (actor.roles.length === 0 && country && (!shippedPersons.has(actor.id) || sector !== undefined || actor.only))
      rows.push({...base, country, title: "figure", sector})
  }
  const stays = (row: Row): boolean => {
    const own = byId.get(row.id ?? "")
    if (!own) return true
    return (
      !own.only &&
      !own.roles.some(
        role => role.title === row.title && (role.of ?? role.country ?? own.country ?? row.country) === (row.body ?? row.country)
      )
    )
  }
  const ending = persons.flatMap(actor =>
    actor.roles.map(role => ({role, place: role.of ?? role.country ?? actor.country, id: actor.id}))
  )
  const cut = (row: Row): Row => {
    const end = ending.find(
      e => e.role.title === row.title && e.place === (row.body ?? row.country) && e.id !== row.id && endedBy(row, e.role)
    )
    return end ? {...row, until: end.role.from} : row
  }
  // Names and aliases are added to whoever stays.
  const renamed = (row: Row): Row => {
    const own = byId.get(row.id ?? "")
    return own ? {...row, person: own.name, aliases: [row.person, row.aliases, ...own.aliases].filter(Boolean).join(";")} : row
  }
  const groups = bodies.flatMap((actor): Row[] => {
    const shipped = [...tables.groups, ...tables.organisations].find(row => row.id === actor.id)
    const base = {
      id: actor.id,
      name: actor.name,
      aliases: [...actor.aliases, ...(shipped && !actor.only ? [shipped.name, shipped.aliases] : [])].filter(Boolean).join(";"),
      country: actor.country ?? shipped?.country ?? shipped?.code,
      sectors: actor.sectors.length > 0 ? actor.sectors.join(";") : shipped?.sectors
    }
    return [
      base,
      ...actor.roles.map(role => ({
        ...base,
        country: role.country ?? base.country,
        sectors: role.sector ?? base.sectors,
        from: role.from ?? "0001",
        until: role.until
      }))
    ]
  })
  const kind = new Map(bodies.map(a => [a.id, a.kind]))
  return {
    ...tables,
    organisations: [
      ...groups.filter(r => kind.get(r.id!) === "organization"),
      ...tables.organisations.filter(r => !byId.has(r.id ?? ""))
    ],
    groups: [...groups.filter(r => kind.get(r.id!) === "group"), ...tables.groups.filter(r => !byId.has(r.id ?? ""))],
    offices: [
      {file: "your own", rows},
      ...tables.offices.map(({file, rows: theirs}) => ({file, rows: theirs.filter(stays).map(renamed).map(cut)}))
    ]
  }
}

const placeOfBody = (tables: ActorTables, actors: readonly OwnActor[], id: string): string | undefined => {
  const row = [...tables.groups, ...tables.organisations].find(r => r.id === id)
  return actors.find(a => a.id === id)?.country ?? row?.country ?? row?.code
}

/// Who is known, and of which country.
function personIds(tables: ActorTables): Map<string, string> {
  const out = new Map<string, string>()
  for (const {rows} of tables.offices) for (const {id, country} of rows) if (id && country && !out.has(id)) out.set(id, country)
  return out
}

const sectorSet: ReadonlySet<string> = new Set(allSectors)
/// Words for PLOVER's sectors.
const sectorWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    government: "GOV",
    military: "MIL",
    army: "MIL",
    police: "COP",
    judiciary: "JUD",
    court: "JUD",
    parliament: "LEG",
    legislature: "LEG",
    paramilitary: "PRM",
    party: "PTY",
    rebels: "REB",
    intelligence: "SPY",
    agriculture: "AGR",
    business: "BUS",
    crime: "CRM",
    civilians: "CVL",
    education: "EDU",
    elite: "ELI",
    media: "JRN",
    journalists: "JRN",
    labour: "LAB",
    labor: "LAB",
    medical: "MED",
    refugees: "REF",
    opposition: "OPP",
    religion: "REL",
    society: "SOC"
  })
)

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date)
const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : undefined

/// The id that a name gives: "adly-mansour".
export const slug = (name: string): string =>
  fold(name)
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")

/// A day as YAML gives it: a date, a text, or the number of a year.
function dayOf(value: unknown): string | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString().slice(0, 10)
  const text = value === undefined || value === null ? "" : String(value)
  return /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(text) ? text : undefined
}

function near(said: string, known: readonly string[]): string {
  const like = known.find(k => k[0] === said[0]?.toUpperCase() && said.toUpperCase().includes(k.slice(1)))
  return like ? `; did you mean ${like}?` : ""
}

/// The lines on which the items of a list begin.
function itemLines(text: string): number[] {
  const out: number[] = []
  let indent: string | undefined
  text.split("\n").forEach((line, n) => {
    const dash = /^(\s*)-(?:\s|$)/.exec(line)
    if (!dash) return
    indent ??= dash[1]!
    if (dash[1] === indent) out.push(n + 1)
  })
  return out
}

/// The first line of an item that holds some words; its own first line where none does.
function lineOf(text: string, words: string, from: number, until = Number.POSITIVE_INFINITY): number {
  const lines = text.split("\n")
  for (let n = from; n <= lines.length && n < until; n++) if (lines[n - 1]!.includes(words)) return n
  return from
}
