import {calendarDay, dayOf, writtenDays} from "../days.ts"
import {type Element, type Page, wordsOf} from "./tree.ts"

/// What a page says about its article.
export interface Metadata {
  readonly title?: string | undefined
  readonly published?: string | undefined
  readonly publisher?: string | undefined
  readonly byline?: string | undefined
  readonly url?: string | undefined
  /// The article's text as the page's data gives it, often without its paragraphs.
  readonly body?: string | undefined
  /// What the page says it is about, in a sentence or two.
  readonly summary?: string | undefined
  /// Whether the page says that not everybody may read all of it.
  readonly locked: boolean
  readonly notes: readonly string[]
}

/// Reads JSON-LD, <meta>, microdata, <time>, the address and the lines around the title, in that order of trust.
export function metadataOf(page: Page, address: string | undefined): Metadata {
  const {elements} = page
  const metas = metasOf(elements)
  const data = articleData(page.data)
  const notes: string[] = []
  const url = address ?? canonical(elements, metas)
  const site = first(nameOf(data?.publisher), metas.get("og:site_name"), metas.get("application-name"))
  const title = titleOf(elements, metas, data, site, hostOf(url))
  return {
    title,
    published: publishedOf(elements, metas, data, url, title, notes),
    publisher: site ?? hostOf(url),
    byline: bylineOf(elements, metas, data, site),
    url,
    body: typeof data?.articleBody === "string" ? data.articleBody : undefined,
    summary: first(metas.get("og:description"), metas.get("description"), string(data?.description))?.slice(0, 1000),
    locked:
      /^false$/i.test(String(data?.isAccessibleForFree)) || /^(?:locked|metered)$/i.test(metas.get("article:content_tier") ?? ""),
    notes
  }
}

type Data = Readonly<Record<string, unknown>>

const first = (...values: readonly (string | undefined)[]): string | undefined =>
  values.find(v => v !== undefined && v.trim() !== "")

function metasOf(elements: readonly Element[]): ReadonlyMap<string, string> {
  const metas = new Map<string, string>()
  for (const {tag, attributes} of elements) {
    if (tag !== "meta") continue
    const {content} = attributes
    if (content === undefined || content.trim() === "") continue
    for (const name of [attributes.property, attributes.name, attributes.itemprop, attributes["http-equiv"]]) {
      const key = name?.trim().toLowerCase()
      if (key && !metas.has(key)) metas.set(key, content)
    }
  }
  return metas
}

/// The article among the things that JSON-LD describes.
function articleData(scripts: readonly string[]): Data | undefined {
  const things: Data[] = []
  const visit = (value: unknown, depth: number): void => {
    if (depth > 6 || things.length > 400 || value === null || typeof value !== "object") return
    if (Array.isArray(value)) {
      for (const item of value) visit(item, depth + 1)
      return
    }
    const thing = value as Data
    things.push(thing)
    for (const key of ["@graph", "mainEntity", "mainEntityOfPage", "hasPart"]) visit(thing[key], depth + 1)
  }
  for (const script of scripts) visit(parsed(script), 0)
  const typed = (pattern: RegExp) =>
    things.find(
      t => pattern.test([t["@type"]].flat().join(" ")) && (t.headline ?? t.datePublished ?? t.articleBody) !== undefined
    )
  return (
    typed(/NewsArticle|ReportageNewsArticle|AnalysisNewsArticle/) ??
    typed(/Article|BlogPosting|LiveBlogPosting|Report|SocialMediaPosting/) ??
    typed(/WebPage|CreativeWork/)
  )
}

function parsed(script: string): unknown {
  const text = script.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\/\]\]>|\]\]>)\s*$/g, "").trim()
  for (const attempt of [
    text,
    text.replace(/\p{Cc}+/gu, " "),
    text
      .replace(/\p{Cc}+/gu, " ")
      .replace(/,\s*([}\]])/g, "$1")
      .replace(/;\s*$/, "")
  ]) {
    try {
      return JSON.parse(attempt)
    } catch {}
  }
  return undefined
}

function nameOf(value: unknown): string | undefined {
  if (typeof value === "string") return /^https?:/.test(value) ? undefined : value
  if (Array.isArray(value)) {
    const names = value.map(nameOf).filter(n => n !== undefined)
    return names.length > 0 ? names.join(", ") : undefined
  }
  return value !== null && typeof value === "object" ? nameOf((value as Data).name) : undefined
}

