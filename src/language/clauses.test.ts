import {readFileSync} from "node:fs"
import {join} from "node:path"
import fc from "fast-check"
import {describe, expect, test} from "vitest"
import {growth} from "../../test/spent.ts"
import {treeFrom} from "../../test/trees.ts"
import type {Sentence, Token} from "../model/model.ts"
import {openResources} from "../resources.ts"
import {clauseFinder} from "./clauses.ts"
import {reportFinder} from "./reports.ts"
import {clauseLine, describe as describeSentence, reportLine} from "./show.ts"
import {languageWords} from "./words.ts"

const words = languageWords(openResources().yaml)
const clausesOf = clauseFinder(words)
const reportsOf = reportFinder(words)

describe("clauses and reports told from trees", () => {
  const file = readFileSync(join(import.meta.dirname, "clauses.cases.txt"), "utf8")
  for (const block of file.split(/\n\n+/).filter(b => b.includes("\n==>\n"))) {
    const [above, below] = block.split("\n==>\n")
    const [title, ...trees] = above!.split("\n")
    const {text, sentences, tokens} = treeFrom(trees)
    test(`${title!.slice(2)}: ${text}`, () => {
      const clauses = clausesOf(text, sentences, tokens)
      const document = {article: {id: "", text}, clauses}
      const told = [
        ...clauses.map(c => clauseLine(document, c)),
        ...reportsOf(text, sentences, tokens, clauses).map(r => reportLine(document, r))
      ]
      expect(told).toEqual(below!.trim().split("\n"))
    })
  }
})

/// Any tokens with any heads, in any sentences: circles, heads outside, several roots.
const anyTree = fc
  .array(
    fc.record({
      text: fc.constantFrom(
        "said",
        "attack",
        '"',
        ",",
        "Kim",
        "by",
        "that",
        "who",
        "according",
        "to",
        "not",
        "is",
        "going",
        ".",
        "\ud83d",
        ":",
        "talks",
        "hold"
      ),
      upos: fc.constantFrom("VERB", "AUX", "NOUN", "PROPN", "PRON", "ADJ", "ADP", "ADV", "PUNCT", "PART", "X"),
      xpos: fc.constantFrom("VB", "VBD", "VBN", "VBG", "VBZ", "MD", "NN", "NNP", "IN", "TO", "WDT", "JJ", ","),
      relation: fc.constantFrom(
        ..."root nsubj nsubj:pass obj iobj obl obl:agent nmod nmod:poss amod compound conj cc case mark aux aux:pass cop acl acl:relcl".split(
          " "
        ),
        ..."advcl ccomp xcomp parataxis appos punct expl det advmod compound:prt dep fixed".split(" ")
      ),
      head: fc.integer({min: -2, max: 40}),
      ends: fc.boolean()
    }),
    {maxLength: 40}
  )
  .map(list => treeOfParts(list))

function treeOfParts(list: readonly {text: string; upos: string; xpos: string; relation: string; head: number; ends: boolean}[]) {
  const tokens: Token[] = []
  const sentences: Sentence[] = []
  let text = ""
  let first = 0
  list.forEach(({ends, ...word}, index) => {
    if (text !== "") text += index % 7 === 0 ? "\n" : " "
    tokens.push({
      ...word,
      index,
      sentence: sentences.length,
      lemma: word.text.toLowerCase(),
      start: text.length,
      end: text.length + word.text.length
    })
    text += word.text
    if ((ends && index % 5 === 0) || index === list.length - 1) {
      sentences.push({index: sentences.length, first, last: index + 1, start: tokens[first]!.start, end: text.length})
      first = index + 1
    }
  })
  return {text, sentences, tokens}
}

describe("whatever the parser says", () => {
  test("indices are in range, spans lie in their sentence, parents form no circle", () => {
    fc.assert(
      fc.property(anyTree, ({text, sentences, tokens}) => {
        const clauses = clausesOf(text, sentences, tokens)
        clauses.forEach((clause, index) => {
          const sentence = sentences[clause.sentence]!
          expect(clause.index).toBe(index)
          expect(tokens[clause.predicate.head]!.sentence).toBe(clause.sentence)
          const phrases = [...clause.subjects, ...clause.objects, ...clause.recipients, ...clause.obliques.map(o => o.phrase)]
          for (const span of [clause.span, clause.predicate.span, ...phrases.map(p => p.span)]) {
            expect(span.start).toBeLessThan(span.end)
            expect(span.start).toBeGreaterThanOrEqual(sentence.start)
            expect(span.end).toBeLessThanOrEqual(sentence.end)
          }
          for (const {head, span} of phrases) {
            expect(span.start).toBeLessThanOrEqual(tokens[head]!.start)
            expect(span.end).toBeGreaterThanOrEqual(tokens[head]!.end)
          }
          let steps = 0
          for (let up = clause.parent; up; up = clauses[up.clause]!.parent) {
            expect(++steps).toBeLessThanOrEqual(clauses.length)
          }
        })
        const reports = reportsOf(text, sentences, tokens, clauses)
        reports.forEach((report, index) => {
          expect(report.index).toBe(index)
          expect(report.within).not.toBe(index)
          expect(report.content.length).toBeGreaterThan(0)
          for (const {start, end} of report.content) {
            expect(start).toBeLessThan(end)
            expect(start).toBeGreaterThanOrEqual(0)
            expect(end).toBeLessThanOrEqual(text.length)
          }
        })
        const document = {article: {id: "", text}, sentences, tokens, clauses, reports, notes: []}
        for (const {index} of sentences) expect(typeof describeSentence(document, index)).toBe("string")
      }),
      {numRuns: 500}
    )
  })

  test.each([
    ["a chain", (i: number) => i - 1],
    ["one head", () => 0],
    ["a chain to the right", (i: number) => i + 1]
  ])("time grows with length: %s", (_, headOf) => {
    const relations = ["conj", "obj", "nmod", "xcomp", "acl", "nsubj", "obl", "ccomp"]
    const build = (size: number) =>
      treeOfParts(
        Array.from({length: size}, (_, i) => ({
          text: i % 3 === 0 ? "said" : "talks",
          upos: i % 3 === 0 ? "VERB" : "NOUN",
          xpos: i % 3 === 0 ? "VBD" : "NNS",
          relation: relations[i % relations.length]!,
          head: headOf(i),
          ends: false
        }))
      )
    const read = ({text, sentences, tokens}: ReturnType<typeof build>) =>
      reportsOf(text, sentences, tokens, clausesOf(text, sentences, tokens))
    // eight times as long: about eight times the work, where each with each would be sixty-four
    expect(growth(read, build(2000), build(16_000))).toBeLessThan(30)
  })
})
