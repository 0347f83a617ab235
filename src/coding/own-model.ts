import {
  type Coding,
  contentId,
  type Document,
  type EventMention,
  type EventType,
  type Quad,
  quadOf,
  type Span,
  types
} from "../model/model.ts"
import type {Relation, relater} from "./between.ts"
import {type Lesson, likelihoods, maxent, sumsOf} from "./maxent.ts"
import {keyOf, type Typed, type Typer} from "./typing.ts"

/// A team's own reading, learned from its labels on top of the shipped one: what the shipped rules and model say is supposed
/// beforehand, and the labels move it as far as they speak against it. Types of the team's own may stand beside PLOVER's sixteen.

/// How the shipped reading answers for a pair.
export type Relater = ReturnType<typeof relater>

/// A pair that somebody labelled.
export interface Labelled {
  readonly document: Document
  readonly events: readonly EventMention[]
  readonly actor: Span | undefined
  readonly recipient: Span | undefined
  readonly type: string
}

/// What `annals learn` writes and --model opens: plain JSON, the same for the same labels and the same program.
export interface OwnModel {
  readonly says: "annals typing model"
  readonly version: 2
  /// PLOVER's types (those labelled as YIELD left out), then the team's own.
  readonly types: readonly string[]
  readonly labels: number
  /// SHA-256 of the shipped weights it stands on.
  readonly shipped: string
  /// How it was fitted: what served best in cross-validation.
  readonly way: Way
  /// On labels that were not learned from, by cross-validation over texts; and of the shipped reading on the same.
  readonly scores?: Scores & {readonly shipped: Scores}
  /// Weights of signs: place of a type, weight, place, weight …
  readonly signs: Readonly<Record<string, readonly number[]>>
}

interface Scores {
  readonly right: number
  readonly macroF1: number
}

export interface OwnAnswer {
  readonly type: string
  readonly probability: number
  /// How likely each of the model's types is.
  readonly likelihoods: ReadonlyMap<string, number>
  /// The signs that weighed most.
  readonly says: readonly string[]
  /// What the shipped rules and model say.
  readonly shipped: Relation
}

export type OwnTyper = (
  document: Document,
  events: readonly EventMention[],
  actor: Span | undefined,
  recipient: Span | undefined
) => OwnAnswer

/// PLOVER's older YIELD is today's CONCEDE and RETREAT together.
const folded: ReadonlySet<string> = new Set(["CONCEDE", "RETREAT"])
const supposedAs = (type: string): readonly EventType[] =>
  type === "YIELD" ? ["CONCEDE", "RETREAT"] : types.filter(t => t === type)

const isPlover = (type: string): type is EventType => (types as readonly string[]).includes(type)

/// The quad of a type: that of the shipped answer for a type of a team's own.
export const quadOfOwn = (type: string, shipped: EventType): Quad =>
  quadOf[isPlover(type) ? type : (supposedAs(type)[0] ?? shipped)]

/// The name of a type as a label may have it, any case for PLOVER's; undefined where it is no name.
export function typeName(label: unknown): string | undefined {
  if (typeof label !== "string" || !/^\p{L}[\p{L}\p{N} _./-]{0,59}$/u.test(label)) return undefined
  const upper = label.toUpperCase()
  return isPlover(upper) ? upper : label
}

interface Seen {
  readonly judged: Typed
  readonly shipped: Relation
}

/// How a model is fitted: how strongly weights are drawn to zero, and what is supposed before any label is seen, so much for what the
/// shipped model thinks of a type and so much for the shipped answer.
interface Way {
  readonly ridge: number
  readonly model: number
  readonly answer: number
}

/// The careful way, under which the shipped answer stands unless labels speak clearly against it; and the free one, better where
/// labels are many.
const ways: readonly Way[] = [
  {ridge: 6, model: 0.2, answer: 2.5},
  {ridge: 2, model: 0.5, answer: 0.75}
]

/// What the shipped reading is worth before any label is seen.
function supposedFor(typesHere: readonly string[], {judged, shipped}: Seen, way: Way): Float64Array {
  return Float64Array.from(typesHere, type => {
    const as = supposedAs(type)
    const likely = as.reduce((sum, t) => sum + judged.likelihoods.get(t)!, 0)
    return way.model * Math.log(Math.max(likely, 1e-4)) + (as.includes(shipped.type) ? way.answer : 0)
  })
}

/// How far the signs of a pair reach together: those of a long sentence, of which there are more, weigh no more than those of a short one.
const reach = 8

