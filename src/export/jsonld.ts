import type {Evidence, Party} from "../model/model.ts"
import type {ArticleBook, Exporter} from "./exporter.ts"
import {flatRow} from "./flat.ts"
import {headline} from "./headline.ts"
import {withArticles} from "./table.ts"

const context = {
  "@vocab": "https://schema.org/",
  prov: "http://www.w3.org/ns/prov#",
  oa: "http://www.w3.org/ns/oa#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  annals: "urn:annals:vocabulary:",
  startDate: {"@type": "xsd:date"},
  endDate: {"@type": "xsd:date"},
  datePublished: {"@type": "xsd:date"}
}

const eventId = (id: string): string => `urn:annals:event:${id}`
const articleUri = (id: string): string => `urn:annals:article:${id}`
const partyUri = (party: Party): string => `urn:annals:actor:${encodeURIComponent(party.id)}`

/// Linked data: schema.org events, PROV-O for where they come from, Web Annotations for the words they rest on.
export const jsonld: Exporter = {
  name: "jsonld",
  says: "linked data: events with PROV-O and Web Annotation for their evidence",
  mediaType: "application/ld+json",
  extension: "jsonld",
  row: "event",
  async *write(events, known) {
    yield `{"@context":${JSON.stringify(context)},"@graph":[`
    const seen = new Set<string>()
    let between = "\n"
    const line = (node: object): string => {
      const text = between + JSON.stringify(node)
      between = ",\n"
      return text
    }
    for await (const {event, articles} of withArticles(events, known, e => e.mentions.map(m => m.article))) {
      const {event_date: startDate, event_date_end: endDate} = flatRow(event)
      const sources = [...new Set(event.mentions.map(m => m.article))]
      for (const id of sources) {
        if (seen.has(id)) continue
        seen.add(id)
        yield line(article(id, articles.get(id)))
      }
      yield line({
        "@id": eventId(event.id),
        "@type": ["Event", "prov:Entity"],
        name: headline(event),
        ...(startDate !== undefined && {startDate}),
        ...(endDate !== undefined && {endDate}),
        ...(event.place && {location: {"@type": "Place", name: event.place.name}}),
        "annals:type": event.type,
        "annals:mode": event.modes,
        "annals:status": event.status,
        actor: event.actors.map(named),
        "annals:recipient": event.recipients.map(named),
        "prov:wasDerivedFrom": sources.map(id => ({"@id": articleUri(id)})),
        "prov:wasAttributedTo": {"@id": "urn:annals:program", "@type": "prov:SoftwareAgent"}
      })
      for (const m of event.mentions) yield line(annotation(m.id, event.id, m.predicate, articles.get(m.article)))
    }
    yield "\n]}\n"
  }
}

const named = (party: Party): object => ({"@id": partyUri(party), name: party.name})

const article = (id: string, book: ArticleBook | undefined): object => ({
  "@id": articleUri(id),
  "@type": ["NewsArticle", "prov:Entity"],
  ...(book?.url && {url: book.url}),
  ...(book?.title && {headline: book.title}),
  ...(book?.publisher && {publisher: {"@type": "Organization", name: book.publisher}}),
  ...(book?.published && {datePublished: book.published})
})

function annotation(id: string, event: string, {article: source, span, quote}: Evidence, book: ArticleBook | undefined): object {
  const around =
    quote && book
      ? {
          "oa:prefix": book.text.slice(Math.max(0, span.start - 32), span.start),
          "oa:suffix": book.text.slice(span.end, span.end + 32)
        }
      : {}
  return {
    "@id": `urn:annals:report:${id}`,
    "@type": "oa:Annotation",
    "oa:motivatedBy": {"@id": "oa:identifying"},
    "oa:hasBody": {"@id": eventId(event)},
    "oa:hasTarget": {
      "oa:hasSource": {"@id": articleUri(source)},
      "oa:hasSelector": [
        {"@type": "oa:TextPositionSelector", "oa:start": span.start, "oa:end": span.end},
        ...(quote ? [{"@type": "oa:TextQuoteSelector", "oa:exact": quote, ...around}] : [])
      ]
    }
  }
}
