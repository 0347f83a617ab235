import type {Article, Skipped} from "../../model/model.ts"
import {decoded, markedEncoding} from "../bytes.ts"
import {columnsOf} from "./columns.ts"
import {endsIn, type Format} from "./format.ts"
import {type Records, records} from "./record.ts"

/// No article takes a longer line; the rest of such a line is passed over without being held.
const longestLine = 16_000_000

/// So many broken lines are named; a damaged file has thousands.
const mostNamed = 20

/// One JSON object a line, read in constant memory. A line that cannot be read is named by its number and the rest goes on.
export const jsonl: Format = {
  name: "jsonl",
  says: "one JSON object a line with text or html, and optionally url, title, published, publisher, byline; what other programs call them is understood",
  extensions: ["jsonl", "ndjson", "jsonlines"],
  detects(head, path) {
    const start = decoded(head.subarray(0, 65_536)).text.trimStart()
    return start.startsWith("{") && (endsIn(path, jsonl.extensions) || /^\{\s*"[^"\n]{0,200}"\s*:/.test(start))
  },
  source(head, own) {
    const [line = ""] = decoded(head).text.trimStart().split("\n", 1)
    try {
      return columnsOf(Object.keys(JSON.parse(line) as object), own)?.source
    } catch {
      return undefined
    }
  },
  async *read(chunks, path, own) {
    const found = records(path, own)
    let any = false
    let broken = 0
    for await (const {number, line, tooLong} of linesIn(chunks)) {
      const where = `${path}:${number}`
      if (tooLong) {
        any = true
        yield {
          path: where,
          reason: `is longer than ${longestLine / 1e6} MB, more than an article is: one article a line, or split it`
        }
        continue
      }
      if (line.trim() === "") continue
      any = true
      const item = await articleOfLine(line, where, found)
      if (item === undefined) continue
      if (!(item instanceof Broken)) yield item
      else if (++broken <= mostNamed) yield {path: where, reason: item.reason}
    }
    yield* found.rest()
    if (broken > mostNamed)
      yield {path, reason: `has ${broken - mostNamed} more lines that are no JSON: mend or delete them, or fetch the file again`}
    if (!any) yield {path, reason: "holds no line of JSON: leave it out, or export it again"}
  }
}

/// A line that is no JSON.
class Broken {
  readonly reason: string
  constructor(reason: string) {
    this.reason = reason
  }
}

async function articleOfLine(line: string, where: string, found: Records): Promise<Article | Skipped | Broken | undefined> {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    return new Broken(`is not JSON (${jsonComplaint(error, line)}): mend or delete the line`)
  }
  if (value === null || typeof value !== "object" || Array.isArray(value)) {
    return {path: where, reason: `is not a JSON object: each line should be {"text": "…"} or {"html": "…"}`}
  }
  return await found.article(value as Readonly<Record<string, unknown>>, where)
}

const jsonComplaint = (error: unknown, line: string): string =>
  /^\s*[{[]/.test(line) && !/[}\]]\s*$/.test(line)
    ? "it breaks off"
    : String((error as Error).message)
        .replace(/,? ?"?\.\.\.[\s\S]*$|in JSON at.*$/s, "")
        .replace(/\s+/g, " ")
        .trim()
        .slice(0, 80)

interface Line {
  readonly number: number
  readonly line: string
  readonly tooLong: boolean
}

/// Lines by the byte 0x0a, each decoded by itself (UTF-8, else windows-1252); UTF-16 is turned into UTF-8 on the way.
async function* linesIn(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let parts: Uint8Array[] = []
  let length = 0
  let number = 1
  let tooLong = false
  const line = (): Line => {
    const bytes = parts.length === 1 ? parts[0]! : Buffer.concat(parts)
    return {number, line: tooLong ? "" : decoded(bytes).text, tooLong}
  }
  for await (const chunk of asUtf8(chunks)) {
    let from = 0
    while (from < chunk.length) {
      // Empty lines are passed over in one go: there may be millions.
      while (length === 0 && !tooLong && chunk[from] === 10) {
        from++
        number++
      }
      if (from === chunk.length) break
      const at = chunk.indexOf(10, from)
      const end = at === -1 ? chunk.length : at
      if (!tooLong && end > from) {
        length += end - from
        if (length > longestLine) {
          tooLong = true
          parts = []
        } else parts.push(chunk.subarray(from, end))
      }
      if (at === -1) break
      yield line()
      parts = []
      length = 0
      tooLong = false
      number++
      from = end + 1
    }
  }
  if (length > 0) yield line()
}

async function* asUtf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let decoder: TextDecoder | undefined
  let first = true
  for await (const chunk of chunks) {
    if (first && chunk.length > 0) {
      const encoding = markedEncoding(chunk)
      if (encoding === "utf-16le" || encoding === "utf-16be") decoder = new TextDecoder(encoding)
      first = false
    }
    yield decoder ? Buffer.from(decoder.decode(chunk, {stream: true})) : chunk
  }
}
