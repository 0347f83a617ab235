import type {Coded, Correction, Target} from "../model/model.ts"
import {type CodedField, codedFields, codedText, codedWith} from "./fields.ts"

/// How far coders agree, by the measures of the field. A value is a text; undefined where a coder did not say.

/// Krippendorff's alpha for nominal values: `units` holds, for each unit, what each coder said. A unit with fewer than two values does not
/// count. Undefined when there is nothing to agree on: no pair of values, or one value throughout.
export function alpha(units: readonly (readonly (string | undefined)[])[]): number | undefined {
  let pairs = 0
  let differing = 0
  const counts = new Map<string, number>()
  for (const unit of units) {
    const values = unit.filter(v => v !== undefined)
    if (values.length < 2) continue
    const here = new Map<string, number>()
    for (const v of values) {
      here.set(v, (here.get(v) ?? 0) + 1)
      counts.set(v, (counts.get(v) ?? 0) + 1)
    }
    pairs += values.length
    for (const n of here.values()) differing += (n * (values.length - n)) / (values.length - 1)
  }
  let expected = 0
  for (const n of counts.values()) expected += n * (pairs - n)
  return expected === 0 ? undefined : 1 - ((pairs - 1) * differing) / expected
}

/// Cohen's kappa of two coders, over the units on which both said something. Undefined where chance alone would have them agree throughout.
export function kappa(pairs: readonly (readonly [string | undefined, string | undefined])[]): number | undefined {
  const both = pairs.filter((p): p is readonly [string, string] => p[0] !== undefined && p[1] !== undefined)
  const n = both.length
  if (n === 0) return undefined
  const share = (side: 0 | 1, value: string): number => both.filter(p => p[side] === value).length / n
  const agreed = both.filter(([a, b]) => a === b).length / n
  const values = [...new Set(both.map(p => p[0]))]
  const chance = values.reduce((sum, v) => sum + share(0, v) * share(1, v), 0)
  return chance === 1 ? undefined : (agreed - chance) / (1 - chance)
}

/// F1 of two coders' spans, each named by its words: twice those in common through all. Undefined when neither marked any.
export function spanF1(pairs: readonly (readonly [readonly string[], readonly string[]])[]): number | undefined {
  let [common, all] = [0, 0]
  for (const [a, b] of pairs) {
    const left = [...b]
    for (const span of a) {
      const at = left.indexOf(span)
      if (at < 0) continue
      left.splice(at, 1)
      common++
    }
    all += a.length + b.length
  }
  return all === 0 ? undefined : (2 * common) / all
}

/// Wilson's interval for a share: between which two shares the true one lies, 19 times of 20.
export function wilson(right: number, of: number): {readonly low: number; readonly high: number} {
  if (of === 0) return {low: 0, high: 1}
  const z = 1.959964
  const p = right / of
  const middle = p + (z * z) / (2 * of)
  const reach = z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))
  const whole = 1 + (z * z) / of
  return {low: Math.max(0, (middle - reach) / whole), high: Math.min(1, (middle + reach) / whole)}
}

/// What a coder made of the words of a unit. A field that was not spoken of is absent.
export interface Judged {
  readonly event: boolean
  readonly fields: Readonly<Partial<Record<CodedField, string>>>
  readonly words: Readonly<Partial<Record<WordsField, readonly string[]>>>
}

const wordsFields = ["who", "whom", "when", "where"] as const
type WordsField = (typeof wordsFields)[number]

/// What a person said of the words of one unit, and what the machine had made of them.
export interface Decision {
  readonly unit: string
  readonly target: Target
  readonly person: Judged
  readonly machine: Judged
  /// Whether the person changed or took out what the machine had.
  readonly changed: boolean
}

export const unitOf = ({article, prefix, quote, suffix}: Target): string => [article, prefix, quote, suffix].join("\u0000")

/// What a coding says, as a judgement.
export const judgedAs = (coded: Coded): Judged => ({
  event: true,
  fields: Object.fromEntries(codedFields.map(f => [f, codedText(coded, f)])),
  words: coded.words ?? {}
})

const nothing: Judged = {event: false, fields: {}, words: {}}

