import {type ChildProcess, spawn, spawnSync} from "node:child_process"
import {createHash} from "node:crypto"
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs"
import {tmpdir} from "node:os"
import {join, resolve} from "node:path"
import {afterAll, beforeAll, describe, expect, test, vi} from "vitest"
import type {EventList, ReadSummary} from "../src/api/contract.ts"
import {exporters} from "../src/export/list.ts"
import type {Event} from "../src/model/model.ts"

/// The built command, as a user runs it. `npm test` builds it first.
// whole runs of the built command: slow machines and crowded ones get their time
vi.setConfig({testTimeout: 300_000, hookTimeout: 300_000})

const root = resolve(import.meta.dirname, "..")
const main = join(root, "dist", "main.js")
const samples = join(root, "samples", "articles")
let folder: string
/// The hash of what the sample pile exports, read in one go into the ledger "one".
let uninterrupted: string

beforeAll(() => {
  if (!existsSync(main)) throw new Error("dist/main.js is not built; run the tests with: npm test")
  folder = mkdtempSync(join(tmpdir(), "annals-command-"))
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

function annals(args: readonly string[], input?: string | Uint8Array) {
  const {status, stdout, stderr} = spawnSync(process.execPath, [main, ...args], {
    cwd: folder,
    input,
    encoding: "utf8",
    maxBuffer: 1 << 28
  })
  return {status, stdout, stderr}
}

const summaryOf = (args: readonly string[], input?: string | Uint8Array): ReadSummary => {
  const {stdout, stderr} = annals(["read", "--json", ...args], input)
  expect(stdout, stderr).not.toBe("")
  return JSON.parse(stdout)
}

const exported = (ledger: string): string => {
  const {status, stdout, stderr} = annals(["export", "--as", "jsonl", "--background", "all", "--ledger", ledger])
  expect(status, stderr).toBe(0)
  return createHash("sha256").update(stdout).digest("hex")
}

describe("annals read", () => {
  test("the sample pile, twice: the second time adds nothing; any order and any number of threads give the same bytes", () => {
    const first = summaryOf([samples, "--ledger", "one", "--jobs", "1"])
    expect(first.articles).toBeGreaterThanOrEqual(60)
    expect(first.events).toBeGreaterThan(40)
    expect(summaryOf([samples, "--ledger", "one"])).toMatchObject({articles: 0, mentions: 0, events: 0})
    // another order, and file by file
    const files = readdirSync(samples).sort().reverse()
    for (const part of [files.slice(0, 20), files.slice(20)])
      summaryOf([...part.map(f => join(samples, f)), "--ledger", "two", "--jobs", "8"])
    uninterrupted = exported("one")
    expect(exported("two")).toBe(uninterrupted)
  })

  test("in shards, read in any order, one of them twice, and gathered twice: the same bytes", () => {
    for (const shard of ["3/3", "1/3", "2/3", "1/3"]) {
      const {status, stderr} = annals(["read", samples, "--shard", shard, "--out", "shards", "--quiet"])
      expect(status, stderr).toBe(0)
      if (shard === "2/3") continue
      const early = annals(["gather", "shards", "--ledger", "gathered"])
      expect(early.status === 0).toBe(shard === "1/3" && existsSync(join(folder, "shards", "shard-2-of-3.json")))
    }
    expect(annals(["gather", "shards", "--ledger", "gathered"]).stderr).toContain("0 articles of 0 new shards")
    expect(exported("gathered")).toBe(uninterrupted)
    const file = readdirSync(join(folder, "shards")).find(f => f.startsWith("reports-"))!
    writeFileSync(join(folder, "shards", file), "other bytes")
    expect(annals(["gather", "shards", "--ledger", "spoilt"])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("is not what its name says")
    })
    expect(annals(["read", samples, "--shard", "4/3"])).toMatchObject({status: 2, stderr: expect.stringContaining("1/16")})
  })

  test("backup is a ledger with checksums; forget says what would go, does it when told, and the copy keeps it", () => {
    expect(annals(["backup", "copy", "--ledger", "one"]).stderr).toContain("sha256sum -c")
    expect(annals(["backup", "copy", "--ledger", "one"])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("is there already")
    })
    for (const line of readFileSync(join(folder, "copy", "SHA256SUMS"), "utf8")
      .trim()
      .split("\n")) {
      const [sum, file] = line.split("  ") as [string, string]
      expect(
        createHash("sha256")
          .update(readFileSync(join(folder, "copy", file)))
          .digest("hex")
      ).toBe(sum)
    }
    expect(annals(["forget", "nobody", "--source", "--ledger", "copy"]).status).toBe(1)
    const first = JSON.parse(annals(["events", "--jsonl", "--limit", "1", "--ledger", "copy"]).stdout) as Event
    const outlet = first.mentions[0].publisher!
    const asked = annals(["forget", outlet, "--source", "--ledger", "copy"])
    expect(asked).toMatchObject({status: 2, stderr: expect.stringContaining("--yes")})
    expect(exported("copy")).toBe(uninterrupted)
    expect(annals(["forget", outlet, "--source", "--yes", "--ledger", "copy"]).status).toBe(0)
    expect(annals(["export", "--as", "jsonl", "--background", "all", "--publisher", outlet, "--ledger", "copy"]).stdout).toBe("")
    expect(annals(["verify", "--ledger", "copy"]).status).toBe(0)
    expect(exported("copy")).not.toBe(uninterrupted)
    expect(summaryOf([samples, "--ledger", "copy"]).articles).toBe(0)
  })

  test("kill -9 in the middle, then again: the ledger of an uninterrupted run", async () => {
    for (const wait of [700, 1400, 2100]) {
      const child = spawn(process.execPath, [main, "read", samples, "--ledger", "killed"], {cwd: folder, stdio: "ignore"})
      await new Promise(done => setTimeout(done, wait))
      child.kill("SIGKILL")
      await new Promise(done => (child.exitCode !== null || child.signalCode !== null ? done(0) : child.on("exit", done)))
    }
    summaryOf([samples, "--ledger", "killed"])
    expect(exported("killed")).toBe(uninterrupted)
  })

  test("stdin, text and JSONL", () => {
    const line = JSON.stringify({
      title: "Talks",
      published: "2024-05-02",
      publisher: "The Sample",
      text: "Russia's foreign minister met his Chinese counterpart in Moscow on Wednesday."
    })
    expect(summaryOf(["-", "--ledger", "stdin"], `${line}\n`)).toMatchObject({articles: 1, skipped: []})
    const rows = JSON.parse(annals(["events", "--json", "--ledger", "stdin"]).stdout) as EventList
    expect(rows.events[0]).toMatchObject({type: "CONSULT", time: {from: "2024-05-01"}})
  })

  test("bad input: one clear line each, nothing lost, the good still read", () => {
    const bad = join(folder, "bad")
    mkdirSync(join(bad, "nothing"), {recursive: true})
    writeFileSync(join(bad, "empty.txt"), "")
    writeFileSync(join(bad, "binary.txt"), Buffer.from([0, 1, 2, 255, 254, 0, 0, 7, 9, 0, 3, 0, 0, 0, 200]))
    writeFileSync(join(bad, "lines.jsonl"), '{"text": "Police in Turkey arrested two activists on Tuesday."}\n{"text": broken\n')
    writeFileSync(
      join(bad, "page.html"),
      "<!doctype html><html><head><title>x</title></head><body><nav><a href='/'>Home</a></nav></body></html>"
    )
    writeFileSync(
      join(bad, "utf16.txt"),
      Buffer.from("\ufeffTurkey closed its border with Syria on Monday, officials said.", "utf16le")
    )
    writeFileSync(
      join(bad, "latin.txt"),
      Buffer.from("Turkey’s caf\u00e9 owners protested on Monday in Ankara against a tax.".replace("’", "'"), "latin1")
    )
    const summary = summaryOf([bad, join(folder, "missing"), join(bad, "nothing"), "--ledger", "bad-ledger"])
    expect(summary.articles).toBe(3)
    const reasons = Object.fromEntries(
      summary.skipped.map(s => [s.path.replace(`${bad}/`, "").replace(`${folder}/`, ""), s.reason])
    )
    expect(Object.keys(reasons).sort()).toEqual(["binary.txt", "empty.txt", "lines.jsonl:2", "missing", "nothing", "page.html"])
    for (const reason of Object.values(reasons)) expect(reason).not.toContain("\n")
    expect(annals(["read", bad, "--strict", "--ledger", "strict"]).status).toBe(3)
    expect(annals(["read", join(folder, "missing"), "--ledger", "strict"]).status).toBe(1)
  })

  test("a line of 50 MB ends in an article or one line, in bounded memory", () => {
    const file = join(folder, "long.txt")
    writeFileSync(file, "a".repeat(50 * 1024 * 1024))
    const {status, stdout, stderr} = annals(["read", "--json", file, "--ledger", "long"])
    expect(stderr).not.toContain("heap")
    const summary = JSON.parse(stdout) as ReadSummary
    expect(summary.articles + summary.skipped.length).toBe(1)
    expect(status).toBeLessThanOrEqual(1)
  })
})

