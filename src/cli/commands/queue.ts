import {articlesFrom} from "../../articles/read.ts"
import type {Article, Skipped} from "../../model/model.ts"
import {enqueue, openQueue} from "../../store/queue.ts"
import {openStore} from "../../store/store.ts"
import {writeSkipped} from "../../store/writes.ts"
import {howToRead} from "../ledger/columns.ts"
import {progress} from "../progress.ts"
import type {ReadOptions} from "./read.ts"
import {untilDone} from "./work.ts"

/// Puts a pile into the queue of a database, and works at it until nothing waits.
export async function readByQueue(paths: readonly string[], options: ReadOptions, url: string): Promise<number> {
  const bar = progress(options.quiet !== true && options.json !== true)
  const sum = {articles: 0, sentences: 0, mentions: 0, aside: 0}
  const began = performance.now()
  let queued = 0
  let there = 0
  let skipped = 0
  try {
    const store = await openStore(options.ledger, false, url)
    try {
      await openQueue(store)
      let batch: (Article | Skipped)[] = []
      const flush = async (): Promise<void> => {
        const articles = batch.filter((i): i is Article => "text" in i)
        const aside = batch.filter((i): i is Skipped => "reason" in i)
        const fresh = await enqueue(store, articles)
        await writeSkipped(store, aside)
        for (const {path, reason} of aside) bar.line(`skipped ${path}: ${reason}`)
        queued += fresh
        there += articles.length - fresh
        skipped += aside.length
        batch = []
        bar.show(queued + there, 0, 0)
      }
      for await (const input of articlesFrom(paths, howToRead(paths, options))) if (batch.push(input) >= 100) await flush()
      await flush()
    } finally {
      await store.close()
    }
    if (!options.queueOnly) await untilDone(url, {...options, once: true}, sum, bar, () => false)
  } finally {
    bar.end()
  }
  const seconds = Math.round((performance.now() - began) / 10) / 100
  if (options.json) process.stdout.write(`${JSON.stringify({queued, known: there, skipped, ...sum, seconds})}\n`)
  else if (!options.quiet)
    process.stderr.write(
      `${queued} articles queued, ${there} already there, ${skipped} skipped; ${sum.articles} read here, ${sum.mentions} reports, in ${seconds} s\n` +
        (options.queueOnly ? "read them with any number of: annals work --store …\n" : "")
    )
  return options.strict && skipped > 0 ? 3 : 0
}
