import {mkdtempSync, rmSync} from "node:fs"
import {tmpdir} from "node:os"
import {join, resolve} from "node:path"
import {Client} from "@modelcontextprotocol/client"
import {InMemoryTransport} from "@modelcontextprotocol/server"
import {AjvJsonSchemaValidator} from "@modelcontextprotocol/server/validators/ajv"
import {check as readGeojson} from "@placemarkio/check-geojson"
import {Validator} from "@seriousme/openapi-schema-validator"
import {parse as readCsv} from "csv-parse/sync"
import {parseDocument} from "htmlparser2"
import {afterAll, beforeAll, describe, expect, test} from "vitest"
import {api} from "../src/api/app.ts"
import type {EventDetail, EventList} from "../src/api/contract.ts"
import {assistantServer} from "../src/api/mcp/server.ts"
import {tools} from "../src/api/mcp/tools.ts"
import {openapi} from "../src/api/openapi.ts"
import {routes} from "../src/api/routes/list.ts"
import {articlesFrom} from "../src/articles/read.ts"
import {deskOn} from "../src/cli/ledger/desk.ts"
import {openStore, type Store} from "../src/store/store.ts"

/// The API and the assistant's tools over the sample pile: every answer is what the document says it is.

const folder = mkdtempSync(join(tmpdir(), "annals-api-"))
const document = JSON.parse(JSON.stringify(openapi(routes, "0"))) as {
  paths: Record<string, Record<string, Operation>>
  components: {schemas: Record<string, object>}
}
interface Operation {
  readonly operationId: string
  readonly responses: Record<string, {content?: Record<string, {schema: object}>}>
}
let store: Store
let desk: ReturnType<typeof deskOn>
let app: ReturnType<typeof api>
let event: EventDetail

const ask = async (path: string, init?: RequestInit): Promise<Response> => app.request(path, init)
const get = async <T>(path: string): Promise<T> => (await ask(`/api/v1${path}`)).json() as Promise<T>
const posted = (body: unknown, more: Record<string, string> = {}): RequestInit => ({
  method: "POST",
  body: JSON.stringify(body),
  headers: {"content-type": "application/json", ...more}
})

beforeAll(async () => {
  store = await openStore(folder)
  desk = deskOn(store, {token: "secret", jobs: 1})
  app = api(desk)
  await desk.keeper!.begin("read")
  const inputs = []
  for await (const one of articlesFrom([resolve(import.meta.dirname, "../samples/articles")])) inputs.push(one)
  await desk.add(inputs)
  await desk.keeper!.end()
  const {events} = await get<EventList>("/events?sort=-reports&limit=1")
  event = await get<EventDetail>(`/events/${events[0]!.id}`)
}, 300_000)

afterAll(async () => {
  await desk.close()
  await store.close()
  rmSync(folder, {recursive: true, force: true})
})

/// What a route is asked with, where its path alone does not do.
const asked = (): Readonly<Record<string, readonly string[]>> => ({
  listEvents: ["?total=1", "?confidence__gte=0.5&type__not=ASSAULT&limit=3", "?pair=RUS,PRK", "?background=all&limit=1000"],
  getEvent: [`/events/${event.event.id}`, `/events/${event.event.mentions.at(-1)!.id}`],
  getActor: ["/actors/RUS", `/actors/${encodeURIComponent(event.event.actors[0]!.id)}`],
  getArticle: event.articles.map(a => `/articles/${a.id}`),
  getEvidence: [`/evidence/${event.articles[0]!.id}:0-10`],
  listReports: ["", `?event=${event.event.id}`],
  listClaims: ["", `?event=${event.event.id}`],
  listEvidence: ["", `?event=${event.event.id}`],
  search: ["?q=border", "?q=president&in=articles&total=1", "?q=president+said&in=quotes", "?q=russia&type=CONSULT"],
  listSeries: ["", "?by=day&limit=10", "?by=year"],
  listDifferences: ["?a=0&b=1"],
  getPanel: ["", "?panel=country-year&fill=zero"],
  listNews: ["new", "grown", "corrected", "contradicted", "withdrawn"].map(kind => `?kind=${kind}`),
  listReviewChoices: ["?search=rus"],
  listOffices: ["?of=RUS"],
  getNetwork: ["?around=RUS"],
  getJob: ["/jobs/1"],
  getRule: ["/rules/arrest"],
  listKnown: ["?search=putin&total=1", "?limit=2"],
  getKnown: ["/registry/vladimir-putin", "/registry/un"],
  listSources: ["", "?search=the&total=1"],
  listRuns: ["", "?became=1"],
  getOwn: ["/own/codebook", "/own/actors"],
  getPreview: ["/previews/PREVIEW"]
})

