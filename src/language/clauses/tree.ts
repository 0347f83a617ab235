import type {Phrase, Sentence, Token} from "../../model/model.ts"

/// A document's dependency trees made easy to walk. Whatever the heads say (out of the sentence, in a circle), every token here
/// stands in a tree: a head that cannot be right is taken for -1.
export interface Tree {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly sentences: readonly Sentence[]
  readonly head: Int32Array
  /// Universal relation without its sub-type, by token.
  readonly relation: readonly string[]
  /// Dependents in text order.
  kids(token: number): readonly number[]
  /// Every token after its head.
  readonly downward: Int32Array
  /// First and last token of the subtree under each token.
  readonly left: Int32Array
  readonly right: Int32Array
  /// The same without relative clauses, appositions and asides at any depth.
  readonly innerLeft: Int32Array
  readonly innerRight: Int32Array
  /// Phrases already told, by head.
  readonly phrases: (Phrase | undefined)[]
}

const none: readonly number[] = []

/// What makes a noun phrase long without naming it.
const asides: ReadonlySet<string> = new Set(["acl", "advcl", "appos", "parataxis", "dislocated", "vocative", "discourse", "list"])

export function treeOf(text: string, sentences: readonly Sentence[], tokens: readonly Token[]): Tree {
  const n = tokens.length
  const head = new Int32Array(n).fill(-1)
  const relation: string[] = new Array(n)
  const lists: (number[] | undefined)[] = new Array(n)
  for (const sentence of sentences) soundHeads(sentence, tokens, head)
  for (let i = 0; i < n; i++) {
    relation[i] = baseOf(tokens[i]!.relation)
    const h = head[i]!
    if (h >= 0) {
      const list = lists[h]
      if (list) list.push(i)
      else lists[h] = [i]
    }
  }
  const kids = (token: number): readonly number[] => lists[token] ?? none
  const downward = new Int32Array(n)
  let filled = 0
  for (let i = 0; i < n; i++) if (head[i]! < 0) downward[filled++] = i
  for (let at = 0; at < filled; at++) for (const kid of kids(downward[at]!)) downward[filled++] = kid

  const left = new Int32Array(n)
  const right = new Int32Array(n)
  const innerLeft = new Int32Array(n)
  const innerRight = new Int32Array(n)
  for (let i = 0; i < n; i++) left[i] = right[i] = innerLeft[i] = innerRight[i] = i
  for (let at = filled - 1; at >= 0; at--) {
    const i = downward[at]!
    const h = head[i]!
    if (h < 0) continue
    if (left[i]! < left[h]!) left[h] = left[i]!
    if (right[i]! > right[h]!) right[h] = right[i]!
    if (relation[i] === "punct" || (asides.has(relation[i]!) && !isClose(tokens, relation, left, i))) continue
    if (innerLeft[i]! < innerLeft[h]!) innerLeft[h] = innerLeft[i]!
    if (innerRight[i]! > innerRight[h]!) innerRight[h] = innerRight[i]!
  }
  return {text, tokens, sentences, head, relation, kids, downward, left, right, innerLeft, innerRight, phrases: new Array(n)}
}

/// "prime minister Haider al-Abadi": a name without a comma before it belongs to the phrase, whatever the parser calls it.
function isClose(tokens: readonly Token[], relation: readonly string[], left: Int32Array, i: number): boolean {
  if (relation[i] !== "appos") return false
  const first = left[i]!
  return tokens[first]!.upos !== "PUNCT" && tokens[first - 1]?.upos !== "PUNCT"
}

const bases = new Map<string, string>()

function baseOf(relation: string): string {
  let base = bases.get(relation)
  if (base === undefined) {
    const colon = relation.indexOf(":")
    base = colon < 0 ? relation : relation.slice(0, colon)
    if (bases.size < 1000) bases.set(relation, base)
  }
  return base
}

