import {Readable} from "node:stream"
import type {Container} from "./container.ts"

/// A tar archive (also inside gzip or zstd), read from front to back.
export const tar: Container = {
  name: "tar",
  detects: head => head.length >= 262 && String.fromCharCode(...head.subarray(257, 262)) === "ustar",
  async *entries(chunks) {
    const {extract} = await import("tar-stream")
    const unpacking = extract()
    const source = Readable.from(chunks, {objectMode: false})
    source.on("error", error => unpacking.destroy(error))
    source.pipe(unpacking)
    for await (const entry of unpacking) {
      if (entry.header.type === "file") yield {name: entry.header.name, chunks: entry as AsyncIterable<Uint8Array>}
      entry.resume()
    }
  }
}
