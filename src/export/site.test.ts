import fc from "fast-check"
import {expect, test} from "vitest"
import {anyEvent, council, event, known, russia, stream} from "../../test/events.ts"
import {sitePages} from "./site.ts"

async function pagesOf(events: Parameters<typeof stream>[0]): Promise<Map<string, string>> {
  const pages = new Map<string, string>()
  for await (const {path, text} of sitePages(stream(events), known)) {
    expect(pages.has(path), `${path} twice`).toBe(false)
    pages.set(path, text)
  }
  return pages
}

/// Every relative link of a site leads to one of its pages.
function brokenLinks(pages: ReadonlyMap<string, string>): string[] {
  const broken: string[] = []
  for (const [path, text] of pages) {
    for (const [, link] of text.matchAll(/href="([^"]+)"/g)) {
      if (/^https?:/.test(link!)) continue
      const target = new URL(link!, `file:///${path}`).pathname.slice(1)
      if (!pages.has(target)) broken.push(`${path} → ${link}`)
    }
  }
  return broken
}

test("a site: each event with its sentence lit, each party and month with its events, no link leads nowhere", async () => {
  const pages = await pagesOf([event(), event({id: "1".repeat(16), actors: [council], recipients: [russia]})])
  expect([...pages.keys()].sort()).toEqual(
    [
      `e/${"1".repeat(16)}.html`,
      "e/0123456789abcdef.html",
      "index.html",
      "m/2024-10.html",
      "p/prk-envoy.html",
      "p/rus.html",
      "p/unsc.html",
      "style.css"
    ].sort()
  )
  expect(pages.get("e/0123456789abcdef.html")).toContain("<mark>landed</mark> in Port Vila on Friday for talks.")
  expect(pages.get("p/rus.html")).toContain("2 events")
  expect(pages.get("index.html")).toContain("2 events")
  expect(brokenLinks(pages)).toEqual([])
  expect((await pagesOf([])).get("index.html")).toContain("0 events")
})

test("any names at all: links hold, no script gets in", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyEvent, {maxLength: 4}), async events => {
      const different = [...new Map(events.map(e => [e.id, e])).values()]
      const pages = await pagesOf(different)
      expect(brokenLinks(pages)).toEqual([])
      for (const text of pages.values()) expect(text).not.toMatch(/<script/i)
    }),
    {numRuns: 40}
  )
})
