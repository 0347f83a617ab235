/// Classes of words that rules ask for: what counts as a weapon, as aid, as talks. Kept in data/words/classes.yaml.
export interface WordClasses {
  /// Whether a lower-case lemma belongs to a class.
  has(name: string, lemma: string): boolean
  readonly names: readonly string[]
}

/// Checks data/words/classes.yaml as it was read: class → list of lemmas. `kinds` adds to some of them all words of a kind.
export function wordClasses(yaml: unknown, kinds: unknown = {}, path = "data/words/classes.yaml"): WordClasses {
  if (yaml === null || typeof yaml !== "object" || Array.isArray(yaml)) {
    throw new Error(`${path}: should be a list of words under the name of each class`)
  }
  const classes = new Map<string, ReadonlySet<string>>()
  for (const [name, words] of Object.entries(yaml)) {
    if (!Array.isArray(words)) throw new Error(`${path}: "${name}" should be a list of words`)
    const set = new Set<string>()
    for (const word of words) {
      if (typeof word !== "string" || word !== word.toLowerCase()) {
        throw new Error(`${path}: ${JSON.stringify(word)} under "${name}" should be a lower-case word`)
      }
      if (set.has(word)) throw new Error(`${path}: "${word}" stands twice under "${name}"; take one out`)
      set.add(word)
    }
    classes.set(name, set)
  }
  for (const [name, words] of Object.entries(kinds as Readonly<Record<string, readonly string[]>>)) {
    const set = classes.get(name)
    if (!set) throw new Error(`data/words/kinds.yaml: no class "${name}" in ${path}; known: ${[...classes.keys()].join(", ")}`)
    classes.set(name, new Set([...set, ...words]))
  }
  return {
    has: (name, lemma) => {
      const found = classes.get(name)
      if (!found) throw new Error(`${path}: no class "${name}"; known: ${[...classes.keys()].join(", ")}`)
      return found.has(lemma)
    },
    names: [...classes.keys()]
  }
}
