/// Counting pairs: of the pairs of reports that tell one event, how many are put together, and of those put together, how many are one.

export interface Judged {
  readonly event: string
  /// What merging was given for the report; absent where there was nothing to give.
  readonly mention?: {readonly id: string}
}

export interface Tally {
  readonly right: number
  readonly wrong: number
  /// One event, both reports there, kept apart.
  readonly missed: number
  /// One event, but one of the reports is not there.
  readonly unfound: number
}

export type Verdict = "together" | "apart"

/// `eventOf` says into which event merging put a mention; `tell` hears of every pair that is wrong.
export function tallyOf<T extends Judged>(
  reports: readonly T[],
  eventOf: (mention: string) => string | undefined,
  tell: (verdict: Verdict, a: T, b: T) => void = () => {}
): Tally {
  const tally = {right: 0, wrong: 0, missed: 0, unfound: 0}
  reports.forEach((a, i) => {
    for (const b of reports.slice(i + 1)) {
      const one = a.event === b.event
      if (!a.mention || !b.mention) {
        if (one) tally.unfound++
        continue
      }
      const together = eventOf(a.mention.id) === eventOf(b.mention.id)
      if (one && together) tally.right++
      else if (one) {
        tally.missed++
        tell("apart", a, b)
      } else if (together && a.mention.id !== b.mention.id) {
        tally.wrong++
        tell("together", a, b)
      }
    }
  })
  return tally
}

/// "precision 0.99, recall 0.68, F1 0.80"
export function figures({right, wrong, missed, unfound}: Tally): string {
  const precision = right / Math.max(1, right + wrong)
  const recall = right / Math.max(1, right + missed + unfound)
  const f1 = (2 * precision * recall) / Math.max(1e-9, precision + recall)
  return `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)}`
}
