import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {afterAll, beforeAll, describe, expect, test, vi} from "vitest"
import {api} from "../src/api/app.ts"
import type {
  CodebookAnswer,
  EventList,
  GapRows,
  Job,
  OwnFile,
  OwnSaved,
  Preview,
  RegistryList,
  RuleDetail,
  RunList,
  SourceList
} from "../src/api/contract.ts"
import {deskOn} from "../src/cli/ledger/desk.ts"
import type {Store} from "../src/store/store.ts"
import {engines} from "./engines.ts"

/// What a team brings to its ledger, as the page changes it: looked at before it is saved, checked, written, read with.
vi.setConfig({testTimeout: 300_000, hookTimeout: 300_000})

const articles = [
  ["Herald", "2024-07-10", "Kenyan police arrested 12 protesters in Nairobi on Tuesday."],
  ["Star", "2024-07-12", "Kenyan police detained the Ugandan envoy in Mombasa on Thursday."],
  ["Star", "2024-07-14", "Turkana herders rustled cattle from Ugandan villagers on Saturday. Kenya thanked Uganda."],
  ["Courier", "2024-08-02", "Kenya accused Uganda of smuggling. Ada Ndovu met the Ugandan president on Friday."]
].map(([publisher, published, text]) =>
  JSON.stringify({url: `https://${publisher}.example/${published}`, publisher, published, text})
)

const raid = `rules:
  - name: cattle-raid
    code: ASSAULT
    verbs: [rustle]
    actor: subject
    recipient: [from]
    examples:
      - "{actor Toposa fighters} rustled goats from {recipient Kenyan herders}."
`

