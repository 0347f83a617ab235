import {quadOf} from "../model/model.ts"
import type {Exporter} from "./exporter.ts"
import {networkOf} from "./network.ts"
import {xml} from "./xml.ts"

const keys = [
  ["node", "name", "string"],
  ["node", "country", "string"],
  ["node", "sector", "string"],
  ["edge", "type", "string"],
  ["edge", "quad", "int"],
  ["edge", "weight", "int"],
  ["edge", "start", "string"],
  ["edge", "end", "string"]
] as const

/// GraphML, for igraph, NetworkX, yEd: an edge's weight is its number of events, start and end the first and last day they are told of.
export const graphml: Exporter = {
  name: "graphml",
  says: "the same network for igraph and NetworkX, with first and last day",
  mediaType: "application/graphml+xml",
  extension: "graphml",
  row: "tie",
  async *write(events) {
    const {nodes, edges} = await networkOf(events)
    yield `<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n`
    for (const [of, name, type] of keys) yield `<key id="${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`
    yield `<graph edgedefault="directed">\n`
    for (const [id, node] of nodes) {
      yield `<node id="${xml(id)}">${data("name", node.name)}${data("country", node.country)}${data("sector", node.sector)}</node>\n`
    }
    let number = 0
    for (const {from, to, type, count, spans} of edges) {
      const start = spans.map(s => s.start).sort()[0]
      const end = spans
        .map(s => s.end)
        .sort()
        .at(-1)
      const known = data("type", type) + data("quad", String(quadOf[type])) + data("weight", String(count))
      yield `<edge id="e${number++}" source="${xml(from)}" target="${xml(to)}">${known}${data("start", start)}${data("end", end)}</edge>\n`
    }
    yield "</graph>\n</graphml>\n"
  }
}

const data = (name: string, words: string | undefined): string =>
  words === undefined ? "" : `<data key="${name}">${xml(words)}</data>`
