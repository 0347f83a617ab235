import type {Hono} from "hono"
import {skippedInputs} from "../../store/questions/articles.ts"
import {totals} from "../../store/questions/counts.ts"
import type {Explanation, Health} from "../contract.ts"
import {BadRequest, type Desk} from "../desk.ts"

/// The pile as a whole, and one text through every step.
export function pile(app: Hono, desk: Desk): void {
  app.get("/health", async c => {
    const [counts, skipped] = await Promise.all([totals(desk.store), skippedInputs(desk.store)])
    return c.json({version: desk.version, ledger: desk.store.folder, ...counts, skipped} satisfies Health)
  })

  app.post("/explain", async c => {
    const asked = await c.req.json().catch(() => undefined)
    if (typeof asked?.text !== "string") throw new BadRequest('explain wants a JSON body {"text": "…", "date"?: "YYYY-MM-DD"}')
    if (asked.text.length > 200_000) throw new BadRequest(`explain: ${asked.text.length} characters; at most 200000`)
    const {document, mentions, coding} = desk.read(desk.article(asked.text, asked))
    return c.json({
      sentences: document.sentences,
      tokens: document.tokens,
      clauses: document.clauses,
      reports: document.reports,
      mentions,
      events: coding.events,
      uncoded: coding.uncoded.map(u => ({sentence: u.sentence, reason: u.reason}))
    } satisfies Explanation)
  })
}
