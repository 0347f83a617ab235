import type {OwnCodebook} from "../../coding/own-rules.ts"
import type {Rule} from "../../coding/rule.ts"
import {rules as shipped} from "../../coding/rules/list.ts"
import {cameoOf} from "../../export/cameo.ts"
import {
  type Context,
  contexts,
  type EventType,
  modesOf,
  type Quad,
  quadOf,
  type Status,
  statuses,
  types,
  weightOf
} from "../../model/model.ts"

/// The codebook as a value: what every code means, and every rule that codes it, in the order in which they are tried.

export interface Meaning {
  readonly name: string
  readonly says: string
}

export interface CodedAs {
  readonly code: string
  readonly says: string
  readonly goldstein: number
}

export interface TypePage {
  readonly type: EventType
  readonly says: string
  readonly also: string
  readonly quad: Quad
  readonly weight: number
  readonly cameo: CodedAs
  readonly modes: readonly (Meaning & {readonly cameo: CodedAs})[]
  readonly rules: readonly Rule[]
}

export interface Codebook {
  readonly types: readonly TypePage[]
  readonly contexts: readonly Meaning[]
  readonly statuses: readonly Meaning[]
  readonly rulings: readonly {readonly told: string; readonly coded: string}[]
  readonly rules: number
  readonly examples: number
  readonly own?: Pick<OwnCodebook, "added" | "changed" | "off">
}

interface Words {
  readonly types: Readonly<Record<EventType, {readonly says: string; readonly also: string}>>
  readonly modes: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly contexts: Readonly<Record<Context, string>>
  readonly statuses: Readonly<Record<Status, string>>
  readonly rulings: readonly {readonly told: string; readonly coded: string}[]
}

/// Puts the book together from the rules and from data/codebook/plover.yaml as it was read. Throws where a code has no meaning there.
export function codebook(yaml: unknown, own?: OwnCodebook): Codebook {
  const words = yaml as Words
  const rules = own?.rules ?? shipped
  const meaning = (of: Readonly<Record<string, string>> | undefined, name: string, what: string): string => {
    const says = of && Object.hasOwn(of, name) ? of[name] : undefined
    if (says === undefined) throw new Error(`data/codebook/plover.yaml: no word on ${what} "${name}"`)
    return says
  }
  const pages = types.map((type): TypePage => {
    const mine = rules.filter(r => r.code === type)
    const named = mine.flatMap(r => (r.mode && !modesOf[type].includes(r.mode) ? [r.mode] : []))
    return {
      type,
      says: meaning(words.types[type] as never, "says", type),
      also: meaning(words.types[type] as never, "also", type),
      quad: quadOf[type],
      weight: weightOf[type],
      cameo: cameoOf({type, modes: [], contexts: []}),
      modes: [
        ...modesOf[type].map(name => ({
          name,
          says: meaning(words.modes[type], name, `${type} mode`),
          cameo: cameoOf({type, modes: [name], contexts: []})
        })),
        ...[...new Set(named)].map(name => ({
          name,
          says: "a mode of this ledger's own",
          cameo: cameoOf({type, modes: [], contexts: []})
        }))
      ],
      rules: mine
    }
  })
  return {
    types: pages,
    contexts: contexts.map(name => ({name, says: meaning(words.contexts, name, "context")})),
    statuses: statuses.map(name => ({name, says: meaning(words.statuses, name, "status")})),
    rulings: words.rulings,
    rules: rules.length,
    examples: rules.reduce((n, r) => n + r.examples.length + (r.not?.length ?? 0), 0),
    ...(own && {own: {added: own.added, changed: own.changed, off: own.off}})
  }
}

/// What a rule asks for, in words a reader understands, one condition a line.
export function conditions(rule: Rule): readonly string[] {
  const said: string[] = []
  const list = (of: readonly string[]): string =>
    of.length > 1 ? `${of.slice(0, -1).join(", ")} or ${of.at(-1)}` : (of[0] ?? "")
  for (const [role, test] of Object.entries(rule.when ?? {})) {
    if (test.absent) said.push(`no ${role}`)
    if (test.present) said.push(`a ${role}`)
    if (test.is) said.push(`${role}: a word of ${list(test.is)}`)
    if (test.isNot) said.push(`${role}: no word of ${list(test.isNot)}`)
    if (test.actor !== undefined) said.push(`${role}: ${test.actor ? "somebody who can act" : "nobody who can act"}`)
    if (test.self) said.push(`${role}: named itself, not only spoken of`)
    if (test.state !== undefined) said.push(`${role}: ${test.state ? "a state" : "no state"}`)
    if (test.body !== undefined) said.push(`${role}: ${test.body ? "a body of states" : "no body of states"}`)
    if (test.person) said.push(`${role}: one person`)
    if (test.others !== undefined)
      said.push(`${role}: ${test.others ? "somebody's other than the subject's" : "nobody's but the subject's"}`)
    if (test.sector) said.push(`${role}: of the sector ${list(test.sector)}`)
  }
  const {complement} = rule
  if (complement?.types) said.push(`what is said there is ${list(complement.types)}`)
  if (complement?.words) said.push(`what is said there: ${list(complement.words)}`)
  if (complement?.notWords) said.push(`what is said there is not: ${list(complement.notWords)}`)
  if (complement?.links) said.push(`it hangs there as ${list(complement.links)}`)
  if (complement?.any) said.push("something is said there")
  if (complement?.absent) said.push("nothing is said there")
  if (rule.notVerbs) said.push(`the verb is not: ${list(rule.notVerbs)}`)
  if (rule.needs) said.push(`beside it: ${list(rule.needs)}`)
  if (rule.modal) said.push(`with ${list(rule.modal)}`)
  if (rule.negated !== undefined) said.push(rule.negated ? "negated" : "not negated")
  if (rule.both) said.push("both sides are named")
  if (rule.alone) said.push("nobody need be named to whom it is done")
  if (rule.mutual) said.push("each does it with the other")
  if (rule.ofItself) said.push("stands as it is when it is still to come")
  return said
}

/// The roles in which a side is looked for.
export const rolesSaid = (role: Rule["actor"] | undefined): string =>
  role === undefined ? "–" : (typeof role === "string" ? [role] : role).join(", ")
