import type {Phrase, Report} from "../model/model.ts"
import type {Page} from "./page.ts"

/// Who "we" and "I" are: the source of the quotation they stand in, else of the last one, else whoever the text began by
/// naming: a statement speaks for its author.
export function firstPersonOf(page: Page): (token: number) => Phrase | undefined {
  const {reports, sentences, tokens} = page.document
  const bySentence: (Report | undefined)[] = new Array(sentences.length).fill(undefined)
  for (const report of reports) {
    if (!report.source) continue
    for (const span of report.content) {
      for (const token of page.tokensIn(span.start, span.end)) bySentence[token.sentence] ??= report
    }
  }
  const lastBefore: (Report | undefined)[] = []
  let last: Report | undefined
  const sourced = reports.filter(r => r.source)
  let at = 0
  for (let sentence = 0; sentence < sentences.length; sentence++) {
    while (at < sourced.length && sourced[at]!.sentence <= sentence) last = sourced[at++]
    lastBefore.push(last)
  }
  const opening = page.mentions.actors.filter(m => m.sentence < 3)
  // "*Tobias Reed* condemns ISIL's …": whoever does something in the first words, before whoever is only spoken of.
  const doers = new Set(page.document.clauses.filter(c => c.sentence < 3).flatMap(c => c.subjects.map(s => s.head)))
  const author =
    opening.find(m => doers.has(m.head) && m.form !== "pronoun" && m.form !== "generic") ??
    opening.find(m => m.means?.country !== undefined)
  return token => {
    const word = tokens[token]
    if (!word) return undefined
    const inside = reports.find(
      r => r.source && r.sentence >= word.sentence - 1 && r.content.some(s => s.start <= word.start && word.end <= s.end)
    )
    const report = inside ?? bySentence[word.sentence] ?? lastBefore[word.sentence]
    if (report?.source && !/^(i|we|he|she|it|they)$/i.test(tokens[report.source.head]?.text ?? "")) return report.source
    return author && {head: author.head, span: author.span}
  }
}
