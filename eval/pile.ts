/// Merging, measured on the sample pile's answer key (samples/key.jsonl): of the pairs of reports that tell one event, how many
/// are put together, and of those put together, how many are one. Run: npm run eval:pile [-- --misses]
import {existsSync, readFileSync} from "node:fs"
import {join} from "node:path"
import {articlesFrom} from "../src/articles/read.ts"
import {stageOf} from "../src/ledger/gist.ts"
import {unjudged} from "../src/ledger/judgements.ts"
import {ledgerJudgedBy} from "../src/ledger/ledger.ts"
import {deedGroups} from "../src/ledger/same-deeds.ts"
import {sameEvent} from "../src/ledger/same-event.ts"
import {type Article, daysAfter, type EventMention} from "../src/model/model.ts"
import {reader} from "../src/pipeline.ts"
import {openResources} from "../src/resources.ts"

interface Report {
  readonly article: string
  readonly quote: string
}
interface KeyLine {
  readonly event?: string
  readonly type?: string
  readonly status?: string
  readonly reports?: readonly Report[]
  readonly trap?: boolean
  readonly a?: Report
  readonly b?: Report
}

const flat = (s: string): string => s.replace(/\s+/g, " ")

const samples = join(import.meta.dirname, "..", "samples")
const key = readFileSync(join(samples, "key.jsonl"), "utf8")
  .split("\n")
  .filter(l => l.trim() !== "")
  .map(l => JSON.parse(l) as KeyLine)

/// Articles by the names the key gives them: a file, or a line of wire.jsonl.
async function pile(): Promise<ReadonlyMap<string, Article>> {
  const found = new Map<string, Article>()
  const files = new Set(key.flatMap(k => [...(k.reports ?? []), ...(k.a ? [k.a, k.b!] : [])]).map(r => r.article))
  const wire: Article[] = []
  for await (const a of articlesFrom([join(samples, "articles", "wire.jsonl")], {})) if ("text" in a) wire.push(a)
  wire.forEach((a, i) => {
    found.set(`wire.jsonl:${i + 1}`, a)
  })
  for (const file of files) {
    const path = join(samples, "articles", file)
    if (!file.includes(":") && existsSync(path))
      for await (const a of articlesFrom([path], {})) if ("text" in a) found.set(file, a)
  }
  return found
}

const articles = await pile()
const resources = openResources()
const read = reader(resources).read
const ledger = ledgerJudgedBy(unjudged, deedGroups(resources.yaml("words/same-deeds.yaml")))
const mentions: EventMention[] = [...articles.values()].flatMap(a => read(a).coding.events)
const books = new Map(
  [...articles.values()].map(a => [
    a.id,
    {
      signature: ledger.signature(a.text),
      credits: ledger.credits(a),
      revised: ledger.isRevised(a),
      ...(a.url !== undefined && {url: a.url})
    }
  ])
)
const events = ledger.merge(mentions, id => books.get(id)!)
const eventOf = new Map(events.flatMap(e => e.mentions.map(m => [m.id, e.id] as const)))

/// Where the reports of the key stand in each article.
const marked = key.flatMap(k => [...(k.reports ?? []), ...(k.a ? [k.a, k.b!] : [])])
const placeOf = ({article, quote}: Report): {start: number; end: number} | undefined => {
  const at = flat(articles.get(article)?.text ?? "").indexOf(flat(quote))
  return at < 0 ? undefined : {start: at, end: at + quote.length}
}

/// The mention a report of the key stands for: words that overlap, of its type if there is one; else its type in that sentence, unless
/// it stands for another report there.
function mentionOf(report: Report, type?: string): EventMention | undefined {
  const found = articles.get(report.article)
  const place = placeOf(report)
  if (!found || !place) return undefined
  const mine = mentions.filter(m => m.article === found.id)
  const covers = (m: EventMention, {start, end}: {start: number; end: number}): boolean =>
    m.predicate.span.start < end && start < m.predicate.span.end
  const over = mine.filter(m => covers(m, place))
  const typed = over.find(m => m.type === type) ?? (type === undefined ? over[0] : undefined)
  const others = marked.filter(r => r.article === report.article && r.quote !== report.quote).flatMap(r => placeOf(r) ?? [])
  const sentence = mine.filter(
    m => m.sentenceSpan.start <= place.start && place.start < m.sentenceSpan.end && !others.some(o => covers(m, o))
  )
  return typed ?? sentence.find(m => m.type === type) ?? over[0]
}

