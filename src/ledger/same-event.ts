import type {EventMention, Party, Status, TimeSpan} from "../model/model.ts"
import {stemOf} from "./happenings.ts"

/// A judgement on two mentions: signed parts with their reasons, and the sum. Symmetric: judging (b, a) gives the same.
export interface Judgement {
  readonly score: number
  readonly parts: readonly {readonly says: string; readonly weight: number}[]
}

/// From this sum on, two mentions are of one event; between `undecidedAt` and this they are left apart and shown as undecided.
export const sameAt = 3
export const undecidedAt = 1.5

/// Plans, deeds and denials of one happening are linked, never merged: a mention's stage.
export const stageOf = (status: Status): "plan" | "deed" | "denial" =>
  status === "planned" || status === "possible" ? "plan" : status === "did-not-happen" ? "denial" : "deed"

/// Types in which who is named first says little.
const mutual = new Set(["AGREE", "CONSULT", "COOPERATE"])

/// Do `a` and `b` speak of one happening, be it as plan, deed or denial? Undefined when something forbids it: another type, days
/// that cannot be one, nobody in common.
export function sameEvent(a: EventMention, b: EventMention): Judgement | undefined {
  if (a.type !== b.type) return undefined
  const parts: {says: string; weight: number}[] = []
  const who = actorsFit(a, b)
  if (who === undefined) return undefined
  parts.push(...who)
  const when = timesFit(a, b)
  if (when === undefined) return undefined
  parts.push(when)
  const where = placesFit(a.place, b.place)
  if (where) parts.push(where)
  const how = modesFit(a, b)
  if (how) parts.push(how)
  const [one, other] = [gistOf(a), gistOf(b)]
  if (one.deed === other.deed) parts.push({says: `both in the word ${one.deed}`, weight: 0.4})
  const words = wordsFit(one.words, other.words)
  if (words) parts.push(words)
  if (a.article === b.article && a.sentence === b.sentence) {
    parts.push({says: "told apart in one sentence", weight: -2})
  }
  return {score: parts.reduce((sum, part) => sum + part.weight, 0), parts}
}

/// What is compared of a mention's words; a mention is compared many times.
interface Gist {
  readonly deed: string
  readonly words: ReadonlySet<string>
}
const gists = new WeakMap<EventMention, Gist>()

function gistOf(m: EventMention): Gist {
  const known = gists.get(m)
  if (known) return known
  const words = new Set(m.words.filter(w => !calendar.has(w) && !/^(1[89]|20)\d\d$/.test(w)).sort())
  const gist = {deed: deedOf(m), words}
  gists.set(m, gist)
  return gist
}

/// The first word of the predicate that is more than grammar, cut to its stem: "had signed a treaty" is "sign".
function deedOf(m: EventMention): string {
  const words = m.predicate.quote.toLowerCase().match(/[\p{L}\p{N}-]+/gu) ?? []
  return stemOf(words.find(w => !grammar.has(w)) ?? words.at(-1) ?? "")
}

const grammar = new Set(
  "a an the is are was were be been being has have had do does did will would shall should can could may might must not to".split(
    " "
  )
)

function modesFit(a: EventMention, b: EventMention): {says: string; weight: number} | undefined {
  if (a.mode === b.mode) return a.mode ? {says: `both ${a.mode}`, weight: 0.5} : undefined
  if (a.mode && b.mode) return {says: `${pair(a.mode, b.mode)} differ`, weight: -1}
  // a guest's coming and the talks he has there are two
  if (a.type === "CONSULT" && (a.mode ?? b.mode) === "visit") return {says: "a visit and talks", weight: -0.8}
  return undefined
}

const pair = (x: string, y: string): string => (x < y ? `${x} and ${y}` : `${y} and ${x}`)

/// How well two parties may be one: the same; the same country with one side less exact; strangers.
function partyFit(a: Party, b: Party): number {
  if (a.id === b.id) return 1
  if (a.country === undefined || b.country === undefined || a.country !== b.country) return 0
  const [x, y] = [a.sectors[0], b.sectors[0]]
  if (x === y || x === undefined || y === undefined) return 0.8
  // a government stands for its country and is stood for by its people's office holders
  return x === "GOV" || y === "GOV" ? 0.6 : 0.3
}

const bestFit = (one: readonly Party[], other: readonly Party[]): number => {
  if (one.length === 0 || other.length === 0) return 0
  let sum = 0
  for (const p of one) sum += Math.max(...other.map(q => partyFit(p, q)))
  return sum / one.length
}

const sideFit = (a: readonly Party[], b: readonly Party[]): number => Math.max(bestFit(a, b), bestFit(b, a))

