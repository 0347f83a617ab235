import type {Event, Party, TimeSpan} from "../model/model.ts"
import type {ArticleBook, Exporter} from "./exporter.ts"
import {withArticles} from "./table.ts"

/// A briefing: what happened, in the order of the list it is asked from, with the words it rests on and their sources as
/// footnotes. Footnotes stand after their event, so that any stretch can be cut out and pasted.
export const markdown: Exporter = {
  name: "markdown",
  says: "a briefing for people: each event with its words, footnotes name the sources",
  mediaType: "text/markdown",
  extension: "md",
  async *write(events, known) {
    yield "# Briefing\n"
    let heading: string | undefined
    let number = 0
    for await (const {event, articles} of withArticles(events, known, e => e.mentions.map(m => m.article))) {
      const when = said(event.time)
      if (when !== heading) yield `\n## ${when}\n`
      heading = when
      const sources = [...new Map(event.mentions.map(m => [m.article, m])).values()]
      const marks = sources.map((_, i) => `[^${number + i + 1}]`).join("")
      yield `\n- ${headline(event)}${marks}\n`
      for (const telling of sources) {
        number++
        const words = plain(quoteOf(articles.get(telling.article), telling.sentenceSpan) ?? telling.predicate.quote)
        const from = source(articles.get(telling.article), telling.publisher, telling.published)
        yield `\n[^${number}]: ${from}${words && `: “${words}”`}\n`
      }
    }
    if (heading === undefined) yield "\nNothing matches.\n"
  }
}

const verbs: Readonly<Record<Event["status"], string>> = {
  happened: "",
  ongoing: " (going on)",
  planned: " (planned)",
  possible: " (possible)",
  "did-not-happen": " (did not happen)"
}

function headline(event: Event): string {
  const to = event.recipients.length > 0 ? ` → ${named(event.recipients)}` : ""
  const mode = event.modes.length > 0 ? ` (${event.modes.join(", ")})` : ""
  const where = event.place ? `, ${plain(event.place.name)}` : ""
  const claimed = event.mentions.flatMap(m => (m.claim.by.kind === "actor" ? [m.claim.by.party.name] : []))
  const by = claimed.length === event.mentions.length ? `, according to ${plain([...new Set(claimed)].join(", "))}` : ""
  const told = event.outlets > 1 ? `; ${event.outlets} outlets, at most ${event.independent} of them independent` : ""
  return `**${named(event.actors)}${to}**: ${event.type}${mode}${verbs[event.status]}${where}${by}${told}`
}

const named = (parties: readonly Party[]): string => plain(parties.map(p => p.name).join(", ") || "somebody")

/// The time of an event as finely as it was said.
function said(time: TimeSpan | undefined): string {
  if (!time?.from) return "Undated"
  if (time.grain === "year") return time.from.slice(0, 4)
  if (time.grain === "month") return time.from.slice(0, 7)
  const last = time.until && new Date(Date.parse(`${time.until}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  return last && last !== time.from ? `${time.from} to ${last}` : time.from
}

function source(article: ArticleBook | undefined, publisher: string | undefined, published: string | undefined): string {
  const title = article?.title && `“${plain(article.title)}”`
  const parts = [plain(article?.publisher ?? publisher ?? "unknown outlet"), title, article?.published ?? published ?? "undated"]
  const url = article?.url && /^https?:\/\/[^\s<>]+$/.test(article.url) ? `, <${article.url}>` : ""
  return parts.filter(part => part).join(", ") + url
}

const quoteOf = (article: ArticleBook | undefined, span: {readonly start: number; readonly end: number}): string | undefined =>
  article?.text.slice(span.start, span.end)

// On one line, and nothing in it that Markdown would take for its own.
const plain = (words: string): string =>
  words
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_[\]<>|#]/g, "\\$&")