/// Heads of one sentence; those that lead out of it or around in a circle become -1.
function soundHeads(sentence: Sentence, tokens: readonly Token[], head: Int32Array): void {
  const {first, last} = sentence
  for (let i = first; i < last; i++) {
    const h = tokens[i]!.head
    head[i] = h >= first && h < last && h !== i ? h : -1
  }
  // 0 not seen, otherwise the walk that saw it; a walk that meets itself has found a circle.
  const seen = new Int32Array(last - first)
  for (let i = first; i < last; i++) {
    let at = i
    while (at >= 0 && seen[at - first] === 0) {
      seen[at - first] = i - first + 1
      const h = head[at]!
      if (h >= 0 && seen[h - first] === i - first + 1) {
        head[at] = -1
        break
      }
      at = h
    }
  }
}

/// What is not part of a noun phrase though it hangs in its head.
const outside: ReadonlySet<string> = new Set([
  ...asides,
  "conj",
  "cc",
  "case",
  "mark",
  "cop",
  "aux",
  "nsubj",
  "csubj",
  "ccomp",
  "xcomp",
  "obj",
  "expl",
  "punct",
  "dep",
  "orphan",
  "reparandum"
])

/// The phrase that a token heads: from its leftmost to its rightmost modifier, without its preposition, other conjuncts,
/// relative and other clauses, appositions. What stands behind the first of these is left out too, so that a phrase is one
/// unbroken piece of the sentence.
export function phraseOf(tree: Tree, head: number): Phrase {
  return (tree.phrases[head] ??= tellPhrase(tree, head))
}

function tellPhrase(tree: Tree, head: number): Phrase {
  let first = head
  let last = head
  let open = true
  for (const kid of tree.kids(head)) {
    const relation = tree.relation[kid]!
    const close = isClose(tree.tokens, tree.relation, tree.left, kid)
    const out = (outside.has(relation) && !close) || (relation === "nmod" && kid > head && standsApart(tree, kid))
    if (kid < head) {
      if (out) {
        // "the president and, …" cannot stand before its head; what does, like a preposition, ends the phrase there.
        if (relation !== "punct") first = head
      } else if (tree.innerLeft[kid]! < first) first = tree.innerLeft[kid]!
    } else if (out) {
      if (relation !== "punct") open = false
    } else if (open && tree.innerRight[kid]! > last) last = tree.innerRight[kid]!
  }
  return {head, span: {start: tree.tokens[first]!.start, end: tree.tokens[last]!.end}}
}

const days: ReadonlySet<string> = new Set("monday tuesday wednesday thursday friday saturday sunday".split(" "))

/// "reporters on Monday", "the signing of a pact by Ankara": a day or a doer does not name the noun before it.
function standsApart(tree: Tree, noun: number): boolean {
  if (days.has(tree.tokens[noun]!.lemma.toLowerCase())) return true
  const first = tree.tokens[tree.innerLeft[noun]!]!
  return first.text === "by" && tree.relation[first.index] === "case"
}

/// The conjuncts of a noun phrase, its own head first: "X", "Y" and "Z" of "X, Y and Z".
export function conjuncts(tree: Tree, head: number): readonly number[] {
  let all: number[] | undefined
  const gather = (token: number): void => {
    for (const kid of tree.kids(token)) {
      if (tree.relation[kid] === "conj" && standsForNoun(tree, kid)) (all ??= [head]).push(kid)
    }
  }
  gather(head)
  if (!all) return [head]
  for (let at = 1; at < all.length; at++) gather(all[at]!)
  return all.sort((a, b) => a - b)
}

const nominal: ReadonlySet<string> = new Set(["NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "DET"])

/// Whether a token can be a participant: a noun, a name, a pronoun, a number, or an adjective used as one ("the wounded").
export function standsForNoun(tree: Tree, token: number): boolean {
  const upos = tree.tokens[token]!.upos
  if (nominal.has(upos)) return true
  return upos === "ADJ" && tree.kids(token).some(kid => tree.relation[kid] === "det")
}
