import {type EventType, quadOf, types, weightOf} from "../model/model.ts"
import {type FilterName, type Filters, isCountry, listed, type Sort, where} from "./filters.ts"
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
  /// How many events there are at each time and of each quad class, with the sums of their weights and of the squares of these. Where
  /// `byMonth`, those that lie in one month are told by that alone.
  times(
    filters: Filters,
    byMonth: boolean
  ): Promise<{readonly months: readonly MonthTally[]; readonly rest: readonly TimeTally[]}>
  /// Where the events of one page lie in the database, in their order.
  spots(filters: Filters, sort: Sort, limit: number, pass: number): Promise<readonly number[]>
}

export interface Tally {
  /// In the order in which they stand in the column.
  readonly values: Values
  readonly n: number
}

interface Sums {
  readonly quad: number
  readonly n: number
  readonly sum: number
  readonly squares: number
}

/// A month by how many there were since the year 0.
export type MonthTally = Sums & {readonly month: number}
export type TimeTally = Sums & {readonly since?: string; readonly until?: string; readonly grain?: string}

export type Counted = "type" | "standing" | "place" | "who" | "whom" | "told"

/// The columns of `events` that stand together, and so have one list of values.
const kinds = {
  since: ["since"],
  until: ["until"],
  grain: ["grain"],
  month: ["month"],
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

/// 60 bytes each, and as many again for what was asked last.
const mostEvents = 3_000_000

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
  const chosenBy = lastFew(new Map<string, Promise<Int32Array>>(), 10)
  const foundBy = lastFew(new Map<string, Promise<Int32Array>>(), 10)
  const orders = new Map<Sort, Int32Array>()
  const everyEvent = Int32Array.from({length: size}, (_, i) => i)
  const wholes = new Map<Kind, Float64Array>()
  const typeAt = values.type.map(([type]) => types.indexOf(type as EventType))
  let indexOf: Int32Array | undefined

  /// Those that only the database can choose.
  const found = (filters: Filters): Promise<Int32Array> =>
    foundBy(JSON.stringify(filters), async () => {
      const {sql, values} = where({...filters, background: "all"})
      const isIn = new Uint8Array(size)
      const index = (indexOf ??= inverse(laid.spots))
      await numbers(`select cast(e.rowid as integer) from events e where ${sql}`, values, (rows, at) => {
        for (let row = 0; row < rows; row++) {
          const i = index[at(0, row)]
          if (i !== undefined && i >= 0) isIn[i] = 1
        }
      })
      return everyEvent.filter(i => isIn[i] === 1)
    })

  /// Those that are asked for, in the order of their ids.
  const chosen = (filters: Filters): Promise<Int32Array> => {
    const given = Object.entries({background: "no", ...filters}).filter(([name, text]) => text || name === "background")
    return chosenBy(JSON.stringify(given.sort()), async () => {
      const tests: (readonly Held[])[] = []
      const rest: [string, string][] = []
      for (const [name, text] of given) {
        const own = testsOf[name as FilterName]?.(text!)
        if (own) tests.push(...own.map(any => any.map(heldBy)))
        else rest.push([name, text!])
      }
      // what lets the fewest through is asked first
      const share = (any: readonly Held[]): number => any.reduce((sum, {n}) => sum + n, 0)
      tests.sort((a, b) => share(a) - share(b))
      let events = rest.length > 0 ? await found(Object.fromEntries(rest)) : everyEvent
      for (const any of tests) events = passing(events, any)
      return events
    })
  }

  const heldBy = ({kind, holds}: Test): Held => {
    const whole = wholes.get(kind) ?? countsOf(everyEvent, codes[kind], values[kind].length)
    wholes.set(kind, whole)
    const held = Uint8Array.from(values[kind], v => (holds(v) ? 1 : 0))
    return {codes: codes[kind], held, n: whole.reduce((sum, n, code) => sum + n * held[code]!, 0)}
  }

  const order = (sort: Sort): Int32Array => {
    let known = orders.get(sort)
    if (!known) orders.set(sort, (known = ordered(laid, sort)))
    return known
  }

  return {
    count: async filters => (await chosen(filters)).length,
    async tally(filters, names) {
      const events = await chosen(filters)
      const tallied = (name: Counted): Tally[] => {
        const counts = countsOf(events, codes[name], values[name].length)
        return values[name].flatMap((values, code) => (counts[code]! > 0 ? [{values, n: counts[code]!}] : []))
      }
      return new Map(names.map(name => [name, tallied(name)]))
    },
    async times(filters, byMonth) {
      const {since, until, grain, month, type} = codes
      const months = new Float64Array(values.month.length * types.length)
      const rest = new Map<number, number>()
      const isWhole = values.month.map(([month]) => byMonth && month !== null)
      for (const i of await chosen(filters)) {
        if (isWhole[month[i]!]) months[month[i]! * types.length + typeAt[type[i]!]!]!++
        else {
          const time = (since[i]! * values.until.length + until[i]!) * values.grain.length + grain[i]!
          const key = time * types.length + typeAt[type[i]!]!
          rest.set(key, (rest.get(key) ?? 0) + 1)
        }
      }
      return {months: monthsOf(months, values.month), rest: timesOf(rest, values)}
    },
    async spots(filters, sort, limit, pass) {
      const events = await chosen(filters)
      const page: number[] = []
      const last = Math.min(events.length, pass + limit)
      if (pass >= last) return page
      const isIn = new Uint8Array(size)
      for (const event of events) isIn[event] = 1
      const inOrder = order(sort)
      for (let i = 0, met = 0; met < last; i++) {
        const event = inOrder[i]!
        if (isIn[event] === 1 && met++ >= pass) page.push(laid.spots[event]!)
      }
      return page
    }
  }
}

