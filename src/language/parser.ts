import {type Bytes, packedTable, sparseTable, type Table} from "./table.ts"
import {mix, type View} from "./views.ts"

/// Says how the words of one sentence hang together.
export interface Parser {
  readonly relations: readonly string[]
  /// `tags` are numbers of tags. `heads` gets each word's governor or -1 for the root, `labels` places in `relations`.
  parse(views: readonly View[], tags: Int32Array): Tree
}

export interface Tree {
  readonly heads: Int32Array
  readonly labels: Int32Array
}

export function parser(bytes: Bytes): Parser {
  const relations = bytes.text().split("\n")
  return parserOf(relations, packedTable(bytes), sparseTable(bytes))
}

/// A greedy arc-hybrid parser: reads from left to right, keeps open words on a stack, and each time shifts, hangs the top of the
/// stack on the next word, or on the word below. It always gives exactly one root and a tree without crossing arcs.
export function parserOf(relations: readonly string[], moves: Table, labels: Table): Parser {
  const keys = new Int32Array(moveFeatures)
  const moveScores = new Int32Array(3)
  const labelScores = new Int32Array(relations.length)
  return {
    relations,
    parse(views, tags) {
      const state = new State(views, tags)
      while (!state.done) {
        const move = state.onlyMove
        if (move >= 0) {
          apply(state, move)
          continue
        }
        const count = featuresOfMove(state, keys)
        moveScores.fill(0)
        moves.add(keys, count, moveScores)
        apply(state, bestMove(state, moveScores))
      }
      return {heads: state.heads, labels: state.labels}

      function apply(state: State, move: number): void {
        if (move === SHIFT) {
          state.shift()
          return
        }
        const [dependent, head] = state.arc(move)
        const count = featuresOfLabel(state, dependent, head, keys)
        labelScores.fill(0)
        labels.add(keys, count, labelScores)
        let best = 0
        for (let l = 1; l < labelScores.length; l++) if (labelScores[l]! > labelScores[best]!) best = l
        state.attach(dependent, head, best)
      }
    }
  }
}

export const SHIFT = 0
export const LEFT = 1
export const RIGHT = 2

export function bestMove(state: State, scores: ArrayLike<number>): number {
  let best = -1
  for (let move = 0; move < 3; move++) if (state.legal(move) && (best < 0 || scores[move]! > scores[best]!)) best = move
  return best
}

/// The stack, the words not yet read, and the arcs so far. The root stands behind the last word.
export class State {
  readonly views: readonly View[]
  readonly tags: Int32Array
  readonly heads: Int32Array
  readonly labels: Int32Array
  readonly stack: Int32Array
  depth = 0
  next = 0
  /// First and second dependents on the outside of each word, -1 where there is none, and how many there are.
  readonly left1: Int32Array
  readonly left2: Int32Array
  readonly right1: Int32Array
  readonly right2: Int32Array
  readonly lefts: Int32Array
  readonly rights: Int32Array

  constructor(views: readonly View[], tags: Int32Array) {
    const n = views.length
    this.views = views
    this.tags = tags
    this.heads = new Int32Array(n).fill(-1)
    this.labels = new Int32Array(n).fill(-1)
    this.stack = new Int32Array(n)
    this.left1 = new Int32Array(n + 1).fill(-1)
    this.left2 = new Int32Array(n + 1).fill(-1)
    this.right1 = new Int32Array(n + 1).fill(-1)
    this.right2 = new Int32Array(n + 1).fill(-1)
    this.lefts = new Int32Array(n + 1)
    this.rights = new Int32Array(n + 1)
  }

  get done(): boolean {
    return this.next === this.views.length && this.depth === 0
  }

  legal(move: number): boolean {
    const atEnd = this.next === this.views.length
    if (move === SHIFT) return !atEnd
    if (move === RIGHT) return this.depth >= 2
    return atEnd ? this.depth === 1 : this.depth >= 1
  }

  /// The move when there is no choice, else -1.
  get onlyMove(): number {
    if (this.depth === 0) return SHIFT
    if (this.next === this.views.length) return this.depth === 1 ? LEFT : RIGHT
    return -1
  }

  /// What LEFT or RIGHT would join: [dependent, head]; the root is the number of words.
  arc(move: number): [number, number] {
    const top = this.stack[this.depth - 1]!
    return [top, move === LEFT ? this.next : this.stack[this.depth - 2]!]
  }

  shift(): void {
    this.stack[this.depth++] = this.next++
  }

  attach(dependent: number, head: number, label: number): void {
    this.depth--
    this.heads[dependent] = head === this.views.length ? -1 : head
    this.labels[dependent] = label
    if (dependent < head) {
      this.left2[head] = this.left1[head]!
      this.left1[head] = dependent
      this.lefts[head]!++
    } else {
      this.right2[head] = this.right1[head]!
      this.right1[head] = dependent
      this.rights[head]!++
    }
  }
}

/// Room for the features of one decision.
export const moveFeatures = 128

