import {mkdtempSync, rmSync, writeFileSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {gzipSync} from "node:zlib"
import fc from "fast-check"
import {zipSync} from "fflate"
import {pack} from "tar-stream"
import {afterAll, beforeAll, expect, test} from "vitest"
import type {Article, Skipped} from "../../model/model.ts"
import {articlesFrom} from "../read.ts"
import {packings} from "./packed.ts"
import {zip} from "./zip.ts"

const prose = "The border was opened on Friday, and the governor said that it would stay open."
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "annals-containers-"))
})
afterAll(() => rmSync(folder, {recursive: true}))

async function read(name: string, content: Uint8Array): Promise<string[]> {
  const path = join(folder, name)
  writeFileSync(path, content)
  const found: (Article | Skipped)[] = []
  for await (const item of articlesFrom([path])) found.push(item)
  return found.map(item => ("reason" in item ? `${item.path.replace(folder, "")}: ${item.reason}` : item.text))
}

/// A zstd frame with one stored block.
const zstd = (content: Uint8Array): Uint8Array =>
  Uint8Array.of(
    0x28,
    0xb5,
    0x2f,
    0xfd,
    0x20,
    content.length,
    ...[1 + content.length * 8, content.length >> 5, 0].map(n => n & 255),
    ...content
  )

async function tarOf(files: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const packing = pack()
  for (const [name, text] of Object.entries(files)) packing.entry({name}, text)
  packing.finalize()
  const parts: Uint8Array[] = []
  for await (const part of packing) parts.push(part as Uint8Array)
  return Buffer.concat(parts)
}

test("zip, tar and zstd are known by content and read file by file, archives in archives too", async () => {
  const inner = zipSync({"deep.txt": bytes(`D. ${prose}`)})
  const files = {
    "a.txt": bytes(`A. ${prose}`),
    "b/c.jsonl": bytes(`${JSON.stringify({text: `B. ${prose}`})}\n{"no`),
    "b/photo.jpg": Uint8Array.of(0xff, 0xd8, 0xff, 0xe0),
    "__MACOSX/a.txt": bytes("hidden"),
    ".DS_Store": bytes("hidden"),
    "inner.zip": inner
  }
  expect(await read("pile", zipSync(files))).toEqual([
    `A. ${prose}`,
    `B. ${prose}`,
    "/pile/b/c.jsonl:2: is not JSON (it breaks off): mend or delete the line",
    "/pile/b/photo.jpg: is a picture, no plain text: give the article's text instead",
    `D. ${prose}`
  ])
  expect(await read("pile.tar.gz", gzipSync(await tarOf({"x/a.txt": `A. ${prose}`, "x/b.txt": `B. ${prose}`})))).toEqual([
    `A. ${prose}`,
    `B. ${prose}`
  ])
  expect(await read("a.txt.zst", zstd(bytes(prose)))).toEqual([prose])
})

test("what is broken ends in one line, and what came before it is read", async () => {
  const big = Object.fromEntries(Array.from({length: 20}, (_, i) => [`${i}.txt`, bytes(`${i}. ${prose.repeat(3)}`)]))
  const whole = zipSync(big, {level: 0})
  const cut = await read("cut.zip", whole.subarray(0, whole.length / 3))
  expect(cut.length).toBeGreaterThan(2)
  expect(cut.at(-1)).toMatch(/breaks off inside the archive: fetch or copy it again$/)
  expect((await read("cut.zst", zstd(bytes(prose)).subarray(0, 40))).at(-1)).toMatch(/zstd/)
  expect(await read("none.zip", zipSync({}))).toEqual(["/none.zip: is an archive without files to read: leave it out"])
  let nested = zipSync({"a.txt": bytes(prose)})
  for (let i = 0; i < 6; i++) nested = zipSync({"n.zip": nested})
  expect(await read("nested.zip", nested)).toEqual([expect.stringContaining("is an archive in an archive")])
})

test("a bomb is put down, not unpacked to the end", async () => {
  const zeros = Buffer.alloc(220_000_000)
  const all = async (chunks: AsyncIterable<Uint8Array>): Promise<number> => {
    let length = 0
    for await (const chunk of chunks) length += chunk.length
    return length
  }
  const given = async function* (packed: Uint8Array): AsyncGenerator<Uint8Array> {
    yield packed
  }
  await expect(all(packings[0]!.unpacked(given(gzipSync(zeros))))).rejects.toThrow("unpacks to more than 300 times its size")
  const zipped = async (): Promise<void> => {
    for await (const entry of zip.entries(given(zipSync({"bomb.txt": zeros})), "x"))
      if (!("reason" in entry)) await all(entry.chunks)
  }
  await expect(zipped()).rejects.toThrow("unpacks to more than 300 times its size")
}, 60_000)

test("any files in any pieces come out as they went in", async () => {
  const names = fc.stringMatching(/^[a-z]{1,8}\.txt$/)
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(names, fc.uint8Array({maxLength: 3000}), {maxKeys: 5}),
      fc.integer({min: 1, max: 700}),
      async (files, size) => {
        const packed = zipSync(files)
        const chunks = async function* (): AsyncGenerator<Uint8Array> {
          for (let at = 0; at < packed.length; at += size) yield packed.subarray(at, at + size)
        }
        const got: Record<string, number[]> = {}
        for await (const entry of zip.entries(chunks(), "x")) {
          if ("reason" in entry) throw new Error(entry.reason)
          const all: number[] = []
          for await (const chunk of entry.chunks) all.push(...chunk)
          got[entry.name] = all
        }
        expect(got).toEqual(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, [...content]])))
      }
    ),
    {numRuns: 25}
  )
})

test("any bytes after a packing's mark end in bytes or one reason", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({maxLength: 400}),
      fc.constantFrom(Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd), Uint8Array.of(0x1f, 0x8b), bytes("PK\x03\x04")),
      async (junk, mark) => {
        expect((await read("junk", Buffer.concat([mark, junk]))).length).toBeGreaterThan(0)
      }
    ),
    {numRuns: 40}
  )
  expect(packings).toHaveLength(2)
})
