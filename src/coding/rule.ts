import type {ClauseLink, EventType, Sector, Status} from "../model/model.ts"

/// Where a role is looked for in a clause: "subject", "object", "recipient" (an indirect object), "complement subject" and
/// "complement object" (of what is agreed to, threatened, denied …), "owner" (whose the event noun is said to
/// be: "it was *his* first visit"), "visitor" (who does something on it: "on a visit to Chad *she* said"), or the preposition of an oblique: "with", "against", "to"; "place from" is the country of a place behind it.
export type Role = string

/// What must hold of the phrase in a role. All given conditions must.
export interface Test {
  /// Its head (or what it is a heap of: "a shipment of weapons") belongs to one of these classes of data/words/classes.yaml.
  readonly is?: readonly string[]
  /// … to none of these.
  readonly isNot?: readonly string[]
  /// It stands for somebody who can act, or must not.
  readonly actor?: boolean
  /// It names somebody itself: "Hamas", not "the bid of Hamas".
  readonly self?: true
  /// It names one person.
  readonly person?: true
  /// It stands for somebody of one of these sectors. Whoever meets somebody as a state is its government.
  readonly sector?: readonly Sector[]
  /// It stands for a state, or must not: "withdrew from *Chad*", not "from *the bloc*".
  readonly state?: boolean
  /// It is somebody's other than the subject's, or must not be: "regretted *Chad's* refusal", not "regretted *its* refusal".
  readonly others?: boolean
  /// It names a body of states ("the African Union"), or must not.
  readonly body?: boolean
  /// It must not be there at all.
  readonly absent?: true
  /// It must be there: otherwise a condition on what it is not holds of nothing, too.
  readonly present?: true
}

/// What must hold of the clause that says what is agreed to, threatened, denied.
export interface ComplementTest {
  /// It is itself coded as one of these.
  readonly types?: readonly EventType[]
  /// Its predicate is one of these words.
  readonly words?: readonly string[]
  /// … and none of these.
  readonly notWords?: readonly string[]
  /// It hangs there as one of these: "infinitive" for "told them *to leave*", not "told them *that he had left*".
  readonly links?: readonly ClauseLink[]
  /// A complement has to be there, whatever it says.
  readonly any?: true
  /// There must be none.
  readonly absent?: true
}

/// One way in which news tells one type of event. Data, so that the codebook page prints it and a ledger may bring its own.
/// It speaks of who does what to whom, never of a parser's labels. Law: every example is coded by this very rule, with the
/// words in braces as actor and recipient; no counter-example is coded at all, by any rule.
export interface Rule {
  readonly name: string
  readonly code: EventType
  readonly mode?: string
  /// Lemmas with their particle: "arrest", "call off"; "*" is any verb, tried when no rule of the verb's own fits.
  readonly verbs?: readonly string[]
  /// None of these, for a rule of any verb.
  readonly notVerbs?: readonly string[]
  /// Event nouns: "invasion"; also as carried by a light verb: "paid a *visit*".
  readonly nouns?: readonly string[]
  readonly adjectives?: readonly string[]
  /// The first of these roles that stands for somebody.
  readonly actor: Role | readonly Role[]
  readonly recipient?: Role | readonly Role[]
  /// Both sides do it to each other: all are actors, unless one is plainly the guest of the other.
  readonly mutual?: true
  /// Both sides have to be named: for words that mean so much else when only one is.
  readonly both?: true
  /// Nobody need be named whom it is done to, though its type asks for somebody: "left *the treaty*".
  readonly alone?: true
  readonly when?: Readonly<Record<Role, Test>>
  readonly complement?: ComplementTest
  /// Adverbs or other words of which one must stand in the clause.
  readonly needs?: readonly string[]
  /// The clause has one of these modal verbs.
  readonly modal?: readonly string[]
  /// The clause must be negated ("did not accept"), or must not: rules read through negation unless they say so.
  readonly negated?: boolean
  /// What it speaks of is no more real than this: "hopes to help" is a plan, however surely it is hoped.
  readonly status?: Status
  /// A clause about what will come is coded by this rule as it stands, not turned into a promise.
  readonly ofItself?: true
  /// How often it is right when it fires, before anything is known of the clause. 0.8 unless given.
  readonly prior?: number
  readonly examples: readonly string[]
  readonly not?: readonly string[]
}

/// Roles as a list.
export const roles = (role: Role | readonly Role[] | undefined): readonly Role[] =>
  role === undefined ? [] : typeof role === "string" ? [role] : role