describe("annals serve", () => {
  let server: ChildProcess
  let address: string
  beforeAll(async () => {
    summaryOf([join(samples, readdirSync(samples).sort()[0]!), "--ledger", "served"])
    server = spawn(process.execPath, [main, "serve", "--port", "0", "--ledger", "served"], {
      cwd: folder,
      stdio: ["ignore", "pipe", "inherit"]
    })
    address = await new Promise<string>(found => {
      let said = ""
      server.stdout!.setEncoding("utf8").on("data", text => {
        said += text
        if (said.includes("\n")) found(said.trim().split("\n").at(-1)!)
      })
    })
  })
  afterAll(() => void server.kill("SIGTERM"))

  test("reading into a ledger whose page is open", async () => {
    const events = async (): Promise<number> =>
      ((await (await fetch(`${address}api/v1/health`)).json()) as {articles: number}).articles
    const before = await events()
    const files = readdirSync(samples)
      .sort()
      .slice(1, 6)
      .map(f => join(samples, f))
    const summary = summaryOf([...files, "--ledger", "served"])
    expect(await events()).toBe(before + summary.articles)
    expect(summary.articles).toBeGreaterThan(0)
    expect(annals(["events", "--ledger", "served"]).status).toBe(0)
  })

  test("the page, its policy, and nobody else's host name", async () => {
    const page = await fetch(address, {headers: {connection: "close"}})
    expect(await page.text()).toContain("<html")
    expect(page.headers.get("content-security-policy")).toContain("default-src 'none'")
    expect((await fetch(`${address}ledger?status=happened`)).headers.get("content-type")).toContain("text/html")
    expect((await fetch(`${address}..%2f..%2fpackage.json`)).headers.get("content-type")).toContain("text/html")
    const foreign = spawnSync("curl", ["-s", "-o", "/dev/null", "-w", "%{http_code}", "-H", "host: evil.example", address], {
      encoding: "utf8"
    })
    if (foreign.status === 0) expect(foreign.stdout).toBe("403")
  })
})

