import {
  type Coded,
  type Context,
  type CorrectionRole,
  type EventMention,
  type EventType,
  type Evidence,
  evidenceOf,
  type Grounded,
  modesOf,
  type Party,
  type Place,
  type Status,
  type TimeSpan,
  type Toll,
  type Words
} from "../model/model.ts"
import {spanOf} from "./anchor.ts"

/// The fields of a telling as corrections speak of them: what each says, how two values are compared, how one is put in.

type Field = Exclude<CorrectionRole, "what">

/// A value as a line gives it may bring the words it rests on.
type Worded<T> = T & {readonly words?: Words}
type Count = Pick<Toll, "what" | "low" | "high">

/// The value of a field; null where there is none.
export function valueIn(mention: EventMention, field: Field): unknown {
  switch (field) {
    case "type":
      return mention.type
    case "mode":
      return mention.mode ?? null
    case "contexts":
      return mention.contexts
    case "who":
      return mention.actors.map(a => a.means)
    case "whom":
      return mention.recipients.map(r => r.means)
    case "when":
      return mention.time?.means ?? null
    case "where":
      return mention.place?.means ?? null
    case "how-many":
      return mention.tolls.map(({what, low, high}) => ({
        what,
        ...(low !== undefined && {low}),
        ...(high !== undefined && {high})
      }))
    case "status":
      return mention.claim.status
    case "background":
      return mention.background
  }
}

/// Two values of a field say the same when their keys are the same: ids count, spellings of names do not.
export function keyOf(field: Field, value: unknown): string {
  if (value === null || value === undefined) return ""
  switch (field) {
    case "contexts":
      return [...(value as string[])].sort().join(" ")
    case "who":
    case "whom":
      return (value as Party[])
        .map(p => p.id)
        .sort()
        .join(" ")
    case "when": {
      const {from, until, grain} = value as TimeSpan
      return `${from ?? ""}/${until ?? ""} ${grain}`
    }
    case "where":
      return (value as Place).id
    case "how-many":
      return (value as Count[])
        .map(({what, low, high}) => `${what} ${low ?? ""}-${high ?? ""}`)
        .sort()
        .join(", ")
    default:
      return String(value)
  }
}

/// A value as people read it.
export function textOf(field: Field, value: unknown): string {
  if (value === null || value === undefined) return "not said"
  if (field === "who" || field === "whom") return (value as Party[]).map(p => p.name).join(", ") || "not said"
  if (field === "where") return (value as Place).name
  if (field === "background") return value ? "told as history" : "told as news"
  if (field === "when") {
    const {from, until, grain} = value as TimeSpan
    if (grain === "day" && from !== undefined) return from
    if (grain === "month" && from !== undefined) return from.slice(0, 7)
    return `${from ?? ""}/${until ?? ""}`
  }
  return keyOf(field, value) || "none"
}

/// A telling in codes, for comparing what two coders made of the same words.
export function codedOf(mention: EventMention): Coded {
  const key = (field: Field): string | null => keyOf(field, valueIn(mention, field)) || null
  const quotes = (grounds: readonly Grounded<unknown>[]): string[] => grounds.flatMap(g => g.evidence.map(e => e.quote))
  const words = {
    who: quotes(mention.actors),
    whom: quotes(mention.recipients),
    when: quotes(mention.time ? [mention.time] : []),
    where: quotes(mention.place ? [mention.place] : [])
  }
  return {
    type: mention.type,
    mode: mention.mode ?? null,
    who: mention.actors.map(a => a.means.id).sort(),
    whom: mention.recipients.map(r => r.means.id).sort(),
    when: key("when"),
    where: key("where"),
    status: mention.claim.status,
    background: mention.background,
    words
  }
}

export const codedFields = ["type", "mode", "who", "whom", "when", "where", "status", "background"] as const
export type CodedField = (typeof codedFields)[number]

/// A field of a coding as one text; "" where nothing is said.
export function codedText(coded: Coded, field: CodedField): string {
  const value = coded[field]
  return value === null ? "" : Array.isArray(value) ? value.join(" ") : String(value)
}

/// A coding with one field set to what a line says.
export function codedWith(coded: Coded, field: CodedField, value: unknown): Coded {
  if (field === "who" || field === "whom") return {...coded, [field]: ((value as Party[]) ?? []).map(p => p.id).sort()}
  if (field === "background") return {...coded, background: value === true}
  return {...coded, [field]: keyOf(field, value) || null}
}

/// Fields in which two codings differ.
export const differing = (a: Coded, b: Coded): CodedField[] => codedFields.filter(f => codedText(a, f) !== codedText(b, f))

/// A telling with a value put into a field. A value that brings no words rests on those the old one rested on, or else on the deed's.
export function withValue(
  mention: EventMention,
  field: Field,
  value: unknown,
  article: {readonly id: string; readonly text: string}
): EventMention {
  const {mode, time, place, ...rest} = mention
  const old = (before: readonly Evidence[] | undefined): readonly Evidence[] =>
    before && before.length > 0 ? before : [mention.predicate]
  const ground = <T>(given: Worded<T>, before?: Grounded<T>): Grounded<T> => {
    const {words, ...means} = given
    const span = words && spanOf(article.text, words)
    return span
      ? {means: means as T, basis: "stated", evidence: [evidenceOf(article, span)]}
      : {means: means as T, basis: "inferred", evidence: old(before?.evidence)}
  }
  const parties = (given: readonly Worded<Party>[], before: readonly Grounded<Party>[]): Grounded<Party>[] =>
    given.map((party, i) => {
      const same = before.find(b => b.means.id === party.id)
      return same && !party.words ? same : ground(party, before.length === given.length ? before[i] : undefined)
    })
  switch (field) {
    case "type": {
      const type = value as EventType
      const kept = mode !== undefined && modesOf[type].includes(mode)
      const {mode: _, ...bare} = mention
      return {...(kept ? mention : bare), type}
    }
    case "mode": {
      const {mode: _, ...bare} = mention
      return value === null ? bare : {...bare, mode: value as string}
    }
    case "contexts":
      return {...mention, contexts: value as Context[]}
    case "who":
      return {...mention, actors: parties(value as Party[], mention.actors)}
    case "whom":
      return {...mention, recipients: parties(value as Party[], mention.recipients)}
    case "when":
      return {
        ...rest,
        ...(mode !== undefined && {mode}),
        ...(place && {place}),
        ...(value !== null && {time: ground(value as TimeSpan, time)})
      }
    case "where":
      return {
        ...rest,
        ...(mode !== undefined && {mode}),
        ...(time && {time}),
        ...(value !== null && {place: ground(value as Place, place)})
      }
    case "how-many":
      return {
        ...mention,
        tolls: (value as Worded<Count>[]).map(({words, ...count}) => {
          const span = words && spanOf(article.text, words)
          const before = mention.tolls.find(t => t.what === count.what)?.evidence
          return {...count, evidence: span ? evidenceOf(article, span) : (before ?? mention.predicate)}
        })
      }
    case "status":
      return {...mention, claim: {...mention.claim, status: value as Status}}
    case "background":
      return {...mention, background: value as boolean}
  }
}
