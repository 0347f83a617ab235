import {describe, expect, test} from "vitest"
import {readers} from "../pipeline.ts"
import {openResources} from "../resources.ts"
import {relater, withGiven} from "./between.ts"
import {codingWords} from "./coder.ts"
import {type Labelled, learned, ownModel, ownTyper, quadOfOwn, taught, typeName} from "./own-model.ts"
import {rules} from "./rules/list.ts"
import {typer, typingWeights} from "./typing.ts"

const resources = openResources()
const reader = readers(resources)()
const model = typer(typingWeights(resources.weights("typing").bytes), codingWords(resources.yaml).classes, rules)
const relate = relater(model)

function labelled(text: string, actor: string, recipient: string, type = ""): Labelled {
  const [a, r] = [actor, recipient].map(words => ({start: text.indexOf(words), end: text.indexOf(words) + words.length}))
  const document = reader.documents.read({id: text, text})
  const {events} = reader.code(document, withGiven(document, reader.mentions(document), [a, r]))
  return {document, events, actor: a, recipient: r, type}
}

// Herders who drive off cattle: a type that PLOVER does not have.
const herders = ["Turkana herders", "Murle fighters", "Pokot gunmen", "Dinka youths", "Toposa raiders", "Nuer militiamen"]
const owners = ["the Lou", "the Samburu", "the Gabra", "the Marakwet"]
const labels = [
  ...herders.flatMap((who, i) =>
    ["stole 300 cattle from", "drove off the cattle of", "rustled cattle from"].map(did => {
      const whose = owners[i % owners.length]!
      return labelled(`${who} ${did} ${whose} on Sunday.`, who, whose, "cattle raid")
    })
  ),
  ...herders.flatMap((who, i) =>
    ["shot dead three elders of", "attacked a village of", "ambushed"].map(did => {
      const whose = owners[i % owners.length]!
      return labelled(`${who} ${did} ${whose} on Sunday.`, who, whose, "ASSAULT")
    })
  ),
  ...["Kenya", "Norway", "Qatar", "Chad"].flatMap((who, i) =>
    ["sent grain to", "gave medicine to"].map(did => {
      const whose = owners[i]!
      return labelled(`${who} ${did} ${whose} on Sunday.`, who, whose, "AID")
    })
  )
]
const own = learned(labels, model, relate, "sha")
const asks = ownTyper(own, model, relate)
const told = ({document, events, actor, recipient}: Labelled) => asks(document, events, actor, recipient)

describe("a model of one's own", () => {
  test("knows a type of the team's own in words it has not seen together", () => {
    const answer = told(labelled("Karamojong boys stole 90 cattle from the Teso before dawn.", "Karamojong boys", "the Teso"))
    expect(answer.type).toBe("cattle raid")
    expect(answer.probability).toBeGreaterThan(0.4)
    expect(answer.says.length).toBeGreaterThan(0)
    expect([...answer.likelihoods.values()].reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6)
  })

  test("leaves what the labels say nothing of to the shipped reading", () => {
    for (const [text, actor, recipient, type] of [
      ["Latvia's premier met the king of Tonga for talks in Riga.", "Latvia's premier", "the king of Tonga", "CONSULT"],
      ["Uruguay sharply criticised Bolivia over the border closure.", "Uruguay", "Bolivia", "ACCUSE"]
    ] as const) {
      expect(told(labelled(text, actor, recipient)).type, text).toBe(type)
    }
  })

  test("says how good it is on labels left out, beside the shipped reading", () => {
    expect(own.scores!.right).toBeGreaterThan(own.scores!.shipped.right)
    expect(own.labels).toBe(labels.length)
  })

  test("the same labels give the same bytes; a file of it opens again", () => {
    const text = JSON.stringify(own)
    expect(JSON.stringify(learned(labels, model, relate, "sha"))).toBe(text)
    const again = ownTyper(ownModel(JSON.parse(text), "model.json"), model, relate)
    for (const {document, events, actor, recipient} of labels.slice(0, 5))
      expect(again(document, events, actor, recipient)).toEqual(asks(document, events, actor, recipient))
  })

  test("few labels are enough to begin with, and then the shipped reading stands", () => {
    const few = learned([labels[0]!, labels.at(-1)!], model, relate, "sha")
    expect(few.scores).toBeUndefined()
    const {document, events, actor, recipient} = labelled("Police arrested three editors in Lusaka.", "Police", "three editors")
    expect(ownTyper(few, model, relate)(document, events, actor, recipient).type).toBe("COERCE")
  })

  test("YIELD is CONCEDE and RETREAT together", () => {
    const released = (who: string) => labelled(`${who} freed twelve prisoners of Mali.`, who, "twelve prisoners")
    const yields = learned(
      ["Chad", "Niger", "Togo"].map(w => ({...released(w), type: "YIELD"})).concat(labels.slice(-2)),
      model,
      relate,
      "sha"
    )
    expect(yields.types).toContain("YIELD")
    expect(yields.types).not.toContain("RETREAT")
    const {document, events, actor, recipient} = released("Benin")
    expect(ownTyper(yields, model, relate)(document, events, actor, recipient).type).toBe("YIELD")
    expect(quadOfOwn("YIELD", "AID")).toBe(1)
    expect(quadOfOwn("cattle raid", "ASSAULT")).toBe(4)
  })
})

