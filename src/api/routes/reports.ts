import * as z from "zod"
import type {EventMention, Evidence} from "../../model/model.ts"
import {articleById} from "../../store/questions/articles.ts"
import {type ReportLine, reportLines} from "../../store/questions/reports.ts"
import {BadRequest, missing} from "../desk.ts"
import {list, type Page, type Paged} from "../list.ts"
import {type Asked, type Route, route} from "../route.ts"
import {text} from "../schemas/named.ts"
import {claimRow, evidenceDetail, evidenceRow, reportRow, type role} from "../schemas/reports.ts"

type ReportRow = z.output<typeof reportRow>
type ClaimRow = z.output<typeof claimRow>
type EvidenceRow = z.output<typeof evidenceRow>

const ofEvent = z.object({event: text.describe("Of this event only, by its id or that of any report of it").optional()})

/// What articles tell, who says so, and in which words.
export const reports: readonly Route[] = [
  list<ReportRow>({
    path: "/reports",
    name: "listReports",
    says: "Reports: each telling of an event in an article, under the filters of events",
    key: "reports",
    row: reportRow,
    filtered: true,
    query: ofEvent,
    page: (asked, page) => byReport(asked, page, line => [reportOf(line)]),
    entry: row => entryOf(row, `report:${row.id}`, `${row.type}: “${row.predicate}”`)
  }),

  list<ClaimRow>({
    path: "/claims",
    name: "listClaims",
    says: "Claims: who says what became of each event, under the filters of events",
    key: "claims",
    row: claimRow,
    filtered: true,
    query: ofEvent,
    page: (asked, page) => byReport(asked, page, line => [claimOf(line)]),
    entry: row => entryOf(row, `claim:${row.report}`, `${row.by ?? row.publisher ?? "somebody"} ${row.stance}: ${row.status}`)
  }),

  list<EvidenceRow>({
    path: "/evidence",
    name: "listEvidence",
    says: "Evidence: the words each field of each report rests on, under the filters of events",
    key: "evidence",
    row: evidenceRow,
    filtered: true,
    query: ofEvent,
    page: (asked, page) => byReport(asked, page, wordsOf),
    entry: row => entryOf(row, `evidence:${row.id}:${row.role}:${row.report}`, `${row.role}: “${row.quote}”`)
  }),

  route({
    method: "get",
    path: "/evidence/{id}",
    name: "getEvidence",
    says: "The words an id of evidence names, cut anew from the article they stand in",
    answer: evidenceDetail,
    async reply({desk, part}) {
      const [, id = "", from, to] = /^([\w-]+):(\d{1,9})-(\d{1,9})$/.exec(part("id")) ?? []
      if (id === "") throw new BadRequest(`${JSON.stringify(part("id"))} is no id of evidence; they look like ARTICLE:START-END`)
      const found = await articleById(desk.store, id)
      if (!found) throw missing(`no article ${id} in this ledger`)
      const [start, end] = [Number(from), Number(to)]
      const {text, url, title, publisher, published} = found.article
      if (start >= end || end > text.length)
        throw missing(`article ${id} has ${text.length} characters; there is nothing at ${from}-${to}`)
      const sentence = found.sentences.find(s => s.start <= start && start < s.end)
      return {
        id: part("id"),
        span: {start, end},
        quote: text.slice(start, end),
        ...(sentence && {sentence: {start: sentence.start, end: sentence.end, text: text.slice(sentence.start, sentence.end)}}),
        events: [...new Set(found.mentions.filter(m => m.sentence === sentence?.index).map(m => m.event))],
        article: id,
        ...(publisher !== undefined && {publisher}),
        ...(published !== undefined && {published}),
        ...(title !== undefined && {title}),
        ...(url !== undefined && {url})
      } satisfies z.output<typeof evidenceDetail>
    }
  })
]

/// The id of some words: where they stand.
export const evidenceId = ({article, span}: Evidence): string => `${article}:${span.start}-${span.end}`

