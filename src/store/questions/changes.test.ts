import {mkdtempSync, rmSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {afterAll, beforeAll, describe, expect, test} from "vitest"
import {engines} from "../../../test/engines.ts"
import {mention} from "../../../test/mentions.ts"
import {ledger} from "../../ledger/ledger.ts"
import type {EventType, Reading} from "../../model/model.ts"
import type {Store} from "../store.ts"
import {rewriteReadings, writeReadings} from "../writes.ts"
import {differences} from "./changes.ts"

/// An event whose words are coded as another type from the second run on, and as a third from the third.

function reading(type: EventType): Reading {
  const article = {id: "a", text: "a met somebody", removed: [], published: "2024-01-31"}
  const sentence = {index: 0, start: 0, end: article.text.length, first: 0, last: 0}
  return {
    article,
    document: {article, sentences: [sentence], tokens: [], clauses: [], reports: [], notes: []},
    mentions: {names: [], actors: [], places: [], times: []},
    coding: {
      events: [mention({type, actors: ["RUS"], recipients: ["PRK"], day: "2024-01-30", article: "a"})],
      uncoded: [],
      notes: []
    }
  }
}

for (const engine of engines) {
  describe(engine.name, () => {
    const folder = mkdtempSync(join(tmpdir(), "annals-changes-"))
    let store: Store

    beforeAll(async () => {
      store = await engine.open(folder)
      await writeReadings(store, ledger, [reading("CONSULT")], {run: 1})
      await rewriteReadings(store, ledger, [reading("ACCUSE")], {run: 2}, ["codebook"])
      await rewriteReadings(store, ledger, [reading("REJECT")], {run: 3}, ["codebook"])
    })

    afterAll(async () => {
      await store.close()
      rmSync(folder, {recursive: true})
    })

    const between = async (from: number, to: number) =>
      (await differences(store, from, to)).map(({kind, before, after}) => [kind, before?.type, after?.type])

    test("is one event told otherwise, over however many runs", async () => {
      expect(await between(1, 2)).toEqual([["changed", "CONSULT", "ACCUSE"]])
      expect(await between(2, 3)).toEqual([["changed", "ACCUSE", "REJECT"]])
      expect(await between(1, 3)).toEqual([["changed", "CONSULT", "REJECT"]])
    })

    test("is new in the run that brought it, as it was told then", async () => {
      expect(await between(0, 1)).toEqual([["added", undefined, "CONSULT"]])
      expect(await between(0, 2)).toEqual([["added", undefined, "ACCUSE"]])
      expect(await between(0, 3)).toEqual([["added", undefined, "REJECT"]])
    })
  })
}
