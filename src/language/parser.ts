import {bestMove, featuresOfLabel, featuresOfMove, labelFeatures, moveFeatures, SHIFT, State} from "./state.ts"
import {type Bytes, packedTable, sparseTable, type Table} from "./table.ts"
import type {View} from "./views.ts"

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
  const keys = new Int32Array(Math.max(moveFeatures, labelFeatures))
  const moveScores = new Int32Array(3)
  const labelScores = new Int32Array(relations.length)
  const state = new State()
  return {
    relations,
    parse(views, tags) {
      state.begin(views, tags)
      while (!state.done) {
        let move = state.onlyMove
        if (move < 0) {
          const count = featuresOfMove(state, keys)
          moveScores.fill(0)
          moves.add(keys, count, moveScores)
          move = bestMove(state, moveScores)
        }
        if (move === SHIFT) {
          state.shift()
          continue
        }
        const head = state.headBy(move)
        const count = featuresOfLabel(state, head, keys)
        labelScores.fill(0)
        labels.add(keys, count, labelScores)
        let best = 0
        for (let l = 1; l < labelScores.length; l++) if (labelScores[l]! > labelScores[best]!) best = l
        state.attach(head, best)
      }
      return {heads: state.headsSoFar(), labels: state.labelsSoFar()}
    }
  }
}
