import {blocks, type Element, isElement, type Page} from "./tree.ts"

/// One paragraph, heading or list item of the article.
export interface Block {
  readonly text: string
  readonly kind: "paragraph" | "heading" | "item" | "quote" | "cell"
}

/// Finds the article in a page: the part with the most prose once menus, boxes and comments are out.
///
/// Every block of text is worth its length if it is prose and costs its length if it is links and labels; the article is the
/// element whose blocks are worth most together.
export function bodyOf(page: Page): readonly Block[] {
  const text = blocksOf(page)
  const prose = text.reduce((sum, b) => sum + Math.max(0, b.worth), 0)
  if (prose === 0) return []
  const dropped = furnitureOf(page, text, prose)
  const kept = text.filter(b => !dropped[b.element.index])
  const best = richest(page, kept)
  return kept.filter(b => b.element.index >= best.index && b.element.index < best.past).flatMap(inArticle)
}

interface Text {
  readonly element: Element
  readonly text: string
  /// How much of it is links, 0 to 1.
  readonly linked: number
  readonly heading: boolean
  readonly worth: number
}

/// The text of a page cut where blocks begin and end.
function blocksOf(page: Page): Text[] {
  const found: Text[] = []
  let parts: string[] = []
  let links = 0
  let length = 0
  let holder = page.root
  const flush = (next: Element): void => {
    if (length > 0) {
      const text = parts
        .join("")
        .replace(/[^\S\n]+/g, " ")
        .replace(/ ?\n ?/g, "\n")
        .trim()
      if (text !== "") found.push(textBlock(holder, text, Math.min(1, links / Math.max(1, length))))
    }
    parts = []
    links = 0
    length = 0
    holder = next
  }
  const walk = (element: Element, inLink: boolean): void => {
    const apart = blocks.has(element.tag)
    if (apart) flush(element)
    const link = inLink || (element.tag === "a" && element.attributes.href !== undefined)
    for (const child of element.children) {
      if (!isElement(child)) {
        const words = child.replace(/\s+/g, " ")
        parts.push(words)
        const size = words === " " ? 0 : words.length
        length += size
        if (link) links += size
      } else if (child.tag === "br") parts.push("\n")
      else if (child.tag !== "head" && !hidden(child)) walk(child, link)
    }
    if (apart) flush(element.parent ?? page.root)
  }
  walk(page.root, false)
  flush(page.root)
  return found
}

const hidden = ({attributes}: Element): boolean =>
  attributes.hidden !== undefined || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attributes.style ?? "")

function textBlock(element: Element, text: string, linked: number): Text {
  const heading = /^h[1-6]$/.test(element.tag)
  const sentence = /[.!?…:;]["'”’)\]]*$/.test(text)
  const prose = !heading && linked < 0.5 && (text.length >= 80 || (text.length >= 30 && sentence))
  const worth = prose ? text.length * (1 - linked) : heading ? 0 : -Math.min(text.length, 120) * (linked > 0.5 ? 1 : 0.5)
  return {element, text, linked, heading, worth}
}

const never = new Set(["nav", "footer", "button", "figcaption", "label", "menu", "form", "aside", "caption"])

const boxes =
  /(?:^|[\s_-])(?:comments?|disqus|respond|related|recommend(?:ed|ations?)?|recirc\w*|share|sharing|social(?:-?media)?|newsletters?|subscribe|subscription|signup|sign-up|sidebar|side-bar|promo\w*|advert\w*|ads?|adslot|ad-?(?:container|wrapper|unit|block|box)|sponsor\w*|outbrain|taboola|cookies?|consent|gdpr|breadcrumbs?|byline|author|authors|author-?(?:bio|box|info|card)|bio|captions?|credits?|tags?|taglist|tag-list|topics|footer|nav|navbar|navigation|menu|popup|modal|overlay|lightbox|most-?(?:read|popular|viewed)|trending|popular|more-?(?:stories|news|from|on)|read-?(?:more|also|next)|readmore|also-?(?:read|like)|pagination|pager|toolbar|tools|utility|print|timestamp|dateline-date|pubdate|post-?meta|entry-?meta|article-?meta|meta|paywall|regwall|gallery|slideshow|carousel|teasers?|widgets?|banner|masthead|skip|poll|quiz|donate|donation|follow|rating|vote|copyright|disclaimer|correction-?link|hidden|sr-only|visually-?hidden|screen-?reader(?:-text)?|noprint|pullquote|pull-quote)(?:$|[\s_-])/i

/// Which elements are menus, boxes, comments. What holds much of the page's prose is none, whatever it is called.
function furnitureOf(page: Page, text: readonly Text[], prose: number): Uint8Array {
  const worth = new Float64Array(page.elements.length + 1)
  for (const b of text) worth[b.element.index]! += Math.max(0, b.worth)
  for (let i = page.elements.length - 1; i > 0; i--) worth[page.elements[i]!.parent!.index]! += worth[i]!
  const dropped = new Uint8Array(page.elements.length)
  for (const e of page.elements) {
    const above = e.parent
    if (above && dropped[above.index]) {
      dropped[e.index] = 1
      continue
    }
    if (worth[e.index]! > prose * 0.35) continue
    if (isFurniture(e)) dropped[e.index] = 1
  }
  return dropped
}

function isFurniture(e: Element): boolean {
  if (e.tag === "body" || e.tag === "html" || e.tag === "p" || e.tag === "article" || e.tag === "main") return false
  if (never.has(e.tag)) return true
  const {role, id = "", itemprop = ""} = e.attributes
  if (/articleBody/i.test(itemprop)) return false
  if (role && /^(navigation|complementary|banner|contentinfo|dialog|search|alert|menu\w*|toolbar|tablist)$/i.test(role))
    return true
  const name = `${spaced(e.attributes.class ?? "")} ${spaced(id)}`
  return name !== " " && boxes.test(name)
}

// "relatedArticles" as "related-Articles".
const spaced = (name: string): string => name.replace(/([a-z])([A-Z])/g, "$1-$2")

/// The element whose blocks are worth most together; of equals the innermost.
function richest(page: Page, kept: readonly Text[]): Element {
  const worth = new Float64Array(page.elements.length)
  for (const b of kept) worth[b.element.index]! += b.worth
  let best = page.root
  for (let i = page.elements.length - 1; i >= 0; i--) {
    const e = page.elements[i]!
    if (worth[i]! > worth[best.index]! || best === page.root) best = e
    if (e.parent) worth[e.parent.index]! += worth[i]!
  }
  return best
}

function inArticle(b: Text): Block[] {
  if (b.linked > 0.6 && b.text.length < 200) return []
  const kind = b.heading
    ? "heading"
    : b.element.tag === "li"
      ? "item"
      : b.element.tag === "blockquote"
        ? "quote"
        : /^t[dh]$/.test(b.element.tag)
          ? "cell"
          : "paragraph"
  return b.text
    .split(/\n{2,}/)
    .map(part => part.replace(/\n/g, " ").trim())
    .filter(part => part !== "")
    .map(part => ({text: part, kind}))
}
