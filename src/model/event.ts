import type {Corrected} from "./correction.ts"
import type {Context, EventType} from "./plover.ts"
import type {Evidence, Grounded, Span} from "./span.ts"
import type {Party, Place, TimeSpan} from "./world.ts"

export const statuses = ["happened", "ongoing", "planned", "possible", "did-not-happen"] as const
/// Whether it took place, as the claim has it.
export type Status = (typeof statuses)[number]

/// Who vouches for it: the outlet in its own voice, or somebody it quotes.
export type Voice =
  | {readonly kind: "publisher"; readonly name?: string}
  | {readonly kind: "actor"; readonly party: Party; readonly evidence: Evidence}

/// How the voice stands to what it tells.
export type Stance = "asserts" | "alleges" | "denies" | "doubts" | "predicts" | "promises" | "threatens" | "demands"

/// Who says what became of it. A denial is a row, not a silence.
export interface Claim {
  readonly by: Voice
  readonly stance: Stance
  readonly status: Status
  readonly evidence: readonly Evidence[]
}

/// How many dead, wounded, arrested …, as a range: "at least 5" is {low: 5}.
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

/// Which rule or which features made a coding, for people to read.
export interface Why {
  /// "arrest" of rules/coerce.ts, or "model".
  readonly rule: string
  readonly says: readonly string[]
}

/// One telling of one happening in one article.
export interface EventMention {
  /// Hash of article, predicate span and type.
  readonly id: string
  readonly article: string
  readonly sentence: number
  readonly sentenceSpan: Span
  readonly type: EventType
  readonly mode?: string
  readonly contexts: readonly Context[]
  readonly actors: readonly Grounded<Party>[]
  readonly recipients: readonly Grounded<Party>[]
  readonly place?: Grounded<Place>
  readonly time?: Grounded<TimeSpan>
  readonly tolls: readonly Toll[]
  readonly claim: Claim
  /// Told as history: an anniversary, a paragraph of context.
  readonly background: boolean
  readonly confidence: number
  /// The words of the deed itself.
  readonly predicate: Evidence
  /// Lower-case content words of predicate and arguments, for telling same from like.
  readonly words: readonly string[]
  /// Names that no table holds, told of around it, lower-case: for telling whether two articles tell one story. Absent where there are none.
  readonly named?: readonly string[]
  readonly why: Why
  /// Of the article, carried along so that the ledger needs no other book.
  readonly published?: string
  readonly publisher?: string
  /// What people said of it, in their order; absent while nobody has. The fields show what holds after that.
  readonly corrected?: readonly Corrected[]
}

/// A value of a field and the mentions that give it.
export interface Held<T> {
  readonly means: T
  readonly mentions: readonly string[]
}

/// Why two mentions were taken for one event: signed parts and their sum.
export interface Merge {
  readonly mention: string
  readonly with: string
  readonly score: number
  readonly parts: readonly {readonly says: string; readonly weight: number}[]
}

export type Reported = "time" | "place" | "status" | "tolls"

/// How an event's reports stand to one another.
export interface Account {
  /// Why each field shows the value it shows, where there was a choice. `what` is the kind of toll.
  readonly shown: readonly {
    readonly field: Reported
    readonly what?: Toll["what"]
    readonly value: string
    readonly says: string
  }[]
  /// Values that cannot all be true, of one field and one scope: killed beside killed, never beside wounded.
  readonly conflicts: readonly {
    readonly field: Reported
    readonly what?: Toll["what"]
    /// `lines` counts tellings that did not copy one another, at most.
    readonly values: readonly {readonly value: string; readonly mentions: readonly string[]; readonly lines: number}[]
  }[]
  /// What an outlet told otherwise later: "killed 12" became "killed 9"; `corrected` if in a later version of the same article.
  readonly history: readonly {
    readonly field: Reported
    readonly what?: Toll["what"]
    readonly before: string
    readonly after: string
    readonly mention: string
    readonly published?: string
    readonly corrected: boolean
  }[]
  /// Mentions in articles of which a later version tells of this event too; what they say is no longer said.
  readonly superseded: readonly string[]
}

export type LinkKind = "plan-of" | "denial-of" | "undecided" | "stage-of"

/// One happening, however many report it. Law, by type: no event without a mention.
export interface Event {
  /// The id of its earliest-published mention (ties by hash; undated last).
  readonly id: string
  readonly type: EventType
  readonly modes: readonly string[]
  readonly contexts: readonly Context[]
  readonly actors: readonly Party[]
  readonly recipients: readonly Party[]
  readonly place?: Place
  readonly time?: TimeSpan
  readonly timeBasis?: "stated" | "inferred" | "assumed"
  readonly status: Status
  readonly background: boolean
  readonly tolls: readonly Toll[]
  readonly confidence: number
  readonly mentions: readonly [EventMention, ...EventMention[]]
  /// Where reports differ: every value of a field with who gives it.
  readonly values: {
    readonly time: readonly Held<TimeSpan>[]
    readonly place: readonly Held<Place>[]
    readonly status: readonly Held<Status>[]
    readonly tolls: readonly Held<Toll>[]
  }
  /// Absent where nothing had to be chosen and nothing was told otherwise.
  readonly account?: Account
  readonly merges: readonly Merge[]
  readonly links: readonly {readonly kind: LinkKind; readonly event: string; readonly says: string}[]
  /// Distinct outlets, and lines that did not copy one another, as far as content shows ("at most").
  readonly outlets: number
  readonly independent: number
}
