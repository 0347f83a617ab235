/// Logistic regression over a few numbers, by Newton's method, held back by a ridge.

export interface Judged {
  readonly values: readonly number[]
  /// 1 if right, 0 if not.
  readonly right: number
  readonly weight: number
}

/// A weight for each number.
export function logistic(rows: readonly Judged[], ridges: readonly number[]): number[] {
  const n = ridges.length
  let weights = ridges.map(() => 0)
  for (let turn = 0; turn < 30; turn++) {
    const slope = weights.map((w, i) => ridges[i]! * w)
    const bend = ridges.map((ridge, i) => ridges.map((_, j) => (i === j ? ridge + 1e-9 : 0)))
    for (const {values, right, weight} of rows) {
      const p = 1 / (1 + Math.exp(-values.reduce((sum, v, i) => sum + v * weights[i]!, 0)))
      for (let i = 0; i < n; i++) {
        slope[i]! += weight * (p - right) * values[i]!
        for (let j = 0; j < n; j++) bend[i]![j]! += weight * p * (1 - p) * values[i]! * values[j]!
      }
    }
    const step = solved(bend, slope)
    weights = weights.map((w, i) => w - step[i]!)
    if (Math.max(...step.map(Math.abs)) < 1e-7) break
  }
  return weights
}

/// Gaussian elimination of a small positive system.
function solved(matrix: readonly (readonly number[])[], values: readonly number[]): number[] {
  const m = matrix.map((line, i) => [...line, values[i]!])
  for (let i = 0; i < m.length; i++) {
    for (let k = 0; k < m.length; k++) {
      if (k === i) continue
      const share = m[k]![i]! / m[i]![i]!
      for (let j = i; j <= m.length; j++) m[k]![j]! -= share * m[i]![j]!
    }
  }
  return m.map((line, i) => line[m.length]! / line[i]!)
}

/// How far what was said lies from how often it was right, over ten bins of what was said, weighed by how many fall in each.
export function calibrationError(answers: readonly {readonly said: number; readonly right: number}[]): number {
  let error = 0
  for (let bin = 0; bin < 10; bin++) {
    const part = answers.filter(a => Math.min(9, Math.floor(a.said * 10)) === bin)
    const mean = (of: (a: (typeof answers)[0]) => number): number => part.reduce((sum, a) => sum + of(a), 0) / part.length
    if (part.length > 0) error += (part.length / answers.length) * Math.abs(mean(a => a.said) - mean(a => a.right))
  }
  return error
}