const sourceOf = ({article: {id, publisher, published, title, url}, mention}: ReportLine) => ({
  article: id,
  ...((publisher ?? mention.publisher) !== undefined && {publisher: publisher ?? mention.publisher!}),
  ...((published ?? mention.published) !== undefined && {published: published ?? mention.published!}),
  ...(title !== undefined && {title}),
  ...(url !== undefined && {url})
})

const entryOf = (row: {article: string; published?: string | undefined; quote: string}, id: string, title: string) => ({
  id,
  title,
  ...(row.published !== undefined && {day: row.published}),
  words: row.quote,
  page: `/article/${row.article}`
})

/// A page of rows of which each report gives some. Its cursor holds the report that comes next, and how many of its rows were given.
async function byReport<Row>(
  {desk, filters, query}: Asked,
  {limit, after}: Page,
  rowsOf: (line: ReportLine) => readonly Row[]
): Promise<Paged<Row>> {
  const [from, done] = Array.isArray(after) && typeof after[0] === "string" ? [after[0], Number(after[1]) || 0] : [undefined, 0]
  const event = query.event as string | undefined
  const which = {filters, ...(event !== undefined && {event}), ...(from !== undefined && {from})}
  const lines = await reportLines(desk.store, which, limit + 1)
  const rows: Row[] = []
  for (const [i, line] of lines.entries()) {
    const all = rowsOf(line)
    for (let at = i === 0 ? done : 0; at < all.length; at++) {
      if (rows.length === limit) return {rows, next: [line.mention.id, at]}
      rows.push(all[at]!)
    }
  }
  return {rows}
}

function reportOf(line: ReportLine): ReportRow {
  const {mention: m, event, sentence} = line
  return {
    id: m.id,
    event,
    type: m.type,
    ...(m.mode !== undefined && {mode: m.mode}),
    status: m.claim.status,
    background: m.background,
    actors: m.actors.map(a => a.means),
    recipients: m.recipients.map(r => r.means),
    ...(m.time && {time: m.time.means, timeBasis: m.time.basis}),
    ...(m.place && {place: m.place.means}),
    confidence: m.confidence,
    quote: sentence,
    predicate: m.predicate.quote,
    evidence: evidenceId(m.predicate),
    ...(m.claim.by.kind === "actor" && {by: m.claim.by.party.name}),
    stance: m.claim.stance,
    rule: m.why.rule,
    ...sourceOf(line)
  } as ReportRow
}

function claimOf(line: ReportLine): ClaimRow {
  const {mention: m, event, sentence} = line
  const {by, stance, status, evidence} = m.claim
  const name = by.kind === "actor" ? by.party.name : (by.name ?? m.publisher)
  return {
    report: m.id,
    event,
    voice: by.kind,
    ...(name !== undefined && {by: name}),
    ...(by.kind === "actor" && {byId: by.party.id}),
    stance,
    status,
    quote: sentence,
    evidence: evidenceId(evidence[0] ?? (by.kind === "actor" ? by.evidence : m.predicate)),
    ...sourceOf(line)
  }
}

function wordsOf(line: ReportLine): EvidenceRow[] {
  return evidenceOf(line.mention).map(([role, words]) => ({
    id: evidenceId(words),
    report: line.mention.id,
    event: line.event,
    role,
    start: words.span.start,
    end: words.span.end,
    quote: words.quote,
    ...sourceOf(line)
  }))
}

/// All words that a report rests on, each with the field it gives.
function evidenceOf(m: EventMention): [z.output<typeof role>, Evidence][] {
  return [
    ["what", m.predicate],
    ...m.actors.flatMap(a => a.evidence.map(e => ["who", e] as const)),
    ...m.recipients.flatMap(r => r.evidence.map(e => ["whom", e] as const)),
    ...(m.time?.evidence ?? []).map(e => ["when", e] as const),
    ...(m.place?.evidence ?? []).map(e => ["where", e] as const),
    ...m.tolls.map(t => ["how-many", t.evidence] as const),
    ...(m.claim.by.kind === "actor" ? [["says-who", m.claim.by.evidence] as const] : []),
    ...m.claim.evidence.map(e => ["says-who", e] as const)
  ] as [z.output<typeof role>, Evidence][]
}
