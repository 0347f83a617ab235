import type {
  Article,
  Clause,
  Coded,
  Correction,
  CorrectionOp,
  CorrectionRole,
  CorrectionState,
  Event,
  EventMention,
  EventType,
  Mentions,
  Party,
  Place,
  Quad,
  Report,
  Sentence,
  Status,
  Target,
  TimeSpan,
  Token,
  Toll
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
  /// How exactly the place is told: point (a site or a city), region, country, sea, continent; "none": no place is told.
  placed?: string
  /// "yes": only events with a beginning and an end; "no": only those without one or both.
  dated?: string
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
  /// What it is bound up with: the deed a plan or denial speaks of; where `back`, the plans and denials of it; what may be the same.
  readonly related: readonly {
    readonly kind: Event["links"][0]["kind"]
    readonly says: string
    readonly back: boolean
    readonly event: EventRow
  }[]
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
  /// The mean of what such events weigh lies between these nine times out of ten; absent where there are fewer than two.
  readonly band?: readonly [number, number]
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
  readonly what: "read" | "recode" | "corrections" | "forget"
  readonly version: string
  /// Of code, data, codebook, actors and corrections.
  readonly hashes: Readonly<Record<string, string>>
  readonly articles: number
  readonly mentions: number
  readonly changes: number
  readonly began?: string
  readonly ended?: string
  /// What became of events in it: how many came, changed, went; absent where there are too many to compare at once.
  readonly became?: {readonly came: number; readonly changed: number; readonly gone: number}
}