/// What speaks for a move: the words and tags on top of the stack and next in line, their dependents, how far apart they stand.
export function featuresOfMove(s: State, into: Int32Array): number {
  const n = s.views.length
  const s0 = s.depth > 0 ? s.stack[s.depth - 1]! : -1
  const s1 = s.depth > 1 ? s.stack[s.depth - 2]! : -1
  const s2 = s.depth > 2 ? s.stack[s.depth - 3]! : -1
  const b0 = s.next
  const word = (i: number): number => (i < 0 ? 11 : i < n ? s.views[i]!.word : i === n ? 12 : 13)
  const tag = (i: number): number => (i < 0 ? 211 : i < n ? s.tags[i]! : i === n ? 212 : 213)
  const label = (i: number): number => (i < 0 ? 311 : s.labels[i]!)
  const s0w = word(s0)
  const s0t = tag(s0)
  const s1w = word(s1)
  const s1t = tag(s1)
  const s2t = tag(s2)
  const b0w = word(b0)
  const b0t = tag(b0)
  const b1w = word(b0 + 1)
  const b1t = tag(b0 + 1)
  const b2t = tag(b0 + 2)
  const b2w = word(b0 + 2)
  const b3t = tag(b0 + 3)
  const none = -1
  const s0l = s0 < 0 ? none : s.left1[s0]!
  const s0l2 = s0 < 0 ? none : s.left2[s0]!
  const s0r = s0 < 0 ? none : s.right1[s0]!
  const s0r2 = s0 < 0 ? none : s.right2[s0]!
  const s1l = s1 < 0 ? none : s.left1[s1]!
  const s1r = s1 < 0 ? none : s.right1[s1]!
  const s1r2 = s1 < 0 ? none : s.right2[s1]!
  const b0l = b0 > n ? none : s.left1[b0]!
  const b0l2 = b0 > n ? none : s.left2[b0]!
  const gap = s0 < 0 ? 9 : distance(b0 - s0)
  const gap1 = s1 < 0 ? 9 : distance(s0 - s1)
  const before0 = s0 > 0 ? tag(s0 - 1) : 210
  const after0 = s0 < 0 ? 210 : tag(s0 + 1)
  const s0v = s0 < 0 ? 0 : Math.min(s.rights[s0]!, 4) * 8 + Math.min(s.lefts[s0]!, 4)
  const s1v = s1 < 0 ? 0 : Math.min(s.rights[s1]!, 4) * 8 + Math.min(s.lefts[s1]!, 4)
  const b0v = b0 > n ? 0 : Math.min(s.lefts[b0]!, 4)
  let k = 0
  const put = (template: number, value: number): void => {
    into[k++] = mix(template * 0x9e3779b1, value)
  }
  const two = (template: number, a: number, b: number): void => put(template, mix(a, b))
  const three = (template: number, a: number, b: number, c: number): void => put(template, mix(mix(a, b), c))
  const four = (template: number, a: number, b: number, c: number, d: number): void => put(template, mix(mix(mix(a, b), c), d))
  put(101, s0w)
  put(102, s0t)
  two(103, s0w, s0t)
  put(104, b0w)
  put(105, b0t)
  two(106, b0w, b0t)
  put(107, s1w)
  put(108, s1t)
  two(109, s1w, s1t)
  put(110, b1w)
  put(111, b1t)
  two(112, b1w, b1t)
  two(113, b2w, b2t)
  put(114, b2t)
  two(115, s0w, b0w)
  two(116, s0t, b0t)
  two(117, s0w, b0t)
  two(118, s0t, b0w)
  three(119, s0w, s0t, b0t)
  three(120, s0t, b0w, b0t)
  two(121, s1w, s0w)
  two(122, s1t, s0t)
  two(123, s1w, s0t)
  two(124, s1t, s0w)
  two(125, s1t, b0t)
  two(126, s1w, b0w)
  two(127, b0t, b1t)
  two(128, b0w, b1t)
  three(129, s0t, b0t, b1t)
  four(130, s0t, b0t, b1t, b2t)
  three(131, s1t, s0t, b0t)
  four(132, s2t, s1t, s0t, b0t)
  four(133, s1t, s0t, b0t, b1t)
  three(134, s0w, b0t, b1t)
  three(135, s1t, s0w, b0t)
  three(136, s1t, s0t, b0w)
  three(137, s1w, s0t, b0t)
  three(138, s0t, b0t, tag(s0l))
  three(139, s0t, b0t, tag(s0r))
  three(140, s0t, b0t, tag(b0l))
  three(141, s1t, s0t, tag(s0l))
  three(142, s1t, s0t, tag(s0r))
  three(143, s1t, s0t, tag(s1r))
  three(144, s1t, s0t, tag(s1l))
  three(145, s0t, tag(s0l), tag(s0l2))
  three(146, s0t, tag(s0r), tag(s0r2))
  three(147, b0t, tag(b0l), tag(b0l2))
  three(148, s1t, tag(s1r), tag(s1r2))
  three(149, s0t, b0t, gap)
  three(150, s0w, b0w, gap)
  two(151, s0t, gap)
  two(152, b0t, gap)
  three(153, s1t, s0t, gap1)
  two(154, s0w, s0v)
  two(155, s0t, s0v)
  two(156, b0w, b0v)
  two(157, b0t, b0v)
  two(158, s1t, s1v)
  two(159, s1w, s1v)
  three(160, s0t, label(s0l), label(s0r))
  three(161, s0w, label(s0l), label(s0r))
  three(162, s0t, b0t, label(s0l))
  three(163, s0t, b0t, label(s0r))
  three(164, b0t, s0t, label(b0l))
  three(165, s1t, label(s1r), s0t)
  three(166, s1t, s0t, label(s0l))
  three(167, s1w, label(s1r), s0t)
  two(168, b0w, label(b0l))
  three(169, s0w, b0t, label(s0r))
  three(170, before0, s0t, b0t)
  three(171, s0t, after0, b0t)
  three(172, s0t, b0 > 0 ? tag(b0 - 1) : 210, b0t)
  four(173, b0t, b1t, b2t, b3t)
  four(174, s0t, s0v, b0t, b0v)
  four(175, s1t, s1v, s0t, b0t)
  three(176, s0w, word(s0l), b0t)
  three(177, s0w, word(s0r), b0t)
  three(178, word(b0l), b0t, s0t)
  three(179, s1t, s0w, word(s0l))
  three(180, s1w, s0w, word(s0l))
  three(181, s1w, s0t, word(s0l))
  three(182, s1t, s0t, word(s0l))
  four(183, s1t, s0t, word(s0l), b0t)
  three(184, s2t, s1t, s0t)
  four(185, s1t, label(s1l), label(s1r), s0t)
  return k
}

