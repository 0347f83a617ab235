import type {SameDeed} from "./happenings.ts"

/// The groups of words for one deed that a lemma stands in, by number.
export type DeedsOf = (lemma: string) => readonly number[]

const none: readonly number[] = []
export const noDeeds: DeedsOf = () => none

/// Checks data/words/same-deeds.yaml as it was read, and tells of which groups a lemma is.
export function deedGroups(yaml: unknown, path = "data/words/same-deeds.yaml"): DeedsOf {
  if (!Array.isArray(yaml)) throw new Error(`${path}: should be a list of groups of words`)
  const groups = new Map<string, number[]>()
  yaml.forEach((words, group) => {
    if (!Array.isArray(words)) throw new Error(`${path}: group ${group + 1} should be a list of words`)
    for (const word of words) {
      if (typeof word !== "string" || word !== word.toLowerCase()) {
        throw new Error(`${path}: ${JSON.stringify(word)} in group ${group + 1} should be a lower-case word`)
      }
      const known = groups.get(word) ?? []
      if (known.includes(group)) throw new Error(`${path}: "${word}" stands twice in group ${group + 1}; take one out`)
      groups.set(word, [...known, group])
    }
  })
  return lemma => groups.get(lemma) ?? none
}

/// Tells whether two lemmas may name one deed.
export function sameDeeds(yaml: unknown, path?: string): SameDeed {
  const groupsOf = deedGroups(yaml, path)
  return (a, b) => groupsOf(a).some(group => groupsOf(b).includes(group))
}
