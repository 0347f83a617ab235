/// What a word is to the names of a text: begins one, stands inside one, or neither.
export const labels = ["O", "B-person", "I-person", "B-organization", "I-organization", "B-location", "I-location"] as const

const L = labels.length
const inside = (label: number): boolean => label !== 0 && label % 2 === 0

/// The best sequence of labels for the words `first` to `last`, written into `best` at their places: emissions lie label by label,
/// word after word, from the start of the first word's; then transitions. I only after its own B or I. Before the first stands O;
/// behind the last too, where it is `closed`.
export function bestLabels(
  emissions: ArrayLike<number>,
  transitions: ArrayLike<number>,
  first: number,
  last: number,
  best: Uint8Array,
  closed = false
): void {
  const n = last - first
  if (n <= 0) return
  const back = n * L <= room.length ? room : new Uint8Array(n * L)
  let [scores, next] = rows
  for (let k = 0; k < L; k++) scores[k] = emissions[first * L + k]! + (inside(k) ? -1e12 : transitions[k]!)
  for (let i = 1; i < n; i++) {
    const here = (first + i) * L
    for (let k = 0; k < L; k++) {
      let top = Number.NEGATIVE_INFINITY
      let from = 0
      if (inside(k)) {
        const begin = scores[k - 1]! + transitions[(k - 1) * L + k]!
        const on = scores[k]! + transitions[k * L + k]!
        from = begin >= on ? k - 1 : k
        top = begin >= on ? begin : on
      } else {
        for (let j = 0; j < L; j++) {
          const score = scores[j]! + transitions[j * L + k]!
          if (score > top) {
            top = score
            from = j
          }
        }
      }
      next[k] = top + emissions[here + k]!
      back[i * L + k] = from
    }
    const old = scores
    scores = next
    next = old
  }
  if (closed) for (let k = 0; k < L; k++) scores[k]! += transitions[k * L]!
  let at = 0
  for (let k = 1; k < L; k++) if (scores[k]! > scores[at]!) at = k
  for (let i = n - 1; i >= 0; i--) {
    best[first + i] = at
    at = back[i * L + at]!
  }
}

/// Most stretches are short: they are read in the same room.
const room = new Uint8Array(64 * L)
const rows: readonly [Float64Array, Float64Array] = [new Float64Array(L), new Float64Array(L)]
