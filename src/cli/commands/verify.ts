import type {Verification} from "../../api/contract.ts"
import {connect} from "../ledger/connect.ts"

/// `annals verify`: reads every quotation of the ledger again in its article. Exit status 1 if one does not stand.
export async function verify(options: {readonly ledger: string; readonly json?: boolean}): Promise<number> {
  const connection = await connect(options)
  try {
    const found = (await (await connection.ask("/api/v1/verify")).json()) as Verification
    if (options.json) process.stdout.write(`${JSON.stringify(found)}\n`)
    else {
      for (const w of found.wrong)
        process.stdout.write(
          `report ${w.mention.slice(0, 8)}, article ${w.article.slice(0, 8)}: ${JSON.stringify(w.quote)} is ${JSON.stringify(w.found)}\n`
        )
      process.stdout.write(
        `${found.quotes} quotations of ${found.mentions} reports read again: ${found.wrong.length === 0 ? "all stand" : `${found.wrong.length} do not stand`}\n`
      )
    }
    return found.wrong.length === 0 ? 0 : 1
  } finally {
    await connection.close()
  }
}