/// What one person decided, unit by unit, out of the standing lines of that person. Lines that judge no coding pass by.
export function decisionsOf(lines: readonly Correction[]): ReadonlyMap<string, Decision> {
  const found = new Map<string, Decision>()
  for (const {target, op, before, after} of lines) {
    if (typeof target === "string") continue
    const unit = unitOf(target)
    const was = found.get(unit)
    const put = (person: Judged, machine: Judged, changed: boolean): void => {
      const known = was
        ? {
            event: was.machine.event,
            fields: {...machine.fields, ...was.machine.fields},
            words: {...machine.words, ...was.machine.words}
          }
        : machine
      found.set(unit, {unit, target, person, machine: known, changed: changed || was?.changed === true})
    }
    if (op === "accept" || op === "reject") {
      const seen = before === undefined ? {...nothing, event: true} : judgedAs(before as Coded)
      put(op === "accept" ? seen : nothing, seen, op === "reject")
    } else if (op === "set" || op === "fix-place" || op === "fix-date" || op === "fix-status") {
      const field = codedFields.find(f => f === target.role)
      if (field === undefined) continue
      const text = (value: unknown): string => codedText(codedWith({} as Coded, field, value), field)
      const person = {
        event: true,
        fields: {...was?.person.fields, [field]: text(after)},
        words: was?.person.words ?? {}
      }
      put(person, {event: true, fields: before === undefined ? {} : {[field]: text(before)}, words: {}}, true)
    } else if (op === "add") {
      const given = after as Readonly<Record<string, unknown>>
      const bare = {
        type: given.type,
        mode: null,
        who: [],
        whom: [],
        when: null,
        where: null,
        status: "happened",
        background: false
      }
      const coded = codedFields
        .filter(f => f !== "type" && given[f] !== undefined)
        .reduce((c, f) => codedWith(c, f, given[f]), bare as unknown as Coded)
      put(judgedAs(coded), nothing, true)
    }
  }
  return found
}

/// How coders agree on one field. `people` are compared in pairs, and each with the machine.
export interface FieldAgreement {
  readonly field: CodedField | "event"
  /// Units on which at least two people said something.
  readonly units: number
  readonly alpha?: number
  /// With the machine as one more coder.
  readonly alphaWithMachine?: number
  readonly pairs: readonly {
    readonly a: string
    readonly b: string
    readonly units: number
    readonly agreed: number
    readonly kappa?: number
    /// Of the words that the field rests on; of "event" the words of the deed.
    readonly spanF1?: number
  }[]
}

export interface Disagreement {
  readonly target: Target
  readonly field: CodedField | "event"
  readonly values: readonly {readonly coder: string; readonly value: string}[]
}

export interface Agreement {
  readonly coders: readonly string[]
  readonly fields: readonly FieldAgreement[]
  /// Where people differ from one another.
  readonly disagreements: readonly Disagreement[]
}

export const machine = "machine"

