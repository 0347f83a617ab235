import {daysAfter, type Event, type Party} from "../model/model.ts"
import {cameoOf} from "./cameo.ts"
import type {Exporter, Known} from "./exporter.ts"
import {type Cell, dayOf, dyad, first, named, numberOf, placeOf, tabbed, withArticles} from "./table.ts"

const actorColumns = (side: "Actor1" | "Actor2"): string[] =>
  [
    "Code",
    "Name",
    "CountryCode",
    "KnownGroupCode",
    "EthnicCode",
    "Religion1Code",
    "Religion2Code",
    "Type1Code",
    "Type2Code",
    "Type3Code"
  ].map(name => `${side}${name}`)

const placeColumns = (side: "Actor1Geo" | "Actor2Geo" | "ActionGeo"): string[] =>
  ["Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID"].map(name => `${side}_${name}`)

/// The 61 columns of GDELT 2 event files, in order. The files themselves have no header.
export const gdeltColumns: readonly string[] = [
  "GLOBALEVENTID",
  "SQLDATE",
  "MonthYear",
  "Year",
  "FractionDate",
  ...actorColumns("Actor1"),
  ...actorColumns("Actor2"),
  "IsRootEvent",
  "EventCode",
  "EventBaseCode",
  "EventRootCode",
  "QuadClass",
  "GoldsteinScale",
  "NumMentions",
  "NumSources",
  "NumArticles",
  "AvgTone",
  ...placeColumns("Actor1Geo"),
  ...placeColumns("Actor2Geo"),
  ...placeColumns("ActionGeo"),
  "DATEADDED",
  "SOURCEURL"
]

/// How CAMEO codes a party: country, then kinds. Bodies without a country have a kind of their own, the United Nations and
/// the European Union are known groups. What PLOVER divides and CAMEO does not stays out.
const kinds: Readonly<Record<string, string>> = {
  COP: "COP",
  GOV: "GOV",
  JUD: "JUD",
  LEG: "LEG",
  MIL: "MIL",
  REB: "REB",
  SPY: "SPY",
  UAF: "UAF",
  AGR: "AGR",
  BUS: "BUS",
  CRM: "CRM",
  CVL: "CVL",
  EDU: "EDU",
  ELI: "ELI",
  JRN: "MED",
  LAB: "LAB",
  MED: "HLH",
  REF: "REF",
  OPP: "OPP"
}
const bodies: Readonly<Record<string, {readonly group?: string; readonly kind: string}>> = {
  IGO: {kind: "IGO"},
  UNO: {group: "UNO", kind: "IGO"},
  EUR: {group: "EEC", kind: "IGO"},
  NGO: {kind: "NGO"},
  ISM: {kind: "NGM"},
  IMG: {kind: "IMG"},
  MNC: {kind: "MNC"}
}

/// Country, known group and up to three kinds of a party, in CAMEO's letters.
export function cameoActor(party: Party | undefined): {
  readonly country?: string | undefined
  readonly group?: string | undefined
  readonly types: readonly string[]
} {
  if (!party) return {types: []}
  const body = party.country !== undefined && Object.hasOwn(bodies, party.country) ? bodies[party.country] : undefined
  const own = party.sectors.flatMap(sector => (kinds[sector] ? [kinds[sector]] : []))
  return {
    country: body ? undefined : party.country,
    group: body?.group,
    types: [...new Set([...(body ? [body.kind] : []), ...own])].slice(0, 3)
  }
}

function actor(party: Party | undefined): Cell[] {
  const {country, group, types} = cameoActor(party)
  const code = [country ?? group ?? "", ...types.filter(type => !(group && type === "IGO"))].join("")
  return [
    code || undefined,
    party?.name.toUpperCase(),
    country,
    group,
    undefined,
    undefined,
    undefined,
    types[0],
    types[1],
    types[2]
  ]
}

/// Day, month and year as far as the words give them.
function dates(event: Event): {
  readonly day?: string | undefined
  readonly month?: string | undefined
  readonly year?: string | undefined
  readonly fraction?: string | undefined
} {
  const {from, until} = event.time ?? {}
  if (!from || !until) return {}
  const last = daysAfter(until, -1)
  const day = dayOf(event)
  const same = (length: number): string | undefined =>
    from.slice(0, length) === last.slice(0, length) ? from.slice(0, length).replaceAll("-", "") : undefined
  // GDELT's own reckoning: year and (month × 30 + day) / 365.
  const fraction =
    day && (Number(day.slice(0, 4)) + Math.min(0.9999, (Number(day.slice(5, 7)) * 30 + Number(day.slice(8))) / 365)).toFixed(4)
  return {day: day?.replaceAll("-", ""), month: same(7), year: same(4), fraction}
}

const grains: Readonly<Record<string, number>> = {country: 1, city: 4, exact: 4, region: 5}

function action(event: Event, country: Known["country"]): Cell[] {
  const {place} = event
  const {city, province, country: land, lat, lon} = placeOf(event)
  if (!place) return Array.from({length: 8}, () => undefined)
  const names = [city, province, land === undefined ? undefined : (country(land)?.name ?? land)].filter(n => n !== undefined)
  // Its country codes are FIPS 10-4 and its features another gazetteer's: they stay empty.
  return [
    grains[place.grain],
    names.length > 0 ? names.join(", ") : place.name,
    undefined,
    undefined,
    undefined,
    lat,
    lon,
    undefined
  ]
}

const nowhere: readonly Cell[] = Array.from({length: 16}, () => undefined)

export const gdelt: Exporter = {
  name: "gdelt",
  says: "the 61 columns of GDELT 2 events, tabs, no header; CAMEO codes, first actor and first recipient",
  mediaType: "text/tab-separated-values",
  extension: "tsv",
  row: "event",
  shape: "GDELT",
  async *write(events, known, manner) {
    if (manner?.names) yield tabbed(named(gdeltColumns, manner).map(c => (manner.names === "snake" ? c.replaceAll("_", "") : c)))
    for await (const {event, articles} of withArticles(events, known)) {
      const cameo = cameoOf(event)
      const {source, target} = dyad(event)
      const {day, month, year, fraction} = dates(event)
      const told = event.mentions.flatMap(m => (m.published ? [m.published] : [])).sort()[0]
      yield tabbed([
        numberOf(event.id),
        day,
        month,
        year,
        fraction,
        ...actor(source),
        ...actor(target),
        // Told in the lead of an article.
        event.mentions.some(m => m.sentence <= 1) ? 1 : 0,
        cameo.code,
        cameo.base,
        cameo.root,
        cameo.quad,
        cameo.goldstein,
        event.mentions.length,
        event.outlets,
        new Set(event.mentions.map(m => m.article)).size,
        // Tone is not measured, and where the parties are is not asked.
        undefined,
        ...nowhere,
        ...action(event, known.country),
        told && `${told.replaceAll("-", "")}000000`,
        articles.get(first(event).article)?.url
      ])
    }
  }
}
