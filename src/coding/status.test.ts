import {describe, expect, test} from "vitest"
import type {Clause, Document, Predicate} from "../model/model.ts"
import {pageOf} from "./page.ts"
import {type Standing, standings} from "./status.ts"

/// Clauses built by hand: what a word above makes of the deed below, without a parser.

const at = (lemma: string, head: number, more: Partial<Clause> = {}): Clause => {
  const predicate: Predicate = {kind: "verb", head, lemma, span: {start: head * 10, end: head * 10 + 5}}
  return {
    index: head,
    sentence: 0,
    predicate,
    span: {start: 0, end: 100},
    subjects: [],
    objects: [],
    recipients: [],
    obliques: [],
    negated: false,
    perfect: false,
    progressive: false,
    passive: false,
    question: false,
    adverbs: [],
    ...more
  }
}

function standingOf(...clauses: Clause[]): Standing {
  const document: Document = {
    article: {id: "a", text: " ".repeat(100)},
    sentences: [{index: 0, start: 0, end: 100, first: 0, last: 0}],
    tokens: [],
    clauses,
    reports: [],
    notes: []
  }
  const page = pageOf(document, {names: [], actors: [], places: [], times: []})
  return standings(page)(clauses.at(-1)!)
}

const under = (lemma: string, more: Partial<Clause> = {}, child: Partial<Clause> = {}): Standing =>
  standingOf(
    at(lemma, 0, {tense: "past", ...more}),
    at("invade", 1, {parent: {clause: 0, link: "infinitive", marker: "to"}, ...child})
  )

describe("what a clause says of itself", () => {
  test("a plain past tense happened", () => {
    expect(standingOf(at("invade", 0, {tense: "past"}))).toMatchObject({status: "happened", stance: "asserts"})
  })
  test("will is planned, may is possible, not did not happen", () => {
    expect(standingOf(at("invade", 0, {modal: "will"})).status).toBe("planned")
    expect(standingOf(at("invade", 0, {modal: "may"})).status).toBe("possible")
    expect(standingOf(at("invade", 0, {tense: "past", negated: true})).status).toBe("did-not-happen")
    expect(standingOf(at("invade", 0, {modal: "may", negated: true})).status).toBe("possible")
  })
  test("allegedly passes on, without vouching", () => {
    expect(standingOf(at("invade", 0, {tense: "past", adverbs: ["allegedly"]})).stance).toBe("alleges")
  })
})

describe("what the word above makes of it", () => {
  test.each([
    ["threaten", "possible", "threatens"],
    ["plan", "planned", "predicts"],
    ["promise", "planned", "promises"],
    ["refuse", "did-not-happen", "asserts"],
    ["fail", "did-not-happen", "asserts"],
    ["manage", "happened", "asserts"],
    ["urge", "possible", "demands"],
    ["want", "possible", "asserts"]
  ])("%s to invade: %s", (lemma, status, stance) => {
    expect(under(lemma)).toMatchObject({status, stance})
  })
  test("did not fail to is did", () => {
    expect(under("fail", {negated: true}).status).toBe("happened")
  })
  test("did not manage to is did not", () => {
    expect(under("manage", {negated: true}).status).toBe("did-not-happen")
  })
  test("an accusation is alleged by the accuser", () => {
    const standing = standingOf(
      at("accuse", 0, {tense: "past"}),
      at("shell", 1, {parent: {clause: 0, link: "content", marker: "of"}})
    )
    expect(standing).toMatchObject({status: "happened", stance: "alleges"})
    expect(standing.voucher?.predicate.lemma).toBe("accuse")
  })
  test("a denial is a row, not a silence", () => {
    const standing = standingOf(at("deny", 0, {tense: "past"}), at("shell", 1, {parent: {clause: 0, link: "content"}}))
    expect(standing).toMatchObject({status: "did-not-happen", stance: "denies"})
  })
  test("what is reported keeps its own tense", () => {
    const said = (child: Partial<Clause>) =>
      standingOf(at("say", 0, {tense: "past"}), at("leave", 1, {parent: {clause: 0, link: "content"}, ...child}))
    expect(said({tense: "past", perfect: true}).status).toBe("happened")
    expect(said({modal: "would"}).status).toBe("possible")
    expect(said({modal: "will"}).status).toBe("planned")
  })
  test("if makes possible, and so does what hangs on an if", () => {
    expect(
      standingOf(at("respond", 0, {modal: "will"}), at("attack", 1, {parent: {clause: 0, link: "condition", marker: "if"}}))
        .status
    ).toBe("possible")
  })
  test("plans told by a threat are no surer than the threat", () => {
    const standing = standingOf(
      at("say", 0, {tense: "past"}),
      at("threaten", 1, {tense: "past", parent: {clause: 0, link: "content"}}),
      at("invade", 2, {parent: {clause: 1, link: "infinitive"}})
    )
    expect(standing).toMatchObject({status: "possible", stance: "threatens"})
  })
})

test("clauses that hang in one another in a ring are survived", () => {
  const ring = [at("say", 0, {parent: {clause: 1, link: "content"}}), at("deny", 1, {parent: {clause: 0, link: "content"}})]
  expect(standingOf(...ring).status).toBeDefined()
})

describe("what commentary is full of", () => {
  test("told by X that … is said, told to … is demanded", () => {
    expect(under("tell", {}, {tense: "past", parent: {clause: 0, link: "content"}}).status).toBe("happened")
    expect(under("tell").stance).toBe("demands")
  })
  test("no doubt that … is said", () => {
    const doubt = (negated: boolean) =>
      standingOf(
        at("doubt", 0, {predicate: {kind: "noun", head: 0, lemma: "doubt", span: {start: 0, end: 5}}, tense: "present", negated}),
        at("invade", 1, {tense: "past", parent: {clause: 0, link: "content", marker: "that"}})
      ).status
    expect(doubt(true)).toBe("happened")
    expect(doubt(false)).toBe("possible")
  })
  test("as if it had: it had not; as if it had not: it had", () => {
    const asIf = (negated: boolean) =>
      standingOf(
        at("act", 0, {tense: "past"}),
        at("invade", 1, {tense: "past", negated, parent: {clause: 0, link: "manner", marker: "as if"}})
      )
    expect(asIf(false).status).toBe("possible")
    expect(asIf(true).status).toBe("happened")
  })
  test("wrote to demand: the writing is the demand; wrote to invade: no more than a purpose", () => {
    const purpose = (lemma: string) =>
      standingOf(at("write", 0, {tense: "past"}), at(lemma, 1, {parent: {clause: 0, link: "purpose", marker: "to"}})).status
    expect(purpose("demand")).toBe("happened")
    expect(purpose("invade")).toBe("planned")
  })
  test("will help the town besieged by rebels: besieged it is", () => {
    const help = at("help", 0, {modal: "will"})
    expect(standingOf(help, at("besiege", 1, {passive: true, parent: {clause: 0, link: "participle"}})).status).toBe("happened")
  })
})