describe("annals", () => {
  test.each([
    [["--version"], 0],
    [["--help"], 0],
    [["frobnicate"], 2],
    [["read"], 2],
    [["events", "--typo"], 2],
    [["events", "--limit", "0", "--ledger", "one"], 2],
    [["events", "--type", "WAR", "--ledger", "one"], 1],
    [["events", "--ledger", "nowhere"], 1],
    [["explain"], 2],
    [["export", "--as", "xlsx", "--ledger", "one"], 2],
    [["annotate", "nothing"], 2]
  ] as const)("%j exits %i", (args, status) => {
    const got = annals([...args])
    expect(got.status, got.stderr).toBe(status)
    if (status > 0) expect(got.stderr.trim().length).toBeGreaterThan(10)
  })

  test("a malformed question is named by its line, answers before it stand", () => {
    const {status, stdout, stderr} = annals(["annotate", "tokens"], '{"id":1,"text":"One. Two."}\n{"id":2\n')
    expect(status).toBe(2)
    expect(JSON.parse(stdout).sentences).toHaveLength(2)
    expect(stderr).toContain("line 2")
  })

  test("explain prints the steps, or why nothing was coded", () => {
    expect(
      annals(["explain", "--text", "Turkey threatened to close its border with Syria.", "--date", "2024-05-02"]).stdout
    ).toContain("THREATEN")
    expect(annals(["explain", "--text", "The weather was mild."]).stdout).toContain("not coded")
  })

  test("exports: every form writes the events of the screen; an empty one says so", () => {
    for (const form of ["csv", "jsonl", "parquet"]) {
      const {status, stderr} = annals(["export", "--as", form, "-o", `out.${form}`, "--ledger", "one"])
      expect(status, stderr).toBe(0)
      expect(readFileSync(join(folder, `out.${form}`)).length).toBeGreaterThan(500)
    }
    const rows = (JSON.parse(annals(["events", "--json", "--ledger", "one"]).stdout) as EventList).events.length
    expect(readFileSync(join(folder, "out.jsonl"), "utf8").trim().split("\n")).toHaveLength(rows)
    expect(annals(["export", "--as", "csv", "-o", "none.csv", "--since", "2099-01-01", "--ledger", "one"]).stderr).toContain(
      "no rows"
    )
  })

  test("an export folder: as many events as the screen, its sums right; quotes left out and put back", () => {
    expect(annals(["export", "--as", "folder", "--ledger", "one"]).status).toBe(2)
    const made = annals(["export", "--as", "folder", "--text", "none", "-o", "shared", "--ledger", "one"])
    expect(made.status, made.stderr).toBe(0)
    const sums = readFileSync(join(folder, "shared", "SHA256SUMS"), "utf8")
      .trim()
      .split("\n")
    expect(sums.map(line => line.split("  ")[1]).sort()).toEqual(
      readdirSync(join(folder, "shared"))
        .filter(f => f !== "SHA256SUMS")
        .sort()
    )
    for (const line of sums) {
      const [sum, name] = line.split("  ")
      expect(
        createHash("sha256")
          .update(readFileSync(join(folder, "shared", name!)))
          .digest("hex")
      ).toBe(sum)
    }
    annals(["export", "--as", "csv", "-o", "whole.csv", "--ledger", "one"])
    const back = annals(["rehydrate", join("shared", "events.csv"), "--articles", samples])
    expect(back.status, back.stderr).toBe(0)
    expect(back.stdout).toBe(readFileSync(join(folder, "whole.csv"), "utf8"))
    expect(readFileSync(join(folder, "shared", "events.csv"), "utf8")).not.toBe(back.stdout)
    const lost = annals(["rehydrate", join("shared", "events.csv"), "--articles", join(samples, readdirSync(samples)[0]!)])
    expect([lost.status, lost.stderr]).toEqual([3, expect.stringContaining("left empty")])
  })

  test("a panel's rows carry the query that lists their events", () => {
    const {status, stdout, stderr} = annals(["series", "--unit", "country-year", "--as", "jsonl", "--ledger", "one"])
    expect(status, stderr).toBe(0)
    const rows = stdout
      .trim()
      .split("\n")
      .map(line => JSON.parse(line) as {events: number; query: string})
    expect(rows.length).toBeGreaterThan(10)
    for (const row of rows.slice(0, 3)) {
      const asked = new URLSearchParams(row.query)
      const filters = [...asked].flatMap(([name, value]) => [`--${name}`, value])
      expect((JSON.parse(annals(["events", "--json", "--ledger", "one", ...filters]).stdout) as EventList).events).toHaveLength(
        row.events
      )
    }
    expect(annals(["series", "--unit", "planet-month", "--ledger", "one"]).stderr).toContain("dyad, country, actor")
  })

  test("a reader that goes away ends it quietly, whatever it is read", () => {
    const listings = [
      "events --jsonl",
      "events --csv",
      "events --json",
      "changes --json",
      "changes --as atom",
      "series --fill zero"
    ]
    for (const command of [...listings, ...exporters.map(e => `export --as ${e.name}`)]) {
      // what the command itself ends with stands in a file: the shell tells only how head ended
      const line = `{ "${process.execPath}" "${main}" ${command} --ledger one; echo $? > ended; } | head -c 20`
      const {stderr} = spawnSync("sh", ["-c", line], {cwd: folder, encoding: "utf8"})
      expect([command, readFileSync(join(folder, "ended"), "utf8").trim()]).toEqual([command, "0"])
      expect(stderr, command).not.toMatch(/EPIPE|Error/)
    }
  })

  test("doctor finds itself well", () => {
    const {status, stdout} = annals(["doctor", "--ledger", "one"])
    expect(stdout).not.toContain("ill ")
    expect(status).toBe(0)
  })
})
