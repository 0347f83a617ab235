import type {Store} from "../store.ts"
import {holdsAll} from "../words.ts"

/// An article in which all words of a query stand.
export interface Found {
  readonly id: string
  readonly title?: string
  readonly publisher?: string
  readonly published?: string
  readonly url?: string
  readonly text: string
  readonly sentences: readonly (readonly [number, number])[]
}

/// Articles in whose title and text all words stand, the latest first.
export async function articlesWith(store: Store, query: string, limit: number, offset: number): Promise<Found[]> {
  const {sql, values} = articlesFound(query)
  const ids = (
    await store.rows<{id: string}>(
      `select a.id ${sql} order by a.published desc nulls last, a.id limit ${limit} offset ${offset}`,
      values
    )
  ).map(row => row.id)
  const columns = ["id", "title", "publisher", "published", "url", "text", "sentences"]
  const rows = await store.among<Omit<Found, "sentences"> & {sentences: string}>("articles", columns, "id", ids)
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => {
    const row = byId.get(id)
    return row ? [{...row, sentences: JSON.parse(row.sentences)}] : []
  })
}

/// How many articles they are.
export async function articleCountWith(store: Store, query: string): Promise<number> {
  const {sql, values} = articlesFound(query)
  return (await store.rows<{n: number}>(`select count(*) as n ${sql}`, values))[0]!.n
}

function articlesFound(query: string): {sql: string; values: string[]} {
  const values: string[] = []
  const found = holdsAll("d.doc", query, value => `$${values.push(value)}`)
  return {sql: `from articles a where a.id in (select d.id from docs d where ${found})`, values}
}
