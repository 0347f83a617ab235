import {readFileSync} from "node:fs"
import {join} from "node:path"
import {load as parse} from "js-yaml"
import {changeBetween, lemmatizerOf, longestEnding} from "../src/language/lemmas.ts"
import type {Word} from "./conllu.ts"

/// Learns lemmas from words with their tags: endings by the vote of the words that have them, and what endings get wrong.
export function learnLemmas(words: readonly Word[]): {words: Map<string, string>; endings: Map<string, string>} {
  const counts = new Map<string, Map<string, number>>()
  const wholes = new Map<string, Map<string, number>>()
  const count = (into: Map<string, Map<string, number>>, key: string, value: string): void => {
    const inner = into.get(key) ?? new Map<string, number>()
    inner.set(value, (inner.get(value) ?? 0) + 1)
    into.set(key, inner)
  }
  const most = (inner: Map<string, number>): [string, number] => [...inner].reduce((a, b) => (b[1] > a[1] ? b : a))
  for (const {form, lemma, xpos} of words) {
    const plain = form.replace(/[’‘`]/g, "'")
    const low = plain.toLowerCase()
    const name = xpos.startsWith("NNP")
    count(wholes, `${name ? plain : low} ${xpos}`, lemma)
  }
  for (const [form, xpos, lemma] of verbForms()) {
    // A treebank's slip ("fled" of "flead") is outvoted; what it says often stands.
    const said = [...(wholes.get(`${form} ${xpos}`)?.values() ?? [])].reduce((a, b) => a + b, 0)
    for (let votes = said; votes < 7; votes++) count(wholes, `${form} ${xpos}`, lemma)
  }
  // Each different word votes once, so that endings learn from many words and not from common ones.
  for (const [key, inner] of wholes) {
    const [low, xpos] = key.split(" ") as [string, string]
    const lemma = most(inner)[0]
    const same = xpos.startsWith("NNP") ? lemma : lemma.toLowerCase()
    for (let n = 0; n <= Math.min(longestEnding, low.length); n++) {
      count(counts, `${xpos} ${low.slice(low.length - n).toLowerCase()}`, changeBetween(low, same))
    }
  }
  const endings = new Map<string, string>()
  for (const [key, inner] of [...counts].sort((a, b) => a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1))) {
    const [change, votes] = most(inner)
    const sum = [...inner.values()].reduce((a, b) => a + b, 0)
    const [xpos, ending] = key.split(" ") as [string, string]
    if (ending !== "" && (sum < 2 || votes / sum < 0.6 || change.startsWith(String(ending.length + 1)))) continue
    // Kept only where it differs from what a shorter ending says.
    let shorter: string | undefined
    for (let n = ending.length - 1; n >= 0 && shorter === undefined; n--)
      shorter = endings.get(`${xpos} ${ending.slice(ending.length - n)}`)
    if (shorter !== change) endings.set(key, change)
  }
  const byRule = lemmatizerOf(new Map(), endings)
  const known = new Map<string, string>()
  for (const [key, inner] of wholes) {
    const [form, xpos] = key.split(" ") as [string, string]
    const lemma = most(inner)[0]
    const capital = form[0]!.toUpperCase() + form.slice(1)
    // What the endings get wrong, whether or not it begins a sentence.
    if (byRule(form, xpos) !== lemma || byRule(capital, xpos) !== lemma) known.set(key, lemma)
  }
  return {words: known, endings}
}

/// The forms of the verbs in data/words/verbs.yaml: [form, tag, lemma].
export function verbForms(): (readonly [string, string, string])[] {
  const file = join(import.meta.dirname, "../data/words/verbs.yaml")
  const {regular, doubling, irregular} = parse(readFileSync(file, "utf8")) as {
    regular: string
    doubling: string
    irregular: string[]
  }
  const forms: (readonly [string, string, string])[] = []
  const add = (lemma: string, past: string, participle: string, gerund: string): void => {
    const third = /(?:s|x|z|ch|sh|o)$/.test(lemma)
      ? `${lemma}es`
      : /[^aeiou]y$/.test(lemma)
        ? `${lemma.slice(0, -1)}ies`
        : `${lemma}s`
    forms.push([lemma, "VB", lemma], [lemma, "VBP", lemma], [third, "VBZ", lemma])
    forms.push([past, "VBD", lemma], [participle, "VBN", lemma], [gerund, "VBG", lemma])
  }
  const stem = (lemma: string): string =>
    /(?:[^aeiou]|[aeiou][aiou]|[aiou])e$/.test(lemma) && !/[eoy]e$/.test(lemma) ? lemma.slice(0, -1) : lemma
  const gerundOf = (lemma: string): string => (lemma.endsWith("ie") ? `${lemma.slice(0, -2)}ying` : `${stem(lemma)}ing`)
  for (const lemma of regular.split(/\s+/).filter(w => w !== "")) {
    const past = lemma.endsWith("e") ? `${lemma}d` : /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ied` : `${lemma}ed`
    add(lemma, past, past, gerundOf(lemma))
  }
  for (const lemma of doubling.split(/\s+/).filter(w => w !== "")) {
    const twice = lemma + lemma.at(-1)
    add(lemma, `${twice}ed`, `${twice}ed`, `${twice}ing`)
  }
  const doubled = new Set(
    "begin bet bid cut dig forget get hit let offset put rid run set shed shut sit slit spin split swim upset win beset outrun overrun undercut reset".split(
      " "
    )
  )
  for (const line of irregular) {
    const [lemma, past, participle] = line.split(" ") as [string, string, string]
    add(lemma, past, participle, doubled.has(lemma) ? `${lemma}${lemma.at(-1)}ing` : gerundOf(lemma))
  }
  return forms
}
