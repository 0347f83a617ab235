import type {Article, Skipped} from "../../model/model.ts"
import {type Draft, finished} from "../finish.ts"
import {pageDraft} from "../page/page.ts"

/// The names under which other programs keep the parts of an article, ours first. In order: Media Cloud, news-please,
/// newspaper4k, trafilatura, GDELT DOC, JSON Feed, ninjs, and what people call it by hand.
export const fieldNames = {
  text: [
    "text",
    "maintext",
    "article_text",
    "body",
    "content",
    "full_text",
    "fulltext",
    "articleBody",
    "story_text",
    "raw_text",
    "content_text",
    "body_text"
  ],
  html: ["html", "raw_html", "rawHtml", "article_html", "content_html", "body_xhtml", "body_html"],
  url: ["url", "link", "canonical_link", "source_url", "uri", "permalink"],
  title: ["title", "headline"],
  published: [
    "published",
    "publish_date",
    "date_publish",
    "published_at",
    "publishedAt",
    "pubDate",
    "pub_date",
    "datePublished",
    "date_published",
    "versioncreated",
    "contentcreated",
    "firstcreated",
    "publication_date",
    "date",
    "seendate",
    "datetime"
  ],
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
} as const

type Part = keyof typeof fieldNames

/// The article that a record holds, whatever its fields are called; the record's own words come before those of its page.
export async function articleOfRecord(fields: Readonly<Record<string, unknown>>, path: string): Promise<Article | Skipped> {
  const lower = new Map(Object.entries(fields).map(([name, value]) => [name.trim().toLowerCase(), value]))
  const given = (part: Part): string | undefined => {
    for (const name of fieldNames[part]) {
      const words = wordsIn(lower.get(name.toLowerCase()), part)
      if (words !== undefined) return words
    }
    return undefined
  }
  const about: Omit<Draft, "text"> = {
    url: given("url"),
    title: given("title"),
    publisher: given("publisher"),
    byline: given("byline"),
    published: given("published")
  }
  const plain = given("text")
  if (plain !== undefined && !/^\s*<(!doctype|html|body|div|p|article)\b/i.test(plain)) {
    return await finished({...about, text: plain.replace(/\r\n?/g, "\n")}, path)
  }
  const page = plain ?? given("html")
  if (page === undefined) {
    const names = Object.keys(fields).slice(0, 12).join(", ")
    return {
      path,
      reason: `has neither "text" nor "html" with words in it (its fields: ${names || "none"}): call the article's text "text"`
    }
  }
  const draft = pageDraft(page, about.url)
  if ("reason" in draft) return {path, reason: draft.reason}
  const said = Object.fromEntries(Object.entries(about).filter(([, field]) => field !== undefined))
  return await finished({...draft, ...said}, path)
}

// A string, a number for a day, {"name": …} for an outlet, a list for authors.
function wordsIn(value: unknown, part: Part): string | undefined {
  if (typeof value === "string") return value.trim() === "" ? undefined : value
  if (typeof value === "number") return part === "published" ? String(value) : undefined
  if (part !== "publisher" && part !== "byline") return undefined
  if (Array.isArray(value))
    return (
      value
        .map(item => wordsIn(item, part))
        .filter(item => item !== undefined)
        .join(", ") || undefined
    )
  if (value !== null && typeof value === "object" && "name" in value) return wordsIn(value.name, part)
  return undefined
}
