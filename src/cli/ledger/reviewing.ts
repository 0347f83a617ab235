import {appendFileSync, existsSync, readFileSync} from "node:fs"
import {userInfo} from "node:os"
import type {
  CorrectionCounts,
  CorrectionLine,
  DecisionLine,
  ReplayCheck,
  ReviewCase,
  ReviewState,
  Said
} from "../../api/contract.ts"
import {BadRequest, type Reviewing} from "../../api/desk.ts"
import {
  type Correction,
  type CorrectionOutcome,
  type CorrectionRole,
  contentId,
  type Event,
  type EventMention,
  type Party,
  type Target
} from "../../model/model.ts"
import {decisionsOf, unitOf, wilson} from "../../review/agreement.ts"
import {wordsAt} from "../../review/anchor.ts"
import {codedOf, valueIn, withValue} from "../../review/fields.ts"
import {checked, lineOf, standing} from "../../review/lines.ts"
import {overlayOf} from "../../review/overlay.ts"
import {doubtsOf, interleaved, isUnknown, rowsOf, sampled, worthOf} from "../../review/queue.ts"
import {aimedAt} from "../../review/replay.ts"
import {bondOutcome, nameOf, targetsOf, verdictsOf} from "../../review/verdicts.ts"
import {asCoded, type CodedArticle} from "../../store/layer.ts"
import {articleHeads} from "../../store/questions/articles.ts"
import {doubtfulEvents, eventsWith, randomOrder, type Telling, tellings} from "../../store/questions/doubts.ts"
import {runsOf} from "../../store/runs.ts"
import type {Store} from "../../store/store.ts"
import {type Corrections, correctionsFile, correctionsIn, correctionsOf} from "./corrections.ts"

/// How many tellings, drawn at random, two people code apart from one another.
const doubleSample = 100

