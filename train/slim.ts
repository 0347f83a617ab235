import {Bytes} from "../src/language/table.ts"
import type {Packing} from "./pack.ts"

/// Copies the linear reader into a packing, without lemmas and without rows and weights that speak too softly to matter.
export function slim(linear: Uint8Array, packing: Packing, softest: {tags: number; moves: number; labels: number}): void {
  const bytes = new Bytes(linear)
  if (bytes.text() !== "linear") throw new Error("these are not the weights of the fast reader")
  packing.text(bytes.text())
  sparse(bytes, packing, softest.tags)
  packing.text(bytes.text())
  packed(bytes, packing, softest.moves)
  sparse(bytes, packing, softest.labels)
}

function packed(bytes: Bytes, packing: Packing, softest: number): void {
  packing.number(bytes.number())
  const count = bytes.number()
  const keys = keysOf(bytes, count)
  const columns = [0, 1, 2].map(() => new Int8Array(bytes.take(count)))
  const kept = keys.map((_, i) => i).filter(i => columns.some(c => Math.abs(c[i]!) > softest))
  packing.number(kept.length)
  writeKeys(
    packing,
    kept.map(i => keys[i]!)
  )
  for (const column of columns) for (const i of kept) packing.byte(column[i]!)
}

function sparse(bytes: Bytes, packing: Packing, softest: number): void {
  packing.number(bytes.number())
  const count = bytes.number()
  const keys = keysOf(bytes, count)
  const sizes = keys.map(() => bytes.number())
  const pairs = sizes.reduce((a, b) => a + b, 0)
  const classes = bytes.take(pairs)
  const weights = new Int8Array(bytes.take(pairs))
  const rows: {key: number; pairs: number[]}[] = []
  let at = 0
  keys.forEach((key, i) => {
    const kept: number[] = []
    for (const end = at + sizes[i]!; at < end; at++) if (Math.abs(weights[at]!) > softest) kept.push(at)
    if (kept.length > 0) rows.push({key, pairs: kept})
  })
  packing.number(rows.length)
  writeKeys(
    packing,
    rows.map(r => r.key)
  )
  for (const row of rows) packing.number(row.pairs.length)
  for (const row of rows) for (const pair of row.pairs) packing.byte(classes[pair]!)
  for (const row of rows) for (const pair of row.pairs) packing.byte(weights[pair]!)
}

function keysOf(bytes: Bytes, count: number): number[] {
  let last = 0
  return Array.from({length: count}, () => (last += bytes.number()))
}

function writeKeys(packing: Packing, keys: readonly number[]): void {
  let last = 0
  for (const key of keys) {
    packing.number(key - last)
    last = key
  }
}
