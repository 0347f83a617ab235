/// Merging, measured on a pile with an answer key: of the pairs of reports that tell one event, how many are put together, and of those put
/// together, how many are one. Three figures: over all pairs of the key; over the pairs whose two reports the coder found; and with the reports
/// given, so that nothing but telling same from alike is asked. Run: npm run eval:pile [-- --pile eval/pile2] [--misses]
import {join} from "node:path"
import {codingWords} from "../src/coding/coder.ts"
import {tellingFinder} from "../src/coding/given.ts"
import {type Gist, gistOf, stageOf, type Telling} from "../src/ledger/gist.ts"
import {unjudged} from "../src/ledger/judgements.ts"
import {ledgerJudgedBy} from "../src/ledger/ledger.ts"
import {deedGroups} from "../src/ledger/same-deeds.ts"
import {sameEvent} from "../src/ledger/same-event.ts"
import {tellingGroups} from "../src/ledger/tellings.ts"
import {daysAfter} from "../src/model/model.ts"
import {reader} from "../src/pipeline.ts"
import {openResources} from "../src/resources.ts"
import {daysTold} from "./pile/days.ts"
import {type KeyEvent, pileAt, type Report} from "./pile/key.ts"
import {figures, tallyOf, type Verdict} from "./pile/pairs.ts"
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

/// A telling as merging sees it.
const seen = (m: Telling): string => {
  const {type, mode, actors, recipients, time, place, deed, words} = gistOf(m, deedsOf)
  const days = time ? `${daysAfter("1970-01-01", time.from)}..${daysAfter("1970-01-01", time.until - 1)} ${time.basis}` : "no day"
  const sides = [actors, recipients].map(side => side.map(s => s.id).join(","))
  return `${type ?? "of no type"} ${mode ?? ""} ${sides.join(" → ")} | ${days} | ${place?.name ?? "nowhere"} ${place?.basis ?? ""} | ${stageOf(m.claim.status)} | ${deed.join(" ")} | ${words.join(" ")}`
}

/// What keeps two mentions apart: the first thing that forbids it, else the sum of what speaks for it and against.
function apartBy(a: Telling, b: Telling): string {
  if (a.type !== b.type && a.type && b.type) return "type"
  if (stageOf(a.claim.status) !== stageOf(b.claim.status)) return "stage"
  const judged = sameEvent(gistOf(a, deedsOf), gistOf(b, deedsOf))
  if (judged) return `score ${judged.score.toFixed(1)}: ${judged.parts.map(p => `${p.says} ${p.weight.toFixed(1)}`).join("; ")}`
  // were it told of one and the same party
  const alike = (m: Telling): Gist => ({...gistOf(m, deedsOf), actors: [{id: "x", key: "x"}], recipients: []})
  return sameEvent(alike(a), alike(b)) ? "parties" : "time"
}

const causes = new Map<string, number>()
const name = ({event, report, mention}: {event: string; report: Report; mention?: Telling}): string =>
  `${event} [${report.article}] “${report.quote}” ${mention ? (mention.type ?? "of no type") : "not found"}`
interface Judged {
  readonly event: string
  readonly report: Report
  readonly mention?: Telling
}
/// What is told of a pair that merging has wrong.
const miss = (verdict: Verdict, a: Judged, b: Judged): string => {
  const by = verdict === "apart" ? [`by ${apartBy(a.mention!, b.mention!)}`] : []
  return [`${verdict.padEnd(9)} ${name(a)} | ${name(b)}`, ...by, seen(a.mention!), seen(b.mention!)].join("\n    ")
}
const tally = tallyOf(
  told,
  id => eventOf.get(id),
  (verdict, a, b) => {
    if (verdict === "apart") {
      const [by] = apartBy(a.mention!, b.mention!).split(" ")
      causes.set(by!, (causes.get(by!) ?? 0) + 1)
    }
    misses.push(miss(verdict, a, b))
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

const missesGiven: string[] = []
const tallyGiven = tallyOf(
  given,
  id => groupOf.get(id),
  (verdict, a, b) => missesGiven.push(miss(verdict, a, b))
)

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
console.log("days of found reports that happened, against the key:")
for (const line of daysTold(told)) console.log(line)
console.log(`all pairs of the key:       ${figures(tally)}`)
console.log(`pairs of found reports:     ${figures({...tally, unfound: 0})}`)
console.log(`pairs with reports given:   ${figures(tallyGiven)}`)
console.log(`pairs apart among found reports, by what keeps them so: ${[...causes].map(([by, n]) => `${by} ${n}`).join(", ")}`)
console.log(`traps sprung ${trapped} of ${pile.traps.length}; with reports given ${trappedGiven}`)
if (process.argv.includes("--misses")) {
  for (const miss of misses) console.log(miss)
  for (const miss of missesGiven) console.log(`given: ${miss}`)
  for (const t of told.filter(t => t.mention?.type !== t.key.type)) console.log(`not coded ${t.key.type}: ${name(t)} (${t.fate})`)
}
