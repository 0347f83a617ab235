/// The API of a served ledger as functions. Written from its OpenAPI document by `npm run client`; not by hand.

/// The words a field rests on: text.slice(start, end) of the article is the quote
export interface Evidence {
  readonly article: string
  /// UTF-16 positions in the article's text; `end` is not in it
  readonly span: {
    readonly start: number
    readonly end: number
  }
  readonly quote: string
}

/// An actor as it was on the event's day
export interface Party {
  readonly id: string
  readonly name: string
  readonly kind?: "country" | "person" | "organization" | "group" | "generic"
  /// ISO 3166-1 alpha-3, or IGO, UNO, EUR, NGO, ISM, IMG, MNC
  readonly country?: string
  readonly sectors: readonly (
    | "COP"
    | "GOV"
    | "JUD"
    | "LEG"
    | "MIL"
    | "PRM"
    | "PTY"
    | "REB"
    | "SPY"
    | "UAF"
    | "UNK"
    | "AGR"
    | "BUS"
    | "CRM"
    | "CVL"
    | "EDU"
    | "ELI"
    | "JRN"
    | "LAB"
    | "MED"
    | "REF"
    | "OPP"
    | "PRE"
    | "REL"
    | "SOC"
  )[]
  /// The office held that day
  readonly title?: string
}

/// A place; only the grains exact and city may be drawn as a point
export interface Place {
  readonly id: string
  readonly name: string
  readonly country?: string
  readonly region?: string
  readonly lat?: number
  readonly lon?: number
  readonly grain: "exact" | "city" | "region" | "country" | "sea" | "continent"
  readonly geonames?: number
}

/// Half-open days, and how finely the words said it: “in March” is a month, not its first day
export interface TimeSpan {
  readonly from?: string
  readonly until?: string
  readonly grain: "day" | "week" | "month" | "season" | "quarter" | "year" | "decade" | "century" | "time" | "duration" | "set"
}

/// How many, as a range: “at least 5” has low alone
export interface Toll {
  readonly what:
    | "killed"
    | "wounded"
    | "arrested"
    | "abducted"
    | "displaced"
    | "missing"
    | "troops"
    | "weapons"
    | "people"
    | "money"
  readonly low?: number
  readonly high?: number
  readonly evidence: Evidence
}

/// Who says what became of it. A denial is a claim, not a silence
export interface Claim {
  readonly by:
    | {
        readonly kind: "publisher"
        readonly name?: string
      }
    | {
        readonly kind: "actor"
        readonly party: Party
        readonly evidence: Evidence
      }
  readonly stance: "asserts" | "alleges" | "denies" | "doubts" | "predicts" | "promises" | "threatens" | "demands"
  readonly status: "happened" | "ongoing" | "planned" | "possible" | "did-not-happen"
  readonly evidence: readonly Evidence[]
}

/// One telling of one happening in one article
export interface Mention {
  readonly id: string
  readonly article: string
  readonly sentence: number
  /// UTF-16 positions in the article's text; `end` is not in it
  readonly sentenceSpan: {
    readonly start: number
    readonly end: number
  }
  /// A PLOVER type, or one of the ledger's own codebook
  readonly type:
    | "AGREE"
    | "CONSULT"
    | "SUPPORT"
    | "CONCEDE"
    | "COOPERATE"
    | "AID"
    | "RETREAT"
    | "REQUEST"
    | "ACCUSE"
    | "REJECT"
    | "THREATEN"
    | "PROTEST"
    | "SANCTION"
    | "MOBILIZE"
    | "COERCE"
    | "ASSAULT"
    | string
  readonly mode?: string
  readonly contexts: readonly (
    | "military"
    | "intelligence"
    | "executive"
    | "legislative"
    | "election"
    | "political_institutions"
    | "pro_democracy"
    | "pro_autocracy"
    | "economic"
    | "legal"
    | "reparations"
    | "human_rights"
    | "rights_freedoms"
    | "repression"
    | "human_security"
    | "gender"
    | "lgbt"
    | "religion_ethnicity"
    | "inequality"
    | "diplomatic"
    | "territory"
    | "peacekeeping"
    | "health"
    | "asylum"
    | "migration"
    | "disasters"
    | "natural_resource"
    | "environment"
    | "technology"
    | "terrorism"
    | "cbrn"
    | "cyber"
    | "misinformation"
    | "crime"
    | "corruption"
    | "illegal_drugs"
    | "trafficking"
  )[]
  readonly actors: readonly {
    readonly means: Party
    /// Whether the words say it, say something it follows from, or nothing was said
    readonly basis: "stated" | "inferred" | "assumed"
    readonly evidence: readonly Evidence[]
  }[]
  readonly recipients: readonly {
    readonly means: Party
    /// Whether the words say it, say something it follows from, or nothing was said
    readonly basis: "stated" | "inferred" | "assumed"
    readonly evidence: readonly Evidence[]
  }[]
  readonly place?: {
    readonly means: Place
    /// Whether the words say it, say something it follows from, or nothing was said
    readonly basis: "stated" | "inferred" | "assumed"
    readonly evidence: readonly Evidence[]
  }
  readonly time?: {
    readonly means: TimeSpan
    /// Whether the words say it, say something it follows from, or nothing was said
    readonly basis: "stated" | "inferred" | "assumed"
    readonly evidence: readonly Evidence[]
  }
  readonly tolls: readonly Toll[]
  readonly claim: Claim
  /// Told as history
  readonly background: boolean
  readonly confidence: number
  readonly predicate: Evidence
  readonly words: readonly string[]
  readonly named?: readonly string[]
  readonly why: {
    readonly rule: string
    readonly says: readonly string[]
  }
  readonly published?: string
  readonly publisher?: string
  /// What people said of it; the fields show what holds after that
  readonly corrected?: readonly {
    readonly id: string
    readonly who: string
    readonly when: string
    readonly why?: string
    readonly op:
      | "accept"
      | "reject"
      | "set"
      | "add"
      | "merge"
      | "split"
      | "not-same"
      | "alias"
      | "fix-place"
      | "fix-date"
      | "fix-status"
      | "note"
      | "ignore-source"
      | "undo"
    readonly field?:
      | "what"
      | "type"
      | "mode"
      | "contexts"
      | "who"
      | "whom"
      | "when"
      | "where"
      | "how-many"
      | "status"
      | "background"
    readonly before?: string
    readonly after?: string
  }[]
}

/// How an event's reports stand to one another
export interface Account {
  readonly shown: readonly {
    readonly field: "time" | "place" | "status" | "tolls"
    readonly what?:
      | "killed"
      | "wounded"
      | "arrested"
      | "abducted"
      | "displaced"
      | "missing"
      | "troops"
      | "weapons"
      | "people"
      | "money"
    readonly value: string
    readonly says: string
  }[]
  readonly conflicts: readonly {
    readonly field: "time" | "place" | "status" | "tolls"
    readonly what?:
      | "killed"
      | "wounded"
      | "arrested"
      | "abducted"
      | "displaced"
      | "missing"
      | "troops"
      | "weapons"
      | "people"
      | "money"
    readonly values: readonly {
      readonly value: string
      readonly mentions: readonly string[]
      readonly lines: number
    }[]
  }[]
  readonly history: readonly {
    readonly field: "time" | "place" | "status" | "tolls"
    readonly what?:
      | "killed"
      | "wounded"
      | "arrested"
      | "abducted"
      | "displaced"
      | "missing"
      | "troops"
      | "weapons"
      | "people"
      | "money"
    readonly before: string
    readonly after: string
    readonly mention: string
    readonly published?: string
    readonly corrected: boolean
  }[]
  readonly superseded: readonly string[]
}

/// Why two mentions were taken for one event: signed parts and their sum
export interface Merge {
  readonly mention: string
  readonly with: string
  readonly score: number
  readonly parts: readonly {
    readonly says: string
    readonly weight: number
  }[]
}

/// One happening, however many report it; never without a mention
export interface Event {
  readonly id: string
  /// A PLOVER type, or one of the ledger's own codebook
  readonly type:
    | "AGREE"
    | "CONSULT"
    | "SUPPORT"
    | "CONCEDE"
    | "COOPERATE"
    | "AID"
    | "RETREAT"
    | "REQUEST"
    | "ACCUSE"
    | "REJECT"
    | "THREATEN"
    | "PROTEST"
    | "SANCTION"
    | "MOBILIZE"
    | "COERCE"
    | "ASSAULT"
    | string
  readonly modes: readonly string[]
  readonly contexts: readonly (
    | "military"
    | "intelligence"
    | "executive"
    | "legislative"
    | "election"
    | "political_institutions"
    | "pro_democracy"
    | "pro_autocracy"
    | "economic"
    | "legal"
    | "reparations"
    | "human_rights"
    | "rights_freedoms"
    | "repression"
    | "human_security"
    | "gender"
    | "lgbt"
    | "religion_ethnicity"
    | "inequality"
    | "diplomatic"
    | "territory"
    | "peacekeeping"
    | "health"
    | "asylum"
    | "migration"
    | "disasters"
    | "natural_resource"
    | "environment"
    | "technology"
    | "terrorism"
    | "cbrn"
    | "cyber"
    | "misinformation"
    | "crime"
    | "corruption"
    | "illegal_drugs"
    | "trafficking"
  )[]
  readonly actors: readonly Party[]
  readonly recipients: readonly Party[]
  readonly place?: Place
  readonly time?: TimeSpan
  /// Whether the words say it, say something it follows from, or nothing was said
  readonly timeBasis?: "stated" | "inferred" | "assumed"
  readonly status: "happened" | "ongoing" | "planned" | "possible" | "did-not-happen"
  readonly background: boolean
  readonly tolls: readonly Toll[]
  readonly confidence: number
  readonly mentions: readonly [Mention, ...Mention[]]
  readonly values: {
    readonly time: readonly {
      readonly means: TimeSpan
      readonly mentions: readonly string[]
    }[]
    readonly place: readonly {
      readonly means: Place
      readonly mentions: readonly string[]
    }[]
    readonly status: readonly {
      readonly means: "happened" | "ongoing" | "planned" | "possible" | "did-not-happen"
      readonly mentions: readonly string[]
    }[]
    readonly tolls: readonly {
      readonly means: Toll
      readonly mentions: readonly string[]
    }[]
  }
  readonly account?: Account
  readonly merges: readonly Merge[]
  readonly links: readonly {
    readonly kind: "plan-of" | "denial-of" | "undecided" | "stage-of"
    readonly event: string
    readonly says: string
  }[]
  readonly outlets: number
  readonly independent: number
}

/// An article as it was read; every offset anywhere points into its text
export interface Article {
  readonly id: string
  readonly url?: string
  readonly publisher?: string
  readonly published?: string
  readonly title?: string
  readonly byline?: string
  readonly language?: string
  readonly text: string
  /// Furniture taken out of the text, in order
  readonly removed: readonly {
    readonly at: number
    readonly text: string
    readonly reason: string
    readonly instead?: string
  }[]
}

