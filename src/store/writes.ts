import type {EventMention, Reading, Skipped} from "../model/model.ts"
import type {Cause} from "./history.ts"
import {noOverlay, type Overlay, overlaid, putKept} from "./layer.ts"
import {type Merger, mergeInto} from "./merging.ts"
import {knownArticles} from "./questions/articles.ts"
import {noteOf, putNote} from "./runs.ts"
import {filing} from "./schema.ts"
import type {Store} from "./store.ts"

export interface Written {
  readonly articles: number
  readonly sentences: number
  readonly mentions: number
}

/// In which run something is written, with what it was read (a hash), and what people say of it.
export interface Made {
  readonly run?: number
  readonly coder?: string
  readonly overlay?: Overlay
  /// Done in the same transaction, at its end.
  readonly also?: () => Promise<void>
}

/// Writes readings and brings the events up to date, in one transaction: after a crash the ledger holds whole batches only.
/// An article that is already there adds nothing. What changes is put down under `run`.
export function writeReadings<Gist extends {readonly id: string}>(
  store: Store,
  merger: Merger<Gist>,
  readings: readonly Reading[],
  {run = 0, coder, overlay = noOverlay, also}: Made = {}
): Promise<Written> {
  return store.transaction(async () => {
    const there = new Set(await knownArticles(store, distinctIds(readings)))
    const fresh = readings.filter(r => !there.has(r.article.id) && there.add(r.article.id))
    await store.insert(
      "articles",
      fresh.map(r => articleRow(r, merger, coder))
    )
    const laid = fresh.map(r => overlaid(r, overlay))
    await store.insert(
      "coded",
      laid.flatMap(l => l.kept)
    )
    const mentions = laid.flatMap(l => l.shown)
    await mergeInto(store, merger, {fresh: mentions, gone: []}, {run, causes: ["text"]})
    await also?.()
    return written(fresh, mentions)
  })
}

/// Puts new readings of articles that are there already in the place of the old ones. Ids of mentions that are gone go on to lead to
/// whatever is now told by the same words.
export function rewriteReadings<Gist extends {readonly id: string}>(
  store: Store,
  merger: Merger<Gist>,
  readings: readonly Reading[],
  {run = 0, coder, overlay = noOverlay}: Made,
  causes: readonly Cause[]
): Promise<Written> {
  return store.transaction(async () => {
    const ids = distinctIds(readings)
    const rows = await store.among<{id: string; body: string}>("mentions", ["id", "body"], "article", ids)
    const before = new Map(rows.map(r => [r.id, r.body]))
    const laid = readings.map(r => overlaid(r, overlay))
    await putKept(
      store,
      ids,
      laid.flatMap(l => l.kept)
    )
    const mentions = laid.flatMap(l => l.shown)
    const kept = new Set(mentions.filter(m => before.get(m.id) === JSON.stringify(m)).map(m => m.id))
    const gone = rows.filter(r => !kept.has(r.id)).map(r => JSON.parse(r.body) as EventMention)
    const fresh = mentions.filter(m => !kept.has(m.id))
    await store.without("articles", "id", ids)
    await store.insert(
      "articles",
      readings.map(r => articleRow(r, merger, coder))
    )
    // another program may merge otherwise what it reads the same
    const again = causes.includes("code") ? [...kept] : []
    await mergeInto(store, merger, {fresh, gone: gone.map(m => m.id), again}, {run, causes})
    await remember(store, gone, mentions)
    return written(readings, fresh)
  })
}

/// Merges all that a ledger of an older shape holds, as it is now done, and files what is filed otherwise. Does nothing when that was done
/// already.
export async function catchUp<Gist extends {readonly id: string}>(store: Store, merger: Merger<Gist>): Promise<void> {
  if ((await noteOf(store, "filing")) !== filing) await fileAnew(store, merger)
  const due = await store.rows("select 1 from meta where key = 'unmerged'")
  if (due.length === 0) return
  await store.transaction(async () => {
    const articles = await store.rows<{id: string; text: string; removed: string}>(
      "select id, text, removed from articles where credits is null"
    )
    for (const {id, text, removed} of articles) {
      const article = {text, removed: JSON.parse(removed)}
      await store.run("update articles set credits = $1, revised = $2 where id = $3", [
        JSON.stringify(merger.credits(article)),
        merger.isRevised(article),
        id
      ])
    }
    const bodies = await store.rows<{body: string}>(
      // in order of age, so that what comes later sways little
      "select m.body from mentions m left join articles a on a.id = m.article order by a.published is null, a.published, m.id"
    )
    await store.run("delete from mentions")
    for (let at = 0; at < bodies.length; at += 2000) {
      const fresh = bodies.slice(at, at + 2000).map(row => JSON.parse(row.body) as EventMention)
      await mergeInto(store, merger, {fresh, gone: []}, {run: 0, causes: ["code"]})
    }
    await store.run("delete from changes")
    await store.run("delete from meta where key = 'unmerged'")
  })
}

