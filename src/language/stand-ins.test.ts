import {expect, test} from "vitest"
import {standInsFor} from "./stand-ins.ts"
import {tokensOf} from "./tokens.ts"

const shown = standInsFor(
  [
    {name: "Ostrand", like: "name"},
    {name: "Ostrandian", like: "adjective"},
    {name: "Isle of Mirk", like: "name"}
  ],
  tokensOf
)

test("a name that is known to be one is shown as a name that grammar has met, word for word", () => {
  expect(shown("Ostrand attacked Ostrandian ships".split(" "))).toEqual(["Iraq", "attacked", "French", "ships"])
  expect(shown("He left Isle of Mirk".split(" "))).toEqual(["He", "left", "South", "of", "Iraq"])
})

test("words in small letters and other names stay as they are", () => {
  const words = "an ostrand met Chad".split(" ")
  expect(shown(words)).toEqual(words)
})
