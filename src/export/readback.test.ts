import {mkdtempSync, rmSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {Cite} from "@citation-js/core"
import "@citation-js/plugin-bibtex"
import "@citation-js/plugin-ris"
import {check} from "@placemarkio/check-geojson"
import fc from "fast-check"
import {DirectedGraph, MultiDirectedGraph} from "graphology"
import gexf from "graphology-gexf"
import graphml from "graphology-graphml"
import {parquetReadObjects} from "hyparquet"
import {compressors} from "hyparquet-compressors"
import jsonld from "jsonld"
import {afterAll, beforeAll, describe, expect, test} from "vitest"
import {anyEvent, book, council, envoy, event, known, mention, russia, stream} from "../../test/events.ts"
import type {Event} from "../model/model.ts"
import {parquetOf} from "../store/parquet.ts"
import {openStore, type Store} from "../store/store.ts"
import {flatColumns, flatRows} from "./flat.ts"
import {exporters} from "./list.ts"

/// Every export read by a reader of its own kind, not by ours.

const folder = mkdtempSync(join(tmpdir(), "annals-readback-"))
let store: Store
beforeAll(async () => {
  store = await openStore(folder)
})
afterAll(async () => {
  await store.close()
  rmSync(folder, {recursive: true})
})

const port = {id: "pv", name: 'Port "Vila"', country: "VUT", lat: -17.7, lon: 168.3, grain: "city"} as const
const month = {from: "2024-10-01", until: "2024-11-01", grain: "month"} as const
const some: readonly Event[] = [
  event({place: port}),
  event({id: "1".repeat(16), type: "AID", recipients: [{...envoy, name: 'A "B" & <C>; 50 %\n{x}'}], time: month}),
  event({id: "2".repeat(16), actors: [council], recipients: [russia], mentions: [mention({article: "c".repeat(16)})]})
]

async function written(name: string, events: readonly Event[] = some): Promise<string> {
  let made = ""
  for await (const piece of exporters.find(e => e.name === name)!.write(stream(events), known)) made += piece
  return made
}

test("parquet by hyparquet: typed columns, the same rows as the CSV", async () => {
  const bytes = await parquetOf(flatColumns, flatRows(stream(some), known))
  const rows = await parquetReadObjects({
    file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer,
    compressors
  })
  expect(rows.map(r => r.event_id)).toEqual(some.map(e => e.id))
  expect(rows[0]!.event_date).toEqual(new Date("2024-10-18"))
  expect([rows[0]!.latitude, rows[0]!.n_reports, rows[1]!.latitude]).toEqual([-17.7, 1n, null])
  expect(Object.keys(rows[0]!)).toEqual(flatColumns.map(c => c.name))
})

test("csv by DuckDB: as many rows, the columns' own types", async () => {
  const {writeFileSync} = await import("node:fs")
  for (const name of ["csv", "reports", "claims", "evidence", "actors", "articles", "sources"]) {
    const file = join(folder, `${name}.csv`)
    const made = await written(name)
    writeFileSync(file, made)
    const rows = await store.rows(`select * from read_csv('${file}', header = true, auto_detect = true)`)
    expect(rows.length, name).toBeGreaterThan(0)
    if (name === "csv") {
      expect(rows.map(r => r.event_id)).toEqual(some.map(e => e.id))
      expect(rows[0]).toMatchObject({goldstein: 2.5, n_reports: 1, latitude: -17.7, quote: "landed", background: false})
    }
  }
})

describe("networks by graphology", () => {
  test.each([
    ["gexf", (text: string) => gexf.parse(MultiDirectedGraph, text)],
    ["graphml", (text: string) => graphml.parse(MultiDirectedGraph, text)]
  ] as const)("%s", async (name, parse) => {
    const graph = parse(await written(name))
    expect([graph.order, graph.size]).toEqual([3, 3])
    expect(graph.directedEdges(russia.id, envoy.id)).toHaveLength(2)
    const [edge] = graph.directedEdges(council.id, russia.id)
    expect(graph.getEdgeAttributes(edge!)).toMatchObject({type: "CONSULT", quad: 1, weight: 1})
  })

  test("one edge for each pair and type: a simple graph takes those of one type", async () => {
    const graph = graphml.parse(DirectedGraph, await written("graphml", [some[0]!, some[0]!]))
    expect(graph.getEdgeAttribute(graph.edges()[0]!, "weight")).toBe(2)
  })
})

test("geojson by a checker of RFC 7946", async () => {
  const made = check(await written("geojson"))
  expect(made.type === "FeatureCollection" && made.features).toHaveLength(3)
  await fc.assert(
    fc.asyncProperty(fc.array(anyEvent, {maxLength: 3}), async events => {
      check(await written("geojson", events))
    }),
    {numRuns: 20}
  )
})

test("linked data by a JSON-LD processor: events, articles, and what each word rests on", async () => {
  const made = JSON.parse(await written("jsonld"))
  const flat = (await jsonld.flatten(made)) as {"@id": string; "@type"?: string[]}[]
  const of = (type: string): string[] => flat.filter(n => n["@type"]?.includes(type)).map(n => n["@id"])
  expect(of("https://schema.org/Event")).toHaveLength(3)
  expect(of("https://schema.org/NewsArticle")).toHaveLength(2)
  expect(of("http://www.w3.org/ns/oa#Annotation").length).toBeGreaterThan(0)
  const quads = await jsonld.toRDF(made, {format: "application/n-quads"})
  expect(quads).toContain('<http://www.w3.org/ns/oa#exact> "landed"')
  expect(quads).toContain("<http://www.w3.org/ns/prov#wasDerivedFrom>")
})

test("bibliographies by citation.js: three forms, the same articles", async () => {
  const read = async (name: string): Promise<{title?: string; URL?: string; year?: number}[]> =>
    new Cite(await written(name)).data.map((d: {title?: string; URL?: string; issued?: {"date-parts": number[][]}}) => ({
      title: d.title?.replace(/<\/?span[^>]*>/g, ""),
      URL: d.URL,
      year: Number(d.issued?.["date-parts"]?.[0]?.[0])
    }))
  const csl = await read("csl")
  expect(csl).toEqual(Array(2).fill({title: book.title, URL: book.url, year: 2024}))
  expect(await read("bibtex")).toEqual(csl)
  expect(await read("ris")).toEqual(csl)
})

test("FollowTheMoney: those involved are there before the event that names them", async () => {
  const entities = (await written("ftm"))
    .trim()
    .split("\n")
    .map(line => JSON.parse(line) as {id: string; schema: string; properties: Record<string, string[]>})
  const seen = new Set<string>()
  for (const {id, schema, properties} of entities) {
    if (schema === "Event")
      for (const other of [...(properties.involved ?? []), ...(properties.organizer ?? [])]) expect(seen).toContain(other)
    for (const values of Object.values(properties)) for (const value of values) expect(typeof value).toBe("string")
    seen.add(id)
  }
  expect(entities.filter(e => e.schema === "Event").map(e => e.properties.date)).toEqual([
    ["2024-10-18"],
    ["2024-10"],
    ["2024-10-18"]
  ])
})

test("TimelineJS: a month has no day; what is undated has no slide", async () => {
  const {time: _, timeBasis: __, ...undated} = event()
  const made = JSON.parse(await written("timeline", [...some, undated as Event]))
  expect(made.events.map((e: {start_date: object}) => e.start_date)).toEqual([
    {year: 2024, month: 10, day: 18, display_date: "2024-10-18"},
    {year: 2024, month: 10, display_date: "2024-10"},
    {year: 2024, month: 10, day: 18, display_date: "2024-10-18"}
  ])
})
