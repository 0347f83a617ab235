import {spawnSync} from "node:child_process"
import {createHash} from "node:crypto"
import {chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs"
import {tmpdir} from "node:os"
import {delimiter, join, resolve} from "node:path"
import {afterAll, beforeAll, describe, expect, test, vi} from "vitest"
import {linesOf} from "../bench/invented.ts"
import {openStore} from "../src/store/store.ts"

/// What a machine can do to a ledger: each ends in one line with the next step, and nothing is lost. The built command, as a user runs it.
vi.setConfig({testTimeout: 300_000, hookTimeout: 300_000})

const root = resolve(import.meta.dirname, "..")
const main = join(root, "dist", "main.js")
let folder: string
let wanted: string

const annals = (args: readonly string[], env: NodeJS.ProcessEnv = {}) => {
  const {status, stdout, stderr} = spawnSync(process.execPath, [main, ...args], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: {...process.env, ...env}
  })
  return {status, stdout, stderr}
}
const read = (...args: string[]) => annals(["read", "pile.jsonl", "--jobs", "1", "--quiet", "--ledger", ...args])
const exported = (ledger: string): string => {
  const {status, stdout, stderr} = annals(["export", "--as", "jsonl", "--background", "all", "--ledger", ledger])
  expect(status, stderr).toBe(0)
  return createHash("sha256").update(stdout).digest("hex")
}
/// Said in one line.
const oneLine = (says: RegExp) => ({
  status: 1,
  stderr: expect.stringMatching(new RegExp(`^annals: [^\n]*${says.source}[^\n]*\n$`))
})

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "annals-trouble-"))
  writeFileSync(join(folder, "pile.jsonl"), linesOf(1, 0, 60, 2))
  expect(read("whole").status).toBe(0)
  wanted = exported("whole")
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

describe("trouble", () => {
  test.runIf(process.platform === "linux")("a full disk, then room again: the ledger of an untroubled run", () => {
    // no file may grow beyond a limit, which a program meets as it meets a full disk
    const {status, stderr} = spawnSync(
      "sh",
      [
        "-c",
        `trap '' XFSZ; ulimit -f 800; exec "$0" "$@"`,
        process.execPath,
        main,
        "read",
        "pile.jsonl",
        "--jobs",
        "1",
        "--quiet",
        "--ledger",
        "full"
      ],
      {cwd: folder, encoding: "utf8"}
    )
    expect({status, stderr}).toMatchObject(
      oneLine(/the disk is full: make room and run the same command again, nothing stored is lost/)
    )
    expect(annals(["verify", "--ledger", "full"]).status).toBe(0)
    expect(read("full").status).toBe(0)
    expect(exported("full")).toBe(wanted)
  })

  test("a ledger that another process has open", async () => {
    const store = await openStore(join(folder, "whole"))
    try {
      expect(read("whole")).toMatchObject(oneLine(/in use by process \d+; wait for it to finish, or choose another/))
    } finally {
      await store.close()
    }
    expect(exported("whole")).toBe(wanted)
  })

  test("a folder that may not be written to, or that cannot be one", () => {
    writeFileSync(join(folder, "file"), "")
    expect(read("file/ledger")).toMatchObject(oneLine(/cannot make the folder .*; choose another with --ledger/))
    expect(annals(["read", "pile.jsonl", "--shard", "1/2", "--out", "file/shards"]).status).toBe(1)
    if (process.getuid?.() === 0) return // may write anywhere
    mkdirSync(join(folder, "locked"))
    chmodSync(join(folder, "locked"), 0o555)
    expect(read("locked")).toMatchObject(oneLine(/check the folder's rights and free space/))
    expect(annals(["read", "pile.jsonl", "--shard", "1/2", "--out", "locked/shards"])).toMatchObject(oneLine(/name a folder/))
  })

  test("a clock that jumps: the same bytes", () => {
    const clock = join(folder, "clock.cjs")
    writeFileSync(
      clock,
      `const now = Date.now
      let asked = 0
      const jumped = () => now() + ((++asked >> 2) % 2 ? -366 : (asked % 7) * 400) * 86400000
      globalThis.Date = class extends Date {
        constructor(...given) { given.length > 0 ? super(...given) : super(jumped()) }
        static now() { return jumped() }
      }`
    )
    const args = ["read", "pile.jsonl", "--jobs", "1", "--quiet", "--ledger", "jumping"]
    expect(annals(args, {NODE_OPTIONS: `--require "${clock}"`}).status).toBe(0)
    expect(exported("jumping")).toBe(wanted)
  })

  test("a ledger of a newer annals is refused and left as it is", async () => {
    const store = await openStore(join(folder, "newer"))
    await store.run("update meta set value = '99' where key = 'schema'")
    await store.close()
    const before = readFileSync(join(folder, "newer", "annals.duckdb"))
    expect(read("newer")).toMatchObject(oneLine(/was made by a newer annals .*; update annals/))
    expect(readFileSync(join(folder, "newer", "annals.duckdb")).equals(before)).toBe(true)
  })
})

test.runIf(process.platform === "linux")("the job array of docs/scale.md, by a loop of the shell: the ledger of one run", () => {
  const recipe = /```bash\n(#!\/bin\/bash\n#SBATCH --array=1-16\n[^`]*)```/.exec(
    readFileSync(join(root, "docs", "scale.md"), "utf8")
  )![1]!
  const [job, home] = [join(folder, "job.sh"), join(folder, "home")]
  // three tasks instead of sixteen, and this pile
  writeFileSync(job, recipe.replace("/16", "/3").replace("/archive", join(folder, "pile.jsonl")))
  mkdirSync(join(home, "bin"), {recursive: true})
  writeFileSync(join(home, "bin", "annals"), `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`, {mode: 0o755})
  const loop =
    'set -e; for task in 3 1 2; do SLURM_ARRAY_TASK_ID=$task bash "$1"; done; annals gather "$HOME/shards" --ledger "$HOME/ledger"'
  const {status, stderr} = spawnSync("bash", ["-c", loop, "bash", job], {
    cwd: folder,
    encoding: "utf8",
    env: {...process.env, HOME: home, PATH: `${join(home, "bin")}${delimiter}${process.env.PATH}`}
  })
  expect(status, stderr).toBe(0)
  expect(exported(join(home, "ledger"))).toBe(wanted)
})
