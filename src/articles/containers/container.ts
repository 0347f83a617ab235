import type {Skipped} from "../../model/model.ts"
import {Unreadable} from "../unreadable.ts"

/// A file that holds files. Its entries come one after the other and are never all held.
export interface Container {
  readonly name: string
  /// Whether a file that begins with these bytes is one.
  detects(head: Uint8Array, path: string): boolean
  /// Every file in it, or why one cannot be had; each is to be read before the next is asked for.
  entries(chunks: AsyncIterable<Uint8Array>, path: string): AsyncIterable<Entry | Skipped>
}

export interface Entry {
  /// Its name in the container.
  readonly name: string
  readonly chunks: AsyncIterable<Uint8Array>
}

/// Packed bytes that grow without end are an attack or an accident: text packs to a tenth, seldom to a fiftieth.
const mostTimes = 300
/// Below this nobody minds.
const harmless = 200_000_000

/// Counts what goes in and what comes out of an unpacker, and throws when it is a bomb.
export function bombWatch(): {took(bytes: number): void; gave(bytes: number): void} {
  let packed = 0
  let unpacked = 0
  return {
    took(bytes) {
      packed += bytes
    },
    gave(bytes) {
      unpacked += bytes
      if (unpacked > harmless && unpacked > packed * mostTimes) {
        throw new Unreadable(`unpacks to more than ${mostTimes} times its size, which no news does: leave it out`)
      }
    }
  }
}

/// Chunks cut into pieces that no unpacker can blow up beyond measure at once.
export async function* pieces(chunks: AsyncIterable<Uint8Array>, size = 16_384): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) for (let at = 0; at < chunk.length; at += size) yield chunk.subarray(at, at + size)
}