const string = (value: unknown): string | undefined =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : undefined

// ---- address and site

function canonical(elements: readonly Element[], metas: ReadonlyMap<string, string>): string | undefined {
  const link = elements.find(e => e.tag === "link" && /(^|\s)canonical(\s|$)/i.test(e.attributes.rel ?? ""))?.attributes.href
  return [link, metas.get("og:url")].find(url => /^https?:\/\/[^/]+\/./.test(url ?? ""))
}

function hostOf(url: string | undefined): string | undefined {
  return /^https?:\/\/(?:[^/@]*@)?(?:www\.)?([^/:?#]+)/i.exec(url ?? "")?.[1]?.toLowerCase()
}

// ---- title

function titleOf(
  elements: readonly Element[],
  metas: ReadonlyMap<string, string>,
  data: Data | undefined,
  site: string | undefined,
  host: string | undefined
): string | undefined {
  const tag = elements.find(e => e.tag === "title" && !hasAncestor(e, "svg"))
  const page = first(tag && wordsOf(tag).slice(0, 1000))
  const social = first(metas.get("og:title"), metas.get("twitter:title"), metas.get("dc.title"), metas.get("title"))
  const headline = string(data?.headline)
  const outlet = [site, host?.replace(/\.[a-z.]+$/, "")].filter(name => name !== undefined).map(bare)
  // The outlet's name in big letters is no title.
  const isOutlet = (words: string): boolean => outlet.some(name => name === bare(words) || name === bare(words).replace(/ /g, ""))
  const marked = elements.find(e => /(^|\s)headline(\s|$)/i.test(e.attributes.itemprop ?? "") && e.tag !== "meta")
  const seen = [...(marked ? [marked] : []), ...elements.filter(e => e.tag === "h1")]
    .map(titleWords)
    .filter(words => words.length > 2 && words.length <= 400 && !isOutlet(words))
  // What the reader of the page sees as its title is its title, if the page's other titles agree with it.
  const stated = [headline, social].filter(t => t !== undefined).map(t => bare(unescaped(t)))
  const others =
    stated.length > 0 ? [...stated, string(data?.name)].filter(t => t !== undefined).map(bare) : page ? [bare(page)] : []
  const agreed =
    seen.find(words => others.includes(bare(words))) ??
    seen.find(words => others.some(o => o.startsWith(`${bare(words)} `) && bare(words).includes(" "))) ??
    seen.find(words => others.some(o => alike(bare(words), o)))
  // A label before it, "Patch notes Version 2 is out", or a line below it is not in the page's data.
  if (agreed && headline && bare(agreed).endsWith(` ${bare(headline)}`)) return headline
  const only = new Set(seen.map(bare)).size === 1 && seen[0]!.split(/\s+/).length >= 4 ? seen[0] : undefined
  const title = agreed ?? only ?? first(headline, social) ?? page ?? seen[0]
  return title === undefined ? undefined : withoutSite(unescaped(title), agreed ? [] : [site, host])
}

// What stands in a heading and is not its words: a label before it, a line below it.
const beside =
  /(?:^|[\s_-])(?:sub-?(?:title|head(?:line|ing)?)|labels?|prefix|badge|kicker|eyebrow|tagline|category|section)(?:$|[\s_-])/i

/// The words of a heading without what is set apart in it.
function titleWords(heading: Element): string {
  const apart = (e: Element): boolean => e.tag === "small" || e.tag === "sup" || beside.test(`${e.attributes.class ?? ""}`)
  const words = wordsOf(heading, apart)
  return words.length > 2 ? words : wordsOf(heading)
}

/// "Border reopens | The Courier" without the outlet. What follows a bar goes; what follows a dash only if it names the outlet.
function withoutSite(title: string, outlet: readonly (string | undefined)[]): string {
  let words = title.replace(/\s+/g, " ").trim()
  const names = outlet.filter(name => name !== undefined).map(name => squeezed(name))
  const named = (part: string): boolean => {
    const name = squeezed(part)
    return name.length > 2 && names.some(n => n.includes(name) || (n.length > 3 && name.includes(n)))
  }
  for (let tries = 0; tries < 3; tries++) {
    const m = /^(.+\S)\s*(?:\s[-–—:·•]\s|\s?[|»]\s?)\s*([^|»]{2,60})$/.exec(words)
    if (!m) break
    const bar = /[|»]\s*$/.test(words.slice(0, words.length - m[2]!.length))
    if (!(named(m[2]!) || (bar && m[1]!.split(/\s+/).length >= 3))) break
    words = m[1]!.trim()
  }
  const before = /^([^|»:–—-]{2,40}?)\s*(?:[|»:]|\s[-–—])\s+(.{10,})$/.exec(words)
  return before && named(before[1]!) ? before[2]! : words
}

const squeezed = (text: string): string => bare(text).replace(/^the /, "").replace(/ /g, "")

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()

/// Most words the same.
function alike(a: string, b: string): boolean {
  const x = new Set(a.split(" "))
  const y = new Set(b.split(" "))
  if (x.size < 4 || y.size < 4) return false
  let same = 0
  for (const word of x) if (y.has(word)) same++
  return same >= 0.6 * Math.max(x.size, y.size)
}

const unescaped = (text: string): string =>
  text
    .replace(/&amp;/g, "&")
    .replace(/&quot;/g, '"')
    .replace(/&#0?39;|&apos;|&rsquo;/g, "’")
    .replace(/<\/?[a-z][^<>]{0,80}>/gi, "")

const hasAncestor = (element: Element, tag: string): boolean => {
  for (let e = element.parent; e; e = e.parent) if (e.tag === tag) return true
  return false
}

// ---- day

const publishedMetas = [
  "article:published_time",
  "article:published",
  "og:article:published_time",
  "article:post_date",
  "datepublished",
  "og:published_time",
  "og:pubdate",
  "publish-date",
  "publish_date",
  "publishdate",
  "pubdate",
  "published",
  "publication_date",
  "publication-date",
  "published_time",
  "published-date",
  "published_at",
  "published_date",
  "dc.date.issued",
  "dcterms.created",
  "dc.date.created",
  "dcterms.issued",
  "dcterms.date",
  "dc.date",
  "date.issued",
  "article_date_original",
  "article.published",
  "article.created",
  "sailthru.date",
  "parsely-pub-date",
  "cxenseparse:recs:publishtime",
  "cxenseparse:publishtime",
  "rnews:datepublished",
  "citation_publication_date",
  "citation_date",
  "bt:pubdate",
  "displaydate",
  "original-publish-date",
  "originalpublicationdate",
  "ptime",
  "pdate",
  "prism.publicationdate",
  "eomportal-lastupdate",
  "date_published",
  "datecreated",
  "created",
  "date",
  "shareaholic:article_published_time",
  "vr:published_time",
  "dateposted",
  "news_date",
  "release_date",
  "parsely-page"
]

function publishedOf(
  elements: readonly Element[],
  metas: ReadonlyMap<string, string>,
  data: Data | undefined,
  url: string | undefined,
  title: string | undefined,
  notes: string[]
): string | undefined {
  const order = /^en-(us|ca)\b/i.test(elements.find(e => e.tag === "html")?.attributes.lang ?? "") ? "month first" : undefined
  const given = (stamp: string | undefined, where: string): string | undefined => {
    if (stamp === undefined || stamp.trim() === "") return undefined
    const day = dayOf(stamp, order)
    if (!day && /\d{4}/.test(stamp))
      notes.push(`${where} ${JSON.stringify(stamp.slice(0, 60))} refused: it names no day of the calendar between 1900 and 2100`)
    return day
  }
  const stated = given(string(data?.datePublished), "datePublished") ?? given(string(data?.dateCreated), "dateCreated")
  if (stated) return stated
  for (const name of publishedMetas) {
    const day = given(metas.get(name), name)
    if (day) return day
  }
  for (const e of elements) {
    if (
      !/(^|\s)(datePublished|dateCreated|pubdate)(\s|$)/i.test(e.attributes.itemprop ?? "") &&
      e.attributes.pubdate === undefined &&
      !/(^|\s)(published|dt-published)(\s|$)/.test(e.attributes.class ?? "")
    )
      continue
    const day =
      given(e.attributes.datetime ?? e.attributes.content ?? e.attributes.title, "datePublished") ??
      given(wordsOf(e).slice(0, 120), "datePublished")
    if (day) return day
  }
  const inAddress = dayInAddress(url)
  const shown = shownDay(elements, title, order)
  return inAddress ?? shown ?? given(metas.get("article:modified_time") ?? string(data?.dateModified), "dateModified")
}

/// "https://…/2024/10/18/border" writes its day.
function dayInAddress(url: string | undefined): string | undefined {
  const m =
    /[/_-]((?:19|20)\d\d)[/_-](\d{1,2})[/_-](\d{1,2})(?:[/_-]|$|\?)/.exec(url ?? "") ??
    /[/_-](20\d\d)([01]\d)([0-3]\d)(?:[/_.-]|$|\?)/.exec(url ?? "")
  if (m) return calendarDay(Number(m[1]), Number(m[2]), Number(m[3]))
  const named = /\/((?:19|20)\d\d)\/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\/(\d{1,2})(?:\/|$)/i.exec(url ?? "")
  return named ? dayOf(`${named[3]} ${named[2]} ${named[1]}`) : undefined
}

/// The day shown beside the title: a <time>, an element whose class speaks of dates, or a short line with nothing else.
function shownDay(elements: readonly Element[], title: string | undefined, order: "month first" | undefined): string | undefined {
  const wanted = title === undefined ? "" : bare(title)
  const heading =
    elements.find(e => /^h[1-3]$/.test(e.tag) && bare(wordsOf(e)) === wanted)?.index ?? elements.find(e => e.tag === "h1")?.index
  let best: {readonly day: string; readonly worth: number} | undefined
  for (const e of elements) {
    const name = `${e.attributes.class ?? ""} ${e.attributes.id ?? ""}`
    const time = e.tag === "time" || e.tag === "abbr"
    const dated = /date|time|publi|posted|byline|meta|stamp|info|created/i.test(name)
    const near = heading !== undefined && Math.abs(e.index - heading) <= 25
    if (!(time || dated || near) || e.past - e.index > 40) continue
    const words = wordsOf(e).slice(0, 240)
    const stamp = e.attributes.datetime ?? (time ? e.attributes.title : undefined)
    const written = writtenDays(words, order)[0]
    const day = (stamp && dayOf(stamp, order)) || written?.day
    if (!day || words.length > 200) continue
    // "January 22, 2014" and no more; a sentence with a day in it is about another day.
    if (!time && !dated && words.length > written!.end - written!.start + 40) continue
    const around = `${name} ${e.parent?.attributes.class ?? ""} ${e.parent?.parent?.attributes.class ?? ""}`
    const updated = /updat|modif|revis/i.test(name) || /^\W*(last )?(updated|modified|revised)/i.test(words)
    const aside = /comment|related|sidebar|footer|widget|copyright|recent|popular|trending|card/i.test(around)
    const far = heading === undefined ? e.index : Math.abs(e.index - heading)
    const worth = (time ? 1 : 0) + (dated ? 1 : 0) - (updated ? 1.5 : 0) - (aside ? 2 : 0) - Math.min(far, 400) / 60
    if (!best || worth > best.worth) best = {day, worth}
  }
  return best && best.worth > -4 ? best.day : undefined
}

// ---- byline

function bylineOf(
  elements: readonly Element[],
  metas: ReadonlyMap<string, string>,
  data: Data | undefined,
  site: string | undefined
): string | undefined {
  const stated = first(
    nameOf(data?.author),
    nameOf(data?.creator),
    metas.get("author"),
    metas.get("article:author_name"),
    metas.get("parsely-author"),
    metas.get("sailthru.author"),
    metas.get("dc.creator"),
    metas.get("byl"),
    metas.get("article:author")
  )
  const person = stated && !/^https?:|^@/.test(stated) ? stated : undefined
  const marked = elements.find(
    e =>
      e.tag !== "meta" &&
      (/(^|\s)author(\s|$)/i.test(`${e.attributes.rel ?? ""} ${e.attributes.itemprop ?? ""}`) ||
        /(^|[\s_-])(byline|author-?name|author__name|authors?)([\s_-]|$)/i.test(e.attributes.class ?? "")) &&
      wordsOf(e).length > 2 &&
      wordsOf(e).length < 100
  )
  const words = first(person, marked && wordsOf(marked))
  const line = words
    ?.replace(/\s+/g, " ")
    .replace(/^\s*(?:(?:written|posted|reported|published)\s+)?by:?\s+/i, "")
    .trim()
  // "The Courier, 18 October 2024" names nobody.
  const day = line === undefined ? undefined : writtenDays(line)[0]
  const name = (day ? line!.slice(0, day.start) + line!.slice(day.end) : line)?.replace(/^[\s,|•·–-]+|[\s,|•·–-]+$/g, "")
  return name === undefined || name === "" || (site !== undefined && squeezed(name) === squeezed(site)) ? undefined : name
}
