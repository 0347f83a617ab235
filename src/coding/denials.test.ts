import {describe, expect, test} from "vitest"
import {readers} from "../pipeline.ts"
import {openResources} from "../resources.ts"

/// Denials that leave the deed to be understood.

const {read} = readers(openResources())()
const denied = (text: string): string[] =>
  read({id: "a", text, published: "2026-11-20", removed: []}).coding.events.flatMap(({claim, type, predicate, actors}) =>
    claim.status === "did-not-happen"
      ? [
          `${type} ${actors[0]?.means.country} “${predicate.quote}” ${claim.stance} ${claim.by.kind === "actor" ? claim.by.party.country : ""}`
        ]
      : []
  )

describe("what was told before is denied", () => {
  test.each([
    ["Congolese officials said Ugandan troops had shelled a village. Uganda denied it.", "ASSAULT UGA “denied” denies UGA"],
    ["Diplomats say that Iran shipped missiles to Yemen. Tehran rejects the charge.", "AID IRN “rejects” denies IRN"],
    ["Togo accused Benin of bombing a village. Benin called the report a lie.", "ASSAULT BEN “called” denies BEN"],
    ["Armenia said Azerbaijan shelled the village on Friday, which Baku denied.", "ASSAULT AZE “denied” denies AZE"],
    ["Togo said soldiers of Benin had killed two herders. Benin said it had no part in it.", "ASSAULT BEN “had” denies BEN"],
    ["Togo said soldiers of Benin shelled a village. Benin denied having fired first.", "ASSAULT BEN “denied” denies BEN"],
    [
      "Police in Lima shot two miners dead. The Peruvian government denied that any shot was fired.",
      "ASSAULT PER “denied” denies PER"
    ],
    ["The Lebanese army denied any part in the ambush.", "ASSAULT LBN “denied” denies LBN"],
    ["The Chilean navy denied any role in Sunday's abduction.", "ASSAULT CHL “denied” denies CHL"]
  ])("%s", (text, says) => expect(denied(text)).toEqual([says]))
})

describe("what the denier did not do is not what he denies", () => {
  test.each([
    "Togo blamed Benin for the violence. Benin, which denied it, expelled an envoy of Togo.",
    "Togo bombed a village. Benin did not deny it.",
    "Benin denied it.",
    "Togo denied that Benin had fired first.",
    "Benin denied being short of grain.",
    "Togo expelled an envoy of Benin on Monday. The airline denied the report that it was broke."
  ])("%s", text => expect(denied(text)).toEqual([]))
})