/// Routes that answer no JSON: asked elsewhere below.
const others = new Set(["exportEvents", "watchJob"])

describe("the OpenAPI document", () => {
  test("is valid 3.1", async () => {
    const found = await new Validator().validate(structuredClone(document))
    expect(found.errors).toBeUndefined()
    expect(found.valid).toBe(true)
  })

  test("names every route once", () => {
    const names = Object.values(document.paths).flatMap(at => Object.values(at).map(o => o.operationId))
    expect(new Set(names).size).toBe(names.length)
    expect(names.length).toBe(routes.length)
  })
})

const validators = new AjvJsonSchemaValidator()
/// What is wrong with an answer under the document, if anything.
function wrong(operation: Operation, answer: unknown, status = "200"): string | undefined {
  const {schema} = operation.responses[status]!.content!["application/json"]!
  const whole = {...schema, $defs: document.components.schemas}
  const local = JSON.parse(JSON.stringify(whole).replaceAll("#/components/schemas/", "#/$defs/"))
  return validators.getValidator(local)(answer).errorMessage
}

describe("every answer is as the document says", () => {
  const reading = routes.filter(r => r.method === "get" && !others.has(r.name))
  test.each(reading.map(r => [r.name, r] as const))("%s", async (name, route) => {
    if (name === "getJob") {
      const begun = await ask(
        "/api/v1/jobs",
        posted({what: "read", files: [{name: "a.txt", text: "Turkey threatened to close its border."}]})
      )
      expect(begun.status).toBe(202)
    }
    let tried = ""
    if (name === "getPreview") {
      const begun = await ask("/api/v1/previews", posted({what: "codebook", text: "off: [threat-noun]"}))
      tried = ((await begun.json()) as {id: string}).id
      await (await ask(`/api/v1/jobs/${tried}/events`)).text()
    }
    for (const more of asked()[name] ?? [""]) {
      const path = (more.startsWith("/") ? more : `${route.path}${more}`).replace("PREVIEW", tried)
      expect(path, `${name}: test/api.test.ts should say what to ask it with`).not.toMatch(/[{}]/)
      const answer = await ask(`/api/v1${path}`)
      expect(answer.status, `${path} ${answer.ok ? "" : await answer.clone().text()}`).toBe(200)
      expect(wrong(document.paths[route.path]!.get!, await answer.json()), path).toBeUndefined()
    }
  })

  const lists = routes.filter(r => r.forms)
  test.each(lists.map(r => [r.name, r] as const))("%s in every form", async (name, route) => {
    for (const more of asked()[name] ?? [""]) {
      const {next = null, ...rows} = await get<Record<string, unknown>>(`${route.path}${more}`)
      const count = (route.rows?.of(rows) ?? (Object.values(rows).find(Array.isArray) as unknown[])).length
      const body = async (form: string): Promise<string> => {
        const answer = await ask(`/api/v1${route.path}.${form}${more}`)
        expect(answer.status, `${route.path}.${form}${more}`).toBe(200)
        expect(answer.headers.get("link") === null).toBe(next === null)
        return answer.text()
      }
      const jsonl = await body("jsonl")
      expect(
        jsonl
          .split("\n")
          .filter(line => line !== "")
          .map(line => JSON.parse(line))
      ).toHaveLength(count)
      expect(readCsv(await body("csv"))).toHaveLength(count + 1)
      expect(readGeojson(await body("geojson"))).toMatchObject({type: "FeatureCollection"})
      const atom = parseDocument(await body("atom"), {xmlMode: true})
      const feed = atom.children.find(n => "name" in n && n.name === "feed") as unknown as {children: {name?: string}[]}
      expect(feed.children.filter(n => n.name === "entry")).toHaveLength(count)
    }
  })

  test("what is explained, saved, begun and broken off", async () => {
    const explained = await ask(
      "/api/v1/explain",
      posted({text: "Police said on Tuesday that they had arrested two men.", date: "2024-05-02"})
    )
    expect(wrong(document.paths["/explain"]!.post!, await explained.json())).toBeUndefined()
    const saved = await ask("/api/v1/views", posted({name: "talks of two", query: "pair=RUS,PRK&type=CONSULT"}))
    expect(wrong(document.paths["/views"]!.post!, await saved.json(), "201")).toBeUndefined()
    expect(await get("/views")).toMatchObject({views: [{name: "talks of two"}]})
    expect((await ask("/api/v1/views/talks%20of%20two", {method: "DELETE"})).status).toBe(200)
    expect(await get("/views")).toMatchObject({views: []})
  })

  test("an error is a problem of RFC 9457", async () => {
    for (const path of ["/events?typo=1", "/events/0", "/nothing", "/events?confidence__near=1", "/search?q=%20"]) {
      const answer = await ask(`/api/v1${path}`)
      expect(answer.headers.get("content-type")).toBe("application/problem+json")
      expect(await answer.json()).toMatchObject({status: answer.status, type: "about:blank", detail: expect.any(String)})
    }
  })
})

