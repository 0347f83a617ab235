import {
  anchorsOf,
  back,
  copyDays,
  guess,
  isDated,
  isGuessedMonth,
  isLate,
  isLookingBack,
  narrow,
  slack,
  telling
} from "./blocks.ts"
import {type Gist, type Part, rootOf} from "./gist.ts"
import {areBoth, areForeign, isMutual, isOneSort, isTyped, sharesPerson, whoFit} from "./parties.ts"

/// A judgement on two mentions: signed parts with their reasons, and the sum. Symmetric: judging (b, a) gives the same.
export interface Judgement {
  readonly score: number
  readonly parts: readonly Part[]
}

/// From this sum on, two mentions are of one event; between `undecidedAt` and this they are left apart and shown as undecided.
export const sameAt = 3
export const undecidedAt = 1.5
/// From this sum on, a telling that says no more than the month is of the one event in it that it can be of.
export const soleAt = 2

/// From which sum on two mentions stand in one component. What says no day is near to much; it has to be nearer.
export const nearAt = (a: Gist, b: Gist): number => (isDay(a.time) && isDay(b.time) ? undecidedAt : soleAt)

/// Do `a` and `b` speak of one happening, be it as plan, deed or denial? Undefined when something forbids it: another type, days
/// that cannot be one, nobody in common.
export function sameEvent(a: Gist, b: Gist): Judgement | undefined {
  const parts: Part[] = []
  const score = likelihood(a, b, parts)
  return score === undefined ? undefined : {score, parts}
}

/// What each of the first three names of one story weighs, and how many of them tell by themselves that one deed is meant.
const nameWeight = 0.5
const enoughNames = 2
/// Guessed parties that do not go together, of one deed in one story: less than the same parties would weigh, and nothing against it.
const otherParties = 0.6

/// The score of `sameEvent` alone; `parts` takes the reasons if anybody wants them.
export function likelihood(a: Gist, b: Gist, parts?: Part[]): number | undefined {
  if (a.type !== b.type && isTyped(a) && isTyped(b)) return undefined
  const copied = isCopied(a, b)
  const when = copied ? copy(parts) : timesFit(a, b, parts)
  if (when === undefined) return undefined
  const known: Part[] | undefined = parts && []
  const same = whoFit(a, b, isOnePlace(a, b), known)
  if (same !== undefined) parts?.push(...known!)
  const who = same ?? othersFit(a, b, parts)
  if (who === undefined) return undefined
  let score = namesFit(a, b, parts) + when + who + placesFit(a.place, b.place, parts) + modesFit(a, b, parts)
  score += deedsFit(a, b, parts) + wordsFit(a, b, parts)
  if (a.article === b.article && a.sentence === b.sentence) {
    parts?.push({says: "told apart in one sentence", weight: -2})
    score -= 2
  }
  // tenths are added up: 2.9999999999999996 is 3
  return rounded(copied || isTold(a, b) ? score : thin(score, parts))
}

/// What names around them weigh, that no table holds: two tellings of one story share some.
function namesFit(a: Gist, b: Gist, parts: Part[] | undefined): number {
  if (a.article === b.article) return 0
  const shared = namesShared(a, b)
  if (shared === 0 || !isTyped(a) || !isTyped(b)) return 0
  const like = isLike(a, b)
  if (!like && a.kinds !== undefined && b.kinds !== undefined) return 0
  const weight = (like ? nameWeight : nameWeight / 2) * Math.min(shared, 3)
  parts?.push({says: `of one story: ${a.named!.filter(n => b.named!.includes(n)).join(", ")}`, weight})
  return weight
}

const namesShared = (a: Gist, b: Gist): number =>
  a.named === undefined || b.named === undefined ? 0 : sharedWords(a.named, b.named)

const isOneStory = (a: Gist, b: Gist): boolean => a.article !== b.article && namesShared(a, b) > 0

