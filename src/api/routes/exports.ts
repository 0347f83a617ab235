import type {Hono} from "hono"
import {stream} from "hono/streaming"
import {commas, objects, tabs} from "../../export/lines.ts"
import {exporters} from "../../export/list.ts"
import {measures, panelColumns, panelRow} from "../../export/panel.ts"
import {sitePages} from "../../export/site.ts"
import {textPolicies, withoutQuotes, withoutTexts} from "../../export/text.ts"
import {type Step, steps} from "../../store/filters.ts"
import {articleBooks} from "../../store/questions/articles.ts"
import {everyEvent} from "../../store/questions/events.ts"
import {panel, type Unit, units} from "../../store/questions/panels.ts"
import {filtersOf} from "../asked.ts"
import type {PanelAnswer} from "../contract.ts"
import {BadRequest, type Desk} from "../desk.ts"

function oneOf<T extends string>(name: string, value: string, known: readonly T[]): T {
  const found = known.find(k => k === value)
  if (found === undefined) throw new BadRequest(`${name}: ${JSON.stringify(value)} is not one of ${known.join(", ")}`)
  return found
}

/// "dyad-month" in its two halves.
function unitOf(text: string): [Unit, Step] {
  const [unit, step] = [units.find(u => text.startsWith(`${u}-`)), steps.find(s => text.endsWith(`-${s}`))]
  if (!unit || !step || text !== `${unit}-${step}`) {
    throw new BadRequest(
      `panel: ${JSON.stringify(text)} is no unit; units are ${units.join(", ")}, each with ${steps.join(", ")}: dyad-month`
    )
  }
  return [unit, step]
}

export function exports(app: Hono, desk: Desk): void {
  app.get("/panel", async c => {
    const [unit, by] = unitOf(c.req.query("panel") ?? "dyad-month")
    const fill = oneOf("fill", c.req.query("fill") ?? "none", ["none", "zero"]) === "zero"
    const as = oneOf("as", c.req.query("as") ?? "json", ["json", "jsonl", "csv", "tsv"])
    const asked = (c.req.query("measure") ?? "count").split(",").map(m => oneOf("measure", m.trim(), measures))
    const filters = filtersOf(c)
    if (filters.bin || filters.sides)
      throw new BadRequest("bin and sides are what a panel makes; narrow it with since and until, actor and recipient")
    const {rows, ...left} = await panel(desk.store, filters, unit, by, fill).catch(error => {
      throw error instanceof RangeError ? new BadRequest(error.message) : error
    })
    const counts = rows.map(({filters: of, ...row}) => ({...row, query: new URLSearchParams(of).toString()}))
    if (as === "json") return c.json({unit: `${unit}-${by}`, rows: counts, ...left} satisfies PanelAnswer)
    const columns = panelColumns(
      unit,
      measures.filter(m => asked.includes(m))
    )
    const lines = {csv: commas, tsv: tabs, jsonl: objects}[as]
    c.header(
      "content-type",
      `${{csv: "text/csv", tsv: "text/tab-separated-values", jsonl: "application/x-ndjson"}[as]}; charset=utf-8`
    )
    c.header("x-left-out", JSON.stringify(left))
    return stream(c, async out => {
      await out.write(lines.head(columns))
      for (const row of counts) await out.write(lines.line(columns, panelRow(unit, row, desk.country)))
    })
  })

  app.get("/export", async c => {
    const as = c.req.query("as") ?? "jsonl"
    const filters = filtersOf(c)
    const text = oneOf("text", c.req.query("text") ?? "quote", textPolicies)
    const names = c.req.query("names") === undefined ? undefined : oneOf("names", c.req.query("names")!, ["raw", "snake"])
    const bare = text === "none"
    const events = bare ? withoutQuotes(everyEvent(desk.store, filters)) : everyEvent(desk.store, filters)
    const known = {articles: articleBooks(desk.store), country: desk.country}
    if (as === "parquet") {
      c.header("content-type", "application/vnd.apache.parquet")
      return c.body((await desk.parquet(events)) as Uint8Array<ArrayBuffer>)
    }
    if (as === "site") {
      c.header("content-type", "application/x-ndjson; charset=utf-8")
      return stream(c, async out => {
        for await (const page of sitePages(events, bare ? withoutTexts(known) : known))
          await out.write(`${JSON.stringify(page)}\n`)
      })
    }
    const exporter = exporters.find(e => e.name === as)
    if (!exporter)
      throw new BadRequest(`as: ${JSON.stringify(as)} is not one of ${exporters.map(e => e.name).join(", ")}, parquet, site`)
    c.header("content-type", `${exporter.mediaType}; charset=utf-8`)
    return stream(c, async out => {
      const manner = {text, ...(names && {names})}
      for await (const piece of exporter.write(events, bare ? withoutTexts(known) : known, manner)) await out.write(piece)
    })
  })
}
