import type {Token} from "../model/model.ts"

/// "Chad, Niger and Togo *called* on Mali to leave": a sentence whose only verb was read as a participle, or as joined to the noun
/// before it, though it has an object or somebody it calls on. The verb carries the sentence and the noun is its subject.
/// Changes the tokens from `first` to `last` (not included) in place; a tree stays a tree.
export function mend(tokens: Token[], first: number, last: number): void {
  let root = -1
  for (let i = first; i < last; i++) {
    if (tokens[i]!.head >= 0) continue
    if (root >= 0) return
    root = i
  }
  if (root < 0 || !/^(?:NOUN|PROPN|PRON)$/.test(tokens[root]!.upos)) return
  let verb = -1
  for (let i = first; i < last; i++) {
    const {head, relation, upos} = tokens[i]!
    if (head !== root) continue
    if (/^(?:nsubj|csubj|cop|aux|expl)/.test(relation)) return
    if (upos !== "VERB" || i < root || !/^(?:acl|conj)$/.test(relation)) continue
    if (verb >= 0) return
    verb = i
  }
  if (verb < 0 || !carries(tokens, verb, first, last)) return
  for (let i = first; i < last; i++) {
    const token = tokens[i]!
    if (token.head === root && i > verb) tokens[i] = {...token, head: verb}
  }
  tokens[root] = {...tokens[root]!, head: verb, relation: "nsubj"}
  tokens[verb] = {...tokens[verb]!, head: -1, relation: "root", xpos: "VBD"}
}

/// Whether a verb behind a noun is an active past tense: it has an object or somebody it calls on, and nothing that a participle or
/// a second conjunct would have.
function carries(tokens: readonly Token[], verb: number, first: number, last: number): boolean {
  const {text, xpos, relation, lemma} = tokens[verb]!
  if (xpos !== "VBD" && !(xpos === "VBN" && /ed$/i.test(text))) return false
  let active = relation === "conj" && xpos === "VBD"
  let asked = false
  let on = false
  for (let i = first; i < last; i++) {
    const {head, relation: kind, text: word} = tokens[i]!
    if (head !== verb) continue
    if (/^(?:nsubj|csubj|cop|aux|expl|mark|cc)/.test(kind)) return false
    if (/^(?:PRON|DET)$/.test(tokens[i]!.upos) && /^(?:who|which|that|whom)$/i.test(word)) return false
    if (i > verb && (kind === "obj" || kind === "ccomp")) active = true
    if (i > verb && kind === "obl" && tokens[verb + 1]?.text === "on") on = true
    if (i > verb && /^(?:advcl|xcomp)$/.test(kind)) asked = true
  }
  return active || (on && asked && lemma === "call")
}
