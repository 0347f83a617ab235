import {mkdtempSync, rmSync} from "node:fs"
import {tmpdir} from "node:os"
import {join} from "node:path"
import {afterAll, beforeAll, expect, test} from "vitest"
import {openStore, type Store, TooLong} from "./store.ts"

const folder = mkdtempSync(join(tmpdir(), "annals-asking-"))
let store: Store
beforeAll(async () => {
  store = await openStore(folder)
})
afterAll(async () => {
  await store.close()
  rmSync(folder, {recursive: true})
})

test("a question that takes too long is broken off, and the next is answered", async () => {
  const asking = store.asking(0.2)
  const endless = "select count(*) as n from range(10000000) a, range(10000000) b where a.range + b.range = 7"
  await expect(asking.rows(endless)).rejects.toThrow(TooLong)
  expect(await asking.rows("select 1 as one")).toEqual([{one: 1}])
})

test("what is being written is not seen before it is committed", async () => {
  const asking = store.asking(5)
  const count = async (): Promise<unknown> => asking.rows("select count(*) as n from skipped")
  await store.transaction(async () => {
    await store.insert("skipped", [{path: "a", reason: "b"}])
    expect(await count()).toEqual([{n: 0}])
  })
  expect(await count()).toEqual([{n: 1}])
})
