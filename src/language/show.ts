import type {Clause, Document, Phrase, Report, Span} from "../model/model.ts"
import {treeOf} from "./clauses/tree.ts"

/// One sentence of a document for people to read: its tree, its clauses, its reports, each line indented by two spaces.
/// "" for a sentence that the document does not have.
export function describe(document: Document, sentence: number): string {
  const place = document.sentences[sentence]
  if (!place) return ""
  return [
    ...treeLines(document, sentence),
    "",
    ...document.clauses.filter(c => c.sentence === sentence).map(c => clauseLine(document, c)),
    ...document.reports.filter(r => r.sentence === sentence).map(r => reportLine(document, r))
  ]
    .map(line => (line === "" ? "" : `  ${line}`))
    .join("\n")
}

/// A clause on one line: "send, past: Moscow → troops · to Syria".
export function clauseLine(document: Pick<Document, "article" | "clauses">, clause: Clause): string {
  const words = wordsOf(document)
  const {predicate, parent} = clause
  const grammar = [
    clause.negated && "not",
    clause.modal,
    clause.tense,
    clause.perfect && "perfect",
    clause.progressive && "progressive",
    clause.passive && "passive",
    clause.question && "question"
  ].filter(Boolean)
  const list = (phrases: readonly Phrase[]): string => phrases.map(p => words(p.span)).join(" & ") || "–"
  const roles = [
    `${list(clause.subjects)} → ${list(clause.objects)}`,
    ...(clause.recipients.length > 0 ? [`for ${list(clause.recipients)}`] : []),
    ...clause.obliques.map(o => `${o.preposition} ${words(o.phrase.span)}`.trim()),
    ...(clause.adverbs.length > 0 ? [clause.adverbs.join(" ")] : [])
  ]
  const name = predicate.light === undefined ? predicate.lemma : `${predicate.light} ${predicate.lemma}`
  const hangs =
    parent &&
    ` (${parent.link}${parent.marker ? ` “${parent.marker}”` : ""} of ${document.clauses[parent.clause]!.predicate.lemma})`
  return `${[name, ...grammar].join(", ")}: ${roles.join(" · ")}${hangs ?? ""}`
}

/// A report on one line: "Moscow | deny | sending troops (indirect)".
export function reportLine(document: Pick<Document, "article">, report: Report): string {
  const words = wordsOf(document)
  const {source, cue, content, manner} = report
  return `${source ? words(source.span) : "–"} | ${cue.negated ? "not " : ""}${cue.lemma} | ${content.map(words).join(" … ")} (${manner})`
}

const wordsOf =
  ({article}: Pick<Document, "article">) =>
  ({start, end}: Span): string =>
    article.text.slice(start, end).replace(/\s+/g, " ")

/// The dependency tree, every word below its head, in text order.
function treeLines({article, sentences, tokens}: Document, sentence: number): string[] {
  const {first, last} = sentences[sentence]!
  const inside = tokens
    .slice(first, last)
    .map(t => ({...t, index: t.index - first, sentence: 0, head: t.head < 0 ? -1 : t.head - first}))
  const tree = treeOf(article.text, [{...sentences[sentence]!, index: 0, first: 0, last: last - first}], inside)
  const lines: string[] = []
  // Written with a stack of its own: a sentence may be nested deeper than calls can be.
  const open: {token: number; before: string; end: boolean; root: boolean}[] = []
  inside.forEach((_, token) => {
    if (tree.head[token]! >= 0) return
    open.push({token, before: "", end: true, root: true})
    for (let at = open.pop(); at; at = open.pop()) {
      const {text, lemma, upos, xpos, relation} = inside[at.token]!
      lines.push(
        `${at.before}${at.root ? "" : at.end ? "└ " : "├ "}${text}  ${relation}  ${upos} ${xpos}${lemma === text ? "" : `  ${lemma}`}`
      )
      const kids = tree.kids(at.token)
      const before = at.root ? "" : `${at.before}${at.end ? "  " : "│ "}`.slice(0, 200)
      for (let i = kids.length - 1; i >= 0; i--) open.push({token: kids[i]!, before, end: i === kids.length - 1, root: false})
    }
  })
  return lines
}
