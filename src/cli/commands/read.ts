import {availableParallelism} from "node:os"
import {setFlagsFromString} from "node:v8"
import type {ReadSummary} from "../../api/contract.ts"
import {articlesFrom, bytesIn, planFor} from "../../articles/read.ts"
import type {Reading, Skipped} from "../../model/model.ts"
import {reader} from "../../pipeline.ts"
import {openResources} from "../../resources.ts"
import {coderOf} from "../ledger/coder.ts"
import {columnsFor, howToRead} from "../ledger/columns.ts"
import {connect} from "../ledger/connect.ts"
import {alone, crew, readInOrder} from "../ledger/crew.ts"
import {compileSparingly} from "../ledger/engine.ts"
import {type Fed, feed} from "../ledger/feed.ts"
import {ownIn, type Wanted} from "../ledger/own.ts"
import {writeShard} from "../ledger/shards.ts"
import {progress} from "../progress.ts"
import {readByQueue} from "./queue.ts"

export interface ReadOptions extends Wanted {
  readonly ledger: string
  readonly format?: string
  /// How a table or JSONL calls its parts: "text=korpus,title=kopf", or a YAML file of such.
  readonly columns?: string
  readonly json?: boolean
  readonly strict?: boolean
  readonly quiet?: boolean
  /// Say what would be read; read nothing.
  readonly dryRun?: boolean
  /// Read one part of the pile, "3/16", into Parquet files in the folder `out`, for `annals gather`.
  readonly shard?: string
  readonly out?: string
  /// A PostgreSQL database that holds the ledger: articles go into its queue, and are read from there, here and by other workers.
  readonly store?: string
  /// Put them into the queue, read none.
  readonly queueOnly?: boolean
  /// How many articles are read at once; as many as there are cores, if not given.
  readonly jobs?: number
}

/// `annals read PATH…`: articles into the ledger, batch by batch; each batch is stored whole or not at all, so an interrupted
/// run goes on where it stopped. Returns the exit status.
export async function read(paths: readonly string[], options: ReadOptions): Promise<number> {
  if (options.dryRun) return plan(paths, options)
  if (options.shard !== undefined) return readShard(paths, options, options.shard)
  if (options.store !== undefined) return readByQueue(paths, options, options.store)
  const {summary, interrupted} = await readInto(paths, options)
  if (options.json) process.stdout.write(`${JSON.stringify(summary)}\n`)
  else if (!options.quiet) say(summary, options.ledger)
  if (interrupted) return 130
  if (summary.articles === 0 && summary.skipped.length > 0 && summary.sentences === 0 && summary.known === 0) return 1
  return options.strict && summary.skipped.length > 0 ? 3 : 0
}

/// What would be read and as what, in sums; every input that would not, with its reason.
async function plan(paths: readonly string[], options: ReadOptions): Promise<number> {
  const sums = new Map<string, {files: number; bytes: number}>()
  for await (const input of planFor(paths, options.format, columnsFor(options.ledger, options.columns, paths))) {
    if ("reason" in input) {
      process.stderr.write(`would skip ${input.path}: ${input.reason}\n`)
      continue
    }
    const sum = sums.get(input.as) ?? {files: 0, bytes: 0}
    sums.set(input.as, {files: sum.files + 1, bytes: sum.bytes + input.bytes})
  }
  for (const [as, {files, bytes}] of sums) process.stdout.write(`${files} as ${as}, ${(bytes / 1e6).toFixed(1)} MB\n`)
  process.stderr.write(`nothing was read; the same command without --dry-run reads into ${options.ledger}\n`)
  return sums.size === 0 ? 1 : 0
}

