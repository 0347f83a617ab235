import {once} from "node:events"
import {createWriteStream} from "node:fs"
import {rename, rm} from "node:fs/promises"

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
