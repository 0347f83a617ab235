import type {ClauseLink} from "../../model/model.ts"
import type {LanguageWords} from "../words.ts"
import type {Seed} from "./predicates.ts"
import {isInfinitive} from "./predicates.ts"
import {caseWord, prepositionOf} from "./prepositions.ts"
import type {Tree} from "./tree.ts"

export interface Link {
  readonly link: ClauseLink
  readonly marker?: string
}

const byMarker: ReadonlyMap<string, ClauseLink> = new Map<string, ClauseLink>([
  ["if", "condition"],
  ["unless", "condition"],
  ["provided", "condition"],
  ["provided that", "condition"],
  ["in case", "condition"],
  ["as long as", "condition"],
  ["after", "time"],
  ["before", "time"],
  ["when", "time"],
  ["whenever", "time"],
  ["while", "time"],
  ["as", "time"],
  ["since", "time"],
  ["until", "time"],
  ["till", "time"],
  ["once", "time"],
  ["during", "time"],
  ["following", "time"],
  ["amid", "time"],
  ["upon", "time"],
  ["as soon as", "time"],
  ["ahead of", "time"],
  ["prior to", "time"],
  ["because", "cause"],
  ["because of", "cause"],
  ["due to", "cause"],
  ["owing to", "cause"],
  ["given", "cause"],
  ["over", "cause"],
  ["in response to", "cause"],
  ["in retaliation for", "cause"],
  ["as a result of", "cause"],
  ["although", "concession"],
  ["though", "concession"],
  ["even though", "concession"],
  ["despite", "concession"],
  ["in spite of", "concession"],
  ["whereas", "concession"],
  ["so that", "purpose"],
  ["in order", "purpose"],
  ["in order to", "purpose"],
  ["so as", "purpose"],
  ["lest", "purpose"],
  ["by", "manner"],
  ["without", "manner"],
  ["like", "manner"],
  ["as if", "manner"],
  ["as though", "manner"],
  ["instead of", "manner"],
  ["rather than", "manner"]
])

/// Finite clauses only: "that", "whether" and question words.
const contentMarkers: ReadonlySet<string> = new Set(["that", "whether", "if", "how", "why"])

/// The words that join a clause to the one above: its subordinator with what is fixed to it, or the "to" of an infinitive.
export function markerOf(tree: Tree, seed: Seed): string | undefined {
  let marker: string | undefined
  let to = false
  for (const member of seed.members) {
    if (seed.behind && member === seed.verb) continue
    for (const kid of tree.kids(member)) {
      const relation = tree.relation[kid]!
      if (relation !== "mark" && !(relation === "case" && !seed.place)) {
        if (
          relation === "advmod" &&
          marker === undefined &&
          /^(when|where|why|how|whenever)$/i.test(tree.tokens[kid]!.text) &&
          kid < seed.head
        ) {
          marker = tree.tokens[kid]!.text.toLowerCase()
        }
        continue
      }
      if (kid > seed.head && relation === "case") continue
      const word = caseWord(tree, kid)
      if (word === "to" && tree.tokens[kid]!.xpos !== "IN") to = true
      else marker = marker === undefined ? word : `${marker} ${word}`
    }
  }
  return marker ?? (to ? "to" : undefined)
}

