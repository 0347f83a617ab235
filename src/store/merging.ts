import type {Article, Event, EventMention} from "../model/model.ts"
import {type Cause, changesBetween, type Sketch, sketchOf} from "./history.ts"
import {eventRow, linkRowsOf, partyRowsOf, tellerRowsOf} from "./rows.ts"
import {type Known, standingIn} from "./standing.ts"
import type {Store} from "./store.ts"

/// What the store asks of the ledger stage (`src/ledger/ledger.ts` is the one there is). A gist is what is compared of a mention:
/// plain data, which the store keeps beside the mention and never looks into.
export interface Merger<Gist extends {readonly id: string}> {
  gist(mention: EventMention): Gist
  /// Under which keys a mention is filed, and under which it looks for others; if b is met by a, then a is met by b.
  keys(gist: Gist): {readonly filed: readonly number[]; readonly sought: readonly number[]}
  byAge(a: Gist, b: Gist): number
  /// What is of one lot is never of one event with what is of another, nor hangs on it.
  lotOf(gist: Gist): string
  /// Puts mentions into events; each looks only at those before it, and those that stand already are not judged. What it makes remembers:
  /// asked again with more, it judges only what that may change.
  placer(): (items: readonly {readonly gist: Gist; readonly stands?: Stand}[]) => Placement<Gist>
  /// May anybody be put otherwise because a group is these parts and not those?
  sways(were: readonly (readonly Gist[])[], are: readonly (readonly Gist[])[]): boolean
  /// Would a mention be put otherwise if a group that it meets were these parts and not those?
  isSwayed(gist: Gist, were: readonly (readonly Gist[])[], are: readonly (readonly Gist[])[]): boolean
  /// Whether a mention is a plan or a denial, which hangs on a deed.
  hangs(gist: Gist): boolean
  links(groups: readonly Group<Gist>[], of: (group: Group<Gist>) => boolean): ReadonlyMap<string, Event["links"][0]>
  /// The event of a group; `before` is how it stood, for what is not decided anew.
  event(
    group: Group<Gist>,
    mentionOf: (id: string) => EventMention,
    link: Event["links"][0] | undefined,
    bookOf: (article: string) => Book,
    before?: Event
  ): Event
  signature(text: string): readonly number[]
  credits(article: Pick<Article, "text" | "removed">): readonly string[]
  isRevised(article: Pick<Article, "text" | "removed">): boolean
}

/// Of which event a mention is, and which mention brought it there.
export interface Stand {
  readonly event: string
  readonly beside?: string
}

export interface Placement<Gist> {
  readonly groups: readonly Group<Gist>[]
  readonly astray: readonly string[]
}

/// The mentions of one event, the earliest first.
export interface Group<Gist> {
  readonly id: string
  readonly members: readonly {readonly gist: Gist; readonly beside?: string}[]
  readonly parts: readonly (readonly Gist[])[]
}

/// What merging asks of an article: how its text is told from others, whom it credits, where it stood.
export interface Book {
  readonly signature: readonly number[]
  readonly credits: readonly string[]
  readonly url?: string
  readonly revised?: boolean
}

/// What comes to the mentions of a ledger: new ones, ones that go, and ones that are to be judged anew.
export interface Coming {
  readonly fresh: readonly EventMention[]
  readonly gone: readonly string[]
  readonly again?: readonly string[]
}

/// How a group was, and how it is now; one of the two may not be there.
interface Turn<Gist extends {readonly id: string}> {
  readonly id: string
  readonly were: readonly Known<Gist>[]
  readonly is?: Group<Gist>
  /// The earliest mention that is not where it was.
  readonly since: Gist
}

/// Mentions that are brought up to date together, and how many of them may be: what they meet is in memory at once.
interface Lot<Gist> {
  readonly come: Map<string, EventMention>
  readonly gists: Map<string, Gist>
  readonly gone: Set<string>
}
const most = {lot: 1200, rewritten: 800}

/// What became of events, as far as it is known.
interface Became {
  readonly old: Sketch[]
  readonly now: Sketch[]
}

