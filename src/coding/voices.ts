import {
  type Clause,
  covers,
  type Evidence,
  evidenceOf,
  type Grounded,
  type Party,
  type Report,
  type Stance,
  type Voice
} from "../model/model.ts"
import type {Cast} from "./cast.ts"
import type {Page} from "./page.ts"
import type {Standing} from "./status.ts"

/// Verbs of saying and how whoever uses them stands to what is said.
const stances: Readonly<Record<Stance, string>> = {
  asserts: "say tell state announce report confirm add note explain stress declare reveal disclose acknowledge admit concede",
  alleges: "allege accuse claim charge suspect contend purport maintain rumor rumour insinuate",
  denies: "deny reject refute dismiss rebut disavow dispute",
  doubts: "doubt question",
  predicts: "predict expect forecast fear believe think hope anticipate estimate suppose warn",
  promises: "promise pledge vow swear commit",
  threatens: "threaten",
  demands: "demand urge call ask insist request order"
}
const stanceByCue = new Map(
  Object.entries(stances).flatMap(([stance, words]) => words.split(" ").map(w => [w, stance as Stance]))
)

/// How a speaker stands to one deed of what he says. Who demands an end to attacks has no demand for the attacks; who claims an
/// attack, or maintains a blockade, says nothing but that it is so.
function taken(said: Stance, {cue, content}: Report, standing: Standing): Stance {
  if (said === "denies" && cue.negated) return "asserts"
  if (standing.status === "happened" && toCome.has(said)) return "asserts"
  const bare = (cue.lemma === "claim" || cue.lemma === "maintain") && !standing.because.includes(cue.lemma)
  return bare && content.length === 1 ? "asserts" : said
}

const toCome: ReadonlySet<Stance> = new Set<Stance>(["demands", "predicts", "promises", "threatens"])

/// Who vouches for a deed, and how: whoever is quoted, else whoever accuses, denies or fears inside the sentence, else the outlet.
export interface Vouching {
  readonly by: Voice
  readonly stance: Stance
  readonly evidence: readonly Evidence[]
}

export function voices(
  page: Page,
  cast: Cast
): {
  readonly of: (clause: Clause, standing: Standing) => Vouching
  /// Who is quoted with a clause.
  readonly speakerOf: (clause: Clause) => readonly Grounded<Party>[]
} {
  const {article, reports} = page.document
  const bySentence = new Map<number, Report[]>()
  for (const report of reports) {
    // A quotation may run over several sentences.
    for (const span of report.content) {
      const first = page.tokensIn(span.start, span.end)
      const from = first[0]?.sentence
      const to = first.at(-1)?.sentence
      if (from === undefined || to === undefined) continue
      for (let at = from; at <= to; at++) {
        const list = bySentence.get(at)
        if (!list) bySentence.set(at, [report])
        else if (list.at(-1) !== report) list.push(report)
      }
    }
  }
  const publisher: Voice = article.publisher ? {kind: "publisher", name: article.publisher} : {kind: "publisher"}
  const actorVoice = (phrase: NonNullable<Report["source"]>): Voice | undefined => {
    const party = cast.of(phrase)[0]
    if (!party) return undefined
    return {kind: "actor", party: party.means, evidence: evidenceOf(article, phrase.span)}
  }
  const reportOf = (clause: Clause): Report | undefined => {
    let closest: Report | undefined
    let size = Number.POSITIVE_INFINITY
    for (const report of bySentence.get(clause.sentence) ?? []) {
      for (const span of report.content) {
        if (covers(span, clause.predicate.span) && span.end - span.start < size) {
          closest = report
          size = span.end - span.start
        }
      }
    }
    return closest
  }
  const speakerOf = (clause: Clause) => {
    const source = reportOf(clause)?.source
    return source ? cast.of(source).map(g => ({...g, basis: "inferred" as const})) : []
  }
  const of = (clause: Clause, standing: Standing): Vouching => {
    const {voucher} = standing
    if (voucher) {
      const phrase = voucher.subjects[0]
      const by = phrase && actorVoice(phrase)
      if (by) return {by, stance: standing.stance, evidence: [evidenceOf(article, voucher.predicate.span)]}
    }
    const closest = reportOf(clause)
    if (closest?.source) {
      const by = actorVoice(closest.source)
      const said = stanceByCue.get(closest.cue.lemma) ?? "asserts"
      const stance = standing.stance === "asserts" ? taken(said, closest, standing) : standing.stance
      if (by) return {by, stance, evidence: [evidenceOf(article, closest.cue.span)]}
    }
    return {by: publisher, stance: standing.stance, evidence: []}
  }
  return {of, speakerOf}
}
