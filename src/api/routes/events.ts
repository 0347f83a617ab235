import * as z from "zod"
import {headline} from "../../export/headline.ts"
import {jsonld} from "../../export/jsonld.ts"
import {type Sort, sorts} from "../../store/filters.ts"
import {articleBooks, articleHeads, articleTexts} from "../../store/questions/articles.ts"
import {facetCounts, timeSeries} from "../../store/questions/counts.ts"
import {type Behind, eventById, eventCount, eventLines, keyOf, relatedTo} from "../../store/questions/events.ts"
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

const offset = z
  .string()
  .regex(/^\d{1,9}$/, {error: issue => `${JSON.stringify(issue.input)} is no whole number`})
  .meta({
    description: "Begin behind so many rows, wherever that is; to go on page by page, `cursor` costs less",
    examples: ["5000"]
  })
  .optional()

export const events: readonly Route[] = [
  list<EventRow>({
    path: "/events",
    name: "listEvents",
    says: "The events of the ledger",
    key: "events",
    row: eventRow,
    filtered: true,
    query: z.object({sort, offset}),
    async page({desk, filters, query}, {limit, after}) {
      const order = (query.sort as Sort | undefined) ?? "-date"
      if (after !== undefined && query.offset !== undefined) throw new BadRequest("offset: a cursor says already where to begin")
      const begin = after === undefined ? {pass: Number(query.offset ?? 0)} : {behind: behind(order, after)}
      const lines = await eventLines(desk.store, filters, order, limit + 1, begin)
      const rows = lines.slice(0, limit)
      const last = rows.at(-1)
      return {rows, ...(lines.length > limit && last && {next: [order, keyOf(order, last).key, last.id]})}
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
      const found = await eventById(desk.store, part("id"))
      if (!found) throw missing(`no event or mention ${part("id")} in this ledger`)
      const wanted = wants(c.req.header("accept"))
      const {event, line} = found
      if (wanted === "page") return c.redirect(`/event/${event.id}`, 303)
      if (wanted === "linked") {
        const known = {articles: articleBooks(desk.store), country: desk.country}
        const pieces: string[] = []
        for await (const piece of jsonld.write(one(event), known)) pieces.push(piece)
        return new Response(pieces.join(""), {headers: {"content-type": jsonld.mediaType, vary: "accept"}})
      }
      const ids = [...new Set(event.mentions.map(m => m.article))]
      const [articles, texts] = await Promise.all([articleHeads(desk.store, ids), articleTexts(desk.store, ids)])
      const sentences = Object.fromEntries(
        event.mentions.map(m => {
          const {start, end} = m.sentenceSpan
          return [m.id, {start, end, text: (texts.get(m.article) ?? "").slice(start, end)}]
        })
      )
      const bound = await relatedTo(desk.store, event.id)
      const related = bound.map(({kind, says, back, line}) => ({kind, says, back, event: line}))
      return {event, row: line, articles, sentences, related} satisfies EventDetail
    }
  }),

  route({
    method: "get",
    path: "/facets",
    name: "countFacets",
    says: "How many events there are of each type, status, actor, place and outlet, under the same filters",
    filtered: true,
    query: z.object({
      apart: z
        .enum(["0", "1"])
        .describe("1: each list is counted without the filter of its own name, to say what else could be chosen")
        .optional()
    }),
    answer: facets,
    async reply({desk, filters, query}) {
      const found = await facetCounts(desk.store, filters, query.apart === "1")
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

export const titleOf = (row: EventRow): string =>
  headline({...row, modes: row.mode === undefined ? [] : [row.mode]} as unknown as Parameters<typeof headline>[0])
