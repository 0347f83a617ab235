import type {Token} from "../../model/model.ts"
import {labels} from "./features.ts"
import {join, mixed} from "./known.ts"
import type {Word} from "./words.ts"

/// What a first look at a whole document says of each word in it, as further features for a second look: how the word itself
/// and its neighbours were read there, and how the same word was read in the other places where it stands.
export function toldFeatures(
  tokens: readonly Token[],
  sentences: readonly {readonly first: number; readonly last: number}[],
  sequences: readonly ArrayLike<number>[],
  word: (text: string) => Word
): (sentence: number, place: number) => Int32Array {
  const counts = new Map<number, Int32Array>()
  sentences.forEach(({first, last}, s) => {
    for (let i = first; i < last; i++) {
      const {lower, capital} = word(tokens[i]!.text)
      const label = sequences[s]![i - first]!
      if (!capital && label === 0) continue
      let count = counts.get(lower)
      if (!count) counts.set(lower, (count = new Int32Array(labels.length)))
      count[label]!++
    }
  })
  // The label that the other places mostly have, and how mostly.
  const others = (s: number, i: number): number => {
    const {first, last} = sentences[s]!
    if (i < first || i >= last) return 1
    const {lower, capital} = word(tokens[i]!.text)
    const count = counts.get(lower)
    if (!count) return 2
    const own = sequences[s]![i - first]!
    const counted = capital || own !== 0
    let sum = 0
    let top = 0
    let most = 0
    for (let k = 0; k < count.length; k++) {
      const n = count[k]! - (k === own && counted ? 1 : 0)
      sum += n
      if (n > most) {
        most = n
        top = k
      }
    }
    if (sum === 0) return 3
    return 4 + top * 4 + (most === sum ? (sum > 2 ? 3 : 2) : most * 2 > sum ? 1 : 0)
  }
  return (s, place) => {
    const {first, last} = sentences[s]!
    const sequence = sequences[s]!
    const i = first + place
    const here = word(tokens[i]!.text)
    const other = others(s, i)
    const own = sequence[place]!
    const before = place > 0 ? sequence[place - 1]! : 7
    const after = i + 1 < last ? sequence[place + 1]! : 7
    const values = [
      other,
      other * 8 + own,
      own * 64 + before * 8 + after,
      others(s, i - 1) * 64 + other,
      others(s, i + 1) * 64 + other,
      join(other, here.shape),
      join(other * 8 + own, here.place * 25 + here.person * 5 + here.body)
    ]
    const keys = new Int32Array(values.length)
    for (let t = 0; t < keys.length; t++) keys[t] = mixed(Math.imul(t + 101, 0x9e3779b1) ^ values[t]!)
    return keys
  }
}
