import {Parser} from "htmlparser2"
import {markedEncoding} from "../bytes.ts"
import {type Draft, finished} from "../finish.ts"
import {pageDraft} from "../page/page.ts"
import {endsIn, type Format} from "./format.ts"

/// An item as the feed gives it.
interface Item {
  title?: string
  link?: string
  day?: string
  author?: string
  /// The longest of content, description and summary.
  content?: string
}

/// What is said of the whole feed.
interface About {
  publisher?: string
  endless?: boolean
  /// It is no feed, but a list of feeds.
  opml?: boolean
}

/// No item is longer; what is more is cut off.
const longestItem = 4_000_000

/// A saved feed, read item by item in constant memory. Many feeds hold only the first lines of each article; those are read
/// as they are.
export const feed: Format = {
  name: "feed",
  says: "a saved RSS, Atom or RDF feed; each item is an article, as far as the feed gives its text",
  extensions: ["rss", "atom"],
  detects(head, path) {
    const start = textOf(head.subarray(0, 4096), encodingIn(head)).trimStart()
    return (
      /^(?:<\?xml\b[^>]*>\s*|<!--[\s\S]*?-->\s*|<\?[^>]*>\s*)*<(?:rss|feed|rdf:RDF|opml)\b/i.test(start) ||
      (endsIn(path, feed.extensions) && start.startsWith("<"))
    )
  },
  async *read(chunks, path) {
    const items: Item[] = []
    const about: About = {}
    const parser = itemParser(item => items.push(item), about)
    let decoder: TextDecoder | undefined
    let number = 0
    const drain = async function* () {
      for (const item of items.splice(0)) {
        number++
        const draft = draftOf(item, about.publisher)
        const where = `${path}:item ${number}`
        yield draft === undefined
          ? {path: where, reason: "has no text in the feed: fetch its page, or leave it out"}
          : await finished(draft, where)
      }
    }
    for await (const chunk of chunks) {
      decoder ??= new TextDecoder(encodingIn(chunk))
      for (let at = 0; at < chunk.length && !about.endless; at += 32_768) {
        parser.write(decoder.decode(chunk.subarray(at, at + 32_768), {stream: true}))
        yield* drain()
      }
      if (!about.endless) continue
      yield {path, reason: "nests without end, as no feed does: save it again"}
      return
    }
    parser.end()
    yield* drain()
    if (about.opml) yield {path, reason: `is a list of feeds: annals watch ${path} reads what is new in them`}
    else if (number === 0) yield {path, reason: "is a feed without items: leave it out, or save it again"}
  }
}

/// Text of the item: a page in small if it is marked up, else as it stands.
function draftOf(item: Item, publisher: string | undefined): Draft | undefined {
  const content = item.content?.trim()
  if (!content) return undefined
  const about = {title: item.title, url: item.link, published: item.day, publisher, byline: item.author}
  const page = /<[a-z][^<>]*>/i.test(content) ? pageDraft(`<article>${content}</article>`, item.link) : undefined
  const text =
    page && "text" in page
      ? page.text
      : content
          .replace(/<\/(?:p|div|li|h\d)>|<br\s*\/?>/gi, "\n\n")
          .replace(/<[^<>]*>/g, "")
          .replace(/\n\s*\n\s*/g, "\n\n")
          .trim()
  return text === "" ? undefined : {...about, text}
}

const texts = new Set(["content:encoded", "content", "description", "summary"])
const days = new Set(["pubdate", "published", "dc:date", "date", "issued", "updated"])

/// Calls `found` with every item at its end; the outlet's name goes into `about` when it comes by.
function itemParser(found: (item: Item) => void, about: About): Parser {
  const path: string[] = []
  let item: Item | undefined
  let words: string[] = []
  let size = 0
  // Mark-up that stands in an Atom <content type="xhtml"> unescaped.
  let inside: string | undefined
  const close = (name: string): void => {
    const text = words.join("").trim()
    words = []
    size = 0
    if (text === "") return
    const parent = path.at(-1)
    if (!item) {
      if (name === "title" && /^(channel|feed)$/.test(parent ?? "")) about.publisher ??= text
    } else if (name === "title") item.title ??= text
    else if (name === "link" || (name === "guid" && /^https?:/.test(text))) item.link ??= text
    // The day it was updated stands in only where none says when it was published.
    else if (days.has(name)) item.day = name === "updated" ? (item.day ?? text) : text
    else if (name === "dc:creator" || name === "author" || (name === "name" && parent === "author")) item.author ??= text
    else if (texts.has(name) && text.length > (item.content?.length ?? 0)) item.content = text
  }
  return new Parser(
    {
      onopentag(raw, attributes) {
        const name = raw.toLowerCase()
        if (path.length > 1000) about.endless = true
        if (inside !== undefined) {
          if (size < longestItem) words.push(`<${name}>`)
          path.push(name)
          return
        }
        words = []
        size = 0
        if (name === "opml" && path.length === 0) about.opml = true
        if (name === "item" || name === "entry") item = {}
        else if (item && name === "link" && attributes.href && (attributes.rel ?? "alternate") === "alternate")
          item.link ??= attributes.href
        else if (item && (name === "content" || name === "summary") && attributes.type === "xhtml") inside = name
        path.push(name)
      },
      ontext(text) {
        size += text.length
        if (size <= longestItem) words.push(text)
      },
      onclosetag(raw) {
        const name = raw.toLowerCase()
        if (path.at(-1) === name) path.pop()
        if (inside !== undefined && name !== inside) {
          if (size < longestItem) words.push(`</${name}>`)
          return
        }
        inside = undefined
        if ((name === "item" || name === "entry") && item) {
          found(item)
          item = undefined
          words = []
          size = 0
        } else close(name)
      }
    },
    {xmlMode: true, decodeEntities: true}
  )
}

function encodingIn(head: Uint8Array): string {
  const marked = markedEncoding(head)
  if (marked) return marked
  const named = /<\?xml[^>]{0,80}encoding=["']([\w-]{2,40})/i.exec(Buffer.from(head.subarray(0, 200)).toString("latin1"))?.[1]
  try {
    return new TextDecoder(named ?? "utf-8").encoding
  } catch {
    return "utf-8"
  }
}

const textOf = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes)
