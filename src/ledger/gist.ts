import type {Basis, EventMention, EventType, Party, PlaceGrain, TimeGrain} from "../model/model.ts"
import {stemOf} from "./happenings.ts"

/// What is compared of a mention, worked out once: a mention is compared many times. Plain data, to be kept beside the mention.
export interface Gist {
  readonly id: string
  readonly article: string
  readonly sentence: number
  readonly type: EventType
  readonly mode?: string
  readonly actors: readonly Side[]
  readonly recipients: readonly Side[]
  /// Days since 1970, `until` not included; absent when no day is known.
  readonly time?: {readonly from: number; readonly until: number; readonly grain: TimeGrain; readonly basis: Basis}
  readonly place?: {
    readonly id: string
    readonly name: string
    readonly country?: string
    readonly grain: PlaceGrain
    readonly basis: Basis
  }
  /// The day the article was published, since 1970.
  readonly told?: number
  /// Stems of the predicate's words, the leading one first: "had signed a treaty" is sign, treaty.
  readonly deed: readonly string[]
  /// Content words without those of the calendar, in order.
  readonly words: readonly string[]
}

/// One party: `key` is the country it belongs to, or its own id if it has none.
export interface Side {
  readonly id: string
  readonly key: string
  readonly sector?: string
}

export const dayNumber = (day: string): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000)

export function gistOf(m: EventMention): Gist {
  const from = m.time?.means.from === undefined ? Number.NaN : dayNumber(m.time.means.from)
  const until = m.time?.means.until === undefined ? Number.NaN : dayNumber(m.time.means.until)
  const told = m.published === undefined ? Number.NaN : dayNumber(m.published)
  const place = m.place?.means
  return {
    id: m.id,
    article: m.article,
    sentence: m.sentence,
    type: m.type,
    ...(m.mode !== undefined && {mode: m.mode}),
    actors: sidesOf(m.actors),
    recipients: sidesOf(m.recipients),
    ...(from < until && {time: {from, until, grain: m.time!.means.grain, basis: m.time!.basis}}),
    ...(place && {
      place: {
        id: place.id,
        name: place.name,
        ...(place.country !== undefined && {country: place.country}),
        grain: place.grain,
        basis: m.place!.basis
      }
    }),
    ...(!Number.isNaN(told) && {told}),
    deed: deedOf(m),
    words: [...new Set(m.words.filter(w => !calendar.has(w) && !/^(1[89]|20)\d\d$/.test(w)))].sort()
  }
}

/// Nobody in particular ("a general", "police", of no country) is nobody to be told by. Of very long lists the first six by key
/// will do: the others would make pairs without end.
function sidesOf(parties: EventMention["actors"]): Side[] {
  const sides = parties
    .filter(g => isSomebody(g.means))
    .map(({means: {id, country, sectors}}) => ({id, key: country ?? id, ...(sectors[0] !== undefined && {sector: sectors[0]})}))
  const kept = new Set(keysOf(sides).slice(0, 6))
  return sides.filter(s => kept.has(s.key))
}

export const keysOf = (sides: readonly Side[]): string[] => [...new Set(sides.map(s => s.key))].sort()

const isSomebody = (party: Party): boolean => party.country !== undefined || party.kind !== "generic"

function deedOf(m: EventMention): string[] {
  const words = m.predicate.quote.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? []
  const content = words.filter(w => !grammar.has(w))
  return [...new Set((content.length > 0 ? content : words.slice(-1)).slice(0, 5).map(stemOf))]
}

const grammar = new Set(
  (
    "a an the is are was were be been being has have had do does did will would shall should can could may might must not to " +
    "of in on at by for with from up out off down his her its their new"
  ).split(" ")
)

/// Words that tell when: they are judged as times.
const calendar = new Set(
  (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september " +
    "october november december day week month year today yesterday tomorrow morning afternoon evening night last next ago"
  ).split(" ")
)
