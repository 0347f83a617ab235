import {type Context, contexts as known} from "../model/model.ts"

/// What an event is about, by the words around it. The words lie in data/words/contexts.yaml, one list for each of PLOVER's 37.
export interface ContextFinder {
  /// The contexts of a stretch of lemmas in lower case, in the order of the codebook.
  of(lemmas: readonly string[]): readonly Context[]
}

/// Checks data/words/contexts.yaml: context → words and phrases of up to three words, lemmas in lower case.
export function contextFinder(yaml: unknown, path = "data/words/contexts.yaml"): ContextFinder {
  if (yaml === null || typeof yaml !== "object" || Array.isArray(yaml))
    throw new Error(`${path}: should be a list of words under each context`)
  const byWord = new Map<string, Context[]>()
  for (const [name, words] of Object.entries(yaml)) {
    if (!(known as readonly string[]).includes(name))
      throw new Error(`${path}: unknown context "${name}"; known: ${known.join(", ")}`)
    if (!Array.isArray(words)) throw new Error(`${path}: "${name}" should be a list of words`)
    for (const word of words) {
      if (typeof word !== "string" || word.split(" ").length > 3) {
        throw new Error(`${path}: ${JSON.stringify(word)} under "${name}" should be up to three words`)
      }
      const list = byWord.get(word)
      if (list) list.push(name as Context)
      else byWord.set(word, [name as Context])
    }
  }
  for (const name of known) if (!(name in yaml)) throw new Error(`${path}: no words for "${name}"`)
  return {
    of: lemmas => {
      const found = new Set<Context>()
      for (let at = 0; at < lemmas.length; at++) {
        for (let size = 1; size <= 3 && at + size <= lemmas.length; size++) {
          for (const context of byWord.get(lemmas.slice(at, at + size).join(" ")) ?? []) found.add(context)
        }
      }
      // The narrower crime is told without the wider one.
      if (found.has("trafficking") || found.has("corruption") || found.has("illegal_drugs")) found.delete("crime")
      return known.filter(c => found.has(c))
    }
  }
}
