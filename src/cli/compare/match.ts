import {cameoOf} from "../../export/cameo.ts"
import {dayOf} from "../../export/table.ts"
import {daysAfter, type Event, quadOf} from "../../model/model.ts"
import type {Dataset, Row} from "./theirs.ts"

/// One line of a comparison.
export interface Match {
  readonly kind: "both" | "differs" | "only theirs" | "only ours"
  readonly theirs?: Row
  readonly ours?: Event
  /// What differs, in words.
  readonly says: string
}

/// Lays their rows beside our events: same day (give or take `days`), a country in common on each side (on either, where theirs has no
/// direction). Each row and each event is used once, the closest first; ties go by id, so that the same files give the same answer.
export function compared(rows: readonly Row[], events: readonly Event[], dataset: Dataset, days: number): Match[] {
  const byDay = new Map<string, Event[]>()
  for (const event of events) {
    const day = dayOf(event)
    if (day === undefined) continue
    const there = byDay.get(day)
    if (there) there.push(event)
    else byDay.set(day, [event])
  }
  const pairs: {row: Row; event: Event; score: number}[] = []
  for (const row of rows) {
    for (let off = -days; off <= days; off++) {
      for (const event of byDay.get(daysAfter(row.day, off)) ?? []) {
        const who = sides(row, event)
        if (who > 0) pairs.push({row, event, score: who + likeness(row, event, dataset) - Math.abs(off) * 0.5})
      }
    }
  }
  pairs.sort((x, y) => y.score - x.score || order(x.row.id, y.row.id) || order(x.event.id, y.event.id))
  const used = new Set<Row | Event>()
  const found: Match[] = []
  for (const {row, event} of pairs) {
    if (used.has(row) || used.has(event)) continue
    used.add(row).add(event)
    const says = differences(row, event, dataset)
    found.push({kind: says === "" ? "both" : "differs", theirs: row, ours: event, says})
  }
  return [
    ...found.sort((x, y) => order(x.theirs!.day, y.theirs!.day) || order(x.theirs!.id, y.theirs!.id)),
    ...rows.filter(r => !used.has(r)).map((theirs): Match => ({kind: "only theirs", theirs, says: ""})),
    ...events
      .filter(e => !used.has(e))
      .map((ours): Match => ({kind: "only ours", ours, says: dayOf(ours) ? "" : "we have no single day for it"}))
  ]
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/// 0 when nobody is in common; more the more of both sides is.
function sides(row: Row, event: Event): number {
  const ours = {actors: countries(event.actors), recipients: countries(event.recipients)}
  const meets = (a: readonly string[], b: ReadonlySet<string>): boolean => a.some(code => b.has(code))
  if (!row.directed) {
    const all = new Set([...ours.actors, ...ours.recipients, ...(event.place?.country ? [event.place.country] : [])])
    return meets(row.actors, all) ? 1 : 0
  }
  const actor = meets(row.actors, ours.actors)
  const recipient = meets(row.recipients, ours.recipients)
  if (row.recipients.length === 0 || ours.recipients.size === 0) return actor ? 1 : 0
  if (row.actors.length === 0 || ours.actors.size === 0) return recipient ? 1 : 0
  return actor && recipient ? 3 : 0
}

const countries = (parties: Event["actors"]): ReadonlySet<string> => new Set(parties.flatMap(p => p.country ?? []))

/// Our word for what happened in their terms.
const typeOf = (event: Event, dataset: Dataset): string =>
  dataset === "polecat"
    ? event.type
    : dataset === "gdelt"
      ? cameoOf(event).root
      : dataset === "icews"
        ? cameoOf(event).code
        : event.type

const quadFor = (event: Event, dataset: Dataset): number =>
  dataset === "gdelt" || dataset === "icews" ? cameoOf(event).quad : quadOf[event.type]

function likeness(row: Row, event: Event, dataset: Dataset): number {
  const type = typeOf(event, dataset)
  return (
    (row.type === type ? 2 : row.type.slice(0, 2) === type.slice(0, 2) ? 1.5 : 0) + (row.quad === quadFor(event, dataset) ? 1 : 0)
  )
}

function differences(row: Row, event: Event, dataset: Dataset): string {
  const type = typeOf(event, dataset)
  const ours = dayOf(event)
  return [
    dataset !== "acled" && row.type !== type && `type: theirs ${row.type}, ours ${type}`,
    row.quad !== undefined && row.quad !== quadFor(event, dataset) && `quad: theirs ${row.quad}, ours ${quadFor(event, dataset)}`,
    ours !== row.day && `day: theirs ${row.day}, ours ${ours}`,
    event.status !== "happened" && event.status !== "ongoing" && `status: ours ${event.status}`
  ]
    .filter(words => words)
    .join("; ")
}
