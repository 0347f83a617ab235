import * as z from "zod"
import {departures} from "../../store/questions/departures.ts"
import {type News, newsBetween, newsKinds, type NewsLine as Told} from "../../store/questions/news.ts"
import {type Gap, gapCounts, silentDays, skippedBetween, undatedArticles, unknownNames} from "../../store/questions/pile.ts"
import {type Run, runsOf} from "../../store/runs.ts"
import type {Briefing, Departures, Gaps, NewsLine} from "../contract.ts"
import {BadRequest, type Desk} from "../desk.ts"
import {counted, list} from "../list.ts"
import {forms, type Route, route, rowsOf} from "../route.ts"
import {skippedInput} from "../schemas/answers.ts"
import {day, text, whole} from "../schemas/named.ts"
import * as schemas from "../schemas/views.ts"
import {runNamed, since} from "./runs.ts"

const between = {
  since: text.describe("A run, or a day: 2024-06-19; the run before the last if not given").optional(),
  to: text.describe("A run; the last if not given").optional()
}

/// What is new since a run, who departs from their own base rate, and what the pile lacks.
export const briefing: readonly Route[] = [
  route({
    method: "get",
    path: "/briefing",
    name: "getBriefing",
    says: "What is new, grown, corrected, contradicted or withdrawn between two runs",
    query: z.object(between),
    answer: schemas.briefing,
    async reply({desk, query}) {
      const {from, to, all, news} = await asked(desk, query)
      const runs = all.filter(r => r.run > from && r.run <= to)
      const few = async (kind: (typeof newsKinds)[number]) => [kind, (await news.lines(kind, 8, 0)).map(lineOf)] as const
      const [counts, ...kinds] = await Promise.all([news.counts(), ...newsKinds.map(few)])
      const first = Object.fromEntries(kinds) as Record<(typeof newsKinds)[number], NewsLine[]>
      return {from, to, runs, articles: runs.reduce((sum, r) => sum + r.articles, 0), counts, first} satisfies Briefing
    }
  }),

  list<NewsLine>({
    path: "/news",
    name: "listNews",
    says: "The events of one kind of news between two runs, most outlets first",
    key: "events",
    row: schemas.newsLine,
    query: z.object({...between, kind: schemas.newsKind}),
    also: {from: whole, to: whole},
    async page({desk, query}, page) {
      const {from, to, news} = await asked(desk, query as Between)
      const lines = await news.lines(query.kind as z.output<typeof schemas.newsKind>, page.limit + 1, page.offset)
      return {...counted(lines.map(lineOf), page), also: {from, to}}
    },
    async total({desk, query}) {
      const {news} = await asked(desk, query as Between)
      return (await news.counts())[query.kind as z.output<typeof schemas.newsKind>]
    },
    entry: ({event, row, before}) => ({
      id: `event:${event}`,
      title: [row?.actors.map(p => p.name) ?? before?.actors ?? [], row?.type ?? before?.type].flat().join(" "),
      ...(row?.time?.from && {day: row.time.from}),
      ...(row && {words: row.quote}),
      page: `/event/${event}`
    })
  }),

  route({
    method: "get",
    path: "/departures",
    name: "getDepartures",
    says: "Pairs whose newest month (or week, or day) departs from their own base rate",
    query: z.object({
      limit: z
        .string()
        .regex(/^[1-9]\d?$/, "limit: a whole number from 1 to 99")
        .optional()
    }),
    answer: schemas.departures,
    forms,
    rows: rowsOf<Departures, Departures["pairs"][number]>({
      of: ({pairs}) => pairs,
      row: schemas.departingPair,
      entry: ({a, b, aName, bName, counts, usual, departs}) => ({
        id: `departure:${a}:${b}`,
        title: `${aName}, ${bName}: ${counts.at(-1) ?? 0} events`,
        words: `usual ${usual.at(-1)?.low ?? 0} to ${usual.at(-1)?.high ?? 0}${departs ? "; it departs" : ""}`,
        page: `/pair/${encodeURIComponent(a)}/${encodeURIComponent(b)}`
      })
    }),
    async reply({desk, query}) {
      const found = await departures(desk.store, Number(query.limit ?? 6))
      if (!found) return {bins: [], compared: 0, pairs: []} satisfies Departures
      const named = (id: string): string => desk.country(id)?.name ?? id
      return {...found, pairs: found.pairs.map(p => ({...p, aName: named(p.a), bName: named(p.b)}))} satisfies Departures
    }
  }),

  route({
    method: "get",
    path: "/pile",
    name: "getGaps",
    says: "What the pile lacks: dates, places, known names, days, and what was skipped",
    answer: schemas.gapCounts,
    reply: async ({desk}) => (await gapCounts(desk.store)) satisfies Gaps
  }),

  gap("undated", "listUndatedArticles", "Articles without a date", {
    row: z.strictObject({
      id: text,
      title: text.optional(),
      publisher: text.optional(),
      url: text.optional(),
      events: whole
    }),
    page: ({store}, limit, offset) => undatedArticles(store, limit, offset),
    entry: a => ({id: `article:${a.id}`, title: a.title ?? a.id, page: `/article/${a.id}`})
  }),
  gap("skipped", "listSkipped", "Inputs of which nothing was read, and why", {
    row: skippedInput,
    page: ({store}, limit, offset) => skippedBetween(store, limit, offset),
    entry: s => ({id: `input:${s.path}`, title: s.path, words: s.reason, page: "/briefing?list=skipped"})
  }),
  gap("names", "listUnknownNames", "Names in events that no list of actors knows, most events first", {
    row: z.strictObject({
      id: text,
      name: text,
      events: whole,
      event: text.describe("One of them"),
      quote: text.optional().describe("The sentence that leads it")
    }),
    page: ({store}, limit, offset) => unknownNames(store, limit, offset),
    entry: n => ({id: `actor:${n.id}`, title: n.name, words: `${n.events} events`, page: `/actor/${encodeURIComponent(n.id)}`})
  }),
  gap("days", "listSilentDays", "Days between the first article and the last on which none was published, newest first", {
    row: z.strictObject({day}),
    page: async ({store}, limit, offset) => (await silentDays(store)).slice(offset, offset + limit).map(d => ({day: d})),
    entry: d => ({id: `day:${d.day}`, title: d.day, day: d.day, page: "/briefing?list=days"})
  })
]

