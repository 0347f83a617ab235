import type {Event} from "../model/model.ts"
import type {Known} from "./exporter.ts"

/// How much of the articles' texts goes out: all of them (in the table of articles), the quotes that events rest on, or nothing but
/// offsets, hashes and addresses, so that codings of licensed archives can be shared.
export const textPolicies = ["full", "quote", "none"] as const

/// The same events with every quote empty; offsets and article ids stay, `annals rehydrate` puts the words back.
export async function* withoutQuotes(events: AsyncIterable<Event>): AsyncGenerator<Event> {
  for await (const event of events) yield emptied(event) as Event
}

/// What exports may know, without the texts.
export const withoutTexts = (known: Known): Known => ({
  ...known,
  articles: async ids => new Map([...(await known.articles(ids))].map(([id, book]) => [id, {...book, text: ""}]))
})

// Words of the text itself: of evidence, of a mention's predicate and arguments, of the names around it, of what made the coding.
const ofTheText = new Set(["quote", "words", "named"])

function emptied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(emptied)
  if (value === null || typeof value !== "object") return value
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [
      key,
      !ofTheText.has(key) ? emptied(held) : Array.isArray(held) ? [] : typeof held === "string" ? "" : emptied(held)
    ])
  )
}
