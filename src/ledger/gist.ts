import type {Basis, EventMention, EventType, Party, PlaceGrain, Status, TimeGrain} from "../model/model.ts"
import {stemOf} from "./happenings.ts"
import {type DeedsOf, noDeeds} from "./same-deeds.ts"

/// What is compared of a mention, worked out once: a mention is compared many times. Plain data, to be kept beside the mention.
export interface Gist {
  readonly id: string
  readonly article: string
  readonly sentence: number
  /// Absent where nobody said what sort of deed it is.
  readonly type?: EventType
  readonly stage: Stage
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
  /// Numbers of the groups of words for one deed that its words are of: "invaded" and "attack" are of one.
  readonly kinds?: readonly number[]
  /// Numbers of the groups that its other words are of: "owned up to the abductions", "admitted the kidnapping".
  readonly themes?: readonly number[]
  /// Stems of content words in order, without those of the calendar and those that name the parties and the place, which are judged by themselves.
  readonly words: readonly string[]
  /// Names told of around it that no table holds, in order.
  readonly named?: readonly string[]
  /// All of its words as one, if there are enough of them to be nobody else's: copies meet by them whatever day they are read as.
  readonly wording?: string
}

export type Stage = "plan" | "deed" | "denial"

/// Plans, deeds and denials of one happening are linked, never merged: a mention's stage.
export const stageOf = (status: Status): Stage =>
  status === "planned" || status === "possible" ? "plan" : status === "did-not-happen" ? "denial" : "deed"

/// One party: `key` is the country it belongs to, or its own id if it has none; the last word of a name that nobody knows.
export interface Side {
  readonly id: string
  readonly key: string
  /// The last word of a name that nobody knows, where a country is known all the same.
  readonly alias?: string
  readonly sector?: string
  /// A person or an organisation, not one of many.
  readonly particular?: true
  /// "A soldier", "the ambassador": whose they are is seldom said and often guessed.
  readonly generic?: true
  /// An international body: no country's.
  readonly body?: true
  /// More than one: "31 soldiers", "dozens", a firm.
  readonly many?: true
  /// Whose they are, or who it was, is not in the words: "police", of the country that was spoken of; "the president".
  readonly guessed?: true
}

/// Whether too little is known of somebody to tell them from others: whose they are was guessed, or nobody knows the name.
export const isLoose = ({key, guessed}: Side): boolean => guessed === true || key.startsWith("name:")

/// One of the reasons for or against two tellings being one, and what it weighs.
export interface Part {
  readonly says: string
  readonly weight: number
}

export const dayNumber = (day: string): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000)

/// A telling as far as merging looks at it: an event mention, or words that somebody points at, of whatever type.
export type Telling = Pick<
  EventMention,
  | "id"
  | "article"
  | "sentence"
  | "mode"
  | "actors"
  | "recipients"
  | "place"
  | "time"
  | "tolls"
  | "claim"
  | "predicate"
  | "words"
  | "named"
  | "published"
> & {readonly type?: EventType}

/// `deedsOf` says which words may stand for one deed.
export function gistOf(m: Telling, deedsOf: DeedsOf = noDeeds): Gist {
  const own = deedOf(m)
  // "began an exercise" is the exercise
  const lent = own.every(word => lending.has(word)) ? ownWords(m).filter(word => deedsOf(word).length > 0) : []
  const deed = [...new Set([...own, ...lent.slice(0, 3).map(rootOf)])]
  const kinds = [...new Set(namesOfDeed(m, deed).flatMap(deedsOf))].sort((a, b) => a - b)
  const themes = [...new Set(ownWords(m).flatMap(deedsOf))].filter(group => !kinds.includes(group)).sort((a, b) => a - b)
  const from = m.time?.means.from === undefined ? Number.NaN : dayNumber(m.time.means.from)
  const told = m.published === undefined ? Number.NaN : dayNumber(m.published)
  const end = m.time?.means.until === undefined ? Number.NaN : dayNumber(m.time.means.until)
  // "this year", told in April of what has happened, is no day of May
  const until = m.claim.status === "happened" && from <= told ? Math.min(end, told + 1) : end
  const place = m.place?.means
  return {
    id: m.id,
    article: m.article,
    sentence: m.sentence,
    ...(m.type !== undefined && {type: m.type}),
    stage: stageOf(m.claim.status),
    ...(m.mode !== undefined && {mode: m.mode}),
    actors: sidesOf(m.actors),
    recipients: sidesOf(m.recipients),
    ...(from < until && isCredible(m) && {time: {from, until, grain: m.time!.means.grain, basis: m.time!.basis}}),
    ...(place && {
      place: {
        // "near Paphos" is told of Paphos as well
        id: place.id.replace(/-near$/, ""),
        name: place.name,
        ...(place.country !== undefined && {country: place.country}),
        grain: place.grain,
        basis: m.place!.basis
      }
    }),
    ...(!Number.isNaN(told) && {told}),
    deed,
    ...(kinds.length > 0 && {kinds}),
    ...(themes.length > 0 && {themes}),
    words: [...new Set(ownWords(m).map(word => (/\d/.test(word) ? word : rootOf(word))))].sort(),
    ...(m.named !== undefined && m.named.length > 0 && {named: m.named}),
    ...(m.words.length >= 5 && {wording: [...new Set(m.words)].sort().join(" ")})
  }
}

/// What has happened did so before it was told: a later day is a misreading, and no day at all.
export const isCredible = ({time, published, claim}: Telling): boolean =>
  claim.status !== "happened" || published === undefined || (time?.means.from ?? "") <= published

