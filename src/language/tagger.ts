import {type Bytes, sparseTable, type Table} from "./table.ts"
import {mix, type View} from "./views.ts"

/// Says for each word of a sentence which tag it has: a place in `tags`.
export interface Tagger {
  readonly tags: readonly Tag[]
  tag(views: readonly View[]): Int32Array
}

export interface Tag {
  readonly upos: string
  readonly xpos: string
}

export function tagger(bytes: Bytes): Tagger {
  const tags = bytes
    .text()
    .split("\n")
    .map(line => ({upos: line.split(" ")[0]!, xpos: line.split(" ")[1]!}))
  return taggerOf(tags, sparseTable(bytes))
}

/// A tagger that chooses from left to right, each time the tag with the highest sum.
export function taggerOf(tags: readonly Tag[], table: Table): Tagger {
  const keys = new Int32Array(tagFeatures)
  const scores = new Int32Array(tags.length)
  return {
    tags,
    tag(views) {
      const chosen = new Int32Array(views.length)
      for (let i = 0; i < views.length; i++) {
        const count = featuresOfTag(views, chosen, i, keys)
        scores.fill(0)
        table.add(keys, count, scores)
        let best = 0
        for (let t = 1; t < scores.length; t++) if (scores[t]! > scores[best]!) best = t
        chosen[i] = best
      }
      return chosen
    }
  }
}

/// Room for the features of one word.
export const tagFeatures = 64

const edge: View = {word: 77, shape: 1023, prefixes: [77, 77, 77, 77], suffixes: [77, 77, 77, 77, 77]}

/// What speaks for a word's tag: itself, its ends and shape, its neighbours, the tags chosen before it. Returns how many.
export function featuresOfTag(views: readonly View[], tags: ArrayLike<number>, i: number, into: Int32Array): number {
  const here = views[i]!
  const before = views[i - 1] ?? edge
  const before2 = views[i - 2] ?? edge
  const after = views[i + 1] ?? edge
  const after2 = views[i + 2] ?? edge
  const tag1 = i > 0 ? tags[i - 1]! + 1 : 0
  const tag2 = i > 1 ? tags[i - 2]! + 1 : 0
  let n = 0
  const put = (template: number, value: number): void => {
    into[n++] = mix(template * 0x9e3779b1, value)
  }
  const word = here.word
  put(1, 0)
  put(2, word)
  put(3, mix(word, here.shape))
  put(4, here.shape)
  for (let k = 0; k < 4; k++) put(5 + k, here.prefixes[k]!)
  for (let k = 0; k < 5; k++) put(10 + k, here.suffixes[k]!)
  put(16, mix(here.suffixes[2]!, here.shape))
  put(17, before.word)
  put(18, after.word)
  put(19, before2.word)
  put(20, after2.word)
  put(21, mix(before.word, word))
  put(22, mix(word, after.word))
  put(23, mix(before.word, after.word))
  put(24, tag1)
  put(25, mix(tag1, tag2))
  put(26, mix(tag1, word))
  put(27, mix(tag1, after.word))
  put(28, mix(tag1, here.suffixes[2]!))
  put(29, mix(mix(tag1, tag2), word))
  put(30, mix(mix(tag1, here.shape), here.suffixes[1]!))
  put(31, after.suffixes[2]!)
  put(32, after.suffixes[1]!)
  put(33, before.suffixes[2]!)
  put(34, after.shape)
  put(35, before.shape)
  put(36, mix(here.shape, after.shape))
  put(37, mix(mix(before.shape, here.shape), after.shape))
  put(38, mix(after.word, after2.word))
  put(39, mix(tag1, after.suffixes[2]!))
  put(40, mix(here.suffixes[2]!, after.suffixes[2]!))
  put(41, mix(word, after.suffixes[2]!))
  put(42, after2.suffixes[2]!)
  put(43, mix(mix(tag1, tag2), here.suffixes[2]!))
  put(44, mix(mix(tag1, word), after.word))
  put(45, mix(tag2, word))
  return n
}
