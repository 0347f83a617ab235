import type {Document, PlaceMention} from "../../model/model.ts"

/// A place that the text names, by its tokens, and its country; whether a word of place stands before it.
export interface Scene {
  readonly first: number
  readonly last: number
  readonly sentence: number
  readonly country: string
  readonly locative: boolean
}

/// The places of a document that lie in one country.
export function scenesIn(document: Document, places: readonly PlaceMention[]): Scene[] {
  const {tokens} = document
  return places.flatMap(({head, span, sentence, means}) => {
    const country = means?.country
    if (country === undefined || !tokens[head]) return []
    let first = head
    while (first > 0 && tokens[first - 1]!.start >= span.start) first--
    let last = head
    while (last + 1 < tokens.length && tokens[last + 1]!.end <= span.end) last++
    let word = first - 1
    while (
      word >= 0 &&
      /^(?:the|central|downtown|northern|southern|eastern|western|city|town|village|capital|of)$/i.test(tokens[word]!.text)
    )
      word--
    const before = tokens[word]
    return [{first, last, sentence, country, locative: before?.sentence === sentence && wordsOfPlace.test(before.text)}]
  })
}

const wordsOfPlace = /^(?:in|at|near|outside|inside|across|throughout|around|within)$/i
