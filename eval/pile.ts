/// Merging, measured on a pile with an answer key: of the pairs of reports that tell one event, how many are put together, and of those put
/// together, how many are one. Three figures: over all pairs of the key; over the pairs whose two reports the coder found; and with the reports
/// given, so that nothing but telling same from alike is asked. Run: npm run eval:pile [-- --pile eval/pile2] [--misses]
import {join} from "node:path"
import {codingWords} from "../src/coding/coder.ts"
import {tellingFinder} from "../src/coding/given.ts"
import {stageOf} from "../src/ledger/gist.ts"
import {unjudged} from "../src/ledger/judgements.ts"
import {ledgerJudgedBy} from "../src/ledger/ledger.ts"
import {deedGroups} from "../src/ledger/same-deeds.ts"
import {sameEvent} from "../src/ledger/same-event.ts"
import {tellingGroups} from "../src/ledger/tellings.ts"
import {daysAfter, type EventMention} from "../src/model/model.ts"
import {reader} from "../src/pipeline.ts"
import {openResources} from "../src/resources.ts"
import {type KeyEvent, pileAt, type Report} from "./pile/key.ts"
import {figures, tallyOf} from "./pile/pairs.ts"
import {type Found, fates, reportFinder} from "./pile/reports.ts"

const named = process.argv.indexOf("--pile")
const pile = await pileAt(named > 0 ? process.argv[named + 1]! : join(import.meta.dirname, "..", "samples"))
const resources = openResources()
const {read} = reader(resources)
const deedsOf = deedGroups(resources.yaml("words/same-deeds.yaml"))
const ledger = ledgerJudgedBy(unjudged, deedsOf)
const readings = new Map([...pile.articles].map(([name, article]) => [name, read(article)] as const))
const mentions = [...readings.values()].flatMap(r => r.coding.events)
const books = new Map(
  [...pile.articles.values()].map(a => [
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

interface Told extends Found {
  readonly event: string
  readonly key: KeyEvent
  readonly report: Report
}
const finder = reportFinder(pile, readings)
const told: Told[] = onlyOnce(
  pile.events.flatMap(key => key.reports.map(report => ({event: key.event, key, report, ...finder.found(report, key.type)})))
)

/// "the third time, after Rome and Oslo": what is told by other words of a sentence is no two events at once, and so neither.
function onlyOnce(all: readonly Told[]): Told[] {
  const isShared = ({mention, event}: Told): boolean => all.some(o => o.mention === mention && o.event !== event)
  return all.map(t =>
    t.mention && t.fate === "coded by other words of its sentence" && isShared(t)
      ? {event: t.event, key: t.key, report: t.report, fate: "not coded: the words are no predicate"}
      : t
  )
}
const misses: string[] = []

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

const causes = new Map<string, number>()
const name = ({event, report, mention}: Told): string =>
  `${event} [${report.article}] “${report.quote}” ${mention ? mention.type : "not found"}`
const tally = tallyOf(
  told,
  id => eventOf.get(id),
  (verdict, a, b) => {
    const by = verdict === "apart" ? apartBy(a.mention!, b.mention!) : ""
    if (by) causes.set(by.split(" ")[0]!, (causes.get(by.split(" ")[0]!) ?? 0) + 1)
    const pair = `${verdict.padEnd(9)} ${name(a)} | ${name(b)}`
    misses.push([pair, ...(by ? [`by ${by}`] : []), seen(a.mention!), seen(b.mention!)].join("\n    "))
  }
)

/// The reports given: what the coder made of their words, else what their clause tells by itself, of no known type.
const telling = tellingFinder(codingWords(resources.yaml))
const tellers = new Map([...readings].map(([name, {document, mentions}]) => [name, telling(document, mentions)] as const))
const given = told.flatMap(({event, report}) => {
  const mention = finder.given(report, (article, span) => tellers.get(article)!(span))
  return mention ? [{event, report, mention}] : []
})
const groups = tellingGroups(
  given.map(g => g.mention),
  deedsOf
)
const groupOf = new Map(groups.flatMap((ids, i) => ids.map(id => [id, String(i)] as const)))

const springs = (of: (report: Report) => string | undefined): number =>
  pile.traps.filter(({a, b}) => of(a) !== undefined && of(a) === of(b)).length
const trapped = springs(report => {
  const {mention} = finder.found(report)
  return mention && `${eventOf.get(mention.id)}`
})
const mentionGiven = new Map(given.map(g => [`${g.report.article} ${g.report.quote}`, g.mention.id]))
const trappedGiven = springs(r => groupOf.get(mentionGiven.get(`${r.article} ${r.quote}`) ?? ""))

console.log(`articles ${pile.articles.size}, mentions ${mentions.length}, events ${events.length}`)
console.log(`reports of the key found ${told.filter(t => t.mention).length} of ${told.length}:`)
for (const fate of fates) console.log(`  ${String(told.filter(t => t.fate === fate).length).padStart(4)} ${fate}`)
console.log(`all pairs of the key:       ${figures(tally)}`)
console.log(`pairs of found reports:     ${figures({...tally, unfound: 0})}`)
console.log(`pairs with reports given:   ${figures(tallyOf(given, id => groupOf.get(id)))}`)
console.log(`pairs apart among found reports, by what keeps them so: ${[...causes].map(([by, n]) => `${by} ${n}`).join(", ")}`)
console.log(`traps sprung ${trapped} of ${pile.traps.length}; with reports given ${trappedGiven}`)
if (process.argv.includes("--misses")) {
  for (const miss of misses) console.log(miss)
  for (const t of told.filter(t => t.mention?.type !== t.key.type)) console.log(`not coded ${t.key.type}: ${name(t)} (${t.fate})`)
}
