import type {Page} from "./page.ts"

/// Whom and what a story is about, for telling whether two articles tell one: "Salvatierra", "the Stella Marina", "Lake Brigade".

/// At most so many names are kept of a telling.
const most = 6

/// For every sentence the names that are told of around it and that no table holds, in lower case and order: of persons the last word,
/// of villages and bodies the whole. Those named often and near are kept. Whom and what the tables know is of many stories.
export function namedAround({
  document: {article},
  mentions,
  tokensIn
}: Pick<Page, "document" | "mentions" | "tokensIn">): Page["named"] {
  const known = new Set(
    [...mentions.actors, ...mentions.places].flatMap(({span, means}) =>
      means !== undefined && !means.id.startsWith("name:") ? tokensIn(span.start, span.end).map(t => t.index) : []
    )
  )
  const publisher = (article.publisher ?? "").toLowerCase()
  const told = new Map<string, number[]>()
  for (const {span, kind, sentence, first, last} of mentions.names) {
    // "(Reuters)" in the first line
    if (known.has(first) || known.has(last) || article.text[span.start - 1] === "(") continue
    const name = article.text
      .slice(span.start, span.end)
      .toLowerCase()
      .replace(/^the |['’]s?$/g, "")
    const key = kind === "person" ? name.slice(name.search(/[^\s]*$/)) : name
    if (key.length < 3 || /\d/.test(key) || publisher.includes(key)) continue
    const at = told.get(key)
    if (at) at.push(sentence)
    else told.set(key, [sentence])
  }
  const kept = new Map<number, readonly string[]>()
  return sentence => {
    const before = kept.get(sentence)
    if (before) return before
    const weight = (at: readonly number[]): number => at.reduce((sum, s) => sum + 1 / (2 + Math.abs(s - sentence)), 0)
    const weighed = [...told].map(([name, at]) => ({name, weight: weight(at)}))
    weighed.sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1))
    const names = weighed
      .slice(0, most)
      .map(({name}) => name)
      .sort()
    kept.set(sentence, names)
    return names
  }
}
