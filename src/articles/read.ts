import {createReadStream} from "node:fs"
import {readdir, readFile, realpath, stat} from "node:fs/promises"
import {join, relative, sep} from "node:path"
import {Readable} from "node:stream"
import type {Article, Skipped} from "../model/model.ts"
import {notText} from "./bytes.ts"
import type {Container, Entry} from "./containers/container.ts"
import {containers} from "./containers/list.ts"
import {packings} from "./containers/packed.ts"
import type {Columns} from "./formats/columns.ts"
import type {Format} from "./formats/format.ts"
import {formats} from "./formats/list.ts"
import {notAfter} from "./published.ts"
import {Unreadable} from "./unreadable.ts"

export interface ReadOptions {
  /// The name of a format to read everything as, whatever it looks like.
  readonly format?: string
  /// How tables and JSONL of the reader's own call the parts of an article; what is known of other programs comes after it.
  readonly columns?: readonly Columns[] | undefined
  /// What "-" stands for; the process's own standard input if not given.
  readonly stdin?: AsyncIterable<Uint8Array | string>
  /// The last day that news can be from, by the reader's clock: a later one is refused, with a note.
  readonly latest?: string
  /// One part of all, from 1 to `of`: the parts together are the whole, and nothing is in two. Many files are shared out file by file,
  /// few by what they hold.
  readonly part?: Part
  /// Told how many bytes of a file have just been read, for saying how far the work is.
  readonly onBytes?: (count: number) => void
}

export interface Part {
  readonly part: number
  readonly of: number
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
  for await (const one of anyDay(paths, options))
    yield options.latest === undefined || "reason" in one ? one : notAfter(one, options.latest)
}

async function* anyDay(paths: readonly string[], options: ReadOptions): AsyncGenerator<Article | Skipped> {
  const {part} = options
  if (!part) return yield* everything(paths, options, () => true)
  const turns = (): (() => boolean) => {
    let at = 0
    return () => at++ % part.of === part.part - 1
  }
  if (await manyFiles(paths, part.of * 4)) return yield* everything(paths, options, turns())
  const mine = turns()
  for await (const one of everything(paths, options, () => true)) if (mine()) yield one
}

async function manyFiles(paths: readonly string[], enough: number): Promise<boolean> {
  let files = 0
  for (const path of paths) for await (const input of inputsOf(path)) if (!("reason" in input) && ++files >= enough) return true
  return false
}

/// What the files hold that `wanted` says yes to; it is asked once for each, in order.
async function* everything(
  paths: readonly string[],
  options: ReadOptions,
  wanted: () => boolean
): AsyncGenerator<Article | Skipped> {
  for (const path of paths) {
    for await (const input of inputsOf(path)) {
      if (!wanted()) continue
      if ("reason" in input) yield input
      else if (input.path === "-") yield* read(asBytes(options.stdin ?? process.stdin), "-", options)
      else {
        const file = createReadStream(input.path, {highWaterMark: 1 << 18})
        if (options.onBytes) file.on("data", chunk => options.onBytes!(chunk.length))
        file.pause()
        yield* read(file, input.path, options)
      }
    }
  }
}

/// One input as it would be read.
export interface Planned {
  readonly path: string
  readonly bytes: number
  /// The format or container that would read it.
  readonly as: string
}

/// What would be read, file by file, from the first bytes of each; nothing is read through.
export async function* planFor(
  paths: readonly string[],
  forced?: string,
  columns: readonly Columns[] = []
): AsyncGenerator<Planned | Skipped> {
  for (const path of paths) {
    for await (const input of inputsOf(path)) {
      if ("reason" in input) yield input
      else if (input.path === "-") yield {path: "-", bytes: 0, as: forced ?? "whatever comes"}
      else {
        const file = createReadStream(input.path, {highWaterMark: 1 << 16})
        try {
          const {head} = await peeked(file)
          const {size} = await stat(input.path)
          const kind = packings.find(p => p.detects(head)) ?? kindOf(head, input.path, forced)
          if ("reason" in kind) yield {path: input.path, reason: kind.reason}
          else yield {path: input.path, bytes: size, as: told(kind, head, columns)}
        } catch (error) {
          yield {path: input.path, reason: complaint(error)}
        } finally {
          file.destroy()
        }
      }
    }
  }
}

