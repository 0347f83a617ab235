import {writeFileSync} from "node:fs"
import {join} from "node:path"
import {type Judgements, judgements, type Verdict} from "../../ledger/judgements.ts"
import {type Ledger, ledgerJudgedBy} from "../../ledger/ledger.ts"
import {type DeedsOf, noDeeds} from "../../ledger/same-deeds.ts"
import {type Article, contentId, type Reading, type Skipped} from "../../model/model.ts"
import {forgetArticles} from "../../store/forget.ts"
import type {Overlay} from "../../store/layer.ts"
import {correctAnew} from "../../store/layer.ts"
import {articlesToRecode, knownArticles} from "../../store/questions/articles.ts"
import {noteOf, putNote, putRun, type Run, runsOf} from "../../store/runs.ts"
import type {Store} from "../../store/store.ts"
import {catchUp, rewriteReadings, type Written, writeReadings, writeSkipped} from "../../store/writes.ts"
import {type Coder, causesOf} from "./coder.ts"
import {type Corrections, correctionsIn, noCorrections} from "./corrections.ts"
import type {Crew} from "./crew.ts"
import {type Layer, layerOn} from "./layer.ts"

/// Keeps one ledger: what is written to it, in which run, with what judgements. Calls queue; they never overlap.
export interface Keeper {
  /// Begins a run; what is written until `end` belongs to it.
  begin(what: Run["what"]): Promise<void>
  /// Reads articles; they are stored at the latest when the ledger is asked something. Gives those that could not be read.
  add(inputs: readonly (Article | Skipped)[]): Promise<Written & {aside: readonly Skipped[]}>
  /// Stores readings that were made elsewhere, by `coder` if not by this program's own; `also` is done in the same transaction. What is
  /// there already adds nothing.
  put(readings: readonly Reading[], coder?: Coder, also?: () => Promise<void>): Promise<Written>
  /// Stores what is read, and brings the ledger up to date with its corrections.
  settle(): Promise<void>
  /// Reads up to `most` articles again that were read with another coder; says how many are left.
  recode(most: number): Promise<Written & {left: number}>
  /// Takes articles out for good.
  forget(articles: readonly string[]): Promise<void>
  /// Settles, and closes the run. A run in which nothing happened leaves no trace.
  end(): Promise<Run | undefined>
  /// How it merges and what people say, as of now, for whoever tries what would become of something.
  standing(): Promise<Standing>
  /// Changes with what articles are read: `change` comes when all that was read before is stored. What is being read meanwhile is read again.
  renew(change: () => void): Promise<void>
  /// What the corrections contradict or do not find.
  readonly warnings: readonly string[]
}

export interface Standing {
  readonly merger: Ledger
  readonly overlay: Overlay
  readonly said: Corrections
  /// Under which name articles are put down that are read as they would be now.
  readonly coder: string
}

/// Storing may take this share of the time: on a big ledger more articles are stored at once.
const storingShare = 0.1
/// What costs most is looking at what is there: once for many articles, at the latest for so many as memory should hold.
const most = {articles: 24, waiting: 400}

