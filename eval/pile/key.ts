import {existsSync, readFileSync} from "node:fs"
import {join} from "node:path"
import {articlesFrom} from "../../src/articles/read.ts"
import type {Article, Span} from "../../src/model/model.ts"

/// A pile with its answer key (the form is told in samples/README.md).
export interface Pile {
  /// By the names the key gives them: a file, or a line of wire.jsonl.
  readonly articles: ReadonlyMap<string, Article>
  readonly events: readonly KeyEvent[]
  readonly traps: readonly {readonly a: Report; readonly b: Report}[]
}

/// Words of an article that tell of an event.
export interface Report {
  readonly article: string
  readonly quote: string
}

export interface KeyEvent {
  readonly event: string
  readonly type: string
  readonly status?: string
  /// A year, a month or a day, and the last day where it went on.
  readonly date?: string
  readonly until?: string
  readonly reports: readonly Report[]
}

interface KeyLine extends Partial<KeyEvent> {
  readonly trap?: boolean
  readonly a?: Report
  readonly b?: Report
}

/// Opens the pile of a folder: `key.jsonl` and the articles it names.
export async function pileAt(folder: string): Promise<Pile> {
  const lines = readFileSync(join(folder, "key.jsonl"), "utf8")
    .split("\n")
    .filter(l => l.trim() !== "")
    .map(l => JSON.parse(l) as KeyLine)
  const events = lines.filter((l): l is KeyEvent => l.event !== undefined)
  const traps = lines.flatMap(({trap, a, b}) => (trap && a && b ? [{a, b}] : []))
  const articles = new Map<string, Article>()
  const wire = join(folder, "articles", "wire.jsonl")
  if (existsSync(wire)) {
    let line = 0
    for await (const a of articlesFrom([wire], {})) if ("text" in a) articles.set(`wire.jsonl:${++line}`, a)
  }
  for (const file of new Set(reportsOf({events, traps}).map(r => r.article))) {
    const path = join(folder, "articles", file)
    if (!file.includes(":") && existsSync(path))
      for await (const a of articlesFrom([path], {})) if ("text" in a) articles.set(file, a)
  }
  return {articles, events, traps}
}

/// All words that the key marks.
export const reportsOf = ({events, traps}: Pick<Pile, "events" | "traps">): Report[] => [
  ...events.flatMap(e => e.reports),
  ...traps.flatMap(t => [t.a, t.b])
]

/// Where a report stands in the text of its article, whose lines may be broken elsewhere.
export function spanOf({quote}: Report, text: string): Span | undefined {
  const words = quote.split(/\s+/).map(w => w.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
  const match = new RegExp(words.join("\\s+")).exec(text)
  return match ? {start: match.index, end: match.index + match[0].length} : undefined
}
