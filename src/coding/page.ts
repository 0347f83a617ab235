import type {ActorMention, Clause, Document, Mentions, Phrase, PlaceMention, TimeMention, Token} from "../model/model.ts"
import {namedAround} from "./named.ts"
import {type Story, storiesOf} from "./story.ts"

/// A document with its mentions laid out for quick looking up: which clause a word belongs to, who stands where.
export interface Page {
  readonly document: Document
  readonly mentions: Mentions
  readonly children: readonly (readonly Clause[])[]
  /// The clause whose predicate a token is, by token index.
  readonly clauseAt: ReadonlyMap<number, Clause>
  /// Mentions that begin inside a span, in text order.
  readonly actorsIn: (from: number, to: number) => readonly ActorMention[]
  /// The clause that a token hangs in: the nearest predicate above it. Undefined at loose ends.
  readonly owner: (token: number) => Clause | undefined
  /// The clause whose time a time is.
  readonly timeOwner: (mention: TimeMention) => Clause | undefined
  readonly timesOf: (clause: Clause) => readonly TimeMention[]
  readonly placesOf: (clause: Clause) => readonly PlaceMention[]
  readonly timesIn: (sentence: number) => readonly TimeMention[]
  readonly placesIn: (sentence: number) => readonly PlaceMention[]
  readonly tokensOf: (phrase: Phrase) => readonly Token[]
  readonly tokensIn: (from: number, to: number) => readonly Token[]
  /// By sentence: the time long past that the telling has gone back to.
  readonly stories: readonly (Story | undefined)[]
  /// By sentence: the names of persons, towns and bodies that are told of around it and that no table holds.
  readonly named: (sentence: number) => readonly string[]
}

/// Lays a document out. Linear in its length but for sorting.
export function pageOf(document: Document, mentions: Mentions): Page {
  const {tokens, clauses} = document
  const children: Clause[][] = clauses.map(() => [])
  const clauseAt = new Map<number, Clause>()
  for (const clause of clauses) {
    if (clause.parent && children[clause.parent.clause]) children[clause.parent.clause]!.push(clause)
    const held = clauseAt.get(clause.predicate.head)
    if (!held) clauseAt.set(clause.predicate.head, clause)
  }
  const owners = new Array<Clause | undefined | null>(tokens.length).fill(null)
  const owner = (token: number): Clause | undefined => {
    const path: number[] = []
    let at = token
    let found: Clause | undefined
    while (at >= 0 && at < tokens.length && path.length < 200) {
      const known = owners[at]
      if (known !== null) {
        found = known
        break
      }
      path.push(at)
      found = clauseAt.get(at)
      if (found) break
      at = tokens[at]!.head
    }
    for (const step of path) owners[step] = found
    return found
  }
  // "the crossings closed *last month* reopened": what stands right behind a participle is of it, though the verb to come claims it
  const timeOwner = ({head, span}: TimeMention): Clause | undefined => {
    const held = owner(head)
    const [first] = tokensIn(span.start, span.end)
    const before = first && tokens[first.index - 1]
    if (!held || !first || before?.sentence !== first.sentence || held.predicate.head < head) return held
    const closer = before.upos === "PUNCT" ? undefined : owner(before.index)
    return closer?.parent?.link === "participle" && closer.predicate.head < first.index ? closer : held
  }
  const starts = mentions.actors.map(a => a.span.start)
  const tokenStarts = tokens.map(t => t.start)
  const grouped = <T extends {readonly head: number; readonly sentence: number}>(
    all: readonly T[],
    key: (m: T) => number | undefined
  ) => {
    const groups = new Map<number, T[]>()
    for (const mention of all) {
      const at = key(mention)
      if (at === undefined) continue
      const group = groups.get(at)
      if (group) group.push(mention)
      else groups.set(at, [mention])
    }
    return (at: number): readonly T[] => groups.get(at) ?? []
  }
  const actorsIn = (from: number, to: number) => {
    const first = lowerBound(starts, from)
    let last = first
    while (last < starts.length && starts[last]! < to) last++
    return mentions.actors.slice(first, last)
  }
  const tokensIn = (from: number, to: number) => {
    const first = lowerBound(tokenStarts, from)
    let last = first
    while (last < tokens.length && tokens[last]!.start < to) last++
    return tokens.slice(first, last)
  }
  // "on Friday's talks" hangs in the noun; the noun may be a predicate of its own.
  const timesByClause = grouped(mentions.times, m => timeOwner(m)?.index)
  const placesByClause = grouped(mentions.places, m => owner(m.head)?.index)
  const page = {
    document,
    mentions,
    children,
    clauseAt,
    actorsIn,
    owner,
    timeOwner,
    timesOf: (clause: Clause) => timesByClause(clause.index),
    placesOf: (clause: Clause) => placesByClause(clause.index),
    timesIn: grouped(mentions.times, m => m.sentence),
    placesIn: grouped(mentions.places, m => m.sentence),
    tokensOf: (phrase: Phrase) => tokensIn(phrase.span.start, phrase.span.end),
    tokensIn,
    named: namedAround({document, mentions, tokensIn})
  }
  return {...page, stories: storiesOf(page)}
}

function lowerBound(sorted: readonly number[], wanted: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < wanted) low = middle + 1
    else high = middle
  }
  return low
}
