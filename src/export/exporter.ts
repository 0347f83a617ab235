import type {Event} from "../model/model.ts"

/// A way out of the ledger: one object in one file, named in list.ts, from which command line, API, page and docs all read.
export interface Exporter {
  readonly name: string
  /// One line for people.
  readonly says: string
  readonly mediaType: string
  readonly extension: string
  /// The export in pieces, in constant memory. The same events give the same bytes.
  write(events: AsyncIterable<Event>, articles: Articles): AsyncIterable<string>
}

/// What an export may know of the articles behind its events; asked for in batches.
export type Articles = (ids: readonly string[]) => Promise<ReadonlyMap<string, ArticleBook>>

export interface ArticleBook {
  readonly id: string
  readonly url?: string
  readonly publisher?: string
  readonly published?: string
  readonly title?: string
  readonly text: string
}
