import {
  type ActorMention,
  type Clause,
  type Context,
  contentId,
  type Document,
  type EventMention,
  type EventType,
  type Mentions,
  overlaps,
  type Span,
  type Status,
  types
} from "../model/model.ts"
import type {Rule} from "./rule.ts"
import {rules as allRules} from "./rules/list.ts"

/// What somebody does to somebody else, both given. Always an answer: the event a rule finds between the two, else one of
/// theirs, else what the words between them mostly stand for.

export interface Relation {
  readonly type: EventType
  readonly mode?: string
  readonly contexts: readonly Context[]
  readonly status?: Status
  readonly why: string
}

/// The mentions of a document, with the two that are asked for among them whatever a finder made of them.
export function withGiven(document: Document, mentions: Mentions, given: readonly (Span | undefined)[]): Mentions {
  const spans = given.filter(s => s !== undefined)
  if (spans.length === 0) return mentions
  const added: ActorMention[] = []
  const keep = mentions.actors.filter(
    m => !spans.some(s => s.start === m.span.start && s.end === m.span.end && m.means !== undefined)
  )
  for (const span of spans) {
    const inside = document.tokens.filter(t => span.start <= t.start && t.end <= span.end)
    if (inside.length === 0) continue
    const heads = inside.filter(t => t.head < inside[0]!.index || t.head > inside.at(-1)!.index)
    const head = (heads.find(t => /^(NOUN|PROPN|PRON)$/.test(t.upos)) ?? heads[0] ?? inside.at(-1)!).index
    const text = document.article.text.slice(span.start, span.end)
    const found = mentions.actors.find(m => overlaps(m.span, span) && m.means)
    added.push({
      span,
      sentence: document.tokens[head]!.sentence,
      head,
      text,
      means: {
        id: `given-${contentId(text, String(span.start))}`,
        name: text,
        // Whoever is asked for counts as somebody of weight.
        country: found?.means?.country ?? "IGO",
        sectors: found?.means?.sectors ?? []
      },
      basis: "stated",
      form: "name",
      why: "given"
    })
  }
  const rest = keep.filter(m => !added.some(a => overlaps(a.span, m.span)))
  return {...mentions, actors: [...rest, ...added].sort((a, b) => a.span.start - b.span.start)}
}

/// Says what the first does to the second, from the events of a document and its words.
export function relater(
  rules: readonly Rule[] = allRules
): (document: Document, events: readonly EventMention[], actor: Span | undefined, recipient: Span | undefined) => Relation {
  const votes = votesOf(rules)
  return (document, events, actor, recipient) => {
    const at = (event: EventMention, side: "actors" | "recipients", span: Span | undefined): boolean =>
      span !== undefined && event[side].some(g => g.evidence.some(e => overlaps(e.span, span)))
    let best: EventMention | undefined
    let most = 0
    for (const event of events) {
      const [a, r] = [at(event, "actors", actor), at(event, "recipients", recipient)]
      const mutual = event.recipients.length === 0 && at(event, "actors", actor) && at(event, "actors", recipient)
      const turned = at(event, "actors", recipient) || at(event, "recipients", actor)
      const score =
        (a ? 3 : 0) +
        (r ? 2 : 0) +
        (mutual ? 2 : 0) +
        (turned && !mutual ? 0.5 : 0) +
        event.confidence / 2 +
        (event.claim.status === "happened" ? 0.25 : 0)
      if (score > most) {
        best = event
        most = score
      }
    }
    if (best && most >= 2) return told(best)
    const guess = mostly(document, votes, actor, recipient)
    if (guess && guess.score >= 1.2)
      return {type: guess.type, contexts: best?.contexts ?? [], why: `words: ${guess.says.join(", ")}`}
    if (best) return told(best)
    return {
      type: guess?.type ?? "CONSULT",
      contexts: [],
      why: guess ? `words: ${guess.says.join(", ")}` : "nothing but two names"
    }
  }
}

const told = (event: EventMention): Relation => ({
  type: event.type,
  ...(event.mode ? {mode: event.mode} : {}),
  contexts: event.contexts,
  status: event.claim.status,
  why: `${event.why.rule}: ${event.why.says.join("; ")}`
})

/// For each word, which types its rules code, and how surely: a word of one type counts whole, one of four types a quarter.
function votesOf(rules: readonly Rule[]): ReadonlyMap<string, ReadonlyMap<EventType, number>> {
  const raw = new Map<string, Map<EventType, number>>()
  for (const rule of rules) {
    // "said", "announced", "was … to": words that count only with what stands beside them.
    if (rule.needs || rule.modal || rule.negated || rule.complement?.types || rule.complement?.words) continue
    const loose = rule.when && Object.values(rule.when).some(t => t.is) ? 0.5 : 1
    for (const word of [...(rule.verbs ?? []), ...(rule.nouns ?? []), ...(rule.adjectives ?? [])]) {
      const votes = raw.get(word) ?? new Map<EventType, number>()
      raw.set(word, votes)
      votes.set(rule.code, Math.max(votes.get(rule.code) ?? 0, loose))
    }
  }
  for (const votes of raw.values()) {
    const sum = [...votes.values()].reduce((a, b) => a + b, 0)
    for (const [type, vote] of votes) votes.set(type, (vote * vote) / sum)
  }
  return raw
}

function mostly(
  document: Document,
  votes: ReadonlyMap<string, ReadonlyMap<EventType, number>>,
  actor: Span | undefined,
  recipient: Span | undefined
): {type: EventType; score: number; says: readonly string[]} | undefined {
  const sums = new Map<EventType, number>()
  const says = new Map<EventType, string[]>()
  const [from, until] = [
    Math.min(actor?.end ?? 0, recipient?.end ?? 0),
    Math.max(actor?.start ?? document.article.text.length, recipient?.start ?? document.article.text.length)
  ]
  const clauseWords = new Set(document.clauses.map((c: Clause) => c.predicate.head))
  for (const token of document.tokens) {
    const found = votes.get(token.lemma.toLowerCase())
    if (!found) continue
    const near = token.start >= from && token.end <= until ? 1 : 0.4
    const weight = near * (clauseWords.has(token.index) ? 1 : 0.3)
    for (const [type, vote] of found) {
      sums.set(type, (sums.get(type) ?? 0) + vote * weight)
      says.set(type, [...(says.get(type) ?? []), token.lemma])
    }
  }
  let best: EventType | undefined
  for (const type of types) if ((sums.get(type) ?? 0) > (best ? sums.get(best)! : 0)) best = type
  return best && {type: best, score: sums.get(best)! * 2, says: says.get(best)!}
}
