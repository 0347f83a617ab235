import type {Article, Skipped} from "../../model/model.ts"
import type {Columns} from "./columns.ts"

/// One kind of input. Detected by content; its bytes come in chunks and are never all held unless the kind needs it.
export interface Format {
  readonly name: string
  /// One line for the help.
  readonly says: string
  /// Usual endings of its files, without the dot; they decide only where the content leaves it open.
  readonly extensions: readonly string[]
  /// Its files may hold bytes that are no text.
  readonly binary?: true
  /// Whether a file that begins with these bytes is of this kind. `path` is as the user gave it, without ".gz".
  detects(head: Uint8Array, path: string): boolean
  /// Whose file it is, as its columns tell, for those that hold records: "Media Cloud".
  source?(head: Uint8Array, own: readonly Columns[]): string | undefined
  /// Reads everything in it: at least one article or reason. It never throws on content; a failing source throws through.
  /// `own` says how records of the reader's own call the parts of an article.
  read(chunks: AsyncIterable<Uint8Array>, path: string, own?: readonly Columns[]): AsyncIterable<Article | Skipped>
}

/// Whether a path ends in one of a format's endings.
export const endsIn = (path: string, extensions: readonly string[]): boolean =>
  extensions.includes(/\.([a-z\d]+)$/i.exec(path)?.[1]?.toLowerCase() ?? "")

/// All bytes of an input, or undefined if there are more than `most`; the source is then closed.
export async function allBytes(chunks: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    length += chunk.length
    if (length > most) return undefined
    parts.push(chunk)
  }
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts, length)
}
