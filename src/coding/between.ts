import {
  type ActorMention,
  type Context,
  contentId,
  type Document,
  type EventMention,
  type EventType,
  type Mentions,
  overlaps,
  type Span,
  type Status
} from "../model/model.ts"
import type {Typer} from "./typing.ts"

/// What somebody does to somebody else, both given. Always an answer: the event a rule finds between the two or with one of
/// them, else what the typing model makes of the words between, around and above them.

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

/// A rule's answer stands unless the model thinks another type so many times likelier.
const doubt = 30

/// Says what the first does to the second, from the events that rules found and from the model's judgement of the words.
export function relater(
  model: Typer
): (document: Document, events: readonly EventMention[], actor: Span | undefined, recipient: Span | undefined) => Relation {
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
    const judged = model(document, events, actor, recipient)
    if (best && (best.type === judged.type || judged.likelihoods.get(best.type)! * doubt > judged.probability))
      return told(best, isPromise(document, best))
    return {
      type: judged.type,
      contexts: best?.contexts ?? [],
      why: judged.says.length > 0 ? `model: ${judged.says.join(", ")}` : "nothing but two names"
    }
  }
}

/// Whether a yielding is only agreed to or still to come.
function isPromise(document: Document, event: EventMention): boolean {
  if (event.type !== "CONCEDE" && event.type !== "RETREAT") return false
  const {start, end} = event.predicate.span
  const clause = document.clauses.find(c => c.predicate.span.start === start && c.predicate.span.end === end)
  if (!clause || clause.negated) return false
  const {lemma} = clause.predicate
  return clause.modal === "will" || clause.modal === "would" || clause.tense === "future" || promising.has(lemma)
}

const promising: ReadonlySet<string> = new Set([
  "agree",
  "offer",
  "promise",
  "pledge",
  "vow",
  "commit",
  "consent",
  "undertake",
  "ready",
  "willing",
  "prepared"
])

/// Data of pairs follow CAMEO where PLOVER went its own way; what the ledger has as another type is read so between a pair:
const asPairs: Readonly<Partial<Record<EventType, Readonly<Record<string, EventType>>>>> = {
  SANCTION: {
    // 116, to find guilty: blame, not a penalty
    convict: "ACCUSE",
    "find-guilty": "ACCUSE",
    "conviction-noun": "ACCUSE",
    // 172, administrative sanctions
    "impose-sanctions": "COERCE"
  },
  // 173, arrest: the order of a court is part of it
  THREATEN: {
    warrant: "COERCE",
    "order-arrest": "COERCE",
    "order-arrested": "COERCE",
    "warrant-noun": "COERCE",
    "apply-for-warrant": "COERCE"
  },
  // 19, fighting: blockades (191) and attacks by computer
  COERCE: {
    blockade: "ASSAULT",
    "impose-blockade": "ASSAULT",
    "siege-noun": "ASSAULT",
    "cyber-warfare": "ASSAULT",
    "cyberattack-noun": "ASSAULT"
  }
}

/// What is not done, or only to come, is coded as what it says: who does not yield refuses (12), who will refuse or march
/// threatens to (13).
function unreal(event: EventMention): EventType | undefined {
  const {status} = event.claim
  if (status === "did-not-happen" && yielding.has(event.type)) return "REJECT"
  return status === "planned" && threatening.has(event.type) ? "THREATEN" : undefined
}

const yielding: ReadonlySet<EventType> = new Set<EventType>(["RETREAT", "CONCEDE", "SUPPORT"])
const threatening: ReadonlySet<EventType> = new Set<EventType>(["REJECT", "MOBILIZE", "PROTEST"])

/// Pairs are answered as data of pairs have always had it: to intend to yield (CAMEO 034 and 035) is to AGREE.
const told = (event: EventMention, promise: boolean): Relation => ({
  type: promise ? "AGREE" : (unreal(event) ?? asPairs[event.type]?.[event.why.rule] ?? event.type),
  ...(event.mode ? {mode: event.mode} : {}),
  contexts: event.contexts,
  status: event.claim.status,
  why: `${event.why.rule}: ${event.why.says.join("; ")}`
})
