import {readFileSync, writeFileSync} from "node:fs"
import {userInfo} from "node:os"
import {parse} from "csv-parse/sync"
import type {CorrectionCounts, Decided, ReviewCase, ReviewQueue, ReviewQueueName, ReviewState, Said} from "../../api/contract.ts"
import {commas} from "../../export/lines.ts"
import {statuses} from "../../model/model.ts"
import {connect} from "../ledger/connect.ts"
import {clip, table} from "../table.ts"
import {dayOf} from "../words.ts"

export interface ReviewOptions {
  readonly ledger: string
  readonly queue: string
  readonly who?: string
  readonly limit?: string
  readonly export?: string
  readonly import?: string
  readonly json?: boolean
}

const queues: readonly ReviewQueueName[] = ["doubtful", "disagreements", "orphans", "double"]

/// `annals review`: how far the review is and what is next; the queue as a sheet to fill in, and such a sheet read back.
export async function review(options: ReviewOptions): Promise<number> {
  const queue = queues.find(q => q === options.queue)
  if (!queue) {
    process.stderr.write(`annals review: no queue ${JSON.stringify(options.queue)}; queues: ${queues.join(", ")}\n`)
    return 2
  }
  const who = options.who ?? userInfo().username
  const connection = await connect(options)
  const get = async <T>(path: string): Promise<T> => (await (await connection.ask(`/api/v1${path}`)).json()) as T
  try {
    if (options.import !== undefined) {
      const decisions = decisionsIn(readFileSync(options.import, "utf8"), options.import)
      for (const {why, corrections} of decisions) {
        const body = JSON.stringify({who, corrections, ...(why && {why})})
        const answer = await connection.ask("/api/v1/corrections", {
          method: "POST",
          headers: {"content-type": "application/json"},
          body
        })
        for (const c of ((await answer.json()) as Decided).corrections)
          if (c.state === "conflict" || c.state === "orphan") process.stderr.write(`${c.correction.id}: ${c.state}, ${c.says}\n`)
      }
      process.stderr.write(`${decisions.length} decisions of ${who} written to corrections.jsonl\n`)
      return 0
    }
    const asked = `queue=${queue}&who=${encodeURIComponent(who)}&limit=${options.limit ?? (options.export === undefined ? 20 : 100)}`
    const {cases} = await get<ReviewQueue>(`/reviews?${asked}`)
    if (options.export !== undefined) {
      writeFileSync(options.export, sheet(cases, queue === "double"))
      process.stderr.write(
        `${cases.length} cases in ${options.export}; write accept, reject or a status (${statuses.join(", ")}) under decision, then: annals review --import ${options.export}\n`
      )
      return 0
    }
    const state = await get<ReviewState>(`/reviews/state?who=${encodeURIComponent(who)}`)
    if (options.json) process.stdout.write(`${JSON.stringify({...state, queue, cases})}\n`)
    else process.stdout.write(told(state, queue, cases))
    return 0
  } finally {
    await connection.close()
  }
}

const columns = [
  "id",
  "decision",
  "why",
  "type",
  "who",
  "whom",
  "when",
  "where",
  "status",
  "doubt",
  "sentence",
  "publisher",
  "published",
  "blind"
].map(name => ({name, says: name, type: "text" as const}))

function sheet(cases: readonly ReviewCase[], blind: boolean): string {
  return (
    commas.head(columns) +
    cases
      .map(c =>
        commas.line(columns, {
          id: c.mention?.id ?? "",
          decision: "",
          why: "",
          ...fieldsOf(c),
          doubt: doubtOf(c),
          sentence: c.sentence?.text.replace(/\s+/g, " ") ?? "",
          publisher: c.article?.publisher ?? "",
          published: c.article?.published ?? "",
          blind: blind ? "yes" : ""
        })
      )
      .join("")
  )
}

