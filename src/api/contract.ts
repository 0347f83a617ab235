import type {
  Article,
  Clause,
  Event,
  EventType,
  Mentions,
  Party,
  Place,
  Quad,
  Report,
  Sentence,
  Status,
  TimeSpan,
  Token
} from "../model/model.ts"

export type * from "../model/model.ts"

/// What goes over the wire. The page and other clients know these types and nothing else of the program.
/// Base path /api/v1. Every list takes the filters below, `limit` (1 to 1000, default 50) and `cursor`.

/// Query parameters of /events, /series, /pairs, /facets and /export. A comma means "or".
export interface Filters {
  /// A country code (three capitals: all who act for it), an actor id, or part of a name; "id:ID" is that very actor.
  /// `RUS,PRK` is either.
  actor?: string
  recipient?: string
  /// Either side.
  party?: string
  /// Two of them, "RUS,PRK": events with both among their parties, whoever acts. Here the comma means "and".
  pair?: string
  /// A row of /panel: "RUS" (on either side) or "RUS>UKR" (who acts, to whom); a code, or "id:ID".
  sides?: string
  type?: string
  mode?: string
  quad?: string
  status?: string
  context?: string
  /// Days; events whose time overlaps [since, until). Undated events fall out when either is given.
  since?: string
  until?: string
  /// The events that /series counts in one bin: "2024-06-19", "2024-W25", "2024-06", "2024-Q2", "2024".
  bin?: string
  /// A place name or country code; "id:ID" is that very place and no other.
  place?: string
  publisher?: string
  article?: string
  /// "yes", "no" (default: no), "all". Told as history.
  background?: string
  /// Words anywhere in quotes, names, places.
  search?: string
  /// -date (default), date, confidence, -confidence, reports, -reports
  sort?: string
}

/// One line of the ledger.
export interface EventRow {
  readonly id: string
  readonly type: EventType
  readonly mode?: string
  readonly quad: Quad
  readonly goldstein: number
  readonly status: Status
  readonly background: boolean
  readonly actors: readonly Party[]
  readonly recipients: readonly Party[]
  readonly time?: TimeSpan
  readonly timeBasis?: "stated" | "inferred" | "assumed"
  readonly place?: Place
  readonly confidence: number
  /// Mentions, articles, outlets, lines that did not copy one another ("at most").
  readonly reports: number
  readonly articles: number
  readonly outlets: number
  readonly independent: number
  /// The sentence of the leading mention and the predicate in it.
  readonly quote: string
  readonly predicate: string
  readonly by?: string
}

export interface EventList {
  readonly events: readonly EventRow[]
  readonly next: string | null
  /// How many rows there are in all; given when asked for with total=1.
  readonly total?: number
}

/// What the page needs of an article beside its mentions.
export interface ArticleHead {
  readonly id: string
  readonly title?: string
  readonly publisher?: string
  readonly published?: string
  readonly url?: string
}

/// /events/ID (the id of an event, or of any of its mentions).
export interface EventDetail {
  readonly event: Event
  readonly row: EventRow
  readonly articles: readonly ArticleHead[]
  /// The sentence of every mention, by mention id, for lighting words in it.
  readonly sentences: Readonly<Record<string, {readonly start: number; readonly end: number; readonly text: string}>>
}

/// /articles: {articles, next}
export interface ArticleList {
  readonly articles: readonly (ArticleHead & {readonly sentences: number; readonly events: number})[]
  readonly next: string | null
  readonly total?: number
}

/// /articles/ID
export interface ArticleDetail {
  readonly article: Article
  readonly sentences: readonly {readonly index: number; readonly start: number; readonly end: number}[]
  /// Coded mentions with the event each belongs to.
  readonly mentions: readonly (Event["mentions"][0] & {readonly event: string})[]
  readonly uncoded: readonly {readonly sentence: number; readonly start: number; readonly end: number; readonly reason: string}[]
  /// All versions that stood at this address, this one among them, the earliest first; absent when there is but one.
  readonly versions?: readonly ArticleHead[]
}

/// /actors: {actors, next}; those who occur in the ledger, most events first.
export interface ActorList {
  readonly actors: readonly ActorRow[]
  readonly next: string | null
  readonly total?: number
}

export interface ActorRow {
  readonly id: string
  readonly name: string
  readonly country?: string
  readonly sectors: readonly string[]
  readonly events: number
  readonly asActor: number
  readonly asRecipient: number
}

/// /actors/ID (an actor's id or a country code)
export interface ActorDetail {
  readonly actor: ActorRow
  readonly partners: readonly {readonly id: string; readonly name: string; readonly events: number}[]
}

/// /pairs: {pairs, next}; unordered pairs of countries or stateless actors, most events first.
export interface PairList {
  readonly pairs: readonly {
    readonly a: string
    readonly b: string
    readonly aName: string
    readonly bName: string
    readonly events: number
  }[]
  readonly next: string | null
}

