import {Unreadable} from "../unreadable.ts"

/// Follows the frames of a zstd stream (RFC 8878) as its bytes come, in pieces of any length, and throws where one asks for a window of more than
/// `most` bytes: whoever unpacks it has to set that aside at once, whatever the frame then holds. What is no zstd is let through.
export function frameWatch(most: number): (piece: Uint8Array) => void {
  /// What is gathered now: the bytes of a head, until there are `wanted` of them.
  let head: number[] = []
  let wanted = 4
  let part: "magic" | "skipped" | "frame" | "block" | "anything" = "magic"
  let rest = 0
  let isLast = false
  let checksum = 0

  const next = (now: typeof part, length: number): void => {
    head = []
    part = now
    wanted = length
  }
  /// Takes a head that is complete; asks for more of it, or goes on to what comes then.
  const take = (): void => {
    if (part === "magic") {
      const magic = number(head, 0, 4)
      if (magic >>> 4 === 0x184d2a5) next("skipped", 4)
      else next(magic === 0xfd2fb528 ? "frame" : "anything", 1)
    } else if (part === "skipped") {
      rest = number(head, 0, 4)
      next("magic", 4)
    } else if (part === "frame") {
      const [flags = 0] = head
      const single = (flags >> 5) & 1
      const dictionary = [0, 1, 2, 4][flags & 3]!
      const sizeBytes = [single, 2, 4, 8][flags >> 6]!
      wanted = 2 - single + dictionary + sizeBytes
      if (head.length < wanted) return
      const window = single
        ? number(head, 1 + dictionary, sizeBytes) + (sizeBytes === 2 ? 256 : 0)
        : 2 ** (10 + (head[1]! >> 3)) * (1 + (head[1]! & 7) / 8)
      if (window > most)
        throw new Unreadable(
          `wants ${Math.round(window / 1e6)} MB of memory to be unpacked: pack it again without --long or --ultra`
        )
      checksum = flags & 4
      next("block", 3)
    } else if (part === "block") {
      const block = number(head, 0, 3)
      isLast = (block & 1) === 1
      rest = ((block >> 1) & 3) === 1 ? 1 : block >> 3
      if (isLast) rest += checksum
      next(isLast ? "magic" : "block", isLast ? 4 : 3)
    }
  }
  return piece => {
    for (let at = 0; at < piece.length && part !== "anything"; ) {
      const over = Math.min(rest, piece.length - at)
      rest -= over
      at += over
      if (at === piece.length) return
      head.push(piece[at++]!)
      if (head.length >= wanted) take()
    }
  }
}

/// Little end first; as many bytes as 2^53 holds exactly, and near enough beyond.
const number = (bytes: readonly number[], from: number, length: number): number =>
  bytes.slice(from, from + length).reduceRight((sum, byte) => sum * 256 + byte, 0)
