import {type Event, type EventMention, type EventType, type Party, quadOf, weightOf} from "../model/model.ts"
import type {Exporter, Known} from "./exporter.ts"
import {type Cell, dayOf, first, named, placeOf, tabbed, withArticles} from "./table.ts"

const party = (side: "Actor" | "Recipient"): string[] => [
  `${side} Name`,
  `${side} Country`,
  `${side} COW`,
  `Primary ${side} Sector`,
  `${side} Sectors`,
  `${side} Title`,
  `${side} Name Raw`,
  `Wikipedia ${side} ID`
]

/// The 40 columns of POLECAT event files, in order.
export const polecatColumns: readonly string[] = [
  "Event ID",
  "Event Date",
  "Event Type",
  "Event Mode",
  "Intensity",
  "Quad Code",
  "Contexts",
  ...party("Actor"),
  ...party("Recipient"),
  "Placename",
  "City",
  "District",
  "Province",
  "Country",
  "Latitude",
  "Longitude",
  "GeoNames ID",
  "Raw Placename",
  "Feature Type",
  "Source",
  "Publication Date",
  "Story People",
  "Story Organizations",
  "Story Locations",
  "Language",
  "Version"
]

/// How hostile or friendly a mode is, where it differs from its type. Source: PLOVER manual 2.0, table 2.2.
const modeWeights: Readonly<Partial<Record<EventType, Readonly<Record<string, number>>>>> = {
  CONSULT: {visit: 4, "third-party": 1, multilateral: 4, phone: 1.5},
  RETREAT: {withdraw: 8, disarm: 10, ceasefire: 7.5, resign: 4.5},
  REQUEST: {assist: 0.5, change: -1, yield: -1},
  ACCUSE: {investigate: -3.5, allege: -3.5},
  REJECT: {assist: -1.5},
  THREATEN: {restrict: -3, territory: -4},
  PROTEST: {riot: -7, hunger: -4.5, boycott: -4.5, obstruct: -4.5},
  SANCTION: {expel: -5.5},
  MOBILIZE: {troops: -6.5, weapons: -6.5, militia: -6},
  COERCE: {censor: -6.5, curfew: -6.5, "martial-law": -7.5, misinformation: -6.5},
  ASSAULT: {
    abduct: -8.5,
    beat: -7.5,
    torture: -8.5,
    sexual: -8.5,
    targeted: -9.5,
    destroy: -8.5,
    primitive: -8,
    "suicide-attack": -9.5,
    aerial: -9.5,
    drone: -9.5,
    "heavy-weapons": -9.5,
    "crowd-control": -7.5,
    unconventional: -10
  }
}

/// PLOVER's score of an event: that of its first mode, where the mode has one of its own, else that of its type.
export function intensityOf(event: Pick<Event, "type" | "modes">): number {
  const weights = modeWeights[event.type]
  const mode = event.modes[0]
  return weights && mode !== undefined && Object.hasOwn(weights, mode) ? weights[mode]! : weightOf[event.type]
}

const several = (values: readonly (string | undefined)[]): string | undefined =>
  values.some(v => v) ? values.map(v => (v ?? "").replaceAll(";", ",")).join(";") : undefined

const unique = (values: readonly string[]): string[] => [...new Set(values)]

function side(parties: readonly Party[], told: EventMention["actors"], country: Known["country"]): Cell[] {
  const sectors = unique(parties.flatMap(p => p.sectors))
  return [
    several(parties.map(p => p.name)),
    several(parties.map(p => p.country)),
    several(parties.map(p => p.country && country(p.country)?.cow)),
    parties[0]?.sectors[0],
    several(sectors),
    several(parties.map(p => p.title)),
    several(unique(told.flatMap(grounded => grounded.evidence.map(e => e.quote)))),
    undefined
  ]
}

export const polecat: Exporter = {
  name: "polecat",
  says: "the 40 columns of POLECAT with header, tabs; several values by ;",
  mediaType: "text/tab-separated-values",
  extension: "tsv",
  row: "event",
  shape: "POLECAT",
  async *write(events, known, manner) {
    yield tabbed(named(polecatColumns, manner))
    for await (const {event, articles} of withArticles(events, known)) {
      const told = first(event)
      const {city, province, country, lat, lon} = placeOf(event)
      yield tabbed([
        event.id,
        dayOf(event),
        event.type,
        several(event.modes),
        intensityOf(event),
        quadOf[event.type],
        several(event.contexts),
        ...side(event.actors, told.actors, known.country),
        ...side(event.recipients, told.recipients, known.country),
        event.place?.name,
        city,
        undefined,
        province,
        country,
        lat,
        lon,
        event.place?.geonames,
        told.place?.evidence[0]?.quote,
        undefined,
        told.publisher ?? articles.get(told.article)?.publisher,
        told.published ?? articles.get(told.article)?.published,
        undefined,
        undefined,
        undefined,
        "en",
        "annals"
      ])
    }
  }
}