test("pages of any list join without a gap or a double", async () => {
  for (const path of [
    "/events?sort=-confidence&background=all",
    "/events?sort=date",
    "/reports?x",
    "/evidence?x",
    "/articles?x"
  ]) {
    const bare = path.replace("?x", "?")
    const whole = await get<Record<string, {id: string; role?: string; report?: string}[]>>(`${bare}&limit=1000`)
    const rows = Object.values(whole)
      .find(Array.isArray)!
      .map(r => JSON.stringify(r))
    const joined: string[] = []
    for (let next: string | null = ""; next !== null && joined.length < 200; ) {
      const page: Record<string, unknown> = await get(`${bare}&limit=37&cursor=${next}`)
      joined.push(...(Object.values(page).find(Array.isArray) as object[]).map(r => JSON.stringify(r)))
      next = page.next as string | null
    }
    expect(joined).toEqual(rows.slice(0, joined.length))
  }
})

test("comparisons keep just those they say", async () => {
  const {events} = await get<EventList>("/events?limit=1000&background=all")
  const kept = async (query: string): Promise<string[]> =>
    (await get<EventList>(`/events?limit=1000&background=all&${query}`)).events.map(e => e.id)
  const by = (fits: (e: EventList["events"][number]) => boolean): string[] => events.filter(fits).map(e => e.id)
  expect(await kept("confidence__gte=0.7")).toEqual(by(e => e.confidence >= 0.7))
  expect(await kept("outlets__gt=1&type__not=AID")).toEqual(by(e => e.outlets > 1 && e.type !== "AID"))
  expect(await kept("type__in=AID,consult")).toEqual(by(e => e.type === "AID" || e.type === "CONSULT"))
  expect(await kept("place__null=yes")).toEqual(by(e => e.place === undefined))
  expect(await kept("by__contains=police")).toEqual(by(e => e.by?.toLowerCase().includes("police") ?? false))
  expect(await kept("from__lt=2020-01-01")).toEqual(by(e => e.time?.from !== undefined && e.time.from < "2020-01-01"))
})

test("an id leads to its page, or to linked data", async () => {
  const path = `/api/v1/events/${event.event.id}`
  const page = await ask(path, {headers: {accept: "text/html,application/xhtml+xml"}})
  expect([page.status, page.headers.get("location")]).toEqual([303, `/event/${event.event.id}`])
  const linked = await ask(path, {headers: {accept: "application/ld+json"}})
  expect(linked.headers.get("content-type")).toBe("application/ld+json")
  expect((await linked.json())["@graph"].map((n: {"@id": string}) => n["@id"])).toContain(`urn:annals:event:${event.event.id}`)
})

test("an answer that still holds is not sent again", async () => {
  const first = await ask("/api/v1/events?limit=5")
  const again = await ask("/api/v1/events?limit=5", {headers: {"if-none-match": first.headers.get("etag")!}})
  expect([again.status, await again.text()]).toEqual([304, ""])
})

