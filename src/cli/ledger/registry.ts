import type {RegistryDetail, RegistryRow} from "../../api/contract.ts"
import type {ActorTables, Row} from "../../mentions/actors/lexicon.ts"
import {type OwnActor, withOwn} from "../../mentions/actors/own-actors.ts"
import {fold} from "../../mentions/actors/pieces.ts"

/// Who is known: the shipped lists with the team's own actors in front.
export interface Registry {
  find(search: string | undefined): readonly RegistryRow[]
  one(id: string): Omit<RegistryDetail, "events"> | undefined
}

interface Entry {
  readonly row: RegistryRow
  readonly rows: readonly Row[]
  /// All names, as they are compared.
  readonly names: readonly string[]
}

export function registryOf(tables: ActorTables, own: readonly OwnActor[]): Registry {
  const {offices, organisations, groups} = own.length > 0 ? withOwn(tables, own) : tables
  const ours = new Map(own.map(a => [a.id, a]))
  const people = new Map<string, Row[]>()
  for (const row of offices.flatMap(o => o.rows)) {
    if (!row.id || !row.person) continue
    const held = people.get(row.id)
    if (held) held.push(row)
    else people.set(row.id, [row])
  }
  const bodies = new Map<string, Row[]>()
  const kinds = new Map<string, "organization" | "group">()
  for (const [kind, list] of [
    ["organization", organisations],
    ["group", groups]
  ] as const)
    for (const row of list) {
      if (!row.id) continue
      bodies.set(row.id, [...(bodies.get(row.id) ?? []), row])
      kinds.set(row.id, kind)
    }
  const entries = new Map<string, Entry>()
  for (const [id, rows] of people) entries.set(id, entryOf(id, rows, "person", ours.get(id)))
  for (const [id, rows] of bodies) entries.set(id, entryOf(id, rows, kinds.get(id)!, ours.get(id)))
  // who has neither office nor country of a known kind is in no table, and known all the same
  for (const actor of own) if (!entries.has(actor.id)) entries.set(actor.id, entryOf(actor.id, [], actor.kind, actor))
  const all = [...entries.values()].sort((a, b) => (a.row.name < b.row.name ? -1 : a.row.name > b.row.name ? 1 : 0))
  return {
    find(search) {
      const words = fold(search ?? "").trim()
      if (words === "")
        return [...all].sort((a, b) => Number(b.row.at !== undefined) - Number(a.row.at !== undefined)).map(e => e.row)
      const rank = ({names}: Entry): number =>
        names.some(n => n === words)
          ? 0
          : names.some(n => n.startsWith(words))
            ? 1
            : names.some(n => n.includes(` ${words}`))
              ? 2
              : names.some(n => n.includes(words))
                ? 3
                : 4
      return [0, 1, 2, 3].flatMap(wanted => all.filter(e => rank(e) === wanted).map(e => e.row))
    },
    one(id) {
      const entry = entries.get(id)
      if (!entry) return undefined
      const held = entry.rows.filter(row => row.person !== undefined && row.title !== undefined && row.title !== "figure")
      return {
        actor: entry.row,
        offices: held
          .map(({title, country, body, sector, from, until, source}) => ({
            title: title!,
            ...(country && {country}),
            ...(body && {of: body}),
            ...(sector && {sector}),
            ...(from && {from}),
            ...(until && {until}),
            ...(source && {source}),
            own: source === "your own"
          }))
          .sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? 1 : -1))
      }
    }
  }
}

function entryOf(id: string, rows: readonly Row[], kind: RegistryRow["kind"], own: OwnActor | undefined): Entry {
  const name = own?.name ?? rows[0]?.person ?? rows[0]?.name ?? id
  const said = [...(own?.aliases ?? []), ...rows.flatMap(r => [r.person ?? r.name ?? "", ...(r.aliases ?? "").split(";")])]
  const aliases = [...new Set(said.filter(a => a !== "" && a !== name))]
  const country = own?.country ?? rows[0]?.country ?? rows[0]?.code
  const sectors = [
    ...new Set([...(own?.sectors ?? []), ...rows.flatMap(r => (r.sector ?? r.sectors ?? "").split(";"))].filter(s => s !== ""))
  ]
  return {
    rows,
    names: [id, name, ...aliases].map(fold),
    row: {
      id,
      name,
      kind,
      ...(country && {country}),
      aliases,
      sectors,
      offices: rows.filter(r => r.person !== undefined && r.title !== undefined && r.title !== "figure").length,
      ...(own && {at: own.at})
    }
  }
}
