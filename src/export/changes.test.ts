import {Parser} from "htmlparser2"
import {describe, expect, test} from "vitest"
import {feed} from "../articles/formats/feed.ts"
import {type Change, changeFeeds, differing, type Standing} from "./changes.ts"

const standing: Standing = {
  type: "AID",
  modes: [],
  actors: ['Ru"ssia & <co>'],
  recipients: ["North Korea"],
  from: "2024-06-19",
  status: "planned",
  mentions: ["a"]
}
const changes: readonly Change[] = [
  {event: "0123456789abcdef", kind: "added", causes: ["text"], after: standing},
  {
    event: "1123456789abcdef",
    kind: "changed",
    causes: ["correction", "text"],
    before: standing,
    after: {...standing, status: "happened", mentions: ["a", "b"]}
  },
  {event: "2123456789abcdef", kind: "merged", other: "1123456789abcdef", causes: ["text"], before: standing}
]
const since = {from: 3, to: 5, moment: "2026-11-20T10:00:00.000Z", base: "http://127.0.0.1:7117/"}
const written = (name: string, some: readonly Change[] = changes): string =>
  [...changeFeeds.find(f => f.name === name)!.write(some, since)].join("")

test("what differs is told a field a line", () => {
  expect(differing(changes[1]!)).toEqual(["status: planned → happened", "reports: 1 → 2"])
  expect(differing(changes[0]!)).toEqual([])
})

describe("Atom", () => {
  test("has what RFC 4287 asks for, and every id once", () => {
    const path: string[] = []
    const held = new Map<string, string[]>()
    const parser = new Parser(
      {
        onopentag: (name, attributes) => {
          path.push(name)
          if (name === "link") held.set("link", [...(held.get("link") ?? []), attributes.href!])
        },
        ontext: text => {
          const at = path.join("/")
          if (text.trim() !== "") held.set(at, [...(held.get(at) ?? []), text])
        },
        onclosetag: name => expect(path.pop()).toBe(name)
      },
      {xmlMode: true}
    )
    parser.end(written("atom"))
    expect(path).toEqual([])
    for (const name of ["id", "title", "updated"]) {
      expect(held.get(`feed/${name}`), name).toHaveLength(1)
      expect(held.get(`feed/entry/${name}`)?.length, name).toBeGreaterThanOrEqual(3)
    }
    expect(held.get("feed/author/name")).toEqual(["annals"])
    expect(new Set(held.get("feed/entry/id")).size).toBe(3)
    for (const moment of held.get("feed/entry/updated")!) expect(moment).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
    expect(held.get("feed/entry/content")![2]).toContain("into 11234567")
    expect(held.get("link")![2]).toBe("http://127.0.0.1:7117/event/1123456789abcdef")
  })

  test("is read by a reader of feeds", async () => {
    const found: string[] = []
    const chunks = (async function* () {
      yield Buffer.from(written("atom"))
    })()
    for await (const item of feed.read(chunks, "changes.xml")) found.push("reason" in item ? item.reason : (item.title ?? ""))
    expect(found[0]).toBe('added: AID, Ru"ssia & <co> → North Korea, 2024-06-19')
    expect(found).toHaveLength(3)
  })
})

test("JSON Feed 1.1: version, title, and items with an id and words", () => {
  const made = JSON.parse(written("jsonfeed"))
  expect(made).toMatchObject({version: "https://jsonfeed.org/version/1.1", title: "Changes of events from run 3 to run 5"})
  expect(made.items.map((i: {url: string}) => i.url)[0]).toBe("http://127.0.0.1:7117/event/0123456789abcdef")
  for (const item of made.items) expect(item).toMatchObject({id: expect.any(String), content_text: expect.stringMatching(/by /)})
})

test.each(changeFeeds.map(f => [f.name] as const))("%s without changes is whole, and the same bytes twice", name => {
  expect(written(name, [])).toBe(written(name, []))
  if (name === "jsonfeed") expect(JSON.parse(written(name, [])).items).toEqual([])
  else expect(written(name, [])).toMatch(/<\/feed>\n$/)
})