/// What people say of a ledger and what they are asked. `settle` brings the ledger up to date with the file.
export function reviewingOn(held: Store, settle: () => Promise<void>): Reviewing {
  // asked beside the keeper's writing, over connections of their own
  const store = held.asking(60)
  const watch = correctionsIn(store.folder)
  let said: Corrections | undefined
  const now = (): Corrections => (said = watch() ?? said ?? correctionsOf("", ""))
  let known: {key: string; lines: readonly CorrectionLine[]} | undefined

  async function lines(): Promise<readonly CorrectionLine[]> {
    const corrections = now()
    const key = `${corrections.hash} ${JSON.stringify((await runsOf(store)).at(-1) ?? {})}`
    if (known?.key !== key) known = {key, lines: await linesOf(store, corrections)}
    return known.lines
  }

  const seed = async (): Promise<string> => (await runsOf(store))[0]?.id ?? "annals"

  async function decide(decision: Parameters<Reviewing["decide"]>[0]): Promise<readonly CorrectionLine[]> {
    const {who, why} = decision
    const when = new Date().toISOString()
    const known = new Set(now().lines.map(l => l.id))
    const ids = decision.corrections.flatMap(c => [c.mention, c.other]).filter(id => id !== undefined)
    const found = await tellings(store, await namedNow(store, ids))
    const texts = await textsOf(store, found)
    const fresh: Correction[] = []
    /// Tellings as the lines before have it: an acceptance speaks of what they leave.
    const changed = new Map<string, EventMention>()
    for (const [i, given] of decision.corrections.entries()) {
      const at = `corrections.${i}`
      const body = await meant(given, at)
      const id = contentId(who, when, String(i), String(known.size), JSON.stringify(body))
      const line = {id, who, when, ...(why && {why}), ...body}
      try {
        fresh.push(checked(line, at))
      } catch (error) {
        throw new BadRequest((error as Error).message)
      }
      if (given.mention !== undefined) follow(given.mention, line)
    }
    append(store.folder, fresh)
    await settle()
    const written = new Set(fresh.map(l => l.id))
    return (await lines()).filter(l => written.has(l.correction.id))

    /// A line's target, op, before and after, out of what was sent.
    async function meant(given: Said, at: string): Promise<Pick<Correction, "target" | "op" | "before" | "after">> {
      const {op, role = roleOf[op] ?? "what", before, after} = given
      const values = {...(before !== undefined && {before}), ...(after !== undefined && {after})}
      if (op === "undo") {
        if (typeof given.target !== "string" || !known.has(given.target))
          throw new BadRequest(
            `${at}.target: ${JSON.stringify(given.target)} is no line of corrections.jsonl; /corrections lists them`
          )
        return {target: given.target, op}
      }
      if (given.mention === undefined) {
        if (typeof given.target !== "object") throw new BadRequest(`${at}: say what is meant, by "mention" or by "target"`)
        return {target: given.target, op, ...values}
      }
      const telling = tellingOf(given.mention, at)
      const mention = changed.get(given.mention) ?? (given.blind ? telling.read : telling.shown) ?? telling.read ?? telling.shown!
      changed.set(given.mention, mention)
      const target = aimOf(telling, role)
      switch (op) {
        case "accept":
        case "reject":
          return {target, op, before: before ?? codedOf(mention)}
        case "set":
        case "fix-place":
        case "fix-date":
        case "fix-status":
          return {target, op, before: before ?? (role === "what" ? undefined : valueIn(mention, role)), after}
        case "merge":
        case "not-same": {
          if (given.other === undefined)
            throw new BadRequest(`${at}.other: say which mention it is ${op === "merge" ? "one with" : "not"}`)
          return {target, op, after: aimOf(tellingOf(given.other, at), "what")}
        }
        case "split": {
          const others = (telling.event?.mentions ?? []).filter(m => m.id !== mention.id)
          if (others.length === 0) throw new BadRequest(`${at}: ${given.mention} stands alone; there is nothing to split it from`)
          const of = await tellings(
            store,
            others.map(m => m.id)
          )
          for (const [id, text] of await textsOf(store, of)) texts.set(id, text)
          return {target, op, before: others.slice(0, 50).map(m => aimOf(of.get(m.id)!, "what"))}
        }
        case "alias": {
          const party = before as Party | undefined
          const said = [...mention.actors, ...mention.recipients].find(g => g.means.id === party?.id)
          const words = said?.evidence[0]
          if (!said || !words) throw new BadRequest(`${at}.before: ${party?.id} takes no part in this event, or no words name it`)
          return {
            target: {...target, ...wordsAt(texts.get(words.article)!, words.span)},
            op,
            before: said.means,
            ...(after !== undefined && {after})
          }
        }
        case "ignore-source":
          return {target, op, after: after ?? {publisher: mention.publisher}}
        default:
          return {target, op, ...values}
      }
    }

    function follow(id: string, {op, target, before, after}: Pick<Correction, "target" | "op" | "before" | "after">): void {
      const mention = changed.get(id)
      if (!mention || typeof target === "string") return
      if (op === "set" || op === "fix-place" || op === "fix-date" || op === "fix-status") {
        const article = {id: mention.article, text: texts.get(mention.article)!}
        if (target.role !== "what") changed.set(id, withValue(mention, target.role, after, article))
      } else if (op === "alias") {
        const name = <G extends {readonly means: Party}>(g: G): G =>
          g.means.id === (before as Party).id ? {...g, means: after as Party} : g
        changed.set(id, {...mention, actors: mention.actors.map(name), recipients: mention.recipients.map(name)})
      }
    }

    function tellingOf(id: string, at: string): Telling {
      const telling = found.get(id)
      if (!telling) throw new BadRequest(`${at}: no mention ${id} in this ledger`)
      return telling
    }

    function aimOf({read, shown}: Telling, role: CorrectionRole): Target {
      const mention = (read ?? shown)!
      return {article: mention.article, ...wordsAt(texts.get(mention.article)!, mention.predicate.span), role, type: mention.type}
    }
  }

  async function cases(
    queue: "doubtful" | "disagreements" | "orphans" | "double",
    who: string,
    limit: number
  ): Promise<readonly ReviewCase[]> {
    const all = await lines()
    if (queue === "orphans" || queue === "disagreements") {
      const wanted = all.filter(l => l.state === (queue === "orphans" ? "orphan" : "conflict")).slice(0, limit)
      const found = await tellings(
        store,
        wanted.flatMap(l => l.mention ?? [])
      )
      const kind = queue === "orphans" ? ("orphan" as const) : ("disagreement" as const)
      return casesOf(
        store,
        wanted.map(line => {
          const telling = line.mention === undefined ? undefined : found.get(line.mention)
          const mention = telling?.shown ?? telling?.read
          const event = telling?.event
          return {
            id: line.correction.id,
            ...(mention && {mention}),
            ...(event && {event}),
            doubt: {kind, says: line.says},
            random: false,
            correction: line
          }
        })
      )
    }
    if (queue === "double") {
      const mine = decidedBy(all, who)
      const order = (await randomOrder(store, await seed(), doubleSample)).filter(id => !mine.has(id))
      const found = await tellings(store, order.slice(0, limit))
      return casesOf(
        store,
        order.slice(0, limit).flatMap(id => {
          const mention = found.get(id)?.read
          return mention ? [{id, mention, doubt: {kind: "event" as const}, random: true}] : []
        })
      )
    }
    const decided = decidedBy(all)
    const order = await randomOrder(store, await seed(), decided.size + limit)
    const open = order.filter(id => !decided.has(id)).slice(0, Math.ceil(limit / 2))
    const found = await tellings(store, open)
    const random = open.flatMap(id => {
      const {shown: mention, event} = found.get(id) ?? {}
      return mention && event ? [{id, mention, event, doubt: doubtsOf(event, mention)[0]!, random: true}] : []
    })
    const events = (await doubtfulEvents(store, limit * 4 + decided.size)).filter(e => !e.mentions.some(m => decided.has(m.id)))
    const doubtful = events
      .map(event => {
        const mention = event.mentions[0]
        const doubts = doubtsOf(event, mention)
        return {id: mention.id, mention, event, doubt: doubts[0]!, random: false, worth: worthOf(event, doubts)}
      })
      .sort((a, b) => b.worth - a.worth || (a.id < b.id ? -1 : 1))
    return casesOf<Bare>(
      store,
      interleaved<Bare>(doubtful, random, limit, c => c.id)
    )
  }

  async function state(given: string | undefined): Promise<ReviewState> {
    const who = given ?? userInfo().username
    const all = await lines()
    const judged = judgedTellings(all)
    const order = await randomOrder(store, await seed(), judged.size + 1)
    const precision = sampled(order, judged)
    const mine = decidedBy(all, who)
    const double = (await randomOrder(store, await seed(), doubleSample)).filter(id => !mine.has(id)).length
    const groups = groupsOf(all.filter(l => l.correction.who === who && l.state !== "undone" && l.state !== "undo"))
    const day = new Date().toISOString().slice(0, 10)
    const today = groups.filter(g => g.when.slice(0, 10) === day)
    const count = (did: DecisionLine["did"]): number => today.filter(g => g.did === did).length
    const latest = groups.slice(-20).reverse()
    const found = await tellings(
      store,
      latest.flatMap(g => g.mention ?? [])
    )
    const counts = countsOf(all)
    return {
      who,
      today: {accepted: count("accepted"), changed: count("changed"), rejected: count("rejected")},
      precision: {...precision, ...wilson(precision.right, precision.of)},
      counts,
      queues: {disagreements: counts.conflict, orphans: counts.orphan, double},
      latest: latest.map(({mention: id, ...group}) => {
        const telling = id === undefined ? undefined : found.get(id)
        const mention = telling?.shown ?? telling?.read
        return {...group, ...(mention && {mention}), ...(telling?.event && {event: telling.event.id})}
      })
    }
  }

  return {
    lines,
    counts: async () => countsOf(await lines()),
    decide,
    cases,
    state,
    async check(text, path) {
      let other: Corrections
      try {
        other = correctionsOf(text, path)
      } catch (error) {
        throw new BadRequest((error as Error).message)
      }
      return checkOf(store, other)
    }
  }
}

