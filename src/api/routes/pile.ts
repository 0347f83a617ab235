import * as z from "zod"
import {skippedInputs} from "../../store/questions/articles.ts"
import {totals} from "../../store/questions/counts.ts"
import type {Explanation, Health} from "../contract.ts"
import {type Route, route} from "../route.ts"
import {health} from "../schemas/answers.ts"
import {explanation} from "../schemas/document.ts"
import {text} from "../schemas/named.ts"

const explained = z.strictObject(
  {
    text: z.string().max(200_000, {error: issue => `${String(issue.input).length} characters; at most 200000`}),
    date: text
      .regex(/^\d{4}-\d{2}-\d{2}$/, "days look like 2023-09-13")
      .describe("The day it was published")
      .optional(),
    title: text.optional(),
    publisher: text.optional()
  },
  {error: 'explain wants a JSON body {"text": "…", "date"?: "YYYY-MM-DD"}'}
)

/// The pile as a whole, and one text through every step.
export const pile: readonly Route[] = [
  route({
    method: "get",
    path: "/health",
    name: "getHealth",
    says: "What the pile is like: how much there is, what is undated or unplaced, what was skipped and why",
    answer: health,
    async reply({desk}) {
      const [counts, skipped] = await Promise.all([totals(desk.store), skippedInputs(desk.store)])
      return {version: desk.version, ledger: desk.store.folder, ...counts, skipped} satisfies Health
    }
  }),

  route({
    method: "post",
    path: "/explain",
    name: "explain",
    says: "One text through every step; nothing of it is stored",
    body: explained,
    answer: explanation,
    async reply({desk, body: {text, ...about}}) {
      const given = Object.fromEntries(Object.entries(about).filter(([, value]) => value !== undefined))
      const {document, mentions, coding} = desk.read(desk.article(text, given))
      return {
        sentences: document.sentences,
        tokens: document.tokens,
        clauses: document.clauses,
        reports: document.reports,
        mentions,
        events: coding.events,
        uncoded: coding.uncoded.map(u => ({sentence: u.sentence, reason: u.reason}))
      } satisfies Explanation
    }
  })
]