const told = key
  .filter(k => k.event)
  .flatMap(k =>
    k.reports!.map(r => ({
      event: k.event!,
      status: k.status ?? "happened",
      report: r,
      mention: mentionOf(r, k.type),
      type: k.type!
    }))
  )
/// A mention as merging sees it.
const seen = (m: EventMention): string => {
  const {type, mode, actors, recipients, time, place, deed, words} = ledger.gist(m)
  const days = time ? `${daysAfter("1970-01-01", time.from)}..${daysAfter("1970-01-01", time.until - 1)} ${time.basis}` : "no day"
  const sides = [actors, recipients].map(side => side.map(s => s.id).join(","))
  return `${type} ${mode ?? ""} ${sides.join(" → ")} | ${days} | ${place?.name ?? "nowhere"} ${place?.basis ?? ""} | ${stageOf(m.claim.status)} | ${deed.join(" ")} | ${words.join(" ")}`
}

/// What keeps two mentions apart: the first thing that forbids it, else the sum of what speaks for it and against.
function apartBy(a: EventMention, b: EventMention): string {
  if (a.type !== b.type) return "type"
  if (stageOf(a.claim.status) !== stageOf(b.claim.status)) return "stage"
  const judged = sameEvent(ledger.gist(a), ledger.gist(b))
  if (judged) return `score ${judged.score.toFixed(1)}: ${judged.parts.map(p => `${p.says} ${p.weight.toFixed(1)}`).join("; ")}`
  const without = (m: EventMention): EventMention => ({...m, actors: [], recipients: []})
  return sameEvent(ledger.gist(without(a)), ledger.gist(without(b))) ? "parties" : "time"
}

const tally = {right: 0, wrong: 0, missed: 0, unfound: 0}
const misses: string[] = []
const causes = new Map<string, number>()
const name = (t: (typeof told)[0]): string =>
  `${t.event} [${t.report.article}] “${t.report.quote}” ${t.mention ? t.mention.type : "not found"}`
told.forEach((a, i) => {
  for (const b of told.slice(i + 1)) {
    const one = a.event === b.event
    const together = a.mention !== undefined && b.mention !== undefined && eventOf.get(a.mention.id) === eventOf.get(b.mention.id)
    if (one && together) tally.right++
    else if (one && (!a.mention || !b.mention)) tally.unfound++
    else if (one) {
      tally.missed++
      const by = apartBy(a.mention!, b.mention!)
      const cause = by.split(" ")[0]!
      causes.set(cause, (causes.get(cause) ?? 0) + 1)
      misses.push(`apart:    ${name(a)} | ${name(b)}\n    by ${by}\n    ${seen(a.mention!)}\n    ${seen(b.mention!)}`)
    } else if (together && a.mention !== b.mention) {
      tally.wrong++
      misses.push(`together: ${name(a)} | ${name(b)}\n    ${seen(a.mention!)}\n    ${seen(b.mention!)}`)
    }
  }
})
const traps = key.filter(k => k.trap).map(k => [mentionOf(k.a!), mentionOf(k.b!)] as const)
const sprung = traps.filter(([a, b]) => a && b && a !== b && eventOf.get(a.id) === eventOf.get(b.id)).length
const precision = tally.right / Math.max(1, tally.right + tally.wrong)
const recall = tally.right / Math.max(1, tally.right + tally.missed + tally.unfound)
const ofFound = tally.right / Math.max(1, tally.right + tally.missed)
const f = (p: number, r: number): string => ((2 * p * r) / Math.max(1e-9, p + r)).toFixed(3)
console.log(`articles ${articles.size}, mentions ${mentions.length}, events ${events.length}`)
console.log(
  `reports of the key found ${told.filter(t => t.mention).length} of ${told.length}, of the key's type ${told.filter(t => t.mention?.type === t.type).length}`
)
console.log(
  `pairs: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f(precision, recall)}; among found reports recall ${ofFound.toFixed(3)}, F1 ${f(precision, ofFound)}`
)
console.log(`pairs apart among found reports, by what keeps them so: ${[...causes].map(([by, n]) => `${by} ${n}`).join(", ")}`)
console.log(`traps sprung ${sprung} of ${traps.length}`)
if (process.argv.includes("--misses")) {
  for (const m of misses) console.log(m)
  for (const t of told.filter(t => !t.mention || t.mention.type !== t.type)) console.log(`not coded ${t.type}: ${name(t)}`)
}
