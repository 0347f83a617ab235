import {xml} from "./xml.ts"

/// An event as it stood before or after, as far as changes tell.
export interface Standing {
  readonly type: string
  readonly modes: readonly string[]
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
  readonly from?: string
  readonly until?: string
  readonly place?: string
  readonly status: string
  readonly mentions: readonly string[]
}

/// What became of one event.
export interface Change {
  readonly event: string
  readonly kind: "added" | "removed" | "changed" | "merged" | "split" | "renamed"
  readonly other?: string
  readonly causes: readonly string[]
  readonly before?: Standing
  readonly after?: Standing
}

/// What a feed says of itself.
export interface Since {
  /// After which run, and up to which.
  readonly from: number
  readonly to: number
  /// When that last run was: an ISO time.
  readonly moment: string
  /// Where the ledger is served, if entries are to lead there.
  readonly base?: string
}

/// A feed of changes: one object, named in the list below, from which the command line reads. The same changes give the same bytes.
export interface ChangeFeed {
  readonly name: string
  readonly says: string
  readonly mediaType: string
  readonly extension: string
  write(changes: Iterable<Change>, since: Since): Iterable<string>
}

const where: Readonly<Record<Change["kind"], string>> = {
  added: "",
  changed: "",
  removed: "",
  merged: "into",
  split: "out of",
  renamed: "before"
}

/// An event in one line: "AID  Russia → North Korea  2024-06-19  Pyongyang".
export const standing = (e: Standing): string =>
  `${e.type}${e.modes[0] ? ` ${e.modes[0]}` : ""}  ${e.actors.join(", ") || "–"} → ${e.recipients.join(", ") || "–"}  ${e.from ?? "no day said"}  ${e.place ?? ""}`.trimEnd()

/// Where an event went or came from: "into 1a2b3c4d"; empty where that says nothing.
export const whereTo = ({kind, other}: Change): string => (other && where[kind] ? `${where[kind]} ${other.slice(0, 8)}` : "")

/// What differs between two standings, a field a line: "tolls: killed 12 → killed 9".
export function differing({before, after}: Change): string[] {
  if (!before || !after) return []
  const text = (value: unknown): string => (Array.isArray(value) ? value.join(", ") : String(value ?? "")) || "nothing"
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof Standing)[]
  return names
    .filter(name => name !== "mentions" && JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map(name => `${name}: ${text(before[name])} → ${text(after[name])}`)
    .concat(
      before.mentions.length === after.mentions.length ? [] : [`reports: ${before.mentions.length} → ${after.mentions.length}`]
    )
}

/// The parts of an entry that both feeds say.
function entryOf(change: Change, {to, base}: Since) {
  const now = change.after ?? change.before
  const lines = [whereTo(change), ...differing(change), `by ${change.causes.join(", ")}`]
  return {
    id: `urn:annals:change:${to}:${change.kind}:${change.event}`,
    title: `${change.kind}: ${now ? standing(now).replace(/ {2,}/g, ", ") : change.event}`,
    words: lines.filter(line => line !== "").join("; "),
    link: base && `${base.replace(/\/+$/, "")}/event/${change.kind === "merged" && change.other ? change.other : change.event}`
  }
}

const title = ({from, to}: Since): string => `Changes of events from run ${from} to run ${to}`

/// Atom (RFC 4287).
const atom: ChangeFeed = {
  name: "atom",
  says: "an Atom feed of what is new and what changed, for feed readers",
  mediaType: "application/atom+xml",
  extension: "xml",
  *write(changes, since) {
    yield `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n<id>urn:annals:changes:${since.from}:${since.to}</id>\n<title>${title(since)}</title>\n<updated>${since.moment}</updated>\n<author><name>annals</name></author>\n`
    for (const change of changes) {
      const {id, title: name, words, link} = entryOf(change, since)
      yield `<entry><id>${xml(id)}</id><title>${xml(name)}</title><updated>${since.moment}</updated><category term="${change.kind}"/>${link ? `<link href="${xml(link)}"/>` : ""}<content type="text">${xml(words)}</content></entry>\n`
    }
    yield "</feed>\n"
  }
}

/// JSON Feed 1.1.
const jsonFeed: ChangeFeed = {
  name: "jsonfeed",
  says: "the same as a JSON Feed",
  mediaType: "application/feed+json",
  extension: "json",
  *write(changes, since) {
    yield `{"version":"https://jsonfeed.org/version/1.1","title":${JSON.stringify(title(since))},"items":[`
    let between = "\n"
    for (const change of changes) {
      const {id, title: name, words, link} = entryOf(change, since)
      yield between +
        JSON.stringify({
          id,
          title: name,
          content_text: words,
          date_modified: since.moment,
          tags: [change.kind, ...change.causes],
          ...(link && {url: link})
        })
      between = ",\n"
    }
    yield "\n]}\n"
  }
}

/// Every feed of changes.
export const changeFeeds: readonly ChangeFeed[] = [atom, jsonFeed]
