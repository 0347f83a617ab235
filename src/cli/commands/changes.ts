import type {Changes, EventChange, EventSummary, RunList} from "../../api/contract.ts"
import {connect} from "../ledger/connect.ts"

export interface ChangesOptions {
  readonly ledger: string
  readonly json?: boolean
  readonly limit?: string
}

/// `annals changes --since RUN|DAY`: what is new, grown, changed, merged, split or gone since then, by cause.
export const changes = (since: string, options: ChangesOptions): Promise<number> =>
  tell(`/api/v1/changes?since=${encodeURIComponent(since)}`, options)

/// `annals diff RUN_A RUN_B`: what differs between the ledger after one run and after another.
export const diff = (from: string, to: string, options: ChangesOptions): Promise<number> =>
  tell(`/api/v1/changes?since=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`, options)

async function tell(path: string, options: ChangesOptions): Promise<number> {
  const connection = await connect(options.ledger)
  try {
    const found = (await (await connection.ask(path)).json()) as Changes
    process.stdout.write(options.json ? `${JSON.stringify(found)}\n` : told(found, Number(options.limit ?? 20)))
    return 0
  } finally {
    await connection.close()
  }
}

/// `annals runs`: every run with what it was done with.
export async function runs(options: ChangesOptions): Promise<number> {
  const connection = await connect(options.ledger)
  try {
    const list = (await (await connection.ask("/api/v1/runs")).json()) as RunList
    const lines = list.runs.map(
      r =>
        `${r.run}  ${r.id.slice(0, 8)}  ${r.began?.slice(0, 16) ?? ""}  ${r.what}: ${r.articles} articles, ${r.mentions} reports, ${r.changes} changes of events\n` +
        `   annals ${r.version}; ${Object.entries(r.hashes)
          .map(([name, hash]) => `${name} ${hash.slice(0, 8) || "none"}`)
          .join(", ")}\n`
    )
    process.stdout.write(options.json ? `${JSON.stringify(list)}\n` : lines.join("") || "no runs yet\n")
    return 0
  } finally {
    await connection.close()
  }
}

const kinds = ["added", "changed", "merged", "split", "renamed", "removed"] as const

/// Changes by cause and kind, at most so many of each.
function told({from, to, changes}: Changes, most: number): string {
  const lines = [`from run ${from} to run ${to}: ${changes.length} events differ`]
  const causes = [...new Set(changes.map(c => c.causes.join(", ")))].sort()
  for (const cause of causes) {
    for (const kind of kinds) {
      const here = changes.filter(c => c.kind === kind && c.causes.join(", ") === cause)
      if (here.length === 0) continue
      lines.push("", `${kind} by ${cause}: ${here.length}`, ...here.slice(0, most).flatMap(line))
      if (here.length > most) lines.push(`  … and ${here.length - most} more; --limit N shows more, --json all`)
    }
  }
  return `${lines.join("\n")}\n`
}

function line({event, other, kind, before, after}: EventChange): string[] {
  const now = after ?? before
  const head = `  ${event.slice(0, 8)}  ${now ? short(now) : ""}`
  const where = {merged: "into", split: "out of", renamed: "before", added: "", changed: "", removed: ""}[kind]
  const fields = before && after ? differing(before, after) : []
  return [other && where ? `${head}  (${where} ${other.slice(0, 8)})` : head, ...fields.map(f => `            ${f}`)]
}

const short = (e: EventSummary): string =>
  `${e.type}${e.modes[0] ? ` ${e.modes[0]}` : ""}  ${e.actors.join(", ") || "–"} → ${e.recipients.join(", ") || "–"}  ${e.from ?? "no day said"}  ${e.place ?? ""}`.trimEnd()

/// "tolls: killed 12 → killed 9".
function differing(before: EventSummary, after: EventSummary): string[] {
  const text = (value: unknown): string => (Array.isArray(value) ? value.join(", ") : String(value ?? "")) || "nothing"
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof EventSummary)[]
  return names
    .filter(name => name !== "mentions" && JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map(name => `${name}: ${text(before[name])} → ${text(after[name])}`)
    .concat(
      before.mentions.length === after.mentions.length ? [] : [`reports: ${before.mentions.length} → ${after.mentions.length}`]
    )
}
