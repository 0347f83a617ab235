import {createHash} from "node:crypto"
import {existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync} from "node:fs"
import {join} from "node:path"
import type {Article, EventMention, Reading, Skipped, Uncoded} from "../../model/model.ts"
import {type FlatColumn, parquetOf, rowsOfParquet} from "../../store/parquet.ts"
import {LedgerError} from "../../store/store.ts"
import type {Coder} from "./coder.ts"

/// One part of a pile, read by one process of many: what it read, as Parquet files named by their content, and a manifest beside them
/// that is written last. The same part read again gives the same files.
export interface Shard {
  readonly shard: number
  readonly of: number
  readonly coder: Coder
  readonly articles: number
  readonly sentences: number
  readonly reports: number
  /// In the order of reading.
  readonly files: readonly {readonly articles: string; readonly reports: string}[]
  readonly skipped: readonly Skipped[]
}

const articleColumns: readonly FlatColumn[] = [
  ...["id", "url", "publisher", "published", "title", "byline", "language", "text", "removed", "sentences", "uncoded"].map(
    name => ({name, type: "text"}) as const
  ),
  {name: "reports", type: "integer"}
]

/// Plain columns for whoever reads the files as they are, and the whole report as JSON in `body`.
const reportColumns: readonly FlatColumn[] = [
  {name: "id", type: "text"},
  {name: "article", type: "text"},
  {name: "type", type: "text"},
  {name: "mode", type: "text"},
  {name: "contexts", type: "text"},
  {name: "status", type: "text"},
  {name: "stance", type: "text"},
  {name: "background", type: "boolean"},
  {name: "actors", type: "text"},
  {name: "recipients", type: "text"},
  {name: "since", type: "date"},
  {name: "until", type: "date"},
  {name: "grain", type: "text"},
  {name: "place", type: "text"},
  {name: "place_country", type: "text"},
  {name: "place_grain", type: "text"},
  {name: "lat", type: "real"},
  {name: "lon", type: "real"},
  {name: "confidence", type: "real"},
  {name: "quote", type: "text"},
  {name: "published", type: "date"},
  {name: "publisher", type: "text"},
  {name: "body", type: "text"}
]

/// Articles go into files by so many, so that memory stays flat.
const most = 1000

/// Writes the readings of shard `shard` of `of` into a folder, with what could not be read; the manifest comes last.
export async function writeShard(
  folder: string,
  {shard, of, coder}: Pick<Shard, "shard" | "of" | "coder">,
  readings: AsyncIterable<Reading | Skipped>
): Promise<Shard> {
  mkdirSync(folder, {recursive: true})
  const files: {articles: string; reports: string}[] = []
  const skipped: Skipped[] = []
  const sum = {articles: 0, sentences: 0, reports: 0}
  const seen = new Set<string>()
  let batch: Reading[] = []
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return
    files.push({
      articles: keep(folder, "articles", await parquetOf(articleColumns, each(batch.map(articleRow)))),
      reports: keep(folder, "reports", await parquetOf(reportColumns, each(batch.flatMap(r => r.coding.events.map(reportRow)))))
    })
    batch = []
  }
  for await (const reading of readings) {
    if ("reason" in reading) {
      skipped.push(reading)
      continue
    }
    if (seen.has(reading.article.id)) continue
    seen.add(reading.article.id)
    sum.articles++
    sum.sentences += reading.document.sentences.length
    sum.reports += reading.coding.events.length
    batch.push(reading)
    if (batch.length >= most) await flush()
  }
  await flush()
  const made: Shard = {shard, of, coder, ...sum, files, skipped}
  const path = join(folder, manifestName(shard, of))
  writeFileSync(`${path}.part`, `${JSON.stringify(made, undefined, 2)}\n`)
  renameSync(`${path}.part`, path)
  return made
}

const manifestName = (shard: number, of: number): string =>
  `shard-${String(shard).padStart(String(of).length, "0")}-of-${of}.json`

/// Puts bytes into a folder under the name of their content.
function keep(folder: string, what: string, bytes: Uint8Array): string {
  const name = `${what}-${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}.parquet`
  const path = join(folder, name)
  writeFileSync(`${path}.part`, bytes)
  renameSync(`${path}.part`, path)
  return name
}

async function* each<T>(rows: readonly T[]): AsyncGenerator<T> {
  yield* rows
}