/// Told of one deed in one story.
const isOneTale = (a: Gist, b: Gist): boolean => isTyped(a) && isTyped(b) && isOneStory(a, b) && isLike(a, b)

/// In the same word, in words for one deed, or of one narrow sort: of arrests, of expulsions, of bombings.
function isLike(a: Gist, b: Gist): boolean {
  const isNarrow = a.mode !== undefined && b.mode !== undefined && narrow.has(a.mode) && narrow.has(b.mode)
  return isNarrow ? a.mode === b.mode : sharesDeed(a, b) || ofOneKind(a, b)
}

/// Deeds of words: who says it is what they are.
const spoken: ReadonlySet<string> = new Set(["REQUEST", "ACCUSE", "REJECT", "SUPPORT", "AGREE", "THREATEN", "CONCEDE"])

/// Parties that do not go together, of one deed in one story: where they were guessed or are little known, they may have been misread.
function othersFit(a: Gist, b: Gist, parts: Part[] | undefined): number | undefined {
  if (!isOneTale(a, b) || areForeign(a, b) || spoken.has(a.type!)) return undefined
  parts?.push({says: "other parties, as far as was guessed", weight: otherParties})
  return otherParties
}

const rounded = (score: number): number => Math.round(score * 1000) / 1000

/// Whether nothing forbids two tellings to be one, but nothing brings them together either: one says no day, and tells in other words or
/// long after. Beside a third such a one has no voice.
export function isSilent(a: Gist, b: Gist): boolean {
  if ((a.type !== b.type && isTyped(a) && isTyped(b)) || (isDated(a) && isDated(b))) return false
  return undatedFit(a, b, unsaid) !== undefined && whoFit(a, b, isOnePlace(a, b), undefined) !== undefined
}

const unsaid = (_: string, weight: number): number => weight

/// Who and when alone make no event: two countries do many things to each other in a month, and in some months in a day. The less is
/// said of when, the more has to be told in common: words of the deed, the place, the way, or a person.
function isTold(a: Gist, b: Gist): boolean {
  const words = inCommon(a, b)
  const person = sharesPerson(a, b)
  const tale = isOneTale(a, b)
  const place = isOnePlace(a, b) || tale
  if (tale && namesShared(a, b) >= enoughNames) return true
  if (!(isDated(a) && isDated(b))) return words >= 2 && (words >= 3 || person || place || areBoth(a, b))
  // of what sort they are nobody said: the same people do many things on a day
  if (!isTyped(a) || !isTyped(b)) {
    const here = place && isDay(a.time) && isDay(b.time)
    return here || words >= (sharesDeed(a, b) || ofOneKind(a, b) || person || place ? 1 : 2)
  }
  const [x, y] = [a.time!, b.time!]
  // what was told long after, without a day
  if ((isLate(a) || isLate(b)) && daysApart(x, y) > slack) return words >= 2 || (words >= 1 && (person || place))
  if (words > 0 || person) return true
  if (!isDay(x) || !isDay(y)) return place
  const alike = isMutual(a, b) || (a.mode !== undefined && a.mode === b.mode)
  // told of one place and one way, a day back where the day was supposed
  const loose = x.basis === "assumed" || y.basis === "assumed"
  return x.from < y.until && y.from < x.until ? place || alike : loose && place && alike
}

/// How many words two tellings share; those for one deed count as one, and so do those for one thing.
function inCommon(a: Gist, b: Gist): number {
  const deed = sharesDeed(a, b) || ofOneKind(a, b)
  const sort = isOneSort(a.actors, b.actors) && isOneSort(a.recipients, b.recipients)
  return sharedWords(a.words, b.words) + (deed || sort ? 1 : 0) + (sharesTheme(a, b) ? 1 : 0)
}

const isOnePlace = (a: Gist, b: Gist): boolean =>
  a.place !== undefined && a.place.id === b.place?.id && a.place.grain !== "country" && b.place.grain !== "country"