/// Brings mentions and events up to date, inside a transaction of the caller. What comes is placed among what it meets; then what the
/// events that changed by that may sway is looked at again, until nothing more is swayed. Only what it takes is read and written.
export async function mergeInto<Gist extends {readonly id: string}>(
  store: Store,
  merger: Merger<Gist>,
  coming: Coming,
  log: {readonly run: number; readonly causes: readonly Cause[]}
): Promise<void> {
  const gone = new Set(coming.gone)
  const come = new Map(coming.fresh.map(m => [m.id, m]))
  const again = new Set((coming.again ?? []).filter(id => !gone.has(id) && !come.has(id)))
  const bodies = await store.among<{id: string; body: string}>("mentions", ["id", "body"], "id", [...again])
  for (const {id, body} of bodies) come.set(id, JSON.parse(body))
  if (come.size === 0 && gone.size === 0) return
  await store.without("keys", "mention", [...gone, ...again])
  const became: Became = {old: [], now: []}
  for (const lot of await lotsOf(store, merger, come, gone, again)) await mergeLot(store, merger, lot, became)
  await store.insert(
    "changes",
    changesBetween(became.old, became.now).map(change => ({...change, run: log.run, cause: log.causes.join(", ")}))
  )
}

/// What comes and goes, taken apart into lots that have nothing to do with one another; small ones stay together.
async function lotsOf<Gist extends {readonly id: string}>(
  store: Store,
  merger: Merger<Gist>,
  come: ReadonlyMap<string, EventMention>,
  gone: ReadonlySet<string>,
  again: ReadonlySet<string>
): Promise<Lot<Gist>[]> {
  const gists = new Map([...come].map(([id, m]) => [id, merger.gist(m)]))
  const names = new Map([...gists].map(([id, gist]) => [id, merger.lotOf(gist)]))
  let apart = come.size + gone.size > most.lot
  if (apart && gone.size + again.size > 0) {
    const rows = await store.among<{id: string; gist: string}>("mentions", ["id", "gist"], "id", [...gone, ...again])
    for (const {id, gist} of rows) {
      const name = merger.lotOf(JSON.parse(gist))
      // of another lot than it was: rare enough to look at all together
      if ((names.get(id) ?? name) !== name) apart = false
      names.set(id, name)
    }
  }
  const byName = new Map<string, string[]>()
  for (const id of new Set([...come.keys(), ...gone])) {
    const name = apart ? (names.get(id) ?? "") : ""
    const there = byName.get(name)
    if (there) there.push(id)
    else byName.set(name, [id])
  }
  const lots: Lot<Gist>[] = []
  let last = Infinity
  for (const [, ids] of [...byName].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (last + ids.length > most.lot) {
      lots.push({come: new Map(), gists: new Map(), gone: new Set()})
      last = 0
    }
    last += ids.length
    const lot = lots.at(-1)!
    for (const id of ids) {
      if (gone.has(id)) lot.gone.add(id)
      const mention = come.get(id)
      if (!mention) continue
      lot.come.set(id, mention)
      lot.gists.set(id, gists.get(id)!)
    }
  }
  return lots
}

