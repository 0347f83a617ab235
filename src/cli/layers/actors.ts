import {everyActorFinder, type PlacedMention} from "../../mentions/actors/finder.ts"
import {actorLexicon} from "../../mentions/actors/lexicon.ts"
import {actorTables} from "../../mentions/actors/tables.ts"
import {nameFinder} from "../../mentions/names.ts"
import {placeFinder} from "../../mentions/places/finder.ts"
import {gazetteer} from "../../mentions/places/gazetteer.ts"
import {timeFinder} from "../../mentions/times/finder.ts"
import type {Document, Party, Span} from "../../model/model.ts"
import {overlaps} from "../../model/model.ts"
import {isText, type Layer, wanted} from "./layer.ts"
import {placeTables} from "./places.ts"
import {taggedReader} from "./tagged.ts"

/// Who each mention stands for on the day of the text.
export const actors: Layer = {
  name: "actors",
  says: "who the text speaks of, as of its date: person or body, country, PLOVER sector",
  open(resources) {
    const find = everyActorFinder(actorLexicon(actorTables(resources.rows, resources.table)))
    const reader = taggedReader(resources)
    const namesOf = nameFinder(resources.weights("names"))
    const placesOf = placeFinder(gazetteer(placeTables(resources)))
    const timesOf = timeFinder()
    return question => {
      const text = wanted(question, "text", isText, "a string")
      const asked = question.mentions === undefined ? undefined : wanted(question, "mentions", isSpans, "a list of {start, end}")
      const published = isText(question.date) ? question.date : undefined
      const document = reader.read(text, published)
      const names = namesOf(document)
      const found = find(document, names, timesOf(document), placesOf(document, names))
      if (!asked) return {actors: found.filter(m => !m.placed).map(m => answer(m.span, m.text, m.means))}
      return {actors: asked.map(span => answer(span, text.slice(span.start, span.end), bestOf(document, found, span)?.means))}
    }
  }
}

const isSpans = (value: unknown): value is Span[] =>
  Array.isArray(value) && value.every(s => Number.isInteger(s?.start) && Number.isInteger(s?.end))

function answer({start, end}: Span, name: string, party: Party | undefined) {
  if (!party) return {start, end, name}
  const sector = party.sectors.length > 0 ? party.sectors.join(" ") : undefined
  return {start, end, name, actor: party.name, ...(party.country ? {country: party.country} : {}), ...(sector ? {sector} : {})}
}

/// The mention that is meant by a span: the same words, else the one headed inside it that shares most with it.
function bestOf(document: Document, found: readonly PlacedMention[], span: Span): PlacedMention | undefined {
  let best: PlacedMention | undefined
  let score = 0
  for (const mention of found) {
    if (!overlaps(mention.span, span)) continue
    const shared = Math.min(mention.span.end, span.end) - Math.max(mention.span.start, span.start)
    const whole = Math.max(mention.span.end, span.end) - Math.min(mention.span.start, span.start)
    const head = document.tokens[mention.head]!
    const value = shared / whole + (span.start <= head.start && head.end <= span.end ? 1 : 0)
    if (value > score) {
      best = mention
      score = value
    }
  }
  return best
}