describe("events under a model of one's own", () => {
  test("a type of one's own is the mode of the event", () => {
    const {document} = labelled(
      "Turkana herders attacked the Samburu and stole 300 cattle from the Samburu.",
      "Turkana herders",
      "the Samburu"
    )
    const coding = reader.code(document, reader.mentions(document))
    const reread = taught(asks)(document, coding)
    expect(reread.events.length).toBe(coding.events.length)
    for (const event of reread.events) expect(["ASSAULT", "COERCE"]).toContain(event.type)
  })

  test("another PLOVER type takes the place of the rules', with an id of its own", () => {
    const {document} = labelled("France criticised Chad.", "France", "Chad")
    const coding = reader.code(document, reader.mentions(document))
    const always =
      (type: string): Parameters<typeof taught>[0] =>
      (d, e, a, r) => ({
        ...asks(d, e, a, r),
        type,
        probability: 0.9,
        likelihoods: new Map([[type, 0.9]])
      })
    const [before] = coding.events
    const [after] = taught(always("THREATEN"))(document, coding).events
    expect(after!.type).toBe("THREATEN")
    expect(after!.mode).toBeUndefined()
    expect(after!.id).not.toBe(before!.id)
    expect(after!.why.says.at(-1)).toMatch(/^own model: THREATEN/)
    const [named] = taught(always("snub"))(document, coding).events
    expect(named).toMatchObject({type: "ACCUSE", mode: "snub", id: before!.id})
  })
})

describe("a model that is none", () => {
  const way = {ridge: 2, model: 0.5, answer: 0.75}
  test.each([
    [null, "not a model"],
    [{}, "not a model"],
    [{says: "annals typing model", version: 1}, "version 1; this program reads version 2: learn it again"],
    [{says: "annals typing model", version: 2, types: "AID"}, '"types"'],
    [{says: "annals typing model", version: 2, types: ["AID"], way: {ridge: 2}}, '"way"'],
    [{says: "annals typing model", version: 2, types: ["AID"], way, signs: []}, '"signs"'],
    [{says: "annals typing model", version: 2, types: ["AID"], way, signs: {"word aid": [7, 1]}}, '"word aid"']
  ])("%j is told so, with the path", (json, says) => {
    expect(() => ownModel(json, "here/model.json")).toThrow(`here/model.json: `)
    expect(() => ownModel(json, "here/model.json")).toThrow(says)
  })

  test("names of types", () => {
    expect(typeName("aid")).toBe("AID")
    expect(typeName("cattle raid")).toBe("cattle raid")
    for (const odd of ["", " AID", 7, null, "x".repeat(80), "\ud800"]) expect(typeName(odd)).toBeUndefined()
  })
})
