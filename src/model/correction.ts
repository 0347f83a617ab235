import type {EventType} from "./plover.ts"

/// What people say of a coding: assertions in a file of their own, laid over what is read, never written into it.

export const correctionOps = [
  "accept",
  "reject",
  "set",
  "add",
  "merge",
  "split",
  "not-same",
  "alias",
  "fix-place",
  "fix-date",
  "fix-status",
  "note",
  "ignore-source",
  "undo"
] as const
export type CorrectionOp = (typeof correctionOps)[number]

export const correctionRoles = [
  "what",
  "type",
  "mode",
  "contexts",
  "who",
  "whom",
  "when",
  "where",
  "how-many",
  "status",
  "background"
] as const
/// Of what a correction speaks: the event as a whole ("what") or one of its fields.
export type CorrectionRole = (typeof correctionRoles)[number]

/// Words of an article, told from all others by what stands around them: prefix, quote and suffix together stand there once.
export interface Words {
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
}

/// What a correction is aimed at: the words of a deed in an article, and the field that is meant. Never the number of a row.
export interface Target extends Words {
  readonly article: string
  readonly role: CorrectionRole
  /// What the words were coded as: where several events stand on the same words, it says which.
  readonly type?: EventType
}

/// One line of corrections.jsonl. An undo is aimed at the id of another line.
export interface Correction {
  readonly id: string
  readonly who: string
  readonly when: string
  readonly why?: string
  readonly target: Target | string
  readonly op: CorrectionOp
  /// What stood there when the person spoke, and what should; `null` is "nothing". Absent: not said.
  readonly before?: unknown
  readonly after?: unknown
}

/// A telling as people agree or disagree on it: codes and ids only, so that two can be compared. `words` are what the fields rest on.
export interface Coded {
  readonly type: EventType
  readonly mode: string | null
  readonly who: readonly string[]
  readonly whom: readonly string[]
  readonly when: string | null
  readonly where: string | null
  readonly status: string
  readonly background: boolean
  readonly words?: Readonly<Partial<Record<"who" | "whom" | "when" | "where", readonly string[]>>>
}

/// What became of a correction in the ledger as it is now read.
/// - applied: it stands, and what is shown is so because of it (or is what was accepted)
/// - agrees: what is read says so by itself
/// - conflict: what is read now is neither what it corrects nor what it says; it is left out until somebody decides
/// - orphan: its words are not there
export type CorrectionState = "applied" | "agrees" | "conflict" | "orphan"

export interface CorrectionOutcome {
  readonly id: string
  readonly state: CorrectionState
  /// Why, for people; for a conflict or an orphan it ends with what to do next.
  readonly says: string
  /// The mention it met.
  readonly mention?: string
}

/// A correction as a telling carries it, so that its history can be told.
export interface Corrected {
  readonly id: string
  readonly who: string
  readonly when: string
  readonly why?: string
  readonly op: CorrectionOp
  readonly field?: CorrectionRole
  readonly before?: string
  readonly after?: string
}
