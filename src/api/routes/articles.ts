import type {Hono} from "hono"
import {articleById, articleLines, versionsOf} from "../../store/questions/articles.ts"
import {paged, pageOf} from "../asked.ts"
import type {ArticleDetail, ArticleList} from "../contract.ts"
import {type Desk, problem} from "../desk.ts"

export function articles(app: Hono, {store}: Desk): void {
  app.get("/articles", async c => {
    const {limit, offset} = pageOf(c)
    const {rows, next} = paged(await articleLines(store, c.req.query("search"), limit + 1, offset), limit, offset)
    return c.json({articles: rows, next} satisfies ArticleList)
  })

  app.get("/articles/:id", async c => {
    const found = await articleById(store, c.req.param("id"))
    if (!found) return c.json(problem(404, "no such article", `no article ${c.req.param("id")} in this ledger`), 404)
    const uncoded = found.uncoded.map(u => ({sentence: u.sentence, start: u.span.start, end: u.span.end, reason: u.reason}))
    const versions = await versionsOf(store, found.article.url)
    return c.json({...found, uncoded, ...(versions.length > 0 && {versions})} satisfies ArticleDetail)
  })
}
