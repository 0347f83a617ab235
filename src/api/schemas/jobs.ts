import * as z from "zod"
import type {Job, View} from "../contract.ts"
import {named, text, whole} from "./named.ts"

export const job: z.ZodType<Job> = named(
  "Job",
  "Reading, or reading again, and how far it is",
  z.strictObject({
    id: text,
    what: z.enum(["read", "recode", "corrections", "preview"]),
    state: z.enum(["waiting", "running", "done", "stopped", "failed"]),
    began: text,
    ended: text.optional(),
    articles: whole.describe("Read so far"),
    sentences: whole,
    mentions: whole,
    skipped: whole,
    left: whole.optional().describe("Articles still to be read again"),
    error: text.optional()
  })
)

export const view: z.ZodType<View> = named(
  "View",
  "Filters with a name",
  z.strictObject({
    name: text.regex(/^[^/\p{Cc}]{1,80}$/u, "a name has 1 to 80 characters and no slash"),
    query: text.max(2000).describe("As in the address of the ledger page: type=AID&since=2024-01-01")
  })
)
