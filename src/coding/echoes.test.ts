import {expect, test} from "vitest"
import {readers} from "../pipeline.ts"
import {openResources} from "../resources.ts"

const {read} = readers(openResources())()
const told = (text: string): readonly string[] =>
  read({id: "a", text, published: "2016-03-03", removed: []}).coding.events.map(e => {
    const parties = [e.actors, e.recipients].map(side => side.map(s => s.means.country).join(" "))
    return `${e.type} ${parties.join(" → ")} ${e.time?.means.from}`
  })

test("a deed named again with its day is of those who did it", () => {
  const text = "Chad attacked Niger on February 2. Many in the town still speak of the attack of February 2."
  expect(told(text).filter(t => t === "ASSAULT TCD → NER 2016-02-02")).toHaveLength(2)
})

test("what has no day, or no like, is named and not told", () => {
  expect(told("Chad attacked Niger on February 2. Many still speak of the attack.")).toHaveLength(1)
  expect(told("Many still speak of the attack of February 2.")).toEqual([])
})

test("five days after is five days later", () => {
  const text = "Chad expelled the ambassador of Niger on February 20, five days after Niger attacked Mali."
  expect(told(text)).toContain("ASSAULT NER → MLI 2016-02-15")
})

test("a month before is a month, no day", () => {
  const text = "Chad attacked Niger in October 2015, a month before the visit of the Nigerien president to Mali."
  expect(told(text)).toContain("CONSULT NER → MLI 2015-11-01")
})

test("a day after what has no day is of no day", () => {
  const arrest = (when: string) => told(`The men were arrested ${when} the raid on Chad.`).find(t => t.startsWith("COERCE"))
  expect(arrest("a day after")).toMatch(/undefined$/)
  expect(arrest("hours after")).toMatch(/2016-03-03$/)
  expect(told("Chad attacked Mali two weeks later.")).toEqual(["ASSAULT TCD → MLI undefined"])
  expect(told("Chad attacked Mali.")).toEqual(["ASSAULT TCD → MLI 2016-03-03"])
})

test("what nobody is named to have done is of those who did the like", () => {
  const text = "Chad and Niger signed an accord on water. An accord concluded in 2009 was never kept."
  expect(told(text).filter(t => t.startsWith("SUPPORT TCD NER"))).toHaveLength(2)
  expect(told("Chad imposed sanctions on Niger. Many hope that sanctions may be eased.")).toEqual([
    "SANCTION TCD → NER 2016-03-03"
  ])
})
