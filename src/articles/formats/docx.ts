import {Parser} from "htmlparser2"
import {allBytes, endsIn, type Format} from "./format.ts"
import {articlesOfText, longestDownload} from "./library.ts"

const longestText = 200_000_000

/// A Word document: its paragraphs, and its title and day from its properties; many articles if a news library wrote it.
export const docx: Format = {
  name: "docx",
  says: "a Word document (.docx); many articles a file if it was downloaded from Nexis or Factiva",
  extensions: ["docx"],
  binary: true,
  detects(head, path) {
    if (head[0] !== 0x50 || head[1] !== 0x4b) return false
    const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 65_536)).toString("latin1")
    return endsIn(path, docx.extensions) || start.includes("[Content_Types].xml") || start.includes("word/document.xml")
  },
  async *read(chunks, path) {
    const bytes = await allBytes(chunks, longestDownload)
    if (!bytes) {
      yield {path, reason: `is longer than ${longestDownload / 1e6} MB: split it, or save it as text`}
      return
    }
    const {unzipSync, strFromU8} = await import("fflate")
    let files: Record<string, Uint8Array>
    try {
      files = unzipSync(bytes, {
        filter: f => /^word\/document\d*\.xml$/.test(f.name) && f.originalSize < longestText
      })
    } catch {
      yield {path, reason: "is a damaged Word document: open it in a word processor and save it again"}
      return
    }
    const [document] = Object.values(files)
    if (document) yield* articlesOfText(paragraphsOf(strFromU8(document)), path)
    else yield {path, reason: "is an Office document without a text, as of a spreadsheet: save its text as .txt or .csv"}
  }
}

/// The paragraphs of word/document.xml, an empty line between them; deleted words and field codes left out.
function paragraphsOf(xml: string): string {
  const lines: string[] = []
  let line = ""
  let hears = false
  const parser = new Parser(
    {
      onopentag(name) {
        if (name === "w:t") hears = true
        else if (name === "w:tab") line += "\t"
        else if (name === "w:br" || name === "w:cr") line += "\n"
      },
      ontext(text) {
        if (hears) line += text
      },
      onclosetag(name) {
        if (name === "w:t") hears = false
        else if (name === "w:p") {
          lines.push(line)
          line = ""
        }
      }
    },
    {xmlMode: true, decodeEntities: true}
  )
  parser.end(xml)
  if (line !== "") lines.push(line)
  return lines.join("\n\n")
}