/// One line of the ledger
export interface EventRow {
  readonly id: string
  /// A PLOVER type, or one of the ledger's own codebook
  readonly type:
    | "AGREE"
    | "CONSULT"
    | "SUPPORT"
    | "CONCEDE"
    | "COOPERATE"
    | "AID"
    | "RETREAT"
    | "REQUEST"
    | "ACCUSE"
    | "REJECT"
    | "THREATEN"
    | "PROTEST"
    | "SANCTION"
    | "MOBILIZE"
    | "COERCE"
    | "ASSAULT"
    | string
  readonly mode?: string
  /// 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict
  readonly quad: 1 | 2 | 3 | 4
  /// PLOVER's weight of the type, from -10 to 10
  readonly goldstein: number
  readonly status: "happened" | "ongoing" | "planned" | "possible" | "did-not-happen"
  readonly background: boolean
  readonly actors: readonly Party[]
  readonly recipients: readonly Party[]
  readonly time?: TimeSpan
  /// Whether the words say it, say something it follows from, or nothing was said
  readonly timeBasis?: "stated" | "inferred" | "assumed"
  readonly place?: Place
  readonly confidence: number
  readonly reports: number
  readonly articles: number
  readonly outlets: number
  /// Lines that did not copy one another, at most
  readonly independent: number
  /// The sentence of the leading mention
  readonly quote: string
  readonly predicate: string
  /// Who says so, where it is not the outlet itself
  readonly by?: string
}

/// An article without its text
export interface ArticleHead {
  readonly id: string
  readonly title?: string
  readonly publisher?: string
  readonly published?: string
  readonly url?: string
}

/// An article and how much was found in it
export interface ArticleRow {
  readonly id: string
  readonly title?: string
  readonly publisher?: string
  readonly published?: string
  readonly url?: string
  readonly sentences: number
  readonly events: number
}

/// An event with every report, the articles they stand in and their sentences by the report's id
export interface EventDetail {
  readonly event: Event
  readonly row: EventRow
  readonly articles: readonly ArticleHead[]
  readonly sentences: Readonly<
    Record<
      string,
      {
        readonly start: number
        readonly end: number
        readonly text: string
      }
    >
  >
  readonly related: readonly {
    readonly kind: "plan-of" | "denial-of" | "undecided" | "stage-of"
    readonly says: string
    readonly back: boolean
    readonly event: EventRow
  }[]
}

/// An article with what was coded in it, what was not and why
export interface ArticleDetail {
  readonly article: Article
  readonly sentences: readonly {
    readonly index: number
    readonly start: number
    readonly end: number
  }[]
  readonly mentions: readonly {
    readonly id: string
    readonly article: string
    readonly sentence: number
    /// UTF-16 positions in the article's text; `end` is not in it
    readonly sentenceSpan: {
      readonly start: number
      readonly end: number
    }
    /// A PLOVER type, or one of the ledger's own codebook
    readonly type:
      | "AGREE"
      | "CONSULT"
      | "SUPPORT"
      | "CONCEDE"
      | "COOPERATE"
      | "AID"
      | "RETREAT"
      | "REQUEST"
      | "ACCUSE"
      | "REJECT"
      | "THREATEN"
      | "PROTEST"
      | "SANCTION"
      | "MOBILIZE"
      | "COERCE"
      | "ASSAULT"
      | string
    readonly mode?: string
    readonly contexts: readonly (
      | "military"
      | "intelligence"
      | "executive"
      | "legislative"
      | "election"
      | "political_institutions"
      | "pro_democracy"
      | "pro_autocracy"
      | "economic"
      | "legal"
      | "reparations"
      | "human_rights"
      | "rights_freedoms"
      | "repression"
      | "human_security"
      | "gender"
      | "lgbt"
      | "religion_ethnicity"
      | "inequality"
      | "diplomatic"
      | "territory"
      | "peacekeeping"
      | "health"
      | "asylum"
      | "migration"
      | "disasters"
      | "natural_resource"
      | "environment"
      | "technology"
      | "terrorism"
      | "cbrn"
      | "cyber"
      | "misinformation"
      | "crime"
      | "corruption"
      | "illegal_drugs"
      | "trafficking"
    )[]
    readonly actors: readonly {
      readonly means: Party
      /// Whether the words say it, say something it follows from, or nothing was said
      readonly basis: "stated" | "inferred" | "assumed"
      readonly evidence: readonly Evidence[]
    }[]
    readonly recipients: readonly {
      readonly means: Party
      /// Whether the words say it, say something it follows from, or nothing was said
      readonly basis: "stated" | "inferred" | "assumed"
      readonly evidence: readonly Evidence[]
    }[]
    readonly place?: {
      readonly means: Place
      /// Whether the words say it, say something it follows from, or nothing was said
      readonly basis: "stated" | "inferred" | "assumed"
      readonly evidence: readonly Evidence[]
    }
    readonly time?: {
      readonly means: TimeSpan
      /// Whether the words say it, say something it follows from, or nothing was said
      readonly basis: "stated" | "inferred" | "assumed"
      readonly evidence: readonly Evidence[]
    }
    readonly tolls: readonly Toll[]
    readonly claim: Claim
    /// Told as history
    readonly background: boolean
    readonly confidence: number
    readonly predicate: Evidence
    readonly words: readonly string[]
    readonly named?: readonly string[]
    readonly why: {
      readonly rule: string
      readonly says: readonly string[]
    }
    readonly published?: string
    readonly publisher?: string
    /// What people said of it; the fields show what holds after that
    readonly corrected?: readonly {
      readonly id: string
      readonly who: string
      readonly when: string
      readonly why?: string
      readonly op:
        | "accept"
        | "reject"
        | "set"
        | "add"
        | "merge"
        | "split"
        | "not-same"
        | "alias"
        | "fix-place"
        | "fix-date"
        | "fix-status"
        | "note"
        | "ignore-source"
        | "undo"
      readonly field?:
        | "what"
        | "type"
        | "mode"
        | "contexts"
        | "who"
        | "whom"
        | "when"
        | "where"
        | "how-many"
        | "status"
        | "background"
      readonly before?: string
      readonly after?: string
    }[]
    readonly event: string
  }[]
  readonly uncoded: readonly {
    readonly sentence: number
    readonly start: number
    readonly end: number
    readonly reason: string
  }[]
  /// All that stood at this address, the earliest first
  readonly versions?: readonly ArticleHead[]
}

/// Somebody who takes part in events
export interface ActorRow {
  readonly id: string
  readonly name: string
  readonly country?: string
  readonly sectors: readonly string[]
  readonly events: number
  readonly asActor: number
  readonly asRecipient: number
}

/// One actor, or all who act for a country, and whom they meet in events
export interface ActorDetail {
  readonly actor: ActorRow
  readonly partners: readonly {
    readonly id: string
    readonly name: string
    readonly events: number
  }[]
}

/// Two countries, or actors without one, on the two sides of events
export interface PairRow {
  readonly a: string
  readonly b: string
  readonly aName: string
  readonly bName: string
  readonly events: number
}

/// Events of one stretch of time
export interface SeriesBin {
  readonly from: string
  readonly until: string
  readonly events: number
  /// Events by quad class 1 to 4
  readonly quads: readonly [number, number, number, number]
  /// Shares of events that are told more vaguely than the bin
  readonly vague: number
  readonly mean?: number
  /// Where the mean lies nine times out of ten
  readonly band?: readonly [number, number]
}

/// Counts by unit and period, and how many events stand in no row
export interface Panel {
  readonly unit: string
  readonly rows: readonly {
    readonly sides: readonly string[]
    readonly names: readonly string[]
    readonly from: string
    readonly until: string
    readonly events: number
    readonly weight: number
    /// Events by quad class 1 to 4
    readonly quads: readonly [number, number, number, number]
    readonly types: Readonly<Record<string, number>>
    /// Under this query /events lists just these events
    readonly query: string
  }[]
  readonly undated: number
  readonly vague: number
  readonly sideless: number
}

/// How many events there are of each value, most first
export interface Facets {
  readonly total: number
  readonly type: readonly {
    readonly value: string
    readonly label: string
    readonly count: number
  }[]
  readonly quad: readonly {
    readonly value: string
    readonly label: string
    readonly count: number
  }[]
  readonly status: readonly {
    readonly value: string
    readonly label: string
    readonly count: number
  }[]
  readonly actor: readonly {
    readonly value: string
    readonly label: string
    readonly count: number
  }[]
  readonly recipient: readonly {
    readonly value: string
    readonly label: string
    readonly count: number
  }[]
  readonly place: readonly {
    readonly value: string
    readonly label: string
    readonly count: number
  }[]
  readonly publisher: readonly {
    readonly value: string
    readonly label: string
    readonly count: number
  }[]
  readonly background: readonly {
    readonly value: string
    readonly label: string
    readonly count: number
  }[]
}

/// What the pile is like
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
  readonly skipped: readonly {
    readonly path: string
    readonly reason: string
  }[]
}

/// A reading, recoding or judging, and what it was done with
export interface Run {
  readonly run: number
  readonly id: string
  readonly what: "read" | "recode" | "corrections" | "forget"
  readonly version: string
  readonly hashes: Readonly<Record<string, string>>
  readonly articles: number
  readonly mentions: number
  readonly changes: number
  readonly began?: string
  readonly ended?: string
  /// What became of events in it, where there are few enough to compare at once
  readonly became?: {
    readonly came: number
    readonly changed: number
    readonly gone: number
  }
}

