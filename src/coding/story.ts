import {type Clause, type Document, daysAfter, type Sentence, type TimeMention, type TimeSpan} from "../model/model.ts"
import type {Page} from "./page.ts"

/// Where a telling has gone back to: "In February 2012 a patrol landed on the island. *Cambodia shut the crossing*; …"

/// The time that the sentences before have set.
export interface Story {
  readonly means: Dated
  readonly said: TimeMention
  /// Whether it is of the days before publication; else it lies further back.
  readonly isNews: boolean
  /// Whether it was set in the same paragraph.
  readonly here: boolean
}

type Dated = TimeSpan & {readonly from: string; readonly until: string}

/// What lies closer to the day of publication than this many days is news.
const news = 10
/// News says within so many sentences that it is of these last days.
const lead = 3
const spot = 2
const telling = new Set(
  "say tell report state announce add declare note write warn urge condemn claim confirm deny insist believe think".split(" ")
)

/// For every sentence, the time that the story is at when it begins; undefined where nothing but the day of publication is known. A time set in one
/// sentence holds until another is set, or a new paragraph begins with what is said, or so, today. In news, which looks back for a
/// paragraph at most, either of the two ends it; and so does either end a day of the news itself.
export function storiesOf(page: Omit<Page, "stories">): readonly (Story | undefined)[] {
  const {sentences, article} = page.document
  const published = publishedOn(article)
  if (published === undefined) return sentences.map(() => undefined)
  const old = daysAfter(published, -news)
  const sets = sentences.map(sentence => settingsOf(page, sentence, published))
  const isNews = sets.slice(0, lead).some(set => set.some(({means}) => means.until > daysAfter(published, -spot)))
  let story: Omit<Story, "here"> | undefined
  let here = false
  return sentences.map((sentence, i) => {
    if (i > 0 && article.text.slice(sentences[i - 1]!.end, sentence.start).includes("\n")) here = false
    const opening = rootOf(page, sentence)
    const set = sets[i]!
    const isBack = set.length === 0 && opening !== undefined && isOfToday(opening)
    if (isNews || story?.isNews ? !here || isBack : !here && isBack) story = undefined
    const at = story && {...story, here}
    const last = set.at(-1)
    if (last) {
      const ofLate = last.means.until > old
      story = ofLate && (last.means.grain !== "day" || last.means.from > published) ? undefined : {...last, isNews: ofLate}
      here = true
    }
    return at
  })
}

/// The times that a sentence moves the story to: of its main clause, or words it opens with.
function settingsOf(page: Omit<Page, "stories">, sentence: Sentence, published: string): {means: Dated; said: TimeMention}[] {
  return page.timesIn(sentence.index).flatMap(said => {
    const means = lengthSince(page, said, published) ?? said.means
    if (!isDated(means) || Date.parse(means.until) - Date.parse(means.from) > longest) return []
    const first = page.tokensIn(said.span.start, said.span.end)[0]
    if (!first) return []
    const opens = first.index - sentence.first <= 2
    const owner = page.timeOwner(said)
    if (!opens && !(owner && isForeground(page, owner))) return []
    return [{means, said}]
  })
}

const longest = 400 * 86_400_000

const isDated = (means: TimeSpan | undefined): means is Dated =>
  means?.from !== undefined && means.until !== undefined && means.grain !== "set" && means.grain !== "duration"

/// "It is *a year since* they fought": so long before the article.
function lengthSince(page: Omit<Page, "stories">, {value, span}: TimeMention, published: string): Dated | undefined {
  const length = /^P(\d+)([MY])$/.exec(value)
  if (!length || page.tokensIn(span.end, span.end + 7)[0]?.text.toLowerCase() !== "since") return undefined
  const months = Number(length[1]) * (length[2] === "Y" ? 12 : 1)
  const year = Number(published.slice(0, 4))
  const month = year * 12 + Number(published.slice(5, 7)) - 1 - months
  const from = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`
  return /^\d{4}-/.test(from) ? {from, until: `${daysAfter(from, 31).slice(0, 8)}01`, grain: "month"} : undefined
}

/// Told in its own right: a main clause, one joined to it, what is said to be so, and "when a soldier was shot".
function isForeground(page: Omit<Page, "stories">, clause: Clause): boolean {
  let at: Clause | undefined = clause
  for (let step = 0; at && step < 6; step++) {
    if (!at.parent) return at.predicate.kind === "verb" || at.predicate.light !== undefined || at.tense !== undefined
    const {link, marker} = at.parent
    if (link !== "coordinate" && link !== "content" && !(link === "time" && marker === "when")) return false
    at = page.document.clauses[at.parent.clause]
  }
  return false
}

function rootOf(page: Omit<Page, "stories">, sentence: Sentence): Clause | undefined {
  const root = page.document.tokens.slice(sentence.first, sentence.last).find(t => t.relation === "root")
  return root && page.owner(root.index)
}

const isOfToday = (root: Clause): boolean =>
  root.tense === "present" || root.tense === "future" || root.modal !== undefined || telling.has(root.predicate.lemma)

/// The day of publication, if it is one.
export const publishedOn = ({published}: Document["article"]): string | undefined =>
  published === undefined || Number.isNaN(Date.parse(`${published}T00:00:00Z`)) ? undefined : published

/// Whether a time is of the days before publication.
export const isRecent = ({until}: TimeSpan, published: string | undefined): boolean =>
  published !== undefined && until !== undefined && until > daysAfter(published, -news)

/// Whether a deed is told in the past: by its own verb, or by the verb that it hangs in.
export function isToldAsPast(document: Document, clause: Clause): boolean {
  let at: Clause | undefined = clause
  for (let step = 0; at && step < 6; step++) {
    if (at.tense !== undefined) return (at.tense === "past" || isPastForm(document, at)) && !at.modal
    at = at.parent && document.clauses[at.parent.clause]
  }
  return false
}

/// "when Kenya *shut* the border": of one that acts alone, what has no "s" is past.
function isPastForm({tokens}: Document, {predicate, subjects}: Clause): boolean {
  const [verb, subject] = [tokens[predicate.head]!, subjects[0] && tokens[subjects[0].head]]
  return timeless.has(verb.text) && subjects.length === 1 && /^NNP?$/.test(subject?.xpos ?? "")
}

const timeless = new Set("shut cut put set let hit cast quit split spread burst".split(" "))

/// The time of a deed that the story has come to: what follows a day long past came within a week of it.
export const carried = ({means, isNews}: Story): Dated =>
  isNews
    ? means
    : means.grain === "day" || means.grain === "time"
      ? {from: means.from, until: daysAfter(means.from, 7), grain: "week"}
      : means
