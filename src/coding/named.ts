import type {Page} from "./page.ts"

/// Whom and what a story is about, for telling whether two articles tell one: "Salvatierra", "the Stella Marina", "Lake Brigade".

/// At most so many names are kept of a telling, of those told within so many sentences of it.
const most = 6
const around = 40

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
  const told = new Map<number, string[]>()
  for (const {span, kind, sentence, first, last} of mentions.names) {
    // "(Reuters)" in the first line
    if (known.has(first) || known.has(last) || article.text[span.start - 1] === "(") continue
    const name = article.text
      .slice(span.start, span.end)
      .toLowerCase()
      .replace(/^the |['’]s?$/g, "")
    const key = kind === "person" ? name.slice(name.search(/[^\s]*$/)) : name
    if (key.length < 3 || /\d/.test(key) || publisher.includes(key)) continue
    const there = told.get(sentence)
    if (there) there.push(key)
    else told.set(sentence, [key])
  }
  const kept = new Map<number, readonly string[]>()
  return sentence => {
    const before = kept.get(sentence)
    if (before) return before
    const weights = new Map<string, number>()
    for (let at = sentence - around; at <= sentence + around; at++)
      for (const name of told.get(at) ?? []) weights.set(name, (weights.get(name) ?? 0) + 1 / (2 + Math.abs(at - sentence)))
    const weighed = [...weights].map(([name, weight]) => ({name, weight}))
    weighed.sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1))
    const names = weighed
      .slice(0, most)
      .map(({name}) => name)
      .sort()
    kept.set(sentence, names)
    return names
  }
}
