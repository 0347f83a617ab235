import fc from "fast-check"
import {describe, expect, test} from "vitest"
import {anyEvent, book, council, envoy, event, known, mention, russia, stream} from "../../test/events.ts"
import {type Event, modesOf, types} from "../model/model.ts"
import {acledColumns} from "./acled.ts"
import {cameoCodes, cameoOf} from "./cameo.ts"
import {flatColumns, flatRow} from "./flat.ts"
import {gdeltColumns} from "./gdelt.ts"
import {gdeltMentionColumns} from "./gdelt-mentions.ts"
import {icewsColumns} from "./icews.ts"
import {exporters} from "./list.ts"
import {phoenixColumns} from "./phoenix.ts"
import {intensityOf, polecatColumns} from "./polecat.ts"
import {ucdpColumns} from "./ucdp.ts"

async function written(name: string, events: readonly Event[]): Promise<string> {
  const exporter = exporters.find(e => e.name === name)!
  const parts: string[] = []
  for await (const piece of exporter.write(stream(events), known)) parts.push(piece)
  return parts.join("")
}

const table = (tsv: string): string[][] =>
  tsv
    .split("\n")
    .slice(0, -1)
    .map(line => line.split("\t"))

const port = {id: "pv", name: "Port Vila", country: "VUT", lat: -17.7, lon: 168.3, grain: "city", geonames: 2135171} as const

test("columns are as many as the original tables have", () => {
  expect([icewsColumns.length, polecatColumns.length, gdeltColumns.length, phoenixColumns.length]).toEqual([20, 40, 61, 26])
  expect([gdeltMentionColumns.length, acledColumns.length, ucdpColumns.length]).toEqual([16, 31, 49])
  for (const columns of [
    gdeltMentionColumns,
    acledColumns,
    ucdpColumns,
    icewsColumns,
    polecatColumns,
    gdeltColumns,
    phoenixColumns,
    flatColumns.map(c => c.name)
  ]) {
    expect(new Set(columns).size).toBe(columns.length)
  }
})

test("an ICEWS row", async () => {
  const [header, row] = table(await written("icews", [event({place: port})]))
  expect(header).toEqual(icewsColumns)
  expect(Object.fromEntries(header!.map((name, i) => [name, row![i]]))).toEqual({
    "Event ID": String(0x0123456789abc),
    "Event Date": "2024-10-18",
    "Source Name": "Russia",
    "Source Sectors": "",
    "Source Country": "Russia",
    "Event Text": "Make a visit",
    "CAMEO Code": "042",
    Intensity: "1.9",
    "Target Name": "An Envoy",
    "Target Sectors": "Government,Legislative / Parliamentary",
    "Target Country": "North Korea",
    "Story ID": book.id,
    "Sentence Number": "1",
    Publisher: "The Example Courier",
    City: "Port Vila",
    District: "",
    Province: "",
    Country: "VUT",
    Latitude: "-17.7",
    Longitude: "168.3"
  })
})

test("a POLECAT row keeps every party, a GDELT row the first", async () => {
  const many = event({actors: [russia, council], modes: ["visit", "multilateral"]})
  const [header, polecat] = table(await written("polecat", [many]))
  const cell = (name: string): string | undefined => polecat![header!.indexOf(name)]
  expect([
    cell("Actor Name"),
    cell("Actor Country"),
    cell("Actor COW"),
    cell("Event Mode"),
    cell("Intensity"),
    cell("Quad Code")
  ]).toEqual(["Russia;Security Council", "RUS;UNO", "365;", "visit;multilateral", "4", "1"])
  expect(cell("Actor Name Raw")).toBe("The president of Example Land")
  const [gdelt] = table(await written("gdelt", [event({actors: [council], recipients: [envoy]})]))
  const of = (name: string): string | undefined => gdelt![gdeltColumns.indexOf(name)]
  expect(["SQLDATE", "MonthYear", "Year", "FractionDate"].map(of)).toEqual(["20241018", "202410", "2024", "2024.8712"])
  expect(["Actor1Code", "Actor1Name", "Actor1CountryCode", "Actor1KnownGroupCode", "Actor1Type1Code"].map(of)).toEqual([
    "UNO",
    "SECURITY COUNCIL",
    "",
    "UNO",
    "IGO"
  ])
  expect(["Actor2Code", "Actor2CountryCode", "Actor2Type1Code", "Actor2Type2Code"].map(of)).toEqual([
    "PRKGOVLEG",
    "PRK",
    "GOV",
    "LEG"
  ])
  expect(["EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "DATEADDED", "SOURCEURL"].map(of)).toEqual([
    "042",
    "042",
    "04",
    "1",
    "20241019000000",
    book.url
  ])
})

test("a month is not its first day, a country no point, nothing known nothing said", async () => {
  const vague = event({
    time: {from: "2024-10-01", until: "2024-11-01", grain: "month"},
    place: {id: "prk", name: "North Korea", country: "PRK", lat: 40, lon: 127, grain: "country"}
  })
  const [gdelt] = table(await written("gdelt", [vague]))
  const of = (name: string): string | undefined => gdelt![gdeltColumns.indexOf(name)]
  expect(
    ["SQLDATE", "MonthYear", "Year", "FractionDate", "ActionGeo_Type", "ActionGeo_FullName", "ActionGeo_Lat"].map(of)
  ).toEqual(["", "202410", "2024", "", "1", "North Korea", ""])
  expect(table(await written("icews", [vague]))[1]!.slice(1, 2)).toEqual([""])
  expect(JSON.parse(await written("geojson", [vague])).features[0].geometry).toBeNull()
  const {time: _, timeBasis: __, ...undated} = event({actors: [], recipients: []})
  expect(
    table(await written("gdelt", [undated]))[0]!
      .slice(1, 25)
      .join("")
  ).toBe("")
})

