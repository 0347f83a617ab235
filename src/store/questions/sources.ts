import {oneOf} from "../sql.ts"
import type {Store} from "../store.ts"

export interface Source {
  readonly publisher?: string
  readonly articles: number
  readonly undated: number
  readonly first?: string
  readonly last?: string
  readonly events: number
  readonly alone: number
  readonly report?: string
}

/// Outlets, most articles first: what there is of each, how many events they tell and how many of these nobody else does.
export async function sourceLines(store: Store, search: string | undefined, limit: number, offset: number): Promise<Source[]> {
  const values = search === undefined ? [] : [`%${search.toLowerCase()}%`]
  const rows = await store.rows<Omit<Source, "events" | "alone" | "report">>(
    `select publisher, count(*) as articles, sum(case when published is null then 1 else 0 end) as undated,
       min(substr(published, 1, 10)) as first, max(substr(published, 1, 10)) as last
     from articles where ${search === undefined ? "true" : "lower(coalesce(publisher, '')) like $1"}
     group by publisher order by articles desc, publisher limit ${limit} offset ${offset}`,
    values
  )
  const names = rows.flatMap(row => row.publisher ?? [])
  const told = await store.rows<{publisher?: string; events: number}>(
    "select publisher, count(distinct event) as events from tellers group by publisher"
  )
  const alone = await store.rows<{publisher?: string; n: number}>(
    `select publisher, count(*) as n from (select event, min(publisher) as publisher from tellers
       group by event having count(distinct coalesce(publisher, '')) = 1) as single group by publisher`
  )
  const reports = await store.rows<{publisher: string; report: string}>(
    `select a.publisher, min(m.id) as report from mentions m join articles a on a.id = m.article
     where a.publisher in ${oneOf("$1")} group by a.publisher`,
    [names]
  )
  const of = <R extends {publisher?: string}>(all: readonly R[], name: string | undefined): R | undefined =>
    all.find(row => row.publisher === name)
  return rows.map(row => {
    const {report} = of(reports, row.publisher) ?? {}
    return {
      ...row,
      undated: Number(row.undated),
      events: of(told, row.publisher)?.events ?? 0,
      alone: of(alone, row.publisher)?.n ?? 0,
      ...(report !== undefined && {report})
    }
  })
}

export async function sourceCount(store: Store, search: string | undefined): Promise<number> {
  const rows = await store.rows<{n: number}>(
    `select count(*) as n from (select publisher from articles where ${search === undefined ? "true" : "lower(coalesce(publisher, '')) like $1"} group by publisher) as all_of_them`,
    search === undefined ? [] : [`%${search.toLowerCase()}%`]
  )
  return rows[0]!.n
}
