import type {Document} from "../../model/model.ts"
import {complete} from "./coreference/completion.ts"
import {description} from "./coreference/descriptions.ts"
import {Discourse, type Knows} from "./coreference/discourse.ts"
import {natives} from "./coreference/natives.ts"
import {hear, pronoun} from "./coreference/pronouns.ts"
import type {Phrase} from "./phrase.ts"
import {repeatedNames} from "./repeats.ts"

/// What stands for somebody named elsewhere: repeated family names, acronyms, "the premier", "both countries", pronouns. Phrases are
/// filled in where they stand, and those for pronouns are added; each says in `why` what it was taken for. All of it is inferred.
export function coreference(document: Document, phrases: Phrase[], knows: Knows): void {
  repeatedNames(document.tokens, phrases)
  const told = new Discourse(document, phrases, knows)
  const {tokens} = document
  const starts = new Map<number, Phrase[]>()
  for (const phrase of phrases) {
    const at = starts.get(phrase.first)
    if (at) at.push(phrase)
    else starts.set(phrase.first, [phrase])
  }
  let inside = -1
  for (let t = 0; t < tokens.length; t++) {
    const token = tokens[t]!
    if (t === 0 || tokens[t - 1]!.sentence !== token.sentence)
      for (const scene of told.scenes.get(token.sentence) ?? [])
        if (scene.locative) told.placedIn.set(scene.country, scene.sentence)
    // A possessive pronoun may open a phrase ("its army"): it is read first.
    if (token.upos === "PRON" || token.xpos === "PRP$" || token.xpos === "PRP") {
      const made = pronoun(told, token)
      if (made) {
        told.resolved.set(t, made)
        told.add(made)
      }
    } else if (t > inside && (token.upos === "NOUN" || token.upos === "NUM" || token.upos === "DET" || token.upos === "ADJ")) {
      const made = description(told, token)
      if (made) told.add(made)
    }
    for (const phrase of starts.get(t) ?? []) {
      inside = Math.max(inside, phrase.last)
      complete(told, phrase)
      told.remember(phrase)
      hear(told, phrase)
    }
  }
  natives(told, knows.filed)
}
