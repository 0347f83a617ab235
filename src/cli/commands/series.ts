import {type Measure, measures, panelColumns} from "../../export/panel.ts"
import {parquetOf} from "../../store/parquet.ts"
import {connect} from "../ledger/connect.ts"
import {objectsOf} from "../lines.ts"
import {put} from "../output.ts"
import {query} from "./events.ts"

export interface SeriesOptions {
  readonly ledger: string
  readonly unit: string
  readonly measure: string
  readonly fill: string
  readonly as?: string
  readonly out?: string
  readonly [filter: string]: unknown
}

const forms = ["csv", "tsv", "jsonl", "parquet"]

/// `annals series --unit dyad-month`: a panel of counts for R and Python; every row carries the query that lists its events.
export async function series(options: SeriesOptions): Promise<number> {
  const as = options.as ?? forms.find(f => options.out?.endsWith(`.${f}`)) ?? "csv"
  if (!forms.includes(as)) {
    process.stderr.write(`annals series: no form ${JSON.stringify(as)}; forms: ${forms.join(", ")}\n`)
    return 2
  }
  const connection = await connect(options)
  try {
    const {unit, measure, fill} = options
    const asked = {panel: unit, measure, fill, as: as === "parquet" ? "jsonl" : as}
    const answer = await connection.ask(`/api/v1/panel?${query(options, asked)}`)
    await put(options.out, as === "parquet" ? await parquet(unit, measure, answer) : answer.body!)
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

/// The panel's rows with the columns' own types.
async function parquet(unit: string, measure: string, answer: Response): Promise<ReadableStream<Uint8Array>> {
  const asked = measure.split(",").map(m => m.trim() as Measure)
  const columns = panelColumns(
    unit.split("-")[0] as "dyad" | "country" | "actor",
    measures.filter(m => asked.includes(m))
  )
  const bytes = await parquetOf(columns, objectsOf<object>(answer))
  return new Blob([bytes as Uint8Array<ArrayBuffer>]).stream()
}
