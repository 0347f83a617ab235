import {setImmediate} from "node:timers/promises"
import type {EventSummary, Preview, PreviewChange} from "../../api/contract.ts"
import type {Trial} from "../../api/desk.ts"
import type {Article, Correction, Event, EventMention, Party, Reading} from "../../model/model.ts"
import {standing} from "../../review/lines.ts"
import {overlayOf} from "../../review/overlay.ts"
import type {Book} from "../../review/replay.ts"
import {type Change, changesOf, summaryOf} from "../../store/history.ts"
import {asCoded} from "../../store/layer.ts"
import {booksOf} from "../../store/merging.ts"
import {articleTexts} from "../../store/questions/articles.ts"
import {articleCount, articlesHolding, articlesToRead, mentionsAround, type Needs} from "../../store/questions/holding.ts"
import type {Store} from "../../store/store.ts"
import type {Standing} from "./keeper.ts"

/// What would become of events if something were read otherwise. Only articles that hold its words are looked at, the newest first, so
/// many and so long; their tellings are merged in memory with all that they may meet. Nothing is written.

const most = {articles: 400, milliseconds: 60_000, around: 2000, listed: 500}

export interface Tried {
  readonly what: Preview["what"]
  /// Which articles may be read otherwise, and the words by which this is told.
  reach(): {readonly needs: readonly Needs[]; readonly words: readonly string[]}
  /// As articles are read now, and as they would be.
  readonly before: (article: Article) => Reading
  readonly after: (article: Article) => Reading
  readonly examples: Preview["examples"]
}

type Decision = PreviewChange["decisions"][0] & {readonly mention?: string; readonly article: string}

export function trialOf(held: Store, now: () => Promise<Standing>, tried: Tried): Trial {
  // asked beside the writing, over connections of its own
  const store = held.asking(60)
  let found: Omit<Preview, "state"> = {
    what: tried.what,
    looked: 0,
    holding: 0,
    articles: 0,
    words: [],
    milliseconds: 0,
    examples: tried.examples,
    counts: {added: 0, removed: 0, changed: 0, decided: 0},
    changes: []
  }
  return {
    found: () => found,
    async look(step, isOver) {
      const began = performance.now()
      const spent = (): number => Math.round(performance.now() - began)
      const {merger, said, coder} = await now()
      const {corrections} = standing(said.lines)
      const overlay = overlayOf(corrections)
      const byId = new Map(corrections.map(c => [c.id, c]))
      const {needs, words} = tried.reach()
      const ids = await articlesHolding(store, needs)
      found = {...found, words, holding: ids.length, articles: await articleCount(store)}
      step(0, 0, ids.length)

      const were: EventMention[] = []
      const are: EventMention[] = []
      const decisions: Decision[] = []
      let looked = 0
      let ended: Preview["ended"]
      for (let at = 0; at < ids.length && !ended; at += 20) {
        const page = ids.slice(at, Math.min(at + 20, most.articles))
        const coded = new Map((await asCoded(store, page)).map(book => [book.article.id, book.coded]))
        for (const {article, coder: by} of await articlesToRead(store, page)) {
          if (isOver()) return
          const then = tried.after(article)
          const bookOf = (coded: readonly EventMention[]): Book => ({
            article: {...article, sentences: then.document.sentences},
            coded
          })
          // what was read with something older is told from what would be read now, not from that
          const was = bookOf(by === coder ? (coded.get(article.id) ?? []) : tried.before(article).coding.events)
          const is = bookOf(then.coding.events)
          const [shown, shows] = [overlay.shown(was), overlay.shown(is)]
          const [old, fresh] = [bodies(shown), bodies(shows)]
          were.push(...shown.filter(m => fresh.get(m.id) !== old.get(m.id)))
          are.push(...shows.filter(m => fresh.get(m.id) !== old.get(m.id)))
          if (overlay.about(article.id).length > 0)
            decisions.push(...turned(overlay.replay(was), overlay.replay(is), byId, article.id))
          looked++
          step(1, then.coding.events.length, ids.length - looked)
          found = {...found, looked, milliseconds: spent()}
          // others may ask in between
          await setImmediate()
        }
        if (looked < ids.length && at + 20 >= most.articles) ended = "articles"
        else if (looked < ids.length && spent() > most.milliseconds) ended = "time"
      }
      const {changes, counts} = await became(were, are, decisions)
      found = {...found, ...(ended && {ended}), counts, changes, milliseconds: spent()}

      /// The changes of events that some tellings make, with all that they meet.
      async function became(
        were: readonly EventMention[],
        are: readonly EventMention[],
        decisions: readonly Decision[]
      ): Promise<Pick<Preview, "changes" | "counts">> {
        const keys = are.flatMap(m => [...merger.keys(merger.gist(m)).sought])
        const around = await mentionsAround(
          store,
          were.map(m => m.id),
          [...new Set(keys)],
          most.around
        )
        const touched = new Set([...were, ...are].map(m => m.id))
        const rest = around.filter(m => !touched.has(m.id))
        const books = await booksOf(store, [...new Set([...rest, ...were, ...are].map(m => m.article))])
        const bookOf = (article: string) => books.get(article) ?? {signature: [], credits: []}
        const [old, fresh] = [merger.merge([...rest, ...were], bookOf), merger.merge([...rest, ...are], bookOf)]
        const [oldById, freshById] = [new Map(old.map(e => [e.id, e])), new Map(fresh.map(e => [e.id, e]))]
        const seen = changesOf(old, fresh)
        const known = new Set(seen.map(c => c.event))
        const changes = [...seen, ...fresh.flatMap(event => recoded(oldById.get(event.id), event, known))]
        const leading = changes.map(({event, kind, other}) => {
          const of = freshById.get(event) ?? oldById.get(event)!
          const was =
            oldById.get(event) ??
            ((kind === "renamed" || kind === "changed") && other !== undefined ? oldById.get(other) : undefined)
          // of an event that grows or shrinks, the telling that makes it do so
          return (
            (freshById.has(event) ? of.mentions.find(m => touched.has(m.id)) : undefined) ?? was?.mentions[0] ?? of.mentions[0]
          )
        })
        const texts = await articleTexts(store, [...new Set(leading.map(m => m.article))])
        const lines = changes.map(({event, kind, other, before}, i): PreviewChange & {readonly day: string} => {
          const is = freshById.get(event)
          const was = oldById.get(event) ?? (before === undefined ? undefined : oldById.get(other ?? ""))
          const mention = leading[i]!
          const {start, end} = mention.sentenceSpan
          return {
            event,
            kind,
            ...(other !== undefined && {other}),
            causes: [tried.what === "codebook" ? "codebook" : "data"],
            ...(was && {before: toldOf(was, tried.what)}),
            ...(is && {after: toldOf(is, tried.what)}),
            quote: (texts.get(mention.article) ?? "").slice(start, end).replace(/\s+/g, " "),
            article: mention.article,
            sentence: mention.sentence,
            decisions: ofEvents(decisions, [oldById.get(event), oldById.get(other ?? ""), is]),
            day: (is ?? oldById.get(event))?.time?.from ?? ""
          }
        })
        lines.sort(
          (a, b) =>
            Number(b.decisions.length > 0) - Number(a.decisions.length > 0) ||
            (a.day < b.day ? 1 : a.day > b.day ? -1 : a.event < b.event ? -1 : 1)
        )
        const count = (...kinds: PreviewChange["kind"][]): number => lines.filter(l => kinds.includes(l.kind)).length
        return {
          changes: lines.slice(0, most.listed).map(({day: _, ...line}) => line),
          counts: {
            added: count("added", "split"),
            removed: count("removed", "merged"),
            changed: count("changed", "renamed"),
            decided: lines.filter(l => l.decisions.length > 0).length
          }
        }
      }
    }
  }
}

