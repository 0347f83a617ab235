import {expect, test} from "vitest"
import type {Article, Skipped} from "../../model/model.ts"
import {feed} from "./feed.ts"

const text = "The border was opened on Friday, and the governor said that it would stay open."

async function read(content: string, size = 37): Promise<(Article | Skipped)[]> {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    const bytes = Buffer.from(content)
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  const found: (Article | Skipped)[] = []
  for await (const item of feed.read(chunks(), "feed.xml")) found.push(item)
  return found
}

test("RSS: the fullest text of each item, with its own day", async () => {
  const found = await read(
    `<?xml version="1.0"?><rss version="2.0" xmlns:content="x" xmlns:dc="y"><channel><title>The Example Courier</title><link>https://c.example/</link>
     <item><title>Border &amp; bridge</title><link>https://c.example/1</link><pubDate>Fri, 18 Oct 2024 23:30:00 -0500</pubDate><dc:creator>Ana Diaz</dc:creator>
     <description>Short.</description><content:encoded><![CDATA[<p>${text}</p><p>${text} Nobody was in the queue.</p>]]></content:encoded></item>
     <item><title>Two</title><link>https://c.example/2</link><description>${text}</description></item>
     <item><title>Three</title></item></channel></rss>`
  )
  expect(found).toMatchObject([
    {
      title: "Border & bridge",
      url: "https://c.example/1",
      published: "2024-10-18",
      byline: "Ana Diaz",
      publisher: "The Example Courier",
      text: `${text}\n\n${text} Nobody was in the queue.`
    },
    {title: "Two", url: "https://c.example/2", text},
    {path: "feed.xml:item 3", reason: "has no text in the feed: fetch its page, or leave it out"}
  ])
})

test("Atom, with mark-up as it stands", async () => {
  const found = await read(
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title><entry><title>Border</title><link rel="self" href="https://c.example/self"/><link href="https://c.example/1"/>
     <updated>2024-10-20T00:00:00Z</updated><published>2024-10-18T23:30:00-05:00</published><author><name>Ana Diaz</name></author>
     <content type="xhtml"><div><p>${text}</p><p>${text} Nobody was in the queue.</p></div></content></entry></feed>`
  )
  expect(found).toMatchObject([
    {
      title: "Border",
      url: "https://c.example/1",
      published: "2024-10-18",
      byline: "Ana Diaz",
      publisher: "Courier",
      text: `${text}\n\n${text} Nobody was in the queue.`
    }
  ])
})

test("a feed without items, and what is no feed", async () => {
  expect(await read("<rss><channel><title>x</title></channel></rss>")).toEqual([
    {path: "feed.xml", reason: "is a feed without items: leave it out, or save it again"}
  ])
  expect(feed.detects(Buffer.from("<?xml version='1.0'?>\n<!-- x -->\n<rss>"), "a.xml")).toBe(true)
  expect(feed.detects(Buffer.from("<html><body>rss"), "a.html")).toBe(false)
})

test("elements without end are given up", async () => {
  const began = process.cpuUsage()
  expect(await read(`<rss>${"<a>".repeat(200_000)}`, 1 << 18)).toEqual([
    {path: "feed.xml", reason: "nests without end, as no feed does: save it again"}
  ])
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(5000)
})

test("20,000 items are read in flat memory", async () => {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield Buffer.from("<rss><channel><title>Courier</title>")
    for (let i = 0; i < 20_000; i++)
      yield Buffer.from(`<item><title>No. ${i}</title><description>${text} ${i}</description></item>`)
    yield Buffer.from("</channel></rss>")
  }
  let count = 0
  for await (const item of feed.read(chunks(), "feed.xml")) if ("text" in item) count++
  expect(count).toBe(20_000)
})