/// How people agree with one another and with the machine. An event that one of them added counts as "no event" of every other who judged
/// anything in that article.
export function agreementOf(people: ReadonlyMap<string, ReadonlyMap<string, Decision>>): Agreement {
  const names = [...people.keys()]
  const targets = new Map<string, Target>()
  for (const decisions of people.values()) for (const d of decisions.values()) targets.set(d.unit, d.target)
  const articles = new Map(names.map(name => [name, new Set([...people.get(name)!.values()].map(d => d.target.article))]))
  const coders = [...names, machine]
  const units = [...targets].map(([unit, target]) => {
    const decided = names.map(name => people.get(name)!.get(unit))
    const ofMachine = decided.find(d => d !== undefined)!.machine
    const judged = names.map(
      (name, i) => decided[i]?.person ?? (ofMachine.event || !articles.get(name)!.has(target.article) ? undefined : nothing)
    )
    return {target, judged: [...judged, ofMachine] as readonly (Judged | undefined)[]}
  })
  const value = (judged: Judged | undefined, field: CodedField | "event"): string | undefined => {
    if (!judged) return undefined
    return field === "event" ? (judged.event ? "event" : "none") : judged.event ? judged.fields[field] : undefined
  }
  const spans = (judged: Judged | undefined, field: CodedField | "event", unit: Target): readonly string[] =>
    field === "event" ? (judged?.event ? [unitOf(unit)] : []) : (judged?.words[field as WordsField] ?? [])
  const inPairs = names.flatMap((_, i) => coders.slice(i + 1).map((_, j) => [i, i + 1 + j] as const))
  const fields = (["event", ...codedFields] as const).map((field): FieldAgreement => {
    const rows = units.map(u => u.judged.map(j => value(j, field)))
    const byPeople = rows.map(r => r.slice(0, -1))
    const [a, with_] = [alpha(byPeople), alpha(rows)]
    return {
      field,
      units: byPeople.filter(r => r.filter(v => v !== undefined).length > 1).length,
      ...(a !== undefined && {alpha: a}),
      ...(with_ !== undefined && {alphaWithMachine: with_}),
      pairs: inPairs.map(([i, j]) => {
        const both = rows.map(r => [r[i], r[j]] as const).filter(([x, y]) => x !== undefined && y !== undefined)
        const k = kappa(both)
        const marked = field === "event" || (wordsFields as readonly string[]).includes(field)
        const f1 = marked
          ? spanF1(
              units
                .filter(u => value(u.judged[i], field) !== undefined && value(u.judged[j], field) !== undefined)
                .map(u => [spans(u.judged[i], field, u.target), spans(u.judged[j], field, u.target)])
            )
          : undefined
        return {
          a: coders[i]!,
          b: coders[j]!,
          units: both.length,
          agreed: both.filter(([x, y]) => x === y).length,
          ...(k !== undefined && {kappa: k}),
          ...(f1 !== undefined && {spanF1: f1})
        }
      })
    }
  })
  const disagreements = units.flatMap(({target, judged}) =>
    (["event", ...codedFields] as const).flatMap(field => {
      const values = names.flatMap((coder, i) => {
        const v = value(judged[i], field)
        return v === undefined ? [] : [{coder, value: v}]
      })
      if (new Set(values.map(v => v.value)).size < 2) return []
      return [{target, field, values: [...values, {coder: machine, value: value(judged.at(-1), field) ?? ""}]}]
    })
  )
  return {coders, fields, disagreements}
}

/// How what is read now stands to what people decided.
export interface Score {
  /// Units that people judged, and that are read as events now; of these, those that are events.
  readonly found: number
  readonly right: number
  /// Units that are events; of these, those that are read as events now.
  readonly events: number
  readonly recalled: number
  readonly fields: readonly {
    readonly field: CodedField
    readonly units: number
    readonly right: number
    readonly kappa?: number
  }[]
  /// Events found of which every field is right.
  readonly whole: number
  readonly misses: readonly Disagreement[]
}

/// Scores what is read now (`now` gives the telling at a unit's words) against decisions of people.
export function scoreOf(gold: ReadonlyMap<string, Decision>, now: (target: Target) => Coded | undefined): Score {
  const units = [...gold.values()].map(({target, person}) => {
    const coded = now(target)
    return {target, person, read: coded ? judgedAs(coded) : nothing}
  })
  const found = units.filter(u => u.read.event)
  const both = found.filter(u => u.person.event)
  const values = (field: CodedField) =>
    both.flatMap(u =>
      u.person.fields[field] === undefined ? [] : [{...u, pair: [u.person.fields[field], u.read.fields[field]!] as const}]
    )
  const miss = (target: Target, field: Disagreement["field"], gold: string, read: string): Disagreement => ({
    target,
    field,
    values: [
      {coder: "gold", value: gold},
      {coder: machine, value: read}
    ]
  })
  return {
    found: found.length,
    right: both.length,
    events: units.filter(u => u.person.event).length,
    recalled: both.length,
    fields: codedFields.map(field => {
      const all = values(field)
      const k = kappa(all.map(v => v.pair))
      return {
        field,
        units: all.length,
        right: all.filter(v => v.pair[0] === v.pair[1]).length,
        ...(k !== undefined && {kappa: k})
      }
    }),
    whole: both.filter(u => codedFields.every(f => u.person.fields[f] === undefined || u.person.fields[f] === u.read.fields[f]))
      .length,
    misses: [
      ...units
        .filter(u => u.person.event !== u.read.event)
        .map(u => miss(u.target, "event", u.person.event ? "event" : "none", u.read.event ? "event" : "none")),
      ...codedFields.flatMap(field =>
        values(field)
          .filter(v => v.pair[0] !== v.pair[1])
          .map(v => miss(v.target, field, v.pair[0]!, v.pair[1]))
      )
    ]
  }
}
