import type {Account, EventMention, Held, Reported, TimeSpan, Toll} from "../model/model.ts"
import {type BookOf, isLaterVersion, linesOf, type Telling} from "./copies.ts"

/// The articles that tell of one event: which line each belongs to, and which a later version has replaced.
export interface Tellings {
  readonly lines: number
  lineOf(article: string): number
  isReplaced(article: string): boolean
  /// Is `b` a later version of `a`?
  revises(b: string, a: string): boolean
}

type Dated = Telling & {readonly published?: string}

export function tellingsOf(mentions: readonly EventMention[], bookOf: BookOf): Tellings {
  const found = new Map<string, Dated>()
  for (const {article, publisher, published} of mentions)
    found.set(article, {
      ...bookOf(article),
      ...(publisher !== undefined && {publisher}),
      ...(published !== undefined && {published})
    })
  const all = [...found.values()]
  const lines = linesOf(all)
  const places = new Map([...found.keys()].map((id, i) => [id, i]))
  // versions stand at one address or in one outlet
  const placesOf = ({url, publisher}: Dated): string[] => [
    ...(url === undefined ? [] : [`at ${url}`]),
    ...(publisher === undefined ? [] : [`in ${publisher}`])
  ]
  const beside = new Map<string, Dated[]>()
  for (const telling of all)
    for (const place of placesOf(telling)) {
      const there = beside.get(place)
      if (there) there.push(telling)
      else beside.set(place, [telling])
    }
  const replaced = all.map(a => placesOf(a).some(place => beside.get(place)!.some(b => a !== b && isLaterVersion(a, b))))
  return {
    lines: new Set(lines).size,
    lineOf: article => lines[places.get(article)!]!,
    isReplaced: article => replaced[places.get(article)!]!,
    revises: (b, a) => isLaterVersion(found.get(a)!, found.get(b)!)
  }
}

/// One of the values of a field, and why it is shown before the others; no reason where there was no choice.
export interface Choice<T> {
  readonly value: T
  readonly says?: string
}

/// Which value to show: what a person said (rank -1) before all else; what is stated before what is inferred or supposed; then the more exact; then what more independent lines
/// say; then what was told first.
export function chosen<T>(
  values: readonly Held<T>[],
  rank: {basis(mention: string): number; grain(value: T): number; line(mention: string): number}
): Choice<T> | undefined {
  const ranked = values.map((held, at) => ({
    value: held.means,
    basis: Math.min(...held.mentions.map(rank.basis)),
    grain: rank.grain(held.means),
    lines: new Set(held.mentions.map(rank.line)).size,
    at
  }))
  ranked.sort((a, b) => a.basis - b.basis || a.grain - b.grain || b.lines - a.lines || a.at - b.at)
  const [first, second] = ranked
  if (!first) return undefined
  if (!second) return {value: first.value}
  const all = new Set(values.flatMap(v => v.mentions.map(rank.line))).size
  const says =
    first.basis < second.basis
      ? first.basis < 0
        ? "corrected by a person"
        : first.basis === 0
          ? "stated; the others are inferred or supposed"
          : "inferred from what is said; the others are supposed"
      : first.grain < second.grain
        ? `the most exact of ${ranked.length}`
        : first.lines > second.lines
          ? `told by ${first.lines} of ${all} independent lines`
          : `told first; as many lines say otherwise`
  return {value: first.value, says}
}

/// How the reports of one event (in order of age) stand to one another. `shown` are the choices made for time, place and status.
export function accountOf(mentions: readonly EventMention[], tellings: Tellings, shown: Account["shown"]): Account | undefined {
  const standing = mentions.filter(m => !tellings.isReplaced(m.article))
  const tolls = kindsIn(mentions)
  const account: Account = {
    shown: [...shown, ...tolls.flatMap(what => shownToll(standing, what, tellings))],
    conflicts: [
      ...conflictOver("time", standing, m => (m.time?.basis === "stated" ? [m.time.means] : []), timeText, overlap, tellings),
      ...conflictOver("place", standing, statedPlace, p => p.name, mayBeOne, tellings),
      ...tolls
        .filter(what => what !== "people")
        .flatMap(what =>
          conflictOver("tolls", standing, m => m.tolls.filter(t => t.what === what), tollText, agree, tellings).map(c => ({
            ...c,
            what
          }))
        )
    ],
    history: historyOf(mentions, tolls, tellings),
    superseded: mentions.filter(m => tellings.isReplaced(m.article)).map(m => m.id)
  }
  return Object.values(account).every(list => list.length === 0) ? undefined : account
}

const kindsIn = (mentions: readonly EventMention[]): Toll["what"][] => [
  ...new Set(mentions.flatMap(m => m.tolls.map(t => t.what)))
]

/// "12", "at least 5", "5 to 7".
export function tollText({low, high}: Toll): string {
  if (low === high && low !== undefined) return String(low)
  if (high === undefined) return low === undefined ? "some" : `at least ${low}`
  return low === undefined ? `at most ${high}` : `${low} to ${high}`
}

