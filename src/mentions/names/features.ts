import {hashText, join, known, mixed} from "./known.ts"
import type {Line, Pages} from "./page.ts"
import {edge, type Word} from "./words.ts"

/// What the tagger of names looks at: every feature of a token is a number, made of a template and the words it looks at. A list
/// of features has one for each template, at the template's place. The templates come in groups, by which words they look at.

export const featureCount = 73

/// The templates that name the word itself.
export const wordTemplates: ReadonlySet<number> = new Set([0, 1, 7, 8, 14])

const key = (template: number, value: number): number => mixed(Math.imul(template + 1, 0x9e3779b1) ^ value)

const upperShape = hashText("all capitals")

/// In capitals throughout the shape of a word in capitals says nothing.
const shapeIn = (style: number, w: Word): number => (style === 2 && w.upper ? upperShape : w.shape)

/// Whether a word opens its sentence, whether it has a capital, and how the sentence is written: a number below 16.
export const standing = (opens: boolean, style: number, w: Word): number => (style << 2) | (opens ? 1 : 0) | (w.capital ? 2 : 0)

/// The word itself: how it is written and known, and whether it `opens` its sentence.
export const ofWord = Uint8Array.of(0, 1, 2, 12, 13, 14, 15, 16, 19, 41, 47, 48, 49, 50, 51, 63, 66)

export function wordFeatures(w: Word, opens: boolean, style: number, begun: number, f: Int32Array): void {
  const shape = shapeIn(style, w)
  const place = standing(opens, style, w)
  f[0] = key(0, w.lower)
  f[1] = key(1, w.form ^ shape)
  f[2] = key(2, join(shape, place))
  f[12] = key(12, join(w.suffix2, shape))
  f[13] = key(13, join(w.suffix3, shape))
  f[14] = key(14, join(w.suffix4, shape))
  f[15] = key(15, join(w.prefix2, shape))
  f[16] = key(16, join(w.prefix3, shape))
  f[19] = key(19, join(w.known, place))
  f[41] = key(41, join(w.sort, place))
  f[47] = key(47, join(join(join(style, begun), w.known), shape))
  f[48] = key(48, join(w.place * 37 + place, 21))
  f[49] = key(49, join(w.person * 37 + place, 22))
  f[50] = key(50, join(w.body * 37 + place, 23))
  f[51] = key(51, join(w.place * 8 + w.person, w.body))
  f[63] = key(63, join(w.spot * 37 + place, 31))
  f[66] = key(66, 1)
}

/// The word before and the word after by themselves, and those beyond them.
export const ofBefore = Uint8Array.of(3, 17)
export const ofAfter = Uint8Array.of(4, 18)
export const ofSecondBefore = Uint8Array.of(5)
export const ofSecondAfter = Uint8Array.of(6)

export function beforeFeatures(p1: Word, f: Int32Array): void {
  f[3] = key(3, p1.lower)
  f[17] = key(17, p1.suffix3)
}

export function afterFeatures(n1: Word, f: Int32Array): void {
  f[4] = key(4, n1.lower)
  f[18] = key(18, n1.suffix3)
}

export function secondBeforeFeatures(p2: Word, f: Int32Array): void {
  f[5] = key(5, join(p2.lower, 7))
}

export function secondAfterFeatures(n2: Word, f: Int32Array): void {
  f[6] = key(6, join(n2.lower, 7))
}

/// The word together with those around it.
export const ofNeighbours = Uint8Array.of(
  ...[7, 8, 9, 10, 11, 20, 21, 22, 29, 30, 31, 32, 33, 34, 42, 43, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 64]
)

export function neighbourFeatures(w: Word, p1: Word, n1: Word, p2: Word, n2: Word, style: number, f: Int32Array): void {
  const shape = shapeIn(style, w)
  f[7] = key(7, join(p1.lower, w.lower))
  f[8] = key(8, join(w.lower, n1.lower))
  f[9] = key(9, join(p1.lower, shape))
  f[10] = key(10, join(shape, n1.lower))
  f[11] = key(11, join(join(p1.shape, shape), n1.shape))
  f[20] = key(20, join(p1.known, w.known))
  f[21] = key(21, join(w.known, n1.known))
  f[22] = key(22, join(join(p1.known, w.known), join(n1.known, shape)))
  f[29] = key(29, join(join(p2.shape, p1.shape), shape))
  f[30] = key(30, join(join(shape, n1.shape), n2.shape))
  f[31] = key(31, join(p2.lower, p1.lower))
  f[32] = key(32, join(n1.lower, n2.lower))
  f[33] = key(33, join(join(p1.shape, p1.lower), w.known))
  f[34] = key(34, join(join(n1.shape, n1.lower), w.known))
  f[42] = key(42, join(join(p1.sort, shape), w.known))
  f[43] = key(43, join(join(shape, n1.sort), w.known))
  f[52] = key(52, join(join(p1.person, w.person * 8 + n1.person), shape))
  f[53] = key(53, join(join(p1.place, w.place * 8 + n1.place), shape))
  f[54] = key(54, join(join(p1.body, w.body * 8 + n1.body), shape))
  f[55] = key(55, join(join(w.person, p1.lower), 24))
  f[56] = key(56, join(join(w.place, p1.lower), 25))
  f[57] = key(57, join(join(w.body, p1.lower), 26))
  f[58] = key(58, join(join(w.person, n1.lower), 27))
  f[59] = key(59, join(join(w.place, n1.lower), 28))
  f[60] = key(60, join(join(w.body, n1.lower), 29))
  f[61] = key(61, join(join(p2.person, p1.lower), w.person * 16 + 5))
  f[62] = key(62, join(join(n2.person, n1.lower), w.person * 16 + 6))
  f[64] = key(64, join(join(p1.spot * 4 + w.spot, n1.spot), shape))
}

