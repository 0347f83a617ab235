import {appendFileSync, mkdtempSync, readFileSync, rmSync} from "node:fs"
import {createServer, type Server} from "node:http"
import type {AddressInfo} from "node:net"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {gzipSync} from "node:zlib"
import {afterAll, beforeAll, describe, expect, test} from "vitest"
import {articlesFrom} from "../../articles/read.ts"
import {openArchive} from "./archive.ts"
import {get, isLocal} from "./get.ts"
import {addressesIn, linksIn} from "./links.ts"
import {guest} from "./polite.ts"

const prose = "The border was opened on Friday, and the governor said that it would stay open for as long as the harvest lasts."
const page = `<!doctype html><html><head><title>Border reopens</title></head><body><article><h1>Border reopens</h1><p>${prose}</p><p>${prose}</p></article></body></html>`

let server: Server
let base: string
let asked: {url: string; at: number; headers: Record<string, unknown>}[] = []
let busy = 2

beforeAll(async () => {
  server = createServer((request, response) => {
    const url = request.url ?? ""
    asked.push({url, at: performance.now(), headers: request.headers})
    if (url === "/robots.txt") response.end("User-agent: *\nDisallow: /private\n")
    else if (url === "/feed") {
      if (request.headers["if-none-match"] === '"one"') response.writeHead(304).end()
      else
        response
          .writeHead(200, {"content-type": "application/rss+xml", etag: '"one"'})
          .end(`<rss><channel><item><link>${base}/a</link></item></channel></rss>`)
    } else if (url === "/packed")
      response.writeHead(200, {"content-type": "text/html", "content-encoding": "gzip"}).end(gzipSync(page))
    else if (url === "/away") response.writeHead(302, {location: "/a"}).end()
    else if (url === "/round") response.writeHead(302, {location: "/round"}).end()
    else if (url === "/busy" && busy-- > 0) response.writeHead(503, {"retry-after": "0"}).end()
    else if (url === "/endless") {
      response.writeHead(200)
      const pour = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(1 << 20)));
        if (!response.destroyed) response.once("drain", pour)
      }
      pour()
    } else response.writeHead(200, {"content-type": "text/html"}).end(page)
  })
  await new Promise<void>(done => server.listen(0, "127.0.0.1", done))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const agent = "annals/test"

describe("one address", () => {
  test("addresses of this machine and its network are refused unless allowed, by name too", async () => {
    await expect(get(`${base}/a`, {agent})).rejects.toThrow("--allow-local")
    await expect(get(base.replace("127.0.0.1", "localhost"), {agent})).rejects.toThrow("--allow-local")
    await expect(get(base.replace("127.0.0.1", "[::1]"), {agent})).rejects.toThrow("--allow-local")
    await expect(get(base.replace("127.0.0.1", "2130706433"), {agent})).rejects.toThrow("--allow-local")
    expect(
      [
        "127.9.9.9",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.1.1",
        "100.64.0.1",
        "0.0.0.0",
        "::1",
        "fe80::1",
        "fd00::1",
        "::ffff:10.0.0.1",
        "224.0.0.1"
      ].filter(a => !isLocal(a))
    ).toEqual([])
    expect(["8.8.8.8", "172.15.0.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111"].filter(isLocal)).toEqual([])
  })

  test("redirects are followed, but not for ever; packed answers unpacked; endless ones cut off", async () => {
    expect((await get(`${base}/away`, {agent, local: true})).url).toBe(`${base}/a`)
    await expect(get(`${base}/round`, {agent, local: true})).rejects.toThrow("leads on")
    expect(Buffer.from((await get(`${base}/packed`, {agent, local: true})).body).toString()).toBe(page)
    await expect(get(`${base}/endless`, {agent, local: true})).rejects.toThrow("longer than")
    await expect(get("ftp://example.org/", {agent})).rejects.toThrow("no web address")
  })
})

