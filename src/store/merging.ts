import type {Event, EventMention} from "../model/model.ts"
import {type Cause, changesOf} from "./history.ts"
import {eventRow, partyRowsOf, tellerRowsOf} from "./rows.ts"
import type {Store} from "./store.ts"
import type {Book, Merger} from "./writes.ts"

/// What comes to the mentions of a ledger: new ones, ones that go, and ones that are to be merged anew, with all they stood with.
export interface Coming {
  readonly fresh: readonly EventMention[]
  readonly gone: readonly string[]
  readonly again?: readonly string[]
}

interface Kept<Gist> {
  readonly id: string
  readonly gist: Gist
  readonly component: string
}

/// A mention as it is stored.
interface MentionRow {
  readonly id: string
  readonly component: string
  readonly event: string
  readonly gist: string
  readonly body: string
}

const mentionColumns = ["id", "component", "event", "gist", "body"]

/// Brings mentions and events up to date, inside a transaction of the caller. Only components that what comes can reach are read and
/// merged; of their rows only those that changed are written.
export async function mergeInto<Gist>(
  store: Store,
  merger: Merger<Gist>,
  coming: Coming,
  log: {readonly run: number; readonly causes: readonly Cause[]}
): Promise<void> {
  const opened = await reopen(store, coming)
  const gone = new Set(coming.gone)
  const book = new Map<string, EventMention>()
  for (const row of opened) if (!gone.has(row.id)) book.set(row.id, JSON.parse(row.body))
  for (const mention of coming.fresh) book.set(mention.id, mention)
  if (book.size === 0 && opened.length === 0) return
  const fresh = [...book.values()].map(mention => {
    const gist = merger.gist(mention)
    return {id: mention.id, gist, keys: merger.keys(gist)}
  })
  const joined = await join(store, merger, fresh)
  const reached = [...joined.keys()].filter(name => !book.has(name))
  const old = [...new Set([...reached, ...opened.map(row => row.component)])]
  const rows = new Map(opened.map(row => [row.id, row]))
  for (const row of await store.among<MentionRow>("mentions", mentionColumns, "component", old)) rows.set(row.id, row)
  const members = new Map<string, EventMention[]>()
  const put = (component: string, mention: EventMention): void => {
    const list = members.get(component)
    if (list) list.push(mention)
    else members.set(component, [mention])
  }
  for (const row of rows.values())
    if (!gone.has(row.id) && !book.has(row.id)) put(joined.get(row.component)!, JSON.parse(row.body))
  for (const [id, mention] of book) put(joined.get(id)!, mention)
  const gists = new Map(fresh.map(f => [f.id, JSON.stringify(f.gist)]))
  await store.insert(
    "keys",
    fresh.flatMap(f => f.keys.filed.map(key => ({key, mention: f.id})))
  )
  await rewrite(store, merger, {old, rows, members, gists}, log)
}

/// Takes the mentions that go, and all that stood in one component with them, off their keys: where a bond is cut, what hung
/// together by it has to be tied anew.
async function reopen(store: Store, {gone, again = []}: Coming): Promise<MentionRow[]> {
  const ids = [...gone, ...again]
  if (ids.length === 0) return []
  const touched = await store.among<{component: string}>("mentions", ["component"], "id", ids)
  const components = [...new Set(touched.map(r => r.component))]
  const rows = await store.among<MentionRow>("mentions", mentionColumns, "component", components)
  await store.without(
    "keys",
    "mention",
    rows.map(r => r.id)
  )
  return rows
}

/// To which component each fresh mention, and each component that one of them is near to, belongs from now on.
async function join<Gist>(
  store: Store,
  merger: Merger<Gist>,
  fresh: readonly {
    readonly id: string
    readonly gist: Gist
    readonly keys: {filed: readonly number[]; sought: readonly number[]}
  }[]
): Promise<ReadonlyMap<string, string>> {
  const all = new Map<string, Kept<Gist>>(fresh.map(({id, gist}) => [id, {id, gist, component: id}]))
  const filed = new Map<number, string[]>()
  const file = (key: number, id: string): void => {
    const under = filed.get(key)
    if (under) under.push(id)
    else filed.set(key, [id])
  }
  const sought = new Set<number>()
  for (const {id, keys} of fresh) {
    for (const key of keys.filed) file(key, id)
    for (const key of keys.sought) sought.add(key)
  }
  const met = await store.among<{key: number; mention: string}>("keys", ["key", "mention"], "key", [...sought])
  for (const {key, mention} of met) file(key, mention)
  const others = [...new Set(met.map(r => r.mention))]
  for (const row of await store.among<MentionRow>("mentions", ["id", "component", "gist"], "id", others))
    if (!all.has(row.id)) all.set(row.id, {id: row.id, gist: JSON.parse(row.gist), component: row.component})
  const parent = new Map<string, string>()
  const root = (id: string): string => {
    let at = id
    while (parent.has(at)) at = parent.get(at)!
    return at
  }
  for (const {id, gist, keys} of fresh) {
    const seen = new Set([id])
    for (const key of keys.sought) {
      for (const other of filed.get(key) ?? []) {
        if (seen.has(other)) continue
        seen.add(other)
        const found = all.get(other)
        if (!found) continue
        const [x, y] = [root(id), root(found.component)]
        if (x === y || !merger.near(gist, found.gist)) continue
        if (x < y) parent.set(y, x)
        else parent.set(x, y)
      }
    }
  }
  const names = new Set(fresh.map(f => root(f.id)))
  const moved = new Map<string, string>()
  for (const {component} of all.values()) if (names.has(root(component))) moved.set(component, root(component))
  return moved
}

