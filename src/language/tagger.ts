import {type Bytes, sparseTable, type Table} from "./table.ts"
import {type Templates, templates} from "./templates.ts"
import type {View} from "./views.ts"

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
  const own = ownScores(tags.length, table)
  return {
    tags,
    tag(views) {
      const chosen = new Int32Array(views.length)
      for (let i = 0; i < views.length; i++) {
        scores.set(own(views[i]!))
        const count = featuresAround(views, chosen, i, keys)
        table.add(keys, count, scores)
        let best = 0
        for (let t = 1; t < scores.length; t++) if (scores[t]! > scores[best]!) best = t
        chosen[i] = best
      }
      return chosen
    }
  }
}

/// What speaks for a word's tags whatever stands around it, kept for the words of this and recent texts.
function ownScores(tags: number, table: Table): (view: View) => Int32Array {
  const known = new Map<View, Int32Array>()
  const keys = new Int32Array(tagFeatures)
  return view => {
    let scores = known.get(view)
    if (!scores) {
      scores = new Int32Array(tags)
      table.add(keys, featuresWithin(view, keys), scores)
      if (known.size >= 20_000) known.clear()
      known.set(view, scores)
    }
    return scores
  }
}

const edge: View = {spelling: "", word: 77, shape: 1023, prefixes: [77, 77, 77, 77], suffixes: [77, 77, 77, 77, 77]}

// p: the first letters, f: the last ones.
const within: Templates = templates(
  "none word shape p1 p2 p3 p4 f1 f2 f3 f4 f5".split(" "),
  1,
  "none|word|word shape|shape|p1|p2|p3|p4|10 f1|f2|f3|f4|f5|16 f3 shape".split("|")
)
// b and a: the words before and after, bb and aa: the next but one; t1 and t2: the tags chosen for b and bb.
const around: Templates = templates(
  "word shape f2 f3 b bb a aa t1 t2 af2 af3 bf3 aShape bShape aaf3".split(" "),
  17,
  "b|a|bb|aa|b word|word a|b a|t1|t1 t2|t1 word|t1 a|t1 f3|t1 t2 word|t1 shape f2|af3|af2|bf3|aShape|bShape|shape aShape|bShape shape aShape|a aa|t1 af3|f3 af3|word af3|aaf3|t1 t2 f3|t1 word a|t2 word".split(
    "|"
  )
)

/// Room for the keys of one word.
export const tagFeatures = within.count + around.count

const facts = new Int32Array(16)

/// What speaks for a word's tag: itself, its ends and shape.
export function featuresWithin(view: View, into: Int32Array): number {
  const {word, shape, prefixes, suffixes} = view
  facts[0] = 0
  facts[1] = word
  facts[2] = shape
  for (let k = 0; k < 4; k++) facts[3 + k] = prefixes[k]!
  for (let k = 0; k < 5; k++) facts[7 + k] = suffixes[k]!
  return within.keys(facts, into)
}

/// What speaks for a word's tag: its neighbours, the tags chosen before it. Written from place `from` on; says how many.
export function featuresAround(views: readonly View[], tags: ArrayLike<number>, i: number, into: Int32Array, from = 0): number {
  const here = views[i]!
  const before = i > 0 ? views[i - 1]! : edge
  const before2 = i > 1 ? views[i - 2]! : edge
  const after = i + 1 < views.length ? views[i + 1]! : edge
  const after2 = i + 2 < views.length ? views[i + 2]! : edge
  facts[0] = here.word
  facts[1] = here.shape
  facts[2] = here.suffixes[1]!
  facts[3] = here.suffixes[2]!
  facts[4] = before.word
  facts[5] = before2.word
  facts[6] = after.word
  facts[7] = after2.word
  facts[8] = i > 0 ? tags[i - 1]! + 1 : 0
  facts[9] = i > 1 ? tags[i - 2]! + 1 : 0
  facts[10] = after.suffixes[1]!
  facts[11] = after.suffixes[2]!
  facts[12] = before.suffixes[2]!
  facts[13] = after.shape
  facts[14] = before.shape
  facts[15] = after2.suffixes[2]!
  return around.keys(facts, into, from)
}
