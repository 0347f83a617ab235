import type {Party} from "../model/model.ts"
import {cameoOf} from "./cameo.ts"
import type {Exporter} from "./exporter.ts"
import {cameoActor} from "./gdelt.ts"
import {type Cell, dayOf, dyad, first, named, placeOf, tabbed, withArticles} from "./table.ts"

/// The 26 columns of Phoenix event files, in order. The files themselves have no header.
export const phoenixColumns = [
  "EventID",
  "Date",
  "Year",
  "Month",
  "Day",
  "SourceActorFull",
  "SourceActorEntity",
  "SourceActorRole",
  "SourceActorAttribute",
  "TargetActorFull",
  "TargetActorEntity",
  "TargetActorRole",
  "TargetActorAttribute",
  "EventCode",
  "EventRootCode",
  "QuadClass",
  "GoldsteinScore",
  "Issues",
  "ActionLat",
  "ActionLong",
  "LocationName",
  "GeoCountryName",
  "GeoStateName",
  "SentenceID",
  "URLs",
  "NewsSources"
] as const

/// Full code, entity (a country or a body), role, and what else there is.
function actor(party: Party | undefined): Cell[] {
  const {country, group, types} = cameoActor(party)
  const body = country === undefined && /^(IGO|NGO|NGM|IMG|MNC)$/.test(types[0] ?? "")
  const entity = country ?? group ?? (body ? types[0] : undefined)
  const roles = body || group ? types.slice(1) : types
  return [[entity ?? "", ...roles].join("") || undefined, entity, roles[0], roles.slice(1).join(";") || undefined]
}

export const phoenix: Exporter = {
  name: "phoenix",
  says: "the 26 columns of Phoenix, tabs, no header; CAMEO codes, first actor and first recipient",
  mediaType: "text/tab-separated-values",
  extension: "tsv",
  row: "event",
  shape: "Phoenix",
  async *write(events, known, manner) {
    if (manner?.names) yield tabbed(named(phoenixColumns, manner))
    for await (const {event, articles} of withArticles(events, known, e => e.mentions.map(m => m.article))) {
      const cameo = cameoOf(event)
      const {source, target} = dyad(event)
      const day = dayOf(event)
      const place = placeOf(event)
      const told = first(event)
      const books = [...new Set(event.mentions.map(m => m.article))].flatMap(id => articles.get(id) ?? [])
      const listed = (values: readonly (string | undefined)[]): string | undefined =>
        [...new Set(values.filter(v => v !== undefined))].map(v => v.replaceAll(";", ",")).join(";") || undefined
      yield tabbed([
        event.id,
        day?.replaceAll("-", ""),
        day && Number(day.slice(0, 4)),
        day && Number(day.slice(5, 7)),
        day && Number(day.slice(8)),
        ...actor(source),
        ...actor(target),
        cameo.code,
        cameo.root,
        cameo.quad,
        cameo.goldstein,
        undefined,
        place.lat,
        place.lon,
        place.city ?? place.province,
        place.country === undefined ? undefined : (known.country(place.country)?.name ?? place.country),
        place.province,
        `${told.article}_${told.sentence + 1}`,
        listed(books.map(book => book.url)),
        listed(books.map(book => book.publisher))
      ])
    }
  }
}
