import type {EventChange, EventSummary, Status} from "../src/api/contract.ts"
import {spanText} from "./dates.ts"
import {tollText} from "./evidence.ts"
import {type Words, words} from "./words.ts"

/// Events in short, as two of them are compared.

/// "troops 3000 to ?" → "at least 3,000 troops".
function tollOf(text: string): string {
  const match = /^(\w+) (\d+|\?)(?: to (\d+|\?))?$/.exec(text)
  if (!match) return text
  const [, what, low, high] = match
  const figure = (n: string | undefined): number | undefined => (n === undefined || n === "?" ? undefined : Number(n))
  const of = {low: figure(low), high: figure(high ?? low)}
  return `${tollText({...(of.low !== undefined && {low: of.low}), ...(of.high !== undefined && {high: of.high})})} ${words.tolls[what as keyof Words["tolls"]] ?? what}`
}

/// The fields as people read them.
const values = (s: EventSummary): Readonly<Record<string, string>> => ({
  type: s.type,
  modes: s.modes.join(", "),
  actors: s.actors.join(", "),
  recipients: s.recipients.join(", "),
  time:
    s.from || s.until
      ? spanText({...(s.from && {from: s.from}), ...(s.until && {until: s.until}), grain: "duration"}, {year: true})
      : "",
  place: s.place ?? "",
  status: words.status[s.status as Status],
  background: s.background ? words.background : "",
  tolls: s.tolls.map(tollOf).join(", ")
})

/// In which fields it is told otherwise.
export function differing({
  before,
  after
}: Pick<EventChange, "before" | "after">): readonly {readonly field: string; readonly was: string; readonly now: string}[] {
  if (!before || !after) return []
  const [was, now] = [values(before), values(after)]
  return Object.keys(was).flatMap(field => (was[field] === now[field] ? [] : [{field, was: was[field]!, now: now[field]!}]))
}

export const headlineOf = (s: EventSummary): string =>
  words.headline(s.actors, s.recipients, s.type as "AID", s.modes[0], s.status as Status)