/// Whether a telling that nearly suits an event, and no other, may be taken for one of it: what says the day has to share a person,
/// the place or a word beside the deed's, and an article does not tell of one deed on two days.
export function maySuit(a: Gist, b: Gist): boolean {
  if (!isTyped(a) || !isTyped(b) || isVague(a)) return true
  const person = isShort(a.time) && isShort(b.time) && sharesPerson(a, b)
  return a.article !== b.article && (person || sharesMatter(a, b) || sharesTheme(a, b) || isOnePlace(a, b))
}

/// "In June", or no time at all: finer than a year, and so worth asking what there was in it.
const isVague = ({time}: Gist): boolean => time === undefined || (!isDay(time) && isShort(time))

/// Too little in common to be near, though nothing forbids it.
function thin(score: number, parts: Part[] | undefined): number {
  if (score <= 1) return score
  parts?.push({says: "no word, place or person of the deed in common", weight: 1 - score})
  return 1
}

const ofOneKind = (a: Gist, b: Gist): boolean =>
  a.kinds !== undefined && b.kinds !== undefined && a.kinds.some(kind => b.kinds!.includes(kind))

const sharesTheme = (a: Gist, b: Gist): boolean =>
  a.themes !== undefined && b.themes !== undefined && a.themes.some(theme => b.themes!.includes(theme))

/// The very words, in articles of about the same days: one of them copies the other, or is a later version of it.
function isCopied(a: Gist, b: Gist): boolean {
  if (a.article === b.article || (a.told !== undefined && b.told !== undefined && Math.abs(a.told - b.told) > copyDays))
    return false
  return a.wording !== undefined && a.wording === b.wording
}

function copy(parts: Part[] | undefined): number {
  parts?.push({says: "told in the same words within days", weight: 2})
  return 2
}

/// Any word of the deeds in common: "treaty" beside "signed a treaty".
function deedsFit(a: Gist, b: Gist, parts: Part[] | undefined): number {
  if (!sharesDeed(a, b)) {
    // "signed" beside "met": of what sort they are nobody said, but other words name other deeds
    if (!ofOneKind(a, b) && !(isTyped(a) && isTyped(b)) && a.kinds && b.kinds) {
      parts?.push({says: "in words for other deeds", weight: -0.7})
      return -0.7
    }
    if (!ofOneKind(a, b)) return 0
    parts?.push({says: "in words for one deed", weight: 0.2})
    return 0.2
  }
  parts?.push({says: `both in the word ${a.deed.filter(d => b.deed.includes(d)).sort()[0]}`, weight: 0.4})
  return 0.4
}

function modesFit(a: Gist, b: Gist, parts: Part[] | undefined): number {
  if (a.mode === b.mode) {
    if (a.mode === undefined) return 0
    parts?.push({says: `both ${a.mode}`, weight: 0.5})
    return 0.5
  }
  if (a.mode !== undefined && b.mode !== undefined) {
    parts?.push({says: `${pair(a.mode, b.mode)} differ`, weight: -1})
    return -1
  }
  // a guest's coming and the talks he has there are two, unless he is said to come for talks
  if (a.type !== "CONSULT" || (a.mode ?? b.mode) !== "visit") return 0
  const visit = a.mode === "visit" ? a : b
  if (visit.words.some(word => talking.has(word)) && !visit.deed.some(word => talking.has(word))) return 0
  parts?.push({says: "a visit and talks", weight: -0.8})
  return -0.8
}

const talking: ReadonlySet<string> = new Set(["talk", "summit", "meeting", "negotiation", "conversation"])

const pair = (x: string, y: string): string => (x < y ? `${x} and ${y}` : `${y} and ${x}`)

const sharesDeed = (a: Gist, b: Gist): boolean =>
  a.deed.some(d => b.deed.includes(d) && !(weak.has(d) && (a.deed.length > 1 || b.deed.length > 1)))

/// Verbs that are one deed with this particle or object and another with that: "took over", "took hostage".
const weak: ReadonlySet<string> = new Set("take give get put call make bring let set go come keep turn".split(" ").map(rootOf))

