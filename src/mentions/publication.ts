import type {ActorMention, Day, Document, Mentions, TimeMention} from "../model/model.ts"
import type {ActorLexicon, Spell} from "./actors/lexicon.ts"
import {holdsOn} from "./actors/offices.ts"

/// The day on which an article without one was published, from what it says itself, and what tells it.
export interface Told {
  readonly day: Day
  readonly from: string
}

/// Finds the day of an article that has none: the month and day that it writes of itself ("KYIV, Oct. 18 (AP) —", "on Friday,
/// October 18"), in the one year in which everybody held the office that it gives them and the weekday is right. At least two
/// offices must speak. Undefined where no year or more than one fits, or the text tells of later days.
export function dayFinder(lexicon: Pick<ActorLexicon, "offices">): (document: Document, mentions: Mentions) => Told | undefined {
  return (document, {actors, times}) => {
    const written = times.map(time => ownDay(document, time)).find(day => day !== undefined)
    if (!written) return undefined
    const offices = officesGiven(lexicon, document, actors)
    if (offices.size < 2) return undefined
    const fits = (day: Day): boolean =>
      (written.weekday === undefined || weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] === written.weekday) &&
      [...offices.values()].every(({spells}) => spells.some(spell => holdsOn(spell, day) > 0))
    const days = years.map(year => `${year}-${written.monthDay}`).filter(day => isDay(day) && fits(day))
    const [day] = days
    if (day === undefined || days.length > 1 || tellsLater(times, day)) return undefined
    const held = [...offices.values()].map(({words}) => words).slice(0, 3)
    return {day, from: `"${written.words}" and the offices held: ${held.join(", ")}`}
  }
}

const years = Array.from({length: 201}, (_, i) => 1900 + i)
const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]

interface Written {
  readonly monthDay: string
  readonly weekday?: string
  readonly words: string
}

/// A month and day without a year that news writes of its own day: in the dateline, or with the day of the week.
function ownDay(document: Document, {value, text, span}: TimeMention): Written | undefined {
  const monthDay = /^XXXX-(\d\d-\d\d)$/.exec(value)?.[1]
  if (!monthDay) return undefined
  const words = text.replace(/\s+/g, " ")
  const weekday = /^(sun|mon|tue|wed|thu|fri|sat)/i.exec(words)?.[1]?.toLowerCase()
  if (weekday) return {monthDay, weekday, words}
  const opens = span.start < 120 && /^[\p{Lu}\s.,'’/-]+$/u.test(document.article.text.slice(0, span.start))
  return opens && /^\s*(?:\(|[-–—])/.test(document.article.text.slice(span.end, span.end + 4)) ? {monthDay, words} : undefined
}

/// Who is given an office by name, and when that office was theirs. Who held it once or will is none.
function officesGiven(
  lexicon: Pick<ActorLexicon, "offices">,
  document: Document,
  actors: readonly ActorMention[]
): ReadonlyMap<string, {readonly words: string; readonly spells: readonly Spell[]}> {
  const given = new Map<string, {words: string; spells: readonly Spell[]}>()
  for (const {means, form, text, span} of actors) {
    if (form !== "name" || !means?.title || !means.country || given.has(means.id)) continue
    const before = document.article.text.slice(Math.max(0, span.start - 12), span.start)
    if (notNow.test(text) || notNow.test(before) || !isTitled(text, means.name)) continue
    const spells = (lexicon.offices.get(means.country) ?? []).filter(
      spell => spell.person.id === means.id && spell.title === means.title
    )
    if (spells.length > 0) given.set(means.id, {words: text.replace(/\s+/g, " "), spells})
  }
  return given
}

const notNow = /\b(?:former|ex|late|then|future|incoming|outgoing|elect|designate|candidate|ousted|deposed)\b/i

/// "U.S. President Barack Obama", not "Barack Obama".
const isTitled = (text: string, name: string): boolean =>
  text.split(/\s+/).filter(word => !name.includes(word)).length > 0 && name.split(/\s+/).some(word => text.includes(word))

const isDay = (day: Day): boolean => {
  const date = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day
}

/// Whether a text that would be of one day writes out days more than a year after it.
const tellsLater = (times: readonly TimeMention[], day: Day): boolean => {
  const limit = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`
  return times.some(({means, value}) => /^\d{4}-\d\d-\d\d/.test(value) && (means?.from ?? "") > limit)
}
