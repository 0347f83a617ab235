import {type EventType, quadOf} from "../model/model.ts"
import type {Exporter} from "./exporter.ts"
import {flatRow} from "./flat.ts"

interface Edge {
  readonly from: string
  readonly to: string
  readonly type: EventType
  count: number
  readonly spans: {readonly start: string; readonly end: string}[]
}

/// Who did what to whom as a graph (GEXF 1.3): a node a party, an edge for each pair and type, its weight the number of
/// events, its spells the days they are told of. Held as a whole, since a graph names its nodes before its edges.
export const gexf: Exporter = {
  name: "gexf",
  says: "a network for Gephi: parties as nodes, an edge for each pair and type, with weights and days",
  mediaType: "application/gexf+xml",
  extension: "gexf",
  async *write(events, {country}) {
    const nodes = new Map<
      string,
      {readonly name: string; readonly country: string | undefined; readonly sector: string | undefined}
    >()
    const edges = new Map<string, Edge>()
    for await (const event of events) {
      for (const party of [...event.actors, ...event.recipients]) {
        if (!nodes.has(party.id)) nodes.set(party.id, {name: party.name, country: party.country, sector: party.sectors[0]})
      }
      const {event_date: start, event_date_end: end} = flatRow(event, country)
      for (const actor of event.actors) {
        for (const recipient of event.recipients) {
          const key = JSON.stringify([actor.id, recipient.id, event.type])
          const edge = edges.get(key) ?? {from: actor.id, to: recipient.id, type: event.type, count: 0, spans: []}
          edges.set(key, edge)
          edge.count++
          if (typeof start === "string" && typeof end === "string") edge.spans.push({start, end})
        }
      }
    }
    yield `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<graph mode="dynamic" timeformat="date" defaultedgetype="directed">
<attributes class="node"><attribute id="country" title="country" type="string"/><attribute id="sector" title="sector" type="string"/></attributes>
<attributes class="edge"><attribute id="type" title="type" type="string"/><attribute id="quad" title="quad" type="integer"/></attributes>
<nodes>
`
    for (const [id, node] of nodes) {
      const values = [value("country", node.country), value("sector", node.sector)].join("")
      yield `<node id="${xml(id)}" label="${xml(node.name)}">${values && `<attvalues>${values}</attvalues>`}</node>\n`
    }
    yield "</nodes>\n<edges>\n"
    let number = 0
    for (const {from, to, type, count, spans} of edges.values()) {
      const spells = spans.map(({start, end}) => `<spell start="${start}" end="${end}"/>`).join("")
      yield `<edge id="${number++}" source="${xml(from)}" target="${xml(to)}" weight="${count}"><attvalues>${value("type", type)}${value("quad", String(quadOf[type]))}</attvalues>${spells && `<spells>${spells}</spells>`}</edge>\n`
    }
    yield "</edges>\n</graph>\n</gexf>\n"
  }
}

const value = (name: string, words: string | undefined): string =>
  words === undefined ? "" : `<attvalue for="${name}" value="${xml(words)}"/>`

const entities: Readonly<Record<string, string>> = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;"}

/// Words for an XML attribute; what XML cannot hold at all is left out.
const xml = (words: string): string => words.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, " ").replace(/[&<>"']/g, c => entities[c]!)
