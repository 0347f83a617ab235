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
  const alive = new Uint8Array(size).fill(1)
  // The real arc behind each arc between melted nodes, as its place in `weights`.
  const real = new Int32Array(size * size)
  for (let arc = 0; arc < real.length; arc++) real[arc] = arc
  const bestInto = (d: number): number => {
    let best = -1
    for (let h = 0; h < size; h++) {
      if (h !== d && alive[h] === 1 && (best < 0 || weights[d * size + h]! > weights[d * size + best]!)) best = h
    }
    return best
  }
  const parent = new Int32Array(size).fill(-1)
  for (let d = 1; d < size; d++) parent[d] = bestInto(d)
  const members: number[][] = Array.from({length: size}, (_, i) => [i])
  const melted: {arcs: number[]; ringPlace: Int32Array}[] = []
  for (let ring = ringIn(parent, alive); ring; ring = ringIn(parent, alive)) {
    const node = ring[0]!
    const own = Float64Array.from(ring, d => weights[d * size + parent[d]!]!)
    const ringPlace = new Int32Array(size).fill(-1)
    for (let k = 0; k < ring.length; k++) for (const member of members[ring[k]!]!) ringPlace[member] = k
    melted.push({arcs: ring.map(d => real[d * size + parent[d]!]!), ringPlace})
    for (const d of ring) alive[d] = 0
    for (let other = 0; other < size; other++) {
      if (alive[other] === 0) continue
      let into = 0
      let out = 0
      let enters = weights[ring[0]! * size + other]! - own[0]!
      let leaves = weights[other * size + ring[0]!]!
      let isBest = parent[other] === ring[0]
      for (let k = 1; k < ring.length; k++) {
        const d = ring[k]!
        const entering = weights[d * size + other]! - own[k]!
        if (entering > enters) {
          into = k
          enters = entering
        }
        const leaving = weights[other * size + d]!
        if (leaving > leaves) {
          out = k
          leaves = leaving
        }
        isBest ||= parent[other] === d
      }
      const enteringReal = real[ring[into]! * size + other]!
      weights[other * size + node] = leaves
      real[other * size + node] = real[other * size + ring[out]!]!
      weights[node * size + other] = enters
      real[node * size + other] = enteringReal
      // The best of a node's arcs is still its best.
      if (isBest) parent[other] = node
    }
    alive[node] = 1
    members[node] = ring.flatMap(d => members[d]!)
    parent[node] = bestInto(node)
  }
  const heads = new Int32Array(size).fill(-1)
  const take = (arc: number): void => {
    heads[Math.floor(arc / size)] = arc % size
  }
  for (let d = 1; d < size; d++) if (alive[d] === 1) take(real[d * size + parent[d]!]!)
  for (const {arcs, ringPlace} of melted.reverse()) {
    // One member of the ring got its head from outside; the others keep the arc of the ring.
    const entered = heads.findIndex((head, d) => head >= 0 && ringPlace[d]! >= 0 && ringPlace[head] === -1)
    arcs.forEach((arc, k) => {
      if (k !== ringPlace[entered]) take(arc)
    })
  }
  return heads
}

function ringIn(parent: Int32Array, alive: Uint8Array): number[] | undefined {
  const seen = new Int32Array(parent.length)
  for (let d = 1; d < parent.length; d++) {
    if (alive[d] === 0) continue
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
