/// Tells copies of one wire story from independent tellings, by content alone: MinHash over five-word shingles.

const hashes = 64
const shingle = 5

/// The MinHash signature of a text: 64 numbers of 32 bits; shares of equal numbers estimate shares of equal shingles.
/// Empty for texts of fewer than five words: too little to call anything a copy.
export function signature(text: string): readonly number[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length < shingle) return []
  const least = new Uint32Array(hashes).fill(0xffffffff)
  const codes = words.map(hashWord)
  for (let i = 0; i + shingle <= codes.length; i++) {
    let h = 0x811c9dc5
    for (let k = 0; k < shingle; k++) h = Math.imul(h ^ codes[i + k]!, 0x01000193)
    for (let k = 0; k < hashes; k++) {
      const mixed = scramble(h ^ seeds[k]!)
      if (mixed < least[k]!) least[k] = mixed
    }
  }
  return [...least]
}

/// The share of shingles two texts have in common, estimated; 0 when either is too short to say.
export function likeness(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) return 0
  let same = 0
  for (let i = 0; i < hashes; i++) if (a[i] === b[i]) same++
  return same / hashes
}

/// Above this share one of two texts is taken for a copy of the other.
export const copyAt = 0.3

/// How many of these tellings did not copy one another, at most: groups of like texts, counted.
export function independentLines(signatures: readonly (readonly number[])[]): number {
  const group = signatures.map((_, i) => i)
  const root = (i: number): number => {
    let at = i
    while (group[at] !== at) at = group[at]!
    return at
  }
  for (let i = 0; i < signatures.length; i++) {
    for (let j = 0; j < i; j++) if (likeness(signatures[i]!, signatures[j]!) >= copyAt) group[root(i)] = root(j)
  }
  return group.filter((g, i) => g === i).length
}

function hashWord(word: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193)
  return h >>> 0
}

function scramble(x: number): number {
  let h = x
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

const seeds = Uint32Array.from({length: hashes}, (_, i) => scramble(0x9e3779b9 + Math.imul(i, 0x61c88647)))