/// /changes?since=RUN|DAY&to=RUN: what became of each event between the two, all in all.
export interface Changes {
  readonly from: number
  readonly to: number
  /// How many there are of each cause; a change with two causes counts under both.
  readonly causes: Readonly<Record<string, number>>
  readonly kinds: Readonly<Record<string, number>>
  readonly changes: readonly EventChange[]
  readonly next: string | null
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

/// /briefing?since=RUN|DAY&to=RUN: what is new, in numbers and the first few of each kind. /news?kind=KIND: all of one kind.
export interface Briefing {
  /// The run before, and the last one that is looked at; 0: before anything was read.
  readonly from: number
  readonly to: number
  readonly runs: readonly RunLine[]
  /// Articles read in between.
  readonly articles: number
  readonly counts: Readonly<Record<NewsKind, number>>
  readonly first: Readonly<Record<NewsKind, readonly NewsLine[]>>
}

export type NewsKind = "new" | "grown" | "corrected" | "contradicted" | "withdrawn"

export interface NewsList {
  readonly from: number
  readonly to: number
  readonly events: readonly NewsLine[]
  readonly next: string | null
  readonly total?: number
}

/// What became of one event: `row` as it stands (absent when it is withdrawn), and how it was and is in short.
export interface NewsLine {
  readonly event: string
  readonly row?: EventRow
  readonly before?: EventSummary
  readonly after?: EventSummary
  /// The event it is now part of, or came out of.
  readonly other?: string
  readonly causes: readonly string[]
  readonly conflicts?: readonly Contradiction[]
}

/// Values of one field that cannot all be true, with who tells them.
export interface Contradiction {
  readonly field: "time" | "place" | "status" | "tolls"
  readonly what?: Toll["what"]
  readonly values: readonly {
    readonly value: string
    readonly low?: number
    readonly high?: number
    /// Tellings that did not copy one another, at most.
    readonly lines: number
    readonly outlets: number
    /// The day it was first told.
    readonly first?: string
    readonly voices: readonly {readonly name?: string; readonly own: boolean; readonly status: Status}[]
    /// Told for the first time since the run asked about.
    readonly fresh: boolean
  }[]
}

/// /departures: pairs whose newest count departs from their own base rate; {pairs: []} while the pile is too short to tell.
export interface Departures {
  readonly by?: "month" | "week" | "day"
  /// `name` is what the filter `bin` takes; `articles` is what the rate is reckoned by.
  readonly bins: readonly {readonly from: string; readonly until: string; readonly name: string; readonly articles: number}[]
  readonly compared: number
  readonly pairs: readonly {
    readonly a: string
    readonly b: string
    readonly aName: string
    readonly bName: string
    readonly counts: readonly number[]
    /// The middle 90 % of what its own past lets expect, bin by bin.
    readonly usual: readonly {readonly expected: number; readonly low: number; readonly high: number}[]
    /// How likely the newest count is by chance, 0 to 1.
    readonly chance: number
    readonly departs: boolean
  }[]
}

/// /pile: what the pile lacks, in numbers. /pile/undated, /pile/skipped, /pile/names, /pile/days: the rows behind them.
export interface Gaps {
  /// Articles without a date.
  readonly undated: number
  readonly skipped: number
  /// Names in events that no list of actors knows.
  readonly names: number
  /// Days between the first article and the last on which none was published.
  readonly days: number
  readonly unplaced: number
  readonly undatedEvents: number
}

/// /pile/undated, /pile/skipped, /pile/names and /pile/days answer rows with some of these.
export interface GapRow {
  readonly id?: string
  readonly title?: string
  readonly publisher?: string
  readonly url?: string
  readonly name?: string
  readonly path?: string
  readonly reason?: string
  readonly day?: string
  readonly events?: number
  /// One of the events of a name, and the sentence that tells it.
  readonly event?: string
  readonly quote?: string
}

export interface GapRows {
  readonly rows: readonly GapRow[]
  readonly next: string | null
  readonly total?: number
}

/// /places: where the events under the filters happened, most first, each told exactly so: those of a city are not among its country's.
export interface PlaceList {
  readonly events: number
  readonly unplaced: number
  readonly next: string | null
  readonly places: readonly {readonly place: Place; readonly events: number}[]
}

/// /lanes?lanes=6&most=150&only=RUS,PRK: what each of the busiest actors did over time; of each the most reported.
export interface Lanes {
  /// Events without a beginning or an end.
  readonly undated: number
  readonly lanes: readonly {
    readonly id: string
    readonly name: string
    readonly events: number
    readonly marks: readonly LaneMark[]
  }[]
}

export interface LaneMark {
  readonly id: string
  readonly type: EventType
  readonly mode?: string
  readonly quad: Quad
  readonly status: Status
  readonly actors: readonly Party[]
  readonly recipients: readonly Party[]
  readonly time: TimeSpan
  readonly reports: number
  /// The words in which the date was told.
  readonly words?: string
}

/// /network?around=RUS,PRK: whom they stand with in most events.
export interface Network {
  readonly nodes: readonly {readonly id: string; readonly name: string; readonly centre: boolean}[]
  readonly edges: readonly {
    readonly a: string
    readonly b: string
    readonly events: number
    readonly cooperation: number
  }[]
  /// Edges that are not among these.
  readonly left: number
}

/// POST /corrections {who, why?, corrections: [...]}: what a person says, each aimed at a mention by id (the server finds its words) or at
/// words given as `target`. One call is one decision: its lines share a moment. Answers with the lines as written and what became of them.
export interface Decided {
  readonly corrections: readonly CorrectionLine[]
}

export interface Said {
  readonly op: CorrectionOp
  /// The mention that is meant; or `target` with the words themselves. Of an undo, `target` is the id of the line to take back.
  readonly mention?: string
  readonly target?: Target | string
  readonly role?: CorrectionRole
  readonly before?: unknown
  readonly after?: unknown
  /// Mentions of the events it is joined to (merge, not-same).
  readonly other?: string
  /// The coding was judged as it was read, whatever others have said of it: one side of a double coding.
  readonly blind?: boolean
}

/// A line of corrections.jsonl and what became of it.
export interface CorrectionLine {
  readonly correction: Correction
  /// "undone" when a later line takes it back; "undo" when it takes back another.
  readonly state: CorrectionState | "undone" | "undo"
  readonly says: string
  /// Where it stands in the file.
  readonly line: number
  readonly mention?: string
  readonly event?: string
}

/// /corrections?state=conflict&who=Ada: every line, the latest first.
export interface CorrectionList {
  readonly corrections: readonly CorrectionLine[]
  readonly next: string | null
  readonly counts: CorrectionCounts
}

export interface CorrectionCounts {
  /// Standing corrections: applied, agrees, conflict and orphan together.
  readonly corrections: number
  readonly applied: number
  readonly agrees: number
  readonly conflict: number
  readonly orphan: number
  readonly undone: number
}

/// /reviews?queue=doubtful|disagreements|orphans|double&who=Ada: cases to decide.
export interface ReviewQueue {
  readonly queue: ReviewQueueName
  readonly cases: readonly ReviewCase[]
}
export type ReviewQueueName = "doubtful" | "disagreements" | "orphans" | "double"

export interface ReviewCase {
  /// The mention it is about; of an orphan, the id of the correction.
  readonly id: string
  /// As it is shown; in double coding as it was read. Absent for an orphan.
  readonly mention?: EventMention
  readonly event?: string
  readonly article?: ArticleHead
  /// The sentence, and those before and after it.
  readonly sentence?: {readonly start: number; readonly end: number; readonly text: string}
  readonly before?: string
  readonly after?: string
  /// The event it may be the same as.
  readonly same?: {
    readonly mention: EventMention
    readonly article?: ArticleHead
    readonly sentence: {readonly start: number; readonly end: number; readonly text: string}
  }
  /// Other reports of its event, by id.
  readonly reports: readonly string[]
  readonly doubt: {
    readonly kind: "event" | "same" | "who" | "when" | "where" | "how-many" | "status" | "disagreement" | "orphan"
    readonly says?: string
  }
  /// Values that other reports of the event give.
  readonly values: {
    readonly when: readonly TimeSpan[]
    readonly where: readonly Place[]
    readonly status: readonly Status[]
  }
  /// In how many rows of the usual tables it counts, and how sure the coding is.
  readonly rows: number
  readonly sure: number
  /// Drawn at random.
  readonly random: boolean
  /// The correction that is in conflict or has lost its words.
  readonly correction?: CorrectionLine
}

/// /reviews/state?who=Ada: how far the review is.
export interface ReviewState {
  /// A name for this reviewer, if none is given.
  readonly who: string
  /// What this reviewer decided today, by what was done.
  readonly today: {readonly accepted: number; readonly changed: number; readonly rejected: number}
  /// Of the tellings drawn at random and decided without a gap: how many were right as they were read, and between which two shares the
  /// true one lies, 19 times of 20 (Wilson).
  readonly precision: {readonly right: number; readonly of: number; readonly low: number; readonly high: number}
  readonly counts: CorrectionCounts
  /// How many cases the smaller queues hold.
  readonly queues: {readonly disagreements: number; readonly orphans: number; readonly double: number}
  /// The latest standing decisions of this reviewer, the latest first.
  readonly latest: readonly DecisionLine[]
}

export interface DecisionLine {
  /// The lines it is made of: to take it back, undo all of them.
  readonly ids: readonly string[]
  readonly when: string
  readonly did: "accepted" | "changed" | "rejected" | "noted"
  readonly says: string
  readonly mention?: EventMention
  readonly event?: string
}

/// /reviews/choices?field=who|where&search=...: parties or places of the ledger by name.
export interface ReviewChoices {
  readonly parties: readonly Party[]
  readonly places: readonly Place[]
}

/// POST /reviews/check {text, path}: lines of a corrections file held against what is read now; nothing is written.
export interface ReplayCheck {
  readonly corrections: readonly (CorrectionLine & {
    /// What is read at its words now, before anybody said anything.
    readonly now?: Coded
  })[]
  readonly counts: CorrectionCounts
  /// Tellings in the articles that these lines are about, and how many of them none is about.
  readonly tellings: number
  readonly unjudged: number
}

/// /jobs: work that takes a while. /jobs/ID/events sends it anew at every step.
export interface Job {
  readonly id: string
  readonly what: "read" | "recode" | "corrections" | "preview"
  readonly state: "waiting" | "running" | "done" | "stopped" | "failed"
  readonly began: string
  readonly ended?: string
  readonly articles: number
  readonly sentences: number
  readonly mentions: number
  readonly skipped: number
  /// Articles still to be read again.
  readonly left?: number
  readonly error?: string
}

/// /codebook: what every code means and every rule that codes it, in the order in which they are tried; a team's own among them.
export interface CodebookAnswer {
  readonly types: readonly CodebookType[]
  readonly contexts: readonly Meaning[]
  readonly statuses: readonly Meaning[]
  readonly rulings: readonly {readonly told: string; readonly coded: string}[]
  readonly rules: number
  readonly examples: number
  readonly own: {readonly added: readonly string[]; readonly changed: readonly string[]; readonly off: readonly string[]}
}

export interface Meaning {
  readonly name: string
  readonly says: string
}

export interface CodebookType {
  readonly type: EventType
  readonly says: string
  readonly also: string
  readonly quad: Quad
  readonly weight: number
  readonly cameo: string
  readonly modes: readonly (Meaning & {readonly cameo: string})[]
  readonly rules: readonly CodebookRule[]
}

export interface CodebookRule {
  readonly name: string
  readonly mode?: string
  /// The words it hangs on.
  readonly verbs: readonly string[]
  readonly nouns: readonly string[]
  readonly adjectives: readonly string[]
  readonly actor: string
  readonly recipient: string
  /// What else it asks for, one condition a line.
  readonly asks: readonly string[]
  readonly examples: readonly string[]
  readonly not: readonly string[]
  /// Shipped as it stands, added by the team, a shipped one that the team changed, or one that it switched off.
  readonly origin: "shipped" | "added" | "changed" | "off"
  /// Where the team wrote it: "codebook/page.yaml:12".
  readonly at?: string
}

/// /rules/NAME: one rule as YAML, as it holds and as it is shipped, and what it codes.
export interface RuleDetail {
  readonly rule: CodebookRule
  readonly type: EventType
  readonly yaml: string
  readonly shipped?: string
  /// Reports and events that it codes now, and the latest of these.
  readonly reports: number
  readonly events: number
  readonly latest: readonly EventRow[]
}

/// /registry?search=NAME: who is known, whether or not they occur in the ledger.
export interface RegistryList {
  readonly actors: readonly RegistryRow[]
  readonly next: string | null
  readonly total?: number
}

export interface RegistryRow {
  readonly id: string
  readonly name: string
  readonly kind: "person" | "organization" | "group"
  readonly country?: string
  readonly aliases: readonly string[]
  readonly sectors: readonly string[]
  readonly offices: number
  /// Where the team wrote it: "actors/page.yaml:3".
  readonly at?: string
}

/// /registry/ID
export interface RegistryDetail {
  readonly actor: RegistryRow
  readonly offices: readonly {
    readonly title: string
    readonly country?: string
    readonly of?: string
    readonly sector?: string
    readonly from?: string
    readonly until?: string
    readonly source?: string
    /// The team's own.
    readonly own: boolean
  }[]
  /// Events of the ledger in which it takes part.
  readonly events: number
}

/// /own/codebook and /own/actors: the one file that the page writes in that folder, and the others there, which people keep by hand.
export interface OwnFile {
  readonly what: OwnKind
  readonly file: string
  readonly text: string
  /// A name for what is there, to be sent along when it is to be replaced.
  readonly hash: string
  readonly others: readonly string[]
}
export type OwnKind = "codebook" | "actors"

/// POST /own/WHAT {text, was}: checked as a whole, written, and everything read again by the job.
export interface OwnSaved {
  readonly file: OwnFile
  readonly job: Job
}

/// POST /previews {what, text} begins a job; /previews/JOB answers what it has found so far, all of it when the job is done.
export interface Preview {
  readonly what: OwnKind
  /// Articles looked at, of those that hold the words of what would change, of all there are.
  readonly looked: number
  readonly holding: number
  readonly articles: number
  /// The words by which they were found; empty when every article may change.
  readonly words: readonly string[]
  readonly state: Job["state"]
  /// The limit that ended it, if one did.
  readonly ended?: "articles" | "time"
  readonly milliseconds: number
  /// The team's examples that hold, and what does not, with file and line.
  readonly examples: {readonly hold: number; readonly of: number; readonly wrong: readonly string[]}
  readonly counts: {
    readonly added: number
    readonly removed: number
    readonly changed: number
    /// Of all these, those that touch what a person decided.
    readonly decided: number
  }
  /// Those that touch a person's decision first, then as they stand in time.
  readonly changes: readonly PreviewChange[]
}

export interface PreviewChange extends EventChange {
  /// The sentence, and where it stands.
  readonly quote: string
  readonly article: string
  readonly sentence: number
  /// What people decided that it contradicts, or that holds by itself then.
  readonly decisions: readonly {readonly who: string; readonly when: string; readonly agrees: boolean; readonly says: string}[]
}

/// /sources: outlets of the pile, most articles first.
export interface SourceList {
  readonly sources: readonly SourceRow[]
  readonly next: string | null
  readonly total?: number
}

export interface SourceRow {
  /// Absent: of articles that name no outlet.
  readonly publisher?: string
  readonly articles: number
  readonly undated: number
  readonly first?: string
  readonly last?: string
  readonly events: number
  /// Events that nobody else tells.
  readonly alone: number
  /// One of its reports, to say of it that the outlet is to be ignored.
  readonly report?: string
  /// The correction that ignores it.
  readonly ignored?: {readonly id: string; readonly who: string; readonly when: string}
}

/// /views: filters with a name; `query` as in the address of the ledger page.
export interface View {
  readonly name: string
  readonly query: string
}

/// /search?q=WORDS&in=events|articles|quotes: where all these words stand.
export interface HitList {
  readonly hits: readonly {
    readonly kind: "event" | "article" | "quote"
    /// Of the event or article; of a quote ARTICLE:START-END.
    readonly id: string
    readonly title: string
    /// The sentence in which most of the words stand, and where they stand in it.
    readonly words: string
    readonly marks: readonly {readonly start: number; readonly end: number}[]
    readonly event?: string
    readonly article?: string
    readonly day?: string
    readonly publisher?: string
    readonly url?: string
  }[]
  readonly next: string | null
  readonly total?: number
}

/// /offices?of=RUS: {offices}, as the lists of actors have them.
export interface OfficeList {
  readonly offices: readonly Office[]
}

/// Somebody's time in an office: first day and first day after; a month or a year where no day is certain.
export interface Office {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly from?: string
  readonly until?: string
}

/// Every error, RFC 9457.
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail?: string
}
