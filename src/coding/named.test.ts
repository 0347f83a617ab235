import {expect, test} from "vitest"
import {readers} from "../pipeline.ts"
import {openResources} from "../resources.ts"

const {read} = readers(openResources())()
const named = (text: string, publisher?: string) =>
  read({id: "a", text, published: "2016-03-03", removed: [], ...(publisher && {publisher})}).coding.events.map(e => e.named)

test("a telling is known by the names around it that no table holds, of persons the last word", () => {
  const text =
    "Police in Kenya arrested Amos Kirwendo. His lawyer, Grace Nalubega, protested. The Lowari Front had praised Kirwendo."
  expect(named(text)[0]).toEqual(["kirwendo", "lowari front", "nalubega"])
})

test("countries, capitals, those whom the tables know and the agency are of every story", () => {
  expect(named("NAIROBI, March 3 (Zentra) - Barack Obama met the United Nations envoy in Nairobi and thanked Kenya.")).toEqual([
    undefined,
    undefined
  ])
  expect(named("The Lantern said that Kenya attacked Somalia.", "The Seoul Lantern")[0]).toBeUndefined()
})

test("six are kept, those named often and near", () => {
  const names = ["Kirwendo", "Nalubega", "Okeltar", "Wambusi", "Tarengo", "Mukalwe", "Basitur", "Ogendar"]
  const text = `Kenya attacked Somalia. ${names.map(n => `Amos ${n} spoke to Grace Ogendar.`).join(" ")}`
  const kept = named(text)[0]!
  expect(kept).toHaveLength(6)
  expect(kept).toContain("ogendar")
  expect(kept).toContain("kirwendo")
  expect(kept).not.toContain("basitur")
})
