/// The tables of a ledger and the version of their shape. No primary keys: DuckDB checks them too eagerly when a row is
/// replaced within one transaction; uniqueness is kept by the writer, and the conformance test looks for doubles.
export const schemaVersion = 4

/// How mentions are filed under keys, as ledgers note it: one whose note says otherwise is filed anew by `catchUp` in writes.ts.
export const filing = "words by week"

export const tables = [
  "create table if not exists meta (key varchar, value varchar)",
  `create table if not exists articles (
    id varchar, url varchar, publisher varchar, published varchar, title varchar, byline varchar, language varchar,
    text varchar, removed varchar, sentences varchar, uncoded varchar, signature varchar, credits varchar, revised boolean, coder varchar, sentence_count integer, mention_count integer)`,
  `create table if not exists mentions (
    id varchar, article varchar, event varchar, beside varchar, gist varchar, body varchar)`,
  // how tellings were read that people have changed, taken out or (without a body) added
  "create table if not exists coded (id varchar, article varchar, body varchar)",
  "create table if not exists keys (key bigint, mention varchar)",
  "create table if not exists heirs (id varchar, mention varchar)",
  "create table if not exists runs (run integer, body varchar)",
  "create table if not exists changes (run integer, event varchar, kind varchar, other varchar, before varchar, cause varchar)",
  `create table if not exists events (
    id varchar, type varchar, modes varchar, contexts varchar, quad integer, weight double, status varchar,
    background boolean, since varchar, until varchar, grain varchar, time_basis varchar,
    place_id varchar, place_name varchar, place_country varchar, place_grain varchar, lat double, lon double,
    confidence double, reports integer, articles integer, outlets integer, independent integer,
    quote varchar, predicate varchar, said_by varchar, haystack varchar, body varchar,
    month integer, who varchar, whom varchar, told_by varchar, doc integer, line varchar)`,
  "create table if not exists parties (event varchar, side varchar, place integer, id varchar, name varchar, country varchar, sectors varchar)",
  "create table if not exists tellers (event varchar, article varchar, publisher varchar)",
  "create table if not exists links (event varchar, kind varchar, other varchar, says varchar)",
  "create table if not exists skipped (path varchar, reason varchar)",
  // articles that were taken out for good: their ids, which are hashes
  "create table if not exists forgotten (id varchar)",
  "create table if not exists docs (doc integer, kind varchar, id varchar)",
  "create table if not exists words (word varchar, doc integer)"
] as const

/// What turns a ledger of one shape into one of the next. What the ledger stage works out is left empty here; `catchUp` in
/// writes.ts fills it when the ledger is next written to or asked.
export const steps: Readonly<Record<number, readonly string[]>> = {
  1: [
    "alter table articles add column credits varchar",
    "alter table articles add column revised boolean",
    "alter table articles add column coder varchar",
    "alter table mentions add column gist varchar",
    "drop table keys",
    "drop table events",
    "drop table parties",
    "drop table tellers",
    "insert into meta values ('unmerged', '1')"
  ],
  // where a mention stands is kept by event and by whom it was put there, no longer by component
  2: [
    "alter table mentions drop column component",
    "alter table mentions add column beside varchar",
    "drop table keys",
    "drop table events",
    "drop table parties",
    "drop table tellers",
    "delete from meta where key = 'unmerged'",
    "insert into meta values ('unmerged', '1')"
  ],
  // what a list shows of an event, and what is counted of it, stand beside it; shown.ts fills them in
  3: ["month integer", "who varchar", "whom varchar", "told_by varchar", "doc integer", "line varchar"].map(
    column => `alter table events add column if not exists ${column}`
  )
}

/// The columns of each table that the writer fills, for reading a batch out of one JSON parameter.
export const columns = {
  articles: {
    id: "VARCHAR",
    url: "VARCHAR",
    publisher: "VARCHAR",
    published: "VARCHAR",
    title: "VARCHAR",
    byline: "VARCHAR",
    language: "VARCHAR",
    text: "VARCHAR",
    removed: "VARCHAR",
    sentences: "VARCHAR",
    uncoded: "VARCHAR",
    signature: "VARCHAR",
    credits: "VARCHAR",
    revised: "BOOLEAN",
    coder: "VARCHAR",
    sentence_count: "INTEGER",
    mention_count: "INTEGER"
  },
  mentions: {id: "VARCHAR", article: "VARCHAR", event: "VARCHAR", beside: "VARCHAR", gist: "VARCHAR", body: "VARCHAR"},
  coded: {id: "VARCHAR", article: "VARCHAR", body: "VARCHAR"},
  keys: {key: "BIGINT", mention: "VARCHAR"},
  heirs: {id: "VARCHAR", mention: "VARCHAR"},
  runs: {run: "INTEGER", body: "VARCHAR"},
  changes: {run: "INTEGER", event: "VARCHAR", kind: "VARCHAR", other: "VARCHAR", before: "VARCHAR", cause: "VARCHAR"},
  events: {
    id: "VARCHAR",
    type: "VARCHAR",
    modes: "VARCHAR",
    contexts: "VARCHAR",
    quad: "INTEGER",
    weight: "DOUBLE",
    status: "VARCHAR",
    background: "BOOLEAN",
    since: "VARCHAR",
    until: "VARCHAR",
    grain: "VARCHAR",
    time_basis: "VARCHAR",
    place_id: "VARCHAR",
    place_name: "VARCHAR",
    place_country: "VARCHAR",
    place_grain: "VARCHAR",
    lat: "DOUBLE",
    lon: "DOUBLE",
    confidence: "DOUBLE",
    reports: "INTEGER",
    articles: "INTEGER",
    outlets: "INTEGER",
    independent: "INTEGER",
    quote: "VARCHAR",
    predicate: "VARCHAR",
    said_by: "VARCHAR",
    haystack: "VARCHAR",
    body: "VARCHAR",
    // the month it is counted in, as the number of months since the year 0; none where it is told more vaguely
    month: "INTEGER",
    // countries, or actors without one, on each side, and outlets: each once, in order, between separators
    who: "VARCHAR",
    whom: "VARCHAR",
    told_by: "VARCHAR",
    // its number in the index of words
    doc: "INTEGER",
    // what a list shows of it
    line: "VARCHAR"
  },
  parties: {
    event: "VARCHAR",
    side: "VARCHAR",
    place: "INTEGER",
    id: "VARCHAR",
    name: "VARCHAR",
    country: "VARCHAR",
    sectors: "VARCHAR"
  },
  tellers: {event: "VARCHAR", article: "VARCHAR", publisher: "VARCHAR"},
  links: {event: "VARCHAR", kind: "VARCHAR", other: "VARCHAR", says: "VARCHAR"},
  skipped: {path: "VARCHAR", reason: "VARCHAR"},
  forgotten: {id: "VARCHAR"},
  docs: {doc: "INTEGER", kind: "VARCHAR", id: "VARCHAR"},
  words: {word: "VARCHAR", doc: "INTEGER"}
} as const

export type Table = keyof typeof columns
