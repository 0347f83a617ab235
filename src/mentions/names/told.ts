import {join, mixed} from "./known.ts"
import {labels} from "./labels.ts"
import type {Line, Page} from "./page.ts"

/// What a first look at a whole document says of each word in it, as further features for a second look: how the word itself
/// and its neighbours were read there, and how the same word was read in the other places where it stands.

export const toldCount = 7
export const allTold = Uint8Array.from({length: toldCount}, (_, t) => t)

const L = labels.length
const key = (template: number, value: number): number => mixed(Math.imul(template + 101, 0x9e3779b1) ^ value)

/// `read` has the label of each word at the first look. Fills `f` with the features of the word at `i`.
export function toldFeatures(
  page: Page,
  sentences: readonly {readonly first: number; readonly last: number}[],
  read: Uint8Array
): (line: Pick<Line, "first" | "last">, i: number, f: Int32Array) => void {
  const {words, kin} = page
  const counts = new Int32Array(page.kins * L)
  const known = new Uint8Array(page.kins)
  for (const {first, last} of sentences) {
    for (let i = first; i < last; i++) {
      if (!words[i]!.capital && read[i] === 0) continue
      counts[kin[i]! * L + read[i]!]!++
      known[kin[i]!] = 1
    }
  }
  // The label that the other places mostly have, and how mostly; each is reckoned once.
  const reckoned = new Uint8Array(words.length)
  const others = (i: number): number => {
    let other = reckoned[i]!
    if (other === 0) reckoned[i] = other = othersOf(i)
    return other
  }
  const othersOf = (i: number): number => {
    if (known[kin[i]!] === 0) return 2
    const from = kin[i]! * L
    const own = read[i]!
    const counted = words[i]!.capital || own !== 0
    let sum = 0
    let top = 0
    let most = 0
    for (let k = 0; k < L; k++) {
      const n = counts[from + k]! - (k === own && counted ? 1 : 0)
      sum += n
      if (n > most) {
        most = n
        top = k
      }
    }
    if (sum === 0) return 3
    return 4 + top * 4 + (most === sum ? (sum > 2 ? 3 : 2) : most * 2 > sum ? 1 : 0)
  }
  return ({first, last}, i, f) => {
    const here = words[i]!
    const other = others(i)
    const own = read[i]!
    const before = i > first ? read[i - 1]! : 7
    const after = i + 1 < last ? read[i + 1]! : 7
    f[0] = key(0, other)
    f[1] = key(1, other * 8 + own)
    f[2] = key(2, own * 64 + before * 8 + after)
    f[3] = key(3, (i > first ? others(i - 1) : 1) * 64 + other)
    f[4] = key(4, (i + 1 < last ? others(i + 1) : 1) * 64 + other)
    f[5] = key(5, join(other, here.shape))
    f[6] = key(6, join(other * 8 + own, here.place * 25 + here.person * 5 + here.body))
  }
}
