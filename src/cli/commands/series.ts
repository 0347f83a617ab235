import {connect} from "../ledger/connect.ts"
import {write, writeFile} from "../output.ts"
import {query} from "./events.ts"

export interface SeriesOptions {
  readonly ledger: string
  readonly unit: string
  readonly measure: string
  readonly fill: string
  readonly as: string
  readonly out?: string
  readonly [filter: string]: unknown
}

/// `annals series --unit dyad-month`: a panel of counts for R and Python; every row carries the query that lists its events.
export async function series(options: SeriesOptions): Promise<number> {
  const connection = await connect(options.ledger)
  try {
    const {unit, measure, fill, as} = options
    const answer = await connection.ask(`/api/v1/panel?${query(options, {panel: unit, measure, fill, as})}`)
    if (options.out && options.out !== "-") await writeFile(options.out, answer.body!)
    else await write(process.stdout, answer.body!)
    const left = JSON.parse(answer.headers.get("x-left-out") ?? "{}") as {undated: number; vague: number; sideless: number}
    const [side, step] = unit.split("-")
    const why = [
      left.undated && `${left.undated} without a date`,
      left.vague && `${left.vague} told more vaguely than a ${step}`,
      left.sideless &&
        `${left.sideless} without ${side === "dyad" ? "both sides" : `a${side === "actor" ? "n actor" : " country"}`}`
    ].filter(words => words)
    process.stderr.write(why.length > 0 ? `events in no row: ${why.join(", ")}\n` : "every event stands in a row\n")
    return 0
  } finally {
    await connection.close()
  }
}
