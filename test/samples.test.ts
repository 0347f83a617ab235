import {readdirSync, readFileSync} from "node:fs"
import {join, resolve} from "node:path"
import {expect, test} from "vitest"
import {statuses, types} from "../src/model/model.ts"

interface Report {
  readonly article: string
  readonly quote: string
}
interface KeyEvent {
  readonly event: string
  readonly type: string
  readonly status: string
  readonly date?: string
  readonly until?: string
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
  readonly links?: readonly {readonly kind: string; readonly event: string}[]
  readonly reports: readonly Report[]
}
interface Trap {
  readonly trap: true
  readonly a: Report
  readonly b: Report
  readonly why: string
}

const samples = resolve(import.meta.dirname, "../samples")
const lines = <T>(file: string): T[] =>
  readFileSync(join(samples, file), "utf8")
    .split("\n")
    .filter(line => line !== "")
    .map(line => JSON.parse(line) as T)

/// What can be quoted, by the name the key uses: a file's name, or "wire.jsonl:3" for its third line.
const articles = new Map<string, string>()
const files = readdirSync(join(samples, "articles"))
const wire = lines<Record<string, string>>("articles/wire.jsonl")
for (const file of files.filter(name => !name.endsWith(".jsonl"))) {
  articles.set(file, readFileSync(join(samples, "articles", file), "utf8"))
}
for (const [index, line] of wire.entries()) articles.set(`wire.jsonl:${index + 1}`, line.text!)

const key = lines<KeyEvent | Trap>("key.jsonl")
const events = key.filter(line => !("trap" in line)) as KeyEvent[]
const traps = key.filter(line => "trap" in line) as Trap[]
const articlesOf = (event: KeyEvent): number => new Set(event.reports.map(report => report.article)).size

test("the pile is as large as its README says", () => {
  expect(articles.size).toBeGreaterThanOrEqual(100)
  expect(events.filter(event => articlesOf(event) > 1).length).toBeGreaterThanOrEqual(100)
  expect(traps.length).toBeGreaterThanOrEqual(60)
})

test("a text file begins with its headers, a page names its title, a wire line has all it needs", () => {
  for (const file of files) {
    const content = readFileSync(join(samples, "articles", file), "utf8")
    if (file.endsWith(".txt")) {
      expect(content, file).toMatch(/^Title: .+\r?\nPublisher: .+\r?\n(Published: \d{4}-\d\d-\d\d\r?\n)?URL: \S+\r?\n\r?\n\S/)
    } else if (file.endsWith(".html")) {
      expect(content, file).toMatch(/<title>[^<]+<\/title>[\s\S]*<h1>[^<]+<\/h1>/)
    } else {
      expect(file).toBe("wire.jsonl")
    }
  }
  for (const line of wire) {
    expect(Object.keys(line)).toEqual(["title", "url", "published", "publisher", "text"])
    expect(line.published).toMatch(/^\d{4}-\d\d-\d\d$/)
  }
})

test("every address ends in .example, so that no outlet can be taken for a real one", () => {
  const addresses = [...articles.values(), ...wire.map(line => line.url!)].flatMap(text => [
    ...text.matchAll(/https?:\/\/([^/\s"<\\]+)/g)
  ])
  expect(addresses.length).toBeGreaterThan(articles.size)
  for (const [address, host] of addresses) {
    if (host !== "schema.org") expect(host, address).toMatch(/\.example$/)
  }
})

test("one article is undated", () => {
  expect(files.filter(file => file.endsWith(".txt") && !/^Published: /m.test(articles.get(file)!))).toEqual(["undated-quill.txt"])
})

test("every quotation of the key stands once in its article", () => {
  for (const {article, quote} of [...events.flatMap(event => event.reports), ...traps.flatMap(trap => [trap.a, trap.b])]) {
    expect(articles.has(article), article).toBe(true)
    expect(articles.get(article)!.split(quote).length - 1, `${article}: ${quote}`).toBe(1)
  }
})

test("every event of the key has known codes, a date that can be one, and links that lead somewhere", () => {
  const names = new Set(events.map(event => event.event))
  expect(names.size).toBe(events.length)
  for (const event of events) {
    expect(types, event.event).toContain(event.type)
    expect(statuses, event.event).toContain(event.status)
    for (const code of [...event.actors, ...event.recipients]) expect(code, event.event).toMatch(/^[A-Z]{3}$/)
    for (const date of [event.date, event.until]) if (date !== undefined) expect(date, event.event).toMatch(/^\d{4}(-\d\d){0,2}$/)
    for (const link of event.links ?? []) expect(names, event.event).toContain(link.event)
  }
})

test("no words of the pile belong to two events, and no trap pairs reports of one", () => {
  const eventOf = new Map<string, string>()
  for (const event of events) {
    for (const {article, quote} of event.reports) {
      expect(eventOf.has(`${article} ${quote}`), `${article}: ${quote}`).toBe(false)
      eventOf.set(`${article} ${quote}`, event.event)
    }
  }
  for (const {a, b, why} of traps) {
    const [one, other] = [eventOf.get(`${a.article} ${a.quote}`), eventOf.get(`${b.article} ${b.quote}`)]
    expect(one, why).toBeDefined()
    expect(other, why).toBeDefined()
    expect(one, why).not.toBe(other)
  }
})

test("every copy repeats a long line of what it copies", () => {
  const copies = lines<{article: string; of: string; how: string}>("copies.jsonl")
  expect(copies.length).toBeGreaterThanOrEqual(10)
  for (const {article, of, how} of copies) {
    expect(["whole", "shortened", "mixed", "corrected"]).toContain(how)
    const copy = articles.get(article)
    expect(copy, article).toBeDefined()
    const repeated = articles
      .get(of)!
      .split("\n")
      .filter(line => line.length > 100 && copy!.includes(line))
    expect(repeated.length, `${article} of ${of}`).toBeGreaterThanOrEqual(1)
  }
})