const isToldNear = (a: Gist, b: Gist): boolean => {
  const days = anchorsOf(b)
  return anchorsOf(a).some(x => days.some(y => Math.abs(x - y) <= telling))
}

/// Whether both say the day, and not the same.
export function isOtherDay({time: x}: Gist, {time: y}: Gist): boolean {
  if (!isDay(x) || !isDay(y) || x.basis === "assumed" || y.basis === "assumed") return false
  return x.from >= y.until + 1 || y.from >= x.until + 1
}

type Time = NonNullable<Gist["time"]>

const isShort = (t: Gist["time"]): boolean => t !== undefined && t.until - t.from <= 31
const isDay = (t: Gist["time"]): t is Time => t !== undefined && (t.grain === "day" || t.grain === "time")

const daysApart = (x: Time, y: Time): number =>
  x.from < y.until && y.from < x.until ? 0 : x.from >= y.until ? x.from - y.until + 1 : y.from - x.until + 1

function timesFit(a: Gist, b: Gist, parts: Part[] | undefined): number | undefined {
  const said = (says: string, weight: number): number => {
    parts?.push({says, weight})
    return weight
  }
  const [x, y] = [a.time, b.time]
  // without days the word must be the same, and the telling near: it is by these that they are found
  if (!(isDated(a) && isDated(b)) && !((sharesDeed(a, b) || ofOneKind(a, b)) && (isToldNear(a, b) || isOneTale(a, b))))
    return undefined
  if (!x || !y) return undatedFit(a, b, said)
  const days = daysApart(x, y)
  const loose = x.basis === "assumed" || y.basis === "assumed"
  if (days === 0) {
    if (isDay(x) && isDay(y)) return loose ? said("the same day, supposed", 1.2) : said("the same day", 2)
    const [coarse, fine] = x.until - x.from < y.until - y.from ? [y, x] : [x, y]
    // "in June last year" beside the day itself: the shorter the stretch, the less it is by chance
    const length = coarse.until - coarse.from
    if (loose || !isDay(fine) || length > 31) return said("times overlap", 0.6)
    return said(`a day of the same ${coarse.grain}`, length > 7 ? 1.2 : 1.5)
  }
  // an article's own day stands for "just now": what it tells may lie a day or two back
  const [late, before] = [isLate(a) && x.from >= y.until, isLate(b) && y.from >= x.until]
  if ((late || before) && days <= back) return said(`${days} days before the telling`, 0.4 - 0.15 * days)
  // "this week" of a Monday may be the Sunday before
  if (days <= 2 && (x.grain === "week" || y.grain === "week")) return said("a week that ends or begins next to it", 0)
  if (loose && days <= slack) return said(`${days} days apart, supposed`, 0.7 - 0.5 * days)
  if (!loose && days === 1 && (x.basis === "inferred" || y.basis === "inferred")) return said("a day apart", -0.3)
  // "last month", reckoned from a day that is itself a guess
  if (!loose && (isGuessedMonth(x) || isGuessedMonth(y)) && days <= guess)
    return said("a month apart, as far as was guessed", -0.6)
  if ((isLookingBack(a) || isLookingBack(b)) && isOneTale(a, b) && days <= telling)
    return said("at another time, as far as was guessed", -0.8)
  return undefined
}

/// What has no day was told on one: not before it happened, and mostly not long after.
function undatedFit(a: Gist, b: Gist, said: (says: string, weight: number) => number): number | undefined {
  const [undated, other] = a.time ? [b, a] : [a, b]
  const told = undated.told
  const from = other.time?.from ?? other.told
  if (told === undefined || from === undefined) return said("no day said on one side", -0.5)
  if (other.time && from > told + slack) return undefined
  // news of a day or two need not say which
  if (other.time && isDay(other.time) && told - from <= 7) return said("no day said on one side, told within a week", 0.6)
  if (!other.time && Math.abs(told - from) <= 31) return said("no day said, told within a month", 0)
  return Math.abs(told - from) > 366
    ? said("no day said on one side, told years apart", -1.5)
    : said("no day said on one side", -0.5)
}

