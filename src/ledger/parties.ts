import {mutual, sortOf, trade} from "./blocks.ts"
import {type Gist, isLoose, type Part, type Side} from "./gist.ts"

/// Who did it and to whom: how well the parties of two tellings go together.

/// How well two parties may be one: the same, all the more if it is one person; the same country with one side less exact; strangers.
function partyFit(a: Side, b: Side): number {
  if (isNamed(a) && isNamed(b)) return isOneName(a.id, b.id) ? 1.25 : 0
  if (a.key !== b.key) return 0
  if (a.id === b.id) return a.particular ? 1.25 : 1
  if (a.sector === b.sector || a.sector === undefined || b.sector === undefined) return 0.8
  // a government stands for its country and is stood for by its people's office holders
  return a.sector === "GOV" || b.sector === "GOV" ? 0.6 : 0.3
}

/// Of whom no more is known than the name the text gives.
const isNamed = ({id}: Side): boolean => id.startsWith("name:")

/// "General Hugo Salvatierra" beside "Salvatierra".
function isOneName(a: string, b: string): boolean {
  if (a === b) return true
  const [x, y] = [a, b].map(id => id.slice("name:".length).split(" ")) as [string[], string[]]
  return x.at(-1) === y.at(-1) && (x.every(word => y.includes(word)) || y.every(word => x.includes(word)))
}

/// How well each of `one` is found among `other`, on average.
function fitOf(one: readonly Side[], other: readonly Side[]): number {
  if (one.length === 0 || other.length === 0) return 0
  let sum = 0
  for (const p of one) {
    let best = 0
    for (const q of other) best = Math.max(best, partyFit(p, q))
    sum += best
  }
  return sum / one.length
}

const sideFit = (a: readonly Side[], b: readonly Side[]): number => Math.max(fitOf(a, b), fitOf(b, a))

export const isTyped = (gist: Gist): boolean => gist.type !== undefined
export const isMutual = (a: Gist, b: Gist): boolean => mutual.has((a.type ?? b.type)!)

/// All who are told of in a telling: looked at once, for it is compared many times.
interface Company {
  readonly all: readonly Side[]
  readonly people: readonly Side[]
  readonly keys: readonly string[]
  readonly hasNamed: boolean
}
const companies = new WeakMap<Gist, Company>()

function companyOf(gist: Gist): Company {
  const known = companies.get(gist)
  if (known) return known
  const all = [...gist.actors, ...gist.recipients]
  const company = {all, people: all.filter(s => s.particular), keys: distinctKeys(all), hasNamed: all.some(isNamed)}
  companies.set(gist, company)
  return company
}

export function sharesPerson(a: Gist, b: Gist): boolean {
  const {people} = companyOf(a)
  if (people.length === 0) return false
  const {all} = companyOf(b)
  return people.some(s => all.some(o => partyFit(s, o) >= 1.25))
}

/// How well who is told of in two tellings goes together; undefined where it cannot be the same. Of two tellings of which one names
/// nobody, and nobody said what sort of deed it is, who says nothing. `isHere` says that both are told of one place.
export function whoFit(a: Gist, b: Gist, isHere: boolean, parts: Part[] | undefined): number | undefined {
  if (isTyped(a) && isTyped(b)) return isMutual(a, b) ? partiesFit(a, b, parts) : sidesFit(a, b, isHere, parts)
  if (namesNobody(a) || namesNobody(b)) return 0
  const type = a.type ?? b.type
  if (type !== undefined && mutual.has(type)) return partiesFit(a, b, parts)
  const own: Part[] = []
  const sides = sidesFit(a, b, isHere, own)
  const all: Part[] = []
  // "five guards *died*", "the *Kenyan* bombing": of which side they are, words alone do not say
  const parties = type === undefined || isOneSided(a) || isOneSided(b) ? partiesFit(a, b, all) : undefined
  if (sides === undefined && parties === undefined) return undefined
  const [best, why] = (parties ?? -Infinity) > (sides ?? -Infinity) ? [parties!, all] : [sides!, own]
  parts?.push(...why)
  return best
}

const namesNobody = (gist: Gist): boolean => gist.actors.length + gist.recipients.length === 0

const isOneSided = ({type, actors, recipients}: Gist): boolean =>
  type === undefined && (actors.length === 0) !== (recipients.length === 0)

/// Who met, agreed or worked together: which of them is named first says little.
function partiesFit(a: Gist, b: Gist, parts: Part[] | undefined): number | undefined {
  const [one, two] = [companyOf(a), companyOf(b)]
  const [all, other] = [one.all, two.all]
  const shared = countShared(one.keys, two.keys)
  if (shared === 0 && !(one.hasNamed && two.hasNamed)) return undefined
  const [there, back] = [fitOf(all, other), fitOf(other, all)]
  const [fit, best] = there < back ? [there, back] : [back, there]
  if (best < 0.5) return undefined
  // two that meet a third are not therefore together, unless the fourth is only supposed
  if (one.keys.length > 1 && two.keys.length > 1 && shared < 2) {
    const isSupposed = (s: Side): boolean => isLoose(s) && !(one.keys.includes(s.key) && two.keys.includes(s.key))
    if (shared === 0 || !(all.some(isSupposed) || other.some(isSupposed))) return undefined
  }
  // a guest of one country is not at once the guest of another
  const guests = a.mode === "visit" && b.mode === "visit"
  const hosted = guests && a.recipients.length > 0 && b.recipients.length > 0
  if (hosted && sideFit(a.recipients, b.recipients) === 0 && !areLoose(a.recipients, b.recipients)) return undefined
  if (fit >= 0.6) {
    // the same people do much in a year, and less in a month
    const weight = sharesPerson(a, b) && isShort(a.time) && isShort(b.time) ? 2.2 : 2
    parts?.push({says: "the same parties", weight})
    return weight
  }
  // "Kim visited Russia" beside "Kim and Putin met": one names fewer of those present
  const weight = best >= 0.8 && Math.min(all.length, other.length) === 1 ? 1.2 * Math.max(1, best) : 0
  parts?.push({says: "some of the same parties", weight})
  return weight
}

