import type {ActorMention, Document, Mentions, NameMention, PlaceMention, TimeMention} from "../model/model.ts"

/// What finds each kind of mention; made once, with their words and weights.
export interface Finders {
  readonly names: (document: Document) => readonly NameMention[]
  readonly times: (document: Document) => readonly TimeMention[]
  readonly actors: (
    document: Document,
    names: readonly NameMention[],
    times: readonly TimeMention[],
    places: readonly PlaceMention[]
  ) => readonly ActorMention[]
  readonly places: (document: Document, names: readonly NameMention[]) => readonly PlaceMention[]
}

/// Who, where and when a document names: each finder on the document, and on the names found before.
export function mentionFinder({names, actors, places, times}: Finders): (document: Document) => Mentions {
  return document => {
    const named = names(document)
    const timed = times(document)
    const placed = places(document, named)
    return {names: named, actors: actors(document, named, timed, placed), places: placed, times: timed}
  }
}
