import {readFileSync} from "node:fs"
import {availableParallelism} from "node:os"
import {dirname, join} from "node:path"
import {Readable} from "node:stream"
import type {Office} from "../../api/contract.ts"
import type {Desk} from "../../api/desk.ts"
import {articlesFrom} from "../../articles/read.ts"
import {flatColumns, flatRows} from "../../export/flat.ts"
import {deedGroups} from "../../ledger/same-deeds.ts"
import {type Article, articleId, type Skipped} from "../../model/model.ts"
import {type Own, type Reader, readers} from "../../pipeline.ts"
import {dataFolder, openResources, type Resources} from "../../resources.ts"
import {parquetOf} from "../../store/parquet.ts"
import {articleBooks} from "../../store/questions/articles.ts"
import type {Store} from "../../store/store.ts"
import {broughtTo} from "./brought.ts"
import {type Coder, coderOf} from "./coder.ts"
import {alone, type Crew, crew} from "./crew.ts"
import {type Keeper, keeperOf} from "./keeper.ts"
import {ownIn, type Wanted} from "./own.ts"
import {reviewingOn} from "./reviewing.ts"

/// The version in package.json.
export const version = (): string => JSON.parse(readFileSync(join(dirname(dataFolder()), "package.json"), "utf8")).version

export interface DeskOptions {
  /// What a request must carry to write.
  readonly token: string
  readonly wanted?: Wanted
  /// How many threads read at once; as many as there are cores, if not given.
  readonly jobs?: number
}

/// Joins the store to the pipeline: what the API works with, until it is closed. Dictionaries and weights are opened at the first
/// article, the ledger's own actors, codebook and model now: what is wrong with them is thrown with file and line.
export function deskOn(
  store: Store,
  {token, wanted, jobs}: DeskOptions
): Desk & {readonly keeper: Keeper; readonly crew: Crew; close(): Promise<void>} {
  let own = ownIn(store.folder, wanted)
  const resources = openResources()
  let opened: ReturnType<typeof readers> | undefined
  const readerOf = (brought: Own): Reader => (opened ??= readers(resources))(brought)
  let reading: Reader | undefined
  const current = (): Reader => (reading ??= readerOf(own))
  const read = (article: Article) => current().read(article)
  const country = countriesIn(resources)
  let coder: Coder | undefined
  const size = jobs ?? availableParallelism()
  const hands = size > 1 ? crew(size, store.folder, wanted, alone(read)) : alone(read)
  const keeper = keeperOf(
    store,
    version(),
    hands,
    () => (coder ??= coderOf(own)),
    () => deedGroups(resources.yaml("words/same-deeds.yaml"))
  )
  /// Reads from now on with what the ledger's folder holds now.
  const renew = (): Promise<void> =>
    keeper.renew(() => {
      own = ownIn(store.folder, wanted)
      reading = undefined
      coder = undefined
      hands.renew()
    })
  return {
    store,
    version: version(),
    token,
    read,
    article: bareArticle,
    inputs: contentsOf,
    country,
    offices: officesIn(resources),
    keeper,
    crew: hands,
    reviewing: reviewingOn(store, keeper.settle),
    brought: broughtTo(store, resources, {readerOf, current, keeper, model: () => own.model, renew}),
    add: keeper.add,
    parquet: events => parquetOf(flatColumns, flatRows(events, {articles: articleBooks(store), country})),
    async close() {
      try {
        await keeper.end()
      } finally {
        await hands.close()
      }
    }
  }
}

/// Countries by code, read when first asked for.
function countriesIn(resources: Resources): Desk["country"] {
  let byCode: Map<string, {name: string; cow?: string; gw?: string}> | undefined
  return code => {
    byCode ??= new Map(
      resources
        .rows("actors/countries.tsv")
        .map(r => [r.iso3!, {name: r.name!, ...(r.cow && {cow: r.cow}), ...(r.gw && {gw: r.gw})}])
    )
    return byCode.get(code)
  }
}

const officeTables = ["heads", "africa", "americas", "asia", "europe", "mideast", "oceania"]

/// Offices by country, read when first asked for.
function officesIn(resources: Resources): NonNullable<Desk["offices"]> {
  let byCountry: Map<string, Office[]> | undefined
  return code => {
    if (!byCountry) {
      byCountry = new Map()
      for (const {id, person, country, body, title, from, until} of officeTables.flatMap(t =>
        resources.rows(`actors/offices/${t}.tsv`)
      )) {
        if (!id || !person || !country || !title || body) continue
        const office = {id, name: person, title, ...(from && {from}), ...(until && {until})}
        byCountry.set(country, [...(byCountry.get(country) ?? []), office])
      }
    }
    return byCountry.get(code) ?? []
  }
}

/// The articles in a file's contents, whatever form they have.
async function* contentsOf(name: string, bytes: Uint8Array): AsyncGenerator<Article | Skipped> {
  // east of us it is tomorrow already
  const latest = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  for await (const one of articlesFrom(["-"], {stdin: Readable.from([bytes]), latest}))
    yield "reason" in one ? {...one, path: one.path.replace(/^-/, name)} : one
}

/// An article of a bare text, for looking at.
export const bareArticle = (text: string, about: {date?: string; title?: string; publisher?: string} = {}): Article => ({
  id: articleId(undefined, text),
  text,
  removed: [],
  language: "en",
  ...(about.date && {published: about.date}),
  ...(about.title && {title: about.title}),
  ...(about.publisher && {publisher: about.publisher})
})
