import type {Exporter} from "./exporter.ts"

export const jsonl: Exporter = {
  name: "jsonl",
  says: "one event a line, every field, nested",
  mediaType: "application/x-ndjson",
  extension: "jsonl",
  async *write(events) {
    for await (const event of events) yield `${JSON.stringify(event)}\n`
  }
}
