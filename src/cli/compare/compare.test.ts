import {mkdtempSync, rmSync, writeFileSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {afterAll, beforeAll, expect, test} from "vitest"
import {envoy, event, known, russia, stream} from "../../../test/events.ts"
import {exporters} from "../../export/list.ts"
import type {Event} from "../../model/model.ts"
import {compared} from "./match.ts"
import {type Dataset, datasets, type Row, theirRows} from "./theirs.ts"

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "annals-compare-"))
})
afterAll(() => rmSync(folder, {recursive: true}))

const codeOf = (name: string): string | undefined => ({RUS: "RUS", PRK: "PRK", Russia: "RUS", "North Korea": "PRK"})[name]

const events: readonly Event[] = [
  event(),
  event({
    id: "1".repeat(16),
    type: "THREATEN",
    modes: [],
    actors: [envoy],
    recipients: [russia],
    time: {from: "2024-11-02", until: "2024-11-03", grain: "day"}
  })
]

async function rowsOf(text: string, dataset: Dataset): Promise<Row[]> {
  const file = join(folder, "theirs")
  writeFileSync(file, text)
  const rows: Row[] = []
  for await (const row of theirRows(file, dataset, codeOf)) if (!("reason" in row)) rows.push(row)
  return rows
}

async function exported(name: string): Promise<string> {
  let text = ""
  for await (const piece of exporters.find(e => e.name === name)!.write(stream(events), known)) text += piece
  return text
}

test.each(datasets.filter(d => d !== "acled"))(
  "our own events written as %s are found again, all of them, none differing",
  async dataset => {
    const rows = await rowsOf(await exported(dataset), dataset)
    expect(rows).toHaveLength(2)
    expect(compared(rows, events, dataset, 1).map(m => [m.kind, m.says])).toEqual([
      ["both", ""],
      ["both", ""]
    ])
  }
)

test("what differs is said; what only one side has is listed; each is used once", async () => {
  const header = "event_id_cnty,event_date,event_type,sub_event_type,actor1,actor2,country"
  const rows = await rowsOf(
    `${header}\nRUS1,2024-10-19,Protests,Peaceful protest,Protesters (Russia),,Russia\nRUS2,2024-10-18,Battles,Armed clash,X (Russia),Y,Russia\nRUS3,2020-01-01,Battles,Armed clash,X,Y,Nowhere\n`,
    "acled"
  )
  expect(rows).toHaveLength(2)
  const found = compared(rows, events, "acled", 1)
  expect(found.map(m => [m.kind, m.theirs?.id, m.ours?.id.slice(0, 2)])).toEqual([
    ["differs", "RUS2", "01"],
    ["only theirs", "RUS1", undefined],
    ["only ours", undefined, "11"]
  ])
  expect(found[0]!.says).toBe("quad: theirs 4, ours 1")
  await expect(rowsOf("a\tb\n1\t2\n", "icews")).rejects.toThrow("no header row of icews")
})