const roleOf: Readonly<Partial<Record<Correction["op"], CorrectionRole>>> = {
  "fix-place": "where",
  "fix-date": "when",
  "fix-status": "status"
}

/// Adds lines to the file, on lines of their own whatever its end looks like.
function append(folder: string, lines: readonly Correction[]): void {
  const path = correctionsFile(folder)
  const isOpen = existsSync(path) && /[^\n]$/.test(readFileSync(path, "utf8").slice(-1))
  appendFileSync(path, `${isOpen ? "\n" : ""}${lines.map(lineOf).join("\n")}\n`, {flush: true})
}

/// Ids that lead elsewhere by now, with what they lead to.
async function namedNow(store: Store, ids: readonly string[]): Promise<string[]> {
  const heirs = await store.among<{id: string; mention: string}>("heirs", ["id", "mention"], "id", ids)
  return [...new Set([...ids, ...heirs.map(h => h.mention)])]
}

async function textsOf(store: Store, found: ReadonlyMap<string, Telling>): Promise<Map<string, string>> {
  const articles = [...found.values()].map(t => (t.read ?? t.shown)!.article)
  const rows = await store.among<{id: string; text: string}>("articles", ["id", "text"], "id", [...new Set(articles)])
  return new Map(rows.map(r => [r.id, r.text]))
}

