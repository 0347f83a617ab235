import {decoded} from "../bytes.ts"
import {finished} from "../finish.ts"
import {libraryDrafts} from "../library.ts"
import {pageDraft, pageText} from "../page/page.ts"
import {allBytes, endsIn, type Format} from "./format.ts"

/// No page is longer.
const longestPage = 32_000_000

/// A saved web page: the article is found in it, and its title, day, publisher and byline in its metadata. Or a download of a news
/// library as a page, many articles in one.
export const html: Format = {
  name: "html",
  says: "a saved web page; the article, its title, day, publisher and byline are found in it",
  extensions: ["html", "htm", "xhtml", "shtml"],
  detects(head, path) {
    const start = decoded(head.subarray(0, 16_384)).text.trimStart().toLowerCase()
    if (/^(<!--[\s\S]{0,2000}?-->\s*)*<(!doctype html|html|head|body)\b/.test(start) || /<(html|head|body)\b[^>]*>/.test(start))
      return true
    const tags = start.match(/<\/?(p|div|span|a|h[1-3]|article|section|meta|script|link|title|table)\b[^<>]*>/g)?.length ?? 0
    return tags >= (endsIn(path, html.extensions) ? 1 : 5) && start.startsWith("<")
  },
  async *read(chunks, path) {
    const bytes = await allBytes(chunks, longestPage)
    if (!bytes) {
      yield {path, reason: `is longer than ${longestPage / 1e6} MB, more than a page is: save the article's own page`}
      return
    }
    const page = decoded(bytes, declaredIn(bytes)).text
    const many = closesArticles.test(page) ? libraryDrafts(pageText(page)) : undefined
    if (many) {
      let number = 0
      for (const draft of many) yield await finished(draft, `${path}:article ${++number}`)
      return
    }
    const draft = pageDraft(page)
    yield "reason" in draft ? {path, reason: draft.reason} : await finished(draft, path)
  }
}

// What Nexis and Factiva write under each article, and hardly anybody else.
const closesArticles = />\s*End of Document\s*<|>\s*Document [A-Z][A-Z0-9]{3,}\d{8}[a-z0-9]{6,}\s*<|>\s*\d+ of \d+ DOCUMENTS?\s*</

/// The encoding a page names in its first bytes: <meta charset="…">.
export function declaredIn(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString("latin1")
  return (
    /<meta\b[^>]{0,200}\bcharset\s*=\s*["']?([\w:-]{2,40})/i.exec(head)?.[1] ??
    /<\?xml[^>]{0,80}encoding=["']([\w-]{2,40})/i.exec(head)?.[1]
  )
}
