import {templates} from "./templates.ts"
import type {View} from "./views.ts"

export const SHIFT = 0
export const LEFT = 1
export const RIGHT = 2

export function bestMove(state: State, scores: ArrayLike<number>): number {
  let best = -1
  for (let move = 0; move < 3; move++) if (state.legal(move) && (best < 0 || scores[move]! > scores[best]!)) best = move
  return best
}

/// The stack, the words not yet read, and the arcs so far, of one sentence after the other. The root stands behind the last word.
/// Lists of words begin with what stands for "no word": word i lies at i + 1.
export class State {
  /// How many words.
  size = 0
  depth = 0
  next = 0
  words = new Int32Array(0)
  endings = new Int32Array(0)
  tags = new Int32Array(0)
  labels = new Int32Array(0)
  /// First and second dependents on the outside of each word, -1 where there is none, and how many there are.
  left1 = new Int32Array(0)
  left2 = new Int32Array(0)
  right1 = new Int32Array(0)
  right2 = new Int32Array(0)
  lefts = new Int32Array(0)
  rights = new Int32Array(0)
  stack = new Int32Array(0)
  #heads = new Int32Array(0)

  /// Turns to another sentence; `tags` are numbers of tags.
  begin(views: readonly View[], tags: ArrayLike<number>): void {
    const n = views.length
    if (this.stack.length < n + 6) this.#grow(2 * n + 6)
    this.size = n
    this.depth = 0
    this.next = 0
    const {words, endings, labels} = this
    words[0] = 11
    this.tags[0] = 211
    labels[0] = 311
    for (let i = 0; i < n; i++) {
      const view = views[i]!
      words[i + 1] = view.word
      endings[i + 1] = view.suffixes[2]!
      this.tags[i + 1] = tags[i]!
    }
    // the root, and what stands behind it
    for (let i = n + 1; i < n + 5; i++) {
      words[i] = i === n + 1 ? 12 : 13
      this.tags[i] = i === n + 1 ? 212 : 213
      endings[i] = 0
    }
    for (let i = 0; i < n + 2; i++) {
      this.left1[i] = -1
      this.left2[i] = -1
      this.right1[i] = -1
      this.right2[i] = -1
      this.lefts[i] = 0
      this.rights[i] = 0
    }
  }

  #grow(room: number): void {
    this.words = new Int32Array(room)
    this.endings = new Int32Array(room)
    this.tags = new Int32Array(room)
    this.labels = new Int32Array(room)
    this.left1 = new Int32Array(room)
    this.left2 = new Int32Array(room)
    this.right1 = new Int32Array(room)
    this.right2 = new Int32Array(room)
    this.lefts = new Int32Array(room)
    this.rights = new Int32Array(room)
    this.stack = new Int32Array(room)
    this.#heads = new Int32Array(room)
  }

  get done(): boolean {
    return this.next === this.size && this.depth === 0
  }

  legal(move: number): boolean {
    const atEnd = this.next === this.size
    if (move === SHIFT) return !atEnd
    if (move === RIGHT) return this.depth >= 2
    return atEnd ? this.depth === 1 : this.depth >= 1
  }

  /// The move when there is no choice, else -1.
  get onlyMove(): number {
    if (this.depth === 0) return SHIFT
    if (this.next === this.size) return this.depth === 1 ? LEFT : RIGHT
    return -1
  }

  /// The word on top of the stack: what LEFT and RIGHT hang.
  get top(): number {
    return this.stack[this.depth - 1]!
  }

  /// Where LEFT or RIGHT would hang it; the root is the number of words.
  headBy(move: number): number {
    return move === LEFT ? this.next : this.stack[this.depth - 2]!
  }

  shift(): void {
    this.stack[this.depth++] = this.next++
  }

  /// Hangs the top of the stack on a head.
  attach(head: number, label: number): void {
    const dependent = this.stack[--this.depth]!
    this.#heads[dependent] = head === this.size ? -1 : head
    this.labels[dependent + 1] = label
    const at = head + 1
    if (dependent < head) {
      this.left2[at] = this.left1[at]!
      this.left1[at] = dependent
      this.lefts[at]!++
    } else {
      this.right2[at] = this.right1[at]!
      this.right1[at] = dependent
      this.rights[at]!++
    }
  }

  /// Each word's governor, -1 for the root.
  headsSoFar(): Int32Array {
    return this.#heads.slice(0, this.size)
  }

  labelsSoFar(): Int32Array {
    return this.labels.slice(1, this.size + 1)
  }
}

