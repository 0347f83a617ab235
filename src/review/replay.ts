import {
  type Coded,
  type Corrected,
  type Correction,
  type CorrectionOutcome,
  type CorrectionRole,
  contentId,
  type EventMention,
  type EventType,
  evidenceOf,
  type Party,
  type Span,
  type Target
} from "../model/model.ts"
import {spanOf} from "./anchor.ts"
import {codedOf, codedText, differing, keyOf, textOf, valueIn, withValue} from "./fields.ts"

/// An article as corrections need it, and what was read out of it.
export interface Book {
  readonly article: {
    readonly id: string
    readonly text: string
    readonly publisher?: string
    readonly published?: string
    readonly sentences: readonly Span[]
  }
  readonly coded: readonly EventMention[]
}

export interface Replayed {
  /// The tellings as they stand after all corrections; one that nothing was said of is the very object that was given.
  readonly mentions: readonly EventMention[]
  /// One for each line that is aimed at this article, in order.
  readonly outcomes: readonly CorrectionOutcome[]
}

/// Lays corrections over what was read out of one article, in their order. Lines must be standing ones (`standing` of lines.ts); those
/// aimed at other articles pass by, but for aliases and ignored sources, which hold everywhere. Nothing is done to a telling
/// unless its own words are those that the line names.
export function replay(lines: readonly Correction[], {article, coded}: Book): Replayed {
  const asCoded = new Map(coded.map(m => [m.id, m.type]))
  const shown = new Map(coded.map(m => [m.id, m]))
  const hidden = new Map<string, {mention: EventMention; by: Correction}>()
  const outcomes: CorrectionOutcome[] = []

  for (const line of lines) {
    const {target, op} = line
    if (typeof target === "string") continue
    const own = target.article === article.id
    if (op === "alias") renamed(line)
    if (op === "ignore-source" && article.publisher === (line.after as {publisher: string}).publisher) {
      for (const mention of shown.values()) hide(mention, line)
    }
    if (own) outcomes.push({id: line.id, ...outcomeOf(line, target)})
  }
  return {mentions: [...shown.values()], outcomes}

  function hide(mention: EventMention, by: Correction): void {
    shown.delete(mention.id)
    hidden.set(mention.id, {mention, by})
  }

  function put(mention: EventMention, line: Correction, field?: CorrectionRole, before?: string, after?: string): void {
    const {id, who, when, why, op} = line
    const said: Corrected = {
      id,
      who,
      when,
      ...(why !== undefined && {why}),
      op,
      ...(field && {field}),
      ...(before !== undefined && {before}),
      ...(after !== undefined && {after})
    }
    shown.set(mention.id, {...mention, corrected: [...(mention.corrected ?? []), said]})
  }

  /// Everybody who is coded as `before` is `after`.
  function renamed(line: Correction): void {
    const [before, after] = [line.before as Party, line.after as Party]
    for (const mention of [...shown.values()]) {
      const all = [...mention.actors, ...mention.recipients]
      if (!all.some(g => g.means.id === before.id)) continue
      const name = <G extends {readonly means: Party}>(g: G): G => (g.means.id === before.id ? {...g, means: after} : g)
      const field = mention.actors.some(g => g.means.id === before.id) ? "who" : "whom"
      const changed = {...mention, actors: mention.actors.map(name), recipients: mention.recipients.map(name)}
      put(changed, line, field, before.name, after.name)
    }
  }

  function outcomeOf(line: Correction, target: Target): Omit<CorrectionOutcome, "id"> {
    const span = spanOf(article.text, target)
    if (!span)
      return {
        state: "orphan",
        says: `“${target.quote}” with the words around it does not stand in the article once; aim it anew or take it back`
      }
    if (line.op === "alias") return aliased(line, span)
    if (line.op === "ignore-source") {
      const {publisher} = line.after as {publisher: string}
      return article.publisher === publisher
        ? {state: "applied", says: `nothing that ${publisher} tells is counted`}
        : {state: "conflict", says: `the article is of ${article.publisher ?? "no known outlet"} now; take it back or name that`}
    }
    const found = at(shown.values(), span, target)
    if (line.op === "add") return added(line, span, found)
    if (found.length > 1)
      return {state: "conflict", says: "several events are coded on these words now; say which by a new correction"}
    const [mention] = found
    if (!mention) {
      const gone = at(
        [...hidden.values()].map(h => h.mention),
        span,
        target
      )[0]
      if (line.op === "note") return {state: "applied", says: "noted"}
      if (line.op === "reject")
        return gone
          ? {state: "agrees", says: "somebody else took it out too", mention: gone.id}
          : {state: "agrees", says: "nothing is coded at these words"}
      if (gone) {
        const {who, when, op} = hidden.get(gone.id)!.by
        return {
          state: "conflict",
          says: `${who} ${op === "reject" ? "said that there is no event here" : "ignores this source"} (${when}); talk, and take one of the two back`,
          mention: gone.id
        }
      }
      const near = coded.find(m => m.predicate.span.start < span.end && span.start < m.predicate.span.end)?.predicate.quote
      const instead = near === undefined ? "nothing is coded at these words now" : `what is coded now is “${near}”`
      return {state: "conflict", says: `${instead}; aim it anew, add it as an event, or take this back`}
    }
    const met = mention.id
    switch (line.op) {
      case "accept": {
        const differs = line.before === undefined ? [] : differing(line.before as Coded, codedOf(mention))
        if (differs.length > 0) {
          const [then, now] = [line.before as Coded, codedOf(mention)]
          const what = differs.map(f => `${f} was ${codedText(then, f) || "not said"}, is ${codedText(now, f) || "not said"}`)
          return {state: "conflict", says: `coded otherwise since: ${what.join("; ")}; look at it again`, mention: met}
        }
        put(mention, line)
        return {state: "applied", says: "accepted as it stands", mention: met}
      }
      case "reject": {
        const then = (line.before as Coded | undefined)?.type
        if (then !== undefined && then !== mention.type && then !== asCoded.get(mention.id))
          return {state: "conflict", says: `was ${then}, is coded as ${mention.type} now; look at it again`, mention: met}
        hide(mention, line)
        return {state: "applied", says: "no event here", mention: met}
      }
      case "set":
      case "fix-place":
      case "fix-date":
      case "fix-status": {
        const field = target.role as Exclude<CorrectionRole, "what">
        const now = valueIn(mention, field)
        const [is, should] = [keyOf(field, now), keyOf(field, line.after)]
        if (is === should) return {state: "agrees", says: `${field} is ${textOf(field, now)} already`, mention: met}
        if (line.before !== undefined && keyOf(field, line.before) !== is)
          return {
            state: "conflict",
            says: `${field} was ${textOf(field, line.before)}, should be ${textOf(field, line.after)}, is ${textOf(field, now)} now; decide again`,
            mention: met
          }
        put(withValue(mention, field, line.after, article), line, field, textOf(field, now), textOf(field, line.after))
        return {state: "applied", says: `${field}: ${textOf(field, now)} became ${textOf(field, line.after)}`, mention: met}
      }
      case "note":
        put(mention, line)
        return {state: "applied", says: "noted", mention: met}
      default:
        return {state: "applied", says: op[line.op as keyof typeof op], mention: met}
    }
  }

  function aliased(line: Correction, span: Span): Omit<CorrectionOutcome, "id"> {
    const [before, after] = [line.before as Party, line.after as Party]
    const here = coded.flatMap(m =>
      [...m.actors, ...m.recipients].filter(g => g.evidence.some(e => e.span.start < span.end && span.start < e.span.end))
    )
    if (here.some(g => g.means.id === before.id)) return {state: "applied", says: `${before.name} is ${after.name}, everywhere`}
    if (here.some(g => g.means.id === after.id)) return {state: "agrees", says: `read as ${after.name} already`}
    const other = here[0]?.means.name
    return {
      state: "conflict",
      says: `“${article.text.slice(span.start, span.end)}” is ${other ? `read as ${other}` : "nobody in an event"} now, neither ${before.name} nor ${after.name}; decide again`
    }
  }

  function added(line: Correction, span: Span, found: readonly EventMention[]): Omit<CorrectionOutcome, "id"> {
    const after = line.after as {readonly type: EventType} & Readonly<Partial<Record<CorrectionRole, unknown>>>
    const same = found.find(m => m.type === after.type)
    if (same) return {state: "agrees", says: `coded as ${same.type} already`, mention: same.id}
    if (found[0])
      return {
        state: "conflict",
        says: `these words are coded as ${found[0].type} now; set its type, or take this back`,
        mention: found[0].id
      }
    const sentence = article.sentences.findIndex(s => s.start <= span.start && span.start < s.end)
    const predicate = evidenceOf(article, span)
    const around = article.sentences[sentence] ?? span
    const bare: EventMention = {
      id: contentId(article.id, String(span.start), String(span.end), after.type),
      article: article.id,
      sentence: Math.max(0, sentence),
      sentenceSpan: {start: around.start, end: around.end},
      type: after.type,
      contexts: [],
      actors: [],
      recipients: [],
      tolls: [],
      claim: {by: {kind: "publisher"}, stance: "asserts", status: "happened", evidence: []},
      background: false,
      confidence: 0.99,
      predicate,
      words: contentWords(article.text.slice(around.start, around.end)),
      why: {rule: "a person", says: [`added by ${line.who} on ${line.when}${line.why ? `: ${line.why}` : ""}`]},
      ...(article.published !== undefined && {published: article.published}),
      ...(article.publisher !== undefined && {publisher: article.publisher})
    }
    const mention = (["mode", "contexts", "who", "whom", "when", "where", "how-many", "status", "background"] as const).reduce(
      (m, field) => (after[field] === undefined ? m : withValue(m, field, after[field], article)),
      bare
    )
    put(mention, line)
    return {state: "applied", says: `added as ${after.type}`, mention: mention.id}
  }

  /// The tellings whose deed stands on these very words; of several, those that were coded as the target says.
  function at(among: Iterable<EventMention>, span: Span, target: Target): EventMention[] {
    const here = [...among].filter(m => m.predicate.span.start === span.start && m.predicate.span.end === span.end)
    const typed = here.length > 1 ? here.filter(m => asCoded.get(m.id) === target.type) : []
    return typed.length > 0 ? typed : here
  }
}

const op = {
  merge: "one event with the other",
  split: "apart from the others",
  "not-same": "another event than the other"
}

const contentWords = (text: string): string[] => [...new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? [])]

/// The mention that a target is aimed at in an article as it was read, if its words stand there once and carry one event.
export function aimedAt(target: Target, {article, coded}: Book): string | undefined {
  const {outcomes} = replay([{id: "", who: "", when: "", target, op: "not-same"}], {article, coded})
  return outcomes[0]?.mention
}
