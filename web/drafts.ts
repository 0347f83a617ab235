import type {EventMention, EventType, Party, Place, ReviewCase, Said, Status, TimeSpan} from "../src/api/contract.ts"
import {later} from "./dates.ts"
import {statuses} from "./words.ts"

/// What a reviewer means to say of a case, before it is said. A field that is absent stays as it is.
export interface Draft {
  readonly type?: EventType
  readonly mode?: string | null
  readonly status?: Status
  readonly background?: boolean
  readonly when?: TimeSpan | null
  readonly where?: Place | null
  readonly who?: readonly Party[]
  readonly whom?: readonly Party[]
}

/// For whom an answer holds: this report, all of its event, or a name wherever it is coded.
export type Scope = "this" | "all" | "everywhere"

/// The lines of a decision to accept a case as it stands in the draft. Accepting comes last: it says what is right now.
export function acceptance(of: ReviewCase, draft: Draft, scope: Scope, blind: boolean): Said[] {
  const mentions = [of.id, ...(scope === "all" ? of.reports : [])]
  return mentions.flatMap(mention => [
    ...changes(of, draft, mention, scope, blind),
    {op: "accept" as const, mention, ...(blind && {blind})}
  ])
}

export function rejection(of: ReviewCase, scope: Scope, blind: boolean): Said[] {
  return [of.id, ...(scope === "all" ? of.reports : [])].map(mention => ({op: "reject", mention, ...(blind && {blind})}))
}

function changes({mention: shown}: ReviewCase, draft: Draft, mention: string, scope: Scope, blind: boolean): Said[] {
  const about = {mention, ...(blind && {blind})}
  const said: Said[] = []
  if (draft.type !== undefined) said.push({op: "set", role: "type", after: draft.type, ...about})
  if (draft.mode !== undefined) said.push({op: "set", role: "mode", after: draft.mode, ...about})
  for (const field of ["who", "whom"] as const) {
    const value = draft[field]
    if (value === undefined || !shown) continue
    const now = partiesOf(shown, field)
    const [gone, come] = [now.filter(p => !value.some(v => v.id === p.id)), value.filter(v => !now.some(p => p.id === v.id))]
    if (scope === "everywhere" && gone.length === 1 && come.length === 1)
      said.push({op: "alias", before: gone[0], after: come[0], ...about})
    else said.push({op: "set", role: field, after: value, ...about})
  }
  if (draft.when !== undefined) said.push({op: "fix-date", after: draft.when, ...about})
  if (draft.where !== undefined) said.push({op: "fix-place", after: draft.where, ...about})
  if (draft.status !== undefined) said.push({op: "fix-status", after: draft.status, ...about})
  if (draft.background !== undefined) said.push({op: "set", role: "background", after: draft.background, ...about})
  return said
}

export const partiesOf = (mention: EventMention, field: "who" | "whom"): readonly Party[] =>
  (field === "who" ? mention.actors : mention.recipients).map(g => g.means)

/// A value that can be chosen by its number.
export interface Choice {
  readonly field: "status" | "when" | "where"
  readonly draft: Draft
  readonly isNow: boolean
  readonly status?: Status
  readonly background?: boolean
  readonly time?: TimeSpan | null
  readonly place?: Place | null
}

/// The values a case can be given by one key: those its reports tell of a doubtful day or place, else whether it happened.
export function choicesOf({mention, doubt, values}: ReviewCase): readonly Choice[] {
  if (!mention) return []
  if (doubt.kind === "when" && values.when.length > 1) {
    const now = spanKey(mention.time?.means)
    return values.when.map(when => ({field: "when", draft: {when}, isNow: spanKey(when) === now, time: when}))
  }
  if (doubt.kind === "where" && values.where.length > 1) {
    return values.where.map(where => ({
      field: "where",
      draft: {where},
      isNow: where.id === mention.place?.means.id,
      place: where
    }))
  }
  return [
    ...statuses.map(status => ({
      field: "status" as const,
      draft: {status, background: false},
      isNow: !mention.background && mention.claim.status === status,
      status
    })),
    {field: "status", draft: {background: true}, isNow: mention.background, background: true}
  ]
}

/// A draft with a choice taken; what is so already is no change.
export function taken(mention: EventMention, draft: Draft, choice: Choice): Draft {
  const {status: _, background: __, when: ___, where: ____, ...rest} = draft
  const kept =
    choice.field === "status"
      ? {...rest, ...pick(draft, "when", "where")}
      : choice.field === "when"
        ? {...rest, ...pick(draft, "status", "background", "where")}
        : {...rest, ...pick(draft, "status", "background", "when")}
  if (choice.isNow) return kept
  const {status, background} = choice.draft
  return {
    ...kept,
    ...(choice.field !== "status" && choice.draft),
    ...(status !== undefined && status !== mention.claim.status && {status}),
    ...(background !== undefined && background !== mention.background && {background})
  }
}

/// Whether a choice is the one that holds if the draft is accepted.
export function isTaken(mention: EventMention, draft: Draft, choice: Choice): boolean {
  if (choice.field === "when")
    return spanKey(draft.when === undefined ? mention.time?.means : draft.when) === spanKey(choice.time)
  if (choice.field === "where") return (draft.where === undefined ? mention.place?.means : draft.where)?.id === choice.place?.id
  const background = draft.background ?? mention.background
  return choice.background ? background : !background && (draft.status ?? mention.claim.status) === choice.status
}

const pick = <K extends keyof Draft>(draft: Draft, ...names: K[]): Pick<Draft, K> =>
  Object.fromEntries(names.flatMap(k => (draft[k] === undefined ? [] : [[k, draft[k]]]))) as Pick<Draft, K>

const spanKey = (span: TimeSpan | null | undefined): string => (span ? `${span.from} ${span.until} ${span.grain}` : "")

/// The span that begins with a day, as long as a grain.
export function spanFrom(day: string, grain: "day" | "month" | "year"): TimeSpan {
  if (grain === "day") return {from: day, until: later(day, 1), grain}
  const [year, month] = day.split("-").map(Number) as [number, number]
  if (grain === "year") return {from: `${year}-01-01`, until: `${year + 1}-01-01`, grain}
  const next = month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, "0")}`
  return {from: `${day.slice(0, 7)}-01`, until: `${next}-01`, grain}
}
