import type {Event} from "../model/model.ts"
import type {ArticleBook, Exporter, Known} from "./exporter.ts"
import {withArticles} from "./table.ts"

/// The articles behind events, each once, in the order they are first told from.
export async function* booksOf(events: AsyncIterable<Event>, known: Known): AsyncGenerator<Omit<ArticleBook, "text">> {
  const seen = new Set<string>()
  for await (const {event, articles} of withArticles(events, known, e => e.mentions.map(m => m.article))) {
    for (const {article: id, publisher, published} of event.mentions) {
      if (seen.has(id)) continue
      seen.add(id)
      const {text: _, ...book} = articles.get(id) ?? {text: ""}
      yield {id, ...(publisher && {publisher}), ...(published && {published}), ...book}
    }
  }
}

/// CSL-JSON: what Zotero, pandoc and rmarkdown take.
export const csl: Exporter = {
  name: "csl",
  says: "the same bibliography as CSL-JSON, for Zotero, pandoc and rmarkdown",
  mediaType: "application/vnd.citationstyles.csl+json",
  extension: "json",
  row: "article",
  async *write(events, known) {
    let between = "[\n"
    for await (const {id, title, publisher, published, url} of booksOf(events, known)) {
      const item = {
        id: `annals-${id}`,
        type: "article-newspaper",
        ...(title && {title}),
        ...(publisher && {"container-title": publisher}),
        ...(published && {issued: {"date-parts": [published.split("-").map(Number)]}}),
        ...(url && {URL: url})
      }
      yield between + JSON.stringify(item)
      between = ",\n"
    }
    yield between === "[\n" ? "[]\n" : "\n]\n"
  }
}

const line = (words: string): string => words.replace(/[\p{Cc}\s]+/gu, " ").trim()

/// RIS: what EndNote and Mendeley take.
export const ris: Exporter = {
  name: "ris",
  says: "the same bibliography as RIS, for EndNote and Mendeley",
  mediaType: "application/x-research-info-systems",
  extension: "ris",
  row: "article",
  async *write(events, known) {
    for await (const {id, title, publisher, published, url} of booksOf(events, known)) {
      const fields = [
        ["TY", "NEWS"],
        ["ID", `annals-${id}`],
        ["TI", title],
        ["T2", publisher],
        ["PY", published?.slice(0, 4)],
        ["DA", published?.replaceAll("-", "/")],
        ["UR", url]
      ].flatMap(([tag, words]) => (words ? [`${tag}  - ${line(words)}\r\n`] : []))
      yield `${fields.join("")}ER  - \r\n\r\n`
    }
  }
}
