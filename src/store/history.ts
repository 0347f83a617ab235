import type {Event} from "../model/model.ts"

/// What makes an event change: articles that came, another program, other data, other rules, or what people judged.
export type Cause = "text" | "code" | "data" | "codebook" | "correction"

/// What became of an event in a run. `other` is the event it went into, came out of, or was known as before: an event
/// whose earliest report is another now is renamed, one whose words are coded as another type is changed.
export interface Change {
  readonly event: string
  readonly kind: "added" | "removed" | "changed" | "merged" | "split" | "renamed"
  readonly other?: string
  /// The event as it was, in short; absent when it is new.
  readonly before?: string
}

/// An event in short, as people compare it.
export interface Summary {
  readonly type: string
  readonly modes: readonly string[]
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
  readonly from?: string
  readonly until?: string
  readonly place?: string
  readonly status: string
  readonly background: boolean
  readonly tolls: readonly string[]
  readonly mentions: readonly string[]
  readonly outlets: number
  readonly independent: number
}

export function summaryOf(event: Event): Summary {
  return {
    type: event.type,
    modes: event.modes,
    actors: event.actors.map(p => p.name),
    recipients: event.recipients.map(p => p.name),
    ...(event.time?.from !== undefined && {from: event.time.from}),
    ...(event.time?.until !== undefined && {until: event.time.until}),
    ...(event.place && {place: event.place.name}),
    status: event.status,
    background: event.background,
    tolls: [...new Set(event.tolls.map(t => `${t.what} ${t.low === t.high ? t.low : `${t.low ?? "?"} to ${t.high ?? "?"}`}`))],
    mentions: event.mentions.map(m => m.id),
    outlets: event.outlets,
    independent: event.independent
  }
}

/// As much of an event as tells what became of it: whole events are more than memory should hold of many.
export interface Sketch {
  readonly id: string
  /// What its reports are, and where the words of the deed stand.
  readonly mentions: readonly {readonly id: string; readonly at: string}[]
  /// The event in short; only asked of events of which there is one before and one after.
  readonly short: string
}

export const sketchOf = (event: Event, short = JSON.stringify(summaryOf(event))): Sketch => ({
  id: event.id,
  mentions: event.mentions.map(m => ({id: m.id, at: `${m.article} ${m.predicate.span.start} ${m.predicate.span.end}`})),
  short
})

/// What became of some events: `old` is how they stood, `now` how they stand. Events that people would not tell from how they were are
/// left out.
export const changesOf = (old: readonly Event[], now: readonly Event[]): Change[] =>
  changesBetween(
    old.map(event => sketchOf(event)),
    now.map(event => sketchOf(event))
  )

/// The same of events in short.
export function changesBetween(old: readonly Sketch[], now: readonly Sketch[]): Change[] {
  const oldById = new Map(old.map(e => [e.id, e]))
  const nowById = new Map(now.map(e => [e.id, e]))
  const homeOf = new Map(now.flatMap(e => e.mentions.map(m => [m.id, e.id] as const)))
  const originOf = new Map(old.flatMap(e => e.mentions.map(m => [m.id, e.id] as const)))
  // an event whose reports are all gone may be told otherwise now by the same words: its id is made of its type, too
  const goneAt = new Map(
    old
      .filter(e => !nowById.has(e.id) && e.mentions.every(m => !homeOf.has(m.id)))
      .flatMap(e => e.mentions.map(m => [m.at, e.id] as const))
  )
  const changes: Change[] = []
  const renamed = new Set<string>()
  for (const event of now) {
    const was = oldById.get(event.id)
    if (was) {
      if (was.short !== event.short) changes.push({event: event.id, kind: "changed", before: was.short})
      continue
    }
    // an earlier report gives an event another name; all else of it stays
    const former = event.mentions.map(m => m.id).find(id => oldById.has(id) && !nowById.has(id))
    const origin = event.mentions.map(m => originOf.get(m.id)).find(id => id !== undefined)
    const retold = event.mentions.map(m => goneAt.get(m.at)).find(id => id !== undefined && !renamed.has(id))
    if (former !== undefined) {
      renamed.add(former)
      changes.push({event: event.id, kind: "renamed", other: former, before: oldById.get(former)!.short})
    } else if (origin !== undefined) changes.push({event: event.id, kind: "split", other: origin})
    else if (retold !== undefined) {
      renamed.add(retold)
      changes.push({event: event.id, kind: "changed", other: retold, before: oldById.get(retold)!.short})
    } else changes.push({event: event.id, kind: "added"})
  }
  for (const event of old) {
    if (nowById.has(event.id) || renamed.has(event.id)) continue
    const home = event.mentions.map(m => homeOf.get(m.id)).find(id => id !== undefined)
    changes.push({
      event: event.id,
      kind: home === undefined ? "removed" : "merged",
      ...(home !== undefined && {other: home}),
      before: event.short
    })
  }
  return changes
}
