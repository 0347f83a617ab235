/// Multinomial logistic regression over sparse signs, fitted by AdaGrad. The same rows and the same random numbers give
/// the same weights.

export interface Row {
  /// Places of the signs in the table, and their values.
  readonly signs: Int32Array
  readonly values: Float32Array
  /// How likely each outcome is to be right; sums to 1.
  readonly target: Float32Array
  readonly weight: number
  /// Signs that are left out when the row is seen this time.
  readonly without?: (random: () => number) => ((at: number) => boolean) | undefined
}

export interface Fit {
  readonly signs: number
  readonly outcomes: number
  readonly epochs: number
  readonly rate: number
  /// How strongly a weight is drawn to zero, each time that its sign is seen.
  readonly pull: number
  /// Evenly spread numbers from 0 to 1.
  readonly random: () => number
}

/// A weight for each sign and outcome, sign by sign; the mean of those of the later half of the epochs.
export function weightsFrom(rows: readonly Row[], {signs, outcomes, epochs, rate, pull, random}: Fit): Float32Array {
  const weights = new Float32Array(signs * outcomes)
  const squares = new Float32Array(signs * outcomes).fill(1e-2)
  const mean = new Float32Array(signs * outcomes)
  const order = rows.map((_, i) => i)
  const sums = new Float64Array(outcomes)
  const half = Math.floor(epochs / 2)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      ;[order[i], order[j]] = [order[j]!, order[i]!]
    }
    for (const at of order) {
      const row = rows[at]!
      const out = row.without?.(random)
      sums.fill(0)
      for (let s = 0; s < row.signs.length; s++) {
        if (out?.(s)) continue
        const base = row.signs[s]! * outcomes
        for (let c = 0; c < outcomes; c++) sums[c]! += weights[base + c]! * row.values[s]!
      }
      softmax(sums)
      for (let s = 0; s < row.signs.length; s++) {
        if (out?.(s)) continue
        const base = row.signs[s]! * outcomes
        const value = row.values[s]!
        for (let c = 0; c < outcomes; c++) {
          const slope = (sums[c]! - row.target[c]!) * value * row.weight + pull * weights[base + c]!
          squares[base + c]! += slope * slope
          weights[base + c]! -= (rate * slope) / Math.sqrt(squares[base + c]!)
        }
      }
    }
    if (epoch >= half) for (let k = 0; k < mean.length; k++) mean[k]! += weights[k]! / (epochs - half)
  }
  return mean
}

/// Turns sums into likelihoods, in place.
export function softmax(sums: Float64Array): void {
  let top = -Infinity
  for (const sum of sums) if (sum > top) top = sum
  let total = 0
  for (let c = 0; c < sums.length; c++) {
    sums[c] = Math.exp(sums[c]! - top)
    total += sums[c]!
  }
  for (let c = 0; c < sums.length; c++) sums[c]! /= total
}
