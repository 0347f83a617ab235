import type {Column} from "../../export/flat.ts"
import {commas} from "../../export/lines.ts"
import {daysAfter, type Event} from "../../model/model.ts"
import {openResources} from "../../resources.ts"
import {compared, type Match} from "../compare/match.ts"
import {type Dataset, datasets, type Row, theirRows} from "../compare/theirs.ts"
import {connect} from "../ledger/connect.ts"
import {objectsOf} from "../lines.ts"
import {put, textBody} from "../output.ts"
import {query} from "./events.ts"

export interface CompareOptions {
  readonly ledger: string
  readonly as: string
  readonly days: string
  readonly out?: string
  readonly [filter: string]: unknown
}

const columns: readonly Column[] = (
  [
    "kind",
    "their_id",
    "their_date",
    "their_type",
    "event_id",
    "event_date",
    "event_type",
    "event_mode",
    "actor",
    "recipient",
    "status",
    "differs",
    "quote"
  ] as const
).map(name => ({name, type: "text", says: name}))

/// `annals compare FILE --as icews`: which of their rows we have too, which differ how, what only one side has.
export async function compare(file: string, options: CompareOptions): Promise<number> {
  const dataset = datasets.find(d => d === options.as)
  if (!dataset || !/^\d{1,2}$/.test(options.days)) {
    process.stderr.write(
      dataset
        ? `annals compare: --days ${options.days} is no small whole number\n`
        : `annals compare: no data set ${JSON.stringify(options.as)}; there are ${datasets.join(", ")}\n`
    )
    return 2
  }
  const {rows, left} = await theirs(file, dataset)
  const days = rows.map(r => r.day).sort()
  if (rows.length === 0) {
    process.stderr.write(
      `annals compare: ${file} has no row that can be compared (${[...left].map(([why, n]) => `${n} with ${why}`).join(", ") || "it is empty"})\n`
    )
    return 1
  }
  const connection = await connect(options)
  try {
    // ours of the days that theirs cover
    const span = {since: days[0]!, until: daysAfter(days.at(-1)!, 1)}
    const answer = await connection.ask(`/api/v1/export?${query({...span, ...options}, {as: "jsonl"})}`)
    const events: Event[] = []
    for await (const event of objectsOf<Event>(answer)) events.push(event)
    const matches = compared(rows, events, dataset, Number(options.days))
    await put(options.out, textBody(lines(matches)))
    const count = (kind: Match["kind"]): number => matches.filter(m => m.kind === kind).length
    process.stderr.write(
      `${rows.length} rows of ${dataset}, ${events.length} events of ours from ${span.since} to ${days.at(-1)}: ${count("both")} in both, ${count("differs")} in both but differing, ${count("only theirs")} only theirs, ${count("only ours")} only ours\n`
    )
    for (const [why, n] of left) process.stderr.write(`${n} of their rows were not compared: ${why}\n`)
    return 0
  } finally {
    await connection.close()
  }
}

async function theirs(file: string, dataset: Dataset): Promise<{rows: Row[]; left: ReadonlyMap<string, number>}> {
  const names = new Map<string, string>()
  for (const {iso3, name} of openResources().rows("actors/countries.tsv")) {
    if (!iso3) continue
    names.set(iso3, iso3)
    if (name) names.set(name.toLowerCase(), iso3)
  }
  const rows: Row[] = []
  const left = new Map<string, number>()
  for await (const row of theirRows(file, dataset, name => names.get(name) ?? names.get(name.toLowerCase()))) {
    if ("reason" in row) left.set(row.reason, (left.get(row.reason) ?? 0) + 1)
    else rows.push(row)
  }
  return {rows, left}
}

function* lines(matches: readonly Match[]): Generator<string> {
  yield commas.head(columns)
  for (const {kind, theirs, ours, says} of matches) {
    yield commas.line(columns, {
      kind,
      their_id: theirs?.id,
      their_date: theirs?.day,
      their_type: theirs?.type,
      event_id: ours?.id,
      event_date: ours?.time?.from,
      event_type: ours?.type,
      event_mode: ours?.modes.join(";") || undefined,
      actor: (ours?.actors.map(p => p.name) ?? theirs?.actors)?.join("; "),
      recipient: (ours?.recipients.map(p => p.name) ?? theirs?.recipients)?.join("; "),
      status: ours?.status,
      differs: says || undefined,
      quote: ours?.mentions[0].predicate.quote
    })
  }
}
