import type {Party, Sector} from "../model/model.ts"
import {cameoOf} from "./cameo.ts"
import type {Exporter, Known} from "./exporter.ts"
import {dayOf, dyad, first, named, numberOf, placeOf, tabbed, withArticles} from "./table.ts"

/// The 20 columns of ICEWS event files, in order.
export const icewsColumns = [
  "Event ID",
  "Event Date",
  "Source Name",
  "Source Sectors",
  "Source Country",
  "Event Text",
  "CAMEO Code",
  "Intensity",
  "Target Name",
  "Target Sectors",
  "Target Country",
  "Story ID",
  "Sentence Number",
  "Publisher",
  "City",
  "District",
  "Province",
  "Country",
  "Latitude",
  "Longitude"
] as const

// PLOVER's sectors in words, as ICEWS writes sectors.
const sectorNames: Readonly<Record<Sector, string>> = {
  COP: "Police",
  GOV: "Government",
  JUD: "Judicial",
  LEG: "Legislative / Parliamentary",
  MIL: "Military",
  PRM: "Paramilitary",
  PTY: "Parties",
  REB: "Rebels",
  SPY: "Intelligence",
  UAF: "Unidentified Forces",
  UNK: "Unidentified",
  AGR: "Agricultural",
  BUS: "Business",
  CRM: "Criminals / Gangs",
  CVL: "General Population / Civilian",
  EDU: "Education",
  ELI: "Elite",
  JRN: "News",
  LAB: "Labor",
  MED: "Medical / Health",
  REF: "Refugees / Displaced",
  OPP: "Opposition",
  PRE: "Partially Recognized",
  REL: "Religious",
  SOC: "Social"
}

const side = (party: Party | undefined, country: Known["country"]) => [
  party?.name,
  party?.sectors.map(sector => sectorNames[sector]).join(",") || undefined,
  party?.country === undefined ? undefined : (country(party.country)?.name ?? party.country)
]

export const icews: Exporter = {
  name: "icews",
  says: "the 20 columns of ICEWS with header, tabs; CAMEO codes, first actor and first recipient, day only where it is one",
  mediaType: "text/tab-separated-values",
  extension: "tsv",
  row: "event",
  shape: "ICEWS",
  async *write(events, known, manner) {
    yield tabbed(named(icewsColumns, manner))
    for await (const {event, articles} of withArticles(events, known)) {
      const cameo = cameoOf(event)
      const told = first(event)
      const {source, target} = dyad(event)
      const place = placeOf(event)
      yield tabbed([
        numberOf(event.id),
        dayOf(event),
        ...side(source, known.country),
        cameo.says,
        cameo.code,
        cameo.goldstein,
        ...side(target, known.country),
        told.article,
        told.sentence + 1,
        told.publisher ?? articles.get(told.article)?.publisher,
        place.city,
        undefined,
        place.province,
        place.country === undefined ? undefined : (known.country(place.country)?.name ?? place.country),
        place.lat,
        place.lon
      ])
    }
  }
}