/// How the predicate hangs in the one above it, told by its relation and the words that join it.
export function linkOf(tree: Tree, words: LanguageWords, seed: Seed, above: Seed): Link {
  const {anchor} = seed
  const relation = tree.relation[anchor]!
  const joined = above.members.includes(tree.head[anchor]!)
  // "agreed that … and that …": the second that-clause is content as the first.
  if (relation === "conj" && joined && above.kind === "verb" && words.cues.has(above.lemma) && markerOf(tree, seed) === "that") {
    return {link: "content", marker: "that"}
  }
  if (relation === "conj" && joined) return withMarker("coordinate", coordinator(tree, anchor))
  if (seed.kind === "noun" && seed.frame && (seed.verb === undefined || seed.behind)) {
    const preposition = prepositionOf(tree, anchor)
    if (preposition === "") return {link: "nominal"}
    return {link: byMarker.get(preposition) ?? "nominal", marker: preposition}
  }
  const marker = markerOf(tree, seed)
  const verb = seed.place ? seed.head : (seed.verb ?? seed.head)
  const gerund = tree.tokens[seed.light === undefined ? verb : (seed.verb ?? verb)]!.xpos === "VBG" && !hasAux(tree, verb)
  const infinitive = seed.members.some(m => isInfinitive(tree, m)) || (marker === "to" && !gerund)
  const inverted = marker === undefined ? inversion(tree, seed) : undefined
  const known = marker === undefined ? undefined : byMarker.get(marker)
  switch (relation) {
    case "ccomp":
      if (infinitive && marker === "to") return withMarker("infinitive", marker)
      return withMarker("content", marker)
    case "xcomp":
      if (gerund && words.cues.has(above.lemma)) return withMarker("content", marker)
      return withMarker("infinitive", marker)
    case "csubj":
      return withMarker("subject", marker)
    case "acl":
      if ((above.frame === "words" || above.frame === "wills") && above.head === tree.head[anchor] && saysThat(tree, seed))
        return {link: "content", marker: "that"}
      // "told the court that he was innocent" hung in the court
      if (words.addresses.has(above.lemma) && saysThat(tree, seed)) return {link: "content", marker: "that"}
      if (marker !== undefined && contentMarkers.has(marker) && (above.head === tree.head[anchor] || saysThat(tree, seed)))
        return {link: "content", marker}
      if (infinitive) return withMarker("infinitive", marker)
      if (tree.tokens[anchor]!.relation === "acl:relcl" || isFiniteClause(tree, seed)) return withMarker("relative", marker)
      if (gerund && marker === "of") return withMarker("content", marker)
      return withMarker("participle", marker)
    case "amod":
      return {link: "participle"}
    case "parataxis":
      if (inverted) return {link: "condition", marker: inverted}
      return words.cues.has(above.lemma) && above.kind === "verb" ? {link: "content"} : {link: "coordinate"}
  }
  if (inverted && relation === "advcl") return {link: "condition", marker: inverted}
  if (gerund) {
    if (marker === undefined || marker === "with") return withMarker("participle", marker)
    if (known) return {link: known, marker}
    if (words.blames.has(above.lemma)) return {link: "content", marker}
    if (marker === "for") return {link: "cause", marker}
    if (marker === "of" || marker === "about" || marker === "against" || marker === "on") return {link: "content", marker}
    return {link: "infinitive", marker}
  }
  if (known) return {link: known, marker}
  if (marker?.startsWith("even if")) return {link: "condition", marker}
  if (infinitive && relation === "advcl" && marker === "to" && controls(tree, words, above)) return {link: "infinitive", marker}
  if (infinitive) return withMarker(relation === "advcl" ? "purpose" : "infinitive", marker)
  if (marker === "that" || marker === "whether") return {link: "content", marker}
  if (relation === "conj") return withMarker("coordinate", coordinator(tree, anchor))
  if (marker !== undefined && (marker === "where" || marker === "how")) return {link: "manner", marker}
  if (relation === "advcl" || relation === "obl" || relation === "nmod") return withMarker("participle", marker)
  return withMarker(seed.kind === "noun" && relation === "appos" ? "nominal" : "coordinate", marker)
}

/// "a statement that its troops had left": "that" joins and is no participant.
const saysThat = (tree: Tree, seed: Seed): boolean => {
  let that = false
  let subject = false
  for (const member of seed.members) {
    for (const kid of tree.kids(member)) {
      if (kid > seed.head) continue
      if (tree.tokens[kid]!.text.toLowerCase() === "that") that = true
      else if (tree.relation[kid] === "nsubj") subject = true
    }
  }
  return that && subject
}

const withMarker = (link: ClauseLink, marker: string | undefined): Link => (marker === undefined ? {link} : {link, marker})

function coordinator(tree: Tree, token: number): string | undefined {
  const cc = tree.kids(token).find(k => tree.relation[k] === "cc" && k < token)
  return cc === undefined ? undefined : caseWord(tree, cc)
}

const hasAux = (tree: Tree, verb: number): boolean =>
  tree.kids(verb).some(k => tree.relation[k] === "aux" || tree.relation[k] === "cop")

const isFiniteClause = (tree: Tree, seed: Seed): boolean =>
  seed.members.some(
    m =>
      /^VB[DZP]$/.test(tree.tokens[m]!.xpos) ||
      tree.kids(m).some(k => /^(aux|cop)$/.test(tree.relation[k]!) && /^(VB[DZP]|MD)$/.test(tree.tokens[k]!.xpos))
  )

/// Whether the predicate hands an infinitive to its object, or to the noun behind "on" or "to".
function controls(tree: Tree, words: LanguageWords, above: Seed): boolean {
  const verb = above.verb ?? above.head
  return tree.kids(verb).some(k => {
    const relation = tree.relation[k]!
    if (relation === "obj" || relation === "iobj" || tree.tokens[k]!.relation === "nsubj:pass")
      return words.objectDoes.has(above.lemma)
    return relation === "obl" && words.objectDoes.has(`${above.lemma} ${prepositionOf(tree, k)}`)
  })
}

/// "Had he known, …", "Should they attack, …": the auxiliary stands before its subject.
function inversion(tree: Tree, seed: Seed): string | undefined {
  for (const member of seed.members) {
    let aux = -1
    for (const kid of tree.kids(member)) {
      if ((tree.relation[kid] === "aux" || tree.relation[kid] === "cop") && aux < 0) aux = kid
      else if (tree.relation[kid] === "nsubj") {
        const word = aux < 0 ? "" : tree.tokens[aux]!.text.toLowerCase()
        return aux >= 0 && aux < kid && (word === "had" || word === "should" || word === "were") ? word : undefined
      }
    }
  }
  return
}
