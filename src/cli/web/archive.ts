import {createHash, randomUUID} from "node:crypto"
import {appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync} from "node:fs"
import {join} from "node:path"
import {gzipSync} from "node:zlib"
import type {Answer} from "./get.ts"

/// One thing that came of fetching: a page's end ("kept in 3", or why it was not had), or what a feed said of itself.
type Line =
  | {readonly page: string; readonly end: string}
  | {readonly feed: string; readonly etag?: string; readonly modified?: string}

/// The folder of a ledger that keeps fetched pages as they came (WARC), so that they can be read again without asking anybody.
export interface Archive {
  readonly file: string
  has(url: string): boolean
  feed(url: string): {readonly etag?: string; readonly modified?: string}
  /// Keeps a page; on disk when it returns.
  keep(url: string, answer: Answer): void
  /// Remembers that a page was not had, and why, so that it is not asked for at every start.
  miss(url: string, why: string): void
  tell(feed: string, answer: Answer): void
  readonly kept: number
}

export function openArchive(ledger: string): Archive {
  const folder = join(ledger, "fetched")
  mkdirSync(folder, {recursive: true})
  const state = join(folder, "state.jsonl")
  const pages = new Set<string>()
  const feeds = new Map<string, {readonly etag?: string; readonly modified?: string}>()
  for (const line of linesOf(state)) {
    if ("page" in line) pages.add(line.page)
    else feeds.set(line.feed, line)
  }
  const number = readdirSync(folder).filter(f => f.endsWith(".warc.gz")).length + 1
  const file = join(folder, `${String(number).padStart(5, "0")}.warc.gz`)
  let kept = 0
  const note = (line: Line): void => {
    if ("page" in line) pages.add(line.page)
    else feeds.set(line.feed, line)
    appendFileSync(state, `${JSON.stringify(line)}\n`)
  }
  return {
    file,
    has: url => pages.has(url),
    feed: url => feeds.get(url) ?? {},
    keep(url, answer) {
      appendFileSync(file, recordOf(url, answer))
      kept++
      note({page: url, end: `kept in ${number}`})
    },
    miss: (url, why) => note({page: url, end: why}),
    tell: (feed, {etag, modified}) => note({feed, ...(etag && {etag}), ...(modified && {modified})}),
    get kept() {
      return kept
    }
  }
}

/// What was noted so far; a line that an interruption cut off says nothing, and the next one does not hang on to it.
function linesOf(state: string): Line[] {
  if (!existsSync(state)) return []
  const text = readFileSync(state, "utf8")
  if (text !== "" && !text.endsWith("\n")) appendFileSync(state, "\n")
  return text.split("\n").flatMap(line => {
    try {
      return [JSON.parse(line) as Line]
    } catch {
      return []
    }
  })
}

/// One response record, packed by itself as the format wants it.
function recordOf(url: string, answer: Answer): Uint8Array {
  const http = Buffer.concat([
    Buffer.from(
      `HTTP/1.1 ${answer.status} OK\r\nContent-Type: ${answer.type.replace(/[\r\n]/g, " ")}\r\nContent-Length: ${answer.body.length}\r\n\r\n`,
      "latin1"
    ),
    answer.body
  ])
  const head = [
    "WARC/1.1",
    "WARC-Type: response",
    `WARC-Record-ID: <urn:uuid:${randomUUID()}>`,
    `WARC-Date: ${new Date().toISOString().slice(0, 19)}Z`,
    `WARC-Target-URI: ${url}`,
    `WARC-Payload-Digest: sha256:${createHash("sha256").update(answer.body).digest("hex")}`,
    "Content-Type: application/http; msgtype=response",
    `Content-Length: ${http.length}`
  ]
  return gzipSync(Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), http, Buffer.from("\r\n\r\n")]))
}