function articleRow({article, document, coding}: Reading): object {
  return {
    ...article,
    removed: JSON.stringify(article.removed),
    sentences: JSON.stringify(document.sentences.map(s => [s.start, s.end])),
    uncoded: JSON.stringify(coding.uncoded),
    reports: coding.events.length
  }
}

function reportRow(m: EventMention): object {
  const {place, time} = m
  const ids = (parties: EventMention["actors"]): string => parties.map(p => p.means.id).join(";")
  return {
    id: m.id,
    article: m.article,
    type: m.type,
    mode: m.mode,
    contexts: m.contexts.join(";"),
    status: m.claim.status,
    stance: m.claim.stance,
    background: m.background,
    actors: ids(m.actors),
    recipients: ids(m.recipients),
    since: time?.means.from,
    until: time?.means.until,
    grain: time?.means.grain,
    place: place?.means.name,
    place_country: place?.means.country,
    place_grain: place?.means.grain,
    lat: place?.means.lat,
    lon: place?.means.lon,
    confidence: m.confidence,
    quote: m.predicate.quote,
    published: m.published,
    publisher: m.publisher,
    body: JSON.stringify(m)
  }
}

/// The shards in a folder, in order. Throws if there are none, or (unless `partial`) if some of those that belong together are missing,
/// and names them.
export function shardsIn(folder: string, partial = false): readonly Shard[] {
  const names = existsSync(folder)
    ? readdirSync(folder)
        .filter(f => /^shard-\d+-of-\d+\.json$/.test(f))
        .sort()
    : []
  if (names.length === 0)
    throw new LedgerError(`no finished shard in ${folder}; make some with: annals read PATH --shard 1/16 --out ${folder}`)
  const shards = names.map(name => JSON.parse(readFileSync(join(folder, name), "utf8")) as Shard)
  const {of} = shards[0]!
  const other = shards.find(s => s.of !== of)
  if (other)
    throw new LedgerError(
      `${folder} holds shards of ${of} and shards of ${other.of}; gather each division from a folder of its own`
    )
  const missing = Array.from({length: of}, (_, i) => i + 1).filter(i => !shards.some(s => s.shard === i))
  if (missing.length > 0 && !partial)
    throw new LedgerError(
      `${folder} lacks shard ${missing.join(", ")} of ${of}; read those first, or gather what is there with --partial`
    )
  return shards
}

/// What a shard holds, in its order, some hundred articles at once. A file that is not what its name says is an error.
export async function* readingsIn(folder: string, shard: Shard): AsyncGenerator<Reading[]> {
  for (const file of shard.files) {
    const reports = new Map<string, EventMention[]>()
    for await (const rows of rowsOfParquet<{article: string; body: string}>(
      checked(folder, file.reports),
      ["article", "body"],
      5000
    )) {
      for (const {article, body} of rows) {
        const of = reports.get(article)
        if (of) of.push(JSON.parse(body))
        else reports.set(article, [JSON.parse(body)])
      }
    }
    const names = articleColumns.map(c => c.name)
    for await (const rows of rowsOfParquet<Record<string, string>>(checked(folder, file.articles), names, 250))
      yield rows.map(row => readingOf(row, reports.get(row.id!) ?? []))
  }
}

function checked(folder: string, name: string): string {
  const path = join(folder, name)
  if (!existsSync(path)) throw new LedgerError(`${path} is missing; read its shard again`)
  const hash = createHash("sha256").update(readFileSync(path)).digest("hex").slice(0, 16)
  if (!name.includes(hash)) throw new LedgerError(`${path} is not what its name says; copy it again, or read its shard again`)
  return path
}

function readingOf(
  {removed, sentences, uncoded, reports: _, ...row}: Record<string, string>,
  events: readonly EventMention[]
): Reading {
  const article = {...(row as unknown as Article), removed: JSON.parse(removed!) as Article["removed"]}
  const spans = JSON.parse(sentences!) as [number, number][]
  return {
    article,
    document: {
      article,
      sentences: spans.map(([start, end], index) => ({index, start, end, first: 0, last: 0})),
      tokens: [],
      clauses: [],
      reports: [],
      notes: []
    },
    mentions: {names: [], actors: [], places: [], times: []},
    coding: {events, uncoded: JSON.parse(uncoded!) as Uncoded[], notes: []}
  }
}
