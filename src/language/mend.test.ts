import {expect, test} from "vitest"
import type {Token} from "../model/model.ts"
import {mend} from "./mend.ts"

/// "word/UPOS/XPOS/head/relation …"
function tree(drawn: string): Token[] {
  return drawn.split(" ").map((piece, index) => {
    const [text = "", upos = "", xpos = "", head = "", relation = ""] = piece.split("/")
    return {index, sentence: 0, start: index, end: index + 1, text, lemma: text, upos, xpos, head: Number(head), relation}
  })
}
const mended = (drawn: string): string => {
  const tokens = tree(drawn)
  mend(tokens, 0, tokens.length)
  return tokens.map(t => `${t.head}/${t.relation}`).join(" ")
}

test("a participle with an object carries the sentence that has no other verb", () => {
  expect(mended("Chad/PROPN/NNP/-1/root attacked/VERB/VBN/0/acl Togo/PROPN/NNP/1/obj !/PUNCT/./0/punct")).toBe(
    "1/nsubj -1/root 1/obj 1/punct"
  )
})

test("what may well be a participle stays one", () => {
  const headline = "Men/NOUN/NNS/-1/root arrested/VERB/VBN/0/acl in/ADP/IN/3/case Togo/PROPN/NNP/1/obl"
  expect(mended(headline)).toBe("-1/root 0/acl 3/case 1/obl")
  const copula = "Men/NOUN/NNS/-1/root are/AUX/VBP/0/cop seeking/VERB/VBN/0/acl work/NOUN/NN/2/obj"
  expect(mended(copula)).toBe("-1/root 0/cop 0/acl 2/obj")
})
