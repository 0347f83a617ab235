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
  if (Array.isArray(value)) return value.map(inOrder)
  if (value === null || typeof value !== "object") return value
  const entries = Object.entries(value).sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, held]) => [key, inOrder(held)]))
}

const rank = (key: string): number => (key === "id" ? 0 : key === "type" ? 1 : 2)