/// What became of an event between two runs
export interface Change {
  readonly event: string
  readonly kind: "added" | "removed" | "changed" | "merged" | "split" | "renamed"
  /// The event it went into, came out of, or was known as before
  readonly other?: string
  readonly causes: readonly string[]
  readonly before?: {
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
  readonly after?: {
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
}

/// Every quotation read again in its article
export interface Verification {
  readonly mentions: number
  readonly quotes: number
  readonly wrong: readonly {
    readonly mention: string
    readonly article: string
    readonly quote: string
    readonly found: string
  }[]
}

/// What was added
export interface Written {
  readonly articles: number
  readonly sentences: number
  readonly mentions: number
  /// Articles still to be read again
  readonly left?: number
  /// Articles that could not be read, and why
  readonly aside?: readonly {
    readonly path: string
    readonly reason: string
  }[]
}

/// Every error (RFC 9457); `detail` says what would be right
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail?: string
}

/// The articles of the pile, the latest first
export interface ListArticlesAnswer {
  readonly articles: readonly ArticleRow[]
  /// The cursor of the next page; null at the last
  readonly next: string | null
}

/// What became of one event: as it stands, and how it was
export interface News {
  readonly event: string
  /// Absent when it is withdrawn
  readonly row?: EventRow
  readonly before?: {
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
  readonly after?: {
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
  /// The event it is now part of, or came out of
  readonly other?: string
  readonly causes: readonly string[]
  readonly conflicts?: readonly {
    readonly field: "time" | "place" | "status" | "tolls"
    readonly what?:
      | "killed"
      | "wounded"
      | "arrested"
      | "abducted"
      | "displaced"
      | "missing"
      | "troops"
      | "weapons"
      | "people"
      | "money"
    readonly values: readonly {
      readonly value: string
      readonly low?: number
      readonly high?: number
      /// Tellings that did not copy one another, at most
      readonly lines: number
      readonly outlets: number
      /// The day it was first told
      readonly first?: string
      readonly voices: readonly {
        readonly name?: string
        readonly own: boolean
        readonly status: "happened" | "ongoing" | "planned" | "possible" | "did-not-happen"
      }[]
      /// Told for the first time since the run asked about
      readonly fresh: boolean
    }[]
  }[]
}

/// What is new between two runs, in numbers and the first few of each kind
export interface Briefing {
  readonly from: number
  readonly to: number
  readonly runs: readonly Run[]
  readonly articles: number
  readonly counts: Readonly<Record<string, number>>
  readonly first: Readonly<Record<string, readonly News[]>>
}

/// Pairs beside their own base rate: events per article read, over the bins before the newest
export interface Departures {
  readonly by?: "month" | "week" | "day"
  readonly bins: readonly {
    readonly from: string
    readonly until: string
    readonly name: string
    readonly articles: number
  }[]
  readonly compared: number
  readonly pairs: readonly {
    readonly a: string
    readonly b: string
    readonly aName: string
    readonly bName: string
    readonly counts: readonly number[]
    /// The middle 90 % of what its own past lets expect
    readonly usual: readonly {
      readonly expected: number
      readonly low: number
      readonly high: number
    }[]
    /// How likely the newest count is by chance
    readonly chance: number
    readonly departs: boolean
  }[]
}

/// What the pile lacks
export interface Gaps {
  /// Articles without a date
  readonly undated: number
  readonly skipped: number
  /// Names in events that no list of actors knows
  readonly names: number
  /// Days between the first article and the last on which none was published
  readonly days: number
  readonly unplaced: number
  readonly undatedEvents: number
}

/// A place and the events told to be just there: those of a city are not among its country's
export interface PlaceRow {
  readonly place: Place
  readonly events: number
}

/// What the busiest actors did over time; of each the most reported
export interface Lanes {
  /// Events without a beginning or an end
  readonly undated: number
  readonly lanes: readonly {
    readonly id: string
    readonly name: string
    readonly events: number
    readonly marks: readonly {
      readonly id: string
      /// A PLOVER type, or one of the ledger's own codebook
      readonly type:
        | "AGREE"
        | "CONSULT"
        | "SUPPORT"
        | "CONCEDE"
        | "COOPERATE"
        | "AID"
        | "RETREAT"
        | "REQUEST"
        | "ACCUSE"
        | "REJECT"
        | "THREATEN"
        | "PROTEST"
        | "SANCTION"
        | "MOBILIZE"
        | "COERCE"
        | "ASSAULT"
        | string
      readonly mode?: string
      /// 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict
      readonly quad: 1 | 2 | 3 | 4
      readonly status: "happened" | "ongoing" | "planned" | "possible" | "did-not-happen"
      readonly actors: readonly Party[]
      readonly recipients: readonly Party[]
      readonly time: TimeSpan
      readonly reports: number
      /// The words in which the date was told
      readonly words?: string
    }[]
  }[]
}

/// Who has to do with whom around some
export interface Network {
  readonly nodes: readonly {
    readonly id: string
    readonly name: string
    readonly centre: boolean
  }[]
  readonly edges: readonly {
    readonly a: string
    readonly b: string
    readonly events: number
    readonly cooperation: number
  }[]
  /// Edges that are not among these
  readonly left: number
}

/// Every reading, recoding and judging that changed the ledger, in their order
export interface ListRunsAnswer {
  readonly runs: readonly Run[]
  /// The cursor of the next page; null at the last
  readonly next: string | null
  /// What corrections contradict or do not find
  readonly warnings: readonly string[]
}

/// What became of each event since a run or a day
export interface ListChangesAnswer {
  readonly changes: readonly Change[]
  /// The cursor of the next page; null at the last
  readonly next: string | null
  readonly from: number
  readonly to: number
  readonly causes: Readonly<Record<string, number>>
  readonly kinds: Readonly<Record<string, number>>
}

/// What differs between the ledger after one run and after another, and by what cause
export interface ListDifferencesAnswer {
  readonly changes: readonly Change[]
  /// The cursor of the next page; null at the last
  readonly next: string | null
  readonly from: number
  readonly to: number
  readonly causes: Readonly<Record<string, number>>
  readonly kinds: Readonly<Record<string, number>>
}

/// The events of one kind of news between two runs, most outlets first
export interface ListNewsAnswer {
  readonly events: readonly News[]
  /// The cursor of the next page; null at the last
  readonly next: string | null
  readonly total?: number
  readonly from: number
  readonly to: number
}

/// Articles without a date
export interface ListUndatedArticlesAnswer {
  readonly rows: readonly {
    readonly id: string
    readonly title?: string
    readonly publisher?: string
    readonly url?: string
    readonly events: number
  }[]
  /// The cursor of the next page; null at the last
  readonly next: string | null
  readonly total?: number
}

/// Inputs of which nothing was read, and why
export interface ListSkippedAnswer {
  readonly rows: readonly {
    readonly path: string
    readonly reason: string
  }[]
  /// The cursor of the next page; null at the last
  readonly next: string | null
  readonly total?: number
}

/// Names in events that no list of actors knows, most events first
export interface ListUnknownNamesAnswer {
  readonly rows: readonly {
    readonly id: string
    readonly name: string
    readonly events: number
    /// One of them
    readonly event: string
    /// The sentence that leads it
    readonly quote?: string
  }[]
  /// The cursor of the next page; null at the last
  readonly next: string | null
  readonly total?: number
}

/// Days between the first article and the last on which none was published, newest first
export interface ListSilentDaysAnswer {
  readonly rows: readonly {
    readonly day: string
  }[]
  /// The cursor of the next page; null at the last
  readonly next: string | null
  readonly total?: number
}

/// Reading, or reading again, and how far it is
export interface Job {
  readonly id: string
  readonly what: "read" | "recode" | "corrections" | "preview"
  readonly state: "waiting" | "running" | "done" | "stopped" | "failed"
  readonly began: string
  readonly ended?: string
  /// Read so far
  readonly articles: number
  readonly sentences: number
  readonly mentions: number
  readonly skipped: number
  /// Articles still to be read again
  readonly left?: number
  readonly error?: string
}

/// Filters with a name
export interface View {
  readonly name: string
  /// As in the address of the ledger page: type=AID&since=2024-01-01
  readonly query: string
}

/// A rule of the codebook
export interface Rule {
  readonly name: string
  readonly mode?: string
  /// The words it hangs on
  readonly verbs: readonly string[]
  readonly nouns: readonly string[]
  readonly adjectives: readonly string[]
  /// Where in a clause who acts is looked for
  readonly actor: string
  readonly recipient: string
  /// What else it asks for
  readonly asks: readonly string[]
  /// Sentences it must read, with the sides in braces
  readonly examples: readonly string[]
  /// Sentences no rule may read
  readonly not: readonly string[]
  readonly origin: "shipped" | "added" | "changed" | "off"
  /// Where the team wrote it: codebook/page.yaml:12
  readonly at?: string
}

/// What every code means, and every rule that codes it
export interface Codebook {
  readonly types: readonly {
    readonly type:
      | "AGREE"
      | "CONSULT"
      | "SUPPORT"
      | "CONCEDE"
      | "COOPERATE"
      | "AID"
      | "RETREAT"
      | "REQUEST"
      | "ACCUSE"
      | "REJECT"
      | "THREATEN"
      | "PROTEST"
      | "SANCTION"
      | "MOBILIZE"
      | "COERCE"
      | "ASSAULT"
    readonly says: string
    readonly also: string
    readonly quad: 1 | 2 | 3 | 4
    readonly weight: number
    readonly cameo: string
    readonly modes: readonly {
      readonly name: string
      readonly says: string
      readonly cameo: string
    }[]
    readonly rules: readonly Rule[]
  }[]
  readonly contexts: readonly {
    readonly name: string
    readonly says: string
  }[]
  readonly statuses: readonly {
    readonly name: string
    readonly says: string
  }[]
  readonly rulings: readonly {
    readonly told: string
    readonly coded: string
  }[]
  readonly rules: number
  readonly examples: number
  readonly own: {
    readonly added: readonly string[]
    readonly changed: readonly string[]
    readonly off: readonly string[]
  }
}

/// One rule as YAML, and what it codes
export interface RuleDetail {
  readonly rule: Rule
  readonly type:
    | "AGREE"
    | "CONSULT"
    | "SUPPORT"
    | "CONCEDE"
    | "COOPERATE"
    | "AID"
    | "RETREAT"
    | "REQUEST"
    | "ACCUSE"
    | "REJECT"
    | "THREATEN"
    | "PROTEST"
    | "SANCTION"
    | "MOBILIZE"
    | "COERCE"
    | "ASSAULT"
  readonly yaml: string
  /// As it is shipped
  readonly shipped?: string
  readonly reports: number
  readonly events: number
  readonly latest: readonly EventRow[]
}

/// Somebody who is known, whether or not in any event
export interface Known {
  readonly id: string
  readonly name: string
  readonly kind: "person" | "organization" | "group"
  readonly country?: string
  readonly aliases: readonly string[]
  readonly sectors: readonly string[]
  readonly offices: number
  /// Where the team wrote it: actors/page.yaml:3
  readonly at?: string
}

/// Somebody who is known, with every office
export interface KnownDetail {
  readonly actor: Known
  readonly offices: readonly {
    readonly title: string
    readonly country?: string
    readonly of?: string
    readonly sector?: string
    readonly from?: string
    readonly until?: string
    readonly source?: string
    readonly own: boolean
  }[]
  readonly events: number
}

/// The one file of a folder that is written over the wire
export interface OwnFile {
  readonly what: "codebook" | "actors"
  readonly file: string
  readonly text: string
  /// To be sent along when it is to be replaced
  readonly hash: string
  /// Files of the folder that people keep by hand
  readonly others: readonly string[]
}

/// The file as written, and the job that reads everything again
export interface OwnSaved {
  readonly file: OwnFile
  readonly job: Job
}

/// What would become of events; nothing of it is stored
export interface Preview {
  readonly what: "codebook" | "actors"
  /// Articles looked at
  readonly looked: number
  /// Articles that hold the words of what would change
  readonly holding: number
  /// Articles in all
  readonly articles: number
  readonly words: readonly string[]
  readonly state: "waiting" | "running" | "done" | "stopped" | "failed"
  /// The limit that ended it before all were looked at
  readonly ended?: "articles" | "time"
  readonly milliseconds: number
  readonly examples: {
    readonly hold: number
    readonly of: number
    readonly wrong: readonly string[]
  }
  readonly counts: {
    readonly added: number
    readonly removed: number
    readonly changed: number
    readonly decided: number
  }
  readonly changes: readonly {
    readonly event: string
    readonly kind: "added" | "removed" | "changed" | "merged" | "split" | "renamed"
    /// The event it went into, came out of, or was known as before
    readonly other?: string
    readonly causes: readonly string[]
    readonly before?: {
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
    readonly after?: {
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
    readonly quote: string
    readonly article: string
    readonly sentence: number
    readonly decisions: readonly {
      readonly who: string
      readonly when: string
      /// What is read would say so by itself; else it would contradict it
      readonly agrees: boolean
      readonly says: string
    }[]
  }[]
}

/// An outlet of the pile
export interface Source {
  /// Absent: of articles that name no outlet
  readonly publisher?: string
  readonly articles: number
  readonly undated: number
  readonly first?: string
  readonly last?: string
  readonly events: number
  /// Events that nobody else tells
  readonly alone: number
  /// One of its reports
  readonly report?: string
  /// The correction that ignores it
  readonly ignored?: {
    readonly id: string
    readonly who: string
    readonly when: string
  }
}

/// Who is known, whether or not in any event: those whose name begins with the words looked for come first
export interface ListKnownAnswer {
  readonly actors: readonly Known[]
  /// The cursor of the next page; null at the last
  readonly next: string | null
  readonly total?: number
}

/// Outlets of the pile, most articles first: what there is of each, and what nobody else tells
export interface ListSourcesAnswer {
  readonly sources: readonly Source[]
  /// The cursor of the next page; null at the last
  readonly next: string | null
  readonly total?: number
}

/// The events of the ledger
export interface ListEventsAnswer {
  readonly events: readonly EventRow[]
  /// The cursor of the next page; null at the last
  readonly next: string | null
  readonly total?: number
}

/// Events over time, by quad class; what is told more vaguely than a bin is spread over the bins it touches, as `vague`
export interface ListSeriesAnswer {
  readonly bins: readonly SeriesBin[]
  /// The cursor of the next page; null at the last
  readonly next: string | null
  readonly by: "day" | "week" | "month" | "quarter" | "year"
  /// Events without any date
  readonly undated: number
}

/// A way out of the ledger
export interface ExportForm {
  readonly name: string
  readonly says: string
  readonly mediaType: string
}

/// The forms that /export knows
export interface ListExportsAnswer {
  readonly exports: readonly ExportForm[]
  /// The cursor of the next page; null at the last
  readonly next: string | null
}

/// Reading under way and done since this server began, the latest first
export interface ListJobsAnswer {
  readonly jobs: readonly Job[]
  /// The cursor of the next page; null at the last
  readonly next: string | null
}

/// Who takes part in events, most events first; `search` is part of a name here
export interface ListActorsAnswer {
  readonly actors: readonly ActorRow[]
  /// The cursor of the next page; null at the last
  readonly next: string | null
}

/// Pairs of countries, or of actors without one, on the two sides of events, most events first
export interface ListPairsAnswer {
  readonly pairs: readonly PairRow[]
  /// The cursor of the next page; null at the last
  readonly next: string | null
}

/// A word with its lemma, part of speech and place in the tree
export interface Token {
  readonly index: number
  readonly sentence: number
  readonly start: number
  readonly end: number
  readonly text: string
  readonly lemma: string
  readonly upos: string
  readonly xpos: string
  /// The governing token, -1 for the root
  readonly head: number
  readonly relation: string
}

/// A predicate with its roles; the passive is undone
export interface Clause {
  readonly index: number
  readonly sentence: number
  readonly predicate: {
    readonly kind: "verb" | "noun" | "adjective"
    readonly head: number
    readonly lemma: string
    readonly light?: string
    /// UTF-16 positions in the article's text; `end` is not in it
    readonly span: {
      readonly start: number
      readonly end: number
    }
  }
  /// UTF-16 positions in the article's text; `end` is not in it
  readonly span: {
    readonly start: number
    readonly end: number
  }
  readonly subjects: readonly {
    readonly head: number
    /// UTF-16 positions in the article's text; `end` is not in it
    readonly span: {
      readonly start: number
      readonly end: number
    }
  }[]
  readonly objects: readonly {
    readonly head: number
    /// UTF-16 positions in the article's text; `end` is not in it
    readonly span: {
      readonly start: number
      readonly end: number
    }
  }[]
  readonly recipients: readonly {
    readonly head: number
    /// UTF-16 positions in the article's text; `end` is not in it
    readonly span: {
      readonly start: number
      readonly end: number
    }
  }[]
  readonly obliques: readonly {
    readonly preposition: string
    readonly phrase: {
      readonly head: number
      /// UTF-16 positions in the article's text; `end` is not in it
      readonly span: {
        readonly start: number
        readonly end: number
      }
    }
  }[]
  readonly negated: boolean
  readonly tense?: "past" | "present" | "future"
  readonly perfect: boolean
  readonly progressive: boolean
  readonly passive: boolean
  readonly modal?: string
  readonly question: boolean
  readonly adverbs: readonly string[]
  readonly parent?: {
    readonly clause: number
    readonly link:
      | "content"
      | "infinitive"
      | "purpose"
      | "condition"
      | "time"
      | "cause"
      | "concession"
      | "manner"
      | "relative"
      | "participle"
      | "coordinate"
      | "nominal"
      | "subject"
    readonly marker?: string
  }
}

/// Reported speech as grammar: who, the word of saying, what
export interface Speech {
  readonly index: number
  readonly sentence: number
  readonly source?: {
    readonly head: number
    /// UTF-16 positions in the article's text; `end` is not in it
    readonly span: {
      readonly start: number
      readonly end: number
    }
  }
  readonly cue: {
    readonly head: number
    readonly lemma: string
    /// UTF-16 positions in the article's text; `end` is not in it
    readonly span: {
      readonly start: number
      readonly end: number
    }
    readonly negated: boolean
  }
  readonly content: readonly {
    readonly start: number
    readonly end: number
  }[]
  readonly manner: "direct" | "indirect" | "mixed"
  readonly within?: number
}

/// One text through every step; nothing of it is stored
export interface Explanation {
  readonly sentences: readonly {
    readonly index: number
    readonly start: number
    readonly end: number
    readonly first: number
    readonly last: number
  }[]
  readonly tokens: readonly Token[]
  readonly clauses: readonly Clause[]
  readonly reports: readonly Speech[]
  readonly mentions: {
    readonly names: readonly {
      /// UTF-16 positions in the article's text; `end` is not in it
      readonly span: {
        readonly start: number
        readonly end: number
      }
      readonly sentence: number
      readonly first: number
      readonly last: number
      readonly kind: "person" | "organization" | "location"
    }[]
    readonly actors: readonly {
      /// UTF-16 positions in the article's text; `end` is not in it
      readonly span: {
        readonly start: number
        readonly end: number
      }
      readonly sentence: number
      readonly head: number
      readonly text: string
      readonly means?: Party
      /// Whether the words say it, say something it follows from, or nothing was said
      readonly basis: "stated" | "inferred" | "assumed"
      readonly candidates?: readonly Party[]
      readonly why: string
      readonly all?: readonly Party[]
      readonly form: "name" | "title" | "pronoun" | "generic" | "metonym"
    }[]
    readonly places: readonly {
      /// UTF-16 positions in the article's text; `end` is not in it
      readonly span: {
        readonly start: number
        readonly end: number
      }
      readonly sentence: number
      readonly head: number
      readonly text: string
      readonly means?: Place
      /// Whether the words say it, say something it follows from, or nothing was said
      readonly basis: "stated" | "inferred" | "assumed"
      readonly candidates?: readonly Place[]
      readonly why: string
    }[]
    readonly times: readonly {
      /// UTF-16 positions in the article's text; `end` is not in it
      readonly span: {
        readonly start: number
        readonly end: number
      }
      readonly sentence: number
      readonly head: number
      readonly text: string
      readonly means?: TimeSpan
      /// Whether the words say it, say something it follows from, or nothing was said
      readonly basis: "stated" | "inferred" | "assumed"
      readonly candidates?: readonly TimeSpan[]
      readonly why: string
      readonly value: string
    }[]
  }
  readonly events: readonly Mention[]
  readonly uncoded: readonly {
    readonly sentence: number
    readonly reason: string
  }[]
}

/// Where the events happened, most first; `unplaced` are those of which no place is told
export interface ListPlacesAnswer {
  readonly places: readonly PlaceRow[]
  /// The cursor of the next page; null at the last
  readonly next: string | null
  readonly events: number
  readonly unplaced: number
}

/// One telling of an event in one article
export interface ReportRow {
  readonly id: string
  readonly event: string
  /// A PLOVER type, or one of the ledger's own codebook
  readonly type:
    | "AGREE"
    | "CONSULT"
    | "SUPPORT"
    | "CONCEDE"
    | "COOPERATE"
    | "AID"
    | "RETREAT"
    | "REQUEST"
    | "ACCUSE"
    | "REJECT"
    | "THREATEN"
    | "PROTEST"
    | "SANCTION"
    | "MOBILIZE"
    | "COERCE"
    | "ASSAULT"
    | string
  readonly mode?: string
  readonly status: "happened" | "ongoing" | "planned" | "possible" | "did-not-happen"
  readonly background: boolean
  readonly actors: readonly Party[]
  readonly recipients: readonly Party[]
  readonly time?: TimeSpan
  /// Whether the words say it, say something it follows from, or nothing was said
  readonly timeBasis?: "stated" | "inferred" | "assumed"
  readonly place?: Place
  readonly confidence: number
  /// The sentence
  readonly quote: string
  /// The words of the deed in it
  readonly predicate: string
  /// The id of these words
  readonly evidence: string
  /// Who says so, where it is not the outlet itself
  readonly by?: string
  readonly stance: "asserts" | "alleges" | "denies" | "doubts" | "predicts" | "promises" | "threatens" | "demands"
  /// What coded it
  readonly rule: string
  readonly article: string
  readonly publisher?: string
  readonly published?: string
  readonly title?: string
  readonly url?: string
}

/// Who says what became of an event. A denial is a claim, not a silence
export interface ClaimRow {
  readonly report: string
  readonly event: string
  /// The outlet in its own voice, or somebody it quotes
  readonly voice: "publisher" | "actor"
  /// The name of who says so
  readonly by?: string
  readonly byId?: string
  readonly stance: "asserts" | "alleges" | "denies" | "doubts" | "predicts" | "promises" | "threatens" | "demands"
  readonly status: "happened" | "ongoing" | "planned" | "possible" | "did-not-happen"
  /// The sentence
  readonly quote: string
  /// The id of the words the claim rests on
  readonly evidence: string
  readonly article: string
  readonly publisher?: string
  readonly published?: string
  readonly title?: string
  readonly url?: string
}

/// Words of an article and the field of an event they give
export interface EvidenceRow {
  /// ARTICLE:START-END
  readonly id: string
  readonly report: string
  readonly event: string
  /// Which field of the event the words give
  readonly role: "what" | "who" | "whom" | "when" | "where" | "how-many" | "says-who"
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly article: string
  readonly publisher?: string
  readonly published?: string
  readonly title?: string
  readonly url?: string
}

/// Words of an article, the sentence they stand in, and the events that rest on that sentence
export interface EvidenceDetail {
  readonly id: string
  /// UTF-16 positions in the article's text; `end` is not in it
  readonly span: {
    readonly start: number
    readonly end: number
  }
  readonly quote: string
  readonly sentence?: {
    readonly start: number
    readonly end: number
    readonly text: string
  }
  readonly events: readonly string[]
  readonly article: string
  readonly publisher?: string
  readonly published?: string
  readonly title?: string
  readonly url?: string
}

/// Reports: each telling of an event in an article, under the filters of events
export interface ListReportsAnswer {
  readonly reports: readonly ReportRow[]
  /// The cursor of the next page; null at the last
  readonly next: string | null
}

/// Claims: who says what became of each event, under the filters of events
export interface ListClaimsAnswer {
  readonly claims: readonly ClaimRow[]
  /// The cursor of the next page; null at the last
  readonly next: string | null
}

/// Evidence: the words each field of each report rests on, under the filters of events
export interface ListEvidenceAnswer {
  readonly evidence: readonly EvidenceRow[]
  /// The cursor of the next page; null at the last
  readonly next: string | null
}

/// What a correction is aimed at: the words of a deed, and the field that is meant
export interface Target {
  readonly article: string
  readonly quote: string
  /// The words before the quote; with them and the suffix it stands in the article once
  readonly prefix: string
  readonly suffix: string
  readonly role: "what" | "type" | "mode" | "contexts" | "who" | "whom" | "when" | "where" | "how-many" | "status" | "background"
  readonly type?:
    | "AGREE"
    | "CONSULT"
    | "SUPPORT"
    | "CONCEDE"
    | "COOPERATE"
    | "AID"
    | "RETREAT"
    | "REQUEST"
    | "ACCUSE"
    | "REJECT"
    | "THREATEN"
    | "PROTEST"
    | "SANCTION"
    | "MOBILIZE"
    | "COERCE"
    | "ASSAULT"
}

/// A line of corrections.jsonl: an assertion, not an edit
export interface Correction {
  readonly id: string
  readonly who: string
  readonly when: string
  readonly why?: string
  readonly target: Target | string
  readonly op:
    | "accept"
    | "reject"
    | "set"
    | "add"
    | "merge"
    | "split"
    | "not-same"
    | "alias"
    | "fix-place"
    | "fix-date"
    | "fix-status"
    | "note"
    | "ignore-source"
    | "undo"
  readonly before?: unknown
  readonly after?: unknown
}

/// A correction and what became of it
export interface CorrectionLine {
  readonly correction: Correction
  readonly state: "applied" | "agrees" | "conflict" | "orphan" | "undone" | "undo"
  readonly says: string
  /// Where it stands in the file
  readonly line: number
  readonly mention?: string
  readonly event?: string
}

/// How many corrections stand, and what became of them
export interface CorrectionCounts {
  readonly corrections: number
  readonly applied: number
  /// What is read says so by itself
  readonly agrees: number
  readonly conflict: number
  /// Their words are not there
  readonly orphan: number
  readonly undone: number
}

/// One thing a person says of a telling
export interface Said {
  readonly op:
    | "accept"
    | "reject"
    | "set"
    | "add"
    | "merge"
    | "split"
    | "not-same"
    | "alias"
    | "fix-place"
    | "fix-date"
    | "fix-status"
    | "note"
    | "ignore-source"
    | "undo"
  readonly mention?: string
  readonly target?: Target | string
  readonly role?: "what" | "type" | "mode" | "contexts" | "who" | "whom" | "when" | "where" | "how-many" | "status" | "background"
  readonly before?: unknown
  readonly after?: unknown
  readonly other?: string
  readonly blind?: boolean
}

/// A telling that somebody should look at, and why
export interface ReviewCase {
  readonly id: string
  readonly mention?: Mention
  readonly event?: string
  readonly article?: ArticleHead
  readonly sentence?: {
    readonly start: number
    readonly end: number
    readonly text: string
  }
  readonly before?: string
  readonly after?: string
  readonly same?: {
    readonly mention: Mention
    readonly article?: ArticleHead
    readonly sentence: {
      readonly start: number
      readonly end: number
      readonly text: string
    }
  }
  readonly reports: readonly string[]
  readonly doubt: {
    readonly kind: "event" | "same" | "who" | "when" | "where" | "how-many" | "status" | "disagreement" | "orphan"
    readonly says?: string
  }
  readonly values: {
    readonly when: readonly TimeSpan[]
    readonly where: readonly Place[]
    readonly status: readonly ("happened" | "ongoing" | "planned" | "possible" | "did-not-happen")[]
  }
  readonly rows: number
  readonly sure: number
  readonly random: boolean
  readonly correction?: CorrectionLine
}

/// How far the review is
export interface ReviewState {
  readonly who: string
  readonly today: {
    readonly accepted: number
    readonly changed: number
    readonly rejected: number
  }
  readonly precision: {
    readonly right: number
    readonly of: number
    readonly low: number
    readonly high: number
  }
  readonly counts: CorrectionCounts
  readonly queues: {
    readonly disagreements: number
    readonly orphans: number
    readonly double: number
  }
  readonly latest: readonly {
    readonly ids: readonly string[]
    readonly when: string
    readonly did: "accepted" | "changed" | "rejected" | "noted"
    readonly says: string
    readonly mention?: Mention
    readonly event?: string
  }[]
}

/// Corrections held against what is read now
export interface ReplayCheck {
  readonly corrections: readonly {
    readonly correction: Correction
    readonly state: "applied" | "agrees" | "conflict" | "orphan" | "undone" | "undo"
    readonly says: string
    /// Where it stands in the file
    readonly line: number
    readonly mention?: string
    readonly event?: string
    readonly now?: {
      readonly type:
        | "AGREE"
        | "CONSULT"
        | "SUPPORT"
        | "CONCEDE"
        | "COOPERATE"
        | "AID"
        | "RETREAT"
        | "REQUEST"
        | "ACCUSE"
        | "REJECT"
        | "THREATEN"
        | "PROTEST"
        | "SANCTION"
        | "MOBILIZE"
        | "COERCE"
        | "ASSAULT"
      readonly mode: string | null
      readonly who: readonly string[]
      readonly whom: readonly string[]
      readonly when: string | null
      readonly where: string | null
      readonly status: "happened" | "ongoing" | "planned" | "possible" | "did-not-happen"
      readonly background: boolean
      readonly words?: {
        readonly who?: readonly string[]
        readonly whom?: readonly string[]
        readonly when?: readonly string[]
        readonly where?: readonly string[]
      }
    }
  }[]
  readonly counts: CorrectionCounts
  readonly tellings: number
  readonly unjudged: number
}

/// Every correction and what became of it, the latest first
export interface ListCorrectionsAnswer {
  readonly corrections: readonly CorrectionLine[]
  /// The cursor of the next page; null at the last
  readonly next: string | null
  readonly counts: CorrectionCounts
}

/// The lines as written, and what became of them
export interface Decided {
  readonly corrections: readonly CorrectionLine[]
}

/// Cases to decide
export interface Reviews {
  readonly queue: "doubtful" | "disagreements" | "orphans" | "double"
  readonly cases: readonly ReviewCase[]
}

/// Parties and places by name
export interface ReviewChoices {
  readonly parties: readonly Party[]
  readonly places: readonly Place[]
}

/// Where the words of a search stand: an event, an article, or a sentence of one
export interface Hit {
  readonly kind: "event" | "article" | "quote"
  /// Of the event or the article; of the words (ARTICLE:START-END), where it is a quote
  readonly id: string
  readonly title: string
  /// The sentence in which most of the words stand
  readonly words: string
  /// Where they stand in it
  readonly marks: readonly {
    readonly start: number
    readonly end: number
  }[]
  readonly event?: string
  readonly article?: string
  /// Of the event, or on which the article was published
  readonly day?: string
  readonly publisher?: string
  readonly url?: string
}

/// Where words stand: in events (under their filters), in articles, or in sentences; the latest first
export interface SearchAnswer {
  readonly hits: readonly Hit[]
  /// The cursor of the next page; null at the last
  readonly next: string | null
  readonly total?: number
}

/// Saved views of the ledger, by name
export interface ListViewsAnswer {
  readonly views: readonly View[]
  /// The cursor of the next page; null at the last
  readonly next: string | null
}

/// The filters of events; more than one narrow each other.
export interface Filters {
  /// Who acts: a country code, an actor's id, or part of a name; id:ID is that very actor; a comma means or
  readonly actor?: string | number

  /// To whom; as actor
  readonly recipient?: string | number

  /// Either side; as actor
  readonly party?: string | number

  /// Two of them, whoever acts: here the comma means and
  readonly pair?: string | number

  /// A row of a panel: RUS, or RUS>UKR for who acts and to whom
  readonly sides?: string | number

  /// PLOVER types: AGREE, CONSULT, SUPPORT, CONCEDE, COOPERATE, AID, RETREAT, REQUEST, ACCUSE, REJECT, THREATEN, PROTEST, SANCTION, MOBILIZE, COERCE, ASSAULT; a comma means or
  readonly type?: string | number

  /// PLOVER modes; a comma means or
  readonly mode?: string | number

  /// 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict: 1, 2, 3, 4; a comma means or
  readonly quad?: string | number

  /// What became of it: happened, ongoing, planned, possible, did-not-happen; a comma means or
  readonly status?: string | number

  /// PLOVER contexts: military, intelligence, executive, legislative, election, political_institutions, pro_democracy, pro_autocracy, economic, legal, reparations, human_rights, rights_freedoms, repression, human_security, gender, lgbt, religion_ethnicity, inequality, diplomatic, territory, peacekeeping, health, asylum, migration, disasters, natural_resource, environment, technology, terrorism, cbrn, cyber, misinformation, crime, corruption, illegal_drugs, trafficking; a comma means or
  readonly context?: string | number

  /// Events that reach to this day or later; the undated fall out
  readonly since?: string | number

  /// Events that begin before this day; the undated fall out
  readonly until?: string | number

  /// Beginning in 2024-06-19, 2024-W25, 2024-06, 2024-Q2 or 2024: the events /series counts there
  readonly bin?: string | number

  /// Part of a place's name, or a country code; id:ID is that very place
  readonly place?: string | number

  /// How exactly the place is told; none: no place is told: point, region, country, sea, continent, none; a comma means or
  readonly placed?: string | number

  /// Whether it has a beginning and an end: yes, no; a comma means or
  readonly dated?: string | number

  /// Told by this outlet; a comma means or
  readonly publisher?: string | number

  /// Told in this article, by its id
  readonly article?: string | number

  /// Told as history; no if not given: yes, no, all; a comma means or
  readonly background?: string | number

  /// Words in quotes, names and places: all of them
  readonly search?: string | number

  /// how sure the coding is, 0 to 1 is
  readonly confidence__eq?: string | number

  /// how sure the coding is, 0 to 1 is not
  readonly confidence__not?: string | number

  /// how sure the coding is, 0 to 1 is less than
  readonly confidence__lt?: string | number

  /// how sure the coding is, 0 to 1 is at most
  readonly confidence__lte?: string | number

  /// how sure the coding is, 0 to 1 is more than
  readonly confidence__gt?: string | number

  /// how sure the coding is, 0 to 1 is at least
  readonly confidence__gte?: string | number

  /// PLOVER's weight of the type, -10 to 10 is
  readonly goldstein__eq?: string | number

  /// PLOVER's weight of the type, -10 to 10 is not
  readonly goldstein__not?: string | number

  /// PLOVER's weight of the type, -10 to 10 is less than
  readonly goldstein__lt?: string | number

  /// PLOVER's weight of the type, -10 to 10 is at most
  readonly goldstein__lte?: string | number

  /// PLOVER's weight of the type, -10 to 10 is more than
  readonly goldstein__gt?: string | number

  /// PLOVER's weight of the type, -10 to 10 is at least
  readonly goldstein__gte?: string | number

  /// how many reports tell of it is
  readonly reports__eq?: string | number

  /// how many reports tell of it is not
  readonly reports__not?: string | number

  /// how many reports tell of it is less than
  readonly reports__lt?: string | number

  /// how many reports tell of it is at most
  readonly reports__lte?: string | number

  /// how many reports tell of it is more than
  readonly reports__gt?: string | number

  /// how many reports tell of it is at least
  readonly reports__gte?: string | number

  /// how many articles is
  readonly articles__eq?: string | number

  /// how many articles is not
  readonly articles__not?: string | number

  /// how many articles is less than
  readonly articles__lt?: string | number

  /// how many articles is at most
  readonly articles__lte?: string | number

  /// how many articles is more than
  readonly articles__gt?: string | number

  /// how many articles is at least
  readonly articles__gte?: string | number

  /// how many outlets is
  readonly outlets__eq?: string | number

  /// how many outlets is not
  readonly outlets__not?: string | number

  /// how many outlets is less than
  readonly outlets__lt?: string | number

  /// how many outlets is at most
  readonly outlets__lte?: string | number

  /// how many outlets is more than
  readonly outlets__gt?: string | number

  /// how many outlets is at least
  readonly outlets__gte?: string | number

  /// how many lines that did not copy one another is
  readonly independent__eq?: string | number

  /// how many lines that did not copy one another is not
  readonly independent__not?: string | number

  /// how many lines that did not copy one another is less than
  readonly independent__lt?: string | number

  /// how many lines that did not copy one another is at most
  readonly independent__lte?: string | number

  /// how many lines that did not copy one another is more than
  readonly independent__gt?: string | number

  /// how many lines that did not copy one another is at least
  readonly independent__gte?: string | number

  /// its first day is
  readonly from__eq?: string | number

  /// its first day is not
  readonly from__not?: string | number

  /// its first day is less than
  readonly from__lt?: string | number

  /// its first day is at most
  readonly from__lte?: string | number

  /// its first day is more than
  readonly from__gt?: string | number

  /// its first day is at least
  readonly from__gte?: string | number

  /// its first day is unknown (yes) or known (no)
  readonly from__null?: "yes" | "no"

  /// the first day after it is
  readonly to__eq?: string | number

  /// the first day after it is not
  readonly to__not?: string | number

  /// the first day after it is less than
  readonly to__lt?: string | number

  /// the first day after it is at most
  readonly to__lte?: string | number

  /// the first day after it is more than
  readonly to__gt?: string | number

  /// the first day after it is at least
  readonly to__gte?: string | number

  /// the first day after it is unknown (yes) or known (no)
  readonly to__null?: "yes" | "no"

  /// its PLOVER type is
  readonly type__eq?: string | number

  /// its PLOVER type is not
  readonly type__not?: string | number

  /// its PLOVER type is one of these, by commas
  readonly type__in?: string | number

  /// its PLOVER type is unknown (yes) or known (no)
  readonly type__null?: "yes" | "no"

  /// what became of it is
  readonly status__eq?: string | number

  /// what became of it is not
  readonly status__not?: string | number

  /// what became of it is one of these, by commas
  readonly status__in?: string | number

  /// what became of it is unknown (yes) or known (no)
  readonly status__null?: "yes" | "no"

  /// how finely the words say when is
  readonly grain__eq?: string | number

  /// how finely the words say when is not
  readonly grain__not?: string | number

  /// how finely the words say when is one of these, by commas
  readonly grain__in?: string | number

  /// how finely the words say when is unknown (yes) or known (no)
  readonly grain__null?: "yes" | "no"

  /// whether the day is stated, inferred or assumed is
  readonly basis__eq?: string | number

  /// whether the day is stated, inferred or assumed is not
  readonly basis__not?: string | number

  /// whether the day is stated, inferred or assumed is one of these, by commas
  readonly basis__in?: string | number

  /// whether the day is stated, inferred or assumed is unknown (yes) or known (no)
  readonly basis__null?: "yes" | "no"

  /// the name of its place is
  readonly place__eq?: string | number

  /// the name of its place is not
  readonly place__not?: string | number

  /// the name of its place holds these letters, in capitals or not
  readonly place__contains?: string | number

  /// the name of its place is unknown (yes) or known (no)
  readonly place__null?: "yes" | "no"

  /// the country of its place is
  readonly country__eq?: string | number

  /// the country of its place is not
  readonly country__not?: string | number

  /// the country of its place is one of these, by commas
  readonly country__in?: string | number

  /// the country of its place is unknown (yes) or known (no)
  readonly country__null?: "yes" | "no"

  /// the leading sentence is
  readonly quote__eq?: string | number

  /// the leading sentence is not
  readonly quote__not?: string | number

  /// the leading sentence holds these letters, in capitals or not
  readonly quote__contains?: string | number

  /// the leading sentence is unknown (yes) or known (no)
  readonly quote__null?: "yes" | "no"

  /// who says so, where it is not the outlet is
  readonly by__eq?: string | number

  /// who says so, where it is not the outlet is not
  readonly by__not?: string | number

  /// who says so, where it is not the outlet holds these letters, in capitals or not
  readonly by__contains?: string | number

  /// who says so, where it is not the outlet is unknown (yes) or known (no)
  readonly by__null?: "yes" | "no"
}

/// A function for each operation that answers JSON.
export interface Client {
  /// The events of the ledger
  listEvents(
    query?: Filters & {
      /// In which order; the latest first if not given
      readonly sort?: "-date" | "date" | "-confidence" | "confidence" | "-reports" | "reports"
      /// Begin behind so many rows, wherever that is; to go on page by page, `cursor` costs less
      readonly offset?: string | number
      /// How many rows a page, 1 to 1000; 50 if not given
      readonly limit?: string | number
      /// Where the page before left off: its `next`
      readonly cursor?: string | number
      /// 1: say how many rows there are in all
      readonly total?: "0" | "1"
    }
  ): Promise<ListEventsAnswer>

  /// One event, by its own id or that of any report of it, also one it had once
  getEvent(id: string): Promise<EventDetail>

  /// How many events there are of each type, status, actor, place and outlet, under the same filters
  countFacets(
    query?: Filters & {
      /// 1: each list is counted without the filter of its own name, to say what else could be chosen
      readonly apart?: "0" | "1"
    }
  ): Promise<Facets>

  /// Events over time, by quad class; what is told more vaguely than a bin is spread over the bins it touches, as `vague`
  listSeries(
    query?: Filters & {
      /// The length of a bin; month if not given
      readonly by?: "day" | "week" | "month" | "quarter" | "year"
      /// How many rows a page, 1 to 100000; 50 if not given
      readonly limit?: string | number
      /// Where the page before left off: its `next`
      readonly cursor?: string | number
      /// 1: say how many rows there are in all
      readonly total?: "0" | "1"
    }
  ): Promise<ListSeriesAnswer>

  /// Reports: each telling of an event in an article, under the filters of events
  listReports(
    query?: Filters & {
      /// Of this event only, by its id or that of any report of it
      readonly event?: string | number
      /// How many rows a page, 1 to 1000; 50 if not given
      readonly limit?: string | number
      /// Where the page before left off: its `next`
      readonly cursor?: string | number
      /// 1: say how many rows there are in all
      readonly total?: "0" | "1"
    }
  ): Promise<ListReportsAnswer>

  /// Claims: who says what became of each event, under the filters of events
  listClaims(
    query?: Filters & {
      /// Of this event only, by its id or that of any report of it
      readonly event?: string | number
      /// How many rows a page, 1 to 1000; 50 if not given
      readonly limit?: string | number
      /// Where the page before left off: its `next`
      readonly cursor?: string | number
      /// 1: say how many rows there are in all
      readonly total?: "0" | "1"
    }
  ): Promise<ListClaimsAnswer>

  /// Evidence: the words each field of each report rests on, under the filters of events
  listEvidence(
    query?: Filters & {
      /// Of this event only, by its id or that of any report of it
      readonly event?: string | number
      /// How many rows a page, 1 to 1000; 50 if not given
      readonly limit?: string | number
      /// Where the page before left off: its `next`
      readonly cursor?: string | number
      /// 1: say how many rows there are in all
      readonly total?: "0" | "1"
    }
  ): Promise<ListEvidenceAnswer>

  /// The words an id of evidence names, cut anew from the article they stand in
  getEvidence(id: string): Promise<EvidenceDetail>

  /// Where words stand: in events (under their filters), in articles, or in sentences; the latest first
  search(
    query: Filters & {
      /// Words, all of which have to stand there; from three letters on also as beginnings of words
      readonly q: string | number
      /// Where: in the names, places and quotes of events, in articles, or in single sentences of articles; events if not given
      readonly in?: "events" | "articles" | "quotes"
      /// How many rows a page, 1 to 200; 50 if not given
      readonly limit?: string | number
      /// Where the page before left off: its `next`
      readonly cursor?: string | number
      /// 1: say how many rows there are in all
      readonly total?: "0" | "1"
    }
  ): Promise<SearchAnswer>

  /// Who takes part in events, most events first; `search` is part of a name here
  listActors(
    query?: Filters & {
      /// How many rows a page, 1 to 1000; 50 if not given
      readonly limit?: string | number
      /// Where the page before left off: its `next`
      readonly cursor?: string | number
      /// 1: say how many rows there are in all
      readonly total?: "0" | "1"
    }
  ): Promise<ListActorsAnswer>

  /// One actor by its id, or all who act for a country by its code
  getActor(id: string): Promise<ActorDetail>

  /// Pairs of countries, or of actors without one, on the two sides of events, most events first
  listPairs(
    query?: Filters & {
      /// How many rows a page, 1 to 1000; 50 if not given
      readonly limit?: string | number
      /// Where the page before left off: its `next`
      readonly cursor?: string | number
      /// 1: say how many rows there are in all
      readonly total?: "0" | "1"
    }
  ): Promise<ListPairsAnswer>

  /// The articles of the pile, the latest first
  listArticles(query?: {
    /// Words in title and text: all of them
    readonly search?: string | number
    /// How many rows a page, 1 to 1000; 50 if not given
    readonly limit?: string | number
    /// Where the page before left off: its `next`
    readonly cursor?: string | number
    /// 1: say how many rows there are in all
    readonly total?: "0" | "1"
  }): Promise<ListArticlesAnswer>

  /// Articles to be read and stored, as `annals read` hands them over
  addArticles(body: {
    readonly articles: readonly (
      | {
          readonly id: string
          readonly text: string
          readonly removed: readonly Readonly<Record<string, never>>[]
        }
      | {
          readonly path: string
          readonly reason: string
        }
    )[]
  }): Promise<Written>

  /// One article with what was coded in it, what was not, and why
  getArticle(id: string): Promise<ArticleDetail>

  /// Every reading, recoding and judging that changed the ledger, in their order
  listRuns(query?: {
    /// 1: say how many events came, changed and went in each run
    readonly became?: "0" | "1"
    /// How many rows a page, 1 to 1000; 50 if not given
    readonly limit?: string | number
    /// Where the page before left off: its `next`
    readonly cursor?: string | number
    /// 1: say how many rows there are in all
    readonly total?: "0" | "1"
  }): Promise<ListRunsAnswer>

  /// Begins a run; what is written until its end belongs to it
  beginRun(body: {readonly what: "read" | "recode"}): Promise<Readonly<Record<string, never>>>

  /// What became of each event since a run or a day
  listChanges(query?: {
    /// A run, or a day: 2024-06-19; the beginning if not given
    readonly since?: string | number
    /// A run's number, or the beginning of its id
    readonly to?: string | number
    /// How many rows a page, 1 to 1000000; 50 if not given
    readonly limit?: string | number
    /// Where the page before left off: its `next`
    readonly cursor?: string | number
    /// 1: say how many rows there are in all
    readonly total?: "0" | "1"
  }): Promise<ListChangesAnswer>

  /// What differs between the ledger after one run and after another, and by what cause
  listDifferences(query: {
    /// A run's number, or the beginning of its id
    readonly a: string | number
    /// A run's number, or the beginning of its id
    readonly b: string | number
    /// Only what has this cause: text, code, data, codebook, correction
    readonly cause?: string | number
    /// Only these kinds, by commas: added, removed, changed, merged, split, renamed
    readonly kind?: string | number
    /// How many rows a page, 1 to 1000000; 50 if not given
    readonly limit?: string | number
    /// Where the page before left off: its `next`
    readonly cursor?: string | number
    /// 1: say how many rows there are in all
    readonly total?: "0" | "1"
  }): Promise<ListDifferencesAnswer>

  /// Every quotation read again in its article
  verify(): Promise<Verification>

  /// Ends the run; nothing is answered if nothing happened in it
  endRun(): Promise<
    | {
        readonly run: number
        readonly id: string
        readonly what: "read" | "recode" | "corrections" | "forget"
        readonly version: string
        readonly hashes: Readonly<Record<string, string>>
        readonly articles: number
        readonly mentions: number
        readonly changes: number
        readonly began?: string
        readonly ended?: string
        /// What became of events in it, where there are few enough to compare at once
        readonly became?: {
          readonly came: number
          readonly changed: number
          readonly gone: number
        }
      }
    | Readonly<Record<string, never>>
  >

  /// Reads some articles again that were read otherwise than they would be now, and says how many are left
  recode(): Promise<Written>

  /// Every correction and what became of it, the latest first
  listCorrections(query?: {
    readonly state?: "applied" | "agrees" | "conflict" | "orphan" | "undone" | "undo"
    /// The name of a reviewer
    readonly who?: string | number
    /// How many rows a page, 1 to 100000; 50 if not given
    readonly limit?: string | number
    /// Where the page before left off: its `next`
    readonly cursor?: string | number
    /// 1: say how many rows there are in all
    readonly total?: "0" | "1"
  }): Promise<ListCorrectionsAnswer>

  /// One decision of a person: its lines are written to corrections.jsonl and hold at once
  addCorrections(body: {
    readonly who: string
    readonly why?: string
    readonly corrections: readonly {
      readonly op:
        | "accept"
        | "reject"
        | "set"
        | "add"
        | "merge"
        | "split"
        | "not-same"
        | "alias"
        | "fix-place"
        | "fix-date"
        | "fix-status"
        | "note"
        | "ignore-source"
        | "undo"
      readonly mention?: string
      readonly target?:
        | {
            readonly article: string
            readonly quote: string
            /// The words before the quote; with them and the suffix it stands in the article once
            readonly prefix: string
            readonly suffix: string
            readonly role:
              | "what"
              | "type"
              | "mode"
              | "contexts"
              | "who"
              | "whom"
              | "when"
              | "where"
              | "how-many"
              | "status"
              | "background"
            readonly type?:
              | "AGREE"
              | "CONSULT"
              | "SUPPORT"
              | "CONCEDE"
              | "COOPERATE"
              | "AID"
              | "RETREAT"
              | "REQUEST"
              | "ACCUSE"
              | "REJECT"
              | "THREATEN"
              | "PROTEST"
              | "SANCTION"
              | "MOBILIZE"
              | "COERCE"
              | "ASSAULT"
          }
        | string
      readonly role?:
        | "what"
        | "type"
        | "mode"
        | "contexts"
        | "who"
        | "whom"
        | "when"
        | "where"
        | "how-many"
        | "status"
        | "background"
      readonly before?: unknown
      readonly after?: unknown
      readonly other?: string
      readonly blind?: boolean
    }[]
  }): Promise<Decided>

  /// Cases to decide, what may change the most first, one in six of them drawn at random
  listReviews(query?: {
    readonly queue?: "doubtful" | "disagreements" | "orphans" | "double"
    /// The name of a reviewer
    readonly who?: string | number
    readonly limit?: string | number
  }): Promise<Reviews>

  /// How far the review is: what was decided, how right the coding is, what became of corrections
  getReviewState(query?: {
    /// The name of a reviewer
    readonly who?: string | number
  }): Promise<ReviewState>

  /// Parties and places of the ledger whose name holds these letters
  listReviewChoices(query: {readonly search: string | number}): Promise<ReviewChoices>

  /// Lines of a corrections file held against what is read now; nothing is written
  checkCorrections(body: {readonly text: string; readonly path?: string}): Promise<ReplayCheck>

  /// Counts by dyad, country or actor and by period. An event with several actors stands in the row of each
  getPanel(
    query?: Filters & {
      /// dyad-month, country-week, actor-year …; dyad-month if not given
      readonly panel?: string | number
      /// Of count, goldstein, quad, type, by commas: the columns of csv, tsv and jsonl
      readonly measure?: string | number
      /// zero: a row for every period between the first and the last
      readonly fill?: "none" | "zero"
      /// The form of the answer
      readonly as?: "json" | "jsonl" | "csv" | "tsv"
    }
  ): Promise<Panel>

  /// All events under the filters in a form of /exports; the whole of them, however many
  exportEvents(
    query?: Filters & {
      /// The form; jsonl if not given
      readonly as?:
        | "csv"
        | "tsv"
        | "jsonl"
        | "reports"
        | "claims"
        | "evidence"
        | "actors"
        | "articles"
        | "sources"
        | "icews"
        | "polecat"
        | "gdelt"
        | "gdelt-mentions"
        | "phoenix"
        | "acled"
        | "ucdp"
        | "geojson"
        | "kml"
        | "gexf"
        | "graphml"
        | "ftm"
        | "jsonld"
        | "timeline"
        | "markdown"
        | "html"
        | "bibtex"
        | "csl"
        | "ris"
        | "parquet"
        | "site"
      /// How much of the texts goes along; quote if not given
      readonly text?: "full" | "quote" | "none"
      /// Column names of icews, polecat, gdelt and phoenix
      readonly names?: "raw" | "snake"
      /// The first so many; all if not given
      readonly limit?: string | number
    }
  ): Promise<string>

  /// The forms that /export knows
  listExports(query?: {
    /// How many rows a page, 1 to 1000; 50 if not given
    readonly limit?: string | number
    /// Where the page before left off: its `next`
    readonly cursor?: string | number
    /// 1: say how many rows there are in all
    readonly total?: "0" | "1"
  }): Promise<ListExportsAnswer>

  /// What the pile is like: how much there is, what is undated or unplaced, what was skipped and why
  getHealth(): Promise<Health>

  /// One text through every step; nothing of it is stored
  explain(body: {
    readonly text: string
    /// The day it was published
    readonly date?: string
    readonly title?: string
    readonly publisher?: string
  }): Promise<Explanation>

  /// What is new, grown, corrected, contradicted or withdrawn between two runs
  getBriefing(query?: {
    /// A run, or a day: 2024-06-19; the run before the last if not given
    readonly since?: string | number
    /// A run; the last if not given
    readonly to?: string | number
  }): Promise<Briefing>

  /// The events of one kind of news between two runs, most outlets first
  listNews(query: {
    /// A run, or a day: 2024-06-19; the run before the last if not given
    readonly since?: string | number
    /// A run; the last if not given
    readonly to?: string | number
    readonly kind: "new" | "grown" | "corrected" | "contradicted" | "withdrawn"
    /// How many rows a page, 1 to 1000; 50 if not given
    readonly limit?: string | number
    /// Where the page before left off: its `next`
    readonly cursor?: string | number
    /// 1: say how many rows there are in all
    readonly total?: "0" | "1"
  }): Promise<ListNewsAnswer>

  /// Pairs whose newest month (or week, or day) departs from their own base rate
  getDepartures(query?: {readonly limit?: string | number}): Promise<Departures>

  /// What the pile lacks: dates, places, known names, days, and what was skipped
  getGaps(): Promise<Gaps>

  /// Articles without a date
  listUndatedArticles(query?: {
    /// How many rows a page, 1 to 1000; 50 if not given
    readonly limit?: string | number
    /// Where the page before left off: its `next`
    readonly cursor?: string | number
    /// 1: say how many rows there are in all
    readonly total?: "0" | "1"
  }): Promise<ListUndatedArticlesAnswer>

  /// Inputs of which nothing was read, and why
  listSkipped(query?: {
    /// How many rows a page, 1 to 1000; 50 if not given
    readonly limit?: string | number
    /// Where the page before left off: its `next`
    readonly cursor?: string | number
    /// 1: say how many rows there are in all
    readonly total?: "0" | "1"
  }): Promise<ListSkippedAnswer>

  /// Names in events that no list of actors knows, most events first
  listUnknownNames(query?: {
    /// How many rows a page, 1 to 1000; 50 if not given
    readonly limit?: string | number
    /// Where the page before left off: its `next`
    readonly cursor?: string | number
    /// 1: say how many rows there are in all
    readonly total?: "0" | "1"
  }): Promise<ListUnknownNamesAnswer>

  /// Days between the first article and the last on which none was published, newest first
  listSilentDays(query?: {
    /// How many rows a page, 1 to 1000; 50 if not given
    readonly limit?: string | number
    /// Where the page before left off: its `next`
    readonly cursor?: string | number
    /// 1: say how many rows there are in all
    readonly total?: "0" | "1"
  }): Promise<ListSilentDaysAnswer>

  /// Where the events happened, most first; `unplaced` are those of which no place is told
  listPlaces(
    query?: Filters & {
      /// How many rows a page, 1 to 100000; 50 if not given
      readonly limit?: string | number
      /// Where the page before left off: its `next`
      readonly cursor?: string | number
      /// 1: say how many rows there are in all
      readonly total?: "0" | "1"
    }
  ): Promise<ListPlacesAnswer>

  /// What each of the busiest actors did over time, the most reported of each; a vague date keeps the words it was told in
  getLanes(
    query?: Filters & {
      /// 1 to 20; 6 if not given
      readonly lanes?: string | number
      /// 1 to 500; 150 if not given
      readonly most?: string | number
      /// Country codes or ids to show, whatever they did; commas between
      readonly only?: string | number
    }
  ): Promise<Lanes>

  /// Who held which office of a country, as the lists of actors have it
  listOffices(query: {
    /// A country's code
    readonly of: string | number
  }): Promise<{
    readonly offices: readonly {
      readonly id: string
      readonly name: string
      readonly title: string
      /// First day, or a month or year where no day is certain
      readonly from?: string
      /// First day after
      readonly until?: string
    }[]
  }>

  /// Those around one or a pair: whom they stand with in most events, and how far these are cooperation
  getNetwork(
    query: Filters & {
      /// A country's code or an actor's id, or two with a comma between
      readonly around: string | number
      /// 1 to 150; 24 if not given
      readonly limit?: string | number
    }
  ): Promise<Network>

  /// What every code means and every rule that codes it, a team's own among them
  getCodebook(): Promise<Codebook>

  /// One rule as YAML, how much it codes and the latest events of it
  getRule(name: string): Promise<RuleDetail>

  /// Who is known, whether or not in any event: those whose name begins with the words looked for come first
  listKnown(query?: {
    /// Part of a name
    readonly search?: string | number
    /// How many rows a page, 1 to 1000; 50 if not given
    readonly limit?: string | number
    /// Where the page before left off: its `next`
    readonly cursor?: string | number
    /// 1: say how many rows there are in all
    readonly total?: "0" | "1"
  }): Promise<ListKnownAnswer>

  /// Somebody who is known, with every office and how many events there are
  getKnown(id: string): Promise<KnownDetail>

  /// Outlets of the pile, most articles first: what there is of each, and what nobody else tells
  listSources(query?: {
    /// Part of a name
    readonly search?: string | number
    /// How many rows a page, 1 to 1000; 50 if not given
    readonly limit?: string | number
    /// Where the page before left off: its `next`
    readonly cursor?: string | number
    /// 1: say how many rows there are in all
    readonly total?: "0" | "1"
  }): Promise<ListSourcesAnswer>

  /// The file of a team's own rules (codebook) or actors (actors) that is written over the wire
  getOwn(what: string): Promise<OwnFile>

  /// Checks and writes that file, and begins to read everything again with it
  saveOwn(
    what: string,
    body: {
      /// The whole file as it would be, YAML as in docs/codebook-own.md and docs/actors.md
      readonly text: string
      /// The hash of the file as it was when it was changed
      readonly was: string
    }
  ): Promise<OwnSaved>

  /// Begins to look which events would change if the file held this text; /jobs/ID/events tells how far it is. Nothing is stored
  startPreview(body: {
    readonly what: "codebook" | "actors"
    /// The whole file as it would be, YAML as in docs/codebook-own.md and docs/actors.md
    readonly text: string
  }): Promise<Job>

  /// What a preview has found so far, by the id of its job
  getPreview(id: string): Promise<Preview>

  /// Saved views of the ledger, by name
  listViews(query?: {
    /// How many rows a page, 1 to 1000; 50 if not given
    readonly limit?: string | number
    /// Where the page before left off: its `next`
    readonly cursor?: string | number
    /// 1: say how many rows there are in all
    readonly total?: "0" | "1"
  }): Promise<ListViewsAnswer>

  /// Saves a view; one of the same name gives way
  saveView(body: View): Promise<View>

  /// Forgets a saved view
  deleteView(name: string): Promise<View>

  /// Reading under way and done since this server began, the latest first
  listJobs(query?: {
    /// How many rows a page, 1 to 1000; 50 if not given
    readonly limit?: string | number
    /// Where the page before left off: its `next`
    readonly cursor?: string | number
    /// 1: say how many rows there are in all
    readonly total?: "0" | "1"
  }): Promise<ListJobsAnswer>

  /// Begins to read files, or to read all articles again with today's rules; it waits for what is under way
  startJob(
    body:
      | {
          readonly what: "recode"
        }
      | {
          readonly what: "read"
          readonly files: readonly {
            /// Told when it cannot be read; nothing is opened by it
            readonly name: string
            /// Its contents, where they are text
            readonly text?: string
            /// Its contents, where they are not
            readonly base64?: string
          }[]
        }
  ): Promise<Job>

  /// How far a job is
  getJob(id: string): Promise<Job>

  /// Breaks a job off after the batch in hand; what was stored stays
  stopJob(id: string): Promise<Job>
}

const operations: Readonly<Record<keyof Client, readonly [method: string, path: string]>> = {
  listEvents: ["GET", "/events"],

  getEvent: ["GET", "/events/{id}"],

  countFacets: ["GET", "/facets"],

  listSeries: ["GET", "/series"],

  listReports: ["GET", "/reports"],

  listClaims: ["GET", "/claims"],

  listEvidence: ["GET", "/evidence"],

  getEvidence: ["GET", "/evidence/{id}"],

  search: ["GET", "/search"],

  listActors: ["GET", "/actors"],

  getActor: ["GET", "/actors/{id}"],

  listPairs: ["GET", "/pairs"],

  listArticles: ["GET", "/articles"],

  addArticles: ["POST", "/articles"],

  getArticle: ["GET", "/articles/{id}"],

  listRuns: ["GET", "/runs"],

  beginRun: ["POST", "/runs"],

  listChanges: ["GET", "/changes"],

  listDifferences: ["GET", "/diff"],

  verify: ["GET", "/verify"],

  endRun: ["POST", "/runs/end"],

  recode: ["POST", "/recode"],

  listCorrections: ["GET", "/corrections"],

  addCorrections: ["POST", "/corrections"],

  listReviews: ["GET", "/reviews"],

  getReviewState: ["GET", "/reviews/state"],

  listReviewChoices: ["GET", "/reviews/choices"],

  checkCorrections: ["POST", "/reviews/check"],

  getPanel: ["GET", "/panel"],

  exportEvents: ["GET", "/export"],

  listExports: ["GET", "/exports"],

  getHealth: ["GET", "/health"],

  explain: ["POST", "/explain"],

  getBriefing: ["GET", "/briefing"],

  listNews: ["GET", "/news"],

  getDepartures: ["GET", "/departures"],

  getGaps: ["GET", "/pile"],

  listUndatedArticles: ["GET", "/pile/undated"],

  listSkipped: ["GET", "/pile/skipped"],

  listUnknownNames: ["GET", "/pile/names"],

  listSilentDays: ["GET", "/pile/days"],

  listPlaces: ["GET", "/places"],

  getLanes: ["GET", "/lanes"],

  listOffices: ["GET", "/offices"],

  getNetwork: ["GET", "/network"],

  getCodebook: ["GET", "/codebook"],

  getRule: ["GET", "/rules/{name}"],

  listKnown: ["GET", "/registry"],

  getKnown: ["GET", "/registry/{id}"],

  listSources: ["GET", "/sources"],

  getOwn: ["GET", "/own/{what}"],

  saveOwn: ["POST", "/own/{what}"],

  startPreview: ["POST", "/previews"],

  getPreview: ["GET", "/previews/{id}"],

  listViews: ["GET", "/views"],

  saveView: ["POST", "/views"],

  deleteView: ["DELETE", "/views/{name}"],

  listJobs: ["GET", "/jobs"],

  startJob: ["POST", "/jobs"],

  getJob: ["GET", "/jobs/{id}"],

  stopJob: ["DELETE", "/jobs/{id}"]
}

/// What went wrong, in the API's own words. `status` 0: nobody answered.
export class Refused extends Error {
  override name = "Refused"
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

export interface ClientOptions {
  /// Asked for where the ledger is served to others than its own machine.
  readonly token?: string
  readonly fetch?: typeof fetch
}

/// A client of the ledger served at an address, as `annals serve` prints it.
export function client(address = "http://127.0.0.1:7117", {token, fetch: ask = fetch}: ClientOptions = {}): Client {
  const base = `${address.replace(/\/+$/, "")}/api/v1`
  const call = async ([method, path]: readonly [string, string], given: readonly unknown[]): Promise<unknown> => {
    const rest = [...given]
    const filled = path.replace(/\{\w+\}/g, () => encodeURIComponent(String(rest.shift())))
    const body = method === "POST" ? rest.shift() : undefined
    const query = new URLSearchParams()
    for (const [name, value] of Object.entries((rest.shift() ?? {}) as Record<string, unknown>))
      if (value !== undefined) query.set(name, String(value))
    const headers = {
      accept: "application/json",
      ...(body !== undefined && {"content-type": "application/json"}),
      ...(token !== undefined && {authorization: `Bearer ${token}`})
    }
    const answer = await ask(`${base}${filled}${query.size > 0 ? `?${query}` : ""}`, {
      method,
      headers,
      ...(body !== undefined && {body: JSON.stringify(body)})
    }).catch((error: Error) => {
      throw new Refused(0, `nobody answers at ${base} (${error.message}); begin with: annals serve`)
    })
    if (answer.ok) return answer.json()
    const problem = (await answer.json().catch(() => ({}))) as Partial<Problem>
    throw new Refused(answer.status, problem.detail ?? problem.title ?? answer.statusText)
  }
  return Object.fromEntries(
    Object.entries(operations).map(([name, operation]) => [name, (...given: unknown[]) => call(operation, given)])
  ) as unknown as Client
}

/// Every row of a list, page by page: `for await (const event of every(query => ledger.listEvents(query), "events", {type: "AID"}))`.
export async function* every<Q extends object, K extends string, Row>(
  page: (
    query: Q & {readonly cursor?: string}
  ) => Promise<{readonly next: string | null} & {readonly [key in K]: readonly Row[]}>,
  key: K,
  query: Q
): AsyncGenerator<Row> {
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const answer = await page({...query, ...(cursor !== undefined && {cursor})})
    yield* answer[key]
    cursor = answer.next
  }
}
