import {brotliCompressSync, gzipSync} from "node:zlib"
import {expect, test} from "vitest"
import type {Article, Skipped} from "../../model/model.ts"
import {articlesFrom} from "../read.ts"

const text = "The border was opened on Friday, and the governor said that it would stay open."
const page = `<html><head><title>Border reopens | Courier</title></head><body><h1>Border reopens</h1><p>${text}</p><p>${text} Nobody was in the queue.</p></body></html>`

const record = (type: string, url: string, block: string | Uint8Array): Buffer => {
  const bytes = Buffer.from(block as string)
  return Buffer.concat([
    Buffer.from(
      `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2024-10-20T00:00:00Z\r\nContent-Length: ${bytes.length}\r\n\r\n`
    ),
    bytes,
    Buffer.from("\r\n\r\n")
  ])
}
const response = (head: string, body: string | Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`HTTP/1.1 ${head}\r\n\r\n`), Buffer.from(body as string)])

async function read(bytes: Uint8Array, size = 101): Promise<(Article | Skipped)[]> {
  async function* stdin(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  }
  const found: (Article | Skipped)[] = []
  for await (const item of articlesFrom(["-"], {stdin: stdin()})) found.push(item)
  return found
}

const html = "200 OK\r\nContent-Type: text/html; charset=utf-8"

test("pages are read, however they were sent; other records are passed over", async () => {
  const chunked = `${Buffer.byteLength(page).toString(16)}\r\n${page}\r\n0\r\n\r\n`
  const found = await read(
    Buffer.concat([
      record("warcinfo", "", "software: x"),
      record("request", "https://c.example/1", "GET / HTTP/1.1\r\n\r\n"),
      record("response", "https://c.example/1", response(html, page)),
      record("response", "https://c.example/2", response(`${html}\r\nTransfer-Encoding: chunked`, chunked)),
      record("response", "https://c.example/3", response(`${html}\r\nContent-Encoding: gzip`, gzipSync(page))),
      record(
        "response",
        "https://c.example/4",
        response(`${html}\r\nContent-Encoding: br`, brotliCompressSync(Buffer.from(page)))
      ),
      record("response", "https://c.example/x.png", response("200 OK\r\nContent-Type: image/png", "PNG")),
      record("response", "https://c.example/gone", response("404 Not Found\r\nContent-Type: text/html", page)),
      record("conversion", "https://c.example/5", `Border reopens\n\n${text}`)
    ])
  )
  expect(found.map(item => ("reason" in item ? item : [item.url, item.title, item.published]))).toEqual(
    [1, 2, 3, 4, 5].map(n => [`https://c.example/${n}`, "Border reopens", undefined])
  )
})

test("an archive of gzipped records is one stream", async () => {
  const packed = Buffer.concat([1, 2].map(n => gzipSync(record("response", `https://c.example/${n}`, response(html, page)))))
  expect(await read(packed)).toHaveLength(2)
})

test("what breaks off is told, what came before it is kept", async () => {
  const whole = Buffer.concat([1, 2].map(n => record("response", `https://c.example/${n}`, response(html, page))))
  const found = await read(whole.subarray(0, whole.length - 100))
  expect(found[0]).toMatchObject({url: "https://c.example/1"})
  expect(found[1]).toEqual({path: "-:https://c.example/2", reason: "breaks off: fetch the file again"})
  expect(await read(Buffer.concat([record("request", "x", "y"), Buffer.from("garbage\r\n\r\n")]))).toEqual([
    {path: "-:record 2", reason: "is no WARC record, and nothing can be read after it: fetch the file again"}
  ])
  expect(await read(record("request", "x", "y"))).toEqual([
    {path: "-", reason: "holds no HTML page and no text: name an archive of pages"}
  ])
})

test("a packed page that unpacks without end is given up", async () => {
  const bomb = gzipSync(Buffer.alloc(40_000_000, "a"))
  const [item] = await read(
    record("response", "https://c.example/bomb", response(`${html}\r\nContent-Encoding: gzip`, bomb)),
    1 << 16
  )
  expect(item).toEqual({
    path: "-:https://c.example/bomb",
    reason: "is a page whose packing is damaged or larger than a page is: fetch it again"
  })
})
