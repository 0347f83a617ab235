import {expect, test} from "vitest"
import {reader, readers} from "../../pipeline.ts"
import {openResources} from "../../resources.ts"
import {coderOf} from "./coder.ts"
import {ownIn} from "./own.ts"

const text =
  "SEOUL, June 3. South Korean police arrested 12 protesters on Monday. Japan condemned the arrests. The weather was fine."
const article = {id: "a", text, published: "2014-06-03", removed: []}

test("the smaller network reads the same words and sentences, and finds what is plain", () => {
  const readerOf = readers(openResources())
  const [full, fast] = [readerOf().read(article), readerOf({fast: true}).read(article)]
  expect(fast.document.sentences).toEqual(full.document.sentences)
  expect(fast.document.tokens.map(t => [t.start, t.end])).toEqual(full.document.tokens.map(t => [t.start, t.end]))
  expect(fast.coding.events.map(e => e.type)).toEqual(["COERCE", "ACCUSE"])
  expect(fast.coding.events.every(e => text.slice(e.predicate.span.start, e.predicate.span.end) === e.predicate.quote)).toBe(true)
})

test("what was read with the smaller network is known as read otherwise", () => {
  const [full, fast] = [coderOf(ownIn("nowhere")), coderOf(ownIn("nowhere", {fast: true}))]
  expect(fast).toEqual({...full, data: expect.not.stringMatching(full.data)})
})

test("asking for it by halves is asking for the usual reader", () => {
  expect(coderOf(ownIn("nowhere", {fast: false}))).toEqual(coderOf())
  expect(reader(openResources(), ownIn("nowhere", {})).read(article).coding.events).toHaveLength(2)
})
