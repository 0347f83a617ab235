/// Numbers filed under numbers: a hash table with open addresses, the entries of a key chained. A few numbers an entry: a million
/// mentions with a dozen keys each are more than a Map can hold.
export class Files {
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

  /// Files a value under a key, unless it is what was filed there last.
  put(key: number, value: number): void {
    if (this.used * 1.5 >= this.keys.length) this.grow()
    const at = this.placeOf(key)
    if (this.keys[at] === -1) {
      this.keys[at] = key
      this.used++
    }
    const head = this.heads[at]!
    if (head >= 0 && this.values[head] === value) return
    if (this.count === this.values.length) {
      this.values = longer(this.values)
      this.nexts = longer(this.nexts)
    }
    this.values[this.count] = value
    this.nexts[this.count] = head
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
