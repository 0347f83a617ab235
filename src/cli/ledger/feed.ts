import type {Article, Skipped} from "../../model/model.ts"
import type {Connection} from "./connect.ts"

/// What has been put into a ledger so far.
export interface Fed {
  readonly articles: number
  /// Articles that were there already.
  readonly known: number
  readonly sentences: number
  readonly mentions: number
  readonly skipped: readonly Skipped[]
}

/// How much makes a batch, and how many batches may be on their way: while many articles are stored at once, as many more are read.
const most = {inputs: 24, characters: 400_000, batches: 24}

/// Puts inputs into a ledger batch by batch; each batch is stored whole or not at all. Yields after each. The next batches are gathered
/// and read while one is stored. Long articles make small batches, so that memory stays flat.
export async function* feed(connection: Connection, inputs: AsyncIterable<Article | Skipped>): AsyncGenerator<Fed> {
  const fed = {articles: 0, known: 0, sentences: 0, mentions: 0, skipped: [] as Skipped[]}
  let batch: (Article | Skipped)[] = []
  let characters = 0
  const underWay: Promise<void>[] = []
  const put = async (batch: readonly (Article | Skipped)[]): Promise<void> => {
    const answer = await connection.ask("/api/v1/articles", {
      method: "POST",
      headers: {"content-type": "application/json"},
      body: JSON.stringify({articles: batch})
    })
    const written = (await answer.json()) as {articles: number; sentences: number; mentions: number; aside?: readonly Skipped[]}
    const aside = written.aside ?? []
    fed.articles += written.articles
    fed.known += batch.filter(i => "text" in i).length - written.articles - aside.length
    fed.sentences += written.sentences
    fed.mentions += written.mentions
    fed.skipped.push(...aside)
  }
  /// Starts to put in the batch in hand, and waits for the oldest if too many are under way.
  const flush = async (): Promise<void> => {
    const next = put(batch)
    next.catch(() => {})
    underWay.push(next)
    batch = []
    characters = 0
    if (underWay.length > most.batches) await underWay.shift()
  }
  try {
    for await (const input of inputs) {
      batch.push(input)
      if ("reason" in input) fed.skipped.push(input)
      else characters += input.text.length
      if (batch.length < most.inputs && characters < most.characters) continue
      await flush()
      yield fed
    }
    if (batch.length > 0) await flush()
  } finally {
    for (const one of underWay) await one
  }
  yield fed
}
