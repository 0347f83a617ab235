import type {Event, Party} from "../model/model.ts"
import {cited} from "./cite.ts"
import type {ArticleBook, Known} from "./exporter.ts"
import {dateSaid, deedOf, partiesOf} from "./headline.ts"
import {withArticles} from "./table.ts"
import {xml} from "./xml.ts"

/// A page of a site: where it lies, and its text.
export interface Page {
  readonly path: string
  readonly text: string
}

/// What a month's page and an actor's page say of an event: all that is kept of it while its own page is written.
interface Line {
  readonly id: string
  readonly when: string
  readonly month: string
  readonly who: string
  readonly deed: string
  readonly where: string
  readonly told: string
}

/// A ledger as a site that needs no server and no script: an index, a page for each month, for each event with its words and sources,
/// and for each party. Links are relative, so that it works from a folder, a stick or any host.
export async function* sitePages(events: AsyncIterable<Event>, known: Known): AsyncGenerator<Page> {
  const months = new Map<string, Line[]>()
  const parties = new Map<string, {readonly name: string; readonly lines: Line[]}>()
  let count = 0
  for await (const {event, articles} of withArticles(events, known, e => e.mentions.map(m => m.article))) {
    count++
    yield {path: `e/${event.id}.html`, text: eventPage(event, articles)}
    const line = lineOf(event)
    const month = months.get(line.month)
    if (month) month.push(line)
    else months.set(line.month, [line])
    for (const party of new Map([...event.actors, ...event.recipients].map(p => [p.id, p])).values()) {
      const of = parties.get(party.id) ?? {name: party.name, lines: []}
      parties.set(party.id, of)
      of.lines.push(line)
    }
  }
  const newest = (month: string): string => (month === "undated" ? "" : month)
  const ordered = [...months].sort(([a], [b]) => (newest(a) < newest(b) ? 1 : -1))
  for (const [month, lines] of ordered)
    yield {path: `m/${month}.html`, text: listPage(monthName(month), lines, `m/${month}.html`)}
  for (const [id, {name, lines}] of parties) yield {path: partyPath(id), text: listPage(name, lines, partyPath(id))}
  yield {path: "index.html", text: indexPage(count, ordered, parties)}
  yield {path: "style.css", text: style}
}

const monthOf = (event: Event): string => event.time?.from?.slice(0, 7) ?? "undated"

const monthName = (month: string): string => (month === "undated" ? "Undated" : month)

/// Ids hold anything; a file's name holds little. Every other character is written as its number.
const partyPath = (id: string): string => `p/${id.replace(/[^A-Za-z0-9-]/gu, c => `_${c.codePointAt(0)!.toString(36)}_`)}.html`

const lineOf = (event: Event): Line => ({
  id: event.id,
  when: dateSaid(event.time) ?? "undated",
  month: monthOf(event),
  who: partiesOf(event),
  deed: deedOf(event),
  where: event.place?.name ?? "",
  told: event.outlets > 1 ? `${event.outlets} outlets` : (event.mentions[0].publisher ?? "")
})