/// Reads one part of a pile into Parquet files; no ledger is touched, though the one named lends its actors, codebook and model.
async function readShard(paths: readonly string[], options: ReadOptions, asked: string): Promise<number> {
  const [, part, of] = (/^(\d+)\/(\d+)$/.exec(asked) ?? []).map(Number)
  if (!part || !of || part > of) {
    process.stderr.write(
      `annals read: --shard ${JSON.stringify(asked)} is no part of a whole; say 1/16 for the first of sixteen\n`
    )
    return 2
  }
  const out = options.out ?? "shards"
  const began = performance.now()
  compileSparingly()
  const own = ownIn(options.ledger, options)
  const here = alone(article => (reading ??= reader(openResources(), own)).read(article))
  let reading: ReturnType<typeof reader> | undefined
  const size = options.jobs ?? availableParallelism()
  const readers = size > 1 ? crew(size, options.ledger, options, here) : here
  const bar = progress(options.quiet !== true && options.json !== true)
  const sum = {articles: 0, sentences: 0, mentions: 0}
  const inputs = articlesFrom(paths, {...howToRead(paths, options), part: {part, of}})
  try {
    const shard = await writeShard(out, {shard: part, of, coder: coderOf(own)}, shown(readInOrder(inputs, readers)))
    const seconds = Math.round((performance.now() - began) / 10) / 100
    const {files, skipped, ...told} = shard
    if (options.json) process.stdout.write(`${JSON.stringify({...told, files: files.length * 2, skipped, seconds})}\n`)
    else if (!options.quiet)
      process.stderr.write(
        `shard ${part} of ${of}: ${shard.articles} articles, ${shard.reports} reports, ${skipped.length} skipped in ${seconds} s\n` +
          `${files.length * 2} files in ${out}; when all ${of} are there: annals gather ${out}\n`
      )
    return options.strict && skipped.length > 0 ? 3 : 0
  } finally {
    bar.end()
    await readers.close()
  }

  async function* shown(readings: AsyncIterable<Reading | Skipped>): AsyncGenerator<Reading | Skipped> {
    for await (const one of readings) {
      if ("article" in one) {
        sum.articles++
        sum.sentences += one.document.sentences.length
        sum.mentions += one.coding.events.length
        bar.show(sum.articles, sum.sentences, sum.mentions)
      }
      yield one
    }
  }
}

/// Reads and stores, and says how much. Interrupting finishes the batch in hand.
export async function readInto(
  paths: readonly string[],
  options: ReadOptions
): Promise<{summary: ReadSummary & {known: number}; interrupted: boolean}> {
  const began = performance.now()
  // what is read and stored is soon let go of: memory is collected when it is twice what is held, not four times
  setFlagsFromString("--heap-growing-percent=100")
  compileSparingly()
  const connection = await connect(options, false)
  let interrupted = false
  const stop = (): void => {
    if (interrupted) process.exit(130)
    interrupted = true
    process.stderr.write("\nstopping after this batch; press again to stop now (nothing stored is lost)\n")
  }
  process.on("SIGINT", stop)
  const bar = progress(options.quiet !== true && options.json !== true, process.stderr.isTTY ? await bytesIn(paths) : undefined)
  let fed: Fed = {articles: 0, known: 0, sentences: 0, mentions: 0, skipped: []}
  try {
    const count = async (): Promise<number> => (await (await connection.ask("/api/v1/health")).json()).events
    const before = await count()
    await connection.ask("/api/v1/runs", {
      method: "POST",
      headers: {"content-type": "application/json"},
      body: JSON.stringify({what: "read"})
    })
    const inputs = articlesFrom(paths, {...howToRead(paths, options), onBytes: bar.took})
    let said = 0
    for await (fed of feed(connection, inputs)) {
      for (; said < fed.skipped.length; said++) bar.line(`skipped ${fed.skipped[said]!.path}: ${fed.skipped[said]!.reason}`)
      bar.show(fed.articles + fed.known, fed.sentences, fed.mentions)
      if (interrupted) break
    }
    await connection.ask("/api/v1/runs/end", {method: "POST"})
    const seconds = Math.round((performance.now() - began) / 10) / 100
    const events = Math.max(0, (await count()) - before)
    return {summary: {...fed, events, seconds}, interrupted}
  } finally {
    bar.end()
    process.off("SIGINT", stop)
    await connection.close()
  }
}

export function say(s: ReadSummary & {known: number}, ledger: string): void {
  const rate = s.seconds > 0 ? ` (${(s.articles / s.seconds).toFixed(1)} articles/s)` : ""
  const known = s.known > 0 ? `, ${s.known} already there` : ""
  const skipped = s.skipped.length > 0 ? `, ${s.skipped.length} skipped` : ""
  process.stderr.write(
    `${s.articles} articles${known}${skipped}, ${s.sentences} sentences, ${s.mentions} reports → ${s.events} events in ${s.seconds} s${rate}\n` +
      `ledger ${ledger}; look at it with: annals open --ledger ${ledger}\n`
  )
}
