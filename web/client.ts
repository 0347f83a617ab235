import type {
  ActorDetail,
  ActorList,
  ArticleDetail,
  EventDetail,
  EventList,
  Facets,
  Filters,
  Health,
  PairList,
  Problem,
  Series
} from "../src/api/contract.ts"
import {apiQuery, queryOf} from "./route.ts"

/// The only place where the page asks anything of anybody: the API it was served with.

export const base = "/api/v1"

/// What went wrong, in words for the reader. `status` 0: nobody answered.
export class Trouble extends Error {
  readonly status: number
  readonly detail: string | undefined
  constructor(status: number, title: string, detail?: string) {
    super(title)
    this.status = status
    this.detail = detail
  }
}

export interface Page {
  readonly limit?: number
  readonly cursor?: string
  readonly total?: boolean
}

type Ask<T> = (signal?: AbortSignal) => Promise<T>

const list = (filters: Filters, page: Page): string => {
  const query = apiQuery(filters)
  const more = queryOf({limit: page.limit, cursor: page.cursor, total: page.total ? 1 : undefined})
  return query && more ? `${query}&${more.slice(1)}` : query || more
}

export const client = {
  events: (filters: Filters, page: Page = {}): Ask<EventList> => ask(`/events${list(filters, page)}`),
  event: (id: string): Ask<EventDetail> => ask(`/events/${encodeURIComponent(id)}`),
  article: (id: string): Ask<ArticleDetail> => ask(`/articles/${encodeURIComponent(id)}`),
  actors: (filters: Filters, page: Page = {}): Ask<ActorList> => ask(`/actors${list(filters, page)}`),
  actor: (id: string): Ask<ActorDetail> => ask(`/actors/${encodeURIComponent(id)}`),
  pairs: (filters: Filters, page: Page = {}): Ask<PairList> => ask(`/pairs${list(filters, page)}`),
  series: (filters: Filters, by: Series["by"]): Ask<Series> => {
    const query = apiQuery(filters)
    return ask(`/series${query ? `${query}&` : "?"}by=${by}`)
  },
  facets: (filters: Filters): Ask<Facets> => ask(`/facets${apiQuery(filters)}`),
  health: (): Ask<Health> => ask("/health")
}

function ask<T>(path: string): Ask<T> {
  return async signal => {
    let response: Response
    try {
      response = await fetch(base + path, {headers: {accept: "application/json"}, ...(signal ? {signal} : {})})
    } catch (error) {
      if (signal?.aborted) throw error
      throw new Trouble(0, "")
    }
    if (response.ok) return (await response.json()) as T
    const problem = (await response.json().catch(() => undefined)) as Problem | undefined
    throw new Trouble(response.status, problem?.title ?? response.statusText, problem?.detail)
  }
}
