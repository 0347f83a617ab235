import {expect, test} from "vitest"
import {english} from "../src/language.ts"

test("annals/language reads English on its own", () => {
  const read = english()
  const document = read("The city was taken by rebels, police said. They left.")
  const {sentences, tokens, clauses, reports} = document
  expect(sentences).toHaveLength(2)
  expect(tokens.map(t => t.text).join(" ")).toBe("The city was taken by rebels , police said . They left .")
  expect(clauses[0]!.predicate.lemma).toBe("take")
  const words = ({start, end}: {start: number; end: number}): string => document.article.text.slice(start, end)
  expect(clauses[0]!.subjects.map(s => words(s.span))).toEqual(["rebels"])
  expect(clauses[0]!.objects.map(s => words(s.span))).toEqual(["The city"])
  expect(reports.map(r => r.source && words(r.source.span))).toEqual(["police"])
})
