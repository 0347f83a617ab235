import {createReadStream} from "node:fs"
import {parse} from "csv-parse"
import {articlesFrom} from "../../articles/read.ts"
import {quoted} from "../../export/lines.ts"
import {linesOf} from "../lines.ts"
import {put, textBody} from "../output.ts"

export interface RehydrateOptions {
  readonly articles: readonly string[]
  readonly out?: string
}

/// A stretch of an article's text that an export points to.
interface Stretch {
  readonly article: string
  readonly start: number
  readonly end: number
}

/// Finds words by article and offsets; undefined where the article is not at hand.
type Words = (stretch: Stretch) => string | undefined

/// `annals rehydrate FILE --articles PATH…`: the same file with its quotes. An article is the same if its address and text are, by hash; a
/// quote whose article is not among the paths stays empty and is counted. Memory grows with the quotes, not with the articles.
export async function rehydrate(file: string, options: RehydrateOptions): Promise<number> {
  const form = /\.(csv|tsv|jsonl)$/.exec(file)?.[1] as "csv" | "tsv" | "jsonl" | undefined
  if (!form) {
    process.stderr.write(
      `annals rehydrate: ${file} does not end in .csv, .tsv or .jsonl; export it again with --as one of these and --text none\n`
    )
    return 2
  }
  const wanted = new Map<string, Stretch[]>()
  for await (const _ of filled(file, form, stretch => {
    const of = wanted.get(stretch.article)
    if (of) of.push(stretch)
    else wanted.set(stretch.article, [stretch])
    return undefined
  }));
  const found = new Map<string, string>()
  for await (const article of articlesFrom(options.articles)) {
    if ("reason" in article) continue
    for (const stretch of wanted.get(article.id) ?? []) found.set(keyOf(stretch), article.text.slice(stretch.start, stretch.end))
  }
  let back = 0
  let missing = 0
  const body = filled(file, form, stretch => {
    const words = found.get(keyOf(stretch))
    if (words === undefined) missing++
    else back++
    return words
  })
  await put(options.out, textBody(body))
  process.stderr.write(
    `${back} quotes put back${missing > 0 ? `, ${missing} left empty: their articles are not in ${options.articles.join(", ")} with the same address and text` : ""}\n`
  )
  return missing > 0 ? 3 : 0
}

const keyOf = ({article, start, end}: Stretch): string => `${article} ${start} ${end}`

/// The file's lines, every empty quote replaced by what `words` finds.
async function* filled(file: string, form: "csv" | "tsv" | "jsonl", words: Words): AsyncGenerator<string> {
  if (form === "jsonl") {
    for await (const line of linesOf(createReadStream(file))) {
      if (line !== "") yield `${JSON.stringify(withQuotes(JSON.parse(line), words))}\n`
    }
    return
  }
  const tabs = form === "tsv"
  const rows = createReadStream(file).pipe(parse({delimiter: tabs ? "\t" : ",", ...(tabs && {quote: null})}))
  let at: {quote: number; article: number; start: number; end: number} | undefined
  for await (const row of rows as AsyncIterable<string[]>) {
    if (!at) {
      const of = (...names: string[]): number => row.findIndex(c => names.includes(c))
      at = {
        quote: of("quote"),
        article: of("evidence_article", "article_id"),
        start: of("evidence_start", "start"),
        end: of("evidence_end", "end")
      }
      if (Object.values(at).includes(-1)) {
        throw new Error(
          `${file} has no columns for quotes (quote, evidence_article, evidence_start, evidence_end); give an events or evidence table`
        )
      }
    } else if (row[at.quote] === "" && row[at.article]) {
      const found = words({article: row[at.article]!, start: Number(row[at.start]), end: Number(row[at.end])})
      row[at.quote] = found?.replace(/\s+/g, " ") ?? ""
    }
    yield tabs ? `${row.join("\t")}\n` : `${row.map(quoted).join(",")}\r\n`
  }
}

function withQuotes(value: unknown, words: Words): unknown {
  if (Array.isArray(value)) return value.map(v => withQuotes(v, words))
  if (value === null || typeof value !== "object") return value
  const held = value as Record<string, unknown>
  const {article, span, quote} = held as {article?: string; span?: {start: number; end: number}; quote?: string}
  if (quote === "" && typeof article === "string" && span) return {...held, quote: words({article, ...span}) ?? ""}
  return Object.fromEntries(Object.entries(held).map(([key, v]) => [key, withQuotes(v, words)]))
}
