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

test("behind a relative clause the sentence goes on", () => {
  const sentence =
    "Idriss/PROPN/NNP/-1/root who/PRON/WP/2/nsubj leads/VERB/VBZ/0/acl:relcl ,/PUNCT/,/4/punct accused/VERB/VBD/0/parataxis Togo/PROPN/NNP/4/obj"
  expect(mended(sentence)).toBe("4/nsubj 2/nsubj 0/acl:relcl 4/punct -1/root 4/obj")
})

test("a whole sentence has no passive without a helping verb", () => {
  const sentence = "Chad/PROPN/NNP/1/nsubj:pass raided/VERB/VBN/-1/root Togo/PROPN/NNP/1/obj ./PUNCT/./1/punct"
  expect(mended(sentence)).toBe("1/nsubj -1/root 1/obj 1/punct")
  const headline = "Minister/NOUN/NN/1/nsubj:pass arrested/VERB/VBN/-1/root in/ADP/IN/3/case Togo/PROPN/NNP/1/obl"
  expect(mended(headline)).toBe("1/nsubj:pass -1/root 3/case 1/obl")
})

test("nobody is addressed where no comma stands", () => {
  expect(mended("Idriss/INTJ/UH/1/discourse accused/VERB/VBD/-1/root Togo/PROPN/NNP/1/obj")).toBe("1/nsubj -1/root 1/obj")
  const titled = "Leader/NOUN/NN/2/nsubj Idriss/PROPN/NNP/2/vocative spoke/VERB/VBD/-1/root"
  expect(mended(titled)).toBe("2/nsubj 0/appos -1/root")
  const called = "Idriss/PROPN/NNP/2/vocative ,/PUNCT/,/2/punct came/VERB/VBD/-1/root"
  expect(mended(called)).toBe("2/vocative 2/punct -1/root")
})

test("what may well be a participle stays one", () => {
  const headline = "Men/NOUN/NNS/-1/root arrested/VERB/VBN/0/acl in/ADP/IN/3/case Togo/PROPN/NNP/1/obl"
  expect(mended(headline)).toBe("-1/root 0/acl 3/case 1/obl")
  const copula = "Men/NOUN/NNS/-1/root are/AUX/VBP/0/cop seeking/VERB/VBN/0/acl work/NOUN/NN/2/obj"
  expect(mended(copula)).toBe("-1/root 0/cop 0/acl 2/obj")
})

test("of two phrases of one shape the second is no second place", () => {
  const drawn =
    "Workers/NOUN/NNS/7/nsubj in/ADP/IN/2/case Chad/PROPN/NNP/0/nmod and/CCONJ/CC/4/cc students/NOUN/NNS/2/conj in/ADP/IN/6/case Togo/PROPN/NNP/4/nmod marched/VERB/VBD/-1/root"
  expect(mended(drawn)).toBe("7/nsubj 2/case 0/nmod 4/cc 0/conj 6/case 4/nmod -1/root")
  const shops = "Shops/NOUN/NNS/-1/root in/ADP/IN/2/case Fort/PROPN/NNP/0/nmod and/CCONJ/CC/4/cc squares/NOUN/NNS/2/conj"
  expect(mended(shops)).toBe("-1/root 2/case 0/nmod 4/cc 2/conj")
})

test("who did it and who tells of it", () => {
  const drawn =
    "Rebels/NOUN/NNS/6/nsubj raided/VERB/VBD/6/ccomp Togo/PROPN/NNP/1/obj ,/PUNCT/,/1/punct state/NOUN/NN/5/compound radio/NOUN/NN/6/compound said/VERB/VBD/-1/root"
  expect(mended(drawn)).toBe("1/nsubj 6/ccomp 1/obj 1/punct 5/compound 6/nsubj -1/root")
})

test("a verb is not what sort of noun follows it, where the sentence has no other", () => {
  const drawn = "Chad/PROPN/NNP/2/compound eased/VERB/VBN/2/amod controls/NOUN/NNS/-1/root ./PUNCT/./2/punct"
  expect(mended(drawn)).toBe("1/nsubj -1/root 1/obj 1/punct")
})

test("who is given something is no sort of it", () => {
  const drawn = "Chad/PROPN/NNP/1/nsubj lend/VERB/VBD/-1/root Togo/PROPN/NNP/4/compound 20/NUM/CD/4/nummod francs/NOUN/NNS/1/obj"
  expect(mended(drawn)).toBe("1/nsubj -1/root 1/iobj 4/nummod 1/obj")
})

test("an article before what is given without one belongs to whom it is given", () => {
  const drawn = "Togo/PROPN/NNP/1/nsubj grant/VERB/VBD/-1/root the/DET/DT/4/det mayor/NOUN/NN/4/compound asylum/NOUN/NN/1/obj"
  expect(mended(drawn)).toBe("1/nsubj -1/root 3/det 1/iobj 1/obj")
})

