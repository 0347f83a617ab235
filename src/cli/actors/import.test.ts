import {expect, test} from "vitest"
import {actorTables} from "../../mentions/actors/tables.ts"
import {openResources} from "../../resources.ts"
import {imported} from "./import.ts"
import {known} from "./tables.ts"

const {rows} = openResources()
const tables = known(
  rows,
  actorTables(rows).offices.map(o => o.rows)
)

test("a Wikidata export as CSV", () => {
  const csv = `item,itemLabel,positionLabel,countryLabel,start,end
http://www.wikidata.org/entity/Q1,Ada Ndovu,Minister of Foreign Affairs of Kenya,Kenya,2027-01-01T00:00:00Z,
http://www.wikidata.org/entity/Q2,Q2,President of Kenya,Kenya,2020-01-01T00:00:00Z,
http://www.wikidata.org/entity/Q3,Bo Ruud,mayor of Oslo,Norwegia,2020,2021
http://www.wikidata.org/entity/Q4,Mwai Kibaki,President of Kenya,,2002-12-30T00:00:00Z,2013-04-09T00:00:00Z
`
  const {actors, skipped} = imported(csv, "x.csv", tables)
  expect(skipped).toEqual(["row 2: no name of Q2", 'row 3: Bo Ruud: unknown country "Norwegia"'])
  expect(actors).toMatchObject([
    {
      id: "ada-ndovu",
      country: "KEN",
      source: "wikidata Q1",
      roles: [{title: "foreign minister", sector: "GOV", from: "2027-01-01"}]
    },
    {id: "mwai-kibaki", roles: [{title: "president", country: "KEN", from: "2002-12-30", until: "2013-04-09"}]}
  ])
})

test("a Wikidata export as JSON, plain and verbose", () => {
  const row = {itemLabel: "Ada Ndovu", positionLabel: "Prime Minister of Kenya", start: "2027-01-01"}
  const verbose = Object.fromEntries(Object.entries(row).map(([key, value]) => [key, {type: "literal", value}]))
  const plain = imported(JSON.stringify([row]), "x.json", tables)
  expect(plain.actors[0]).toMatchObject({country: "KEN", roles: [{title: "prime minister", from: "2027-01-01"}]})
  expect(imported(JSON.stringify({results: {bindings: [verbose]}}), "x.json", tables)).toEqual(plain)
})

test("FollowTheMoney entities", () => {
  const lines = [
    {id: "p", schema: "Person", properties: {name: ["Ivan Sidorov", "Иван Сидоров"], citizenship: ["ru"]}},
    {id: "q", schema: "Position", properties: {name: ["Minister of Defence of the Russian Federation"], country: ["ru"]}},
    {id: "o", schema: "Occupancy", properties: {holder: ["p"], post: ["q"], startDate: ["2031-05-15"]}},
    {id: "g", schema: "Organization", properties: {name: ["Red Dawn Front"], country: ["cd"], topics: ["crime.terror"]}},
    {id: "n", schema: "Company", properties: {name: ["Nowhere Ltd"]}}
  ]
  const {actors, skipped} = imported(lines.map(l => JSON.stringify(l)).join("\n"), "x.jsonl", tables)
  expect(actors).toMatchObject([
    {name: "Ivan Sidorov", country: "RUS", roles: [{title: "defence minister", from: "2031-05-15"}]},
    {name: "Red Dawn Front", kind: "group", country: "COD", sector: "REB"}
  ])
  expect(actors[0]).not.toHaveProperty("aliases")
  expect(skipped).toEqual(["n: Nowhere Ltd: no country that is known"])
})

test("what is no export is refused with its name", () => {
  expect(() => imported("{", "x.json", tables)).toThrow(/^x\.json: no JSON/)
  expect(() => imported('{"a": 1}', "x.json", tables)).toThrow(/neither a list of rows nor results\.bindings/)
})
