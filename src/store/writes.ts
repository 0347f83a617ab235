import {type Event, type EventMention, quadOf, type Reading, type Skipped, weightOf} from "../model/model.ts"
import type {Store} from "./store.ts"

/// What the store asks of the ledger stage (`src/ledger/ledger.ts` is the one there is).
export interface Merger {
  keys(mention: EventMention): {readonly filed: readonly string[]; readonly sought: readonly string[]}
  near(a: EventMention, b: EventMention): boolean
  merge(mentions: readonly EventMention[], signatureOf: (article: string) => readonly number[]): readonly Event[]
  signature(text: string): readonly number[]
}

export interface Written {
  readonly articles: number
  readonly sentences: number
  readonly mentions: number
}

/// Writes readings and brings the events up to date, in one transaction: after a crash the ledger holds whole batches only.
/// An article that is already there adds nothing.
export function writeReadings(store: Store, merger: Merger, readings: readonly Reading[]): Promise<Written> {
  return store.transaction(async () => {
    const known = new Set(
      (
        await store.rows<{id: string}>("select id from articles where id in (select unnest(from_json($1, '[\"VARCHAR\"]')))", [
          readings.map(r => r.article.id)
        ])
      ).map(r => r.id)
    )
    const fresh = readings.filter(r => !known.has(r.article.id) && known.add(r.article.id))
    await store.insert(
      "articles",
      fresh.map(r => articleRow(r, merger))
    )
    const mentions = fresh.flatMap(r => r.coding.events)
    await addMentions(store, merger, mentions)
    return {
      articles: fresh.length,
      sentences: fresh.reduce((sum, r) => sum + r.document.sentences.length, 0),
      mentions: mentions.length
    }
  })
}

export async function writeSkipped(store: Store, skipped: readonly Skipped[]): Promise<void> {
  if (skipped.length === 0) return
  await store.transaction(async () => {
    await store.run("delete from skipped where path in (select unnest(from_json($1, '[\"VARCHAR\"]')))", [
      skipped.map(s => s.path)
    ])
    await store.insert("skipped", skipped)
  })
}

function articleRow(reading: Reading, merger: Merger): object {
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
    sentence_count: document.sentences.length,
    mention_count: coding.events.length
  }
}

interface Kept {
  readonly mention: EventMention
  component: string
}

async function addMentions(store: Store, merger: Merger, fresh: readonly EventMention[]): Promise<void> {
  if (fresh.length === 0) return
  const filed = new Map<string, string[]>()
  const keyRows: {key: string; mention: string}[] = []
  const sought = new Set<string>()
  for (const mention of fresh) {
    const keys = merger.keys(mention)
    for (const key of keys.filed) {
      keyRows.push({key, mention: mention.id})
      filed.set(key, [...(filed.get(key) ?? []), mention.id])
    }
    for (const key of keys.sought) sought.add(key)
  }
  const neighbours = await store.rows<{key: string; id: string; component: string; body: string}>(
    `select k.key, m.id, m.component, m.body from keys k join mentions m on m.id = k.mention
     where k.key in (select unnest(from_json($1, '["VARCHAR"]')))`,
    [[...sought]]
  )
  const all = new Map<string, Kept>()
  for (const mention of fresh) all.set(mention.id, {mention, component: mention.id})
  for (const row of neighbours) {
    if (!all.has(row.id)) all.set(row.id, {mention: JSON.parse(row.body), component: row.component})
    filed.set(row.key, [...(filed.get(row.key) ?? []), row.id])
  }
  const joined = joinNear(merger, fresh, all, filed)
  await rebuild(store, merger, fresh, keyRows, joined)
}

/// Which components become one: the union of old components and new mentions over all near pairs.
function joinNear(
  merger: Merger,
  fresh: readonly EventMention[],
  all: ReadonlyMap<string, Kept>,
  filed: ReadonlyMap<string, readonly string[]>
): ReadonlyMap<string, string> {
  const parent = new Map<string, string>()
  const root = (id: string): string => {
    let at = id
    while (parent.get(at) !== undefined && parent.get(at) !== at) at = parent.get(at)!
    return at
  }
  for (const kept of all.values()) parent.set(kept.component, kept.component)
  for (const mention of fresh) {
    const seen = new Set<string>([mention.id])
    for (const key of merger.keys(mention).sought) {
      for (const id of filed.get(key) ?? []) {
        if (seen.has(id)) continue
        seen.add(id)
        const other = all.get(id)!
        const [x, y] = [root(mention.id), root(other.component)]
        if (x !== y && merger.near(mention, other.mention)) {
          if (x < y) parent.set(y, x)
          else parent.set(x, y)
        }
      }
    }
  }
  // old component -> new component, for those a fresh mention has reached
  const reached = new Set(fresh.map(m => root(m.id)))
  const moved = new Map<string, string>()
  for (const component of parent.keys()) if (reached.has(root(component))) moved.set(component, root(component))
  return moved
}

