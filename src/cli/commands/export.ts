import {exporters} from "../../export/list.ts"
import {connect} from "../ledger/connect.ts"
import {write, writeFile} from "../output.ts"
import {query} from "./events.ts"

export interface ExportOptions {
  readonly ledger: string
  readonly as: string
  readonly out?: string
  readonly [filter: string]: unknown
}

/// The forms `export --as` knows.
export const forms = [
  ...exporters.map(e => ({name: e.name, says: e.says})),
  {name: "parquet", says: "one event a row, typed columns, for R, Python and DuckDB"}
]

/// `annals export --as FORM [-o FILE]`: what `annals events` shows under the same filters, all of it.
export async function exportEvents(options: ExportOptions): Promise<number> {
  if (!forms.some(f => f.name === options.as)) {
    process.stderr.write(`annals export: no form ${JSON.stringify(options.as)}; forms: ${forms.map(f => f.name).join(", ")}\n`)
    return 2
  }
  const connection = await connect(options.ledger)
  try {
    const answer = await connection.ask(`/api/v1/export?${query(options, {as: options.as})}`)
    const list = (await (await connection.ask(`/api/v1/facets?${query(options)}`)).json()) as {total: number}
    if (options.out && options.out !== "-") await writeFile(options.out, answer.body!)
    else await write(process.stdout, answer.body!)
    const empty = list.total === 0 ? "; nothing matches these filters, so there are no rows in it" : ""
    process.stderr.write(`${list.total} events${options.out ? ` in ${options.out}` : ""}${empty}\n`)
    return 0
  } finally {
    await connection.close()
  }
}
