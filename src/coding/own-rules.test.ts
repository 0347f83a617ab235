import {load} from "js-yaml"
import {describe, expect, test} from "vitest"
import {ownCodebook} from "./own-rules.ts"
import type {Rule} from "./rule.ts"
import {wordClasses} from "./words.ts"

const shipped: readonly Rule[] = [
  {
    name: "arrest",
    code: "COERCE",
    mode: "arrest",
    verbs: ["arrest"],
    actor: "subject",
    recipient: "object",
    examples: ["{actor Police} arrested {recipient two men}."]
  },
  {
    name: "hit",
    code: "ASSAULT",
    verbs: ["hit"],
    actor: "subject",
    recipient: "object",
    examples: ["{actor Rebels} hit {recipient a post}."]
  }
]
const classes = wordClasses({weapon: ["rifle", "gun"]})
const opened = (text: string) =>
  ownCodebook([{path: "codebook/ours.yaml", text, yaml: /^[a-z]/m.test(text) ? load(text) : undefined}], shipped, classes)

const raid = `# the desk's own
classes:
  livestock: [cattle, goat]
modes:
  ASSAULT: [cattle-raid]
rules:
  - name: raid
    code: ASSAULT
    mode: cattle-raid
    verbs: [rustle, drive off]
    when:
      object: {is: [livestock]}
    actor: subject
    recipient: [from, of]
    examples:
      - "{actor Raiders} rustled cattle from {recipient the Lou}."
`

describe("rules of one's own", () => {
  test("new ones come first, changed ones stay where they stood, others can be off", () => {
    const own = opened(`${raid}  - name: hit\n    prior: 0.5\noff: [arrest]\n`)
    expect(own.rules.map(r => r.name)).toEqual(["raid", "hit"])
    expect(own.rules[1]).toEqual({...shipped[1], prior: 0.5})
    expect(own).toMatchObject({added: ["raid"], changed: ["hit"], off: ["arrest"]})
    expect(own.where.get("raid")).toBe("codebook/ours.yaml:7")
    expect(own.where.get("hit")).toBe("codebook/ours.yaml:17")
  })

  test("classes add to shipped ones or are new", () => {
    const own = opened("classes:\n  weapon: [spear]\n  livestock: [cattle]\n")
    expect(own.classes.has("weapon", "spear")).toBe(true)
    expect(own.classes.has("weapon", "gun")).toBe(true)
    expect(own.classes.has("livestock", "gun")).toBe(false)
    expect(() => own.classes.has("furniture", "chair")).toThrow("furniture")
  })

  test("an empty file changes nothing", () => {
    expect(opened("# nothing yet\n").rules).toEqual(shipped)
  })

  test.each([
    ["rule: []", 1, 'unknown key "rule"'],
    ["off: [arest]", 1, 'no rule "arest" to switch off; did you mean "arrest"?'],
    ["rules:\n  - name: x\n    code: RAID", 3, "code should be a PLOVER type"],
    ["rules:\n  - name: x\n    code: AID\n    verb: [help]", 4, 'unknown field "verb"; did you mean "verbs"?'],
    ["rules:\n  - name: x\n    code: AID\n    verbs: [Help]", 4, "verbs should be a list of lower-case words"],
    ["rules:\n  - name: x\n    code: AID\n    verbs: [help]\n    actor: subject", 2, 'rule "x" has no examples'],
    ["rules:\n  - code: AID\n    verbs: [help]", 2, "a rule should have a name"],
    [raid.replace("[livestock]}", "[lifestock]}"), 11, 'no class "lifestock"; did you mean "livestock"?'],
    [raid.replace("mode: cattle-raid", "mode: catle-raid"), 9, 'unknown mode "catle-raid" of ASSAULT'],
    [raid.replace("{actor Raiders}", "{acter Raiders}"), 15, "braces should be"],
    [`${raid}  - name: raid\n    code: AID\n`, 17, '"raid" stands at codebook/ours.yaml:7 already'],
    ["rules:\n  - name: arrest\n    prior: 7", 3, "prior should be a number between 0 and 1, not 7"],
    ["rules: {}", 1, "rules should be a list"],
    ["classes: [a]", 1, "classes should be lists"]
  ])("%j is told where it is wrong", (text, line, says) => {
    expect(() => opened(text)).toThrow(`codebook/ours.yaml:${line}: `)
    expect(() => opened(text)).toThrow(says)
  })
})

test("a rule of any verb may name verbs it is not for", () => {
  const {rules} = opened(`rules:
  - name: any-raid
    code: ASSAULT
    verbs: ["*"]
    notVerbs: [say]
    actor: subject
    recipient: object
    examples: ["{actor Rebels} rustled {recipient the herds}."]
`)
  expect(rules.find(r => r.name === "any-raid")?.notVerbs).toEqual(["say"])
})