/// Every line and what became of it, in the order of the file.
async function linesOf(store: Store, said: Corrections): Promise<CorrectionLine[]> {
  const {corrections, undone, lost} = standing(said.lines)
  const books = await asCoded(store, articlesOfLines(corrections))
  const outcomes = await outcomesOf(store, corrections, books, true)
  const ids = [...outcomes.values()].flatMap(o => o.mention ?? [])
  const events = new Map(
    (await store.among<{id: string; event: string}>("mentions", ["id", "event"], "id", ids)).map(r => [r.id, r.event])
  )
  const isLost = new Set(lost.map(l => l.id))
  return said.lines.map(correction => {
    const line = said.placeOf(correction.id)
    if (undone.has(correction.id)) return {correction, line, state: "undone", says: "taken back"}
    if (correction.op === "undo")
      return isLost.has(correction.id)
        ? {correction, line, state: "orphan", says: `line ${correction.target} does not stand above it; take this one out`}
        : {correction, line, state: "undo", says: `takes back ${correction.target}`}
    const {state, says, mention} = outcomes.get(correction.id)!
    const event = mention === undefined ? undefined : events.get(mention)
    return {correction, line, state, says, ...(mention !== undefined && {mention}), ...(event !== undefined && {event})}
  })
}

const articlesOfLines = (corrections: readonly Correction[]): string[] => [
  ...new Set(corrections.flatMap(targetsOf).map(t => t.article))
]

/// What becomes of standing corrections over these articles. `isHeld`: whether they are those that the ledger holds, so that joined events
/// can be looked at.
async function outcomesOf(
  store: Store,
  corrections: readonly Correction[],
  books: readonly CodedArticle[],
  isHeld: boolean
): Promise<ReadonlyMap<string, CorrectionOutcome>> {
  const overlay = overlayOf(corrections)
  const outcomes = new Map<string, CorrectionOutcome>()
  for (const book of books) for (const outcome of overlay.replay(book).outcomes) outcomes.set(outcome.id, outcome)
  const bonds = corrections.filter(c => c.op === "merge" || c.op === "split" || c.op === "not-same")
  if (bonds.length > 0 && isHeld) {
    const byId = new Map(books.map(b => [b.article.id, b]))
    const met = (target: Target): string | undefined => {
      const book = byId.get(target.article)
      return book && aimedAt({...target, role: "what"}, {...book, coded: bothOf(book, overlay.shown(book))})
    }
    const verdicts = verdictsOf(bonds, met)
    const ids = [...new Set(verdicts.flatMap(v => [v.target, v.other]))]
    const rows = await store.among<{id: string; event: string}>("mentions", ["id", "event"], "id", ids)
    const home = new Map(rows.map(r => [r.id, r.event]))
    const bodies = await store.among<{id: string; body: string}>("events", ["id", "body"], "id", [...new Set(home.values())])
    const events = new Map(bodies.map(r => [r.id, JSON.parse(r.body) as Event]))
    const isReason = (event: string, {who, when}: {who: string; when: string}): boolean =>
      events.get(event)?.merges.some(m => m.parts.some(p => p.says.includes(`by ${who} on ${when}`))) === true
    for (const bond of bonds) {
      const outcome = outcomes.get(bond.id)
      if (outcome)
        outcomes.set(
          bond.id,
          bondOutcome(outcome, bond, verdicts, id => home.get(id), isReason)
        )
    }
  }
  for (const {id, target} of corrections) {
    if (outcomes.has(id)) continue
    const {article} = target as Target
    outcomes.set(id, {id, state: "orphan", says: `article ${article} is not in this ledger; read it, or take this back`})
  }
  return outcomes
}

