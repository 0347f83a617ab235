import {noteOf, putNote} from "./runs.ts"
import type {Store} from "./store.ts"

/// The index of full-text search: which words stand in which events and articles. `docs` gives each text a number, `words` has a row
/// for every word of it. A text is indexed in the transaction that writes it, so what is found is always what is there; the rows of
/// texts that are gone find nothing, and are left out when the table is next put in order.

/// A store whose index follows what is written to it.
export function indexed(store: Store): Store {
  const kept = keeperOf(store)
  const follow = (inner: Store): Store => ({
    ...inner,
    async insert(table, rows) {
      const follows = (table === "events" || table === "articles") && rows.length > 0 && (await kept.isWhole())
      if (!follows) return store.insert(table, rows)
      const first = await kept.take(rows.length)
      await store.insert(
        table,
        rows.map((row, i) => ({...row, doc: first + i}))
      )
      await kept.put(table, rows as readonly Text[], first)
    },
    async without(table, column, values) {
      await store.without(table, column, values)
      if ((table === "events" || table === "articles") && column === "id") await kept.drop(values.map(String))
    },
    asking: seconds => follow(store.asking(seconds)),
    findable: kept.ready
  })
  return follow(store)
}

/// The words of a text as they are looked for: lower case, without accents, each once.
export function wordsOf(text: string): string[] {
  // only what is beyond ASCII can have an accent
  const plain = /[^\0-\x7f]/.test(text) ? text.normalize("NFKD").replace(/\p{M}/gu, "") : text
  const words = new Set(plain.toLowerCase().match(/[\p{L}\p{N}]+/gu))
  return [...words].map(word => word.slice(0, 40))
}

/// A condition: the text numbered `doc` holds all words of a query, whole or, from three letters on, as beginnings.
export function holdsAll(doc: string, query: string, place: (value: string) => string): string {
  const one = (word: string): string =>
    word.length < 3 ? `word = ${place(word)}` : `word >= ${place(word)} and word < ${place(`${word}\u{10ffff}`)}`
  // as a list: engines that guess how many rows a beginning has would hold all events against them, not them against the events
  const all = wordsOf(query).map(word => `${doc} in (select unnest((select array_agg(doc) from words where ${one(word)})))`)
  return all.join(" and ") || "false"
}

/// A row of the tables events and articles, as far as it is looked at here.
interface Text {
  readonly id: string
  readonly haystack?: string
  readonly title?: string
  readonly text?: string
}

type Kind = "events" | "articles"

const textOf: {readonly [kind in Kind]: (row: Text) => string} = {
  events: row => row.haystack ?? "",
  articles: row => `${row.title ?? ""}\n${row.text ?? ""}`
}

function keeperOf(store: Store) {
  let made = false
  let building: Promise<void> | undefined

  /// Whether there is an index that holds all there is. A ledger made before there was one has none until somebody searches.
  async function isWhole(): Promise<boolean> {
    if (made) return true
    const [row] = await store.rows<{docs: number; texts: number}>(
      "select (select count(*) from docs) as docs, (select count(*) from articles) + (select count(*) from events) as texts"
    )
    made = row!.docs > 0 || row!.texts === 0
    return made
  }

  /// Numbers for so many texts; the first of them. None is ever given twice: words of texts that are gone may still lie there.
  async function take(count: number): Promise<number> {
    // other processes may have written in between
    const [found] = await store.rows<{last?: number}>("select max(doc) as last from docs")
    const last = Math.max((await noteOf<number>(store, "last doc")) ?? 0, found?.last ?? 0)
    await putNote(store, "last doc", last + count)
    return last + 1
  }

  async function index(kind: Kind, rows: readonly Text[], first: number): Promise<void> {
    const docs = rows.map((row, i) => ({doc: first + i, kind, id: row.id}))
    await store.insert("docs", docs)
    const words = docs.flatMap(({doc}, i) => wordsOf(textOf[kind](rows[i]!)).map(word => ({word, doc})))
    await store.insert("words", words)
  }

  async function build(): Promise<void> {
    await store.transaction(async () => {
      if (await isWhole()) return
      for (const [kind, columns] of [
        ["articles", ["id", "title", "text"]],
        ["events", ["id", "haystack"]]
      ] as const) {
        const ids = (await store.rows<{id: string}>(`select id from ${kind} order by id`)).map(row => row.id)
        for (let at = 0; at < ids.length; at += 5000)
          await index(kind, await store.among<Text>(kind, columns, "id", ids.slice(at, at + 5000)), await take(5000))
      }
      await store.run("update events set doc = d.doc from docs d where d.kind = 'events' and d.id = events.id")
      made = true
      await order()
    })
  }

  /// Puts the words in their order when half as many again have come since: those of one word then lie together and are found at once.
  async function order(): Promise<void> {
    if (!store.ordered) return
    const sorted = (await noteOf<number>(store, "words in order")) ?? 0
    const [row] = await store.rows<{n: number}>("select count(*) as n from words")
    if (row!.n - sorted < Math.max(leastUnordered, sorted / 2)) return
    await store.ordered("words", "word, doc", "doc in (select doc from docs)")
    const [now] = await store.rows<{n: number}>("select count(*) as n from words")
    await putNote(store, "words in order", now!.n)
  }

  return {
    isWhole,
    take,
    async put(kind: Kind, rows: readonly Text[], first: number): Promise<void> {
      await index(kind, rows, first)
      await order()
    },
    async drop(ids: readonly string[]): Promise<void> {
      if (ids.length > 0 && (await isWhole())) await store.without("docs", "id", ids)
    },
    /// Makes the index if there is none yet.
    async ready(): Promise<void> {
      if (await isWhole()) return
      building ??= build().finally(() => {
        building = undefined
      })
      await building
    }
  }
}

/// So many words may lie out of order; to look through them takes no time to speak of.
const leastUnordered = 500_000
