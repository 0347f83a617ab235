import type {Event} from "../model/model.ts"
import {cited} from "./cite.ts"
import type {Exporter} from "./exporter.ts"
import {dateSaid, deedOf, partiesOf} from "./headline.ts"
import {withArticles} from "./table.ts"

/// A briefing: what happened, in the order of the list it is asked from, with the words it rests on and their sources as
/// footnotes. Footnotes stand after their event, so that any stretch can be cut out and pasted.
export const markdown: Exporter = {
  name: "markdown",
  says: "a briefing for people: each event with its words, footnotes name the sources",
  mediaType: "text/markdown",
  extension: "md",
  row: "event",
  async *write(events, known) {
    yield "# Briefing\n"
    let heading: string | undefined
    let number = 0
    for await (const {event, articles} of withArticles(events, known, e => e.mentions.map(m => m.article))) {
      const when = dateSaid(event.time) ?? "Undated"
      if (when !== heading) yield `\n## ${when}\n`
      heading = when
      const sources = [...new Map(event.mentions.map(m => [m.article, m])).values()]
      const marks = sources.map((_, i) => `[^${number + i + 1}]`).join("")
      yield `\n- ${line(event)}${marks}\n`
      for (const telling of sources) {
        number++
        const {source, url, quote} = cited(telling, articles.get(telling.article))
        yield `\n[^${number}]: ${plain(source)}${url ? `, <${url}>` : ""}${quote && `: “${plain(quote)}”`}\n`
      }
    }
    if (heading === undefined) yield "\nNothing matches.\n"
  }
}

function line(event: Event): string {
  const where = event.place ? `, ${plain(event.place.name)}` : ""
  const claimed = event.mentions.flatMap(m => (m.claim.by.kind === "actor" ? [m.claim.by.party.name] : []))
  const by = claimed.length === event.mentions.length ? `, according to ${plain([...new Set(claimed)].join(", "))}` : ""
  const told = event.outlets > 1 ? `; ${event.outlets} outlets, at most ${event.independent} of them independent` : ""
  return `**${plain(partiesOf(event))}**: ${deedOf(event)}${where}${by}${told}`
}

// On one line, and nothing in it that Markdown would take for its own.
const plain = (words: string): string =>
  words
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_[\]<>|#]/g, "\\$&")
