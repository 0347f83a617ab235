import type {Tense} from "../../model/model.ts"
import type {LanguageWords} from "../words.ts"
import type {Seed} from "./predicates.ts"
import {isPassive} from "./predicates.ts"
import type {Tree} from "./tree.ts"

/// What auxiliaries, endings and particles say of a clause.
export interface Grammar {
  readonly tense?: Tense
  readonly perfect: boolean
  readonly progressive: boolean
  readonly passive: boolean
  readonly modal?: string
  readonly negated: boolean
  readonly adverbs: readonly string[]
  /// An auxiliary or an ending shows person: the clause does not lean on another for its tense.
  readonly finite: boolean
}

const modals: ReadonlyMap<string, string> = new Map([
  ["will", "will"],
  ["'ll", "will"],
  ["’ll", "will"],
  ["wo", "will"],
  ["would", "would"],
  ["'d", "would"],
  ["’d", "would"],
  ["can", "can"],
  ["ca", "can"],
  ["could", "could"],
  ["may", "may"],
  ["might", "might"],
  ["must", "must"],
  ["shall", "shall"],
  ["sha", "shall"],
  ["should", "should"],
  ["ought", "ought"],
  ["need", "need"]
])

const negations: ReadonlySet<string> = new Set(["not", "n't", "n’t", "never", "neither", "nor", "nowhere"])
const nobodies: ReadonlySet<string> = new Set(["nobody", "none", "nothing", "neither"])

/// Reads the words around a predicate. Unfinished clauses ("to send", "sending") have no tense.
export function grammarOf(tree: Tree, words: LanguageWords, seed: Seed): Grammar {
  let modal = seed.modal
  let negated = false
  let have = false
  let be = false
  let tense: Tense | undefined
  let finite = false
  const adverbs: string[] = []
  const finiteness = (token: number): void => {
    if (finite) return
    const {xpos} = tree.tokens[token]!
    if (xpos === "VBD") tense = "past"
    else if (xpos === "VBZ" || xpos === "VBP") tense = "present"
    else if (xpos !== "MD") return
    finite = true
  }
  for (const member of seed.members) {
    for (const kid of tree.kids(member)) {
      const token = tree.tokens[kid]!
      const relation = tree.relation[kid]!
      const low = token.text.toLowerCase()
      if (relation === "aux" || relation === "cop") {
        const asModal = token.xpos === "MD" ? (modals.get(low) ?? modals.get(token.lemma.toLowerCase())) : undefined
        if (asModal && relation === "aux") {
          modal = modal === undefined || modal === "will" ? asModal : modal
        } else if (member === seed.verb) {
          if (token.lemma === "have") have = true
          if (token.lemma === "be") {
            be = true
            // "are to be withdrawn"
            if (tree.tokens[kid + 1]?.xpos === "TO" && tree.head[kid + 1] === member) modal ??= "will"
          }
        }
        finiteness(kid)
      } else if (relation === "advmod" || relation === "cc") {
        if (negations.has(low) || negations.has(token.lemma)) {
          if (!followedByOnly(tree, kid)) negated = true
        } else if (relation === "advmod") {
          if ((low === "longer" || low === "more") && tree.kids(kid).some(k => tree.tokens[k]!.text.toLowerCase() === "no"))
            negated = true
          else if (token.upos === "ADV" && !token.xpos.startsWith("W") && kid !== seed.head)
            adverbs.push(token.lemma.toLowerCase())
        }
      } else if (relation === "nsubj" || relation === "obj") {
        if (isNobody(tree, kid)) negated = true
      } else if (relation === "det" && member === seed.head) {
        if (low === "no" || low === "neither") negated = true
      } else if (relation === "mark" && low === "without") negated = true
      else if (relation === "case" && low === "without" && seed.kind === "verb" && !seed.place) negated = true
    }
    if (seed.light !== undefined && member === seed.head && hasNo(tree, member)) negated = true
  }
  const verb = seed.place ? undefined : seed.verb
  const behind = seed.behind === true
  if (!behind)
    for (const member of seed.members)
      if (tree.tokens[member]!.upos === "VERB" || tree.tokens[member]!.upos === "AUX") finiteness(member)
  if (modal === "will" || modal === "shall") tense = tense === "past" && seed.modal === "will" ? "past" : "future"
  else if (modal !== undefined && modal !== seed.modal) tense = undefined
  const ending = verb === undefined ? "" : tree.tokens[verb]!.xpos
  const passive = seed.kind !== "adjective" && verb !== undefined && isVerbal(tree, verb) && isPassive(tree, words, verb)
  // "The president resigned" with a participle's tag
  if (
    !finite &&
    !have &&
    !be &&
    ending === "VBN" &&
    !passive &&
    verb !== undefined &&
    tree.kids(verb).some(k => tree.relation[k] === "nsubj")
  ) {
    tense = "past"
    finite = true
  }
  return {
    tense,
    perfect: have,
    progressive: ending === "VBG" && be,
    passive,
    modal,
    negated,
    adverbs,
    finite: finite || modal !== undefined
  }
}

const isVerbal = (tree: Tree, token: number): boolean => tree.tokens[token]!.upos === "VERB"

/// "not only attacked but …" did attack.
function followedByOnly(tree: Tree, not: number): boolean {
  const next = tree.tokens[not + 1]
  return (
    next !== undefined && /^(only|just|merely|simply|least)$/i.test(next.text) && tree.tokens[not]!.text.toLowerCase() === "not"
  )
}

const hasNo = (tree: Tree, noun: number): boolean =>
  tree.kids(noun).some(k => tree.relation[k] === "det" && /^(no|neither)$/i.test(tree.tokens[k]!.text))

const isNobody = (tree: Tree, noun: number): boolean => nobodies.has(tree.tokens[noun]!.text.toLowerCase()) || hasNo(tree, noun)
