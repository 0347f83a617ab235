import type {Hono} from "hono"
import type {Article, Skipped} from "../../model/model.ts"
import {BadRequest, type Desk, problem} from "../desk.ts"

/// Work handed over by `annals read` while this process owns the ledger. Only with the owner's token.
export function writing(app: Hono, desk: Desk): void {
  app.post("/articles", async c => {
    if (!desk.token || c.req.header("authorization") !== `Bearer ${desk.token}`) {
      return c.json(problem(401, "not allowed", "writing needs the token of the process that owns the ledger"), 401)
    }
    const asked = await c.req.json().catch(() => undefined)
    if (!Array.isArray(asked?.articles) || !asked.articles.every(isInput)) {
      throw new BadRequest('POST /articles wants {"articles": [article or {path, reason}, …]}')
    }
    return c.json(await desk.add(asked.articles))
  })
}

const isInput = (value: unknown): value is Article | Skipped => {
  if (typeof value !== "object" || value === null) return false
  const v = value as Record<string, unknown>
  return (
    (typeof v.id === "string" && typeof v.text === "string" && Array.isArray(v.removed)) ||
    (typeof v.path === "string" && typeof v.reason === "string")
  )
}
