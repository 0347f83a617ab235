import type {Article} from "./article.ts"
import type {Note, Span} from "./span.ts"

/// An article read as language. A value; nobody adds to it. It knows nothing of politics.
export interface Document {
  readonly article: Pick<Article, "id" | "text" | "published" | "title" | "publisher">
  readonly sentences: readonly Sentence[]
  /// All tokens of the text in order; `token.index` is the place in this list.
  readonly tokens: readonly Token[]
  readonly clauses: readonly Clause[]
  readonly reports: readonly Report[]
  readonly notes: readonly Note[]
}

export interface Sentence extends Span {
  readonly index: number
  /// Tokens `first` to `last`, `last` not included.
  readonly first: number
  readonly last: number
}

export interface Token extends Span {
  readonly index: number
  readonly sentence: number
  readonly text: string
  readonly lemma: string
  /// Universal part of speech: NOUN, PROPN, VERB, AUX …
  readonly upos: string
  /// Penn tag: NNS, VBD …
  readonly xpos: string
  /// Index of the governing token in `document.tokens`, or -1 for the root of a sentence.
  readonly head: number
  /// Universal Dependencies relation, with sub-type: nsubj:pass, obl …
  readonly relation: string
}

/// A noun phrase (or what stands for one): one conjunct, with its modifiers but without other conjuncts.
export interface Phrase {
  /// The token that names it: "president" in "the Russian president".
  readonly head: number
  readonly span: Span
}

/// Where a phrase stands in its clause, once the passive has been undone.
export interface Oblique {
  /// The case word, lower case: "to", "with", "at", "according to"; "" for bare adverbial nouns ("Monday").
  readonly preposition: string
  readonly phrase: Phrase
}

export type PredicateKind = "verb" | "noun" | "adjective"

/// What is done or said to be so: a verb with its particle ("call off"), an event noun ("visit"), an adjective ("ready").
export interface Predicate {
  readonly kind: PredicateKind
  /// Token index of the word that carries the meaning: "visit" in "paid a visit to".
  readonly head: number
  /// Lower-case lemma with particle: "call off", "visit".
  readonly lemma: string
  /// The verb that only lends its grammar: "pay" in "paid a visit", "hold" in "held talks".
  readonly light?: string
  readonly span: Span
}

export type Tense = "past" | "present" | "future"

/// How a clause hangs in the one above it.
/// - content: what is said, thought, denied ("said that …", "denied …ing")
/// - infinitive: what one agrees, threatens, fails, plans to do; subject resolved by control and raising
/// - purpose ("in order to …"), condition ("if …"), time ("after …"), cause, concession ("although …"), manner
/// - relative ("… who fled"), participle ("…, killing ten")
/// - coordinate: a conjunct of equal rank
/// - nominal: an event noun standing as an argument ("condemned the *invasion*")
/// - subject: a clause as subject
export type ClauseLink =
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

/// A predicate with its roles. Passives are undone, control resolved, coordination distributed: roles are who does what.
export interface Clause {
  readonly index: number
  readonly sentence: number
  readonly predicate: Predicate
  readonly span: Span
  readonly subjects: readonly Phrase[]
  readonly objects: readonly Phrase[]
  /// Indirect objects: "gave *Kyiv* weapons".
  readonly recipients: readonly Phrase[]
  readonly obliques: readonly Oblique[]
  /// "not", "never", "no longer", "without …ing", "refrained from" are all negations of the clause they stand in.
  readonly negated: boolean
  readonly tense?: Tense
  readonly perfect: boolean
  readonly progressive: boolean
  readonly passive: boolean
  /// will, would, may, might, can, could, must, should, shall, ought, need; also "be going" and "be set" read as will.
  readonly modal?: string
  readonly question: boolean
  /// Adverbs and particles that bear on it, lemmas: "allegedly", "again", "nearly".
  readonly adverbs: readonly string[]
  /// Where it hangs, and by what word: {clause, link: "condition", marker: "if"}.
  readonly parent?: {readonly clause: number; readonly link: ClauseLink; readonly marker?: string}
}

/// Reported speech, belief or doubt as grammar: who, the word of saying, what.
export interface Report {
  readonly index: number
  readonly sentence: number
  readonly source?: Phrase
  readonly cue: {readonly head: number; readonly lemma: string; readonly span: Span; readonly negated: boolean}
  readonly content: readonly Span[]
  readonly manner: "direct" | "indirect" | "mixed"
  /// The report this one stands inside of: "X said that Y had denied …".
  readonly within?: number
}