async function rebuild(
  store: Store,
  merger: Merger,
  fresh: readonly EventMention[],
  keyRows: readonly object[],
  moved: ReadonlyMap<string, string>
): Promise<void> {
  const old = [...moved.keys()]
  const inOld = "component in (select unnest(from_json($1, '[\"VARCHAR\"]')))"
  const stored = await store.rows<{component: string; body: string}>(`select component, body from mentions where ${inOld}`, [old])
  const members = new Map<string, EventMention[]>()
  const put = (component: string, mention: EventMention): void => {
    const name = moved.get(component)!
    const list = members.get(name)
    if (list) list.push(mention)
    else members.set(name, [mention])
  }
  for (const row of stored) put(row.component, JSON.parse(row.body))
  for (const mention of fresh) put(mention.id, mention)

  const articles = [...new Set([...members.values()].flat().map(m => m.article))]
  const books = new Map(
    (
      await store.rows<{id: string; signature: string; text: string}>(
        "select id, signature, text from articles where id in (select unnest(from_json($1, '[\"VARCHAR\"]')))",
        [articles]
      )
    ).map(r => [r.id, {signature: JSON.parse(r.signature) as number[], text: r.text}])
  )
  const sentenceOf = (m: EventMention): string => books.get(m.article)?.text.slice(m.sentenceSpan.start, m.sentenceSpan.end) ?? ""
  const mentionRows: object[] = []
  const eventRows: object[] = []
  const partyRows: object[] = []
  const tellerRows: object[] = []
  for (const [, mentions] of members) {
    const component = mentions.map(m => m.id).sort()[0]!
    for (const event of merger.merge(mentions, id => books.get(id)?.signature ?? [])) {
      eventRows.push(eventRow(event, component, sentenceOf))
      partyRows.push(...partyRowsOf(event, component))
      tellerRows.push(...tellerRowsOf(event, component))
      for (const m of event.mentions)
        mentionRows.push({id: m.id, article: m.article, component, event: event.id, body: JSON.stringify(m)})
    }
  }
  for (const table of ["mentions", "events", "parties", "tellers"] as const)
    await store.run(`delete from ${table} where ${inOld}`, [old])
  await store.insert("keys", keyRows)
  await store.insert("mentions", mentionRows)
  await store.insert("events", eventRows)
  await store.insert("parties", partyRows)
  await store.insert("tellers", tellerRows)
}

function eventRow(event: Event, component: string, sentenceOf: (mention: EventMention) => string): object {
  const {place, time} = event
  const first = event.mentions[0]
  const isPoint = place?.grain === "exact" || place?.grain === "city"
  return {
    id: event.id,
    component,
    type: event.type,
    modes: event.modes.join(";"),
    contexts: event.contexts.join(";"),
    quad: quadOf[event.type],
    weight: weightOf[event.type],
    status: event.status,
    background: event.background,
    since: time?.from,
    until: time?.until,
    grain: time?.grain,
    time_basis: event.timeBasis,
    place_id: place?.id,
    place_name: place?.name,
    place_country: place?.country,
    place_grain: place?.grain,
    // a country is no pin on a map
    lat: isPoint ? place?.lat : undefined,
    lon: isPoint ? place?.lon : undefined,
    confidence: event.confidence,
    reports: event.mentions.length,
    articles: new Set(event.mentions.map(m => m.article)).size,
    outlets: event.outlets,
    independent: event.independent,
    quote: sentenceOf(first),
    predicate: first.predicate.quote,
    said_by: first.claim.by.kind === "actor" ? first.claim.by.party.name : undefined,
    haystack: haystack(event, sentenceOf),
    body: JSON.stringify(event)
  }
}

/// Everything a search may hit, in lower case.
function haystack(event: Event, sentenceOf: (mention: EventMention) => string): string {
  const words = [
    ...event.actors.map(p => p.name),
    ...event.recipients.map(p => p.name),
    event.place?.name ?? "",
    ...event.mentions.map(sentenceOf)
  ]
  return [...new Set(words)].join(" ").toLowerCase()
}

const partyRowsOf = (event: Event, component: string): object[] =>
  (["actors", "recipients"] as const).flatMap(side =>
    event[side].map((party, place) => ({
      event: event.id,
      component,
      side: side === "actors" ? "actor" : "recipient",
      place,
      id: party.id,
      name: party.name,
      country: party.country,
      sectors: party.sectors.join(";")
    }))
  )

function tellerRowsOf(event: Event, component: string): object[] {
  const tellers = new Map(event.mentions.map(m => [m.article, m.publisher]))
  return [...tellers].map(([article, publisher]) => ({event: event.id, component, article, publisher}))
}
