import {Parser} from "htmlparser2"
import {decoded} from "../bytes.ts"
import {allBytes, type Format} from "./format.ts"
import {declaredIn} from "./html.ts"
import {longestDownload} from "./library.ts"
import {articleOfRecord} from "./record.ts"

/// NewsML-G2 and NITF: what agencies send to newsrooms.
export const newsml: Format = {
  name: "newsml",
  says: "NewsML-G2 or NITF, as agencies send it; each news item is an article",
  extensions: ["newsml", "nitf", "xml"],
  detects(head) {
    const start = decoded(head.subarray(0, 4096)).text
    return /^\s*(?:<\?xml\b[^>]*>\s*|<!--[\s\S]*?-->\s*|<![^>]*>\s*)*<(?:newsMessage|newsItem|packageItem|nitf)\b/.test(start)
  },
  async *read(chunks, path) {
    const bytes = await allBytes(chunks, longestDownload)
    if (!bytes) {
      yield {path, reason: `is longer than ${longestDownload / 1e6} MB: split it`}
      return
    }
    const items = itemsOf(decoded(bytes, declaredIn(bytes)).text)
    let number = 0
    for (const {paragraphs, ...about} of items) {
      number++
      const where = items.length > 1 ? `${path}:item ${number}` : path
      if (paragraphs.length === 0) yield {path: where, reason: "has no text, as of a picture or a package: leave it out"}
      else yield await articleOfRecord({...about, text: paragraphs.join("\n\n")}, where)
    }
    if (number === 0) yield {path, reason: "holds no news item: leave it out, or export it again"}
  }
}

interface Item {
  title?: string
  published?: string
  publisher?: string
  byline?: string
  url?: string
  readonly paragraphs: string[]
}

function itemsOf(xml: string): Item[] {
  const items: Item[] = []
  let item: Item | undefined
  const path: string[] = []
  let words = ""
  const within = (name: string): boolean => path.includes(name)
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        path.push(name)
        if (name === "newsItem" || name === "nitf") items.push((item = {paragraphs: []}))
        if (
          name === "p" ||
          name === "headline" ||
          name === "hl1" ||
          name === "by" ||
          name === "byline" ||
          name === "versionCreated" ||
          name === "contentCreated"
        )
          words = ""
        if (name === "name" && within("provider")) words = ""
        if (item && name === "provider") item.publisher ??= attributes.literal
        if (item && name === "date.issue" && attributes.norm) item.published ??= attributes.norm
        if (item && name === "pubdata") {
          item.publisher ??= attributes.name
          const day = /^(\d{4})(\d\d)(\d\d)/.exec(attributes["date.publication"] ?? "")
          if (day) item.published ??= `${day[1]}-${day[2]}-${day[3]}`
        }
      },
      ontext(text) {
        words += text
      },
      onclosetag(name) {
        path.pop()
        const said = words.replace(/\s+/g, " ").trim()
        if (!item || said === "") return
        if (name === "p" && !within("caption")) item.paragraphs.push(said)
        else if (name === "headline" || name === "hl1") item.title ??= said
        else if (name === "by" || name === "byline") item.byline ??= said.replace(/^by\s+/i, "")
        else if (name === "contentCreated") item.published ??= said
        else if (name === "versionCreated") item.published ??= said
        else if (name === "name" && within("provider")) item.publisher ??= said
        if (name === "p") words = ""
      }
    },
    {xmlMode: true, decodeEntities: true}
  )
  parser.end(xml)
  return items
}