function page(title: string, path: string, body: string): string {
  const up = "../".repeat(path.split("/").length - 1)
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${xml(title)}</title>
<link rel="stylesheet" href="${up}style.css"></head><body>
<nav><a href="${up}index.html">All events</a></nav>
<main>
<h1>${xml(title)}</h1>
${body}
</main>
<footer>Coded from news articles by annals: what articles report, not what is true.</footer>
</body></html>
`
}

function listPage(title: string, lines: readonly Line[], path: string): string {
  const rows = lines.map(
    l =>
      `<tr><td>${xml(l.when)}</td><td><a href="../e/${l.id}.html">${xml(l.who)}</a></td><td>${xml(l.deed)}</td><td>${xml(l.where)}</td><td>${xml(l.told)}</td></tr>\n`
  )
  return page(
    title,
    path,
    `<p>${lines.length} event${lines.length === 1 ? "" : "s"}</p>\n<table><thead><tr><th scope="col">when</th><th scope="col">who</th><th scope="col">what</th><th scope="col">where</th><th scope="col">told by</th></tr></thead><tbody>\n${rows.join("")}</tbody></table>`
  )
}

function eventPage(event: Event, articles: ReadonlyMap<string, ArticleBook>): string {
  const path = `e/${event.id}.html`
  const link = (p: Party): string => `<a href="../${partyPath(p.id)}">${xml(p.name)}</a>`
  const facts: readonly (readonly [string, string])[] = [
    ["who", event.actors.map(link).join(", ")],
    ["to whom", event.recipients.map(link).join(", ")],
    ["what", xml(deedOf(event))],
    [
      "when",
      `<a href="../m/${monthOf(event)}.html">${xml(dateSaid(event.time) ?? "undated")}</a>${event.timeBasis ? ` (${event.timeBasis})` : ""}`
    ],
    ["where", xml(event.place?.name ?? "")],
    [
      "told by",
      xml(event.outlets > 1 ? `${event.outlets} outlets, at most ${event.independent} of them independent` : "one outlet")
    ]
  ]
  const tellings = event.mentions.map(m => {
    const book = articles.get(m.article)
    const {start, end} = m.sentenceSpan
    const words = book?.text ? lit(book.text, start, end, m.predicate.span) : m.predicate.quote && `“${xml(m.predicate.quote)}”`
    const {source, url} = cited(m, book)
    const linked = url ? `<a href="${xml(url)}" rel="noreferrer">${xml(source)}</a>` : xml(source)
    const by = m.claim.by.kind === "actor" ? ` According to ${xml(m.claim.by.party.name)}.` : ""
    return `<blockquote id="r${m.id}"><p>${words}</p><footer>${linked}.${by} ${xml(m.claim.status)}${m.claim.stance === "asserts" ? "" : `, ${m.claim.stance}`}</footer></blockquote>\n`
  })
  const rows = facts.filter(([, value]) => value !== "").map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`)
  return page(partiesOf(event), path, `<dl>${rows.join("")}</dl>\n<h2>The words it rests on</h2>\n${tellings.join("")}`)
}

/// A sentence with the words of the deed marked.
const lit = (text: string, start: number, end: number, span: {readonly start: number; readonly end: number}): string =>
  `${xml(text.slice(start, span.start))}<mark>${xml(text.slice(span.start, span.end))}</mark>${xml(text.slice(span.end, end))}`

function indexPage(
  count: number,
  months: readonly (readonly [string, readonly Line[]])[],
  parties: ReadonlyMap<string, {readonly name: string; readonly lines: readonly Line[]}>
): string {
  const most = [...parties].sort(([a, x], [b, y]) => y.lines.length - x.lines.length || (a < b ? -1 : 1)).slice(0, 200)
  return page(
    "Events reported by news articles",
    "index.html",
    `<p>${count} events</p>
<h2>By month</h2>
<ul class="columns">${months.map(([month, lines]) => `<li><a href="m/${month}.html">${monthName(month)}</a> ${lines.length}</li>`).join("")}</ul>
<h2>By party</h2>
<ul class="columns">${most.map(([id, {name, lines}]) => `<li><a href="${partyPath(id)}">${xml(name)}</a> ${lines.length}</li>`).join("")}</ul>`
  )
}

const style = `:root { color-scheme: light dark }
body { font: 17px/1.5 Charter, "Bitstream Charter", Cambria, Georgia, serif; max-width: 60rem; margin: 1.5rem auto; padding: 0 1rem }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; vertical-align: top; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #8884 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem } dt { opacity: .7 } dd { margin: 0 }
blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 3px solid #8888 } blockquote footer { font-size: .85rem; opacity: .8 }
mark { background: #f5d76e; color: #1a1a1a } .columns { columns: 16rem; padding-left: 1.2rem } nav, body > footer { font-size: .9rem; opacity: .8 }
`
