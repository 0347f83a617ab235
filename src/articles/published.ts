import type {Article, Removed} from "../model/model.ts"
import {agencies, dateline} from "./agencies.ts"
import {calendarDay, dayOf, writtenDays} from "./days.ts"

/// What there is to tell the day of an article from, beside its own time stamp.
export interface Signs {
  readonly text: string
  readonly url?: string | undefined
  readonly byline?: string | undefined
}

export interface Dateline {
  readonly agency?: string
  /// The month and day it writes, and the whole day where it writes the year too.
  readonly monthDay?: readonly [month: number, day: number]
  readonly day?: string
  readonly words: string
}

/// The dateline that a text begins with: "KYIV, Oct. 18, 2024 (Reuters) —".
export function datelineOf(text: string): Dateline | undefined {
  const m = dateline.exec(text.slice(0, 200))
  if (!m) return undefined
  const {agency, month, day, year} = m.groups!
  const leap = month ? dayOf(`${month.slice(0, 3)} ${day} 2000`) : undefined
  const full = year && month ? dayOf(`${month.slice(0, 3)} ${day} ${year}`) : undefined
  return {
    words: m[0].trim(),
    ...(agency && {agency: agencies[agency]!}),
    ...(leap && {monthDay: [Number(leap.slice(5, 7)), Number(leap.slice(8))] as const}),
    ...(full && {day: full})
  }
}

/// The day an article was published: the one given, if the calendar has it and news could be from then; else, in this order,
/// what dateline, byline and URL write, and what the text says of its own day. Every refusal and every inference is a note with
/// its reason. Undefined where nothing tells.
export function publishedDay(given: string | number | undefined, signs: Signs, notes: string[]): string | undefined {
  if (given !== undefined && String(given).trim() !== "") {
    const day = dayOf(given)
    const address = urlDay(signs.url)?.day
    const late = day && address && Date.parse(address) - Date.parse(day) > mostLag ? address : undefined
    if (late) notes.push(`published ${day} refused: the URL is of ${late}; published ${late} inferred from it`)
    if (day) return late ?? day
    notes.push(`published ${JSON.stringify(String(given).slice(0, 60))} refused: ${whyRefused(String(given))}`)
  }
  const found = inferredDay(signs)
  if (found) notes.push(`published ${found.day} inferred from ${found.from}`)
  return found?.day
}

/// The article without a day that lies after `latest`: no news is from tomorrow. What else tells its day stands in, if that is
/// not later too.
export function notAfter(article: Article, latest: string): Article {
  const {published, ...rest} = article
  if (published === undefined || published <= latest) return article
  const notes = [`published "${published}" refused: it lies after ${latest}, when this was read; give the day as YYYY-MM-DD`]
  const found = inferredDay(rest)
  const day = found && found.day <= latest ? found.day : undefined
  if (day) notes.push(`published ${day} inferred from ${found!.from}`)
  const told = notes.map((reason): Removed => ({at: 0, text: "", reason}))
  return {...rest, ...(day && {published: day}), removed: [...told, ...article.removed]}
}

interface Inferred {
  readonly day: string
  readonly from: string
}

function inferredDay({text, url, byline}: Signs): Inferred | undefined {
  const line = datelineOf(text)
  if (line?.day) return {day: line.day, from: `the dateline "${line.words}"`}
  const signed = writtenDays((byline ?? "").slice(0, 300))[0]
  if (signed) return {day: signed.day, from: `the byline "${byline!.slice(0, 60)}"`}
  const linked = urlDay(url)
  if (linked?.day) return {day: linked.day, from: `the URL's "${linked.words}"`}
  const own = ownDay(text)
  if (line?.monthDay) {
    const [month, day] = line.monthDay
    // "KYIV, Oct. 18 (Reuters)": the year stands in the URL, or is that of the latest day the text writes out.
    const year = linked?.year ?? (own && Number(own.day.slice(0, 4)))
    const whole = year === undefined ? undefined : calendarDay(year, month, day)
    if (whole) return {day: whole, from: `the dateline "${line.words}" and the year of ${linked ? "the URL" : `"${own!.words}"`}`}
  }
  return own && {day: own.day, from: `"${own.words}", which the text says of a day of the week`}
}

/// An address is given when an article appears: one that is later by more than this belongs to an article whose stamp is wrong.
const mostLag = 180 * 86_400_000

/// "/2024/10/18/", "-20241018", "/2024/oct/18/"; of "/2024/10/" the year alone.
function urlDay(url: string | undefined): {day?: string; year?: number; words: string} | undefined {
  if (!url) return undefined
  const path = url.slice(0, 2000).replace(/^[a-z]+:\/\/[^/]*/i, "")
  const m =
    /(?<!\d)((?:19|20)\d\d)[/_-](\d{1,2})[/_-](\d{1,2})(?!\d)/.exec(path) ?? /(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)/.exec(path)
  const day = m && calendarDay(Number(m[1]), Number(m[2]), Number(m[3]))
  if (m && day) return {day, words: m[0]}
  const named = /\/((?:19|20)\d\d)\/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\/(\d{1,2})(?!\d)/i.exec(path)
  const told = named && dayOf(`${named[3]} ${named[2]} ${named[1]}`)
  if (named && told) return {day: told, words: named[0]}
  const year = /\/((?:19|20)\d\d)\//.exec(path)
  return year ? {year: Number(year[1]), words: year[0]} : undefined
}

/// The latest whole day that the text gives a day of the week: "on Friday, October 18, 2024". News speaks so of its own days,
/// histories hardly ever.
function ownDay(text: string): {day: string; words: string} | undefined {
  const head = text.slice(0, 20000)
  let latest: {day: string; words: string} | undefined
  for (const {start, end, day} of writtenDays(head)) {
    const words = head.slice(start, end).replace(/\s+/g, " ")
    const weekday = /^(sun|mon|tue|wed|thu|fri|sat)/i.exec(words)?.[1]?.toLowerCase()
    if (weekday !== weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]) continue
    if (!latest || day > latest.day) latest = {day, words}
  }
  return latest
}

const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]

function whyRefused(stamp: string): string {
  const year = Number(/(?<!\d)(\d{4})(?!\d)/.exec(stamp)?.[1])
  if (year > 2100 || year < 1900) return "no news is from that year; give the day as YYYY-MM-DD"
  if (/^\s*\d{1,2}[-/.]\d{1,2}[-/.]\d{4}/.test(stamp)) return "either number may be the month; give the day as YYYY-MM-DD"
  return "it names no day of the calendar; give the day as YYYY-MM-DD"
}