/// /series?by=day|week|month|quarter|year: events per span, by quad class. A vague date is counted in its own grain: if coarser than the
/// bin it is spread over the bins as `vague` shares, never put on the first day.
export interface Series {
  readonly by: "day" | "week" | "month" | "quarter" | "year"
  readonly bins: readonly SeriesBin[]
  /// Events without any date.
  readonly undated: number
}

export interface SeriesBin {
  readonly from: string
  readonly until: string
  readonly events: number
  readonly quads: readonly [number, number, number, number]
  readonly vague: number
  /// Mean Goldstein-like weight of the events in the bin; absent where nothing happened.
  readonly mean?: number
}

/// /panel?panel=dyad-month&measure=count,quad&fill=zero&as=json|jsonl|csv: counts by unit and period, in the order of units, then time. An event with several actors or
/// recipients stands in the row of each.
export interface PanelAnswer {
  readonly unit: string
  readonly rows: readonly PanelLine[]
  /// Events that stand in no row: without any date, told more vaguely than a period, without the sides a row needs.
  readonly undated: number
  readonly vague: number
  readonly sideless: number
}

export interface PanelLine {
  readonly sides: readonly string[]
  readonly names: readonly string[]
  readonly from: string
  readonly until: string
  readonly events: number
  /// Sum of PLOVER's weights of these events.
  readonly weight: number
  readonly quads: readonly [number, number, number, number]
  readonly types: Readonly<Partial<Record<EventType, number>>>
  /// The query string under which /events lists exactly these events.
  readonly query: string
}

/// /facets: counts under the same filters, most first.
export interface Facets {
  readonly total: number
  readonly type: readonly FacetCount[]
  readonly quad: readonly FacetCount[]
  readonly status: readonly FacetCount[]
  readonly actor: readonly FacetCount[]
  readonly recipient: readonly FacetCount[]
  readonly place: readonly FacetCount[]
  readonly publisher: readonly FacetCount[]
  readonly background: readonly FacetCount[]
}

export interface FacetCount {
  readonly value: string
  readonly label: string
  readonly count: number
}

/// /health: what the pile is like.
export interface Health {
  readonly version: string
  readonly ledger: string
  readonly articles: number
  readonly undated: number
  readonly sentences: number
  readonly mentions: number
  readonly events: number
  readonly outlets: number
  readonly unplaced: number
  readonly first?: string
  readonly last?: string
  readonly skipped: readonly {readonly path: string; readonly reason: string}[]
}

/// POST /explain {text, date?, title?, publisher?}: one text through every step; nothing is stored.
export interface Explanation {
  readonly sentences: readonly Sentence[]
  readonly tokens: readonly Token[]
  readonly clauses: readonly Clause[]
  readonly reports: readonly Report[]
  readonly mentions: Mentions
  readonly events: readonly Event["mentions"][0][]
  readonly uncoded: readonly {readonly sentence: number; readonly reason: string}[]
}

/// POST /articles {articles: [...]} (only with the owner's token): read and stored; what `annals read` prints with --json.
export interface ReadSummary {
  readonly articles: number
  readonly sentences: number
  readonly mentions: number
  readonly events: number
  readonly skipped: readonly {readonly path: string; readonly reason: string}[]
  readonly seconds: number
}

/// /runs: every reading, recoding and judging that changed the ledger, in their order, and what the corrections contradict.
export interface RunList {
  readonly runs: readonly RunLine[]
  readonly warnings: readonly string[]
}

export interface RunLine {
  readonly run: number
  /// A hash of what the run was and of all before it, not of its times.
  readonly id: string
  readonly what: "read" | "recode" | "corrections"
  readonly version: string
  /// Of code, data, codebook, actors and corrections.
  readonly hashes: Readonly<Record<string, string>>
  readonly articles: number
  readonly mentions: number
  readonly changes: number
  readonly began?: string
  readonly ended?: string
}

/// /changes?since=RUN|DAY&to=RUN: what became of each event between the two, all in all.
export interface Changes {
  readonly from: number
  readonly to: number
  readonly changes: readonly EventChange[]
}

export interface EventChange {
  readonly event: string
  readonly kind: "added" | "removed" | "changed" | "merged" | "split" | "renamed"
  /// The event it went into, came out of, or was known as before.
  readonly other?: string
  /// text, code, data, codebook, correction.
  readonly causes: readonly string[]
  readonly before?: EventSummary
  readonly after?: EventSummary
}

export interface EventSummary {
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

/// /verify: every quotation read again in its article; `wrong` are those that do not stand where they should.
export interface Verification {
  readonly mentions: number
  readonly quotes: number
  readonly wrong: readonly {readonly mention: string; readonly article: string; readonly quote: string; readonly found: string}[]
}

/// Every error, RFC 9457.
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail?: string
}