async function fileAnew<Gist extends {readonly id: string}>(store: Store, merger: Merger<Gist>): Promise<void> {
  await store.transaction(async () => {
    // another process may have done it meanwhile
    if ((await noteOf(store, "filing")) === filing) return
    const ids = await store.rows<{id: string}>("select id from mentions where gist is not null order by id")
    await store.run("delete from keys")
    for (let at = 0; at < ids.length; at += 5000) {
      const page = ids.slice(at, at + 5000).map(row => row.id)
      const rows = await store.among<{id: string; gist: string}>("mentions", ["id", "gist"], "id", page)
      await store.insert(
        "keys",
        rows.flatMap(({id, gist}) => merger.keys(JSON.parse(gist) as Gist).filed.map(key => ({key, mention: id})))
      )
    }
    await putNote(store, "filing", filing)
  })
}

const distinctIds = (readings: readonly Reading[]): string[] => [...new Set(readings.map(r => r.article.id))]

const written = (readings: readonly Reading[], mentions: readonly EventMention[]): Written => ({
  articles: readings.length,
  sentences: readings.reduce((sum, r) => sum + r.document.sentences.length, 0),
  mentions: mentions.length
})

/// Where the ids of mentions that are gone lead from now on: to the mention now read out of the same words, of the same type if there is one.
async function remember(store: Store, gone: readonly EventMention[], now: readonly EventMention[]): Promise<void> {
  const still = new Set(now.map(m => m.id))
  const heirs = gone
    .filter(old => !still.has(old.id))
    .flatMap(old => {
      const near = now.filter(m => m.article === old.article && m.sentence === old.sentence)
      const {start, end} = old.predicate.span
      const over = near.filter(m => m.predicate.span.start < end && start < m.predicate.span.end)
      const heir = over.find(m => m.type === old.type) ?? over[0] ?? near.find(m => m.type === old.type)
      return heir ? [{id: old.id, mention: heir.id}] : []
    })
  await store.without(
    "heirs",
    "id",
    heirs.map(h => h.id)
  )
  await store.insert("heirs", heirs)
  // who led to one that is gone leads to its heir
  for (const {id, mention} of heirs) await store.run("update heirs set mention = $1 where mention = $2", [mention, id])
}

export async function writeSkipped(store: Store, skipped: readonly Skipped[]): Promise<void> {
  if (skipped.length > 0) await store.transaction(() => putSkipped(store, skipped))
}

/// The same inside a transaction of the caller.
export async function putSkipped(store: Store, skipped: readonly Skipped[]): Promise<void> {
  await store.without(
    "skipped",
    "path",
    skipped.map(s => s.path)
  )
  await store.insert("skipped", skipped)
}

function articleRow<Gist extends {readonly id: string}>(
  reading: Reading,
  merger: Merger<Gist>,
  coder: string | undefined
): object {
  const {article, document, coding} = reading
  return {
    id: article.id,
    url: article.url,
    publisher: article.publisher,
    published: article.published,
    title: article.title,
    byline: article.byline,
    language: article.language,
    text: article.text,
    removed: JSON.stringify(article.removed),
    sentences: JSON.stringify(document.sentences.map(s => [s.start, s.end])),
    uncoded: JSON.stringify(coding.uncoded),
    signature: JSON.stringify(merger.signature(article.text)),
    credits: JSON.stringify(merger.credits(article)),
    revised: merger.isRevised(article),
    coder,
    sentence_count: document.sentences.length,
    mention_count: coding.events.length
  }
}
