import {type EventType, quadOf, types, weightOf} from "../model/model.ts"
import {type FilterName, type Filters, isCountry, listed, type Sort, where} from "./filters.ts"
import {monthOf} from "./rows.ts"
import {held} from "./sql.ts"
import type {Value} from "./store.ts"

/// What lists and counts ask of events, as numbers in memory: each column is a list of the values there are and, for each event, the
/// number of its own. To choose among a million events, to count them by what they hold, or to find where a page begins takes some
/// milliseconds, where the database takes some hundred. It is a copy: it answers exactly what the database would as long as nothing
/// is written, and is let go of then.
export interface Shelf {
  count(filters: Filters): Promise<number>
  /// How many events hold each value of some columns; values that stand together are told as they stand.
  tally(filters: Filters, names: readonly Counted[]): Promise<ReadonlyMap<Counted, readonly Tally[]>>
  /// How many events there are at each time and of each quad class, with the sums of their weights and of the squares of these.
  times(filters: Filters): Promise<readonly TimeTally[]>
  /// Where the events of one page lie in the database, in their order.
  spots(filters: Filters, sort: Sort, limit: number, pass: number): Promise<readonly number[]>
}

export interface Tally {
  /// In the order in which they stand in the column.
  readonly values: Values
  readonly n: number
}

export interface TimeTally {
  readonly since?: string
  readonly until?: string
  readonly grain?: string
  readonly month?: number
  readonly quad: number
  readonly n: number
  readonly sum: number
  readonly squares: number
}

export type Counted = "type" | "standing" | "place" | "who" | "whom" | "told"

/// The columns of `events` that stand together, and so have one list of values.
const kinds = {
  time: ["since", "until", "grain"],
  type: ["type"],
  standing: ["status", "background"],
  place: ["place_id", "place_name", "place_country", "place_grain"],
  who: ["who"],
  whom: ["whom"],
  told: ["told_by"]
} as const
type Kind = keyof typeof kinds
const kindNames = Object.keys(kinds) as Kind[]

type Values = readonly (string | boolean | number | null)[]

/// Events in the order of their ids.
interface Laid {
  readonly size: number
  readonly spots: Int32Array
  readonly confidence: Float64Array
  readonly reports: Float64Array
  readonly values: Readonly<Record<Kind, readonly Values[]>>
  readonly codes: Readonly<Record<Kind, Int32Array>>
}

/// How a shelf reads: columns of numbers, some thousand rows at a time.
export interface NumberReader {
  run(sql: string): Promise<void>
  rows(sql: string): Promise<readonly Values[]>
  numbers(
    sql: string,
    values: readonly Value[],
    put: (rows: number, at: (column: number, row: number) => number) => void
  ): Promise<void>
}

/// A shelf of all events there are, read over one connection. What the columns cannot tell is asked of `numbers` later; undefined
/// where there are fewer events than `least`, or more than can be held.
export async function shelfOf(reader: NumberReader, numbers: NumberReader["numbers"], least = 0): Promise<Shelf | undefined> {
  const [count] = await reader.rows("select cast(count(*) as double) from events")
  const size = Number(count?.[0])
  if (size < least || size > mostEvents) return undefined
  const laid = await laidOut(reader, size)
  return laid && asked(laid, numbers)
}

/// About 60 bytes each.
const mostEvents = 5_000_000

async function laidOut(reader: NumberReader, size: number): Promise<Laid | undefined> {
  const values: Partial<Record<Kind, readonly Values[]>> = {}
  for (const kind of kindNames) {
    const columns = kinds[kind].join(", ")
    await reader.run(
      `create or replace temp table shelf_${kind} as
       select ${columns}, cast(row_number() over () - 1 as integer) as n from (select distinct ${columns} from events) as each`
    )
    values[kind] = await reader.rows(`select ${columns} from shelf_${kind} order by n`)
  }
  const numbers = (): Int32Array => new Int32Array(size)
  const codes = Object.fromEntries(kindNames.map(kind => [kind, numbers()])) as Record<Kind, Int32Array>
  const laid = {spots: numbers(), confidence: new Float64Array(size), reports: new Float64Array(size)}
  const into = [laid.spots, laid.confidence, laid.reports, ...kindNames.map(kind => codes[kind])]
  const joined = kindNames.map(
    kind => `join shelf_${kind} on ${kinds[kind].map(c => `shelf_${kind}.${c} is not distinct from e.${c}`).join(" and ")}`
  )
  let from = 0
  await reader.numbers(
    `select cast(e.rowid as integer), e.confidence, e.reports, ${kindNames.map(kind => `shelf_${kind}.n`).join(", ")}
     from events e ${joined.join(" ")} order by e.id`,
    [],
    (rows, at) => {
      if (from + rows > size) throw new Error("events were added while they were laid out")
      for (const [column, list] of into.entries()) for (let row = 0; row < rows; row++) list[from + row] = at(column, row)
      from += rows
    }
  )
  for (const kind of kindNames) await reader.run(`drop table shelf_${kind}`)
  return from === size ? {size, ...laid, values: values as Laid["values"], codes} : undefined
}

