import {expect, test} from "vitest"
import {readers} from "../pipeline.ts"
import {openResources} from "../resources.ts"

/// What the words leave to be understood: whom a punishment or relief is for, and that captives are somebody.

const {read} = readers(openResources())()
const told = (text: string): readonly string[] =>
  read({id: "a", text, published: "2016-03-03", removed: []}).coding.events.map(e => {
    const parties = [e.actors, e.recipients].map(side => side.map(s => s.means.country ?? s.means.name).join(" "))
    return `${e.type} ${parties.join(" → ")}`
  })

test("a crossing is closed to the one other country that is told of", () => {
  expect(told("Niger lies on the other bank. Benin closed the crossing at Malanville on Monday.")).toContain("SANCTION BEN → NER")
  expect(told("The weather was bad. Benin closed the crossing at Malanville on Monday.")).toEqual([])
})

test("relief is for the one other country that is told of", () => {
  expect(told("An earthquake struck Nepal. India gave two million dollars.")).toContain("AID IND → NPL")
})

test("captives are somebody where their capture is told", () => {
  expect(
    told("Gunmen in Mali abducted an engineer in May. He was let go nine days later.").some(t => t.startsWith("RETREAT"))
  ).toBe(true)
  expect(told("The bakery was sold in May. The baker was let go nine days later.")).toEqual([])
})

test("who says it is ready is he who says so", () => {
  expect(told("Norway said it was ready to send doctors to Haiti.")).toContain("AGREE NOR → HTI")
})
