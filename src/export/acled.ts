import type {Event, Party} from "../model/model.ts"
import type {Exporter} from "./exporter.ts"
import {flatRow} from "./flat.ts"
import {first, named, placeOf, tabbed, withArticles} from "./table.ts"

/// The 31 columns of ACLED's files, in order.
export const acledColumns = (
  "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1 actor2 assoc_actor_2 inter2 " +
  "interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude longitude geo_precision source source_scale notes fatalities tags timestamp"
).split(" ")

type Kind = readonly [disorder: string, type: string, sub: string | undefined]

const remote: Readonly<Record<string, string>> = {
  aerial: "Air/drone strike",
  drone: "Air/drone strike",
  "heavy-weapons": "Shelling/artillery/missile attack",
  explosives: "Remote explosive/landmine/IED",
  "suicide-attack": "Suicide bomb",
  unconventional: "Chemical weapon"
}

const armed = new Set(["MIL", "REB", "PRM", "UAF", "COP", "SPY"])
const unarmed = new Set(["CVL", "REF", "JRN", "EDU", "MED", "REL", "LAB", "AGR", "SOC", "BUS", "ELI", "OPP", "LEG", "PTY"])

const isUnarmed = (parties: readonly Party[]): boolean =>
  parties.length > 0 && parties.every(p => p.sectors.some(s => unarmed.has(s)) && !p.sectors.some(s => armed.has(s)))

/// ACLED's words for what happened, as far as its codebook has a word for it: talk and trade have none.
function kindOf({type, modes, recipients}: Event): Kind | undefined {
  const has = (...any: string[]): boolean => any.some(m => modes.includes(m))
  switch (type) {
    case "ASSAULT": {
      const by = modes.find(m => remote[m])
      if (by) return ["Political violence", "Explosions/Remote violence", remote[by]]
      if (has("abduct")) return ["Political violence", "Violence against civilians", "Abduction/forced disappearance"]
      if (has("sexual")) return ["Political violence", "Violence against civilians", "Sexual violence"]
      if (isUnarmed(recipients)) return ["Political violence", "Violence against civilians", "Attack"]
      return ["Political violence", "Battles", "Armed clash"]
    }
    case "PROTEST":
      if (has("riot", "vandalize")) return ["Demonstrations", "Riots", has("riot") ? "Violent demonstration" : "Mob violence"]
      return ["Demonstrations", "Protests", undefined]
    case "COERCE":
      return has("arrest") ? ["Strategic developments", "Strategic developments", "Arrests"] : undefined
    case "RETREAT":
    case "CONCEDE":
      return has("ceasefire") ? ["Strategic developments", "Strategic developments", "Agreement"] : undefined
    case "MOBILIZE":
      return ["Strategic developments", "Strategic developments", "Change to group/activity"]
    default:
      return undefined
  }
}

/// ACLED's name for the kind of an actor, in its spelled-out form.
function interOf(event: Event, party: Party | undefined, side: 1 | 2): string | undefined {
  if (!party) return undefined
  if (side === 1 && event.type === "PROTEST") return event.modes.includes("riot") ? "Rioters" : "Protesters"
  const has = (...any: string[]): boolean => party.sectors.some(s => any.includes(s))
  if (has("REB", "UAF")) return "Rebel group"
  if (has("PRM", "CRM")) return "Political militia"
  if (has("MIL", "COP", "GOV", "SPY", "JUD", "LEG")) return "State forces"
  if (isUnarmed([party])) return "Civilians"
  return party.country === undefined ? undefined : "External/Other forces"
}

const timePrecision: Readonly<Record<string, number>> = {day: 1, time: 1, week: 2, month: 3}
const geoPrecision: Readonly<Record<string, number>> = {exact: 1, city: 1, region: 2, country: 3}

export const acled: Exporter = {
  name: "acled",
  says: "the 31 columns of ACLED with header, tabs; its words only where its codebook has one for the event",
  mediaType: "text/tab-separated-values",
  extension: "tsv",
  row: "event",
  shape: "ACLED",
  async *write(events, known, manner) {
    yield tabbed(named(acledColumns, manner))
    for await (const {event, articles} of withArticles(events, known)) {
      const row = flatRow(event, known.country)
      const place = placeOf(event)
      const [disorder, type, sub] = kindOf(event) ?? []
      const [actor1, ...with1] = event.actors
      const [actor2, ...with2] = event.recipients
      const inter = [interOf(event, actor1, 1), interOf(event, actor2, 2)]
      const grain = event.time?.grain ?? ""
      const day = timePrecision[grain] === undefined ? undefined : event.time?.from
      const outlets = [...new Set(event.mentions.flatMap(m => m.publisher ?? []))]
      yield tabbed([
        `${event.place?.country ?? ""}${event.id}`,
        day,
        event.time?.from?.slice(0, 4),
        timePrecision[grain],
        disorder,
        type,
        sub,
        actor1?.name,
        with1.map(p => p.name).join("; ") || undefined,
        inter[0],
        actor2?.name,
        with2.map(p => p.name).join("; ") || undefined,
        inter[1],
        inter[0] && inter[1] ? `${inter[0]}-${inter[1]}` : undefined,
        event.type === "ASSAULT" && isUnarmed(event.recipients) ? "Civilian targeting" : undefined,
        undefined,
        undefined,
        place.country && (known.country(place.country)?.name ?? place.country),
        place.province,
        undefined,
        undefined,
        event.place?.name,
        place.lat,
        place.lon,
        geoPrecision[event.place?.grain ?? ""],
        outlets.join("; ") || articles.get(first(event).article)?.publisher,
        undefined,
        first(event).predicate.quote || undefined,
        row.fatalities_best as number | undefined,
        undefined,
        undefined
      ])
    }
  }
}