/// The rows behind one number of the pile's health.
function gap<Row>(
  name: Gap,
  called: string,
  says: string,
  of: {
    row: z.ZodType<Row>
    page(desk: Desk, limit: number, offset: number): Promise<readonly Row[]>
    entry: Parameters<typeof list<Row>>[0]["entry"]
  }
): Route {
  return list<Row>({
    path: `/pile/${name}`,
    name: called,
    says,
    key: "rows",
    row: of.row,
    page: async ({desk}, page) => counted(await of.page(desk, page.limit + 1, page.offset), page),
    total: async ({desk}) => (await gapCounts(desk.store))[name],
    entry: of.entry
  })
}

interface Between {
  readonly since?: string | undefined
  readonly to?: string | undefined
}

/// Between which runs: without `since` the last one alone.
async function asked({store}: Desk, query: Between): Promise<{from: number; to: number; all: readonly Run[]; news: News}> {
  const all = await runsOf(store)
  const to = query.to === undefined ? (all.at(-1)?.run ?? 0) : runNamed(query.to, all)
  const from = query.since === undefined ? (all.at(-2)?.run ?? 0) : since(query.since, all)
  if (from > to) throw new BadRequest(`since: run ${from} comes after run ${to}`)
  return {from, to, all, news: await newsBetween(store, from, to)}
}

const lineOf = ({line, ...rest}: Told): NewsLine => ({...rest, ...(line && {row: line})})
