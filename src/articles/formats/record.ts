import type {Article, Skipped} from "../../model/model.ts"
import {type Draft, finished} from "../finish.ts"
import {pageDraft} from "../page/page.ts"
import {type Columns, columnsOf, holdText, namesOf, type Part} from "./columns.ts"

type Fields = Readonly<Record<string, unknown>>

/// The article that a record holds, whatever its fields are called; the record's own words come before those of its page.
export async function articleOfRecord(
  fields: Fields,
  path: string,
  columns: Columns | undefined = columnsOf(Object.keys(fields))
): Promise<Article | Skipped> {
  const lower = new Map(Object.entries(fields).map(([name, value]) => [name.trim().toLowerCase(), value]))
  const given = (part: Part): string | undefined => {
    for (const name of namesOf(part, columns)) {
      const words = wordsIn(lower.get(name), part)
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
  if (page === undefined) return {path, reason: "has no words in its field for the text: leave it out, or fill it in"}
  const draft = pageDraft(page, about.url)
  if ("reason" in draft) return {path, reason: draft.reason}
  const said = Object.fromEntries(Object.entries(about).filter(([, field]) => field !== undefined))
  return await finished({...draft, ...said}, path)
}

/// What to say of records none of which has a field for the text.
export function withoutText(names: readonly string[], own: readonly Columns[], path: string): string {
  const source = columnsOf(names, own)?.source
  if (source !== undefined)
    return `is a list of ${source} without the articles' texts: annals fetch ${path} gets the pages it names`
  const shown = names.length > 12 ? `${names.slice(0, 12).join(", ")} …` : names.join(", ")
  return `has no column or field that is known for the text (${shown || "it has none"}): say which it is, --columns text=NAME,title=NAME,published=NAME`
}

/// Records of one input, one after the other: whose they are is found by their fields, and what has no field for a text is said once
/// and then counted.
export interface Records {
  /// Undefined where it was counted.
  article(fields: Fields, where: string): Promise<Article | Skipped | undefined>
  /// What was counted, at the end.
  rest(): readonly Skipped[]
}

export function records(path: string, own: readonly Columns[] = []): Records {
  const kinds = new Map<string, {readonly columns: Columns | undefined; readonly text: boolean}>()
  let without = 0
  let remedy = ""
  return {
    async article(fields, where) {
      const names = Object.keys(fields)
      const key = names.join("\0")
      let kind = kinds.get(key)
      if (!kind) {
        const columns = columnsOf(names, own)
        kind = {columns, text: holdText(names, columns)}
        // Records of any shape are not all remembered.
        if (kinds.size < 1000) kinds.set(key, kind)
      }
      if (kind.text) return articleOfRecord(fields, where, kind.columns)
      without++
      if (without > 1) return undefined
      remedy = withoutText(names, own, path)
      return {path: where, reason: remedy}
    },
    rest() {
      if (without < 2) return []
      return [{path, reason: `has ${without - 1} more records like that one, without a text: ${remedy.split(": ").at(-1)}`}]
    }
  }
}

/// The address that a record names.
export const addressIn = (fields: Fields, own: readonly Columns[] = []): string | undefined => {
  const lower = new Map(Object.entries(fields).map(([name, value]) => [name.trim().toLowerCase(), value]))
  return namesOf("url", columnsOf(lower.keys(), own))
    .map(name => wordsIn(lower.get(name), "url"))
    .find(url => url !== undefined)
}

// A string, a number for a day, {"name": …} for an outlet, a list for authors (in tables written as Python writes it).
function wordsIn(value: unknown, part: Part): string | undefined {
  if (typeof value === "string") {
    if (value.trim() === "") return undefined
    return part === "byline" && /^\s*\[.*\]\s*$/s.test(value) ? listed(value) : value
  }
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

/// "['Ada Writer', "Tom O'Hara"]" as names; undefined for an empty list.
const listed = (text: string): string | undefined =>
  [...text.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g)]
    .map(m => (m[1] ?? m[2] ?? "").replace(/\\(.)/g, "$1").trim())
    .filter(name => name !== "")
    .join(", ") || undefined
