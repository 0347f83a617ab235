import * as z from "zod"
import {
  type Account,
  type Article,
  type Claim,
  contexts,
  correctionOps,
  correctionRoles,
  type Event,
  type EventMention,
  type Evidence,
  type Merge,
  type Party,
  type Place,
  sectors,
  statuses,
  type TimeSpan,
  type Toll,
  types
} from "../../model/model.ts"
import {named, text, whole} from "./named.ts"

/// The nouns of the model as they go over the wire. Each is checked by the compiler against the type it describes.

export const eventType = z
  .enum(types)
  .or(text.regex(/^[A-Z][A-Z\d_-]*$/))
  .describe("A PLOVER type, or one of the ledger's own codebook")
export const status = z.enum(statuses)
export const quad = z
  .literal([1, 2, 3, 4])
  .describe("1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict")
export const basis = z
  .enum(["stated", "inferred", "assumed"])
  .describe("Whether the words say it, say something it follows from, or nothing was said")

export const span = z
  .strictObject({start: whole, end: whole})
  .describe("UTF-16 positions in the article's text; `end` is not in it")

export const evidence: z.ZodType<Evidence> = named(
  "Evidence",
  "The words a field rests on: text.slice(start, end) of the article is the quote",
  z.strictObject({article: text, span, quote: text})
)

export const party: z.ZodType<Party> = named(
  "Party",
  "An actor as it was on the event's day",
  z.strictObject({
    id: text,
    name: text,
    kind: z.enum(["country", "person", "organization", "group", "generic"]).optional(),
    country: text.optional().describe("ISO 3166-1 alpha-3, or IGO, UNO, EUR, NGO, ISM, IMG, MNC"),
    sectors: z.array(z.enum(sectors)),
    title: text.optional().describe("The office held that day")
  })
)

export const place: z.ZodType<Place> = named(
  "Place",
  "A place; only the grains exact and city may be drawn as a point",
  z.strictObject({
    id: text,
    name: text,
    country: text.optional(),
    region: text.optional(),
    lat: z.number().optional(),
    lon: z.number().optional(),
    grain: z.enum(["exact", "city", "region", "country", "sea", "continent"]),
    geonames: z.int().optional()
  })
)

const grain = z.enum(["day", "week", "month", "season", "quarter", "year", "decade", "century", "time", "duration", "set"])

export const timeSpan: z.ZodType<TimeSpan> = named(
  "TimeSpan",
  "Half-open days, and how finely the words said it: “in March” is a month, not its first day",
  z.strictObject({from: text.optional(), until: text.optional(), grain})
)

export const tollKind = z.enum([
  "killed",
  "wounded",
  "arrested",
  "abducted",
  "displaced",
  "missing",
  "troops",
  "weapons",
  "people",
  "money"
])

export const toll: z.ZodType<Toll> = named(
  "Toll",
  "How many, as a range: “at least 5” has low alone",
  z.strictObject({what: tollKind, low: z.number().optional(), high: z.number().optional(), evidence})
)

const voice = z.discriminatedUnion("kind", [
  z.strictObject({kind: z.literal("publisher"), name: text.optional()}),
  z.strictObject({kind: z.literal("actor"), party, evidence})
])

export const stance = z.enum(["asserts", "alleges", "denies", "doubts", "predicts", "promises", "threatens", "demands"])

export const claim: z.ZodType<Claim> = named(
  "Claim",
  "Who says what became of it. A denial is a claim, not a silence",
  z.strictObject({by: voice, stance, status, evidence: z.array(evidence)})
)

const grounded = <T extends z.ZodType>(means: T) => z.strictObject({means, basis, evidence: z.array(evidence)})

export const mentionShape = {
  id: text,
  article: text,
  sentence: whole,
  sentenceSpan: span,
  type: eventType as unknown as z.ZodType<Event["type"]>,
  mode: text.optional(),
  contexts: z.array(z.enum(contexts)),
  actors: z.array(grounded(party)),
  recipients: z.array(grounded(party)),
  place: grounded(place).optional(),
  time: grounded(timeSpan).optional(),
  tolls: z.array(toll),
  claim,
  background: z.boolean().describe("Told as history"),
  confidence: z.number(),
  predicate: evidence,
  words: z.array(text),
  named: z.array(text).optional(),
  why: z.strictObject({rule: text, says: z.array(text)}),
  published: text.optional(),
  publisher: text.optional(),
  corrected: z
    .array(
      z.strictObject({
        id: text,
        who: text,
        when: text,
        why: text.optional(),
        op: z.enum(correctionOps),
        field: z.enum(correctionRoles).optional(),
        before: text.optional(),
        after: text.optional()
      })
    )
    .describe("What people said of it; the fields show what holds after that")
    .optional()
}

export const mention: z.ZodType<EventMention> = named(
  "Mention",
  "One telling of one happening in one article",
  z.strictObject(mentionShape)
)

const reported = z.enum(["time", "place", "status", "tolls"])
const field = {field: reported, what: tollKind.optional()}

const account: z.ZodType<Account> = named(
  "Account",
  "How an event's reports stand to one another",
  z.strictObject({
    shown: z.array(z.strictObject({...field, value: text, says: text})),
    conflicts: z.array(
      z.strictObject({...field, values: z.array(z.strictObject({value: text, mentions: z.array(text), lines: whole}))})
    ),
    history: z.array(
      z.strictObject({
        ...field,
        before: text,
        after: text,
        mention: text,
        published: text.optional(),
        corrected: z.boolean()
      })
    ),
    superseded: z.array(text)
  })
)

const merge: z.ZodType<Merge> = named(
  "Merge",
  "Why two mentions were taken for one event: signed parts and their sum",
  z.strictObject({
    mention: text,
    with: text,
    score: z.number(),
    parts: z.array(z.strictObject({says: text, weight: z.number()}))
  })
)

const held = <T extends z.ZodType>(means: T) => z.array(z.strictObject({means, mentions: z.array(text)}))

export const event: z.ZodType<Event> = named(
  "Event",
  "One happening, however many report it; never without a mention",
  z.strictObject({
    id: text,
    type: eventType as unknown as z.ZodType<Event["type"]>,
    modes: z.array(text),
    contexts: z.array(z.enum(contexts)),
    actors: z.array(party),
    recipients: z.array(party),
    place: place.optional(),
    time: timeSpan.optional(),
    timeBasis: basis.optional(),
    status,
    background: z.boolean(),
    tolls: z.array(toll),
    confidence: z.number(),
    mentions: z.tuple([mention], mention),
    values: z.strictObject({time: held(timeSpan), place: held(place), status: held(status), tolls: held(toll)}),
    account: account.optional(),
    merges: z.array(merge),
    links: z.array(z.strictObject({kind: z.enum(["plan-of", "denial-of", "undecided", "stage-of"]), event: text, says: text})),
    outlets: whole,
    independent: whole
  })
)

export const article: z.ZodType<Article> = named(
  "Article",
  "An article as it was read; every offset anywhere points into its text",
  z.strictObject({
    id: text,
    url: text.optional(),
    publisher: text.optional(),
    published: text.optional(),
    title: text.optional(),
    byline: text.optional(),
    language: text.optional(),
    text,
    removed: z
      .array(z.strictObject({at: whole, text, reason: text, instead: text.optional()}))
      .describe("Furniture taken out of the text, in order")
  })
)