export function keeperOf(
  store: Store,
  version: string,
  crew: Crew,
  coder: () => Coder,
  deedsOf: () => DeedsOf = () => noDeeds
): Keeper {
  const corrections = correctionsIn(store.folder)
  let merger: Ledger | undefined
  let said: Corrections = noCorrections
  let layer: Layer = layerOn(store, said)
  /// Articles came, or were read otherwise: words that corrections join may carry other tellings by now.
  let isStale = false
  let judged: {judgements: Judgements; hash: string} | undefined
  const warnings: string[] = []
  let waiting: Reading[] = []
  /// Articles that are being read now, by id.
  const inHand = new Set<string>()
  let run: Run | undefined
  let opening: {what: Run["what"]; began: string} | undefined
  let stored = {at: performance.now(), took: 0}
  /// How often that with which articles are read was changed.
  let edition = 0
  let queue: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = queue.then(work)
    queue = next.catch(() => {})
    return next
  }

  const coderId = async (now = coder()): Promise<string> => {
    const id = contentId(JSON.stringify(now))
    if ((await noteOf(store, `coder ${id}`)) === undefined) await putNote(store, `coder ${id}`, now)
    return id
  }

  /// The run that writes belong to; made at the first of them.
  async function running(what: Run["what"] = "read"): Promise<Run> {
    // others may begin theirs in the same database
    run ??= await store.transaction(async () => {
      const last = (await runsOf(store)).at(-1)
      const began = opening?.began ?? new Date().toISOString()
      const hashes = {...coder(), corrections: judged!.hash}
      const kind = opening?.what ?? what
      const id = contentId(last?.id ?? "", kind, version, JSON.stringify(hashes))
      const begun: Run = {run: (last?.run ?? 0) + 1, id, what: kind, version, hashes, articles: 0, mentions: 0, changes: 0, began}
      await putRun(store, begun)
      return begun
    })
    return run
  }

  async function took(written: Written): Promise<void> {
    const now = await running()
    run = {...now, articles: now.articles + written.articles, mentions: now.mentions + written.mentions}
    await putRun(store, run)
  }

  /// The merger, as the corrections have it now.
  async function upToDate(): Promise<Ledger> {
    const found = corrections()
    if (found || !merger || !judged || (isStale && layer.bonds)) {
      if (found) said = found
      layer = layerOn(store, said)
      const verdicts = await asNamedNow(await layer.verdicts())
      judged = {judgements: judgements(verdicts), hash: said.hash}
      merger = ledgerJudgedBy(judged.judgements, deedsOf())
      await catchUp(store, merger)
      warnings.splice(0, warnings.length, ...judged.judgements.warnings, ...(await notFound(verdicts)))
      const held = await noteOf<{hash: string; named: readonly string[]}>(store, "judged")
      const hash = contentId(JSON.stringify(verdicts))
      const isJudged = (held !== undefined || verdicts.length > 0) && held?.hash !== hash
      const articles = await layer.touched()
      if (isJudged || articles.length > 0) {
        const named = [...judged.judgements.named]
        const again = isJudged ? [...new Set([...(held?.named ?? []), ...named])] : []
        const apart = run === undefined && opening === undefined
        const {run: number} = await running("corrections")
        await correctAnew(store, merger, layer.overlay, {articles, again}, number, async () => {
          if (isJudged) await putNote(store, "judged", {hash, named})
          await layer.note()
        })
        if (apart) await close()
      } else await layer.note()
    }
    isStale = false
    return merger
  }

  /// Verdicts on ids that lead elsewhere by now, on what they lead to.
  async function asNamedNow(verdicts: readonly Verdict[]): Promise<Verdict[]> {
    const ids = verdicts.flatMap(v => [v.target, v.other])
    const rows = await store.among<{id: string; mention: string}>("heirs", ["id", "mention"], "id", ids)
    const heirs = new Map(rows.map(r => [r.id, r.mention]))
    return verdicts
      .map(v => ({...v, target: heirs.get(v.target) ?? v.target, other: heirs.get(v.other) ?? v.other}))
      .filter(v => v.target !== v.other)
  }

  async function notFound(verdicts: readonly Verdict[]): Promise<string[]> {
    const ids = verdicts.flatMap(v => [v.target, v.other])
    const there = new Set((await store.among<{id: string}>("mentions", ["id"], "id", ids)).map(r => r.id))
    return verdicts.flatMap(v =>
      [v.target, v.other]
        .filter(id => !there.has(id))
        .map(id => `correction ${v.id} (${v.who}, ${v.when}) names ${id}, which is no event or report of this ledger`)
    )
  }

  async function flush(): Promise<void> {
    const readings = waiting
    if (readings.length === 0) return
    const began = performance.now()
    const now = await upToDate()
    const {run: number} = await running()
    await took(await writeReadings(store, now, readings, {run: number, coder: await coderId(), overlay: layer.overlay}))
    isStale = true
    waiting = []
    stored = {at: performance.now(), took: performance.now() - began}
  }

  async function close(): Promise<Run | undefined> {
    const closing = run
    run = undefined
    opening = undefined
    if (!closing) return undefined
    const rows = await store.rows<{n: number}>("select count(*) as n from changes where run = $1", [closing.run])
    const done = {...closing, changes: rows[0]!.n, ended: new Date().toISOString()}
    if (done.articles === 0 && done.changes === 0) await store.without("runs", "run", [done.run])
    else await putRun(store, done)
    writeFileSync(join(store.folder, "annals.lock.json"), `${JSON.stringify({runs: await runsOf(store)}, undefined, 2)}\n`)
    return done
  }

  return {
    warnings,
    begin: what =>
      inTurn(async () => {
        await flush()
        await close()
        opening = {what, began: new Date().toISOString()}
      }),
    async add(inputs) {
      const fresh = await inTurn(async () => {
        await writeSkipped(
          store,
          inputs.filter((i): i is Skipped => "reason" in i)
        )
        const articles = inputs.filter((i): i is Article => "text" in i)
        // what is there already is not read again
        const known = new Set([
          ...(await knownArticles(
            store,
            articles.map(a => a.id)
          )),
          ...waiting.map(r => r.article.id),
          ...inHand
        ])
        const fresh = articles.filter(a => !known.has(a.id) && known.add(a.id))
        for (const {id} of fresh) inHand.add(id)
        return fresh
      })
      const at = edition
      const early = await crew.read(fresh)
      return inTurn(async () => {
        const read = at === edition ? early : await crew.read(fresh)
        const readings = read.filter((r): r is Reading => "article" in r)
        const aside = read.filter((r): r is Skipped => "reason" in r)
        for (const {id} of fresh) inHand.delete(id)
        waiting.push(...readings)
        await writeSkipped(store, aside)
        const spent = performance.now() - stored.at
        const isCheap = waiting.length >= most.articles && stored.took < storingShare * spent
        if (waiting.length >= most.waiting || isCheap) await flush()
        return {
          articles: readings.length,
          sentences: readings.reduce((sum, r) => sum + r.document.sentences.length, 0),
          mentions: readings.reduce((sum, r) => sum + r.coding.events.length, 0),
          aside
        }
      })
    },
    put: (readings, by, also) =>
      inTurn(async () => {
        await flush()
        const now = await upToDate()
        const {run: number} = await running()
        const made = {run: number, coder: await coderId(by), overlay: layer.overlay, ...(also && {also})}
        const written = await writeReadings(store, now, readings, made)
        isStale = true
        await took(written)
        return written
      }),
    settle: () =>
      inTurn(async () => {
        await flush()
        await upToDate()
      }),
    recode: limit =>
      inTurn(async () => {
        await flush()
        const now = await upToDate()
        const id = await coderId()
        const {articles, left} = await articlesToRecode(store, id, limit)
        if (articles.length === 0) return {articles: 0, sentences: 0, mentions: 0, left}
        const {run: number} = await running("recode")
        let sum = {articles: 0, sentences: 0, mentions: 0}
        for (const old of new Set(articles.map(a => a.coder))) {
          const was = old === undefined ? undefined : await noteOf<Coder>(store, `coder ${old}`)
          const causes = was ? causesOf(was, coder()) : (["code"] as const)
          const read = await crew.read(articles.filter(a => a.coder === old).map(a => a.article))
          const readings = read.map(r => {
            if ("reason" in r) throw new Error(`${r.path} ${r.reason}`)
            return r
          })
          const written = await rewriteReadings(store, now, readings, {run: number, coder: id, overlay: layer.overlay}, causes)
          isStale = true
          sum = {
            articles: sum.articles + written.articles,
            sentences: sum.sentences + written.sentences,
            mentions: sum.mentions + written.mentions
          }
        }
        await took(sum)
        return {...sum, left}
      }),
    standing: () =>
      inTurn(async () => {
        await flush()
        return {merger: await upToDate(), overlay: layer.overlay, said, coder: contentId(JSON.stringify(coder()))}
      }),
    renew: change =>
      inTurn(async () => {
        await flush()
        change()
        edition++
      }),
    forget: articles =>
      inTurn(async () => {
        await flush()
        const now = await upToDate()
        const {run: number} = await running("forget")
        await forgetArticles(store, now, articles, number)
        isStale = true
      }),
    end: () =>
      inTurn(async () => {
        await flush()
        await upToDate()
        return close()
      })
  }
}
