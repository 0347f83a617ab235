import type {Draft} from "../finish.ts"
import {bodyOf, linesOf} from "./body.ts"
import {metadataOf} from "./metadata.ts"
import {type Page, pageOf, wordsOf} from "./tree.ts"

/// What shows more than this is hardly the first lines before a wall.
const longestStub = 1500

/// All words of a page that are shown, a block a line, an empty line between.
export const pageText = (html: string): string => linesOf(pageOf(html)).join("\n\n")

/// The article of a web page and what the page says about it, or why there is none.
export function pageDraft(html: string, url?: string): Draft | {readonly reason: string} {
  const page = pageOf(html)
  const {notes, body: stated, summary, locked, ...about} = metadataOf(page, url)
  const blocks = bodyOf(page, {title: about.title, body: stated, summary})
  const text = blocks.map(block => block.text).join("\n\n")
  const stub = text.length < longestStub && (locked || hasWall(page))
  if (text.length < 120 && stub)
    return {
      reason: `keeps its article for subscribers and shows ${text.length} characters of it: give its text, if you may read it`
    }
  if (text.length < 120) {
    return {
      reason: `holds no article that could be found (${text.length} characters outside menus and boxes): save the article's own page, or give its text`
    }
  }
  // "Example Post: Harbour talks fail" over an article whose first line is "Harbour talks fail".
  const line = blocks[0]!.text
  const title = line.length > 12 && about.title?.endsWith(line) ? line : about.title
  return {
    ...about,
    title,
    text,
    notes: stub ? [...notes, "a stub: the page keeps the rest of the article for subscribers"] : notes
  }
}

/// Whether a box of the page asks to pay or to sign in before one reads on.
const hasWall = ({elements}: Page): boolean =>
  elements.some(e => {
    const name = `${e.attributes.class ?? ""} ${e.attributes.id ?? ""}`
    return walls.test(name) && asks.test(wordsOf(e).slice(0, 1000))
  })

const walls = /(?:^|[\s_-])(?:pay|reg|meter|premium|subscri(?:ber|ption))-?(?:wall|gate|barrier|only|prompt)/i
const asks =
  /\b(?:subscribe|subscription|subscribers?|sign in|sign up|log ?in|register|(?:to )?continue reading|read the (?:full|whole|rest))\b/i