function actorsFit(a: EventMention, b: EventMention): {says: string; weight: number}[] | undefined {
  const side = (m: EventMention, s: "actors" | "recipients"): Party[] => m[s].map(g => g.means)
  const [aa, ar, ba, br] = [side(a, "actors"), side(a, "recipients"), side(b, "actors"), side(b, "recipients")]
  if (mutual.has(a.type)) {
    const [all, other] = [
      [...aa, ...ar],
      [...ba, ...br]
    ]
    if (all.length === 0 || other.length === 0) return undefined
    const fit = Math.min(bestFit(all, other), bestFit(other, all))
    const best = Math.max(bestFit(all, other), bestFit(other, all))
    if (best < 0.5) return undefined
    // a guest of one country is not at once the guest of another
    if (a.mode === "visit" && b.mode === "visit" && ar.length > 0 && br.length > 0 && sideFit(ar, br) === 0) return undefined
    if (fit >= 0.6) return [{says: "the same parties", weight: 2}]
    // "Kim visited Russia" beside "Kim and Putin met": one names fewer of those present
    return [{says: "some of the same parties", weight: best >= 0.8 && Math.min(all.length, other.length) === 1 ? 1.2 : 0}]
  }
  const parts: {says: string; weight: number}[] = []
  const actors = sideFit(aa, ba)
  const recipients = sideFit(ar, br)
  if (aa.length > 0 && ba.length > 0) {
    if (actors < 0.3) return undefined
    parts.push({says: "the same actors", weight: 1.2 * actors})
  }
  if (ar.length > 0 && br.length > 0) {
    if (recipients < 0.3) return undefined
    parts.push({says: "the same recipients", weight: 1.2 * recipients})
  }
  return parts.length > 0 ? parts : undefined
}

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000

/// Days between two spans: 0 when they overlap.
function gap(a: TimeSpan, b: TimeSpan): number | undefined {
  if (!a.from || !a.until || !b.from || !b.until) return undefined
  if (a.from < b.until && b.from < a.until) return 0
  return a.from >= b.until ? dayNumber(a.from) - dayNumber(b.until) + 1 : dayNumber(b.from) - dayNumber(a.until) + 1
}

const length = (t: TimeSpan): number => dayNumber(t.until!) - dayNumber(t.from!)

const isDay = (t: TimeSpan): boolean => t.grain === "day" || t.grain === "time"

function timesFit(a: EventMention, b: EventMention): {says: string; weight: number} | undefined {
  const [x, y] = [a.time, b.time]
  const days = x && y ? gap(x.means, y.means) : undefined
  if (!x || !y || days === undefined) return {says: "no day said on one side", weight: -0.5}
  const loose = x.basis === "assumed" || y.basis === "assumed"
  if (days === 0) {
    if (isDay(x.means) && isDay(y.means))
      return loose ? {says: "the same day, supposed", weight: 1.2} : {says: "the same day", weight: 2}
    const [coarse, fine] = length(x.means) < length(y.means) ? [y, x] : [x, y]
    // "in June last year" beside the day itself: the shorter the stretch, the less it is by chance
    const stretch = length(coarse.means)
    if (loose || !isDay(fine.means) || stretch > 31) return {says: "times overlap", weight: 0.6}
    return {says: `a day of the same ${coarse.means.grain}`, weight: stretch > 7 ? 1.2 : 1.5}
  }
  // an article's own day stands for "just now": what it tells may lie a day or two back
  if (loose && days <= 3) return {says: `${days} days apart, supposed`, weight: 0.7 - 0.5 * days}
  if (!loose && days === 1 && (x.basis === "inferred" || y.basis === "inferred")) return {says: "a day apart", weight: -0.3}
  return undefined
}

function placesFit(one: EventMention["place"], other: EventMention["place"]): {says: string; weight: number} | undefined {
  if (!one || !other) return undefined
  const [a, b] = [one.means, other.means]
  // where the article was written, or what else it spoke of, says little of where the deed was done
  if (one.basis !== "stated" || other.basis !== "stated")
    return a.id === b.id && a.grain !== "country" ? {says: `both near ${a.name}, supposed`, weight: 0.4} : undefined
  if (a.id === b.id) return {says: `both at ${a.name}`, weight: a.grain === "country" ? 0.4 : 1}
  const known = a.country !== undefined && b.country !== undefined
  if (known && a.country !== b.country) return {says: `${pair(a.name, b.name)} lie in different countries`, weight: -2}
  if (known && (a.grain === "country" || b.grain === "country"))
    return {says: `${pair(a.name, b.name)} may be one place`, weight: 0.2}
  return {says: `${pair(a.name, b.name)} are different places`, weight: -1}
}

/// Words that tell when: they are judged as times.
const calendar = new Set(
  (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september " +
    "october november december day week month year today yesterday tomorrow morning afternoon evening night last next ago"
  ).split(" ")
)

function wordsFit(one: ReadonlySet<string>, other: ReadonlySet<string>): {says: string; weight: number} | undefined {
  if (one.size === 0 || other.size === 0) return undefined
  const shared = [...one].filter(w => other.has(w))
  const least = Math.min(one.size, other.size)
  // one word alone, even if shared, is thin
  const share = (shared.length / least) * (least === 1 ? 0.67 : 1)
  if (shared.length === 0) return {says: "no word in common", weight: -0.8}
  return {says: `words in common: ${shared.slice(0, 6).join(", ")}`, weight: -0.8 + 2.3 * share}
}
