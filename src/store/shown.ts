import type {Event} from "../model/model.ts"
import {shownOf} from "./rows.ts"
import type {Store} from "./store.ts"

/// Fills in what lists and counts read of events, in a ledger whose shape had no columns for it, and makes the index of words that
/// the filter `search` asks. Does nothing where that was done, and goes on where it was broken off. It takes some minutes for a million
/// events, once.
export async function shown(store: Store, findable: () => Promise<void>): Promise<void> {
  const due = "select min(rowid) as first, max(rowid) as last from events where line is null"
  const [{first, last} = {}] = await store.rows<{first?: number; last?: number}>(due)
  if (first === undefined || last === undefined) return
  await findable()
  for (let from = Math.floor(first / group) * group; from <= last; from += group) {
    await store.transaction(async () => {
      await store.run(
        "create or replace temp table filled (spot bigint, month integer, who varchar, whom varchar, told_by varchar, line varchar)"
      )
      for (let at = from; at < from + group; at += page) {
        const rows = await store.rows<{spot: number; body: string; quote: string}>(
          `select rowid as spot, body, quote from events where rowid >= ${at} and rowid < ${at + page}`
        )
        if (rows.length === 0) continue
        const lines = rows.map(({spot, body, quote}) => ({spot, ...shownOf(JSON.parse(body) as Event, quote)}))
        await store.run(
          `insert into filled select unnest(from_json(cast($1 as json), '[{"spot":"bigint","month":"integer","who":"varchar","whom":"varchar","told_by":"varchar","line":"varchar"}]'), max_depth := 2)`,
          [JSON.stringify(lines)]
        )
      }
      await store.run(
        `update events set month = f.month, who = f.who, whom = f.whom, told_by = f.told_by, line = f.line, doc = d.doc
         from filled f join events o on o.rowid = f.spot left join docs d on d.kind = 'events' and d.id = o.id where events.rowid = f.spot`
      )
    })
  }
  await store.run("drop table if exists filled")
}

/// So many rows lie together in the file.
const group = 122_880
const page = 6_144
