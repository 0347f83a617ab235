import type {Sector} from "./plover.ts"
import type {Basis, Span} from "./span.ts"

/// A day of the calendar, YYYY-MM-DD. Half-open spans: `until` is the first day that is out.
export type Day = string

/// Country codes are ISO 3166-1 alpha-3 (PLOVER's own for Kosovo, KOS), or one of `stateless` in plover.ts.
export type CountryCode = string

export interface Role {
  /// "president", "foreign minister": as it is used before a name.
  readonly title?: string
  /// The country served, where it is not the actor's own.
  readonly country?: CountryCode
  readonly sector?: Sector
  /// First day and first day after. A month or year stays one ("2004-05", "2004"); absent: not known, or always.
  readonly from?: string
  readonly until?: string
  readonly source?: string
  readonly checked?: string
}

export type ActorKind = "country" | "person" | "organization" | "group" | "generic"

/// Somebody who can do something or have it done to them. Roles are dated and looked up on the event's day.
export interface Actor {
  readonly id: string
  readonly kind: ActorKind
  readonly name: string
  readonly aliases: readonly string[]
  readonly country?: CountryCode
  readonly sectors: readonly Sector[]
  readonly roles: readonly Role[]
  readonly source: string
}

/// An actor as it was on a day. Unknown names are kept: they have an id made of the name and neither country nor sector.
export interface Party {
  readonly id: string
  readonly name: string
  readonly kind?: ActorKind
  readonly country?: CountryCode
  readonly sectors: readonly Sector[]
  /// The office held that day, if one made us know them.
  readonly title?: string
}

export type PlaceGrain = "exact" | "city" | "region" | "country" | "sea" | "continent"

/// A place. A country is not a point: only grains "exact" and "city" may be drawn as one.
export interface Place {
  readonly id: string
  readonly name: string
  readonly country?: CountryCode
  readonly region?: string
  readonly lat?: number
  readonly lon?: number
  readonly grain: PlaceGrain
  readonly geonames?: number
}

export type TimeGrain =
  | "day"
  | "week"
  | "month"
  | "season"
  | "quarter"
  | "year"
  | "decade"
  | "century"
  | "time"
  | "duration"
  | "set"

/// When: half-open days as far as they are known, and how finely the words said it. "In March" is a month, not its 1st.
export interface TimeSpan {
  readonly from?: Day
  readonly until?: Day
  readonly grain: TimeGrain
}

/// Words that stand for something, and what: `means` is undefined while nobody knows. Law: unknown names are kept.
export interface Mention<T> {
  readonly span: Span
  readonly sentence: number
  /// Token index of the head word.
  readonly head: number
  readonly text: string
  readonly means: T | undefined
  readonly basis: Basis
  /// What else it may be, best first, when torn.
  readonly candidates?: readonly T[]
  /// One line on how the answer was found: "office held on 2023-09-13", "he: last male person named".
  readonly why: string
}

export interface ActorMention extends Mention<Party> {
  /// One mention may stand for several: "the two presidents". Then `means` is the first and these are all.
  readonly all?: readonly Party[]
  readonly form: "name" | "title" | "pronoun" | "generic" | "metonym"
}

export type PlaceMention = Mention<Place>

export interface TimeMention extends Mention<TimeSpan> {
  /// TIMEX3 value: "2024-06", "2024-W25", "P3D", "PRESENT_REF".
  readonly value: string
}

/// A proper name as such, whether or not anybody knows whom it means.
export interface NameMention {
  readonly span: Span
  readonly sentence: number
  readonly first: number
  readonly last: number
  readonly kind: "person" | "organization" | "location"
}

/// Everybody, everywhere and every time that a document names, each list in text order.
export interface Mentions {
  readonly names: readonly NameMention[]
  readonly actors: readonly ActorMention[]
  readonly places: readonly PlaceMention[]
  readonly times: readonly TimeMention[]
}
