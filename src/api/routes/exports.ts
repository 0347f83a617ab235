import type {Hono} from "hono"
import {stream} from "hono/streaming"
import {exporters} from "../../export/list.ts"
import {articleBooks} from "../../store/questions/articles.ts"
import {everyEvent} from "../../store/questions/events.ts"
import {BadRequest, type Desk} from "../app.ts"
import {filtersOf} from "../asked.ts"

export function exports(app: Hono, desk: Desk): void {
  app.get("/export", async c => {
    const as = c.req.query("as") ?? "jsonl"
    const filters = filtersOf(c)
    const events = everyEvent(desk.store, filters)
    if (as === "parquet") {
      c.header("content-type", "application/vnd.apache.parquet")
      return c.body((await desk.parquet(events)) as Uint8Array<ArrayBuffer>)
    }
    const exporter = exporters.find(e => e.name === as)
    if (!exporter)
      throw new BadRequest(`as: ${JSON.stringify(as)} is not one of ${exporters.map(e => e.name).join(", ")}, parquet`)
    c.header("content-type", `${exporter.mediaType}; charset=utf-8`)
    return stream(c, async out => {
      for await (const piece of exporter.write(events, {articles: articleBooks(desk.store), country: desk.country}))
        await out.write(piece)
    })
  })
}
