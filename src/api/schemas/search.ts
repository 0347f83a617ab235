import * as z from "zod"
import {named, text, whole} from "./named.ts"

export const hit = named(
  "Hit",
  "Where the words of a search stand: an event, an article, or a sentence of one",
  z.strictObject({
    kind: z.enum(["event", "article", "quote"]),
    id: text.describe("Of the event or the article; of the words (ARTICLE:START-END), where it is a quote"),
    title: text,
    words: text.describe("The sentence in which most of the words stand"),
    marks: z.array(z.strictObject({start: whole, end: whole})).describe("Where they stand in it"),
    event: text.optional(),
    article: text.optional(),
    day: text.optional().describe("Of the event, or on which the article was published"),
    publisher: text.optional(),
    url: text.optional()
  })
)
