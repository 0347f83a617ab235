import type {Event, EventMention, Held, Merge, Party, Status, TimeSpan} from "../model/model.ts"
import {type BlockKeys, blockKeys} from "./blocks.ts"
import {type BookOf, independentLines} from "./copies.ts"
import {type Gist, gistOf} from "./gist.ts"
import {type Judgements, unjudged, type Verdict} from "./judgements.ts"
import {type Judgement, likelihood, sameAt, sameEvent, soleAt, stageOf, undecidedAt} from "./same-event.ts"

/// The events that a set of mentions tells of. The answer depends on the set alone, never on its order; every mention is in
/// exactly one event; merging nothing is always allowed, so a split needs no more than a judgement. What people judged goes before
/// what is reckoned here; but a plan or a denial judged the same as a deed is linked to it, never merged.
export function mergeMentions(
  mentions: readonly EventMention[],
  bookOf: BookOf,
  judged: Judgements = unjudged
): readonly Event[] {
  const ordered = [...mentions].sort(byAge).map(mention => {
    const gist = gistOf(mention)
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
      const {members, gists, merges} = groups[forced]!
      const verdict = judged.joinedBy(mention.id)!
      const other = members.find(m => judged.groupOf(m.id) === name)!
      members.push(mention)
      gists.push(gist)
      merges.push({mention: mention.id, with: other.id, score: sameAt, parts: [{says: saysOf(verdict), weight: sameAt}]})
      meeting.file(keys, forced)
      continue
    }
    const fit: {group: number; score: number; with: Gist}[] = []
    const torn = new Map<number, () => Judgement>()
    let sole: (typeof fit)[0] | undefined
    for (const index of meeting.with(keys)) {
      const group = groups[index]!
      if (stageOf(group.members[0]!.claim.status) !== stageOf(mention.claim.status)) continue
      const verdict = judged.named.size === 0 ? undefined : firstOf(group.members, m => judged.apart(mention.id, m.id))
      if (verdict?.op === "unsure") torn.set(index, () => ({score: undecidedAt, parts: [{says: saysOf(verdict), weight: 0}]}))
      const found = verdict ? undefined : closest(gist, group.gists)
      if (!found) continue
      if (found.score >= sameAt) fit.push({group: index, ...found})
      else if (found.score >= undecidedAt) {
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
      group.gists.push(gist)
      group.merges.push({mention: mention.id, with: best.with.id, ...sameEvent(gist, best.with)!})
      if (unit !== undefined) chosen.set(unit, best.group)
      meeting.file(keys, best.group)
    } else {
      if (unit !== undefined) chosen.set(unit, groups.length)
      meeting.file(keys, groups.length)
      for (const {group, with: other} of fit) torn.set(group, () => sameEvent(gist, other)!)
      groups.push({members: [mention], gists: [gist], merges: [], torn})
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
  readonly gists: Gist[]
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
const isMonth = (gist: Gist): boolean => isVague(gist) && gist.time !== undefined && gist.time.until - gist.time.from <= 31

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

/// Joining is against the whole group: the mean of the judgements must hold, and no member may forbid it.
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

/// One event out of its mentions (in order of age). The shown value of each field: what most independent tellers give; of
/// equals, the most exact; of equals, the earliest.
export function eventOf(
  mentions: readonly [EventMention, ...EventMention[]],
  merges: readonly Merge[],
  bookOf: BookOf,
  links: Event["links"] = []
): Event {
  const first = mentions[0]
  const book = new Map(mentions.map(m => [m.id, m]))
  const times = held(
    mentions,
    m => m.time?.means,
    t => `${t.from} ${t.until}`
  )
  const places = held(
    mentions,
    m => m.place?.means,
    p => p.id
  )
  const statuses = held(
    mentions,
    m => m.claim.status,
    s => s
  )
  const tolls = mentions.flatMap(m => m.tolls.map(t => ({mention: m.id, toll: t})))
  const time = preferred(
    times,
    t => timeGrains.indexOf(t.grain),
    m => basisRank(book.get(m)!.time?.basis)
  )
  const place = preferred(
    places,
    p => placeGrains.indexOf(p.grain),
    m => basisRank(book.get(m)!.place?.basis)
  )
  const articles = new Map(mentions.map(m => [m.article, m.publisher] as const))
  const tellings = [...articles].map(([id, publisher]) => ({
    ...bookOf(id),
    ...(publisher !== undefined && {publisher})
  }))
  const outlets = new Set(mentions.map(m => m.publisher ?? m.article)).size
  return {
    id: first.id,
    type: first.type,
    modes: distinct(mentions.flatMap(m => (m.mode ? [m.mode] : []))),
    contexts: distinct(mentions.flatMap(m => m.contexts)),
    actors: parties(mentions.flatMap(m => m.actors.map(g => g.means))),
    recipients: parties(mentions.flatMap(m => m.recipients.map(g => g.means))),
    ...(place && {place}),
    ...(time && {time, timeBasis: bestBasis(mentions, time)}),
    status: mostHeld(statuses)!,
    // an event is history only if nobody tells it as news
    background: mentions.every(m => m.background),
    tolls: tolls.map(t => t.toll),
    // independent tellers make an event surer, never less sure than its best mention
    confidence: round(1 - mentions.slice(0, 8).reduce((doubt, m, i) => doubt * (1 - m.confidence / (i === 0 ? 1 : 3)), 1)),
    mentions,
    values: {
      time: times,
      place: places,
      status: statuses,
      tolls: tolls.map(t => ({means: t.toll, mentions: [t.mention]}))
    },
    merges,
    links,
    outlets,
    independent: Math.min(outlets, independentLines(tellings))
  }
}

const timeGrains: readonly string[] = [
  "time",
  "day",
  "week",
  "month",
  "quarter",
  "season",
  "year",
  "decade",
  "century",
  "duration",
  "set"
]
const placeGrains: readonly string[] = ["exact", "city", "region", "sea", "country", "continent"]

const basisRank = (basis: string | undefined): number => (basis === "stated" ? 0 : basis === "inferred" ? 1 : 2)
const distinct = <T extends string>(values: readonly T[]): T[] => [...new Set(values)]
const round = (x: number): number => Math.round(Math.min(x, 0.99) * 100) / 100

function bestBasis(mentions: readonly EventMention[], time: TimeSpan): "stated" | "inferred" | "assumed" {
  const ranks = mentions
    .filter(m => m.time?.means.from === time.from && m.time?.means.until === time.until)
    .map(m => basisRank(m.time?.basis))
  return (["stated", "inferred", "assumed"] as const)[Math.min(...ranks)]!
}

function held<T>(mentions: readonly EventMention[], value: (m: EventMention) => T | undefined, key: (v: T) => string): Held<T>[] {
  const found = new Map<string, {means: T; mentions: string[]}>()
  for (const m of mentions) {
    const v = value(m)
    if (v === undefined) continue
    const k = key(v)
    const entry = found.get(k)
    if (entry) entry.mentions.push(m.id)
    else found.set(k, {means: v, mentions: [m.id]})
  }
  return [...found.values()]
}

const mostHeld = (values: readonly Held<Status>[]): Status | undefined =>
  values.reduce<Held<Status> | undefined>((best, v) => (!best || v.mentions.length > best.mentions.length ? v : best), undefined)
    ?.means

/// Stated before inferred before assumed; then the finer grain; then the more tellers; then the earlier.
function preferred<T>(values: readonly Held<T>[], grain: (v: T) => number, basis: (mention: string) => number): T | undefined {
  const ranked = values.map((v, at) => ({v, at, basis: Math.min(...v.mentions.map(basis)), grain: grain(v.means)}))
  ranked.sort((a, b) => a.basis - b.basis || a.grain - b.grain || b.v.mentions.length - a.v.mentions.length || a.at - b.at)
  return ranked[0]?.v.means
}

/// All parties once, the better known name kept: "Kim Jong Un" and "North Korea" both stay, the same id only once.
function parties(all: readonly Party[]): Party[] {
  const found = new Map<string, Party>()
  for (const party of all) if (!found.has(party.id)) found.set(party.id, party)
  return [...found.values()]
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
