import type {Clause, Phrase, Report, Sentence, Span, Token} from "../model/model.ts"
import {phraseOf, type Tree, treeOf} from "./clauses/tree.ts"
import {paragraphBetween, type Quotation, quotationsOf} from "./quotes.ts"
import type {LanguageWords} from "./words.ts"

/// Finds reported speech and thought: who says or thinks what, by which word.
///
/// A report has at least a cue and a content. Its source is absent where the words name none ("it was said that …"). Content is
/// what is told without its marks and outer punctuation, in pieces where the telling breaks it up. A report inside another's
/// content names that one in `within`. Any tokens at all give reports, in time linear in their number.
export function reportFinder(words: LanguageWords): ReportFinder {
  return (text, sentences, tokens, clauses) => {
    const tree = treeOf(text, sentences, tokens)
    const page: Page = {
      tree,
      words,
      clauses,
      extents: extentsOf(clauses),
      below: belowOf(clauses),
      quotes: quotationsOf(text, sentences, tokens)
    }
    const drafts: Draft[] = []
    for (const clause of clauses) {
      const draft = told(page, clause)
      if (draft) drafts.push(draft)
      for (const {preposition, phrase} of clause.obliques) {
        if (preposition === "according to") accordingTo(page, clause, phrase, drafts)
      }
    }
    drafts.sort((a, b) => a.cue - b.cue)
    claimQuotes(page, drafts)
    return finished(page, drafts)
  }
}

export type ReportFinder = (
  text: string,
  sentences: readonly Sentence[],
  tokens: readonly Token[],
  clauses: readonly Clause[]
) => Report[]

interface Page {
  readonly tree: Tree
  readonly words: LanguageWords
  readonly clauses: readonly Clause[]
  /// The words of a clause and of all that hang below it.
  readonly extents: readonly Span[]
  /// Clauses that hang in each clause.
  readonly below: readonly (readonly number[])[]
  readonly quotes: readonly Quotation[]
}

interface Draft {
  readonly clause: Clause
  readonly cue: number
  readonly cueSpan: Span
  readonly lemma: string
  readonly negated: boolean
  readonly source: Phrase | undefined
  content: Span[]
  /// Whether a quotation may stand with it.
  readonly speaks: boolean
}

function belowOf(clauses: readonly Clause[]): number[][] {
  const below: number[][] = clauses.map(() => [])
  for (const {index, parent} of clauses) if (parent) below[parent.clause]!.push(index)
  return below
}

function extentsOf(clauses: readonly Clause[]): Span[] {
  const extents: {start: number; end: number}[] = clauses.map(c => ({start: c.span.start, end: c.span.end}))
  const waiting = new Int32Array(clauses.length)
  for (const {parent} of clauses) if (parent) waiting[parent.clause]!++
  // Leaves first: a clause is ready when all below it are.
  const ready: number[] = []
  for (const {index} of clauses) if (waiting[index] === 0) ready.push(index)
  for (let at = 0; at < ready.length; at++) {
    const clause = clauses[ready[at]!]!
    if (!clause.parent) continue
    const {clause: up} = clause.parent
    const mine = extents[clause.index]!
    const upper = extents[up]!
    if (mine.start < upper.start) upper.start = mine.start
    if (mine.end > upper.end) upper.end = mine.end
    if (--waiting[up]! === 0) ready.push(up)
  }
  return extents
}

/// What one clause tells of somebody's saying or thinking.
function told(page: Page, clause: Clause): Draft | undefined {
  const {predicate} = clause
  const kind = page.words.cues.get(predicate.lemma)
  const noun = predicate.kind === "noun" && page.words.eventNouns.get(predicate.lemma) === "words"
  if (!kind && !noun) return
  const content: Span[] = []
  for (const kid of page.below[clause.index]!) {
    const {link} = page.clauses[kid]!.parent!
    if (link === "content" || (link === "infinitive" && (noun || kind !== "show"))) content.push(page.extents[kid]!)
  }
  if (content.length === 0 && (kind === "say" || kind === "think")) {
    for (const object of clause.objects) content.push(wholePhrase(page.tree, object))
  }
  const speakers = clause.passive && clause.subjects.length === 0 ? [] : clause.subjects
  return {
    clause,
    cue: predicate.head,
    cueSpan: predicate.span,
    lemma: predicate.lemma,
    negated: clause.negated,
    source: joined(speakers),
    content,
    speaks: kind === "say"
  }
}

