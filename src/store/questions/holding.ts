import type {Article, EventMention} from "../../model/model.ts"
import {holds, oneOf} from "../sql.ts"
import type {Store} from "../store.ts"
import {type EventLine, eventLinesOf} from "./events.ts"

/// What a text must hold: of each list one word, as the index has them (`wordsOf`).
export type Needs = readonly (readonly string[])[]

/// Articles whose text holds what one of `needs` asks for, the newest first; all of them where one asks for nothing.
export async function articlesHolding(store: Store, needs: readonly Needs[]): Promise<string[]> {
  const order = "order by published desc nulls last, id"
  if (needs.some(all => all.length === 0)) return idsOf(await store.rows<{id: string}>(`select id from articles ${order}`))
  if (needs.length === 0) return []
  await store.findable?.()
  const values: string[][] = []
  const one = (words: readonly string[]): string =>
    `d.doc in (select doc from words where word in ${oneOf(`$${values.push([...words])}`)})`
  const any = needs.map(all => `(${all.map(one).join(" and ")})`).join(" or ")
  return idsOf(
    await store.rows<{id: string}>(
      `select id from articles where id in (select d.id from docs d where d.kind = 'articles' and (${any})) ${order}`,
      values
    )
  )
}

const idsOf = (rows: readonly {id: string}[]): string[] => rows.map(row => row.id)

export async function articleCount(store: Store): Promise<number> {
  return (await store.rows<{n: number}>("select count(*) as n from articles"))[0]!.n
}

/// Articles to be read anew, in the order of `ids`, each with the name of what it was read with.
export async function articlesToRead(
  store: Store,
  ids: readonly string[]
): Promise<{readonly article: Article; readonly coder?: string}[]> {
  const names = ["id", "url", "publisher", "published", "title", "byline", "language", "text", "removed", "coder"]
  const rows = await store.among<Record<string, string>>("articles", names, "id", ids)
  const byId = new Map(rows.map(row => [row.id!, row]))
  return ids.flatMap(id => {
    const row = byId.get(id)
    if (!row) return []
    const {removed, coder, ...rest} = row
    return [{article: {...(rest as unknown as Article), removed: JSON.parse(removed!)}, ...(coder !== undefined && {coder})}]
  })
}

/// The mentions of all events in which some mentions stand, or in which something stands that is filed under one of `keys`; of the
/// latter events no more than `most`.
export async function mentionsAround(
  store: Store,
  mentions: readonly string[],
  keys: readonly number[],
  most: number
): Promise<EventMention[]> {
  const own = await store.among<{event: string}>("mentions", ["event"], "id", mentions)
  const filed = await store.among<{mention: string}>("keys", ["mention"], "key", keys)
  const met = await store.among<{event: string}>("mentions", ["event"], "id", [...new Set(filed.map(k => k.mention))])
  const events = new Set(own.map(m => m.event))
  for (const {event} of met.sort((a, b) => (a.event < b.event ? -1 : 1))) {
    if (events.size >= own.length + most) break
    events.add(event)
  }
  const bodies = await store.among<{body: string}>("mentions", ["body"], "event", [...events])
  return bodies.map(row => JSON.parse(row.body) as EventMention)
}

/// How many reports and events a rule codes, and the latest of the events.
export async function codedBy(
  store: Store,
  rule: string,
  latest: number
): Promise<{readonly reports: number; readonly events: number; readonly latest: readonly EventLine[]}> {
  const mark = `"rule":${JSON.stringify(rule)}`
  const [sum] = await store.rows<{reports: number; events: number}>(
    `select count(*) as reports, count(distinct event) as events from mentions where ${holds("body", "$1")}`,
    [mark]
  )
  const ids = await store.rows<{id: string}>(
    `select e.id from events e where e.id in (select event from mentions where ${holds("body", "$1")})
     order by e.since desc nulls last, e.id limit ${latest}`,
    [mark]
  )
  return {...sum!, latest: await eventLinesOf(store, idsOf(ids))}
}