function asked(laid: Laid, numbers: NumberReader["numbers"]): Shelf {
  const {size, codes, values} = laid
  const chosenBy = lastFew(new Map<string, Promise<Chosen>>(), 12)
  const foundBy = lastFew(new Map<string, Promise<Uint8Array>>(), 12)
  const orders = new Map<Sort, Int32Array>()
  let indexOf: Int32Array | undefined

  /// Those that only the database can choose, by what is asked of it.
  const found = (filters: Filters): Promise<Uint8Array> =>
    foundBy(JSON.stringify(filters), async () => {
      const {sql, values} = where({...filters, background: "all"})
      const chosen = new Uint8Array(size)
      const index = (indexOf ??= inverse(laid.spots))
      await numbers(`select cast(e.rowid as integer) from events e where ${sql}`, values, (rows, at) => {
        for (let row = 0; row < rows; row++) {
          const i = index[at(0, row)]
          if (i !== undefined && i >= 0) chosen[i] = 1
        }
      })
      return chosen
    })

  const chosen = (filters: Filters): Promise<Chosen> => {
    const given = Object.entries({background: "no", ...filters}).filter(([name, text]) => text || name === "background")
    return chosenBy(JSON.stringify(given.sort()), async () => {
      const tests: (readonly Test[])[] = []
      const rest: [string, string][] = []
      for (const [name, text] of given) {
        const own = testsOf[name as FilterName]?.(text!)
        if (own) tests.push(...own)
        else rest.push([name, text!])
      }
      const isIn = rest.length > 0 ? Uint8Array.from(await found(Object.fromEntries(rest))) : new Uint8Array(size).fill(1)
      for (const any of tests) {
        const lists = any.map(({kind, holds}) => ({
          codes: codes[kind],
          held: Uint8Array.from(values[kind], v => (holds(v) ? 1 : 0))
        }))
        const [{codes: first, held: one}, second] = lists as [(typeof lists)[0], (typeof lists)[0]?]
        if (second) for (let i = 0; i < size; i++) isIn[i]! &= one[first[i]!]! | second.held[second.codes[i]!]!
        else for (let i = 0; i < size; i++) isIn[i]! &= one[first[i]!]!
      }
      let n = 0
      for (let i = 0; i < size; i++) n += isIn[i]!
      return {isIn, n}
    })
  }

  const tallied = (isIn: Uint8Array, kind: Kind): Tally[] => {
    const counts = new Float64Array(values[kind].length)
    const own = codes[kind]
    for (let i = 0; i < size; i++) counts[own[i]!]! += isIn[i]!
    return values[kind].flatMap((values, code) => (counts[code]! > 0 ? [{values, n: counts[code]!}] : []))
  }

  const order = (sort: Sort): Int32Array => {
    let known = orders.get(sort)
    if (!known) orders.set(sort, (known = ordered(laid, sort)))
    return known
  }

  return {
    count: async filters => (await chosen(filters)).n,
    async tally(filters, names) {
      const {isIn} = await chosen(filters)
      return new Map(names.map(name => [name, tallied(isIn, name)]))
    },
    async times(filters) {
      const {isIn} = await chosen(filters)
      const counts = new Float64Array(values.time.length * types.length)
      const place = values.type.map(([type]) => types.indexOf(type as EventType))
      for (let i = 0; i < size; i++) counts[codes.time[i]! * types.length + place[codes.type[i]!]!]! += isIn[i]!
      return values.time.flatMap((time, code) => timesOf(time, counts.subarray(code * types.length, (code + 1) * types.length)))
    },
    async spots(filters, sort, limit, pass) {
      const {isIn, n} = await chosen(filters)
      const page: number[] = []
      const last = Math.min(n, pass + limit)
      if (pass >= last) return page
      const inOrder = order(sort)
      for (let i = 0, met = 0; met < last; i++) {
        const event = inOrder[i]!
        if (isIn[event] === 1 && met++ >= pass) page.push(laid.spots[event]!)
      }
      return page
    }
  }
}

/// At which index a number stands in a list; -1 where it does not.
function inverse(list: Int32Array): Int32Array {
  let most = -1
  for (const n of list) if (n > most) most = n
  const found = new Int32Array(most + 1).fill(-1)
  for (const [i, n] of list.entries()) found[n] = i
  return found
}

interface Chosen {
  /// 1 for each that is chosen, else 0.
  readonly isIn: Uint8Array
  readonly n: number
}

/// What was worked out last, of each question once; what could not be is asked again.
function lastFew<T>(kept: Map<string, Promise<T>>, most: number): (key: string, make: () => Promise<T>) => Promise<T> {
  return (key, make) => {
    const known = kept.get(key)
    kept.delete(key)
    const answer = known ?? make()
    if (!known) answer.catch(() => kept.delete(key))
    kept.set(key, answer)
    if (kept.size > most) kept.delete(kept.keys().next().value!)
    return answer
  }
}

