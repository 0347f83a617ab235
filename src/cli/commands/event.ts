import type {Account, Corrected, EventDetail} from "../../api/contract.ts"
import {quadNames} from "../../model/model.ts"
import {connect} from "../ledger/connect.ts"
import {dayOf} from "../words.ts"

/// `annals event ID`: one event with every report, its quote and source, and why it was coded and merged so.
export async function event(id: string, options: {readonly ledger: string; readonly json?: boolean}): Promise<number> {
  const connection = await connect(options)
  try {
    const detail = (await (await connection.ask(`/api/v1/events/${encodeURIComponent(id)}`)).json()) as EventDetail
    process.stdout.write(options.json ? `${JSON.stringify(detail)}\n` : told(detail))
    return 0
  } finally {
    await connection.close()
  }
}

type Shown = Pick<Account["shown"][0], "field" | "what">
const fieldOf = ({field, what}: Shown): string =>
  what ?? {time: "when", place: "where", status: "status", tolls: "how many"}[field]

const articleOf = ({mentions}: EventDetail["event"], articles: EventDetail["articles"], mention: string): string => {
  const article = articles.find(a => a.id === mentions.find(m => m.id === mention)?.article)
  return `${article?.publisher ?? "outlet not known"}, ${article?.published ?? "no date"}`
}

/// Why values are shown, what contradicts what, and what was told otherwise before.
function accounted(account: Account | undefined, by: (mention: string) => string): string[] {
  if (!account) return []
  const {shown, conflicts, history} = account
  return [
    ...(shown.length > 0 ? ["", "Why this is shown"] : []),
    ...shown.map(s => `  ${fieldOf(s)}: ${s.value}, ${s.says}`),
    ...(conflicts.length > 0 ? ["", "Reports differ"] : []),
    ...conflicts.map(
      c => `  ${fieldOf(c)}: ${c.values.map(v => `${v.value} (${[...new Set(v.mentions.map(by))].join("; ")})`).join(", but ")}`
    ),
    ...(history.length > 0 ? ["", "Told otherwise before"] : []),
    ...history.map(
      h => `  ${fieldOf(h)}: ${h.before} became ${h.after} (${by(h.mention)}${h.corrected ? ", a corrected version" : ""})`
    )
  ]
}

/// What a person said of a telling: "status: happened became planned, says Ada on 2024-07-01: only announced".
function correctedSaid({who, when, why, op, field, before, after}: Corrected): string {
  const what =
    field === undefined
      ? {accept: "accepted", add: "added", note: "noted"}[op as "accept"]
      : `${field}: ${before} became ${after}`
  return `${what ?? op}, says ${who} on ${when.slice(0, 10)}${why ? `: ${why}` : ""}`
}

function told({event: e, row, articles, sentences}: EventDetail): string {
  const names = (
    parties: readonly {readonly name: string; readonly country?: string; readonly sectors: readonly string[]}[]
  ): string =>
    parties.map(p => `${p.name}${p.country ? ` (${[p.country, ...p.sectors].join(" ")})` : ""}`).join(", ") || "not said"
  const lines = [
    `${e.type}${e.modes.length > 0 ? ` (${e.modes.join(", ")})` : ""}  ${quadNames[row.quad]}, weight ${row.goldstein}`,
    "",
    `who          ${names(e.actors)}`,
    `to whom      ${names(e.recipients)}`,
    `when         ${dayOf(e.time)}${e.timeBasis ? ` (${e.timeBasis})` : ""}`,
    `where        ${e.place ? `${e.place.name}${e.place.country ? `, ${e.place.country}` : ""} (${e.place.grain})` : "not said"}`,
    `status       ${e.status}${e.background ? ", told as background" : ""}`,
    `contexts     ${e.contexts.join(", ") || "none"}`,
    `sure         ${e.confidence}`,
    `told by      ${e.outlets} outlet${e.outlets === 1 ? "" : "s"}, at most ${e.independent} independent`,
    ...e.tolls.map(
      t => `how many     ${t.what}: ${t.low === t.high ? t.low : `${t.low ?? "?"} to ${t.high ?? "?"}`}  “${t.evidence.quote}”`
    ),
    ...accounted(e.account, id => articleOf(e, articles, id)),
    "",
    "The words it rests on",
    ...e.mentions.flatMap(m => {
      const article = articles.find(a => a.id === m.article)
      const by =
        m.claim.by.kind === "actor" ? `according to ${m.claim.by.party.name} (${m.claim.stance})` : "in the outlet's own voice"
      return [
        "",
        `  “${(sentences[m.id]?.text ?? "").replace(/\s+/g, " ")}”`,
        `  ${article?.publisher ?? "outlet not known"}, ${article?.published ?? "no date"}, sentence ${m.sentence + 1}; ${by}; ${m.claim.status}`,
        `  coded by ${m.why.rule}: ${m.why.says.join("; ")}`,
        ...(m.corrected ?? []).map(c => `  ${correctedSaid(c)}`),
        ...e.merges
          .filter(g => g.mention === m.id)
          .map(
            g =>
              `  merged, ${g.score.toFixed(1)}: ${g.parts.map(p => `${p.says} ${p.weight >= 0 ? "+" : ""}${p.weight.toFixed(1)}`).join("; ")}`
          )
      ]
    }),
    ...e.links.map(l => `\n${l.kind} ${l.event.slice(0, 8)}: ${l.says}`),
    "",
    `event ${e.id}`
  ]
  return `${lines.join("\n")}\n`
}
