/// Multinomial logistic regression over sparse signs, drawn to zero by a ridge, around what is supposed beforehand. Convex:
/// the same rows give the same weights, whatever their order in the file of numbers.

export interface Lesson {
  /// Places of the signs in the table, and their values.
  readonly signs: Int32Array
  readonly values: Float32Array
  /// Which outcome is right.
  readonly right: number
  readonly weight: number
  /// What each outcome has before any sign is weighed.
  readonly supposed: Float64Array
}

/// What the sums of outcomes come to as likelihoods, in place.
export function likelihoods(sums: Float64Array): Float64Array {
  let top = -Infinity
  for (const sum of sums) if (sum > top) top = sum
  let total = 0
  for (let c = 0; c < sums.length; c++) total += sums[c] = Math.exp(sums[c]! - top)
  for (let c = 0; c < sums.length; c++) sums[c]! /= total
  return sums
}

/// The sums of a lesson's outcomes under weights that lie sign by sign.
export function sumsOf(
  {signs, values, supposed}: Pick<Lesson, "signs" | "values" | "supposed">,
  weights: Float64Array
): Float64Array {
  const sums = Float64Array.from(supposed)
  const size = sums.length
  for (let s = 0; s < signs.length; s++) {
    const base = signs[s]! * size
    for (let c = 0; c < size; c++) sums[c]! += weights[base + c]! * values[s]!
  }
  return sums
}

export interface Bounds {
  /// How strongly each sign's weights are drawn to zero.
  readonly ridge: Float64Array
  /// Where the search begins; zero without it.
  readonly from?: Float64Array
  /// It ends when a step gains less than this share, or after so many.
  readonly gain?: number
  readonly steps?: number
}

/// The weights under which the lessons are likeliest, sign by sign, found by limited-memory BFGS.
export function maxent(lessons: readonly Lesson[], {ridge, from, gain = 3e-4, steps = 120}: Bounds): Float64Array {
  const size = lessons[0]?.supposed.length ?? 0
  const length = ridge.length * size
  const loss = (at: Float64Array, slope: Float64Array): number => {
    let sum = 0
    for (let sign = 0, k = 0; sign < ridge.length; sign++) {
      for (let c = 0; c < size; c++, k++) {
        const pull = ridge[sign]! * at[k]!
        slope[k] = pull
        sum += 0.5 * pull * at[k]!
      }
    }
    for (const lesson of lessons) {
      const {signs, values, right, weight} = lesson
      const likely = likelihoods(sumsOf(lesson, at))
      sum -= weight * Math.log(Math.max(likely[right]!, 1e-300))
      likely[right]! -= 1
      for (let s = 0; s < signs.length; s++) {
        const base = signs[s]! * size
        const by = weight * values[s]!
        for (let c = 0; c < size; c++) slope[base + c]! += by * likely[c]!
      }
    }
    return sum
  }
  return lowest(loss, from ? from.slice() : new Float64Array(length), gain, steps)
}

/// Steps and bends that the search remembers.
const memory = 8

/// Goes downhill from `at` until a step gains too little. Two-loop recursion; a step is halved until it helps enough.
function lowest(
  loss: (at: Float64Array, slope: Float64Array) => number,
  at: Float64Array,
  gain: number,
  steps: number
): Float64Array {
  const {length} = at
  const dot = (a: Float64Array, b: Float64Array): number => {
    let sum = 0
    for (let k = 0; k < length; k++) sum += a[k]! * b[k]!
    return sum
  }
  const held: {step: Float64Array; bend: Float64Array; by: number}[] = []
  let slope = new Float64Array(length)
  let now = loss(at, slope)
  for (let turn = 0; turn < steps; turn++) {
    const way = slope.slice()
    const shares = held.map(() => 0)
    for (let h = held.length - 1; h >= 0; h--) {
      const {step, bend, by} = held[h]!
      shares[h] = dot(step, way) / by
      for (let k = 0; k < length; k++) way[k]! -= shares[h]! * bend[k]!
    }
    const last = held.at(-1)
    const scale = last ? last.by / dot(last.bend, last.bend) : 1 / Math.max(1, Math.sqrt(dot(slope, slope)))
    for (let k = 0; k < length; k++) way[k]! *= scale
    held.forEach(({step, bend, by}, h) => {
      const share = shares[h]! - dot(bend, way) / by
      for (let k = 0; k < length; k++) way[k]! += share * step[k]!
    })
    const fall = -dot(slope, way)
    if (fall > -1e-9) break
    const next = new Float64Array(length)
    const nextSlope = new Float64Array(length)
    let nextLoss = now
    let far = 1
    do {
      for (let k = 0; k < length; k++) next[k] = at[k]! - far * way[k]!
      nextLoss = loss(next, nextSlope)
      far /= 2
    } while (nextLoss > now + 1e-4 * 2 * far * fall && far > 1e-6)
    if (nextLoss >= now) break
    const step = next.map((x, k) => x - at[k]!)
    const bend = nextSlope.map((x, k) => x - slope[k]!)
    const by = dot(step, bend)
    if (by > 1e-10) held.push({step, bend, by})
    if (held.length > memory) held.shift()
    const gained = (now - nextLoss) / Math.max(1, nextLoss)
    at = next
    slope = nextSlope
    now = nextLoss
    if (gained < gain) break
  }
  return at
}
