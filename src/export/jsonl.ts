import type {Exporter} from "./exporter.ts"

export const jsonl: Exporter = {
  name: "jsonl",
  says: "one event a line, every field, nested",
  mediaType: "application/x-ndjson",
  extension: "jsonl",
  row: "event",
  async *write(events) {
    for await (const event of events) yield `${JSON.stringify(inOrder(event))}\n`
  }
}

/// The same value with the keys of every object in one order, id and type first, so that equal events give equal bytes
/// whatever way they were put together.
function inOrder(value: unknown): unknown {
  if (value === null || typeof value !== "object") return value
  if (Array.isArray(value)) return value.map(inOrder)
  const held = value as Record<string, unknown>
  const ordered: Record<string, unknown> = {}
  for (const key of orderOf(Object.keys(held))) ordered[key] = inOrder(held[key])
  return ordered
}

/// Objects of events come with the same few lists of keys; each list is sorted once.
const orders = new Map<string, readonly string[]>()
const mostOrders = 4096

function orderOf(keys: readonly string[]): readonly string[] {
  const name = keys.join("\n")
  const known = orders.get(name)
  if (known) return known
  const sorted = keys.toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  if (orders.size < mostOrders) orders.set(name, sorted)
  return sorted
}

const rank = (key: string): number => (key === "id" ? 0 : key === "type" ? 1 : 2)
