import {type Clause, covers, type Phrase, type Report, type Sentence, type Span, type Token} from "../model/model.ts"
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
    }
    accordingTo(page, drafts)
    named(page, drafts)
    drafts.sort((a, b) => a.cue - b.cue)
    claimQuotes(page, drafts)
    goingOn(page, drafts)
    for (const draft of drafts) if (draft.content.length === 0 && draft.clause) draft.content = restOf(page, draft, draft.clause)
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
  /// None where a preposition or a mark is the cue.
  readonly clause: Clause | undefined
  readonly cue: number
  readonly cueSpan: Span
  readonly lemma: string
  readonly negated: boolean
  source: Phrase | undefined
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
  const {words} = page
  const {predicate} = clause
  const {lemma} = predicate
  const {content, by} = predicate.kind === "noun" ? contentOfNoun(page, clause) : contentOfVerb(page, clause)
  const kind = predicate.kind === "noun" ? undefined : words.cues.get(lemma)
  if (content.length === 0 && kind !== "say") return
  const aside = kind === "say" ? speakerAside(page, clause) : undefined
  if (aside) {
    const {start, end} = page.tree.sentences[clause.sentence]!
    const rest = [
      {start, end: Math.min(aside.span.start, predicate.span.start)},
      {start: Math.max(aside.span.end, predicate.span.end), end}
    ]
    // A quotation finds its speaker by itself.
    const said = page.tree.text.slice(rest[0]!.start, rest[0]!.end)
    return {...draftOf(clause, by), source: aside, content: /["”]|''/.test(said) ? [] : rest, speaks: true}
  }
  const source = joined(clause.subjects) ?? besideCue(page, clause)
  if (!source && !standsAlone(clause, kind)) return
  return {...draftOf(clause, by), source, content, speaks: kind === "say"}
}

const draftOf = (clause: Clause, by: string | undefined): Pick<Draft, "clause" | "cue" | "cueSpan" | "lemma" | "negated"> => ({
  clause,
  cue: clause.predicate.head,
  cueSpan: clause.predicate.span,
  lemma: by === undefined ? clause.predicate.lemma : `${clause.predicate.lemma} ${by}`,
  negated: clause.negated
})

/// "“It was outrageous,” the aide said", "The museum, Ms. Osei said, would stay", where the parser takes what is said for who says
/// it: whoever stands between the mark and the verb, or behind the verb, if the subject reaches over the mark.
function speakerAside(page: Page, clause: Clause): Phrase | undefined {
  const {tree} = page
  const {tokens, sentences} = tree
  const {head, span} = clause.predicate
  const {first, last} = sentences[clause.sentence]!
  // A long list of subjects is no speaker, and to join it for every verb would take too long.
  if (clause.passive || clause.tense === undefined || clause.subjects.length > 8) return
  const subject = joined(clause.subjects)
  if (!subject) return
  let at = head - 1
  while (at > first && /^(?:AUX|ADV|PART)$/.test(tokens[at]!.upos)) at--
  let mark = at
  while (mark > first && at - mark < 24 && !/^(?:[,”"]|'')$/.test(tokens[mark]!.text)) mark--
  if (mark <= first || subject.span.start >= tokens[mark]!.start) return
  // "Talks about peace,” Ruto said", not: the “Free Army” brigade said
  const closes = /^(?:[”"]|'')$/
  const quoted = closes.test(tokens[mark]!.text) ? /^[,.!?…]$/.test(tokens[mark - 1]!.text) : closes.test(tokens[mark - 1]!.text)
  if (!quoted && (closes.test(tokens[mark]!.text) || tokens[head + 1]?.text !== "," || subject.span.end <= tokens[mark]!.start))
    return
  // "” said the aide": behind the verb
  const behind = quoted && mark === at && subject.span.end > span.end
  const noun = behind ? topNoun(tree, head + 1, head + 1, last) : topNoun(tree, at, mark + 1, head)
  if (noun < 0) return
  if (behind || quoted) return phraseOf(tree, noun)
  // "Rep. Osei, a member of the panel, said" is one speaker
  return /^(?:PROPN|PRON)$/.test(tokens[mark + 1]!.upos) && tokens[subject.head]!.upos !== "PROPN"
    ? phraseOf(tree, noun)
    : undefined
}

/// "It was said that …", "is expected to …": a report without a source is one only where grammar hides the source. Of others the
/// reader has lost it, or it is nobody in particular ("to say that …").
function standsAlone(clause: Clause, kind: "say" | "think" | "show" | undefined): boolean {
  if (kind === "say") return clause.passive || clause.tense !== undefined
  return clause.passive && /^(expect|believe|think|assume|fear|hope|know|estimate)$/.test(clause.predicate.lemma)
}

interface Content {
  readonly content: Span[]
  /// The preposition that belongs to the cue: "for" of "called for".
  readonly by?: string
}

function contentOfVerb(page: Page, clause: Clause): Content {
  const {words} = page
  const {lemma} = clause.predicate
  const kind = words.cues.get(lemma)
  const calls = words.calls.has(lemma)
  const content: Span[] = []
  if (kind || calls) {
    for (const kid of page.below[clause.index]!) {
      const {link, marker} = page.clauses[kid]!.parent!
      const said =
        link === "content"
          ? marker === undefined || marker !== "as"
          : link === "infinitive" && (calls || (kind !== "show" && !words.plainInfinitive.has(lemma)))
      if (!said) {
        // "said in a statement that …", with the clause hung in the statement
        if (marker === "in" && kind === "say") content.push(...contentBelow(page, kid))
        continue
      }
      const {start, end} = page.extents[kid]!
      const called = clause.obliques.find(o => words.objectDoes.has(`${lemma} ${o.preposition}`))
      if (called && called.phrase.span.start < start && link === "infinitive") {
        return {content: [{start: called.phrase.span.start, end}], by: called.preposition}
      }
      // "accused the army of lying", "urged Kyiv to wait": what is said is said of somebody.
      const of =
        clause.objects.length > 0 && !clause.passive && (link === "infinitive" || words.blames.has(lemma) || calls)
          ? clause.objects[0]!
          : undefined
      // "Talks are expected to fail": what is expected is said of the talks.
      const told = clause.passive && link === "infinitive" && clause.subjects.length === 0 ? clause.objects[0] : undefined
      if (told && told.span.end <= clause.predicate.span.start) content.push(told.span)
      content.push({
        start: of && of.span.start < start && of.span.start > clause.predicate.span.start ? of.span.start : start,
        end
      })
    }
  }
  const inObject =
    words.saysObject.has(lemma) &&
    content.length === 1 &&
    clause.objects.some(o => covers(wholePhrase(page.tree, o), content[0]!))
  if (content.length > 0 && !inObject) return {content}
  const shown = kind === "show" && clause.subjects.some(s => tellingThings.has(page.tree.tokens[s.head]!.lemma.toLowerCase()))
  if (calls || shown || words.saysObject.has(lemma)) {
    const as = clause.obliques.some(o => o.preposition === "as" || o.preposition === "to")
    const object = clause.objects[0]
    // "called them ‘puppets’", with both in one phrase or the second word astray
    if (
      calls &&
      object &&
      object.span.start > clause.predicate.span.end &&
      clause.span.end > object.span.end + 2 &&
      lemma !== "see"
    ) {
      return {content: [{start: object.span.start, end: clause.span.end}]}
    }
    if (clause.objects.length > 0 && (!calls || as || words.saysObject.has(lemma)))
      return {content: withWhatFollows(page, clause, clause.objects)}
  }
  for (const {preposition, phrase} of clause.obliques) {
    if (words.speaksOf.has(`${lemma} ${preposition}`)) {
      const start = phrase.span.start
      return {
        content: withWhatFollows(
          page,
          clause,
          clause.obliques.filter(o => o.preposition === preposition && o.phrase.span.start >= start).map(o => o.phrase)
        ),
        by: preposition
      }
    }
  }
  return {content}
}

const contentBelow = (page: Page, clause: number): Span[] =>
  page.below[clause]!.filter(k => page.clauses[k]!.parent!.link === "content").map(k => page.extents[k]!)

/// Things that tell what they show: "polls show a close contest".
const tellingThings: ReadonlySet<string> = new Set(
  "poll survey study report video footage document data figure record photo photograph image analysis statistic census audit investigation".split(
    " "
  )
)

function contentOfNoun(page: Page, clause: Clause): Content {
  if (!page.words.saysAsNoun.has(clause.predicate.lemma) || clause.predicate.light === "be") return {content: []}
  const content: Span[] = []
  for (const kid of page.below[clause.index]!) {
    const {link} = page.clauses[kid]!.parent!
    if (link === "content" || link === "infinitive") content.push(page.extents[kid]!)
  }
  if (content.length > 0) return {content}
  if (clause.objects.length > 0) {
    const behind = clause.objects.filter(o => o.span.start > clause.predicate.span.start)
    return {content: behind.map(o => wholePhrase(page.tree, o))}
  }
  for (const {preposition, phrase} of clause.obliques) {
    if (preposition === "for" || preposition === "about" || preposition === "to")
      return {content: [wholePhrase(page.tree, phrase)], by: preposition}
  }
  return {content}
}

/// The first phrase with those that stand right behind it: "him as brave", "the army over the raid".
function withWhatFollows(page: Page, clause: Clause, phrases: readonly Phrase[]): Span[] {
  const first = wholePhrase(page.tree, phrases[0]!)
  let {start, end} = first
  for (const phrase of phrases) {
    const whole = wholePhrase(page.tree, phrase)
    if (whole.start < start) start = whole.start
    if (whole.end > end) end = whole.end
  }
  const follows = clause.obliques
    .filter(o => o.preposition !== "by" && o.phrase.span.start >= end && !isTime(page.tree, o.phrase))
    .sort((a, b) => a.phrase.span.start - b.phrase.span.start)
  for (const {preposition, phrase} of follows) {
    if (phrase.span.start - end > preposition.length + 8) break
    end = wholePhrase(page.tree, phrase).end
  }
  return [{start, end}]
}

const timeWords =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun|to|yester)day|tomorrow|week|month|year|night|morning|evening|afternoon)$/i
const isTime = (tree: Tree, phrase: Phrase): boolean => timeWords.test(tree.tokens[phrase.head]!.lemma)

/// All that hangs under a noun, relative clauses included.
const wholePhrase = (tree: Tree, phrase: Phrase): Span => ({
  start: phrase.span.start,
  end: Math.max(phrase.span.end, tree.tokens[tree.right[phrase.head]!]!.end)
})

/// Where the tree gives a finite verb of saying no subject, the noun that stands before or, behind a quotation, after it.
function besideCue(page: Page, clause: Clause): Phrase | undefined {
  const {tree} = page
  const {tokens} = tree
  const {head} = clause.predicate
  if (clause.predicate.kind !== "verb" || clause.passive || clause.tense === undefined) return
  const {first, last} = tree.sentences[clause.sentence]!
  let at = head - 1
  while (at >= first && (/^(?:AUX|ADV|PART)$/.test(tokens[at]!.upos) || timeWords.test(tokens[at]!.lemma))) at--
  if (at < first) return
  if (/^["”’,]|''$/.test(tokens[at]!.text)) {
    const after = head + 1
    const behind = after < last ? topNoun(tree, after, head + 1, last) : -1
    if (behind >= 0) return phraseOf(tree, behind)
    if (tokens[at]!.text === "," && at > first) at--
  }
  const before = topNoun(tree, at, first, head)
  return before < 0 ? undefined : phraseOf(tree, before)
}

/// The highest noun above a token that lies in a stretch of tokens, or -1.
function topNoun(tree: Tree, token: number, first: number, last: number): number {
  let top = -1
  for (let at = token, steps = 0; at >= first && at < last && steps < 12; at = tree.head[at]!, steps++) {
    if (/^(?:NOUN|PROPN|PRON)$/.test(tree.tokens[at]!.upos)) top = at
    else if (!/^(?:DET|ADJ|NUM|ADP|PUNCT|SYM)$/.test(tree.tokens[at]!.upos)) break
  }
  return top
}

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

/// "Ten died, according to the ministry": the rest of the sentence is what the ministry says. Told by the two words, for parsers
/// hang them in many ways.
function accordingTo(page: Page, drafts: Draft[]): void {
  const {tokens, sentences, right} = page.tree
  for (let at = 0; at + 2 < tokens.length; at++) {
    if (tokens[at]!.text.toLowerCase() !== "according" || tokens[at + 1]!.text.toLowerCase() !== "to") continue
    const {sentence} = tokens[at]!
    const {first, last, start, end} = sentences[sentence]!
    let stop = at + 2
    while (stop < last && !/^[,;:.!?)”"—–]$|^''$/.test(tokens[stop]!.text)) stop++
    const head = topNoun(page.tree, at + 2, at + 2, stop)
    if (head < 0) continue
    const source = phraseOf(page.tree, head)
    const until = at === first || right[head]! < at ? Math.max(stop - 1, head) : Math.min(right[head]!, last - 1)
    const content = [
      {start, end: tokens[at]!.start},
      {start: tokens[until]!.end, end}
    ]
    drafts.push({
      clause: undefined,
      cue: at,
      cueSpan: {start: tokens[at]!.start, end: tokens[at + 1]!.end},
      lemma: "according to",
      negated: false,
      source,
      content: content.filter(c => trimmed(page.tree.text, c).start < trimmed(page.tree.text, c).end),
      speaks: true
    })
  }
}

/// "SMITH: We will see.", "“We will see.” — Jane Smith, teacher": a name and a mark, with nothing else to say who speaks.
function named(page: Page, drafts: Draft[]): void {
  const {tokens, sentences, text} = page.tree
  for (const sentence of sentences) {
    const opens = sentence.first === 0 || paragraphBetween(text, tokens[sentence.first - 1]!.end, sentence.start)
    if (!opens) continue
    let at = sentence.first
    if (/^["“]$/.test(tokens[at]!.text)) at++
    const from = at
    while (at < sentence.last && at - from < 6 && isNameWord(tokens[at]!)) at++
    const mark = tokens[at]
    if (
      at === from ||
      at >= sentence.last ||
      mark?.text !== ":" ||
      notSpeakers.test(text.slice(tokens[from]!.start, mark.start).trim())
    )
      continue
    let last = at + 1
    while (last < tokens.length && !paragraphBetween(text, tokens[last - 1]!.end, tokens[last]!.start)) last++
    if (last === at + 1) continue
    drafts.push(byMark(page, at, from, at, {start: tokens[at + 1]!.start, end: tokens[last - 1]!.end}))
  }
  for (const quote of page.quotes) {
    const dash = quote.last + 1
    if (dash + 1 >= tokens.length || !/^(?:[—―–-]|--)$/.test(tokens[dash]!.text) || !isNameWord(tokens[dash + 1]!)) continue
    let end = dash + 1
    while (
      end < tokens.length &&
      end - dash < 30 &&
      !paragraphBetween(text, tokens[end - 1]!.end, tokens[end]!.start) &&
      !/^["“]$/.test(tokens[end]!.text)
    )
      end++
    let name = dash + 1
    while (name < end && isNameWord(tokens[name]!)) name++
    drafts.push(byMark(page, dash, dash + 1, name, {start: tokens[quote.first]!.start, end: tokens[quote.last - 1]!.end}))
  }
}

const isNameWord = (token: Token): boolean => /^(?:PROPN|NOUN|ADJ)$/.test(token.upos) && /^\p{Lu}/u.test(token.text)

/// Words before a colon at the head of a line that nobody speaks.
const notSpeakers =
  /^(?:note|notes|update|updated|correction|editor['’]s note|photos?|image|images|video|videos|source|sources|related|read more|see also|more|watch|date|time|place|location|where|when|what|who|why|how|breaking|exclusive|opinion|analysis|by|tags?|topics?|contact|e-?mail|phone|question|answer)$/i

function byMark(page: Page, cue: number, from: number, to: number, content: Span): Draft {
  const {tokens} = page.tree
  return {
    clause: undefined,
    cue,
    cueSpan: {start: tokens[cue]!.start, end: tokens[cue]!.end},
    lemma: tokens[cue]!.text,
    negated: false,
    source: {head: to - 1, span: {start: tokens[from]!.start, end: tokens[to - 1]!.end}},
    content: [content],
    speaks: false
  }
}

/// Verbs that hardly stand without what they tell.
const tellsMost: ReadonlySet<string> = new Set(
  "say add note argue claim insist explain warn announce report reply tell assert contend declare allege acknowledge admit concede confirm predict complain observe remark stress testify".split(
    " "
  )
)

/// What a finite verb of saying tells where the tree gives it nothing: the words before it if nothing follows, else those behind it.
function restOf(page: Page, draft: Draft, clause: Clause): Span[] {
  if (clause.tense === undefined || clause.passive || !draft.source || !tellsMost.has(draft.lemma)) return []
  const {tokens, sentences, text} = page.tree
  const {first, start, end} = sentences[clause.sentence]!
  const cueStart = Math.min(draft.source.span.start, draft.cueSpan.start)
  let after = Math.max(draft.source.span.end, draft.cueSpan.end)
  for (const phrase of [...clause.recipients, ...clause.obliques.filter(o => isTime(page.tree, o.phrase)).map(o => o.phrase)]) {
    if (phrase.span.start - after <= 4 && phrase.span.end > after) after = phrase.span.end
  }
  const behind = trimmed(text, {start: after, end})
  if (page.clauses.length > 0 && clauseWithin(page, clause, behind)) return [behind]
  const before = {start, end: cueStart}
  return tokens[first]!.start < cueStart && text.slice(before.start, before.end).trimEnd().endsWith(",") ? [before] : []
}

/// Whether another predicate of the sentence stands in a stretch.
function clauseWithin(page: Page, clause: Clause, span: Span): boolean {
  for (const step of [1, -1]) {
    for (let at = clause.index + step, far = 0; far < 40 && page.clauses[at]?.sentence === clause.sentence; at += step, far++) {
      const {start} = page.clauses[at]!.predicate.span
      if (span.start <= start && start < span.end) return true
    }
  }
  return false
}

/// "He said talks had failed, adding that …": whoever spoke speaks on, wherever the parser hangs the second verb.
function goingOn(page: Page, drafts: readonly Draft[]): void {
  const {tokens} = page.tree
  let before: Draft | undefined
  for (const draft of drafts) {
    const comma = tokens[draft.cue - 1]
    const goesOn =
      before?.speaks &&
      draft.speaks &&
      draft.clause?.predicate.kind === "verb" &&
      tokens[draft.cue]!.xpos === "VBG" &&
      comma?.text === "," &&
      comma.sentence === tokens[before.cue]!.sentence
    if (!goesOn || !before) {
      if (draft.speaks) before = draft
      continue
    }
    const {start} = comma!
    const held = before.content.some(c => c.start < start && start < c.end)
    if (!held) continue
    before.content = before.content.flatMap(c =>
      c.start < start && start < c.end ? [{start: c.start, end: start}] : c.start >= start ? [] : [c]
    )
    draft.source = before.source ?? draft.source
  }
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
    const draft = inside ?? (isWord(page, quote) ? undefined : nearest(near, quote))
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

/// "the words “lump” the good with the bad": a word in marks is no speech.
function isWord(page: Page, quote: Quotation): boolean {
  const {tokens} = page.tree
  const before = tokens[quote.first - 2]
  return (
    quote.last - quote.first < 5 &&
    before !== undefined &&
    !/^[,:]$/.test(before.text) &&
    !/^[.,!?]$/.test(tokens[quote.last - 1]!.text)
  )
}

const isObjectOnly = (page: Page, draft: Draft): boolean =>
  draft.clause !== undefined && !page.below[draft.clause.index]!.some(k => page.clauses[k]!.parent!.link === "content")

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
  return quotedOnly(page, draft, merged)
    .map(s => trimmed(page.tree.text, s))
    .filter(s => s.start < s.end)
}

/// "“We can't,” he said, adding …": where a quotation ends before the verb, what goes on behind it without marks is told by others.
function quotedOnly(page: Page, draft: Draft, content: readonly Span[]): readonly Span[] {
  if (!draft.speaks || content.length < 2) return content
  const {tokens, text} = page.tree
  const before = content.findLast(s => s.end <= draft.cueSpan.start)
  const between = before && text.slice(Math.max(before.start, before.end - 3), Math.min(draft.cueSpan.start, before.end + 3))
  if (!before || !/["”]|''/.test(between!) || before.end - before.start < 20) return content
  return content.flatMap(s => {
    if (s.start < draft.cueSpan.end) return [s]
    const inside: Span[] = []
    for (let i = quoteAt(page, s.start); i < page.quotes.length; i++) {
      const quote = page.quotes[i]!
      const start = Math.max(s.start, tokens[quote.first]!.start)
      const end = Math.min(s.end, tokens[quote.last - 1]!.end)
      if (start >= s.end) break
      if (start < end) inside.push({start, end})
    }
    return inside
  })
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
