import type {EventDetail, EventList} from "./api/contract.ts"
import {articlesFrom} from "./articles/read.ts"
import {connect} from "./cli/ledger/connect.ts"
import {bareArticle} from "./cli/ledger/desk.ts"
import {type Fed, feed} from "./cli/ledger/feed.ts"
import type {Event, Reading, Skipped} from "./model/model.ts"
import {reader} from "./pipeline.ts"
import {openResources} from "./resources.ts"

export type * from "./api/contract.ts"

/// Reads articles, stores nothing: one Reading (all intermediate values) an article, in order. Inputs that are no articles come
/// as {path, reason}. Throws only if the installation itself is broken.
export async function* read(
  paths: readonly string[],
  options: {readonly format?: string} = {}
): AsyncGenerator<Reading | Skipped> {
  const {read: readOne} = reader(openResources())
  for await (const input of articlesFrom(paths, options)) yield "text" in input ? readOne(input) : input
}

/// Reads one text through every step. `date` is the day it was published (YYYY-MM-DD); without it relative times stay open.
export function explain(
  text: string,
  about: {readonly date?: string; readonly title?: string; readonly publisher?: string} = {}
): Reading {
  return reader(openResources()).read(bareArticle(text, about))
}

/// A ledger for other programs. If another process serves it, that process is asked; else its file is opened and owned until `close`.
export interface LedgerHandle {
  /// Reads files and folders into the ledger.
  add(paths: readonly string[]): Promise<Fed>
  /// Rows under the API's filters: {pair: "RUS,PRK", type: "AID"}.
  events(filters?: Readonly<Record<string, string>>): Promise<EventList>
  /// One event by its id or that of any of its mentions.
  event(id: string): Promise<EventDetail>
  /// Every event under the filters, with all its mentions.
  every(filters?: Readonly<Record<string, string>>): AsyncGenerator<Event>
  close(): Promise<void>
}

/// Opens the ledger in `folder`, making it if there is none. Throws with one clear line when it cannot be opened.
export async function open(folder: string): Promise<LedgerHandle> {
  const connection = await connect({ledger: folder}, false)
  const asked = (filters: Readonly<Record<string, string>> = {}): string => new URLSearchParams(filters).toString()
  return {
    async add(paths) {
      let fed: Fed | undefined
      for await (fed of feed(connection, articlesFrom(paths, {})));
      return fed!
    },
    events: async filters => (await connection.ask(`/api/v1/events?${asked(filters)}`)).json() as Promise<EventList>,
    event: async id => (await connection.ask(`/api/v1/events/${encodeURIComponent(id)}`)).json() as Promise<EventDetail>,
    async *every(filters) {
      const answer = await connection.ask(`/api/v1/export?${asked({as: "jsonl", ...filters})}`)
      let rest = ""
      const decoder = new TextDecoder()
      for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
        const lines = (rest + decoder.decode(chunk, {stream: true})).split("\n")
        rest = lines.pop()!
        for (const line of lines) yield JSON.parse(line) as Event
      }
    },
    close: () => connection.close()
  }
}
