import {Parser} from "htmlparser2"

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
