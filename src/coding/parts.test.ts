import {describe, expect, test} from "vitest"
import {readers} from "../pipeline.ts"
import {openResources} from "../resources.ts"

const {read} = readers(openResources())()
const told = (text: string) =>
  read({id: "a", text, published: "2026-11-20", removed: []}).coding.events.map(e => `${e.type} ${e.claim.status}`)

describe("one deed is told once", () => {
  test.each([
    ["The rebels stopped fighting Chadian troops.", "RETREAT happened"],
    ["Norway refused on Monday to extradite the banker to Peru.", "REJECT happened"],
    ["Latvia threatened on Monday to expel two Belarusian diplomats.", "THREATEN happened"],
    ["In a show of American support, the US president spoke by phone with the Georgian president.", "CONSULT happened"],
    ["Finland decided on Monday to expel two Belarusian diplomats.", "SANCTION happened"],
    ["The European Union has agreed to stop buying Belarusian potash.", "SANCTION happened"]
  ])("%s", (text, event) => {
    expect(told(text)).toEqual([event])
  })
})

describe("whom a deed is done to", () => {
  const recipients = (text: string) =>
    read({id: "a", text, published: "2026-11-20", removed: []}).coding.events[0]?.recipients.map(r => r.means.country)
  test("who was bombed is not blamed for it", () => {
    expect(recipients("France condemned the bombardment of a Cypriot village.")).toEqual([])
    expect(recipients("France condemned the shelling of Donetsk by Ukrainian troops.")).toEqual(["UKR"])
  })
  test("who stands by is no party to it", () => {
    expect(recipients("The Security Council condemned the blast, with Chad's ambassador reading out a letter.")).toEqual([])
  })
  test("creditors are not of the land that owes them", () => {
    expect(recipients("On Sunday the Greeks rejected the terms of their creditors.")?.[0]).toBeUndefined()
  })
  test("the envoy was thrown out, not the country he was thrown out of", () => {
    expect(recipients("Burundi's ambassador has been thrown out of Belgium.")).toEqual(["BDI"])
  })
})
