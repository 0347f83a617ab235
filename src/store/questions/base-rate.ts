/// What is usual for somebody, reckoned from their own past, and how unlikely a count then is.

/// A count in a stretch of time, and how much was looked at there (articles, days): twice as many articles, twice as many events.
export interface Counted {
  readonly count: number
  readonly exposure: number
}

export interface Expectation {
  readonly expected: number
  /// The middle 90 % of what the past lets expect: at most one count in twenty lies below, at most one above.
  readonly low: number
  readonly high: number
}

/// A rate is a gamma with half an event more than was counted (Jeffreys' prior), so that none so far does not mean never. Where counts
/// jump about more than chance would have them, the expectation is as much wider: a negative binomial with that spread.
export function expectation(past: readonly Counted[], exposure: number): Expectation {
  const {first, chances, mean} = predicted(past, exposure)
  const quantile = (of: number): number => {
    let sum = 0
    const i = chances.findIndex(c => (sum += c) >= of)
    return first + (i < 0 ? chances.length - 1 : i)
  }
  return {expected: mean, low: quantile(0.05), high: quantile(0.95)}
}

/// How likely a count so far from the expected one is, on either side: 0 to 1.
export function chanceOf({count, exposure}: Counted, past: readonly Counted[]): number {
  const {first, chances} = predicted(past, exposure)
  let [below, above] = [0, 0]
  for (const [i, chance] of chances.entries()) {
    if (first + i <= count) below += chance
    if (first + i >= count) above += chance
  }
  return Math.min(1, 2 * Math.min(below, above))
}

/// Which of many chances are too small to be chance: at most `rate` of those named are expected to be (Benjamini and Hochberg).
export function beyondChance(chances: readonly number[], rate: number): readonly boolean[] {
  const sorted = [...chances].sort((a, b) => a - b)
  const last = sorted.findLastIndex((chance, i) => chance <= ((i + 1) / sorted.length) * rate)
  return chances.map(chance => last >= 0 && chance <= sorted[last]!)
}

interface Predicted {
  readonly mean: number
  /// Counts from `first` on and how likely each is; what is left out is less likely than a millionth of a millionth.
  readonly first: number
  readonly chances: readonly number[]
}

function predicted(past: readonly Counted[], exposure: number): Predicted {
  const seen = past.reduce((sum, p) => sum + p.exposure, 0)
  const counted = past.reduce((sum, p) => sum + p.count, 0) + 0.5
  if (seen <= 0 || exposure <= 0) return {mean: 0, first: 0, chances: [1]}
  const rate = counted / seen
  const mean = rate * exposure
  const variance = mean * spread(past, rate) + mean ** 2 / counted
  // a negative binomial of this mean and variance, from its most likely count outwards
  const size = mean ** 2 / Math.max(variance - mean, mean * 1e-9)
  const up = mean / (size + mean)
  const middle = Math.max(0, Math.floor(((size - 1) * up) / (1 - up)))
  const before: number[] = []
  const after: number[] = []
  for (let x = middle, w = 1; x > 0 && w > 1e-12; x--) before.unshift((w *= x / ((x - 1 + size) * up)))
  for (let x = middle, w = 1; w > 1e-12; x++) after.push((w *= ((x + size) / (x + 1)) * up))
  const weights = [...before, 1, ...after]
  const sum = weights.reduce((a, b) => a + b, 0)
  return {mean, first: middle - before.length, chances: weights.map(w => w / sum)}
}

/// How many times as much as chance counts jump about (Pearson); never less than once.
function spread(past: readonly Counted[], rate: number): number {
  const counted = past.filter(p => p.exposure > 0)
  if (counted.length < 2) return 1
  const squares = counted.reduce((sum, p) => sum + (p.count - rate * p.exposure) ** 2 / (rate * p.exposure), 0)
  return Math.max(1, squares / (counted.length - 1))
}
