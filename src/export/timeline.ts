import type {Exporter} from "./exporter.ts"
import {flatRow} from "./flat.ts"
import {dateSaid, headline} from "./headline.ts"

/// TimelineJS JSON. Events without a date have no place on a line and are left out; a month or a year stays one (its day is not given).
export const timeline: Exporter = {
  name: "timeline",
  says: "slides for TimelineJS, dates as fine as they are told; undated events are left out",
  mediaType: "application/json",
  extension: "json",
  row: "dated event",
  async *write(events, {country}) {
    yield '{"events":['
    let between = "\n"
    for await (const event of events) {
      const said = dateSaid(event.time)
      if (said === undefined) continue
      const {event_date_end: end, quote} = flatRow(event, country)
      const spans = said.includes(" ")
      const slide = {
        unique_id: event.id,
        start_date: parts(spans ? event.time!.from! : said),
        ...(spans && end !== undefined && {end_date: parts(String(end))}),
        text: {
          headline: html(headline(event)),
          text: html([event.place?.name, quote && `“${quote}”`].filter(w => w).join(" · "))
        },
        group: event.type
      }
      yield between + JSON.stringify(slide)
      between = ",\n"
    }
    yield "\n]}\n"
  }
}

function parts(date: string): {year: number; month?: number; day?: number; display_date: string} {
  const [year, month, day] = date.split("-").map(Number)
  return {year: year!, ...(month && {month}), ...(day && {day}), display_date: date}
}

// TimelineJS shows its texts as HTML.
const html = (words: string): string => words.replace(/[&<>]/g, c => ({"&": "&amp;", "<": "&lt;", ">": "&gt;"})[c]!)
