import type {Span} from "../model/model.ts"

/// A name that whoever asks brings along, and what it is read like: a country or somebody, what is theirs ("Arnorian"),
/// or several of theirs ("Arnorians").
export interface KnownName {
  readonly name: string
  readonly like: "name" | "adjective" | "people"
}

/// Words to be read in place of a sentence's own.
export type StandIns = (forms: readonly string[]) => readonly string[]

/// Nobody taught a grammar that "Ostrand" is no verb. Where a text has a name that is known to be one, grammar is shown another
/// in its place, one that it has met often: as many words, offsets and lemmas stay those of the text. Only words with a
/// capital are taken for names. `split` is how the text's own words are told apart.
export function standInsFor(names: readonly KnownName[], split: (text: string) => readonly Span[]): StandIns {
  const known = new Map<string, {readonly words: readonly string[]; readonly like: KnownName["like"]}[]>()
  for (const {name, like} of names) {
    const words = split(name).map(s => name.slice(s.start, s.end).toLowerCase())
    const first = words[0]
    if (first === undefined || !/\p{L}/u.test(name)) continue
    const held = known.get(first)
    if (held) held.push({words, like})
    else known.set(first, [{words, like}])
  }
  for (const held of known.values()) held.sort((a, b) => b.words.length - a.words.length)
  return forms => {
    let read: string[] | undefined
    const seen = new Map<string, number>()
    for (let at = 0; at < forms.length; at++) {
      if (!capital.test(forms[at]!)) continue
      const found = known
        .get(forms[at]!.toLowerCase())
        ?.find(({words}) => words.every((word, i) => forms[at + i]?.toLowerCase() === word))
      if (!found) continue
      read ??= [...forms]
      const last = at + found.words.length - 1
      for (let i = at; i < last; i++) if (capital.test(forms[i]!)) read[i] = "South"
      const key = found.words.join(" ")
      if (!seen.has(key)) seen.set(key, seen.size)
      const met = common[found.like]
      if (capital.test(forms[last]!)) read[last] = met[seen.get(key)! % met.length]!
      at = last
    }
    return read ?? forms
  }
}

const capital = /^\p{Lu}/u
/// Several of each, so that two names of a sentence are read as two.
const common = {
  name: ["Iraq", "France", "Egypt", "Mexico"],
  adjective: ["Iraqi", "French", "Egyptian", "Mexican"],
  people: ["Iraqis", "Germans", "Egyptians", "Mexicans"]
} as const
