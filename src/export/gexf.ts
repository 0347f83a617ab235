import {quadOf} from "../model/model.ts"
import type {Exporter} from "./exporter.ts"
import {networkOf} from "./network.ts"
import {xml} from "./xml.ts"

/// GEXF 1.3: an edge's weight is its number of events, its spells the days they are told of.
export const gexf: Exporter = {
  name: "gexf",
  says: "a network for Gephi: parties as nodes, an edge for each pair and type, with weights and days",
  mediaType: "application/gexf+xml",
  extension: "gexf",
  row: "tie",
  async *write(events) {
    const {nodes, edges} = await networkOf(events)
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
    for (const {from, to, type, count, spans} of edges) {
      const spells = spans.map(({start, end}) => `<spell start="${start}" end="${end}"/>`).join("")
      yield `<edge id="${number++}" source="${xml(from)}" target="${xml(to)}" weight="${count}"><attvalues>${value("type", type)}${value("quad", String(quadOf[type]))}</attvalues>${spells && `<spells>${spells}</spells>`}</edge>\n`
    }
    yield "</edges>\n</graph>\n</gexf>\n"
  }
}

const value = (name: string, words: string | undefined): string =>
  words === undefined ? "" : `<attvalue for="${name}" value="${xml(words)}"/>`
