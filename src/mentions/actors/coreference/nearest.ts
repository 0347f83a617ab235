import type {Token} from "../../../model/model.ts"
import type {Phrase} from "../phrase.ts"
import {type Discourse, reach} from "./discourse.ts"

/// The antecedent that fits best: near, a subject, named.
export function best(
  told: Discourse,
  token: Token,
  fits: (phrase: Phrase) => boolean,
  gender?: "he" | "she"
): Phrase | undefined {
  let best: Phrase | undefined
  let score = Number.NEGATIVE_INFINITY
  const possessive = token.relation === "nmod:poss"
  const doer = possessive ? undefined : doerOver(told, token)
  for (let i = told.past.length - 1; i >= 0; i--) {
    const phrase = told.past[i]!
    const far = token.sentence - phrase.sentence
    if (far > reach) break
    if (phrase.first <= token.index && token.index <= phrase.last) continue
    if (!fits(phrase)) continue
    const head = told.tokens[phrase.head]!
    const subject = head.relation.startsWith("nsubj")
    // "Putin praised him": him is not Putin, nor is the subject its own object.
    if (far === 0 && !possessive && head.head === token.head && head.head >= 0) continue
    if (phrase.head === doer) continue
    let value =
      -1.5 * far +
      (subject ? 1.5 : 0) +
      (phrase.name || phrase.parties[0]!.kind === "person" ? 0.6 : 0) -
      (token.index - phrase.head) * 0.01
    if (/^(?:nmod|compound|appos)/.test(head.relation)) value -= 0.8
    if (phrase.form === "pronoun") value += subject ? 0.3 : -0.3
    if (gender && told.genderOf(phrase) === gender) value += 0.7
    if (phrase.generic && !phrase.definite && phrase.generic.kind === "people" && !phrase.plural) value -= 0.3
    if (value > score) {
      best = phrase
      score = value
    }
  }
  return best
}

/// Who does what is done to a pronoun, where the doer stands further up: "Kim met Putin and promised *him* …", "hopes to see *him*",
/// "…, accusing *him*". That is somebody else than the pronoun.
function doerOver(told: Discourse, token: Token): number | undefined {
  const {tokens} = told
  const {first, last} = told.document.sentences[token.sentence]!
  let verb = tokens[token.head]
  for (let steps = 0; verb && steps < 4; steps++) {
    const above = verb.index
    for (let t = first; t < last; t++) if (tokens[t]!.head === above && tokens[t]!.relation.startsWith("nsubj")) return t
    if (!/^(?:conj|xcomp|advcl)/.test(verb.relation)) return undefined
    verb = tokens[verb.head]
  }
  return undefined
}
