import {spawnSync} from "node:child_process"
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs"
import {tmpdir} from "node:os"
import {join, resolve} from "node:path"
import {afterAll, beforeAll, expect, test, vi} from "vitest"
import type {EventList} from "../src/api/contract.ts"

/// Actors of a ledger's own, as a user has them: with the built command. `npm test` builds it first.
vi.setConfig({testTimeout: 120_000, hookTimeout: 120_000})

const main = join(resolve(import.meta.dirname, ".."), "dist", "main.js")
let folder: string

beforeAll(() => {
  if (!existsSync(main)) throw new Error("dist/main.js is not built; run the tests with: npm test")
  folder = mkdtempSync(join(tmpdir(), "annals-actors-"))
  mkdirSync(join(folder, "ledger", "actors"), {recursive: true})
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const annals = (...args: string[]) => spawnSync(process.execPath, [main, ...args], {cwd: folder, encoding: "utf8"})

test("written, checked, read with, and looked for", () => {
  const mine = join(folder, "ledger", "actors", "mine.yaml")
  writeFileSync(mine, "- name: Kivu Dawn Brigade\n  aliases: [KDB]\n  country: COD\n  sector: rebles\n")
  const wrong = annals("actors", "check")
  expect(wrong.status).toBe(1)
  expect(wrong.stderr).toContain('actors/mine.yaml:4: unknown sector "rebles"')

  writeFileSync(mine, readFileSync(mine, "utf8").replace("rebles", "rebels"))
  expect(annals("actors", "check")).toMatchObject({status: 0, stderr: ""})

  const article = {
    title: "Raid",
    published: "2025-06-02",
    text: "KDB attacked a village near Goma on Sunday. The Frobnitz Alliance attacked a convoy on Saturday."
  }
  writeFileSync(join(folder, "news.jsonl"), `${JSON.stringify(article)}\n`)
  expect(annals("read", "news.jsonl", "--quiet").status).toBe(0)
  const {events} = JSON.parse(annals("events", "--json").stdout) as EventList
  expect(JSON.stringify(events)).toContain("Kivu Dawn Brigade")

  const unknown = annals("actors", "unresolved")
  expect(unknown.status).toBe(0)
  expect(unknown.stdout).toContain("1  Frobnitz Alliance  (1 article)")
  expect(unknown.stdout).toContain("The Frobnitz Alliance attacked a convoy on Saturday.")
  expect(unknown.stdout).not.toContain("Kivu")
})

test("imported", () => {
  writeFileSync(
    join(folder, "kenya.csv"),
    "item,itemLabel,positionLabel,countryLabel,start,end\nQ1,Ada Ndovu,Minister of Foreign Affairs of Kenya,Kenya,2031-01-01,\n"
  )
  const {status, stdout} = annals("actors", "import", "kenya.csv")
  expect(status).toBe(0)
  expect(stdout).toContain("1 actors with 1 roles")
  expect(readFileSync(join(folder, "ledger", "actors", "kenya.yaml"), "utf8")).toContain("title: foreign minister")
  expect(annals("actors", "check").status).toBe(0)
})
