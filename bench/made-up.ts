import {contentId, type EventMention, type EventType, type Grounded, type Party} from "../src/model/model.ts"

/// A generator of numbers below 1 that always begins the same (mulberry32).
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const types: readonly EventType[] = ["CONSULT", "ASSAULT", "ACCUSE", "SUPPORT", "COERCE", "THREATEN", "AID", "SANCTION"]
const words = Array.from({length: 4000}, (_, i) => `word${i}`)
const day = (n: number): string => new Date(Date.UTC(2004, 0, 1) + n * 86_400_000).toISOString().slice(0, 10)

/// Of which days, counted from 2004 on, and how often an event is told more than once: one in `retold` is.
export interface World {
  readonly seed: number
  readonly first: number
  readonly days: number
  readonly retold: number
}

export const twentyYears: World = {seed: 7, first: 0, days: 7300, retold: 3}

/// `count` mentions of such days, of twenty years if nothing is said; events are told again mostly within three days, a few years
/// later. One report in five leaves out one side, one in thirty the day; half of the stories tell names that no table holds.
export function* mentions(count: number, {seed, first, days, retold}: World = twentyYears): Generator<EventMention> {
  const random = seeded(seed)
  const below = (n: number): number => Math.floor(random() * n)
  // rank r of n as often as 1/r
  const skewed = (n: number): number => Math.min(n - 1, Math.floor(n ** random()) - 1)
  // names that no table holds: the best known of them stands in one story of three hundred
  const name = (): string => `name${Math.floor(50 * 1000 ** random())}`
  const party = (): Grounded<Party> => {
    const country = `C${skewed(200)}`
    const sector = below(3) === 0 ? "MIL" : "GOV"
    return {means: {id: `${country}:${sector}`, name: country, country, sectors: [sector]}, basis: "stated", evidence: []}
  }
  for (let made = 0, event = 0; made < count; event++) {
    const type = types[skewed(types.length)]!
    const [actor, recipient, at] = [party(), party(), first + below(days)]
    const of = Array.from({length: 5}, () => words[skewed(words.length)]!)
    const named = below(2) === 0 ? [...new Set([name(), name(), name()])].sort() : []
    const reports = below(retold) === 0 ? 1 + skewed(40) : 1
    for (let r = 0; r < reports && made < count; r++, made++) {
      const late = r > 0 && below(20) === 0
      const told = late ? at + 200 + below(1000) : at + below(3)
      const article = contentId("bench", String(seed), String(event), String(r))
      const from = late ? `${day(at).slice(0, 7)}-01` : day(at)
      const until = late ? day(Math.round(Date.parse(from) / 86_400_000 - Date.UTC(2004, 0, 1) / 86_400_000) + 30) : day(at + 1)
      const [who, when] = [below(10), below(30)]
      const quote = {article, span: {start: 0, end: 5}, quote: of[0]!}
      yield {
        id: contentId(article, type),
        article,
        sentence: 0,
        sentenceSpan: {start: 0, end: 5},
        type,
        contexts: [],
        actors: who === 0 ? [] : [actor],
        recipients: who === 1 ? [] : [recipient],
        ...(when > 0 && {
          time: {
            means: {from, until, grain: late ? "month" : "day"},
            basis: below(3) === 0 && !late ? "assumed" : "stated",
            evidence: []
          }
        }),
        tolls: [],
        claim: {by: {kind: "publisher"}, stance: "asserts", status: below(12) === 0 ? "planned" : "happened", evidence: []},
        background: late,
        confidence: 0.7,
        predicate: quote,
        words: of.filter(() => below(5) > 0),
        ...(named.length > 0 && {named}),
        why: {rule: "bench", says: []},
        published: day(told),
        publisher: `P${skewed(300)}`
      }
    }
  }
}
