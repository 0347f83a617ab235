import {brotliDecompressSync, gunzipSync, inflateSync} from "node:zlib"
import type {Article, Skipped} from "../../model/model.ts"
import {decoded} from "../bytes.ts"
import {finished} from "../finish.ts"
import {pageDraft} from "../page/page.ts"
import type {Format} from "./format.ts"
import {declaredIn} from "./html.ts"
import {textDraft} from "./text.ts"

/// No page is longer, packed or unpacked.
const longestPage = 32_000_000

/// A web archive, record by record in constant memory: pages that were fetched (responses with status 200 and HTML) and
/// texts that were made of pages (Common Crawl's WET files). Requests, pictures and other records are not articles and
/// are passed over. The day of the crawl is not the day of the article.
export const warc: Format = {
  name: "warc",
  says: "a web archive (WARC, also gzipped, and Common Crawl's WET): every HTML page or text in it",
  extensions: ["warc", "wet"],
  binary: true,
  detects: head => /^WARC\/\d\.\d\r?\n/.test(Buffer.from(head.subarray(0, 16)).toString("latin1")),
  async *read(chunks, path) {
    const source = sourceOf(chunks)
    let any = false
    for (let number = 1; ; number++) {
      const head = await headerOf(source)
      if (head === undefined) break
      const length = Number(head.get("content-length"))
      if (head.get("") === undefined || !Number.isSafeInteger(length) || length < 0) {
        any = true
        yield {
          path: `${path}:record ${number}`,
          reason: "is no WARC record, and nothing can be read after it: fetch the file again"
        }
        break
      }
      const url = head.get("warc-target-uri")?.replace(/^<|>$/g, "")
      const where = `${path}:${url ?? `record ${number}`}`
      const kind = head.get("warc-type")
      const wanted = kind === "response" || kind === "conversion"
      if (!wanted || length > longestPage) {
        const whole = await source.skip(length)
        if (wanted) {
          any = true
          yield {path: where, reason: `is longer than ${longestPage / 1e6} MB, more than a page is: leave it out`}
        }
        if (whole) continue
        break
      }
      const block = await source.take(length)
      const item =
        block.length < length
          ? {path: where, reason: "breaks off: fetch the file again"}
          : kind === "conversion"
            ? await finished({...textDraft(decoded(block).text), url}, where)
            : await pageIn(block, url, where)
      if (item) {
        any = true
        yield item
      }
      if (block.length < length) break
    }
    if (!any) yield {path, reason: "holds no HTML page and no text: name an archive of pages"}
  }
}

/// The article in an HTTP response; undefined if it is no page that was found.
async function pageIn(block: Uint8Array, url: string | undefined, where: string): Promise<Article | Skipped | undefined> {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.byteLength)
  const gap = /\r?\n\r?\n/.exec(bytes.subarray(0, 65_536).toString("latin1"))
  if (!gap) return undefined
  const head = bytes.subarray(0, gap.index).toString("latin1")
  const field = (name: string): string | undefined => new RegExp(`^${name}:[ \\t]*(.*?)[ \\t]*$`, "im").exec(head)?.[1]
  const type = field("content-type") ?? ""
  if (!/^HTTP\/[\d.]+ 200\b/.test(head) || !/html/i.test(type)) return undefined
  let body: Uint8Array = bytes.subarray(gap.index + gap[0].length)
  try {
    if (/chunked/i.test(field("transfer-encoding") ?? "")) body = unchunked(body)
    body = unpacked(body, field("content-encoding") ?? "")
  } catch {
    return {path: where, reason: "is a page whose packing is damaged or larger than a page is: fetch it again"}
  }
  const draft = pageDraft(decoded(body, /charset=["']?([\w:-]+)/i.exec(type)?.[1] ?? declaredIn(body)).text, url)
  return "reason" in draft ? {path: where, reason: draft.reason} : await finished(draft, where)
}

function unpacked(body: Uint8Array, how: string): Uint8Array {
  const most = {maxOutputLength: longestPage}
  if (/gzip/i.test(how) && body[0] === 0x1f && body[1] === 0x8b) return gunzipSync(body, most)
  if (/deflate/i.test(how)) return inflateSync(body, most)
  if (/\bbr\b/i.test(how)) return brotliDecompressSync(body, most)
  return body
}

/// Archives often say "chunked" of bodies that were joined already; those stay as they are.
function unchunked(body: Uint8Array): Uint8Array {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  const parts: Uint8Array[] = []
  for (let at = 0; ; ) {
    const end = bytes.indexOf("\r\n", at)
    const size =
      end === -1 || end - at > 40 ? undefined : /^([\da-f]{1,8})(?:;.*)?$/i.exec(bytes.toString("latin1", at, end).trim())?.[1]
    if (size === undefined) return parts.length > 0 ? Buffer.concat(parts) : body
    const length = Number.parseInt(size, 16)
    if (length === 0) return Buffer.concat(parts)
    parts.push(bytes.subarray(end + 2, end + 2 + length))
    at = end + 2 + length + 2
  }
}

interface Source {
  /// The next line without its end; undefined at the end of the input or when it is longer than any header.
  line(): Promise<string | undefined>
  /// As many bytes as there are, up to `length`.
  take(length: number): Promise<Uint8Array>
  /// Passes over bytes; false if the input ends before.
  skip(length: number): Promise<boolean>
}

/// Bytes by line or by count, holding no more than is asked for.
function sourceOf(chunks: AsyncIterable<Uint8Array>): Source {
  const rest = chunks[Symbol.asyncIterator]()
  let held: Uint8Array = new Uint8Array(0)
  const more = async (): Promise<boolean> => {
    const next = await rest.next()
    if (next.done) return false
    held = held.length === 0 ? next.value : Buffer.concat([held, next.value])
    return true
  }
  return {
    async line() {
      let end = held.indexOf(10)
      while (end === -1) {
        if (held.length > 65_536) return undefined
        if (!(await more())) {
          if (held.length === 0) return undefined
          end = held.length
          break
        }
        end = held.indexOf(10)
      }
      const text = Buffer.from(held.subarray(0, end)).toString("utf8").replace(/\r$/, "")
      held = held.subarray(Math.min(end + 1, held.length))
      return text
    },
    async take(length) {
      const parts: Uint8Array[] = []
      let need = length
      while (need > 0) {
        if (held.length === 0 && !(await more())) break
        const part = held.subarray(0, need)
        parts.push(part)
        need -= part.length
        held = held.subarray(part.length)
      }
      return Buffer.concat(parts)
    },
    async skip(length) {
      let need = length
      while (need > 0) {
        if (held.length === 0 && !(await more())) return false
        const part = Math.min(need, held.length)
        need -= part
        held = held.subarray(part)
      }
      return true
    }
  }
}

/// The header of the next record, names in lower case, its first line under ""; undefined when there is none.
async function headerOf(source: Source): Promise<ReadonlyMap<string, string> | undefined> {
  let line = await source.line()
  while (line === "") line = await source.line()
  if (line === undefined) return undefined
  const fields = new Map<string, string>()
  if (/^WARC\/\d\.\d$/.test(line)) fields.set("", line)
  for (let count = 0; count < 200; count++) {
    line = await source.line()
    if (line === undefined || line === "") break
    const colon = line.indexOf(":")
    if (colon > 0) fields.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return fields
}