test("GeoJSON is a collection of features with points", async () => {
  const made = JSON.parse(await written("geojson", [event({place: port}), event()]))
  expect(made.type).toBe("FeatureCollection")
  expect(made.features[0]).toMatchObject({
    type: "Feature",
    geometry: {type: "Point", coordinates: [168.3, -17.7]},
    properties: {event_type: "CONSULT", event_date: "2024-10-18"}
  })
  expect(Object.keys(made.features[0].properties)).toEqual(flatColumns.map(c => c.name))
})

test("a briefing quotes the sentence and names its source", async () => {
  const made = await written("markdown", [event({place: port, recipients: [{...envoy, name: "An *Envoy*"}]})])
  expect(made).toBe(
    `# Briefing

## 2024-10-18

- **Russia → An \\*Envoy\\***: CONSULT (visit), Port Vila[^1]

[^1]: The Example Courier, “President lands”, 2024-10-19, <https://courier.example/1?a=b>: “The president of Example Land landed in Port Vila on Friday for talks.”
`
  )
})

test("a network has each party once and each pair and type once", async () => {
  const made = await written("gexf", [
    event(),
    event({id: "1".repeat(16), recipients: [{...envoy, name: 'A "B" & <C>'}]}),
    event({type: "AID"})
  ])
  expect(made.match(/<node /g)).toHaveLength(2)
  expect(made.match(/<edge /g)).toHaveLength(2)
  expect(made).toContain(
    '<edge id="0" source="rus" target="prk-envoy" weight="2"><attvalues><attvalue for="type" value="CONSULT"/><attvalue for="quad" value="1"/></attvalues><spells><spell start="2024-10-18" end="2024-10-18"/>'
  )
})

test("a bibliography has each article once", async () => {
  const made = await written("bibtex", [event(), event({mentions: [mention({article: "c".repeat(16)})]}), event()])
  expect(made.match(/@misc/g)).toHaveLength(2)
  expect(
    made.startsWith(`@misc{annals-${book.id},
  title = {{President lands}},
  organization = {{The Example Courier}},
  year = {2024},
  month = oct,
  date = {2024-10-19},
  url = {https://courier.example/1?a=b}
}
`)
  ).toBe(true)
})

/// Opened elements are closed, attributes are quoted, and nothing else stands between.
function wellFormed(xml: string): boolean {
  const open: string[] = []
  const rest = xml.replace(/<\?xml[^>]*\?>|<(\/?)([a-z]+)((?: [a-z.]+="[^"<]*")*)(\/?)>([^<]*)/gi, (_, end, name, __, empty) => {
    if (name === undefined || empty) return ""
    if (end) return open.pop() === name ? "" : "<"
    open.push(name)
    return ""
  })
  return open.length === 0 && rest.trim() === "" && !/&(?!(amp|lt|gt|quot|apos);)/.test(xml)
}

test("keys have one order however an event was put together", async () => {
  const one = event()
  const other = Object.fromEntries(Object.entries(one).reverse()) as unknown as Event
  expect(await written("jsonl", [other])).toBe(await written("jsonl", [one]))
  expect(JSON.parse(await written("jsonl", [one]))).toEqual(one)
})

test("every type and mode has a CAMEO code of the right family", () => {
  for (const type of types) {
    for (const modes of [[], ...modesOf[type].map(mode => [mode])]) {
      const {code, base, root, quad, goldstein} = cameoOf({type, modes, contexts: []})
      expect(code).toMatch(/^\d{3,4}$/)
      expect([code.startsWith(base), base.startsWith(root)]).toEqual([true, true])
      expect(Math.sign(goldstein)).toBe(quad <= 2 ? 1 : -1)
      expect(Math.abs(intensityOf({type, modes}))).toBeLessThanOrEqual(10)
    }
  }
  const called = new Map<string, string>()
  for (const {code, says, goldstein} of cameoCodes) {
    const same = `${says} ${goldstein}`
    expect(called.get(code) ?? same).toBe(same)
    called.set(code, same)
  }
})

for (const exporter of exporters) {
  describe(exporter.name, () => {
    test("says what it is", () => {
      expect(exporter.says).toMatch(/^\S.{10,}\S$/)
      expect(exporter.mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/)
    })

    test("writes no events without failing", async () => {
      const made = await written(exporter.name, [])
      if (exporter.name === "geojson") expect(JSON.parse(made).features).toEqual([])
    })

    test("any events give the same bytes twice, and one row each", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(anyEvent, {maxLength: 5}), async events => {
          const made = await written(exporter.name, events)
          expect(await written(exporter.name, events)).toBe(made)
          if (/xml/.test(exporter.mediaType)) expect(wellFormed(made)).toBe(true)
          if (exporter.mediaType !== "text/tab-separated-values") return
          const widths: Record<string, number> = {
            icews: 20,
            polecat: 40,
            gdelt: 61,
            "gdelt-mentions": 16,
            phoenix: 26,
            acled: 31,
            ucdp: 49,
            tsv: flatColumns.length
          }
          const header = ["gdelt", "gdelt-mentions", "phoenix"].includes(exporter.name) ? 0 : 1
          const rows = table(made)
          const told = exporter.name === "gdelt-mentions" ? events.flatMap(e => e.mentions) : events
          expect(rows).toHaveLength(told.length + header)
          for (const row of rows) expect(row).toHaveLength(widths[exporter.name]!)
        }),
        {numRuns: 60}
      )
    })
  })
}

test("the flat row has the columns of the list and no others", () => {
  expect(Object.keys(flatRow(event({place: port}), known.country))).toEqual(flatColumns.map(c => c.name))
})