/// Makes the events of changed components and writes what differs from what was there.
async function rewrite<Gist>(
  store: Store,
  merger: Merger<Gist>,
  {
    old,
    rows,
    members,
    gists
  }: {
    readonly old: readonly string[]
    readonly rows: ReadonlyMap<string, MentionRow>
    readonly members: ReadonlyMap<string, readonly EventMention[]>
    readonly gists: ReadonlyMap<string, string>
  },
  log: {readonly run: number; readonly causes: readonly Cause[]}
): Promise<void> {
  const before = await store.among<{id: string; component: string; body: string}>(
    "events",
    ["id", "component", "body"],
    "component",
    old
  )
  const books = await booksOf(store, [...new Set([...members.values()].flat().map(m => m.article))])
  const sentenceOf = (m: EventMention): string => books.get(m.article)?.text.slice(m.sentenceSpan.start, m.sentenceSpan.end) ?? ""
  const now: {event: Event; component: string; body: string}[] = []
  for (const mentions of members.values()) {
    const component = mentions.reduce((least, m) => (m.id < least ? m.id : least), mentions[0]!.id)
    for (const event of merger.merge(mentions, id => books.get(id) ?? noBook))
      now.push({event, component, body: JSON.stringify(event)})
  }
  const there = new Map(before.map(row => [row.id, row]))
  const changed = now.filter(({event, component, body}) => {
    const row = there.get(event.id)
    return row === undefined || row.component !== component || row.body !== body
  })
  const standing = new Set(now.map(n => n.event.id))
  const moving = new Set(changed.map(n => n.event.id))
  const stale = before.filter(row => !standing.has(row.id) || moving.has(row.id))
  for (const [table, column] of [
    ["events", "id"],
    ["parties", "event"],
    ["tellers", "event"]
  ] as const)
    await store.without(
      table,
      column,
      stale.map(row => row.id)
    )
  await store.insert(
    "events",
    changed.map(({event, component}) => eventRow(event, component, sentenceOf))
  )
  await store.insert(
    "parties",
    changed.flatMap(({event}) => partyRowsOf(event))
  )
  await store.insert(
    "tellers",
    changed.flatMap(({event}) => tellerRowsOf(event))
  )
  const mentionRows = now.flatMap(({event, component}) =>
    event.mentions
      .filter(m => {
        const row = rows.get(m.id)
        return gists.has(m.id) || row?.component !== component || row.event !== event.id
      })
      .map(m => ({
        id: m.id,
        article: m.article,
        component,
        event: event.id,
        gist: gists.get(m.id) ?? rows.get(m.id)!.gist,
        body: JSON.stringify(m)
      }))
  )
  const kept = new Set(now.flatMap(({event}) => event.mentions.map(m => m.id)))
  const leaving = [...rows.keys()].filter(id => !kept.has(id))
  await store.without("mentions", "id", [...mentionRows.map(m => m.id).filter(id => rows.has(id)), ...leaving])
  await store.insert("mentions", mentionRows)
  await store.insert(
    "changes",
    changesOf(
      stale.map(row => JSON.parse(row.body)),
      changed.map(n => n.event)
    ).map(change => ({...change, run: log.run, cause: log.causes.join(", ")}))
  )
}

const noBook: Book & {readonly text: string} = {signature: [], credits: [], text: ""}

async function booksOf(store: Store, articles: readonly string[]): Promise<ReadonlyMap<string, Book & {readonly text: string}>> {
  const rows = await store.among<{
    id: string
    url?: string
    signature: string
    credits: string
    revised?: boolean
    text: string
  }>("articles", ["id", "url", "signature", "credits", "revised", "text"], "id", articles)
  return new Map(
    rows.map(({id, url, signature, credits, revised, text}) => [
      id,
      {
        signature: JSON.parse(signature),
        credits: JSON.parse(credits),
        text,
        ...(url !== undefined && {url}),
        ...(revised && {revised})
      }
    ])
  )
}
