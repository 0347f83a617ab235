import {expect, test} from "vitest"
import {openResources} from "../resources.ts"
import {languageWords} from "./words.ts"

const {yaml} = openResources()
const withFile = (path: string, content: unknown) => () => languageWords(asked => (asked === path ? content : yaml(asked)))

test("the lists of the package are sound", () => {
  const words = languageWords(yaml)
  expect(words.eventNouns.get("invasion")).toBe("acts")
  expect(words.lightVerbs.get("pay")?.takes("visit", "moves")).toBe(true)
  expect(words.cues.get("deny")).toBe("say")
})

test("a wrong list says what would be right", () => {
  expect(withFile("words/event-nouns.yaml", {deeds: ["raid"]})).toThrow('unknown list "deeds"; known: acts, moves')
  expect(withFile("words/event-nouns.yaml", {acts: ["raid"], aimed: ["raid"]})).toThrow('"raid" stands in acts and in aimed')
  expect(withFile("words/light-verbs.yaml", [{verb: "pay", nouns: ["umbrella"]}])).toThrow(
    '"umbrella" is not in event-nouns.yaml'
  )
  expect(withFile("words/light-verbs.yaml", [{verb: "hold", nouns: ["TALKS"]}])).toThrow('unknown group "talks"')
  expect(withFile("words/control.yaml", {sends: "send"})).toThrow('"sends" should be a list of words')
})
