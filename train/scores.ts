import type {Syntax} from "../src/language/syntax.ts"
import type {Word} from "./conllu.ts"

/// How much of a treebank's words is read right, tokens given: fractions of one.
export function scoresOf(syntax: Syntax, sentences: readonly Word[][]): Record<string, number> {
  const {tokens} = syntax.parse(sentences.map(s => s.map(w => w.form)))
  const gold = sentences.flat()
  const firsts = sentences.flatMap(s => s.map((_, i) => i))
  const counts = {upos: 0, xpos: 0, lemma: 0, uas: 0, las: 0}
  gold.forEach((word, i) => {
    const token = tokens[i]!
    const head = token.head < 0 ? -1 : token.head - (i - firsts[i]!)
    if (token.upos === word.upos) counts.upos++
    if (token.xpos === word.xpos) counts.xpos++
    if (word.lemma === "_" || token.lemma === word.lemma) counts.lemma++
    if (head === word.head) {
      counts.uas++
      if (token.relation.split(":")[0] === word.relation.split(":")[0]) counts.las++
    }
  })
  return Object.fromEntries(Object.entries(counts).map(([k, n]) => [k, Math.round((n / gold.length) * 10000) / 10000]))
}
