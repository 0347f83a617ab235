import type {Article, Event, Reading, Skipped} from "../model/model.ts"
import type {Store} from "../store/store.ts"
import type {Problem} from "./contract.ts"

/// What the API is given to work with. It reads no file and knows no stage: reading and merging come as functions.
export interface Desk {
  readonly store: Store
  readonly version: string
  /// Reads one article, stores nothing.
  read(article: Article): Reading
  /// Reads and stores; the ledger is up to date when it returns.
  add(articles: readonly (Article | Skipped)[]): Promise<{articles: number; sentences: number; mentions: number}>
  /// Makes an article of a bare text, for `explain`.
  article(text: string, about: {date?: string; title?: string; publisher?: string}): Article
  /// Name and numbers of a country by its code: "Russia" for RUS.
  country(code: string): {readonly name: string; readonly cow?: string; readonly gw?: string} | undefined
  /// Writes events as Parquet and gives the bytes.
  parquet(events: AsyncIterable<Event>): Promise<Uint8Array>
  /// Keeps runs, corrections and what waits to be stored; without one, what is added is stored at once and nothing is read again.
  readonly keeper?: Keeper
  /// What a request must carry to write; without one nothing can be written over the wire.
  readonly token?: string
}

export interface Keeper {
  begin(what: "read" | "recode" | "corrections"): Promise<void>
  end(): Promise<object | undefined>
  /// Brings the ledger up to date with what was added and with what people have judged.
  settle(): Promise<void>
  recode(most: number): Promise<{articles: number; sentences: number; mentions: number; left: number}>
  readonly warnings: readonly string[]
}

export const problem = (status: number, title: string, detail?: string): Problem => ({
  type: "about:blank",
  title,
  status,
  ...(detail && {detail})
})

/// A request that cannot be answered as it stands; the message says what would be right.
export class BadRequest extends Error {
  override name = "BadRequest"
  readonly status: 400 | 401 | 403 | 404 | 406 | 409 | 413 | 415 | 503
  constructor(message: string, status: BadRequest["status"] = 400) {
    super(message)
    this.status = status
  }
}

/// A request for what is not there.
export const missing = (what: string): BadRequest => new BadRequest(what, 404)
