import type {Event, EventMention, Evidence, Party} from "../model/model.ts"
import type {ArticleBook, Exporter, Known, Manner, Row} from "./exporter.ts"
import {type Column, type FlatRow, flatColumns, flatRows} from "./flat.ts"
import {commas} from "./lines.ts"
import {withArticles} from "./table.ts"

/// A table of the export folder: its columns, what tells its rows apart, and where its columns point.
export interface Table {
  readonly name: string
  readonly says: string
  readonly row: Row
  readonly columns: readonly Column[]
  readonly primaryKey?: readonly string[]
  readonly foreignKeys?: readonly {readonly column: string; readonly table: string; readonly to: string}[]
  rows(events: AsyncIterable<Event>, known: Known, manner?: Manner): AsyncIterable<FlatRow>
}

const told = (event: Event): string[] => event.mentions.map(m => m.article)

/// Rows that stand once however many events lead to them.
async function* once(rows: AsyncIterable<readonly (readonly [key: string, row: FlatRow])[]>): AsyncGenerator<FlatRow> {
  const seen = new Set<string>()
  for await (const batch of rows) {
    for (const [key, row] of batch) {
      if (seen.has(key)) continue
      seen.add(key)
      yield row
    }
  }
}

const events: Table = {
  name: "events",
  says: "one event a row: what happened, however many articles report it",
  row: "event",
  columns: flatColumns,
  primaryKey: ["event_id"],
  foreignKeys: [{column: "evidence_article", table: "articles", to: "article_id"}],
  rows: flatRows
}

const joined = (values: readonly string[]): string | undefined =>
  values.length > 0 ? values.map(v => v.replaceAll(";", ",")).join(";") : undefined

const voiceOf = (m: EventMention): FlatRow => ({
  voice: m.claim.by.kind === "actor" ? m.claim.by.party.name : (m.claim.by.name ?? m.publisher),
  voice_kind: m.claim.by.kind,
  voice_id: m.claim.by.kind === "actor" ? m.claim.by.party.id : undefined
})

const reports: Table = {
  name: "reports",
  says: "one telling of an event in one article a row",
  row: "report",
  columns: [
    {name: "report_id", type: "text", says: "hash of article, words and type; stays the same however events are merged"},
    {name: "event_id", type: "text", says: "the event it tells"},
    {name: "article_id", type: "text", says: "the article it stands in"},
    {name: "sentence", type: "integer", says: "which sentence, from 1"},
    {name: "event_type", type: "text", says: "PLOVER type"},
    {name: "event_mode", type: "text", says: "PLOVER mode"},
    {name: "actor_id", type: "text", says: "who acts, as this telling has it; several by ;"},
    {name: "recipient_id", type: "text", says: "to whom; several by ;"},
    {name: "status", type: "text", says: "as this telling has it"},
    {
      name: "stance",
      type: "text",
      says: "how the voice stands to it: asserts, alleges, denies, doubts, predicts, promises, threatens, demands"
    },
    {name: "voice", type: "text", says: "who vouches for it: the outlet or somebody it quotes"},
    {name: "voice_kind", type: "text", says: "publisher or actor"},
    {name: "voice_id", type: "text", says: "the actor's id"},
    {name: "event_date", type: "date", says: "first day of the span this telling gives"},
    {name: "date_precision", type: "text", says: "how finely"},
    {name: "date_basis", type: "text", says: "stated, inferred or assumed"},
    {name: "place_name", type: "text", says: "where, as this telling has it"},
    {name: "background", type: "boolean", says: "told as history"},
    {name: "confidence", type: "real", says: "0 to 1"},
    {name: "rule", type: "text", says: "the rule that reads it so, or the model"}
  ],
  primaryKey: ["report_id"],
  foreignKeys: [
    {column: "event_id", table: "events", to: "event_id"},
    {column: "article_id", table: "articles", to: "article_id"}
  ],
  async *rows(all) {
    for await (const event of all) {
      for (const m of event.mentions) {
        yield {
          report_id: m.id,
          event_id: event.id,
          article_id: m.article,
          sentence: m.sentence + 1,
          event_type: m.type,
          event_mode: m.mode,
          actor_id: joined(m.actors.flatMap(a => (a.means ? [a.means.id] : []))),
          recipient_id: joined(m.recipients.flatMap(a => (a.means ? [a.means.id] : []))),
          status: m.claim.status,
          stance: m.claim.stance,
          ...voiceOf(m),
          event_date: m.time?.means?.from,
          date_precision: m.time?.means?.grain,
          date_basis: m.time?.basis,
          place_name: m.place?.means?.name,
          background: m.background,
          confidence: m.confidence,
          rule: m.why.rule
        }
      }
    }
  }
}

