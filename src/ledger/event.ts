import type {CorrectionRole, Event, EventMention, Held, Merge, Party, Place, Status, TimeSpan} from "../model/model.ts"
import {accountOf, chosen, tellingsOf, timeText} from "./account.ts"
import type {BookOf} from "./copies.ts"
import {isCredible} from "./gist.ts"

/// One event out of its mentions (in order of age). What a later version of an article no longer says is not shown; the choices
/// among the rest, and what contradicts what, are in its account.
export function eventOf(
  mentions: readonly [EventMention, ...EventMention[]],
  merges: readonly Merge[],
  bookOf: BookOf,
  links: Event["links"] = []
): Event {
  const first = mentions[0]
  const book = new Map(mentions.map(m => [m.id, m]))
  const tellings = tellingsOf(mentions, bookOf)
  const standing = mentions.filter(m => !tellings.isReplaced(m.article))
  const line = (mention: string): number => tellings.lineOf(book.get(mention)!.article)
  const time = chosen(timesIn(standing), {
    basis: m => (isSaid(book.get(m)!, "when") ? -1 : isCredible(book.get(m)!) ? basisRank(book.get(m)!.time?.basis) : 3),
    grain: t => timeGrains.indexOf(t.grain),
    line
  })
  const place = chosen(placesIn(standing), {
    basis: m => (isSaid(book.get(m)!, "where") ? -1 : basisRank(book.get(m)!.place?.basis)),
    grain: p => placeGrains.indexOf(p.grain),
    line
  })
  const status = chosen(statusesIn(standing), {
    basis: m => (isSaid(book.get(m)!, "status") ? -1 : 0),
    grain: () => 0,
    line
  })!
  const shown = [
    ...(time?.says ? [{field: "time" as const, value: timeText(time.value), says: time.says}] : []),
    ...(place?.says ? [{field: "place" as const, value: place.value.name, says: place.says}] : []),
    ...(status.says ? [{field: "status" as const, value: status.value, says: status.says}] : [])
  ]
  const account = accountOf(mentions, tellings, shown)
  const outlets = new Set(mentions.map(m => m.publisher ?? m.article)).size
  return {
    id: first.id,
    type: first.type,
    modes: distinct(mentions.flatMap(m => (m.mode ? [m.mode] : []))),
    contexts: distinct(mentions.flatMap(m => m.contexts)),
    actors: parties(mentions.flatMap(m => m.actors.map(g => g.means))),
    recipients: parties(mentions.flatMap(m => m.recipients.map(g => g.means))),
    ...(place && {place: place.value}),
    ...(time && {time: time.value, timeBasis: bestBasis(standing, time.value)}),
    status: status.value,
    // an event is history only if nobody tells it as news
    background: mentions.every(m => m.background),
    tolls: standing.flatMap(m => m.tolls),
    // independent tellers make an event surer, never less sure than its best mention
    confidence: round(1 - mentions.slice(0, 8).reduce((doubt, m, i) => doubt * (1 - m.confidence / (i === 0 ? 1 : 3)), 1)),
    mentions,
    values: {
      time: timesIn(mentions),
      place: placesIn(mentions),
      status: statusesIn(mentions),
      tolls: mentions.flatMap(m => m.tolls.map(means => ({means, mentions: [m.id]})))
    },
    ...(account && {account}),
    merges,
    links,
    outlets,
    independent: Math.min(outlets, tellings.lines)
  }
}

const timesIn = (mentions: readonly EventMention[]): Held<TimeSpan>[] =>
  held(
    mentions,
    m => m.time?.means,
    t => `${t.from} ${t.until}`
  )
const placesIn = (mentions: readonly EventMention[]): Held<Place>[] =>
  held(
    mentions,
    m => m.place?.means,
    p => p.id
  )
const statusesIn = (mentions: readonly EventMention[]): Held<Status>[] =>
  held(
    mentions,
    m => m.claim.status,
    s => s
  )

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

/// Whether a person said what this field of a telling is.
const isSaid = (mention: EventMention, field: CorrectionRole): boolean => mention.corrected?.some(c => c.field === field) === true

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

/// All parties once, the better known name kept: "Kim Jong Un" and "North Korea" both stay, the same id only once.
function parties(all: readonly Party[]): Party[] {
  const found = new Map<string, Party>()
  for (const party of all) if (!found.has(party.id)) found.set(party.id, party)
  return [...found.values()]
}