const bothOf = (book: CodedArticle, shown: readonly EventMention[]): EventMention[] => {
  const read = new Set(book.coded.map(m => m.id))
  return [...book.coded, ...shown.filter(m => !read.has(m.id))]
}

function countsOf(lines: readonly Pick<CorrectionLine, "state" | "correction">[]): CorrectionCounts {
  const count = (state: CorrectionLine["state"]): number =>
    lines.filter(l => l.state === state && l.correction.op !== "undo").length
  const [applied, agrees, conflict, orphan] = [count("applied"), count("agrees"), count("conflict"), count("orphan")]
  return {corrections: applied + agrees + conflict + orphan, applied, agrees, conflict, orphan, undone: count("undone")}
}

/// Tellings that somebody (or this person) has decided on.
function decidedBy(lines: readonly CorrectionLine[], who?: string): ReadonlySet<string> {
  const judging = new Set(["accept", "reject", "set", "fix-place", "fix-date", "fix-status", "alias", "add"])
  return new Set(
    lines
      .filter(l => judging.has(l.correction.op) && (who === undefined || l.correction.who === who) && l.state !== "undone")
      .flatMap(l => l.mention ?? [])
  )
}

/// Tellings that are decided, and whether they were right as they were read: accepted by everybody, changed by nobody.
function judgedTellings(lines: readonly CorrectionLine[]): ReadonlyMap<string, boolean> {
  const standingLines = lines.filter(l => l.state !== "undone" && l.state !== "undo")
  const mentionOf = new Map(
    standingLines.flatMap(l =>
      l.mention !== undefined && typeof l.correction.target === "object"
        ? [[unitOf(l.correction.target), l.mention] as const]
        : []
    )
  )
  const found = new Map<string, boolean>()
  for (const {unit, changed, person} of decisionsOf(standingLines.map(l => l.correction)).values()) {
    const mention = mentionOf.get(unit)
    if (mention !== undefined) found.set(mention, !changed && person.event)
  }
  return found
}

/// Lines by the decisions they belong to: one person, one moment.
function groupsOf(lines: readonly CorrectionLine[]): (Omit<DecisionLine, "mention"> & {mention?: string})[] {
  const groups = new Map<string, CorrectionLine[]>()
  for (const line of lines) {
    const of = groups.get(line.correction.when)
    if (of) of.push(line)
    else groups.set(line.correction.when, [line])
  }
  return [...groups].map(([when, of]) => {
    const ops = new Set(of.map(l => l.correction.op))
    const others = of.filter(l => l.correction.op !== "accept" && l.correction.op !== "note")
    const did = ops.has("reject") ? "rejected" : others.length > 0 ? "changed" : ops.has("accept") ? "accepted" : "noted"
    const mention = of.find(l => l.mention !== undefined)?.mention
    const says = [...new Set((others.length > 0 ? others : of).map(l => l.says))].join("; ")
    return {ids: of.map(l => l.correction.id), when, did, says, ...(mention !== undefined && {mention})}
  })
}

interface Bare {
  readonly id: string
  readonly mention?: EventMention
  readonly event?: Event
  readonly doubt: ReviewCase["doubt"] & {readonly likely?: number}
  readonly random: boolean
  readonly correction?: CorrectionLine
}

