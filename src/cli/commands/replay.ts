import {join} from "node:path"
import type {CorrectionList} from "../../api/contract.ts"
import {connect} from "../ledger/connect.ts"
import {countsTold} from "./review.ts"

/// `annals replay`: lays the corrections over the ledger as it is read now, and says what became of each. With `check` the exit status
/// is 1 if one is in conflict or has lost its words.
export async function replay(options: {
  readonly ledger: string
  readonly check?: boolean
  readonly json?: boolean
}): Promise<number> {
  const connection = await connect(options)
  try {
    const found = (await (await connection.ask("/api/v1/corrections?limit=100000")).json()) as CorrectionList
    const open = found.corrections.filter(c => c.state === "conflict" || c.state === "orphan").reverse()
    if (options.json) process.stdout.write(`${JSON.stringify({counts: found.counts, open})}\n`)
    else {
      const path = join(options.ledger, "corrections.jsonl")
      for (const {correction, state, says, line} of open)
        process.stdout.write(`${path}:${line}: ${state}: ${correction.op} by ${correction.who}: ${says}\n`)
      process.stdout.write(countsTold(found.counts))
    }
    return options.check && open.length > 0 ? 1 : 0
  } finally {
    await connection.close()
  }
}
