import {createHash, timingSafeEqual} from "node:crypto"
import {isIP} from "node:net"
import type {Context, MiddlewareHandler} from "hono"
import {bodyLimit} from "hono/body-limit"
import {problem} from "./desk.ts"

/// For whom a server is there.
export interface Door {
  /// Where it listens.
  readonly host: string
  /// What the owner shows; asked of everybody where others than this machine can reach the server.
  readonly token: string
}

export const isLocal = (host: string): boolean => host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host)

/// Lets in who may come in:
/// - by a name that means this server (a name elsewhere that was turned to this address is none of them);
/// - from this server's own pages, from programs, or by a link; never from scripts or forms of other sites;
/// - with the token, where the server can be reached from outside;
/// - with no more in hand than can be taken.
export function guard(door: Door): MiddlewareHandler[] {
  const outside = !isLocal(door.host)
  return [
    async (c, next) => {
      const host = nameIn(c.req.header("host") ?? "")
      if (!(isLocal(host) || (outside && (isIP(host) !== 0 || host === door.host))))
        return refused(c, 403, `this server does not answer to the name ${JSON.stringify(host)}; call it by its address`)
      if (isForeign(c)) return refused(c, 403, "a page of another site asked for this; only this server's own pages may")
      if (outside && !shows(c, door.token)) {
        const given = c.req.query("token")
        if (given === undefined || !same(given, door.token))
          return refused(
            c,
            401,
            "this server asks for its token: open the address it printed, or send authorization: Bearer TOKEN"
          )
        c.header("set-cookie", `annals=${door.token}; Path=/; HttpOnly; SameSite=Strict`)
        return c.redirect(c.req.path, 303)
      }
      return next()
    },
    limited(c => (shows(c, door.token) ? most.owner : most.others))
  ]
}

/// Bytes of a request's body: of the owner's, who hands over articles; of anybody else's.
const most = {owner: 256_000_000, others: 32_000_000}

function limited(of: (c: Context) => number): MiddlewareHandler {
  const limits = new Map(
    [most.owner, most.others].map(size => [size, bodyLimit({maxSize: size, onError: c => tooLarge(c, size)})])
  )
  // to ask whether there is a body costs more than all else here
  return (c, next) => (c.req.method === "GET" || c.req.method === "HEAD" ? next() : limits.get(of(c))!(c, next))
}

const tooLarge = (c: Context, size: number): Response =>
  refused(c, 413, `a body may have ${size / 1e6} MB at most; send it in parts`)

/// "[::1]:7117" → "::1".
const nameIn = (host: string): string => /^\[([^\]]*)\]/.exec(host)?.[1] ?? host.replace(/:\d*$/, "").toLowerCase()

/// Whether a script, form or frame of another site asks. A link that is followed is no such thing.
function isForeign(c: Context): boolean {
  const origin = c.req.header("origin")
  if (origin !== undefined) return !URL.canParse(origin) || new URL(origin).host !== c.req.header("host")
  const site = c.req.header("sec-fetch-site")
  if (site === undefined || site === "same-origin" || site === "none") return false
  return !(
    c.req.method === "GET" &&
    c.req.header("sec-fetch-mode") === "navigate" &&
    c.req.header("sec-fetch-dest") === "document"
  )
}

/// Whether a request carries the token, as programs do or as a page does that was opened with it.
function shows(c: Context, token: string): boolean {
  const bearer = /^Bearer (.+)$/.exec(c.req.header("authorization") ?? "")?.[1]
  const cookie = /(?:^|;\s*)annals=([\w-]+)/.exec(c.req.header("cookie") ?? "")?.[1]
  return [bearer, cookie].some(given => given !== undefined && same(given, token))
}

/// Compares in a time that does not depend on where two differ.
export function same(a: string, b: string): boolean {
  const hash = (text: string): Buffer => createHash("sha256").update(text).digest()
  return timingSafeEqual(hash(a), hash(b))
}

const refused = (c: Context, status: 401 | 403 | 413, says: string): Response =>
  c.body(JSON.stringify(problem(status, {401: "not allowed", 403: "forbidden", 413: "too large"}[status], says)), status, {
    "content-type": "application/problem+json"
  })

/// Sent with everything: no script or style but the server's own files, none written into a page; nothing is guessed, framed or told on.
export const headers: Readonly<Record<string, string>> = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin"
}
