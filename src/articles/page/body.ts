import {blocks, type Element, isElement, type Page, wordsOf} from "./tree.ts"

/// One paragraph, heading or list item of the article.
export interface Block {
  readonly text: string
  readonly kind: "paragraph" | "heading" | "item" | "quote" | "cell"
}

/// What the page's data says of its article.
export interface Hints {
  readonly title?: string | undefined
  readonly body?: string | undefined
  /// The summary that a page gives of itself, often shown between title and text.
  readonly summary?: string | undefined
}

/// Finds the article in a page: the part with the most prose once menus, boxes and comments are out.
///
/// From the whole page it goes down to the one child that holds most of the prose, as long as there is one; what stands
/// beside that child is kept only if it carries the article on.
export function bodyOf(page: Page, about: Hints = {}): readonly Block[] {
  const text = blocksOf(page)
  const prose = text.reduce((sum, b) => sum + b.prose, 0)
  if (prose === 0) return []
  const out = furnitureOf(page, text, prose)
  const heading = headingOf(text, about.title)
  setAside(page, likely(page, text, about, heading), out, heading, about.summary === undefined ? undefined : bare(about.summary))
  return trimmed(
    text.filter(b => !out[b.element.index]),
    about.title
  ).flatMap(inArticle)
}

/// Where the title stands as a heading; 0 where it does not.
function headingOf(text: readonly Text[], title: string | undefined): number {
  const wanted = title ? bare(title) : undefined
  return wanted ? (text.find(b => b.heading && bare(b.text) === wanted)?.element.index ?? 0) : 0
}

/// All words of a page that are shown, a block a line.
export const linesOf = (page: Page): readonly string[] => blocksOf(page).map(block => block.text)

interface Text {
  readonly element: Element
  readonly text: string
  /// How much of it is links, 0 to 1.
  readonly linked: number
  readonly heading: boolean
  /// How many letters of prose it holds.
  readonly prose: number
}