describe.each(engines)("$name", ({open}) => {
  let folder: string
  let store: Store
  let desk: ReturnType<typeof deskOn>
  let app: ReturnType<typeof api>
  const get = async <T>(path: string): Promise<T> => (await app.request(`/api/v1${path}`)).json() as Promise<T>
  const post = async (path: string, body: unknown): Promise<Response> =>
    app.request(`/api/v1${path}`, {method: "POST", body: JSON.stringify(body), headers: {"content-type": "application/json"}})
  const over = async ({id}: Job): Promise<string> => (await app.request(`/api/v1/jobs/${id}/events`)).text()
  const detailOf = async (answer: Response): Promise<string> => ((await answer.json()) as {detail: string}).detail
  async function preview(what: "codebook" | "actors", text: string): Promise<Preview> {
    const begun = await post("/previews", {what, text})
    expect(begun.status, begun.ok ? "" : await begun.clone().text()).toBe(202)
    const job = (await begun.json()) as Job
    expect(await over(job)).toMatch(/event: end\ndata: .*"what":"preview","state":"done"/)
    return get<Preview>(`/previews/${job.id}`)
  }
  async function save(what: "codebook" | "actors", text: string): Promise<OwnFile> {
    const {hash} = await get<OwnFile>(`/own/${what}`)
    const answer = await post(`/own/${what}`, {text, was: hash})
    expect(answer.status, answer.ok ? "" : await answer.clone().text()).toBe(202)
    const {file, job} = (await answer.json()) as OwnSaved
    expect(await over(job)).toMatch(/event: end\ndata: .*"state":"done"/)
    return file
  }
  const everything = (): Promise<EventList> =>
    get("/events?background=all&status=happened,ongoing,planned,possible,did-not-happen&limit=1000&total=1")

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "annals-brought-"))
    mkdirSync(join(folder, "codebook"))
    writeFileSync(join(folder, "codebook", "by-hand.yaml"), "classes:\n  livestock: [cattle, goat]\n")
    store = await open(folder)
    desk = deskOn(store, {token: "secret", jobs: 1})
    app = api(desk)
    const begun = await post("/jobs", {what: "read", files: [{name: "a.jsonl", text: articles.join("\n")}]})
    await over((await begun.json()) as Job)
  })
  afterAll(async () => {
    await desk.close()
    await store.close()
    rmSync(folder, {recursive: true, force: true})
  })

  test("a rule switched off: what would go is told, and nothing is written", async () => {
    const [events, writes] = [await everything(), store.writes()]
    const found = await preview("codebook", "off: [arrest]\n")
    expect(found).toMatchObject({
      what: "codebook",
      looked: 2,
      holding: 2,
      articles: 4,
      counts: {added: 0, removed: 2, changed: 0}
    })
    expect(found.changes.map(c => [c.kind, c.before?.type, c.after, c.quote])).toEqual([
      ["removed", "COERCE", undefined, expect.stringContaining("detained the Ugandan envoy")],
      ["removed", "COERCE", undefined, expect.stringContaining("arrested 12 protesters")]
    ])
    expect(store.writes()).toBe(writes)
    expect(await everything()).toEqual(events)
    expect(readdirSync(join(folder, "codebook"))).toEqual(["by-hand.yaml"])
  })

  test("a rule added, looked at, saved: just what was told becomes of the events", async () => {
    const found = await preview("codebook", raid)
    expect(found.examples).toEqual({hold: 1, of: 1, wrong: []})
    expect(found).toMatchObject({looked: 1, holding: 1, counts: {added: 1, removed: 0, changed: 0}})
    const file = await save("codebook", raid)
    expect(file).toMatchObject({file: "codebook/page.yaml", text: raid, others: ["by-hand.yaml"]})
    expect(readFileSync(join(folder, "codebook", "page.yaml"), "utf8")).toBe(raid)
    const {runs} = await get<RunList>("/runs?became=1")
    expect(runs.at(-1)).toMatchObject({what: "recode", became: {came: 1, changed: 0, gone: 0}})
    const rule = await get<RuleDetail>("/rules/cattle-raid")
    expect(rule).toMatchObject({type: "ASSAULT", reports: 1, events: 1, rule: {origin: "added", at: "codebook/page.yaml:2"}})
    expect(rule.latest[0]!.quote).toContain("rustled cattle")
    const book = await get<CodebookAnswer>("/codebook")
    expect(book.own).toEqual({added: ["cattle-raid"], changed: [], off: []})
  })

  test("a change of type is one change; a decision that it contradicts comes first", async () => {
    const {events} = await everything()
    const arrest = events.find(e => e.quote.includes("arrested 12"))!
    const decided = await post("/corrections", {who: "Ada", corrections: [{op: "accept", mention: arrest.id}]})
    expect(decided.status).toBe(201)
    const found = await preview("codebook", `${raid}  - name: arrest\n    code: ASSAULT\n    mode: abduct\n`)
    expect(found.counts).toEqual({added: 0, removed: 0, changed: 2, decided: 1})
    expect(found.changes[0]).toMatchObject({
      kind: "changed",
      before: {type: "COERCE"},
      after: {type: "ASSAULT", modes: ["abduct"]},
      decisions: [{who: "Ada", agrees: false}]
    })
  })

  test("what is not well written is refused with file and line; so is what fails its own example, or was changed meanwhile", async () => {
    const {hash, text} = await get<OwnFile>("/own/codebook")
    const wrong = await post("/previews", {what: "codebook", text: `${raid}    when:\n      object: {is: [livestok]}\n`})
    expect(wrong.status).toBe(400)
    expect(await detailOf(wrong)).toBe(
      'codebook/page.yaml:9: no class "livestok"; did you mean "livestock"?; add it under classes'
    )
    const failing = await post("/own/codebook", {text: raid.replace("rustled goats", "bought goats"), was: hash})
    expect(failing.status).toBe(400)
    expect(await detailOf(failing)).toMatch(/^codebook\/page\.yaml:2: cattle-raid: /)
    expect((await post("/own/codebook", {text: raid, was: "another"})).status).toBe(409)
    const bomb = `a: &a [x, x]\n${[..."bcdefghijklmnopqrst"].map((n, i) => `${n}: &${n} [*${"abcdefghijklmnopqrst"[i]}, *${"abcdefghijklmnopqrst"[i]}]`).join("\n")}\n`
    expect((await post("/previews", {what: "codebook", text: bomb})).status).toBe(400)
    expect((await get<OwnFile>("/own/codebook")).text).toBe(text)
    const actor = await post("/previews", {what: "actors", text: "- name: Ada Ndovu\n  country: KENYA\n"})
    expect(await detailOf(actor)).toMatch(/^actors\/page\.yaml:2: unknown country "KENYA"/)
  })

  test("no part of a request says where anything is written", async () => {
    for (const what of ["..%2f..%2fpage", "codebook%2f..%2f..", "page.yaml", "..", "%2fetc%2fpasswd"]) {
      expect((await post(`/own/${what}`, {text: "off: [arrest]", was: ""})).status, what).toBe(404)
      expect((await app.request(`/api/v1/own/${what}`)).status, what).toBe(404)
    }
    expect((await post("/own/codebook", {text: "", was: "", file: "../x.yaml"})).status).toBe(400)
    expect(readdirSync(join(folder, "codebook")).sort()).toEqual(["by-hand.yaml", "page.yaml"])
    expect(existsSync(join(folder, "actors"))).toBe(false)
  })

  test("a name nobody knows is written down, and known from then on", async () => {
    const names = await get<GapRows>("/pile/names")
    expect(names.rows).toContainEqual(
      expect.objectContaining({name: "Ada Ndovu", events: 1, quote: expect.stringContaining("Ada Ndovu met")})
    )
    const text = "- name: Ada Ndovu\n  country: KEN\n  roles:\n    - {title: foreign minister, from: 2024-01-01}\n"
    const found = await preview("actors", text)
    expect(found.words).toContain("Ada Ndovu")
    expect(found.changes.map(c => c.quote).join()).toContain("Ada Ndovu met")
    await save("actors", text)
    expect((await get<GapRows>("/pile/names")).rows.map(r => r.name)).not.toContain("Ada Ndovu")
    const {actors} = await get<RegistryList>("/registry?search=ndovu")
    expect(actors).toEqual([expect.objectContaining({id: "ada-ndovu", offices: 1, at: "actors/page.yaml:1"})])
  })

  test("a source that is ignored stands among the sources as such", async () => {
    const before = await get<SourceList>("/sources")
    const courier = before.sources.find(s => s.publisher === "Courier")!
    expect(courier).toMatchObject({articles: 1, undated: 0, first: "2024-08-02"})
    const {total} = await get<EventList>(
      "/events?background=all&publisher=Courier&status=happened,ongoing,planned,possible,did-not-happen&total=1"
    )
    expect(courier.events).toBe(total)
    await post("/corrections", {
      who: "Ada",
      corrections: [{op: "ignore-source", mention: courier.report, after: {publisher: "Courier"}}]
    })
    const after = await get<SourceList>("/sources")
    expect(after.sources.find(s => s.publisher === "Courier")).toMatchObject({events: 0, alone: 0, ignored: {who: "Ada"}})
  })

  test("all that was said is taken back: the ledger is as it was shipped to be", async () => {
    await save("codebook", "")
    expect(existsSync(join(folder, "codebook", "page.yaml"))).toBe(false)
    expect((await get<CodebookAnswer>("/codebook")).own.added).toEqual([])
    expect((await everything()).events.some(e => e.quote.includes("rustled"))).toBe(false)
  })
})
