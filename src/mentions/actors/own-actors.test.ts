import {load} from "js-yaml"
import {expect, test} from "vitest"
import {openResources} from "../../resources.ts"
import {actorLexicon} from "./lexicon.ts"
import {holder} from "./offices.ts"
import {doubts, ownActors, withOwn} from "./own-actors.ts"
import {actorTables} from "./tables.ts"

const tables = actorTables(openResources().rows)
const read = (text: string) => ownActors([{path: "actors/mine.yaml", text, yaml: load(text)}], tables)
const said = (text: string): string[] => {
  const {actors, complaints} = read(text)
  return [...complaints, ...doubts(actors, tables)].map(({at, says}) => `${at}: ${says}`)
}

test("whatever is wrong is said with file and line, and what would be right", () => {
  const complaints = said(`# ours
- name: Jane Doe
  country: XYZ
  roles:
    - {title: mayor, country: ZAF, sector: milatary}
    - title: senator
      country: ZAF
      from: May 2004
- id: dawn
  name: Dawn Brigade
  kind: band
- id: dusk
  name: Dusk Brigade
  colour: red
  country: COD
- id: dusk
  name: Dusk Brigade Again
`)
  expect(complaints[0]).toMatch(/^actors\/mine\.yaml:5: unknown sector "milatary"; known: COP, .*did you mean MIL\?$/)
  expect(complaints[1]).toMatch(/^actors\/mine\.yaml:6: "May 2004" is no day; write 2004-05-07, 2004-05 or 2004$/)
  expect(complaints[2]).toMatch(/^actors\/mine\.yaml:3: unknown country "XYZ"/)
  expect(complaints[3]).toMatch(/^actors\/mine\.yaml:11: unknown kind "band"; person, organization, group$/)
  expect(complaints[4]).toMatch(/^actors\/mine\.yaml:14: unknown key "colour"/)
  expect(complaints[5]).toMatch(/^actors\/mine\.yaml:16: id "dusk" stands at actors\/mine\.yaml:12 already/)
  expect(complaints).toHaveLength(6)
})

test("one name for two, one office for two at a time", () => {
  const complaints = said(`
- {name: Ann Alder, country: KEN, aliases: [AA], roles: [{title: speaker, from: 2030-01-01, until: 2032-01-01}]}
- {name: Ben Birch, country: KEN, aliases: [AA], roles: [{title: speaker, from: 2031-06-01}]}
- {name: Cay Cedar, country: USA, roles: [{title: president, from: 2010-01-01, until: 2011-01-01}]}
`)
  expect(complaints).toHaveLength(3)
  expect(complaints[0]).toContain(`"AA" is the name of ann-alder`)
  expect(complaints[1]).toContain("speaker of KEN overlaps that of Ann Alder at actors/mine.yaml:2")
  expect(complaints[2]).toMatch(
    /president of USA overlaps that of Barack Obama \(data\/actors\/offices\/heads\.tsv:\d+, 2009-01-20/
  )
})

test("own actors add to the shipped ones and override them", () => {
  const {actors} = read(`
- {name: Ada Ndovu, country: KEN, roles: [{title: foreign minister, from: 2031-01-01}]}
- {id: barack-obama, name: Barack Obama, aliases: [Forty-Four], roles: [{title: envoy, country: USA, from: 2031}]}
- {id: joe-biden, name: Joe Biden, only: true, country: USA}
`)
  const lexicon = actorLexicon(withOwn(tables, actors))
  const at = (country: string, title: string, day: string) => holder(lexicon, [country], [title], day)?.person.name
  expect(at("KEN", "foreign minister", "2031-05-05")).toBe("Ada Ndovu")
  expect(at("KEN", "foreign minister", "2030-12-31")).not.toBe("Ada Ndovu")
  expect(at("USA", "president", "2012-05-05")).toBe("Barack Obama")
  expect(at("USA", "president", "2022-05-05")).toBeUndefined()
})

test("any YAML at all is survived", () => {
  for (const text of [
    "null",
    "a: b",
    "- 1",
    "- [x]",
    "- {}",
    "- {name: [x]}",
    "- {name: x, roles: 7}",
    "- {name: x, roles: [7]}"
  ]) {
    expect(() => said(text)).not.toThrow()
  }
})
