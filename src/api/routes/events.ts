import * as z from "zod"
import {headline} from "../../export/headline.ts"
import {jsonld} from "../../export/jsonld.ts"
import {type Sort, sorts} from "../../store/filters.ts"
import {articleBooks, articleHeads, articleTexts} from "../../store/questions/articles.ts"
import {facetCounts, timeSeries} from "../../store/questions/counts.ts"
import {type Behind, type EventLine, eventById, eventCount, eventLines, keyOf, relatedTo} from "../../store/questions/events.ts"
import type {EventDetail, EventRow, FacetCount, Facets, SeriesBin} from "../contract.ts"
import {BadRequest, missing} from "../desk.ts"
import {list} from "../list.ts"
import {type Route, route} from "../route.ts"
import {eventDetail, eventRow, facets, seriesBin, step} from "../schemas/answers.ts"

const sortNames = Object.keys(sorts) as Sort[]

const sort = z
  .enum(sortNames, {error: issue => `${JSON.stringify(issue.input)} is not one of ${sortNames.join(", ")}`})
  .describe("In which order; the latest first if not given")
  .optional()

export const events: readonly Route[] = [
  list<EventRow>({
    path: "/events",
    name: "listEvents",
    says: "The events of the ledger",
    key: "events",
    row: eventRow,
    filtered: true,
    query: z.object({sort}),
    async page({desk, filters, query}, {limit, after}) {
      const order = (query.sort as Sort | undefined) ?? "-date"
      const lines = await eventLines(
        desk.store,
        filters,
        order,
        limit + 1,
        after === undefined ? undefined : behind(order, after)
      )
      const page = lines.slice(0, limit)
      const last = page.at(-1)
      return {
        rows: page.map(rowOf),
        ...(lines.length > limit && last && {next: [order, keyOf(order, last).key, last.event.id]})
      }
    },
    total: ({desk, filters}) => eventCount(desk.store, filters),
    entry: row => ({
      id: `event:${row.id}`,
      title: titleOf(row),
      ...(row.time?.from && {day: row.time.from}),
      words: row.quote,
      page: `/event/${row.id}`
    }),
    point: ({place}) =>
      (place?.grain === "exact" || place?.grain === "city") && place.lat !== undefined && place.lon !== undefined
        ? [place.lon, place.lat]
        : undefined
  }),

  route({
    method: "get",
    path: "/events/{id}",
    name: "getEvent",
    says: "One event, by its own id or that of any report of it, also one it had once",
    answer: eventDetail,
    media: {"application/ld+json": "as linked data", "text/html": "leads to its page"},
    async reply({c, desk, part}) {
      const line = await eventById(desk.store, part("id"))
      if (!line) throw missing(`no event or mention ${part("id")} in this ledger`)
      const wanted = wants(c.req.header("accept"))
      if (wanted === "page") return c.redirect(`/event/${line.event.id}`, 303)
      if (wanted === "linked") {
        const known = {articles: articleBooks(desk.store), country: desk.country}
        const pieces: string[] = []
        for await (const piece of jsonld.write(one(line.event), known)) pieces.push(piece)
        return new Response(pieces.join(""), {headers: {"content-type": jsonld.mediaType, vary: "accept"}})
      }
      const ids = [...new Set(line.event.mentions.map(m => m.article))]
      const [articles, texts] = await Promise.all([articleHeads(desk.store, ids), articleTexts(desk.store, ids)])
      const sentences = Object.fromEntries(
        line.event.mentions.map(m => {
          const {start, end} = m.sentenceSpan
          return [m.id, {start, end, text: (texts.get(m.article) ?? "").slice(start, end)}]
        })
      )
      const found = await relatedTo(desk.store, line.event.id)
      const related = found.map(({kind, says, back, line}) => ({kind, says, back, event: rowOf(line)}))
      return {event: line.event, row: rowOf(line), articles, sentences, related} satisfies EventDetail
    }
  }),

  route({
    method: "get",
    path: "/facets",
    name: "countFacets",
    says: "How many events there are of each type, status, actor, place and outlet, under the same filters",
    filtered: true,
    answer: facets,
    async reply({desk, filters}) {
      const found = await facetCounts(desk.store, filters)
      const name = (f: FacetCount): FacetCount => ({...f, label: desk.country(f.value)?.name ?? f.label})
      return {...found, actor: found.actor.map(name), recipient: found.recipient.map(name)} satisfies Facets
    }
  }),

  list<SeriesBin>({
    path: "/series",
    name: "listSeries",
    says: "Events over time, by quad class; what is told more vaguely than a bin is spread over the bins it touches, as `vague`",
    key: "bins",
    row: seriesBin,
    filtered: true,
    most: 100_000,
    query: z.object({
      by: step
        .catch(({input}) => {
          throw new BadRequest(`by: ${JSON.stringify(input)} is not one of ${step.options.join(", ")}`)
        })
        .describe("The length of a bin; month if not given")
        .optional()
    }),
    also: {by: step, undated: z.int().describe("Events without any date")},
    async page({desk, filters, query}, {offset}) {
      const by = (query.by as z.output<typeof step> | undefined) ?? "month"
      const {bins, undated} = await timeSeries(desk.store, filters, by)
      // a line through time is of use as a whole: it comes in one page unless a limit is asked for
      const limit = query.limit === undefined ? bins.length : Number(query.limit)
      const rest = bins.slice(offset, offset + limit)
      return {rows: rest, ...(offset + limit < bins.length && {next: offset + limit}), also: {by, undated}}
    },
    entry: bin => ({
      id: `bin:${bin.from}:${bin.until}`,
      title: `${bin.from}: ${bin.events} events`,
      day: bin.from,
      page: `/ledger?since=${bin.from}&until=${bin.until}`
    })
  })
]

/// What a reader of an id would rather have.
export function wants(accept = ""): "page" | "linked" | "json" {
  const first = accept.split(",")[0]!.trim()
  if (/^(?:text\/html|application\/xhtml\+xml)/.test(first)) return "page"
  return /^application\/ld\+json/.test(first) ? "linked" : "json"
}

async function* one<T>(value: T): AsyncGenerator<T> {
  yield value
}

function behind(order: Sort, after: unknown): Behind {
  const [sort, key, id] = Array.isArray(after) ? after : []
  const known = key === null || typeof key === "string" || typeof key === "number"
  if (sort !== order || typeof id !== "string" || !known)
    throw new BadRequest(`cursor: it was given for another order than ${order}; begin without one`)
  return {key, id}
}

const titleOf = (row: EventRow): string =>
  headline({...row, modes: row.mode === undefined ? [] : [row.mode]} as unknown as Parameters<typeof headline>[0])

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
