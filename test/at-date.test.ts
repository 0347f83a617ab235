import {readFileSync} from "node:fs"
import {join, resolve} from "node:path"
import {expect, test, vi} from "vitest"
import {actors} from "../src/cli/layers/actors.ts"
import {fold} from "../src/mentions/actors/pieces.ts"
import {openResources} from "../src/resources.ts"

/// Whom the mentions of test/actors.jsonl stand for on their day: sentences and answers written for this by people, from general
/// knowledge, before the tables were looked at (CC0). A share may go wrong; it must not grow.
vi.setConfig({testTimeout: 120_000})

interface Case {
  readonly date: string
  readonly text: string
  readonly mention: string
  readonly actor?: string
  readonly country?: string
  readonly sector?: string
}

const words = (name: string): string[] =>
  fold(name)
    .split(/[^a-z]+/)
    .filter(w => w.length > 2)
const alike = (a: string, b: string): boolean => a.slice(0, 3) === b.slice(0, 3)

test("who a mention stands for on its day", () => {
  const answer = actors.open(openResources())
  const cases = readFileSync(join(resolve(import.meta.dirname), "actors.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map(line => JSON.parse(line) as Case)
  const right = {actor: 0, country: 0, sector: 0}
  const asked = {actor: 0, country: 0, sector: 0}
  for (const {date, text, mention, actor, country, sector} of cases) {
    const start = text.indexOf(mention)
    const {actors: found} = answer({id: "", date, text, mentions: [{start, end: start + mention.length}]}) as {
      actors: {actor?: string; country?: string; sector?: string}[]
    }
    const said = found[0] ?? {}
    const have = words(said.actor ?? "")
    if (actor !== undefined) {
      asked.actor++
      const same = words(actor).filter(w => have.some(h => alike(h, w))).length
      if (same >= Math.min(2, words(actor).length, have.length) && same > 0) right.actor++
    }
    if (country !== undefined) {
      asked.country++
      if (said.country === country) right.country++
    }
    if (sector !== undefined) {
      asked.sector++
      if (said.sector?.split(" ")[0] === sector) right.sector++
    }
  }
  expect(right.actor / asked.actor).toBeGreaterThan(0.97)
  expect(right.country / asked.country).toBeGreaterThan(0.97)
  expect(right.sector / asked.sector).toBeGreaterThan(0.97)
})
