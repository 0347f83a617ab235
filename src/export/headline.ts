import {daysAfter, type Event, type Party, type TimeSpan} from "../model/model.ts"

const statusWords: Readonly<Record<Event["status"], string>> = {
  happened: "",
  ongoing: " (going on)",
  planned: " (planned)",
  possible: " (possible)",
  "did-not-happen": " (did not happen)"
}

const named = (parties: readonly Party[]): string => parties.map(p => p.name).join(", ") || "somebody"

/// Who, and to whom: "Russia → North Korea".
export const partiesOf = (event: Event): string =>
  named(event.actors) + (event.recipients.length > 0 ? ` → ${named(event.recipients)}` : "")

/// What, how, and what became of it: "CONSULT (visit) (planned)".
export const deedOf = (event: Event): string =>
  event.type + (event.modes.length > 0 ? ` (${event.modes.join(", ")})` : "") + statusWords[event.status]

/// An event in one line.
export const headline = (event: Event): string => `${partiesOf(event)}: ${deedOf(event)}`

/// The time of an event as finely as it was said: "2024-06-19", "2024-06", "2024-06-03 to 2024-06-09", "from 2024-06-03".
export function dateSaid(time: TimeSpan | undefined): string | undefined {
  if (!time?.from) return undefined
  const {from, until, grain} = time
  if (grain === "year") return from.slice(0, 4)
  if (grain === "month") return from.slice(0, 7)
  if (!until) return `from ${from}`
  const last = daysAfter(until, -1)
  return last <= from ? from : `${from} to ${last}`
}
