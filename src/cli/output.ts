import {once} from "node:events"
import {createWriteStream} from "node:fs"
import {rename, rm} from "node:fs/promises"
import {Readable} from "node:stream"

/// Copies a body to a stream, keeping to its pace. A reader that goes away (`| head`) ends it quietly.
export async function write(out: NodeJS.WritableStream, body: ReadableStream<Uint8Array>): Promise<void> {
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    if (!out.write(chunk)) await once(out, "drain")
  }
}

/// Writes a file whole or not at all: beside its place first, then into it.
export async function writeFile(path: string, body: ReadableStream<Uint8Array>): Promise<void> {
  const beside = `${path}.part`
  const file = createWriteStream(beside)
  try {
    await once(file, "open")
    const failed = new Promise<never>((_, reject) => file.on("error", reject))
    await Promise.race([write(file, body), failed])
    file.end()
    await Promise.race([once(file, "close"), failed])
    await rename(beside, path)
  } catch (error) {
    await rm(beside, {force: true})
    throw error
  }
}

/// Text in pieces as a body to be written.
export function textBody(pieces: Iterable<string> | AsyncIterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  async function* bytes(): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) yield encoder.encode(piece)
  }
  return Readable.toWeb(Readable.from(bytes())) as ReadableStream<Uint8Array>
}

/// A body to a file, or to standard output where no file (or "-") is named.
export const put = (out: string | undefined, body: ReadableStream<Uint8Array>): Promise<void> =>
  out && out !== "-" ? writeFile(out, body) : write(process.stdout, body)