const isShort = (t: Gist["time"]): boolean => t !== undefined && t.until - t.from <= 31

const distinctKeys = (sides: readonly Side[]): string[] => [...new Set(sides.map(s => s.key))]

/// How many of some keys, each of which stands there once, are among others.
function countShared(keys: readonly string[], others: readonly string[]): number {
  let shared = 0
  for (const key of keys) if (others.includes(key)) shared++
  return shared
}

/// Whether two or more are the same in both, as those of a meeting or of a deed of one to another.
export const areBoth = (a: Gist, b: Gist): boolean => countShared(companyOf(a).keys, companyOf(b).keys) > 1

const eachSide = ["actors", "recipients"] as const

function sidesFit(a: Gist, b: Gist, isHere: boolean, parts: Part[] | undefined): number | undefined {
  let score = 0
  let sure = false
  for (const side of eachSide) {
    if (a[side].length === 0 || b[side].length === 0) continue
    const fit = sideFit(a[side], b[side])
    if (fit >= 0.3) {
      sure = true
      const weight = togetherness(a[side], b[side]) * fit
      score += weight
      parts?.push({says: `the same ${side}`, weight})
      continue
    }
    const isGuess = isGuessed(a[side], b[side])
    if (!isGuess && !areLoose(a[side], b[side])) return undefined
    // soldiers of whichever side, on the very day: the sort is the same at least
    const weight = !isGuess ? -0.4 : isDayStated(a) && isDayStated(b) ? 0.2 : -0.6
    const says = isGuess ? `${side} of other countries, as far as was guessed` : `${side} that may be the same`
    parts?.push({says, weight})
    score += weight
  }
  // "four men were arrested" in two countries on one day: somebody has to be the same, or the place
  return sure || isHere ? score : undefined
}

/// What it weighs that a side is the same: those who sign together are told from others by both, and not by one of them.
function togetherness(a: readonly Side[], b: readonly Side[]): number {
  if (a.length < 2 || b.length < 2) return 1.2
  const [one, other] = [distinctKeys(a), distinctKeys(b)]
  if (one.length < 2 || other.length < 2) return 1.2
  const shared = countShared(one, other)
  return shared === one.length && shared === other.length ? 1.8 : shared > 1 ? 1.2 : 0.6
}

const isDayStated = ({time}: Gist): boolean =>
  time !== undefined && (time.grain === "day" || time.grain === "time") && time.basis === "stated"

/// Whether all of one side are known too little to be others than those of the other side: "the police", of the country that the article
/// spoke of; "the president", whoever that was; a name nobody knows beside "a general". Two names are two people, police are no soldiers.
function areLoose(a: readonly Side[], b: readonly Side[]): boolean {
  if (a.every(isNamed) && b.every(isNamed)) return false
  if (!a.every(isLoose) && !b.every(isLoose)) return false
  return a.some(s => b.some(o => s.sector === undefined || o.sector === undefined || s.sector === o.sector))
}

/// Whether who did it, or to whom, is known for certain in both and is not the same.
export function areForeign(a: Gist, b: Gist): boolean {
  const differ = (one: readonly Side[], other: readonly Side[]): boolean =>
    areOneAndMany(one, other) ||
    areOneAndMany(other, one) ||
    (one.length > 0 && other.length > 0 && !one.some(isLoose) && !other.some(isLoose) && sideFit(one, other) === 0)
  if (isMutual(a, b)) return differ([...a.actors, ...a.recipients], [...b.actors, ...b.recipients])
  return differ(a.actors, b.actors) || differ(a.recipients, b.recipients)
}

/// One person, and several of whom it may be one at best.
const areOneAndMany = (one: readonly Side[], many: readonly Side[]): boolean => isOne(one) && many.some(s => s.many)
const isOne = (sides: readonly Side[]): boolean => sides.length === 1 && sides[0]!.particular === true && !sides[0]!.many

/// "A soldier" of the one and of the other country: one of them may be put down to the wrong one; "judges" may be those of a court
/// that is no country's.
function isGuessed(a: readonly Side[], b: readonly Side[]): boolean {
  const ofBody = (some: readonly Side[], body: readonly Side[]): boolean =>
    trade(some, "generic") !== undefined && trade(some, "generic") === trade(body, "body")
  return isOneSort(a, b) || ofBody(a, b) || ofBody(b, a)
}

export function isOneSort(a: readonly Side[], b: readonly Side[]): boolean {
  const sort = sortOf(a)
  return sort !== undefined && sort === sortOf(b)
}