/// Cases with all that is needed to decide them.
async function casesOf<C extends Bare>(store: Store, bare: readonly C[]): Promise<ReviewCase[]> {
  const sames = new Map<string, string>()
  for (const {id, event, doubt} of bare) {
    const link = doubt.kind === "same" && event?.links.find(l => l.kind === "undecided")
    if (link) sames.set(id, link.event)
  }
  const others = await tellings(store, [...new Set(sames.values())])
  const mentions = [...bare.flatMap(c => c.mention ?? []), ...[...others.values()].flatMap(t => t.shown ?? [])]
  const ids = [...new Set(mentions.map(m => m.article))]
  const heads = new Map((await articleHeads(store, ids)).map(h => [h.id, h]))
  const rows = await store.among<{id: string; text: string; sentences: string}>(
    "articles",
    ["id", "text", "sentences"],
    "id",
    ids
  )
  const books = new Map(rows.map(r => [r.id, {text: r.text, sentences: JSON.parse(r.sentences) as [number, number][]}]))
  const unknown = bare
    .flatMap(c => [...(c.mention?.actors ?? []), ...(c.mention?.recipients ?? [])].map(g => g.means.id))
    .filter(isUnknown)
  const reach = await eventsWith(store, [...new Set(unknown)])
  const sentenceOf = ({article, sentenceSpan: {start, end}}: EventMention) => ({
    start,
    end,
    text: (books.get(article)?.text ?? "").slice(start, end)
  })
  const around = ({article, sentence}: EventMention, by: -1 | 1): string | undefined => {
    const book = books.get(article)
    const span = book?.sentences[sentence + by]
    return book && span && book.text.slice(span[0], span[1]).replace(/\s+/g, " ").trim()
  }
  return bare.map(({id, mention, event, doubt: {kind, says}, random, correction}) => {
    const other = others.get(sames.get(id) ?? "")?.shown
    const named = [...(mention?.actors ?? []), ...(mention?.recipients ?? [])].map(g => reach.get(g.means.id) ?? 0)
    const [before, after] = mention ? [around(mention, -1), around(mention, 1)] : []
    return {
      id,
      ...(mention && {mention, sentence: sentenceOf(mention)}),
      ...(event && {event: event.id}),
      ...(mention && heads.has(mention.article) && {article: heads.get(mention.article)!}),
      ...(before !== undefined && {before}),
      ...(after !== undefined && {after}),
      ...(other && {
        same: {
          mention: other,
          ...(heads.has(other.article) && {article: heads.get(other.article)!}),
          sentence: sentenceOf(other)
        }
      }),
      reports: (event?.mentions ?? []).map(m => m.id).filter(m => m !== mention?.id),
      doubt: {kind, ...(says !== undefined && {says})},
      values: {
        when: event?.values.time.map(v => v.means) ?? [],
        where: event?.values.place.map(v => v.means) ?? [],
        status: event?.values.status.map(v => v.means) ?? []
      },
      rows: kind === "who" ? Math.max(1, ...named) : event ? rowsOf(event) : 1,
      sure: mention?.confidence ?? 0,
      random,
      ...(correction && {correction})
    }
  })
}

/// Corrections of another file held against what is read now.
async function checkOf(store: Store, said: Corrections): Promise<ReplayCheck> {
  const {corrections, undone} = standing(said.lines)
  const books = await asCoded(store, articlesOfLines(corrections))
  const outcomes = await outcomesOf(store, corrections, books, false)
  const byId = new Map(books.map(b => [b.article.id, b]))
  const spoken = new Set<string>()
  const names = new Map<string, string | undefined>()
  const lines = said.lines.map(correction => {
    const line = said.placeOf(correction.id)
    if (undone.has(correction.id)) return {correction, line, state: "undone" as const, says: "taken back"}
    if (correction.op === "undo") return {correction, line, state: "undo" as const, says: `takes back ${correction.target}`}
    const target = correction.target as Target
    const book = byId.get(target.article)
    const name = nameOf(target)
    if (!names.has(name)) names.set(name, book && aimedAt({...target, role: "what"}, book))
    const read = book?.coded.find(m => m.id === names.get(name))
    if (read) spoken.add(read.id)
    const {state, says, mention} = outcomes.get(correction.id)!
    return {correction, line, state, says, ...(mention !== undefined && {mention}), ...(read && {now: codedOf(read)})}
  })
  const told = books.reduce((sum, b) => sum + b.coded.length, 0)
  return {corrections: lines, counts: countsOf(lines), tellings: told, unjudged: told - spoken.size}
}