function timesOf([since, until, grain]: Values, counts: Float64Array): TimeTally[] {
  const sums = new Map<number, {n: number; sum: number; squares: number}>()
  for (const [i, type] of types.entries()) {
    const n = counts[i]!
    if (n === 0) continue
    const sum = sums.get(quadOf[type]) ?? {n: 0, sum: 0, squares: 0}
    const weight = weightOf[type]
    sums.set(quadOf[type], {n: sum.n + n, sum: sum.sum + n * weight, squares: sum.squares + n * weight * weight})
  }
  const text = (value: Values[0]): string | undefined => (typeof value === "string" ? value : undefined)
  const [from, to, how] = [text(since!), text(until!), text(grain!)]
  const month = monthOf({from, until: to, grain: how})
  const time = {...(from && {since: from}), ...(to && {until: to}), ...(how && {grain: how}), ...(month !== undefined && {month})}
  return [...sums].map(([quad, sum]) => ({...time, quad, ...sum}))
}

/// Events in an order that lists know, those alike by id: as filters.ts says it of the database.
function ordered({size, values, codes, confidence, reports}: Laid, sort: Sort): Int32Array {
  const by = sort.replace("-", "") as "date" | "confidence" | "reports"
  const keys = by === "confidence" ? confidence : by === "reports" ? reports : undefined
  const days = values.time.map(([since]) => since as string | null)
  const there = keys ? [...new Set(keys)].sort((a, b) => a - b) : [...new Set(days.filter(d => d !== null))].sort()
  const rankOf = new Map<unknown, number>(there.map((key, i) => [key, sort.startsWith("-") ? there.length - 1 - i : i]))
  // the undated are last either way
  const dayRanks = days.map(day => rankOf.get(day) ?? there.length)
  const rank = (i: number): number => (keys ? rankOf.get(keys[i]!)! : dayRanks[codes.time[i]!]!)
  const begins = new Int32Array(there.length + 2)
  for (let i = 0; i < size; i++) begins[rank(i) + 1]!++
  for (let i = 1; i < begins.length; i++) begins[i]! += begins[i - 1]!
  const order = new Int32Array(size)
  for (let i = 0; i < size; i++) order[begins[rank(i)]!++] = i
  return order
}

interface Test {
  readonly kind: Kind
  readonly holds: (values: Values) => boolean
}

/// Filters that can be asked of the values alone: tests all of which hold, each of which is one or another. The same as filters.ts
/// says in the database's words; undefined where only that can tell.
const testsOf: {readonly [name in FilterName]?: (text: string) => readonly (readonly Test[])[] | undefined} = {
  actor: text => side(text, ["who"]),
  recipient: text => side(text, ["whom"]),
  party: text => side(text, ["who", "whom"]),
  pair: text => listed(text).map(id => ["who" as const, "whom" as const].map(kind => holdsAny(kind, [id]))),
  type: text => oneOf("type", 0, listed(text.toUpperCase())),
  quad: text => {
    const quads = listed(text)
    return quads.length === 0 ? [] : [[{kind: "type", holds: ([type]) => quads.includes(String(quadOf[type as EventType]))}]]
  },
  status: text => oneOf("standing", 0, listed(text)),
  background: text => (text === "all" ? [] : [[{kind: "standing", holds: ([, background]) => background === (text === "yes")}]]),
  since: text => [[{kind: "time", holds: ([, until]) => until !== null && (until as string) > text}]],
  until: text => [[{kind: "time", holds: ([since]) => since !== null && (since as string) < text}]],
  dated: text => [[{kind: "time", holds: ([since, until]) => (since === null || until === null) === (text === "no")}]],
  place(text) {
    const names = listed(text)
    if (!names.every(v => v.startsWith("id:") || isCountry(v))) return undefined
    const holds = ([id, , country]: Values): boolean => names.some(v => (v.startsWith("id:") ? id === v.slice(3) : country === v))
    return names.length === 0 ? [] : [[{kind: "place", holds}]]
  },
  placed(text) {
    const grains = listed(text).flatMap(v => (v === "point" ? ["exact", "city"] : [v]))
    const holds = ([id, , , grain]: Values): boolean =>
      (grain !== null && grain !== "none" && grains.includes(grain as string)) || (grains.includes("none") && id === null)
    return grains.length === 0 ? [] : [[{kind: "place", holds}]]
  },
  publisher: text => (listed(text).length === 0 ? [] : [[holdsAny("told", listed(text))]])
}

const oneOf = (kind: Kind, column: number, texts: readonly string[]): readonly (readonly Test[])[] =>
  texts.length === 0 ? [] : [[{kind, holds: values => texts.includes(values[column] as string)}]]

const holdsAny = (kind: Kind, texts: readonly string[]): Test => ({
  kind,
  holds: ([text]) => typeof text === "string" && texts.some(one => text.includes(held(one)))
})

const side = (text: string, kinds: readonly ("who" | "whom")[]): readonly (readonly Test[])[] | undefined => {
  const ids = listed(text)
  if (ids.length === 0) return []
  return ids.every(isCountry) ? [kinds.map(kind => holdsAny(kind, ids))] : undefined
}
