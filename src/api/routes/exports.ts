import {stream} from "hono/streaming"
import * as z from "zod"
import {commas, objects, tabs} from "../../export/lines.ts"
import {exporters} from "../../export/list.ts"
import {measures, panelColumns, panelRow} from "../../export/panel.ts"
import {sitePages} from "../../export/site.ts"
import {textPolicies, withoutQuotes, withoutTexts} from "../../export/text.ts"
import {type Step, steps} from "../../store/filters.ts"
import {articleBooks} from "../../store/questions/articles.ts"
import {everyEvent} from "../../store/questions/events.ts"
import {panel, type Unit, units} from "../../store/questions/panels.ts"
import type {PanelAnswer} from "../contract.ts"
import {BadRequest} from "../desk.ts"
import {among, list} from "../list.ts"
import {type Route, route} from "../route.ts"
import {panelAnswer} from "../schemas/answers.ts"
import {named, text} from "../schemas/named.ts"

/// One of a few words; anything else is told what they are.
const oneOf = <T extends string>(known: readonly T[], says: string) =>
  z
    .enum(known as readonly [T, ...T[]], {error: issue => `${JSON.stringify(issue.input)} is not one of ${known.join(", ")}`})
    .describe(says)
    .optional()

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

/// Every form an export can have.
const forms = [
  ...exporters.map(({name, says, mediaType}) => ({name, says, mediaType})),
  {
    name: "parquet",
    says: "one event a row, typed columns, for R, Python and DuckDB",
    mediaType: "application/vnd.apache.parquet"
  },
  {name: "site", says: "the ledger as web pages that need no server, one page a line", mediaType: "application/x-ndjson"}
]

const exportForm = named("ExportForm", "A way out of the ledger", z.strictObject({name: text, says: text, mediaType: text}))

const panelMedia = {csv: "text/csv", tsv: "text/tab-separated-values", jsonl: "application/x-ndjson"}

export const exports: readonly Route[] = [
  route({
    method: "get",
    path: "/panel",
    name: "getPanel",
    says: "Counts by dyad, country or actor and by period. An event with several actors stands in the row of each",
    filtered: true,
    fresh: true,
    query: z.object({
      panel: z.string().describe("dyad-month, country-week, actor-year …; dyad-month if not given").optional(),
      measure: z
        .string()
        .describe(`Of ${measures.join(", ")}, by commas: the columns of csv, tsv and jsonl`)
        .optional(),
      fill: oneOf(["none", "zero"], "zero: a row for every period between the first and the last"),
      as: oneOf(["json", "jsonl", "csv", "tsv"], "The form of the answer")
    }),
    answer: panelAnswer,
    media: {"text/csv": "as=csv", "text/tab-separated-values": "as=tsv", "application/x-ndjson": "as=jsonl"},
    async reply({c, desk, filters, query}) {
      const [unit, by] = unitOf(query.panel ?? "dyad-month")
      const as = query.as ?? "json"
      const asked = (query.measure ?? "count").split(",").map(name => {
        const found = measures.find(m => m === name.trim())
        if (found) return found
        throw new BadRequest(`measure: ${JSON.stringify(name)} is not one of ${measures.join(", ")}`)
      })
      if (filters.bin || filters.sides)
        throw new BadRequest("bin and sides are what a panel makes; narrow it with since and until, actor and recipient")
      const {rows, ...left} = await panel(desk.store, filters, unit, by, query.fill === "zero").catch(error => {
        throw error instanceof RangeError ? new BadRequest(error.message) : error
      })
      const counts = rows.map(({filters: of, ...row}) => ({...row, query: new URLSearchParams(of).toString()}))
      if (as === "json") return {unit: `${unit}-${by}`, rows: counts, ...left} satisfies PanelAnswer
      const columns = panelColumns(
        unit,
        measures.filter(m => asked.includes(m))
      )
      const lines = {csv: commas, tsv: tabs, jsonl: objects}[as]
      c.header("content-type", `${panelMedia[as]}; charset=utf-8`)
      c.header("x-left-out", JSON.stringify(left))
      return stream(c, async out => {
        await out.write(lines.head(columns))
        for (const row of counts) await out.write(lines.line(columns, panelRow(unit, row, desk.country)))
      })
    }
  }),

  route({
    method: "get",
    path: "/export",
    name: "exportEvents",
    says: "All events under the filters in a form of /exports; the whole of them, however many",
    filtered: true,
    fresh: true,
    query: z.object({
      as: oneOf(
        forms.map(f => f.name),
        "The form; jsonl if not given"
      ),
      text: oneOf(textPolicies, "How much of the texts goes along; quote if not given"),
      names: oneOf(["raw", "snake"], "Column names of icews, polecat, gdelt and phoenix"),
      limit: z.coerce.number().int().min(1).describe("The first so many; all if not given").optional()
    }),
    media: Object.fromEntries(forms.map(f => [f.mediaType, `as=${f.name}`])),
    async reply({c, desk, filters, query}) {
      const {as = "jsonl", text = "quote", names, limit} = query
      const bare = text === "none"
      const events = bare ? withoutQuotes(everyEvent(desk.store, filters, limit)) : everyEvent(desk.store, filters, limit)
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
      const exporter = exporters.find(e => e.name === as)!
      c.header("content-type", `${exporter.mediaType}; charset=utf-8`)
      return stream(c, async out => {
        const manner = {text, ...(names && {names})}
        for await (const piece of exporter.write(events, bare ? withoutTexts(known) : known, manner)) await out.write(piece)
      })
    }
  }),

  list({
    path: "/exports",
    name: "listExports",
    says: "The forms that /export knows",
    key: "exports",
    row: exportForm,
    page: async (_, page) => among(forms, page),
    entry: form => ({id: `export:${form.name}`, title: form.name, words: form.says, page: `/api/v1/export?as=${form.name}`})
  })
]
