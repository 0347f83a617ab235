import type {Store} from "../store.ts"

/// A quotation that does not stand where it should.
export interface Misquote {
  readonly mention: string
  readonly article: string
  readonly quote: string
  readonly found: string
}

/// Reads every quotation of every mention again in its article.
export async function misquotes(store: Store): Promise<{mentions: number; quotes: number; wrong: Misquote[]}> {
  const ids = (await store.rows<{id: string}>("select id from articles order by id")).map(r => r.id)
  const tally = {mentions: 0, quotes: 0, wrong: [] as Misquote[]}
  const orphans = await store.rows<{id: string; article: string}>(
    "select id, article from mentions where article not in (select id from articles)"
  )
  for (const {id, article} of orphans) tally.wrong.push({mention: id, article, quote: "", found: "no such article"})
  for (let at = 0; at < ids.length; at += 500) {
    const page = ids.slice(at, at + 500)
    const texts = new Map(
      (await store.among<{id: string; text: string}>("articles", ["id", "text"], "id", page)).map(r => [r.id, r.text])
    )
    for (const {id, body} of await store.among<{id: string; body: string}>("mentions", ["id", "body"], "article", page)) {
      tally.mentions++
      for (const {article, span, quote} of quotesIn(JSON.parse(body))) {
        tally.quotes++
        const found = (texts.get(article) ?? "").slice(span.start, span.end)
        if (found !== quote) tally.wrong.push({mention: id, article, quote, found})
      }
    }
  }
  return tally
}

interface Quoted {
  readonly article: string
  readonly span: {readonly start: number; readonly end: number}
  readonly quote: string
}

/// All evidence anywhere in a value.
function quotesIn(value: unknown): Quoted[] {
  if (typeof value !== "object" || value === null) return []
  const {article, span, quote} = value as Partial<Quoted>
  if (typeof article === "string" && typeof quote === "string" && span) return [value as Quoted]
  return Object.values(value).flatMap(quotesIn)
}
