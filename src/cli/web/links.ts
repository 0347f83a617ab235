import {parse} from "csv-parse/sync"
import {Parser} from "htmlparser2"
import {addressIn} from "../../articles/formats/record.ts"

/// The addresses that a list of articles names: a table or JSON with a column for them (Media Cloud, GDELT DOC and others by name);
/// undefined if it is none.
export function addressesIn(text: string): string[] | undefined {
  const start = text.trimStart()
  const records = /^[[{]/.test(start) ? jsonRecords(start) : tableRecords(start)
  const found = records.map(fields => addressIn(fields)).filter(url => url !== undefined)
  return found.length > 0 ? found : undefined
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields => value !== null && typeof value === "object" && !Array.isArray(value)

/// The records of one JSON document, or of a line each.
function jsonRecords(text: string): readonly Fields[] {
  const whole = parsed(text)
  if (whole === undefined) return text.split("\n").map(parsed).filter(isFields)
  if (Array.isArray(whole)) return whole.filter(isFields)
  const list = isFields(whole) ? Object.values(whole).find(Array.isArray) : undefined
  return list ? (list as unknown[]).filter(isFields) : isFields(whole) ? [whole] : []
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function tableRecords(text: string): readonly Fields[] {
  const [header = ""] = text.split("\n", 1)
  const delimiter = ["\t", ",", ";", "|"].reduce((a, b) => (header.split(b).length > header.split(a).length ? b : a))
  if (!header.includes(delimiter)) return []
  return parse(text, {
    columns: true,
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_error: true
  })
}

/// The addresses of the items of a feed (RSS, Atom, RDF, JSON Feed), in its order; or of the feeds in an OPML list.
export function linksIn(text: string, base: string): string[] {
  const found: string[] = []
  const add = (link: string | undefined): void => {
    if (link && URL.canParse(link.trim(), base)) found.push(new URL(link.trim(), base).href)
  }
  if (/^\s*\{/.test(text)) {
    try {
      const feed = JSON.parse(text) as {items?: readonly {url?: string; external_url?: string}[]}
      for (const item of feed.items ?? []) add(item.url ?? item.external_url)
    } catch {
      return []
    }
    return found
  }
  let inside = false
  let link: string | undefined
  let words: string | undefined
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name === "outline") add(attributes.xmlUrl ?? attributes.xmlurl)
        if (name === "item" || name === "entry") {
          inside = true
          link = undefined
        } else if (inside && name === "link") {
          if (attributes.href && (attributes.rel ?? "alternate") === "alternate") link ??= attributes.href
          else words = ""
        } else if (inside && name === "guid" && attributes.isPermaLink === "true") words = ""
      },
      ontext(said) {
        if (words !== undefined) words += said
      },
      onclosetag(name) {
        if (words !== undefined && (name === "link" || name === "guid")) {
          link ??= words.trim() || undefined
          words = undefined
        }
        if (name === "item" || name === "entry") {
          inside = false
          add(link)
        }
      }
    },
    {xmlMode: true, decodeEntities: true}
  )
  parser.end(text)
  return found
}