async function mergeLot<Gist extends {readonly id: string}>(
  store: Store,
  merger: Merger<Gist>,
  {come, gists, gone}: Lot<Gist>,
  became: Became
): Promise<void> {
  const standing = standingIn<Gist>(store)
  const place = merger.placer()
  await standing.around([...gone, ...come.keys()])

  const open = new Set(come.keys())
  // a mention that is read otherwise has another gist than it had
  const surrounded = new Set<Gist>()
  const looked = new Map<string, string>()
  const hanging = new Set<string>()
  const gistOf = (id: string): Gist => gists.get(id) ?? standing.known.get(id)!.gist

  /// Loads the events of all that some mentions meet.
  const surround = async (ids: Iterable<string>): Promise<void> => {
    const fresh = [...ids].map(gistOf).filter(gist => !surrounded.has(gist))
    for (const gist of fresh) surrounded.add(gist)
    await standing.around(await standing.filed(fresh.flatMap(gist => merger.keys(gist).sought)))
  }
  let last: {readonly of: string; readonly placement: Placement<Gist>} | undefined
  /// All that is loaded, in its place; worked out again only when there is more, or more to judge.
  const placed = (): Placement<Gist> => {
    const of = `${standing.size()} ${open.size}`
    if (last?.of === of) return last.placement
    const fresh = [...gists.values()].map(gist => ({gist}))
    const there = [...standing.whole()]
      .filter(k => !gone.has(k.id) && !gists.has(k.id))
      .map(({id, gist, event, beside}) =>
        open.has(id) ? {gist} : {gist, stands: {event, ...(beside !== undefined && {beside})}}
      )
    last = {of, placement: place([...fresh, ...there])}
    return last.placement
  }

  for (;;) {
    await surround(open)
    const {groups, astray} = placed()
    const turns = turnsOf(merger, standing, groups, id => gists.has(id) || gone.has(id))
    const fresh = turns.filter(turn => looked.get(turn.id) !== signOf(turn))
    for (const turn of fresh) looked.set(turn.id, signOf(turn))
    const swayed = new Set(astray.filter(id => !open.has(id)))
    // what is read or judged otherwise than before: how it was says nothing, nor do reasons that name it
    const isRenewed = (turn: Turn<Gist>): boolean => turn.were.some(k => come.has(k.id))
    const swaying = fresh.filter(turn => isRenewed(turn) || merger.sways([turn.were.map(k => k.gist)], turn.is?.parts ?? []))
    for (const {known, turn} of await meeting(merger, standing, swaying, surrounded)) {
      if (gone.has(known.id) || open.has(known.id)) continue
      if (merger.hangs(known.gist)) hanging.add(known.event)
      if (swayed.has(known.id) || merger.byAge(known.gist, turn.since) <= 0) continue
      const isSwayed = (): boolean => {
        const were = turn.were.map(k => k.gist)
        return merger.isSwayed(
          known.gist,
          [olderThan(merger, known.gist, were)],
          (turn.is?.parts ?? []).map(part => olderThan(merger, known.gist, part))
        )
      }
      if (isRenewed(turn) || isSwayed()) swayed.add(known.id)
    }
    if (swayed.size === 0) break
    await standing.groups([...swayed].map(id => standing.known.get(id)!.event))
    for (const id of swayed) open.add(id)
  }

  await standing.groups([...hanging])
  const hung = [...hanging].flatMap(event => standing.members(event).map(k => k.id))
  await surround(hung)
  const after = placed()
  const turns = turnsOf(merger, standing, after.groups, id => gists.has(id) || gone.has(id))
  // who began an event and was judged anew may be torn between others than before
  const turned = new Set([...turns.map(t => t.id), ...after.groups.map(g => g.id).filter(id => open.has(id))])
  const asked = after.groups.filter(g => turned.has(g.id) || hanging.has(g.id))
  // a plan that turned stands among what its mentions meet
  await surround(asked.filter(g => merger.hangs(g.members[0]!.gist)).flatMap(g => g.members.map(m => m.gist.id)))
  const {groups} = placed()
  await rewrite(store, merger, {groups, turned, hanging, standing, come, gists, gone}, became)
}

/// Those of some mentions in order of age that are older than another.
function olderThan<Gist extends {readonly id: string}>(
  merger: Merger<Gist>,
  than: Gist,
  gists: readonly Gist[]
): readonly Gist[] {
  const end = gists.findIndex(gist => merger.byAge(gist, than) >= 0)
  return end < 0 ? gists : gists.slice(0, end)
}

/// A group as it stands, in short.
const signOf = <Gist extends {readonly id: string}>(turn: Turn<Gist>): string =>
  (turn.is?.members ?? []).map(m => m.gist.id).join(" ")

/// The groups that are not what they were, as far as they are loaded.
function turnsOf<Gist extends {readonly id: string}>(
  merger: Merger<Gist>,
  standing: ReturnType<typeof standingIn<Gist>>,
  groups: readonly Group<Gist>[],
  isOther: (id: string) => boolean
): Turn<Gist>[] {
  const now = new Map(groups.map(g => [g.id, g]))
  const turns: Turn<Gist>[] = []
  for (const id of new Set([...now.keys(), ...standing.events()])) {
    const is = now.get(id)
    const there = standing.members(id)
    const were = there.length < 2 ? there : [...there].sort((a, b) => merger.byAge(a.gist, b.gist))
    const [before, after] = [were, is?.members ?? []]
    const length = Math.max(before.length, after.length)
    for (let i = 0; i < length; i++) {
      const [was, m] = [before[i], after[i]]
      if (was && m && was.id === m.gist.id && was.beside === m.beside && !isOther(was.id)) continue
      const since = was && (!m || merger.byAge(was.gist, m.gist) < 0) ? was.gist : m!.gist
      turns.push({id, were, ...(is && {is}), since})
      break
    }
  }
  return turns
}

