import {parse} from "csv-parse/sync"
import {slug} from "../../mentions/actors/own-actors.ts"
import type {Known} from "./tables.ts"

/// An actor as it is written to actors/*.yaml.
export interface Written {
  readonly id: string
  name: string
  aliases?: string[]
  kind: "person" | "organization" | "group"
  country?: string
  sector?: string
  roles?: {title: string; country?: string; sector?: string; from?: string; until?: string}[]
  source: string
}

export interface Imported {
  readonly actors: readonly Written[]
  /// What was left out, and why.
  readonly skipped: readonly string[]
}

/// Actors out of a Wikidata query export (CSV or JSON; columns item, itemLabel, position, country, start, end, in any of their usual
/// spellings) or out of FollowTheMoney entities, one JSON object a line (OpenSanctions). Actors that are known already keep their ids.
export function imported(text: string, path: string, known: Known): Imported {
  const first = text.trimStart()
  if (/\.csv$|\.tsv$/i.test(path) || !/^[[{]/.test(first)) return ofRows(csvRows(text, path), known)
  if (first.startsWith("{") && /"schema"\s*:/.test(first.slice(0, 5000))) return ofEntities(entities(text, path), known)
  return ofRows(jsonRows(text, path), known)
}

type Cells = Readonly<Record<string, string | undefined>>

function csvRows(text: string, path: string): Cells[] {
  const delimiter = text.slice(0, text.indexOf("\n")).includes("\t") ? "\t" : ","
  try {
    return parse(text, {columns: true, bom: true, delimiter, relax_column_count: true, skip_empty_lines: true}) as Cells[]
  } catch (error) {
    throw new Error(`${path}: no CSV: ${(error as Error).message}`)
  }
}

/// The list that the query service gives as "JSON", or its verbose form (results.bindings).
function jsonRows(text: string, path: string): Cells[] {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new Error(`${path}: no JSON: ${(error as Error).message}`)
  }
  const list = Array.isArray(json) ? json : (json as {results?: {bindings?: unknown[]}})?.results?.bindings
  if (!Array.isArray(list)) throw new Error(`${path}: neither a list of rows nor results.bindings; export it as CSV or JSON`)
  return list.map(row =>
    Object.fromEntries(
      Object.entries(row as Record<string, unknown>).map(([key, value]) => [
        key,
        typeof value === "object" && value !== null ? String((value as {value?: unknown}).value ?? "") : String(value ?? "")
      ])
    )
  )
}

function ofRows(rows: readonly Cells[], known: Known): Imported {
  const actors = new Map<string, Written>()
  const skipped: string[] = []
  rows.forEach((row, n) => {
    const cell = (...names: string[]): string | undefined => {
      for (const name of names)
        for (const [key, value] of Object.entries(row)) if (key.toLowerCase() === name && value) return value
      return undefined
    }
    const where = `row ${n + 1}`
    const name = cell("itemlabel", "personlabel", "name", "label")
    const item = cell("item", "person")?.replace(/^.*\//, "")
    if (!name || /^Q\d+$/.test(name)) {
      skipped.push(`${where}: no name${item ? ` of ${item}` : ""}`)
      return
    }
    const label = cell("positionlabel", "position", "title", "office")
    if (!label || /^(?:.*\/)?Q\d+$/.test(label)) {
      skipped.push(`${where}: ${name}: no position in words; ask for positionLabel`)
      return
    }
    const office = known.office(label)
    const said = cell("countrylabel", "country", "countrycode")
    const country = known.country(said?.replace(/^.*\//, "")) ?? office.country
    if (!country) {
      skipped.push(`${where}: ${name}: unknown country ${said ? `"${said}"` : `in "${label}"`}`)
      return
    }
    const actor = take(actors, known, name, country, item ? `wikidata ${item}` : "wikidata")
    const alias = cell("itemaltlabel", "aliases", "alias")
    for (const other of alias?.split(/\s*[,;|]\s*/) ?? []) addAlias(actor, other)
    addRole(actor, {
      title: office.title,
      country,
      from: dayOf(cell("start", "starttime", "start_year", "from")),
      until: dayOf(cell("end", "endtime", "end_year", "until"))
    })
  })
  return {actors: [...actors.values()], skipped}
}

interface Entity {
  readonly id: string
  readonly schema: string
  readonly properties: Readonly<Record<string, readonly string[]>>
}

function entities(text: string, path: string): Entity[] {
  return text.split("\n").flatMap((line, n): Entity[] => {
    if (line.trim() === "") return []
    try {
      const {id, schema, properties} = JSON.parse(line)
      return [{id: String(id), schema: String(schema), properties: properties ?? {}}]
    } catch (error) {
      throw new Error(`${path}:${n + 1}: no JSON: ${(error as Error).message}`)
    }
  })
}

const bodySchemas = new Set(["Organization", "PublicBody", "Company", "LegalEntity"])

function ofEntities(all: readonly Entity[], known: Known): Imported {
  const byId = new Map(all.map(e => [e.id, e]))
  const actors = new Map<string, Written>()
  const of = new Map<string, Written>()
  const skipped: string[] = []
  const value = (e: Entity | undefined, ...names: string[]): string | undefined =>
    names.flatMap(name => e?.properties[name] ?? [])[0]
  for (const entity of all) {
    const person = entity.schema === "Person"
    if (!person && !bodySchemas.has(entity.schema)) continue
    const name = value(entity, "name")
    if (!name) {
      skipped.push(`${entity.id}: no name`)
      continue
    }
    const country = [
      ...(entity.properties.citizenship ?? []),
      ...(entity.properties.nationality ?? []),
      ...(entity.properties.country ?? []),
      ...(entity.properties.jurisdiction ?? [])
    ]
      .map(known.country)
      .find(c => c !== undefined)
    if (!country) {
      skipped.push(`${entity.id}: ${name}: no country that is known`)
      continue
    }
    const actor = take(actors, known, name, country, `followthemoney ${entity.id}`, person ? "person" : bodyKind(entity))
    if (!person) actor.sector = sectorOf(entity)
    for (const other of [
      ...(entity.properties.name ?? []),
      ...(entity.properties.alias ?? []),
      ...(entity.properties.weakAlias ?? [])
    ])
      addAlias(actor, other)
    of.set(entity.id, actor)
  }
  for (const entity of all) {
    if (entity.schema === "Occupancy") {
      const actor = of.get(value(entity, "holder") ?? "")
      const post = byId.get(value(entity, "post") ?? "")
      const label = value(post, "name")
      if (!actor || !label) continue
      const office = known.office(label)
      const country = known.country(value(post, "country")) ?? office.country
      addRole(actor, {
        title: office.title,
        ...(country && {country}),
        from: dayOf(value(entity, "startDate", "date")),
        until: dayOf(value(entity, "endDate"))
      })
    } else if (entity.schema === "Membership" || entity.schema === "Employment" || entity.schema === "Directorship") {
      const actor = of.get(value(entity, "member", "employee", "director") ?? "")
      const label = value(entity, "role")
      if (actor && label)
        addRole(actor, {
          title: known.office(label).title,
          from: dayOf(value(entity, "startDate")),
          until: dayOf(value(entity, "endDate"))
        })
    }
  }
  // Without an occupancy the position is all that is told.
  for (const [id, actor] of of)
    if (actor.kind === "person" && !actor.roles)
      for (const label of byId.get(id)!.properties.position ?? []) {
        const office = known.office(label)
        addRole(actor, {title: office.title, ...(office.country && {country: office.country})})
      }
  return {actors: [...actors.values()], skipped}
}

const bodyKind = (entity: Entity): "organization" | "group" =>
  (entity.properties.topics ?? []).some(t => /terror|crime|wanted/.test(t)) ? "group" : "organization"

function sectorOf({schema, properties}: Entity): string {
  const topics = (properties.topics ?? []).join(" ")
  if (/terror/.test(topics)) return "REB"
  if (/crime/.test(topics)) return "CRM"
  if (schema === "Company" || /corp|fin/.test(topics)) return "BUS"
  if (/gov|mil/.test(topics) || schema === "PublicBody") return /mil/.test(topics) ? "MIL" : "GOV"
  return "SOC"
}

function take(
  actors: Map<string, Written>,
  known: Known,
  name: string,
  country: string,
  source: string,
  kind: Written["kind"] = "person"
): Written {
  const id = (kind === "person" ? known.person(name, country) : undefined) ?? slug(name)
  const key = `${id} ${country}`
  let actor = actors.get(key)
  if (!actor) {
    const taken = [...actors.values()].some(a => a.id === id)
    actor = {id: taken ? `${id}-${country.toLowerCase()}` : id, name, kind, country, source}
    actors.set(key, actor)
  }
  return actor
}

function addAlias(actor: Written, alias: string): void {
  const name = alias.trim()
  // Other scripts are of no use in English text.
  if (name === "" || name === actor.name || !/^[\p{Script=Latin}\p{M}\p{N}\p{P}\s]+$/u.test(name)) return
  actor.aliases ??= []
  if (!actor.aliases.includes(name)) actor.aliases.push(name)
}

function addRole(actor: Written, role: NonNullable<Written["roles"]>[number]): void {
  const {title, country, sector, from, until} = role
  const sectors =
    sector ??
    (/(?:president|minister|king|queen|chancellor|governor|secretary|mayor|ambassador|emir|sultan|leader)\b/.test(title)
      ? "GOV"
      : undefined)
  actor.roles ??= []
  if (actor.roles.some(r => r.title === title && r.country === country && r.from === from)) return
  actor.roles.push({
    title,
    ...(country && {country}),
    ...(sectors && {sector: sectors}),
    ...(from && {from}),
    ...(until && {until})
  })
}

/// "2004-05-07T00:00:00Z", "2004", "+2004-05-07": the day, as finely as it says.
function dayOf(text: string | undefined): string | undefined {
  const found = /^\+?(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(text ?? "")
  if (!found) return undefined
  const [, year, month, day] = found
  if (!month || month === "00") return year
  return !day || day === "00" ? `${year}-${month}` : `${year}-${month}-${day}`
}
