import type {BlockKeys} from "./blocks.ts"
import type {Gist} from "./gist.ts"

/// The components of mentions under `near`, as lists of places in `gists`, each list and the lists in order. Only those that meet
/// under a key are compared; memory is a few numbers a key.
export function componentsOf(
  gists: readonly Gist[],
  keys: (gist: Gist) => BlockKeys,
  near: (a: Gist, b: Gist) => boolean
): number[][] {
  const filed = new Files(gists.length * 8)
  gists.forEach((gist, i) => {
    for (const key of keys(gist).filed) filed.put(key, i)
  })
  const parent = Int32Array.from(gists, (_, i) => i)
  const root = (i: number): number => {
    let at = i
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!
    return at
  }
  // who was compared with i already, under another key
  const seen = new Int32Array(gists.length).fill(-1)
  gists.forEach((gist, i) => {
    for (const key of keys(gist).sought) {
      for (let at = filed.first(key); at >= 0; at = filed.next(at)) {
        const j = filed.value(at)
        if (j >= i || seen[j] === i) continue
        seen[j] = i
        const [x, y] = [root(i), root(j)]
        if (x !== y && near(gist, gists[j]!)) parent[Math.max(x, y)] = Math.min(x, y)
      }
    }
  })
  const members = new Map<number, number[]>()
  gists.forEach((_, i) => {
    const list = members.get(root(i))
    if (list) list.push(i)
    else members.set(root(i), [i])
  })
  return [...members.values()]
}

/// Numbers filed under numbers: a hash table with open addresses, the entries of a key chained.
class Files {
  private keys: Float64Array
  private heads: Int32Array
  private values: Int32Array
  private nexts: Int32Array
  private used = 0
  private count = 0

  constructor(expected: number) {
    const size = 2 ** Math.max(4, Math.ceil(Math.log2(expected * 1.5)))
    this.keys = new Float64Array(size).fill(-1)
    this.heads = new Int32Array(size).fill(-1)
    this.values = new Int32Array(Math.max(16, expected))
    this.nexts = new Int32Array(Math.max(16, expected))
  }

  put(key: number, value: number): void {
    if (this.used * 1.5 >= this.keys.length) this.grow()
    if (this.count === this.values.length) {
      this.values = longer(this.values)
      this.nexts = longer(this.nexts)
    }
    const at = this.placeOf(key)
    if (this.keys[at] === -1) {
      this.keys[at] = key
      this.used++
    }
    this.values[this.count] = value
    this.nexts[this.count] = this.heads[at]!
    this.heads[at] = this.count++
  }

  /// The latest entry under a key, the one before it, and what is in it; -1 where there is none.
  first(key: number): number {
    return this.heads[this.placeOf(key)]!
  }
  next(entry: number): number {
    return this.nexts[entry]!
  }
  value(entry: number): number {
    return this.values[entry]!
  }

  private placeOf(key: number): number {
    const mask = this.keys.length - 1
    let at = (key ^ (key / 0x100000000)) & mask
    while (this.keys[at] !== -1 && this.keys[at] !== key) at = (at + 1) & mask
    return at
  }

  private grow(): void {
    const [keys, heads] = [this.keys, this.heads]
    this.keys = new Float64Array(keys.length * 2).fill(-1)
    this.heads = new Int32Array(keys.length * 2).fill(-1)
    keys.forEach((key, i) => {
      if (key === -1) return
      const at = this.placeOf(key)
      this.keys[at] = key
      this.heads[at] = heads[i]!
    })
  }
}

function longer(list: Int32Array): Int32Array {
  const twice = new Int32Array(list.length * 2)
  twice.set(list)
  return twice
}
