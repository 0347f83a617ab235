import {extname} from "node:path"
import {Worker} from "node:worker_threads"
import type {Article, Reading, Skipped} from "../../model/model.ts"
import type {Wanted} from "./own.ts"

/// Reads articles, in the order given. A reading carries what is stored of it, no more. An article that cannot be read comes back
/// with the reason.
export interface Crew {
  read(articles: readonly Article[]): Promise<readonly (Reading | Skipped)[]>
  /// From now on reads with what the ledger's folder holds now; what is being read is begun again.
  renew(): void
  close(): Promise<void>
}

/// What is stored of a reading; the rest need not travel nor be held until then.
const slim = ({article, document, coding}: Reading): Reading => ({
  article,
  document: {...document, tokens: [], clauses: [], reports: [], notes: []},
  mentions: {names: [], actors: [], places: [], times: []},
  coding
})

/// One article, read as far as it is stored, or why it cannot be.
export function stored(read: (article: Article) => Reading, article: Article): Reading | Skipped {
  try {
    return slim(read(article))
  } catch (error) {
    return aside(article, (error as Error).message)
  }
}

/// Reads on this thread.
export const alone = (read: (article: Article) => Reading): Crew => ({
  read: async articles => articles.map(article => stored(read, article)),
  renew() {},
  close: async () => {}
})

/// What inputs hold, read by `readers` and given in their order; what was skipped passes through.
export async function* readInOrder(inputs: AsyncIterable<Article | Skipped>, readers: Crew): AsyncGenerator<Reading | Skipped> {
  let batch: (Article | Skipped)[] = []
  let last: Promise<readonly (Reading | Skipped)[]> = Promise.resolve([])
  const start = (): typeof last => {
    const [inputs, before] = [batch, last]
    batch = []
    last = readers.read(inputs.filter((i): i is Article => "text" in i)).then(read => {
      let at = 0
      return inputs.map(i => ("text" in i ? read[at++]! : i))
    })
    return before
  }
  for await (const input of inputs) if (batch.push(input) >= 24) yield* await start()
  yield* await start()
  yield* await last
}

/// So many articles at once are worth starting threads for, which open words and weights each for itself.
const worthwhile = 8

/// So many articles a thread holds at once: it reads on while this one is busy with what was read.
const inHand = 6

/// Of what a thread has just made it keeps so much (MB) before it looks what of it is needed: of one article little is, once it is read.
const young = 24

interface Hand {
  readonly worker: Worker
  /// What it holds, the one it reads first.
  readonly jobs: Job[]
}

interface Job {
  readonly article: Article
  /// How many threads have died with it in hand.
  deaths: number
  done(read: Reading | Skipped): void
}

/// Reads on `size` threads of this process, each with a reader of its own, for the ledger in `folder` (whose actors, codebook and model
/// count). Few articles are read by `here`, until threads are there. A thread that dies takes nothing with it: its article is read once
/// more by another, and after the second death it is set aside.
export function crew(size: number, folder: string, wanted: Wanted | undefined, here: Crew, hand = handFile()): Crew {
  const hands: Hand[] = []
  const jobs: Job[] = []
  let closing = false

  /// What waits goes round, so that few articles are read by many threads. An article that was there when a thread died is held alone.
  const deal = (): void => {
    for (let held = 0; held < inHand; held++) {
      for (const hand of hands) {
        const [job] = jobs
        if (!job) return
        if (hand.jobs.length > (job.deaths > 0 ? 0 : held) || hand.jobs.some(j => j.deaths > 0)) continue
        jobs.shift()
        hand.jobs.push(job)
        hand.worker.postMessage(job.article)
      }
    }
  }
  const hire = (): void => {
    const worker = new Worker(hand, {
      resourceLimits: {maxYoungGenerationSizeMb: young},
      workerData: {folder, model: wanted?.model, fast: wanted?.fast}
    })
    const one: Hand = {worker, jobs: []}
    hands.push(one)
    worker.on("message", (read: Reading | Skipped) => {
      if (!hands.includes(one)) return
      one.jobs.shift()?.done(read)
      deal()
    })
    const lost = (error: Error): void => {
      const at = hands.indexOf(one)
      if (at === -1) return
      hands.splice(at, 1)
      if (closing) return
      for (const job of one.jobs.reverse()) {
        if (++job.deaths < 2) jobs.unshift(job)
        else job.done(aside(job.article, `ended the reading thread twice, ${error.message}`))
      }
      if (jobs.length > 0) hire()
      deal()
    }
    worker.on("error", lost)
    worker.on("exit", code => lost(new Error(`exit ${code}`)))
  }

  return {
    read(articles) {
      if (hands.length === 0 && articles.length < worthwhile) return here.read(articles)
      const all = articles.map(article => new Promise<Reading | Skipped>(done => jobs.push({article, deaths: 0, done})))
      while (hands.length < size && hands.length < jobs.length) hire()
      deal()
      return Promise.all(all)
    },
    renew() {
      here.renew()
      for (const hand of hands.splice(0)) {
        jobs.unshift(...hand.jobs)
        hand.worker.terminate()
      }
      while (hands.length < size && hands.length < jobs.length) hire()
      deal()
    },
    async close() {
      closing = true
      await here.close()
      await Promise.all(hands.map(hand => hand.worker.terminate()))
    }
  }
}

/// What a thread runs: built, it lies beside the built program.
const handFile = (): URL => new URL(`./hand${extname(import.meta.url)}`, import.meta.url)

const aside = (article: Article, why: string): Skipped => ({
  path: article.url ?? article.title ?? article.id,
  reason: `could not be read (${why}): leave it out, and report it with its text`
})
