import type {
  ActorDetail,
  ActorList,
  ArticleDetail,
  Briefing,
  Changes,
  CodebookAnswer,
  Decided,
  Departures,
  EventDetail,
  EventList,
  Facets,
  Filters,
  GapRows,
  Gaps,
  Health,
  Job,
  Lanes,
  Network,
  NewsKind,
  NewsList,
  OfficeList,
  OwnFile,
  OwnKind,
  OwnSaved,
  PairList,
  PlaceList,
  Preview,
  Problem,
  RegistryDetail,
  RegistryList,
  ReviewChoices,
  ReviewQueue,
  ReviewQueueName,
  ReviewState,
  RuleDetail,
  RunList,
  Said,
  Series,
  SourceList,
  View
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
  /// Behind so many rows.
  readonly offset?: number
  readonly total?: boolean
}

type Ask<T> = (signal?: AbortSignal) => Promise<T>

const list = (filters: Filters, page: Page): string => {
  const query = apiQuery(filters)
  const more = queryOf({
    limit: page.limit,
    cursor: page.cursor,
    offset: page.offset || undefined,
    total: page.total ? 1 : undefined
  })
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
  reviews: (queue: ReviewQueueName, who: string, limit: number): Ask<ReviewQueue> =>
    ask(`/reviews${queryOf({queue, who, limit})}`),
  reviewState: (who: string | undefined): Ask<ReviewState> => ask(`/reviews/state${queryOf({who})}`),
  reviewChoices: (search: string): Ask<ReviewChoices> => ask(`/reviews/choices${queryOf({search})}`),
  /// One decision of a person.
  decide: (decision: {readonly who: string; readonly why?: string; readonly corrections: readonly Said[]}): Promise<Decided> =>
    tell("/corrections", decision),
  runs: (): Ask<RunList> => ask("/runs"),
  runsAndWhatBecame: (): Ask<RunList> => ask("/runs?became=1"),
  differences: (a: string, b: string, cause: string | undefined, kind: string | undefined, page: Page): Ask<Changes> =>
    ask(`/diff${queryOf({a, b, cause, kind, limit: page.limit, cursor: page.cursor})}`),
  codebook: (): Ask<CodebookAnswer> => ask("/codebook"),
  rule: (name: string): Ask<RuleDetail> => ask(`/rules/${encodeURIComponent(name)}`),
  registry: (search: string | undefined, {limit, cursor}: Page = {}): Ask<RegistryList> =>
    ask(`/registry${queryOf({search, limit, cursor, total: 1})}`),
  known: (id: string): Ask<RegistryDetail> => ask(`/registry/${encodeURIComponent(id)}`),
  sources: ({limit, cursor}: Page = {}): Ask<SourceList> => ask(`/sources${queryOf({limit, cursor, total: 1})}`),
  own: (what: OwnKind): Ask<OwnFile> => ask(`/own/${what}`),
  /// Looks what would change; nothing is written.
  tryOwn: (what: OwnKind, text: string): Promise<Job> => tell("/previews", {what, text}),
  saveOwn: (what: OwnKind, text: string, was: string): Promise<OwnSaved> => tell(`/own/${what}`, {text, was}),
  preview: (job: string): Ask<Preview> => ask(`/previews/${job}`),
  stopJob: (job: string): Promise<Job> => tell(`/jobs/${job}`, undefined, "DELETE"),
  /// Tells of a job at each step until it is over; the function it gives stops the telling.
  watchJob(job: string, told: (job: Job) => void): () => void {
    const source = new EventSource(`${base}/jobs/${job}/events`)
    const hear = (event: MessageEvent<string>): void => told(JSON.parse(event.data) as Job)
    source.addEventListener("progress", hear)
    source.addEventListener("end", event => {
      source.close()
      hear(event)
    })
    return () => source.close()
  },
  views: (): Ask<{readonly views: readonly View[]}> => ask("/views?limit=500"),
  saveView: (view: View): Promise<View> => tell("/views", view),
  deleteView: (name: string): Promise<View> => tell(`/views/${encodeURIComponent(name)}`, undefined, "DELETE"),
  briefing: (since: string | undefined): Ask<Briefing> => ask(`/briefing${queryOf({since})}`),
  news: (kind: NewsKind, since: string | undefined, {limit, cursor}: Page = {}): Ask<NewsList> =>
    ask(`/news${queryOf({kind, since, limit, cursor, total: 1})}`),
  departures: (): Ask<Departures> => ask("/departures"),
  gaps: (): Ask<Gaps> => ask("/pile"),
  gap: (name: string, {limit, cursor}: Page = {}): Ask<GapRows> => ask(`/pile/${name}${queryOf({limit, cursor, total: 1})}`),
  places: (filters: Filters): Ask<PlaceList> => ask(`/places${and(apiQuery(filters), "limit=100000")}`),
  lanes: (filters: Filters, lanes: number): Ask<Lanes> => ask(`/lanes${and(apiQuery(filters), `lanes=${lanes}`)}`),
  offices: (of: string): Ask<OfficeList> => ask(`/offices${queryOf({of})}`),
  network: (filters: Filters, around: readonly string[], limit: number): Ask<Network> =>
    ask(`/network${and(apiQuery(filters), queryOf({around: around.join(","), limit}).slice(1))}`),
  /// A file that was built with the page: the shapes of countries.
  file: <T>(path: string): Ask<T> => asked(path),
  /// Each list is counted without its own filter.
  facets: (filters: Filters): Ask<Facets> => ask(`/facets${and(apiQuery(filters), "apart=1")}`),
  health: (): Ask<Health> => ask("/health")
}

const and = (query: string, more: string): string => (query ? `${query}&${more}` : `?${more}`)

const ask = <T>(path: string): Ask<T> => asked(base + path)

async function tell<T>(path: string, body: object | undefined, method: "POST" | "DELETE" = "POST"): Promise<T> {
  let response: Response
  try {
    response = await fetch(base + path, {
      method,
      headers: {accept: "application/json", ...(body && {"content-type": "application/json"})},
      ...(body && {body: JSON.stringify(body)})
    })
  } catch {
    throw new Trouble(0, "")
  }
  if (response.ok) return (await response.json()) as T
  const problem = (await response.json().catch(() => undefined)) as Problem | undefined
  throw new Trouble(response.status, problem?.title ?? response.statusText, problem?.detail)
}

function asked<T>(address: string): Ask<T> {
  return async signal => {
    let response: Response
    try {
      response = await fetch(address, {headers: {accept: "application/json"}, ...(signal ? {signal} : {})})
    } catch (error) {
      if (signal?.aborted) throw error
      throw new Trouble(0, "")
    }
    if (response.ok) return (await response.json()) as T
    const problem = (await response.json().catch(() => undefined)) as Problem | undefined
    throw new Trouble(response.status, problem?.title ?? response.statusText, problem?.detail)
  }
}
