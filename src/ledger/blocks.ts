import type {EventType} from "../model/model.ts"
import {type Gist, isLoose, keysOf, type Side} from "./gist.ts"

/// Under which keys a mention is filed, and under which it looks for others of its event. Only those that meet are compared.
/// Law: if b meets a, then a meets b, so that it never matters which of them was read first; and whoever may be one event meets.
/// Keys are numbers below 2^53, hashes of what they say; two that fall together cost a comparison and change no answer.
export interface BlockKeys {
  readonly filed: readonly number[]
  readonly sought: readonly number[]
}

/// Types in which who is named first says little.
export const mutual: ReadonlySet<EventType> = new Set(["AGREE", "CONSULT", "COOPERATE"])

/// A key is type, pair of parties and a stretch of time, so that what one busy country does does not meet all it does elsewhere, and
/// what it did in May not what it did in June. What is told without one of its sides meets what is told with both. Days are filed in
/// stretches of four; months and years by month; what has no day by the word of the deed and the year it was told in.
export function blockKeys(gist: Gist): BlockKeys {
  const who = whoKeys(gist)
  const when = whenKeys(gist)
  const under = (pairs: readonly string[], times: readonly number[]): number[] => {
    const keys: number[] = []
    for (const pair of pairs) {
      const of = hashed(`${gist.type} ${pair}`)
      for (const time of times) keys.push(mixed(of, time))
    }
    return keys
  }
  const [own, story] = [wordKeys(gist), storyKeys(gist)]
  return {
    filed: [...under(who.filed, when.filed), ...own.filed, ...story.filed],
    sought: [...under(who.sought, when.sought), ...own.sought, ...story.sought]
  }
}

/// Copies are told within so many days of one another, as far as it is known when they were told.
export const copyDays = 7

/// The very words, by the week they were told in, so that what is said again year by year does not meet itself each time. What was told
/// nobody knows when meets all of them.
function wordKeys({type, wording, told}: Gist): Keys<number> {
  if (wording === undefined) return {filed: [], sought: []}
  const ever = hashed(`${type} in words ${wording}`)
  const undated = mixed(ever, 2)
  if (told === undefined) return {filed: [ever, undated], sought: [ever]}
  const week = Math.floor(told / (copyDays + 1))
  const weeks = (first: number, last: number): number[] => range(first, last, 0).map(at => mixed(ever, at))
  return {filed: [ever, ...weeks(week, week)], sought: [...weeks(week - 1, week + 1), undated]}
}

/// Modes that are one sort of deed each; others take in many.
export const narrow: ReadonlySet<string> = new Set(
  (
    "phone withdraw release disarm ceasefire access resign investigate arrest expel territory demo riot strike hunger boycott obstruct vandalize " +
    "convict discontinue seize censor curfew martial-law deport withhold misinformation cyber abduct beat torture sexual targeted firearms " +
    "explosives suicide-attack aerial drone heavy-weapons crowd-control"
  ).split(" ")
)

/// Told long after, of a time that other sentences speak of.
export const isLookingBack = ({time, told}: Gist): boolean =>
  time?.basis === "inferred" && told !== undefined && told - time.until > guess

/// What is told of one story meets by its names: by the months it may be of; what says no day, and what is told beside it, by the word of
/// the deed.
function storyKeys(gist: Gist): Keys<number> {
  const {type, mode, named = [], time} = gist
  const filed: number[] = []
  const sought: number[] = []
  const deeds = [...deedKeys(gist), ...(mode !== undefined && narrow.has(mode) ? [hashed(`mode ${mode}`)] : [])]
  const months = time === undefined || !isDated(gist) ? [] : range(monthOf(time.from), monthOf(time.until - 1), 3)
  const around = time === undefined || !isDated(gist) ? [] : range(monthOf(time.from - guess), monthOf(time.until - 1 + guess), 3)
  for (const name of named) {
    const of = hashed(`${type} in the story of ${name}`)
    const dated = deeds.map(deed => mixed(of, 4 * (deed % 2 ** 50)))
    const undated = deeds.map(deed => mixed(of, 4 * (deed % 2 ** 50) + 1))
    if (months.length === 0) {
      filed.push(...undated)
      sought.push(...undated, ...dated)
    } else {
      filed.push(...dated, ...months.map(month => mixed(of, month)))
      sought.push(...undated, ...around.map(month => mixed(of, month)))
      if (!isLookingBack(gist)) continue
      filed.push(...undated)
      sought.push(...dated)
    }
  }
  return {filed, sought}
}

