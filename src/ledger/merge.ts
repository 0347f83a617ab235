import {type Event, type EventMention, type Merge, types} from "../model/model.ts"
import {blockKeys} from "./blocks.ts"
import type {BookOf} from "./copies.ts"
import {eventOf} from "./event.ts"
import {gistOf} from "./gist.ts"
import {type Judgements, unjudged} from "./judgements.ts"
import {type Group, place, stageLinks} from "./placing.ts"
import {type DeedsOf, noDeeds} from "./same-deeds.ts"

/// The events that a set of mentions tells of. The answer depends on the set alone, never on its order; every mention is in
/// exactly one event; merging nothing is always allowed, so a split needs no more than a judgement. What people judged goes before
/// what is reckoned here; but a plan or a denial judged the same as a deed is linked to it, never merged.
export function mergeMentions(
  mentions: readonly EventMention[],
  bookOf: BookOf,
  judged: Judgements = unjudged,
  deedsOf: DeedsOf = noDeeds
): readonly Event[] {
  const events: Event[] = []
  // what is of one type meets nothing of another, unless somebody judged them the same
  const lots = judged.named.size > 0 ? [mentions] : types.map(type => mentions.filter(m => m.type === type))
  for (const lot of lots) {
    const mine = new Map(lot.map(m => [m.id, m]))
    const items = [...mine.values()].map(m => ({gist: gistOf(m, deedsOf)}))
    const {groups} = place(items, blockKeys, judged)
    const links = stageLinks(groups, blockKeys, judged)
    for (const group of groups) events.push(eventOfGroup(group, id => mine.get(id)!, links.get(group.id), bookOf))
  }
  return events.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/// The event of a group. `before` is how the event stood that its standing members were of: their reasons are taken from there.
export function eventOfGroup(
  group: Group,
  mentionOf: (id: string) => EventMention,
  link: Event["links"][0] | undefined,
  bookOf: BookOf,
  before?: Pick<Event, "merges" | "links">
): Event {
  const [first, ...rest] = group.members
  const reasons = new Map(before?.merges.map(m => [m.mention, m]))
  const merges = rest.map((m): Merge => m.merge?.() ?? reasons.get(m.gist.id)!)
  const doubts = group.doubts?.() ?? before!.links.filter(l => l.kind === "undecided")
  const links = [...doubts, ...(link ? [link] : [])]
  return eventOf([mentionOf(first!.gist.id), ...rest.map(m => mentionOf(m.gist.id))], merges, bookOf, links)
}