function placesFit(a: Gist["place"], b: Gist["place"], parts: Part[] | undefined): number {
  if (!a || !b) return 0
  const said = (says: string, weight: number): number => {
    parts?.push({says, weight})
    return weight
  }
  // where the article was written, or what else it spoke of, says little of where the deed was done
  if (a.basis !== "stated" || b.basis !== "stated")
    return a.id === b.id && a.grain !== "country" ? said(`both near ${a.name}, supposed`, 0.4) : 0
  if (a.id === b.id) return said(`both at ${a.name}`, a.grain === "country" ? 0.4 : 1)
  const known = a.country !== undefined && b.country !== undefined
  if (known && a.country !== b.country) return said(`${pair(a.name, b.name)} lie in different countries`, -2)
  if (known && (a.grain === "country" || b.grain === "country")) return said(`${pair(a.name, b.name)} may be one place`, 0.2)
  const points = isPoint(a.grain) && isPoint(b.grain)
  return said(`${pair(a.name, b.name)} are different places`, points ? -1.8 : -1)
}

const isPoint = (grain: string): boolean => grain === "exact" || grain === "city"

/// Words in order, so that those in common are found in one pass.
function sharedWords(one: readonly string[], other: readonly string[]): number {
  let shared = 0
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const [x, y] = [one[i]!, other[j]!]
    if (x === y) shared++
    if (x <= y) i++
    if (y <= x) j++
  }
  return shared
}

function wordsFit(a: Gist, b: Gist, parts: Part[] | undefined): number {
  const [one, other] = [a.words, b.words]
  if (one.length === 0 || other.length === 0) return 0
  const shared = sharedWords(one, other)
  const themed = sharesTheme(a, b)
  const like = sharesDeed(a, b) || ofOneKind(a, b)
  if (shared === 0 && !themed) {
    // "killed" beside "shot dead": other words, and yet for the same
    if (ofOneKind(a, b) && isDay(a.time) && isDay(b.time)) return 0
    // who tells of a deed again in one article takes up a word of it
    const weight = a.article === b.article && !sharesDeed(a, b) ? -0.8 : -0.4
    parts?.push({says: "no word in common", weight})
    return weight
  }
  let weight = 0
  if (shared > 0) {
    const least = Math.min(one.length, other.length)
    // one word alone, even if shared, is thin
    weight = -0.4 + (1.9 * shared * (least === 1 ? 0.67 : 1)) / least
    const says = (): string =>
      one
        .filter(w => other.includes(w))
        .slice(0, 6)
        .join(", ")
    parts?.push({says: `words in common: ${says()}`, weight})
  } else {
    weight = 0.2
    parts?.push({says: "of one thing, in other words", weight})
  }
  const matters = sharedMatter(a, b)
  if (like && (themed || matters > 0)) {
    parts?.push({says: "the deed and what it is about", weight: matter})
    return weight + matter
  }
  if (matters < 2) return weight
  parts?.push({says: "what it is about", weight: matter - 0.1})
  return weight + matter - 0.1
}

/// "Admitted the kidnapping" beside "owned up to the abductions".
const matter = 0.6

/// How many words they share that are not the deed's own: of "signed a border pact" only "signed" is.
function sharedMatter(a: Gist, b: Gist): number {
  const [x, y] = [a.deed[0], b.deed[0]]
  const isShared = (word: string | undefined): boolean => word !== undefined && a.words.includes(word) && b.words.includes(word)
  return sharedWords(a.words, b.words) - (isShared(x) ? 1 : 0) - (x !== y && isShared(y) ? 1 : 0)
}

const sharesMatter = (a: Gist, b: Gist): boolean => sharedMatter(a, b) > 0
