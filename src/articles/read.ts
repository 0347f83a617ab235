import {createReadStream} from "node:fs"
import {readdir, realpath, stat} from "node:fs/promises"
import {join} from "node:path"
import {pipeline, Readable} from "node:stream"
import {createGunzip} from "node:zlib"
import type {Article, Skipped} from "../model/model.ts"
import {notText} from "./bytes.ts"
import {formats} from "./formats/list.ts"

export interface ReadOptions {
  /// The name of a format to read everything as, whatever it looks like.
  readonly format?: string
  /// What "-" stands for; the process's own standard input if not given.
  readonly stdin?: AsyncIterable<Uint8Array | string>
  /// Told how many bytes of a file have just been read, for saying how far the work is.
  readonly onBytes?: (count: number) => void
}

/// How many bytes the files in the paths hold together; undefined if one of the paths is standard input.
export async function bytesIn(paths: readonly string[]): Promise<number | undefined> {
  if (paths.includes("-")) return undefined
  let sum = 0
  for (const path of paths) {
    for await (const input of inputsOf(path)) if (!("reason" in input)) sum += (await stat(input.path)).size
  }
  return sum
}

/// Everything in the paths, in order: files, folders (all their files by name, hidden ones and node_modules left out) and
/// "-" for standard input. Every input comes out as one or more articles or as a reason why not; nothing throws on account
/// of content, and memory stays flat however much there is.
export async function* articlesFrom(paths: readonly string[], options: ReadOptions = {}): AsyncGenerator<Article | Skipped> {
  for (const path of paths) {
    for await (const input of inputsOf(path)) {
      if ("reason" in input) yield input
      else if (input.path === "-") yield* read(asBytes(options.stdin ?? process.stdin), "-", options.format)
      else {
        const file = createReadStream(input.path, {highWaterMark: 1 << 18})
        if (options.onBytes) file.on("data", chunk => options.onBytes!(chunk.length))
        file.pause()
        yield* read(file, input.path, options.format)
      }
    }
  }
}

/// The files a path stands for, or a reason why there are none.
async function* inputsOf(path: string): AsyncGenerator<{readonly path: string} | Skipped> {
  if (path === "-") {
    yield {path}
    return
  }
  let folder: boolean
  try {
    folder = (await stat(path)).isDirectory()
  } catch (error) {
    yield {path, reason: complaint(error)}
    return
  }
  if (!folder) {
    yield {path}
    return
  }
  let any = false
  for await (const file of filesIn(path, new Set())) {
    any = true
    yield file
  }
  if (!any)
    yield {
      path,
      reason:
        "is a folder without files to read (hidden files and node_modules are left out): name the folder that holds the articles"
    }
}

async function* filesIn(folder: string, above: ReadonlySet<string>): AsyncGenerator<{readonly path: string} | Skipped> {
  let names: string[]
  let real: string
  try {
    real = await realpath(folder)
    names = await readdir(folder)
  } catch (error) {
    yield {path: folder, reason: complaint(error)}
    return
  }
  // A link that leads back up would go round for ever.
  if (above.has(real)) return
  for (const name of names.sort((a, b) => (a < b ? -1 : 1))) {
    if (name.startsWith(".") || name === "node_modules") continue
    const path = join(folder, name)
    try {
      const what = await stat(path)
      if (what.isDirectory()) yield* filesIn(path, new Set([...above, real]))
      else if (what.isFile()) yield {path}
      else yield {path, reason: "is neither a file nor a folder: leave it out"}
    } catch (error) {
      yield {path, reason: complaint(error)}
    }
  }
}

/// One input, whatever it is.
async function* read(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
  forced: string | undefined
): AsyncGenerator<Article | Skipped> {
  try {
    let {head, all} = await peeked(chunks)
    let name = path
    for (let packed = 0; packed < 3 && head[0] === 0x1f && head[1] === 0x8b; packed++) {
      name = name.replace(/\.t?gz$/i, "")
      ;({head, all} = await peeked(gunzipped(all)))
    }
    if (head.length === 0) {
      yield {path, reason: "is empty: leave it out, or save the article again"}
      return
    }
    const format = formats.find(f => (forced === undefined ? f.detects(head, name) : f.name === forced))
    const not = format?.binary ? undefined : notText(head)
    if (not) {
      yield {path, reason: not}
      return
    }
    if (!format) {
      yield {path, reason: `cannot be read as "${forced}": the formats are ${formats.map(f => f.name).join(", ")}`}
      return
    }
    yield* format.read(all, path)
  } catch (error) {
    yield {path, reason: complaint(error)}
  } finally {
    if (chunks instanceof Readable && path !== "-") chunks.destroy()
  }
}

/// The first bytes (up to 64 kB, or all there are), and the whole of the input from its beginning.
async function peeked(chunks: AsyncIterable<Uint8Array>): Promise<{head: Uint8Array; all: AsyncIterable<Uint8Array>}> {
  const rest = chunks[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let length = 0
  // Gzip that breaks off early still gives what came before; the break is told when it is reached.
  let broken: {readonly error: unknown} | undefined
  while (length < 65_536) {
    let next: IteratorResult<Uint8Array>
    try {
      next = await rest.next()
    } catch (error) {
      if (length === 0) throw error
      broken = {error}
      break
    }
    if (next.done) break
    first.push(next.value)
    length += next.value.length
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      yield* first
      if (broken) throw broken.error
      for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
    } finally {
      await rest.return?.()
    }
  }
  return {head: first.length === 1 ? first[0]! : Buffer.concat(first, length), all: all()}
}

function gunzipped(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const gunzip = createGunzip()
  pipeline(Readable.from(chunks, {objectMode: false}), gunzip, () => {})
  return gunzip
}

async function* asBytes(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk
}

const remedies: Readonly<Record<string, string>> = {
  ENOENT: "does not exist: check the spelling",
  ENOTDIR: "does not exist (a file stands where a folder should): check the spelling",
  EACCES: "may not be read: give yourself the right to read it (chmod u+r)",
  EPERM: "may not be read: give yourself the right to read it (chmod u+r)",
  ELOOP: "is a link that leads round in a circle: leave it out",
  EMFILE: "could not be opened, too many files are open: close some programs and read again",
  EIO: "could not be read from the disk: check the disk, or copy the file again",
  ENAMETOOLONG: "has too long a name: shorten it",
  Z_BUF_ERROR: "is gzip that breaks off: fetch or copy it again",
  Z_DATA_ERROR: "is damaged gzip: fetch or copy it again"
}

function complaint(error: unknown): string {
  const {code, message} = error as {code?: string; message?: string}
  return remedies[code ?? ""] ?? `could not be read (${String(message ?? error).split("\n")[0]}): try it alone, or leave it out`
}
