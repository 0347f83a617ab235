import type {EventType} from "../../model/model.ts"
import {binName, endOf, type Filters, finer, type Step, startOf, where} from "../filters.ts"
import type {Store} from "../store.ts"

/// What a row of a panel is about: an ordered pair (who acts, to whom), a country on either side, or one actor on either side.
export const units = ["dyad", "country", "actor"] as const
export type Unit = (typeof units)[number]

export interface PanelRow {
  /// "RUS" or an actor's id; two of them for a dyad.
  readonly sides: readonly string[]
  readonly names: readonly string[]
  readonly from: string
  readonly until: string
  readonly events: number
  /// Sum of PLOVER's weights; divided by `events` the mean.
  readonly weight: number
  readonly quads: readonly [number, number, number, number]
  readonly types: Readonly<Partial<Record<EventType, number>>>
  /// The filters that list exactly these events.
  readonly filters: Filters
}

export interface Panel {
  readonly rows: readonly PanelRow[]
  /// Events in no row, because they have no date, are told more vaguely than a period, or lack a side.
  readonly undated: number
  readonly vague: number
  readonly sideless: number
}

/// More rows than this are refused when gaps are to be filled: nobody reads them, and they would not fit.
export const mostFilled = 2_000_000

interface Cell {
  readonly a: string
  readonly b?: string
  readonly since: string
  readonly until: string
  readonly grain: string
  readonly type: EventType
  readonly quad: 1 | 2 | 3 | 4
  readonly n: number
  readonly sum: number
}

type Growing = {
  events: number
  weight: number
  quads: [number, number, number, number]
  types: Partial<Record<EventType, number>>
}

/// Counts by unit and period under `filters`, in the order of units, then time. With `fill`, every unit that occurs has a row for every
/// period between the first and the last that occur. An event stands in the period it begins in if it is told no more vaguely
/// than a period; with several actors or recipients it stands in the row of each.
export async function panel(store: Store, filters: Filters, unit: Unit, by: Step, fill: boolean): Promise<Panel> {
  const {sql, values} = where(filters)
  const sided = unit === "actor" ? "p.id" : unit === "country" ? "p.country" : "coalesce(p.country, p.id)"
  const who = `select distinct p.event, ${sided} as side from parties p`
  const shown = "e.since, e.until, e.grain, e.type, e.quad, count(*) as n, sum(e.weight) as sum"
  const dated = `e.since is not null and e.until is not null and ${sql}`
  const cells = await store.rows<Cell>(
    unit === "dyad"
      ? `select a.side as a, b.side as b, ${shown} from events e
         join (${who} where p.side = 'actor') a on a.event = e.id join (${who} where p.side = 'recipient') b on b.event = e.id
         where ${dated} group by 1, 2, 3, 4, 5, 6, 7`
      : `select a.side as a, ${shown} from events e join (${who}) a on a.event = e.id where a.side is not null and ${dated} group by 1, 2, 3, 4, 5, 6`,
    values
  )
  const rows = new Map<string, {a: string; b?: string; from: string} & Growing>()
  for (const cell of cells) {
    const from = startOf(cell.since, by)
    if (!fits(cell, from, by)) continue
    const key = JSON.stringify([cell.a, cell.b, from])
    let row = rows.get(key)
    if (!row) rows.set(key, (row = {a: cell.a, ...(cell.b !== undefined && {b: cell.b}), from, ...none()}))
    row.events += cell.n
    row.weight += cell.sum
    row.quads[cell.quad - 1]! += cell.n
    row.types[cell.type] = (row.types[cell.type] ?? 0) + cell.n
  }
  if (fill) fillIn(rows, by)
  const names = await namesOf(store, unit)
  return {
    ...(await leftOut(store, filters, unit, by)),
    rows: [...rows.values()]
      .sort((x, y) => order(x.a, y.a) || order(x.b ?? "", y.b ?? "") || order(x.from, y.from))
      .map(({a, b, from, events, weight, quads, types}) => ({
        sides: b === undefined ? [a] : [a, b],
        names: (b === undefined ? [a] : [a, b]).map(side => names.get(side) ?? side),
        from,
        until: endOf(from, by),
        events,
        weight,
        quads,
        types,
        filters: {
          ...filters,
          sides: [a, b]
            .flatMap(side => side ?? [])
            .map(asked)
            .join(">"),
          bin: binName(from, by)
        }
      }))
  }
}

const none = (): Growing => ({events: 0, weight: 0, quads: [0, 0, 0, 0], types: {}})

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const fits = (cell: {readonly grain: string; readonly until: string}, from: string, by: Step): boolean =>
  finer[by].includes(cell.grain) || cell.until <= endOf(from, by)

function fillIn(rows: Map<string, {a: string; b?: string; from: string} & Growing>, by: Step): void {
  const starts = [...rows.values()].map(r => r.from).sort()
  const last = starts.at(-1)
  if (last === undefined) return
  const periods: string[] = []
  for (let at = starts[0]!; at <= last; at = endOf(at, by)) periods.push(at)
  const sides = new Map([...rows.values()].map(({a, b}) => [JSON.stringify([a, b]), {a, ...(b !== undefined && {b})}]))
  if (periods.length * sides.size > mostFilled) {
    throw new RangeError(
      `${sides.size} units times ${periods.length} periods are more than ${mostFilled} rows; ask for fewer (since, until, actor) or do not fill`
    )
  }
  for (const {a, b} of sides.values()) {
    for (const from of periods) {
      const key = JSON.stringify([a, b, from])
      if (!rows.has(key)) rows.set(key, {a, ...(b !== undefined && {b}), from, ...none()})
    }
  }
}

/// The least of the names a side is known by: one answer, whatever order events came in.
async function namesOf(store: Store, unit: Unit): Promise<ReadonlyMap<string, string>> {
  const sided = unit === "actor" ? "p.id" : "coalesce(p.country, p.id)"
  const rows = await store.rows<{side: string; name: string}>(
    `select ${sided} as side, min(p.name) as name from parties p where ${sided} is not null group by 1`
  )
  return new Map(rows.map(r => [r.side, r.name]))
}

const asked = (side: string): string => (/^[A-Z]{3}$/.test(side) ? side : `id:${side}`)

async function leftOut(store: Store, filters: Filters, unit: Unit, by: Step): Promise<Omit<Panel, "rows">> {
  const {sql, values} = where(filters)
  const both =
    unit === "dyad"
      ? "exists (select 1 from parties p where p.event = e.id and p.side = 'actor') and exists (select 1 from parties p where p.event = e.id and p.side = 'recipient')"
      : `exists (select 1 from parties p where p.event = e.id${unit === "country" ? " and p.country is not null" : ""})`
  const rows = await store.rows<{since?: string; until?: string; grain?: string; sided: boolean; n: number}>(
    `select e.since, e.until, e.grain, ${both} as sided, count(*) as n from events e where ${sql} group by 1, 2, 3, 4`,
    values
  )
  const sum = {undated: 0, vague: 0, sideless: 0}
  for (const {since, until, grain, sided, n} of rows) {
    if (!sided) sum.sideless += n
    else if (!since || !until) sum.undated += n
    else if (!fits({grain: grain ?? "", until}, startOf(since, by), by)) sum.vague += n
  }
  return sum
}
