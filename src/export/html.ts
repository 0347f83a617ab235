import type {Event} from "../model/model.ts"
import {cited} from "./cite.ts"
import type {ArticleBook, Exporter} from "./exporter.ts"
import {dateSaid, deedOf, partiesOf} from "./headline.ts"
import {withArticles} from "./table.ts"
import {xml} from "./xml.ts"

/// A briefing as one page that needs nothing else: no script, no fonts, no network; prints well.
export const html: Exporter = {
  name: "html",
  says: "the same briefing as one web page that needs nothing else",
  mediaType: "text/html",
  extension: "html",
  row: "event",
  async *write(events, known) {
    yield `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Briefing</title>
<style>
:root { color-scheme: light dark }
body { font: 17px/1.5 Charter, "Bitstream Charter", Cambria, Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem }
h2 { font-size: 1rem; margin: 2rem 0 .5rem; border-bottom: 1px solid }
li { margin: .6rem 0 } blockquote { margin: .2rem 0 .2rem 1rem; font-size: .9rem } cite { font-style: normal; opacity: .75 }
</style></head><body>
<h1>Briefing</h1>
`
    let heading: string | undefined
    for await (const {event, articles} of withArticles(events, known, e => e.mentions.map(m => m.article))) {
      const when = dateSaid(event.time) ?? "Undated"
      if (when !== heading) yield `${heading === undefined ? "" : "</ul>\n"}<h2>${xml(when)}</h2>\n<ul>\n`
      heading = when
      yield item(event, articles)
    }
    yield heading === undefined ? "<p>Nothing matches.</p>\n" : "</ul>\n"
    yield "</body></html>\n"
  }
}

function item(event: Event, articles: ReadonlyMap<string, ArticleBook>): string {
  const sources = [...new Map(event.mentions.map(m => [m.article, m])).values()]
  const where = event.place ? `, ${xml(event.place.name)}` : ""
  const quotes = sources.map(m => {
    const {source, url, quote} = cited(m, articles.get(m.article))
    const linked = url ? `<a href="${xml(url)}" rel="noreferrer">${xml(source)}</a>` : xml(source)
    return `<blockquote>${quote && `“${xml(quote)}” `}<cite>${linked}</cite></blockquote>`
  })
  return `<li id="e${event.id}"><strong>${xml(partiesOf(event))}</strong>: ${xml(deedOf(event))}${where}\n${quotes.join("\n")}</li>\n`
}
