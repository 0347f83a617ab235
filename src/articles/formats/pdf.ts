import {finished} from "../finish.ts"
import {allBytes, type Format} from "./format.ts"
import {articlesOfText, longestDownload} from "./library.ts"

/// A PDF with text in it; pages that are pictures of text are none.
export const pdf: Format = {
  name: "pdf",
  says: "a PDF with text in it, one article a file; scanned pages are not read",
  extensions: ["pdf"],
  binary: true,
  detects: head => String.fromCharCode(...head.subarray(0, 5)) === "%PDF-",
  async *read(chunks, path) {
    const bytes = await allBytes(chunks, longestDownload)
    if (!bytes) {
      yield {path, reason: `is longer than ${longestDownload / 1e6} MB: split it`}
      return
    }
    let pages: readonly string[]
    let info: {Title?: string; CreationDate?: string}
    try {
      const {getDocumentProxy, extractText, getMeta} = await import("unpdf")
      const document = await getDocumentProxy(new Uint8Array(bytes), {verbosity: 0})
      pages = (await extractText(document)).text
      info = (await getMeta(document)).info
    } catch (error) {
      const locked = /password/i.test(String((error as Error).message))
      yield {
        path,
        reason: locked
          ? "is locked with a password: save it again without"
          : "is a damaged PDF: fetch it again, or save its text as .txt"
      }
      return
    }
    const text = pages.map(unwrapped).join("\n\n")
    if (text.trim() === "") {
      yield {path, reason: "is a PDF without text, as of scanned pages: run it through OCR first"}
      return
    }
    const title = info.Title && info.Title.trim().length > 8 ? info.Title : undefined
    if (title === undefined) yield* articlesOfText(text, path)
    else yield await finished({text, title}, path)
  }
}

/// Lines of a page joined to paragraphs: a line that ends like a sentence, or is followed by an empty one, closes its paragraph.
const unwrapped = (page: string): string =>
  page
    .replace(/\r\n?/g, "\n")
    .replace(/(\p{L})-\n(\p{Ll})/gu, "$1$2")
    .replace(/([^\n.!?”"’])\n(?=[^\n])/g, "$1 ")
