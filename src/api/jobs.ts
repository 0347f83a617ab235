import type {Article, Skipped} from "../model/model.ts"
import type {Job} from "./contract.ts"
import type {Desk, Trial} from "./desk.ts"

/// Work that takes a while: reading that the page has begun, reading that a command hands over, reading again. One at a time; who
/// watches is told of every step.
export interface Jobs {
  readonly all: () => readonly Job[]
  one(id: string): Job | undefined
  /// Begins to read, to read again or to try what would change, when nothing else is under way.
  start(work: Work): Job
  /// What a job tries, if it is of that kind.
  trial(id: string): Trial | undefined
  /// Breaks off after the batch in hand; what was stored stays.
  stop(id: string): Job | undefined
  /// Told of each change of a job until the function it returns is called.
  watch(id: string, told: (job: Job) => void): () => void
  /// What is done by somebody else, step by step.
  readonly abroad: {begin(what: Job["what"]): void; took(step: Step): void; end(): void}
}

export type Work =
  | {readonly what: "recode"}
  | {readonly what: "read"; readonly inputs: AsyncIterable<Article | Skipped>}
  | {readonly what: "preview"; readonly trial: Trial}

interface Step {
  readonly articles: number
  readonly sentences: number
  readonly mentions: number
  readonly skipped?: number
  readonly left?: number
}

/// Jobs that are over are remembered up to this many.
const remembered = 50

/// Articles read at once.
const batch = 24

export function jobsOf(desk: Desk): Jobs {
  const jobs = new Map<string, Job>()
  const watchers = new Map<string, Set<(job: Job) => void>>()
  const stopping = new Set<string>()
  const trials = new Map<string, Trial>()
  let number = 0
  let line: Promise<unknown> = Promise.resolve()
  let guest: string | undefined

  function put(job: Job): Job {
    jobs.set(job.id, job)
    for (const told of watchers.get(job.id) ?? []) told(job)
    for (const [id, {state}] of jobs) {
      if (jobs.size <= remembered) break
      if (state === "running" || state === "waiting") continue
      jobs.delete(id)
      trials.delete(id)
    }
    return job
  }
  const open = (what: Job["what"], state: Job["state"]): Job =>
    put({id: String(++number), what, state, began: new Date().toISOString(), articles: 0, sentences: 0, mentions: 0, skipped: 0})
  const step = (id: string, {articles, sentences, mentions, skipped = 0, left}: Step): Job => {
    const job = jobs.get(id)!
    return put({
      ...job,
      state: "running",
      articles: job.articles + articles,
      sentences: job.sentences + sentences,
      mentions: job.mentions + mentions,
      skipped: job.skipped + skipped,
      ...(left !== undefined && {left})
    })
  }
  const close = (id: string, state: Job["state"], error?: string): Job =>
    put({...jobs.get(id)!, state, ended: new Date().toISOString(), ...(error !== undefined && {error})})

  async function work(id: string, work: Work): Promise<void> {
    if (stopping.has(id)) return void close(id, "stopped")
    if (work.what === "preview") {
      // looks, and leaves no trace in the ledger
      const told = (articles: number, mentions: number, left: number): void =>
        void step(id, {articles, sentences: 0, mentions, left})
      await work.trial.look(told, () => stopping.has(id))
      return void close(id, stopping.has(id) ? "stopped" : "done")
    }
    await desk.keeper?.begin(work.what)
    try {
      if (work.what === "recode") await recodeAll(id)
      else await readAll(id, work.inputs)
      close(id, stopping.has(id) ? "stopped" : "done")
    } catch (error) {
      close(id, "failed", (error as Error).message)
    } finally {
      await desk.keeper?.end()
    }
  }

  async function recodeAll(id: string): Promise<void> {
    for (let left = 1; left > 0 && !stopping.has(id); ) {
      const written = await desk.keeper!.recode(batch)
      left = written.left
      step(id, written)
    }
  }

  async function readAll(id: string, inputs: AsyncIterable<Article | Skipped>): Promise<void> {
    let waiting: (Article | Skipped)[] = []
    const flush = async (): Promise<void> => {
      const written = await desk.add(waiting)
      step(id, {...written, skipped: waiting.filter(i => "reason" in i).length})
      waiting = []
    }
    for await (const input of inputs) {
      if (stopping.has(id)) return
      if (waiting.push(input) >= batch) await flush()
    }
    await flush()
  }

  return {
    all: () => [...jobs.values()].reverse(),
    one: id => jobs.get(id),
    trial: id => trials.get(id),
    start(given) {
      const job = open(given.what, "waiting")
      if (given.what === "preview") trials.set(job.id, given.trial)
      line = line.then(() => work(job.id, given)).catch(error => close(job.id, "failed", (error as Error).message))
      return job
    },
    stop(id) {
      const job = jobs.get(id)
      if (job && (job.state === "running" || job.state === "waiting")) stopping.add(id)
      return job
    },
    watch(id, told) {
      const all = watchers.get(id) ?? new Set()
      watchers.set(id, all.add(told))
      return () => {
        all.delete(told)
        if (all.size === 0) watchers.delete(id)
      }
    },
    abroad: {
      begin(what) {
        if (guest !== undefined) close(guest, "done")
        guest = open(what, "running").id
      },
      took(written) {
        if (guest !== undefined) step(guest, written)
      },
      end() {
        if (guest !== undefined) close(guest, "done")
        guest = undefined
      }
    }
  }
}
