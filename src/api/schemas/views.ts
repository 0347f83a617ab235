import * as z from "zod"
import {newsKinds} from "../../store/questions/news.ts"
import type {Briefing, Contradiction, Departures, Gaps, Lanes, Network, NewsLine, Office, PlaceList} from "../contract.ts"
import {eventRow, eventSummary, runLine} from "./answers.ts"
import {named, text, whole} from "./named.ts"
import {eventType, party, place, quad, status, timeSpan, tollKind} from "./nouns.ts"

/// What the briefing, the map, the timeline and the network are drawn from.

const contradiction: z.ZodType<Contradiction> = z.strictObject({
  field: z.enum(["time", "place", "status", "tolls"]),
  what: tollKind.optional(),
  values: z.array(
    z.strictObject({
      value: text,
      low: z.number().optional(),
      high: z.number().optional(),
      lines: whole.describe("Tellings that did not copy one another, at most"),
      outlets: whole,
      first: text.optional().describe("The day it was first told"),
      voices: z.array(z.strictObject({name: text.optional(), own: z.boolean(), status})),
      fresh: z.boolean().describe("Told for the first time since the run asked about")
    })
  )
})

export const newsLine: z.ZodType<NewsLine> = named(
  "News",
  "What became of one event: as it stands, and how it was",
  z.strictObject({
    event: text,
    row: eventRow.optional().describe("Absent when it is withdrawn"),
    before: eventSummary.optional(),
    after: eventSummary.optional(),
    other: text.optional().describe("The event it is now part of, or came out of"),
    causes: z.array(text),
    conflicts: z.array(contradiction).optional()
  })
)

export const newsKind = z.enum(newsKinds)

export const briefing: z.ZodType<Briefing> = named(
  "Briefing",
  "What is new between two runs, in numbers and the first few of each kind",
  z.strictObject({
    from: whole,
    to: whole,
    runs: z.array(runLine),
    articles: whole,
    counts: z.record(newsKind, whole),
    first: z.record(newsKind, z.array(newsLine))
  })
)

export const departingPair = z.strictObject({
  a: text,
  b: text,
  aName: text,
  bName: text,
  counts: z.array(whole),
  usual: z
    .array(z.strictObject({expected: z.number(), low: whole, high: whole}))
    .describe("The middle 90 % of what its own past lets expect"),
  chance: z.number().describe("How likely the newest count is by chance"),
  departs: z.boolean()
})

export const departures: z.ZodType<Departures> = named(
  "Departures",
  "Pairs beside their own base rate: events per article read, over the bins before the newest",
  z.strictObject({
    by: z.enum(["month", "week", "day"]).optional(),
    bins: z.array(z.strictObject({from: text, until: text, name: text, articles: whole})),
    compared: whole,
    pairs: z.array(departingPair)
  })
)

export const gapCounts: z.ZodType<Gaps> = named(
  "Gaps",
  "What the pile lacks",
  z.strictObject({
    undated: whole.describe("Articles without a date"),
    skipped: whole,
    names: whole.describe("Names in events that no list of actors knows"),
    days: whole.describe("Days between the first article and the last on which none was published"),
    unplaced: whole,
    undatedEvents: whole
  })
)

export const placeRow: z.ZodType<PlaceList["places"][number]> = named(
  "PlaceRow",
  "A place and the events told to be just there: those of a city are not among its country's",
  z.strictObject({place, events: whole})
)

export const lanes: z.ZodType<Lanes> = named(
  "Lanes",
  "What the busiest actors did over time; of each the most reported",
  z.strictObject({
    undated: whole.describe("Events without a beginning or an end"),
    lanes: z.array(
      z.strictObject({
        id: text,
        name: text,
        events: whole,
        marks: z.array(
          z.strictObject({
            id: text,
            type: eventType as unknown as z.ZodType<Lanes["lanes"][0]["marks"][0]["type"]>,
            mode: text.optional(),
            quad,
            status,
            actors: z.array(party),
            recipients: z.array(party),
            time: timeSpan,
            reports: whole,
            words: text.optional().describe("The words in which the date was told")
          })
        )
      })
    )
  })
)

export const office: z.ZodType<Office> = z.strictObject({
  id: text,
  name: text,
  title: text,
  from: text.optional().describe("First day, or a month or year where no day is certain"),
  until: text.optional().describe("First day after")
})

export const networkEdge = z.strictObject({a: text, b: text, events: whole, cooperation: whole})

export const network: z.ZodType<Network> = named(
  "Network",
  "Who has to do with whom around some",
  z.strictObject({
    nodes: z.array(z.strictObject({id: text, name: text, centre: z.boolean()})),
    edges: z.array(networkEdge),
    left: whole.describe("Edges that are not among these")
  })
)
