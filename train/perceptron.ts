/// An averaged perceptron over sparse 32-bit features. Rows are made by the first update; scores are whole numbers.
export class Perceptron {
  readonly classes: number
  rows = 0
  #now = 0
  #keys = new Int32Array(1 << 16)
  #rowAt = new Int32Array(1 << 16)
  #updates = new Uint16Array(1 << 15)
  #keyOf = new Int32Array(1 << 15)
  // A row's entries, one for each class that was ever changed, lie side by side; a row that outgrows its room moves behind the last.
  #first = new Int32Array(1 << 15)
  #size = new Uint8Array(1 << 15)
  #room = new Uint8Array(1 << 15)
  #end = 0
  #class = new Uint8Array(1 << 16)
  #weight = new Int32Array(1 << 16)
  #total = new Float64Array(1 << 16)
  #stamp = new Int32Array(1 << 16)

  constructor(classes: number) {
    this.classes = classes
  }

  add(keys: Int32Array, count: number, scores: Int32Array): void {
    const classOf = this.#class
    const weights = this.#weight
    for (let k = 0; k < count; k++) {
      const row = this.#find(keys[k]!)
      if (row < 0) continue
      const first = this.#first[row]!
      for (let e = first, end = first + this.#size[row]!; e < end; e++) scores[classOf[e]!]! += weights[e]!
    }
  }

  /// Call once for every decision, right or wrong.
  tick(): void {
    this.#now++
  }

  update(keys: Int32Array, count: number, right: number, wrong: number): void {
    for (let k = 0; k < count; k++) {
      const row = this.#make(keys[k]!)
      if (this.#updates[row]! < 65535) this.#updates[row]!++
      this.#change(row, right, 1)
      this.#change(row, wrong, -1)
    }
  }

  /// Averaged weights of rows updated at least `least` times, in order of their keys.
  averaged(least: number): {key: number; weights: Map<number, number>}[] {
    const rows: {key: number; weights: Map<number, number>}[] = []
    for (let row = 0; row < this.rows; row++) {
      if (this.#updates[row]! < least) continue
      const weights = new Map<number, number>()
      const first = this.#first[row]!
      for (let e = first; e < first + this.#size[row]!; e++) {
        weights.set(this.#class[e]!, (this.#total[e]! + this.#weight[e]! * (this.#now - this.#stamp[e]!)) / this.#now)
      }
      rows.push({key: this.#keyOf[row]!, weights})
    }
    return rows.sort((a, b) => (a.key >>> 0) - (b.key >>> 0))
  }

  #change(row: number, c: number, by: number): void {
    const size = this.#size[row]!
    let e = this.#first[row]!
    const end = e + size
    while (e < end && this.#class[e]! !== c) e++
    if (e === end) {
      if (size === this.#room[row]!) e = this.#moved(row)
      this.#size[row] = size + 1
      this.#class[e] = c
      this.#weight[e] = 0
      this.#total[e] = 0
      this.#stamp[e] = this.#now
    }
    this.#total[e]! += this.#weight[e]! * (this.#now - this.#stamp[e]!)
    this.#stamp[e] = this.#now
    this.#weight[e]! += by
  }

  /// Gives a row twice the room. Says where its next entry goes.
  #moved(row: number): number {
    const size = this.#size[row]!
    const room = size === 0 ? 2 : Math.min(this.classes, size * 2)
    while (this.#end + room > this.#class.length) {
      this.#class = grown(this.#class, Uint8Array)
      this.#weight = grown(this.#weight, Int32Array)
      this.#total = grown(this.#total, Float64Array)
      this.#stamp = grown(this.#stamp, Int32Array)
    }
    const from = this.#first[row]!
    const to = this.#end
    this.#class.copyWithin(to, from, from + size)
    this.#weight.copyWithin(to, from, from + size)
    this.#total.copyWithin(to, from, from + size)
    this.#stamp.copyWithin(to, from, from + size)
    this.#first[row] = to
    this.#room[row] = room
    this.#end += room
    return to + size
  }

  #find(key: number): number {
    const mask = this.#keys.length - 1
    let at = (key ^ (key >>> 16)) & mask
    for (let found = this.#keys[at]!; found !== 0; found = this.#keys[at]!) {
      if (found === key) return this.#rowAt[at]!
      at = (at + 1) & mask
    }
    return -1
  }

  #make(key: number): number {
    const found = this.#find(key)
    if (found >= 0) return found
    if (this.rows * 2 > this.#keys.length) this.#rehash()
    if (this.rows === this.#first.length) {
      this.#first = grown(this.#first, Int32Array)
      this.#size = grown(this.#size, Uint8Array)
      this.#room = grown(this.#room, Uint8Array)
      this.#updates = grown(this.#updates, Uint16Array)
      this.#keyOf = grown(this.#keyOf, Int32Array)
    }
    this.#place(key, this.rows)
    this.#keyOf[this.rows] = key
    return this.rows++
  }

  #place(key: number, row: number): void {
    const mask = this.#keys.length - 1
    let at = (key ^ (key >>> 16)) & mask
    while (this.#keys[at] !== 0) at = (at + 1) & mask
    this.#keys[at] = key
    this.#rowAt[at] = row
  }

  #rehash(): void {
    this.#keys = new Int32Array(this.#keys.length * 2)
    this.#rowAt = new Int32Array(this.#keys.length)
    for (let row = 0; row < this.rows; row++) this.#place(this.#keyOf[row]!, row)
  }
}

function grown<T extends {readonly length: number; set(from: T): void}>(old: T, Kind: new (length: number) => T): T {
  const more = new Kind(old.length * 2)
  more.set(old)
  return more
}
