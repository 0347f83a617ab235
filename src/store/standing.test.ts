import {expect, test} from "vitest"
import {standingIn} from "./standing.ts"
import type {Store} from "./store.ts"

/// What is loaded of where mentions stand is asked for once.

const rows = [
  {id: "a", gist: "1", event: "a"},
  {id: "b", gist: "2", event: "a", beside: "a"},
  {id: "c", gist: "3", event: "c"}
]
const keys = [
  {key: 7, mention: "a"},
  {key: 7, mention: "c"},
  {key: 8, mention: "c"}
]
function standing() {
  const asked: string[] = []
  const store = {
    async among(table: string, _: readonly string[], column: string, values: readonly (string | number)[]) {
      if (values.length > 0) asked.push(`${table} ${column} ${values.join(",")}`)
      const all: readonly Record<string, string | number | undefined>[] = table === "keys" ? keys : rows
      return all.filter(row => values.includes(row[column] ?? ""))
    }
  } as unknown as Store
  return {asked, found: standingIn<number>(store)}
}

test("mentions by their ids: each once, those that are not there as well", async () => {
  const {asked, found} = standing()
  expect(await found.byId(["a", "a", "nobody"])).toEqual([{id: "a", gist: 1, event: "a"}])
  expect((await found.byId(["a", "nobody", "c"])).map(k => k.id)).toEqual(["a", "c"])
  expect(asked).toEqual(["mentions id a,nobody", "mentions id c"])
})

test("events with all of their mentions, each once", async () => {
  const {asked, found} = standing()
  await found.byId(["b"])
  expect(found.size()).toBe(0)
  expect(found.members("a")).toEqual([])
  await found.groups(["a", "a"])
  await found.groups(["a"])
  expect(
    found
      .members("a")
      .map(k => k.id)
      .sort()
  ).toEqual(["a", "b"])
  await found.groups(["a", "c"])
  expect(found.size()).toBe(3)
  expect([...found.events()]).toEqual(["a", "c"])
  expect([...found.whole()].map(k => k.id).sort()).toEqual(["a", "b", "c"])
  expect(found.members("nowhere")).toEqual([])
  expect(asked).toEqual(["mentions id b", "mentions event a", "mentions event c"])
  expect(found.known.get("b")).toEqual({id: "b", gist: 2, event: "a", beside: "a"})
})

test("the events that mentions are of, whole", async () => {
  const {asked, found} = standing()
  await found.byId(["a"])
  await found.around(["a", "a", "c", "nobody"])
  expect([...found.whole()].map(k => k.id).sort()).toEqual(["a", "b", "c"])
  await found.around(["b", "c"])
  expect(asked).toEqual(["mentions id a", "mentions id c,nobody", "mentions event c,a"])
})

test("what is filed under keys, once each", async () => {
  const {asked, found} = standing()
  expect(await found.filed([7])).toEqual(["a", "c"])
  expect(await found.filed([7, 8, 8, 9])).toEqual(["a", "c"])
  expect(await found.filed([8])).toEqual(["c"])
  expect(await found.filed([9])).toEqual([])
  expect(found.under(7)).toEqual(["a", "c"])
  expect(found.under(9)).toEqual([])
  expect(asked).toEqual(["keys key 7", "keys key 8,9"])
})
