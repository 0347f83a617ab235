import type {Event, Merge} from "../model/model.ts"
import type {BlockKeys} from "./blocks.ts"
import {Files} from "./files.ts"
import type {Gist} from "./gist.ts"
import type {Judgements, Verdict} from "./judgements.ts"
import {
  isOtherDay,
  isSilent,
  type Judgement,
  likelihood,
  maySuit,
  nearAt,
  sameAt,
  sameEvent,
  soleAt,
  undecidedAt
} from "./same-event.ts"

/// A mention on its way into an event. One that stands already is put where it stands and not judged again.
export interface Placed {
  readonly gist: Gist
  readonly stands?: Stand
}

/// Where a mention stands: of which event it is (its own id where it began one), and which mention brought it there.
export interface Stand {
  readonly event: string
  readonly beside?: string
}

/// The mentions of one event.
export interface Group {
  /// The id of its earliest mention.
  readonly id: string
  /// In order of age.
  readonly members: readonly Member[]
  /// What came together by itself; people may have put several such parts together, and none is asked to suit another.
  readonly parts: readonly (readonly Gist[])[]
  /// What its earliest mention may be one with; absent where that one stood there already.
  doubts?(): Event["links"]
}

export interface Member {
  readonly gist: Gist
  /// Absent in the earliest.
  readonly beside?: string
  /// Why it was put there; absent where it stood there already.
  merge?(): Merge
}

