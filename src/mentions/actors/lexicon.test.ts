import {expect, test} from "vitest"
import {openResources} from "../../resources.ts"
import {type ActorTables, actorLexicon} from "./lexicon.ts"
import {holder, holdsOn} from "./offices.ts"
import {documentPieces, piecesOf, skeleton} from "./pieces.ts"
import {actorTables} from "./tables.ts"

const tables = (): ActorTables => actorTables(openResources().rows)
const office = {
  id: "a-b",
  person: "A B",
  country: "FRA",
  title: "president",
  sector: "GOV",
  from: "2001-01-01",
  source: "general knowledge",
  checked: "no"
}
const withOffice = (row: Record<string, string>) => () => actorLexicon({...tables(), offices: [{file: "x.tsv", rows: [row]}]})

test("the tables are sound", () => {
  const lexicon = actorLexicon(tables())
  expect(lexicon.countries.size).toBeGreaterThan(250)
  let spells = 0
  for (const key of [...lexicon.countries.keys(), ...lexicon.bodies.keys()]) spells += lexicon.offices.get(key)?.length ?? 0
  expect(spells).toBeGreaterThan(3500)
})

test("complaints name file, row, value and what would be right", () => {
  expect(withOffice({...office, country: "FRX"})).toThrow(/offices\/x\.tsv: row 1 \(a-b\): unknown country "FRX"/)
  expect(withOffice({...office, sector: "GOVT"})).toThrow(/unknown sector "GOVT"; known: COP/)
  expect(withOffice({...office, until: "2000-01-01"})).toThrow(/until 2000-01-01 lies before from 2001-01-01/)
  expect(withOffice({...office, from: "1 May 2001"})).toThrow(/"1 May 2001" is no day/)
  expect(withOffice({...office, body: "nowhere"})).toThrow(/unknown body "nowhere"/)
  expect(() => actorLexicon({...tables(), offices: [{file: "x.tsv", rows: [office, office]}]})).toThrow(/row 2 .* twice/)
})

test("months and years are held from their first to their last day, but not surely", () => {
  const spell = {from: "2004-05", until: "2006"}
  expect(holdsOn(spell, "2004-04-30")).toBe(0)
  expect(holdsOn(spell, "2004-05-10")).toBe(1)
  expect(holdsOn(spell, "2005-01-01")).toBe(2)
  expect(holdsOn(spell, "2006-08-01")).toBe(1)
  expect(holdsOn(spell, "2007-01-01")).toBe(0)
})

test("the day of a handover belongs to the new holder", () => {
  const lexicon = actorLexicon(tables())
  expect(holder(lexicon, ["USA"], ["president"], "2009-01-19")?.person.name).toBe("George W. Bush")
  expect(holder(lexicon, ["USA"], ["president"], "2009-01-20")?.person.name).toBe("Barack Obama")
})

test("names are compared piece by piece", () => {
  expect(piecesOf("Bashar al-Assad")).toEqual(["bashar", "al", "assad"])
  expect(piecesOf("Côte d'Ivoire")).toEqual(["cote", "divoire"])
  expect(piecesOf("People's Republic")).toEqual(["people", "s", "republic"])
  for (const [a, b] of [
    ["gaddafi", "kadhafi"],
    ["zelensky", "zelenskyy"],
    ["mubarak", "moubarak"],
    ["yeltsin", "yeltsin"]
  ] as const) {
    expect(skeleton(a)).toBe(skeleton(b))
  }
})

test("any token gives pieces that lie in it", () => {
  const token = {index: 0, sentence: 0, lemma: "", upos: "X", xpos: "", head: -1, relation: "root"}
  const {word, token: at} = documentPieces([{...token, text: "\ud800-'s’", start: 0, end: 5}])
  expect(word.length).toBe(at.length)
})