// s: the stack from its top, b: the words to come, l and r: outer dependents to the left and right; w: the word, t: its tag, d: the
// relation it hangs by. Names like these make the lists below short.
const movesBy = templates(
  "s0w s0t s1w s1t s2t b0w b0t b1w b1t b2w b2t b3t s0lt s0l2t s0rt s0r2t s1lt s1rt s1r2t b0lt b0l2t gap gap1 s0v s1v b0v s0ld s0rd b0ld s1rd s1ld before0 after0 beforeB s0lw s0rw b0lw".split(
    " "
  ),
  101,
  `s0w|s0t|s0w s0t|b0w|b0t|b0w b0t|s1w|s1t|s1w s1t|b1w|b1t|b1w b1t|b2w b2t|b2t|s0w b0w|s0t b0t|s0w b0t|s0t b0w|s0w s0t b0t|s0t b0w b0t
|s1w s0w|s1t s0t|s1w s0t|s1t s0w|s1t b0t|s1w b0w|b0t b1t|b0w b1t|s0t b0t b1t|s0t b0t b1t b2t|s1t s0t b0t|s2t s1t s0t b0t|s1t s0t b0t b1t
|s0w b0t b1t|s1t s0w b0t|s1t s0t b0w|s1w s0t b0t|s0t b0t s0lt|s0t b0t s0rt|s0t b0t b0lt|s1t s0t s0lt|s1t s0t s0rt|s1t s0t s1rt
|s1t s0t s1lt|s0t s0lt s0l2t|s0t s0rt s0r2t|b0t b0lt b0l2t|s1t s1rt s1r2t|s0t b0t gap|s0w b0w gap|s0t gap|b0t gap|s1t s0t gap1|s0w s0v
|s0t s0v|b0w b0v|b0t b0v|s1t s1v|s1w s1v|s0t s0ld s0rd|s0w s0ld s0rd|s0t b0t s0ld|s0t b0t s0rd|b0t s0t b0ld|s1t s1rd s0t|s1t s0t s0ld
|s1w s1rd s0t|b0w b0ld|s0w b0t s0rd|before0 s0t b0t|s0t after0 b0t|s0t beforeB b0t|b0t b1t b2t b3t|s0t s0v b0t b0v|s1t s1v s0t b0t
|s0w s0lw b0t|s0w s0rw b0t|b0lw b0t s0t|s1t s0w s0lw|s1w s0w s0lw|s1w s0t s0lw|s1t s0t s0lw|s1t s0t s0lw b0t|s2t s1t s0t
|s1t s1ld s1rd s0t`
    .replaceAll("\n", "")
    .split("|")
)

/// Room for the keys of one decision.
export const moveFeatures = movesBy.count

const facts = new Int32Array(64)

/// What speaks for a move: the words and tags on top of the stack and next in line, their dependents, how far apart they stand.
/// Only for states with a choice.
export function featuresOfMove(s: State, into: Int32Array): number {
  const {words, tags, labels, left1, left2, right1, right2, lefts, rights, stack, depth} = s
  // places in the lists; 0 is "no word"
  const s0 = stack[depth - 1]! + 1
  const s1 = depth > 1 ? stack[depth - 2]! + 1 : 0
  const s2 = depth > 2 ? stack[depth - 3]! + 1 : 0
  const b0 = s.next + 1
  const s0l = left1[s0]! + 1
  const s0r = right1[s0]! + 1
  const s1l = left1[s1]! + 1
  const s1r = right1[s1]! + 1
  const b0l = left1[b0]! + 1
  facts[0] = words[s0]!
  facts[1] = tags[s0]!
  facts[2] = words[s1]!
  facts[3] = tags[s1]!
  facts[4] = tags[s2]!
  facts[5] = words[b0]!
  facts[6] = tags[b0]!
  facts[7] = words[b0 + 1]!
  facts[8] = tags[b0 + 1]!
  facts[9] = words[b0 + 2]!
  facts[10] = tags[b0 + 2]!
  facts[11] = tags[b0 + 3]!
  facts[12] = tags[s0l]!
  facts[13] = tags[left2[s0]! + 1]!
  facts[14] = tags[s0r]!
  facts[15] = tags[right2[s0]! + 1]!
  facts[16] = tags[s1l]!
  facts[17] = tags[s1r]!
  facts[18] = tags[right2[s1]! + 1]!
  facts[19] = tags[b0l]!
  facts[20] = tags[left2[b0]! + 1]!
  facts[21] = distance(b0 - s0)
  facts[22] = s1 === 0 ? 9 : distance(s0 - s1)
  facts[23] = Math.min(rights[s0]!, 4) * 8 + Math.min(lefts[s0]!, 4)
  facts[24] = s1 === 0 ? 0 : Math.min(rights[s1]!, 4) * 8 + Math.min(lefts[s1]!, 4)
  facts[25] = Math.min(lefts[b0]!, 4)
  facts[26] = labels[s0l]!
  facts[27] = labels[s0r]!
  facts[28] = labels[b0l]!
  facts[29] = labels[s1r]!
  facts[30] = labels[s1l]!
  facts[31] = s0 > 1 ? tags[s0 - 1]! : 210
  facts[32] = tags[s0 + 1]!
  facts[33] = tags[b0 - 1]!
  facts[34] = words[s0l]!
  facts[35] = words[s0r]!
  facts[36] = words[b0l]!
  return movesBy.keys(facts, into)
}

