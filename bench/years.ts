import type {Ledger} from "../src/ledger/ledger.ts"
import type {EventMention} from "../src/model/model.ts"
import {columns, type Table} from "../src/store/schema.ts"
import type {Store} from "../src/store/store.ts"

/// A ledger of one year grows by copies of it, each with ids of its own and a year later than the one before: what reading as much news
/// every year would end in, but for what is told of over New Year. It takes minutes instead of hours.
export async function copiesOf(store: Store, ledger: Ledger): Promise<(years: number) => Promise<void>> {
  const of = async (table: Table): Promise<Row[]> =>
    store.rows<Row>(`select ${Object.keys(columns[table]).join(", ")} from ${table}`)
  const [articles, mentions, events, parties] = [
    await of("articles"),
    await of("mentions"),
    await of("events"),
    await of("parties")
  ]
  const [tellers, links, changes] = [await of("tellers"), await of("links"), await of("changes")]
  return years =>
    store.transaction(async () => {
      // no hash ends so
      const tag = `x${years.toString(36)}`
      const moved = (y: string, rest: string): string => `${Number(y) + years}-${rest === "02-29" ? "02-28" : rest}`
      // ids keep their order, which decides what is first of what was told on one day
      const bare = (text: string): string =>
        /^[0-9a-f]{16}$/.test(text)
          ? text.slice(0, 14) + tag
          : text.replace(/^(\d{4})-(\d\d-\d\d)$/, (_, y, rest) => moved(y, rest))
      const inside = (json: string): string =>
        json
          .replaceAll(/"([0-9a-f]{14})[0-9a-f]{2}"/g, `"$1${tag}"`)
          .replaceAll(/"(\d{4})-(\d\d-\d\d)"/g, (_, y, rest) => `"${moved(y, rest)}"`)
      const later = (row: Row): Row =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name,
            typeof value !== "string" ? value : value.startsWith("{") ? inside(value) : value.length > 16 ? value : bare(value)
          ])
        )
      await store.insert("articles", articles.map(later))
      await store.insert("events", events.map(later))
      await store.insert("parties", parties.map(later))
      await store.insert("tellers", tellers.map(later))
      await store.insert("links", links.map(later))
      await store.insert("changes", changes.map(later))
      const gists = mentions.map(({gist: _, ...row}) => {
        const moved = later(row)
        return {row: moved, gist: ledger.gist(JSON.parse(moved.body as string) as EventMention)}
      })
      await store.insert(
        "mentions",
        gists.map(({row, gist}) => ({...row, gist: JSON.stringify(gist)}))
      )
      await store.insert(
        "keys",
        gists.flatMap(({gist}) => ledger.keys(gist).filed.map(key => ({key, mention: gist.id})))
      )
    })
}

type Row = Record<string, string | number | boolean | undefined>
