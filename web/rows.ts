import type {EventRow} from "../src/api/contract.ts"

/// The rows of an answer as far as they were fetched, in pages.
export interface Answer {
  /// The query they answer.
  readonly query: string
  readonly total: number
  readonly pages: ReadonlyMap<number, readonly EventRow[]>
}

export const pageSize = 50

export const rowAt = ({pages}: Answer, i: number): EventRow | undefined => pages.get(Math.floor(i / pageSize))?.[i % pageSize]

/// The pages that rows lie on, from the first to the last, that are not there yet.
export function missing({pages, total}: Answer, first: number, last: number): number[] {
  const found: number[] = []
  const end = Math.min(last, total - 1)
  for (let page = Math.floor(Math.max(0, first) / pageSize); page * pageSize <= end; page++)
    if (!pages.has(page)) found.push(page)
  return found
}

/// The answer with a page more; of very many pages those farthest from it are let go.
export function withPage(answer: Answer, page: number, rows: readonly EventRow[]): Answer {
  const pages = new Map([...answer.pages, [page, rows] as const].sort(([a], [b]) => Math.abs(a - page) - Math.abs(b - page)))
  return {...answer, pages: new Map([...pages].slice(0, mostPages))}
}

const mostPages = 100

/// The rows around one of them that are there without a gap, and the number of the first.
export function stretch(answer: Answer, i: number): {readonly from: number; readonly rows: readonly EventRow[]} {
  const at = Math.floor(i / pageSize)
  let [first, last] = [at, at]
  while (answer.pages.has(first - 1)) first--
  while (answer.pages.has(last + 1)) last++
  const rows: EventRow[] = []
  for (let page = first; page <= last; page++) rows.push(...(answer.pages.get(page) ?? []))
  return {from: first * pageSize, rows}
}
