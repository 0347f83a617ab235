import {lookup} from "node:dns"
import {type IncomingMessage, request as plain} from "node:http"
import {request as secure} from "node:https"
import {isIP, type LookupFunction} from "node:net"
import {promisify} from "node:util"
import {brotliDecompress, gunzip, inflate} from "node:zlib"

/// No page and no feed is longer.
const longest = 32_000_000
const mostRedirects = 5

/// What a server answered.
export interface Answer {
  readonly status: number
  /// Where the answer came from, after redirects.
  readonly url: string
  readonly type: string
  readonly etag?: string
  readonly modified?: string
  /// How long the server asks us to stay away, in seconds.
  readonly retryAfter?: number
  readonly body: Uint8Array
}

export interface Asked {
  /// Addresses of this machine and its own network are refused unless allowed: a list of addresses must not reach what only you can.
  readonly local?: boolean
  readonly etag?: string | undefined
  readonly modified?: string | undefined
  readonly agent: string
  readonly seconds?: number
}

/// Why an address was not fetched, in words that end with what to do.
export class NotFetched extends Error {
  override name = "NotFetched"
}

/// One GET, redirects followed. The address a name stands for is checked at the very moment of connecting.
export async function get(url: string, asked: Asked): Promise<Answer> {
  let at = url
  for (let hops = 0; hops <= mostRedirects; hops++) {
    const answer = await once(at, asked)
    if (![301, 302, 303, 307, 308].includes(answer.status) || !answer.location) return answer
    at = new URL(answer.location, at).href
  }
  throw new NotFetched(`leads on more than ${mostRedirects} times: look at it in a browser`)
}

const unpack: Readonly<Record<string, ((packed: Buffer, options: {maxOutputLength: number}) => Promise<Buffer>) | undefined>> = {
  gzip: promisify(gunzip),
  "x-gzip": promisify(gunzip),
  br: promisify(brotliDecompress),
  deflate: promisify(inflate)
}

function once(url: string, asked: Asked): Promise<Answer & {location?: string}> {
  let parsed: URL
  try {
    parsed = new URL(url)
  } catch {
    throw new NotFetched("is no web address: it should begin with http:// or https://")
  }
  const ask = {"http:": plain, "https:": secure}[parsed.protocol]
  if (!ask) throw new NotFetched("is no web address: it should begin with http:// or https://")
  const host = parsed.hostname.replace(/^\[|\]$/g, "")
  if (!asked.local && isIP(host) && isLocal(host)) throw new NotFetched(local)
  return new Promise((resolve, reject) => {
    const sent = ask(
      parsed,
      {
        lookup: asked.local ? undefined : checkedLookup,
        timeout: (asked.seconds ?? 30) * 1000,
        headers: {
          "user-agent": asked.agent,
          accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
          "accept-encoding": "gzip, br, deflate",
          ...(asked.etag && {"if-none-match": asked.etag}),
          ...(asked.modified && {"if-modified-since": asked.modified})
        }
      },
      answer => {
        received(answer, url).then(resolve, reject)
      }
    )
    sent.on("timeout", () => sent.destroy(new NotFetched("does not answer: try again later")))
    sent.on("error", error =>
      reject(
        error instanceof NotFetched
          ? error
          : new NotFetched(
              `cannot be reached (${(error as NodeJS.ErrnoException).code ?? error.message}): check the address, or try again later`
            )
      )
    )
    sent.end()
  })
}

async function received(answer: IncomingMessage, url: string): Promise<Answer & {location?: string}> {
  const parts: Buffer[] = []
  let length = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > longest) {
      answer.destroy()
      throw new NotFetched(`is longer than ${longest / 1e6} MB, more than a page is: leave it out`)
    }
    parts.push(chunk)
  }
  const field = (name: string): string | undefined => {
    const value = answer.headers[name]
    return Array.isArray(value) ? value[0] : value
  }
  const packing = unpack[field("content-encoding") ?? ""]
  const packed = Buffer.concat(parts, length)
  const body = packing && length > 0 ? await packing(packed, {maxOutputLength: longest}).catch(() => undefined) : packed
  if (!body) throw new NotFetched("came damaged, or unpacks beyond measure: try again later, or leave it out")
  const wait = field("retry-after")
  const [etag, modified, location] = [field("etag"), field("last-modified"), field("location")]
  return {
    status: answer.statusCode ?? 0,
    url,
    type: field("content-type") ?? "",
    body,
    ...(etag && {etag}),
    ...(modified && {modified}),
    ...(location && {location}),
    ...(wait && /^\d{1,6}$/.test(wait) && {retryAfter: Number(wait)})
  }
}

const local = "stands for an address of this machine or its own network: allow it with --allow-local if you mean it"

/// Looks a name up as always, and refuses it when any address it has is local.
const checkedLookup: LookupFunction = (host, options, done) => {
  lookup(host, {...options, all: true}, (error, addresses) => {
    if (error) return done(error, "", 0)
    if (addresses.some(a => isLocal(a.address))) return done(new NotFetched(local), "", 0)
    if (options.all) return (done as unknown as (e: null, all: typeof addresses) => void)(null, addresses)
    done(null, addresses[0]!.address, addresses[0]!.family)
  })
}

/// Whether an IP address belongs to this machine, its own network, or nobody: loopback, private, link-local, shared, multicast, reserved.
export function isLocal(address: string): boolean {
  if (isIP(address) === 6) {
    const low = address.toLowerCase()
    const mapped = /^::(?:ffff:)?(\d+\.\d+\.\d+\.\d+)$/.exec(low)?.[1]
    if (mapped) return isLocal(mapped)
    return low === "::" || low === "::1" || /^(f[cd]|fe[89ab]|ff|64:ff9b:|::ffff:)/.test(low)
  }
  const [a = 0, b = 0] = address.split(".").map(Number)
  return (
    a === 0 ||
    a === 10 ||
    a === 127 ||
    a >= 224 ||
    (a === 100 && b >= 64 && b < 128) ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && (b === 168 || b === 0)) ||
    (a === 198 && (b === 18 || b === 19))
  )
}
