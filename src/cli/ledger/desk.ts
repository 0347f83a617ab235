import {readFileSync} from "node:fs"
import {dirname, join} from "node:path"
import type {Desk} from "../../api/app.ts"
import {flatColumns, flatRows} from "../../export/flat.ts"
import {ledger} from "../../ledger/ledger.ts"
import {type Article, articleId, type Skipped} from "../../model/model.ts"
import {type Grammar, type Own, reader} from "../../pipeline.ts"
import {dataFolder, openResources, type Resources} from "../../resources.ts"
import {parquetOf} from "../../store/parquet.ts"
import {articleBooks, knownArticles} from "../../store/questions/articles.ts"
import type {Store} from "../../store/store.ts"
import {writeReadings, writeSkipped} from "../../store/writes.ts"

/// The version in package.json.
export const version = (): string => JSON.parse(readFileSync(join(dirname(dataFolder()), "package.json"), "utf8")).version

/// Joins the store to the pipeline: what the API works with. Dictionaries and weights are opened at the first article.
export function deskOn(store: Store, token?: string, grammar?: Grammar, own?: Own): Desk {
  const resources = openResources()
  let reading: ReturnType<typeof reader> | undefined
  const read = (article: Article) => (reading ??= reader(resources, own, grammar)).read(article)
  const country = countriesIn(resources)
  return {
    store,
    version: version(),
    ...(token !== undefined && {token}),
    read,
    article: bareArticle,
    country,
    async add(inputs) {
      const articles = inputs.filter((i): i is Article => "text" in i)
      await writeSkipped(
        store,
        inputs.filter((i): i is Skipped => "reason" in i)
      )
      // what is there already is not read again
      const known = await knownArticles(
        store,
        articles.map(a => a.id)
      )
      return writeReadings(store, ledger, articles.filter(a => !known.has(a.id)).map(read))
    },
    parquet: events => parquetOf(store, flatColumns, flatRows(events, {articles: articleBooks(store), country}))
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
