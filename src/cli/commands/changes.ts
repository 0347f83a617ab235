import type {Changes, EventChange, RunList} from "../../api/contract.ts"
import {changeFeeds, differing, standing, whereTo} from "../../export/changes.ts"
import {connect} from "../ledger/connect.ts"
import {put, textBody} from "../output.ts"

export interface ChangesOptions {
  readonly ledger: string
  readonly json?: boolean
  readonly limit?: string
  /// A feed instead of a listing: atom, jsonfeed.
  readonly as?: string
  /// Where the ledger is served, for the links of a feed.
  readonly base?: string
  readonly out?: string
}

/// `annals changes --since RUN|DAY`: what is new, grown, changed, merged, split or gone since then, by cause; or as a feed.
export const changes = (since: string, options: ChangesOptions): Promise<number> =>
  tell(`/api/v1/changes?since=${encodeURIComponent(since)}`, options)

/// `annals diff RUN_A RUN_B`: what differs between the ledger after one run and after another.
export const diff = (from: string, to: string, options: ChangesOptions): Promise<number> =>
  tell(`/api/v1/changes?since=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`, options)

async function tell(path: string, options: ChangesOptions): Promise<number> {
  const feed = changeFeeds.find(f => f.name === options.as)
  if (options.as !== undefined && !feed) {
    process.stderr.write(
      `annals changes: no feed ${JSON.stringify(options.as)}; feeds: ${changeFeeds.map(f => f.name).join(", ")}\n`
    )
    return 2
  }
  const connection = await connect(options)
  try {
    const found = (await (await connection.ask(path)).json()) as Changes
    if (!feed) {
      process.stdout.write(options.json ? `${JSON.stringify(found)}\n` : told(found, Number(options.limit ?? 20)))
      return 0
    }
    const {runs} = (await (await connection.ask("/api/v1/runs")).json()) as RunList
    const last = runs.find(r => r.run === found.to)
    const {from, to} = found
    const body = textBody(
      feed.write(found.changes, {
        from,
        to,
        moment: last?.ended ?? last?.began ?? "1970-01-01T00:00:00Z",
        ...(options.base && {base: options.base})
      })
    )
    await put(options.out, body)
    process.stderr.write(
      `${found.changes.length} changes from run ${from} to run ${to}${found.changes.length === 0 ? ": the feed has no entries" : ""}\n`
    )
    return 0
  } finally {
    await connection.close()
  }
}

/// `annals runs`: every run with what it was done with.
export async function runs(options: ChangesOptions): Promise<number> {
  const connection = await connect(options)
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

function line(change: EventChange): string[] {
  const now = change.after ?? change.before
  const head = `  ${change.event.slice(0, 8)}  ${now ? standing(now) : ""}`
  const where = whereTo(change)
  return [where === "" ? head : `${head}  (${where})`, ...differing(change).map(f => `            ${f}`)]
}
