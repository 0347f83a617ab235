import type {SameDeed} from "./happenings.ts"

/// Checks data/words/same-deeds.yaml as it was read, and tells whether two lemmas may name one deed.
export function sameDeeds(yaml: unknown, path = "data/words/same-deeds.yaml"): SameDeed {
  if (!Array.isArray(yaml)) throw new Error(`${path}: should be a list of groups of words`)
  const groups = new Map<string, Set<number>>()
  yaml.forEach((words, group) => {
    if (!Array.isArray(words)) throw new Error(`${path}: group ${group + 1} should be a list of words`)
    for (const word of words) {
      if (typeof word !== "string" || word !== word.toLowerCase()) {
        throw new Error(`${path}: ${JSON.stringify(word)} in group ${group + 1} should be a lower-case word`)
      }
      const known = groups.get(word) ?? new Set()
      if (known.has(group)) throw new Error(`${path}: "${word}" stands twice in group ${group + 1}; take one out`)
      groups.set(word, known.add(group))
    }
  })
  return (a, b) => {
    const [x, y] = [groups.get(a), groups.get(b)]
    return x !== undefined && y !== undefined && [...x].some(group => y.has(group))
  }
}
