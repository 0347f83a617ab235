import type {Hono} from "hono"
import {steps} from "../../store/filters.ts"
import {articleHeads, articleTexts} from "../../store/questions/articles.ts"
import {facetCounts, timeSeries} from "../../store/questions/counts.ts"
import {type EventLine, eventById, eventCount, eventLines} from "../../store/questions/events.ts"
import {filtersOf, paged, pageOf, sortOf} from "../asked.ts"
import type {EventDetail, EventList, EventRow, FacetCount, Facets, Series} from "../contract.ts"
import {BadRequest, type Desk, problem} from "../desk.ts"

export function events(app: Hono, {store, country}: Desk): void {
  app.get("/events", async c => {
    const filters = filtersOf(c)
    const {limit, offset} = pageOf(c)
    const {rows, next} = paged(await eventLines(store, filters, sortOf(c), limit + 1, offset), limit, offset)
    const total = c.req.query("total") === "1" ? await eventCount(store, filters) : undefined
    return c.json({events: rows.map(rowOf), next, ...(total !== undefined && {total})} satisfies EventList)
  })

  app.get("/events/:id", async c => {
    const line = await eventById(store, c.req.param("id"))
    if (!line) return c.json(problem(404, "no such event", `no event or mention ${c.req.param("id")} in this ledger`), 404)
    const ids = [...new Set(line.event.mentions.map(m => m.article))]
    const [articles, texts] = await Promise.all([articleHeads(store, ids), articleTexts(store, ids)])
    const sentences = Object.fromEntries(
      line.event.mentions.map(m => {
        const {start, end} = m.sentenceSpan
        return [m.id, {start, end, text: (texts.get(m.article) ?? "").slice(start, end)}]
      })
    )
    return c.json({event: line.event, row: rowOf(line), articles, sentences} satisfies EventDetail)
  })

  app.get("/facets", async c => {
    const facets = await facetCounts(store, filtersOf(c))
    const name = (f: FacetCount): FacetCount => ({...f, label: country(f.value)?.name ?? f.label})
    return c.json({...facets, actor: facets.actor.map(name), recipient: facets.recipient.map(name)} satisfies Facets)
  })

  app.get("/series", async c => {
    const by = c.req.query("by") ?? "month"
    const step = steps.find(s => s === by)
    if (!step) throw new BadRequest(`by: ${JSON.stringify(by)} is not one of ${steps.join(", ")}`)
    return c.json((await timeSeries(store, filtersOf(c), step)) satisfies Series)
  })
}

export function rowOf({event, quad, weight, articles, quote, predicate, by}: EventLine): EventRow {
  return {
    id: event.id,
    type: event.type,
    ...(event.modes[0] && {mode: event.modes[0]}),
    quad,
    goldstein: weight,
    status: event.status,
    background: event.background,
    actors: event.actors,
    recipients: event.recipients,
    ...(event.time && {time: event.time, timeBasis: event.timeBasis}),
    ...(event.place && {place: event.place}),
    confidence: event.confidence,
    reports: event.mentions.length,
    articles,
    outlets: event.outlets,
    independent: event.independent,
    quote,
    predicate,
    ...(by !== undefined && {by})
  }
}