/// A test of one column: which of its values pass, and how many events have such a one.
interface Held {
  readonly codes: Int32Array
  readonly held: Uint8Array
  readonly n: number
}

/// The events that pass one or another of at most two tests.
function passing(events: Int32Array, [one, other = one]: readonly Held[]): Int32Array {
  const passed = new Int32Array(events.length)
  let n = 0
  for (let i = 0; i < events.length; i++) {
    const event = events[i]!
    passed[n] = event
    n += one!.held[one!.codes[event]!]! | other!.held[other!.codes[event]!]!
  }
  return passed.slice(0, n)
}

function countsOf(events: Int32Array, codes: Int32Array, most: number): Float64Array {
  const counts = new Float64Array(most)
  for (let i = 0; i < events.length; i++) counts[codes[events[i]!]!]!++
  return counts
}

/// At which index a number stands in a list; -1 where it does not.
function inverse(list: Int32Array): Int32Array {
  let most = -1
  for (const n of list) if (n > most) most = n
  const found = new Int32Array(most + 1).fill(-1)
  for (const [i, n] of list.entries()) found[n] = i
  return found
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

/// Sums by quad class of how many there are of each type.
function sumsOf(counts: Iterable<readonly [type: number, n: number]>): Sums[] {
  const sums = new Map<number, Sums>()
  for (const [at, n] of counts) {
    const quad = quadOf[types[at]!]
    const weight = weightOf[types[at]!]
    const was = sums.get(quad) ?? {quad, n: 0, sum: 0, squares: 0}
    sums.set(quad, {quad, n: was.n + n, sum: was.sum + n * weight, squares: was.squares + n * weight * weight})
  }
  return [...sums.values()]
}

function monthsOf(counts: Float64Array, months: readonly Values[]): MonthTally[] {
  return months.flatMap(([month], code) => {
    const own = counts.subarray(code * types.length, (code + 1) * types.length)
    return sumsOf([...own.entries()].filter(([, n]) => n > 0)).map(sums => ({month: Number(month), ...sums}))
  })
}

function timesOf(counts: ReadonlyMap<number, number>, {since, until, grain}: Laid["values"]): TimeTally[] {
  const byTime = new Map<number, [number, number][]>()
  for (const [key, n] of counts) {
    const time = Math.floor(key / types.length)
    const there = byTime.get(time)
    if (there) there.push([key % types.length, n])
    else byTime.set(time, [[key % types.length, n]])
  }
  const text = (list: readonly Values[], code: number): string | undefined => (list[code]![0] as string | null) ?? undefined
  return [...byTime].flatMap(([time, list]) => {
    const span = Math.floor(time / grain.length)
    const from = text(since, Math.floor(span / until.length))
    const to = text(until, span % until.length)
    const how = text(grain, time % grain.length)
    const told = {...(from && {since: from}), ...(to && {until: to}), ...(how && {grain: how})}
    return sumsOf(list).map(sums => ({...told, ...sums}))
  })
}

/// Events in an order that lists know, those alike by id: as filters.ts says it of the database.
function ordered({size, values, codes, confidence, reports}: Laid, sort: Sort): Int32Array {
  const by = sort.replace("-", "") as "date" | "confidence" | "reports"
  const keys = by === "confidence" ? confidence : by === "reports" ? reports : undefined
  const days = values.since.map(([since]) => since as string | null)
  const there = keys ? [...new Set(keys)].sort((a, b) => a - b) : [...new Set(days.filter(d => d !== null))].sort()
  const rankOf = new Map<unknown, number>(there.map((key, i) => [key, sort.startsWith("-") ? there.length - 1 - i : i]))
  // the undated are last either way
  const dayRanks = days.map(day => rankOf.get(day) ?? there.length)
  const rank = (i: number): number => (keys ? rankOf.get(keys[i]!)! : dayRanks[codes.since[i]!]!)
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
  since: text => [[{kind: "until", holds: ([until]) => until !== null && (until as string) > text}]],
  until: text => [[{kind: "since", holds: ([since]) => since !== null && (since as string) < text}]],
  dated: text => {
    const isThere = (kind: Kind, there: boolean): Test => ({kind, holds: ([day]) => (day !== null) === there})
    return text === "no"
      ? [[isThere("since", false), isThere("until", false)]]
      : [[isThere("since", true)], [isThere("until", true)]]
  },
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