/// The word where it stands: its tag and those beside it, how the text writes it elsewhere, the known name it is part of, its
/// governor, and what the whole stretch of capitals holds: "Department" in "United States Department of Housing".
export const ofSentence = Uint8Array.of(23, 24, 25, 26, 27, 28, 35, 36, 37, 38, 39, 40, 44, 45, 46, 65, 67, 68, 69, 70, 71, 72)

export function sentenceFeatures(line: Line, i: number, pages: Pages, f: Int32Array): void {
  const {page, first, last, style, phrases} = line
  const {words, tags} = page
  const w = words[i]!
  const shape = shapeIn(style, w)
  const place = standing(i === first, style, w)
  const t = tags[i]!
  const tp = i > first ? tags[i - 1]! : 1
  const tn = i + 1 < last ? tags[i + 1]! : 2
  f[23] = key(23, join(t, place))
  f[24] = key(24, join(tp, t))
  f[25] = key(25, join(t, tn))
  f[26] = key(26, join(join(tp, t), tn))
  f[27] = key(27, join(join(t, shape), w.suffix3))
  const {marks} = line.seen
  f[28] = key(28, join(join(marks ? marks[page.kin[i]!]! : 0, place), w.known))
  const run = line.runs[i - first]
  if (run) {
    const end = words[run.last - 1]!
    const length = Math.min(4, run.last - run.first)
    const at = i === run.first ? 1 : i === run.last - 1 ? 2 : 3
    f[35] = key(35, join(join(run.known, end.known), at))
    f[36] = key(36, join(end.lower, at))
    f[37] = key(37, join(join(words[run.first]!.known, length), join(run.known & known.body, at)))
    f[65] = key(65, join(end.spot * 64 + end.body * 8 + at, length))
    const before = run.first > first ? words[run.first - 1]! : edge
    const after = run.last < last ? words[run.last]! : edge
    f[67] = key(67, join(before.lower, at))
    f[68] = key(68, join(after.lower, at))
    const {head, relation} = page.tokens[run.head]!
    const above = head < 0 ? undefined : pages.words.of(page.tokens[head]!.lemma)
    const how = pages.tag(relation)
    f[69] = key(69, join(how, above ? above.lower : 4))
    f[70] = key(70, join(join(how, above ? above.sort : 4), run.known))
    const beside = run.beside < 0 ? undefined : pages.words.of(page.tokens[run.beside]!.lemma)
    f[71] = key(71, beside ? beside.lower : 5)
    f[72] = key(72, join(beside ? beside.sort : 4, run.known))
  } else {
    f[35] = key(35, 5)
    f[36] = key(36, 6)
    f[37] = key(37, 7)
    f[65] = key(65, 9)
    for (let t = 67; t <= 72; t++) f[t] = key(t, 11)
  }
  const phrase = phrases[i - first]!
  f[38] = key(38, phrase === 0 ? 8 : join(phrase, shape))
  f[39] = key(39, join(join(phrase, i > first ? phrases[i - 1 - first]! : 3), i + 1 < last ? phrases[i + 1 - first]! : 3))
  f[40] = key(40, join(join(phrase, w.known), 9))
  const {head, relation: written} = page.tokens[i]!
  const above = head < 0 ? undefined : page.tokens[head]
  const governor = above && pages.words.of(above.lemma)
  const relation = pages.tag(written)
  f[44] = key(44, join(relation, shape))
  f[45] = key(45, join(join(relation, governor ? governor.lower : 4), w.capital ? 1 : 2))
  f[46] = key(46, join(join(relation, governor ? governor.sort : 4), w.known))
}

/// All features of a word.
export function featuresOf(line: Line, i: number, pages: Pages): Int32Array {
  const {first, last, style, seen} = line
  const {words} = line.page
  const w = words[i]!
  const [p2, p1, n1, n2] = [i - 2, i - 1, i + 1, i + 2].map(at => (at >= first && at < last ? words[at]! : edge)) as [
    Word,
    Word,
    Word,
    Word
  ]
  const f = new Int32Array(featureCount)
  wordFeatures(w, i === first, style, seen.capitals, f)
  beforeFeatures(p1, f)
  afterFeatures(n1, f)
  secondBeforeFeatures(p2, f)
  secondAfterFeatures(n2, f)
  neighbourFeatures(w, p1, n1, p2, n2, style, f)
  sentenceFeatures(line, i, pages, f)
  return f
}
