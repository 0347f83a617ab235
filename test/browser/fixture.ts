import {existsSync, mkdtempSync, readFileSync, rmSync} from "node:fs"
import {tmpdir} from "node:os"
import {extname, join} from "node:path"
import {serve} from "@hono/node-server"
import {Hono} from "hono"
import {api} from "../../src/api/app.ts"
import type {Desk} from "../../src/api/desk.ts"
import {broughtTo} from "../../src/cli/ledger/brought.ts"
import {alone} from "../../src/cli/ledger/crew.ts"
import {keeperOf} from "../../src/cli/ledger/keeper.ts"
import {reviewingOn} from "../../src/cli/ledger/reviewing.ts"
import {ledger} from "../../src/ledger/ledger.ts"
import {
  type Article,
  articleId,
  type Claim,
  contentId,
  type EventMention,
  type EventType,
  evidenceOf,
  type Grounded,
  type Party,
  type Place,
  type Reading,
  type Removed,
  type Span,
  type Stance,
  type Status,
  type TimeSpan,
  type Toll,
  type Uncoded
} from "../../src/model/model.ts"
import {openResources} from "../../src/resources.ts"
import {putRun} from "../../src/store/runs.ts"
import {openStore} from "../../src/store/store.ts"
import {writeReadings, writeSkipped} from "../../src/store/writes.ts"

/// A small ledger made by hand, so that the page is tested on known events whatever the stages before it make of a text.
/// Sentences carry their coding: "{who RUS|Russia} {what visited} {whom PRK|North Korea} {when 2024-06-19|on Wednesday}."

const parties: Readonly<Record<string, Party>> = {
  RUS: {id: "RUS", name: "Russia", kind: "country", country: "RUS", sectors: []},
  PRK: {id: "PRK", name: "North Korea", kind: "country", country: "PRK", sectors: []},
  KOR: {id: "KOR", name: "South Korea", kind: "country", country: "KOR", sectors: []},
  USA: {id: "USA", name: "United States", kind: "country", country: "USA", sectors: []},
  CHN: {id: "CHN", name: "China", kind: "country", country: "CHN", sectors: []},
  JPN: {id: "JPN", name: "Japan", kind: "country", country: "JPN", sectors: []},
  UKR: {id: "UKR", name: "Ukraine", kind: "country", country: "UKR", sectors: []},
  UNO: {id: "un", name: "United Nations", kind: "organization", country: "UNO", sectors: []},
  putin: {id: "rus-putin", name: "Vladimir Putin", kind: "person", country: "RUS", sectors: ["GOV"], title: "president"},
  kim: {id: "prk-kim-jong-un", name: "Kim Jong Un", kind: "person", country: "PRK", sectors: ["GOV"], title: "leader"},
  nis: {id: "kor-nis", name: "National Intelligence Service", kind: "organization", country: "KOR", sectors: ["SPY"]},
  whitehouse: {id: "usa-white-house", name: "White House", kind: "organization", country: "USA", sectors: ["GOV"]},
  pentagon: {id: "usa-pentagon", name: "Pentagon", kind: "organization", country: "USA", sectors: ["MIL"]},
  mission: {id: "name:mission to the un", name: "North Korea’s mission", sectors: []}
}

const places: Readonly<Record<string, Place>> = {
  pyongyang: {id: "g1871859", name: "Pyongyang", country: "PRK", lat: 39.03, lon: 125.75, grain: "city"},
  moscow: {id: "g524901", name: "Moscow", country: "RUS", lat: 55.75, lon: 37.62, grain: "city"},
  vladivostok: {id: "g2013348", name: "Vladivostok", country: "RUS", lat: 43.11, lon: 131.87, grain: "city"},
  vostochny: {id: "vostochny", name: "Vostochny", country: "RUS", lat: 51.88, lon: 128.33, grain: "exact"},
  newyork: {id: "g5128581", name: "New York", country: "USA", lat: 40.71, lon: -74.01, grain: "city"},
  beijing: {id: "g1816670", name: "Beijing", country: "CHN", lat: 39.91, lon: 116.4, grain: "city"},
  prk: {id: "PRK", name: "North Korea", country: "PRK", lat: 40, lon: 127, grain: "country"},
  east: {id: "eastern-russia", name: "eastern Russia", country: "RUS", grain: "region"}
}

