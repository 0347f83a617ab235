import {type Summary, summaryOf} from "../history.ts"
import {oneOf} from "../sql.ts"
import type {Store} from "../store.ts"

/// What became of one event between two runs.
export interface Difference {
  readonly event: string
  readonly kind: "added" | "removed" | "changed" | "merged" | "split" | "renamed"
  readonly other?: string
  readonly causes: readonly string[]
  readonly before?: Summary
  readonly after?: Summary
}

interface ChangeRow {
  readonly run: number
  readonly event: string
  readonly kind: Difference["kind"]
  readonly other?: string
  readonly before?: string
  readonly cause: string
}

interface Path {
  kind: Difference["kind"]
  other?: string
  before?: string
  readonly causes: Set<string>
}

/// What differs between the ledger after run `from` and after run `to`: the sum of all that happened to each event in between.
export async function differences(store: Store, from: number, to: number): Promise<Difference[]> {
  const columns = "run, event, kind, other, before, cause"
  const rows = await store.rows<ChangeRow>(
    `select ${columns} from changes where run > $1 and run <= $2 order by ${store.arrival}`,
    [from, to]
  )
  const paths = new Map<string, Path>()
  for (const row of rows) follow(paths, row)
  const after = await statesAfter(store, to, [...paths.keys()])
  return [...paths]
    .map(([event, {kind, other, before, causes}]) => {
      const now = kind === "removed" || kind === "merged" ? undefined : after.get(event)
      return {
        event,
        kind,
        ...(other !== undefined && {other}),
        causes: [...causes].sort(),
        ...(before !== undefined && {before: JSON.parse(before) as Summary}),
        ...(now !== undefined && {after: JSON.parse(now) as Summary})
      }
    })
    .filter(d => d.kind !== "changed" || JSON.stringify(d.before) !== JSON.stringify(d.after))
    .sort((a, b) => (a.event < b.event ? -1 : 1))
}

/// One more change of an event, added to those before it.
function follow(paths: Map<string, Path>, {event, kind, other, before, cause}: ChangeRow): void {
  const path = paths.get(event)
  const causes = new Set([...(path?.causes ?? []), ...cause.split(", ")])
  // known before under another id: its earliest report is another, or is of another type now
  if ((kind === "renamed" || kind === "changed") && other !== undefined) {
    const former = paths.get(other)
    paths.delete(other)
    for (const c of former?.causes ?? []) causes.add(c)
    // it had gone, and came back under the name it had
    if (path?.before !== undefined) {
      paths.set(event, {kind: "changed", before: path.before, causes})
      return
    }
    if (former?.kind === "added" || former?.kind === "split")
      paths.set(event, {kind: former.kind, ...(former.other !== undefined && {other: former.other}), causes})
    else paths.set(event, {kind, other: former?.other ?? other, before: former?.before ?? before!, causes})
    return
  }
  if (path === undefined) {
    paths.set(event, {kind, ...(other !== undefined && {other}), ...(before !== undefined && {before}), causes})
    return
  }
  const wasNew = path.kind === "added" || path.kind === "split"
  if (kind === "removed" || kind === "merged") {
    // it came and went in between
    if (wasNew) paths.delete(event)
    else
      paths.set(event, {
        kind,
        ...(other !== undefined && {other}),
        ...(path.before !== undefined && {before: path.before}),
        causes
      })
  } else if (kind === "changed") paths.set(event, {...path, causes})
  // it went and came back
  else if (path.before !== undefined) paths.set(event, {kind: "changed", before: path.before, causes})
}

/// How events stood after a run: as the next change found them, or as they are.
async function statesAfter(store: Store, run: number, events: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const later = await store.rows<{event: string; before: string}>(
    `select distinct on (event) event, before
     from (select case when kind in ('renamed', 'changed') then coalesce(other, event) else event end as event, before, ${store.arrival} as came
       from changes where run > $1 and before is not null) as later
     where event in ${oneOf("$2")} order by event, came`,
    [run, events]
  )
  const states = new Map(later.map(row => [row.event, row.before]))
  const rest = events.filter(id => !states.has(id))
  for (const row of await store.among<{id: string; body: string}>("events", ["id", "body"], "id", rest))
    states.set(row.id, JSON.stringify(summaryOf(JSON.parse(row.body))))
  return states
}
