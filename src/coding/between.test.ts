import {describe, expect, test} from "vitest"
import type {EventType} from "../model/model.ts"
import {readers} from "../pipeline.ts"
import {openResources} from "../resources.ts"
import {relater, withGiven} from "./between.ts"
import {outcomes} from "./typing.ts"

const reader = readers(openResources())()
/// A model that knows nothing: all types alike, so that only rules speak.
const dumb = relater(
  () =>
    ({
      type: "CONSULT" as EventType,
      probability: 1 / outcomes.length,
      likelihoods: new Map(outcomes.map(o => [o, 1 / outcomes.length])),
      says: []
    }) as never
)

function asked(text: string, actor: string, recipient: string) {
  const span = (words: string) => ({start: text.indexOf(words), end: text.indexOf(words) + words.length})
  const document = reader.documents.read({id: "asked", text})
  const mentions = withGiven(document, reader.mentions(document), [span(actor), span(recipient)])
  return dumb(document, reader.code(document, mentions).events, span(actor), span(recipient))
}

describe("what one given actor does to another", () => {
  test("a rule's event between the two is the answer, and says why", () => {
    const told = asked("Tuvalu condemned Vanuatu on Monday.", "Tuvalu", "Vanuatu")
    expect(told).toMatchObject({type: "ACCUSE", mode: "disapprove", status: "happened"})
    expect(told.why).toMatch(/^condemn: /)
  })

  test("names that no list of actors holds are taken as given", () => {
    expect(asked("The Quill Society condemned the Lantern Guild.", "The Quill Society", "the Lantern Guild").type).toBe("ACCUSE")
  })

  test("of two events the one that joins both sides is meant", () => {
    const text = "Peru condemned Chile, and Bolivia sent blankets to Chile."
    expect(asked(text, "Peru", "Chile").type).toBe("ACCUSE")
    expect(asked(text, "Bolivia", "Chile").type).toBe("AID")
  })

  test("data of pairs follow CAMEO: verdicts blame, sanctions and warrants coerce, blockades fight", () => {
    expect(asked("A Kenyan court convicted the Somali trader of fraud.", "A Kenyan court", "the Somali trader").type).toBe(
      "ACCUSE"
    )
    expect(asked("The Swiss government imposed sanctions on Belarus.", "The Swiss government", "Belarus").type).toBe("COERCE")
    expect(asked("A judge ordered the arrest of the banker.", "A judge", "the banker").type).toBe("COERCE")
    expect(asked("Egypt blockaded Gaza.", "Egypt", "Gaza").type).toBe("ASSAULT")
  })

  test("a yielding to come is a promise, one that is not done a refusal; who will march threatens", () => {
    expect(asked("Iran agreed to release the British sailors.", "Iran", "the British sailors").type).toBe("AGREE")
    expect(asked("Iran did not release the British sailors.", "Iran", "the British sailors").type).toBe("REJECT")
    expect(asked("Malta will boycott the talks with Libya.", "Malta", "Libya").type).toBe("THREATEN")
  })

  test("where no rule reads the pair, the model answers", () => {
    const told = asked("Nauru is north of Vanuatu.", "Nauru", "Vanuatu")
    expect(told).toMatchObject({type: "CONSULT", why: "nothing but two names"})
  })
})
