import type {Article, EventMention, Skipped, Uncoded} from "../../model/model.ts"
import {oneOf} from "../sql.ts"
import type {Store} from "../store.ts"

export interface ArticleLine {
  readonly id: string
  readonly url?: string
  readonly publisher?: string
  readonly published?: string
  readonly title?: string
  readonly sentences: number
  readonly events: number
}

const head = "id, url, publisher, published, title"

export function articleLines(store: Store, search: string | undefined, limit: number, offset: number): Promise<ArticleLine[]> {
  const words = (search ?? "")
    .toLowerCase()
    .split(/\s+/)
    .filter(w => w !== "")
  const sql = words.map((_, i) => `lower(coalesce(title, '') || ' ' || text) like $${i + 1}`).join(" and ") || "true"
  return store.rows(
    `select ${head}, sentence_count as sentences, mention_count as events from articles where ${sql}
     order by published desc nulls last, id limit ${limit} offset ${offset}`,
    words.map(w => `%${w}%`)
  )
}

/// Those of `ids` that are there, in the order of their day.
export function articleHeads(store: Store, ids: readonly string[]): Promise<Omit<ArticleLine, "sentences" | "events">[]> {
  return store.rows(`select ${head} from articles where id in ${oneOf("$1")} order by published nulls last, id`, [ids])
}

/// All versions of an article that stand at one address, the earliest first; none when there is but one.
export async function versionsOf(store: Store, url: string | undefined): Promise<Omit<ArticleLine, "sentences" | "events">[]> {
  if (url === undefined) return []
  const rows = await store.rows<Omit<ArticleLine, "sentences" | "events">>(
    `select ${head} from articles where url = $1 order by published nulls last, coalesce(revised, false), id`,
    [url]
  )
  return rows.length > 1 ? rows : []
}

/// The texts of articles by id.
export async function articleTexts(store: Store, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await store.rows<{id: string; text: string}>(`select id, text from articles where id in ${oneOf("$1")}`, [ids])
  return new Map(rows.map(r => [r.id, r.text]))
}

export interface StoredArticle {
  readonly article: Article
  readonly sentences: readonly {readonly index: number; readonly start: number; readonly end: number}[]
  readonly mentions: readonly (EventMention & {readonly event: string})[]
  readonly uncoded: readonly Uncoded[]
}

export async function articleById(store: Store, id: string): Promise<StoredArticle | undefined> {
  const rows = await store.rows<Record<string, string>>(
    `select ${head}, byline, language, text, removed, sentences, uncoded from articles where id = $1`,
    [id]
  )
  const row = rows[0]
  if (!row) return undefined
  const {removed, sentences, uncoded, ...rest} = row
  const mentions = await store.rows<{body: string; event: string}>("select body, event from mentions where article = $1", [id])
  return {
    article: {...(rest as unknown as Article), removed: JSON.parse(removed!)},
    sentences: (JSON.parse(sentences!) as [number, number][]).map(([start, end], index) => ({index, start, end})),
    mentions: mentions
      .map(m => ({...(JSON.parse(m.body) as EventMention), event: m.event}))
      .sort((a, b) => a.predicate.span.start - b.predicate.span.start || (a.id < b.id ? -1 : 1)),
    uncoded: JSON.parse(uncoded!)
  }
}

/// What exports may know of articles, asked for in batches.
export function articleBooks(store: Store): (ids: readonly string[]) => Promise<ReadonlyMap<string, ArticleBook>> {
  return async ids => {
    const rows = await store.rows<ArticleBook>(`select ${head}, text from articles where id in ${oneOf("$1")}`, [ids])
    return new Map(rows.map(r => [r.id, r]))
  }
}

export interface ArticleBook {
  readonly id: string
  readonly url?: string
  readonly publisher?: string
  readonly published?: string
  readonly title?: string
  readonly text: string
}

/// Which of these article ids are already in the ledger, or were taken out of it for good.
export async function knownArticles(store: Store, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const there = (table: string): string => `select id from ${table} where id in ${oneOf("$1")}`
  const rows = await store.rows<{id: string}>(`${there("articles")} union ${there("forgotten")}`, [ids])
  return new Set(rows.map(r => r.id))
}

/// Articles that were read with another coder than `coder`, at most so many, and how many more there are.
export async function articlesToRecode(
  store: Store,
  coder: string,
  most: number
): Promise<{articles: {article: Article; coder?: string}[]; left: number}> {
  const due = await store.rows<{id: string; coder?: string}>(
    "select id, coder from articles where coder is distinct from $1 order by id",
    [coder]
  )
  const coders = new Map(due.slice(0, most).map(r => [r.id, r.coder]))
  const rows = await store.among<Record<string, string>>(
    "articles",
    ["id", "url", "publisher", "published", "title", "byline", "language", "text", "removed"],
    "id",
    [...coders.keys()]
  )
  const articles = rows
    .map(({removed, ...rest}) => ({...(rest as unknown as Article), removed: JSON.parse(removed!)}))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(article => ({article, ...(coders.get(article.id) !== undefined && {coder: coders.get(article.id)!})}))
  return {articles, left: due.length - articles.length}
}

export const skippedInputs = (store: Store): Promise<Skipped[]> => store.rows("select path, reason from skipped order by path")