/// The text of a page cut where blocks begin and end.
function blocksOf(page: Page): Text[] {
  const found: Text[] = []
  let parts: string[] = []
  let links = 0
  let length = 0
  let holder = page.root
  let opened = false
  const flush = (next: Element): void => {
    if (length > 0) {
      const text = parts
        .join("")
        .replace(/[^\S\n]+/g, " ")
        .replace(/ ?\n ?/g, "\n")
        .trim()
      if (text !== "") found.push(textBlock(holder, text, Math.min(1, links / Math.max(1, length)), opened))
    }
    parts = []
    links = 0
    length = 0
    opened = false
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
        if (link) {
          if (length === size) opened = true
          links += size
        }
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

// "…, he said. (Reuters)" ends like a sentence.
const sentenceEnd = /[.!?…:;。！？]["'”’)\]]*(?:\s*[([][^()[\]]{1,40}[)\]])?$/

function textBlock(element: Element, text: string, linked: number, opened: boolean): Text {
  const heading = /^h[1-6]$/.test(element.tag)
  const wide = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(text) ? 3 : 1
  const size = text.length * wide
  const prose = !heading && linked < 0.5 && (size >= 80 || (size >= 30 && sentenceEnd.test(text)))
  // "Dam opened after years: The ministry said …", the first words a link: another article, announced.
  const announced = opened && linked > 0.12 && element.tag !== "p"
  return {element, text, linked, heading, prose: prose ? size * (1 - linked) * (announced ? 0.3 : 1) : 0}
}

const never = new Set(["nav", "footer", "button", "figcaption", "label", "menu", "form", "aside", "caption"])

const boxes =
  /(?:^|[\s_-])(?:comments?|disqus|respond|related|recommend(?:ed|ations?)?|recirc\w*|share|sharing|social(?:-?media)?|newsletters?|subscribe|subscription|signup|sign-up|sidebar|side-bar|promo\w*|advert\w*|ads?|adslot|ad-?(?:container|wrapper|unit|block|box)|sponsor\w*|outbrain|taboola|cookies?|consent|gdpr|breadcrumbs?|byline|author|authors|author-?(?:bio|box|info|card)|bio|captions?|credits?|tags?|taglist|tag-list|topics|footer|nav|navbar|navigation|menu|popup|modal|overlay|lightbox|most-?(?:read|popular|viewed)|trending|popular|more-?(?:stories|news|from|on)|read-?(?:more|also|next)|readmore|also-?(?:read|like)|pagination|pager|toolbar|tools|utility|print|timestamp|dateline-date|pubdate|post-?meta|entry-?meta|article-?meta|meta|paywall|regwall|gallery|slideshow|carousel|teasers?|structured-data|banner|masthead|skip|poll|quiz|donate|donation|follow|rating|vote|copyright|disclaimer|correction-?link|hidden|sr-only|visually-?hidden|screen-?reader(?:-text)?|noprint|pullquote|pull-quote)(?:$|[\s_-])/i

const talk = /(?:^|[\s_-])(?:comments?|comment-?list|disqus|respond|related|recommend(?:ed|ations?)?)(?:$|[\s_-])/i

/// Sums over an element and everything below it.
function sums(page: Page, text: readonly Text[], of: (b: Text) => number): Float64Array {
  const sum = new Float64Array(page.elements.length)
  for (const b of text) sum[b.element.index]! += of(b)
  for (let i = page.elements.length - 1; i > 0; i--) sum[page.elements[i]!.parent!.index]! += sum[i]!
  return sum
}

/// Which elements are menus, boxes, comments. What holds much of the page's prose is none, whatever it is called; comments
/// may well be longer than the article.
function furnitureOf(page: Page, text: readonly Text[], prose: number): Uint8Array {
  const held = sums(page, text, b => b.prose)
  const out = new Uint8Array(page.elements.length)
  for (const e of page.elements) {
    if (e.parent && out[e.parent.index]) {
      out[e.index] = 1
      continue
    }
    const most = talk.test(nameOf(e)) ? 0.9 : 0.35
    if (held[e.index]! <= prose * most && isFurniture(e)) out[e.index] = 1
    else if (held[e.index]! > 0 && held[e.index]! < 500 && held[e.index]! < prose * 0.1 && isPicture(page, e)) out[e.index] = 1
  }
  return out
}

function isFurniture(e: Element): boolean {
  if (e.tag === "body" || e.tag === "html" || e.tag === "p" || e.tag === "article" || e.tag === "main") return false
  if (never.has(e.tag)) return true
  const {role, itemprop = ""} = e.attributes
  if (/articleBody/i.test(itemprop)) return false
  if (role && /^(navigation|complementary|banner|contentinfo|dialog|search|alert|menu\w*|toolbar|tablist)$/i.test(role))
    return true
  return boxes.test(nameOf(e))
}

/// A picture in a box of its own; what little is said there is its caption.
function isPicture(page: Page, e: Element): boolean {
  if (!pictures.test(nameOf(e)) || e.tag === "p") return false
  for (let i = e.index + 1; i < e.past; i++) if (/^(img|picture|amp-img)$/.test(page.elements[i]!.tag)) return true
  return false
}

const pictures = /(?:^|[\s_-])(?:images?|img|photos?|pictures?|pic|thumb(?:nail)?|wp-caption|media|figure|imgtop)(?:$|[\s_-])/i

const nameOf = (e: Element): string => `${spaced(e.attributes.class ?? "")} ${spaced(e.attributes.id ?? "")}`

// "relatedArticles" as "related-Articles".
const spaced = (name: string): string => name.replace(/([a-z])([A-Z])/g, "$1-$2")

// Names that outlets give the element with the article's text.
const bodies =
  /(?:^|[\s_-])(?:(?:article|story|post|entry|news|page|main|blog|content|detail|node|single)(?:-|_|__)?(?:body|content|text|copy|main|container|inner|detail)(?:-?text|-?copy|-?content)?|body-?(?:copy|text|content)|field-name-body|rich-?text|h?entry|post|prose|wysiwyg|text-formatted)(?:$|[\s_-])/i

/// The same blocks with their prose weighed by what speaks for it: the page's own data has these very words, the element is
/// named or marked as the body, it comes after the title.
function likely(page: Page, text: readonly Text[], about: Hints, heading: number): readonly Text[] {
  const named = new Uint8Array(page.elements.length)
  for (const e of page.elements) {
    if (e.parent && named[e.parent.index]) named[e.index] = 1
    else if (/articleBody/i.test(e.attributes.itemprop ?? "") || (e.tag !== "body" && e.tag !== "html" && bodies.test(nameOf(e))))
      named[e.index] = 1
  }
  const stated = about.body && about.body.length > 300 ? bare(about.body.slice(0, 100_000)) : undefined
  return text.map(b => {
    if (b.prose === 0) return b
    let weight = named[b.element.index] ? 2 : 1
    if (b.element.index < heading) weight *= 0.4
    if (stated?.includes(bare(b.text).slice(0, 60))) weight *= 5
    return {...b, prose: b.prose * weight}
  })
}

const standfirst =
  /(?:^|[\s_-])(?:standfirst|sub-?title|sub-?head(?:line|ing)?|dek|deck|strap-?line|kicker|summary|excerpt|tagline|description)(?:$|[\s_-])/i

// A paragraph is never the whole article, its neighbours belong to it.
const lines = new Set(["p", "li", "blockquote", "pre", "ul", "ol", "dl", "figure"])

/// Goes down to the article and marks in `out` what stands beside the way.
function setAside(page: Page, text: readonly Text[], out: Uint8Array, heading: number, summary: string | undefined): void {
  const kept = text.filter(b => !out[b.element.index])
  const prose = sums(page, kept, b => b.prose)
  const pieces = sums(page, kept, b => (b.prose > 0 ? 1 : 0))
  const links = sums(page, kept, b => (b.linked > 0.6 && b.text.length >= 20 ? 1 : 0))
  const articles = new Uint32Array(page.elements.length)
  for (let i = page.elements.length - 1; i > 0; i--) {
    const e = page.elements[i]!
    articles[e.parent!.index]! += articles[i]! + (e.tag === "article" && prose[i]! > 0 ? 1 : 0)
  }
  const drop = (e: Element): void => {
    out.fill(1, e.index, e.past)
  }
  // A list of other articles: about as many linked headlines as pieces of prose.
  const teasers = (e: Element): boolean => links[e.index]! > 0 && links[e.index]! >= pieces[e.index]! * 0.6
  let at = page.root
  for (;;) {
    const inside = at.children.filter(isElement).filter(e => !out[e.index])
    let best: Element | undefined
    let all = prose[at.index]!
    for (const e of inside) if (prose[e.index]! > (best ? prose[best.index]! : 0)) best = e
    // A short article, and below it a long list of others with a few lines of each.
    const most = best
    const short =
      most &&
      articles[most.index]! >= 3 &&
      inside.find(e => e.index < most.index && e.tag === "article" && prose[e.index]! > prose[most.index]! * 0.25)
    if (short) {
      best = short
      all -= prose[most.index]!
      drop(most)
    }
    if (!best || lines.has(best.tag) || prose[best.index]! < all * 0.5) {
      for (const e of inside) {
        if (e.children.some(isElement) && teasers(e) && prose[e.index]! < all * 0.5) drop(e)
      }
      return
    }
    for (const e of inside) if (e !== best && !carriesOn(e, best)) drop(e)
    // Words between the elements of a place that is not the article.
    out[at.index] = 1
    at = best
  }

  function carriesOn(e: Element, article: Element): boolean {
    if (prose[e.index] === 0 || teasers(e)) return false
    if (e.index < article.index) {
      // What stands before the title of the article is not the article's.
      if (heading >= article.index && heading < article.past) return false
      // "One town, two mayors: what went wrong" under the title says nothing that the text does not say.
      const words = summary === undefined ? "" : bare(wordsOf(e))
      return !standfirst.test(nameOf(e)) && (words === "" || !(words === summary || summary!.startsWith(words)))
    }
    return e.tag === article.tag && e.attributes.class === article.attributes.class
  }
}

const announces = (b: Text): boolean =>
  b.text.length <= 60 &&
  !/[.!?]$/.test(b.text) &&
  /^\W*(?:more\b|related\b|also (?:read|on|see)\b|read (?:more|also|next)\b|you (?:may|might)\b|recommended|latest\b|most (?:read|popular)|popular\b|trending|don['’]t miss|what to read|editors?['’]? picks|from (?:the|around) (?:web|archive)|elsewhere|sign up|newsletter|about the author|share this|comments?\b|tags\b|topics\b)/i.test(
    b.text
  )

const tells = (b: Text): boolean => b.prose > 0 && b.linked < 0.3 && b.element.tag !== "li"

// A paragraph full of links is one still: "Two cities, a port and a bridge were hit."
const isSentence = (b: Text): boolean =>
  b.element.tag === "p" && b.linked < 0.9 && b.text.length >= 60 && /[.!?…]["'”’)\]]*$/.test(b.text)

/// Without what stands before the title and short lines around the prose.
function trimmed(text: readonly Text[], title: string | undefined): readonly Text[] {
  let from = 0
  if (title) {
    const wanted = bare(title)
    const at = text.findIndex(b => bare(b.text) === wanted)
    const before = text.slice(0, Math.max(at, 0)).reduce((sum, b) => sum + b.prose, 0)
    const after = text.slice(at + 1).reduce((sum, b) => sum + b.prose, 0)
    if (at !== -1 && (before < 400 || (text[at]!.heading && before < after))) from = at + 1
  }
  while (from < text.length && text[from]!.prose === 0 && !isSentence(text[from]!)) from++
  let to = text.length
  // "More from the Courier", and headlines to the end.
  const last = text.findLastIndex(tells)
  const more = text.findIndex((b, i) => i > Math.max(from, last) && announces(b))
  if (more !== -1) to = more
  while (to > from && text[to - 1]!.prose === 0 && text[to - 1]!.element.tag !== "li") to--
  return text.slice(from, to)
}

const bare = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()

function inArticle(b: Text): Block[] {
  if (b.linked > 0.6 && b.text.length < 200 && !isSentence(b)) return []
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
