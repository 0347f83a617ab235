/// The best tree over n words: `scores[d * (n + 1) + h + 1]` says how well word d hangs on word h (-1: the root). Gives each
/// word's head; exactly one hangs on the root (Chu and Liu 1965, Edmonds 1967).
export function bestTree(scores: Float64Array, n: number): Int32Array {
  const heads = new Int32Array(n).fill(-1)
  if (n <= 1) return heads
  // Each word's best head is mostly a tree already.
  let roots = 0
  for (let d = 0; d < n; d++) {
    let best = -2
    for (let h = -1; h < n; h++) {
      if (h !== d && (best === -2 || scores[d * (n + 1) + h + 1]! > scores[d * (n + 1) + best + 1]!)) best = h
    }
    heads[d] = best
    if (best === -1) roots++
  }
  if (roots === 1 && isTree(heads)) return heads
  // A price on every arc from the root makes one of them enough.
  const size = n + 1
  const weights = new Float64Array(size * size).fill(Number.NEGATIVE_INFINITY)
  for (let d = 0; d < n; d++) {
    for (let h = -1; h < n; h++) {
      if (h !== d) weights[(d + 1) * size + h + 1] = scores[d * (n + 1) + h + 1]! - (h === -1 ? 1e6 : 0)
    }
  }
  const found = arborescence(weights, size)
  for (let d = 0; d < n; d++) heads[d] = found[d + 1]! - 1
  return heads
}

function isTree(heads: Int32Array): boolean {
  const seen = new Int32Array(heads.length)
  for (let d = 0; d < heads.length; d++) {
    for (let at = d; at >= 0 && seen[at] !== -1; at = heads[at]!) {
      if (seen[at] === d + 1) return false
      seen[at] = d + 1
    }
    for (let at = d; at >= 0 && seen[at] !== -1; at = heads[at]!) seen[at] = -1
  }
  return true
}

/// The heaviest tree from node 0: takes every node's best arc in, melts each ring of them into one node, and goes on until
/// no ring is left; then opens the rings again, last one first.
function arborescence(weights: Float64Array, size: number): Int32Array {
  const parent = new Int32Array(size).fill(-1)
  const alive: boolean[] = Array.from({length: size}, () => true)
  // The real arc behind each arc between melted nodes.
  const fromReal = new Int32Array(size * size)
  const toReal = new Int32Array(size * size)
  for (let d = 0; d < size; d++) {
    for (let h = 0; h < size; h++) {
      fromReal[d * size + h] = h
      toReal[d * size + h] = d
    }
  }
  const melted: {realFrom: number[]; realTo: number[]; parts: Set<number>[]; inside: Set<number>}[] = []
  const members: number[][] = Array.from({length: size}, (_, i) => [i])
  for (;;) {
    for (let d = 1; d < size; d++) {
      if (!alive[d]) continue
      let best = -1
      for (let h = 0; h < size; h++) {
        if (h !== d && alive[h] && (best < 0 || weights[d * size + h]! > weights[d * size + best]!)) best = h
      }
      parent[d] = best
    }
    const ring = ringIn(parent, alive)
    if (!ring) break
    const node = ring[0]!
    const inRing = new Set(ring)
    melted.push({
      realFrom: ring.map(d => fromReal[d * size + parent[d]!]!),
      realTo: ring.map(d => toReal[d * size + parent[d]!]!),
      parts: ring.map(d => new Set(members[d]!)),
      inside: new Set(ring.flatMap(d => members[d]!))
    })
    const own = new Map(ring.map(d => [d, weights[d * size + parent[d]!]!]))
    for (let other = 0; other < size; other++) {
      if (!alive[other] || inRing.has(other)) continue
      let into = ring[0]!
      let out = ring[0]!
      for (const d of ring) {
        if (weights[d * size + other]! - own.get(d)! > weights[into * size + other]! - own.get(into)!) into = d
        if (weights[other * size + d]! > weights[other * size + out]!) out = d
      }
      const intoWeight = weights[into * size + other]! - own.get(into)!
      const intoFrom = fromReal[into * size + other]!
      const intoTo = toReal[into * size + other]!
      weights[node * size + other] = intoWeight
      fromReal[node * size + other] = intoFrom
      toReal[node * size + other] = intoTo
      weights[other * size + node] = weights[other * size + out]!
      fromReal[other * size + node] = fromReal[other * size + out]!
      toReal[other * size + node] = toReal[other * size + out]!
    }
    members[node] = ring.flatMap(d => members[d]!)
    for (const d of ring) if (d !== node) alive[d] = false
  }
  const heads = new Int32Array(size).fill(-1)
  for (let d = 1; d < size; d++) {
    if (alive[d]) heads[toReal[d * size + parent[d]!]!] = fromReal[d * size + parent[d]!]!
  }
  for (const {realFrom, realTo, parts, inside} of melted.reverse()) {
    // One member of the ring got its head from outside; the others keep the arc of the ring.
    const entered = [...inside].find(d => heads[d]! >= 0 && !inside.has(heads[d]!))
    parts.forEach((part, k) => {
      if (!part.has(entered!)) heads[realTo[k]!] = realFrom[k]!
    })
  }
  return heads
}

function ringIn(parent: Int32Array, alive: readonly boolean[]): number[] | undefined {
  const seen = new Int32Array(parent.length)
  for (let d = 1; d < parent.length; d++) {
    if (!alive[d]) continue
    let at = d
    while (at > 0 && seen[at] === 0) {
      seen[at] = d
      at = parent[at]!
    }
    if (at > 0 && seen[at] === d) {
      const ring = [at]
      for (let next = parent[at]!; next !== at; next = parent[next]!) ring.push(next)
      return ring
    }
  }
  return undefined
}
