import type {Basis, Claim, Event, EventDetail, EventMention, Evidence, Party, Toll} from "../src/api/contract.ts"
import type {Lit} from "./marks.ts"
import {number, type Role, roles, words} from "./words.ts"

/// The words that each role of a report rests on.
export function evidenceOf(mention: EventMention): Readonly<Record<Role, readonly Evidence[]>> {
  const {claim} = mention
  return {
    who: mention.actors.flatMap(a => a.evidence),
    what: [mention.predicate],
    whom: mention.recipients.flatMap(r => r.evidence),
    much: mention.tolls.map(t => t.evidence),
    when: mention.time?.evidence ?? [],
    where: mention.place?.evidence ?? [],
    by: [...(claim.by.kind === "actor" ? [claim.by.evidence] : []), ...claim.evidence]
  }
}

export interface Rested {
  /// In this sentence, counted from its first letter.
  readonly lit: readonly Lit<Role>[]
  /// Words of other sentences: a name a pronoun stands for, a day named above.
  readonly elsewhere: readonly {readonly role: Role; readonly quote: string}[]
}

/// Which words of a sentence a report rests on, and which stand elsewhere in the article.
export function restsOn(mention: EventMention, sentence: {readonly start: number; readonly end: number}): Rested {
  const lit: Lit<Role>[] = []
  const elsewhere: {role: Role; quote: string}[] = []
  const found = evidenceOf(mention)
  for (const role of roles) {
    for (const {article, span, quote} of found[role]) {
      if (article === mention.article && span.start < sentence.end && sentence.start < span.end)
        lit.push({role, start: span.start - sentence.start, end: span.end - sentence.start})
      else if (!elsewhere.some(e => e.role === role && e.quote === quote)) elsewhere.push({role, quote})
    }
  }
  return {lit, elsewhere}
}

/// One wording and everybody who printed it, first appearance first.
export interface Wording extends Rested {
  readonly text: string
  readonly mentions: readonly [EventMention, ...EventMention[]]
}

/// The reports of an event by what they say: those that say it word for word stand together.
export function wordingsOf({event, sentences}: Pick<EventDetail, "event" | "sentences">): readonly Wording[] {
  const byText = new Map<string, [EventMention, ...EventMention[]]>()
  const inOrder = [...event.mentions].sort((a, b) =>
    (a.published ?? "9999") < (b.published ?? "9999") ? -1 : (a.published ?? "9999") > (b.published ?? "9999") ? 1 : 0
  )
  for (const mention of inOrder) {
    const text = sentences[mention.id]?.text ?? mention.predicate.quote
    const same = byText.get(text)
    if (same) same.push(mention)
    else byText.set(text, [mention])
  }
  return [...byText].map(([text, mentions]) => {
    const rests = mentions.flatMap(m => (sentences[m.id] ? [restsOn(m, sentences[m.id]!)] : []))
    return {
      text,
      mentions,
      lit: rests.flatMap(r => r.lit),
      elsewhere: rests
        .flatMap(r => r.elsewhere)
        .filter((e, i, all) => all.findIndex(o => o.role === e.role && o.quote === e.quote) === i)
    }
  })
}

/// On what the field of an event rests: how, and on how many stretches of text.
export function groundOf(event: Event, role: Role): {readonly bases: readonly Basis[]; readonly spans: number} {
  const order: readonly Basis[] = ["stated", "inferred", "assumed"]
  const bases = new Set<Basis>()
  let spans = 0
  for (const m of event.mentions) {
    spans += evidenceOf(m)[role].length
    if (role === "who") for (const a of m.actors) bases.add(a.basis)
    else if (role === "whom") for (const r of m.recipients) bases.add(r.basis)
    else if (role === "when" && m.time) bases.add(m.time.basis)
    else if (role === "where" && m.place) bases.add(m.place.basis)
    else if (evidenceOf(m)[role].length > 0) bases.add("stated")
  }
  return {bases: order.filter(b => bases.has(b)), spans}
}

export interface Voice {
  readonly key: string
  readonly name: string
  readonly party?: Party
}

/// Who vouches in a claim: somebody quoted, or the outlet itself.
export function voiceOf(claim: Claim, publisher: string | undefined): Voice {
  if (claim.by.kind === "actor") return {key: claim.by.party.id, name: claim.by.party.name, party: claim.by.party}
  const name = claim.by.name ?? publisher ?? words.unnamedOutlet
  return {key: `outlet ${name}`, name: `${name}, ${words.ownVoice}`}
}

/// "1,500", "5–7", "at least 3,000".
export function tollText({low, high}: Pick<Toll, "low" | "high">): string {
  if (low === undefined && high === undefined) return words.notSaid
  if (high === undefined) return words.tollText.atLeast(number(low!))
  if (low === undefined) return words.tollText.atMost(number(high))
  return low === high ? number(low) : `${number(low)}–${number(high)}`
}
