import type {Document, Mentions} from "../model/model.ts"

/// Whom and what a story is about, for telling whether two articles tell one: "Salvatierra", "the Stella Marina", "Oruro".

/// At most so many names are kept of a telling.
const most = 6

/// For every sentence the names that are told of around it and that no table holds, in lower case and order: of persons the last word,
/// of towns and bodies the whole. Those named often and near are kept; countries and capitals are of any story.
export function namedAround({article}: Document, mentions: Mentions): (sentence: number) => readonly string[] {
  const known = new Set(
    mentions.actors.flatMap(({span, means, form}) =>
      means !== undefined && form !== "generic" && !means.id.startsWith("name:") ? [span.end] : []
    )
  )
  const lands = new Set(mentions.places.flatMap(({span, means}) => (means?.grain === "country" ? [span.end] : [])))
  const publisher = (article.publisher ?? "").toLowerCase()
  const told = new Map<string, number[]>()
  for (const {span, kind, sentence} of mentions.names) {
    if (known.has(span.end) || lands.has(span.end)) continue
    const name = article.text
      .slice(span.start, span.end)
      .toLowerCase()
      .replace(/['’]s?$/, "")
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