function fieldsOf({mention: m}: ReviewCase): Record<"type" | "who" | "whom" | "when" | "where" | "status", string> {
  return {
    type: [m?.type, m?.mode].filter(Boolean).join(", "),
    who: m?.actors.map(a => a.means.name).join(", ") ?? "",
    whom: m?.recipients.map(r => r.means.name).join(", ") ?? "",
    when: m?.time ? dayOf(m.time.means) : "",
    where: m?.place?.means.name ?? "",
    status: m ? (m.background ? `${m.claim.status}, as history` : m.claim.status) : ""
  }
}

const doubtWords: Readonly<Record<ReviewCase["doubt"]["kind"], string>> = {
  event: "is it an event",
  same: "one event or two",
  who: "who is that",
  when: "on which day",
  where: "where",
  "how-many": "how many",
  status: "did it happen",
  disagreement: "people differ",
  orphan: "its words are gone"
}

const doubtOf = ({doubt, random}: ReviewCase): string =>
  `${random ? "random: " : ""}${doubtWords[doubt.kind]}${doubt.says ? ` (${doubt.says})` : ""}`

/// What a filled sheet says; rows without a decision pass by.
function decisionsIn(text: string, path: string): {why: string; corrections: Said[]}[] {
  const rows = parse(text, {columns: true, bom: true, info: true}) as {record: Record<string, string>; info: {lines: number}}[]
  return rows.flatMap(({record, info}) => {
    const decision = record.decision?.trim() ?? ""
    const id = record.id?.trim()
    if (decision === "") return []
    const at = `${path}:${info.lines}`
    if (!id) throw new Error(`${at}: no id; keep the column that annals review --export wrote`)
    const known = ["accept", "reject", ...statuses]
    if (!known.includes(decision))
      throw new Error(`${at}: "decision" is ${JSON.stringify(decision)}; it should be one of ${known.join(", ")}`)
    const about = {mention: id, ...(record.blind === "yes" && {blind: true})}
    const corrections: Said[] =
      decision === "accept" || decision === "reject"
        ? [{op: decision, ...about}]
        : [{op: "fix-status", ...about, after: decision}]
    return [{why: record.why ?? "", corrections}]
  })
}

export const countsTold = (c: CorrectionCounts): string =>
  `${c.corrections} corrections: ${c.applied} applied, ${c.agrees} agree by themselves, ${c.conflict} in conflict, ${c.orphan} without their words; ${c.undone} taken back\n`

function told({who, today, precision, counts, queues: sizes}: ReviewState, queue: string, cases: readonly ReviewCase[]): string {
  const {accepted, changed, rejected} = today
  const sample =
    precision.of === 0
      ? "precision: nothing of the random sample is decided yet\n"
      : `precision on the random sample: ${precision.right} of ${precision.of}, between ${precision.low.toFixed(2)} and ${precision.high.toFixed(2)} (95 %, Wilson)\n`
  const rows = cases.map(c => {
    const f = fieldsOf(c)
    return [
      c.id.slice(0, 8),
      `${c.rows} ${c.rows === 1 ? "row" : "rows"}`,
      c.sure.toFixed(2),
      clip(doubtOf(c), 34),
      clip(`${f.who || "somebody"} → ${f.whom || "–"}`, 34),
      f.type,
      f.status,
      clip(c.sentence?.text.replace(/\s+/g, " ") ?? c.correction?.says ?? "", 90)
    ]
  })
  return [
    `${who} today: ${accepted} accepted, ${changed} changed, ${rejected} rejected\n`,
    sample,
    countsTold(counts),
    `queues: ${sizes.disagreements} disagreements, ${sizes.orphans} orphans, ${sizes.double} to code twice\n\n`,
    cases.length === 0
      ? `nothing is in the queue "${queue}"\n`
      : table(["case", "touches", "sure", "in doubt", "who → whom", "type", "status", "sentence"], rows),
    "\ndecide in the page (annals open, then Review), or in a sheet: annals review --export cases.csv\n"
  ].join("")
}
