import type {Clause, Coding, Document, EventMention, EventType, Grounded, Party, Status} from "../model/model.ts"
import type {Rule} from "./rule.ts"

/// How likely a coded event is right: how often its rule was right on sentences that no rule was written for, moved by a few plain
/// signs of how it was read. Fitted by train/confidence.ts; docs/coding.md tells what it was measured on.

/// What is looked at.
export interface Coded {
  readonly rule: Rule
  readonly type: EventType
  readonly status: Status
  readonly clause: Clause
  readonly actors: readonly Grounded<Party>[]
  readonly recipients: readonly Grounded<Party>[]
}

export interface ConfidenceWeights {
  /// How often rules and types are right, as log-odds.
  readonly rules: ReadonlyMap<string, number>
  readonly types: ReadonlyMap<string, number>
  /// Weights of the signs.
  readonly signs: ReadonlyMap<string, number>
}

export const logOdds = (p: number): number => Math.log(p / (1 - p))

/// The signs beside the rule itself, as far as they show.
export function confidenceSigns({type, rule, status, clause, actors, recipients}: Coded): readonly string[] {
  const all = [...actors, ...recipients]
  const signs = ["any"]
  if (all.some(g => g.basis === "inferred")) signs.push("somebody is only spoken of")
  if (all.some(g => g.basis === "assumed")) signs.push("somebody is assumed")
  if (actors.length === 0) signs.push("nobody does it")
  if (recipients.length === 0 && !rule.mutual) signs.push("nobody has it done to them")
  if (!all.some(g => g.means.country !== undefined || g.means.sectors.length > 0)) signs.push("nobody is known")
  if (clause.parent) signs.push("told below another clause")
  if (clause.predicate.kind === "noun") signs.push("an event noun")
  if (status === "possible") signs.push("possible")
  if (status === "planned" || status === "did-not-happen") signs.push("not a fact")
  if (type !== rule.code) signs.push("turned into another type")
  return signs
}

/// How often a rule is right, as log-odds: as measured; else as its author says; else as its type is.
export const reliability = ({rules, types}: Pick<ConfidenceWeights, "rules" | "types">, rule: Rule): number =>
  rules.get(rule.name) ?? (rule.prior === undefined ? undefined : logOdds(rule.prior)) ?? types.get(rule.code) ?? 1

/// Opens data/weights/confidence.bin: UTF-8 JSON of {rules, types, signs}.
export function confidenceWeights(bytes: Uint8Array): ConfidenceWeights {
  const {rules, types, signs} = JSON.parse(new TextDecoder().decode(bytes)) as Record<
    "rules" | "types" | "signs",
    Record<string, number>
  >
  return {rules: new Map(Object.entries(rules)), types: new Map(Object.entries(types)), signs: new Map(Object.entries(signs))}
}

/// From 0.02 to 0.98.
export function confidenceOf(weights: ConfidenceWeights, coded: Coded): number {
  let sum = reliability(weights, coded.rule) * (weights.signs.get("rule") ?? 1)
  for (const sign of confidenceSigns(coded)) sum += weights.signs.get(sign) ?? 0
  return Math.round(Math.min(0.98, Math.max(0.02, 1 / (1 + Math.exp(-sum)))) * 1e3) / 1e3
}

/// What events look like to the rules that read them; undefined where the rule is not among those given.
export function codedBy(rules: readonly Rule[]): (document: Document) => (event: EventMention) => Coded | undefined {
  const ruleOf = new Map(rules.map(r => [r.name, r]))
  return document => {
    const clauseOf = new Map(document.clauses.map(c => [`${c.predicate.span.start}-${c.predicate.span.end}`, c]))
    return ({type, claim, actors, recipients, predicate, why}) => {
      const clause = clauseOf.get(`${predicate.span.start}-${predicate.span.end}`)
      const rule = ruleOf.get(why.rule)
      return clause && rule && {rule, type, status: claim.status, clause, actors, recipients}
    }
  }
}

/// Says of each event of a coding how sure it is.
export function confident(weights: ConfidenceWeights, rules: readonly Rule[]): (document: Document, coding: Coding) => Coding {
  const by = codedBy(rules)
  return (document, coding) => {
    const codedOf = by(document)
    const events = coding.events.map(event => {
      const coded = codedOf(event)
      return coded ? {...event, confidence: confidenceOf(weights, coded)} : event
    })
    return {...coding, events}
  }
}
