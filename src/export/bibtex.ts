import {booksOf} from "./bibliography.ts"
import type {Exporter} from "./exporter.ts"

/// The sources of the events as a bibliography, each article once, for BibTeX, biblatex and Zotero.
export const bibtex: Exporter = {
  name: "bibtex",
  says: "the articles behind the events as a bibliography, each once",
  mediaType: "application/x-bibtex",
  extension: "bib",
  row: "article",
  async *write(events, known) {
    for await (const {id, title, publisher, published, url} of booksOf(events, known))
      yield entry(id, title, publisher, published, url)
  }
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

function entry(id: string, title?: string, publisher?: string, published?: string, url?: string): string {
  const fields: readonly (readonly [string, string | undefined])[] = [
    // Two braces keep the capitals of names.
    ["title", title && `{{${tex(title)}}}`],
    ["organization", publisher && `{{${tex(publisher)}}}`],
    ["year", published && `{${published.slice(0, 4)}}`],
    ["month", published && months[Number(published.slice(5, 7)) - 1]],
    ["date", published && `{${published}}`],
    ["url", url && `{${url.replace(/[{}\\\s]/g, c => encodeURIComponent(c))}}`]
  ]
  const lines = fields.filter(([, words]) => words).map(([name, words]) => `  ${name} = ${words}`)
  return `@misc{annals-${id.replace(/[^\w-]/g, "")},\n${lines.join(",\n")}\n}\n\n`
}

const signs: Readonly<Record<string, string>> = {"\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}"}

/// Words as TeX would print them.
const tex = (words: string): string =>
  words
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .replace(/[\\~^&%$#_{}]/g, c => signs[c] ?? `\\${c}`)
