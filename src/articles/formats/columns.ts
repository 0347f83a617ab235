/// The parts of an article that a record may hold.
export const parts = ["text", "html", "url", "title", "published", "publisher", "byline"] as const
export type Part = (typeof parts)[number]

/// How one kind of table or JSONL calls the parts of an article.
export interface Columns {
  /// Whose it is: "Media Cloud", or the file of the reader's own that it was first said of.
  readonly source: string
  /// Any of these lists of columns, all there, tells the kind.
  readonly marks: readonly (readonly string[])[]
  /// Names in the order in which they are asked; parts that are left out go by the names everybody uses.
  readonly names: Readonly<Partial<Record<Part, readonly string[]>>>
}

/// The names that everybody uses, ours first.
const usual: Readonly<Record<Part, readonly string[]>> = {
  text: "text maintext article_text body content full_text fulltext articleBody story_text raw_text content_text body_text".split(
    " "
  ),
  html: ["html", "raw_html", "rawHtml", "article_html", "content_html", "body_xhtml", "body_html"],
  url: ["url", "link", "canonical_link", "source_url", "uri", "permalink"],
  title: ["title", "headline"],
  published:
    "published publish_date date_publish published_at publishedAt pubDate pub_date datePublished date_published versioncreated contentcreated firstcreated publication_date date seendate datetime".split(
      " "
    ),
  publisher: [
    "publisher",
    "media_name",
    "source_domain",
    "sitename",
    "site_name",
    "outlet",
    "source",
    "hostname",
    "domain",
    "publication"
  ],
  byline: ["byline", "author", "authors", "creator"]
}

/// What other programs write. Source: their documentation and code, read in 2026; Common Crawl News is known in the form in which
/// its articles are shared as tables.
const known: readonly Columns[] = [
  {
    source: "Media Cloud",
    marks: [["media_name", "media_url", "publish_date"]],
    names: {published: ["publish_date"], publisher: ["media_name"], text: ["text", "story_text"]}
  },
  {
    source: "GDELT DOC",
    marks: [
      ["url", "url_mobile", "seendate", "domain"],
      ["url", "mobileurl", "date", "title"]
    ],
    names: {published: ["seendate", "date"], publisher: ["domain"]}
  },
  {
    source: "newspaper4k",
    marks: [["meta_site_name", "canonical_link", "top_image"]],
    names: {publisher: ["meta_site_name"], url: ["url", "canonical_link"], published: ["publish_date"], byline: ["authors"]}
  },
  {
    source: "news-please",
    marks: [["maintext", "source_domain"]],
    names: {text: ["maintext"], published: ["date_publish"], publisher: ["source_domain"], byline: ["authors"]}
  },
  {
    source: "trafilatura",
    // in its JSON the address is called source, and the outlet source-hostname
    marks: [
      ["source", "source-hostname", "fingerprint"],
      ["fingerprint", "hostname", "pagetype"]
    ],
    names: {
      url: ["url", "source"],
      publisher: ["source-hostname", "sitename", "hostname"],
      published: ["date"],
      byline: ["author"],
      text: ["text", "raw_text"]
    }
  },
  {
    source: "Common Crawl News",
    marks: [["domain", "image_url", "description", "text"]],
    names: {publisher: ["domain"], published: ["date"]}
  }
]

const lower = (name: string): string => name.trim().toLowerCase()

/// Whose records have these columns: the reader's own word goes before what is known of other programs, of several the one
/// that knows most of the columns, of equals the latest.
export function columnsOf(held: Iterable<string>, own: readonly Columns[] = []): Columns | undefined {
  const there = new Set([...held].map(lower))
  const fits = (c: Columns): boolean => c.marks.some(mark => mark.every(name => there.has(lower(name))))
  const worth = (c: Columns): number => Object.values(c.names).filter(names => names.some(n => there.has(lower(n)))).length
  const best = (all: readonly Columns[]): Columns | undefined =>
    all.filter(fits).reduce<Columns | undefined>((a, b) => (a && worth(a) > worth(b) ? a : b), undefined)
  return best(own) ?? best(known)
}

/// The names under which records of a kind hold a part, lower case.
export const namesOf = (part: Part, columns: Columns | undefined): readonly string[] =>
  [...(columns?.names[part] ?? []), ...(columns?.names[part] && part !== "text" ? [] : usual[part])].map(lower)

/// Every name that is known for some part, lower case.
export const anyName: ReadonlySet<string> = new Set(Object.values(usual).flat().map(lower))

/// Whether records with these columns may hold the words of an article.
export const holdText = (held: readonly string[], columns: Columns | undefined): boolean => {
  const names = [...namesOf("text", columns), ...namesOf("html", columns)]
  return held.some(name => names.includes(lower(name)))
}

/// Columns as a reader gives them: "text=korpus,title=kopf". Throws with what would be right.
export function columnsAsked(text: string, source: string): Columns {
  const names: Partial<Record<Part, readonly string[]>> = {}
  for (const pair of text.split(",")) {
    const at = pair.indexOf("=")
    const part = parts.find(p => p === pair.slice(0, at).trim())
    const name = pair.slice(at + 1).trim()
    if (!part || name === "")
      throw new Error(`columns: ${JSON.stringify(pair.trim())} should be PART=NAME; parts are ${parts.join(", ")}`)
    names[part] = [...(names[part] ?? []), name]
  }
  return ownColumns(source, names)
}

/// A mapping of the reader's own; it is known again by the column that holds the text.
export function ownColumns(source: string, names: Columns["names"]): Columns {
  const told = names.text ?? names.html
  if (!told || told.length === 0) throw new Error(`columns of ${source}: none for the text; say text=NAME or html=NAME`)
  return {source, marks: told.map(name => [name]), names}
}
