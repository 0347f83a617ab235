import {Hono} from "hono"
import {BadRequest, type Desk, problem} from "./desk.ts"
import {articles} from "./routes/articles.ts"
import {events} from "./routes/events.ts"
import {exports} from "./routes/exports.ts"
import {parties} from "./routes/parties.ts"
import {pile} from "./routes/pile.ts"
import {runs} from "./routes/runs.ts"
import {writing} from "./routes/writing.ts"

/// The API under /api/v1. It answers in-process (`app.request`) as over a socket; the command line uses both ways.
export function api(desk: Desk): Hono {
  const app = new Hono()
  const v1 = new Hono()
  v1.use(async (c, next) => {
    if (c.req.method === "GET") await desk.keeper?.settle()
    await next()
  })
  for (const routes of [events, articles, parties, pile, exports, writing, runs]) routes(v1, desk)
  app.route("/api/v1", v1)
  app.onError((error, c) => {
    const known = error instanceof BadRequest
    return c.json(problem(known ? 400 : 500, known ? "bad request" : "internal error", error.message), known ? 400 : 500)
  })
  app.notFound(c => c.json(problem(404, "not found", `nothing at ${c.req.path}`), 404))
  return app
}
