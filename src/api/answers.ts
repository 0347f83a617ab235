import {createHash} from "node:crypto"
import type {Context} from "hono"
import type {Desk} from "./desk.ts"

/// Answers that were given already and still hold, because the ledger was not written to since. Asked for again, or by many at once,
/// each is worked out but once.
export function answers({store}: Desk): (c: Context, make: () => Promise<Response>) => Promise<Response> {
  let written = store.writes()
  let size = 0
  const kept = new Map<string, Kept>()
  const underWay = new Map<string, Promise<Kept>>()

  async function begin(key: string, at: number, make: () => Promise<Response>): Promise<Kept> {
    const made = await make()
    const body = new Uint8Array(await made.arrayBuffer())
    const tag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`
    const answer = {
      status: made.status,
      body,
      headers: {...Object.fromEntries(made.headers), etag: tag, "cache-control": "no-cache"}
    }
    if (made.status === 200 && body.length <= most.each && store.writes() === at && !kept.has(key)) keep(key, answer)
    return answer
  }

  function keep(key: string, answer: Kept): void {
    kept.set(key, answer)
    size += answer.body.length
    for (const [oldest, {body}] of kept) {
      if (size <= most.all) break
      kept.delete(oldest)
      size -= body.length
    }
  }

  return async (c, make) => {
    if (store.writes() !== written) {
      written = store.writes()
      kept.clear()
      size = 0
    }
    const key = `${c.req.url}\n${c.req.header("accept") ?? ""}`
    const known = kept.get(key)
    if (known) return given(c, known)
    const turn = `${written}\n${key}`
    let found = underWay.get(turn)
    if (!found) {
      found = begin(key, written, make).finally(() => underWay.delete(turn))
      underWay.set(turn, found)
    }
    return given(c, await found)
  }
}

interface Kept {
  readonly status: number
  readonly body: Uint8Array<ArrayBuffer>
  readonly headers: Readonly<Record<string, string>>
}

/// Bytes kept, of one answer and of all.
const most = {each: 4_000_000, all: 64_000_000}

function given(c: Context, {status, body, headers}: Kept): Response {
  if (status === 200 && c.req.header("if-none-match") === headers.etag)
    return new Response(null, {status: 304, headers: {etag: headers.etag!}})
  return new Response(status === 303 ? null : body, {status, headers})
}
