import {skeleton} from "./pieces.ts"

/// Whether a shorter name may repeat a longer one: each of its pieces is one of the other's, transcription apart.
export function sameName(short: readonly string[], long: readonly string[]): boolean {
  if (short.length === 0) return false
  const bones = new Set(long.map(skeleton))
  return short.every(piece => bones.has(skeleton(piece)))
}
