import * as of from "./features.ts"
import {labels} from "./labels.ts"
import type {Model} from "./model.ts"
import type {Line, Pages} from "./page.ts"
import {edge, most, type Word} from "./words.ts"

/// The parts that a word can play beside the word in hand, with the features it has in them by itself: their sum is reckoned once
/// for each word and kept.
const parts: readonly {readonly chosen: Uint8Array; readonly fill: (word: Word, f: Int32Array) => void}[] = [
  {chosen: of.ofWord, fill: (word, f) => of.wordFeatures(word, true, 0, 2, f)},
  {chosen: of.ofWord, fill: (word, f) => of.wordFeatures(word, false, 0, 2, f)},
  {chosen: of.ofBefore, fill: of.beforeFeatures},
  {chosen: of.ofAfter, fill: of.afterFeatures},
  {chosen: of.ofSecondBefore, fill: of.secondBeforeFeatures},
  {chosen: of.ofSecondAfter, fill: of.secondAfterFeatures}
]
const [opening, within, before, after, secondBefore, secondAfter] = [0, 1, 2, 3, 4, 5] as const

const L = labels.length
/// A kept sum: one score for each label, and a mark that it was reckoned.
const size = L + 1

/// How a model scores the labels of words at the first look.
export class Scores {
  private readonly model: Model
  private readonly pages: Pages
  private readonly features = new Int32Array(of.featureCount)
  private readonly sums = new Int32Array((most + 1) * parts.length * size)

  constructor(model: Model, pages: Pages) {
    this.model = model
    this.pages = pages
  }

  /// Forgets what it kept of words.
  forget(): void {
    this.sums.fill(0)
  }

  /// Adds to the scores that begin at `at` what the word at `i` is by its features.
  add(line: Line, i: number, scores: Int32Array, at: number): void {
    const {model, features} = this
    const {first, last, style, seen} = line
    const {words} = line.page
    const w = words[i]!
    const p1 = i > first ? words[i - 1]! : edge
    const n1 = i + 1 < last ? words[i + 1]! : edge
    const p2 = i - 1 > first ? words[i - 2]! : edge
    const n2 = i + 2 < last ? words[i + 2]! : edge
    // What is kept of a word itself is so for plain prose; headlines are few.
    if (style === 0 && seen.capitals === 2) this.part(i === first ? opening : within, w, scores, at)
    else {
      of.wordFeatures(w, i === first, style, seen.capitals, features)
      model.add(features, of.ofWord, scores, at)
    }
    this.part(before, p1, scores, at)
    this.part(after, n1, scores, at)
    this.part(secondBefore, p2, scores, at)
    this.part(secondAfter, n2, scores, at)
    of.neighbourFeatures(w, p1, n1, p2, n2, style, features)
    model.add(features, of.ofNeighbours, scores, at)
    of.sentenceFeatures(line, i, this.pages, features)
    model.add(features, of.ofSentence, scores, at)
  }

  private part(part: number, word: Word, scores: Int32Array, at: number): void {
    if (word.id > most) {
      this.reckon(part, word, scores, at)
      return
    }
    const {sums} = this
    const from = (word.id * parts.length + part) * size
    if (sums[from + L] === 0) {
      this.reckon(part, word, sums, from)
      sums[from + L] = 1
    }
    for (let k = 0; k < L; k++) scores[at + k]! += sums[from + k]!
  }

  private reckon(part: number, word: Word, scores: Int32Array, at: number): void {
    const {chosen, fill} = parts[part]!
    fill(word, this.features)
    this.model.add(this.features, chosen, scores, at)
  }
}
