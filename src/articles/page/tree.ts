import {Parser} from "htmlparser2"

/// An element of a page, as light as it can be: what is asked of a page is its words and where they stand.
export interface Element {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly parent: Element | undefined
  /// Its place in `page.elements`; everything below it lies from there to `past`.
  readonly index: number
  past: number
  children: (Element | string)[]
}

/// A page taken apart: its elements, and the scripts that hold data rather than a programme.
export interface Page {
  readonly root: Element
  /// All elements in the order of the page, the root first.
  readonly elements: readonly Element[]
  /// The contents of <script type="application/ld+json">.
  readonly data: readonly string[]
}

// What shows no words of the page; their contents are passed over.
const wordless = new Set([
  "script",
  "style",
  "svg",
  "noscript",
  "template",
  "iframe",
  "object",
  "embed",
  "canvas",
  "audio",
  "video",
  "select",
  "textarea",
  "map",
  "math",
  "datalist",
  "dialog"
])
// No article is half as long; what is more is not held.
const mostWords = 4_000_000
// Nothing real nests deeper; deeper elements are laid into the last one.
const deepest = 400

/// Reads HTML of any quality in one pass; nothing in it makes this fail.
export function pageOf(html: string): Page {
  const root: Element = {tag: "#page", attributes: {}, parent: undefined, index: 0, past: 0, children: []}
  const elements: Element[] = [root]
  const data: string[] = []
  let at = root
  let depth = 0
  let below = 0
  let passing: string | undefined
  let passingDepth = 0
  let script: string[] | undefined
  let heard = 0
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        if (passing !== undefined) {
          if (tag === passing) passingDepth++
          return
        }
        if (wordless.has(tag)) {
          passing = tag
          passingDepth = 1
          if (tag === "script" && /ld\+json/i.test(attributes.type ?? "")) script = []
          return
        }
        if (depth >= deepest) {
          below++
          return
        }
        const element: Element = {tag, attributes, parent: at, index: elements.length, past: 0, children: []}
        elements.push(element)
        at.children.push(element)
        at = element
        depth++
      },
      ontext(text) {
        if (script) script.push(text)
        else if (passing === undefined) {
          heard += text.length
          if (heard <= mostWords) at.children.push(text)
        }
      },
      onclosetag(tag) {
        if (passing !== undefined) {
          if (tag === passing && --passingDepth === 0) {
            passing = undefined
            if (script) data.push(script.join(""))
            script = undefined
          }
          return
        }
        if (below > 0) {
          below--
          return
        }
        if (at.parent) {
          at.past = elements.length
          at = at.parent
          depth--
        }
      }
    },
    {decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true}
  )
  // A page that nests without end is no page; the parser's time grows with the square of the depth.
  for (let at = 0; at < html.length && below < 3000; at += 32_768) parser.write(html.slice(at, at + 32_768))
  parser.end()
  for (let e: Element | undefined = at; e; e = e.parent) e.past = elements.length
  return {root, elements, data}
}

export const isElement = (node: Element | string): node is Element => typeof node !== "string"

/// The first words of an element (up to about 4000 characters) on one line, without the elements that `without` names.
export function wordsOf(element: Element, without: (e: Element) => boolean = () => false): string {
  const parts: string[] = []
  gather(element, parts, 4000, without)
  return parts.join("").replace(/\s+/g, " ").trim()
}

/// Returns how many characters may still be gathered.
function gather(element: Element, parts: string[], most: number, without: (e: Element) => boolean): number {
  let left = most
  for (const child of element.children) {
    if (left <= 0) return 0
    if (!isElement(child)) {
      parts.push(child.slice(0, 4000))
      left -= child.length
    } else if (child.tag === "br") parts.push(" ")
    else if (!without(child)) {
      const apart = blocks.has(child.tag)
      if (apart) parts.push(" ")
      left = gather(child, parts, left - 1, without)
      if (apart) parts.push(" ")
    }
  }
  return left
}

/// Elements that stand on lines of their own.
export const blocks = new Set(
  "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split(
    " "
  )
)
