import type {Tree} from "./tree.ts"

/// Nouns that with the words around them are no more than a preposition: "in front of", "on behalf of".
const worn: ReadonlyMap<string, readonly string[]> = new Map([
  ["accordance", ["in _ with"]],
  ["addition", ["in _ to"]],
  ["aftermath", ["in _ of"]],
  ["auspices", ["under _ of"]],
  ["auspex", ["under _ of"]],
  ["behalf", ["on _ of"]],
  ["cooperation", ["in _ with"]],
  ["co-operation", ["in _ with"]],
  ["collaboration", ["in _ with"]],
  ["conjunction", ["in _ with"]],
  ["connection", ["in _ with"]],
  ["contrast", ["in _ to"]],
  ["coordination", ["in _ with"]],
  ["eve", ["on _ of"]],
  ["event", ["in _ of"]],
  ["exchange", ["in _ for"]],
  ["face", ["in _ of"]],
  ["favor", ["in _ of"]],
  ["favour", ["in _ of"]],
  ["front", ["in _ of"]],
  ["hand", ["at _ of"]],
  ["lead", ["in _ of"]],
  ["lieu", ["in _ of"]],
  ["light", ["in _ of"]],
  ["line", ["in _ with"]],
  ["means", ["by _ of"]],
  ["middle", ["in _ of"]],
  ["midst", ["in _ of"]],
  ["name", ["in _ of"]],
  ["part", ["on _ of"]],
  ["place", ["in _ of"]],
  ["pursuit", ["in _ of"]],
  ["regard", ["with _ to", "in _ to"]],
  ["relation", ["in _ to"]],
  ["respect", ["with _ to"]],
  ["response", ["in _ to"]],
  ["result", ["as _ of"]],
  ["retaliation", ["in _ for"]],
  ["return", ["in _ for"]],
  ["sake", ["for _ of"]],
  ["search", ["in _ of"]],
  ["side", ["on _ of"]],
  ["spite", ["in _ of"]],
  ["support", ["in _ of"]],
  ["terms", ["in _ of"]],
  ["top", ["on _ of", "on _ of"]],
  ["view", ["in _ of"]],
  ["wake", ["in _ of"]]
])

/// The case words before a noun as one preposition, lower case: "to", "because of", "out of"; "" where there is none.
export function prepositionOf(tree: Tree, noun: number): string {
  let words = ""
  for (const kid of tree.kids(noun)) {
    if (tree.relation[kid] !== "case" || kid > noun) continue
    words = words === "" ? caseWord(tree, kid) : `${words} ${caseWord(tree, kid)}`
  }
  return words
}

/// A case word or marker with the words fixed to it.
export function caseWord(tree: Tree, token: number): string {
  let words = normal(tree, token)
  for (const kid of tree.kids(token)) if (tree.relation[kid] === "fixed") words += ` ${normal(tree, kid)}`
  return words
}

const normal = (tree: Tree, token: number): string => tree.tokens[token]!.text.toLowerCase()

/// Where a noun is but part of a preposition: the whole preposition and the noun it governs ("in front of", the embassy).
export function wornPreposition(tree: Tree, noun: number): {readonly preposition: string; readonly noun: number} | undefined {
  const {lemma} = tree.tokens[noun]!
  const patterns = worn.get(lemma)
  if (!patterns) return
  const before = prepositionOf(tree, noun)
  if (before === "") return
  for (const kid of tree.kids(noun)) {
    if (kid < noun || (tree.relation[kid] !== "nmod" && tree.relation[kid] !== "obl")) continue
    const after = prepositionOf(tree, kid)
    if (patterns.includes(`${before} _ ${after}`)) {
      return {preposition: `${before} ${normal(tree, noun)} ${after}`, noun: kid}
    }
  }
  return
}