interface Coded {
  readonly type: EventType
  readonly mode?: string
  readonly status?: Status
  readonly stance?: Stance
  readonly background?: boolean
  readonly confidence?: number
}
interface Said {
  readonly marked: string
  readonly coded?: Coded
  readonly reason?: string
}
interface Paper {
  readonly publisher?: string
  readonly published?: string
  readonly title: string
  readonly paragraphs: readonly (readonly Said[])[]
  readonly removed?: readonly string[]
}

const coded = (marked: string, type: EventType, more: Omit<Coded, "type"> = {}): Said => ({marked, coded: {type, ...more}})
const plain = (marked: string, reason?: string): Said => (reason === undefined ? {marked} : {marked, reason})

function timeOf(text: string): TimeSpan {
  const [from, until] = text.split("/")
  if (until) return {from: from!, until, grain: "duration"}
  if (/^\d{4}-\d{2}$/.test(text)) {
    const [y, m] = text.split("-").map(Number) as [number, number]
    return {from: `${text}-01`, until: m === 12 ? `${y + 1}-01-01` : `${y}-${String(m + 1).padStart(2, "0")}-01`, grain: "month"}
  }
  if (/^\d{4}$/.test(text)) return {from: `${text}-01-01`, until: `${Number(text) + 1}-01-01`, grain: "year"}
  return {from: text, until: new Date(Date.parse(`${text}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10), grain: "day"}
}

function tollOf(text: string): Pick<Toll, "what" | "low" | "high"> {
  const [what, low, high] = text.split(":") as [Toll["what"], string, string | undefined]
  return {what, low: Number(low), ...(high !== "more" && {high: Number(high ?? low)})}
}

/// Takes "{role value|words}" out of a sentence that begins at `offset`, and says where the words stand.
function unmarked(marked: string, offset: number): {text: string; roles: {role: string; value: string; span: Span}[]} {
  const roles: {role: string; value: string; span: Span}[] = []
  let text = ""
  const open: {role: string; value: string; start: number}[] = []
  for (let i = 0; i < marked.length; i++) {
    const head = /^\{(\w+)(?: ([^|{}]*))?\|/.exec(marked.slice(i))
    if (head) {
      open.push({role: head[1]!, value: head[2] ?? "", start: offset + text.length})
      i += head[0].length - 1
    } else if (marked[i] === "}" && open.length > 0) {
      const {role, value, start} = open.pop()!
      roles.push({role, value, span: {start, end: offset + text.length}})
    } else text += marked[i]
  }
  return {text, roles}
}

function readingOf(paper: Paper): Reading {
  let text = ""
  const said: {said: Said; span: Span; roles: ReturnType<typeof unmarked>["roles"]}[] = []
  for (const [p, paragraph] of paper.paragraphs.entries()) {
    if (p > 0) text += "\n\n"
    for (const [s, sentence] of paragraph.entries()) {
      if (s > 0) text += " "
      const {text: words, roles} = unmarked(sentence.marked, text.length)
      said.push({said: sentence, span: {start: text.length, end: text.length + words.length}, roles})
      text += words
    }
  }
  const url = `https://example.org/${paper.publisher ?? "nobody"}/${paper.published ?? "undated"}`
    .replaceAll(" ", "-")
    .toLowerCase()
  const removed: Removed[] = (paper.removed ?? []).map(t => ({at: text.length, text: t, reason: "page furniture"}))
  const article: Article = {
    id: articleId(url, text),
    url,
    title: paper.title,
    language: "en",
    text,
    removed,
    ...(paper.publisher && {publisher: paper.publisher}),
    ...(paper.published && {published: paper.published})
  }
  const events: EventMention[] = []
  const uncoded: Uncoded[] = []
  for (const [index, {said: sentence, span, roles}] of said.entries()) {
    if (sentence.reason !== undefined) uncoded.push({sentence: index, span, reason: sentence.reason})
    if (!sentence.coded) continue
    const {type, mode, status = "happened", stance = "asserts", background = false, confidence = 0.9} = sentence.coded
    const of = (role: string) => roles.filter(r => r.role === role)
    const grounded = <T>(role: string, value: (text: string) => T): Grounded<T>[] =>
      of(role).map(r => ({means: value(r.value), basis: "stated", evidence: [evidenceOf(article, r.span)]}))
    const [by] = of("by")
    const claim: Claim = {
      by: by
        ? {kind: "actor", party: parties[by.value]!, evidence: evidenceOf(article, by.span)}
        : {kind: "publisher", ...(paper.publisher && {name: paper.publisher})},
      stance,
      status,
      evidence: []
    }
    const [place] = grounded("where", v => places[v]!)
    const [stated] = grounded("when", timeOf)
    const time: Grounded<TimeSpan> | undefined =
      stated ??
      (paper.published && status !== "planned" ? {means: timeOf(paper.published), basis: "assumed", evidence: []} : undefined)
    const predicate = evidenceOf(article, of("what")[0]!.span)
    events.push({
      id: contentId(article.id, `${predicate.span.start}`, `${predicate.span.end}`, type),
      article: article.id,
      sentence: index,
      sentenceSpan: span,
      type,
      ...(mode && {mode}),
      contexts: [],
      actors: grounded("who", v => parties[v]!),
      recipients: grounded("whom", v => parties[v]!),
      ...(place && {place}),
      ...(time && {time}),
      tolls: of("much").map(r => ({...tollOf(r.value), evidence: evidenceOf(article, r.span)})),
      claim,
      background,
      confidence,
      predicate,
      words: predicate.quote.toLowerCase().split(/\W+/),
      why: {rule: type.toLowerCase(), says: [`“${predicate.quote}” is a deed of this kind`]},
      ...(paper.published && {published: paper.published}),
      ...(paper.publisher && {publisher: paper.publisher})
    })
  }
  return {
    article,
    document: {
      article,
      sentences: said.map(({span}, index) => ({...span, index, first: 0, last: 0})),
      tokens: [],
      clauses: [],
      reports: [],
      notes: []
    },
    mentions: {names: [], actors: [], places: [], times: []},
    coding: {events, uncoded, notes: []}
  }
}

const treaty =
  "{who RUS|Russia} and {who PRK|North Korea} {what|signed a comprehensive partnership treaty} {where pyongyang|in Pyongyang} {when 2024-06-19|on Wednesday}, a pact that obliges each to help the other if it is attacked."

const papers: readonly Paper[] = [
  {
    publisher: "Harbour Wire",
    published: "2024-06-20",
    title: "Russia and North Korea sign treaty in Pyongyang",
    paragraphs: [
      [
        coded(treaty, "AGREE", {confidence: 0.97}),
        coded(
          "{who putin|President Vladimir Putin} had {what|landed} before dawn {when 2024-06-19|that day} and was met at the airport {where pyongyang|of the capital} by {whom kim|Kim Jong Un}.",
          "CONSULT",
          {mode: "visit"}
        )
      ],
      [
        coded(
          "It was the first {what|visit} {who putin|he} paid {whom PRK|to the country} {when 2000-07|since July 2000}.",
          "CONSULT",
          {
            mode: "visit",
            background: true
          }
        ),
        plain("Relations have rarely been closer, and the banners of the day said as much.", "an opinion: nobody does anything")
      ],
      [
        coded(
          "{who putin|Mr Putin} {what|invited} {whom kim|Mr Kim} {where moscow|to Moscow}, for which no date has been set.",
          "CONSULT",
          {
            mode: "visit",
            status: "planned",
            confidence: 0.7
          }
        ),
        coded(
          "{by mission|North Korea’s mission} {what|denied having sent} {who PRK|its own} shells {whom RUS|to Russia}, and called the reports rumours.",
          "AID",
          {status: "did-not-happen", stance: "denies", confidence: 0.82}
        ),
        plain("Whether the promise would be kept in a war is something the text cannot answer.", "a question: no act asserted"),
        plain("The weather was fine.")
      ]
    ],
    removed: ["Read original", "Share", "[gallery ids=“2214”]"]
  },
  {
    publisher: "Orient Gazette",
    published: "2024-06-20",
    title: "Pact signed in Pyongyang",
    paragraphs: [[coded(treaty, "AGREE", {confidence: 0.97})]]
  },
  {
    publisher: "Meridian Post",
    published: "2024-06-21",
    title: "What the treaty says",
    paragraphs: [
      [
        coded(
          "{who RUS|Moscow} and {who PRK|Pyongyang} {what|signed the treaty} {when 2024-06-19|on 19 June} after two days of talks {where pyongyang|in the northern capital}.",
          "AGREE"
        )
      ]
    ]
  },
  {
    publisher: "Peninsula Wire",
    published: "2024-10-18",
    title: "Seoul: first soldiers on their way",
    paragraphs: [
      [
        coded(
          "{by nis|South Korea’s intelligence service} said on Friday that {who PRK|North Korea} had {what|sent} {much troops:1500|about 1,500} soldiers {whom RUS|{where vladivostok|to Vladivostok}} {when 2024-10-08/2024-10-14|between 8 and 13 October}.",
          "AID",
          {confidence: 0.81}
        )
      ]
    ]
  },
  {
    publisher: "Harbour Wire",
    published: "2024-10-23",
    title: "Washington sees soldiers from the North in Russia",
    paragraphs: [
      [
        coded(
          "{by whitehouse|The White House} said {much troops:3000:more|at least 3,000} soldiers of {who PRK|North Korea} had been {what|sent} by ship {whom RUS|{where vladivostok|to Vladivostok}} {when 2024-10|in October}.",
          "AID",
          {confidence: 0.78}
        )
      ]
    ]
  },
  {
    publisher: "Meridian Post",
    published: "2024-10-28",
    title: "Ten thousand, says the Pentagon",
    paragraphs: [
      [
        coded(
          "{by pentagon|The Pentagon} put the number of soldiers {who PRK|North Korea} had {what|sent} to train {whom RUS|{where east|in eastern Russia}} at {much troops:10000|about 10,000}.",
          "AID",
          {status: "ongoing", confidence: 0.74}
        )
      ]
    ]
  },
  {
    publisher: "Meridian Post",
    published: "2023-09-14",
    title: "A meeting at the cosmodrome",
    paragraphs: [
      [
        coded(
          "{who putin|Vladimir Putin} {what|received} {whom kim|Kim Jong Un} {where vostochny|at the Vostochny cosmodrome} {when 2023-09-13|on Wednesday}.",
          "CONSULT",
          {mode: "visit", confidence: 0.99}
        )
      ]
    ]
  },
  {
    publisher: "Lakeside Herald",
    published: "2024-03-28",
    title: "The end of a panel",
    paragraphs: [
      [
        coded(
          "{who RUS|Russia} {what|vetoed the renewal} of a panel {whom UNO|of the United Nations} {where newyork|in New York} {when 2024-03-28|on Thursday}.",
          "REJECT",
          {confidence: 0.98}
        )
      ]
    ]
  },
  {
    title: "A clipping without a date",
    paragraphs: [
      [coded("{who KOR|South Korea} {what|warned} {whom PRK|the North} against another launch.", "THREATEN", {confidence: 0.6})]
    ]
  }
]

/// A quarter of a century of small news, made by rule: enough rows for several pages, and for a chart with a shape.
function almanac(): Paper[] {
  const kinds: readonly [EventType, string, string, string][] = [
    ["CONSULT", "RUS", "PRK", "held talks with"],
    ["MOBILIZE", "PRK", "JPN", "fired a missile towards"],
    ["AGREE", "RUS", "CHN", "agreed on trade with"],
    ["SANCTION", "USA", "PRK", "imposed sanctions on"],
    ["ACCUSE", "KOR", "PRK", "accused"],
    ["AID", "CHN", "PRK", "sent grain to"],
    ["REJECT", "PRK", "USA", "turned down the offer of"]
  ]
  const outlets = ["Harbour Wire", "Meridian Post", "Lakeside Herald", "Peninsula Wire"]
  const all: Paper[] = []
  for (let year = 2000; year <= 2023; year++) {
    for (const [k, [type, who, whom, deed]] of kinds.entries()) {
      if ((year * 7 + k * 3) % 5 > (k === 1 && year > 2015 ? 4 : 2)) continue
      const month = ((year + k * 5) % 12) + 1
      const date = `${year}-${String(month).padStart(2, "0")}-${String(((year * 3 + k * 11) % 27) + 1).padStart(2, "0")}`
      const place = {RUS: "moscow", PRK: "prk", CHN: "beijing", USA: "newyork", KOR: undefined}[who]
      const where = place ? ` {where ${place}|${place === "prk" ? "at home" : "in its capital"}}` : ""
      const when = (year + k) % 9 === 0 ? `{when ${date.slice(0, 7)}|in that month}` : `{when ${date}|on that day}`
      const name = (id: string): string => parties[id]!.name
      all.push({
        publisher: outlets[(year + k) % outlets.length]!,
        published: date,
        title: `${name(who)} and ${name(whom)}, ${year}`,
        paragraphs: [
          [
            coded(`{who ${who}|${name(who)}} {what|${deed}} {whom ${whom}|${name(whom)}}${where} ${when}.`, type, {
              confidence: 0.7 + (k % 3) / 10
            })
          ]
        ]
      })
    }
  }
  return all
}

export interface Served {
  readonly url: string
  close(): Promise<void>
}

/// The page built into `page` and the API over the hand-made ledger (or an empty one), on a free port, under a policy stricter
/// than the program's own. A ledger in a folder that was `kept` is opened again as it was left.
export async function served(page: string, pile: "made" | "empty" = "made", port = 0, kept?: string): Promise<Served> {
  const folder = kept ?? mkdtempSync(join(tmpdir(), "annals-page-"))
  const isNew = !existsSync(join(folder, "annals.duckdb"))
  const store = await openStore(folder)
  if (pile === "made" && isNew) {
    // in two readings: the second brings what contradicts the first
    const late = (paper: Paper): boolean => paper.published === "2024-10-23" || paper.published === "2024-03-28"
    const all = [...papers, ...almanac()]
    for (const [i, batch] of [all.filter(p => !late(p)), all.filter(late)].entries()) {
      const run = i + 1
      const {articles, mentions} = await writeReadings(store, ledger, batch.map(readingOf), {run})
      const [began, ended] = [`2024-11-0${run}T08:00:00.000Z`, `2024-11-0${run}T08:00:05.000Z`]
      const counts = {articles, mentions, changes: mentions}
      await putRun(store, {run, id: `run${run}`, what: "read", version: "0.0.0-test", hashes: {}, ...counts, began, ended})
    }
    await writeSkipped(store, [{path: "scan.pdf", reason: "no text in it"}])
  }
  const unasked = (): never => {
    throw new Error("the page asks for nothing of the kind")
  }
  const coder = {code: "", data: "", codebook: "", actors: ""}
  const keeper = keeperOf(store, "0.0.0-test", alone(unasked), () => coder)
  const desk: Desk = {
    store,
    keeper,
    reviewing: reviewingOn(store, keeper.settle),
    brought: broughtTo(store, openResources(), {
      readerOf: unasked,
      current: unasked,
      keeper,
      model: () => undefined,
      renew: unasked
    }),
    version: "0.0.0-test",
    read: unasked,
    add: unasked,
    article: unasked,
    parquet: unasked,
    country: code => parties[code],
    offices: code =>
      code === "RUS"
        ? [
            {id: "rus-putin", name: "Vladimir Putin", title: "president", from: "1999-12-31", until: "2008-05-07"},
            {id: "rus-medvedev", name: "Dmitry Medvedev", title: "president", from: "2008-05-07", until: "2012-05-07"},
            {id: "rus-putin", name: "Vladimir Putin", title: "president", from: "2012-05-07"}
          ]
        : []
  }
  const site = await serving(page, desk, port)
  return {
    url: site.url,
    async close() {
      await site.close()
      await store.close()
      if (kept === undefined) rmSync(folder, {recursive: true, force: true})
    }
  }
}

/// The page built into `page` and the API at a desk, on a free port.
export async function serving(page: string, desk: Desk, port = 0): Promise<Served> {
  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    c.header(
      "content-security-policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
    )
  })
  app.get("*", (c, next) => (c.req.path.startsWith("/api/") ? next() : pageFile(page, c.req.path)))
  app.route("/", api(desk))
  const server = await new Promise<{close: () => Promise<void>; port: number}>(done => {
    const listening = serve({fetch: app.fetch, port, hostname: "127.0.0.1"}, info =>
      done({port: info.port, close: () => new Promise(closed => listening.close(() => closed()))})
    )
  })
  return {
    url: `http://127.0.0.1:${server.port}`,
    close: () => server.close()
  }
}

const media: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".json": "application/json",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2"
}

function pageFile(built: string, path: string): Response {
  const file = extname(path) !== "" && existsSync(join(built, path)) ? join(built, path) : join(built, "index.html")
  if (!existsSync(file)) return new Response("the page is not built; run: npm run build", {status: 503})
  return new Response(readFileSync(file), {headers: {"content-type": media[extname(file)] ?? "application/octet-stream"}})
}
