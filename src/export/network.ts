import type {Event, EventType} from "../model/model.ts"
import {flatRow} from "./flat.ts"

/// Who did what to whom as a graph: a node a party, an edge for each pair and type.
export interface Network {
  readonly nodes: ReadonlyMap<
    string,
    {readonly name: string; readonly country: string | undefined; readonly sector: string | undefined}
  >
  readonly edges: readonly Edge[]
}

export interface Edge {
  readonly from: string
  readonly to: string
  readonly type: EventType
  /// How many events.
  count: number
  /// The days they are told of, where there are any.
  readonly spans: {readonly start: string; readonly end: string}[]
}

/// The network of the events, nodes and edges in the order they first occur. Held as a whole, since a graph names its nodes before its edges.
export async function networkOf(events: AsyncIterable<Event>): Promise<Network> {
  const nodes = new Map<
    string,
    {readonly name: string; readonly country: string | undefined; readonly sector: string | undefined}
  >()
  const edges = new Map<string, Edge>()
  for await (const event of events) {
    for (const party of [...event.actors, ...event.recipients]) {
      if (!nodes.has(party.id)) nodes.set(party.id, {name: party.name, country: party.country, sector: party.sectors[0]})
    }
    const {event_date: start, event_date_end: end} = flatRow(event)
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
  return {nodes, edges: [...edges.values()]}
}
