import type {Draft} from "../finish.ts"
import {bodyOf} from "./body.ts"
import {metadataOf} from "./metadata.ts"
import {pageOf} from "./tree.ts"

/// The article of a web page and what the page says about it, or why there is none.
export function pageDraft(html: string, url?: string): Draft | {readonly reason: string} {
  const page = pageOf(html)
  const {notes, body: stated, summary, ...about} = metadataOf(page, url)
  const blocks = bodyOf(page, {title: about.title, body: stated, summary})
  const text = blocks.map(block => block.text).join("\n\n")
  if (text.length < 120) {
    return {
      reason: `holds no article that could be found (${text.length} characters outside menus and boxes): save the article's own page, or give its text`
    }
  }
  // "Example Post: Harbour talks fail" over an article whose first line is "Harbour talks fail".
  const line = blocks[0]!.text
  const title = line.length > 12 && about.title?.endsWith(line) ? line : about.title
  return {...about, title, text, notes}
}
