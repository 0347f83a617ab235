import type {Exporter} from "./exporter.ts"
import {named, numberOf, tabbed, withArticles} from "./table.ts"

/// The 16 columns of GDELT 2 mention files, in order. The files themselves have no header.
export const gdeltMentionColumns = (
  "GLOBALEVENTID EventTimeDate MentionTimeDate MentionType MentionSourceName MentionIdentifier SentenceID Actor1CharOffset Actor2CharOffset " +
  "ActionCharOffset InRawText Confidence MentionDocLen MentionDocTone MentionDocTranslationInfo Extras"
).split(" ")

const stamp = (day: string | undefined): string | undefined => day && `${day.replaceAll("-", "")}000000`

/// One telling a row: a table of reports in GDELT's shape. Tone is not measured; times are days at midnight.
export const gdeltMentions: Exporter = {
  name: "gdelt-mentions",
  says: "the 16 columns of GDELT 2 mentions, tabs, no header: one telling a row",
  mediaType: "text/tab-separated-values",
  extension: "tsv",
  row: "report",
  shape: "GDELT",
  async *write(events, known, manner) {
    if (manner?.names) {
      yield tabbed(named(gdeltMentionColumns, manner))
    }
    for await (const {event, articles} of withArticles(events, known, e => e.mentions.map(m => m.article))) {
      const earliest = stamp(event.mentions.flatMap(m => m.published ?? []).sort()[0])
      for (const m of event.mentions) {
        const book = articles.get(m.article)
        yield tabbed([
          numberOf(event.id),
          earliest,
          stamp(m.published),
          1,
          m.publisher ?? book?.publisher,
          book?.url,
          m.sentence + 1,
          m.actors[0]?.evidence[0]?.span.start,
          m.recipients[0]?.evidence[0]?.span.start,
          m.predicate.span.start,
          1,
          Math.round(m.confidence * 10) * 10,
          book?.text.length || undefined,
          undefined,
          undefined,
          undefined
        ])
      }
    }
  }
}