/// What speaks for a relation, once dependent and head are known; the dependent's own dependents are all known then.
export function featuresOfLabel(s: State, d: number, h: number, into: Int32Array): number {
  const n = s.views.length
  const word = (i: number): number => (i < 0 ? 11 : i < n ? s.views[i]!.word : 12)
  const tag = (i: number): number => (i < 0 ? 211 : i < n ? s.tags[i]! : 212)
  const label = (i: number): number => (i < 0 ? 311 : s.labels[i]!)
  const dw = word(d)
  const dt = tag(d)
  const hw = word(h)
  const ht = tag(h)
  const side = d < h ? 1 : 0
  const dl = s.left1[d]!
  const dl2 = s.left2[d]!
  const dr = s.right1[d]!
  const hl = s.left1[h]!
  const hr = s.right1[h]!
  const hr2 = s.right2[h]!
  const gap = distance(Math.abs(h - d)) * 2 + side
  let k = 0
  const put = (template: number, value: number): void => {
    into[k++] = mix(template * 0x9e3779b1, value)
  }
  const two = (template: number, a: number, b: number): void => put(template, mix(a, b))
  const three = (template: number, a: number, b: number, c: number): void => put(template, mix(mix(a, b), c))
  const four = (template: number, a: number, b: number, c: number, e: number): void => put(template, mix(mix(mix(a, b), c), e))
  put(201, dw)
  put(202, dt)
  put(203, hw)
  put(204, ht)
  three(205, dt, ht, side)
  three(206, dw, ht, side)
  three(207, dt, hw, side)
  three(208, dw, hw, side)
  three(209, dt, ht, gap)
  three(210, dt, tag(d - 1), side)
  three(211, dt, tag(d + 1), side)
  four(212, dt, tag(d - 1), tag(d + 1), ht)
  four(213, ht, tag(h - 1), h < n ? tag(h + 1) : 210, dt)
  three(214, dt, word(dl), ht)
  three(215, dt, tag(dl), ht)
  three(216, dt, label(dl), ht)
  three(217, dt, label(dl), hw)
  three(218, dt, label(dr), ht)
  four(219, dt, label(dl), label(dl2), ht)
  four(220, dt, label(hl), side, ht)
  four(221, dt, label(hr), side, ht)
  four(222, dt, label(hr), label(hr2), hw)
  three(223, dt, label(hr), hw)
  three(224, dw, word(dl), hw)
  three(225, word(dl), hw, side)
  three(226, word(dl2), dt, ht)
  two(227, dw, word(dl))
  three(228, dt, Math.min(s.lefts[d]!, 4) * 8 + Math.min(s.rights[d]!, 4), ht)
  three(229, dt, ht, Math.min(s.lefts[h]!, 4) * 8 + Math.min(s.rights[h]!, 4))
  three(230, dw, ht, gap)
  three(231, dt, hw, gap)
  three(232, word(d - 1), dt, ht)
  three(233, word(d + 1), dt, ht)
  three(234, d < n ? s.views[d]!.suffixes[2]! : 0, ht, side)
  three(235, h < n ? s.views[h]!.suffixes[2]! : 0, dt, side)
  four(236, word(dl), word(dl2), dt, ht)
  four(237, dt, label(dl), label(dr), ht)
  four(238, dt, ht, label(hl), label(hr))
  three(239, hw, label(hl), dt)
  four(240, dt, ht, side, h > d + 1 ? tag(d + 1) : h < d - 1 ? tag(d - 1) : 210)
  return k
}

const distance = (d: number): number => (d < 5 ? d : d < 7 ? 5 : d < 11 ? 6 : d < 20 ? 7 : 8)
