import {pipeline, Readable} from "node:stream"
import {createGunzip} from "node:zlib"
import {Unreadable} from "../unreadable.ts"
import {bombWatch, pieces} from "./container.ts"
import {frameWatch} from "./zstd-frames.ts"

/// One packed stream: gzip or zstd, known by its first bytes.
export interface Packing {
  readonly name: string
  readonly endings: RegExp
  detects(head: Uint8Array): boolean
  unpacked(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>
}

const gzip: Packing = {
  name: "gzip",
  endings: /\.t?gz$/i,
  detects: head => head[0] === 0x1f && head[1] === 0x8b,
  async *unpacked(chunks) {
    const watch = bombWatch()
    const counted = async function* (): AsyncGenerator<Uint8Array> {
      for await (const chunk of chunks) {
        watch.took(chunk.length)
        yield chunk
      }
    }
    const gunzip = createGunzip()
    pipeline(Readable.from(counted(), {objectMode: false}), gunzip, () => {})
    for await (const chunk of gunzip as AsyncIterable<Uint8Array>) {
      watch.gave(chunk.length)
      yield chunk
    }
  }
}

/// What the zstd program itself takes without being asked to.
const largestWindow = 128 * 2 ** 20

const zstd: Packing = {
  name: "zstd",
  endings: /\.t?zst$/i,
  detects: head => head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd,
  async *unpacked(chunks) {
    const {Decompress} = await import("fzstd")
    const watch = bombWatch()
    const checkFrames = frameWatch(largestWindow)
    const parts: Uint8Array[] = []
    let ended = false
    const stream = new Decompress((data, final) => {
      watch.gave(data.length)
      if (data.length > 0) parts.push(data.slice())
      if (final) ended = true
    })
    try {
      for await (const piece of pieces(chunks)) {
        watch.took(piece.length)
        checkFrames(piece)
        stream.push(piece)
        yield* parts.splice(0)
      }
      stream.push(new Uint8Array(0), true)
    } catch (error) {
      if (error instanceof Unreadable) throw error
      throw new Unreadable("is damaged zstd, or breaks off: fetch or copy it again")
    }
    yield* parts.splice(0)
    if (!ended) throw new Unreadable("is zstd that breaks off: fetch or copy it again")
  }
}

export const packings: readonly Packing[] = [gzip, zstd]
