import type {Event, Party} from "../model/model.ts"
import type {Exporter} from "./exporter.ts"
import {flatRow} from "./flat.ts"
import {dateSaid, headline} from "./headline.ts"
import {withArticles} from "./table.ts"

const schemata: Readonly<Record<string, string>> = {person: "Person", organization: "Organization", country: "PublicBody"}

const schemaOf = (party: Party): string => schemata[party.kind ?? ""] ?? "LegalEntity"

const idOf = (party: Party): string => `annals-${party.id.replace(/[^\w-]+/g, "-")}`

/// FollowTheMoney entities, one a line: each party once, each event with those involved, for Aleph and OpenSanctions' tools.
export const followTheMoney: Exporter = {
  name: "ftm",
  says: "FollowTheMoney entities, one a line: events and those involved, for Aleph",
  mediaType: "application/x-ndjson",
  extension: "ftm.json",
  row: "event",
  async *write(events, known) {
    const seen = new Set<string>()
    for await (const {event, articles} of withArticles(events, known, e => e.mentions.map(m => m.article))) {
      const parties = [...event.actors, ...event.recipients]
      for (const party of parties) {
        const id = idOf(party)
        if (seen.has(id)) continue
        seen.add(id)
        // codes of bodies without a country are no countries of theirs
        const iso = party.country !== undefined && known.country(party.country) ? party.country : undefined
        yield entity(id, schemaOf(party), {
          name: [party.name],
          ...(iso && {country: [iso.toLowerCase()]}),
          ...(party.title && {position: [party.title]})
        })
      }
      yield entity(`annals-event-${event.id}`, "Event", {
        name: [headline(event)],
        ...dates(event),
        ...(event.place && {location: [event.place.name]}),
        ...(event.place?.country && {country: [event.place.country.toLowerCase()]}),
        involved: [...new Set(event.recipients.map(idOf))],
        organizer: [...new Set(event.actors.map(idOf))],
        sourceUrl: [...new Set(event.mentions.flatMap(m => articles.get(m.article)?.url ?? []))],
        publisher: [...new Set(event.mentions.flatMap(m => m.publisher ?? []))],
        summary: [...new Set(event.mentions.flatMap(m => m.predicate.quote || []))]
      })
    }
  }
}

/// FollowTheMoney takes dates as fine as they are: 2024, 2024-06, 2024-06-19.
function dates(event: Event): Readonly<Record<string, string[]>> {
  const said = dateSaid(event.time)
  if (said === undefined) return {}
  if (!said.includes(" ")) return {date: [said]}
  const {event_date: start, event_date_end: end} = flatRow(event)
  return {startDate: [String(start)], ...(end !== undefined && {endDate: [String(end)]})}
}

function entity(id: string, schema: string, properties: Readonly<Record<string, readonly string[]>>): string {
  const filled = Object.fromEntries(Object.entries(properties).filter(([, values]) => values.length > 0))
  return `${JSON.stringify({id, schema, properties: filled})}\n`
}
