/// Articles out of nothing, the same for the same seed: outlets report on a few running affairs, one after another and in words of their own,
/// so that there is much to merge. For runs that ask what becomes of a ledger, not how well it reads.

const countries = [
  ["Turkey", "Turkish", "Ankara"],
  ["Greece", "Greek", "Athens"],
  ["Egypt", "Egyptian", "Cairo"],
  ["Kenya", "Kenyan", "Nairobi"],
  ["Peru", "Peruvian", "Lima"],
  ["India", "Indian", "New Delhi"],
  ["Japan", "Japanese", "Tokyo"],
  ["Poland", "Polish", "Warsaw"],
  ["Chile", "Chilean", "Santiago"],
  ["Norway", "Norwegian", "Oslo"],
  ["Mexico", "Mexican", "Mexico City"],
  ["Ghana", "Ghanaian", "Accra"]
] as const
type Country = (typeof countries)[number]

const deeds: readonly ((one: Country, other: Country) => string)[] = [
  ([a, , at], [, b]) => `The foreign minister of ${a} met the ${b} ambassador in ${at}`,
  ([, a], [b]) => `The ${a} government accused ${b} of breaking the ceasefire`,
  ([a], [b, , at]) => `${a} promised to send food and medicine to ${b}, officials in ${at} said`,
  ([, a], [b, , at]) => `${a} troops attacked a village near ${at} in ${b}, killing @ people`,
  ([a], [b]) => `${a} and ${b} signed an agreement on fishing rights`,
  ([a], [b]) => `${a} threatened to close its border with ${b}`,
  ([, a, at]) => `${a} police arrested @ protesters in ${at}`,
  ([a], [b]) => `${a} imposed sanctions on ${b}`,
  ([a], [b]) => `${a} rejected an offer of talks from ${b}`,
  ([, a, at]) => `Thousands of ${a} workers demonstrated in ${at} against the government`
]
const asides = [
  "Trading in the capital was quiet.",
  "The weather is expected to stay dry until the end of the month.",
  "Nobody at the ministry could be reached for comment.",
  "Observers said that more was to be expected in the coming weeks."
]
const days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]

export interface Invented {
  readonly url: string
  readonly title: string
  readonly publisher: string
  readonly date: string
  readonly text: string
}

/// Article number `at` of the world with this seed, with so many sentences; `perDay` articles come out each day.
export function invented(seed: number, at: number, sentences: number, perDay = 40): Invented {
  const random = numbersOf(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(at + 1, 0x85ebca6b))
  const below = (n: number): number => Math.floor(random() * n)
  const day = Math.floor(at / perDay)
  const told = (back: number): string => {
    // what happens on a day is the same for all who tell it
    const affair = numbersOf(Math.imul(seed + 7, 0x27d4eb2f) ^ Math.imul((day - back) * 8 + below(8) + 1, 0x165667b1))
    const a = Math.floor(affair() * countries.length)
    const b = (a + 1 + Math.floor(affair() * (countries.length - 1))) % countries.length
    const deed = deeds[Math.floor(affair() * deeds.length)]!(countries[a]!, countries[b]!)
    const said = deed.replace("@", String(2 + Math.floor(affair() * 30)))
    return `${said} on ${days[new Date(midnight(day - back)).getUTCDay()]}.`
  }
  const body = Array.from({length: sentences}, () => (below(5) === 0 ? asides[below(asides.length)]! : told(below(3))))
  const publisher = `Courier ${1 + below(30)}`
  return {
    url: `https://courier.example/${seed}/${at}`,
    title: body[0]!.slice(0, -1),
    publisher,
    date: new Date(midnight(day)).toISOString().slice(0, 10),
    text: body.join(" ")
  }
}

/// Lines of JSON of articles `from` until `until`, as `annals read` takes them.
export const linesOf = (seed: number, from: number, until: number, sentences: number): string =>
  Array.from({length: until - from}, (_, i) => `${JSON.stringify(invented(seed, from + i, sentences))}\n`).join("")

/// Numbers from 0 to 1 that are the same for the same seed (mulberry32).
export function numbersOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const midnight = (day: number): number => Date.UTC(2024, 0, 1) + day * 86_400_000
