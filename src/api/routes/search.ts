import * as z from "zod"
import type {Filters} from "../../store/filters.ts"
import {eventCount, eventLines} from "../../store/questions/events.ts"
import {articleCountWith, articlesWith, type Found} from "../../store/questions/search.ts"
import {wordsOf} from "../../store/words.ts"
import {BadRequest} from "../desk.ts"
import {counted, list} from "../list.ts"
import type {Asked, Route} from "../route.ts"
import {hit} from "../schemas/search.ts"
import {titleOf} from "./events.ts"

type Hit = z.output<typeof hit>

const query = z.object({
  q: z
    .string()
    .max(500)
    .refine(text => wordsOf(text).length > 0, {error: "there is no word in it to look for"})
    .describe("Words, all of which have to stand there; from three letters on also as beginnings of words"),
  in: z
    .enum(["events", "articles", "quotes"], {
      error: issue => `${JSON.stringify(issue.input)} is not one of events, articles, quotes`
    })
    .describe(
      "Where: in the names, places and quotes of events, in articles, or in single sentences of articles; events if not given"
    )
    .optional()
})

/// Full-text search.
export const search: readonly Route[] = [
  list<Hit>({
    path: "/search",
    name: "search",
    says: "Where words stand: in events (under their filters), in articles, or in sentences; the latest first",
    key: "hits",
    row: hit,
    filtered: true,
    most: 200,
    query,
    async page(asked, page) {
      const {desk, filters} = asked
      const {q, where} = questionOf(asked)
      await desk.store.findable?.()
      if (where === "events") {
        const lines = await eventLines(desk.store, holding(q, filters), "-date", page.limit + 1, {pass: page.offset})
        return counted(
          lines.map(line => ({
            kind: "event" as const,
            id: line.id,
            event: line.id,
            title: titleOf(line),
            ...marked(line.quote, q),
            ...(line.time?.from !== undefined && {day: line.time.from})
          })),
          page
        )
      }
      const found = await articlesWith(desk.store, q, page.limit + 1, page.offset)
      const {rows, next} = counted(found, page)
      const hits = rows.map(article => hitIn(article, q, where)).filter(h => h !== undefined)
      return {rows: hits, ...(next !== undefined && {next})}
    },
    async total(asked) {
      const {q, where} = questionOf(asked)
      if (where === "quotes") throw new BadRequest("quotes are read page by page and not counted; ask without total")
      await asked.desk.store.findable?.()
      return where === "events" ? eventCount(asked.desk.store, holding(q, asked.filters)) : articleCountWith(asked.desk.store, q)
    },
    entry: row => ({
      id: `${row.kind}:${row.id}`,
      title: row.title,
      ...(row.day !== undefined && {day: row.day}),
      words: row.words,
      page: row.kind === "event" ? `/event/${row.id}` : `/article/${row.article}`
    })
  })
]

/// Filters that ask for these words, too.
const holding = (q: string, filters: Filters): Filters => ({...filters, search: `${filters.search ?? ""} ${q}`})

function questionOf({query, filters}: Asked): {q: string; where: "events" | "articles" | "quotes"} {
  const {q, in: where = "events"} = query as {q: string; in?: "events" | "articles" | "quotes"}
  if (where !== "events" && Object.keys(filters).length > 0)
    throw new BadRequest(`filters are of events; ${where} can be searched without them`)
  return {q, where}
}

/// The sentence of an article in which most of the words stand; for quotes it must be all of them.
function hitIn(
  {id, text, sentences, title, published, publisher, url}: Found,
  q: string,
  where: "articles" | "quotes"
): Hit | undefined {
  const words = wordsOf(q)
  const holds = ([start, end]: readonly [number, number]): number => {
    const there = wordsOf(text.slice(start, end))
    return words.filter(word => there.some(other => (word.length < 3 ? other === word : other.startsWith(word)))).length
  }
  let best: {readonly at: readonly [number, number]; readonly held: number} = {
    at: sentences[0] ?? [0, Math.min(200, text.length)],
    held: -1
  }
  for (const at of sentences) {
    const held = holds(at)
    if (held > best.held) best = {at, held}
  }
  if (where === "quotes" && best.held < words.length) return undefined
  const [start, end] = best.at
  return {
    kind: where === "quotes" ? "quote" : "article",
    id: where === "quotes" ? `${id}:${start}-${end}` : id,
    article: id,
    title: title ?? text.slice(0, 80),
    ...marked(text.slice(start, end), q),
    ...(published !== undefined && {day: published}),
    ...(publisher !== undefined && {publisher}),
    ...(url !== undefined && {url})
  }
}

/// A sentence and where the words of a query stand in it.
function marked(words: string, q: string): {words: string; marks: {start: number; end: number}[]} {
  const wanted = wordsOf(q)
  const marks = [...words.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].flatMap(({0: found, index}) => {
    const [word = ""] = wordsOf(found)
    const hits = wanted.some(w => (w.length < 3 ? word === w : word.startsWith(w)))
    return hits ? [{start: index, end: index + found.length}] : []
  })
  return {words, marks}
}
