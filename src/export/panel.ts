import {daysAfter, quadNames, types} from "../model/model.ts"
import type {Known} from "./exporter.ts"
import type {Column, FlatRow} from "./flat.ts"

/// What a cell of a panel can measure, in the order of its columns.
export const measures = ["count", "goldstein", "quad", "type"] as const
export type Measure = (typeof measures)[number]

/// Counts of one unit in one period, as the store answers them.
export interface PanelCounts {
  readonly sides: readonly string[]
  readonly names: readonly string[]
  readonly from: string
  readonly until: string
  readonly events: number
  readonly weight: number
  readonly quads: readonly [number, number, number, number]
  readonly types: Readonly<Partial<Record<(typeof types)[number], number>>>
  readonly query: string
}

/// The columns of a panel: who, when, what was asked for, and the query that lists the events behind a row. Adding
/// `&quad=N` or `&type=TYPE` to it lists those behind one cell.
export function panelColumns(unit: "dyad" | "country" | "actor", asked: readonly Measure[]): readonly Column[] {
  const sides = unit === "dyad" ? ["actor", "recipient"] : [unit]
  return [
    ...sides.flatMap((side): Column[] => [
      {name: side, type: "text", says: "a country's code (ISO 3166-1 alpha-3), or the id of somebody without a country"},
      {name: `${side}_name`, type: "text", says: "its name"},
      {name: `${side}_ccode`, type: "text", says: "Correlates of War country number"},
      {name: `${side}_gwcode`, type: "text", says: "Gleditsch and Ward country number"}
    ]),
    {name: "period_start", type: "date", says: "first day of the period"},
    {name: "period_end", type: "date", says: "last day of the period"},
    ...asked.flatMap(measure => columnsOf[measure]),
    {name: "query", type: "text", says: "filters that list exactly these events: annals events, or /api/v1/events?QUERY"}
  ]
}

const columnsOf: Readonly<Record<Measure, readonly Column[]>> = {
  count: [{name: "events", type: "integer", says: "events that begin in the period and are told no more vaguely than it"}],
  goldstein: [
    {name: "goldstein_mean", type: "real", says: "mean of PLOVER's weights, -10 to 10; empty where there is no event"},
    {name: "goldstein_sum", type: "real", says: "their sum"}
  ],
  quad: ([1, 2, 3, 4] as const).map(q => ({name: `quad${q}`, type: "integer" as const, says: `events of ${quadNames[q]}`})),
  type: types.map(t => ({name: t.toLowerCase(), type: "integer" as const, says: `events of the type ${t}`}))
}

/// One line of a panel under `panelColumns`, all measures filled in.
export function panelRow(unit: "dyad" | "country" | "actor", counts: PanelCounts, country: Known["country"]): FlatRow {
  const sides = unit === "dyad" ? ["actor", "recipient"] : [unit]
  const who = sides.map((side, i) => {
    const code = counts.sides[i]!
    const known = country(code)
    return {
      [side]: code,
      [`${side}_name`]: known?.name ?? (/^[A-Z]{3}$/.test(code) ? code : counts.names[i]),
      [`${side}_ccode`]: known?.cow,
      [`${side}_gwcode`]: known?.gw
    }
  })
  return {
    ...Object.assign({}, ...who),
    period_start: counts.from,
    period_end: daysAfter(counts.until, -1),
    events: counts.events,
    goldstein_mean: counts.events > 0 ? Math.round((counts.weight / counts.events) * 1000) / 1000 : undefined,
    goldstein_sum: Math.round(counts.weight * 1000) / 1000,
    ...Object.fromEntries(counts.quads.map((n, i) => [`quad${i + 1}`, n])),
    ...Object.fromEntries(types.map(t => [t.toLowerCase(), counts.types[t] ?? 0])),
    query: counts.query
  }
}
