import {decoded} from "../bytes.ts"
import {allBytes, endsIn, type Format} from "./format.ts"
import {records} from "./record.ts"

/// No document of JSON is longer; what is goes into JSONL, which is read line by line.
const longest = 128_000_000

/// Under which names documents keep their list of articles.
const lists = ["items", "articles", "documents", "results", "stories", "data", "hits"]

/// One JSON document: an article, a list of them, a JSON Feed, an answer of a news service, ninjs.
export const json: Format = {
  name: "json",
  says: "a JSON document: an article, a list of them, a JSON Feed, ninjs",
  extensions: ["json"],
  detects(head, path) {
    if (endsIn(path, ["jsonl", "ndjson", "jsonlines"])) return false
    const start = decoded(head.subarray(0, 65_536)).text.trimStart()
    if (/^\[\s*(\{|$)/.test(start)) return true
    if (!/^\{\s*"/.test(start)) return false
    // a line that is an object by itself is JSONL
    const [line = "", next = ""] = start.split("\n", 2)
    if (next.startsWith("{")) return false
    if (start.length > line.length || head.length < 65_536) {
      try {
        const value = JSON.parse(line) as Record<string, unknown>
        return start.slice(line.length).trim() === "" && lists.some(name => Array.isArray(value[name]))
      } catch {
        return /^\{\s*$|^\{\s*"[^"]*"\s*:/.test(line) && !line.trimEnd().endsWith("}")
      }
    }
    return false
  },
  async *read(chunks, path, own = []) {
    const bytes = await allBytes(chunks, longest)
    if (!bytes) {
      yield {
        path,
        reason: `is longer than ${longest / 1e6} MB: write one article a line as JSONL, which may be as long as it likes`
      }
      return
    }
    let value: unknown
    try {
      value = JSON.parse(decoded(bytes).text)
    } catch (error) {
      yield {
        path,
        reason: `is not JSON (${String((error as Error).message)
          .split("\n")[0]!
          .slice(0, 80)}): mend it, or write one article a line as JSONL`
      }
      return
    }
    const whole = value as Record<string, unknown>
    const list = Array.isArray(value) ? value : lists.map(name => whole[name]).find(held => Array.isArray(held))
    if (!list) {
      const found = records(path, own)
      const item = await found.article(flat(whole), path)
      if (item) yield item
      return
    }
    // a feed's own title is its publisher's name
    const publisher = typeof whole.version === "string" && /jsonfeed/.test(whole.version) ? whole.title : undefined
    const found = records(path, own)
    let number = 0
    for (const item of list as unknown[]) {
      number++
      if (item === null || typeof item !== "object")
        yield {path: `${path}:item ${number}`, reason: "is no object with the fields of an article: leave it out"}
      else {
        const fields = {...(publisher !== undefined && {publisher}), ...flat(item as Record<string, unknown>)}
        const made = await found.article(fields, `${path}:item ${number}`)
        if (made) yield made
      }
    }
    yield* found.rest()
    if (number === 0) yield {path, reason: "holds an empty list: leave it out, or export it again"}
  }
}

/// ninjs 2 and 3 keep words in lists: the first (or main) of each stands for it.
function flat(record: Record<string, unknown>): Record<string, unknown> {
  const first = (name: string): unknown => {
    const held = record[name]
    if (!Array.isArray(held)) return undefined
    const main = held.find(h => h?.role === "main") ?? held[0]
    return main && typeof main === "object" ? ((main as {value?: unknown}).value ?? main) : main
  }
  return {
    ...record,
    ...(record.headlines !== undefined && {headline: first("headlines")}),
    ...(record.bodies !== undefined && {text: first("bodies")}),
    ...(record.provider !== undefined && record.publisher === undefined && {publisher: record.provider})
  }
}
