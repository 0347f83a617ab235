import {mkdtempSync, rmSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {expect, test} from "vitest"
import {engines} from "../../test/engines.ts"
import {mention} from "../../test/mentions.ts"
import {ledger} from "../ledger/ledger.ts"
import {eventCount, eventLines} from "./questions/events.ts"
import {articlesWith} from "./questions/search.ts"
import {wordsOf} from "./words.ts"
import {writeReadings} from "./writes.ts"

test("words are lower case, without accents, each once", () => {
  expect(wordsOf("Łódź, ÉLYSÉE élysée; G20's 3.5")).toEqual(["łodz", "elysee", "g20", "s", "3", "5"])
  expect(wordsOf(`${"a".repeat(1000)} \ud800`)).toEqual(["a".repeat(40)])
})

test.each(engines)("what is written is found at once, also where there was no index before: $name", async ({open}) => {
  const folder = mkdtempSync(join(tmpdir(), "annals-words-"))
  const store = await open(folder)
  const text = "met Quince envoys in Kraków"
  const sketch = {article: "a", actors: ["RUS"], recipients: ["PRK"], day: "2024-01-30"}
  const coded = {...mention(sketch), sentenceSpan: {start: 0, end: text.length}}
  const article = {id: "a", text, removed: []}
  const sentence = {index: 0, start: 0, end: text.length, first: 0, last: 0}
  await writeReadings(store, ledger, [
    {
      article,
      document: {article, sentences: [sentence], tokens: [], clauses: [], reports: [], notes: []},
      mentions: {names: [], actors: [], places: [], times: []},
      coding: {events: [coded], uncoded: [], notes: []}
    }
  ])
  const finds = async (query: string): Promise<number[]> => [
    (await articlesWith(store, query, 10, 0)).length,
    (await eventLines(store, {search: query}, "-date", 10)).length,
    await eventCount(store, {search: query, type: "AID"})
  ]
  expect(await finds("krakow QUIN")).toEqual([1, 1, 0])
  expect(await finds("quince palace")).toEqual([0, 0, 0])
  // two letters are a word, not a beginning
  expect(await finds("kr")).toEqual([0, 0, 0])
  await store.run("delete from docs")
  await store.run("delete from words")
  await store.close()
  const again = await open(folder)
  await again.findable!()
  expect(await articlesWith(again, "envoys", 10, 0)).toHaveLength(1)
  expect(await eventLines(again, {search: "envoys"}, "-date", 10)).toHaveLength(1)
  await again.close()
  rmSync(folder, {recursive: true})
})
