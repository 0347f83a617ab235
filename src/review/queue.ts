import type {Event, EventMention} from "../model/model.ts"

/// In what order people are asked: by the expected effect on visible numbers, with a share drawn at random.

export type DoubtKind = "event" | "same" | "who" | "when" | "where" | "how-many" | "status"

/// What is in doubt about an event, and how likely it is wrong, 0 to 1.
export interface Doubt {
  readonly kind: DoubtKind
  readonly likely: number
  /// What it stands between, where that can be said in a line.
  readonly says?: string
}

/// All that may be wrong with a telling of an event, the likeliest first. The last doubt is always whether it is an event at all.
export function doubtsOf(event: Event, mention: EventMention): readonly Doubt[] {
  const doubts: Doubt[] = [{kind: "event", likely: 1 - mention.confidence}]
  const torn = event.links.find(l => l.kind === "undecided")
  if (torn) doubts.push({kind: "same", likely: 0.5, says: torn.says})
  for (const {field, values} of event.account?.conflicts ?? []) {
    const kind = ({time: "when", place: "where", tolls: "how-many", status: "status"} as const)[field]
    doubts.push({kind, likely: 0.45, says: values.map(v => v.value).join(" or ")})
  }
  const unknown = [...mention.actors, ...mention.recipients].find(g => isUnknown(g.means.id))
  if (unknown) doubts.push({kind: "who", likely: 0.4, says: unknown.means.name})
  if (mention.claim.status === "possible") doubts.push({kind: "status", likely: 0.35})
  if (mention.time === undefined || mention.time.basis === "assumed") doubts.push({kind: "when", likely: 0.25})
  return doubts.sort((a, b) => b.likely - a.likely)
}

/// A name that no list of actors knows.
export const isUnknown = (id: string): boolean => id.startsWith("name:")

/// How many numbers of the usual tables an event is counted in: the pairs of those who act and those acted upon. What is not shown by
/// default counts a third: it is wrong only if it should be.
export function rowsOf(event: Pick<Event, "actors" | "recipients">): number {
  return Math.max(1, event.actors.length) * Math.max(1, event.recipients.length)
}
const isVisible = ({status, background}: Event): boolean => !background && (status === "happened" || status === "ongoing")

/// What a decision may be expected to change.
export function worthOf(event: Event, doubts: readonly Doubt[]): number {
  const wrong = 1 - doubts.reduce((right, d) => right * (1 - d.likely), 1)
  return rowsOf(event) * (isVisible(event) ? 1 : 1 / 3) * wrong
}

/// One in so many cases is drawn at random.
export const oneIn = 6

/// Doubtful cases with a random one in every sixth place; when one list is used up the other goes on. Nothing stands twice.
export function interleaved<T>(doubtful: readonly T[], random: readonly T[], limit: number, name: (item: T) => string): T[] {
  const queue: T[] = []
  const seen = new Set<string>()
  const [a, b] = [doubtful[Symbol.iterator](), random[Symbol.iterator]()]
  const next = (from: Iterator<T>): T | undefined => {
    for (let item = from.next(); !item.done; item = from.next()) {
      if (!seen.has(name(item.value))) return item.value
    }
    return undefined
  }
  while (queue.length < limit) {
    const isTurn = queue.length % oneIn === oneIn - 1
    const item = (isTurn ? next(b) : next(a)) ?? (isTurn ? next(a) : next(b))
    if (item === undefined) break
    seen.add(name(item))
    queue.push(item)
  }
  return queue
}

/// How many at the beginning of the random order are decided without a gap, and how many of these were right as they were read. That
/// beginning is a sample drawn without regard to doubt, whoever decided its cases and when; what is skipped ends it.
export function sampled(
  order: readonly string[],
  decided: ReadonlyMap<string, boolean>
): {readonly right: number; readonly of: number} {
  const gap = order.findIndex(id => !decided.has(id))
  const sample = gap < 0 ? order : order.slice(0, gap)
  return {right: sample.filter(id => decided.get(id)).length, of: sample.length}
}
