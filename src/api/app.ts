import {type Context, Hono} from "hono"
import {Away, TooLong} from "../store/store.ts"
import {answers} from "./answers.ts"
import {BadRequest, type Desk, problem} from "./desk.ts"
import {jobsOf} from "./jobs.ts"
import {openapi} from "./openapi.ts"
import {type Asked, askedOf, type Form, type Route} from "./route.ts"
import {routes} from "./routes/list.ts"
import {mediaOf, written} from "./written.ts"

/// The API under /api/v1. It answers in-process (`app.request`) as over a socket; the command line uses both ways.
export function api(given: Desk): Hono {
  const desk = {...given, store: given.store.asking(secondsAQuestion), jobs: jobsOf(given)}
  const v1 = new Hono()
  const kept = answers(desk)
  v1.use(async (c, next) => {
    if (c.req.method === "GET") await desk.keeper?.settle()
    await next()
  })
  let document: string | undefined
  v1.get("/openapi.json", c => {
    document ??= JSON.stringify(openapi(routes, desk.version))
    return c.body(document, 200, {"content-type": "application/json"})
  })
  for (const route of routes) {
    const path = route.path.replace(/\{(\w+)\}/g, ":$1")
    const answer = (c: Context, form: Form): Promise<Response> =>
      route.method === "get" && !route.fresh ? kept(c, () => answered(route, c, desk, form)) : answered(route, c, desk, form)
    v1.on(route.method, path, c => answer(c, asFor(route, c.req.header("accept"))))
    for (const form of route.forms ?? []) v1.on(route.method, `${path}.${form}`, c => answer(c, form))
  }
  const app = new Hono()
  app.route("/api/v1", v1)
  app.onError((error, c) => {
    if (error instanceof TooLong) return refusal(c, 503, titles[503], error.message)
    if (error instanceof Away) return refusal(c, 503, "the database is away", error.message)
    if (error instanceof BadRequest) return refusal(c, error.status, titles[error.status], error.message)
    return refusal(c, 500, "internal error", error.message)
  })
  app.notFound(c => refusal(c, 404, "not found", `nothing at ${c.req.path}`))
  return app
}

/// No question to the ledger may take longer.
const secondsAQuestion = 20

const titles: Readonly<Record<BadRequest["status"], string>> = {
  400: "bad request",
  401: "not allowed",
  403: "forbidden",
  404: "not found",
  406: "not acceptable",
  409: "conflict",
  413: "too large",
  415: "unsupported media type",
  503: "took too long"
}

/// RFC 9457.
export const refusal = (c: Context, status: BadRequest["status"] | 500, title: string, detail: string): Response =>
  c.body(JSON.stringify(problem(status, title, detail)), status, {"content-type": "application/problem+json"})

async function answered(route: Route, c: Context, desk: Asked["desk"], form: Form): Promise<Response> {
  if (route.owned && (!desk.token || c.req.header("authorization") !== `Bearer ${desk.token}`))
    throw new BadRequest("writing needs the token of the process that owns the ledger", 401)
  const asked = await askedOf(route, c, desk, form)
  const found = await route.reply(asked)
  if (route.rows && form !== "json" && !(found instanceof Response))
    return written({...route.rows, says: route.says}, asked, route.rows.of(found), null)
  return found instanceof Response ? found : c.json(found, route.status ?? 200)
}

/// The form a list is wanted in, where the path does not say.
function asFor(route: Route, accept = ""): Form {
  const wanted = accept.split(",")[0]!.split(";")[0]!.trim()
  return route.forms?.find(form => mediaOf[form] === wanted) ?? "json"
}
