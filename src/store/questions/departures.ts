import {binName, endOf, finer, type Step, startOf} from "../filters.ts"
import type {Store} from "../store.ts"
import {beyondChance, chanceOf, type Expectation, expectation} from "./base-rate.ts"

/// A pair's events bin by bin, each beside what its own past lets expect. The last bin is the newest.
export interface PairRate {
  readonly a: string
  readonly b: string
  readonly counts: readonly number[]
  /// Over the bins before the newest, for as many articles as each bin has.
  readonly usual: readonly Expectation[]
  /// How likely the newest count is, given the bins before.
  readonly chance: number
  readonly departs: boolean
}

export interface Departures {
  /// Months if the pile reaches back far enough, else weeks, else days.
  readonly by: "month" | "week" | "day"
  /// Names of the bins, as the filter `bin` takes them, and how many articles each has.
  readonly bins: readonly {readonly from: string; readonly until: string; readonly name: string; readonly articles: number}[]
  /// How many pairs had enough events to be compared.
  readonly compared: number
  /// Those that depart, least likely first, then the busiest of the rest.
  readonly pairs: readonly PairRate[]
}

const mostBins = 24
const fewestBins = 7
/// A pair with fewer events than this, all bins together, is not compared.
const fewestEvents = 3
const falseShare = 0.05

/// Pairs whose newest count departs from their own base rate: the rate of events per article read, over at most 23 bins before. Counted
/// is what happened or goes on, without history, dated no more vaguely than a bin. Undefined while the pile is too short to tell.
export async function departures(store: Store, most: number): Promise<Departures | undefined> {
  const days = await store.rows<{day: string; n: number}>(
    "select substr(published, 1, 10) as day, count(*) as n from articles where published is not null group by 1 order by 1"
  )
  for (const by of ["month", "week", "day"] as const) {
    const bins = binsOf(days, by)
    if (bins.filter(b => b.articles > 0).length < fewestBins) continue
    return {by, bins, ...(await compare(store, bins, by, most))}
  }
  return undefined
}

type Bins = Departures["bins"]

/// The last bins that have articles. The newest is left out while it has fewer than a third of what is usual: it has hardly begun.
function binsOf(days: readonly {day: string; n: number}[], by: Step): Bins {
  const articles = new Map<string, number>()
  for (const {day, n} of days) {
    const from = startOf(day, by)
    articles.set(from, (articles.get(from) ?? 0) + n)
  }
  const starts = [...articles.keys()].sort()
  const counts = starts.slice(0, -1).map(s => articles.get(s)!)
  const median = counts.sort((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0
  const newest = (articles.get(starts.at(-1) ?? "") ?? 0) * 3 < median ? starts.at(-2) : starts.at(-1)
  const bins: {from: string; until: string; name: string; articles: number}[] = []
  for (let from = newest; from !== undefined && from >= starts[0]! && bins.length < mostBins; from = startBefore(from, by))
    bins.unshift({from, until: endOf(from, by), name: binName(from, by), articles: articles.get(from) ?? 0})
  return bins
}

const startBefore = (from: string, by: Step): string =>
  startOf(new Date(Date.parse(`${from}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10), by)

async function compare(
  store: Store,
  bins: Bins,
  by: Step,
  most: number
): Promise<{compared: number; pairs: readonly PairRate[]}> {
  const side = (p: string): string => `coalesce(${p}.country, ${p}.id)`
  // names that nobody knows make no pairs: the next article may spell them otherwise
  const known = (p: string): string => `${side(p)} not like 'name:%' and ${side(p)} not like '%,%'`
  const rows = await store.rows<{a: string; b: string; since: string; until: string; grain: string; n: number}>(
    `select ${side("p")} as a, ${side("q")} as b, e.since, e.until, e.grain, count(distinct e.id) as n
     from events e join parties p on p.event = e.id join parties q on q.event = e.id
     where ${side("p")} < ${side("q")} and ${known("p")} and ${known("q")} and not e.background
       and e.status in ('happened', 'ongoing') and e.since >= $1 and e.since < $2 and e.until is not null group by 1, 2, 3, 4, 5`,
    [bins[0]!.from, bins.at(-1)!.until]
  )
  const at = new Map(bins.map((b, i) => [b.from, i]))
  const counts = new Map<string, number[]>()
  for (const {a, b, since, until, grain, n} of rows) {
    const from = startOf(since, by)
    if (!finer[by].includes(grain) && until > endOf(from, by)) continue
    const key = JSON.stringify([a, b])
    let of = counts.get(key)
    if (!of) counts.set(key, (of = bins.map(() => 0)))
    of[at.get(from)!]! += n
  }
  const pairs = [...counts]
    .sort(([x], [y]) => (x < y ? -1 : 1))
    .filter(([, of]) => of.reduce((sum, n) => sum + n, 0) >= fewestEvents)
    .map(([key, of]) => {
      const [a, b] = JSON.parse(key) as [string, string]
      const counted = of.map((count, i) => ({count, exposure: bins[i]!.articles}))
      return {a, b, counts: of, past: counted.slice(0, -1), now: counted.at(-1)!}
    })
  const chances = pairs.map(p => chanceOf(p.now, p.past))
  const departing = beyondChance(chances, falseShare)
  const total = (p: {counts: readonly number[]}): number => p.counts.reduce((sum, n) => sum + n, 0)
  return {
    compared: pairs.length,
    pairs: pairs
      .map((p, i) => ({...p, chance: chances[i]!, departs: departing[i]!}))
      .sort((x, y) =>
        x.departs !== y.departs
          ? x.departs
            ? -1
            : 1
          : x.departs
            ? x.chance - y.chance
            : y.now.count - x.now.count || total(y) - total(x)
      )
      .slice(0, most)
      .map(({a, b, counts: of, past, chance, departs}) => ({
        a,
        b,
        counts: of,
        usual: bins.map(bin => expectation(past, bin.articles)),
        chance,
        departs
      }))
  }
}