test("what was said before a deed does not tell of it", () => {
  const drawn =
    "Chad/PROPN/NNP/1/nsubj bombed/VERB/VBD/10/ccomp Togo/PROPN/NNP/1/obj ,/PUNCT/,/1/punct after/ADP/IN/5/case Idriss/PROPN/NNP/1/obl ,/PUNCT/,/8/punct a/DET/DT/8/det general/NOUN/NN/5/appos ,/PUNCT/,/8/punct say/VERB/VBD/-1/root so/ADV/RB/10/advmod ./PUNCT/./10/punct"
  expect(mended(drawn)).toBe(
    "1/nsubj -1/root 1/obj 1/punct 10/mark 10/nsubj 8/punct 8/det 5/appos 8/punct 1/advcl 10/advmod 1/punct"
  )
})

test("who says it is not whom it is said of", () => {
  const drawn =
    "Chad/PROPN/NNP/1/nsubj:outer left/VERB/VBD/6/ccomp Togo/PROPN/NNP/1/obj ,/PUNCT/,/5/punct an/DET/DT/5/det official/NOUN/NN/2/appos say/VERB/VBD/-1/root"
  expect(mended(drawn)).toBe("1/nsubj 6/ccomp 1/obj 5/punct 5/det 6/nsubj -1/root")
})

test("nobody does anything to a helping verb", () => {
  const drawn = "Chad/PROPN/NNP/1/nsubj has/AUX/VBZ/2/aux cut/VERB/VBN/-1/root ties/NOUN/NNS/1/obj"
  expect(mended(drawn)).toBe("2/nsubj 2/aux -1/root 2/obj")
})

test("what stands before whoever tells of it is not what he says", () => {
  const drawn =
    "Chad/PROPN/NNP/1/nsubj left/VERB/VBD/5/ccomp Togo/PROPN/NNP/5/obj ,/PUNCT/,/5/punct radio/NOUN/NN/5/nsubj say/VERB/VBD/-1/root"
  expect(mended(drawn)).toBe("1/nsubj 5/ccomp 1/obj 5/punct 5/nsubj -1/root")
})

test("what was done is done by whoever stands between it and the verb", () => {
  const which =
    "The/DET/DT/1/det pact/NOUN/NN/-1/root ,/PUNCT/,/6/punct which/PRON/WDT/6/obj the/DET/DT/5/det two/NUM/CD/1/appos inked/VERB/VBN/5/acl"
  expect(mended(which)).toBe("1/det -1/root 6/punct 6/obj 5/det 6/nsubj 1/acl:relcl")
  const text = "Text/NOUN/NN/4/obl:unmarked of/ADP/IN/2/case pact/NOUN/NN/0/nmod which/PRON/WDT/4/obj inked/VERB/VBD/-1/root"
  expect(mended(text)).toBe("4/obl:unmarked 2/case 0/nmod 4/obj -1/root")
})

test("a sentence is not about the verb of a relative clause", () => {
  const text =
    "Texts/NOUN/NN/4/obl:unmarked that/DET/DT/0/det which/PRON/WDT/4/obj Chad/PROPN/NNP/4/nsubj inked/VERB/VBD/-1/root was/AUX/VBD/6/aux:pass lost/VERB/VBN/4/ccomp"
  expect(mended(text.replace(" that/DET/DT/0/det", "").replaceAll("/4/", "/3/").replace("/6/", "/5/"))).toBe(
    "5/nsubj:pass 3/obj 3/nsubj 0/acl:relcl 5/aux:pass -1/root"
  )
})

test("the talks between two are what is called off, not the second of the two", () => {
  const text =
    "Talks/NOUN/NNS/6/obl:unmarked between/ADP/IN/2/case Chad/PROPN/NNP/0/nmod and/CCONJ/CC/4/cc Togo/PROPN/NNP/6/nsubj:pass were/AUX/VBD/6/aux:pass ended/VERB/VBN/-1/root"
  expect(mended(text)).toBe("6/nsubj:pass 2/case 0/nmod 4/cc 2/conj 6/aux:pass -1/root")
})

test("two who last met are not the two last", () => {
  const text = "The/DET/DT/2/det two/NUM/CD/2/nummod last/ADJ/JJ/3/nsubj met/VERB/VBD/-1/root"
  expect(mended(text)).toBe("1/det 3/nsubj 3/advmod -1/root")
})

test("after a pronoun no word tells what sort of thing the next name is", () => {
  const drawn = "Chad/PROPN/NNP/1/nsubj said/VERB/VBD/-1/root it/PRON/PRP/1/obj left/VERB/VBN/4/amod Togo/PROPN/NNP/1/xcomp"
  expect(mended(drawn)).toBe("1/nsubj -1/root 3/nsubj 1/ccomp 3/obj")
})

test("what is to be done to something is done", () => {
  const drawn = "Chad/PROPN/NNP/3/nsubj is/AUX/VBZ/3/cop to/PART/TO/3/mark open/ADJ/JJ/-1/root talks/NOUN/NNS/3/obj"
  expect(mended(drawn)).toBe("3/nsubj 3/aux 3/mark -1/root 3/obj")
})

test("the noun that is all that somebody says has its verb before it", () => {
  const drawn =
    "Chad/PROPN/NNP/2/compound cut/VERB/VBN/2/amod aid/NOUN/NN/5/ccomp ,/PUNCT/,/2/punct officials/NOUN/NNS/5/nsubj say/VERB/VBD/-1/root ./PUNCT/./5/punct"
  expect(mended(drawn)).toBe("1/nsubj 5/ccomp 1/obj 1/punct 5/nsubj -1/root 5/punct")
})
