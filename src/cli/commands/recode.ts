import {connect} from "../ledger/connect.ts"
import {progress} from "../progress.ts"

/// `annals recode`: reads the stored articles again that were read with other code, data, rules or actors than today's. Interrupted,
/// it goes on where it stopped.
export async function recode(options: {
  readonly ledger: string
  readonly json?: boolean
  readonly jobs?: number
  readonly fast?: boolean
}): Promise<number> {
  const connection = await connect(options)
  const post = async <T>(path: string, body: object = {}): Promise<T> =>
    (await (
      await connection.ask(path, {method: "POST", headers: {"content-type": "application/json"}, body: JSON.stringify(body)})
    ).json()) as T
  const bar = progress(options.json !== true)
  try {
    await post("/api/v1/runs", {what: "recode"})
    const sum = {articles: 0, sentences: 0, mentions: 0}
    for (let left = 1; left > 0; ) {
      const done = await post<typeof sum & {left: number}>("/api/v1/recode")
      sum.articles += done.articles
      sum.sentences += done.sentences
      sum.mentions += done.mentions
      left = done.left
      bar.show(sum.articles, sum.sentences, sum.mentions)
    }
    bar.end()
    const run = await post<{run?: number; changes?: number}>("/api/v1/runs/end")
    if (options.json) process.stdout.write(`${JSON.stringify({...sum, ...run})}\n`)
    else if (sum.articles === 0)
      process.stderr.write("every article was read with this code, data, codebook and actors already\n")
    else
      process.stderr.write(
        `${sum.articles} articles read again, ${sum.mentions} reports coded otherwise, ${run.changes} changes of events; see: annals diff ${run.run! - 1} ${run.run}\n`
      )
    return 0
  } finally {
    bar.end()
    await connection.close()
  }
}
