import {gzipSync} from "node:zlib"
import fc from "fast-check"
import {expect, test} from "vitest"
import {plainDocument} from "../../../test/plain-document.ts"
import type {NameMention} from "../../model/model.ts"
import {type City, packCities} from "./cities.ts"
import {placeFinder} from "./finder.ts"
import {folded} from "./fold.ts"
import {gazetteer} from "./gazetteer.ts"

const city = (id: number, name: string, country: string, lat: number, lon: number, population: number, admin = "01"): City => ({
  id,
  name,
  country,
  admin,
  lat,
  lon,
  population,
  seat: 0
})
const cities = [
  city(1, "Tripoli", "LBY", 32.9, 13.2, 1150000),
  city(2, "Tripoli", "LBN", 34.4, 35.8, 229000),
  city(3, "Aleppo", "SYR", 36.2, 37.2, 1600000),
  city(4, "Springfield", "USA", 39.8, -89.6, 114000, "IL"),
  city(5, "Springfield", "USA", 37.2, -93.3, 169000, "MO"),
  city(6, "Mexico", "PHL", 15.1, 120.7, 170000),
  city(7, "Dar es Salaam", "TZA", -6.8, 39.3, 4300000),
  city(8, "Ḩamāh", "SYR", 35.1, 36.8, 460000),
  city(9, "University", "USA", 28, -82, 45000)
]
const keys = [...cities.map((c, i): [string, number] => [folded(c.name), i]), ["hama", 7] as [string, number]]
const tables = {
  countries: [
    {code: "LBY", name: "Libya", lat: "28", lon: "17"},
    {code: "LBN", name: "Lebanon", lat: "33.8", lon: "35.8"},
    {code: "SYR", name: "Syria", lat: "35", lon: "38"},
    {code: "USA", name: "United States", lat: "40", lon: "-99", also: "US;U.S."},
    {code: "MEX", name: "Mexico", lat: "23", lon: "-102"},
    {code: "PHL", name: "Philippines", lat: "13", lon: "122"},
    {code: "TZA", name: "Tanzania", lat: "-6", lon: "35"}
  ],
  regions: [{country: "USA", name: "Illinois", lat: "40", lon: "-89.25", code: "IL"}],
  lands: [{grain: "sea", name: "Black Sea", lat: "43", lon: "35"}],
  sites: [],
  towns: [],
  peoples: [{code: "LBN", words: "Lebanese"}],
  ordinary: [{words: "university"}],
  packed: {bytes: gzipSync(packCities(cities, keys))}
}
const find = placeFinder(gazetteer(tables))
const told = (text: string, names: readonly NameMention[] = []): string[] =>
  find(plainDocument(text), names).map(
    p => `${p.text} = ${p.means ? `${p.means.name}, ${p.means.country ?? "-"}, ${p.means.grain}` : "unknown"}`
  )

test("a town is told from its namesakes by what the text speaks of", () => {
  expect(told("Militias clashed in Tripoli.")).toEqual(["Tripoli = Tripoli, LBY, city"])
  expect(told("Lebanese troops, sent by Lebanon, entered Tripoli.")).toEqual([
    "Lebanon = Lebanon, LBN, country",
    "Tripoli = Tripoli, LBN, city"
  ])
})

test("what follows a comma says where", () => {
  const [town] = find(plainDocument("The mayor of Springfield, Illinois resigned."), [])
  expect(town!.means).toMatchObject({id: "geonames-4", country: "USA"})
  expect(find(plainDocument("He flew from Springfield, IL on a plane."), [])[0]!.means!.id).toBe("geonames-4")
})

test("a country is never pinned to a town of its name", () => {
  expect(told("The army of Mexico advanced.")).toEqual(["Mexico = Mexico, MEX, country"])
})

test("parts and surroundings are regions", () => {
  expect(told("Shells fell in northern Syria and near Aleppo.")).toEqual([
    "Syria = northern Syria, SYR, region",
    "Aleppo = near Aleppo, SYR, region"
  ])
})

test("marks, small words and other names", () => {
  expect(told("They left Dar es Salaam for Hama and the Black Sea.")).toEqual([
    "Dar es Salaam = Dar es Salaam, TZA, city",
    "Hama = Ḩamāh, SYR, city",
    "Black Sea = Black Sea, -, sea"
  ])
})

test("names of persons and ordinary words are no places; an unknown place is kept", () => {
  const document = plainDocument("We saw Aleppo Jones at University in Zebrapur.")
  const name = (first: number, last: number, kind: NameMention["kind"]): NameMention => ({
    span: {start: document.tokens[first]!.start, end: document.tokens[last - 1]!.end},
    sentence: 0,
    first,
    last,
    kind
  })
  const found = find(document, [name(2, 4, "person"), name(7, 8, "location")])
  expect(found.map(p => [p.text, p.means])).toEqual([["Zebrapur", undefined]])
})

test("a wrong row is named with what would be right", () => {
  expect(() => gazetteer({...tables, sites: [{country: "XXX", name: "Base", lat: "1", lon: "1"}]})).toThrow(
    /sites.tsv, row 1 \(Base\).*"XXX".*known/
  )
  expect(() => gazetteer({...tables, sites: [{country: "SYR", name: "Base", lat: "91", lon: "1"}]})).toThrow(/no point/)
})

test("any text at all: spans lie in the text, in order, and quote it", () => {
  const words = fc.constantFrom(
    "Aleppo",
    "Springfield",
    ",",
    "Illinois",
    "Dar",
    "es",
    "Salaam",
    "near",
    "northern",
    "US",
    "the",
    "\ud800",
    "IL",
    "-"
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({unit: "binary"}),
        fc.array(words, {maxLength: 25}).map(w => w.join(" "))
      ),
      text => {
        let end = 0
        for (const p of find(plainDocument(text), [])) {
          expect(p.span.start).toBeGreaterThanOrEqual(end)
          expect(text.slice(p.span.start, p.span.end)).toBe(p.text)
          end = p.span.end
        }
      }
    )
  )
})