/// The signs of the shipped model, its opinion and the shipped answer.
function* signsOf({judged, shipped}: Seen): Generator<readonly [name: string, value: number]> {
  const share = reach / Math.max(1, Math.hypot(...judged.signs.map(s => s.value)))
  for (const {name, value} of judged.signs) yield [name, value * share]
  for (const type of types) yield [`model ${type}`, Math.max(-6, Math.log(judged.likelihoods.get(type)!)) / 3 + 1]
  yield [`answer ${shipped.type}`, 1]
  yield ["always", 1]
}

const parts = 4

interface Row extends Seen {
  readonly right: number
  readonly type: string
  readonly part: number
}

interface Fitted {
  readonly table: ReadonlyMap<string, number>
  readonly weights: Float64Array
}

/// Learns from labels. Two types at least have to be among them.
export function learned(labelled: readonly Labelled[], model: Typer, relate: Relater, shippedSha: string): OwnModel {
  const named = [...new Set(labelled.map(l => l.type))].sort()
  const kept = named.includes("YIELD") ? types.filter(t => !folded.has(t)) : types
  const typesHere = [...kept, ...named.filter(t => !(kept as readonly string[]).includes(t))]
  const rows: readonly Row[] = labelled.map(({document, events, actor, recipient, type}) => {
    const judged = model(document, events, actor, recipient)
    const shipped = relate(document, events, actor, recipient)
    return {judged, shipped, right: typesHere.indexOf(type), type, part: keyOf(document.article.text) % parts}
  })
  const best = labelled.length >= 40 && new Set(rows.map(r => r.part)).size === parts ? bestWay(rows, typesHere) : undefined
  const way = best?.way ?? ways[0]!
  const {table, weights} = fitted(rows, typesHere, way)
  const size = typesHere.length
  const signs: Record<string, number[]> = {}
  for (const [name, place] of [...table].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    const row: number[] = []
    for (let c = 0; c < size; c++) {
      const weight = Math.round(weights[place * size + c]! * 1e3) / 1e3
      if (Math.abs(weight) >= 0.01) row.push(c, weight)
    }
    if (row.length > 0) signs[name] = row
  }
  const truth = rows.map(r => r.type)
  return {
    says: "annals typing model",
    version: 2,
    types: typesHere,
    labels: labelled.length,
    shipped: shippedSha,
    way,
    ...(best && {
      scores: {
        ...scoresOf(truth, best.said),
        shipped: scoresOf(
          truth,
          rows.map(r => (typesHere.includes(r.shipped.type) ? r.shipped.type : "YIELD"))
        )
      }
    }),
    signs
  }
}

/// The way that reads labels left out best, and what it says of each of them. The free one is taken if it reads more of them rightly
/// than chance would make it.
function bestWay(rows: readonly Row[], typesHere: readonly string[]): {readonly way: Way; readonly said: readonly string[]} {
  const tried = ways.map(way => {
    const said: string[] = rows.map(() => "")
    for (let part = 0; part < parts; part++) {
      const {table, weights} = fitted(
        rows.filter(r => r.part !== part),
        typesHere,
        way
      )
      rows.forEach((row, at) => {
        if (row.part !== part) return
        const likely = likelihoods(sumsOf(asLesson(row, table, typesHere, way), weights))
        said[at] = typesHere[likely.indexOf(Math.max(...likely))]!
      })
    }
    return {way, said, right: rows.map((row, at) => row.type === said[at])}
  })
  return tried.reduce((best, next) => {
    const better = next.right.filter((right, at) => right && !best.right[at]).length
    const worse = best.right.filter((right, at) => right && !next.right[at]).length
    return better - worse > Math.sqrt(better + worse) ? next : best
  })
}

/// From so many rows on, signs that only two of them show are left out.
const many = 200

/// Weights of the signs that several rows show.
function fitted(rows: readonly Row[], typesHere: readonly string[], way: Way): Fitted {
  const counts = new Map<string, number>()
  for (const row of rows) for (const [name] of signsOf(row)) counts.set(name, (counts.get(name) ?? 0) + 1)
  const table = new Map<string, number>()
  const least = rows.length < many ? 2 : 3
  for (const [name, n] of counts) if (n >= least) table.set(name, table.size)
  const weights = maxent(
    rows.map(row => asLesson(row, table, typesHere, way)),
    {ridge: Float64Array.from(table.keys(), name => (name === "always" ? way.ridge / 5 : way.ridge))}
  )
  return {table, weights}
}

function asLesson(row: Row, table: ReadonlyMap<string, number>, typesHere: readonly string[], way: Way): Lesson {
  const signs: number[] = []
  const values: number[] = []
  for (const [name, value] of signsOf(row)) {
    const place = table.get(name)
    if (place === undefined) continue
    signs.push(place)
    values.push(value)
  }
  return {
    signs: Int32Array.from(signs),
    values: Float32Array.from(values),
    right: row.right,
    weight: 1,
    supposed: supposedFor(typesHere, row, way)
  }
}

