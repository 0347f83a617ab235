import {contentId} from "../../model/model.ts"
import {noteOf, putNote} from "../../store/runs.ts"
import {openStore} from "../../store/store.ts"
import {deskOn} from "../ledger/desk.ts"
import {ownerOf} from "../ledger/owner.ts"
import {readingsIn, shardsIn} from "../ledger/shards.ts"
import {progress} from "../progress.ts"

export interface GatherOptions {
  readonly ledger: string
  /// Gather what is there, though parts are missing.
  readonly partial?: boolean
  readonly json?: boolean
}

/// `annals gather FOLDER`: puts what `annals read --shard` has read into a ledger. What is there already adds nothing; interrupted, it
/// goes on where it stopped.
export async function gather(folder: string, options: GatherOptions): Promise<number> {
  const owner = ownerOf(options.ledger)
  if (owner) {
    process.stderr.write(`process ${owner.pid} serves the ledger ${options.ledger}; stop it, then gather\n`)
    return 1
  }
  const shards = shardsIn(folder, options.partial)
  const store = await openStore(options.ledger)
  const desk = deskOn(store, {token: "own", jobs: 1})
  const bar = progress(options.json !== true)
  const sum = {shards: 0, articles: 0, sentences: 0, mentions: 0, skipped: 0}
  try {
    await desk.keeper.begin("read")
    for (const shard of shards) {
      const mark = `gathered ${contentId(JSON.stringify(shard))}`
      if ((await noteOf(store, mark)) === undefined) {
        for await (const readings of readingsIn(folder, shard)) {
          const put = await desk.keeper.put(readings, shard.coder)
          sum.articles += put.articles
          sum.sentences += put.sentences
          sum.mentions += put.mentions
          bar.show(sum.articles, sum.sentences, sum.mentions)
        }
        await desk.keeper.add(shard.skipped)
        await desk.keeper.settle()
        await putNote(store, mark, {shard: shard.shard, of: shard.of})
        sum.shards++
      }
      sum.skipped += shard.skipped.length
    }
  } finally {
    bar.end()
    await desk.close()
    await store.close()
  }
  if (options.json) process.stdout.write(`${JSON.stringify(sum)}\n`)
  else
    process.stderr.write(
      `${sum.articles} articles of ${sum.shards} new shards (${shards.length} there), ${sum.mentions} reports, ${sum.skipped} skipped\n` +
        `ledger ${options.ledger}; look at it with: annals open --ledger ${options.ledger}\n`
    )
  return 0
}