/// The words of a deed and the groups that they are of.
const deedKeys = ({deed, kinds = []}: Gist): number[] => [
  ...deed.map(hashed),
  ...kinds.map(kind => hashed(`words of group ${kind}`))
]

interface Keys<T> {
  readonly filed: readonly T[]
  readonly sought: readonly T[]
}

function whoKeys(gist: Gist): Keys<string> {
  if (gist.type !== undefined && mutual.has(gist.type)) {
    const parties = [...gist.actors, ...gist.recipients]
    const all = keysOf(parties)
    if (parties.every(p => p.key === parties[0]!.key)) {
      const alone = all.map(a => `${a} alone`)
      return {filed: alone, sought: [...alone, ...all.map(a => `${a} and`)]}
    }
    const pairs = all.flatMap((a, i) => all.slice(i + 1).map(b => `${a} and ${b}`))
    const and = all.map(a => `${a} and`)
    const alone = all.map(a => `${a} alone`)
    // who is too little known to be told from others is as good as absent
    const isVague = parties.some(isLoose)
    return isVague
      ? {filed: [...pairs, ...and, ...alone], sought: [...pairs, ...alone, ...and]}
      : {filed: [...pairs, ...and], sought: [...pairs, ...alone]}
  }
  const [by, to] = [keysOf(gist.actors), keysOf(gist.recipients)]
  const done = by.map(a => `${a} does`)
  const suffered = to.map(r => `${r} suffers`)
  const here = hereKeys(gist)
  if (by.length === 0 || to.length === 0) {
    const sides = [...done, ...suffered]
    return {
      filed: [...sides.map(s => `only ${s}`), ...here.filed],
      sought: [...sides.flatMap(s => [`only ${s}`, `both ${s}`]), ...here.sought]
    }
  }
  // a side too little known to be told from others is as good as none
  const alone = [...(gist.recipients.every(isLoose) ? done : []), ...(gist.actors.every(isLoose) ? suffered : [])]
  const pairs = by.flatMap(a => to.map(r => `${a} to ${r}`))
  // whose soldier it was is often guessed: one of either side meets one of the other
  const [doer, sufferer] = [sortOf(gist.actors), sortOf(gist.recipients)]
  const sorts = [
    ...(sufferer === undefined ? [] : by.map(a => `${a} to any ${sufferer}`)),
    ...(doer === undefined ? [] : to.map(r => `any ${doer} to ${r}`))
  ]
  // "judges in The Hague" beside the court that sits there
  const trades = (many: string, body: string): string[] => {
    const of = (sides: readonly Side[]): string | undefined => {
      const [some, court] = [trade(sides, "generic"), trade(sides, "body")]
      return some !== undefined ? `${many} ${some}` : court !== undefined ? `${body} ${court}` : undefined
    }
    const [actors, recipients] = [of(gist.actors), of(gist.recipients)]
    return [
      ...(actors === undefined ? [] : to.map(r => `${actors} to ${r}`)),
      ...(recipients === undefined ? [] : by.map(a => `${a} to ${recipients}`))
    ]
  }
  const sides = [...done, ...suffered]
  const both = [...pairs, ...sorts]
  return {
    filed: [...both, ...trades("some", "body"), ...sides.map(s => `both ${s}`), ...alone.map(s => `only ${s}`), ...here.filed],
    sought: [...both, ...trades("body", "some"), ...sides.map(s => `only ${s}`), ...alone.map(s => `both ${s}`), ...here.sought]
  }
}

/// Of whom nothing certain is known, or only of one side, meets by the place what has no side in common with it.
function hereKeys({place, actors, recipients}: Gist): Keys<string> {
  if (place === undefined || place.grain === "country") return {filed: [], sought: []}
  const isVague = actors.every(isLoose) || recipients.every(isLoose)
  const [any, vague] = [`any at ${place.id}`, `vague at ${place.id}`]
  return isVague ? {filed: [any, vague], sought: [any]} : {filed: [any], sought: [vague]}
}

/// The sector that all of some work in who are nobody in particular, or international bodies.
export function trade(sides: readonly Side[], as: "generic" | "body"): string | undefined {
  const sector = sides[0]?.sector
  return sides.every(s => s[as] && s.sector === sector) ? sector : undefined
}

/// Of what sort all of some are who are nobody in particular; undefined where somebody is.
export function sortOf(sides: readonly Side[]): string | undefined {
  const [first] = sides
  if (first === undefined) return undefined
  const sort = first.id.slice(first.id.indexOf(":") + 1)
  return sides.every(s => s.generic && s.id.endsWith(`:${sort}`)) ? sort : undefined
}