/// What reads an unpacked input that begins with these bytes, or why nothing does.
function kindOf(head: Uint8Array, path: string, forced: string | undefined): Format | Container | {readonly reason: string} {
  if (head.length === 0) return {reason: "is empty: leave it out, or save the article again"}
  const format = formats.find(f => (forced === undefined ? f.detects(head, path) : f.name === forced))
  const container = format?.binary ? undefined : containers.find(c => c.detects(head, path))
  if (container) return container
  const not = format?.binary ? undefined : notText(head)
  if (not) return {reason: not}
  return format ?? {reason: `cannot be read as "${forced}": the formats are ${formats.map(f => f.name).join(", ")}`}
}

/// "csv of Media Cloud", "gzip".
function told(kind: {readonly name: string}, head: Uint8Array, columns: readonly Columns[]): string {
  const source = "source" in kind ? (kind as Format).source?.(head, columns) : undefined
  return source === undefined ? kind.name : `${kind.name} of ${source}`
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
  const leftOut = await ignored(path)
  for await (const file of filesIn(path, new Set())) {
    if (leftOut(file.path)) continue
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

/// What the folder's `.annalsignore` leaves out, in the manner of `.gitignore`; without one, nothing.
async function ignored(folder: string): Promise<(path: string) => boolean> {
  let rules: string
  try {
    rules = await readFile(join(folder, ".annalsignore"), "utf8")
  } catch {
    return () => false
  }
  const {default: ignore} = await import("ignore")
  const rule = ignore().add(rules)
  return path => {
    const inside = relative(folder, path).split(sep).join("/")
    return inside !== "" && rule.ignores(inside)
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

/// Archives in archives are unpacked this deep.
const deepest = 4

/// One input, whatever it is.
async function* read(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
  options: Pick<ReadOptions, "format" | "columns">,
  depth = 0
): AsyncGenerator<Article | Skipped> {
  const {format: forced, columns} = options
  try {
    let {head, all} = await peeked(chunks)
    let name = path
    for (let packed = 0; packed < deepest; packed++) {
      const packing = packings.find(p => p.detects(head))
      if (!packing) break
      name = name.replace(packing.endings, "")
      ;({head, all} = await peeked(packing.unpacked(all)))
    }
    const kind = kindOf(head, name, forced)
    if ("reason" in kind) yield {path, reason: kind.reason}
    else if ("read" in kind) yield* kind.read(all, path, columns)
    else if (depth >= deepest) yield {path, reason: `is an archive in an archive, ${deepest} deep: unpack it first`}
    else yield* readEach(kind.entries(all, path), path, options, depth)
  } catch (error) {
    yield {path, reason: complaint(error)}
  } finally {
    if (chunks instanceof Readable && path !== "-" && depth === 0) chunks.destroy()
  }
}

/// What an archive holds, each file as if it lay in a folder of its name; hidden files are left out here too.
async function* readEach(
  entries: AsyncIterable<Entry | Skipped>,
  path: string,
  options: Pick<ReadOptions, "format" | "columns">,
  depth: number
): AsyncGenerator<Article | Skipped> {
  let any = false
  for await (const entry of entries) {
    if ("reason" in entry) yield entry
    else if (!/(^|\/)(\.|__MACOSX\/|node_modules\/)/.test(entry.name)) {
      any = true
      yield* read(entry.chunks, `${path}/${entry.name}`, options, depth + 1)
    }
  }
  if (!any) yield {path, reason: "is an archive without files to read: leave it out"}
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
  if (error instanceof Unreadable) return error.message
  return remedies[code ?? ""] ?? `could not be read (${String(message ?? error).split("\n")[0]}): try it alone, or leave it out`
}
