import {Unreadable} from "../unreadable.ts"
import {bombWatch, type Container, type Entry, pieces} from "./container.ts"

/// A zip archive, read from front to back as it comes, so that it may be as long as it likes.
export const zip: Container = {
  name: "zip",
  detects: head => head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5),
  async *entries(chunks) {
    const {Unzip, UnzipInflate} = await import("fflate")
    const found: Unpacking[] = []
    const watch = bombWatch()
    const source = pieces(chunks)
    const unzip = new Unzip(file => {
      const entry: Unpacking = {name: file.name, parts: [], done: false, dropped: false}
      found.push(entry)
      file.ondata = (error, data, final) => {
        if (error) entry.error = error
        else if (!entry.dropped) {
          watch.gave(data.length)
          if (data.length > 0) entry.parts.push(data)
        }
        if (final || error) entry.done = true
      }
      try {
        file.start()
      } catch {
        entry.error = new Unreadable("is packed in a way that annals does not know (only stored and deflated): pack it again")
        entry.done = true
      }
    })
    unzip.register(UnzipInflate)
    let over = false
    // The next piece goes in; what comes out of it lies in the entries.
    const pump = async (): Promise<void> => {
      const next = await source.next()
      if (next.done) {
        over = true
        return
      }
      watch.took(next.value.length)
      unzip.push(next.value, false)
    }
    for (;;) {
      const entry = found.shift()
      if (entry) {
        if (!entry.name.endsWith("/")) yield {name: entry.name, chunks: unpacked(entry, pump, () => over)} satisfies Entry
        entry.dropped = true
        entry.parts.length = 0
        while (!entry.done && !over) await pump()
      } else if (over) return
      else await pump()
    }
  }
}

interface Unpacking {
  readonly name: string
  readonly parts: Uint8Array[]
  done: boolean
  dropped: boolean
  error?: Error
}

async function* unpacked(entry: Unpacking, pump: () => Promise<void>, over: () => boolean): AsyncGenerator<Uint8Array> {
  for (;;) {
    yield* entry.parts.splice(0)
    if (entry.error instanceof Unreadable) throw entry.error
    if (entry.error) throw new Unreadable(`cannot be unpacked (${entry.error.message}): pack it again, without a password`)
    if (entry.done) return
    if (over()) throw new Unreadable("breaks off inside the archive: fetch or copy it again")
    await pump()
  }
}