// d: the dependent, h: its head, p and n: the words before and after, f: the last three letters.
const labelsBy = templates(
  "dw dt hw ht side gap dpt dnt hpt hnt dlw dlt dld drd dl2d hld hrd hr2d dl2w dv hv dpw dnw df hf between".split(" "),
  201,
  `dw|dt|hw|ht|dt ht side|dw ht side|dt hw side|dw hw side|dt ht gap|dt dpt side|dt dnt side|dt dpt dnt ht|ht hpt hnt dt|dt dlw ht
|dt dlt ht|dt dld ht|dt dld hw|dt drd ht|dt dld dl2d ht|dt hld side ht|dt hrd side ht|dt hrd hr2d hw|dt hrd hw|dw dlw hw|dlw hw side
|dl2w dt ht|dw dlw|dt dv ht|dt ht hv|dw ht gap|dt hw gap|dpw dt ht|dnw dt ht|df ht side|hf dt side|dlw dl2w dt ht|dt dld drd ht
|dt ht hld hrd|hw hld dt|dt ht side between`
    .replaceAll("\n", "")
    .split("|")
)

/// Room for the keys of one relation.
export const labelFeatures = labelsBy.count

/// What speaks for the relation of the top of the stack to a head; its own dependents are all known then.
export function featuresOfLabel(s: State, headWord: number, into: Int32Array): number {
  const {words, tags, labels, endings, left1, left2, right1, right2, lefts, rights} = s
  const d = s.top + 1
  const h = headWord + 1
  const side = d < h ? 1 : 0
  const dl = left1[d]! + 1
  const dl2 = left2[d]! + 1
  facts[0] = words[d]!
  facts[1] = tags[d]!
  facts[2] = words[h]!
  facts[3] = tags[h]!
  facts[4] = side
  facts[5] = distance(Math.abs(h - d)) * 2 + side
  facts[6] = tags[d - 1]!
  facts[7] = tags[d + 1]!
  facts[8] = tags[h - 1]!
  facts[9] = headWord < s.size ? tags[h + 1]! : 210
  facts[10] = words[dl]!
  facts[11] = tags[dl]!
  facts[12] = labels[dl]!
  facts[13] = labels[right1[d]! + 1]!
  facts[14] = labels[dl2]!
  facts[15] = labels[left1[h]! + 1]!
  facts[16] = labels[right1[h]! + 1]!
  facts[17] = labels[right2[h]! + 1]!
  facts[18] = words[dl2]!
  facts[19] = Math.min(lefts[d]!, 4) * 8 + Math.min(rights[d]!, 4)
  facts[20] = Math.min(lefts[h]!, 4) * 8 + Math.min(rights[h]!, 4)
  facts[21] = words[d - 1]!
  facts[22] = words[d + 1]!
  facts[23] = endings[d]!
  facts[24] = endings[h]!
  facts[25] = h > d + 1 ? tags[d + 1]! : h < d - 1 ? tags[d - 1]! : 210
  return labelsBy.keys(facts, into)
}

const distance = (d: number): number => (d < 5 ? d : d < 7 ? 5 : d < 11 ? 6 : d < 20 ? 7 : 8)
