import {type Article, type EventMention, evidenceOf, type Reading} from "../src/model/model.ts"
import {mention} from "./mentions.ts"

/// A pile made by hand for tests of what people say of it.

/// In each article "Russia met North Korea there. Later it met China."; both meetings are coded.
export const text = (id: string): string => `Russia met North Korea ${id}. Later it met China.`
export const article = (id: string): Article => ({
  id,
  text: text(id),
  publisher: id.toUpperCase(),
  published: "2024-05-07",
  removed: []
})
export function mentionsOf({id, text, publisher}: Article): EventMention[] {
  return [text.indexOf("met"), text.lastIndexOf("met")].map((start, i) => {
    const predicate = evidenceOf({id, text}, {start, end: start + 3})
    const made = mention({
      article: id,
      start,
      actors: ["RUS"],
      recipients: [i === 0 ? "PRK" : "CHN"],
      day: i === 0 ? "2024-05-06" : `2024-0${id.charCodeAt(0) - 96}-01`,
      published: "2024-05-07",
      publisher: publisher!,
      place: i === 0 ? "moscow" : id
    })
    return {...made, predicate, actors: made.actors.map(a => ({...a, evidence: [predicate]}))}
  })
}
export const readingOf = (article: Article, otherwise: (m: EventMention) => EventMention[] = m => [m]): Reading => ({
  article,
  document: {
    article,
    sentences: [{index: 0, start: 0, end: article.text.length, first: 0, last: 0}],
    tokens: [],
    clauses: [],
    reports: [],
    notes: []
  },
  mentions: {names: [], actors: [], places: [], times: []},
  coding: {events: mentionsOf(article).flatMap(otherwise), uncoded: [], notes: []}
})