/// Who stands in a ledger and meets a group that turned, by how it was or how it is. What the `surrounded` meet is loaded.
async function meeting<Gist extends {readonly id: string}>(
  merger: Merger<Gist>,
  standing: ReturnType<typeof standingIn<Gist>>,
  turns: readonly Turn<Gist>[],
  surrounded: ReadonlySet<Gist>
): Promise<{known: Known<Gist>; turn: Turn<Gist>}[]> {
  const gistsOf = ({were, is}: Turn<Gist>): Gist[] => [...were.map(k => k.gist), ...(is?.members ?? []).map(m => m.gist)]
  const others = new Set(turns.flatMap(gistsOf).filter(gist => !surrounded.has(gist)))
  await standing.filed([...others].flatMap(gist => merger.keys(gist).sought))
  const found = turns.map(turn => {
    const ids = new Set(turn.were.map(k => k.id))
    const keys = new Set(gistsOf(turn).flatMap(gist => merger.keys(gist).sought))
    for (const key of keys) for (const mention of standing.under(key)) ids.add(mention)
    return {turn, ids}
  })
  await standing.byId(found.flatMap(({ids}) => [...ids]))
  return found.flatMap(({turn, ids}) =>
    [...ids].flatMap(id => {
      const known = standing.known.get(id)
      return known ? [{known, turn}] : []
    })
  )
}

/// Makes the events that changed and writes what differs from what was there; so many at a time that memory stays flat.
async function rewrite<Gist extends {readonly id: string}>(
  store: Store,
  merger: Merger<Gist>,
  all: {
    readonly groups: readonly Group<Gist>[]
    readonly turned: ReadonlySet<string>
    readonly hanging: ReadonlySet<string>
    readonly standing: ReturnType<typeof standingIn<Gist>>
    readonly come: ReadonlyMap<string, EventMention>
    readonly gists: ReadonlyMap<string, Gist>
    readonly gone: ReadonlySet<string>
  },
  became: Became
): Promise<void> {
  const {groups, turned, hanging, standing, gists, gone} = all
  const links = merger.links(groups, g => turned.has(g.id) || hanging.has(g.id))
  const hung = await hangingOn(
    store,
    [...hanging].filter(id => !turned.has(id))
  )
  const isMoved = ({id}: Group<Gist>): boolean => turned.has(id) || (hanging.has(id) && hung.get(id) !== linkText(links.get(id)))
  const moved = groups.filter(isMoved)
  const isThere = new Set(groups.map(g => g.id))
  const left = [...turned, ...hanging].filter(id => !isThere.has(id))
  for (const slice of slices(left, most.rewritten / 10, () => 1)) {
    const rows = await store.among<{body: string}>("events", ["body"], "id", slice)
    for (const {body} of rows) became.old.push(sketchOf(JSON.parse(body)))
    await takeOut(store, slice)
  }
  for (const slice of slices(moved, most.rewritten, g => g.members.length))
    await rewriteSome(store, merger, slice, links, all, became)
  await store.without(
    "mentions",
    "id",
    [...gone].filter(id => standing.known.has(id) && !gists.has(id))
  )
  await store.insert(
    "keys",
    [...gists.values()].flatMap(gist => merger.keys(gist).filed.map(key => ({key, mention: gist.id})))
  )
}

const linkText = (link: Event["links"][0] | undefined): string | undefined =>
  link && JSON.stringify([link.kind, link.event, link.says])

/// On what some plans and denials hang now.
async function hangingOn(store: Store, events: readonly string[]): Promise<ReadonlyMap<string, string | undefined>> {
  const rows = await store.among<{event: string; kind: Event["links"][0]["kind"]; other: string; says: string}>(
    "links",
    ["event", "kind", "other", "says"],
    "event",
    events
  )
  return new Map(
    rows
      .filter(({kind}) => kind !== "undecided")
      .map(({event, kind, other, says}) => [event, linkText({kind, event: other, says})])
  )
}

/// Items in their order, so many together that what they weigh is about `most`.
function* slices<T>(items: readonly T[], most: number, weigh: (item: T) => number): Generator<T[]> {
  let slice: T[] = []
  let weight = 0
  for (const item of items) {
    slice.push(item)
    weight += weigh(item)
    if (weight < most) continue
    yield slice
    slice = []
    weight = 0
  }
  if (slice.length > 0) yield slice
}

