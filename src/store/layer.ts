import type {EventMention, Reading, Span} from "../model/model.ts"
import {type Merger, mergeInto} from "./merging.ts"
import {holds} from "./sql.ts"
import type {Store} from "./store.ts"

/// What people say, laid over what was read. The table `mentions` holds tellings as they are shown; where that is not how they were
/// read, `coded` holds how they were: with a body what was read, without one that a person added it. So nothing is ever lost.

/// An article and what was read out of it.
export interface CodedArticle {
  readonly article: {
    readonly id: string
    readonly text: string
    readonly publisher?: string
    readonly published?: string
    readonly sentences: readonly Span[]
  }
  readonly coded: readonly EventMention[]
}

/// What an article's tellings are, when what people said is laid over them. A telling nothing is said of stays the very same object.
export type Overlay = (article: CodedArticle) => readonly EventMention[]

export const noOverlay: Overlay = ({coded}) => coded

/// A reading with the tellings that are shown of it, and the rows that keep what was read.
export function overlaid(reading: Reading, overlay: Overlay): {shown: readonly EventMention[]; kept: readonly CodedRow[]} {
  const {article, document, coding} = reading
  const of = {
    id: article.id,
    text: article.text,
    ...(article.publisher !== undefined && {publisher: article.publisher}),
    ...(article.published !== undefined && {published: article.published}),
    sentences: document.sentences
  }
  const shown = overlay({article: of, coded: coding.events})
  return {shown, kept: keptOf(article.id, coding.events, shown)}
}

export interface CodedRow {
  readonly id: string
  readonly article: string
  readonly body?: string
}

function keptOf(article: string, coded: readonly EventMention[], shown: readonly EventMention[]): CodedRow[] {
  if (coded === shown) return []
  const now = new Map(shown.map(m => [m.id, m]))
  const read = new Set(coded.map(m => m.id))
  return [
    ...coded.filter(m => now.get(m.id) !== m).map(m => ({id: m.id, article, body: JSON.stringify(m)})),
    ...shown.filter(m => !read.has(m.id)).map(m => ({id: m.id, article}))
  ]
}

export async function putKept(store: Store, articles: readonly string[], rows: readonly CodedRow[]): Promise<void> {
  await store.without("coded", "article", articles)
  await store.insert("coded", rows)
}

/// Articles with what was read out of them, before anybody said anything; those that are there.
export async function asCoded(store: Store, ids: readonly string[]): Promise<CodedArticle[]> {
  const names = ["id", "text", "publisher", "published", "sentences"]
  const rows = await store.among<Record<"id" | "text" | "publisher" | "published" | "sentences", string>>(
    "articles",
    names,
    "id",
    ids
  )
  const shown = await store.among<{id: string; article: string; body: string}>(
    "mentions",
    ["id", "article", "body"],
    "article",
    ids
  )
  const kept = await store.among<CodedRow>("coded", ["id", "article", "body"], "article", ids)
  const changed = new Set(kept.map(k => k.id))
  const coded = new Map<string, EventMention[]>(rows.map(r => [r.id, []]))
  for (const {article, body} of [...shown.filter(m => !changed.has(m.id)), ...kept]) {
    if (body !== undefined) coded.get(article)?.push(JSON.parse(body) as EventMention)
  }
  return rows
    .map(({sentences, ...article}) => ({
      article: {...article, sentences: (JSON.parse(sentences) as [number, number][]).map(([start, end]) => ({start, end}))},
      coded: coded.get(article.id)!.sort((a, b) => a.predicate.span.start - b.predicate.span.start || (a.id < b.id ? -1 : 1))
    }))
    .sort((a, b) => (a.article.id < b.article.id ? -1 : 1))
}

/// Lays what people say over some articles anew, and merges anew what some mentions may have to do with. `also` is done in the
/// same transaction.
export function correctAnew<Gist extends {readonly id: string}>(
  store: Store,
  merger: Merger<Gist>,
  overlay: Overlay,
  {articles, again}: {readonly articles: readonly string[]; readonly again: readonly string[]},
  run: number,
  also: () => Promise<void> = async () => {}
): Promise<void> {
  return store.transaction(async () => {
    const fresh: EventMention[] = []
    const gone: string[] = []
    for (let at = 0; at < articles.length; at += 500) {
      const page = articles.slice(at, at + 500)
      const rows = await store.among<{id: string; article: string; body: string}>(
        "mentions",
        ["id", "article", "body"],
        "article",
        page
      )
      const before = new Map(rows.map(r => [r.id, r.body]))
      const kept: CodedRow[] = []
      for (const book of await asCoded(store, page)) {
        const shown = overlay(book)
        kept.push(...keptOf(book.article.id, book.coded, shown))
        fresh.push(...shown.filter(m => before.get(m.id) !== JSON.stringify(m)))
        for (const m of shown) if (before.get(m.id) === JSON.stringify(m)) before.delete(m.id)
      }
      gone.push(...before.keys())
      await putKept(store, page, kept)
    }
    await mergeInto(store, merger, {fresh, gone, again: again.filter(id => !gone.includes(id))}, {run, causes: ["correction"]})
    await also()
  })
}

/// Articles in which somebody is coded under this id, as they are shown or as they were read.
export async function articlesWith(store: Store, party: string): Promise<string[]> {
  const rows = await store.rows<{article: string}>(
    `select distinct m.article from parties p join mentions m on m.event = p.event where p.id = $1
     union select distinct article from coded where ${holds("body", "$2")}`,
    [party, JSON.stringify(party)]
  )
  return rows.map(r => r.article).sort()
}

export async function articlesOf(store: Store, publisher: string): Promise<string[]> {
  const rows = await store.rows<{id: string}>("select id from articles where publisher = $1 order by id", [publisher])
  return rows.map(r => r.id)
}

/// Articles over which something is laid.
export async function articlesOverlaid(store: Store): Promise<string[]> {
  return (await store.rows<{article: string}>("select distinct article from coded order by article")).map(r => r.article)
}
