import {articlesFrom} from "../../articles/read.ts"
import {describe} from "../../language/show.ts"
import {type Article, covers, type Reading, type Span} from "../../model/model.ts"
import {reader} from "../../pipeline.ts"
import {openResources} from "../../resources.ts"
import {bareArticle} from "../ledger/desk.ts"
import {dayOf} from "../words.ts"

export interface ExplainOptions {
  readonly text?: string
  readonly date?: string
  readonly json?: boolean
}

/// `annals explain FILE[:SENTENCE]` or `--text "…"`: every step from sentence to row, or the first reason why nothing was coded.
export async function explain(target: string | undefined, options: ExplainOptions): Promise<number> {
  if ((target === undefined) === (options.text === undefined)) {
    process.stderr.write('annals explain: give a FILE[:SENTENCE], or --text "…"\n')
    return 2
  }
  const [path, sentence] = target === undefined ? [] : split(target)
  const found = options.text !== undefined ? bareArticle(options.text, options) : await firstArticle(path!)
  if ("reason" in found) {
    process.stderr.write(`annals explain: ${found.path}: ${found.reason}\n`)
    return 1
  }
  const article = options.date ? {...found, published: options.date} : found
  const reading = reader(openResources()).read(article)
  if (options.json) {
    process.stdout.write(`${JSON.stringify(reading)}\n`)
    return 0
  }
  const {sentences} = reading.document
  if (sentence !== undefined && (sentence < 1 || sentence > sentences.length)) {
    process.stderr.write(`annals explain: ${path} has sentences 1 to ${sentences.length}, not ${sentence}\n`)
    return 2
  }
  const asked = sentence === undefined ? sentences.map(s => s.index) : [sentence - 1]
  process.stdout.write(`${asked.map(index => explained(reading, index)).join("\n")}`)
  return 0
}

const split = (target: string): [string, number | undefined] => {
  const match = /^(.*):(\d+)$/.exec(target)
  return match ? [match[1]!, Number(match[2])] : [target, undefined]
}

async function firstArticle(path: string): Promise<Article | {path: string; reason: string}> {
  for await (const found of articlesFrom([path], {})) return found
  return {path, reason: "no article in it"}
}

/// One sentence through every step, for reading.
export function explained({article, document, mentions, coding}: Reading, index: number): string {
  const sentence = document.sentences[index]!
  const here = <T extends {readonly span: Span}>(all: readonly T[]): T[] => all.filter(m => covers(sentence, m.span))
  const quote = (span: Span): string => article.text.slice(span.start, span.end).replace(/\s+/g, " ")
  const events = coding.events.filter(e => e.sentence === index)
  const uncoded = coding.uncoded.filter(u => u.sentence === index)
  const party = (
    p: {readonly name: string; readonly country?: string; readonly sectors: readonly string[]} | undefined
  ): string => (p ? [p.name, p.country, ...p.sectors].filter(Boolean).join(" ") : "not known")
  return [
    `${index + 1}  ${quote(sentence)}`,
    "",
    describe(document, index),
    ...here(mentions.actors).map(m => `  who    “${m.text}” → ${party(m.means)} (${m.basis}: ${m.why})`),
    ...here(mentions.places).map(
      m =>
        `  where  “${m.text}” → ${m.means ? `${m.means.name}, ${m.means.country ?? "?"} (${m.means.grain})` : "not known"} (${m.basis}: ${m.why})`
    ),
    ...here(mentions.times).map(
      m => `  when   “${m.text}” → ${m.means ? dayOf(m.means) : "not known"} [${m.value}] (${m.basis}: ${m.why})`
    ),
    "",
    ...(events.length === 0
      ? [`  not coded: ${uncoded[0]?.reason ?? "no clause here names a deed that any rule knows"}`]
      : events.flatMap(e => [
          `  ${e.type}${e.mode ? ` ${e.mode}` : ""}  ${e.actors.map(a => party(a.means)).join(", ") || "–"} → ${e.recipients.map(a => party(a.means)).join(", ") || "–"}` +
            `  ${e.time ? `${dayOf(e.time.means)} (${e.time.basis})` : "no day said"}  ${e.place ? e.place.means.name : "no place said"}`,
          `    “${e.predicate.quote}”, ${e.claim.status}${e.background ? ", background" : ""}, ${e.claim.stance} by ${e.claim.by.kind === "actor" ? e.claim.by.party.name : "the outlet"}, sure ${e.confidence}`,
          `    rule ${e.why.rule}: ${e.why.says.join("; ")}`
        ])),
    "",
    ""
  ].join("\n")
}
