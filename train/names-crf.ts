/// A linear-chain conditional random field (Lafferty and others 2001), fitted by AdaGrad. The same sequences and the same random
/// numbers give the same weights.

/// Marks a feature that names the word itself.
export const ofTheWord = 1 << 30

export interface Sequence {
  /// The features of each token, as rows of the table of weights; those that name the word itself with the mark `ofTheWord`.
  readonly features: readonly Int32Array[]
  readonly truth: Uint8Array
  readonly weight: number
}

export interface Fit {
  readonly labels: number
  readonly rows: number
  readonly epochs: number
  readonly rate: number
  /// How strongly a weight is drawn to zero, each time that its feature is seen.
  readonly decay: number
  /// How often a feature is left out, so that no single one is relied on.
  readonly drop: number
  /// How often the features of a token that name the word itself are left out together.
  readonly hide: number
  /// Whether a label may follow another.
  readonly allowed: (from: number, to: number) => boolean
  readonly random: () => number
}

export interface Fitted {
  /// A weight for each row and label: the mean of those after each epoch.
  readonly weights: Float32Array
  readonly transitions: Float64Array
}

const longest = 2000

export function fitted(sequences: readonly Sequence[], fit: Fit): Fitted {
  const {labels: L, rate, decay, random} = fit
  const weights = new Float32Array(fit.rows * L)
  const squares = new Float32Array(fit.rows * L)
  const mean = new Float32Array(fit.rows * L)
  const transitions = new Float64Array(L * L)
  const transitionSquares = new Float64Array(L * L)
  const meanTransitions = new Float64Array(L * L)
  const open = Array.from({length: L * L}, (_, at) => fit.allowed(Math.floor(at / L), at % L))
  const scores = new Float64Array(L)
  const likely = new Float64Array(longest * L)
  const ahead = new Float64Array(longest * L)
  const behind = new Float64Array(longest * L)
  const steps = new Float64Array(L * L)
  const pairs = new Float64Array(L * L)
  const kept = new Int32Array(longest * 256)
  const ends = new Int32Array(longest + 1)
  const order = sequences.map((_, i) => i)

  // Those features of a sequence that are looked at this time.
  function choose(features: readonly Int32Array[]): void {
    let count = 0
    for (let i = 0; i < features.length; i++) {
      const list = features[i]!
      const hidden = random() < fit.hide
      for (let f = 0; f < list.length; f++) {
        const row = list[f]!
        if (random() >= fit.drop && !(hidden && row >= ofTheWord)) kept[count++] = row & (ofTheWord - 1)
      }
      ends[i + 1] = count
    }
  }

  // How likely each label of each token is, by what stands before it, by what stands behind it: scaled so that nothing overflows.
  function pass(n: number): void {
    for (let i = 0; i < n; i++) {
      scores.fill(0)
      for (let f = ends[i]!; f < ends[i + 1]!; f++) {
        const row = kept[f]! * L
        for (let k = 0; k < L; k++) scores[k]! += weights[row + k]!
      }
      const top = Math.max(...scores)
      for (let k = 0; k < L; k++) likely[i * L + k] = Math.exp(scores[k]! - top)
    }
    for (let at = 0; at < L * L; at++) steps[at] = open[at] ? Math.exp(transitions[at]!) : 0
    for (let i = 0; i < n; i++) {
      let sum = 0
      for (let k = 0; k < L; k++) {
        let x = i === 0 ? steps[k]! : 0
        if (i > 0) for (let j = 0; j < L; j++) x += ahead[(i - 1) * L + j]! * steps[j * L + k]!
        x *= likely[i * L + k]!
        ahead[i * L + k] = x
        sum += x
      }
      for (let k = 0; k < L; k++) ahead[i * L + k]! /= sum
    }
    for (let k = 0; k < L; k++) behind[(n - 1) * L + k] = 1
    for (let i = n - 2; i >= 0; i--) {
      let sum = 0
      for (let j = 0; j < L; j++) {
        let x = 0
        for (let k = 0; k < L; k++) x += steps[j * L + k]! * likely[(i + 1) * L + k]! * behind[(i + 1) * L + k]!
        behind[i * L + j] = x
        sum += x
      }
      for (let j = 0; j < L; j++) behind[i * L + j]! /= sum
    }
  }

  // What is expected of each label and pair of labels, less what is there, is the slope: one step down it, with a pull towards nothing.
  function learn({features, truth, weight}: Sequence): void {
    const n = features.length
    if (n === 0 || n > longest) return
    choose(features)
    pass(n)
    pairs.fill(0)
    for (let i = 0; i < n; i++) {
      let all = 0
      for (let k = 0; k < L; k++) all += ahead[i * L + k]! * behind[i * L + k]!
      for (let k = 0; k < L; k++) {
        const slope = weight * ((ahead[i * L + k]! * behind[i * L + k]!) / all - (truth[i] === k ? 1 : 0))
        if (Math.abs(slope) < 1e-4) continue
        for (let f = ends[i]!; f < ends[i + 1]!; f++) {
          const at = kept[f]! * L + k
          const g = slope + decay * weights[at]!
          const sum = squares[at]! + g * g
          squares[at] = sum
          weights[at]! -= (rate * g) / (Math.sqrt(sum) + 1e-6)
        }
      }
      const froms = i === 0 ? 1 : L
      const before = (j: number): number => (i === 0 ? 1 : ahead[(i - 1) * L + j]!)
      const pair = (j: number, k: number): number => before(j) * steps[j * L + k]! * likely[i * L + k]! * behind[i * L + k]!
      let sum = 0
      for (let j = 0; j < froms; j++) for (let k = 0; k < L; k++) sum += pair(j, k)
      for (let j = 0; j < froms; j++) for (let k = 0; k < L; k++) pairs[j * L + k]! += pair(j, k) / sum
      pairs[(i === 0 ? 0 : truth[i - 1]!) * L + truth[i]!]! -= 1
    }
    for (let at = 0; at < L * L; at++)
      if (open[at] && pairs[at] !== 0) {
        const g = weight * pairs[at]! + decay * transitions[at]!
        transitionSquares[at]! += g * g
        transitions[at]! -= (rate * g) / (Math.sqrt(transitionSquares[at]!) + 1e-6)
      }
  }

  for (let epoch = 0; epoch < fit.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      ;[order[i], order[j]] = [order[j]!, order[i]!]
    }
    for (const which of order) learn(sequences[which]!)
    for (let at = 0; at < mean.length; at++) mean[at]! += (weights[at]! - mean[at]!) / (epoch + 1)
    for (let at = 0; at < L * L; at++) meanTransitions[at]! += (transitions[at]! - meanTransitions[at]!) / (epoch + 1)
  }
  return {weights: mean, transitions: meanTransitions}
}