const claims: Table = {
  name: "claims",
  says: "one voice on one event a row: what it says became of it, first and last said when, how often",
  row: "claim",
  columns: [
    {name: "event_id", type: "text", says: "the event"},
    {name: "voice", type: "text", says: "who vouches for it: an outlet in its own voice, or somebody quoted"},
    {name: "voice_kind", type: "text", says: "publisher or actor"},
    {name: "voice_id", type: "text", says: "the actor's id"},
    {name: "stance", type: "text", says: "asserts, alleges, denies, doubts, predicts, promises, threatens, demands"},
    {name: "status", type: "text", says: "what became of it by this voice"},
    {name: "n_reports", type: "integer", says: "how often"},
    {name: "first_reported", type: "date", says: "day of the earliest dated article"},
    {name: "last_reported", type: "date", says: "day of the latest dated article"}
  ],
  foreignKeys: [{column: "event_id", table: "events", to: "event_id"}],
  async *rows(all) {
    for await (const event of all) {
      const groups = new Map<string, EventMention[]>()
      for (const m of event.mentions) {
        const key = JSON.stringify([voiceOf(m), m.claim.stance, m.claim.status])
        const group = groups.get(key)
        if (group) group.push(m)
        else groups.set(key, [m])
      }
      for (const group of groups.values()) {
        const days = group.flatMap(m => m.published ?? []).sort()
        const [m] = group as [EventMention]
        yield {
          event_id: event.id,
          ...voiceOf(m),
          stance: m.claim.stance,
          status: m.claim.status,
          n_reports: group.length,
          first_reported: days[0],
          last_reported: days.at(-1)
        }
      }
    }
  }
}

const evidence: Table = {
  name: "evidence",
  says: "the words each field of a report rests on, one stretch of text a row",
  row: "evidence",
  columns: [
    {name: "report_id", type: "text", says: "the report"},
    {name: "role", type: "text", says: "predicate, actor, recipient, place, time, voice, claim, toll"},
    {name: "means", type: "text", says: "what these words were taken for"},
    {name: "article_id", type: "text", says: "the article they stand in"},
    {name: "start", type: "integer", says: "where they begin in its text, in UTF-16 units from 0"},
    {name: "end", type: "integer", says: "where they end: the first unit behind them"},
    {name: "quote", type: "text", says: "the words; empty where texts may not travel (--text none), put back by annals rehydrate"}
  ],
  foreignKeys: [
    {column: "report_id", table: "reports", to: "report_id"},
    {column: "article_id", table: "articles", to: "article_id"}
  ],
  async *rows(all) {
    for await (const event of all) {
      for (const m of event.mentions) {
        for (const [role, means, found] of evidenceOfMention(m)) {
          yield {
            report_id: m.id,
            role,
            means,
            article_id: found.article,
            start: found.span.start,
            end: found.span.end,
            quote: found.quote || undefined
          }
        }
      }
    }
  }
}

type Found = readonly [role: string, means: string | undefined, evidence: Evidence]

function evidenceOfMention(m: EventMention): Found[] {
  const parties = (role: string, all: EventMention["actors"]): Found[] =>
    all.flatMap(a => a.evidence.map((e): Found => [role, a.means?.id, e]))
  const {by} = m.claim
  return [
    ["predicate", m.type, m.predicate],
    ...parties("actor", m.actors),
    ...parties("recipient", m.recipients),
    ...(m.place?.evidence ?? []).map((e): Found => ["place", m.place?.means?.name, e]),
    ...(m.time?.evidence ?? []).map((e): Found => ["time", m.time?.means?.from, e]),
    ...(by.kind === "actor" ? [["voice", by.party.id, by.evidence] as const] : []),
    ...m.claim.evidence.map((e): Found => ["claim", m.claim.status, e]),
    ...m.tolls.map((t): Found => ["toll", `${t.what} ${[t.low, t.high].filter(n => n !== undefined).join("-")}`, t.evidence])
  ]
}

