import {createHash, randomUUID} from "node:crypto"
import {appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync} from "node:fs"
import {join} from "node:path"
import {gzipSync} from "node:zlib"
import type {Answer} from "./get.ts"

/// What has been fetched so far: which pages, with what end, and what feeds said of themselves. Lies beside the ledger.
export interface Fetched {
  readonly pages: Readonly<Record<string, string>>
  readonly feeds: Readonly<Record<string, {readonly etag?: string; readonly modified?: string}>>
}

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
  const stateFile = join(folder, "state.json")
  const old: Fetched = existsSync(stateFile) ? JSON.parse(readFileSync(stateFile, "utf8")) : {pages: {}, feeds: {}}
  const pages: Record<string, string> = {...old.pages}
  const feeds: Record<string, {etag?: string; modified?: string}> = {...old.feeds}
  const number = readdirSync(folder).filter(f => f.endsWith(".warc.gz")).length + 1
  const file = join(folder, `${String(number).padStart(5, "0")}.warc.gz`)
  let kept = 0
  const save = (): void => {
    writeFileSync(`${stateFile}.part`, `${JSON.stringify({pages, feeds}, null, 1)}\n`)
    renameSync(`${stateFile}.part`, stateFile)
  }
  return {
    file,
    has: url => Object.hasOwn(pages, url),
    feed: url => feeds[url] ?? {},
    keep(url, answer) {
      appendFileSync(file, recordOf(url, answer))
      kept++
      pages[url] = `kept in ${number}`
      save()
    },
    miss(url, why) {
      pages[url] = why
      save()
    },
    tell(feed, {etag, modified}) {
      feeds[feed] = {...(etag && {etag}), ...(modified && {modified})}
      save()
    },
    get kept() {
      return kept
    }
  }
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