export function timeText({from, until, grain}: TimeSpan): string {
  if (from === undefined) return "no day"
  if (grain === "day" || grain === "time") return from
  if (grain === "month") return from.slice(0, 7)
  return grain === "year" ? from.slice(0, 4) : `${from} to before ${until}`
}

/// The toll of one kind that most independent lines give; of equals the latest.
function shownToll(standing: readonly EventMention[], what: Toll["what"], tellings: Tellings): Account["shown"] {
  const values = new Map<string, {lines: Set<number>; at: number}>()
  standing.forEach((m, at) => {
    for (const toll of m.tolls.filter(t => t.what === what)) {
      const held = values.get(tollText(toll)) ?? {lines: new Set(), at}
      held.lines.add(tellings.lineOf(m.article))
      held.at = at
      values.set(tollText(toll), held)
    }
  })
  if (values.size < 2) return []
  const ranked = [...values].sort(([, a], [, b]) => b.lines.size - a.lines.size || b.at - a.at)
  const [[value, first], [, second]] = ranked as [(typeof ranked)[0], (typeof ranked)[0]]
  const all = new Set([...values.values()].flatMap(v => [...v.lines])).size
  const says =
    first.lines.size > second.lines.size
      ? `told by ${first.lines.size} of ${all} independent lines`
      : "the latest; as many lines say otherwise"
  return [{field: "tolls", what, value, says}]
}

const overlap = (a: TimeSpan, b: TimeSpan): boolean =>
  (a.from ?? "") < (b.until ?? "9999") && (b.from ?? "") < (a.until ?? "9999")

const statedPlace = (m: EventMention) => (m.place?.basis === "stated" ? [m.place.means] : [])

type Placed = NonNullable<EventMention["place"]>["means"]
const mayBeOne = (a: Placed, b: Placed): boolean =>
  a.id === b.id || (a.country === b.country && a.grain !== b.grain) || a.country === undefined || b.country === undefined

const agree = (a: Toll, b: Toll): boolean => (a.low ?? 0) <= (b.high ?? Infinity) && (b.low ?? 0) <= (a.high ?? Infinity)

/// The values of a field that cannot be true together with what another report gives.
function conflictOver<T>(
  field: Reported,
  mentions: readonly EventMention[],
  valuesOf: (mention: EventMention) => readonly T[],
  text: (value: T) => string,
  agrees: (a: T, b: T) => boolean,
  tellings: Tellings
): Account["conflicts"] {
  const given = mentions.map(m => ({m, values: valuesOf(m)})).filter(g => g.values.length > 0)
  const torn = given.filter(a => given.some(b => !a.values.some(x => b.values.some(y => agrees(x, y)))))
  if (torn.length === 0) return []
  const byValue = new Map<string, {mentions: string[]; lines: Set<number>}>()
  for (const {m, values} of torn) {
    const value = [...new Set(values.map(text))].join(", ")
    const held = byValue.get(value) ?? {mentions: [], lines: new Set()}
    held.mentions.push(m.id)
    held.lines.add(tellings.lineOf(m.article))
    byValue.set(value, held)
  }
  return [{field, values: [...byValue].map(([value, {mentions, lines}]) => ({value, mentions, lines: lines.size}))}]
}

/// What one outlet told otherwise later: of tolls whenever it did, of day and place when it corrected an article.
function historyOf(mentions: readonly EventMention[], tolls: readonly Toll["what"][], tellings: Tellings): Account["history"] {
  const outlets = [...new Set(mentions.map(m => m.publisher ?? m.article))]
  return outlets.flatMap(outlet => {
    const mine = mentions
      .filter(m => (m.publisher ?? m.article) === outlet)
      // they come by age; on one day what was replaced comes first
      .sort((a, b) =>
        a.published === b.published ? Number(tellings.isReplaced(b.article)) - Number(tellings.isReplaced(a.article)) : 0
      )
    const steps = (
      field: Reported,
      given: (m: EventMention) => string | undefined,
      always: boolean,
      what?: Toll["what"]
    ): Account["history"][0][] => {
      const telling = mine.filter(m => given(m) !== undefined)
      return telling.slice(1).flatMap((m, i) => {
        const last = telling[i]!
        const [before, after] = [given(last)!, given(m)!]
        const corrected = tellings.revises(m.article, last.article)
        if (before === after || last.article === m.article || !(always || corrected)) return []
        const published = m.published === undefined ? {} : {published: m.published}
        return [{field, ...(what !== undefined && {what}), before, after, mention: m.id, ...published, corrected}]
      })
    }
    return [
      ...steps("time", m => m.time && timeText(m.time.means), false),
      ...steps("place", m => m.place?.means.name, false),
      ...tolls.flatMap(what =>
        steps(
          "tolls",
          m => {
            const values = m.tolls.filter(t => t.what === what).map(tollText)
            return values.length === 0 ? undefined : [...new Set(values)].join(", ")
          },
          true,
          what
        )
      )
    ]
  })
}
