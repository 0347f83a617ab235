import * as z from "zod"
import {articleById, articleLines, versionsOf} from "../../store/questions/articles.ts"
import type {Article, ArticleDetail, ArticleList, Skipped} from "../contract.ts"
import {missing} from "../desk.ts"
import {counted, list} from "../list.ts"
import {type Route, route} from "../route.ts"
import {articleDetail, articleRow, readSummary} from "../schemas/answers.ts"
import {text} from "../schemas/named.ts"

type Row = ArticleList["articles"][number]

/// What `annals read` hands over: articles, or why there are none.
const inputs = z.array(
  z.looseObject({id: text, text, removed: z.array(z.looseObject({}))}).or(z.looseObject({path: text, reason: text}))
)

export const articles: readonly Route[] = [
  list<Row>({
    path: "/articles",
    name: "listArticles",
    says: "The articles of the pile, the latest first",
    key: "articles",
    row: articleRow,
    query: z.object({search: text.describe("Words in title and text: all of them").optional()}),
    page: async ({desk, query}, page) =>
      counted(await articleLines(desk.store, query.search as string | undefined, page.limit + 1, page.offset), page),
    entry: row => ({
      id: `article:${row.id}`,
      title: row.title ?? row.url ?? row.id,
      ...(row.published && {day: row.published}),
      page: `/article/${row.id}`
    })
  }),

  route({
    method: "get",
    path: "/articles/{id}",
    name: "getArticle",
    says: "One article with what was coded in it, what was not, and why",
    answer: articleDetail,
    async reply({desk, part}) {
      const found = await articleById(desk.store, part("id"))
      if (!found) throw missing(`no article ${part("id")} in this ledger`)
      const uncoded = found.uncoded.map(u => ({sentence: u.sentence, start: u.span.start, end: u.span.end, reason: u.reason}))
      const versions = await versionsOf(desk.store, found.article.url)
      return {...found, uncoded, ...(versions.length > 0 && {versions})} satisfies ArticleDetail
    }
  }),

  route({
    method: "post",
    path: "/articles",
    name: "addArticles",
    says: "Articles to be read and stored, as `annals read` hands them over",
    owned: true,
    body: z.strictObject({articles: inputs}, {error: 'POST /articles wants {"articles": [article or {path, reason}, …]}'}),
    answer: readSummary,
    async reply({desk, body}) {
      const inputs = body.articles as unknown as (Article | Skipped)[]
      const written = await desk.add(inputs)
      desk.jobs.abroad.took({...written, skipped: inputs.filter(i => "reason" in i).length})
      return written
    }
  })
]
