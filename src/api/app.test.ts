import {mkdtempSync, rmSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {afterAll, beforeAll, describe, expect, test} from "vitest"
import {mention} from "../../test/mentions.ts"
import {ledger} from "../ledger/ledger.ts"
import type {Article, EventMention, Reading} from "../model/model.ts"
import {openStore, type Store} from "../store/store.ts"
import {writeReadings} from "../store/writes.ts"
import {api} from "./app.ts"
import type {ArticleDetail, EventDetail, EventList, Health, PairList, PanelAnswer, Problem, Series} from "./contract.ts"

const folder = mkdtempSync(join(tmpdir(), "annals-api-"))
let store: Store
let app: ReturnType<typeof api>

/// A reading of an article whose words are "met met met …", with one mention.
function reading(id: string, coded: EventMention): Reading {
  const text = `met ${id} and talked for a long while about it`
  const article: Article = {
    id,
    text,
    removed: [],
    publisher: coded.publisher ?? "A",
    ...(coded.published && {published: coded.published})
  }
  const sentence = {index: 0, start: 0, end: text.length, first: 0, last: 0}
  return {
    article,
    document: {article, sentences: [sentence], tokens: [], clauses: [], reports: [], notes: []},
    mentions: {names: [], actors: [], places: [], times: []},
    coding: {events: [coded], uncoded: [], notes: []}
  }
}

const coded = (id: string, sketch: Parameters<typeof mention>[0]): Reading => reading(id, mention({...sketch, article: id}))

beforeAll(async () => {
  store = await openStore(folder)
  app = api({
    store,
    version: "0",
    token: "secret",
    read: article => reading(article.id, mention({article: article.id})),
    article: text => ({id: "a", text, removed: []}),
    country: code => ({RUS: {name: "Russia"}, PRK: {name: "North Korea"}})[code],
    add: async inputs =>
      writeReadings(
        store,
        ledger,
        inputs.flatMap(i => ("text" in i ? [reading(i.id, mention({article: i.id, day: "2024-01-01"}))] : []))
      ),
    parquet: async () => new Uint8Array()
  })
  const pair = {actors: ["RUS"], recipients: ["PRK"]}
  await writeReadings(store, ledger, [
    coded("one", {...pair, day: "2023-09-13", published: "2023-09-13", publisher: "A"}),
    coded("two", {...pair, day: "2023-09-13", published: "2023-09-14", publisher: "B"}),
    coded("three", {...pair, type: "AID", day: "2023-10-01", published: "2023-10-02", status: "planned"}),
    coded("four", {...pair, type: "AID", day: "2003-10-01", published: "2023-10-03", background: true})
  ])
})
afterAll(async () => {
  await store.close()
  rmSync(folder, {recursive: true, force: true})
})

const get = async <T>(path: string): Promise<T> => (await app.request(`/api/v1${path}`)).json() as Promise<T>

describe("the API", () => {
  test("lists events, history apart, with a cursor that goes on", async () => {
    const all = await get<EventList>("/events?total=1")
    expect(all.total).toBe(2)
    expect((await get<EventList>("/events?background=all&total=1")).total).toBe(3)
    const first = await get<EventList>("/events?limit=1")
    expect(first.events).toHaveLength(1)
    const second = await get<EventList>(`/events?limit=1&cursor=${first.next}`)
    expect(second.next).toBeNull()
    expect([...first.events, ...second.events].map(e => e.id)).toEqual(all.events.map(e => e.id))
  })

  test("one event with its articles and sentences, by the id of any mention", async () => {
    const row = (await get<EventList>("/events?type=CONSULT")).events[0]!
    const detail = await get<EventDetail>(`/events/${row.id}`)
    expect(detail.event.mentions).toHaveLength(2)
    expect(detail.articles.map(a => a.publisher)).toEqual(["A", "B"])
    for (const m of detail.event.mentions) {
      const sentence = detail.sentences[m.id]!
      expect(sentence.text.slice(m.predicate.span.start - sentence.start, m.predicate.span.end - sentence.start)).toBe(
        m.predicate.quote
      )
      expect((await get<EventDetail>(`/events/${m.id}`)).event.id).toBe(detail.event.id)
    }
    const article = await get<ArticleDetail>(`/articles/${detail.articles[0]!.id}`)
    expect(article.mentions[0]!.event).toBe(detail.event.id)
  })

  test("a bin of the series opens exactly the rows it counts", async () => {
    for (const by of ["day", "month", "quarter", "year"] as const) {
      const {bins} = await get<Series>(`/series?by=${by}`)
      expect(bins.map(b => b.events)).toEqual(by === "year" ? [2] : [1, 1])
      for (const bin of bins) {
        const month = Number(bin.from.slice(5, 7))
        const name = {day: bin.from, month: bin.from.slice(0, 7), quarter: `2023-Q${Math.ceil(month / 3)}`, year: "2023"}[by]
        expect((await get<EventList>(`/events?total=1&bin=${name}`)).total).toBe(bin.events)
      }
    }
  })

  test("pairs and health", async () => {
    expect((await get<PairList>("/pairs")).pairs).toEqual([
      {a: "PRK", b: "RUS", aName: "North Korea", bName: "Russia", events: 2}
    ])
    expect(await get<Health>("/health")).toMatchObject({articles: 4, events: 3, mentions: 4})
  })

  test("a panel's counts and their queries agree", async () => {
    const {rows, undated} = await get<PanelAnswer>("/panel?panel=dyad-month")
    expect(rows.map(r => [r.sides.join(">"), r.from, r.events])).toEqual([
      ["RUS>PRK", "2023-09-01", 1],
      ["RUS>PRK", "2023-10-01", 1]
    ])
    expect(undated).toBe(0)
    for (const row of rows) expect((await get<EventList>(`/events?${row.query}`)).events).toHaveLength(row.events)
  })

  test.each([
    ["/events?typo=1", 400, /no filter "typo"; filters: actor/],
    ["/events?type=WAR", 400, /"WAR" is not one of AGREE/],
    ["/events?since=yesterday", 400, /2023-09-13/],
    ["/events?limit=0", 400, /between 1 and 1000/],
    ["/events?cursor=x", 400, /not one this ledger gave/],
    ["/events?sort=size", 400, /-date/],
    ["/series?by=decade", 400, /day, week, month, quarter, year/],
    ["/events?bin=June", 400, /2024-Q2/],
    ["/export?as=xlsx", 400, /jsonl/],
    ["/export?as=csv&text=some", 400, /full, quote, none/],
    ["/panel?panel=moon-month", 400, /dyad, country, actor/],
    ["/panel?measure=size", 400, /count, goldstein, quad, type/],
    ["/panel?bin=2024", 400, /since and until/],
    ["/events/0000", 404, /no event/],
    ["/nothing", 404, /nothing at/]
  ])("%s is refused in one shape with what would be right", async (path, status, says) => {
    const answer = await app.request(`/api/v1${path}`)
    expect(answer.status).toBe(status)
    expect(((await answer.json()) as Problem).detail).toMatch(says)
  })

  test("writing needs the owner's token", async () => {
    const body = JSON.stringify({articles: [{id: "new", text: "met", removed: []}]})
    const post = (authorization: string) =>
      app.request("/api/v1/articles", {method: "POST", body, headers: {authorization, "content-type": "application/json"}})
    expect((await post("Bearer wrong")).status).toBe(401)
    expect(await (await post("Bearer secret")).json()).toMatchObject({articles: 1})
    // twice adds nothing
    expect(await (await post("Bearer secret")).json()).toMatchObject({articles: 0})
  })
})
