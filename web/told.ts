import type {EventRow, EventType, Party, Status} from "../src/api/contract.ts"
import {words} from "./words.ts"

/// How an event is told in a line: who, whom, and a headline made of its codes.

export interface Sides {
  readonly who: readonly Party[]
  readonly whom: readonly Party[]
  /// Both do it to each other: they stand on both sides, or together on one.
  readonly mutual: boolean
}

/// Deeds that are done together: several who do one of these do it with each other.
const together: ReadonlySet<EventType> = new Set(["AGREE", "CONSULT", "COOPERATE"])

export function sidesOf(event: Pick<Told, "type" | "actors" | "recipients">): Sides {
  const {actors, recipients} = event
  const acting = new Set(actors.map(p => p.id))
  const others = recipients.filter(p => !acting.has(p.id))
  const several = actors.length > 1
  return {
    who: actors,
    whom: several ? others : recipients,
    mutual: several && others.length === 0 && (recipients.length > 0 || together.has(event.type))
  }
}

interface Told {
  readonly type: EventType
  readonly mode?: string
  readonly status: Status
  readonly actors: readonly Party[]
  readonly recipients: readonly Party[]
}

export function headline(event: Told): string {
  const {who, whom, mutual} = sidesOf(event)
  return words.headline(
    who.map(p => p.name),
    whom.map(p => p.name),
    event.type,
    event.mode,
    event.status,
    {mutual, several: who[0]?.kind === "generic" && /[^s]s$/.test(who[0].name)}
  )
}

/// The deed in the report's own words, from its verb on: who did it stands beside it.
export function deed(row: Pick<EventRow, "quote" | "predicate">): string {
  const at = row.predicate ? row.quote.indexOf(row.predicate) : -1
  return (at < 0 ? row.quote : row.quote.slice(at)).replace(/\s+/g, " ").trim()
}

/// The name of somebody by id: a code that is no country's has its own words, a bare id reads without its mark.
export const nameOf = (id: string, name: string = id): string => words.stateless[id] ?? name.replace(/^(id:)?(name:)?/, "")

/// Whom the pair page knows a party by: its country, or itself.
export const sideId = (party: Party): string => party.country ?? party.id
