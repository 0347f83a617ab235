import type {Bytes} from "./weights.ts"

/// The dictionary form of a word with its Penn tag: "were" be, "countries" country, "Kims" Kim.
export type Lemmatizer = (form: string, xpos: string) => string

/// Small-letter forms in which a dictionary form may stand in a text: those that are known ("went"), and those its ending lets
/// expect ("raided"). Some of them nobody writes; none that somebody does is missing.
export type Forms = (lemma: string) => readonly string[]

export function lemmatizer(bytes: Bytes): {readonly lemma: Lemmatizer; readonly forms: Forms} {
  const [words, endings] = [readMap(bytes), readMap(bytes)]
  return {lemma: remembering(lemmatizerOf(words, endings)), forms: formsOf(words)}
}

export function formsOf(words: ReadonlyMap<string, string>): Forms {
  let known: Map<string, string[]> | undefined
  return lemma => {
    if (!known) {
      known = new Map()
      for (const [key, of] of words) {
        const form = key.slice(0, key.lastIndexOf(" ")).toLowerCase()
        const there = known.get(of)
        if (there) there.push(form)
        else known.set(of, [form])
      }
    }
    const doubled = /[^aeiou][aeiou][^aeiouwxy]$/.test(lemma) ? [lemma + lemma.at(-1)] : []
    const stems = [lemma, lemma.replace(/e$/, ""), lemma.replace(/y$/, "i"), lemma.replace(/ie$/, "y"), ...doubled]
    const expected = stems.flatMap(stem => ["", "s", "es", "d", "ed", "ing", "r", "er", "st", "est"].map(end => stem + end))
    return [...new Set([lemma, ...expected, ...(known.get(lemma) ?? [])])]
  }
}

/// Keeps the lemmas of short words; a longer word may hold the memory of the text it was cut from.
function remembering(lemma: Lemmatizer): Lemmatizer {
  const byTag = new Map<string, Map<string, string>>()
  return (form, xpos) => {
    if (form.length > 12) return lemma(form, xpos)
    let known = byTag.get(xpos)
    if (!known) {
      known = new Map()
      byTag.set(xpos, known)
    }
    let found = known.get(form)
    if (found === undefined) {
      found = lemma(form, xpos)
      if (known.size >= 5000) known.clear()
      known.set(form, found)
    }
    return found
  }
}

/// `words` tells the lemma of a small-letter word and tag ("went VBD"); `endings` the change for the longest ending known for
/// a tag ("VBD ied" → "3y": three letters off, y on). Both were learned from treebanks and a list of irregular words.
export function lemmatizerOf(words: ReadonlyMap<string, string>, endings: ReadonlyMap<string, string>): Lemmatizer {
  return (form, xpos) => {
    if (form.length > 60) return form
    const plain = form.replace(/[’‘`]/g, "'")
    const low = plain.toLowerCase()
    const name = xpos.startsWith("NNP")
    const known = words.get(`${name ? plain : low} ${xpos}`)
    if (known !== undefined) return known
    const base = name ? plain : keepsCase(plain, xpos) ? plain : low
    for (let n = Math.min(longestEnding, low.length); n >= 0; n--) {
      const change = endings.get(`${xpos} ${low.slice(low.length - n)}`)
      if (change !== undefined) return changed(base, change)
    }
    return base
  }
}

export const longestEnding = 6

/// "American", "NATO-led": adjectives and the like with a capital inside keep it; at the start of a sentence words are known.
const keepsCase = (form: string, xpos: string): boolean =>
  xpos === "JJ" || xpos === "NN" || xpos === "ADD" || xpos === "FW" ? /^\p{Lu}/u.test(form) && capitalKept.test(form) : false

const capitalKept = /(?:an|ish|ese|ic|i|ch|is|ist)$|^[^a-z]+$/u

/// The change that makes `to` of `from`: how many letters go, what comes.
export function changeBetween(from: string, to: string): string {
  let same = 0
  while (same < from.length && same < to.length && from[same] === to[same]) same++
  return `${from.length - same}${to.slice(same)}`
}

function changed(form: string, change: string): string {
  const off = Number.parseInt(change, 10)
  return off >= form.length && off > 0 ? form : form.slice(0, form.length - off) + change.replace(/^\d+/, "")
}

function readMap(bytes: Bytes): Map<string, string> {
  const map = new Map<string, string>()
  for (const line of bytes.text().split("\n")) {
    const tab = line.indexOf("\t")
    if (tab > 0) map.set(line.slice(0, tab), line.slice(tab + 1))
  }
  return map
}