function scoresOf(truth: readonly string[], said: readonly string[]): Scores {
  const labels = [...new Set(truth)]
  const f1 = labels.map(label => {
    const both = truth.filter((t, i) => t === label && said[i] === label).length
    const either = truth.filter(t => t === label).length + said.filter(s => s === label).length
    return (2 * both) / either
  })
  const round = (x: number): number => Math.round(x * 1e4) / 1e4
  return {
    right: round(truth.filter((t, i) => t === said[i]).length / truth.length),
    macroF1: round(f1.reduce((a, b) => a + b, 0) / labels.length)
  }
}

/// Checks a model as it was read from a file.
export function ownModel(json: unknown, path: string): OwnModel {
  const model = json as OwnModel
  if (json === null || typeof json !== "object" || model.says !== "annals typing model")
    throw new Error(`${path}: not a model that annals learn wrote`)
  if (model.version !== 2)
    throw new Error(`${path}: a model of version ${JSON.stringify(model.version)}; this program reads version 2: learn it again`)
  if (!Array.isArray(model.types) || !model.types.every(t => typeName(t) !== undefined))
    throw new Error(`${path}: "types" should be a list of names of types`)
  const {signs, way} = model
  if (![way?.ridge, way?.model, way?.answer].every(Number.isFinite))
    throw new Error(`${path}: "way" should hold the numbers ridge, model and answer`)
  if (signs === null || typeof signs !== "object" || Array.isArray(signs))
    throw new Error(`${path}: "signs" should hold the weights of each sign`)
  for (const [name, row] of Object.entries(signs)) {
    const fits =
      Array.isArray(row) &&
      row.length % 2 === 0 &&
      row.every((x, i) => typeof x === "number" && Number.isFinite(x) && (i % 2 === 1 || model.types[x] !== undefined))
    if (!fits)
      throw new Error(`${path}: the weights of ${JSON.stringify(name)} should be: place of a type, weight, place, weight …`)
  }
  return model
}

/// A team's model, opened on top of the shipped one.
export function ownTyper(own: OwnModel, model: Typer, relate: Relater): OwnTyper {
  return (document, events, actor, recipient) => {
    const judged = model(document, events, actor, recipient)
    const shipped = relate(document, events, actor, recipient)
    const sums = supposedFor(own.types, {judged, shipped}, own.way)
    const spoke: {name: string; row: readonly number[]; value: number}[] = []
    for (const [name, value] of signsOf({judged, shipped})) {
      const row = Object.hasOwn(own.signs, name) ? own.signs[name]! : undefined
      if (!row) continue
      for (let i = 0; i < row.length; i += 2) sums[row[i]!]! += row[i + 1]! * value
      spoke.push({name, row, value})
    }
    const likely = likelihoods(sums)
    const best = likely.indexOf(Math.max(...likely))
    const says = spoke
      .map(({name, row, value}) => [name, (row.find((_, i) => i % 2 === 1 && row[i - 1] === best) ?? 0) * value] as const)
      .filter(([name, by]) => by > 0 && name !== "always")
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, 4)
      .map(([name]) => name)
    return {
      type: own.types[best]!,
      probability: likely[best]!,
      likelihoods: new Map(own.types.map((type, c) => [type, likely[c]!])),
      says,
      shipped
    }
  }
}

/// What an own model says must be so many times likelier than what the rules say before an event is retold.
const sure = 2

/// Reads a coding again with a team's model: an event between two parties takes the type that the model has for the pair, where
/// it is sure. A type of the team's own stands as the mode of the PLOVER type that the rules gave, since events have PLOVER's
/// sixteen types.
export function taught(own: OwnTyper): (document: Document, coding: Coding) => Coding {
  return (document, coding) => {
    const events = coding.events.map(event => {
      const [actor, recipient] = [event.actors[0], event.recipients[0] ?? event.actors[1]].map(p => p?.evidence[0]?.span)
      if (!actor || !recipient) return event
      const {type, probability, likelihoods: likely, says} = own(document, coding.events, actor, recipient)
      if (type === event.type || probability < sure * (likely.get(event.type) ?? 0)) return event
      const why = {rule: event.why.rule, says: [...event.why.says, `own model: ${type} (${says.join(", ")})`]}
      if (!isPlover(type)) return type === "YIELD" ? event : {...event, mode: type, why}
      const {mode: _, ...rest} = event
      const {start, end} = event.predicate.span
      return {...rest, id: contentId(event.article, `${start}-${end}`, type), type, why}
    })
    return {...coding, events}
  }
}