function ownWords(m: Telling): string[] {
  const named = new Set([...m.actors, ...m.recipients, ...(m.place ? [m.place] : [])].flatMap(namesOf))
  const date = new Set([m.time?.means.from, m.time?.means.until].map(day => String(Number(day?.slice(8)))))
  const isOwn = (word: string): boolean =>
    !calendar.has(word) && !light.has(word) && !named.has(word) && !date.has(word) && !/^(1[89]|20)\d\d$/.test(word)
  const words = [...new Set(m.words)].sort()
  const own = words.filter(isOwn)
  // who is told of in names alone is told by them
  return own.length > 0 ? own : words.filter(w => !calendar.has(w))
}

/// Of "a South Korean tourist" only what is written as a name: what sort of people it was is a word like others.
function namesOf({means, evidence}: EventMention["actors"][0] | NonNullable<EventMention["place"]>): string[] {
  const quotes = evidence.map(e => e.quote)
  if ("kind" in means && means.kind === "generic")
    return quotes.flatMap(text => text.match(/\p{Lu}[\p{L}\p{N}-]*/gu) ?? []).map(word => word.toLowerCase())
  return [means.name, ...quotes].flatMap(text => text.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? [])
}

/// Verbs that only lend their grammar to a noun: "held talks", "began talks".
const light = new Set(
  "hold begin start make take give have launch conduct carry open continue resume end stage say express voice issue lodge file reach".split(
    " "
  )
)

const lending = new Set([...light].map(rootOf))

/// Nobody in particular ("a general", "police", of no country) is nobody to be told by. Of very long lists the first six by key
/// will do: the others would make pairs without end.
function sidesOf(parties: EventMention["actors"]): Side[] {
  const sides = parties
    .filter(g => isSomebody(g.means))
    .map(party => {
      const {means} = party
      const {kind, country, sectors} = means
      const id = isUnknown(means) ? `name:${means.name.toLowerCase()}` : means.id
      const name = isUnknown(means) ? `name:${id.slice(id.search(/[^\s:]*$/))}` : undefined
      return {
        id,
        key: country ?? name ?? id,
        ...(country !== undefined && name !== undefined && {alias: name}),
        ...(sectors[0] !== undefined && {sector: sectors[0]}),
        ...((kind === "person" || kind === "organization") && {particular: true as const}),
        ...(kind === "generic" && {generic: true as const}),
        ...((kind === "organization" || (kind === "generic" && isMany(party))) && {many: true as const}),
        ...(kind === "organization" && bodies.has(country ?? "") && {body: true as const}),
        ...(isGuessed(party) && {guessed: true as const})
      }
    })
  const kept = new Set([...new Set(sides.map(s => s.key))].sort().slice(0, 6))
  return sides.filter(s => kept.has(s.key))
}

const isMany = ({evidence}: EventMention["actors"][0]): boolean =>
  evidence.some(({quote}) => severals.test(quote) || /[^su]s$|(?:men|people|police|troops)$/i.test(quote))
const severals =
  /\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundreds?|thousands?|dozens?|scores|several|many|some|both)\b/i

/// Kept under the name that the text gives.
const isUnknown = ({id}: Party): boolean => /^name[:-]/.test(id)

/// Whether the country of people of no name, or who somebody is, does not stand in the words.
function isGuessed({means, basis, evidence}: EventMention["actors"][0]): boolean {
  if (means.kind === "generic" || means.kind === "country") return basis !== "stated"
  if (means.kind !== "person" || evidence.length === 0) return false
  const words = means.name.toLowerCase().split(/[\s-]+/)
  return !evidence.some(e => words.some(word => e.quote.toLowerCase().includes(word)))
}

const bodies: ReadonlySet<string> = new Set(["IGO", "UNO", "EUR", "NGO"])

export const keysOf = (sides: readonly Side[]): string[] =>
  [...new Set(sides.flatMap(s => (s.alias === undefined ? [s.key] : [s.key, s.alias])))].sort()

const isSomebody = (party: Party): boolean => party.country !== undefined || party.kind !== "generic"

/// The words that a deed may be known by: as written, as the dictionary has them, and with their particle ("called off" is neither
/// called nor off).
function namesOfDeed(m: Telling, deed: readonly string[]): string[] {
  const quote = m.predicate.quote.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? []
  const lemmas = m.words.filter(w => deed.includes(rootOf(w)))
  const written = quote.filter(w => deed.includes(rootOf(w)))
  const phrases = lemmas.flatMap(w => quote.filter(p => particles.has(p)).map(p => `${w} ${p}`))
  return [...lemmas, ...written, ...phrases]
}

/// What is left of a word when all endings have fallen: "murdered" and "murder", "killed" and "kill" meet.
export function rootOf(word: string): string {
  const stem = stemOf(word)
  return stem === word ? stem.replace(/([^aeiou])\1$/, "$1") : rootOf(stem)
}

const particles = new Set("up out off down back in on over apart away".split(" "))

function deedOf(m: Telling): string[] {
  const words = m.predicate.quote.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? []
  const content = words.filter(w => !grammar.has(w))
  const lemma = (word: string): string =>
    irregular[word] ?? m.words.find(w => word.startsWith(w) && endings.test(word.slice(w.length))) ?? word
  return [...new Set((content.length > 0 ? content : words.slice(-1)).slice(0, 5).map(word => rootOf(lemma(word))))]
}

/// "ask" of "asked": too short a word for stems to know.
const endings = /^(?:s|es|d|ed|ing)$/

const irregular: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "began begin begun begin met meet held hold shot shoot fought fight sent send came come went go spoke speak saw see blew blow told tell sat sit took take " +
    "struck strike won win left leave sold sell flew fly broke break gave give bought buy led lead fled flee withdrew withdraw"
  )
    .split(" ")
    .flatMap((word, i, all) => (i % 2 === 0 ? [[word, all[i + 1]!]] : []))
)

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
