import type {EventMention} from "../../model/model.ts"
import {type Filters, where} from "../filters.ts"
import type {Store} from "../store.ts"
import {type ArticleLine, articleHeads, articleTexts} from "./articles.ts"

/// A report (one telling in one article) as the ledger keeps it, with where it stands.
export interface ReportLine {
  readonly mention: EventMention
  readonly event: string
  /// The sentence it is told in.
  readonly sentence: string
  readonly article: Omit<ArticleLine, "sentences" | "events">
}

export interface WhichReports {
  readonly filters: Filters
  /// Those of one event, by its id or that of any of its reports.
  readonly event?: string
  /// Those whose id comes after this one, or with `from` at it.
  readonly after?: string
  readonly from?: string
}

/// Reports in the order of their ids, `limit` of them: of the events under the filters, or of one event.
export async function reportLines(
  store: Store,
  {filters, event, after, from}: WhichReports,
  limit: number
): Promise<ReportLine[]> {
  const {sql, values} = where(event === undefined ? filters : {background: "all", ...filters})
  const conditions = [`m.event in (select e.id from events e where ${sql})`]
  const given = [...values]
  const add = (condition: (place: string) => string, value: string): void => {
    given.push(value)
    conditions.push(condition(`$${given.length}`))
  }
  if (event !== undefined) add(place => `m.event = (select event from mentions where id = ${place} limit 1)`, event)
  if (after !== undefined) add(place => `m.id > ${place}`, after)
  if (from !== undefined) add(place => `m.id >= ${place}`, from)
  const rows = await store.rows<{event: string; body: string}>(
    `select m.event, m.body from mentions m where ${conditions.join(" and ")} order by m.id limit ${limit}`,
    given
  )
  return dressed(
    store,
    rows.map(row => ({event: row.event, mention: JSON.parse(row.body) as EventMention}))
  )
}

async function dressed(store: Store, rows: readonly {event: string; mention: EventMention}[]): Promise<ReportLine[]> {
  const ids = [...new Set(rows.map(r => r.mention.article))]
  const [heads, texts] = await Promise.all([articleHeads(store, ids), articleTexts(store, ids)])
  const byId = new Map(heads.map(head => [head.id, head]))
  return rows.map(({event, mention}) => {
    const {start, end} = mention.sentenceSpan
    return {
      mention,
      event,
      sentence: (texts.get(mention.article) ?? "").slice(start, end),
      article: byId.get(mention.article) ?? {id: mention.article}
    }
  })
}