test("search finds what was just read, and marks it", async () => {
  const text = "Officials of Zanzibria accused Quuxland of smuggling quinces."
  const begun = await ask("/api/v1/jobs", posted({what: "read", files: [{name: "quinces.txt", text}]}))
  const {id} = (await begun.json()) as {id: string}
  const told = await (await ask(`/api/v1/jobs/${id}/events`)).text()
  expect(told).toMatch(/event: end\ndata: .*"state":"done"/)
  const {hits} = await get<{hits: {words: string; marks: {start: number; end: number}[]}[]}>("/search?q=smuggl+quinces&in=quotes")
  expect(hits).toHaveLength(1)
  expect(hits[0]!.marks.map(m => hits[0]!.words.slice(m.start, m.end))).toEqual(["smuggling", "quinces"])
})

describe("the assistant's tools", () => {
  let client: Client
  beforeAll(async () => {
    const [here, there] = InMemoryTransport.createLinkedPair()
    await assistantServer(async (path, init) => {
      const answer = await ask(path, init)
      if (!answer.ok) throw new Error(((await answer.json()) as {detail: string}).detail)
      return answer
    }, "0").connect(there)
    client = new Client({name: "test", version: "0"})
    await client.connect(here)
  })
  // biome-ignore lint/suspicious/noExplicitAny: each tool answers in a shape of its own
  const call = async (name: string, given: Record<string, unknown>): Promise<any> => {
    const answer = await client.callTool({name, arguments: given})
    expect(answer.isError, JSON.stringify(answer.content)).toBeFalsy()
    return answer.structuredContent
  }

  test("are all read-only", async () => {
    const {tools: told} = await client.listTools()
    expect(told.map(t => t.name)).toEqual(tools.map(t => t.name))
    for (const tool of told) expect(tool.annotations).toMatchObject({readOnlyHint: true, destructiveHint: false})
  })

  test("every fact stands on words that are in the article", async () => {
    const {facts, total, ceilings} = await call("search_events", {pair: "RUS,PRK", limit: 5})
    expect(total).toBeGreaterThan(5)
    expect(ceilings.join(" ")).toMatch(/5 of \d+ events/)
    for (const fact of facts) {
      const {evidence} = await call("get_evidence", {id: fact.evidence})
      expect(evidence.quote).toBe(fact.quote)
      expect(fact.published).toMatch(/^\d{4}/)
    }
    expect((await call("search_events", {words: "border", limit: 3})).facts.length).toBeGreaterThan(0)
  })

  test("one event, its claims, its time, how it is coded", async () => {
    const {fields, reports} = await call("get_event", {id: event.event.id})
    expect(reports).toHaveLength(event.event.mentions.length)
    expect(fields.every((f: {evidence: string}) => /:\d+-\d+$/.test(f.evidence))).toBe(true)
    const {claims} = await call("list_claims", {event: event.event.id})
    expect(claims).toHaveLength(event.event.mentions.length)
    const {bins, ceilings} = await call("series", {by: "year", party: "RUS"})
    expect(bins.length).toBeGreaterThan(0)
    expect(ceilings.join(" ")).toMatch(/no measure of what happened/)
    expect((await call("changes_since", {since: "0", limit: 2})).changes).toHaveLength(2)
    expect((await call("explain", {text: "Turkey threatened to close its border.", date: "2024-05-02"})).codings).toHaveLength(1)
  })

  test("a quote is right, right but for its marks, or not there", async () => {
    const quote = event.sentences[event.event.mentions[0].id]!.text
    expect((await call("verify_quote", {quote})).verdict).toBe("exact")
    expect((await call("verify_quote", {quote: quote.toUpperCase().replaceAll(" ", "  ")})).verdict).toBe(
      "but for spaces and marks"
    )
    const made = await call("verify_quote", {quote: "The quinces were never to be seen in the palace again."})
    expect([made.verdict, made.places]).toEqual(["not found", []])
  })

  test("a correction is a proposal; nothing is written", async () => {
    const before = store.writes()
    const made = await call("propose_correction", {
      report: event.event.mentions[0].id,
      op: "reject",
      why: "It says the opposite."
    })
    expect(made).toMatchObject({accepted: false, proposal: {corrections: [{op: "reject"}]}})
    expect(store.writes()).toBe(before)
  })
})
