import type {EventList, EventRow} from "../../api/contract.ts"
import {filterNames} from "../../store/filters.ts"
import {connect} from "../ledger/connect.ts"
import {write} from "../output.ts"
import {clip, table} from "../table.ts"
import {codeOf, dayOf} from "../words.ts"

export interface EventsOptions {
  readonly ledger: string
  readonly jsonl?: boolean
  readonly json?: boolean
  readonly csv?: boolean
  readonly limit?: string
  /// Filters, as the API takes them.
  readonly [filter: string]: unknown
}

/// The query string of the filters among some options.
export function query(options: Readonly<Record<string, unknown>>, more: Readonly<Record<string, string>> = {}): string {
  const asked = new URLSearchParams(more)
  for (const name of filterNames) if (typeof options[name] === "string") asked.set(name, options[name] as string)
  return asked.toString()
}

/// `annals events`: the ledger's rows as a table, or as JSONL, JSON or CSV.
export async function events(options: EventsOptions): Promise<number> {
  const connection = await connect(options)
  try {
    if (options.csv || options.jsonl) {
      const answer = await connection.ask(
        `/api/v1/export?${query(options, {as: options.csv ? "csv" : "jsonl", ...(options.limit !== undefined && {limit: String(options.limit)})})}`
      )
      await write(process.stdout, answer.body!)
      return 0
    }
    const most = options.limit === undefined ? (options.json ? Number.POSITIVE_INFINITY : 50) : Number(options.limit)
    const rows: EventRow[] = []
    let next: string | null = ""
    let total: number | undefined
    while (next !== null && rows.length < most) {
      const page = {limit: String(Math.min(1000, most - rows.length)), total: "1", ...(next && {cursor: next})}
      const list = (await (await connection.ask(`/api/v1/events?${query(options, page)}`)).json()) as EventList
      rows.push(...list.events)
      next = list.next
      total = list.total
    }
    if (options.json) {
      process.stdout.write(`${JSON.stringify({events: rows, next, total})}\n`)
      return 0
    }
    process.stdout.write(
      table(["id", "when", "status", "type", "who", "to whom", "where", "sure", "told"], rows.map(line), process.stdout.columns)
    )
    const said = total === rows.length ? `${total} events` : `${rows.length} of ${total} events; more with --limit N`
    process.stderr.write(`${said}${total === 0 ? "; nothing matches these filters" : ""}\n`)
    return 0
  } finally {
    await connection.close()
  }
}

const line = (row: EventRow): string[] => [
  row.id.slice(0, 8),
  dayOf(row.time),
  row.background ? `${row.status} (background)` : row.status,
  row.mode ? `${row.type} ${row.mode}` : row.type,
  clip(row.actors.map(p => p.name).join(", ") || "–", 34),
  clip(row.recipients.map(p => p.name).join(", ") || "–", 34),
  clip(
    row.place
      ? row.place.country && row.place.grain !== "country"
        ? `${row.place.name} (${codeOf(row.place)})`
        : row.place.name
      : "–",
    24
  ),
  row.confidence.toFixed(2),
  row.outlets > 1 ? `${row.reports} by ${row.outlets}` : String(row.reports)
]
