import {spawnSync} from "node:child_process"
import {existsSync, mkdtempSync, rmSync, writeFileSync} from "node:fs"
import {tmpdir} from "node:os"
import {join, resolve} from "node:path"
import {afterAll, beforeAll, expect, test, vi} from "vitest"
import type {Changes} from "../src/api/contract.ts"
import type {Event} from "../src/model/model.ts"

/// What people judge, and what became of it, as a user of the built command sees it.
vi.setConfig({testTimeout: 300_000, hookTimeout: 300_000})

const main = join(resolve(import.meta.dirname, ".."), "dist", "main.js")
let folder: string

beforeAll(() => {
  if (!existsSync(main)) throw new Error("dist/main.js is not built; run the tests with: npm test")
  folder = mkdtempSync(join(tmpdir(), "annals-judging-"))
  const articles = [
    [
      "Gazette",
      "2024-05-02",
      "President Vladimir Putin of Russia met the North Korean leader Kim Jong Un in Pyongyang on Wednesday."
    ],
    [
      "Courier",
      "2024-05-03",
      "Russian President Vladimir Putin met Kim Jong Un, the leader of North Korea, in Pyongyang on Wednesday."
    ],
    ["Herald", "2024-07-10", "Kenyan police arrested 12 protesters in Nairobi on Tuesday."],
    ["Star", "2024-07-12", "Kenyan police arrested 30 protesters in Mombasa on Thursday."]
  ].map(([publisher, published, text]) => JSON.stringify({url: `https://${publisher}.example/`, publisher, published, text}))
  writeFileSync(join(folder, "articles.jsonl"), articles.join("\n"))
  annals("read", "articles.jsonl")
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

function annals(...args: readonly string[]): {stdout: string; stderr: string} {
  const {status, stdout, stderr} = spawnSync(process.execPath, [main, ...args, "--ledger", "ledger"], {
    cwd: folder,
    encoding: "utf8"
  })
  expect(status, stderr).toBe(0)
  return {stdout, stderr}
}

const events = (): Event[] =>
  annals("export", "--as", "jsonl")
    .stdout.trim()
    .split("\n")
    .map(line => JSON.parse(line) as Event)
/// Which outlets tell of one event.
const told = (): string[] =>
  events()
    .map(e => e.mentions.map(m => m.publisher).join("+"))
    .sort()
const ids = new Map<string, string>()

type Line = readonly [op: "same" | "not-same" | "unsure", target: string, other: string]
/// Puts these lines, and no others, into the ledger's corrections.
const judge = (...lines: readonly Line[]): void =>
  writeFileSync(
    join(folder, "ledger", "corrections.jsonl"),
    lines
      .map(([op, target, other], i) =>
        JSON.stringify({id: `c${i}`, who: "editor", when: "2024-08-01", op, target: ids.get(target), other: ids.get(other)})
      )
      .join("\n")
  )

test("kept apart, put together, in doubt, contradicted, taken back: and what changed is told by its cause", () => {
  const before = annals("export", "--as", "jsonl").stdout
  for (const event of events()) for (const m of event.mentions) ids.set(m.publisher!, m.id)
  expect(told()).toEqual(["Gazette+Courier", "Herald", "Star"])

  judge(["not-same", "Gazette", "Courier"])
  expect(told()).toEqual(["Courier", "Gazette", "Herald", "Star"])
  const changes = JSON.parse(annals("changes", "--since", "1", "--json").stdout) as Changes
  expect(changes.changes.map(c => [c.kind, ...c.causes]).sort()).toEqual([
    ["changed", "correction"],
    ["split", "correction"]
  ])

  judge(["same", "Herald", "Star"])
  expect(told()).toEqual(["Gazette+Courier", "Herald+Star"])
  expect(annals("event", ids.get("Star")!).stdout).toContain('judged "same" by editor')

  judge(["unsure", "Gazette", "Courier"])
  expect(events().flatMap(e => e.links.map(l => l.kind))).toEqual(["undecided"])

  // two lines that would bring together what a third keeps apart: the one that closes the ring is left out and named
  judge(["not-same", "Gazette", "Courier"], ["same", "Gazette", "Star"], ["same", "Courier", "Star"])
  expect(annals("events").stderr).toMatch(/correction c2 .* would join .* left apart/)
  expect(told()).toEqual(["Courier", "Gazette+Star", "Herald"])

  judge()
  expect(annals("export", "--as", "jsonl").stdout).toBe(before)
  const whole = JSON.parse(annals("changes", "--since", "1", "--json").stdout) as Changes
  expect(whole.to).toBeGreaterThan(changes.to)
  expect(whole.changes).toEqual([])
  const back = JSON.parse(annals("diff", "1", String(changes.to), "--json").stdout) as Changes
  expect(back.changes).toEqual(changes.changes)
})

test("every quotation stands, and what was read with today's program is not read again", () => {
  const {stdout, stderr} = annals("verify")
  expect(stdout + stderr).toContain("all stand")
  const runs = annals("runs").stdout
  annals("recode")
  expect(annals("runs").stdout).toBe(runs)
})
