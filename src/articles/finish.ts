import {type Article, articleId, type Removed, type Skipped} from "../model/model.ts"
import {wellFormed} from "./bytes.ts"
import {afterBlank, type Cut, cleaned, linesOf} from "./furniture.ts"
import {languageName, languageOf} from "./language.ts"
import {datelineOf, publishedDay} from "./published.ts"

/// What a format found: the text as it stood and what was said about it, all unchecked.
export interface Draft {
  readonly text: string
  readonly url?: string | undefined
  readonly title?: string | undefined
  /// A time stamp or a written date.
  readonly published?: string | number | undefined
  readonly publisher?: string | undefined
  readonly byline?: string | undefined
  /// What the format itself knows to be furniture: a header block.
  readonly cuts?: readonly Cut[]
  readonly notes?: readonly string[]
}

/// No article is as long; what is, is an archive or a book and wants splitting.
export const longestText = 2_000_000

/// Makes an article of a draft: furniture out, repeated title out, day and language settled. Or says why it is none.
export async function finished(draft: Draft, path: string): Promise<Article | Skipped> {
  const original = wellFormed(draft.text)
  if (original.trim() === "") return {path, reason: "holds no text: leave it out, or save the article again"}
  if (original.length > longestText) {
    return {
      path,
      reason: `is ${(original.length / 1e6).toFixed(0)} million characters long, more than an article is: split it into one article a file, or one a line of JSONL`
    }
  }
  const title = oneLine(draft.title)
  const cuts = [...(draft.cuts ?? [])]
  if (title) cuts.push(...repeatedTitle(original, title, cuts))
  const {text, removed} = cleaned(original, cuts)
  if (text.trim() === "")
    return {path, reason: "holds only buttons, credits and other furniture: save the article's own page again"}
  const {language, sure} = await languageOf(text)
  if (sure && language && language !== "en") {
    return {path, reason: `is ${languageName(language)}; annals reads English: leave it out, or give a translation`}
  }
  const notes: string[] = [...(draft.notes ?? [])]
  const line = datelineOf(text)
  const byline = oneLine(draft.byline)
  const url = oneLine(draft.url)
  const published = publishedDay(draft.published, {text, url, byline}, notes)
  const publisher = oneLine(draft.publisher) ?? line?.agency
  if (publisher && !oneLine(draft.publisher)) notes.push(`publisher "${publisher}" inferred from the dateline`)
  return {
    id: articleId(url, text),
    ...(url && {url}),
    ...(publisher && {publisher}),
    ...(published && {published}),
    ...(title && {title}),
    ...(byline && {byline}),
    ...(language && {language}),
    text,
    removed: [...notes.map((reason): Removed => ({at: 0, text: "", reason})), ...removed]
  }
}

/// A string on one line without blanks around it; undefined if nothing is left.
function oneLine(text: string | undefined): string | undefined {
  const line = wellFormed(text ?? "")
    .replace(/\s+/g, " ")
    .trim()
  return line === "" ? undefined : line
}

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()

// The title once more as one of the first lines: "Border reopens\n\nBorder reopens\n\nThe border …".
function repeatedTitle(original: string, title: string, cuts: readonly Cut[]): Cut[] {
  const from = cuts.reduce((at, c) => (c.start <= at && c.end > at ? c.end : at), 0)
  const wanted = bare(title)
  const found: Cut[] = []
  let seen = 0
  for (const {start, end} of linesOf(original, from)) {
    if (end - start > title.length * 2 + 20) break
    const line = bare(original.slice(start, end))
    if (line === "") continue
    if (line === wanted) found.push({start, end: afterBlank(original, end), reason: "title repeated"})
    else if (++seen > 2) break
  }
  return found
}