/// Earliest published first, undated last, then by id: the first of a group gives the event its id.
export function byAge(a: Gist, b: Gist): number {
  const [x, y] = [a.told ?? Number.MAX_SAFE_INTEGER, b.told ?? Number.MAX_SAFE_INTEGER]
  if (x !== y) return x - y
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/// Puts mentions into events, the earliest first; each looks only at those before it. So what comes later changes nothing of what was
/// decided before, the answer depends on the set alone, and what stands and would not be decided otherwise need not be judged again.
/// `astray` are mentions that stood in an event whose beginning is not here; they were judged.
export const place = (items: readonly Placed[], keysOf: (gist: Gist) => BlockKeys, judged: Judgements): Placement =>
  placer(keysOf, judged)(items)

export interface Placement {
  readonly groups: readonly Group[]
  readonly astray: readonly string[]
}

/// Places mentions again and again, each time with more of them or with more that are to be judged; how a mention suits a group that is
/// as it was the time before is not judged again. Under one id it is always given the same gist.
export function placer(keysOf: (gist: Gist) => BlockKeys, judged: Judgements): (items: readonly Placed[]) => Placement {
  // judgements of people look at all members of a group, and not at its state alone
  const states = judged.named.size === 0 ? new States() : undefined
  const suiting = states ? remembering() : anew
  return items => placed(items, keysOf, judged, suiting, states)
}

/// How a mention suits each of the groups that it meets: who in them is near enough to be one with it.
type Suiting = (gist: Gist, met: readonly number[], groups: readonly Growing[]) => readonly (Near | undefined)[]

const anew: Suiting = (gist, met, groups) => met.map(group => nearIn(gist, groups[group]!))

/// The same, knowing how it suited groups of the same members.
function remembering(): Suiting {
  const known = new Map<string, {readonly of: readonly number[]; readonly near: readonly (Near | undefined)[]}>()
  return (gist, met, groups) => {
    const of = met.map(group => groups[group]!.state)
    const before = known.get(gist.id)
    if (before && before.of.length === of.length && before.of.every((state, i) => state === of[i])) return before.near
    const places = new Map(before?.of.map((state, i) => [state, i]))
    const near = met.map((group, i) => {
      const place = places.get(of[i]!)
      return place === undefined ? nearIn(gist, groups[group]!) : before!.near[place]
    })
    known.set(gist.id, {of, near})
    return near
  }
}

interface Near {
  readonly score: number
  readonly with: Gist
  /// Which part of the group it is in.
  readonly part: number
}

function nearIn(gist: Gist, {stage, parts}: Growing): Near | undefined {
  const found = stage === gist.stage ? closestOf(gist, parts) : undefined
  return found && found.score >= Math.min(sameAt, nearAt(gist, found.with)) ? found : undefined
}

/// A number for every row of members that a group ever was, as far as they are compared.
class States {
  private readonly numbers = new Map<string, number>()

  /// The number when one more comes to a group that had so many members and this number.
  after(state: number, members: number, id: string): number {
    if (members >= compared) return state
    const key = `${state} ${id}`
    const known = this.numbers.get(key)
    if (known !== undefined) return known
    this.numbers.set(key, this.numbers.size + 1)
    return this.numbers.size
  }
}

function placed(
  items: readonly Placed[],
  keysOf: (gist: Gist) => BlockKeys,
  judged: Judgements,
  suiting: Suiting,
  states: States | undefined
): Placement {
  const ordered = [...items].sort((a, b) => byAge(a.gist, b.gist))
  const groups: Growing[] = []
  const numbers = new Map<string, number>()
  // where the mentions of one stage that people judged the same are
  const chosen = new Map<string, number>()
  const astray: string[] = []
  const homes = new Map<string, {readonly group: number; readonly part: Gist[]}>()
  // only groups with a member under a common key are looked at: no other can suit (a law of blockKeys)
  const meeting = new Meeting(ordered.length)
  const begin = (gist: Gist, doubts?: () => Event["links"]): number => {
    const number = groups.length
    numbers.set(gist.id, number)
    const parts = [[gist]]
    const state = states?.after(0, 0, gist.id) ?? 0
    groups.push({id: gist.id, stage: gist.stage, state, members: [{gist}], parts, ...(doubts && {doubts})})
    homes.set(gist.id, {group: number, part: parts[0]!})
    return number
  }
  const join = (number: number, part: Gist[], member: Member): void => {
    const group = groups[number]!
    if (states) group.state = states.after(group.state, part.length, member.gist.id)
    part.push(member.gist)
    group.members.push(member)
    homes.set(member.gist.id, {group: number, part})
  }
  const settle = (keys: BlockKeys, number: number, unit: string | undefined): void => {
    if (unit !== undefined && !chosen.has(unit)) chosen.set(unit, number)
    // who is not compared is not met either; what people named is met by its name
    if (judged.named.size > 0 || groups[number]!.members.length <= compared) meeting.file(keys, number)
  }
  for (const {gist, stands} of ordered) {
    const keys = keysOf(gist)
    const name = judged.groupOf(gist.id)
    const unit = name === undefined ? undefined : `${gist.stage} ${name}`
    const forced = unit === undefined ? undefined : chosen.get(unit)
    if (forced !== undefined) {
      const group = groups[forced]!
      const other = group.members.find(m => judged.groupOf(m.gist.id) === name)!.gist.id
      const standing = stands?.event === group.id && stands.beside === other
      const parts = [{says: saysOf(judged.joinedBy(gist.id)!), weight: sameAt}]
      const merge = (): Merge => ({mention: gist.id, with: other, score: sameAt, parts})
      group.members.push({gist, beside: other, ...(!standing && {merge})})
      const part = [gist]
      group.parts.push(part)
      homes.set(gist.id, {group: forced, part})
      meeting.file(keys, forced)
      continue
    }
    if (stands?.event === gist.id) {
      settle(keys, begin(gist), unit)
      continue
    }
    const there = stands && numbers.get(stands.event)
    const home = there === undefined ? undefined : homes.get(stands!.beside ?? "")
    if (home && home.group === there) {
      join(there, home.part, {gist, beside: stands!.beside!})
      settle(keys, there, unit)
      continue
    }
    if (stands) astray.push(gist.id)
    const {best, torn} = choose(gist, meeting.with(keys), groups, judged, suiting)
    if (best) {
      const other = best.with
      join(best.group, groups[best.group]!.parts[best.part]!, {
        gist,
        beside: other.id,
        merge: () => ({mention: gist.id, with: other.id, ...sameEvent(gist, other)!})
      })
      settle(keys, best.group, unit)
    } else
      settle(
        keys,
        begin(gist, () => undecided(torn, groups)),
        unit
      )
  }
  return {groups, astray}
}

interface Growing extends Group {
  readonly stage: Gist["stage"]
  /// Of which number its members are, as far as they are compared.
  state: number
  readonly members: Member[]
  readonly parts: Gist[][]
}

interface Fit extends Near {
  readonly group: number
}

interface Chosen {
  readonly best?: Fit
  readonly torn: ReadonlyMap<number, () => Judgement>
}

/// Of which of the groups that it meets a mention is, if of any, and which others it may be of.
function choose(gist: Gist, met: readonly number[], groups: readonly Growing[], judged: Judgements, suiting: Suiting): Chosen {
  const fit: Fit[] = []
  const torn = new Map<number, () => Judgement>()
  let sole: Fit | undefined
  const isNamed = judged.named.has(gist.id)
  const all = suiting(gist, met, groups)
  for (const [i, group] of met.entries()) {
    const {stage, members} = groups[group]!
    if (stage !== gist.stage) continue
    const verdict = isNamed ? firstOf(members, m => judged.apart(gist.id, m.gist.id)) : undefined
    if (verdict?.op === "unsure") torn.set(group, () => ({score: undecidedAt, parts: [{says: saysOf(verdict), weight: 0}]}))
    const near = verdict ? undefined : all[i]
    if (!near) continue
    if (near.score >= sameAt) fit.push({group, ...near})
    else {
      torn.set(group, () => sameEvent(gist, near.with)!)
      if (near.score >= soleAt) sole = {group, ...near}
    }
  }
  if (fit.length === 0 && sole && torn.size === 1 && maySuit(gist, sole.with)) fit.push(sole)
  fit.sort((a, b) => b.score - a.score || a.group - b.group)
  const [best, next] = fit
  if (best && !(next && isVague(gist) && best.score - next.score < clearBy)) return {best, torn}
  for (const {group, with: other} of fit) torn.set(group, () => sameEvent(gist, other)!)
  return {torn}
}

/// Would a mention be put otherwise if a group were these `parts` and not those? Asked of groups that changed, so that only what they
/// sway is judged again.
export function isSwayed(gist: Gist, were: readonly (readonly Gist[])[], are: readonly (readonly Gist[])[]): boolean {
  const outcome = (parts: readonly (readonly Gist[])[]): string => {
    const found = closestOf(gist, parts)
    return found && found.score >= nearAt(gist, found.with) ? `${found.score} ${found.with.id}` : ""
  }
  return outcome(were) !== outcome(are)
}

/// May anybody be put otherwise because a group is these parts and not those? Not where all that is compared of it is as it was.
export function sways(were: readonly (readonly Gist[])[], are: readonly (readonly Gist[])[]): boolean {
  if (were.length !== are.length) return true
  return were.some((part, i) => {
    const now = are[i]!
    const length = Math.min(compared, Math.max(part.length, now.length))
    for (let at = 0; at < length; at++) if (part[at]?.id !== now[at]?.id) return true
    return false
  })
}

/// The link of every plan and denial to the deed it speaks of, and of what was called off to the plan, if there was no deed; it hangs
/// there and is never merged into it.
export function stageLinks(
  groups: readonly Group[],
  keysOf: (gist: Gist) => BlockKeys,
  judged: Judgements,
  of: (group: Group) => boolean = () => true
): ReadonlyMap<string, Event["links"][0]> {
  const links = new Map<string, Event["links"][0]>()
  const asked = groups.filter(group => stageOf(group) !== "deed" && of(group))
  if (asked.length === 0) return links
  const toDeed = linker(
    groups.filter(group => stageOf(group) === "deed"),
    keysOf,
    judged
  )
  let toPlan: typeof toDeed | undefined
  for (const group of asked) {
    const isPlan = stageOf(group) === "plan"
    const deed = toDeed(group)
    if (deed) links.set(group.id, {kind: isPlan ? "plan-of" : "denial-of", ...deed})
    if (deed || isPlan) continue
    toPlan ??= linker(
      groups.filter(g => stageOf(g) === "plan"),
      keysOf,
      judged
    )
    const plan = toPlan(group)
    if (plan) links.set(group.id, {kind: "stage-of", ...plan})
  }
  return links
}

const stageOf = (group: Group): Gist["stage"] => group.members[0]!.gist.stage

/// Finds which of some groups another speaks of, if of any: what people judged first, then what suits best.
function linker(
  hosts: readonly Group[],
  keysOf: (gist: Gist) => BlockKeys,
  judged: Judgements
): (group: Group) => {event: string; says: string} | undefined {
  const meeting = new Meeting(hosts.length)
  hosts.forEach((host, i) => {
    for (const {gist} of host.members.slice(0, compared)) meeting.file(keysOf(gist), i)
  })
  return group => {
    const names = new Set(group.members.flatMap(m => judged.groupOf(m.gist.id) ?? []))
    const isNamed = (host: Group): boolean => host.members.some(m => names.has(judged.groupOf(m.gist.id) ?? ""))
    const told = names.size === 0 ? undefined : hosts.find(isNamed)
    if (told) return {event: told.id, says: saysOf(firstOf(group.members, m => judged.joinedBy(m.gist.id))!)}
    const {gist} = group.members[0]!
    let best: {host: Group; score: number; with: Gist} | undefined
    for (const i of meeting.with(keysOf(gist))) {
      const members = hosts[i]!.members.map(m => m.gist)
      const found = closest(gist, members)
      if (found && found.score > (best?.score ?? -Infinity)) best = {host: hosts[i]!, ...found}
    }
    if (!best || best.score < sameAt) return undefined
    const says = sameEvent(gist, best.with)!.parts.map(p => p.says)
    return {event: best.host.id, says: says.join("; ")}
  }
}

/// Which groups hold a mention that another may be one with, by their keys.
class Meeting {
  private readonly filed: Files
  private seen = new Int32Array(64)
  private asked = 0

  constructor(mentions: number) {
    this.filed = new Files(mentions * 16)
  }

  file({filed}: BlockKeys, group: number): void {
    for (const key of filed) this.filed.put(key, group)
  }

  with({sought}: BlockKeys): number[] {
    const asked = ++this.asked
    const found: number[] = []
    for (const key of sought) {
      for (let at = this.filed.first(key); at >= 0; at = this.filed.next(at)) {
        const group = this.filed.value(at)
        if (this.seenOf(group) === asked) continue
        this.seen[group] = asked
        found.push(group)
      }
    }
    return found.sort((a, b) => a - b)
  }

  private seenOf(group: number): number {
    if (group >= this.seen.length) {
      const more = new Int32Array(Math.max(group + 1, this.seen.length * 2))
      more.set(this.seen)
      this.seen = more
    }
    return this.seen[group]!
  }
}

function firstOf<T, R>(items: readonly T[], of: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = of(item)
    if (found !== undefined) return found
  }
  return undefined
}