/// An event in short; where actors are tried, with what they are coded as.
function toldOf(event: Event, what: Preview["what"]): EventSummary {
  const summary = summaryOf(event)
  if (what === "codebook") return summary
  return {...summary, actors: event.actors.map(codedAs), recipients: event.recipients.map(codedAs)}
}

const codedAs = ({name, country, sectors}: Party): string => {
  const codes = [...(country === undefined ? [] : [country]), ...sectors]
  return codes.length > 0 ? `${name} (${codes.join(" ")})` : name
}

/// An event that is told in the same words and whose sides are known as somebody else.
function recoded(was: Event | undefined, is: Event, known: ReadonlySet<string>): readonly Change[] {
  if (!was || known.has(is.id)) return []
  const sides = ({actors, recipients}: Event): string =>
    JSON.stringify([actors, recipients].map(side => side.map(p => [p.id, codedAs(p)])))
  return sides(was) === sides(is) ? [] : [{event: is.id, kind: "changed", before: JSON.stringify(summaryOf(was))}]
}

const bodies = (mentions: readonly EventMention[]): ReadonlyMap<string, string> =>
  new Map(mentions.map(m => [m.id, JSON.stringify(m)]))

/// Corrections that end otherwise than they do now: those that are contradicted, and those that what is read says by itself.
function turned(
  was: ReturnType<ReturnType<typeof overlayOf>["replay"]>,
  is: ReturnType<ReturnType<typeof overlayOf>["replay"]>,
  byId: ReadonlyMap<string, Correction>,
  article: string
): Decision[] {
  const before = new Map(was.outcomes.map(o => [o.id, o]))
  return is.outcomes.flatMap(({id, state, says, mention}) => {
    const old = before.get(id)
    if (!old || old.state === state) return []
    const {who, when} = byId.get(id)!
    const met = mention ?? old.mention
    const agrees = state === "agrees" || (state === "applied" && old.state !== "agrees")
    return [{who, when, agrees, says, article, ...(met !== undefined && {mention: met})}]
  })
}

const ofEvents = (decisions: readonly Decision[], events: readonly (Event | undefined)[]): PreviewChange["decisions"] => {
  const told = new Set(events.flatMap(e => e?.mentions.map(m => m.id) ?? []))
  return decisions
    .filter(d => d.mention !== undefined && told.has(d.mention))
    .map(({who, when, agrees, says}) => ({who, when, agrees, says}))
}
