import type {Correction, CorrectionOutcome, Target} from "../model/model.ts"

/// A correction that says which tellings are of one event, on the tellings that its words were found to carry.
export interface Verdict {
  readonly id: string
  readonly who: string
  readonly when: string
  readonly why?: string
  readonly op: "same" | "not-same"
  readonly target: string
  readonly other: string
}

/// All words that a correction is aimed at: its own, and those of the events it joins or parts.
export function targetsOf({op, target, before, after}: Correction): readonly Target[] {
  if (typeof target === "string") return []
  if (op === "merge" || op === "not-same") return [target, after as Target]
  return op === "split" ? [target, ...(before as Target[])] : [target]
}

/// A name for what a target is aimed at.
export const nameOf = ({article, prefix, quote, suffix, type}: Target): string =>
  [article, prefix, quote, suffix, type].join("\u0000")

/// What merges, splits and judgements on words say of tellings. `met` gives the telling behind a target, if its words carry one.
/// An end whose words carry none is left out.
export function verdictsOf(corrections: readonly Correction[], met: (target: Target) => string | undefined): Verdict[] {
  return corrections.flatMap(correction => {
    if (correction.op !== "merge" && correction.op !== "split" && correction.op !== "not-same") return []
    const {id, who, when, why, op} = correction
    const [first, ...others] = targetsOf(correction).map(met)
    return others.flatMap(other =>
      first === undefined || other === undefined || first === other
        ? []
        : [
            {
              id,
              who,
              when,
              ...(why !== undefined && {why}),
              op: op === "merge" ? ("same" as const) : ("not-same" as const),
              target: first,
              other
            }
          ]
    )
  })
}

/// The outcome of a merge or split, once its tellings stand in events: `eventOf` gives the event a telling is in, `joinedBy` whether a
/// correction is among the reasons of that event.
export function bondOutcome(
  outcome: CorrectionOutcome,
  correction: Correction,
  verdicts: readonly Verdict[],
  eventOf: (mention: string) => string | undefined,
  isReason: (event: string, verdict: Verdict) => boolean
): CorrectionOutcome {
  if (outcome.state !== "applied") return outcome
  const own = verdicts.filter(v => v.id === correction.id)
  if (own.length === 0)
    return {...outcome, state: "orphan", says: "the other words carry no event here; aim it anew or take it back"}
  const [target, others] = [eventOf(own[0]!.target), own.map(v => eventOf(v.other))]
  const together = target !== undefined && others.some(o => o === target)
  if (correction.op === "merge") {
    if (!together)
      return {
        ...outcome,
        state: "conflict",
        says: "left apart: another correction or their status keeps them apart; decide again"
      }
    return isReason(target, own[0]!) ? outcome : {...outcome, state: "agrees", says: "taken for one event by themselves"}
  }
  return together ? {...outcome, state: "conflict", says: "other corrections hold them together; decide again"} : outcome
}
