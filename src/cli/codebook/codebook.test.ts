import {readFileSync} from "node:fs"
import {join} from "node:path"
import {load} from "js-yaml"
import {describe, expect, test} from "vitest"
import {codingWords} from "../../coding/coder.ts"
import {ownCodebook} from "../../coding/own-rules.ts"
import {rules} from "../../coding/rules/list.ts"
import {contexts, modesOf, types} from "../../model/model.ts"
import {reader} from "../../pipeline.ts"
import {openResources} from "../../resources.ts"
import {codebook, conditions} from "./book.ts"
import {checkExamples} from "./check.ts"
import {html} from "./html.ts"
import {markdown} from "./markdown.ts"

const resources = openResources()
const words = resources.yaml("codebook/plover.yaml")
const checked = (text: string) => {
  const codebook = own(text)
  return checkExamples(codebook, reader(resources, {rules: codebook.rules, classes: codebook.classes}).read)
}
const own = (text: string) =>
  ownCodebook([{path: "ours.yaml", text, yaml: load(text)}], rules, codingWords(resources.yaml).classes)

describe("the codebook page", () => {
  const book = codebook(words)

  test("docs/codebook.md is what the rules say today", () => {
    const held = readFileSync(join(import.meta.dirname, "../../../docs/codebook.md"), "utf8")
    expect(held === markdown(book), "rules have changed: npm run codebook writes docs/codebook.md anew").toBe(true)
  })

  test("has every type, mode, context and rule with all its examples", () => {
    const page = html(book)
    for (const type of types) {
      expect(page).toContain(`<h2 id="${type.toLowerCase()}">`)
      expect(book.types.find(t => t.type === type)!.modes.map(m => m.name)).toEqual(modesOf[type])
    }
    for (const name of contexts) expect(page).toContain(`<td>${name}</td>`)
    for (const rule of rules) expect(page).toContain(`<h3 id="${rule.name}">`)
    expect(book.rules).toBe(rules.length)
    expect(page.match(/<li/g)!.length).toBe(book.examples)
  })

  test("says what a rule asks for in words", () => {
    expect(
      conditions({
        name: "x",
        code: "AID",
        actor: "subject",
        when: {object: {is: ["aid", "money"]}, to: {actor: true}},
        complement: {types: ["AID"]},
        both: true,
        examples: []
      })
    ).toEqual(["object: a word of aid or money", "to: somebody who can act", "what is said there is AID", "both sides are named"])
  })

  test("a code without a meaning is found out", () => {
    expect(() => codebook({...(words as object), contexts: {}})).toThrow('no word on context "military"')
  })
})

describe("a codebook of one's own", () => {
  const text = `off: [warrant]
rules:
  - name: snub
    code: REJECT
    mode: meet
    verbs: [ignore]
    actor: subject
    recipient: object
    examples: ["{actor Norway} ignored {recipient Qatar}."]
    not: ["The old man ignored his soup."]
`

  test("stands in the page", () => {
    const book = codebook(words, own(text))
    expect(book.own).toEqual({added: ["snub"], changed: [], off: ["warrant"]})
    expect(markdown(book)).toContain("### snub")
    expect(markdown(book)).not.toContain("### warrant\n")
    expect(html(book)).toContain("added here: snub")
  })

  test("reads its own examples", () => {
    expect(checked(text)).toEqual({examples: 2, wrong: []})
  })

  test("is told which example does not hold, and why", () => {
    const {wrong} = checked(
      text.replace("ignored {recipient Qatar}", "visited {recipient Qatar}").replace("his soup", "Norway's king")
    )
    expect(wrong[0]).toMatch(/^ours\.yaml:3: snub: .*(instead|not coded)/)
  })
})
