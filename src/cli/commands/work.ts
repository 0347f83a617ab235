import {randomBytes} from "node:crypto"
import {availableParallelism, hostname} from "node:os"
import type {Reading, Skipped} from "../../model/model.ts"
import {claim, giveBack, isNobodyStoring, letGo, openQueue, queueLength, setAside} from "../../store/queue.ts"
import {Away, openStore, type Store} from "../../store/store.ts"
import {putSkipped} from "../../store/writes.ts"
import {deskOn} from "../ledger/desk.ts"
import {compileSparingly} from "../ledger/engine.ts"
import type {Wanted} from "../ledger/own.ts"
import {progress} from "../progress.ts"

export interface WorkOptions extends Wanted {
  readonly ledger: string
  readonly store?: string
  readonly jobs?: number
  /// End when nothing waits any more, instead of waiting for more.
  readonly once?: boolean
  readonly quiet?: boolean
}

/// `annals work --store URL`: reads what waits in a database's queue, beside any number of others who do the same, until interrupted. When
/// the database goes away it is asked again for some minutes; what was in hand is then read by whoever claims it next.
export async function work(options: WorkOptions): Promise<number> {
  if (options.store === undefined) {
    process.stderr.write(
      "annals work: name the database with --store postgres://user@host/name (a ledger in a folder reads by itself)\n"
    )
    return 2
  }
  let stopping = false
  const stop = (): void => {
    if (stopping) process.exit(130)
    stopping = true
    process.stderr.write("\nstopping after the articles in hand\n")
  }
  process.on("SIGINT", stop)
  process.on("SIGTERM", stop)
  const bar = progress(options.quiet !== true)
  const sum = {articles: 0, sentences: 0, mentions: 0, aside: 0}
  let failures = 0
  try {
    while (!stopping) {
      try {
        await untilDone(
          options.store,
          options,
          sum,
          bar,
          () => stopping,
          () => (failures = 0)
        )
        break
      } catch (error) {
        if (!(error instanceof Away) || ++failures > patience.length) throw error
        bar.line(`${(error as Error).message}; asking again in ${patience[failures - 1]} s`)
        await new Promise(done => setTimeout(done, patience[failures - 1]! * 1000))
      }
    }
  } finally {
    bar.end()
    process.off("SIGINT", stop)
    process.off("SIGTERM", stop)
  }
  if (!options.quiet)
    process.stderr.write(
      `${sum.articles} articles read here, ${sum.mentions} reports${sum.aside > 0 ? `, ${sum.aside} set aside` : ""}\n`
    )
  return 0
}

/// Seconds between two attempts at a database that is away.
const patience = [1, 2, 5, 10, 20, 30, 60, 60]

/// In whose name articles are claimed: no two processes have the same, wherever they run.
const me = `${hostname()} ${process.pid} ${randomBytes(4).toString("hex")}`

/// So many articles are claimed at once for each that is read at once, and in all; so many may wait to be stored, and so long (ms): claims
/// hold for five minutes.
const most = {claimed: 16, claimedInAll: 96, waiting: 128, held: 60_000}
/// Storing may take this share of the time; then more are stored at once, which costs little more than to store a few.
const storingShare = 0.1

type Sum = {articles: number; sentences: number; mentions: number; aside: number}

/// Works until nothing waits (or, without `once`, until told to stop). Writers take turns: who comes while another stores reads on instead of
/// waiting, and who stores does nothing else on this thread until it is done. Other threads read meanwhile.
export async function untilDone(
  url: string,
  options: Pick<WorkOptions, "ledger" | "jobs" | "model" | "fast" | "once">,
  sum: Sum,
  bar: Pick<ReturnType<typeof progress>, "show">,
  isStopping: () => boolean,
  done: () => void = () => {}
): Promise<void> {
  compileSparingly()
  const store = await openStore(options.ledger, true, url)
  const jobs = options.jobs ?? availableParallelism()
  const desk = deskOn(store, {token: "own", wanted: options, jobs})
  try {
    await openQueue(store)
    await giveBack(store, me)
    let waiting: (Reading | Skipped)[] = []
    let ids: string[] = []
    let stored = {at: performance.now(), took: 0}
    const flush = async (): Promise<void> => {
      if (ids.length === 0) return
      const from = performance.now()
      const written = await put(store, desk, waiting, ids)
      waiting = []
      ids = []
      stored = {at: performance.now(), took: performance.now() - from}
      sum.articles += written.articles
      sum.sentences += written.sentences
      sum.mentions += written.mentions
      sum.aside += written.aside
      bar.show(sum.articles, sum.sentences, sum.mentions)
      done()
    }
    const isTime = async (): Promise<boolean> => {
      const spent = performance.now() - stored.at
      if (ids.length >= most.waiting || spent > most.held) return true
      return ids.length > 0 && stored.took < storingShare * spent && isNobodyStoring(store)
    }
    while (!isStopping()) {
      const articles = await claim(store, me, Math.min(most.claimed * jobs, most.claimedInAll))
      if (articles.length === 0) {
        await flush()
        sum.aside += (await setAside(store)).length
        const left = await queueLength(store)
        if (options.once && left.waiting + left.taken === 0) break
        await new Promise(go => setTimeout(go, options.once ? 300 : 2000))
        continue
      }
      const reading = desk.crew.read(articles)
      reading.catch(() => {})
      if (await isTime()) await flush()
      waiting.push(...(await reading))
      ids.push(...articles.map(a => a.id))
    }
    await flush()
  } finally {
    await desk.close().catch(() => {})
    await store.close().catch(() => {})
  }
}

async function put(
  store: Store,
  desk: ReturnType<typeof deskOn>,
  read: readonly (Reading | Skipped)[],
  ids: readonly string[]
): Promise<Sum> {
  const aside = read.filter((r): r is Skipped => "reason" in r)
  const readings = read.filter((r): r is Reading => "article" in r)
  const written = await desk.keeper.put(readings, undefined, async () => {
    await putSkipped(store, aside)
    await letGo(store, ids)
  })
  return {...written, aside: aside.length}
}
