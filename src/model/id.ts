import {createHash} from "node:crypto"

/// A name made of contents: the first 16 hex digits of the SHA-256 of the parts, each closed by a zero character
/// so that ("ab", "c") and ("a", "bc") differ. Same contents, same id, on every machine.
export function contentId(...parts: readonly string[]): string {
  const hash = createHash("sha256")
  for (const part of parts) hash.update(part).update("\0")
  return hash.digest("hex").slice(0, 16)
}