describe("a guest", () => {
  test("asks robots.txt once, keeps away from what it forbids, waits between requests", async () => {
    asked = []
    const web = guest({agent, local: true, delay: 0.15})
    await web.fetch(`${base}/a`)
    await web.fetch(`${base}/b`)
    await expect(web.fetch(`${base}/private/x`)).rejects.toThrow("robots.txt")
    expect(asked.map(a => a.url)).toEqual(["/robots.txt", "/a", "/b"])
    for (let i = 1; i < asked.length; i++) expect(asked[i]!.at - asked[i - 1]!.at).toBeGreaterThan(130)
    expect(asked[1]!.headers["user-agent"]).toBe(agent)
  })

  test("tries a busy host again, and asks only for what changed", async () => {
    const web = guest({agent, local: true, delay: 0, robots: false})
    expect((await web.fetch(`${base}/busy`)).status).toBe(200)
    const first = await web.fetch(`${base}/feed`)
    expect((await web.fetch(`${base}/feed`, {etag: first.etag})).status).toBe(304)
  })
})

test("pages are kept as they came and read again from disk; what was had is remembered", async () => {
  const folder = mkdtempSync(join(tmpdir(), "annals-web-"))
  try {
    const archive = openArchive(folder)
    for (const name of ["a", "b"]) archive.keep(`${base}/${name}`, await get(`${base}/${name}`, {agent, local: true}))
    archive.miss(`${base}/c`, "is gone: leave it out")
    const found: string[] = []
    for await (const item of articlesFrom([archive.file]))
      found.push("reason" in item ? item.reason : `${item.url} ${item.title}`)
    expect(found).toEqual([`${base}/a Border reopens`, `${base}/b Border reopens`])
    const again = openArchive(folder)
    expect(["a", "b", "c", "d"].map(name => again.has(`${base}/${name}`))).toEqual([true, true, true, false])
    expect(again.file).not.toBe(archive.file)
    const state = join(folder, "fetched", "state.jsonl")
    expect(readFileSync(state, "utf8").split("\n")).toContain(`{"page":"${base}/c","end":"is gone: leave it out"}`)
    // An interruption in the middle of a line loses that line and no other.
    appendFileSync(state, `{"page":"${base}/d","en`)
    openArchive(folder).miss(`${base}/e`, "is gone")
    expect(["c", "d", "e"].map(name => openArchive(folder).has(`${base}/${name}`))).toEqual([true, false, true])
  } finally {
    rmSync(folder, {recursive: true})
  }
})

test("links of feeds of every kind, and feeds of an OPML list", () => {
  const at = "https://example.org/feed"
  expect(
    linksIn(
      '<rss><channel><link>https://example.org/</link><item><title>x</title><link>/a</link></item><item><guid isPermaLink="true">https://example.org/b</guid></item></channel></rss>',
      at
    )
  ).toEqual(["https://example.org/a", "https://example.org/b"])
  expect(
    linksIn('<feed><link href="https://example.org/"/><entry><link rel="self" href="/x"/><link href="/c"/></entry></feed>', at)
  ).toEqual(["https://example.org/c"])
  expect(linksIn('{"version":"https://jsonfeed.org/version/1.1","items":[{"url":"https://example.org/d"}]}', at)).toEqual([
    "https://example.org/d"
  ])
  expect(
    linksIn('<opml><body><outline text="n"><outline xmlUrl="https://example.org/rss"/></outline></body></opml>', at)
  ).toEqual(["https://example.org/rss"])
  expect(linksIn("{broken", at)).toEqual([])
})

test("addresses in lists of articles: tables, JSON, JSONL", () => {
  const [a, b] = ["https://example.org/a?x=1,2", "https://example.org/b"]
  expect(addressesIn(`"URL","MobileURL","Date","Title"\n"${a}","","2024-10-18","T"\n"${b}","","2024-10-18","T"\n`)).toEqual([
    a,
    b
  ])
  expect(addressesIn(`id\turl\ttitle\n1\t${a}\tT\n2\t\tT\n3\t${b}\tT\n`)).toEqual([a, b])
  expect(addressesIn(`{"articles": [{"url": "${a}"}, {"url": "${b}"}]}`)).toEqual([a, b])
  expect(addressesIn(`{"url": "${a}"}\n{"source": "${b}", "source-hostname": "B", "fingerprint": "f"}\n{"broken`)).toEqual([a, b])
  expect(addressesIn("no table at all")).toBeUndefined()
})
