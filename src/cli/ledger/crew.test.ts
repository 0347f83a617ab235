import {expect, test} from "vitest"
import type {Article, Reading} from "../../model/model.ts"
import {alone, crew} from "./crew.ts"

const article = (id: string): Article => ({id, text: `text of ${id}`, removed: []})
const pile = (n: number): Article[] => Array.from({length: n}, (_, i) => article(`a${i}`))
const nobody = alone(() => {
  throw new Error("nobody is here")
})

/// A thread that reads each article as itself; on some it dies.
const hand = (dies: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`
      import {parentPort} from "node:worker_threads"
      parentPort.on("message", article => {
        if (${dies}) process.exit(7)
        setTimeout(() => parentPort.postMessage({article}), article.id.length * 2)
      })`)}`
  )

test("threads give readings in the order of the articles", async () => {
  const readers = crew(3, ".", undefined, nobody, hand("false"))
  const read = await readers.read(pile(40))
  expect(read.map(r => ("article" in r ? r.article.id : r.reason))).toEqual(pile(40).map(a => a.id))
  await readers.close()
})

test("an article that ends its thread twice is set aside; nothing else is lost", async () => {
  const readers = crew(2, ".", undefined, nobody, hand('article.id === "a5" || article.id === "a6"'))
  const read = await readers.read(pile(20))
  expect(read.flatMap(r => ("reason" in r ? [r.path] : []))).toEqual(["a5", "a6"])
  expect(read.flatMap(r => ("article" in r ? [r.article.id] : []))).toHaveLength(18)
  expect(await readers.read(pile(4))).toHaveLength(4)
  await readers.close()
})

test("a few articles are read without threads, and what cannot be read comes back with the reason", async () => {
  const read = (article: Article): Reading => {
    if (article.id === "a1") throw new Error("too odd")
    return {
      article,
      document: {article, sentences: [], tokens: [], clauses: [], reports: [], notes: []},
      mentions: {names: [], actors: [], places: [], times: []},
      coding: {events: [], uncoded: [], notes: []}
    }
  }
  const readers = crew(2, ".", undefined, alone(read), hand("true"))
  const [first, second] = await readers.read(pile(2))
  expect(first).toMatchObject({article: {id: "a0"}})
  expect(second).toMatchObject({path: "a1", reason: expect.stringContaining("too odd")})
  await readers.close()
})
