import {describe, expect, test} from "vitest"
import {itemOf, lineDiff, nearChanges, onlyChanged, switched, withAlias, withItem, withOffice} from "../../web/own-text.ts"

const rules = `# ours
classes:
  livestock: [cattle, goat]
off: [begin-operation] # not our work
rules:
  - name: cattle-raid # steals
    code: ASSAULT
    verbs: [rustle]
    examples:
      - "{actor A} rustled cattle."

  # a second one
  - name: snub
    code: REJECT
    verbs: [ignore]
`

describe("rules", () => {
  test("one is taken out of its list, and put back as it was", () => {
    const item = itemOf(rules, "rules", "cattle-raid")!
    expect(item).toBe('name: cattle-raid # steals\ncode: ASSAULT\nverbs: [rustle]\nexamples:\n  - "{actor A} rustled cattle."')
    expect(withItem(rules, "rules", "cattle-raid", item)).toBe(rules)
    expect(itemOf(rules, "rules", "nobody")).toBeUndefined()
  })

  test("one is changed, added, taken out; the rest stays as it was written", () => {
    const changed = withItem(rules, "rules", "snub", "name: snub\ncode: REJECT\nverbs: [ignore, snub]")
    expect(changed).toBe(rules.replace("[ignore]", "[ignore, snub]"))
    expect(withItem("", "rules", undefined, "name: a\ncode: AID")).toBe("rules:\n  - name: a\n    code: AID\n")
    expect(withItem(rules, "rules", undefined, "name: a\ncode: AID")).toBe(`${rules}  - name: a\n    code: AID\n`)
    expect(withItem("off: [x]\nrules:\n  - name: a\n", "rules", "a", undefined)).toBe("off: [x]\n")
    expect(withItem("rules:\n  - name: a\n", "rules", "a", undefined)).toBe("")
  })

  test("one is switched off and on", () => {
    expect(switched("", "arrest", true)).toBe("off: [arrest]\n")
    expect(switched(rules, "arrest", true)).toContain("\noff: [begin-operation, arrest]\nrules:")
    expect(switched("off:\n  - a\n  - b\nrules: []\n", "a", false)).toBe("off: [b]\nrules: []\n")
    expect(switched("off: [arrest]\n", "arrest", false)).toBe("")
  })

  test("of a changed shipped rule only what differs is kept", () => {
    const shipped = "name: arrest\nverbs:\n  - arrest\nprior: 0.88\n"
    expect(onlyChanged("name: arrest\nverbs:\n  - arrest\nprior: 0.6\n", shipped)).toBe("name: arrest\nprior: 0.6")
  })
})

describe("actors", () => {
  const actors = "- id: a\n  name: Ada\n- name: Kivu Dawn Brigade\n  kind: group\n"
  test("are found by id or by the id of their name", () => {
    expect(itemOf(actors, undefined, "kivu-dawn-brigade")).toBe("name: Kivu Dawn Brigade\nkind: group")
    expect(withItem(actors, undefined, "a", "id: a\nname: Ada N.")).toBe(actors.replace("Ada\n", "Ada N.\n"))
    expect(withItem(actors, undefined, undefined, "name: B")).toBe(`${actors}- name: B\n`)
  })

  test("get spellings and offices", () => {
    expect(withAlias("id: a\nname: Ada", "Ada N.")).toBe('id: a\nname: Ada\naliases: ["Ada N."]\n')
    expect(withAlias("name: Ada\naliases: [X]\n", 'Y "Z"')).toBe('name: Ada\naliases: [X, "Y \\"Z\\""]\n')
    expect(withAlias("name: Ada\naliases:\n  - X\n", "Y")).toBe('name: Ada\naliases:\n  - "Y"\n  - X\n')
    expect(withOffice("name: Ada", {title: "foreign minister", country: "KEN", from: "2027-01", until: ""})).toBe(
      "name: Ada\nroles:\n  - {title: foreign minister, country: KEN, from: 2027-01}\n"
    )
  })
})

test("lines that went and came", () => {
  const long = nearChanges(lineDiff("1\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\n3\n4\nx\n6\n7\n8\n"))
  expect(long.map(l => l.sign + l.line)).toEqual(["…", " 3", " 4", "-5", "+x", " 6", " 7", "…"])
  expect(lineDiff("a\nb\nc\n", "a\nx\nc\nd\n").map(l => l.sign + l.line)).toEqual([" a", "-b", "+x", " c", "+d"])
})