/// By how much one event must suit a vague telling better than the next: "a strike in June" is of any of June's strikes.
const clearBy = 0.4
const isVague = ({time}: Gist): boolean => time === undefined || (time.grain !== "day" && time.grain !== "time")

const saysOf = ({op, who, when, why}: Verdict): string => `judged "${op}" by ${who} on ${when}${why ? `: ${why}` : ""}`

/// At most this many doubts are kept of one event: on a busy day a vague telling may be any of hundreds.
const mostDoubts = 8

function undecided(torn: ReadonlyMap<number, () => Judgement>, groups: readonly Group[]): Event["links"] {
  return [...torn]
    .map(([group, judged]) => ({group, judged: judged()}))
    .sort((a, b) => b.judged.score - a.judged.score || a.group - b.group)
    .slice(0, mostDoubts)
    .map(({group, judged}) => ({
      kind: "undecided" as const,
      event: groups[group]!.id,
      says: `${judged.score.toFixed(1)} of ${sameAt}: ${judged.parts.map(p => p.says).join("; ")}`
    }))
}

/// Who in a group suits a mention best, and in which part.
function closestOf(gist: Gist, parts: readonly (readonly Gist[])[]): Near | undefined {
  let best: Near | undefined
  for (const [part, members] of parts.entries()) {
    const found = closest(gist, members)
    if (found && found.score > (best?.score ?? -Infinity)) best = {...found, part}
  }
  return best
}

/// So many members of an event, the earliest, are compared.
const compared = 40

/// What a member that forbids it weighs: some tellings are misread, and one of those must not keep all others apart.
const veto = 2.5

/// Joining is against the whole part: the mean of the judgements must hold, and no member may say another day for certain; those that say
/// no day and tell in other words are not asked.
function closest(gist: Gist, members: readonly Gist[]): {score: number; with: Gist} | undefined {
  let best: {score: number; with: Gist} | undefined
  let [sum, count] = [0, 0]
  for (let i = 0; i < members.length && i < compared; i++) {
    const member = members[i]!
    const score = likelihood(gist, member)
    if (score === undefined) {
      if (isSilent(gist, member)) continue
      if (isOtherDay(gist, member)) return undefined
      count++
      sum -= veto
      continue
    }
    count++
    sum += score
    if (!best || score > best.score) best = {score, with: member}
  }
  if (best && best.score >= sameAt && sum / count < undecidedAt) return undefined
  return best
}