const actors: Table = {
  name: "actors",
  says: "who acts or is acted on in these events, each once",
  row: "actor",
  columns: [
    {name: "actor_id", type: "text", says: "stable id"},
    {name: "name", type: "text", says: "the name it goes by here"},
    {name: "kind", type: "text", says: "person, organization, country, group …"},
    {name: "country_iso3", type: "text", says: "ISO 3166-1 alpha-3 or PLOVER's IGO, UNO, EUR, NGO, ISM, IMG, MNC"},
    {name: "ccode", type: "text", says: "Correlates of War country number"},
    {name: "gwcode", type: "text", says: "Gleditsch and Ward country number"},
    {name: "sectors", type: "text", says: "PLOVER sectors, the first foremost; several by ;"}
  ],
  primaryKey: ["actor_id"],
  rows(all, known) {
    const row = (p: Party): FlatRow => ({
      actor_id: p.id,
      name: p.name,
      kind: p.kind,
      country_iso3: p.country,
      ccode: p.country && known.country(p.country)?.cow,
      gwcode: p.country && known.country(p.country)?.gw,
      sectors: joined(p.sectors)
    })
    return once(
      mapped(all, event => [...event.actors, ...event.recipients].map((p): readonly [string, FlatRow] => [p.id, row(p)]))
    )
  }
}

const articles: Table = {
  name: "articles",
  says: "the articles behind these events, each once",
  row: "article",
  columns: [
    {name: "article_id", type: "text", says: "hash of address and text"},
    {name: "url", type: "text", says: "its address"},
    {name: "publisher", type: "text", says: "the outlet"},
    {name: "published", type: "date", says: "the day it was published"},
    {name: "title", type: "text", says: "its title"},
    {name: "characters", type: "integer", says: "length of its text in UTF-16 units"},
    {name: "text", type: "text", says: "its text; only with --text full"}
  ],
  primaryKey: ["article_id"],
  rows(all, known, manner) {
    const row = (id: string, book: ArticleBook | undefined): FlatRow => ({
      article_id: id,
      url: book?.url,
      publisher: book?.publisher,
      published: book?.published,
      title: book?.title?.replace(/\s+/g, " "),
      characters: book?.text.length,
      text: manner?.text === "full" ? book?.text : undefined
    })
    return once(
      mapped(withArticles(all, known, told), ({event, articles: books}) =>
        told(event).map((id): readonly [string, FlatRow] => [id, row(id, books.get(id))])
      )
    )
  }
}

const sources: Table = {
  name: "sources",
  says: "the outlets behind these events, with how many of their articles and reports",
  row: "outlet",
  columns: [
    {name: "publisher", type: "text", says: "the outlet"},
    {name: "n_articles", type: "integer", says: "its articles behind these events"},
    {name: "n_reports", type: "integer", says: "its reports of these events"},
    {name: "first_published", type: "date", says: "the earliest of them"},
    {name: "last_published", type: "date", says: "the latest"}
  ],
  async *rows(all) {
    const outlets = new Map<string, {articles: Set<string>; reports: number; first?: string; last?: string}>()
    for await (const event of all) {
      for (const {publisher = "", article, published} of event.mentions) {
        const outlet = outlets.get(publisher) ?? {articles: new Set(), reports: 0}
        outlets.set(publisher, outlet)
        outlet.articles.add(article)
        outlet.reports++
        if (published && (!outlet.first || published < outlet.first)) outlet.first = published
        if (published && (!outlet.last || published > outlet.last)) outlet.last = published
      }
    }
    for (const [publisher, outlet] of [...outlets].sort(([a], [b]) => (a < b ? -1 : 1))) {
      yield {
        publisher: publisher || undefined,
        n_articles: outlet.articles.size,
        n_reports: outlet.reports,
        first_published: outlet.first,
        last_published: outlet.last
      }
    }
  }
}

async function* mapped<A, B>(all: AsyncIterable<A>, to: (a: A) => B): AsyncGenerator<B> {
  for await (const a of all) yield to(a)
}

/// Every table of the export folder, the events first.
export const tables: readonly Table[] = [events, reports, claims, evidence, actors, articles, sources]

/// The tables beside the events, each as an export of its own.
export const tableExporters: readonly Exporter[] = tables.slice(1).map(table => ({
  name: table.name,
  says: `${table.says}; a CSV table`,
  mediaType: "text/csv",
  extension: "csv",
  row: table.row,
  async *write(all, known, manner) {
    yield commas.head(table.columns)
    for await (const row of table.rows(all, known, manner)) yield commas.line(table.columns, row)
  }
}))
