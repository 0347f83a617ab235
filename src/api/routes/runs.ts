import type {Context, Hono} from "hono"
import {differences} from "../../store/questions/changes.ts"
import {misquotes} from "../../store/questions/quotes.ts"
import {type Run, runsOf} from "../../store/runs.ts"
import type {Changes, RunList, Verification} from "../contract.ts"
import {BadRequest, type Desk, problem} from "../desk.ts"

/// Readings, recodings and judgings as runs: what each did, what differs between two, and whether every quotation still stands.
export function runs(app: Hono, desk: Desk): void {
  const {store, keeper} = desk

  app.get("/runs", async c => c.json({runs: await runsOf(store), warnings: keeper?.warnings ?? []} satisfies RunList))

  app.get("/changes", async c => {
    const all = await runsOf(store)
    const last = all.at(-1)?.run ?? 0
    const from = since(c.req.query("since") ?? "0", all)
    const to = c.req.query("to") === undefined ? last : runNamed(c.req.query("to")!, all)
    return c.json({from, to, changes: await differences(store, from, to)} satisfies Changes)
  })

  app.get("/verify", async c => c.json((await misquotes(store)) satisfies Verification))

  /// Only with the owner's token; without one the answer says so.
  const owned = (work: (c: Context, keeper: NonNullable<Desk["keeper"]>) => Promise<Response>) => async (c: Context) => {
    if (!desk.token || !keeper || c.req.header("authorization") !== `Bearer ${desk.token}`)
      return c.json(problem(401, "not allowed", "writing needs the token of the process that owns the ledger"), 401)
    return work(c, keeper)
  }

  app.post(
    "/runs",
    owned(async (c, keeper) => {
      const asked = await c.req.json().catch(() => undefined)
      if (asked?.what !== "read" && asked?.what !== "recode")
        throw new BadRequest('POST /runs wants {"what": "read"} or {"what": "recode"}')
      await keeper.begin(asked.what)
      return c.json({})
    })
  )

  app.post(
    "/runs/end",
    owned(async (c, keeper) => c.json((await keeper.end()) ?? {}))
  )

  app.post(
    "/recode",
    owned(async (c, keeper) => c.json(await keeper.recode(24)))
  )
}

/// A run by its number or the beginning of its id.
function runNamed(text: string, all: readonly Run[]): number {
  if (text === "0") return 0
  const found = all.filter(r => String(r.run) === text || (text.length >= 6 && r.id.startsWith(text)))
  if (found.length === 1) return found[0]!.run
  throw new BadRequest(`no run ${JSON.stringify(text)}; runs: ${all.map(r => r.run).join(", ") || "none yet"}`)
}

/// The run that a day or a moment comes after, or a run named.
function since(text: string, all: readonly Run[]): number {
  if (!/^\d{4}-\d\d-\d\d/.test(text)) return runNamed(text, all)
  return all.filter(r => (r.began ?? "") < text).at(-1)?.run ?? 0
}