/// All that hangs under a noun, relative clauses included.
const wholePhrase = (tree: Tree, phrase: Phrase): Span => ({
  start: phrase.span.start,
  end: Math.max(phrase.span.end, tree.tokens[tree.right[phrase.head]!]!.end)
})

/// Several speakers as one source, headed by the first.
function joined(phrases: readonly Phrase[]): Phrase | undefined {
  const [first] = phrases
  if (!first || phrases.length === 1) return first
  let {start, end} = first.span
  for (const {span} of phrases) {
    if (span.start < start) start = span.start
    if (span.end > end) end = span.end
  }
  return {head: first.head, span: {start, end}}
}

/// "Ten died, according to the ministry": the rest of the clause is what the ministry says.
function accordingTo(page: Page, clause: Clause, source: Phrase, drafts: Draft[]): void {
  const {tokens} = page.tree
  const according = page.tree.kids(source.head).find(k => tokens[k]!.text.toLowerCase() === "according")
  if (according === undefined) return
  const to = tokens[according + 1]
  const whole = page.extents[clause.index]!
  const end = tokens[page.tree.right[source.head]!]!.end
  const content = [
    {start: whole.start, end: tokens[according]!.start},
    {start: end, end: whole.end}
  ].filter(s => s.start < s.end)
  drafts.push({
    clause,
    cue: according,
    cueSpan: {start: tokens[according]!.start, end: to ? to.end : tokens[according]!.end},
    lemma: "according to",
    negated: false,
    source: phraseOf(page.tree, source.head),
    content,
    speaks: true
  })
}

/// Gives each quotation to the saying that it stands with.
function claimQuotes(page: Page, drafts: readonly Draft[]): void {
  const {tokens} = page.tree
  const bySentence = new Map<number, Draft[]>()
  for (const draft of drafts) {
    if (!draft.speaks) continue
    const sentence = tokens[draft.cue]!.sentence
    const list = bySentence.get(sentence)
    if (list) list.push(draft)
    else bySentence.set(sentence, [draft])
  }
  let last: {draft: Draft; end: number} | undefined
  for (const quote of page.quotes) {
    const span = {start: tokens[quote.first]!.start, end: tokens[quote.last - 1]!.end}
    const near = [
      ...(bySentence.get(tokens[quote.first]!.sentence) ?? []),
      ...(tokens[quote.first]!.sentence === tokens[quote.last - 1]!.sentence
        ? []
        : (bySentence.get(tokens[quote.last - 1]!.sentence) ?? []))
    ].filter(d => d.cue < quote.first || d.cue >= quote.last)
    const inside = near.find(d => d.content.some(c => share(c, span) * 2 >= Math.min(c.end - c.start, span.end - span.start)))
    const draft = inside ?? nearest(near, quote)
    if (draft) {
      if (inside) {
        draft.content = draft.content.map(c =>
          share(c, span) > 0 ? {start: Math.min(c.start, span.start), end: Math.max(c.end, span.end)} : c
        )
      } else draft.content = isObjectOnly(page, draft) ? [span] : [...draft.content, span]
      last = {draft, end: quote.last}
    } else if (last && wholeSentences(page, quote) && follows(page, last, quote)) {
      last.draft.content = [...last.draft.content, span]
      last.end = quote.last
    }
  }
}

const isObjectOnly = (page: Page, draft: Draft): boolean =>
  !page.below[draft.clause.index]!.some(k => page.clauses[k]!.parent!.link === "content")

const share = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))

/// The saying closest to a quotation that has nothing better to tell.
function nearest(drafts: readonly Draft[], quote: Quotation): Draft | undefined {
  let best: Draft | undefined
  let far = 40
  for (const draft of drafts) {
    const distance = draft.cue < quote.first ? quote.first - draft.cue : draft.cue - quote.last
    if (distance < far) {
      best = draft
      far = distance
    }
  }
  return best
}

function wholeSentences(page: Page, quote: Quotation): boolean {
  const {tokens, sentences} = page.tree
  return quote.first - sentences[tokens[quote.first]!.sentence]!.first <= 1
}