/// How long a stretch, in days, is still filed by its days; longer ones by month; those longer than `vague` as if nothing were said.
const short = 10
const vague = 800
/// An article's own day may stand for a deed of the days before.
export const slack = 3
/// Further down in an article it may stand for one of the week before, and of what a weekly sums up.
export const back = 9
const stretch = 4

/// Told without a day, and not as the news that an article opens with.
export const isLate = ({time, sentence}: Gist): boolean => time?.basis === "assumed" && sentence >= 2

/// Whether a mention says when, so that others can be found by it.
export const isDated = ({time}: Gist): boolean => time !== undefined && time.until - time.from <= vague

/// What says no day is of what happened, or was told of, within so many days of its own telling.
export const telling = 366

/// The days by which a mention is found by what says no day: when it was told, and when it was.
export const anchorsOf = (gist: Gist): number[] => [
  ...(gist.told === undefined ? [] : [gist.told]),
  ...(isDated(gist) && gist.time!.from !== gist.told ? [gist.time!.from] : [])
]

function whenKeys(gist: Gist): Keys<number> {
  const deeds = deedKeys(gist)
  const years = [...new Set(anchorsOf(gist).map(day => Math.floor(day / telling)))]
  const around = [...new Set(years.flatMap(year => [year - 1, year, year + 1]))]
  const told = (within: readonly number[], kind: number): number[] =>
    deeds.flatMap(deed => within.map(year => 4 * (mixed(deed, year) % 2 ** 50) + kind))
  if (!isDated(gist)) return {filed: [...told(years, 1), ...told(years, 0)], sought: told(around, 0)}
  const {from, until} = gist.time!
  const days = (first: number, last: number): number[] => range(Math.floor(first / stretch), Math.floor(last / stretch), 2)
  const by = isGuessedMonth(gist.time!) ? guess : slack
  const near = days(from - (isLate(gist) ? back : by), until - 1 + by)
  const months = range(monthOf(from - (isLate(gist) ? back : by)), monthOf(until - 1 + by), 3)
  const undated = told(around, 1)
  if (until - from > short) {
    const after = days(until + by, until - 1 + Math.max(by, back))
    return {filed: [...months, ...told(years, 0)], sought: [...months, ...near, ...after, ...undated]}
  }
  const late = (first: number, last: number): number[] =>
    range(afar + Math.floor(first / stretch), afar + Math.floor(last / stretch), 2)
  return {
    filed: [...days(from, until - 1), ...told(years, 0), ...(isLate(gist) ? late(from - back, from) : [])],
    sought: [...near, ...months, ...undated, ...late(from, until - 1)]
  }
}

/// Beyond all days: for a kind of its own.
const afar = 2 ** 40

/// "Last month", reckoned from a day that is itself a guess, may be the month beside it.
export const isGuessedMonth = ({basis, grain}: NonNullable<Gist["time"]>): boolean => basis === "inferred" && grain === "month"
export const guess = 31

/// Whole numbers as keys of one of four kinds.
function range(first: number, last: number, kind: number): number[] {
  const keys: number[] = []
  for (let i = first; i <= last; i++) keys.push(4 * i + kind)
  return keys
}

/// Months of thirty days and a half: they need to be the same for all, not the calendar's.
const monthOf = (day: number): number => Math.floor(day / 30.5)

/// 53 bits of a text.
function hashed(text: string): number {
  let [a, b] = [0x811c9dc5, 0x9747b28c]
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    a = Math.imul(a ^ c, 0x01000193)
    b = Math.imul(b ^ c, 0x5bd1e995)
    b ^= b >>> 13
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b)
  return ((a ^ (a >>> 13)) >>> 0) + ((b ^ (b >>> 15)) & 0x1fffff) * 0x100000000
}

/// 53 bits of a hash and a number.
function mixed(of: number, time: number): number {
  let a = (of ^ Math.imul(time, 0x9e3779b1)) | 0
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b)
  a ^= Math.floor(time / 0x100000000)
  a = Math.imul(a ^ (a >>> 13), 0xc2b2ae35)
  const b = Math.imul(Math.floor(of / 0x100000000) ^ time, 0x27d4eb2f) ^ a
  return ((a ^ (a >>> 16)) >>> 0) + ((b >>> 11) & 0x1fffff) * 0x100000000
}

/// The key that a name of somebody's choosing stands for.
export const keyNamed = (name: string): number => hashed(`named ${name}`)