async function takeOut(store: Store, events: readonly string[]): Promise<void> {
  for (const [table, column] of [
    ["events", "id"],
    ["parties", "event"],
    ["tellers", "event"],
    ["links", "event"]
  ] as const)
    await store.without(table, column, events)
}

async function rewriteSome<Gist extends {readonly id: string}>(
  store: Store,
  merger: Merger<Gist>,
  moved: readonly Group<Gist>[],
  links: ReadonlyMap<string, Event["links"][0]>,
  {standing, come, gists}: Pick<Parameters<typeof rewrite<Gist>>[2], "standing" | "come" | "gists">,
  became: Became
): Promise<void> {
  const rows = await store.among<{id: string; body: string}>(
    "events",
    ["id", "body"],
    "id",
    moved.map(g => g.id)
  )
  const before = new Map(rows.map(row => [row.id, {body: row.body, event: JSON.parse(row.body) as Event}]))
  const told = new Map<string, EventMention>()
  for (const {event} of before.values()) for (const m of event.mentions) told.set(m.id, m)
  for (const {members} of moved) for (const {gist} of members) if (come.has(gist.id)) told.set(gist.id, come.get(gist.id)!)
  // those that came out of other events
  const strangers = moved.flatMap(g => g.members.map(m => m.gist.id)).filter(id => !told.has(id))
  for (const {id, body} of await store.among<{id: string; body: string}>("mentions", ["id", "body"], "id", strangers))
    told.set(id, JSON.parse(body))
  const mentionOf = (id: string): EventMention => told.get(id)!
  const articles = new Set(moved.flatMap(g => g.members.map(m => mentionOf(m.gist.id).article)))
  const books = await booksOf(store, [...articles])
  const sentenceOf = (m: EventMention): string => books.get(m.article)?.text.slice(m.sentenceSpan.start, m.sentenceSpan.end) ?? ""
  const bookOf = (id: string): Book => books.get(id) ?? noBook
  const changed = moved.flatMap(group => {
    const was = before.get(group.id)
    const event = merger.event(group, mentionOf, links.get(group.id), bookOf, was?.event)
    const body = JSON.stringify(event)
    return was?.body === body ? [] : [{event, body}]
  })
  for (const {event} of changed) {
    const was = before.get(event.id)
    if (was) became.old.push(sketchOf(was.event))
    became.now.push(was ? sketchOf(event) : sketchOf(event, ""))
  }
  const events = changed.map(c => c.event)
  await takeOut(
    store,
    events.filter(event => before.has(event.id)).map(event => event.id)
  )
  await store.insert(
    "events",
    changed.map(({event, body}) => eventRow(event, body, sentenceOf))
  )
  await store.insert("parties", events.flatMap(partyRowsOf))
  await store.insert("tellers", events.flatMap(tellerRowsOf))
  await store.insert("links", events.flatMap(linkRowsOf))
  const mentionRows = moved.flatMap(({id: event, members}) =>
    members.flatMap(({gist, beside}) => {
      const was = standing.known.get(gist.id)
      if (!gists.has(gist.id) && was?.event === event && was.beside === beside) return []
      const mention = mentionOf(gist.id)
      return [
        {id: mention.id, article: mention.article, event, beside, gist: JSON.stringify(gist), body: JSON.stringify(mention)}
      ]
    })
  )
  await store.without(
    "mentions",
    "id",
    mentionRows.map(m => m.id).filter(id => standing.known.has(id))
  )
  await store.insert("mentions", mentionRows)
}

const noBook: Book & {readonly text: string} = {signature: [], credits: [], text: ""}

/// What merging asks of some articles, and their texts.
export async function booksOf(
  store: Store,
  articles: readonly string[]
): Promise<ReadonlyMap<string, Book & {readonly text: string}>> {
  const rows = await store.among<{
    id: string
    url?: string
    signature: string
    credits: string
    revised?: boolean
    text: string
  }>("articles", ["id", "url", "signature", "credits", "revised", "text"], "id", articles)
  return new Map(
    rows.map(({id, url, signature, credits, revised, text}) => [
      id,
      {
        signature: JSON.parse(signature),
        credits: JSON.parse(credits),
        text,
        ...(url !== undefined && {url}),
        ...(revised && {revised})
      }
    ])
  )
}
