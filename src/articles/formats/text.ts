import {decoded} from "../bytes.ts"
import {writtenDays} from "../days.ts"
import {type Draft, finished, longestText} from "../finish.ts"
import {afterBlank, type Cut, linesOf} from "../furniture.ts"
import {allBytes, endsIn, type Format} from "./format.ts"

/// Plain text and Markdown: one article a file, with or without a header block.
export const text: Format = {
  name: "text",
  says: "plain text or Markdown, one article a file; a title line or a header block (Title:, Publisher:, Date:) is understood",
  extensions: ["txt", "text", "md", "markdown"],
  detects: (head, path) => head.length > 0 || endsIn(path, text.extensions),
  async *read(chunks, path) {
    const bytes = await allBytes(chunks, longestText * 4)
    if (!bytes)
      yield {
        path,
        reason: `is longer than ${(longestText * 4) / 1e6} MB, more than an article is: split it into one article a file, or one a line of JSONL`
      }
    else {
      const whole = decoded(bytes).text
      yield isAddresses(whole)
        ? {path, reason: `is a list of addresses, no article: annals fetch ${path} gets their pages`}
        : await finished(textDraft(whole), path)
    }
  }
}

const isAddresses = (whole: string): boolean =>
  /^\s*https?:\/\//.test(whole) && whole.split("\n", 200).every(line => /^\s*(?:https?:\/\/\S+|#.*)?\s*$/.test(line))

const keys: Readonly<Record<string, keyof Pick<Draft, "title" | "publisher" | "published" | "byline" | "url"> | "other">> = {
  title: "title",
  headline: "title",
  heading: "title",
  publisher: "publisher",
  source: "publisher",
  outlet: "publisher",
  newspaper: "publisher",
  publication: "publisher",
  agency: "publisher",
  site: "publisher",
  date: "published",
  published: "published",
  "publication date": "published",
  "date published": "published",
  "published on": "published",
  "load-date": "published",
  posted: "published",
  by: "byline",
  byline: "byline",
  author: "byline",
  authors: "byline",
  writer: "byline",
  url: "url",
  link: "url",
  permalink: "url",
  language: "other",
  section: "other",
  length: "other",
  id: "other",
  updated: "other",
  keywords: "other",
  tags: "other",
  category: "other",
  country: "other",
  dateline: "other",
  edition: "other",
  page: "other",
  copyright: "other",
  "document-type": "other",
  "publication-type": "other",
  place: "other",
  location: "other",
  body: "other",
  text: "other"
}
const headerLine = /^([A-Za-z][A-Za-z -]{1,20}?)\s*:\s*(.*)$/

/// What a text file says about itself in its first lines, and the text with them cut out.
export function textDraft(whole: string): Draft {
  return headerBlock(whole) ?? titleLine(whole)
}

/// "Title\nPublisher: …\nDate: …\n\n", "Headline: …\nSource: …\n\n" or "---\ntitle: …\n---\n".
function headerBlock(whole: string): Draft | undefined {
  const found: {title?: string; publisher?: string; published?: string; byline?: string; url?: string} = {}
  let known = 0
  let first: string | undefined
  let fenced = false
  let end = 0
  let lines = 0
  for (const line of linesOf(whole)) {
    const words = whole.slice(line.start, line.end).trim()
    if (lines === 0 && words === "") continue
    if (++lines > 24 || line.end - line.start > 600) return undefined
    if (lines === 1 && words === "---") {
      fenced = true
      continue
    }
    if (fenced ? words === "---" : words === "") {
      // A blank line may stand between the title and the block.
      if (!fenced && known === 0 && lines === 2 && first !== undefined) continue
      end = afterBlank(whole, line.end)
      break
    }
    const m = headerLine.exec(words)
    const key = m ? keys[m[1]!.toLowerCase()] : undefined
    if (key) {
      known++
      const value = m![2]!.replace(/^(["'])(.*)\1$/, "$2").trim()
      if (key !== "other" && value !== "" && found[key] === undefined) found[key] = value
    } else if (known > 0 && !fenced) {
      // Prose straight after the block, without a blank line.
      end = line.start
      break
    } else if (first === undefined && known === 0 && !fenced) first = words
    else if (!fenced) return undefined
  }
  if (known === 0 || end === 0 || (known === 1 && first === undefined && !fenced && !found.title)) return undefined
  const title = found.title ?? first?.replace(/^#+\s*/, "")
  return {...found, ...(title && {title}), text: whole, cuts: [{start: 0, end, reason: "header"}]}
}

/// A first line that stands alone and does not end like a sentence is the title; a line with nothing but a day or a byline
/// may follow it.
function titleLine(whole: string): Draft {
  const start = whole.search(/\S/)
  if (start === -1) return {text: whole}
  const end = whole.indexOf("\n", start)
  if (end === -1) return {text: whole}
  const line = whole.slice(start, end).trim()
  const alone = /^[ \t]*\n/.test(whole.slice(end + 1))
  const marked = /^#\s+\S/.test(line)
  if (!(marked || (alone && line.length <= 200 && /^["'“‘(\p{Lu}\p{N}]/u.test(line) && !/[.:;,…]["'”’)]?$/.test(line))))
    return {text: whole}
  // Shouted or bracketed debris is no title.
  if (/^\[|\]$|^(advertisement|share|read more)\b/i.test(line)) return {text: whole}
  let after = afterBlank(whole, end)
  if (whole.slice(after).trim() === "") return {text: whole}
  const cuts: Cut[] = [{start: 0, end: after, reason: "title"}]
  let published: string | undefined
  let byline: string | undefined
  for (let tries = 0; tries < 3; tries++) {
    const next = whole.indexOf("\n", after)
    if (next === -1) break
    const words = whole.slice(after, next).trim()
    const day = words.length <= 80 ? writtenDays(words)[0] : undefined
    const by = /^by\s+(\p{Lu}[^.!?:;]{2,80})$/iu.exec(words)?.[1]
    if (!byline && by && by.split(/\s+/).length <= 10) byline = by
    else if (
      !published &&
      day &&
      /^(?:(?:first )?(?:published|posted|updated|date)\b.{0,12})?$/i.test(words.slice(0, day.start).trim()) &&
      /^[\s,|@\d:.apmAPMutcgestbUTCGESTB()+-]*$/.test(words.slice(day.end))
    )
      published = words.slice(day.start, day.end)
    else break
    const past = afterBlank(whole, next)
    cuts.push({start: after, end: past, reason: published === undefined || by ? "byline" : "date line"})
    after = past
  }
  return {text: whole, title: line.replace(/^#+\s*/, ""), ...(published && {published}), ...(byline && {byline}), cuts}
}
