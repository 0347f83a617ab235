import type {Article, Skipped} from "../../model/model.ts"
import {decoded} from "../bytes.ts"
import {type Draft, finished} from "../finish.ts"
import {libraryDrafts} from "../library.ts"
import {allBytes, type Format} from "./format.ts"
import {textDraft} from "./text.ts"

/// No download of a news library is longer.
export const longestDownload = 64_000_000

/// Many articles in one text, as Nexis and Factiva write them.
export const library: Format = {
  name: "library",
  says: "a text downloaded from Nexis or Factiva, many articles a file",
  extensions: [],
  detects(head) {
    const start = decoded(head.subarray(0, 65_536)).text
    return (
      !/^\s*[<{]/.test(start) &&
      (/^\s*\d+ of \d+ DOCUMENTS?\s*$/m.test(start.slice(0, 400)) ||
        /^\s*End of Document\s*$/m.test(start) ||
        /^\s*Document [A-Z][A-Z0-9]{3,}\d{8}[a-z0-9]{6,}\s*$/m.test(start))
    )
  },
  async *read(chunks, path) {
    const bytes = await allBytes(chunks, longestDownload)
    if (bytes) yield* articlesOfText(decoded(bytes).text, path)
    else yield {path, reason: `is longer than ${longestDownload / 1e6} MB: download fewer articles at once`}
  }
}

/// The articles of a document's text: those of a news library, or the whole as one.
export async function* articlesOfText(text: string, path: string, about: Partial<Draft> = {}): AsyncGenerator<Article | Skipped> {
  const drafts = libraryDrafts(text)
  if (!drafts) {
    const said = Object.fromEntries(Object.entries(about).filter(([, words]) => words !== undefined))
    yield await finished({...textDraft(text), ...said}, path)
    return
  }
  let number = 0
  for (const draft of drafts) yield await finished(draft, `${path}:article ${++number}`)
}
