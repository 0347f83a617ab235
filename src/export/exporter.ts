import type {Event} from "../model/model.ts"

/// What exports count: an event, an event with a date, one telling of one, one voice on one, a stretch of text, somebody who acts, an
/// article, an outlet; of a network an event between two parties.
export type Row = "event" | "dated event" | "report" | "claim" | "evidence" | "actor" | "article" | "outlet" | "tie"

/// A way out of the ledger: one object in one file, named in list.ts, from which command line, API, page and docs all read.
export interface Exporter {
  readonly name: string
  /// One line for people.
  readonly says: string
  readonly mediaType: string
  readonly extension: string
  /// What one row, item or feature of it is.
  readonly row: Row
  /// The data set whose columns it has; what it writes is stamped as not theirs.
  readonly shape?: string
  /// The export in pieces, in constant memory. The same events give the same bytes.
  write(events: AsyncIterable<Event>, known: Known, manner?: Manner): AsyncIterable<string>
}

/// How to write it, where there is a choice.
export interface Manner {
  /// Column names as their tool has them ("Event ID"), or as R users know them ("event_id").
  readonly names?: "raw" | "snake"
  /// Whether whole texts go along where a form has room for them.
  readonly text?: "full" | "quote" | "none"
}

/// What an export may look up beside its events.
export interface Known {
  /// The articles behind events; asked for in batches.
  articles(ids: readonly string[]): Promise<ReadonlyMap<string, ArticleBook>>
  /// Name and numbers of a country by its ISO alpha-3 code.
  country(iso3: string): Country | undefined
}

export interface Country {
  readonly name: string
  /// Correlates of War and Gleditsch–Ward numbers.
  readonly cow?: string
  readonly gw?: string
}

export interface ArticleBook {
  readonly id: string
  readonly url?: string
  readonly publisher?: string
  readonly published?: string
  readonly title?: string
  readonly text: string
}
