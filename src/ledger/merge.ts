import type {Event, EventMention, Merge} from "../model/model.ts"
import {type BlockKeys, blockKeys} from "./blocks.ts"
import type {BookOf} from "./copies.ts"
import {eventOf} from "./event.ts"
import {type Gist, gistOf} from "./gist.ts"
import {type Judgements, unjudged, type Verdict} from "./judgements.ts"
import {type DeedsOf, noDeeds} from "./same-deeds.ts"
import {type Judgement, likelihood, nearAt, sameAt, sameEvent, soleAt, stageOf, undecidedAt} from "./same-event.ts"

/// The events that a set of mentions tells of. The answer depends on the set alone, never on its order; every mention is in
/// exactly one event; merging nothing is always allowed, so a split needs no more than a judgement. What people judged goes before
/// what is reckoned here; but a plan or a denial judged the same as a deed is linked to it, never merged.
export function mergeMentions(
  mentions: readonly EventMention[],
  bookOf: BookOf,
  judged: Judgements = unjudged,
  deedsOf: DeedsOf = noDeeds
): readonly Event[] {
  const ordered = [...mentions].sort(byAge).map(mention => {
    const gist = gistOf(mention, deedsOf)
    return {mention, gist, keys: blockKeys(gist)}
  })
  const groups: Group[] = []
  const chosen = new Map<string, number>()
  // only groups with a member under a common key are looked at: no other can suit (a law of blockKeys)
  const meeting = new Meeting()
  for (const {mention, gist, keys} of ordered) {
    const name = judged.groupOf(mention.id)
    const unit = name === undefined ? undefined : `${stageOf(mention.claim.status)} ${name}`
    const forced = unit === undefined ? undefined : chosen.get(unit)
    if (forced !== undefined) {
      const {members, parts, merges} = groups[forced]!
      const verdict = judged.joinedBy(mention.id)!
      const other = members.find(m => judged.groupOf(m.id) === name)!
      members.push(mention)
      parts.push([gist])
      merges.push({mention: mention.id, with: other.id, score: sameAt, parts: [{says: saysOf(verdict), weight: sameAt}]})
      meeting.file(keys, forced)
      continue
    }
    const fit: {group: number; score: number; with: Gist; part: Gist[]}[] = []
    const torn = new Map<number, () => Judgement>()
    let sole: (typeof fit)[0] | undefined
    for (const index of meeting.with(keys)) {
      const group = groups[index]!
      if (stageOf(group.members[0]!.claim.status) !== stageOf(mention.claim.status)) continue
      const verdict = judged.named.size === 0 ? undefined : firstOf(group.members, m => judged.apart(mention.id, m.id))
      if (verdict?.op === "unsure") torn.set(index, () => ({score: undecidedAt, parts: [{says: saysOf(verdict), weight: 0}]}))
      const found = verdict ? undefined : closestOf(gist, group.parts)
      if (!found) continue
      if (found.score >= sameAt) fit.push({group: index, ...found})
      else if (found.score >= nearAt(gist, found.with)) {
        torn.set(index, () => sameEvent(gist, found.with)!)
        if (found.score >= soleAt) sole = {group: index, ...found}
      }
    }
    if (fit.length === 0 && isMonth(gist) && sole && torn.size === 1) fit.push(sole)
    fit.sort((a, b) => b.score - a.score || a.group - b.group)
    const [best, next] = fit
    if (best && !(next && isVague(gist) && best.score - next.score < clearBy)) {
      const group = groups[best.group]!
      group.members.push(mention)
      best.part.push(gist)
      group.merges.push({mention: mention.id, with: best.with.id, ...sameEvent(gist, best.with)!})
      if (unit !== undefined) chosen.set(unit, best.group)
      meeting.file(keys, best.group)
    } else {
      if (unit !== undefined) chosen.set(unit, groups.length)
      meeting.file(keys, groups.length)
      for (const {group, with: other} of fit) torn.set(group, () => sameEvent(gist, other)!)
      groups.push({members: [mention], parts: [[gist]], merges: [], torn})
    }
  }
  const ids = groups.map(group => group.members[0]!.id)
  const events = groups.map(group =>
    eventOf(group.members as [EventMention, ...EventMention[]], group.merges, bookOf, undecided(group.torn, ids))
  )
  return linkStages(events, new Map(ordered.map(({mention, gist}) => [mention.id, gist])), judged).sort((a, b) =>
    a.id < b.id ? -1 : 1
  )
}

interface Group {
  readonly members: EventMention[]
  /// What came together by itself; people may have put several such parts together, and none is asked to suit another.
  readonly parts: Gist[][]
  readonly merges: Merge[]
  /// Groups it may be one with; the reasons are worked out when they are wanted.
  readonly torn: ReadonlyMap<number, () => Judgement>
}

/// Which groups hold a mention that another may be one with, by their keys.
class Meeting {
  private readonly filed = new Map<number, Set<number>>()

