import {type Merger, mergeInto} from "./merging.ts"
import {oneOf} from "./sql.ts"
import type {Store} from "./store.ts"

/// What would go with some articles.
export interface Forgetting {
  readonly mentions: number
  /// Events they tell of, and those of them that nobody else tells of.
  readonly events: number
  readonly alone: number
}

/// The articles that are meant by an id (or its first eight characters), an address or, with `source`, the name of an outlet.
export async function meantArticles(store: Store, name: string, source: boolean): Promise<string[]> {
  const sql = source
    ? "select id from articles where publisher = $1 order by id"
    : "select id from articles where id = $1 or url = $1 or (length($1) >= 8 and id like $1 || '%') order by id"
  return (await store.rows<{id: string}>(sql, [name])).map(r => r.id)
}

export async function wouldForget(store: Store, articles: readonly string[]): Promise<Forgetting> {
  const others = `select 1 from mentions o where o.event = m.event and o.article not in ${oneOf("$1")}`
  const [sum] = await store.rows<Forgetting>(
    `select count(*) as mentions, count(distinct m.event) as events,
       count(distinct case when not exists (${others}) then m.event end) as alone
     from mentions m where m.article in ${oneOf("$1")}`,
    [articles]
  )
  return sum!
}

/// Takes articles out of a ledger for good, in one transaction: their texts, quotations, tellings and what search knows of them. Events
/// are counted anew without them. Their ids stay, so that they are not read again.
export function forgetArticles<Gist extends {readonly id: string}>(
  store: Store,
  merger: Merger<Gist>,
  articles: readonly string[],
  run: number
): Promise<void> {
  return store.transaction(async () => {
    const gone = await store.among<{id: string; event: string}>("mentions", ["id", "event"], "article", articles)
    const ids = gone.map(m => m.id)
    const texts = await store.rows<{doc: number}>(`select doc from docs where kind = 'articles' and id in ${oneOf("$1")}`, [
      articles
    ])
    await mergeInto(store, merger, {fresh: [], gone: ids}, {run, causes: ["text"]})
    await store.without("articles", "id", articles)
    await store.without("coded", "article", articles)
    await store.without("heirs", "mention", ids)
    await store.without(
      "docs",
      "doc",
      texts.map(t => t.doc)
    )
    await store.run("delete from words where doc not in (select doc from docs)")
    // how events stood before names who was in them
    await store.run(`update changes set before = null where event in ${oneOf("$1")}`, [[...new Set(gone.map(m => m.event))]])
    await store.without("forgotten", "id", articles)
    await store.insert(
      "forgotten",
      articles.map(id => ({id}))
    )
  })
}