/// A quotation right behind the report, in the same paragraph or opening the next one.
function follows(page: Page, last: {draft: Draft; end: number}, quote: Quotation): boolean {
  const {tokens} = page.tree
  const before = tokens[quote.first]!.sentence - Math.max(tokens[last.end - 1]!.sentence, tokens[last.draft.cue]!.sentence)
  return before <= 1 || !paragraphBetween(page.tree.text, tokens[last.end - 1]!.end, tokens[quote.first]!.start)
}

function finished(page: Page, drafts: readonly Draft[]): Report[] {
  const reports: Report[] = []
  for (const draft of drafts) {
    const content = pieces(page, draft)
    if (content.length === 0) continue
    reports.push({
      index: reports.length,
      sentence: page.tree.tokens[draft.cue]!.sentence,
      ...(draft.source && {source: draft.source}),
      cue: {head: draft.cue, lemma: draft.lemma, span: draft.cueSpan, negated: draft.negated},
      content,
      manner: mannerOf(page, content)
    })
  }
  return nested(page, reports)
}

/// Content in order, without the cue and the source where they stand inside, and without outer marks.
function pieces(page: Page, draft: Draft): Span[] {
  const holes = draft.source ? [draft.cueSpan, draft.source.span] : [draft.cueSpan]
  let spans = draft.content
  for (const hole of holes) {
    spans = spans.flatMap(s =>
      share(s, hole) === 0
        ? [s]
        : [
            {start: s.start, end: hole.start},
            {start: hole.end, end: s.end}
          ].filter(p => p.start < p.end)
    )
  }
  const sorted = spans.sort((a, b) => a.start - b.start)
  const merged: {start: number; end: number}[] = []
  for (const span of sorted) {
    const before = merged.at(-1)
    if (before && span.start <= before.end) before.end = Math.max(before.end, span.end)
    else merged.push({start: span.start, end: span.end})
  }
  return merged.map(s => trimmed(page.tree.text, s)).filter(s => s.start < s.end)
}

const outer = /[\s,;:.!?"“”„«»'‘’()[\]—–-]/

function trimmed(text: string, span: Span): Span {
  let {start, end} = span
  while (start < end && outer.test(text[start]!)) start++
  while (end > start && /[\s,;:"“”„«»'‘’([—–-]/.test(text[end - 1]!)) end--
  return {start, end}
}

function mannerOf(page: Page, content: readonly Span[]): Report["manner"] {
  const {tokens} = page.tree
  let all = 0
  let quoted = 0
  for (const piece of content) {
    all += piece.end - piece.start
    for (let i = quoteAt(page, piece.start); i < page.quotes.length; i++) {
      const quote = page.quotes[i]!
      const span = {start: tokens[quote.first]!.start, end: tokens[quote.last - 1]!.end}
      if (span.start >= piece.end) break
      quoted += share(span, piece)
    }
  }
  return quoted === 0 ? "indirect" : quoted >= all * 0.9 ? "direct" : "mixed"
}

/// The first quotation that ends behind an offset.
function quoteAt(page: Page, offset: number): number {
  let low = 0
  let high = page.quotes.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (page.tree.tokens[page.quotes[middle]!.last - 1]!.end <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/// Says of each report the innermost other one whose content holds its cue.
function nested(page: Page, reports: readonly Report[]): Report[] {
  const spans = reports.flatMap(r => r.content.map(span => ({span, report: r.index})))
  spans.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  const cues = reports.map(r => ({at: page.tree.tokens[r.cue.head]!.start, report: r.index})).sort((a, b) => a.at - b.at)
  const within = new Map<number, number>()
  const open: {end: number; report: number}[] = []
  let next = 0
  for (const cue of cues) {
    for (; next < spans.length && spans[next]!.span.start <= cue.at; next++) {
      const {span, report} = spans[next]!
      while (open.length > 0 && open.at(-1)!.end <= span.start) open.pop()
      open.push({end: span.end, report})
    }
    while (open.length > 0 && open.at(-1)!.end <= cue.at) open.pop()
    const inner = open.at(-1)
    if (inner && inner.report !== cue.report) within.set(cue.report, inner.report)
  }
  return reports.map(r => (within.has(r.index) ? {...r, within: within.get(r.index)!} : r))
}