  file({filed}: BlockKeys, group: number): void {
    for (const key of filed) {
      const under = this.filed.get(key)
      if (under) under.add(group)
      else this.filed.set(key, new Set([group]))
    }
  }

  with({sought}: BlockKeys): number[] {
    const found = new Set<number>()
    for (const key of sought) for (const group of this.filed.get(key) ?? []) found.add(group)
    return [...found].sort((a, b) => a - b)
  }
}

function firstOf<T, R>(items: readonly T[], of: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = of(item)
    if (found !== undefined) return found
  }
  return undefined
}

/// By how much one event must suit a vague telling better than the next: "a strike in June" is of any of June's strikes.
const clearBy = 0.4
const isVague = ({time}: Gist): boolean => time === undefined || (time.grain !== "day" && time.grain !== "time")

/// "In June": finer than a year, and so worth asking what there was in it.
const isMonth = (gist: Gist): boolean => isVague(gist) && (gist.time === undefined || gist.time.until - gist.time.from <= 31)

const saysOf = ({op, who, when, why}: Verdict): string => `judged "${op}" by ${who} on ${when}${why ? `: ${why}` : ""}`

/// At most this many doubts are kept of one event: on a busy day a vague telling may be any of hundreds.
const mostDoubts = 8

function undecided(torn: ReadonlyMap<number, () => Judgement>, ids: readonly string[]): Event["links"] {
  return [...torn]
    .map(([group, judged]) => ({group, judged: judged()}))
    .sort((a, b) => b.judged.score - a.judged.score || a.group - b.group)
    .slice(0, mostDoubts)
    .map(({group, judged}) => ({
      kind: "undecided" as const,
      event: ids[group]!,
      says: `${judged.score.toFixed(1)} of ${sameAt}: ${judged.parts.map(p => p.says).join("; ")}`
    }))
}

/// The part of a group that a mention suits best.
function closestOf(gist: Gist, parts: readonly Gist[][]): {score: number; with: Gist; part: Gist[]} | undefined {
  let best: {score: number; with: Gist; part: Gist[]} | undefined
  for (const part of parts) {
    const found = closest(gist, part)
    if (found && found.score > (best?.score ?? -Infinity)) best = {...found, part}
  }
  return best
}

/// Joining is against the whole part: the mean of the judgements must hold, and no member may forbid it.
function closest(gist: Gist, members: readonly Gist[]): {score: number; with: Gist} | undefined {
  let best: {score: number; with: Gist} | undefined
  let sum = 0
  const compared = members.length > 40 ? members.slice(0, 40) : members
  for (const member of compared) {
    const score = likelihood(gist, member)
    if (score === undefined) return undefined
    sum += score
    if (!best || score > best.score) best = {score, with: member}
  }
  if (best && best.score >= sameAt && sum / compared.length < undecidedAt) return undefined
  return best
}

/// Earliest published first, undated last, then by id: the first of a group gives the event its id.
export function byAge(a: EventMention, b: EventMention): number {
  const [x, y] = [a.published ?? "9999", b.published ?? "9999"]
  if (x !== y) return x < y ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/// A plan or a denial hangs on the deed it speaks of; it is never merged into it.
function linkStages(events: readonly Event[], gists: ReadonlyMap<string, Gist>, judged: Judgements): Event[] {
  const deeds = events.filter(e => stageOf(e.status) === "deed")
  if (deeds.length === events.length) return [...events]
  const meeting = new Meeting()
  const gistsOf = deeds.map(deed => deed.mentions.map(m => gists.get(m.id)!))
  gistsOf.forEach((all, i) => {
    for (const gist of all) meeting.file(blockKeys(gist), i)
  })
  return events.map(event => {
    const stage = stageOf(event.status)
    if (stage === "deed") return event
    const kind = stage === "plan" ? ("plan-of" as const) : ("denial-of" as const)
    const groups = new Set(event.mentions.map(m => judged.groupOf(m.id)).filter(name => name !== undefined))
    const told = groups.size === 0 ? undefined : deeds.find(d => d.mentions.some(m => groups.has(judged.groupOf(m.id) ?? "")))
    if (told) {
      const verdict = event.mentions.map(m => judged.joinedBy(m.id)).find(v => v !== undefined)!
      return {...event, links: [...event.links, {kind, event: told.id, says: saysOf(verdict)}]}
    }
    const gist = gists.get(event.mentions[0].id)!
    let best: {deed: Event; score: number; with: Gist} | undefined
    for (const i of meeting.with(blockKeys(gist))) {
      const found = closest(gist, gistsOf[i]!)
      if (found && found.score > (best?.score ?? -Infinity)) best = {deed: deeds[i]!, ...found}
    }
    if (!best || best.score < sameAt) return event
    const says = sameEvent(gist, best.with)!
      .parts.map(p => p.says)
      .join("; ")
    return {...event, links: [...event.links, {kind, event: best.deed.id, says}]}
  })
}
